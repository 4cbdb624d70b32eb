//! The data of a picture, taken from the results: one item per moment, with the figures of each side.

use crate::{
    analysis::{Class, Measures, Mirror, Row, Type},
    model::{Codebook, MomentId, Reading, Side, StageId},
};

use super::{
    text::clean,
    view::{View, name_of},
};

/// The figures of one side and one moment; levels as they are shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct SideFigures {
    pub side: Side,
    pub frequency: f64,
    pub level: Option<f64>,
    pub interval: Option<(f64, f64)>,
    /// Intensity, 0…1.
    pub intensity: f64,
    /// Whether the respondents with a valence are fewer than the minimum.
    pub thin: bool,
}

/// One moment.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub moment: MomentId,
    pub name: String,
    pub kind: Option<Type>,
    pub client: Option<SideFigures>,
    pub employee: Option<SideFigures>,
}

/// Consecutive moments of one stage.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub name: String,
    pub items: Vec<Item>,
}

/// The data of a whole picture.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    pub groups: Vec<Group>,
    /// The end of the axis: levels go from minus this to plus this.
    pub reach: f64,
    /// The largest frequency.
    pub max_frequency: f64,
    /// Subtracted from the thresholds of clients and of employees, where levels are shown in another reading than types.
    pub shifts: (f64, f64),
}

impl Item {
    pub fn sides(&self) -> impl Iterator<Item = &SideFigures> {
        self.client.iter().chain(&self.employee)
    }
}

impl Scene {
    pub fn new(results: &Mirror, codebook: &Codebook, view: &View) -> Self {
        let zero = |reading| {
            let [client, employee] = Side::BOTH.map(|side| results.zero(side, reading).shown());
            (client, employee)
        };
        let (offsets, types) = (zero(view.reading), zero(view.types));
        let shifts = (offsets.0 - types.0, offsets.1 - types.1);
        let mut groups: Vec<(StageId, Group)> = Vec::new();
        for row in &results.rows {
            let item = item(row, codebook, view, offsets);
            match groups.last_mut() {
                Some((stage, group)) if *stage == row.stage => group.items.push(item),
                _ => groups
                    .push((row.stage, Group { name: stage_name(codebook, row.stage), items: vec![item] })),
            }
        }
        let groups: Vec<Group> = groups.into_iter().map(|(_, group)| group).collect();
        let sides = || groups.iter().flat_map(|group| &group.items).flat_map(Item::sides);
        let max_frequency = sides().map(|side| side.frequency).fold(0.0, f64::max);
        let reach = match view.reading {
            Reading::Absolute => 100.0,
            Reading::Relative => {
                let furthest = sides().flat_map(SideFigures::ends).map(f64::abs).fold(50.0, f64::max);
                (furthest / 50.0).ceil() * 50.0
            }
        };
        Self { groups, reach, max_frequency, shifts }
    }

    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.groups.iter().flat_map(|group| &group.items)
    }

    /// The position of a level between the ends of the axis, 0…1.
    pub fn share(&self, level: f64) -> f64 {
        f64::midpoint(level / self.reach, 1.0).clamp(0.0, 1.0)
    }

    /// The levels that get a line: a few round ones, symmetric around zero.
    pub fn ticks(&self) -> Vec<f64> {
        let step = if self.reach > 100.0 { self.reach } else { 50.0 };
        [-self.reach, -step, 0.0, step, self.reach].into_iter().filter(|tick| tick.abs() <= self.reach).fold(
            Vec::new(),
            |mut ticks, tick| {
                if ticks.last().is_none_or(|last: &f64| tick - last > 1.0) {
                    ticks.push(tick);
                }
                ticks
            },
        )
    }
}

impl SideFigures {
    fn ends(&self) -> impl Iterator<Item = f64> {
        self.level.into_iter().chain(self.interval.into_iter().flat_map(|(low, high)| [low, high]))
    }
}

/// The moments that have no level on one side or both, masked ones included, and so no place among the six zones.
pub fn without_both_levels(results: &Mirror) -> Vec<MomentId> {
    let missing = |row: &&Row| row.client.level.is_err() || row.employee.level.is_err();
    results.rows.iter().filter(missing).map(|row| row.moment).collect()
}

fn stage_name(codebook: &Codebook, id: StageId) -> String {
    codebook
        .stages
        .iter()
        .find(|stage| stage.id == id)
        .map(|stage| clean(stage.name.trim()))
        .unwrap_or_default()
}

fn item(row: &Row, codebook: &Codebook, view: &View, (client, employee): (f64, f64)) -> Item {
    let kind = match row.class {
        Class::Typed(kind, _) | Class::Silent(kind) => Some(kind),
        Class::Unclassified(_) => None,
    };
    Item {
        moment: row.moment,
        name: name_of(codebook, row.moment),
        kind,
        client: side_figures(Side::Client, &row.client, view.minimum, client),
        employee: side_figures(Side::Employee, &row.employee, view.minimum, employee),
    }
}

fn side_figures(side: Side, measures: &Measures, minimum: u32, offset: f64) -> Option<SideFigures> {
    let frequency = measures.frequency.ok().filter(|_| measures.cited > 0)?.value.0;
    let level = measures.level.ok();
    Some(SideFigures {
        side,
        frequency,
        level: level.map(|level| level.value.shown() - offset),
        interval: level
            .and_then(|level| level.interval.ok())
            .map(|interval| (interval.low.shown() - offset, interval.high.shown() - offset)),
        intensity: measures.intensity.map_or(0.0, |intensity| (intensity.shown() / 100.0).clamp(0.0, 1.0)),
        thin: measures.with_valence < minimum,
    })
}
