//! Text → rows of cells.
//!
//! A spreadsheet writes `"Super" a dit le vendeur` without escaping, and people forget to close a citation. Read as
//! quoted, such a cell would lose its marks or swallow the rows after it: a cell is quoted only if its first
//! quotation mark closes it. This is why no CSV library does the cutting; a test compares the two on well-formed
//! tables. Cells are not copied out of the text.

use memchr::{memchr, memchr2, memchr3};

use super::grid::{Grid, GridError};
use super::separator::Separator;
use super::text::Text;

/// The number of rows between two reports of progress.
const STRIDE: usize = 4096;

/// The progress of the cutting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows so far.
    pub rows: usize,
    /// Bytes of the text so far.
    pub bytes: usize,
}

/// Rows of cells, and counts of what was left out or is doubtful.
#[derive(Debug)]
pub struct Cut {
    /// The rows that are not blank.
    pub grid: Grid,
    /// The number of blank rows left out: separators and spaces alone.
    pub blank: usize,
    /// The number of cells that begin with a quotation mark which does not close them.
    pub stray: usize,
}

/// Cuts a text from the byte `from` on, and reports progress.
///
/// # Errors
/// If a grid has no room for all of it.
pub fn cut(
    text: Text,
    from: usize,
    separator: Separator,
    progress: &mut dyn FnMut(Progress),
) -> Result<Cut, GridError> {
    let mut cutter = Cutter::new(Grid::over(text)?, from, separator);
    let mut number = 0;
    while cutter.at < cutter.length() {
        number += 1;
        cutter.row(number)?;
        if number % STRIDE == 0 {
            progress(Progress { rows: number, bytes: cutter.at });
        }
    }
    Ok(Cut { grid: cutter.grid, blank: cutter.blank, stray: cutter.stray })
}

struct Cutter {
    grid: Grid,
    /// The next byte to read.
    at: usize,
    separator: Option<u8>,
    /// Whether a marked line that needs no quoting is a citation, which keeps its marks.
    citations: bool,
    blank: usize,
    stray: usize,
}

/// The end of a cell that begins with a quotation mark.
#[derive(Clone, Copy)]
enum Ending {
    /// Its content ends before this byte, a mark.
    Quoted {
        end: usize,
        /// Whether two marks in it are one.
        doubled: bool,
    },
    /// The mark does not close it.
    Stray,
}

impl Cutter {
    fn new(grid: Grid, at: usize, separator: Separator) -> Self {
        let separator = separator.byte();
        let mut cutter = Self { grid, at, separator, citations: false, blank: 0, stray: 0 };
        cutter.citations = separator.is_none() && !cutter.every_line_quoted();
        cutter
    }

    fn bytes(&self) -> &[u8] {
        self.grid.text()
    }

    fn length(&self) -> usize {
        self.grid.text().len()
    }

    fn row(&mut self, number: usize) -> Result<(), GridError> {
        if self.line_end() {
            return Ok(());
        }
        loop {
            self.cell(number)?;
            if self.at >= self.length() || self.line_end() {
                break;
            }
            // A cell that ends neither the text nor the line ends at a separator.
            self.at += 1;
        }
        if self.grid.is_blank() {
            self.grid.drop_row();
            self.blank += 1;
        } else {
            self.grid.end_row(number);
        }
        Ok(())
    }

    /// Steps over the end of a line, if the next byte begins one.
    fn line_end(&mut self) -> bool {
        let ends = match self.bytes().get(self.at..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([b'\r' | b'\n', ..]) => 1,
            _ => 0,
        };
        self.at += ends;
        ends > 0
    }

    /// Steps over a cell and takes it.
    fn cell(&mut self, number: usize) -> Result<(), GridError> {
        if let Some(mark) = self.mark() {
            match self.ending(mark) {
                Ending::Quoted { end, doubled }
                    if !(self.citations && !doubled && self.is_plain(mark + 1..end)) =>
                {
                    self.at = end + 1 + self.spaces(end + 1);
                    let inside = mark + 1..end;
                    return if doubled {
                        self.grid.take_doubled(inside, number)
                    } else {
                        self.grid.take(inside, number)
                    };
                }
                Ending::Quoted { .. } => {}
                Ending::Stray => self.stray += usize::from(mark == self.at),
            }
        }
        let start = self.at;
        self.at = self.next_break(start);
        self.grid.take(start..self.at, number)
    }

    /// The quotation mark that the cell begins with; writers put a space before it behind commas and semicolons.
    fn mark(&self) -> Option<usize> {
        let spaces = if matches!(self.separator, Some(b',' | b';')) { self.spaces(self.at) } else { 0 };
        let mark = self.at + spaces;
        (self.bytes().get(mark) == Some(&b'"')).then_some(mark)
    }

    fn spaces(&self, at: usize) -> usize {
        self.bytes()[at..].iter().take_while(|byte| **byte == b' ').count()
    }

    fn next_break(&self, at: usize) -> usize {
        let rest = &self.bytes()[at..];
        let found = match self.separator {
            Some(separator) => memchr3(separator, b'\n', b'\r', rest),
            None => memchr2(b'\n', b'\r', rest),
        };
        at + found.unwrap_or(rest.len())
    }

    fn breaks(&self, byte: u8) -> bool {
        byte == b'\n' || byte == b'\r' || Some(byte) == self.separator
    }

    /// The end of the cell whose opening mark is at that byte.
    fn ending(&self, mark: usize) -> Ending {
        let bytes = self.bytes();
        let mut from = mark + 1;
        let mut doubled = false;
        while let Some(at) = memchr(b'"', &bytes[from..]).map(|at| from + at) {
            // Two marks are one that is part of the cell.
            let run = bytes[at..].iter().take_while(|byte| **byte == b'"').count();
            doubled |= run > 1;
            from = at + run;
            if run % 2 == 0 {
                continue;
            }
            let after = bytes.get(from + self.spaces(from));
            let closes = after.is_none_or(|byte| self.breaks(*byte));
            return if closes { Ending::Quoted { end: from - 1, doubled } } else { Ending::Stray };
        }
        Ending::Stray
    }

    /// Whether that part of the text needs no quoting and is not empty.
    fn is_plain(&self, span: std::ops::Range<usize>) -> bool {
        let special = |byte: &u8| matches!(byte, b'\n' | b'\r' | b',' | b';' | b'\t' | b'|');
        !span.is_empty() && !self.bytes()[span].iter().any(special)
    }

    /// Whether every line that is not blank, but perhaps the first, is one quoted cell.
    fn every_line_quoted(&self) -> bool {
        let bytes = self.bytes();
        let mut from = self.at;
        let mut lines = 0;
        while let Some(start) =
            bytes[from..].iter().position(|byte| !byte.is_ascii_whitespace()).map(|at| from + at)
        {
            from = match (bytes[start] == b'"').then(|| self.ending(start)) {
                Some(Ending::Quoted { end, .. }) => end + 1,
                _ if lines > 0 => return false,
                _ => self.next_break(start),
            };
            lines += 1;
        }
        lines > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_quotes_only_what_it_closes() -> Result<(), GridError> {
        let comma = Separator::Comma;
        for (text, separator, expected, stray) in [
            ("a,\"b\"\n", comma, [["a", "b"].as_slice()].as_slice(), 0),
            ("a,\"b,\nc\"\n", comma, &[&["a", "b,\nc"]], 0),
            ("\"a\" ,b", comma, &[&["a", "b"]], 0),
            ("a, \"b, c\"", comma, &[&["a", "b, c"]], 0),
            ("a, \"b\" c", comma, &[&["a", " \"b\" c"]], 0),
            ("a \"b\",c", comma, &[&["a \"b\"", "c"]], 0),
            ("\"oui\" dit-il,5", comma, &[&["\"oui\" dit-il", "5"]], 1),
            ("\"non,5\nx,\"y\"", comma, &[&["\"non", "5"], &["x", "y"]], 1),
            ("\"fin", comma, &[&["\"fin"]], 1),
            ("\"un, \"\"deux\"\"\"", comma, &[&["un, \"deux\""]], 0),
            ("a,\"\",\"\"\"\"", comma, &[&["a", "", "\""]], 0),
            ("a,", comma, &[&["a", ""]], 0),
            ("\"Bien\"\nBon", Separator::None, &[&["\"Bien\""], &["Bon"]], 0),
            ("\"Bien\"\n\"Bon\"", Separator::None, &[&["Bien"], &["Bon"]], 0),
            ("verbatim\n\"Bien\"\n\"Bon\"", Separator::None, &[&["verbatim"], &["Bien"], &["Bon"]], 0),
            ("Bon\n\"deux\nlignes\"", Separator::None, &[&["Bon"], &["deux\nlignes"]], 0),
            ("Bon\n\"Bien, oui\"\nOk", Separator::None, &[&["Bon"], &["Bien, oui"], &["Ok"]], 0),
        ] {
            let cut = cut(text.into(), 0, separator, &mut |_| {})?;
            let rows: Vec<Vec<&str>> = (0..cut.grid.rows()).map(|row| cut.grid.row(row).collect()).collect();
            assert_eq!(
                (rows.as_slice(), cut.stray),
                (expected.iter().map(|row| row.to_vec()).collect::<Vec<_>>().as_slice(), stray),
                "{text:?}"
            );
        }
        Ok(())
    }

    #[test]
    fn progress_is_reported_and_grows() -> Result<(), GridError> {
        let mut reports = Vec::new();
        cut("a,b\n".repeat(10_000).into(), 0, Separator::Comma, &mut |progress| reports.push(progress))?;
        assert_eq!(reports, [Progress { rows: 4096, bytes: 16_384 }, Progress { rows: 8192, bytes: 32_768 }]);
        Ok(())
    }
}
