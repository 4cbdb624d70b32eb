//! Guesses the columns of answers in people's own words.
//!
//! A column is a text by its header and its longest answers, however often a short answer is repeated.

use std::collections::{BTreeMap, HashSet};

use super::columns::Columns;
use super::{house, names};
use crate::import::matching::{fold, mentions};
use crate::import::prompts;
use crate::import::vocabulary::{Role, is_no_answer};
use crate::model::Prompt;

impl Columns<'_> {
    /// The free columns of answers, in their order.
    pub(super) fn texts(&mut self) -> Vec<usize> {
        let nothing_but_prose =
            self.free().all(|column| self.profiles[column].filled == 0 || self.profiles[column].is_prose());
        let unnamed = |column: &usize| {
            nothing_but_prose
                && self.profiles[*column].is_prose()
                && !is_no_answer(&self.headers[*column])
                && !names::is_a_reply(&self.headers[*column])
        };
        let wanted = |column: &usize| {
            !self.precisions.contains(column)
                && !self.is_of_the_house(*column)
                && (self.is_text(*column) || unnamed(column))
        };
        let mut found: Vec<usize> = self.free().filter(wanted).collect();
        let twins: Vec<usize> = self.free().filter(|column| self.is_a_twin(*column, &found)).collect();
        found.extend(twins);
        if found.is_empty() {
            found.extend(self.likeliest_text());
        }
        found.sort_unstable();
        // Free texts beside choices come after the questions.
        let precisions = self.precisions.iter().copied().filter(|column| !self.taken[*column]);
        found.extend(precisions.filter(|column| !found.contains(column)).collect::<Vec<_>>());
        for column in &found {
            self.taken[*column] = true;
        }
        found
    }

    /// Whether a column is one of answers by its header and by what it holds.
    fn is_text(&self, column: usize) -> bool {
        let (header, profile) = (&self.headers[column], &self.profiles[column]);
        if self.is_never_text(column) {
            return false;
        }
        if self.is_called(Role::Text, column) {
            return profile.filled > 0 || self.table.rows() == 0;
        }
        if profile.filled == 0 || profile.is_constant() && profile.content.cells > 0 {
            return false;
        }
        // In a pair of questions, most people may answer one with two or three words.
        if self.is_of_a_pair(column) && profile.content.is_own() {
            return true;
        }
        let prompt = self.prompt(column);
        let names_answers = self.names_answers(column) && !asks_to_choose(header);
        let open = profile.content.cells == 0 || !profile.content.is_chosen() && !self.is_of_choices(column);
        if names_answers && open {
            return true;
        }
        let asks = self.table.headers()[column].contains('?') || prompt != Prompt::Unknown;
        let own_words = profile.is_prose() && !profile.content.is_of_names() && !self.is_of_choices(column);
        if asks && own_words && !names::asks_for_a_name(header) {
            return true;
        }
        let wholly = prompts::of(&self.table.headers()[column]).is_some() && !profile.is_grouping();
        wholly && prompt != Prompt::Unknown && profile.content.cells > 0 || self.is_plainly_prose(column)
    }

    /// Whether the header has a word for answers, and is no question in French that begins with "comment".
    pub(in crate::import) fn names_answers(&self, column: usize) -> bool {
        let header = &self.headers[column];
        let asks_how = asks_how(&self.table.headers()[column], header) && !self.profiles[column].is_prose();
        let worded = || self.prompt(column) != Prompt::Unknown && self.profiles[column].content.is_worded();
        let betrayed = Role::Text.is_betrayed_by(header)
            && (asks_openly(header) || header.split(' ').count() <= 6 || self.profiles[column].is_prose());
        (betrayed || worded()) && !asks_how
    }

    /// Whether the column holds something other than answers, whatever its header.
    pub(in crate::import) fn is_never_text(&self, column: usize) -> bool {
        let header = &self.headers[column];
        let is_about = names::is_about(header) && !self.table.headers()[column].contains('?');
        self.holds_no_words(column)
            || names::is_a_reply(header)
            || is_about && !self.is_plainly_prose(column) && !self.is_called(Role::Text, column)
    }

    /// Whether the column is likely to hold texts of a company, which are no answers beside others.
    pub(in crate::import) fn is_of_the_house(&self, column: usize) -> bool {
        let header = &self.headers[column];
        !self.is_called(Role::Text, column)
            && !self.table.headers()[column].contains('?')
            && house::is_likely(header)
    }

    fn holds_no_words(&self, column: usize) -> bool {
        let profile = &self.profiles[column];
        profile.is_numeric() || profile.content.is_bare() && !self.is_narrative_for_some(column)
    }

    /// Whether some answers are narratives, below a question for the best or the worst that the others answer with
    /// "yes".
    pub(super) fn is_narrative_for_some(&self, column: usize) -> bool {
        let content = &self.profiles[column].content;
        self.prompt(column) != Prompt::Unknown
            && content.is_own()
            && content.longest >= 30
            && content.cells >= content.bare + 2
    }

    /// Whether a column has long answers, nearly all different, whatever its header.
    fn is_plainly_prose(&self, column: usize) -> bool {
        let content = &self.profiles[column].content;
        self.profiles[column].is_prose()
            && content.cells >= 3
            && content.characters >= content.cells * 40
            && content.distinct * 10 >= content.cells * 8
            && !content.is_of_names()
            && !is_no_answer(&self.headers[column])
            && !names::is_a_title(&self.headers[column])
            && !names::asks_for_a_name(&self.headers[column])
            && !self.is_of_choices(column)
    }

    /// Whether a column is the opposite question of a text that was found, however many of its answers are "RAS".
    fn is_a_twin(&self, column: usize, found: &[usize]) -> bool {
        let Some(opposite) = opposite(self.prompt(column)) else { return false };
        !found.contains(&column)
            && !self.is_never_text(column)
            && found.iter().any(|text| self.prompt(*text) == opposite)
    }

    /// Whether a column asks for the best and another column for the worst, or the other way round.
    pub(in crate::import) fn is_of_a_pair(&self, column: usize) -> bool {
        opposite(self.prompt(column)).is_some_and(|other| {
            (0..self.prompts.len()).any(|twin| self.prompt(twin) == other && !self.is_never_text(twin))
        })
    }

    fn prompt(&self, column: usize) -> Prompt {
        self.prompts[column]
    }

    /// The column of the longest texts, for a table in which no header names answers.
    fn likeliest_text(&self) -> Option<usize> {
        let length = |column: &usize| {
            self.profiles[*column].content.characters / self.profiles[*column].content.cells.max(1)
        };
        let free = || {
            self.free()
                .filter(|column| !self.holds_no_words(*column) && !names::is_a_reply(&self.headers[*column]))
        };
        let prose = || free().filter(|column| self.profiles[*column].is_prose());
        let plain = prose()
            .filter(|column| !self.profiles[*column].content.is_of_names())
            .max_by_key(|column| (!self.is_of_the_house(*column), length(column)));
        let words = || {
            free()
                .filter(|column| self.profiles[*column].filled > 0)
                .filter(|column| self.taken.len() == 1 || !self.profiles[*column].is_grouping())
                .filter(|column| self.taken.len() <= 3 || !self.profiles[*column].content.is_repeated())
                .max_by_key(length)
        };
        // "Reply" alone means the answers to a survey.
        let replies = || {
            let is_one = |column: &usize| matches!(self.headers[*column].as_str(), "reply" | "replies");
            self.free().find(|column| is_one(column) && !self.profiles[*column].is_numeric())
        };
        let called = || {
            self.free()
                .find(|column| self.is_called(Role::Text, *column) && self.profiles[*column].filled > 0)
        };
        let by_people = plain.filter(|column| !self.is_of_the_house(*column));
        let any = || prose().max_by_key(|column| (!self.is_of_the_house(*column), length(column)));
        by_people.or_else(any).or_else(replies).or_else(words).or_else(called)
    }

    /// Whether its cells are lists of the same choices: "Phone, Shop", "Shop, Letter".
    pub(in crate::import) fn is_of_choices(&self, column: usize) -> bool {
        let rows = self.profiles[column].rows;
        let cells: HashSet<&str> = (0..rows).map(|row| self.table.cell(row, column).trim()).collect();
        let mut pieces: BTreeMap<String, usize> = BTreeMap::new();
        let mut lists = 0;
        for cell in cells.iter().filter(|cell| !cell.is_empty()) {
            let parts: HashSet<String> = cell.split([',', ';', '|', '\n']).map(fold).collect();
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            lists += usize::from(parts.len() > 1);
            for part in parts {
                *pieces.entry(part).or_insert(0) += 1;
            }
        }
        let all: usize = pieces.values().sum();
        let again: usize = pieces.values().filter(|count| **count > 1).sum();
        lists >= 2 && lists * 5 >= cells.len() && again * 4 >= all * 3
    }
}

fn opposite(prompt: Prompt) -> Option<Prompt> {
    match prompt {
        Prompt::Positive => Some(Prompt::Negative),
        Prompt::Negative => Some(Prompt::Positive),
        _ => None,
    }
}

/// Whether that header is a question in French that begins with "comment", which is not a comment.
fn asks_how(header: &str, folded: &str) -> bool {
    folded.starts_with("comment ") && header.contains('?')
        || mentions(folded, "comment") && mentions(folded, "vous")
}

/// Whether that folded header asks for free text: in a long question, "answers" and "feedback" may be its subject.
fn asks_openly(folded: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 26] = [
        "verbatim", "verbatims", "commentaire", "commentaires", "comments", "remarque", "remarques", "suggestion",
        "suggestions", "pourquoi", "why", "racontez", "raconter", "tell us", "expliquez", "precisez", "explain",
        "decrivez", "describe", "raison", "raisons", "reason", "reasons", "interaction la plus", "elaborate",
        "in your own words",
    ];
    WORDS.iter().any(|words| mentions(folded, words))
}

/// Whether that header allows several choices.
pub(super) fn asks_for_several(header: &str) -> bool {
    let words = [
        "plusieurs reponses",
        "plusieurs choix",
        "choix multiple",
        "choix multiples",
        "cochez",
        "all that apply",
        "select all",
        "check all",
        "tick all",
        "several answers",
        "multiple answers",
        "multiple choice",
    ];
    words.iter().any(|words| mentions(header, words))
}

/// Whether that folded question asks to choose from a list.
fn asks_to_choose(folded: &str) -> bool {
    const WORDS: [&str; 8] = [
        "select all",
        "please select",
        "check all",
        "please choose",
        "plusieurs reponses possibles",
        "cochez",
        "selectionnez",
        "plusieurs choix possibles",
    ];
    WORDS.iter().any(|words| mentions(folded, words))
}
