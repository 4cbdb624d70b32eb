//! The text of a cell of an ODS workbook: its paragraphs, one to a line.

use super::super::xml::{self, Element, Piece, Xml};
use super::super::{MAX_TEXT, SheetError};
use super::cell;

/// Adds the paragraphs of the current cell to a text, up to its end, and returns their number.
pub fn read(xml: &mut Xml, text: &mut String) -> Result<usize, SheetError> {
    let mut paragraphs = 0_usize;
    loop {
        match xml.next()? {
            Piece::Start(element) => match element.name() {
                b"p" | b"h" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                    read_one(xml, text)?;
                }
                // A list consists of paragraphs too; comments and drawings are not the text of the cell.
                b"list" | b"list-item" => {}
                _ => xml.skip()?,
            },
            Piece::End(b"list" | b"list-item") => {}
            Piece::End(_) => return Ok(paragraphs),
            Piece::Over => return Err(SheetError::Damaged),
            _ => {}
        }
    }
}

/// Adds the current paragraph.
fn read_one(xml: &mut Xml, text: &mut String) -> Result<(), SheetError> {
    let mut letters = String::new();
    let mut is_after_space = true;
    let mut depth = 1_usize;
    while depth > 0 {
        let piece = xml.next()?;
        match &piece {
            Piece::Start(element) => match element.name() {
                b"annotation" | b"note" | b"ruby-text" | b"frame" => xml.skip()?,
                name => {
                    is_after_space &= !push_blank(name, element, text)?;
                    depth += 1;
                }
            },
            Piece::End(_) => depth -= 1,
            Piece::Over => return Err(SheetError::Damaged),
            piece => {
                letters.clear();
                xml::push(&mut letters, piece)?;
                is_after_space = push_letters(text, &letters, is_after_space);
            }
        }
    }
    Ok(())
}

/// Adds a space, tabulator or end of line that is written as an element. Returns false for any other element.
fn push_blank(name: &[u8], element: &Element, text: &mut String) -> Result<bool, SheetError> {
    match name {
        b"s" => {
            let spaces = xml::attribute(element, "c")?.map_or(1, |written| cell::count(&written));
            if spaces > MAX_TEXT {
                return Err(SheetError::MarkupTooLong);
            }
            text.extend(std::iter::repeat_n(' ', spaces));
        }
        b"tab" => text.push('\t'),
        b"line-break" => text.push('\n'),
        _ => return Ok(false),
    }
    Ok(true)
}

/// Adds characters, with any white space as one space, and none at the start of a paragraph. Returns whether the last
/// one is a space.
fn push_letters(text: &mut String, letters: &str, mut is_after_space: bool) -> bool {
    for letter in letters.chars() {
        let is_space = matches!(letter, ' ' | '\t' | '\r' | '\n');
        if !is_space {
            text.push(letter);
        } else if !is_after_space {
            text.push(' ');
        }
        is_after_space = is_space;
    }
    is_after_space
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(source: &str) -> Result<String, SheetError> {
        let source = format!("<cell>{source}</cell>");
        let mut xml = Xml::new(source.as_bytes());
        let mut text = String::new();
        xml.next()?;
        read(&mut xml, &mut text)?;
        Ok(text)
    }

    #[test]
    fn spaces_are_read_as_they_are_shown() {
        for (source, expected) in [
            ("<p>a</p><p/><p>b</p>", "a\n\nb"),
            ("\n  <p>\n a \n  b</p>", "a b"),
            ("<p>a<s/>b<s c=\"3\"/>c</p>", "a b   c"),
            ("<p>a <s/>b</p>", "a  b"),
            ("<p>a<tab/>b<line-break/>c</p>", "a\tb\nc"),
            ("<p>un <span>accueil</span> <a>lié</a> &amp; bon</p>", "un accueil lié & bon"),
            ("<annotation><p>commentaire</p></annotation><p>a</p>", "a"),
            ("<list><list-item><p>a</p></list-item><list-item><p>b</p></list-item></list>", "a\nb"),
            ("<p><ruby><ruby-base>漢</ruby-base><ruby-text>かん</ruby-text></ruby></p>", "漢"),
        ] {
            assert_eq!(cell(source).as_deref(), Ok(expected), "{source}");
        }
        assert_eq!(cell("<p><s c=\"99999999999999999999\"/></p>"), Err(SheetError::MarkupTooLong));
    }
}
