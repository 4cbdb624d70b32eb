//! The names of the marks that carry a number, in columns under the picture.

use super::{
    label_places::{Label, NUMBER},
    picture::{Align, Point},
    sheet::{SMALL, Sheet, count},
    text::Size,
};

/// The width of a number.
const FIGURES: f64 = 20.0;
const BETWEEN: f64 = 16.0;

/// Draws the key, if any mark has a number.
pub(super) fn draw(sheet: &mut Sheet, names: &[&str], labels: &[Label]) {
    let entries: Vec<(String, &str)> = labels
        .iter()
        .zip(names)
        .filter_map(|(label, name)| match label {
            Label::Name(_) => None,
            Label::Number(number, _) => Some((number.to_string(), *name)),
            Label::Nowhere => Some(("·".to_owned(), *name)),
        })
        .collect();
    if entries.is_empty() {
        return;
    }
    let room = sheet.width - 2.0 * sheet.pad;
    let widest = entries.iter().map(|(_, name)| SMALL.width(name)).fold(60.0, f64::max);
    let wanted = (FIGURES + widest).min(240.0).min(room);
    let columns = (1..=8_usize).rev().find(|n| count(*n) * (wanted + BETWEEN) - BETWEEN <= room).unwrap_or(1);
    let width = (room - BETWEEN * (count(columns) - 1.0)) / count(columns);
    let width = width.min(wanted + 40.0);
    let lines = entries.len().div_ceil(columns);
    let step = Size::Small.line() + 3.0;
    for (index, (number, name)) in entries.iter().enumerate() {
        let x = sheet.pad + count(index / lines) * (width + BETWEEN);
        let y = sheet.y + (count(index % lines) + 0.5) * step;
        sheet.text(Point::new(x + FIGURES - 6.0, y), number, NUMBER, sheet.theme.ink, Align::End);
        let name = SMALL.fit(name, width - FIGURES).into_owned();
        sheet.text(Point::new(x + FIGURES, y), name, SMALL, sheet.theme.ink, Align::Start);
    }
    sheet.y += count(lines) * step + 8.0;
}
