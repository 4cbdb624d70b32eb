//! Figures and facts as sentences and cells of tables, in French and English. Pure: what is said depends on what is
//! given and on the locale alone.

pub mod code;
mod date;
pub mod import;
mod locale;
mod number;
pub mod project;
pub mod surveys;
mod text;
pub mod words;

pub use date::Day;
pub use locale::Locale;
pub(crate) use text::text;
pub use text::{fill, texts};
