//! What a project is made of, as far as codings need it. Identifiers are as [`Element::guid`](super::xml) gives them.

use std::collections::BTreeMap;

use super::codes::Found;

/// A project.
#[derive(Default)]
pub(super) struct Project {
    /// Names of the coders.
    pub users: BTreeMap<String, String>,
    pub codes: Vec<Found>,
    /// Identifiers and names, in their order.
    pub variables: Vec<(String, String)>,
    pub cases: Vec<Case>,
    pub sources: Vec<Source>,
    /// Sources that are no texts.
    pub other_sources: usize,
    pub memos: usize,
}

/// What a variable says: its identifier and a value.
pub(super) type Value = (String, String);

/// A person, a place or whatever was compared.
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
    /// Where its text is, if the project does not hold it.
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
    /// Often how it begins.
    pub name: String,
    /// Its positions, if they are numbers and in order.
    pub range: Option<(usize, usize)>,
    pub codings: Vec<AppliedCode>,
}

/// A code on a piece or on a text.
pub(super) struct AppliedCode {
    pub code: String,
    pub user: String,
}
