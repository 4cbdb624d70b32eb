//! An element → its rows, by the shape of the text, with counts of elements without rows.

use super::elements::{Element, Elements};
use super::flat::{self, Pairs};
use super::label_studio::LabelStudio;
use super::raw::{Value, open};
use super::{JsonError, Note, Shape, doccano, short};
use crate::import::header;

/// The kind of the elements of a text.
enum ElementKind {
    /// Each element is a row with the names of its columns.
    Objects,
    /// Each element is an array of cells. The first may name the columns.
    Arrays {
        first_is_header: bool,
    },
    Doccano,
    LabelStudio(LabelStudio),
    /// Each element is an annotation of Label Studio with its text.
    Short,
}

/// Reads the elements of one kind.
pub(super) struct Reader {
    kind: ElementKind,
    lines: bool,
}

/// The content of the first row of the grid.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Header {
    /// The names of the columns.
    Names,
    /// Columns have no names.
    Blank,
    /// The first element.
    InSource,
}

/// Counts of what gives no row.
#[derive(Default)]
pub(super) struct Tally {
    broken: Option<(usize, usize)>,
    blank: usize,
    /// Annotations that their coder cancelled.
    pub cancelled: usize,
    /// Results that are no codings.
    pub unread: usize,
}

impl Reader {
    /// The reader for the kind of the first readable element, or for that of all where one is not enough.
    pub(super) fn of(elements: &Elements) -> Result<Self, JsonError> {
        let kind = match elements.first().and_then(|first| open(first).ok()) {
            Some(Value::Array(_)) => ElementKind::Arrays { first_is_header: names_columns(elements)? },
            Some(Value::Object(members)) if super::label_studio::is_task(&members) => {
                ElementKind::LabelStudio(LabelStudio::of(elements)?)
            }
            Some(Value::Object(members)) if short::is_record(&members) => ElementKind::Short,
            Some(Value::Object(members)) if doccano::is_example(&members) => ElementKind::Doccano,
            _ => ElementKind::Objects,
        };
        Ok(Self { kind, lines: elements.are_lines() })
    }

    pub(super) const fn shape(&self) -> Shape {
        match self.kind {
            ElementKind::Doccano => Shape::Doccano,
            ElementKind::LabelStudio(_) | ElementKind::Short => Shape::LabelStudio,
            _ if self.lines => Shape::Lines,
            _ => Shape::Objects,
        }
    }

    /// Whether an element may give several rows.
    pub(super) const fn is_coded(&self) -> bool {
        matches!(self.kind, ElementKind::Doccano | ElementKind::LabelStudio(_))
    }

    /// The content of the first row of the grid.
    pub(super) const fn header(&self) -> Header {
        match self.kind {
            ElementKind::Arrays { first_is_header: true } => Header::InSource,
            ElementKind::Arrays { first_is_header: false } => Header::Blank,
            _ => Header::Names,
        }
    }

    /// Calls `f` with the rows of an element, blank ones left out.
    pub(super) fn rows<F>(
        &self,
        number: usize,
        element: Element,
        tally: &mut Tally,
        mut f: F,
    ) -> Result<(), JsonError>
    where
        F: FnMut(Pairs) -> Result<(), JsonError>,
    {
        let read = element.map(|element| match (&self.kind, open(element)?) {
            (ElementKind::Doccano, Value::Object(members)) => doccano::rows(number, &members),
            (ElementKind::LabelStudio(studio), Value::Object(members)) => {
                studio.rows(number, &members, tally)
            }
            (ElementKind::Short, Value::Object(members)) => Ok(vec![short::pairs(&members)?]),
            (ElementKind::Arrays { .. }, Value::Array(items)) => {
                let cells =
                    items.iter().enumerate().map(|(at, item)| Ok((at.to_string(), flat::cell(item)?)));
                Ok(vec![cells.collect::<serde_json::Result<_>>()?])
            }
            (ElementKind::Arrays { .. }, _) => Ok(vec![vec![("0".to_owned(), flat::cell(element)?)]]),
            _ => Ok(vec![flat::pairs(element)?]),
        });
        let Some(Ok(rows)) = read else {
            tally.broken = Some(tally.broken.map_or((1, number), |(count, first)| (count + 1, first)));
            return Ok(());
        };
        for row in rows {
            if row.iter().all(|(_, cell)| cell.trim().is_empty()) {
                tally.blank += 1;
            } else {
                f(row)?;
            }
        }
        Ok(())
    }
}

impl Tally {
    /// The counts as notes.
    pub(super) fn notes(&self, beside: usize) -> Vec<Note> {
        let mut notes = Vec::new();
        notes.extend(self.broken.map(|(count, first)| Note::Broken { count, first }));
        let counted = |count: usize| (count > 0).then_some(count);
        notes.extend(counted(self.blank).map(|count| Note::Blank { count }));
        notes.extend(counted(beside).map(|count| Note::Beside { count }));
        notes.extend(counted(self.cancelled).map(|count| Note::Cancelled { count }));
        notes.extend(counted(self.unread).map(|count| Note::UnreadResults { count }));
        notes
    }
}

/// Whether the first of some arrays names the columns of the others.
fn names_columns(elements: &Elements) -> Result<bool, JsonError> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    elements.each(|_, element| {
        if let Some(Ok(Value::Array(items))) = element.filter(|_| rows.len() < 200).map(open) {
            rows.push(items.iter().map(|item| flat::cell(item).unwrap_or_default()).collect());
        }
        Ok(())
    })?;
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    Ok(header::guess(&rows) > 0)
}
