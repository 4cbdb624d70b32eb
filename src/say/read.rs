//! Which responses and levels are read, and what makes figures what they are not by default.

use super::{Locale, text};
use crate::analysis::Filter;
use crate::model::{LevelSource, Project, Reading, Settings};

/// What a filter lets through.
pub fn filter(locale: Locale, Filter { wave, segment }: &Filter) -> String {
    let wave = wave.clone().map(|wave| text!(locale, mirror.of_wave, wave = wave));
    let segment =
        segment.clone().map(|(name, value)| text!(locale, mirror.of_segment, name = name, value = value));
    let names: Vec<String> = wave.into_iter().chain(segment).collect();
    if names.is_empty() { text!(locale, mirror.everybody).to_owned() } else { names.join(" + ") }
}

/// The name of a reading.
pub fn reading(locale: Locale, reading: Reading) -> &'static str {
    match reading {
        Reading::Absolute => text!(locale, mirror.absolute),
        Reading::Relative => text!(locale, mirror.relative),
    }
}

/// What in the settings makes types and levels what they are not by default.
pub fn marks(locale: Locale, settings: Settings) -> impl Iterator<Item = &'static str> {
    let marks = [
        (settings.types == Reading::Relative).then(|| text!(locale, chart.types_relative)),
        (settings.levels == LevelSource::Rating).then(|| text!(locale, chart.from_ratings)),
        settings.silence.then(|| text!(locale, chart.silence)),
    ];
    marks.into_iter().flatten()
}

/// How many moments are hidden because they would tell of a few; none if no moment is.
pub fn masked(locale: Locale, project: &Project, masked: usize) -> Option<String> {
    let below = project.settings.small_group.get();
    (masked > 0).then(|| text!(locale, chart.masked, count = locale.count(masked), below = below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_named_by_its_wave_and_its_segment() {
        let everybody = Filter::default();
        let wave = Filter { wave: Some("2025".into()), ..Filter::default() };
        let both = Filter { segment: Some(("Shop".into(), "Lyon".into())), ..wave.clone() };
        let named = |of: &Filter| Locale::ALL.map(|locale| filter(locale, of));
        assert_eq!(named(&everybody), ["Tout le monde", "Everybody"]);
        assert_eq!(named(&wave), ["Vague\u{a0}: 2025", "Wave: 2025"]);
        assert_eq!(named(&both), ["Vague\u{a0}: 2025 + Shop\u{a0}: Lyon", "Wave: 2025 + Shop: Lyon"]);
    }

    #[test]
    fn what_is_not_the_default_is_marked() {
        let all = Settings {
            types: Reading::Relative,
            levels: LevelSource::Rating,
            silence: true,
            ..Settings::default()
        };
        for locale in Locale::ALL {
            assert_eq!(marks(locale, Settings::default()).count(), 0);
            assert_eq!(marks(locale, all).count(), 3);
            let relative = Settings { types: Reading::Relative, ..Settings::default() };
            assert_eq!(marks(locale, relative).collect::<Vec<_>>(), [text!(locale, chart.types_relative)]);
        }
    }

    #[test]
    fn hidden_moments_are_counted() {
        let project = Project::default();
        assert_eq!(masked(Locale::English, &project, 0), None);
        assert_eq!(
            Locale::ALL.map(|locale| masked(locale, &project, 2).unwrap_or_default()),
            [
                "Moments masqués, parce qu’ils parleraient de moins de 5 collaborateurs ou laisseraient déduire leurs chiffres\u{a0}: 2.",
                "Moments masked, because they would tell of fewer than 5 employees or let their figures be worked out: 2."
            ]
        );
    }
}
