//! The picture of the arrows in words.

use crate::analysis::Row;
use crate::analysis::compare::Pair;
use crate::analysis::compare::groups::Design;
use crate::say::mirror::{class, level};
use crate::say::{Locale, text};

/// The way of a moment in one line.
pub fn arrow(locale: Locale, name: &str, [before, after]: [&Row; 2]) -> String {
    text!(
        locale,
        compare.arrow,
        name = name,
        before = class(locale, before.class),
        client_before = level(locale, &before.client),
        employee_before = level(locale, &before.employee),
        after = class(locale, after.class),
        client_after = level(locale, &after.client),
        employee_after = level(locale, &after.employee)
    )
}

/// What the picture says, for all who cannot see it or want to know how to.
pub fn caption(locale: Locale, pair: &Pair) -> String {
    let [first, second] = pair.names().map(ToOwned::to_owned);
    let moved = locale.count(pair.changed());
    let all = locale.count(pair.typed().count());
    let text = text!(locale, compare.arrows_text, first = first, second = second, changed = moved, all = all);
    let is_paired =
        [pair.found.client, pair.found.employee].iter().any(|design| matches!(design, Design::Paired { .. }));
    let paired = is_paired.then(|| text!(locale, compare.arrows_paired));
    [text.as_str()].into_iter().chain(paired).collect::<Vec<_>>().join(" ")
}

/// What is missing in the files of the picture, which hold so many of all arrows; none if nothing is.
pub fn untold(locale: Locale, told: usize, all: usize) -> Option<String> {
    let (told_text, all_text) = (locale.count(told), locale.count(all));
    match told {
        0 => Some(text!(locale, compare.arrows_untold).to_owned()),
        _ if told < all => Some(text!(locale, compare.arrows_told, told = told_text, all = all_text)),
        _ => None,
    }
}
