//! A tree of codes → stages and moments.
//!
//! A code of the first level is a stage, the codes below it are its moments. A code of the first level without others
//! below it is a moment without stage.

use std::collections::BTreeSet;

use super::{Codes, Note};
use crate::model::draft::{Draft, DraftMoment};

/// The stage of moments without one.
pub(in crate::import) const NO_STAGE: &str = "—";

/// A code of a codebook.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Code {
    /// The names of its parent codes from the top, then its own.
    pub path: Vec<String>,
    /// Its definition: what belongs to it and what does not.
    pub definition: String,
    /// Words by which candidates are found.
    pub keywords: Vec<String>,
    /// Whether it only groups others.
    pub is_folder: bool,
}

/// The stage and the moment of a code in codings. A code with others below it is both the stage and a moment of it.
pub(in crate::import) fn place(path: &[String], holds_others: bool) -> (String, String) {
    match path {
        [] => (NO_STAGE.to_owned(), String::new()),
        [name] if holds_others => (name.clone(), name.clone()),
        [name] => (NO_STAGE.to_owned(), name.clone()),
        [stage, names @ ..] => (stage.clone(), names.join(" > ")),
    }
}

/// The paths with others below them.
pub(in crate::import) fn holders<'a>(paths: impl Iterator<Item = &'a [String]>) -> BTreeSet<&'a [String]> {
    paths.filter_map(|path| path.split_last().map(|(_, above)| above)).collect()
}

/// The stages and moments, in the order of the codes, with notes about those left out and about `several_groups`.
pub(in crate::import) fn codes(codes: &[Code], several_groups: usize) -> Codes {
    let holders = holders(codes.iter().map(|code| code.path.as_slice()));
    let mut moments: Vec<DraftMoment> = Vec::new();
    let mut seen = BTreeSet::new();
    let [mut nameless, mut repeated, mut definitions, mut empty] = [0; 4];
    for code in codes {
        let holds_others = holders.contains(code.path.as_slice());
        if code.path.last().is_none_or(|name| name.trim().is_empty()) {
            nameless += 1;
        } else if holds_others && (code.is_folder || code.path.len() == 1) {
            definitions += usize::from(!code.definition.trim().is_empty());
        } else if code.is_folder {
            empty += 1;
        } else {
            let (stage, name) = place(&code.path, false);
            if seen.insert((stage.to_lowercase(), name.to_lowercase())) {
                let (definition, keywords) = (code.definition.trim().to_owned(), code.keywords.clone());
                moments.push(DraftMoment { stage, name, definition, keywords });
            } else {
                repeated += 1;
            }
        }
    }
    let notes = [
        Note::Nameless { count: nameless },
        Note::Repeated { count: repeated },
        Note::StageDefinitions { count: definitions },
        Note::EmptyStages { count: empty },
        Note::SeveralGroups { count: several_groups },
    ];
    let counts = [nameless, repeated, definitions, empty, several_groups];
    let notes = notes.into_iter().zip(counts).filter(|(_, count)| *count > 0).map(|(note, _)| note);
    Codes { draft: Draft { moments }, notes: notes.collect() }
}
