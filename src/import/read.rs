//! Table + mapping + project → the responses that join the project, and a report on each row.

mod decisions;

use std::collections::{HashMap, HashSet};

use super::identity::Hasher;
use super::known::{Key, Known};
use super::mapping::Mapping;
use super::nothing::is_without_content;
use super::report::{Issue, Reason, Reject, Report};
use super::row::{Attributes, Part, Row, RowCodings, Rows, verbatims};
use super::table::Table;
use crate::model::imported::{Imported, NewResponse, NewVerbatim};
use crate::model::{Project, ResponseId, Side};
use decisions::decide;

/// The result of reading a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The responses that join the project. For a response of the project: its key, and those of its verbatims that get
    /// new codings, with the project's text.
    pub imported: Imported,
    /// The report on each row.
    pub report: Report,
}

/// Reads a table for a project, which stays as it is.
///
/// Rows of one identifier are one response: the first gives its texts, ratings and attributes, the others may add
/// a coding each, with the same text or an empty one. Texts lose the white space around them and nothing else.
pub fn read(table: &Table, mapping: &Mapping, project: &Project) -> Outcome {
    let mut reader = Reader::new(table, mapping, project);
    while reader.go_on(usize::MAX) {}
    reader.finish()
}

/// The fate of a row, or of its part for one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It brings a new response, or a coding for one of this table.
    New,
    /// It brings a coding for a response of the project.
    Merged,
    Rejected(Reason),
    /// The project has all of it already.
    Known,
    /// An earlier row of the table has all of it already.
    Repeated,
}

/// The place of the response of a key.
#[derive(Clone, Copy)]
struct Entry {
    /// Its identifier in the project.
    known: Option<ResponseId>,
    /// Its index among the imported responses.
    new: Option<usize>,
    /// Whether an earlier row of this table has the key.
    in_table: bool,
    /// Whether the first row of the table with the key was rejected for a changed text.
    refused: bool,
}

/// Reads a table as [`read`] does, a few rows at a time.
pub struct Reader<'a> {
    table: &'a Table,
    next: usize,
    /// Whether the mapping has columns of codings.
    is_coded: bool,
    rows: Rows<'a>,
    hasher: Hasher<'a>,
    known: Known<'a>,
    entries: HashMap<Key<'a>, Entry>,
    ordinals: HashMap<(Side, u64), u32>,
    /// Hashes of the rows of respondents so far, without the identifiers of rows.
    without_id: HashSet<u64>,
    outcome: Outcome,
}

impl<'a> Reader<'a> {
    /// A reader before the first row.
    pub fn new(table: &'a Table, mapping: &'a Mapping, project: &'a Project) -> Self {
        Self {
            table,
            next: 0,
            is_coded: mapping.is_coded(),
            rows: Rows::new(table, mapping),
            hasher: Hasher::new(table, mapping),
            known: Known::new(project, mapping.scope.as_deref(), mapping.wave_of_all()),
            entries: HashMap::new(),
            ordinals: HashMap::new(),
            without_id: HashSet::new(),
            outcome: Outcome::default(),
        }
    }

    /// Reads `rows` more rows. Returns whether there are others.
    pub fn go_on(&mut self, rows: usize) -> bool {
        let end = self.next.saturating_add(rows).min(self.table.rows());
        for row in self.next..end {
            let fate = self.row(row);
            self.record(row, fate);
        }
        self.next = end;
        end < self.table.rows()
    }

    /// The result of the rows so far.
    pub fn finish(self) -> Outcome {
        let mut outcome = self.outcome;
        outcome.report.read = self.next;
        outcome.report.unanswered = self.rows.unanswered;
        if self.is_coded {
            let is_uncoded = |new: &&NewVerbatim| new.codings.is_empty() && new.no_moment.is_empty();
            let verbatims = outcome.imported.responses.iter().flat_map(|response| &response.verbatims);
            outcome.report.uncoded = verbatims.filter(is_uncoded).count();
        }
        debug_assert_eq!(
            outcome.report.read,
            outcome.report.kept + outcome.report.rejected + outcome.report.duplicate,
            "every row has one fate"
        );
        outcome
    }

    fn row(&mut self, index: usize) -> Fate {
        let row = match self.rows.read(index) {
            Ok(row) => row,
            Err(reason) => return Fate::Rejected(reason),
        };
        let Row { id, attributes, parts } = row;
        let hash = id.is_none().then(|| self.hasher.of(index));
        let without_id = attributes.respondent.is_some().then(|| self.hasher.without_id(index));
        let fates: Vec<Fate> = parts
            .into_iter()
            .map(|part| {
                let key = self.key(part.side, id, hash);
                self.part(index, key, part, &attributes)
            })
            .collect();
        let best = [Fate::New, Fate::Merged].into_iter().find(|fate| fates.contains(fate));
        let rejected = || fates.iter().copied().find(|fate| matches!(fate, Fate::Rejected(_)));
        let fate = best.or_else(rejected).or(fates.first().copied()).unwrap_or(Fate::Rejected(Reason::Empty));
        if fate == Fate::New && without_id.is_some_and(|without_id| !self.without_id.insert(without_id)) {
            self.outcome.report.identical += 1;
        }
        if best.is_some() && rejected().is_some() {
            self.rows.warn(index, None, Issue::Part);
        }
        fate
    }

    fn key(&mut self, side: Side, id: Option<&'a str>, hash: Option<u64>) -> Key<'a> {
        match (id, hash) {
            (Some(id), _) => self.known.key(side, id),
            (None, hash) => {
                let hash = hash.unwrap_or_default();
                let next = self.ordinals.entry((side, hash)).or_insert(0);
                let ordinal = *next;
                *next += 1;
                Key::Content(side, hash, ordinal)
            }
        }
    }

    fn part(&mut self, row: usize, key: Key<'a>, part: Part, attributes: &Attributes) -> Fate {
        let in_project = || {
            self.known.id(key).map(|id| Entry { known: Some(id), new: None, in_table: false, refused: false })
        };
        let Some(mut entry) = self.entries.get(&key).copied().or_else(in_project) else {
            return self.first(row, key, part, attributes);
        };
        let fate = self.again(row, key, &mut entry, part, attributes);
        entry.refused |= !entry.in_table && fate == Fate::Rejected(Reason::Changed);
        entry.in_table = true;
        self.entries.insert(key, entry);
        fate
    }

    /// Enters a part whose key is new.
    fn first(&mut self, row: usize, key: Key<'a>, part: Part, attributes: &Attributes) -> Fate {
        if part.texts.is_empty() && part.ratings.is_empty() {
            return Fate::Rejected(Reason::NothingToCode);
        }
        let (side, source) = self.known.own(key);
        let mut response = attributes.response(side, source);
        response.verbatims = verbatims(&part.texts);
        response.ratings.extend(part.ratings);
        let decides = matches!(part.coding, RowCodings::Good(_) | RowCodings::NoMoment(_));
        match response.verbatims.first_mut() {
            Some(verbatim) => decide(&mut self.outcome.report, verbatim, part.coding),
            None if decides => self.rows.warn(row, None, Issue::TextMissing),
            None => {}
        }
        let report = &mut self.outcome.report;
        report.responses += 1;
        report.verbatims += response.verbatims.len();
        report.nothing += silent(&response.verbatims);
        if let Key::Id(..) | Key::InWave(..) = key {
            let new = Some(self.outcome.imported.responses.len());
            self.entries.insert(key, Entry { known: None, new, in_table: true, refused: false });
        }
        self.outcome.imported.responses.push(response);
        Fate::New
    }

    /// Enters a part whose key the table or the project has already.
    fn again(
        &mut self,
        row: usize,
        key: Key,
        entry: &mut Entry,
        part: Part,
        attributes: &Attributes,
    ) -> Fate {
        if entry.refused && part.texts.is_empty() {
            return Fate::Rejected(Reason::Changed);
        }
        if self.is_bare(entry) && !part.texts.is_empty() {
            return self.add_texts(row, key, entry, part, attributes);
        }
        let places: Option<Vec<usize>> = part.texts.iter().map(|(_, text)| self.place(entry, text)).collect();
        let Some(places) = places else {
            return Fate::Rejected(if entry.known.is_some() { Reason::Changed } else { Reason::IdRepeated });
        };
        let differs = self.differs(entry, &part, attributes);
        let in_project = entry.known.is_some() && !entry.in_table;
        let first = places.first().copied().unwrap_or(0);
        let fate = match part.coding {
            RowCodings::Good(codings) => self.code(row, key, entry, first, codings),
            RowCodings::NoMoment(coder) => self.find_none(key, entry, first, coder),
            RowCodings::Bad(issue) if !in_project => return Fate::Rejected(Reason::Cell(issue)),
            RowCodings::None if differs && entry.known.is_none() => {
                return Fate::Rejected(Reason::IdRepeated);
            }
            _ => Ok(if entry.known.is_some() { Fate::Known } else { Fate::Repeated }),
        };
        match fate {
            Ok(fate) => {
                if differs {
                    self.rows.warn(row, None, Issue::Differs);
                }
                fate
            }
            Err(Reason::CodedTwice | Reason::Contradicts) if in_project => {
                self.rows.warn(row, None, Issue::Differs);
                Fate::Known
            }
            Err(reason) => Fate::Rejected(reason),
        }
    }

    /// Whether the response is in the project and has no text yet, such as one of a file of ratings.
    fn is_bare(&self, entry: &Entry) -> bool {
        entry.new.is_none() && entry.known.is_some_and(|id| self.known.verbatims(id).is_empty())
    }

    /// Adds to a response without texts those that come after its ratings.
    fn add_texts(
        &mut self,
        row: usize,
        key: Key,
        entry: &mut Entry,
        part: Part,
        attributes: &Attributes,
    ) -> Fate {
        if self.differs(entry, &part, attributes) {
            self.rows.warn(row, None, Issue::Differs);
        }
        let (side, source) = self.known.own(key);
        let none = Attributes { respondent: None, wave: None, date: None, segments: Vec::new() };
        let mut response = none.response(side, source);
        response.verbatims = verbatims(&part.texts);
        let report = &mut self.outcome.report;
        report.verbatims += response.verbatims.len();
        report.nothing += silent(&response.verbatims);
        if let Some(first) = response.verbatims.first_mut() {
            decide(report, first, part.coding);
        }
        entry.new = Some(self.outcome.imported.responses.len());
        self.outcome.imported.responses.push(response);
        Fate::Merged
    }

    /// The place of the verbatim with that text in its response.
    fn place(&self, entry: &Entry, text: &str) -> Option<usize> {
        match entry.known.filter(|id| !self.known.verbatims(*id).is_empty()) {
            Some(id) => self.known.verbatims(id).iter().position(|verbatim| verbatim.text.trim() == text),
            None => self.imported(entry)?.verbatims.iter().position(|verbatim| verbatim.text == text),
        }
    }

    fn imported(&self, entry: &Entry) -> Option<&NewResponse> {
        self.outcome.imported.responses.get(entry.new?)
    }

    /// Whether the attributes of the row differ from those of the response, or are more.
    fn differs(&self, entry: &Entry, part: &Part, attributes: &Attributes) -> bool {
        let (respondent, wave, date, segments, ratings) =
            match (entry.known.and_then(|id| self.known.response(id)), self.imported(entry)) {
                (Some(known), _) => {
                    (&known.respondent, &known.wave, &known.date, &known.segments, &known.ratings)
                }
                (None, Some(new)) => (&new.respondent, &new.wave, &new.date, &new.segments, &new.ratings),
                (None, None) => return false,
            };
        let other = |new: Option<&str>, there: &Option<String>| new.is_some() && new != there.as_deref();
        other(attributes.respondent.as_deref(), respondent)
            || other(attributes.wave.as_deref(), wave)
            || other(attributes.date, date)
            || attributes.differ(segments)
            || part.ratings.iter().any(|rating| !ratings.contains(rating))
    }

    /// Enters the fate of a row in the report.
    fn record(&mut self, row: usize, fate: Fate) {
        let report = &mut self.outcome.report;
        match fate {
            Fate::New | Fate::Merged => report.kept += 1,
            Fate::Known | Fate::Repeated => report.duplicate += 1,
            Fate::Rejected(reason) => {
                report.rejected += 1;
                report.changed += usize::from(reason == Reason::Changed);
                let cells = self.table.row(row).map(str::to_owned).collect();
                report.rejects.push(Reject { row_number: self.table.row_number(row), reason, cells });
            }
        }
        report.known += usize::from(matches!(fate, Fate::Known | Fate::Merged));
        let kept = matches!(fate, Fate::New | Fate::Merged);
        let is_repeat = matches!(fate, Fate::Known | Fate::Repeated);
        let warnings = self.rows.warnings.drain(..);
        report
            .warnings
            .extend(warnings.filter(|warning| kept || is_repeat && warning.issue == Issue::Differs));
    }
}

/// The number of verbatims without content.
fn silent(verbatims: &[NewVerbatim]) -> usize {
    verbatims.iter().filter(|verbatim| is_without_content(&verbatim.text)).count()
}
