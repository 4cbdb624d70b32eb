//! A source between its bytes and the columns that the user confirms.

use std::sync::Arc;

use crate::import::source::{Format, Source};
use crate::import::{Progress, Table};

/// A source that was understood as a table.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its rows, before anything is said about headers.
    pub source: Arc<Source>,
    /// Its rows.
    pub table: Arc<Table>,
}

impl Opened {
    /// How it was read.
    pub fn format(&self) -> &Format {
        &self.source.format
    }
}

/// How far the reading of a large source is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Busy {
    /// Rows and bytes so far.
    pub progress: Progress,
    /// Bytes in all.
    pub total: usize,
}
