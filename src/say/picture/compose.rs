//! The geometry of a picture with its words.

use super::words::words;
use crate::analysis::Mirror;
use crate::chart::{Frame, Picture, PictureKind, Reading, Theme, View, mirror, zones};
use crate::model::{Project, Settings};
use crate::say::Locale;

/// What a picture of the page or of a file is made with.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// In pixels.
    pub width: f64,
    /// What levels are measured from.
    pub reading: Reading,
    /// What types are made with.
    pub settings: Settings,
    /// Whether it is dark.
    pub dark: bool,
    /// The texts around it.
    pub frame: Option<&'a Frame>,
}

/// The picture of that kind.
pub fn compose(
    locale: Locale,
    project: &Project,
    results: &Mirror,
    kind: PictureKind,
    look: Look<'_>,
) -> Picture {
    let (words, theme) = (words(locale, project, results), theme(look.dark));
    let view = View {
        width: look.width,
        reading: look.reading,
        types: look.settings.types,
        client_threshold: look.settings.client_threshold,
        employee_threshold: look.settings.employee_threshold,
        minimum: look.settings.minimum,
        theme: &theme,
        words: &words,
        frame: look.frame,
    };
    match kind {
        PictureKind::Mirror => mirror(results, &project.codebook, &view),
        PictureKind::Zones => zones(results, &project.codebook, &view),
    }
}

/// The colours of a picture, dark or not.
pub(super) fn theme(dark: bool) -> Theme {
    if dark { Theme::dark() } else { Theme::light() }
}
