//! How the type of a moment was found.

use super::Explained;
use crate::analysis::types::{ClientState, EmployeeState};
use crate::analysis::{Class, Measures};
use crate::model::Reading;
use crate::say::mirror::class;
use crate::say::{Locale, text, types};

pub(super) fn states(locale: Locale, of: Explained<'_>) -> Option<(&'static str, &'static str)> {
    let (client, employee) = of.mirror.rule(of.settings).states(of.row)?;
    let client = match client {
        ClientState::Delighted => text!(locale, chart.delighted),
        ClientState::Dissatisfied => text!(locale, chart.dissatisfied),
    };
    let employee = match employee {
        EmployeeState::Engaged => text!(locale, chart.engaged),
        EmployeeState::Indifferent => text!(locale, chart.indifferent),
        EmployeeState::Frustrated => text!(locale, chart.frustrated),
    };
    Some((client, employee))
}

pub(super) fn kind(locale: Locale, of: Explained<'_>) -> Vec<String> {
    let (row, settings) = (of.row, of.settings);
    let level =
        |side: &Measures| side.level.map_or_else(|_| "—".to_owned(), |l| locale.signed(l.value.shown(), 1));
    let text = match (row.class, states(locale, of)) {
        (Class::Typed(kind, _), Some((client, employee))) => text!(
            locale,
            explain.kind_text,
            client = level(&row.client),
            client_threshold = locale.signed(settings.client_threshold.shown(), 1),
            client_state = client,
            employee = level(&row.employee),
            employee_high = locale.signed(settings.engaged().shown(), 1),
            employee_low = locale.signed(settings.frustrated().shown(), 1),
            employee_state = employee,
            kind = types::name(locale, kind)
        ),
        (Class::Silent(kind), _) => {
            let high = row.employee.frequency.and_then(|frequency| frequency.interval);
            text!(
                locale,
                explain.kind_silent,
                high = high.map_or_else(|_| "—".to_owned(), |ends| locale.percent(ends.high.0, 1)),
                kind = types::name(locale, kind)
            )
        }
        (class, _) => text!(
            locale,
            explain.kind_none,
            reason = self::class(locale, class),
            minimum = settings.minimum,
            client = row.client.with_valence,
            employee = row.employee.with_valence
        ),
    };
    let relative =
        (settings.types == Reading::Relative).then(|| text!(locale, explain.kind_relative).to_owned());
    std::iter::once(text).chain(relative).collect()
}
