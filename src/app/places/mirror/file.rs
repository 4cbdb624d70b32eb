//! What a file is made of, and which.

use leptos::prelude::*;

use super::state::Mirror;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::Language;
use crate::app::shell::notices::Notices;
use crate::chart::PictureKind;

/// A file that can be made of what the place shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The results table for spreadsheets.
    Csv,
    /// The results table for programs.
    Json,
    /// The chosen picture, as lines.
    Svg,
    /// The chosen picture, as pixels.
    Png,
}

/// What files are made from.
#[derive(Clone, Copy)]
pub struct Exporting {
    /// The language of sentences and numbers.
    pub language: Language,
    /// The project.
    pub workspace: Workspace,
    /// The figures.
    pub page: Mirror,
    /// Where it is said that a file could not be made.
    pub notices: Notices,
    /// The chosen picture.
    pub kind: RwSignal<PictureKind>,
}
