//! From a file or a paste to responses that may join a project.
//!
//! bytes → [`decode`] → text → [`text::open`] → [`Table`] (strings only, with every [`text::Guess`] as data)
//! → [`guess::mapping`] → [`Mapping`] (the user may change it) → [`read()`] → [`Outcome`]:
//! what joins the project, and a [`Report`] in which read = kept + rejected + duplicate, always.
//!
//! Formats of other programs have readers of their own: [`json`] and [`qda`] make a [`grid::Grid`] whose first row
//! names the columns, with a row per coding where texts are coded; [`codebook`] makes a draft of stages and moments.
//!
//!
//! [`doubt::doubts`] lists what can be understood in more than one way, and [`guess::side`] gives the evidence for the
//! side.
//!
//! All of it is pure: a page may call [`read()`] for a preview at any time.

pub mod archive;
mod caution;
mod cells;
pub mod choices;
pub mod codebook;
pub mod coded;
pub mod dates;
pub mod doubt;
pub mod elsewhere;
pub mod guess;
mod header;
mod identity;
pub mod json;
mod known;
mod layout;
mod mapping;
mod markup;
mod matching;
pub mod no_moment;
pub mod nothing;
pub mod numbering;
mod profile;
pub mod prompts;
pub mod qda;
mod ratings;
mod read;
pub mod recipe;
pub mod rejects;
pub mod repair;
mod report;
mod row;
pub mod sample;
pub mod scale;
mod separator;
pub mod sheets;
pub mod sides;
pub mod source;
mod table;
pub mod text;
pub mod themes;
pub mod titles;
pub mod torn;
pub mod twins;
pub mod values;
mod vocabulary;

pub use caution::{Caution, caution};
pub use choices::Segment;
pub use layout::Layout;
pub use mapping::{Mapping, Meaning, Problem, RatingColumn, SideSource, TextColumn};
pub use ratings::{Misfit, column as rating_column, is_unordered, misfit};
pub use read::{Outcome, Reader, read};
pub use reflet_grid::{Encoding, FileKind, Grid, GridError, Progress, Separator, Text, decode, grid};
pub use report::{CellWarning, Issue, Reason, Reject, Report};
pub use table::{Note, Table};
pub use vocabulary::Role;
