//! Whether a text of Reflet's says a value of calamine's. A value has no format here, and a text is what its format shows:
//! so a number may also be a percentage, and a moment its day, its time or both.

use calamine::{Data, ExcelDateTime};

/// Significant digits of a number, which leave out what binary fractions add.
const DIGITS: usize = 15;
const DAY: f64 = 86_400.0;

/// A value as calamine gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell(pub Data);

impl Cell {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.is_shown_as("")
    }

    /// Whether the text says this value.
    pub fn is_shown_as(&self, text: &str) -> bool {
        match &self.0 {
            Data::Empty => text.is_empty(),
            Data::Int(number) => text == number.to_string(),
            Data::Float(number) => text == plain(*number) || text == format!("{}%", plain(number * 100.0)),
            Data::String(held) => text == held,
            Data::Bool(yes) => text == if *yes { "TRUE" } else { "FALSE" },
            Data::Error(error) => text == error.to_string(),
            Data::DateTime(moment) => moments(moment).iter().any(|shown| shown == text),
            Data::DateTimeIso(written) => text == iso(written),
            Data::DurationIso(written) => seconds(written).is_some_and(|held| clock(held) == text),
        }
    }
}

fn plain(number: f64) -> String {
    let rounded: f64 = format!("{number:.*e}", DIGITS - 1).parse().unwrap_or(number);
    rounded.to_string()
}

/// All that a format may show of a moment.
fn moments(moment: &ExcelDateTime) -> Vec<String> {
    let value = moment.as_f64();
    if moment.is_duration() {
        return vec![clock(value * DAY)];
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    vec![format!("{date} {time}"), date, time]
}

/// `2024-05-03T14:05:00.000` without the fraction of a second, and without midnight.
fn iso(written: &str) -> String {
    let whole = written.split('.').next().unwrap_or_default();
    whole.strip_suffix("T00:00:00").unwrap_or(whole).replacen('T', " ", 1)
}

/// Hours, which may be many, minutes and seconds.
fn clock(seconds: f64) -> String {
    let seconds = seconds.round();
    let [minutes, hours] = [60.0, 3600.0].map(|unit| (seconds / unit).floor());
    format!("{hours:02}:{:02}:{:02}", minutes % 60.0, seconds % 60.0)
}

/// The seconds of `PT26H05M00S`.
fn seconds(written: &str) -> Option<f64> {
    let (hours, rest) = written.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let parts = [hours, minutes, rest.strip_suffix('S')?].map(str::parse);
    let [hours, minutes, seconds]: [Result<f64, _>; 3] = parts;
    Some(hours.ok()? * 3600.0 + minutes.ok()? * 60.0 + seconds.ok()?)
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    use super::*;

    #[test]
    fn a_text_says_a_value_in_each_form_and_no_other() {
        let moment = |value, kind| Data::DateTime(ExcelDateTime::new(value, kind, false));
        for (value, shown, other) in [
            (Data::Empty, "", "0"),
            (Data::Float(0.1 + 0.2), "0.3", "0.30000000000000004"),
            (Data::Float(0.85), "85%", "86%"),
            (Data::Bool(true), "TRUE", "1"),
            (moment(45_415.0, DateTime), "2024-05-03", "2024-05-04"),
            (moment(45_415.5, DateTime), "2024-05-03 12:00:00", "12:00"),
            (moment(1.25, TimeDelta), "30:00:00", "06:00:00"),
            (Data::DateTimeIso("2024-05-03T14:05:00.000".into()), "2024-05-03 14:05:00", "2024-05-03"),
            (Data::DateTimeIso("2024-05-03T00:00:00".into()), "2024-05-03", "2024-05-03 00:00:00"),
            (Data::DurationIso("PT26H05M00S".into()), "26:05:00", "02:05:00"),
        ] {
            let cell = Cell(value);
            assert!(cell.is_shown_as(shown) && !cell.is_shown_as(other), "{cell:?}");
        }
    }
}
