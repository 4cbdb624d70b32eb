//! Reads the codings of a row.

use super::Rows;
use crate::import::report::Issue;
use crate::import::themes::{self, Mark};
use crate::import::{no_moment, values};
use crate::model::imported::NewCoding;

/// The codings of the text of a row.
#[derive(Clone)]
pub(in crate::import) enum RowCodings {
    /// The text is not coded.
    None,
    /// The codings cannot be used.
    Bad(Issue),
    /// *No moment*, by that coder.
    NoMoment(Option<String>),
    /// At least one coding.
    Good(Vec<NewCoding>),
}

impl Rows<'_> {
    pub(super) fn coding(&mut self, row: usize) -> RowCodings {
        let themes = self.themes(row);
        match self.by_moment(row) {
            RowCodings::Good(codings) => RowCodings::Good(self.once(row, codings.into_iter().chain(themes))),
            // A marked theme wins over an unusable cell of another column.
            RowCodings::None | RowCodings::Bad(_) if !themes.is_empty() => {
                RowCodings::Good(self.once(row, themes.into_iter()))
            }
            RowCodings::NoMoment(_) if !themes.is_empty() => {
                self.bad(row, self.mapping.moment, Issue::BothWays)
            }
            other => other,
        }
    }

    /// The first coding of each moment: two columns may be of one theme.
    fn once(&mut self, row: usize, codings: impl Iterator<Item = NewCoding>) -> Vec<NewCoding> {
        let mut once: Vec<NewCoding> = Vec::new();
        let called = |coding: &NewCoding| coding.moment.trim().to_lowercase();
        for coding in codings {
            match once.iter().find(|there| called(there) == called(&coding)) {
                Some(there) if there.valence != coding.valence => self.warn(row, None, Issue::Differs),
                Some(_) => {}
                None => once.push(coding),
            }
        }
        once
    }

    /// The themes that are put on the text of a row.
    fn themes(&mut self, row: usize) -> Vec<NewCoding> {
        let (table, mapping) = (self.table, self.mapping);
        let coder = self.filled(row, mapping.coder);
        let mut codings = Vec::new();
        for column in &mapping.themes {
            let valence = match themes::mark(table.cell(row, *column), self.signed) {
                Ok(Mark::Not) => continue,
                Ok(Mark::Put) => None,
                Ok(Mark::Lived(valence)) => Some(valence),
                Err(issue) => {
                    self.warn(row, Some(*column), issue);
                    continue;
                }
            };
            let moment = table.names().get(*column).map_or("", |header| themes::name(header)).to_owned();
            codings.push(NewCoding {
                stage: None,
                moment,
                valence,
                effort: None,
                coder: coder.map(str::to_owned),
            });
        }
        codings
    }

    /// The codings of the moment column and the columns beside it.
    fn by_moment(&mut self, row: usize) -> RowCodings {
        let mapping = self.mapping;
        let cell = |rows: &Self, column| rows.filled(row, column).unwrap_or("");
        let coder = || self.filled(row, mapping.coder).map(str::to_owned);
        let moment = self.filled(row, mapping.moment).filter(|moment| !no_moment::is_blank(moment));
        let found_none = moment.filter(|moment| no_moment::is_no_moment(moment)).map(|_| coder());
        let Some(moment) = moment.filter(|_| found_none.is_none()) else {
            for column in [mapping.valence, mapping.effort] {
                if mapping.moment.is_some() && self.filled(row, column).is_some() {
                    self.warn(row, column, Issue::MomentMissing);
                }
            }
            return found_none.map_or(RowCodings::None, RowCodings::NoMoment);
        };
        let written = cell(self, mapping.valence);
        let valence = values::valence(written).or_else(|issue| values::tone(written).map(Some).ok_or(issue));
        let effort = values::effort(cell(self, mapping.effort));
        match (valence, effort) {
            (Err(issue), _) => self.bad(row, mapping.valence, issue),
            (_, Err(issue)) => self.bad(row, mapping.effort, issue),
            (Ok(valence), Ok(effort)) => RowCodings::Good(vec![NewCoding {
                stage: self.filled(row, mapping.stage).map(str::to_owned),
                moment: moment.to_owned(),
                valence,
                effort,
                coder: coder(),
            }]),
        }
    }

    fn bad(&mut self, row: usize, column: Option<usize>, issue: Issue) -> RowCodings {
        self.warn(row, column, issue);
        RowCodings::Bad(issue)
    }
}
