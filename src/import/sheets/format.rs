//! What a number is shown as: a number, a share or a moment.

/// How a number is meant. Its places after the point and its currency are not kept: the value is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// As it is.
    #[default]
    Plain,
    /// In hundredths, with a sign behind.
    Percent,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A day and a time.
    Moment,
    /// Hours, minutes and seconds, also beyond a day.
    Duration,
}

impl Format {
    /// The format that has that number in all workbooks; the numbers from 164 on mean what the workbook says.
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

    /// What a code such as `dd/mm/yyyy` or `0.0%` means for positive numbers.
    pub fn of_code(code: &str) -> Self {
        let mut letters = code.chars();
        let (mut has_day, mut has_time, mut has_month) = (false, false, false);
        while let Some(letter) = letters.next() {
            match letter.to_ascii_lowercase() {
                ';' => break,
                // The letter behind is shown, filled with, or left room for.
                '\\' | '_' | '*' => drop(letters.next()),
                '"' => drop(letters.find(|&letter| letter == '"')),
                '[' => {
                    let inside: String = letters.by_ref().take_while(|&letter| letter != ']').collect();
                    if is_elapsed(&inside) {
                        return Self::Duration;
                    }
                }
                '%' => return Self::Percent,
                // General, or a word of it in another language.
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

/// `[h]`, `[mm]`, `[s]` count beyond a day; `[Red]` and `[$-40C]` do not.
fn is_elapsed(inside: &str) -> bool {
    let inside = inside.to_ascii_lowercase();
    let mut letters = inside.chars();
    letters.next().is_some_and(|first| "hms".contains(first) && letters.all(|letter| letter == first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_apart() {
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
