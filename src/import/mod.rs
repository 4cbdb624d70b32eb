//! From a file or a paste to responses that may join a project.
//!
//! bytes → [`decode`] → text → [`text::open`] → [`Table`] (strings only, with every [`text::Guess`] as data)
//! → [`guess::mapping`] → [`Mapping`] (the user may change it) → [`read()`] → [`Outcome`]:
//! what joins the project, and a [`Report`] in which read = kept + rejected + duplicate, always.
//!
//! All of it is pure: a page may call [`read()`] for a preview as often as it likes.

pub mod archive;
pub mod decode;
mod doubt;
pub mod grid;
pub mod guess;
mod header;
mod identity;
mod kind;
mod known;
mod mapping;
mod profile;
pub mod prompts;
mod quotes;
mod read;
pub mod rejects;
mod report;
mod row;
pub mod scale;
mod separator;
pub mod sheets;
pub mod sides;
mod table;
pub mod text;
pub mod values;
mod vocabulary;
mod words;

pub use doubt::{Doubt, doubt};
pub use kind::Kind;
pub use mapping::{Mapping, Problem, RatingColumn, SideSource, TextColumn};
pub use read::{Outcome, read};
pub use report::{CellWarning, Issue, Reason, Reject, Report};
pub use separator::Separator;
pub use table::{Note, Table};
pub use vocabulary::Role;
