//! A share of people at the best end of a scale, with how it was computed.

use super::figure::{Figure, range};
use super::question::{counted, marked};
use crate::analysis::closed::top::{Share, TopShare};
use crate::analysis::{Estimate, Proportion, wilson};
use crate::model::Scale;
use crate::say::{Locale, text};

/// The figure of so many people in all.
pub fn share(locale: Locale, scale: Scale, all: u32, found: &TopShare) -> Figure {
    let percent = |share: Proportion| locale.percent(share.0, 1);
    let Estimate { value, interval } = found.estimate;
    let count = locale.count(found.people as usize);
    let people = locale.count(all as usize);
    let answers = counted(locale, scale, found.lowest);
    let (id, name, remarks) = match found.share {
        Share::Csat => {
            ("csat", text!(locale, surveys.csat, answers = answers), vec![text!(locale, surveys.csat_also)])
        }
        Share::Ces => ("ces", text!(locale, surveys.ces, answers = answers), Vec::new()),
        Share::Favourable => (
            "favourable",
            text!(locale, surveys.favourable, answers = answers),
            vec![text!(locale, surveys.favourable_rule), text!(locale, surveys.favourable_not)],
        ),
        Share::Top => (
            "top",
            text!(locale, surveys.top, answers = answers),
            vec![text!(locale, surveys.top_convention)],
        ),
    };
    let mut how = vec![if scale.is_reversed() {
        text!(
            locale,
            surveys.share_text_turned,
            highest = locale.short(scale.upright(found.lowest.0)),
            best = locale.short(scale.best()),
            count = count,
            all = people.clone(),
            value = percent(value)
        )
    } else {
        text!(
            locale,
            surveys.share_text,
            count = count,
            all = people.clone(),
            lowest = locale.short(found.lowest.0),
            value = percent(value)
        )
    }];
    how.extend(interval.ok().map(|ends| {
        text!(locale, surveys.share_interval, low = percent(ends.low), high = percent(ends.high))
    }));
    how.push(text!(
        locale,
        explain.frequency_formula,
        p = locale.number(value.0, 4),
        all = people,
        z = locale.number(wilson::Z, 6)
    ));
    how.extend(remarks.into_iter().map(str::to_owned));
    Figure {
        id,
        name: marked(locale, &name, scale),
        value: locale.percent(value.0, 0),
        notes: vec![range(locale, &found.estimate, |share| locale.percent(share.0, 0))],
        how,
    }
}
