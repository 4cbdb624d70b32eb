//! One task of Label Studio with its annotations → the rows of a coded table.

use std::collections::BTreeSet;

use serde_json::value::RawValue;

use super::JsonError;
use super::elements::Elements;
use super::flat::{self, Pairs};
use super::raw::{Member, Value, member, open};
use super::rows::Tally;

/// The members of a result that hold moments: choices about the whole text, labels on parts of it.
const NAMES: [&str; 4] = ["choices", "labels", "hypertextlabels", "paragraphlabels"];

/// A moment, with its stage where a result has one.
pub(in crate::import) type Named = (Option<String>, String);

/// A coding: stage, moment, coder.
type CodingCells = [String; 3];

/// Reads tasks.
pub(super) struct LabelStudio {
    /// Whether moments come from several controls of the annotation page. Each control is then the stage of its
    /// moments.
    several_controls: bool,
}

/// Whether an object is a task.
pub(super) fn is_task(members: &[Member]) -> bool {
    let is = |name, start| member(members, name).is_some_and(|value| value.get().starts_with(start));
    is("data", '{') && (is("annotations", '[') || is("completions", '['))
}

impl LabelStudio {
    /// Counts the controls of moments over all tasks.
    pub(super) fn of(elements: &Elements) -> Result<Self, JsonError> {
        let mut controls = BTreeSet::new();
        elements.each(|_, element| {
            if let Some(Ok(Value::Object(members))) = element.map(open) {
                // Errors are counted when the rows are made.
                let _ = each_annotation(&members, |_, result| {
                    if moments(result)?.is_some() {
                        controls.insert(text(result, "from_name")?);
                    }
                    Ok(())
                });
            }
            Ok(())
        })?;
        Ok(Self { several_controls: controls.len() > 1 })
    }

    /// One row per coding, or one row without moment.
    pub(super) fn rows(
        &self,
        number: usize,
        task: &[Member],
        tally: &mut Tally,
    ) -> serde_json::Result<Vec<Pairs>> {
        let Some(Value::Object(data)) = member(task, "data").map(open).transpose()? else {
            return Ok(Vec::new());
        };
        let id = Some(text(task, "id")?).filter(|id| !id.is_empty()).unwrap_or_else(|| format!("#{number}"));
        let is_text = |(_, value): &&Member| value.get().starts_with('"');
        let named = data.iter().find(|member| member.0 == "text" && is_text(member));
        let (text_name, verbatim) = match named.or_else(|| data.iter().find(is_text)) {
            Some((name, value)) => (name.as_str(), flat::cell(value)?),
            None => ("", String::new()),
        };
        let mut attributes = Pairs::new();
        for (name, value) in data.iter().filter(|(name, _)| name != text_name) {
            flat::add(&mut attributes, name, value, flat::DEPTH)?;
        }
        let mut codings = self.codings(task, tally)?;
        if codings.is_empty() {
            codings.push(CodingCells::default());
        }
        let row = |[stage, moment, coder]: CodingCells| {
            let own = [("id", id.clone()), ("text", verbatim.clone()), ("stage", stage), ("moment", moment)];
            let own = own.into_iter().chain([("coder", coder)]);
            own.map(|(name, cell)| (name.to_owned(), cell)).chain(attributes.clone()).collect()
        };
        Ok(codings.into_iter().map(row).collect())
    }

    fn codings(&self, task: &[Member], tally: &mut Tally) -> serde_json::Result<Vec<CodingCells>> {
        let mut codings = Vec::new();
        let mut unread = count(member(task, "predictions"));
        let cancelled = each_annotation(task, |coder, result| {
            let Some(names) = moments(result)? else {
                unread += 1;
                return Ok(());
            };
            let control = if self.several_controls { text(result, "from_name")? } else { String::new() };
            for (stage, moment) in names {
                codings.push([stage.unwrap_or_else(|| control.clone()), moment, coder.to_owned()]);
            }
            Ok(())
        })?;
        tally.cancelled += cancelled;
        tally.unread += unread;
        Ok(codings)
    }
}

/// Calls `f` with each result of a task and the name of its coder. Returns the number of cancelled annotations.
fn each_annotation<F>(task: &[Member], mut f: F) -> serde_json::Result<usize>
where
    F: FnMut(&str, &[Member]) -> serde_json::Result<()>,
{
    let mut cancelled = 0;
    for list in ["annotations", "completions"].iter().filter_map(|name| member(task, name)) {
        let Value::Array(annotations) = open(list)? else { continue };
        for annotation in annotations {
            let Value::Object(annotation) = open(annotation)? else { continue };
            if member(&annotation, "was_cancelled").is_some_and(|value| value.get() == "true") {
                cancelled += 1;
                continue;
            }
            let coder = coder(&annotation)?;
            let Some(Value::Array(results)) = member(&annotation, "result").map(open).transpose()? else {
                continue;
            };
            for result in results {
                if let Value::Object(result) = open(result)? {
                    f(&coder, &result)?;
                }
            }
        }
    }
    Ok(cancelled)
}

/// The moments of a result, with their stage where they come from a tree; `None` for another kind of result.
fn moments(result: &[Member]) -> serde_json::Result<Option<Vec<Named>>> {
    match member(result, "value").map(open).transpose()? {
        Some(Value::Object(value)) => names(&value),
        _ => Ok(None),
    }
}

/// The moments of a value; `None` for another kind of value.
pub(super) fn names(value: &[Member]) -> serde_json::Result<Option<Vec<Named>>> {
    if let Some(Value::Array(paths)) = member(value, "taxonomy").map(open).transpose()? {
        return paths.into_iter().map(path).collect::<Result<_, _>>().map(Some);
    }
    for name in NAMES {
        if let Some(Value::Array(names)) = member(value, name).map(open).transpose()? {
            let names = names.into_iter().map(|name| Ok((None, flat::cell(name)?)));
            return names.collect::<Result<_, _>>().map(Some);
        }
    }
    Ok(None)
}

/// A path in a tree: its first name is the stage, the others are the moment.
fn path(path: &RawValue) -> serde_json::Result<Named> {
    let Value::Array(names) = open(path)? else { return Ok((None, flat::cell(path)?)) };
    let mut names = names.into_iter().map(flat::cell).collect::<Result<Vec<_>, _>>()?;
    let stage = (names.len() > 1).then(|| names.remove(0));
    Ok((stage, names.join(" > ")))
}

/// The coder of an annotation: an e-mail address or a number.
fn coder(annotation: &[Member]) -> serde_json::Result<String> {
    let Some(by) = member(annotation, "completed_by") else { return Ok(String::new()) };
    match open(by)? {
        Value::Object(person) => {
            let email = text(&person, "email")?;
            if email.is_empty() { text(&person, "id") } else { Ok(email) }
        }
        _ => flat::cell(by),
    }
}

fn text(members: &[Member], name: &str) -> serde_json::Result<String> {
    member(members, name).map_or(Ok(String::new()), flat::cell)
}

fn count(list: Option<&RawValue>) -> usize {
    match list.map(open) {
        Some(Ok(Value::Array(items))) => items.len(),
        _ => 0,
    }
}
