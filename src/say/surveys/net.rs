//! A net promoter score, with how it was computed.

use super::figure::{Figure, range};
use crate::analysis::closed::nps::Nps;
use crate::analysis::{Proportion, wilson};
use crate::model::Side;
use crate::say::{Locale, text};

/// The name that a net promoter score has on that side.
pub fn net_name(locale: Locale, side: Side) -> &'static str {
    match side {
        Side::Client => text!(locale, surveys.nps),
        Side::Employee => text!(locale, surveys.enps),
    }
}

/// The figure.
pub fn net(locale: Locale, side: Side, nps: &Nps) -> Figure {
    let all = nps.split.respondents();
    let score = nps.score.value.0;
    let (promoting, detracting) = nps.split.shares();
    let part = |share: Proportion| locale.number(share.0, 3);
    let mut how = vec![text!(
        locale,
        surveys.nps_text,
        promoters = nps.split.promoters,
        detractors = nps.split.detractors,
        all = all,
        value = locale.signed(score, 1)
    )];
    how.extend(nps.score.interval.ok().map(|ends| {
        text!(
            locale,
            surveys.nps_interval,
            promoters = part(promoting),
            detractors = part(detracting),
            all = all,
            error = locale.number(nps.error.0, 1),
            z = locale.number(wilson::Z, 2),
            value = locale.signed(score, 1),
            low = locale.signed(ends.low.0, 1),
            high = locale.signed(ends.high.0, 1)
        )
    }));
    Figure {
        id: if side == Side::Client { "nps" } else { "enps" },
        name: net_name(locale, side).to_owned(),
        value: locale.signed(score, 0),
        notes: vec![
            range(locale, &nps.score, |score| locale.signed(score.0, 0)),
            text!(
                locale,
                surveys.nps_parts,
                promoters = nps.split.promoters,
                passives = nps.split.passives,
                detractors = nps.split.detractors
            ),
        ],
        how,
    }
}
