//! What those who speak of a moment answered to the closed question that is read.

use super::Explained;
use crate::analysis::Measures;
use crate::analysis::closed::{citing, items_of};
use crate::model::{Question, Side};
use crate::say::{Locale, text, words};

pub(super) fn ratings(
    locale: Locale,
    of: Explained<'_>,
    (side, read): (Side, Option<&Question>),
    measures: &Measures,
) -> Vec<String> {
    let Ok(rating) = measures.rating else { return Vec::new() };
    let mut sentences = vec![text!(
        locale,
        explain.rating_text,
        question = named(locale, read),
        value = locale.signed(rating.shown(), 1)
    )];
    let who = citing(of.project, of.filter, of.row.moment);
    for item in items_of(of.project, of.filter, |person| who.contains(person)) {
        let figures = item.figures();
        let is_read = read.is_some_and(|q| q.name == item.name && q.scale == item.answers.scale);
        if item.side != side || figures.respondents == 0 || !is_read {
            continue;
        }
        if let Ok(nps) = figures.nps {
            sentences.push(text!(
                locale,
                explain.rating_nps,
                item = item.name.clone(),
                promoters = nps.split.promoters,
                passives = nps.split.passives,
                detractors = nps.split.detractors,
                all = nps.split.respondents(),
                score = match side {
                    Side::Client => "NPS",
                    Side::Employee => "eNPS",
                },
                value = locale.signed(nps.score.value.0, 0)
            ));
        }
        if let (Ok(boxes), true) = (figures.csat.or(figures.ces).or(figures.top), figures.nps.is_err()) {
            let all = f64::from(figures.respondents);
            sentences.push(text!(
                locale,
                explain.rating_boxes,
                item = item.name.clone(),
                count = locale.number(boxes.value.0 * all, 0),
                all = figures.respondents,
                value = locale.percent(boxes.value.0, 0)
            ));
        }
    }
    sentences
}

/// The question that is read, in words.
pub(super) fn named(locale: Locale, read: Option<&Question>) -> String {
    read.map_or_else(|| "—".to_owned(), |read| words::question(locale, read))
}
