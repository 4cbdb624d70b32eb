//! Moments by stake inside their family of action, in words.

use crate::analysis::{Class, Family, Interval, Row};
use crate::say::{Locale, text, words};

/// The name of a family.
pub fn family(locale: Locale, family: Family) -> &'static str {
    match family {
        Family::Deploy => text!(locale, across.deploy),
        Family::Help => text!(locale, across.help),
        Family::Raise => text!(locale, across.raise),
    }
}

/// The type of a moment and its stake.
pub fn staked(locale: Locale, row: &Row) -> String {
    let kind = match row.class {
        Class::Typed(kind, _) | Class::Silent(kind) => words::kind(locale, kind),
        Class::Unclassified(reason) => words::reason(locale, reason),
    };
    let stake = row.stake.map_or_else(|_| "—".to_owned(), |stake| locale.number(stake.0, 0));
    format!("{kind} · {} {stake}", text!(locale, mirror.stake).to_lowercase())
}

/// The ranks that other samples of the same people could give.
pub fn ranks(locale: Locale, ranks: Interval<u32>) -> String {
    if ranks.low == ranks.high {
        text!(locale, across.rank_one, low = ranks.low)
    } else {
        text!(locale, across.rank, low = ranks.low, high = ranks.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_is_one_or_several() {
        let said = |low, high| Locale::ALL.map(|locale| ranks(locale, Interval { low, high }));
        assert_eq!(said(2, 2), ["rang 2", "rank 2"]);
        assert_eq!(said(1, 3), ["rang 1 à 3", "rank 1 to 3"]);
    }
}
