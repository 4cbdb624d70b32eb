//! The columns of a table, and the roles that are already given.

use super::names::{self, folded};
use crate::import::matching::mentions;
use crate::import::profile::Profile;
use crate::import::prompts;
use crate::import::sides;
use crate::import::table::Table;
use crate::import::values;
use crate::import::vocabulary::Role;
use crate::model::{Prompt, Side};

/// The headers and profiles of the columns, and whether each has a role.
pub(in crate::import) struct Columns<'a> {
    pub table: &'a Table,
    pub headers: Vec<String>,
    /// The last row of each header, which names the column.
    called: Vec<String>,
    pub profiles: &'a [Profile],
    /// The prompt of each column.
    pub prompts: Vec<Prompt>,
    pub taken: Vec<bool>,
    /// Columns of free text beside questions of several choices.
    pub precisions: Vec<usize>,
}

impl<'a> Columns<'a> {
    pub(in crate::import) fn new(table: &'a Table) -> Self {
        // Below the title of a group comes the name of the column.
        let is_joined = table.layout().header_rows > 1;
        let parts = |header: &'a String| header.rsplit_once(" / ").filter(|_| is_joined);
        let is_label = |last: &str| matches!(folded(last).as_str(), "response" | "reponse");
        // "Response" below a question is no name.
        let whole = |header| match parts(header) {
            Some((question, last)) if is_label(last) => folded(question),
            _ => folded(header),
        };
        let last = |header| match parts(header) {
            Some((question, last)) => folded(if is_label(last) { question } else { last }),
            None => folded(header),
        };
        let headers: Vec<String> = table.headers().iter().map(whole).collect();
        let called = table.headers().iter().map(last).collect();
        let profiles = table.profiles();
        let prompts =
            (0..table.columns()).map(|column| prompts::of_column(table.headers(), column)).collect();
        let taken = vec![false; table.columns()];
        Self { table, headers, called, profiles, prompts, taken, precisions: Vec::new() }
    }

    pub(super) fn free(&self) -> impl Iterator<Item = usize> {
        (0..self.taken.len()).filter(|column| !self.taken[*column])
    }

    pub(super) fn take(&mut self, column: Option<usize>) -> Option<usize> {
        if let Some(column) = column {
            self.taken[column] = true;
        }
        column
    }

    /// Takes those of these columns that are free, and returns them.
    pub(super) fn take_all(&mut self, columns: Vec<usize>) -> Vec<usize> {
        let free: Vec<usize> = columns.into_iter().filter(|column| !self.taken[*column]).collect();
        for column in &free {
            self.taken[*column] = true;
        }
        free
    }

    /// The first free column with a name of that role, else the first with a word of it in its header.
    pub(super) fn find(&mut self, role: Role) -> Option<usize> {
        let called = self.free().find(|column| self.is_called(role, *column) && self.suits(role, *column));
        let betrayed = || {
            self.free().find(|column| {
                let header = &self.headers[*column];
                header.split(' ').count() <= 5
                    && role.is_betrayed_by(header)
                    && self.suits(role, *column)
                    && !self.asks(role, *column)
            })
        };
        let found = called.or_else(betrayed);
        self.take(found)
    }

    /// Whether a free column has a name of that role.
    pub(super) fn names(&self, role: Role) -> bool {
        self.free().any(|column| self.is_called(role, column) && self.suits(role, column))
    }

    /// The column of stages as that of moments, in a table of codings without moments: beside a coder or a valence, the
    /// stages are what was coded.
    pub(super) fn stage_as_moment(&mut self) -> Option<usize> {
        let is_coded =
            self.names(Role::Coder) || self.free().any(|column| self.is_called(Role::Valence, column));
        if is_coded { self.find(Role::Stage) } else { None }
    }

    /// Whether a header with a word of a coding is a question: "your best moment with a customer".
    fn asks(&self, role: Role, column: usize) -> bool {
        let header = &self.table.headers()[column];
        let is_coding =
            matches!(role, Role::Moment | Role::Stage | Role::Valence | Role::Effort | Role::Coder);
        let content = &self.profiles[column].content;
        // "Un moment marquant" is a question if some answers are long, however many are "RAS".
        let is_narrative = || role == Role::Moment && content.longest >= 50 && content.is_own();
        is_coding && (header.contains('?') || self.prompts[column] != Prompt::Unknown || is_narrative())
    }

    pub(in crate::import) fn is_called(&self, role: Role, column: usize) -> bool {
        role.is_called(&self.headers[column]) || role.is_called(&self.called[column])
    }

    /// Whether the cells of a column suit a role. A column without cells suits any.
    fn suits(&self, role: Role, column: usize) -> bool {
        let profile = &self.profiles[column];
        if names::is_a_reply(&self.headers[column]) {
            return false;
        }
        if profile.filled == 0 {
            return true;
        }
        match role {
            Role::Effort => profile.numeric * 2 >= profile.filled,
            Role::Valence => {
                let has_a_tone = |cell: &str| values::tone(cell).is_some();
                profile.numeric * 2 >= profile.filled || self.share(column, has_a_tone) >= 80
            }
            Role::Prompt => {
                let few =
                    profile.distinct <= 20 && (profile.distinct * 2 <= profile.filled || profile.filled <= 3);
                let known = |cell: &str| prompts::asked(cell).is_some();
                self.share(column, |cell| prompts::of(cell).is_some()) >= 80
                    || few && self.share(column, known) >= 80
            }
            // A column "interaction" may hold narratives instead of kinds of interaction.
            Role::Moment | Role::Stage => {
                !profile.is_numeric() && profile.longest <= 120 && !profile.content.is_narrative()
            }
            Role::Wave | Role::Coder => !profile.is_prose() && profile.distinct <= 50,
            Role::Id | Role::Respondent => !profile.is_prose() && !profile.content.is_damaged(),
            _ => !profile.is_prose(),
        }
    }

    /// A column whose cells are the question of each row, whatever its header: nearly all read as questions.
    pub(super) fn asked_in_rows(&mut self) -> Option<usize> {
        const FIRST_PERSON: [&str; 9] = ["my", "i", "je", "j", "mon", "ma", "mes", "me", "our"];
        let is_asked = |cell: &str| {
            let is_long = cell.split_whitespace().count() >= 3;
            let folded = folded(cell);
            // "Where is my order?" is a question of a client, and no question of a survey.
            let is_of_oneself = FIRST_PERSON.iter().any(|word| mentions(&folded, word));
            let asks = cell.ends_with(['?', '…', ':']);
            is_long && !is_of_oneself && (asks || prompts::mentioned(cell) != Prompt::Unknown)
        };
        let is_of_questions = |column: &usize| {
            let profile = &self.profiles[*column];
            if !(2..=20).contains(&profile.distinct) || profile.distinct * 2 > profile.filled {
                return false;
            }
            let cells = || self.values(*column).map(|(cell, _)| cell);
            let asked = cells().filter(|cell| is_asked(cell)).count();
            let marked = cells().filter(|cell| cell.ends_with('?')).count();
            asked * 10 >= profile.distinct * 8 && marked * 2 >= profile.distinct
        };
        // The answers must be in another column.
        let is_prose =
            |column: usize| self.profiles[column].is_prose() && !self.profiles[column].is_grouping();
        let found = self.free().find(|column| {
            !self.table.headers()[*column].contains('?')
                && is_of_questions(column)
                && self.free().any(|other| other != *column && is_prose(other))
        });
        self.take(found)
    }

    /// The different values of the first cells of a column, each with its count.
    pub(super) fn values(&self, column: usize) -> impl Iterator<Item = (&'a str, usize)> {
        self.profiles[column].values(self.table, column)
    }

    /// The percentage of the first cells of a column for which `is_so` holds.
    pub(super) fn share(&self, column: usize, is_so: fn(&str) -> bool) -> usize {
        let such: usize = self.values(column).filter(|(cell, _)| is_so(cell)).map(|(_, times)| times).sum();
        such * 100 / self.profiles[column].filled.max(1)
    }

    /// A column whose values name sides, or one that has a name of the side and divides the rows.
    pub(super) fn side(&mut self) -> Option<usize> {
        let names_sides = |column: &usize| self.share(*column, |cell| sides::of(cell).is_some()) >= 50;
        let called = |column: &usize| self.is_called(Role::Side, *column);
        let strictly = |column: &usize| matches!(self.headers[*column].as_str(), "side" | "cote");
        let found = self.free().find(|column| called(column) && names_sides(column));
        // Without such a name, "Vendeur" and "Caissier" may be jobs: both sides must occur.
        let names_both = |column: &usize| {
            let has = |side| self.values(*column).any(|(cell, _)| sides::of(cell) == Some(side));
            names_sides(column) && has(Side::Client) && has(Side::Employee)
        };
        let found = found.or_else(|| self.free().find(names_both));
        let found = found
            .or_else(|| self.free().find(|column| strictly(column) && self.profiles[*column].is_grouping()));
        self.take(found)
    }
}
