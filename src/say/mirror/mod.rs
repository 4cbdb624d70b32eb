//! What the mirror says beside its pictures: in sentences above them, in the cells of its table, of single moments.

mod class;
mod exports;
mod mark;
mod not_offered;
pub mod picture;
mod quotes;
mod row;
mod summary;
mod table;
pub mod threshold;
mod warning;

pub use class::{certainty, class, kind};
pub use exports::exports;
pub use mark::{level, mark};
pub use not_offered::{NotOffered, not_offered};
pub use quotes::{quoted, valence_sign};
pub use row::{Cell, Outcome, SideCells, ask, outcome, side_cells};
pub use summary::{facts, headline, marks, prompts};
pub use table::{questions, relative_to};
pub use warning::warning;
