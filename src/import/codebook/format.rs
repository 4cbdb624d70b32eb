//! Recognises a table that is a codebook rather than a table of answers, and the program that wrote it.

use serde::{Deserialize, Serialize};

use crate::import::grid::Grid;
use crate::import::matching::fold;

/// The program that wrote a codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Reflet: stage, moment, definition, keywords.
    Own,
    /// MAXQDA: code, parent code, memo.
    Maxqda,
    /// ATLAS.ti: name, comment, groups.
    AtlasTi,
    /// Taguette: tag, description.
    Taguette,
    /// `NVivo`: name, description, hierarchical name.
    Nvivo,
}

/// Headers of the stage; the first three are those of Reflet.
pub(super) const STAGE: &[&str] =
    &["stage", "etape", "phase", "theme", "themes", "categorie", "category", "famille"];
pub(super) const MOMENT: &[&str] = &[
    "moment",
    "name",
    "nom",
    "sous theme",
    "sous themes",
    "subtheme",
    "sub theme",
    "sous categorie",
    "subcategory",
    "libelle",
    "label",
];
pub(super) const DEFINITION: &[&str] = &["definition", "definitions", "description"];
/// Headers of an example beside a definition.
pub(super) const EXAMPLE: &[&str] = &["exemple", "exemples", "example", "examples"];
pub(super) const KEYWORDS: &[&str] = &["keywords", "keyword", "mots cles", "mots clefs"];
pub(super) const CODE: &[&str] = &["code", "code name", "nom du code"];
pub(super) const PARENT: &[&str] = &["parent code", "code parent", "parent"];
pub(super) const MEMO: &[&str] = &["memo", "code memo", "memo du code"];
pub(super) const NAME: &[&str] = &["name", "nom", "code"];
pub(super) const COMMENT: &[&str] = &["comment", "commentaire"];
pub(super) const TAG: &[&str] = &["tag", "path", "name"];
pub(super) const DESCRIPTION: &[&str] = &["description"];
pub(super) const HIERARCHY: &[&str] = &["hierarchical name", "nom hierarchique"];

/// Headers of ATLAS.ti beside a code, which no table of answers has.
const BESIDE_A_CODE: &[&str] = &["grounded", "density", "enracinement", "densite"];
/// Headers of Taguette beside a tag.
const BESIDE_A_TAG: &[&str] = &["number of highlights", "highlights"];

/// Headers of columns beside answers and codings, never in a codebook.
const ANSWERS: &[&str] = &[
    "segment",
    "segments",
    "coded segment",
    "coded segments",
    "segment code",
    "quotation",
    "quotation content",
    "citation",
    "content",
    "contenu",
    "text",
    "texte",
    "verbatim",
    "verbatims",
    "document",
    "document name",
    "nom du document",
    "side",
    "cote",
    "respondent",
    "repondant",
    "coder",
    "codeur",
    "valence",
];

/// The most characters of the name of a code.
const LONGEST_NAME: usize = 120;

/// The program that wrote a codebook; `None` if the table may hold answers.
///
/// A column "comment" or "description" may as well hold answers. Such a table is a codebook only if it has a column that
/// no survey has, or if it has only columns of a codebook, and names that are short and all different.
pub fn format(grid: &Grid) -> Option<Format> {
    let headers: Vec<String> = grid.row(0).map(fold).collect();
    let has = |names: &[&str]| headers.iter().any(|header| names.contains(&header.as_str()));
    let only = |names: &[&[&str]]| {
        headers.iter().all(|header| names.iter().any(|names| names.contains(&header.as_str())))
    };
    let groups = headers.iter().any(|header| is_group(header));
    if grid.rows() < 2 || has(ANSWERS) {
        None
    } else if has(HIERARCHY) {
        Some(Format::Nvivo)
    } else if has(&STAGE[..3])
        && has(&MOMENT[..3])
        && (has(&DEFINITION[..2]) || has(KEYWORDS) || only(&[&STAGE[..3], &MOMENT[..3]]))
    {
        Some(Format::Own)
    } else if has(CODE) && (has(MEMO) || has(PARENT)) {
        Some(Format::Maxqda)
    } else if has(NAME) && (groups || has(COMMENT) && has(BESIDE_A_CODE)) {
        Some(Format::AtlasTi)
    } else if has(&TAG[..2]) && has(DESCRIPTION) && only(&[&TAG[..2], DESCRIPTION, BESIDE_A_TAG]) {
        Some(Format::Taguette)
    } else if has(&NAME[..2]) && has(DESCRIPTION) && only(&[&NAME[..2], DESCRIPTION]) {
        names_differ(grid, column(grid, &NAME[..2])?).then_some(Format::Nvivo)
    // The headers of hand-made codebooks also occur in lists of tickets, so that no other column may be there.
    } else if has(MOMENT) && has(DEFINITION) && only(&[STAGE, MOMENT, CODE, DEFINITION, KEYWORDS, EXAMPLE]) {
        names_differ(grid, column(grid, MOMENT)?).then_some(Format::Own)
    } else {
        None
    }
}

/// The first column with one of these names.
pub(super) fn column(grid: &Grid, names: &[&str]) -> Option<usize> {
    grid.row(0).position(|header| names.contains(&fold(header).as_str()))
}

/// Whether a folded header is that of the groups of a code: "Code Group 1", "Groups".
pub(super) fn is_group(header: &str) -> bool {
    let name = header.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    ["code group", "code groups", "groups", "groupes", "groupe de codes", "groupes de codes"].contains(&name)
}

fn names_differ(grid: &Grid, column: usize) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let mut names = (1..grid.rows()).map(|row| grid.cell(row, column).trim());
    names.all(|name| name.len() <= LONGEST_NAME && seen.insert(fold(name)))
}
