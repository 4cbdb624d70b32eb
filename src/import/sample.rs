//! A random sample of an import that is too large for the browser to keep.

use std::collections::BTreeMap;

use reflet_resample::Stream;

use crate::model::Side;
use crate::model::imported::{Imported, NewResponse};

/// A sample, with counts by side in the order of [`Side::BOTH`].
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The drawn responses, in the order of the source, with the rest of the import.
    pub imported: Imported,
    /// The numbers of drawn responses.
    pub kept: [usize; 2],
    /// The numbers of responses left out.
    pub left_out: [usize; 2],
}

/// The smallest sample, in responses.
const SMALLEST: usize = 100;

/// The number of responses that fit into four fifths of `room` bytes; `None` if all of them fit into `room`. Each
/// answer takes the bytes of its text and `beside` more.
///
/// ```
/// use reflet::import::sample::fitting;
/// use reflet::model::imported::Imported;
/// assert_eq!(fitting(&Imported::default(), 100, 0), None);
/// ```
pub fn fitting(imported: &Imported, beside: usize, room: usize) -> Option<usize> {
    let texts = imported.responses.iter().flat_map(|response| &response.verbatims);
    let needed: usize = texts.map(|new| new.text.len() + beside).sum();
    let responses = imported.responses.len();
    let fitting = || (responses * (room / 10 * 8) / needed.max(1)).max(SMALLEST.min(responses));
    (needed > room).then(fitting)
}

/// Draws about `responses` responses, never more unless one person alone gave more; the same seed gives the same
/// sample.
///
/// People are drawn with all of their responses; all people of a side are equally likely. Each side gets half of the
/// sample, and the rest that one does not need goes to the other: each figure is of one side, and a draw from all
/// responses would lose the smaller side.
///
/// ```
/// use reflet::import::sample::sample;
/// use reflet::model::imported::Imported;
/// assert_eq!(sample(&Imported::default(), 10, 1).kept, [0, 0]);
/// ```
pub fn sample(imported: &Imported, responses: usize, seed: u64) -> Sample {
    let of = |side| imported.responses.iter().filter(|response| response.side == side).count();
    let sizes = Side::BOTH.map(of);
    let half = [responses.div_ceil(2), responses / 2];
    let quotas =
        [half[0].max(responses.saturating_sub(sizes[1])), half[1].max(responses.saturating_sub(sizes[0]))];
    let mut drawn = vec![false; imported.responses.len()];
    for (side, quota) in Side::BOTH.into_iter().zip(quotas) {
        draw(&imported.responses, side, quota, seed, &mut drawn);
    }
    let kept = |side| {
        let of_side = |(response, drawn): &(&NewResponse, &bool)| **drawn && response.side == side;
        imported.responses.iter().zip(&drawn).filter(of_side).count()
    };
    let kept = Side::BOTH.map(kept);
    let responses = imported.responses.iter().zip(&drawn).filter(|(_, drawn)| **drawn);
    let responses = responses.map(|(response, _)| response.clone()).collect();
    Sample {
        imported: Imported {
            responses,
            codebook: imported.codebook.clone(),
            origin: imported.origin.clone(),
        },
        kept,
        left_out: [sizes[0] - kept[0], sizes[1] - kept[1]],
    }
}

/// Marks the responses of people of a side in random order, as long as they fit.
fn draw(responses: &[NewResponse], side: Side, quota: usize, seed: u64, drawn: &mut [bool]) {
    let mut people: Vec<Vec<usize>> = Vec::new();
    let mut named = BTreeMap::<&str, usize>::new();
    for (place, response) in responses.iter().enumerate().filter(|(_, response)| response.side == side) {
        let person = match response.respondent.as_deref() {
            Some(name) => *named.entry(name).or_insert(people.len()),
            None => people.len(),
        };
        match people.get_mut(person) {
            Some(given) => given.push(place),
            None => people.push(vec![place]),
        }
    }
    let mut stream = Stream::new(seed, side as u64);
    let mut room = quota;
    // The shuffle of Fisher and Yates, as far as there is room.
    for next in 0..people.len() {
        let other = next + below(people.len() - next, &mut stream);
        people.swap(next, other);
        let given = &people[next];
        // The first person who does not fit ends the draw: going on would favour people with few responses.
        if given.len() > room && (room < quota || quota == 0) {
            break;
        }
        room = room.saturating_sub(given.len());
        for place in given {
            drawn[*place] = true;
        }
        if room == 0 {
            break;
        }
    }
}

/// A number below `end`, all equally likely: Lemire (2019), Fast random integer generation in an interval, *ACM
/// Transactions on Modeling and Computer Simulation* 29, 3.
fn below(end: usize, stream: &mut Stream) -> usize {
    let end = end as u128;
    let rejected = (1_u128 << 64) % end;
    loop {
        let product = u128::from(stream.bits()) * end;
        if product & u128::from(u64::MAX) >= rejected {
            return usize::try_from(product >> 64).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::imported::NewVerbatim;
    use crate::model::{Prompt, SourceKey};

    /// An import of that many clients and employees, with `each` responses per person.
    fn imported(clients: usize, employees: usize, each: usize) -> Imported {
        let response = |side, at: usize| NewResponse {
            side,
            source: SourceKey::Id(at.to_string()),
            respondent: (each > 1).then(|| (at / each).to_string()),
            wave: None,
            date: None,
            segments: BTreeMap::default(),
            ratings: Vec::new(),
            verbatims: Vec::new(),
        };
        let clients = (0..clients).map(|at| response(Side::Client, at));
        let employees = (0..employees).map(|at| response(Side::Employee, at));
        Imported { responses: clients.chain(employees).collect(), ..Imported::default() }
    }

    #[test]
    fn a_small_side_is_not_lost() {
        for (clients, employees, wanted, kept) in [
            (3000, 9, 100, [91, 9]),
            (9, 3000, 100, [9, 91]),
            (3000, 3000, 100, [50, 50]),
            (3000, 0, 101, [101, 0]),
            (40, 30, 100, [40, 30]),
            (5, 5, 0, [0, 0]),
        ] {
            let sample = sample(&imported(clients, employees, 1), wanted, 1);
            assert_eq!(sample.kept, kept);
            assert_eq!(sample.left_out, [clients - kept[0], employees - kept[1]]);
            assert_eq!(sample.imported.responses.len(), kept[0] + kept[1]);
        }
    }

    #[test]
    fn an_import_that_does_not_fit_is_cut_to_four_fifths_of_the_room() {
        let mut all = imported(300, 0, 1);
        let text = NewVerbatim {
            prompt: Prompt::Unknown,
            text: "x".repeat(90),
            codings: Vec::new(),
            no_moment: Vec::new(),
        };
        for response in &mut all.responses {
            response.verbatims = vec![text.clone()];
        }
        // Each takes 100 bytes.
        assert_eq!(fitting(&all, 10, 30_000), None);
        assert_eq!(fitting(&all, 10, 20_000), Some(160));
        assert_eq!(fitting(&all, 10, 1000), Some(100), "a sample is at least so large");
        all.responses.truncate(50);
        assert_eq!(fitting(&all, 10, 1000), Some(50));
    }

    #[test]
    fn nobody_is_cut_and_the_order_stays() {
        let all = imported(300, 30, 3);
        let sample = sample(&all, 50, 7);
        let mut given = BTreeMap::<_, usize>::new();
        for response in &sample.imported.responses {
            *given.entry((response.side, response.respondent.as_deref())).or_default() += 1;
        }
        assert!(
            given.values().all(|responses| *responses == 3) && given.len() == 16,
            "24 and 24 fit into 25 and 25"
        );
        let places =
            sample.imported.responses.iter().map(|response| all.responses.iter().position(|r| r == response));
        assert!(places.clone().zip(places.skip(1)).all(|(a, b)| a < b));
    }

    #[test]
    fn the_seed_decides() {
        let all = imported(1000, 1000, 1);
        assert_eq!(sample(&all, 100, 3), sample(&all, 100, 3));
        assert_ne!(sample(&all, 100, 3), sample(&all, 100, 4));
        // The same bits natively and in WebAssembly.
        let first: Vec<String> = sample(&all, 6, 1)
            .imported
            .responses
            .iter()
            .map(|response| match &response.source {
                SourceKey::Id(id) => id.clone(),
                SourceKey::Content { .. } => String::new(),
            })
            .collect();
        assert_eq!(first, ["2", "248", "442", "687", "711", "775"]);
    }

    #[test]
    fn everybody_is_as_likely() {
        // 20 of 100 people in 2000 draws: 400 times each, give or take five standard deviations of 17.9.
        let all = imported(100, 0, 1);
        let mut drawn = BTreeMap::<String, u32>::new();
        for seed in 0..2000 {
            for response in sample(&all, 20, seed).imported.responses {
                *drawn.entry(format!("{:?}", response.source)).or_default() += 1;
            }
        }
        assert!(drawn.len() == 100 && drawn.values().all(|times| (311..=489).contains(times)), "{drawn:?}");
    }
}
