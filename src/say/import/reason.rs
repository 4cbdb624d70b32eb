//! Why a row was rejected, and why a cell was left out.

use crate::import::{Issue, Reason};
use crate::say::{Locale, text};

/// Why a row was rejected.
pub fn reason(locale: Locale, reason: Reason) -> &'static str {
    match reason {
        Reason::Empty => text!(locale, reject.empty),
        Reason::SideMissing => text!(locale, reject.side_missing),
        Reason::SideUnknown => text!(locale, reject.side_unknown),
        Reason::NothingToCode => text!(locale, reject.nothing_to_code),
        Reason::IdRepeated => text!(locale, reject.id_repeated),
        Reason::Changed => text!(locale, reject.changed),
        Reason::CodedTwice => text!(locale, reject.coded_twice),
        Reason::Contradicts => text!(locale, reject.contradicts),
        Reason::Cell(issue) => self::issue(locale, issue),
    }
}

/// Why a cell was left out.
pub fn issue(locale: Locale, issue: Issue) -> &'static str {
    match issue {
        Issue::RatingUnreadable => text!(locale, issue.rating_unreadable),
        Issue::RatingOutside => text!(locale, issue.rating_outside),
        Issue::ValenceUnreadable => text!(locale, issue.valence_unreadable),
        Issue::ValenceOutside => text!(locale, issue.valence_outside),
        Issue::EffortUnreadable => text!(locale, issue.effort_unreadable),
        Issue::EffortOutside => text!(locale, issue.effort_outside),
        Issue::MomentMissing => text!(locale, issue.moment_missing),
        Issue::BothWays => text!(locale, issue.both_ways),
        Issue::TextMissing => text!(locale, issue.text_missing),
        Issue::DayUnreadable => text!(locale, issue.day_unreadable),
        Issue::TickUnreadable => text!(locale, issue.tick_unreadable),
        Issue::PromptUnknown => text!(locale, issue.prompt_unknown),
        Issue::Differs => text!(locale, issue.differs),
        Issue::Part => text!(locale, issue.part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_rejects_its_row_is_the_reason() {
        let outside = Reason::Cell(Issue::RatingOutside);
        assert_eq!(reason(Locale::English, outside), issue(Locale::English, Issue::RatingOutside));
        assert_eq!(issue(Locale::English, Issue::RatingOutside), "rating outside its scale");
        assert_eq!(reason(Locale::English, Reason::SideMissing), "the side is missing");
        assert_ne!(reason(Locale::French, Reason::Empty), reason(Locale::English, Reason::Empty));
    }
}
