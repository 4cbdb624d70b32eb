//! What to look at before confirming an import: what repeats, what was left empty, what would not come in.

use crate::import::Report;
use crate::import::numbering::Numbering;
use crate::import::twins::Alike;
use crate::say::{Locale, text};

/// How many answers repeat others.
pub fn alike(locale: Locale, alike: &Alike) -> String {
    let counts =
        text!(locale, import.alike, exact = locale.count(alike.exact), near = locale.count(alike.near));
    if alike.examples.is_empty() {
        return counts;
    }
    let examples: Vec<String> =
        alike.examples.iter().map(|text| text!(locale, import.quoted, text = text.as_str())).collect();
    format!("{counts} {}", examples.join(" · "))
}

/// How many ratings say that there is no answer and how many rows repeat one of the same person; nothing if none does.
pub fn counted(locale: Locale, report: &Report) -> Option<String> {
    let unanswered = (report.unanswered > 0)
        .then(|| text!(locale, import.unanswered, count = locale.count(report.unanswered)));
    let identical = (report.identical > 0)
        .then(|| text!(locale, import.identical, count = locale.count(report.identical)));
    let said: Vec<String> = unanswered.into_iter().chain(identical).collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// What identifiers that come again may mean: the question, and what to answer.
pub fn numbering(locale: Locale, numbering: Numbering) -> (String, &'static str) {
    match numbering {
        Numbering::OfPeople(count) => (
            text!(locale, import.repeated, count = locale.count(count)),
            text!(locale, import.repeated_people),
        ),
        Numbering::BeginsAgain(count) => (
            text!(locale, import.renumbered, count = locale.count(count)),
            text!(locale, import.renumbered_others),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_occur_is_no_hint() {
        let of = |unanswered, identical| {
            counted(Locale::English, &Report { unanswered, identical, ..Report::default() })
        };
        assert_eq!(of(0, 0), None);
        assert_eq!(of(0, 2), Some("Identical rows of one person, kept: 2".to_owned()));
        let both = of(1200, 1).unwrap_or_default();
        assert!(both.ends_with("left empty: 1,200 · Identical rows of one person, kept: 1"), "{both}");
    }

    #[test]
    fn texts_that_repeat_others_come_with_examples() {
        let some = Alike { exact: 3, near: 1, examples: vec!["Too slow".to_owned(), "Fine".to_owned()] };
        let said = alike(Locale::English, &some);
        assert!(said.ends_with("but for punctuation: 1. They are kept. “Too slow” · “Fine”"), "{said}");
        assert!(alike(Locale::English, &Alike { examples: Vec::new(), ..some }).ends_with("They are kept."));
    }

    #[test]
    fn each_meaning_of_an_identifier_has_its_answer() {
        let answers = [Numbering::OfPeople(7), Numbering::BeginsAgain(7)];
        let [people, others] = answers.map(|asked| numbering(Locale::English, asked));
        assert!(people.0.contains(", 7.") && people.1 == "Yes, it is a person");
        assert!(others.0.contains(", 7.") && others.1 == "Yes, these are other people");
    }
}
