//! Which columns divide the rows into groups.

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
    /// Questions of one column per choice.
    pub(super) fn questions(&mut self) -> Vec<Segment> {
        let mut questions = choices::over_columns(self.table);
        questions.retain(|question| !question.columns().any(|column| self.taken[column]));
        self.precisions = choices::precisions(self.table, &questions);
        self.take_segments(&questions);
        questions
    }

    /// Columns whose cells hold several choices. Answers in one's own words may look like them where they are short.
    pub(super) fn lists(&mut self) -> Vec<Segment> {
        let may_list = |column: &usize| {
            let header = &self.headers[*column];
            let asks_for_words =
                self.is_called(Role::Text, *column) || prompts::mentioned(header) != Prompt::Unknown;
            // Lists that come again as they are were ticked, whatever the question asks for.
            let said = &self.profiles[*column].said;
            let comes_again = said.cells >= 20 && said.distinct * 2 <= said.cells;
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

    /// Whether a few values come again and again, though most people were not asked or some wrote something else.
    fn is_of_few_values(&self, column: usize) -> bool {
        /// Fewer cells group nobody.
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

    /// Whether a column of few numbers says who somebody is: "Sexe" 1 and 2.
    pub(in crate::import) fn is_coded_group(&self, column: usize) -> bool {
        self.is_of_few_numbers(column) && ratings::describes(&self.headers[column])
    }

    /// Whether a column has few whole numbers again and again.
    pub(in crate::import) fn is_of_few_numbers(&self, column: usize) -> bool {
        let profile = &self.profiles[column];
        (2..=12).contains(&profile.distinct)
            && profile.distinct * 3 <= profile.filled
            && profile.is_numeric()
            && self.share(column, |cell| cell.len() <= 4 && values::is_number(cell)) >= 90
    }

    /// Whether a column has few short cells again and again, though few people have one.
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

    /// The questions of several choices, and the free columns of few groups. Links, electronic addresses, rounded
    /// identifiers and what a company replied group nobody, however often they repeat.
    pub(super) fn segments(&self, mut segments: Vec<Segment>, is_coded: bool) -> Vec<Segment> {
        let groups = |column: &usize| {
            (self.profiles[*column].is_grouping()
                || self.is_of_few_values(*column)
                || self.is_coded_group(*column))
                && !self.profiles[*column].said.is_damaged()
                && !names::is_a_reply(&self.headers[*column])
                && !names::is_a_persons_name(&self.headers[*column])
                && !names::counts_votes(&self.headers[*column])
                // How a moment was lived is said of the coding, not of who answered.
                && !(is_coded && self.is_called(Role::Valence, *column))
                // What a form showed, with answers filled in, was no question.
                && !self.table.headers()[*column].contains("{{")
                && self.share(*column, |cell| cells::is_link(cell) || cells::is_email(cell) || cells::is_file(cell)) < 50
        };
        segments.extend(self.free().filter(groups).map(Segment::Column));
        choices::in_order(&mut segments);
        segments
    }
}
