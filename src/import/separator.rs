//! What stands between the cells of a line, if anything.
//!
//! Prose is full of commas and semicolons, so a separator must earn its place: the same number of cells in most
//! lines, and not the space behind it that a writer puts there.

use super::profile::is_numeric;
use super::quotes;
use super::vocabulary::is_a_name;

/// What stands between the cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tabulation, as in cells pasted from a spreadsheet.
    Tab,
    /// `|`
    Pipe,
    /// Nothing: each line is one cell.
    None,
}

impl Separator {
    /// Every separator, the surest first.
    pub const ALL: [Self; 5] = [Self::Tab, Self::Semicolon, Self::Pipe, Self::Comma, Self::None];

    /// Its name for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Semicolon => ";",
            Self::Tab => "tab",
            Self::Pipe => "pipe",
            Self::None => "none",
        }
    }

    /// The separator of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|separator| separator.id() == id)
    }

    /// The byte that it is.
    pub const fn byte(self) -> Option<u8> {
        match self {
            Self::Comma => Some(b','),
            Self::Semicolon => Some(b';'),
            Self::Tab => Some(b'\t'),
            Self::Pipe => Some(b'|'),
            Self::None => None,
        }
    }

    /// A reader of records, over a text whose quotation marks were repaired.
    pub(super) fn reader(self, text: &str) -> csv::Reader<&[u8]> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            // No text in UTF-8 holds this byte.
            .delimiter(self.byte().unwrap_or(0xff))
            .buffer_capacity(1 << 16)
            .from_reader(text.as_bytes())
    }
}

/// The likeliest separator of a text, from its first lines.
pub(super) fn guess(text: &str) -> Separator {
    const HEAD: usize = 256 * 1024;
    let head = &text[..text.floor_char_boundary(HEAD)];
    Separator::ALL
        .into_iter()
        .filter_map(|separator| Some((separator, Sample::of(head, separator)?)))
        .filter(|(separator, sample)| sample.is_a_table(*separator))
        .reduce(|best, other| if other.1.rank() > best.1.rank() { other } else { best })
        .map_or(Separator::None, |(separator, _)| separator)
}

/// What a separator makes of the first lines.
struct Sample {
    /// Lines that are not blank.
    lines: usize,
    /// Lines of at least two cells.
    split: usize,
    /// Lines of the commonest number of cells, which is at least 2.
    regular: usize,
    /// Cells behind a separator, and those of them that begin with a space.
    behind: usize,
    spaced: usize,
    /// Cells of the first line that are what a column is called.
    names: usize,
    /// Whether some column holds numbers.
    numeric: bool,
}

impl Sample {
    const LINES: usize = 1000;

    /// None if no line is split.
    fn of(head: &str, separator: Separator) -> Option<Self> {
        let byte = separator.byte()?;
        if !head.as_bytes().contains(&byte) {
            return None;
        }
        let repaired = quotes::repair(head, Some(byte));
        let mut sample =
            Self { lines: 0, split: 0, regular: 0, behind: 0, spaced: 0, names: 0, numeric: false };
        let mut widths = std::collections::BTreeMap::<usize, usize>::new();
        let mut numbers = [0_usize; 16];
        let mut reader = separator.reader(&repaired.text);
        let mut record = csv::StringRecord::new();
        while sample.lines < Self::LINES && reader.read_record(&mut record).is_ok_and(|more| more) {
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if sample.lines == 0 {
                sample.names = record.iter().take(500).filter(|cell| is_a_name(cell)).count();
            }
            sample.lines += 1;
            sample.split += usize::from(record.len() > 1);
            *widths.entry(record.len()).or_default() += 1;
            let behind = record.iter().skip(1).filter(|cell| !cell.is_empty());
            sample.behind += behind.clone().count();
            sample.spaced += behind.filter(|cell| cell.starts_with(' ')).count();
            for (count, cell) in numbers.iter_mut().zip(&record) {
                *count += usize::from(is_numeric(cell));
            }
        }
        sample.regular = widths.range(2..).map(|(_, lines)| *lines).max()?;
        sample.numeric = numbers.iter().any(|count| *count > 0 && (count + 1) * 10 >= sample.lines * 8);
        Some(sample)
    }

    fn is_a_table(&self, separator: Separator) -> bool {
        let at_least = |part: usize, percent: usize| part * 100 >= self.lines * percent;
        if self.names >= 2 {
            return at_least(self.split, 50);
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

    /// Which of two tables is likelier: known names first, then regularity in percent.
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
            ("id;text", ";"),
            ("seul\tdeux", "tab"),
            ("", "none"),
        ] {
            assert_eq!(guess(text).id(), separator, "{text:?}");
        }
    }
}
