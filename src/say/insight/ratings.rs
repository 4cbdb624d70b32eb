//! What those who speak of a moment answered to the closed question that is read.

use super::Explained;
use crate::analysis::Measures;
use crate::analysis::closed::{Answered, behind};
use crate::model::{Question, Side};
use crate::say::{Locale, question, text};

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
    let Some(question) = read else { return sentences };
    let item = question.name.as_str();
    sentences.extend(behind(of.project, of.filter, of.row.moment, (side, question)).map(
        |found| match found {
            Answered::Net(nps) => text!(
                locale,
                explain.rating_nps,
                item = item,
                promoters = nps.split.promoters,
                passives = nps.split.passives,
                detractors = nps.split.detractors,
                all = nps.split.respondents(),
                score = match side {
                    Side::Client => "NPS",
                    Side::Employee => "eNPS",
                },
                value = locale.signed(nps.score.value.0, 0)
            ),
            Answered::Boxes { people, all, share } => text!(
                locale,
                explain.rating_boxes,
                item = item,
                count = locale.count(people as usize),
                all = all,
                value = locale.percent(share.0, 0)
            ),
        },
    ));
    sentences
}

/// The question that is read, in words.
pub(super) fn named(locale: Locale, read: Option<&Question>) -> String {
    read.map_or_else(|| "—".to_owned(), |read| question::name(locale, read))
}
