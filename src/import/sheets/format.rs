//! The formats of numbers: a number, a percentage, or a date and time.

/// The meaning of a number by its format. Decimals and currency of the format are dropped; the value stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A plain number.
    #[default]
    Plain,
    /// A percentage, shown with `%`.
    Percent,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A day and a time.
    Moment,
    /// Hours, minutes and seconds, possibly beyond a day.
    Duration,
}

impl Format {
    /// The built-in format of that number; numbers from 164 on are defined by the workbook.
    pub fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=17 | 27..=31 | 36 | 50..=58 => Self::Date,
            18..=21 | 32..=35 | 45 | 47 => Self::Time,
            22 => Self::Moment,
            46 => Self::Duration,
            _ => Self::Plain,
        }
    }

    /// The format of a code such as `dd/mm/yyyy` or `0.0%`, for positive numbers.
    pub fn of_code(code: &str) -> Self {
        let mut letters = code.chars();
        let (mut has_day, mut has_time, mut has_month) = (false, false, false);
        while let Some(letter) = letters.next() {
            match letter.to_ascii_lowercase() {
                ';' => break,
                // The next character is literal, a fill, or a width.
                '\\' | '_' | '*' => drop(letters.next()),
                '"' => drop(letters.find(|&letter| letter == '"')),
                '[' => {
                    let inside: String = letters.by_ref().take_while(|&letter| letter != ']').collect();
                    if is_elapsed(&inside) {
                        return Self::Duration;
                    }
                }
                '%' => return Self::Percent,
                // "General", or its form in another language.
                'g' if letters.as_str().to_ascii_lowercase().starts_with("eneral") => return Self::Plain,
                'y' | 'd' | 'j' => has_day = true,
                'h' | 's' => has_time = true,
                'm' => has_month = true,
                _ => {}
            }
        }
        match (has_day, has_time) {
            (true, true) => Self::Moment,
            (true, false) => Self::Date,
            (false, true) => Self::Time,
            (false, false) if has_month => Self::Date,
            (false, false) => Self::Plain,
        }
    }
}

/// Whether brackets hold a time that counts beyond a day: `[h]`, `[mm]`, `[s]`, but not `[Red]` and `[$-40C]`.
fn is_elapsed(inside: &str) -> bool {
    let inside = inside.to_ascii_lowercase();
    let mut letters = inside.chars();
    letters.next().is_some_and(|first| "hms".contains(first) && letters.all(|letter| letter == first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_give_formats() {
        for (code, format) in [
            ("General", Format::Plain),
            ("0.00", Format::Plain),
            ("#,##0.00\\ \"€ par mois\"", Format::Plain),
            ("_-* #,##0.00\\ [$€-40C]_-;\\-* #,##0.00", Format::Plain),
            ("[Red]0.0", Format::Plain),
            ("@", Format::Plain),
            ("0.0%;[Red]\\-0.0%", Format::Percent),
            ("dd/mm/yyyy", Format::Date),
            ("[$-40C]d\\ mmmm\\ yyyy;@", Format::Date),
            ("mmm", Format::Date),
            ("dd/mm/yyyy\\ hh:mm", Format::Moment),
            ("hh:mm:ss\\ AM/PM", Format::Time),
            ("mm:ss", Format::Time),
            ("[h]:mm:ss", Format::Duration),
            ("[mm]:ss", Format::Duration),
            ("0.00E+00", Format::Plain),
            ("\"", Format::Plain),
            ("[", Format::Plain),
        ] {
            assert_eq!(Format::of_code(code), format, "{code}");
        }
        assert_eq!(
            [0, 9, 14, 21, 22, 46, 49].map(Format::built_in),
            [
                Format::Plain,
                Format::Percent,
                Format::Date,
                Format::Time,
                Format::Moment,
                Format::Duration,
                Format::Plain
            ]
        );
    }
}
