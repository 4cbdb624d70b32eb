//! The width of texts and their line breaks, by a table of this program, because backends measure differently.

use std::borrow::Cow;

/// Height of a line, in sizes.
const LINE: f64 = 1.25;
/// The width of other sans-serif fonts relative to the one that the table is from.
const MARGIN: f64 = 1.05;
/// The width of bold relative to regular.
const BOLD: f64 = 1.09;
const ELLIPSIS: char = '…';

/// A size of the type scale, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Ticks and notes.
    Small,
    /// Names.
    Normal,
    /// Sides.
    Large,
    /// The title of an exported picture.
    Title,
}

impl Size {
    /// In pixels.
    pub const fn px(self) -> f64 {
        match self {
            Self::Small => 11.0,
            Self::Normal => 12.0,
            Self::Large => 14.0,
            Self::Title => 18.0,
        }
    }

    /// Height of a line, in pixels.
    pub fn line(self) -> f64 {
        (self.px() * LINE).round()
    }
}

/// A size and a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Font {
    /// Its size.
    pub size: Size,
    /// Whether it is bold.
    pub bold: bool,
}

impl Font {
    /// The regular font of a size.
    pub const fn regular(size: Size) -> Self {
        Self { size, bold: false }
    }

    /// The bold font of a size.
    pub const fn bold(size: Size) -> Self {
        Self { size, bold: true }
    }

    /// An upper bound, in pixels, of the width of a text in usual sans-serif fonts.
    pub fn width(self, text: &str) -> f64 {
        let em: u32 = text.chars().map(em).sum();
        let weight = if self.bold { BOLD } else { 1.0 };
        f64::from(em) / 1000.0 * self.size.px() * MARGIN * weight
    }

    /// The text if it fits, else its beginning and an ellipsis; nothing where not even that fits.
    pub fn fit(self, text: &str, width: f64) -> Cow<'_, str> {
        if self.width(text) <= width {
            return Cow::Borrowed(text);
        }
        let mut cut = text.to_owned();
        while cut.pop().is_some() {
            let kept = cut.trim_end_matches(|c: char| c.is_whitespace() || joins(c));
            let short = format!("{kept}{ELLIPSIS}");
            if self.width(&short) <= width {
                return Cow::Owned(short);
            }
        }
        Cow::Borrowed("")
    }

    /// The text in at most that many lines of at most that width, broken at spaces (but not at those that
    /// do not break), the rest cut with an ellipsis.
    pub fn wrap(self, text: &str, width: f64, lines: usize) -> Vec<String> {
        let mut words =
            text.split(|c: char| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}').peekable();
        let mut wrapped: Vec<String> = Vec::new();
        while words.peek().is_some() && wrapped.len() < lines {
            let mut line = String::new();
            while let Some(word) = words.next_if(|word| {
                line.is_empty() || self.width(&line) + self.width(" ") + self.width(word) <= width
            }) {
                if !line.is_empty() && !word.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
            if wrapped.len() + 1 == lines {
                for rest in words.by_ref() {
                    line.push(' ');
                    line.push_str(rest);
                }
            }
            let fitted = self.fit(line.trim(), width);
            if !fitted.is_empty() {
                wrapped.push(fitted.into_owned());
            }
        }
        wrapped
    }
}

/// The text without the characters that a picture file must not hold; line breaks and tabs become spaces.
pub fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{fffe}' | '\u{ffff}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

/// Whether a character only changes or joins the one before it.
fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Width in thousandths of the size, by classes of characters; from the `hmtx` table of Noto Sans Regular,
/// each class at its widest member.
fn em(c: char) -> u32 {
    match c {
        c if c.is_control() || joins(c) => 0,
        ' ' | '\u{a0}' | '\u{202f}' | 'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '!' | '·' | '\'' | '’' => {
            270
        }
        'ì'..='ï'
        | '`'
        | '"'
        | '-'
        | '('
        | ')'
        | '['
        | ']'
        | 'I'
        | 'J'
        | 'Ì'..='Ï'
        | 'f'
        | 't'
        | '/'
        | '\\' => 380,
        's' | 'c' | 'ç' | 'r' | 'z' | '?' | '_' | '{' | '|' | '}' | '°' | '•' => 500,
        'v' | 'x' | 'y' | 'ý' | 'ÿ' | 'k' | 'L' | '«' | '»' | 'F' | '–' | '*' => 534,
        'a'
        | 'e'
        | 'à'..='å'
        | 'è'..='ë'
        | '0'..='9'
        | '+'
        | '−'
        | '='
        | '<'
        | '>'
        | '~'
        | '$'
        | '€'
        | 'S'
        | 'E' => 573,
        'È'..='Ë' | 'T' | 'Y' | 'Z' | 'X' | '^' | '±' => 586,
        'b'
        | 'd'
        | 'g'
        | 'h'
        | 'n'
        | 'o'
        | 'p'
        | 'q'
        | 'u'
        | 'ñ'..='ö'
        | 'ø'..='ü'
        | 'P'
        | 'R'
        | 'V'
        | 'ß' => 625,
        'A' | 'B' | 'C' | 'K' | 'À'..='Å' | 'Ç' | '#' => 650,
        'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' | 'w' | 'Ñ'..='Ö' | 'Ø'..='Ü' | '&' | '…' => 791,
        'm' | 'M' | 'W' | '@' | '%' | 'œ' | 'Œ' | 'æ' | 'Æ' => 948,
        '\u{100}'..='\u{1fff}' => 800,
        // Symbols, ideographs, emoji.
        _ => 1300,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: Font = Font::regular(Size::Normal);

    /// Thousandths of the size: sums of the `hmtx` table of Noto Sans 2.x Regular and Bold, and `DejaVu` Sans 2.37.
    const KNOWN: [(&str, f64, f64, f64); 5] = [
        ("Prise de rendez-vous", 9794.0, 10297.0, 10469.0),
        ("Accueil en agence", 8401.0, 8934.0, 9136.0),
        ("Pièces justificatives", 8997.0, 9790.0, 9794.0),
        ("+100", 2288.0, 2288.0, 2746.0),
        ("Crédit immobilier", 8202.0, 8795.0, 8680.0),
    ];

    #[test]
    fn widths_are_slightly_above_those_of_fonts() {
        for (text, regular, bold, dejavu) in KNOWN {
            let (thin, thick) =
                (FONT.width(text) / 12.0 * 1000.0, Font::bold(Size::Normal).width(text) / 12.0 * 1000.0);
            assert!((1.0..1.2).contains(&(thin / regular)), "{text}: {thin}");
            assert!((1.0..1.25).contains(&(thick / bold)), "{text}: {thick}");
            assert!(thin / dejavu > 0.87, "{text}: {thin}");
        }
    }

    #[test]
    fn breaks_at_spaces_and_cuts_with_an_ellipsis() {
        assert_eq!(FONT.wrap("Changement de conseiller", 90.0, 3), ["Changement", "de conseiller"]);
        assert_eq!(FONT.wrap("Changement de conseiller", 90.0, 1), ["Changement…"]);
        assert_eq!(FONT.wrap("Anticonstitutionnellement", 90.0, 2), ["Anticonstitut…"]);
        assert_eq!(FONT.wrap("Frais\u{a0}: 12\u{202f}€", 45.0, 3), ["Frais\u{a0}:", "12\u{202f}€"]);
        assert_eq!(FONT.wrap("", 90.0, 2), [""; 0]);
        assert_eq!(FONT.wrap("mot", 1.0, 2), [""; 0]);
    }

    #[test]
    fn drops_characters_that_a_picture_file_must_not_hold() {
        assert_eq!(clean("a\u{b}b\nc\u{ffff}\u{7f}é🙂"), "ab cé🙂");
    }
}
