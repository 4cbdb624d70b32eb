//! The rows of a codebook in a table → its codes.

use super::Codes;
use super::format::{self, Format, column, is_group};
use super::tree::{self, Code, NO_STAGE};
use crate::import::grid::Grid;
use crate::import::matching::fold;

/// Reads a table as a codebook of that format. Blank rows are left out.
pub fn read(grid: &Grid, format: Format) -> Codes {
    let rows_of = CodebookRows { grid };
    let rows = (1..grid.rows()).filter(|row| grid.row(*row).any(|cell| !cell.trim().is_empty()));
    let mut several_groups = 0;
    let mut codes: Vec<Code> = Vec::new();
    for row in rows {
        codes.push(match format {
            Format::Own => rows_of.own(row),
            Format::Maxqda => rows_of.maxqda(row),
            Format::AtlasTi => rows_of.atlas_ti(row, &mut several_groups),
            Format::Taguette => rows_of.taguette(row),
            Format::Nvivo => rows_of.nvivo(row),
        });
    }
    tree::codes(&codes, several_groups)
}

struct CodebookRows<'a> {
    grid: &'a Grid,
}

impl CodebookRows<'_> {
    fn cell(&self, row: usize, names: &[&str]) -> &str {
        column(self.grid, names).map_or("", |column| self.grid.cell(row, column).trim())
    }

    fn own(&self, row: usize) -> Code {
        let stage = Some(self.cell(row, format::STAGE)).filter(|stage| !stage.is_empty());
        let moment = Some(self.cell(row, &format::MOMENT[..1])).filter(|moment| !moment.is_empty());
        let moment = moment.unwrap_or_else(|| self.cell(row, &format::MOMENT[1..]));
        let keywords = self.cell(row, format::KEYWORDS).split('|').map(str::trim);
        Code {
            path: vec![stage.unwrap_or(NO_STAGE).to_owned(), moment.to_owned()],
            definition: [format::DEFINITION, format::EXAMPLE]
                .map(|names| self.cell(row, names))
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join("\n"),
            keywords: keywords.filter(|word| !word.is_empty()).map(str::to_owned).collect(),
            is_folder: false,
        }
    }

    /// Subcodes come behind `>` or `\`, or have their parent code in another column.
    fn maxqda(&self, row: usize) -> Code {
        let parts = |cell: &str| split(&cell.replace(" > ", "\\"), "\\");
        let own = parts(self.cell(row, format::CODE));
        let mut path = parts(self.cell(row, format::PARENT));
        if own.len() > path.len() && own.starts_with(&path) {
            path.clear();
        }
        if own.is_empty() {
            path.clear();
        }
        path.extend(own);
        Code { path, definition: self.cell(row, format::MEMO).to_owned(), ..Code::default() }
    }

    /// The first group is the stage.
    fn atlas_ti(&self, row: usize, several_groups: &mut usize) -> Code {
        let headers = self.grid.row(0).map(fold).enumerate();
        let cells =
            headers.filter(|(_, header)| is_group(header)).map(|(column, _)| self.grid.cell(row, column));
        let groups: Vec<String> =
            cells.flat_map(|cell| split(&cell.replace(['\n', ';'], "|"), "|")).collect();
        *several_groups += usize::from(groups.len() > 1);
        let stage = groups.into_iter().next().unwrap_or_else(|| NO_STAGE.to_owned());
        let path = vec![stage, self.cell(row, format::NAME).to_owned()];
        Code { path, definition: self.cell(row, format::COMMENT).to_owned(), ..Code::default() }
    }

    /// Tags have no levels, but many people write `stage.moment`.
    fn taguette(&self, row: usize) -> Code {
        let path = dotted(self.cell(row, format::TAG));
        Code { path, definition: self.cell(row, format::DESCRIPTION).to_owned(), ..Code::default() }
    }

    /// The hierarchical name begins with the folder of all codes.
    fn nvivo(&self, row: usize) -> Code {
        let mut path = split(self.cell(row, format::HIERARCHY), "\\");
        let root = |name: &String| ["nodes", "codes", "noeuds"].contains(&fold(name).as_str());
        if path.len() > 1 && path.first().is_some_and(root) {
            path.remove(0);
        }
        if path.is_empty() {
            path.push(self.cell(row, &format::NAME[..2]).to_owned());
        }
        Code { path, definition: self.cell(row, format::DESCRIPTION).to_owned(), ..Code::default() }
    }
}

/// The names between separators, empty ones left out.
fn split(path: &str, separator: &str) -> Vec<String> {
    path.split(separator).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The names around dots between letters: two in `accueil.attente`, one in `M. Durand`, `v2.0` and `etc.`.
fn dotted(tag: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let letters: Vec<char> = tag.chars().collect();
    for (at, &letter) in letters.iter().enumerate() {
        let beside = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphabetic());
        if letter == '.' && beside(at.checked_sub(1)) && beside(Some(at + 1)) {
            names.push(String::new());
        } else if let Some(name) = names.last_mut() {
            name.push(letter);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dots_between_letters_divide_a_tag() {
        for (tag, names) in [
            ("accueil.attente", vec!["accueil", "attente"]),
            ("M. Durand", vec!["M. Durand"]),
            ("v2.0", vec!["v2.0"]),
            ("etc.", vec!["etc."]),
        ] {
            assert_eq!(dotted(tag), names);
        }
    }
}
