//! Figures and facts as sentences and cells of tables, in French and English. Pure: what is said depends on what is
//! given and on the locale alone.

pub mod code;
mod date;
#[cfg(test)]
mod example;
pub mod file_name;
pub mod import;
pub mod insight;
mod locale;
pub mod mirror;
pub mod name;
mod number;
pub mod picture;
pub mod points;
pub mod project;
pub mod prompt;
pub mod question;
pub mod read;
pub mod refusal;
pub mod side;
mod simulated;
pub mod surveys;
mod text;
pub mod types;
pub mod undefined;
pub mod unreadable;
pub mod valence;

pub use date::Day;
pub use locale::Locale;
pub(crate) use text::text;
pub use text::{fill, texts};
