//! The parts of a project → rows, one per coding.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::parts::{AppliedCode, Case, Project, Source, Value};
use super::places::Count;
use super::{Note, Opened, QdaError};
use crate::import::codebook::tree::{self, Code};
use crate::import::grid::Grid;

/// The headers of the columns before those of the variables.
const HEADERS: [&str; 7] = ["id", "text", "stage", "moment", "coder", "source", "respondent"];

/// Makes the grid of a project with all its texts.
pub(super) fn open(project: &Project) -> Result<Opened, QdaError> {
    let count = Count::of(&project.sources);
    let mut writer = RowWriter::new(project);
    writer.grid.push(1, HEADERS.into_iter().chain(writer.variables.iter().map(|(_, name)| *name)))?;
    for source in &project.sources {
        writer.source(source, count)?;
    }
    let (grid, used, tally) = (writer.grid, writer.used, writer.tally);
    let notes = tally.notes(project, count);
    Ok(Opened { grid, codes: tree::codes(&with_used(project, &used), 0), notes })
}

/// Counts of what is not in the grid.
#[derive(Default)]
struct Tally {
    outside: usize,
    unknown: usize,
    several_cases: usize,
}

struct RowWriter<'a> {
    project: &'a Project,
    /// Variables that have a value, with their names.
    variables: Vec<(&'a str, &'a str)>,
    codes: BTreeMap<&'a str, &'a Code>,
    holders: BTreeSet<&'a [String]>,
    /// The cases of sources and selections.
    cases: BTreeMap<&'a str, Vec<&'a Case>>,
    grid: Grid,
    /// Codes with codings.
    used: BTreeSet<&'a str>,
    tally: Tally,
}

/// A piece of a text, or all of it: the common part of its rows.
struct Piece<'a> {
    guid: &'a str,
    text: String,
    source: &'a Source,
    cases: Vec<&'a Case>,
    codings: Vec<&'a AppliedCode>,
}

impl<'a> RowWriter<'a> {
    fn new(project: &'a Project) -> Self {
        let mut cases: BTreeMap<&str, Vec<&Case>> = BTreeMap::new();
        for case in &project.cases {
            for member in &case.members {
                cases.entry(member).or_default().push(case);
            }
        }
        Self {
            project,
            variables: variables(project),
            codes: project.codes.iter().map(|found| (found.guid.as_str(), &found.code)).collect(),
            holders: tree::holders(project.codes.iter().map(|found| found.code.path.as_slice())),
            cases,
            grid: Grid::default(),
            used: BTreeSet::new(),
            tally: Tally::default(),
        }
    }

    /// Adds the rows of a source. Pieces at one place are one: some programs make a piece for each coding.
    fn source(&mut self, source: &'a Source, count: Count) -> Result<(), QdaError> {
        let Some(text) = source.text.as_deref() else { return Ok(()) };
        let mut pieces: Vec<Piece> = Vec::new();
        let mut places: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (selection, range) in source.selections.iter().zip(count.ranges(text, &source.selections)) {
            let Some(Range { start, end }) = range else {
                self.tally.outside += 1;
                continue;
            };
            let at = *places.entry((start, end)).or_insert(pieces.len());
            if at == pieces.len() {
                let (text, codings) = (lines(&text[start..end]), Vec::new());
                pieces.push(Piece { guid: &selection.guid, text, source, cases: Vec::new(), codings });
            }
            pieces[at].cases.extend(self.cases_of(&selection.guid));
            pieces[at].codings.extend(&selection.codings);
        }
        if pieces.is_empty() || !source.codings.is_empty() {
            let codings = source.codings.iter().collect();
            pieces.push(Piece { guid: &source.guid, text: lines(text), source, cases: Vec::new(), codings });
        }
        pieces.into_iter().try_for_each(|piece| self.piece(piece))
    }

    fn cases_of(&self, guid: &str) -> Vec<&'a Case> {
        self.cases.get(guid).cloned().unwrap_or_default()
    }

    fn piece(&mut self, mut piece: Piece<'a>) -> Result<(), QdaError> {
        piece.cases.extend(self.cases_of(&piece.source.guid));
        let cases: BTreeSet<&str> = piece.cases.iter().map(|case| case.name.as_str()).collect();
        self.tally.several_cases += usize::from(cases.len() > 1);
        let known = |coding: &&&AppliedCode| self.codes.contains_key(coding.code.as_str());
        let codings: Vec<&AppliedCode> = piece.codings.iter().filter(known).copied().collect();
        self.tally.unknown += piece.codings.len() - codings.len();
        for coding in &codings {
            self.row(&piece, Some(coding))?;
        }
        if codings.is_empty() { self.row(&piece, None) } else { Ok(()) }
    }

    fn row(&mut self, piece: &Piece<'a>, coding: Option<&'a AppliedCode>) -> Result<(), QdaError> {
        let code = coding.and_then(|coding| self.codes.get(coding.code.as_str()));
        let place = code.map(|code| tree::place(&code.path, self.holders.contains(code.path.as_slice())));
        let (stage, moment) = place.unwrap_or_default();
        let user = coding.map_or("", |coding| self.project.users.get(&coding.user).unwrap_or(&coding.user));
        let respondent = piece.cases.first().map_or("", |case| case.name.as_str());
        let own = [piece.guid, &piece.text, &stage, &moment, user, &piece.source.name, respondent];
        let values = self.variables.iter().map(|(variable, _)| {
            let given = piece.cases.iter().flat_map(|case| &case.values).chain(&piece.source.values);
            let mut given = given.filter(|(of, value)| of == variable && !value.is_empty());
            given.next().map_or("", |(_, value)| value.as_str())
        });
        let number = self.grid.rows() + 1;
        self.grid.push(number, own.into_iter().chain(values))?;
        self.used.extend(coding.map(|coding| coding.code.as_str()));
        Ok(())
    }
}

impl Tally {
    fn notes(&self, project: &Project, count: Count) -> Vec<Note> {
        let absent = project.sources.iter().filter(|source| source.text.is_none());
        let sources: Vec<String> = absent.map(|source| source.name.clone()).collect();
        let mut notes = Vec::new();
        if !sources.is_empty() {
            notes.push(Note::NoText { sources });
        }
        let counted = [
            (project.other_sources, Note::OtherSources { count: project.other_sources }),
            (self.outside, Note::OutsideText { count: self.outside }),
            (self.unknown, Note::UnknownCodes { count: self.unknown }),
            (self.several_cases, Note::SeveralCases { count: self.several_cases }),
            (project.memos, Note::Memos { count: project.memos }),
            (usize::from(count.utf16), Note::Utf16Positions),
        ];
        notes.extend(counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, note)| note));
        notes
    }
}

/// The variables with a value: the declared ones in their order, then undeclared ones.
fn variables(project: &Project) -> Vec<(&str, &str)> {
    let of_cases = project.cases.iter().flat_map(|case| &case.values);
    let values: Vec<&Value> =
        of_cases.chain(project.sources.iter().flat_map(|source| &source.values)).collect();
    let filled = values.iter().filter(|(_, value)| !value.is_empty());
    let mut filled: BTreeSet<&str> = filled.map(|(variable, _)| variable.as_str()).collect();
    let declared = project.variables.iter().filter(|(variable, _)| filled.remove(variable.as_str()));
    let mut variables: Vec<(&str, &str)> = declared.map(|(of, name)| (of.as_str(), name.as_str())).collect();
    variables.extend(filled.into_iter().map(|variable| (variable, variable)));
    variables
}

/// The codes of the codebook. A code that only groups others, but has codings, is a moment nevertheless.
fn with_used(project: &Project, used: &BTreeSet<&str>) -> Vec<Code> {
    let holders = tree::holders(project.codes.iter().map(|found| found.code.path.as_slice()));
    let mut codes = Vec::new();
    for found in &project.codes {
        let mut code = found.code.clone();
        if used.contains(found.guid.as_str()) {
            code.is_folder = false;
            if let [name] = found.code.path.as_slice()
                && holders.contains(found.code.path.as_slice())
            {
                code.path = vec![name.clone(), name.clone()];
            }
        }
        codes.push(code);
    }
    codes
}

/// A text whose lines end with a line feed alone, so that it is the same from any program.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
