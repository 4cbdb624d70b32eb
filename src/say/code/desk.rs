//! What is asked and offered beside the verbatim that is being coded.

use crate::model::Decision;
use crate::say::{Locale, text};

/// What comes next: how the moment was lived, which moment, or nothing where there is none.
pub fn question(locale: Locale, decision: Option<&Decision>, moment: Option<&str>) -> String {
    match (decision, moment) {
        (_, Some(name)) => text!(locale, code.how_lived, moment = name),
        (Some(Decision::NoMoment), None) => text!(locale, code.no_moment_chosen).to_owned(),
        _ => text!(locale, code.choose_moment).to_owned(),
    }
}

/// The offer to take a moment off.
pub fn take_off(locale: Locale, moment: &str) -> String {
    format!("{} {moment}", text!(locale, code.take_off))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_moment_is_asked_about_before_anything_else() {
        let said = |decision, moment| question(Locale::English, decision, moment);
        assert!(said(None, Some("Waiting")).contains("Waiting"));
        assert_eq!(said(Some(&Decision::NoMoment), Some("Waiting")), said(None, Some("Waiting")));
        assert_eq!(said(Some(&Decision::NoMoment), None), text!(Locale::English, code.no_moment_chosen));
        assert_eq!(said(None, None), text!(Locale::English, code.choose_moment));
        assert_ne!(question(Locale::French, None, None), said(None, None));
        assert_eq!(take_off(Locale::English, "Waiting"), "Take off Waiting");
    }
}
