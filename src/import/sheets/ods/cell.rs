//! A cell of an ODS workbook: its value, or its text.

use super::super::SheetError;
use super::super::book::{Book, Span};
use super::super::format::Format;
use super::super::number::{self, Epoch};
use super::super::xml::{self, Element, Xml};
use super::paragraph;

/// The attributes of a cell.
pub struct Cell {
    /// How many times the cell is repeated side by side.
    pub repeated: usize,
    kind: ValueType,
    value: Option<String>,
    is_formula: bool,
    is_merged: bool,
}

/// The type of the value of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ValueType {
    Nothing,
    Number,
    Percent,
    Date,
    Time,
    Boolean,
    Text,
    Error,
}

/// A count; `usize::MAX` if it is too large for its type, and 1 if it is no number.
pub fn count(written: &str) -> usize {
    let is_number = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    written.parse().unwrap_or(if is_number { usize::MAX } else { 1 })
}

impl Cell {
    pub fn of(element: &Element) -> Result<Self, SheetError> {
        let mut cell =
            Self { repeated: 1, kind: ValueType::Nothing, value: None, is_formula: false, is_merged: false };
        for attribute in element.attributes() {
            let (name, value) = attribute?;
            match name {
                b"number-columns-repeated" => cell.repeated = count(value),
                b"number-columns-spanned" | b"number-rows-spanned" => cell.is_merged |= count(value) > 1,
                b"formula" => cell.is_formula = true,
                // An attribute of LibreOffice calls a text an error.
                b"value-type" if cell.kind != ValueType::Error => cell.kind = value_type(value),
                b"value" | b"date-value" | b"time-value" | b"boolean-value" => {
                    cell.value = Some(value.to_owned());
                }
                _ => {}
            }
        }
        Ok(cell)
    }
}

fn value_type(value: &str) -> ValueType {
    match value {
        "float" | "currency" => ValueType::Number,
        "percentage" => ValueType::Percent,
        "date" => ValueType::Date,
        "time" => ValueType::Time,
        "boolean" => ValueType::Boolean,
        "error" => ValueType::Error,
        _ => ValueType::Text,
    }
}

/// Adds the shown text of the current cell to the buffer, and returns its place.
pub fn read(xml: &mut Xml, cell: Cell, book: &mut Book) -> Result<Span, SheetError> {
    let start = book.text.len();
    let paragraphs = paragraph::read(xml, &mut book.text)?;
    let sheet = book.sheet()?;
    sheet.merged += usize::from(cell.is_merged);
    sheet.errors += usize::from(cell.kind == ValueType::Error);
    let text = &mut book.text;
    if let Some(value) = cell.value {
        // The shown text is rounded and in the format of a country.
        let shown = text.split_off(start);
        match cell.kind {
            ValueType::Percent => number(text, start, &value, Format::Percent),
            ValueType::Date => text.push_str(&number::moment(&value)),
            ValueType::Time => match days(&value) {
                Some(days) => number::push(text, days, clock(days, &shown), Epoch::default()),
                None => text.push_str(&value),
            },
            ValueType::Boolean => text.push_str(boolean(xml::is_true(&value))),
            // LibreOffice writes booleans from other formats as numbers.
            _ if matches!(shown.as_str(), "TRUE" | "VRAI") => text.push_str(boolean(true)),
            _ if matches!(shown.as_str(), "FALSE" | "FAUX") => text.push_str(boolean(false)),
            _ => number(text, start, &value, Format::Plain),
        }
    } else if cell.is_formula && cell.kind == ValueType::Nothing && paragraphs == 0 {
        book.sheet()?.valueless += 1;
    }
    book.since(start)
}

fn boolean(is_true: bool) -> &'static str {
    if is_true { "TRUE" } else { "FALSE" }
}

/// The format of a time that may be beyond a day: a duration if all its hours are shown, else a time of day.
fn clock(days: f64, shown: &str) -> Format {
    let hours = format!("{:.0}", (days.abs() * 24.0 + 1e-9).floor());
    let is_elapsed = days < 1.0 || shown.trim_start_matches('-').starts_with(&hours);
    if is_elapsed { Format::Duration } else { Format::Time }
}

fn number(text: &mut String, start: usize, value: &str, format: Format) {
    text.push_str(value);
    number::reformat(text, start, format, Epoch::default());
}

/// `PT14H05M00S` in days.
fn days(written: &str) -> Option<f64> {
    let (sign, written) = written.strip_prefix('-').map_or((1.0, written), |rest| (-1.0, rest));
    let mut seconds = 0.0;
    let mut rest = written.strip_prefix("PT")?;
    while let Some(end) = rest.find(|letter: char| letter.is_ascii_alphabetic()) {
        let (number, unit) = rest.split_at(end);
        let number: f64 = number.replace(',', ".").parse().ok()?;
        seconds += match unit.chars().next()? {
            'H' => number * 3600.0,
            'M' => number * 60.0,
            'S' => number,
            _ => return None,
        };
        rest = unit.get(1..)?;
    }
    rest.is_empty().then_some(sign * seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_days() {
        let seconds = |written| days(written).map(|days| (days * 86_400.0).round());
        assert_eq!(seconds("PT14H05M00S"), Some(50_700.0));
        assert_eq!(seconds("-PT0H0M01.5S"), Some(-2.0));
        assert_eq!(seconds("PT"), Some(0.0));
        assert_eq!(seconds("P1D"), None);
        assert_eq!(seconds("PT5"), None);
    }

    #[test]
    fn hours_beyond_a_day_are_a_time_of_day_unless_they_are_shown() {
        assert_eq!(clock(1.25, "30:00:00"), Format::Duration);
        assert_eq!(clock(1.25, "06:00"), Format::Time);
        assert_eq!(clock(0.25, "06:00"), Format::Duration);
    }

    #[test]
    fn counts_have_no_end_that_matters() {
        assert_eq!((count("3"), count("x"), count(""), count("99999999999999999999")), (3, 1, 1, usize::MAX));
    }
}
