//! A source between its bytes and the columns that the user confirms.

use std::sync::Arc;

use crate::import::source::{Format, Source};
use crate::import::{Progress, Table};

/// How much of the work the reading of the bytes is.
const READING: f64 = 0.2;

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

impl Busy {
    /// How much of the work is done, 0…1: reading the file is a part of it, cutting its text the other.
    pub fn share(self) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "files are below 2^53 bytes")]
        let bytes = (self.progress.bytes as f64 / self.total.max(1) as f64).min(1.0);
        if self.progress.rows == 0 { bytes * READING } else { READING + bytes * (1.0 - READING) }
    }
}
