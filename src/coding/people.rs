//! Finds a person by an identifier or by words of their answers.

use std::collections::BTreeMap;

use super::fold;
use crate::model::{Project, Respondent, Response, ResponseId, Side, SourceKey, Verbatim};

/// A person, with all that the project holds of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their first response.
    pub first: ResponseId,
    /// Their side.
    pub side: Side,
    /// Their identifier in the source: the respondent's own, else that of the response.
    pub name: Option<String>,
    /// The waves in which they answered, in the project's order.
    pub waves: Vec<String>,
    /// How many responses they gave.
    pub responses: usize,
    /// How many closed answers their responses hold.
    pub ratings: usize,
    /// How many codings their verbatims have, of all coders.
    pub codings: usize,
    /// Their verbatims; first those that hold the words of the search.
    pub texts: Vec<String>,
}

/// The people that a search finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// The best fits, at most as many as were asked for.
    pub shown: Vec<Person>,
    /// How many people the search finds in all.
    pub count: usize,
}

/// How well a person fits; the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// An identifier of theirs equals the search.
    Identifier,
    /// An identifier of theirs contains the search.
    Part,
    /// A verbatim of theirs contains all words of the search.
    Words,
}

/// The people with an identifier that contains `search`, or a verbatim that contains all of its words, ignoring case
/// and accents: exact identifiers first, at most `most` people. Nobody for an empty search.
pub fn people(project: &Project, search: &str, most: usize) -> People {
    let search = fold(search.trim());
    let words: Vec<&str> = search.split_whitespace().collect();
    if words.is_empty() {
        return People::default();
    }
    let holds = |text: &str| {
        let text = fold(text);
        words.iter().all(|word| text.contains(word))
    };
    let mut fits = BTreeMap::<Respondent<'_>, Fit>::new();
    let mut fit = |id: ResponseId, response, fit: Fit| {
        let known = fits.entry(Project::respondent(id, response)).or_insert(fit);
        *known = fit.min(*known);
    };
    for (id, response) in &project.responses {
        for identifier in identifiers(response).map(fold) {
            if identifier == search {
                fit(*id, response, Fit::Identifier);
            } else if identifier.contains(&search) {
                fit(*id, response, Fit::Part);
            }
        }
    }
    for verbatim in project.verbatims.values().filter(|verbatim| holds(&verbatim.text)) {
        if let Some(response) = project.response_of(verbatim) {
            fit(verbatim.response, response, Fit::Words);
        }
    }
    let count = fits.len();
    let mut found: Vec<(Fit, Respondent<'_>)> = fits.into_iter().map(|(who, fit)| (fit, who)).collect();
    found.sort();
    found.truncate(most);
    let found: Vec<Respondent<'_>> = found.into_iter().map(|(_, who)| who).collect();
    People { shown: described(project, &found, &holds), count }
}

/// The identifiers of the respondent and of the row.
fn identifiers(response: &Response) -> impl Iterator<Item = &str> {
    let row = match &response.source {
        SourceKey::Id(id) => Some(id.as_str()),
        SourceKey::Content { .. } => None,
    };
    response.respondent.as_deref().into_iter().chain(row)
}

/// Describes each of these people by what the project holds of them.
fn described(project: &Project, people: &[Respondent<'_>], holds: &dyn Fn(&str) -> bool) -> Vec<Person> {
    let mut responses: Vec<Vec<(ResponseId, &Response)>> = vec![Vec::new(); people.len()];
    let mut verbatims: Vec<Vec<&Verbatim>> = vec![Vec::new(); people.len()];
    let place = |id, response| {
        let who = Project::respondent(id, response);
        people.iter().position(|person| *person == who)
    };
    for (id, response) in &project.responses {
        if let Some(place) = place(*id, response) {
            responses[place].push((*id, response));
        }
    }
    for verbatim in project.verbatims.values() {
        let response = project.response_of(verbatim);
        if let Some(place) = response.and_then(|response| place(verbatim.response, response)) {
            verbatims[place].push(verbatim);
        }
    }
    let waves = project.waves();
    let both = responses.into_iter().zip(verbatims);
    both.filter_map(|(responses, verbatims)| person(&waves, &responses, verbatims, holds)).collect()
}

fn person(
    waves: &[&str],
    responses: &[(ResponseId, &Response)],
    mut verbatims: Vec<&Verbatim>,
    holds: &dyn Fn(&str) -> bool,
) -> Option<Person> {
    let (id, first) = responses.first()?;
    verbatims.sort_by_key(|verbatim| !holds(&verbatim.text));
    let is_theirs = |wave: &&&str| responses.iter().any(|(_, given)| given.wave.as_deref() == Some(**wave));
    let decisions = verbatims.iter().flat_map(|verbatim| verbatim.decisions.values());
    Some(Person {
        first: *id,
        side: first.side,
        name: identifiers(first).next().map(str::to_owned),
        waves: waves.iter().filter(is_theirs).map(|wave| (*wave).to_owned()).collect(),
        responses: responses.len(),
        ratings: responses.iter().map(|(_, given)| given.ratings.len()).sum(),
        codings: decisions.map(|decision| decision.codings().len()).sum(),
        texts: verbatims.into_iter().map(|verbatim| verbatim.text.clone()).collect(),
    })
}
