//! What a file is made of, and which.

use crate::app::shell::notices::Notices;
use crate::app::study::figures::Taken;
use crate::chart::PictureKind;
use crate::say::Locale;

/// A file that can be made of what the place shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The results table for spreadsheets.
    Csv,
    /// The results table for programs.
    Json,
    /// A picture, as lines.
    Svg,
    /// A picture, as pixels.
    Png,
}

/// What files are made from: all of it is taken when the user asks, and outlives the place.
pub struct Exporting {
    /// The language of sentences and numbers.
    pub locale: Locale,
    /// The project and its figures.
    pub taken: Taken,
    /// The picture.
    pub kind: PictureKind,
    /// Where it is said that a file could not be made.
    pub notices: Notices,
}
