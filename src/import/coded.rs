//! Tables with several codings in one cell, as Label Studio and doccano write them → coded tables, a row per coding.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::grid::{Grid, GridError};
use super::json::{Marks, marks};
use super::matching::fold;

/// The program that wrote a table of codings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Program {
    /// Label Studio, in JSON-MIN or as CSV: `{"choices": ["a", "b"]}`.
    LabelStudio,
    /// doccano, as CSV: `a#b`.
    Doccano,
}

/// A coded table, and counts of what it was made of.
pub(super) struct Coded {
    /// A row per coding, and one for each text without coding; numbered consecutively.
    pub grid: Grid,
    pub program: Program,
    /// The number of rows of the original table.
    pub rows: usize,
    pub codings: usize,
    /// The number of columns about the annotation itself, which are left out.
    pub left_out: usize,
}

/// What becomes of a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    /// The column stays, under its own name or that of a role.
    Stays(Option<&'static str>),
    /// Its cells are codings.
    Codings,
    /// The column is about the making of the annotation, and is left out.
    LeftOut,
}

/// The coded table of a grid whose first row names its columns; `None` if it is no export of those programs. A table
/// with one label per row is a coded table already.
pub(super) fn of(grid: &Grid) -> Result<Option<Coded>, GridError> {
    let headers: Vec<String> = grid.row(0).map(fold).collect();
    if let Some(label) = doccano_label(grid, &headers) {
        let column = |at| if at == label { Column::Codings } else { Column::Stays(None) };
        let columns: Vec<Column> = (0..headers.len()).map(column).collect();
        return made(grid, &headers, &columns, Program::Doccano).map(Some);
    }
    match label_studio_columns(grid, &headers) {
        Some(columns) => made(grid, &headers, &columns, Program::LabelStudio).map(Some),
        None => Ok(None),
    }
}

/// The column of doccano's labels: names joined by `#`, most of which occur more than once, unlike those of
/// `Ticket#12`. If the table begins with the three columns of doccano, names without a digit suffice.
fn doccano_label(grid: &Grid, headers: &[String]) -> Option<usize> {
    let called = |names: [&str; 2]| headers.iter().position(|header| names.contains(&header.as_str()));
    called(["text", "data"])?;
    let column = called(["label", "labels"])?;
    let (mut joined, mut counts) = (0, HashMap::new());
    for row in 1..grid.rows() {
        let cell = grid.cell(row, column);
        joined += usize::from(cell.contains('#'));
        for name in cell.split('#').filter(|_| !cell.is_empty()) {
            if name.trim() != name || name.is_empty() || name.len() > 80 {
                return None;
            }
            *counts.entry(name).or_insert(0_usize) += 1;
        }
    }
    let again = counts.values().filter(|count| **count > 1).count();
    let is_export = headers.starts_with(&["id", "text", "label"].map(str::to_owned));
    let has_digit = |name: &&str| name.bytes().any(|byte| byte.is_ascii_digit());
    let are_names = is_export && !counts.keys().any(has_digit);
    (joined > 0 && (again * 2 >= counts.len() || are_names)).then_some(column)
}

/// What becomes of the columns of Label Studio; `None` if no cell is one of its marks.
fn label_studio_columns(grid: &Grid, headers: &[String]) -> Option<Vec<Column>> {
    /// The number of rows searched for marks, unless the program's own columns identify the export.
    const ROWS: usize = 1000;
    const OWN: [&str; 7] = [
        "annotation id",
        "created at",
        "updated at",
        "lead time",
        "agreement",
        "history",
        "total annotations",
    ];
    let has = |name: &str| headers.iter().any(|header| header == name);
    let is_export = has("annotation id") && has("lead time");
    let rows = if is_export { grid.rows() } else { grid.rows().min(ROWS) };
    let (mut has_marks, mut has_values) = (vec![false; headers.len()], false);
    for row in 1..rows {
        for (cell, has_marks) in grid.row(row).zip(&mut has_marks).filter(|(_, found)| !**found) {
            match marks(cell) {
                Some(Marks::Moments(moments)) => *has_marks = !moments.is_empty(),
                Some(Marks::Value(_)) => has_values = true,
                None => {}
            }
        }
    }
    let column = |(header, has_marks): (&String, &bool)| match header.as_str() {
        _ if *has_marks => Column::Codings,
        "annotator" | "completed by" => Column::Stays(Some("coder")),
        own if is_export && OWN.contains(&own) => Column::LeftOut,
        _ => Column::Stays(None),
    };
    let columns = headers.iter().zip(&has_marks).map(column).collect();
    (has_values && is_export || has_marks.contains(&true)).then_some(columns)
}

fn made(grid: &Grid, headers: &[String], columns: &[Column], program: Program) -> Result<Coded, GridError> {
    let codings: Vec<usize> = (0..columns.len()).filter(|at| columns[*at] == Column::Codings).collect();
    // An identifier joins the rows of a text to one response; without one, rows with the same cells are of one text.
    let id = headers.iter().position(|header| header == "id");
    let named: Vec<Vec<StageAndMoment>> =
        (1..grid.rows()).map(|row| of_row(grid, row, &codings, program)).collect();
    let has_stages = named.iter().flatten().any(|(stage, _)| !stage.is_empty());
    let mut made = Grid::default();
    let stays = |at: &usize| matches!(columns[*at], Column::Stays(_));
    let kept: Vec<usize> = (0..columns.len()).filter(stays).collect();
    let own = |has: bool, name: &'static str| has.then_some(name);
    let added = [own(has_stages, "stage"), own(!codings.is_empty(), "moment")];
    let name = |at: &usize| match columns[*at] {
        Column::Stays(Some(role)) => role,
        _ => grid.cell(0, *at),
    };
    made.push(
        1,
        own(id.is_none(), "id").into_iter().chain(kept.iter().map(name)).chain(added.into_iter().flatten()),
    )?;
    let mut ids: HashMap<Vec<&str>, String> = HashMap::new();
    let mut count = 0;
    for (row, codings_of_row) in (1..grid.rows()).zip(&named) {
        // A mark that is no coding, such as a rating, becomes its plain value.
        let cells: Vec<String> = kept.iter().map(|at| plain(grid.cell(row, *at))).collect();
        let id = id.is_none().then(|| {
            let is_answer = |at: &&usize| columns[**at] == Column::Stays(None);
            let key: Vec<&str> = kept.iter().filter(is_answer).map(|at| grid.cell(row, *at)).collect();
            ids.entry(key).or_insert_with(|| format!("#{row}")).clone()
        });
        count += codings_of_row.len();
        let nothing = (String::new(), String::new());
        let rows = if codings_of_row.is_empty() { std::slice::from_ref(&nothing) } else { codings_of_row };
        for (stage, moment) in rows {
            let added = [has_stages.then_some(stage), (!codings.is_empty()).then_some(moment)];
            let cells = id.iter().chain(&cells).chain(added.into_iter().flatten()).map(String::as_str);
            made.push(made.rows() + 1, cells)?;
        }
    }
    let left_out = columns.iter().filter(|column| **column == Column::LeftOut).count();
    Ok(Coded { grid: made, program, rows: grid.rows().saturating_sub(1), codings: count, left_out })
}

/// A stage, which may be empty, and a moment.
type StageAndMoment = (String, String);

/// The codings of a row, each once. With several columns of moments, the header of a column is the stage.
fn of_row(grid: &Grid, row: usize, columns: &[usize], program: Program) -> Vec<StageAndMoment> {
    let mut found: Vec<StageAndMoment> = Vec::new();
    for column in columns {
        let cell = grid.cell(row, *column).trim();
        let control = if columns.len() > 1 { grid.cell(0, *column) } else { "" };
        let named = match (program, marks(cell)) {
            (Program::Doccano, _) => cell.split('#').map(|name| (None, name.to_owned())).collect(),
            (Program::LabelStudio, Some(Marks::Moments(named))) => named,
            (Program::LabelStudio, Some(Marks::Value(value))) => vec![(None, value)],
            (Program::LabelStudio, None) => vec![(None, cell.to_owned())],
        };
        for (stage, moment) in named {
            let coding = (stage.unwrap_or_else(|| control.to_owned()), moment);
            if !coding.1.trim().is_empty() && !found.contains(&coding) {
                found.push(coding);
            }
        }
    }
    found
}

fn plain(cell: &str) -> String {
    match marks(cell) {
        Some(Marks::Value(value)) => value,
        Some(Marks::Moments(moments)) if moments.is_empty() => String::new(),
        _ => cell.to_owned(),
    }
}
