//! Moments by stake inside their family of action, in words.

use crate::analysis::{Class, Family, Interval, Row};
use crate::say::{Locale, text, types};

/// The name of a family.
pub fn family(locale: Locale, family: Family) -> &'static str {
    match family {
        Family::Deploy => text!(locale, across.deploy),
        Family::Help => text!(locale, across.help),
        Family::Raise => text!(locale, across.raise),
    }
}

/// Why nobody should act on a moment that has a type, beside the type and its stake.
pub fn doubtful(locale: Locale, row: &Row) -> String {
    let why =
        row.divided().map_or_else(|| text!(locale, across.unsure), |sides| types::divided(locale, sides));
    format!("{} · {why}", staked(locale, row))
}

/// The type of a moment and its stake; then its ranks, as far as they are known.
pub fn ranked(locale: Locale, row: &Row, known: Option<Interval<u32>>) -> String {
    let known = known.map(|known| ranks(locale, known));
    std::iter::once(staked(locale, row)).chain(known).collect::<Vec<_>>().join(" · ")
}

fn staked(locale: Locale, row: &Row) -> String {
    let kind = match row.class {
        Class::Typed(kind, _) | Class::Silent(kind) => types::name(locale, kind),
        Class::Unclassified(reason) => types::missing(locale, reason),
    };
    let stake = row.stake.map_or_else(|_| "—".to_owned(), |stake| locale.number(stake.0, 0));
    format!("{kind} · {} {stake}", text!(locale, mirror.stake).to_lowercase())
}

/// The ranks that other samples of the same people could give.
fn ranks(locale: Locale, ranks: Interval<u32>) -> String {
    if ranks.low == ranks.high {
        text!(locale, across.rank_one, low = ranks.low)
    } else {
        text!(locale, across.rank, low = ranks.low, high = ranks.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say::example::bank;

    #[test]
    fn a_rank_is_one_or_several() {
        let said = |low, high| Locale::ALL.map(|locale| ranks(locale, Interval { low, high }));
        assert_eq!(said(2, 2), ["rang 2", "rank 2"]);
        assert_eq!(said(1, 3), ["rang 1 à 3", "rank 1 to 3"]);
    }

    #[test]
    fn ranks_follow_the_stake_where_they_are_known() {
        let row = &bank().mirror.rows[0];
        for locale in Locale::ALL {
            let alone = ranked(locale, row, None);
            let ends = Interval { low: 1, high: 3 };
            assert_eq!(ranked(locale, row, Some(ends)), format!("{alone} · {}", ranks(locale, ends)));
        }
    }
}
