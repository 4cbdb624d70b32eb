//! Closed questions: figures of ratings, which need no coding.
//!
//! Every figure counts respondents. A figure belongs to the scale that it is defined on: an agreement item, asked on
//! five points, has a share of favourable answers and never a net promoter score. On a scale whose lowest number is
//! the best, shares count from that end, and the mean stays on the scale as it was asked.

mod answers;
mod bars;
mod behind;
pub mod benchmark;
pub mod boxes;
mod items;
pub mod nps;
pub mod pair;
pub mod top;

pub use answers::Answers;
pub use bars::{Bar, bars};
pub use behind::{Answered, behind};
pub use items::{Figures, Item, citing, items, items_of};

/// Why a closed question does not have a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// The figure is defined on another scale.
    OtherScale,
    /// The scale is the right one but reversed, and the figure is defined by the numbers themselves.
    Turned,
    /// Nobody answered.
    NoAnswers,
}
