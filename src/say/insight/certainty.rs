//! How sure the type of a moment is, and how that was found.

use super::{Explained, kind::states};
use crate::analysis::certainty::terms;
use crate::analysis::{Class, Proportion};
use crate::say::{Locale, points, text, types};

pub(super) fn certainty(locale: Locale, of: Explained<'_>) -> Vec<String> {
    let (row, resamples) = (of.row, of.settings.resamples);
    let terms = of.resampled.and_then(|drawn| terms(row, drawn, &of.mirror.rule(of.settings), resamples));
    let (Class::Typed(_, Some(found)), Some(terms), Some((client_state, employee_state))) =
        (row.class, terms, states(locale, of))
    else {
        return Vec::new();
    };
    // As many digits as let a reader multiply the shares again: of two thousand draws they are exact.
    let percent = |share: Proportion| locale.percent(share.0, 2);
    let Proportion(error) = terms.error;
    let text = text!(
        locale,
        explain.certainty_text,
        draws = locale.count(resamples as usize),
        seed = of.settings.seed.to_string(),
        client_state = client_state,
        client = percent(terms.client),
        employee_state = employee_state,
        employee = percent(terms.employee),
        value = percent(found.probability)
    );
    let error = (error > 0.0).then(|| {
        let error = points::points(locale, locale.number(error * 100.0, 1));
        text!(locale, explain.certainty_error, error = error)
    });
    let words = text!(
        locale,
        explain.certainty_words,
        confidence = types::confidence(locale, found.confidence),
        fewest = locale.count(terms.fewest as usize)
    );
    std::iter::once(text).chain(error).chain([words]).collect()
}
