//! Filters that are not offered, because they would leave too few people.

use crate::analysis::Filter;
use crate::say::{Locale, read, text};

/// The filters that are not offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotOffered {
    /// How many they are, and why they are not offered.
    pub count: String,
    /// Which they are.
    pub names: String,
}

/// Those of a project whose groups need so many people; none if all are offered.
pub fn not_offered(locale: Locale, refused: &[&Filter], fewest: u32) -> Option<NotOffered> {
    let names: Vec<String> = refused.iter().map(|filter| read::filter(locale, filter)).collect();
    (!names.is_empty()).then(|| NotOffered {
        count: text!(locale, mirror.not_offered, fewest = fewest, count = locale.count(names.len())),
        names: names.join(" · "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_that_are_not_offered_are_counted_and_named() {
        let wave = Filter { wave: Some("2025".into()), segment: None };
        let both = Filter { segment: Some(("Shop".into(), "Lyon".into())), ..wave.clone() };
        let said = Locale::ALL.map(|locale| not_offered(locale, &[&wave, &both], 5));
        let [french, english] = said.map(|said| said.map(|said| [said.count, said.names]));
        assert_eq!(french, Some(["Filtres non proposés, parce qu’ils parleraient de moins de 5 collaborateurs ou laisseraient déduire leurs chiffres\u{a0}: 2.", "Vague\u{a0}: 2025 · Vague\u{a0}: 2025 + Shop\u{a0}: Lyon"].map(str::to_owned)));
        assert_eq!(english, Some(["Filters not offered, because they would tell of fewer than 5 employees or let their figures be worked out: 2.", "Wave: 2025 · Wave: 2025 + Shop: Lyon"].map(str::to_owned)));
        assert_eq!(not_offered(Locale::English, &[], 5), None);
    }
}
