//! Closed questions by their names.

use super::{Locale, side, text};
use crate::model::{Question, Side};

/// A closed question by its name, and which end of its scale is the best where that is the lower one.
pub fn name(locale: Locale, question: &Question) -> String {
    let name = match question.name.as_str() {
        "" => text!(locale, surveys.unnamed),
        name => name,
    };
    if question.scale.is_reversed() {
        text!(locale, surveys.question_turned, name = name, best = question.scale.ends().0)
    } else {
        text!(locale, surveys.question, name = name)
    }
}

/// The closed questions that the mirror reads, by side, clients first.
pub fn of_sides(locale: Locale, read: [Option<&Question>; 2]) -> Vec<String> {
    let sides = Side::BOTH.into_iter().zip(read);
    let known = sides.filter_map(|(of, read)| Some((of, read?)));
    known
        .map(|(of, read)| {
            text!(locale, surveys.of_side, side = side::name(locale, of), question = name(locale, read))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scale;

    #[test]
    fn a_question_is_named_and_one_without_a_name_too() {
        let question = |name: &str| Question { name: name.into(), scale: Scale::NPS };
        for locale in Locale::ALL {
            assert!(name(locale, &question("Recommend")).contains("Recommend"));
            assert!(name(locale, &question("")).contains(text!(locale, surveys.unnamed)));
        }
        let said = Locale::ALL.map(|locale| of_sides(locale, [None, Some(&question("eNPS"))]));
        for said in said {
            assert!(said.len() == 1 && said[0].contains("eNPS"), "{said:?}");
        }
    }

    #[test]
    fn where_the_lower_end_is_the_best_the_name_says_so() {
        let turned = Question { name: "Q".into(), scale: Scale::CSAT.turned() };
        let [french, english] = Locale::ALL.map(|locale| name(locale, &turned));
        assert!(french.ends_with(", 1 = la meilleure note"), "{french}");
        assert_eq!(english, "“Q”, 1 = the best");
    }
}
