//! The codebook: ordered stages, each with its ordered moments.

use super::{MomentId, StageId};

/// Stages in journey order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    /// The stages, in journey order.
    pub stages: Vec<Stage>,
}

/// An ordered step of the journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its identifier.
    pub id: StageId,
    /// Its name, as the user wrote it.
    pub name: String,
    /// Its moments, in order.
    pub moments: Vec<Moment>,
}

/// One kind of interaction; a row of the mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Its identifier.
    pub id: MomentId,
    /// Its name, as the user wrote it.
    pub name: String,
    /// Its definition: what belongs to it and what does not.
    pub definition: String,
    /// Words by which candidates are found.
    pub keywords: Vec<String>,
    /// A colour of the user's choosing.
    pub color: Option<Color>,
}

/// A colour, red green blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

impl Codebook {
    /// Every moment with its stage, in journey order.
    pub fn moments(&self) -> impl Iterator<Item = (&Stage, &Moment)> {
        self.stages.iter().flat_map(|stage| stage.moments.iter().map(move |moment| (stage, moment)))
    }

    /// The moment of that identifier.
    pub fn moment(&self, id: MomentId) -> Option<&Moment> {
        self.moments().map(|(_, moment)| moment).find(|moment| moment.id == id)
    }

    /// Mutable access to the moment of that identifier.
    pub fn moment_mut(&mut self, id: MomentId) -> Option<&mut Moment> {
        self.stages.iter_mut().flat_map(|stage| &mut stage.moments).find(|moment| moment.id == id)
    }

    /// Mutable access to the stage of that identifier.
    pub fn stage_mut(&mut self, id: StageId) -> Option<&mut Stage> {
        self.stages.iter_mut().find(|stage| stage.id == id)
    }

    /// An identifier that no moment has.
    pub fn free_moment_id(&self) -> MomentId {
        self.moments().map(|(_, moment)| moment.id.next()).max().unwrap_or(MomentId(1))
    }

    /// An identifier that no stage has.
    pub fn free_stage_id(&self) -> StageId {
        self.stages.iter().map(|stage| stage.id.next()).max().unwrap_or(StageId(1))
    }

    /// The first moment of that name, inside the stage of that name if one is given.
    /// Names are compared without case and without the space around them.
    pub fn find_in(&self, stage: Option<&str>, name: &str) -> Option<MomentId> {
        self.moments()
            .find(|(s, m)| stage.is_none_or(|wanted| same_name(&s.name, wanted)) && same_name(&m.name, name))
            .map(|(_, moment)| moment.id)
    }

    /// Adds an empty moment of that name at the end of the stage of that name, which is added if need be.
    pub fn add(&mut self, stage: &str, name: &str) -> MomentId {
        let id = self.free_moment_id();
        let moment = Moment {
            id,
            name: name.trim().to_owned(),
            definition: String::new(),
            keywords: Vec::new(),
            color: None,
        };
        self.stage_named(stage).moments.push(moment);
        id
    }

    /// The stage of that name, added at the end if there is none.
    pub fn stage_named(&mut self, name: &str) -> &mut Stage {
        let index = self.stages.iter().position(|stage| same_name(&stage.name, name)).unwrap_or_else(|| {
            let id = self.free_stage_id();
            self.stages.push(Stage { id, name: name.trim().to_owned(), moments: Vec::new() });
            self.stages.len() - 1
        });
        &mut self.stages[index]
    }
}

fn same_name(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
