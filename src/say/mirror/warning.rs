//! What a reader should know before believing the mirror.

use crate::analysis::warnings::Warning;
use crate::model::Reading;
use crate::say::{Locale, side, text};

/// What a reader should know before believing the mirror.
pub fn warning(locale: Locale, warning: Warning) -> String {
    match warning {
        Warning::PartlyCoded(of, share) if share.0 == 0.0 => {
            text!(locale, warning.not_coded, side = side::name(locale, of))
        }
        Warning::PartlyCoded(of, share) => {
            text!(
                locale,
                warning.partly_coded,
                side = side::name(locale, of),
                share = locale.percent(share.0, u8::from(share.0 < 0.0995))
            )
        }
        Warning::PeriodsApart => text!(locale, warning.periods_apart).to_owned(),
        Warning::FewPeople(of) => text!(locale, warning.few_people, side = side::name(locale, of)),
        Warning::PromptsDiffer(of, types) => {
            let advice = match types {
                Reading::Absolute => text!(locale, warning.prefer_relative),
                Reading::Relative => text!(locale, warning.types_relative),
            };
            format!("{} {advice}", text!(locale, warning.prompts_differ, side = side::name(locale, of)))
        }
        Warning::RatingsDisagree(of) => {
            text!(locale, warning.ratings_disagree, side = side::name(locale, of))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Proportion;
    use crate::model::Side;

    fn said(of: Warning) -> [String; 2] {
        Locale::ALL.map(|locale| warning(locale, of))
    }

    #[test]
    fn how_much_is_coded_is_never_written_as_nothing_where_it_is_something() {
        let coded = |share| said(Warning::PartlyCoded(Side::Client, Proportion(share)));
        let [french, english] = coded(0.004);
        assert!(french.contains("0,4\u{a0}%") && english.contains("0.4%"), "{french} {english}");
        assert!(coded(0.34)[1].contains("34%"));
        assert_eq!(coded(0.0)[1], text!(Locale::English, warning.not_coded, side = "Clients"));
    }

    #[test]
    fn questions_that_differ_come_with_advice_by_the_reading() {
        let [absolute, relative] = [Reading::Absolute, Reading::Relative]
            .map(|types| said(Warning::PromptsDiffer(Side::Employee, types)));
        for (at, locale) in Locale::ALL.into_iter().enumerate() {
            assert!(absolute[at].ends_with(text!(locale, warning.prefer_relative)));
            assert!(relative[at].ends_with(text!(locale, warning.types_relative)));
        }
    }

    #[test]
    fn each_warning_is_another_one() {
        let warnings = [
            Warning::PeriodsApart,
            Warning::FewPeople(Side::Client),
            Warning::FewPeople(Side::Employee),
            Warning::RatingsDisagree(Side::Client),
        ];
        let mut all = warnings.map(said).concat();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 8);
    }
}
