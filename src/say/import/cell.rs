//! Cells of a table as they are shown.

/// Longer cells would push everything else off the screen.
const LONGEST: usize = 140;

/// A cell, or its beginning.
pub fn shortened(cell: &str) -> String {
    if cell.chars().count() <= LONGEST {
        return cell.to_owned();
    }
    let start: String = cell.chars().take(LONGEST).collect();
    format!("{start}…")
}

/// A cell with a sign in the place of each control character, which has no look of its own.
pub fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_cell_shows_its_beginning() {
        let long = "é".repeat(141);
        assert_eq!(shortened(&long), format!("{}…", "é".repeat(140)));
        assert_eq!(shortened(&"é".repeat(140)).chars().count(), 140);
        assert_eq!(visible("a\u{1}b"), "a\u{fffd}b");
    }
}
