//! Texts of any encoding as rows of cells: bytes → [`decode`] → [`Text`] → [`cut`] → [`Grid`].
//!
//! A package of its own because every byte of a large file passes through it: it is compiled for speed, the page that
//! uses it for size. Generic code is compiled in the package that uses it, so code that must be fast is not generic.

mod cut;
pub mod decode;
mod encoding;
mod file_kind;
pub mod grid;
mod plausible;
mod separator;
pub mod single_byte;
mod text;

pub use cut::{Cut, Progress, cut};
pub use encoding::Encoding;
pub use file_kind::{FileKind, of as kind_of};
pub use grid::{Grid, GridError};
pub use separator::Separator;
pub use text::Text;
