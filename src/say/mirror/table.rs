//! What stands above the table of the mirror: what its levels are, where they are not the usual ones.

use crate::analysis::{Mentions, Mirror, SideSummary};
use crate::model::{LevelSource, Reading, Settings};
use crate::say::{Locale, question, text};

/// In the relative reading: the means that levels are measured from, and which levels make the types.
pub fn relative_to(locale: Locale, mirror: &Mirror, settings: Settings) -> String {
    let mean = |side: &SideSummary| {
        side.mean_level.map_or_else(|_| "—".to_owned(), |mean| locale.signed(mean.shown(), 1))
    };
    let (client, employee) = (mean(&mirror.client), mean(&mirror.employee));
    let types = match settings.types {
        Reading::Absolute => text!(locale, mirror.table_types_absolute),
        Reading::Relative => text!(locale, mirror.table_types_relative),
    };
    let levels = text!(locale, mirror.table_relative, client = client, employee = employee);
    format!("{levels} {types}")
}

/// Where levels are made of ratings: of which questions.
pub fn questions(locale: Locale, mentions: &[Mentions; 2], settings: Settings) -> Option<String> {
    let [client, employee] = mentions;
    let read = || question::of_sides(locale, [client.question.as_ref(), employee.question.as_ref()]);
    (settings.levels == LevelSource::Rating)
        .then(|| text!(locale, mirror.table_ratings, questions = read().join(" · ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Undefined;
    use crate::say::example::bank;

    #[test]
    fn the_relative_reading_names_its_means() {
        let mut sample = bank();
        let said =
            |sample: &Mirror, settings| Locale::ALL.map(|locale| relative_to(locale, sample, settings));
        assert_eq!(
            said(&sample.mirror, Settings::default()),
            [
                "Lecture relative\u{a0}: les niveaux de ce tableau sont ceux des personnes moins la moyenne de leur côté (clients −7,6, collaborateurs −11,3)\u{a0}; les intervalles sont décalés d’autant, comme si cette moyenne était connue exactement. Le tableau exporté garde les niveaux absolus. Le type, la certitude et l’enjeu suivent les niveaux absolus.",
                "Relative reading: the levels of this table are those of the people minus the mean of their side (clients −7.6, employees −11.3); intervals are moved by as much, as if that mean were known exactly. The exported table keeps the absolute levels. Type, certainty and stake follow the absolute levels."
            ]
        );
        sample.mirror.employee.mean_level = Err(Undefined::NoValence);
        let relative = Settings { types: Reading::Relative, ..Settings::default() };
        assert_eq!(
            said(&sample.mirror, relative),
            [
                "Lecture relative\u{a0}: les niveaux de ce tableau sont ceux des personnes moins la moyenne de leur côté (clients −7,6, collaborateurs —)\u{a0}; les intervalles sont décalés d’autant, comme si cette moyenne était connue exactement. Le tableau exporté garde les niveaux absolus. Le type et la certitude suivent la lecture relative, l’enjeu les niveaux absolus.",
                "Relative reading: the levels of this table are those of the people minus the mean of their side (clients −7.6, employees —); intervals are moved by as much, as if that mean were known exactly. The exported table keeps the absolute levels. Type and certainty follow the relative reading, the stake the absolute levels."
            ]
        );
    }

    #[test]
    fn levels_from_ratings_name_their_questions() {
        let sample = bank();
        assert_eq!(questions(Locale::French, &sample.mentions, Settings::default()), None);
        let ratings = Settings { levels: LevelSource::Rating, ..Settings::default() };
        let said = Locale::ALL.map(|locale| questions(locale, &sample.mentions, ratings).unwrap_or_default());
        assert_eq!(
            said,
            [
                "Les niveaux viennent des notes des personnes (Clients : « Recommanderiez-vous notre banque à un proche ? (0-10) » · Collaborateurs : « Recommanderiez-vous notre banque à un proche ? (0-10) »)\u{a0}; l’intensité et «\u{a0}ambivalent\u{a0}», des valences de ce qu’elles disent.",
                "Levels come from people’s ratings (Clients: “Recommanderiez-vous notre banque à un proche ? (0-10)” · Employees: “Recommanderiez-vous notre banque à un proche ? (0-10)”); intensity and “ambivalent” from the valences of what they say."
            ]
        );
    }
}
