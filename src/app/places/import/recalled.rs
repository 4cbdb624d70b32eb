//! What was said of all rows of the last table with these columns, so that it is not taken over in silence.

use crate::app::shell::language::{Language, tr};
use crate::import::{Mapping, SideSource};
use crate::say::words;

/// Whose answers they are, unless the user has said it now, and of which wave, where no column says it.
pub fn of_all_rows(language: Language, mapping: &Mapping, side_said: bool) -> String {
    let side = match &mapping.side {
        SideSource::Fixed(side) if !side_said && mapping.texts.iter().any(|text| text.side.is_none()) => {
            Some(tr!(language, import.recalled_side, side = words::side(language.locale(), *side)))
        }
        _ => None,
    };
    let wave = mapping.wave_of_all().map(|wave| tr!(language, import.recalled_wave, wave = wave));
    side.into_iter().chain(wave).collect::<Vec<_>>().join(" ")
}
