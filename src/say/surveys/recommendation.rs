//! Whether a question is a recommendation, where a reader may know better.

use crate::model::{Scale, ScaleKind};
use crate::say::{Locale, text};

/// Why a question that could be taken for a recommendation has no net promoter score.
pub fn why_none(locale: Locale, scale: Scale) -> Option<&'static str> {
    let is_net = scale.kind == ScaleKind::Nps;
    match scale.ends() {
        ends if ends == Scale::NPS.ends() && !is_net => Some(text!(locale, surveys.not_net)),
        ends if ends == Scale::NPS.ends() && scale.is_reversed() => {
            Some(text!(locale, surveys.not_net_turned))
        }
        (1.0, 10.0) => Some(text!(locale, surveys.not_net_from_one)),
        _ => None,
    }
}

/// Whether it can be taken for one, or for none where it is one.
pub fn is_offered(scale: Scale) -> bool {
    scale.ends() == Scale::NPS.ends() && (scale.kind == ScaleKind::Nps || !scale.is_reversed())
}

/// That offer.
pub fn offer(locale: Locale, scale: Scale) -> &'static str {
    match scale.kind {
        ScaleKind::Nps => text!(locale, surveys.make_no_net),
        _ => text!(locale, surveys.make_net),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    #[test]
    fn a_scale_that_is_nearly_one_of_recommendation_says_why_it_has_no_score() {
        let ten = |low| Scale::custom(low, 10.0).unwrap();
        let why = |scale| why_none(Locale::English, scale).unwrap_or_default();
        assert_eq!(why(Scale::NPS), "");
        assert_eq!(why(Scale::CSAT), "");
        assert!(why(ten(0.0)).starts_with("This is no question of recommendation"));
        assert_eq!(why(ten(0.0).turned()), why(ten(0.0)));
        assert!(why(Scale::NPS.turned()).contains("where 10 is the best"));
        assert!(why(ten(1.0)).contains("from 1 to 10"));
        assert_ne!(why_none(Locale::French, ten(1.0)), why_none(Locale::English, ten(1.0)));
    }

    #[test]
    fn only_from_zero_to_ten_it_can_be_one() {
        let ten = Scale::custom(0.0, 10.0).unwrap();
        let offered = |scale| is_offered(scale).then(|| offer(Locale::English, scale));
        assert_eq!(offered(Scale::NPS), Some("This is no question of recommendation"));
        assert_eq!(offered(Scale::NPS.turned()), offered(Scale::NPS));
        assert_eq!(offered(ten), Some("This is a question of recommendation (NPS)"));
        assert_eq!([offered(ten.turned()), offered(Scale::CSAT)], [None; 2]);
    }
}
