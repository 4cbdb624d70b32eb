//! Recognises single cells that are no answers: a link, an identifier, a file, a duration, a day, a count.

use super::dates::{self, Order};
use super::matching::fold;
use super::profile::is_numeric;

/// Whether a cell is a value that a machine writes or a person ticks, rather than words.
pub(super) fn is_bare(cell: &str) -> bool {
    is_numeric(cell)
        || is_link(cell)
        || is_code(cell)
        || is_file(cell)
        || is_day(cell)
        || is_span(cell)
        || is_boolean(cell)
}

/// Whether a cell is the address of a page, or several addresses.
pub(super) fn is_link(cell: &str) -> bool {
    const STARTS: [&str; 4] = ["http://", "https://", "www.", "ftp://"];
    let is_address = |word: &str| STARTS.iter().any(|start| word.starts_with(start));
    let mut words = cell.split([' ', ',', ';', '\n', '\r', '\t']).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(is_address)
}

/// Whether a cell is an e-mail address.
pub(super) fn is_email(cell: &str) -> bool {
    let cell = cell.trim();
    cell.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !cell.contains(char::is_whitespace)
    })
}

/// Whether a cell is one word with digits in it, such as `A01`, `R_2YPOQ` and `192.168.1.1`, or an e-mail address.
pub(super) fn is_code(cell: &str) -> bool {
    let cell = cell.trim();
    let one_word = !cell.is_empty() && !cell.contains(char::is_whitespace);
    one_word && (cell.len() <= 80 && cell.contains(|c: char| c.is_ascii_digit()) || is_email(cell))
}

/// Whether a cell is the name of a file.
pub(super) fn is_file(cell: &str) -> bool {
    #[rustfmt::skip]
    const ENDINGS: [&str; 16] = [
        "pdf", "jpg", "jpeg", "png", "gif", "doc", "docx", "xls", "xlsx", "csv", "txt", "wav", "mp3", "mp4", "html",
        "zip",
    ];
    let ending = cell.trim().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    cell.len() <= 100 && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Whether a cell is a day in words: `3 mai 2025`, `Mon, Jan 5, 2025`.
pub(super) fn is_day(cell: &str) -> bool {
    #[rustfmt::skip]
    const DAYS: [&str; 21] = [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    ];
    if cell.len() > 40 || !cell.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let folded = fold(cell);
    let rest =
        folded.split_once(' ').filter(|(first, _)| DAYS.contains(first)).map_or(&*folded, |(_, rest)| rest);
    dates::month(cell, Order::DayFirst).is_some() || dates::month(rest, Order::DayFirst).is_some()
}

/// Whether a cell is a day with its year, in digits or in words.
pub(super) fn is_whole_day(cell: &str) -> bool {
    let is_joined = cell.len() == 8 && cell.bytes().all(|byte| byte.is_ascii_digit());
    (is_joined || cell.contains(['-', '/', '.', ' '])) && is_day(cell)
}

/// Whether a cell is a duration or a count: `2 h 30`, `3 days ago`, `il y a 2 jours`, `12 reviews`.
fn is_span(cell: &str) -> bool {
    #[rustfmt::skip]
    const UNITS: [&str; 48] = [
        "s", "sec", "secs", "seconde", "secondes", "second", "seconds", "m", "mn", "min", "mins", "minute", "minutes",
        "h", "hr", "hrs", "heure", "heures", "hour", "hours", "j", "jour", "jours", "d", "day", "days", "semaine",
        "semaines", "week", "weeks", "mois", "month", "months", "an", "ans", "annee", "annees", "year", "years",
        "ms", "votes", "vote", "reviews", "review", "avis", "photos", "photo", "contributions",
    ];
    if cell.len() > 30 {
        return false;
    }
    let folded = fold(cell);
    let words = folded.strip_prefix("il y a ").or_else(|| folded.strip_suffix(" ago")).unwrap_or(&folded);
    let mut units = 0;
    let are_parts = words.split(' ').all(|word| {
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let known = UNITS.contains(&unit);
        units += usize::from(known);
        known
            || unit.is_empty() && !word.is_empty()
            || matches!(word, "a" | "an" | "un" | "une" | "et" | "and")
    });
    are_parts && units > 0 && (words.len() < folded.len() || words.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a cell is a yes or a no.
pub(super) fn is_boolean(cell: &str) -> bool {
    cell.len() <= 6
        && matches!(fold(cell).as_str(), "true" | "false" | "vrai" | "faux" | "yes" | "no" | "oui" | "non")
}

/// Whether a cell reads like a proper name: every word begins with a capital, and no sentence ends.
pub(super) fn is_proper_name(cell: &str) -> bool {
    #[rustfmt::skip]
    const LINKS: [&str; 20] = [
        "of", "the", "de", "du", "la", "le", "les", "des", "et", "and", "in", "to", "for", "at", "on", "en", "a", "à",
        "sur", "by",
    ];
    let cell = cell.trim();
    if cell.len() > 120 || cell.ends_with(['.', '!', '?', '…']) {
        return false;
    }
    let lower = |word: &&str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    let words = || cell.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    let shouted = || cell.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    // This test comes first because most texts have a lower-case word near their beginning.
    !words().any(|word| lower(&word) && !LINKS.contains(&word))
        && words().count() <= 12
        && (words().count() <= 3 || !shouted())
}

/// Whether a spreadsheet has rounded an identifier to what a number can hold: `3,30E+12`, `4970000000000000`.
pub(super) fn is_damaged(cell: &str) -> bool {
    is_exponent(cell) || is_rounded(cell)
}

/// Whether a cell is a number with an exponent, as a spreadsheet shows long numbers.
pub(super) fn is_exponent(cell: &str) -> bool {
    let cell = cell.trim();
    // Quick refusal: most texts have an "e" and begin with no digit.
    if !cell.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let Some((number, exponent)) = cell.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = number.split_once([',', '.']).unwrap_or((number, "0"));
    digits(whole) && digits(fraction) && exponent.strip_prefix('+').is_some_and(digits)
}

/// Whether a cell is a long number whose last digits are lost.
fn is_rounded(cell: &str) -> bool {
    /// The number of digits that a spreadsheet keeps.
    const KEPT: usize = 15;
    let cell = cell.trim();
    let zeros = cell.len() - cell.trim_end_matches('0').len();
    is_long_number(cell) && (zeros >= 3 || cell.len() > KEPT && zeros >= cell.len() - KEPT)
}

/// Whether a cell is a number with too many digits for a count.
pub(super) fn is_long_number(cell: &str) -> bool {
    let cell = cell.trim();
    cell.len() >= 11 && cell.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_machines_are_bare() {
        for cell in [
            "https://example.org/avis/1",
            "www.example.org",
            "A01",
            "R_2YPOQ602ER1jkf1",
            "ana@example.org",
            "audio-12.wav",
            "Lettre du 3.pdf",
            "3 mai 2025",
            "Mon, Jan 5, 2025",
            "2 h 30",
            "00:03:12",
            "3 days ago",
            "il y a 2 jours",
            "12 reviews",
            "true",
            "8,5",
            "2025-05-03",
            "5min",
            "a year ago",
        ] {
            assert!(is_bare(cell), "{cell}");
        }
        for cell in [
            "Bien",
            "Trop long",
            "2 fois par an",
            "J'attends depuis 3 jours",
            "Nice staff number 1",
            "Voir https://example.org pour la suite",
            "min",
            "un an",
            "",
        ] {
            assert!(!is_bare(cell), "{cell}");
        }
    }

    #[test]
    fn names_begin_with_capitals() {
        for cell in ["University of Lyon", "Introduction to Python", "UC Berkeley", "Hôtel du Parc"] {
            assert!(is_proper_name(cell), "{cell}");
        }
        for cell in ["Très bon accueil", "LE SERVICE EST VRAIMENT LENT", "Great Staff!", "Hot water broke"] {
            assert!(!is_proper_name(cell), "{cell}");
        }
    }

    #[test]
    fn spreadsheets_damage_long_numbers() {
        for cell in [
            "3,30E+12",
            "3.30E+12",
            "1,23457E+15",
            "3300000000000",
            "49700000000000010000",
            "1234567890123450",
        ] {
            assert!(is_damaged(cell), "{cell}");
        }
        for cell in ["3292880985", "1E5", "E+12", "3292880985123", "1000", "4970000000000012"] {
            assert!(!is_damaged(cell), "{cell}");
        }
    }
}
