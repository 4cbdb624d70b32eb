//! What is left of an import once it is carried out: its account.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::opened::Opened;
use crate::import::doubt::Doubt;
use crate::import::{Mapping, Report};

/// What became of the last import.
#[derive(Clone, Debug)]
pub enum Done {
    /// Answers joined the project.
    Rows(Box<Joined>),
    /// A codebook joined the project.
    Codes {
        /// Moments that it brought.
        added: usize,
        /// Moments that the project had already.
        known: usize,
    },
}

/// Answers that joined the project, and how they were read.
#[derive(Clone, Debug)]
pub struct Joined {
    /// The file's name; none for a paste.
    pub name: Option<String>,
    /// How the source was read.
    pub opened: Opened,
    /// The names of the coders whose decisions came.
    pub coders: BTreeSet<String>,
    /// Which column was what.
    pub mapping: Mapping,
    /// What nobody has settled, taken as the page understood it.
    pub open: Vec<Doubt>,
    /// Responses without a text, such as a rating alone.
    pub bare: usize,
    /// How many responses a random sample kept and left out; none if all came in.
    pub sample: Option<(usize, usize)>,
    /// The account of every row.
    pub report: Arc<Report>,
}
