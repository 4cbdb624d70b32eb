//! One module per place.

mod code;
mod import;
mod mirror;
mod project;
mod start;

pub use code::CodePage;
pub use import::ImportPage;
pub use mirror::MirrorPage;
pub use project::ProjectPage;
pub use start::StartPage;
