//! The questions that verbatims answer.

use super::{Locale, side, text};
use crate::analysis::SideSummary;
use crate::model::{Prompt, Side};

/// The question that a verbatim answers; none if nobody said.
pub fn name(locale: Locale, prompt: Prompt) -> Option<&'static str> {
    match prompt {
        Prompt::Positive => Some(text!(locale, prompt.positive)),
        Prompt::Negative => Some(text!(locale, prompt.negative)),
        Prompt::Neutral => Some(text!(locale, prompt.neutral)),
        Prompt::Unknown => None,
    }
}

/// The questions that a side's coded verbatims answer, those that none answers left out.
pub fn shares(locale: Locale, of: Side, summary: &SideSummary) -> String {
    let names = [
        text!(locale, prompt.positive),
        text!(locale, prompt.negative),
        text!(locale, prompt.neutral),
        text!(locale, prompt.unknown),
    ];
    let parts: Vec<String> = names
        .into_iter()
        .zip(summary.prompts)
        .filter(|(_, number)| *number > 0)
        .map(|(name, number)| {
            let share = f64::from(number) / f64::from(summary.coded.max(1));
            format!("{name} {}", locale.percent(share, 0))
        })
        .collect();
    // The names of the sides begin without an accent, so the first load needs no table of all letters there are.
    let side = side::name(locale, of).to_ascii_lowercase();
    text!(locale, mirror.prompts, side = side, parts = parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Filter, mirror};
    use crate::model::Project;

    #[test]
    fn a_question_has_a_name_if_somebody_said_which() {
        let said = [Prompt::Positive, Prompt::Negative, Prompt::Neutral];
        for locale in Locale::ALL {
            let mut names = said.map(|prompt| name(locale, prompt)).to_vec();
            names.dedup();
            assert!(names.len() == 3 && !names.contains(&None));
            assert_eq!(name(locale, Prompt::Unknown), None);
        }
    }

    #[test]
    fn questions_come_with_their_shares() {
        let nobody = mirror(&Project::default(), &Filter::default());
        let summary = SideSummary { prompts: [3, 0, 0, 1], coded: 4, ..nobody.employee };
        let [french, english] = Locale::ALL.map(|locale| shares(locale, Side::Employee, &summary));
        assert!(french.contains("75\u{a0}%, ") && french.contains("25\u{a0}%"), "{french}");
        assert!(english.contains("employees") && english.contains("75%, "), "{english}");
        let two = [(Locale::French, french), (Locale::English, english)];
        for (locale, said) in two {
            assert!(!said.contains(text!(locale, prompt.negative)), "what none answers is left out: {said}");
        }
    }
}
