//! Finds the sheets of a workbook that hold answers, and not explanations, counts or lists of codes.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::import::codebook;
use crate::import::grid::Grid;
use crate::import::layout::Layout;
use crate::import::matching::fold;
use crate::import::table::Table;
use crate::import::vocabulary::Role;

/// The most rows that are read of a sheet.
pub(super) const ROWS: usize = 200;
/// The most cells that are read of a sheet.
pub(super) const CELLS: usize = 20_000;

/// Names of sheets about the other sheets.
#[rustfmt::skip]
const ABOUT: &[&str] = &[
    "lisez moi", "lisezmoi", "readme", "read me", "notice", "a propos", "about", "info", "infos",
    "informations", "sommaire", "contents", "index", "legende", "legend", "codebook", "dictionnaire",
    "dictionary", "data dictionary", "glossaire", "glossary", "instructions", "guide", "mode d emploi",
    "methodologie", "methodology", "methode", "parametres", "parameters", "settings", "listes", "lists",
    "codes", "tcd", "pivot", "synthese", "summary",
];

/// Features of the beginning of a sheet.
struct SheetFeatures {
    headers: BTreeSet<String>,
    first_column: Vec<String>,
    /// Whether it has columns with names, and several answers in one of them.
    is_table: bool,
    /// Whether a column reads like answers, with or without a name.
    is_prose: bool,
    is_about: bool,
    rows: usize,
}

/// Whether each sheet holds answers, by its name and its first rows: it has a column of several texts under its
/// headers, or the headers of a sheet that has. Where no sheet has headers, one that reads like answers holds them.
pub(super) fn hold_answers(sheets: Vec<(&str, Grid)>) -> Vec<bool> {
    let all: Vec<SheetFeatures> = sheets.into_iter().map(|(name, grid)| features(name, grid)).collect();
    let lists_headers_of_another = |features: &SheetFeatures| {
        let is_list = |other: &SheetFeatures| {
            let known = features.first_column.iter().filter(|cell| other.headers.contains(*cell)).count();
            known >= 2 && known * 2 >= features.first_column.len()
        };
        all.iter().any(|other| !std::ptr::eq(other, features) && is_list(other))
    };
    let may: Vec<bool> =
        all.iter().map(|features| !features.is_about && !lists_headers_of_another(features)).collect();
    let sure: Vec<bool> = all.iter().zip(&may).map(|(features, may)| *may && features.is_table).collect();
    if !sure.contains(&true) {
        return all.iter().zip(may).map(|(features, may)| may && features.is_prose).collect();
    }
    let like_a_sure_one = |features: &SheetFeatures| {
        let is_like = |other: &SheetFeatures| {
            let same = features.headers.intersection(&other.headers).count();
            same >= 2 && same * 3 >= features.headers.len().max(other.headers.len()) * 2
        };
        all.iter().zip(&sure).any(|(other, sure)| *sure && is_like(other))
    };
    let holds = |((features, may), sure): ((&SheetFeatures, bool), bool)| {
        sure || may && features.rows > 0 && like_a_sure_one(features)
    };
    all.iter().zip(may).zip(sure.iter().copied()).map(holds).collect()
}

fn features(name: &str, grid: Grid) -> SheetFeatures {
    /// The fewest answers of a table.
    const SEVERAL: usize = 3;
    let folded = fold(name);
    let is_called = |about: &&str| {
        folded.strip_prefix(about).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let is_about = ABOUT.iter().any(is_called) || codebook::format(&grid).is_some();
    let layout = Layout::guess(&grid, None, None);
    let table = Table::of(Arc::new(grid), layout, Vec::new());
    let headers: Vec<String> = table.headers().iter().map(|header| fold(header)).collect();
    let (mut is_table, mut is_prose) = (false, false);
    for (column, header) in headers.iter().enumerate() {
        let profile = &table.profiles()[column];
        let prose = profile.filled >= SEVERAL && profile.is_prose();
        let named = (Role::Text.is_called(header) || Role::Text.is_betrayed_by(header))
            && profile.filled >= SEVERAL
            && !profile.is_numeric();
        is_prose |= prose;
        is_table |= !header.is_empty() && (prose || named);
    }
    let first_column = (0..table.rows()).map(|row| fold(table.cell(row, 0)));
    SheetFeatures {
        first_column: first_column.filter(|cell| !cell.is_empty()).collect(),
        headers: headers.into_iter().filter(|header| !header.is_empty()).collect(),
        is_table,
        is_prose,
        is_about,
        rows: table.rows(),
    }
}
