//! The order of waves in time, read from their names.

use std::cmp::Ordering;

/// Compares two waves by the time that they name: `T3 2024` before `T1 2025`, `oct. 2024` before `janv. 2025`,
/// `vague 2` before `vague 10`. Those that name a year come first, then those that name a month, a quarter or the like
/// of any year, then all others, with the numbers inside them as numbers.
///
/// A total order: only equal names are equal.
///
/// ```
/// use reflet::model::by_time;
/// let mut waves = ["janv. 2025", "T1 2024", "10", "oct. 2024", "9"];
/// waves.sort_by(|a, b| by_time(a, b));
/// assert_eq!(waves, ["T1 2024", "oct. 2024", "janv. 2025", "9", "10"]);
/// ```
pub fn by_time(a: &str, b: &str) -> Ordering {
    key(a).cmp(&key(b)).then_with(|| a.cmp(b))
}

/// The sort key of a wave: whether it names a year, the year, the place in the year, then its tokens.
type Key = (u8, u32, u32, Vec<Token>);

/// A run of letters or of digits. Numbers come before words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Token {
    /// Its length without leading zeros, its digits, and its number of leading zeros.
    Number(usize, String, usize),
    /// Folded.
    Word(String),
}

fn key(wave: &str) -> Key {
    let tokens = tokens(wave);
    match place(&tokens) {
        (Some(year), place) => (0, year, place.unwrap_or(0), tokens),
        (None, Some(place)) => (1, 0, place, tokens),
        (None, None) => (2, 0, 0, tokens),
    }
}

/// The length of every month here: a place in the year is only compared, never shown.
const MONTH: u32 = 32;

const fn month(number: u32) -> u32 {
    number * MONTH
}

/// The year that a wave names, and where in the year it begins.
fn place(tokens: &[Token]) -> (Option<u32>, Option<u32>) {
    if let Some(day) = day(tokens) {
        return day;
    }
    let period = (0..tokens.len()).find_map(|at| period(tokens, at));
    let (used, place) = period.map_or((0..0, None), |(used, place)| (used, Some(place)));
    let after_fiscal = |at: usize| {
        at > 0 && matches!(&tokens[at - 1], Token::Word(word) if word == "fy" || word == "exercice")
    };
    // `oct. 24`, `T3 24`, `FY25`: a year of two digits beside a part of the year.
    let short = || {
        let two_digits = |at: &usize| {
            number(&tokens[*at]).is_some_and(|(value, digits)| digits == 2 && YEARS.contains(&value))
        };
        let beside =
            |at: &usize| !used.contains(at) && (place.is_some() && *at >= used.end || after_fiscal(*at));
        let found = (0..tokens.len()).find(|at| two_digits(at) && beside(at));
        found.and_then(|at| number(&tokens[at])).map(|(value, _)| 2000 + value)
    };
    let Some((at, year)) = (0..).zip(tokens).find_map(|(at, token)| Some((at, year(token)?))) else {
        return (short(), place);
    };
    // A winter from one year into the next begins at the end of the first.
    let next = tokens
        .get(at + 1)
        .and_then(number)
        .map(|(value, digits)| if digits == 2 { value + 2000 } else { value });
    let into_next = place == Some(WINTER) && next == Some(year + 1);
    (Some(year), if into_next { Some(month(12)) } else { place })
}

/// A day or a month in digits: `2024-09-05`, `2024-09`, `05/09/2024`, `09/2024`, `20240905`, `202409`.
fn day(tokens: &[Token]) -> Option<(Option<u32>, Option<u32>)> {
    let numbers: Vec<(u32, usize)> = tokens.iter().map_while(number).collect();
    let (year, month_number, day) = match numbers[..] {
        [(packed, 8), ..] => (packed / 10_000, packed / 100 % 100, packed % 100),
        [(packed, 6)] => (packed / 100, packed % 100, 0),
        [(year, 4), (month, 1 | 2), (day, 1 | 2), ..] | [(day, 1 | 2), (month, 1 | 2), (year, 4), ..] => {
            (year, month, day)
        }
        [(year, 4), (month, 1 | 2)] | [(month, 1 | 2), (year, 4)] => (year, month, 0),
        _ => return None,
    };
    let known = is_year(year) && (1..=12).contains(&month_number) && day <= 31;
    // A word may follow a day alone, as in an hour with its zone.
    (known && (numbers.len() == tokens.len() || day > 0))
        .then_some((Some(year), Some(month(month_number) + day)))
}

const fn is_year(number: u32) -> bool {
    1900 <= number && number < 2200
}

fn year(token: &Token) -> Option<u32> {
    number(token).filter(|(value, digits)| *digits == 4 && is_year(*value)).map(|(value, _)| value)
}

/// A number and how many digits it is written with.
fn number(token: &Token) -> Option<(u32, usize)> {
    match token {
        Token::Number(length, digits, zeros) if *length <= 9 => {
            Some((digits.parse().unwrap_or(0), length + zeros))
        }
        _ => None,
    }
}

/// Years that may be written with two digits: `mars 12` is a day, and nobody sorts waves of the last century.
const YEARS: std::ops::Range<u32> = 18..50;

/// A place before the other months of its year, because a winter is named by the year of its end.
const WINTER: u32 = month(1) - 1;

/// The part of a year that begins with that token: the tokens that name it, and its place in the year.
fn period(tokens: &[Token], at: usize) -> Option<(std::ops::Range<usize>, u32)> {
    let Token::Word(word) = &tokens[at] else { return None };
    let beside = |at: usize, most: u32| {
        let (value, digits) = tokens.get(at).and_then(number)?;
        (digits <= 2 && (1..=most).contains(&value)).then(|| value - 1)
    };
    // `T3`, `3T`, `3e trimestre`.
    let counted = |most: u32| {
        let after = beside(at + 1, most).map(|n| (at..at + 2, n));
        let before = || at.checked_sub(1).and_then(|before| Some((before..at + 1, beside(before, most)?)));
        let ordinal = || {
            let is_ordinal =
                |token: &Token| matches!(token, Token::Word(word) if ORDINALS.contains(&word.as_str()));
            let number = at.checked_sub(2).filter(|_| is_ordinal(&tokens[at - 1]))?;
            Some((number..at + 1, beside(number, most)?))
        };
        after.or_else(before).or_else(ordinal)
    };
    // `S02` is a week: nobody writes a half with two digits.
    let long = |at: usize| tokens.get(at).and_then(number).is_some_and(|(_, digits)| digits > 1);
    let found = match word.as_str() {
        "t" | "q" | "tr" | "trim" | "trimestre" | "quarter" | "qtr" => {
            counted(4).map(|(used, n)| (used, month(n * 3 + 1)))
        }
        "s" | "h" | "sem" | "semestre" | "semester" | "half" if !long(at + 1) => {
            counted(2).map(|(used, n)| (used, month(n * 6 + 1)))
        }
        _ => None,
    };
    let weeks = || match word.as_str() {
        "s" | "w" | "wk" | "sem" | "semaine" | "week" => {
            counted(53).map(|(used, week)| (used, month(1) + week * 7 * 12 * MONTH / 365))
        }
        _ => None,
    };
    let named = || {
        let start = named(word)?;
        // `3 mars`, `mars 3, 2024`: the day, unless no other number can be the year.
        let day = at.checked_sub(1).and_then(|before| beside(before, 31)).map_or(0, |day| day + 1);
        Some((at..at + 1, start + if start % MONTH == 0 { day } else { 0 }))
    };
    found.or_else(weeks).or_else(named)
}

const ORDINALS: [&str; 8] = ["er", "e", "eme", "ere", "st", "nd", "rd", "th"];

/// The place in the year at which a month or a season begins.
fn named(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "janv", "janvier", "january"],
        &["fev", "fevr", "fevrier", "feb", "february"],
        &["mar", "mars", "march"],
        &["avr", "avril", "apr", "april"],
        &["mai", "may"],
        &["juin", "jun", "june"],
        &["juil", "juillet", "jul", "july"],
        &["aou", "aout", "aug", "august"],
        &["sep", "sept", "septembre", "september"],
        &["oct", "octobre", "october"],
        &["nov", "novembre", "november"],
        &["dec", "decembre", "december"],
    ];
    let month_number = (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(number, _)| number);
    let season = || match word {
        "hiver" | "winter" => Some(WINTER),
        "printemps" | "spring" => Some(month(3) + 1),
        "ete" | "summer" => Some(month(6) + 1),
        "automne" | "autumn" | "fall" => Some(month(9) + 1),
        _ => None,
    };
    month_number.map(month).or_else(season)
}

/// The runs of letters and of digits, letters folded.
fn tokens(wave: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut run = String::new();
    let mut close = |run: &mut String| {
        let run = std::mem::take(run);
        if run.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = run.trim_start_matches('0');
            tokens.push(Token::Number(digits.len(), digits.to_owned(), run.len() - digits.len()));
        } else if !run.is_empty() {
            tokens.push(Token::Word(run));
        }
    };
    for c in wave.chars().flat_map(char::to_lowercase).filter(|c| !matches!(c, '\u{300}'..='\u{36f}')) {
        let is_digit = c.is_ascii_digit();
        if !c.is_alphanumeric() || run.starts_with(|first: char| first.is_ascii_digit()) != is_digit {
            close(&mut run);
        }
        if c.is_alphanumeric() {
            run.push(match c {
                'à' | 'â' => 'a',
                'é' | 'è' | 'ê' => 'e',
                'û' | 'ù' => 'u',
                c => c,
            });
        }
    }
    close(&mut run);
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks that each name comes before all that follow it.
    fn ascend(waves: &[&str]) {
        for (place, wave) in waves.iter().enumerate() {
            for later in &waves[place + 1..] {
                assert_eq!(by_time(wave, later), Ordering::Less, "{wave} before {later}");
                assert_eq!(by_time(later, wave), Ordering::Greater, "{later} after {wave}");
            }
        }
    }

    #[test]
    fn quarters_halves_and_years() {
        ascend(&["2023", "T1 2024", "T2 2024", "T3 2024", "T1 2025", "2026"]);
        ascend(&["2024-Q3", "2024-Q4", "2025-Q1"]);
        ascend(&["Q4 24", "Q1 25", "Q10 25"]);
        ascend(&["4T2024", "1T2025"]);
        ascend(&["3e trimestre 2024", "4e trimestre 2024", "1er trimestre 2025"]);
        ascend(&["S1 2024", "S2 2024", "H1 2025", "H2 2025"]);
        ascend(&["S01 2024", "S02 2024", "S9 2024", "S10 2024", "S02 2025"]);
        ascend(&["semaine 2 2024", "semaine 10 2024", "semaine 1 2025"]);
        ascend(&["FY24", "FY25", "FY101"]);
        ascend(&["vague 2 2024", "vague 1 2025"]);
        ascend(&["2024-2025", "2025-2026"]);
    }

    #[test]
    fn months_and_days() {
        ascend(&["oct. 2024", "nov. 2024", "janv. 2025", "févr. 2025", "août 2025", "Décembre 2025"]);
        ascend(&["oct-24", "janv-25", "févr-25"]);
        ascend(&["October 2024", "Jan 2025", "May 2025"]);
        ascend(&["janv.", "févr.", "mars", "avr.", "oct."]);
        ascend(&["2024-09", "2024-10", "2025-01"]);
        ascend(&["9/2024", "10/2024", "1/2025"]);
        ascend(&["2024-09-05", "2024-09-30", "2024-10-01"]);
        ascend(&["30/09/2024", "01/10/2024", "05/01/2025"]);
        ascend(&["202409", "202410", "20241015", "202501"]);
        ascend(&["3 mars 2024", "12 mars 2024", "1 avril 2024"]);
        ascend(&["May 9", "May 12", "June 3"]);
    }

    #[test]
    fn seasons() {
        ascend(&["hiver 2024", "printemps 2024", "été 2024", "automne 2024", "hiver 2025"]);
        ascend(&["Spring", "Summer", "Autumn"]);
        ascend(&["automne 2024", "hiver 2024-2025", "printemps 2025"]);
        ascend(&["automne 2024", "hiver 2024/25", "printemps 2025"]);
    }

    #[test]
    fn kinds_may_be_mixed() {
        ascend(&["2024", "janv. 2024", "T2 2024", "2024-06-15", "S2 2024", "2024-Q4", "2025"]);
    }

    #[test]
    fn names_without_time_are_sorted_by_their_numbers() {
        ascend(&["9", "10", "100"]);
        ascend(&["Vague 2", "vague 10", "VAGUE 11"]);
        ascend(&["V1", "V2", "V10"]);
        ascend(&["avant", "pilote", "test 2", "test 10"]);
        ascend(&["1", "01", "2"]);
        ascend(&["99999999999", "100000000000", "100000000000000000000000"]);
    }
}
