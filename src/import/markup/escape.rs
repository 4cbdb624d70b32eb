//! `\n`, `\r\n`, `\t` in two letters each, as programs write line ends that they do not end lines with; and `_x000D_`,
//! as spreadsheets do.

/// What the backslashes of some cells are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Backslashes {
    /// Cells with an escape that nothing else explains.
    sure: usize,
    /// Whether `\r\n` is among them, which nobody types.
    pairs: bool,
    /// Backslashes before something else.
    others: usize,
}

impl Backslashes {
    /// Takes a cell.
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

    /// Whether they are a program's habit.
    pub(super) fn are_habit(self) -> bool {
        (self.sure >= 2 || self.pairs) && self.sure > self.others
    }
}

/// The letter for the escape that a text begins with, and how long that is.
pub(super) fn escape(text: &str) -> Option<(char, usize)> {
    [("\\r\\n", '\n'), ("\\n", '\n'), ("\\r", '\r'), ("\\t", ' ')]
        .into_iter()
        .find_map(|(written, letter)| text.starts_with(written).then_some((letter, written.len())))
}

/// Whether the backslash there is part of a path such as `C:\new` or `\\server\new`, is itself behind one, or stands in
/// a cell of JSON, which has escapes of its own.
pub(super) fn is_apart(cell: &str, at: usize) -> bool {
    /// No path without a space is longer.
    const LONGEST: usize = 300;
    let near = &cell[cell.floor_char_boundary(at.saturating_sub(LONGEST))..at];
    let word = near.rsplit(char::is_whitespace).next().unwrap_or_default().len();
    let word = &cell[at - word..];
    let word = word.trim_start_matches(['"', '\'', '(', '«']).as_bytes();
    let is_path =
        matches!(word, [drive, b':', b'\\', ..] if drive.is_ascii_alphabetic()) || word.starts_with(b"\\\\");
    is_path || cell[..at].ends_with('\\') || cell.starts_with(['{', '['])
}

/// Whether a line can end where that escape stands: `Merci.\nA bientôt`, not `oui\non`.
fn is_sure(cell: &str, at: usize, length: usize) -> bool {
    let after = cell[at + length..].chars().next();
    let before = cell[..at].chars().next_back();
    let begins = after.is_none_or(|c| !c.is_lowercase() && c != '_');
    let ends = before.is_none_or(|c| !c.is_alphanumeric());
    begins || ends
}

/// The letter for the escape of a spreadsheet that a text begins with, `_x000D_`, `_x000A_` or `_x0009_`, and how long
/// that is. Nobody writes that in an answer, whatever stands before it.
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
