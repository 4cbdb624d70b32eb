//! `\n`, `\r\n`, `\t` in two letters each, as programs write line ends inside of cells; and `_x000D_` of spreadsheets.

/// Counts of the backslashes of some cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Backslashes {
    /// Cells with an escape that has no other explanation.
    sure: usize,
    /// Whether `\r\n` occurs, which nobody types.
    pairs: bool,
    /// Backslashes before something else.
    others: usize,
}

impl Backslashes {
    /// Counts the backslashes of a cell.
    pub(super) fn count(&mut self, cell: &str) {
        let mut sure = false;
        for (at, _) in cell.match_indices('\\').filter(|(at, _)| !is_apart(cell, *at)) {
            match escape(&cell[at..]) {
                Some((_, length)) => {
                    self.pairs |= length > 2;
                    sure |= length > 2 || is_sure(cell, at, length);
                }
                None => self.others += 1,
            }
        }
        self.sure += usize::from(sure);
    }

    /// Whether a program wrote line ends as escapes.
    pub(super) fn are_habit(self) -> bool {
        (self.sure >= 2 || self.pairs) && self.sure > self.others
    }
}

/// The letter of the escape at the beginning of a text, and the escape's length in bytes.
pub(super) fn escape(text: &str) -> Option<(char, usize)> {
    [("\\r\\n", '\n'), ("\\n", '\n'), ("\\r", '\r'), ("\\t", ' ')]
        .into_iter()
        .find_map(|(written, letter)| text.starts_with(written).then_some((letter, written.len())))
}

/// Whether the backslash at `at` belongs to a path such as `C:\new` or `\\server\new`, follows a backslash, or is in a
/// cell of JSON, which has escapes of its own.
pub(super) fn is_apart(cell: &str, at: usize) -> bool {
    /// The most bytes of a path without a space.
    const LONGEST: usize = 300;
    let near = &cell[cell.floor_char_boundary(at.saturating_sub(LONGEST))..at];
    let word = near.rsplit(char::is_whitespace).next().unwrap_or_default().len();
    let word = &cell[at - word..];
    let word = word.trim_start_matches(['"', '\'', '(', '«']).as_bytes();
    let is_path =
        matches!(word, [drive, b':', b'\\', ..] if drive.is_ascii_alphabetic()) || word.starts_with(b"\\\\");
    is_path || cell[..at].ends_with('\\') || cell.starts_with(['{', '['])
}

/// Whether a line can end at that escape: `Merci.\nA bientôt`, not `oui\non`.
fn is_sure(cell: &str, at: usize, length: usize) -> bool {
    let after = cell[at + length..].chars().next();
    let before = cell[..at].chars().next_back();
    let begins = after.is_none_or(|c| !c.is_lowercase() && c != '_');
    let ends = before.is_none_or(|c| !c.is_alphanumeric());
    begins || ends
}

/// The letter of a spreadsheet's escape at the beginning of a text, `_x000D_`, `_x000A_` or `_x0009_`, and the escape's
/// length in bytes. Nobody types it in an answer, so that the text before it does not matter.
pub(super) fn of_spreadsheet(text: &str) -> Option<(char, usize)> {
    let letter = |code: &str| match code.to_ascii_uppercase().as_str() {
        "_X000D_" => Some('\r'),
        "_X000A_" => Some('\n'),
        "_X0009_" => Some(' '),
        _ => None,
    };
    text.get(..7).and_then(letter).map(|letter| (letter, 7))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn habit(cells: &[&str]) -> bool {
        let mut found = Backslashes::default();
        for cell in cells {
            found.count(cell);
        }
        found.are_habit()
    }

    #[test]
    fn escapes_are_a_habit_and_paths_are_none() {
        assert!(habit(&["Merci.\\nA bientôt", "Bien\\n\\nMais cher"]));
        assert!(habit(&["Bien\\r\\nmais cher"]));
        assert!(!habit(&["Merci.\\nA bientôt"]), "one may be a slip");
        assert!(!habit(&["C:\\new", "Voir \"C:\\temp\\new\"", "\\\\serveur\\temp"]));
        assert!(!habit(&["et\\ou", "oui\\non", "jour\\nuit"]));
        assert!(!habit(&["\\alpha\\nu", "\\beta\\times \\N", "\\gamma"]));
        assert!(!habit(&["{\"a\": \"x\\nY\"}", "{\"a\": \"x\\nY\"}"]));
    }
}
