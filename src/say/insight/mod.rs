//! What stands behind the figures, in words: how each was computed, readings across moments, comparisons, the method.

mod annex;
mod arrows;
mod certainty;
mod changes;
mod choice;
mod comparison;
mod difference;
mod entry;
mod explain;
mod kind;
mod level;
mod ranking;
mod ratings;
mod readings;
mod share;
mod trends;
mod verdicts;
mod what_if;

#[cfg(test)]
pub(super) mod tests;

pub use annex::{Chapter, chapters, file};
pub use arrows::{arrow, caption, untold};
pub use changes::{Changes, Difference, changes, difference_cells};
pub use choice::choice;
pub use comparison::{groups, reported_verdict};
pub use difference::differences;
pub use entry::Entry;
pub use explain::{Explained, of_both, of_side};
pub use ranking::{doubtful, family, ranked};
pub use readings::{Reading, honest, readings};
pub use trends::{TrendCells, short, trend_cells, trend_text};
pub use what_if::{what_if, what_if_target};
