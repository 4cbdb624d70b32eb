//! What a picture of the mirror is called on the page, and how it is read.

use crate::chart::PictureKind;
use crate::say::{Locale, text};

/// The heading.
pub fn title(locale: Locale, kind: PictureKind) -> &'static str {
    match kind {
        PictureKind::Mirror => text!(locale, mirror.mirror_title),
        PictureKind::Zones => text!(locale, mirror.zones_title),
    }
}

/// The sentence below it.
pub fn text(locale: Locale, kind: PictureKind) -> &'static str {
    match kind {
        PictureKind::Mirror => text!(locale, mirror.mirror_text),
        PictureKind::Zones => text!(locale, mirror.zones_text),
    }
}
