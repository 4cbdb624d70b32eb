//! Simulated projects: mentions become responses, verbatims and codings.

use std::collections::BTreeMap;

use reflet::model::{
    Coding, Decision, MomentId, Project, Prompt, Response, ResponseId, Score, Side, SourceKey, Verbatim,
    VerbatimId,
};

/// A project that grows by one respondent at a time.
pub struct Survey {
    /// The project so far.
    pub project: Project,
    moments: Vec<MomentId>,
    responses: u32,
    verbatims: u32,
}

impl Survey {
    /// A project with a codebook of that many moments, and no respondents.
    pub fn new(moments: usize) -> Self {
        let mut project = Project::default();
        let moments = (0..moments).map(|place| project.codebook.add("Journey", &place.to_string())).collect();
        Self { project, moments, responses: 0, verbatims: 0 }
    }

    /// Adds a respondent with mentions: places of the journey and valences. Without any, the decision is *no moment*.
    pub fn respondent(&mut self, side: Side, wave: u8, mentions: &[(usize, i64)]) {
        self.responses += 1;
        let response = Response {
            side,
            source: SourceKey::Id(self.responses.to_string()),
            respondent: None,
            wave: Some(wave.to_string()),
            date: None,
            segments: BTreeMap::new(),
            ratings: Vec::new(),
        };
        self.project.responses.insert(ResponseId(self.responses), response);
        if mentions.is_empty() {
            self.verbatim(Decision::NoMoment);
        }
        for (place, valence) in mentions {
            let coding =
                Coding { valence: Score::try_from(*valence).ok(), ..Coding::of(self.moments[*place]) };
            self.verbatim(Decision::Codings(vec![coding]));
        }
    }

    fn verbatim(&mut self, decision: Decision) {
        self.verbatims += 1;
        let verbatim = Verbatim {
            response: ResponseId(self.responses),
            prompt: Prompt::Unknown,
            text: String::new(),
            decisions: [(self.project.settings.coder, decision)].into(),
        };
        self.project.verbatims.insert(VerbatimId(self.verbatims), verbatim);
    }
}
