//! Cells of Label Studio's short exports, JSON-MIN and CSV: `{"choices": ["a", "b"]}`, `[{"start": 0, "labels":
//! ["a"]}]`, `[{"rating": 4}]`. A single choice is written as plain text.

use serde_json::value::RawValue;

use super::flat;
use super::label_studio::{Named, names};
use super::raw::{Member, Value, member, open};

/// The marks in a cell.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import) enum Marks {
    /// Moments, each with its stage where they come from a tree.
    Moments(Vec<Named>),
    /// Another mark, such as a rating.
    Value(String),
}

/// The program's keys for marks other than moments.
const VALUES: [&str; 4] = ["rating", "number", "datetime", "text"];

/// The marks in a cell; `None` for any other cell.
pub(in crate::import) fn marks(cell: &str) -> Option<Marks> {
    if !cell.starts_with(['{', '[']) {
        return None;
    }
    of_value(serde_json::from_str(cell).ok()?).ok()?
}

/// Whether an object is a record of a short export: it has the number of the annotation and its duration.
pub(super) fn is_record(members: &[Member]) -> bool {
    ["annotation_id", "lead_time"].iter().all(|name| member(members, name).is_some())
}

/// The cells of a record, with marks as written.
pub(super) fn pairs(members: &[Member]) -> serde_json::Result<flat::Pairs> {
    let mut pairs = flat::Pairs::new();
    for (name, value) in members {
        if value.get().starts_with('{') && of_value(value)?.is_some() {
            pairs.push((name.clone(), value.get().to_owned()));
        } else {
            flat::add(&mut pairs, name, value, flat::DEPTH)?;
        }
    }
    Ok(pairs)
}

fn of_value(value: &RawValue) -> serde_json::Result<Option<Marks>> {
    let items = match open(value)? {
        Value::Array(items) if items.is_empty() => return Ok(Some(Marks::Moments(Vec::new()))),
        Value::Array(items) => items,
        Value::Object(_) => vec![value],
        _ => return Ok(None),
    };
    let (mut moments, mut values, mut is_span) = (Vec::new(), Vec::new(), false);
    for item in items {
        let Value::Object(members) = open(item)? else { return Ok(None) };
        is_span |= member(&members, "start").is_some() && member(&members, "end").is_some();
        if let Some(names) = names(&members)? {
            moments.push(names);
        } else if let Some(value) = VALUES.iter().find_map(|name| member(&members, name)) {
            values.push(flat::cell(value)?);
        } else {
            return Ok(None);
        }
    }
    // Marks without a name, such as parts of the text, have nothing to read but their place.
    let is_named = !moments.is_empty() || is_span;
    Ok(Some(if is_named { Marks::Moments(moments.concat()) } else { Marks::Value(values.join("; ")) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_as_the_program_writes_them() {
        let moments = |names: &[&str]| {
            Some(Marks::Moments(names.iter().map(|name| (None, (*name).to_owned())).collect()))
        };
        let value = |value: &str| Some(Marks::Value(value.to_owned()));
        for (cell, expected) in [
            (r#"{"choices": ["Billing", "Refund"]}"#, moments(&["Billing", "Refund"])),
            (
                r#"[{"start": 0, "end": 4, "text": "They", "labels": ["Billing"]}, {"start": 5, "end": 9, "labels": ["Refund"]}]"#,
                moments(&["Billing", "Refund"]),
            ),
            (r#"[{"start": 0, "end": 4, "text": "They"}]"#, moments(&[])),
            (r#"[{"taxonomy": [["A"], ["B"]]}]"#, moments(&["A", "B"])),
            (r#"[{"rating": 4}]"#, value("4")),
            (r#"{"text": ["One", "Two"]}"#, value("One; Two")),
            ("[]", moments(&[])),
            ("[sic] Bien", None),
            (r#"{"shop": "Leeds"}"#, None),
            (r#"["a", "b"]"#, None),
            ("{accueil}", None),
            ("Billing", None),
        ] {
            assert_eq!(marks(cell), expected, "{cell}");
        }
        let tree = marks(r#"[{"taxonomy": [["Delivery", "Delay", "Parcel"]]}]"#);
        assert_eq!(
            tree,
            Some(Marks::Moments(vec![(Some("Delivery".to_owned()), "Delay > Parcel".to_owned())]))
        );
    }
}
