//! What was said of all rows of the last table with these columns, so that it is not taken over in silence.

use crate::import::{Mapping, SideSource};
use crate::say::{Locale, side, text};

/// Whose answers they are, unless the user has said it now, and of which wave, where no column says it.
pub fn of_all_rows(locale: Locale, mapping: &Mapping, side_said: bool) -> String {
    let side = match &mapping.side {
        SideSource::Fixed(side) if !side_said && mapping.texts.iter().any(|text| text.side.is_none()) => {
            Some(text!(locale, import.recalled_side, side = side::name(locale, *side)))
        }
        _ => None,
    };
    let wave = mapping.wave_of_all().map(|wave| text!(locale, import.recalled_wave, wave = wave));
    side.into_iter().chain(wave).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Prompt, Side};

    #[test]
    fn what_no_column_says_is_told_unless_the_user_has_said_it() {
        let text = |side| crate::import::TextColumn { column: 0, prompt: Prompt::Unknown, side, title: None };
        let of = |side, wave: Option<&str>, said| {
            let mapping = Mapping {
                side: SideSource::Fixed(Side::Employee),
                texts: vec![text(side)],
                wave_fixed: wave.map(str::to_owned),
                ..Mapping::default()
            };
            of_all_rows(Locale::English, &mapping, said)
        };
        let side = "Whose answers, as last time: Employees.";
        assert_eq!(of(None, None, false), side);
        assert_eq!(of(None, Some("T1"), false), format!("{side} Wave, as last time: T1."));
        assert_eq!(of(None, Some("T1"), true), "Wave, as last time: T1.");
        assert_eq!(of(Some(Side::Client), None, false), "", "each text has a side of its own");
    }
}
