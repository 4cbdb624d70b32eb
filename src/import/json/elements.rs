//! The elements of a JSON text that become rows: the items of an array, or lines.

use serde_json::value::RawValue;

use super::raw::{self, Member};
use super::{JsonError, doccano, label_studio};

/// The number of lines of which one must be JSON.
const FIRST_LINES: usize = 10;

/// An element; `None` if its line is no JSON.
pub(super) type Element<'a> = Option<&'a RawValue>;

/// The elements of a text.
pub(super) enum Elements<'a> {
    /// The items of this array.
    Array(&'a str),
    /// The lines of this text.
    Lines(&'a str),
    /// This object alone.
    One(&'a RawValue),
}

impl<'a> Elements<'a> {
    /// Finds the elements of a text, and the number of values beside them.
    pub(super) fn of(text: &'a str) -> Result<(Self, usize), JsonError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if has_lines(text) {
            return Ok((Self::Lines(text), 0));
        }
        if text.trim_start().starts_with('[') {
            return Ok((Self::Array(text), 0));
        }
        let object: &RawValue = serde_json::from_str(text).map_err(|error| syntax(&error))?;
        if !object.get().starts_with('{') {
            return Err(JsonError::NoRow);
        }
        let members = raw::members(object.get()).map_err(|error| syntax(&error))?;
        if label_studio::is_task(&members) || doccano::is_example(&members) {
            return Ok((Self::One(object), 0));
        }
        let mut arrays = members.iter().filter(|member| holds_rows(member));
        match (arrays.next(), arrays.next()) {
            (None, _) => Ok((Self::One(object), 0)),
            (Some((_, array)), None) => Ok((Self::Array(array.get()), members.len() - 1)),
            _ => {
                let names = members.iter().filter(|member| holds_rows(member));
                Err(JsonError::SeveralArrays { names: names.map(|(name, _)| name.clone()).collect() })
            }
        }
    }

    /// Calls `f` with each element and its number, from 1 with blank lines counted, until the first error.
    pub(super) fn each<F>(&self, mut f: F) -> Result<(), JsonError>
    where
        F: FnMut(usize, Element<'a>) -> Result<(), JsonError>,
    {
        match self {
            Self::One(object) => f(1, Some(object)),
            Self::Lines(text) => {
                let lines = text.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty());
                lines.map(|(at, line)| (at + 1, line)).try_for_each(|(number, line)| f(number, value(line)))
            }
            Self::Array(text) => {
                let mut number = 0;
                let mut stopped = Ok(());
                let read = raw::items(text, |item| {
                    number += 1;
                    stopped = f(number, Some(item));
                    stopped.is_ok()
                });
                stopped.and(read.map_err(|error| syntax(&error)))
            }
        }
    }

    /// The first element that can be read.
    pub(super) fn first(&self) -> Option<&'a RawValue> {
        match self {
            Self::One(object) => Some(object),
            Self::Lines(text) => text.split('\n').find_map(value),
            Self::Array(text) => raw::first(text),
        }
    }

    /// Whether the elements are lines.
    pub(super) const fn are_lines(&self) -> bool {
        matches!(self, Self::Lines(_))
    }
}

/// Whether a text is JSON with rows. The first item of a truncated array must be an object.
pub(super) fn is_json(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.trim_start();
    if !start.starts_with(['[', '{']) {
        return false;
    }
    has_lines(text)
        || value(start).is_some()
        || start.starts_with('[') && raw::first(start).is_some_and(|item| item.get().starts_with('{'))
}

/// Whether one of the first lines of a text is a JSON value that begins like the text itself.
fn has_lines(text: &str) -> bool {
    let mut lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty()).take(FIRST_LINES);
    let Some(first) = lines.next() else { return false };
    let Some(bracket) = first.chars().next().filter(|bracket| matches!(bracket, '{' | '[')) else {
        return false;
    };
    let is_one = |line: &str| line.starts_with(bracket) && value(line).is_some();
    (is_one(first) || lines.any(is_one)) && value(text).is_none()
}

fn value(line: &str) -> Option<&RawValue> {
    serde_json::from_str(line.trim()).ok()
}

/// Whether a member is an array whose first item is an object or an array.
fn holds_rows((_, value): &Member) -> bool {
    value.get().starts_with('[')
        && raw::first(value.get()).is_some_and(|item| item.get().starts_with(['{', '[']))
}

fn syntax(error: &serde_json::Error) -> JsonError {
    JsonError::Syntax { line: error.line(), column: error.column() }
}
