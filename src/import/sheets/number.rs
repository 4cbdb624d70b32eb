//! Writes numbers in a readable form: without the noise of binary fractions, days as `2024-05-03`.

use std::fmt::Write;

use super::format::Format;
use crate::import::dates::{DAYS_TO_1900, civil};

/// The origin of the count of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Epoch {
    /// Day 1 is the first of January 1900, and that year wrongly has a 29th of February.
    #[default]
    Y1900,
    /// Day 0 is the first of January 1904.
    Y1904,
}

const SECONDS_A_DAY: u64 = 86_400;
/// The first day after the year 9999.
const END_OF_DAYS: f64 = 2_958_466.0;
/// The number of significant digits that spreadsheets show.
const DIGITS: usize = 15;

/// Formats the number that was added as digits to a text from the byte `start` on.
pub fn reformat(text: &mut String, start: usize, format: Format, epoch: Epoch) {
    let written = text.get(start..).unwrap_or_default();
    if format == Format::Plain && is_short(written) {
        return;
    }
    // Anything but a number stays as written.
    if let Ok(value) = written.trim().parse() {
        text.truncate(start);
        push(text, value, format, epoch);
    }
}

/// The readable form, `2024-05-03 14:05:00`, of a day, a time or both in ISO 8601, `2024-05-03T14:05:00.000Z`.
pub fn moment(written: &str) -> String {
    let shown = written.trim().trim_end_matches('Z');
    let shown = shown.rsplit_once('.').map_or(shown, |(shown, _)| shown);
    let shown = shown.strip_suffix("T00:00:00").unwrap_or(shown);
    shown.trim_start_matches('T').replacen('T', " ", 1)
}

/// Adds a number.
pub fn push(text: &mut String, value: f64, format: Format, epoch: Epoch) {
    let is_pushed = match format {
        Format::Plain => false,
        Format::Percent => {
            push_plain(text, value * 100.0);
            text.push('%');
            true
        }
        Format::Duration => push_duration(text, value),
        Format::Date | Format::Time | Format::Moment => push_moment(text, value, format, epoch),
    };
    if !is_pushed {
        push_plain(text, value);
    }
}

/// Whether a number is already in readable form: a few digits, possibly with a point, without superfluous zeros.
fn is_short(written: &str) -> bool {
    let digits = written.strip_prefix('-').unwrap_or(written);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "1"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits.len() <= DIGITS
        && is_digits(whole)
        && is_digits(fraction)
        && (!whole.starts_with('0') || whole.len() == 1)
        && !fraction.ends_with('0')
        && written != "-0"
}

fn push_plain(text: &mut String, value: f64) {
    if !value.is_finite() {
        text.push_str("#NUM!");
        return;
    }
    // `d.dddE±n`, rounded to the shown digits.
    let scientific = format!("{value:.*e}", DIGITS - 1);
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let is_negative = mantissa.starts_with('-');
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        text.push('0');
        return;
    }
    if is_negative {
        text.push('-');
    }
    let before = usize::try_from(exponent + 1).unwrap_or(0);
    match exponent {
        0..=20 if digits.len() <= before => {
            text.push_str(digits);
            text.extend(std::iter::repeat_n('0', before - digits.len()));
        }
        0..=20 => {
            let (whole, fraction) = digits.split_at(before);
            text.extend([whole, ".", fraction]);
        }
        -9..=-1 => {
            let zeros = usize::try_from(-exponent - 1).unwrap_or(0);
            text.push_str("0.");
            text.extend(std::iter::repeat_n('0', zeros));
            text.push_str(digits);
        }
        _ => {
            let (first, rest) = digits.split_at(1);
            let point = if rest.is_empty() { "" } else { "." };
            text.extend([first, point, rest]);
            push_all(text, format_args!("E{exponent:+}"));
        }
    }
}

/// Adds hours, minutes and seconds. Returns false if the value has no such form.
fn push_duration(text: &mut String, value: f64) -> bool {
    let Some(seconds) = seconds(value.abs()) else { return false };
    if value < 0.0 && seconds > 0 {
        text.push('-');
    }
    push_clock(text, seconds);
    true
}

/// Adds a day, a time or both. Returns false if there is no such day.
fn push_moment(text: &mut String, value: f64, format: Format, epoch: Epoch) -> bool {
    let Some(seconds) = seconds(value) else { return false };
    let (day, time) = (seconds / SECONDS_A_DAY, seconds % SECONDS_A_DAY);
    // Day 0 of 1900 is no date, so that only the time is shown.
    let is_time = format == Format::Time || day == 0 && epoch == Epoch::Y1900;
    if is_time {
        push_clock(text, time);
        return true;
    }
    push_day(text, day, epoch);
    if format == Format::Moment {
        text.push(' ');
        push_clock(text, time);
    }
    true
}

/// A number of days in seconds, to the nearest one; `None` if it is negative or after the year 9999.
fn seconds(days: f64) -> Option<u64> {
    if !(0.0..END_OF_DAYS).contains(&days) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 0 and 3·10¹¹")]
    Some((days * 86_400.0).round() as u64)
}

fn push_clock(text: &mut String, seconds: u64) {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    push_all(text, format_args!("{hours:02}:{minutes:02}:{:02}", seconds % 60));
}

fn push_day(text: &mut String, day: u64, epoch: Epoch) {
    let (year, month, day) = match epoch {
        Epoch::Y1900 if day == 60 => (1900, 2, 29),
        Epoch::Y1900 if day < 60 => civil(day + DAYS_TO_1900 - 1),
        Epoch::Y1900 => civil(day + DAYS_TO_1900 - 2),
        Epoch::Y1904 => civil(day + DAYS_TO_1900 + 1460),
    };
    push_all(text, format_args!("{year:04}-{month:02}-{day:02}"));
}

/// Adds formatted text; writing to a string does not fail.
fn push_all(text: &mut String, written: std::fmt::Arguments) {
    let is_written = text.write_fmt(written).is_ok();
    debug_assert!(is_written);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(written: &str, format: Format, epoch: Epoch) -> String {
        let mut text = format!("x{written}");
        reformat(&mut text, 1, format, epoch);
        text.split_off(1)
    }

    #[test]
    fn numbers_are_without_noise() {
        for (written, expected) in [
            ("9", "9"),
            ("4.5", "4.5"),
            ("-3", "-3"),
            ("9.0", "9"),
            ("0.30000000000000004", "0.3"),
            ("4.4000000000000004", "4.4"),
            ("1.1E2", "110"),
            ("-0", "0"),
            ("007", "7"),
            ("33612345678", "33612345678"),
            ("123456789012345678", "123456789012346000"),
            ("0.00001", "0.00001"),
            ("1E-12", "1E-12"),
            ("-1.5e300", "-1.5E+300"),
            ("1e999", "#NUM!"),
            ("douze", "douze"),
        ] {
            assert_eq!(shown(written, Format::Plain, Epoch::Y1900), expected, "{written}");
        }
    }

    #[test]
    fn dates_in_iso_8601_become_readable() {
        assert_eq!(moment("2024-05-03"), "2024-05-03");
        assert_eq!(moment("2024-05-03T14:05:00.000Z"), "2024-05-03 14:05:00");
        assert_eq!(moment("2024-05-03T00:00:00"), "2024-05-03");
        assert_eq!(moment("T14:05:00"), "14:05:00");
    }

    #[test]
    fn shares_are_in_hundredths() {
        assert_eq!(shown("0.85", Format::Percent, Epoch::Y1900), "85%");
        assert_eq!(shown("0.125", Format::Percent, Epoch::Y1900), "12.5%");
        assert_eq!(shown("0.07", Format::Percent, Epoch::Y1900), "7%");
    }

    /// Serial numbers as Excel shows them.
    #[test]
    fn days_and_times_are_iso() {
        for (written, format, expected) in [
            ("45415", Format::Date, "2024-05-03"),
            ("45415.586805555555", Format::Moment, "2024-05-03 14:05:00"),
            ("45415.586805555555", Format::Date, "2024-05-03"),
            ("45415.586805555555", Format::Time, "14:05:00"),
            ("1", Format::Date, "1900-01-01"),
            ("59", Format::Date, "1900-02-28"),
            ("60", Format::Date, "1900-02-29"),
            ("61", Format::Date, "1900-03-01"),
            ("36526", Format::Date, "2000-01-01"),
            ("2958465", Format::Date, "9999-12-31"),
            ("2958466", Format::Date, "2958466"),
            ("-1", Format::Date, "-1"),
            ("0.5", Format::Moment, "12:00:00"),
            ("45414.9999999", Format::Moment, "2024-05-03 00:00:00"),
            ("1.25", Format::Duration, "30:00:00"),
            ("-0.5", Format::Duration, "-12:00:00"),
        ] {
            assert_eq!(shown(written, format, Epoch::Y1900), expected, "{written}");
        }
        assert_eq!(shown("43953", Format::Date, Epoch::Y1904), "2024-05-03");
        assert_eq!(shown("0", Format::Date, Epoch::Y1904), "1904-01-01");
    }
}
