//! A type and how sure it is.

use crate::analysis::{Class, Proportion, Row, certainty::CONFIDENT};
use crate::say::{Locale, text, types};

/// A type, or why there is none.
pub fn class(locale: Locale, class: Class) -> String {
    match class {
        Class::Typed(kind, _) => types::name(locale, kind).to_owned(),
        Class::Silent(kind) => text!(locale, mirror.by_silence, kind = types::name(locale, kind)),
        Class::Unclassified(reason) => types::missing(locale, reason).to_owned(),
    }
}

/// The type of a moment, or why it has none; of a moment about which a side is divided, that first.
pub fn kind(locale: Locale, row: &Row) -> String {
    let name = class(locale, row.class);
    match (row.class, row.divided()) {
        (Class::Typed(..), Some(_)) => text!(locale, kind.divided, kind = name),
        _ => name,
    }
}

/// How sure a type is; a dash where nothing tells.
pub fn certainty(locale: Locale, class: Class) -> String {
    let Class::Typed(_, Some(certainty)) = class else { return "—".to_owned() };
    let few = if certainty.is_of_few() { format!(", {}", text!(locale, mirror.few)) } else { String::new() };
    let probability = probability(locale, certainty.probability);
    format!("{} ({probability}{few})", types::confidence(locale, certainty.confidence))
}

/// A probability just below a limit is not shown as the limit, nor one below certainty as certainty.
fn probability(locale: Locale, Proportion(probability): Proportion) -> String {
    let limits = CONFIDENT.map(|(_, Proportion(limit))| limit);
    let is_close = limits.into_iter().chain([1.0]).any(|limit| (limit - 0.005..limit).contains(&probability));
    match probability {
        0.9995..1.0 => format!("> {}", locale.percent(0.999, 1)),
        _ => locale.percent(probability, u8::from(is_close)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Certainty, Reason, Type, certainty::confidence};

    fn typed(probability: f64, fewest: u32) -> Class {
        let probability = Proportion(probability);
        let confidence = confidence(probability, fewest);
        Class::Typed(Type::Pain, Some(Certainty { probability, confidence }))
    }

    #[test]
    fn a_class_is_its_type_or_the_reason_against_it() {
        let named = |of| Locale::ALL.map(|locale| class(locale, of));
        assert_eq!(named(typed(0.9, 20)), ["douleur", "pain"]);
        assert_eq!(named(Class::Silent(Type::Blindness)), ["cécité (par silence)", "blindness (by silence)"]);
        assert_eq!(named(Class::Unclassified(Reason::NotCited)), ["jamais cité", "never cited"]);
    }

    #[test]
    fn no_certainty_is_shown_better_than_it_is() {
        let shown = |probability, fewest| certainty(Locale::English, typed(probability, fewest));
        assert_eq!(shown(0.92, 10), "firm (92%)");
        assert_eq!(shown(0.797, 10), "tendency (79.7%)");
        assert_eq!(shown(0.497, 10), "undetermined (49.7%)");
        assert_eq!(shown(0.9996, 10), "firm (> 99.9%)");
        assert_eq!(shown(0.998, 10), "firm (99.8%)");
        assert_eq!(shown(1.0, 10), "firm (100%)");
        assert_eq!(shown(0.8, 9), "tendency (80%, fewer than 10 people)");
        assert_eq!(certainty(Locale::French, typed(0.8, 9)), "tendance (80\u{a0}%, moins de 10 personnes)");
        assert_eq!(certainty(Locale::English, Class::Typed(Type::Pain, None)), "—");
    }
}
