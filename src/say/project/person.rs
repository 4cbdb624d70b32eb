//! A person whose answers may be erased.

use crate::coding::Person;
use crate::say::{Locale, side, text};

/// Side, waves and counts.
pub fn facts(locale: Locale, person: &Person) -> String {
    let side = side::name(locale, person.side);
    let (responses, verbatims) = (locale.count(person.responses), locale.count(person.texts.len()));
    if person.waves.is_empty() {
        return text!(locale, erase.facts, side = side, responses = responses, verbatims = verbatims);
    }
    let waves = person.waves.join(", ");
    text!(locale, erase.facts_waves, side = side, waves = waves, responses = responses, verbatims = verbatims)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ResponseId, Side};

    #[test]
    fn waves_are_named_where_there_are_any() {
        let mut person = Person {
            first: ResponseId(1),
            side: Side::Client,
            name: None,
            waves: Vec::new(),
            responses: 1,
            ratings: 0,
            codings: 0,
            texts: vec!["Merci".to_owned(), "Encore".to_owned()],
        };
        let said = |person: &Person| Locale::ALL.map(|locale| facts(locale, person).replace('\u{a0}', " "));
        assert_eq!(said(&person)[0], "Clients, réponses : 1, verbatims : 2");
        person.waves = vec!["2024".to_owned(), "2025".to_owned()];
        let [french, english] = said(&person);
        assert_eq!(french, "Clients, réponses : 1, verbatims : 2, vagues : 2024, 2025");
        assert!(english.starts_with("Clients, ") && english.ends_with("2024, 2025"), "{english}");
    }
}
