//! The parts of a project, as far as codings need them. Identifiers have the form of [`Element::guid`](super::xml).

use std::collections::BTreeMap;

use super::codes::Found;

/// A project.
#[derive(Default)]
pub(super) struct Project {
    /// Names of the coders.
    pub users: BTreeMap<String, String>,
    pub codes: Vec<Found>,
    /// The identifiers and names of the variables, in their order.
    pub variables: Vec<(String, String)>,
    pub cases: Vec<Case>,
    pub sources: Vec<Source>,
    /// Sources that are no texts.
    pub other_sources: usize,
    pub memos: usize,
}

/// A value of a variable: the identifier of the variable, and the value.
pub(super) type Value = (String, String);

/// A case: a person, a place or another unit of comparison.
#[derive(Default)]
pub(super) struct Case {
    pub name: String,
    pub values: Vec<Value>,
    /// Sources and selections that belong to it.
    pub members: Vec<String>,
}

/// A text.
#[derive(Default)]
pub(super) struct Source {
    pub guid: String,
    pub name: String,
    /// The place of its text in the archive, if the project file does not hold it.
    pub path: String,
    pub text: Option<String>,
    pub values: Vec<Value>,
    /// Codings of the whole text.
    pub codings: Vec<AppliedCode>,
    pub selections: Vec<Selection>,
}

/// A piece of a text.
pub(super) struct Selection {
    pub guid: String,
    /// Its name, often the beginning of the piece.
    pub name: String,
    /// Its start and end, if they are numbers and in order.
    pub range: Option<(usize, usize)>,
    pub codings: Vec<AppliedCode>,
}

/// A code on a piece or on a text.
pub(super) struct AppliedCode {
    pub code: String,
    pub user: String,
}
