//! Remains of another program's markup in texts: `&eacute;`, `<br>`, `_x000D_`, `\n` in two letters. They are counted
//! and shown, never interpreted as markup unasked; only the user decides that they are put right.

mod entity;
mod escape;
mod tag;

use memchr::{memchr, memchr3, memmem};
use reflet_grid::Text;

use super::grid::{Grid, GridError};
use escape::Backslashes;
use tag::Tag;

/// Cells with markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Markup {
    /// Their number.
    pub count: usize,
    /// The first such cell, before and after; only the beginning, if they are long.
    pub example: [String; 2],
    /// Whether the program that wrote the table writes line ends as escapes.
    escapes: bool,
}

/// Finds markup in the cells of a grid.
pub(super) fn find(grid: &Grid) -> Option<Markup> {
    let parts = grid.parts();
    if !may_have(parts.text) && !may_have(parts.aside) {
        return None;
    }
    let cells = || (0..grid.rows()).flat_map(|row| grid.row(row));
    let mut backslashes = Backslashes::default();
    cells().filter(|cell| cell.contains('\\')).for_each(|cell| backslashes.count(cell));
    let escapes = backslashes.are_habit();
    let mut with = cells().filter(|cell| has(cell, escapes));
    let first = with.next()?;
    let shortened = |text: &str| text.chars().take(160).collect::<String>();
    let example = [shortened(first), shortened(&plain(first, escapes).unwrap_or_default())];
    Some(Markup { count: with.count() + 1, example, escapes })
}

/// The grid with its markup put right.
pub(super) fn put_right(grid: Grid, markup: &Markup) -> Result<Grid, GridError> {
    grid.mapped(&mut |cell| plain(cell, markup.escapes))
}

/// The text with another letter in place of the `;` of each entity, so that none ends a cell, and that letter; `None`
/// if there is no entity, or no unused letter.
pub(super) fn without_ends_of_entities(text: &Text) -> Option<(Text, u8)> {
    let bytes = text.bytes();
    let mut from = 0;
    let mut ends = Vec::new();
    while let Some(found) = memchr(b'&', &bytes[from..]) {
        from += found;
        let Some((letter, length)) = entity::first(&bytes[from..]) else {
            from += 1;
            continue;
        };
        from += length;
        ends.push(from - 1);
        // Encoded twice: the entity behind `&amp;` has a `;` too.
        if let Some(length) = (letter == '&').then(|| entity::behind_sign(&bytes[from..])).flatten() {
            from += length;
            ends.push(from - 1);
        }
    }
    let spare = (!ends.is_empty())
        .then(|| [0x1f, 0x1e, 0x1d, 0x1c].into_iter().find(|byte| memchr(*byte, bytes).is_none()));
    let spare = spare.flatten()?;
    let mut bytes = bytes.to_vec();
    for end in ends {
        bytes[end] = spare;
    }
    Text::of(bytes).ok().map(|text| (text, spare))
}

/// Whether a text, given as its bytes, may contain markup.
fn may_have(bytes: &[u8]) -> bool {
    let mut from = 0;
    while let Some(found) = memchr3(b'<', b'&', b'\\', &bytes[from..]) {
        from += found;
        let is_one = match bytes[from] {
            b'&' => entity::first(&bytes[from..]).is_some(),
            b'<' => matches!(bytes.get(from + 1), Some(b'/' | b'!' | b'a'..=b'z' | b'A'..=b'Z')),
            _ => matches!(bytes.get(from + 1), Some(b'n' | b'r' | b't')),
        };
        if is_one {
            return true;
        }
        from += 1;
    }
    memmem::find(bytes, b"_x00").is_some()
}

/// Whether a cell has markup.
fn has(cell: &str, escapes: bool) -> bool {
    let mut rest = cell;
    while let Some(found) = rest.find(['<', '&', '_', '\\']) {
        rest = &rest[found..];
        if piece(cell, cell.len() - rest.len(), escapes).is_some() {
            return true;
        }
        rest = &rest[1..];
    }
    false
}

/// The meaning of a piece of markup.
enum Piece {
    Letter(char),
    Tag(Tag),
}

/// The piece of markup at that byte, and its length in bytes.
fn piece(cell: &str, at: usize, escapes: bool) -> Option<(Piece, usize)> {
    let rest = &cell[at..];
    match rest.as_bytes().first()? {
        b'&' => entity::first(rest.as_bytes()).map(|(letter, length)| (Piece::Letter(letter), length)),
        b'<' => tag::first(rest).map(|(tag, length)| (Piece::Tag(tag), length)),
        b'_' => escape::of_spreadsheet(rest).map(|(letter, length)| (Piece::Letter(letter), length)),
        b'\\' if escapes && !escape::is_apart(cell, at) => {
            escape::escape(rest).map(|(letter, length)| (Piece::Letter(letter), length))
        }
        _ => None,
    }
}

/// A cell without its markup; `None` if it has none.
pub(super) fn plain(cell: &str, escapes: bool) -> Option<String> {
    /// The number of passes: programs encode what another has encoded, `&amp;eacute;`, `&lt;br&gt;`.
    const TIMES: usize = 3;
    if !has(cell, escapes) {
        return None;
    }
    let mut text = once(cell, escapes);
    for _ in 1..TIMES {
        if !has(&text, false) {
            break;
        }
        text = once(&text, false);
    }
    Some(tidied(&text))
}

fn once(cell: &str, escapes: bool) -> String {
    /// The most bytes of a style or script.
    const SKIPPED: usize = 30_000;
    let mut text = String::with_capacity(cell.len());
    let mut at = 0;
    // The byte up to which no style ends, so that a text of many beginnings is searched once.
    let mut endless = 0;
    while let Some(found) = cell[at..].find(['<', '&', '_', '\\']) {
        text.push_str(&cell[at..at + found]);
        at += found;
        let Some((piece, length)) = piece(cell, at, escapes) else {
            text.push_str(&cell[at..=at]);
            at += 1;
            continue;
        };
        at += length;
        match piece {
            // A soft hyphen: a place where a word may be divided.
            Piece::Letter('\u{ad}') => {}
            Piece::Tag(Tag::Break) => text.push('\n'),
            Piece::Letter(letter) => text.push(letter),
            Piece::Tag(Tag::Block) if !text.trim_end_matches(' ').ends_with('\n') => text.push('\n'),
            Piece::Tag(Tag::Gap) => text.push(' '),
            Piece::Tag(Tag::Skipped(end)) if at >= endless => {
                let rest = &cell.as_bytes()[at..cell.floor_char_boundary(at.saturating_add(SKIPPED))];
                let ends = |part: &[u8]| part.eq_ignore_ascii_case(end.as_bytes());
                match rest.windows(end.len()).position(ends) {
                    Some(length) => at += length,
                    None => endless = at + rest.len(),
                }
            }
            Piece::Tag(Tag::Block | Tag::Skipped(_) | Tag::Nothing) => {}
        }
    }
    text.push_str(&cell[at..]);
    text
}

/// A text without space around its lines, and without more than one blank line in a row.
fn tidied(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut blank = 0;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for line in text.trim().lines().map(|line| line.trim_matches([' ', '\t'])) {
        blank = if line.is_empty() { blank + 1 } else { 0 };
        if blank > 1 {
            continue;
        }
        if !tidied.is_empty() {
            tidied.push('\n');
        }
        tidied.push_str(line);
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_put_right() {
        for (cell, expected) in [
            ("<p>Devis clair et rapide&nbsp;!</p>", "Devis clair et rapide\u{a0}!"),
            ("Accueil<br>parfait<br/>merci", "Accueil\nparfait\nmerci"),
            ("<div>Un</div><div>Deux</div>", "Un\nDeux"),
            ("<ul><li>Un</li><li>Deux</li></ul>Fin", "Un\nDeux\nFin"),
            ("d&amp;eacute;cevant &amp;amp; cher", "décevant & cher"),
            ("&lt;p&gt;Bien&lt;/p&gt;", "Bien"),
            ("R&amp;D &lt;3", "R&D <3"),
            ("Bonjour_x000D_\nMerci_x000D__x000A_Bien", "Bonjour\nMerci\nBien"),
            (
                "l&#39;accueil &#xE9;tait <strong>tr&egrave;s</strong> <a href=\"https://example.org\">bon</a>",
                "l'accueil était très bon",
            ),
            ("<style>p { color: red }</style>Bien", "Bien"),
            ("mer&shy;ci", "merci"),
        ] {
            assert_eq!(plain(cell, false).as_deref(), Some(expected), "{cell}");
        }
        assert_eq!(
            plain("Bien.\\r\\nMais cher\\n\\n- le prix", true).as_deref(),
            Some("Bien.\nMais cher\n\n- le prix")
        );
    }

    #[test]
    fn other_signs_stay() {
        for cell in [
            "a < b",
            "<3",
            "R&D",
            "AT&T",
            "C:\\new",
            "5 < 6 & 7 > 3",
            "Q&A;",
            "_x000G_",
            "<Prénom>",
            "",
            "<>",
            "\\\\serveur\\new",
            "M&Ms; oui",
            "x_y",
            "<b et c>",
        ] {
            assert_eq!(plain(cell, true), None, "{cell}");
        }
    }

    #[test]
    fn entities_do_not_end_cells() {
        let text = Text::from("1;d&eacute;j&agrave;;R&D;x;&amp;ccedil;a");
        let written = without_ends_of_entities(&text).map(|(text, spare)| (text.as_str().to_owned(), spare));
        assert_eq!(
            written,
            Some(("1;d&eacute\u{1f}j&agrave\u{1f};R&D;x;&amp\u{1f}ccedil\u{1f}a".to_owned(), 0x1f))
        );
        assert_eq!(without_ends_of_entities(&"R&D;x".into()), None);
    }
}
