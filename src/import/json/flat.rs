//! An element as one row: its values with the names of their columns.

use serde_json::value::RawValue;

use super::raw::{Value, open};

/// A row: names of columns with their cells. A name may occur twice.
pub(super) type Pairs = Vec<(String, String)>;

/// The deepest nesting that is taken apart, deeper than any survey. Deeper values stay as written, so that reading
/// needs no deep stack.
pub(super) const DEPTH: usize = 32;

/// The cells of an element. A value without name goes to the column `text`.
pub(super) fn pairs(element: &RawValue) -> serde_json::Result<Pairs> {
    let mut pairs = Vec::new();
    add(&mut pairs, "", element, DEPTH)?;
    Ok(pairs)
}

/// Adds the cells of a value of that name.
pub(super) fn add(pairs: &mut Pairs, name: &str, value: &RawValue, depth: usize) -> serde_json::Result<()> {
    if depth > 0 && value.get().starts_with('{') {
        if let Value::Object(members) = open(value)?
            && !members.is_empty()
        {
            for (key, value) in members {
                let path = if name.is_empty() { key } else { format!("{name}.{key}") };
                add(pairs, &path, value, depth - 1)?;
            }
            return Ok(());
        }
        if name.is_empty() {
            return Ok(());
        }
    }
    let name = if name.is_empty() { "text" } else { name };
    pairs.push((name.to_owned(), cell(value)?));
    Ok(())
}

/// A value as one cell: the items of an array joined, deeper ones as written.
pub(super) fn cell(value: &RawValue) -> serde_json::Result<String> {
    Ok(match open(value)? {
        Value::Null => String::new(),
        Value::Plain(plain) => plain.to_owned(),
        Value::Text(text) => text,
        Value::Object(members) if members.is_empty() => String::new(),
        Value::Object(_) => value.get().to_owned(),
        Value::Array(items) => {
            let nested = items.iter().any(|item| item.get().starts_with(['[', '{']));
            if nested { value.get().to_owned() } else { joined(&items)? }
        }
    })
}

fn joined(items: &[&RawValue]) -> serde_json::Result<String> {
    let cells: Vec<String> = items.iter().map(|item| cell(item)).collect::<Result<_, _>>()?;
    Ok(cells.join("; "))
}
