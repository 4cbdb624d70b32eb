//! Guesses the columns that divide the rows into groups.

use super::columns::Columns;
use super::names;
use super::texts::asks_for_several;
use crate::import::cells;
use crate::import::choices::{self, Segment};
use crate::import::prompts;
use crate::import::ratings;
use crate::import::values;
use crate::import::vocabulary::Role;
use crate::model::Prompt;

impl Columns<'_> {
    /// The questions of one column per choice.
    pub(super) fn questions(&mut self) -> Vec<Segment> {
        let mut questions = choices::over_columns(self.table);
        questions.retain(|question| !question.columns().any(|column| self.taken[column]));
        self.precisions = choices::precisions(self.table, &questions);
        self.take_segments(&questions);
        questions
    }

    /// The columns whose cells list several choices. Short answers in people's own words may look like them.
    pub(super) fn lists(&mut self) -> Vec<Segment> {
        let may_list = |column: &usize| {
            let header = &self.headers[*column];
            let asks_for_words =
                self.is_called(Role::Text, *column) || prompts::mentioned(header) != Prompt::Unknown;
            // Lists that are repeated as wholes were ticked, whatever the question.
            let content = &self.profiles[*column].content;
            let comes_again = content.cells >= 20 && content.distinct * 2 <= content.cells;
            (asks_for_several(header)
                || !asks_for_words
                || comes_again && !self.is_called(Role::Text, *column))
                && !names::is_a_reply(header)
        };
        let lists = self.free().filter(may_list);
        let lists: Vec<Segment> = lists.filter_map(|column| choices::in_cells(self.table, column)).collect();
        self.take_segments(&lists);
        lists
    }

    /// Whether a few values are repeated often, even if most cells are blank or some hold other texts.
    fn is_of_few_values(&self, column: usize) -> bool {
        /// The fewest cells for groups.
        const CELLS: usize = 20;
        let profile = &self.profiles[column];
        if profile.filled < CELLS
            || profile.numeric * 2 >= profile.filled
            || names::is_about(&self.headers[column])
        {
            return false;
        }
        let shared: Vec<(&str, usize)> = self.values(column).filter(|(_, count)| *count > 2).collect();
        let people: usize = shared.iter().map(|(_, count)| count).sum();
        (2..=12).contains(&shared.len())
            && people * 4 >= profile.filled * 3
            && shared.iter().all(|(value, _)| value.chars().count() <= 120)
    }

    /// Whether a column of few numbers describes people: "Sexe" 1 and 2.
    pub(in crate::import) fn is_coded_group(&self, column: usize) -> bool {
        self.is_of_few_numbers(column) && ratings::describes(&self.headers[column])
    }

    /// Whether a column has few different whole numbers, repeated often.
    pub(in crate::import) fn is_of_few_numbers(&self, column: usize) -> bool {
        let profile = &self.profiles[column];
        (2..=12).contains(&profile.distinct)
            && profile.distinct * 3 <= profile.filled
            && profile.is_numeric()
            && self.share(column, |cell| cell.len() <= 4 && values::is_number(cell)) >= 90
    }

    /// Whether a column has few different short cells, repeated often, even if most are blank.
    pub(in crate::import) fn is_of_few_words(&self, column: usize) -> bool {
        let profile = &self.profiles[column];
        profile.distinct >= 2
            && profile.filled >= 5
            && profile.distinct * 2 <= profile.filled
            && profile.numeric * 2 < profile.filled
            && self.share(column, |cell| cells::is_link(cell) || cells::is_email(cell)) < 50
    }

    fn take_segments(&mut self, segments: &[Segment]) {
        for column in segments.iter().flat_map(Segment::columns) {
            self.taken[column] = true;
        }
    }

    /// The questions of several choices, and the free columns of few groups. Links, e-mail addresses, rounded
    /// identifiers and replies of a company are no groups, however often they are repeated.
    pub(super) fn segments(&self, mut segments: Vec<Segment>, is_coded: bool) -> Vec<Segment> {
        let groups = |column: &usize| {
            (self.profiles[*column].is_grouping()
                || self.is_of_few_values(*column)
                || self.is_coded_group(*column))
                && !self.profiles[*column].content.is_damaged()
                && !names::is_a_reply(&self.headers[*column])
                && !names::is_a_persons_name(&self.headers[*column])
                && !names::counts_votes(&self.headers[*column])
                // The valence belongs to the coding, not to the respondent.
                && !(is_coded && self.is_called(Role::Valence, *column))
                // A text of the form with earlier answers filled in is no question.
                && !self.table.headers()[*column].contains("{{")
                && self.share(*column, |cell| cells::is_link(cell) || cells::is_email(cell) || cells::is_file(cell)) < 50
        };
        segments.extend(self.free().filter(groups).map(Segment::Column));
        choices::in_order(&mut segments);
        segments
    }
}
