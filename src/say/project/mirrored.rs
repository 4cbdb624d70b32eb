//! Which closed question of a side the mirror reads.

use crate::model::Question;
use crate::say::{Locale, question, text};

/// A question, or a dash for none.
fn named(locale: Locale, question: Option<&Question>) -> String {
    question.map_or_else(|| "—".to_owned(), |question| question::name(locale, question))
}

/// The choice to follow the rule, with the question that it leads to unless another is wanted.
pub fn rule(locale: Locale, wanted: Option<&Question>, read: Option<&Question>) -> String {
    match wanted {
        None => text!(locale, settings.question_most, question = named(locale, read)),
        Some(_) => text!(locale, settings.question_rule).to_owned(),
    }
}

/// A question as a choice; one that nobody answers any more says so.
pub fn choice(locale: Locale, question: &Question, is_gone: bool) -> String {
    let name = question::name(locale, question);
    if is_gone { text!(locale, settings.question_gone, question = name) } else { name }
}

/// What is read in the place of a question that nobody answers any more.
pub fn fallback(locale: Locale, read: Option<&Question>) -> String {
    text!(locale, settings.question_fallback, question = named(locale, read))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scale;

    #[test]
    fn the_rule_names_its_question_only_where_it_holds() {
        let asked = Question { name: "NPS".to_owned(), scale: Scale::NPS };
        let rule = |wanted, read| super::rule(Locale::English, wanted, read);
        assert_eq!(rule(None, Some(&asked)), "the one that most people answered: “NPS”");
        assert_eq!(rule(None, None), "the one that most people answered: —");
        assert_eq!(rule(Some(&asked), None), "the one that most people answered");
    }

    #[test]
    fn a_question_without_answers_says_so_and_what_is_read() {
        let asked = Question { name: "NPS".to_owned(), scale: Scale::NPS };
        let choices = [false, true].map(|is_gone| choice(Locale::English, &asked, is_gone));
        assert_eq!(choices, ["“NPS”", "“NPS”, without an answer"]);
        assert!(fallback(Locale::English, Some(&asked)).ends_with("the mirror reads “NPS”."));
        assert!(fallback(Locale::French, None).contains('—'));
    }
}
