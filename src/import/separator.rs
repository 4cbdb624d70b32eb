//! Guesses the separator between the cells of a line, if there is one.
//!
//! Prose is full of commas and semicolons, so a separator needs evidence: the same number of cells in most lines, and
//! no space behind it as in sentences.

use memchr::memchr2;
use reflet_grid::{Grid, GridError, Separator, Text, cut};

use super::profile::is_numeric;
use super::vocabulary::is_a_name;

/// The likeliest separator of a text from the byte `from` on, by its first lines.
pub(super) fn guess(text: &Text, from: usize) -> Separator {
    const HEAD: usize = 256 * 1024;
    let head = text.part(from, HEAD);
    let has_lines = || memchr2(b'\n', b'\r', text.bytes()[from..].trim_ascii_end()).is_some();
    if let Some(separator) = Separator::ALL.into_iter().find(|separator| is_nothing_but(head, *separator)) {
        return separator;
    }
    let mut best: Option<(Separator, Sample)> = None;
    for separator in Separator::ALL {
        match Sample::of(head, separator) {
            Ok(Some(sample)) if sample.is_a_table(separator) => {
                if best.as_ref().is_none_or(|(_, best)| sample.rank() > best.rank()) {
                    best = Some((separator, sample));
                }
            }
            // So many cells are no cut answer but a table too wide, for which the cutting gives an error.
            Err(GridError::TooManyColumns { .. }) if has_lines() => return separator,
            Ok(_) | Err(_) => {}
        }
    }
    best.map_or(Separator::None, |(separator, _)| separator)
}

/// Whether a text is only that separator and white space: the sheet that it comes from is empty.
fn is_nothing_but(text: &str, separator: Separator) -> bool {
    let is_it = |c: char| separator.byte().is_some_and(|byte| char::from(byte) == c);
    // Quick: nearly every text has a letter near its beginning.
    text.chars().all(|c| c.is_whitespace() || is_it(c)) && text.contains(is_it)
}

/// Counts over the first lines, cut by a separator.
struct Sample {
    /// Lines above the first that is split.
    above: usize,
    /// Lines that are not blank.
    lines: usize,
    /// Lines of at least two cells.
    split: usize,
    /// Lines of the commonest number of cells, which is at least 2.
    regular: usize,
    /// Cells behind a separator, and those of them that begin with a space.
    behind: usize,
    spaced: usize,
    /// Lines of at least as many cells as the first, if that has three or more, none of which begins with a space: the
    /// headers of a table whose texts hold the separator.
    wide: usize,
    /// Cells of the first line that are names of columns.
    names: usize,
    /// Whether some column holds numbers.
    numeric: bool,
}

impl Sample {
    const LINES: usize = 1000;

    /// The counts for a separator; `None` if it splits no line.
    fn of(head: &str, separator: Separator) -> Result<Option<Self>, GridError> {
        if !separator.byte().is_some_and(|byte| head.as_bytes().contains(&byte)) {
            return Ok(None);
        }
        let grid = cut(head.into(), 0, separator, &mut |_| {})?.grid;
        Ok(Self::first(&grid).and_then(|first| Self::from(&grid, first)))
    }

    /// From the first line that is split on.
    fn from(grid: &Grid, first: usize) -> Option<Self> {
        let mut sample = Self {
            above: first,
            lines: 0,
            split: 0,
            regular: 0,
            behind: 0,
            spaced: 0,
            wide: 0,
            names: 0,
            numeric: false,
        };
        sample.names = grid.row(first).take(500).filter(|cell| is_a_name(cell)).count();
        let header = grid.width(first);
        let is_header = header >= 3 && grid.row(first).all(|cell| !cell.is_empty() && !cell.starts_with(' '));
        let mut widths = std::collections::BTreeMap::<usize, usize>::new();
        let mut numbers = [0_usize; 16];
        for row in (first..grid.rows()).take(Self::LINES) {
            sample.lines += 1;
            sample.split += usize::from(grid.width(row) > 1);
            sample.wide += usize::from(is_header && grid.width(row) >= header);
            *widths.entry(grid.width(row)).or_default() += 1;
            let behind = || grid.row(row).skip(1).filter(|cell| !cell.is_empty());
            sample.behind += behind().count();
            sample.spaced += behind().filter(|cell| cell.starts_with(' ')).count();
            for (count, cell) in numbers.iter_mut().zip(grid.row(row)) {
                *count += usize::from(is_numeric(cell));
            }
        }
        sample.regular = widths.range(2..).map(|(_, lines)| *lines).max()?;
        sample.numeric = numbers.iter().any(|count| *count > 0 && (count + 1) * 10 >= sample.lines * 8);
        Some(sample)
    }

    /// The first line that is split; lines such as a title or a date may come before it.
    fn first(grid: &Grid) -> Option<usize> {
        const DEEPEST: usize = 12;
        let split = (0..grid.rows()).take(DEEPEST).position(|row| grid.width(row) > 1);
        // More unsplit lines than a title takes are lines of the table.
        split.or((grid.rows() > DEEPEST).then_some(0))
    }

    fn is_a_table(&self, separator: Separator) -> bool {
        if self.above > 0 && self.names == 0 && !self.numeric {
            return false;
        }
        let at_least = |part: usize, percent: usize| part * 100 >= self.lines * percent;
        if self.names >= 2 {
            return at_least(self.split, 50);
        }
        if self.lines > 3 && self.wide == self.lines && (self.names > 0 || self.numeric) {
            return true;
        }
        let spaced = self.spaced * 2 > self.behind;
        match separator {
            Separator::None => false,
            Separator::Tab => at_least(self.split, 50),
            Separator::Pipe => self.lines > 1 && at_least(self.split, 90) && at_least(self.regular, 50),
            Separator::Comma | Separator::Semicolon if spaced => {
                self.lines > 2 && self.numeric && at_least(self.regular, 90)
            }
            Separator::Comma | Separator::Semicolon => {
                self.lines > 1 && at_least(self.split, 90) && at_least(self.regular, 50)
            }
        }
    }

    /// The rank among tables: known names first, then regularity in percent.
    fn rank(&self) -> (usize, usize) {
        (self.names, self.regular * 100 / self.lines.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_not_split_and_tables_are() {
        for (text, separator) in [
            ("Bonjour, merci\nTrès bien, rien à dire\nAccueil parfait, vraiment", "none"),
            ("Bien ; mais long\nCher ; très cher\nRAS ; merci", "none"),
            ("Bien; mais long\nCher; très cher", "none"),
            ("Un seul texte, avec une virgule", "none"),
            ("RAS\nRAS,merci\nOk\n", "none"),
            ("a,b\n1,2\n", ","),
            ("id;texte\n1;Bonjour, merci\n2;Bien, mais cher\n", ";"),
            ("1;8,5;Bon\n2;7,5;Bien\n", ";"),
            ("nom,note\nx,\"a;b\"\ny,\"c;d\"\n", ","),
            ("8\tBonjour, merci\n7\tCher, oui\n", "tab"),
            ("id | texte\n1 | Bonjour\n2 | Merci", "pipe"),
            ("id, text, rating\n1, Hello there, 5\n2, Bye, 4\n", ","),
            ("id,plus,moins\n1,Bien, oui,Cher\n2,Bon,Trop long, hélas\n3,Ok, oui,Non, rien\n", ","),
            ("Bonjour, merci, oui\nBien, merci, à vous\nRien, non, rien\nOk, oui, bon\n", "none"),
            ("id;text", ";"),
            ("seul\tdeux", "tab"),
            ("Export de mai\n\nid;texte\n1;Bien, merci\n", ";"),
            ("RAS\nbien,merci\nok,parfait\n", "none"),
            ("", "none"),
            (";;;\n;;\n", ";"),
            ("好\t很好\n中\t文\n", "tab"),
        ] {
            assert_eq!(guess(&text.into(), 0).id(), separator, "{text:?}");
        }
    }
}
