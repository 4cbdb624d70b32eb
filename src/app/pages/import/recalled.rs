//! What was said of all rows of the last table with these columns, so that it is not taken over in silence.

use crate::app::language::{Language, tr};
use crate::app::words;
use crate::import::{Mapping, SideSource};

/// Whose answers they are and of which wave, where no column says it.
pub fn of_all_rows(language: Language, mapping: &Mapping) -> String {
    let side = match &mapping.side {
        SideSource::Fixed(side) if mapping.texts.iter().any(|text| text.side.is_none()) => {
            Some(tr!(language, import.recalled_side, side = words::side(language, *side)))
        }
        _ => None,
    };
    let wave = mapping.wave_of_all().map(|wave| tr!(language, import.recalled_wave, wave = wave));
    side.into_iter().chain(wave).collect::<Vec<_>>().join(" ")
}
