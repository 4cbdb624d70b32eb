//! Selects the verbatims to list, and the next one to code.

use crate::model::{Decision, MomentId, Project, Side, Verbatim, VerbatimId};

/// The conditions that a listed verbatim meets. The default lists all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// A part of its text, ignoring case and accents.
    pub search: String,
    /// Its side.
    pub side: Option<Side>,
    /// Whether it is coded.
    pub state: Option<State>,
    /// A moment put on it.
    pub moment: Option<MomentId>,
}

/// Whether a verbatim is coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It has a coding or an explicit *no moment*.
    Coded,
    /// It has neither.
    Uncoded,
    /// It has an explicit *no moment*.
    NoMoment,
}

impl Selection {
    /// The listed verbatims, in the project's order.
    pub fn of(&self, project: &Project) -> Vec<VerbatimId> {
        let needle = fold(&self.search);
        project.verbatims.iter().filter(|(_, v)| self.takes(project, v, &needle)).map(|(id, _)| *id).collect()
    }

    /// Whether the selection lists the verbatim.
    pub fn lists(&self, project: &Project, id: VerbatimId) -> bool {
        let needle = fold(&self.search);
        project.verbatims.get(&id).is_some_and(|verbatim| self.takes(project, verbatim, &needle))
    }

    /// Whether the list depends on decisions.
    pub fn reads_decisions(&self) -> bool {
        self.state.is_some() || self.moment.is_some()
    }

    fn takes(&self, project: &Project, verbatim: &Verbatim, needle: &str) -> bool {
        let decision = project.decision(verbatim);
        let state = match self.state {
            None => true,
            Some(State::Coded) => decision.is_some(),
            Some(State::Uncoded) => decision.is_none(),
            Some(State::NoMoment) => decision == Some(&Decision::NoMoment),
        };
        let side =
            || self.side.is_none_or(|side| project.response_of(verbatim).is_some_and(|r| r.side == side));
        let moment = || {
            self.moment.is_none_or(|moment| {
                decision.is_some_and(|d| d.codings().iter().any(|coding| coding.moment == moment))
            })
        };
        state && side() && moment() && (needle.is_empty() || fold(&verbatim.text).contains(needle))
    }
}

/// Lower case, without accents and ligatures of Western European languages, so that "evenement" finds
/// "Événement".
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '’' => folded.push('\''),
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// The first uncoded verbatim of an ascending list after `from`, going round at the end. None if all others are coded.
pub fn next_uncoded(
    project: &Project,
    listed: &[VerbatimId],
    from: Option<VerbatimId>,
) -> Option<VerbatimId> {
    let start = from.and_then(|from| listed.binary_search(&from).ok()).map_or(0, |at| at + 1);
    let (before, after) = listed.split_at(start.min(listed.len()));
    let uncoded = |id: &&VerbatimId| {
        Some(**id) != from && project.verbatims.get(id).is_some_and(|v| project.decision(v).is_none())
    };
    after.iter().chain(before).find(uncoded).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_ignores_case_and_accents() {
        assert_eq!(fold("Œuvre d’ÉTÉ, déjà"), "oeuvre d'ete, deja");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
    }
}
