use serde::{Deserialize, Serialize};

/// The separator between the cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tabulation, as in cells pasted from a spreadsheet.
    Tab,
    /// `|`
    Pipe,
    /// None: each line is one cell.
    None,
}

impl Separator {
    /// Every separator, the surest first.
    pub const ALL: [Self; 5] = [Self::Tab, Self::Semicolon, Self::Pipe, Self::Comma, Self::None];

    /// Its name for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Semicolon => ";",
            Self::Tab => "tab",
            Self::Pipe => "pipe",
            Self::None => "none",
        }
    }

    /// The separator of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|separator| separator.id() == id)
    }

    /// The byte that it is.
    pub const fn byte(self) -> Option<u8> {
        match self {
            Self::Comma => Some(b','),
            Self::Semicolon => Some(b';'),
            Self::Tab => Some(b'\t'),
            Self::Pipe => Some(b'|'),
            Self::None => None,
        }
    }
}
