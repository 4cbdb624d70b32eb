//! Which columns divide the rows into groups.

use super::columns::Columns;
use super::names;
use super::texts::asks_for_several;
use crate::import::cells;
use crate::import::choices::{self, Segment};
use crate::import::prompts;
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
            (asks_for_several(header) || !asks_for_words) && !names::is_a_reply(header)
        };
        let lists = self.free().filter(may_list);
        let lists: Vec<Segment> = lists.filter_map(|column| choices::in_cells(self.table, column)).collect();
        self.take_segments(&lists);
        lists
    }

    fn take_segments(&mut self, segments: &[Segment]) {
        for column in segments.iter().flat_map(Segment::columns) {
            self.taken[column] = true;
        }
    }

    /// The questions of several choices, and the free columns of few groups. Links, electronic addresses, rounded
    /// identifiers and what a company replied group nobody, however often they repeat.
    pub(super) fn segments(&self, mut segments: Vec<Segment>) -> Vec<Segment> {
        let groups = |column: &usize| {
            self.profiles[*column].is_grouping()
                && !self.profiles[*column].said.is_damaged()
                && !names::is_a_reply(&self.headers[*column])
                && self.share(*column, |cell| cells::is_link(cell) || cells::is_email(cell)) < 50
        };
        segments.extend(self.free().filter(groups).map(Segment::Column));
        choices::in_order(&mut segments);
        segments
    }
}
