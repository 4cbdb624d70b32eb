//! One text of doccano with its labels → the rows of a coded table.
//!
//! Labels are names, or spans `[start, end, name]`, or spans `{"label": name, …}`. The place of a span is not kept: a
//! coding is of the whole verbatim.

use super::flat::{self, Pairs};
use super::raw::{Member, Value, member, open};

/// The possible names of the list of labels.
const LABELS: [&str; 3] = ["label", "labels", "entities"];
/// The possible names of the text: the usual one, and that of newer JSON exports.
const TEXTS: [&str; 2] = ["text", "data"];

/// Whether an object is a text with a list of labels.
pub(super) fn is_example(members: &[Member]) -> bool {
    let is = |name: &&str, start| member(members, name).is_some_and(|value| value.get().starts_with(start));
    TEXTS.iter().any(|name| is(name, '"')) && LABELS.iter().any(|name| is(name, '['))
}

/// One row per label, or one row without moment. Other members are attributes of the text, repeated in every row.
pub(super) fn rows(number: usize, members: &[Member]) -> serde_json::Result<Vec<Pairs>> {
    let text_name = TEXTS.into_iter().find(|name| member(members, name).is_some()).unwrap_or(TEXTS[0]);
    let cell = |name| member(members, name).map_or(Ok(String::new()), flat::cell);
    let id = Some(cell("id")?).filter(|id| !id.is_empty()).unwrap_or_else(|| format!("#{number}"));
    let text = cell(text_name)?;
    let mut moments = Vec::new();
    let mut attributes = Pairs::new();
    for (name, value) in members {
        if LABELS.contains(&name.as_str()) && value.get().starts_with('[') {
            moments.extend(labels(value)?);
        } else if name != "id" && name != text_name {
            flat::add(&mut attributes, name, value, flat::DEPTH)?;
        }
    }
    if moments.is_empty() {
        moments.push(String::new());
    }
    let row = |moment: String| {
        let own = [("id", id.clone()), ("text", text.clone()), ("moment", moment)];
        own.map(|(name, cell)| (name.to_owned(), cell)).into_iter().chain(attributes.clone()).collect()
    };
    Ok(moments.into_iter().map(row).collect())
}

/// The names in a list of labels.
fn labels(list: &serde_json::value::RawValue) -> serde_json::Result<Vec<String>> {
    let Value::Array(items) = open(list)? else { return Ok(Vec::new()) };
    items
        .into_iter()
        .map(|item| match open(item)? {
            Value::Array(span) => span.last().map_or(Ok(String::new()), |name| flat::cell(name)),
            Value::Object(span) => member(&span, "label").map_or(Ok(String::new()), flat::cell),
            _ => flat::cell(item),
        })
        .collect()
}
