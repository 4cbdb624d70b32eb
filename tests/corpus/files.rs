//! The files of the corpora with what is expected of each, inside the program: a browser has no folders.

/// A file with an oddity in its name.
pub struct File {
    pub name: &'static str,
    pub bytes: &'static [u8],
    /// What a person expects of it, as JSON.
    pub expected: &'static str,
}

macro_rules! files {
    ($folder:literal, $ending:literal, $($name:literal)*) => {
        &[$(File {
            name: $name,
            bytes: include_bytes!(concat!($folder, "/", $name)),
            expected: include_str!(concat!($folder, "/", $name, $ending)),
        }),*]
    };
}

mod exchange;
mod sheets;
mod text;

pub use exchange::EXCHANGE;
pub use sheets::SHEETS;
pub use text::TEXT;
