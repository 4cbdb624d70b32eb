//! The legend of the arrows: their ends, the faint ones, and the types that the strong ones lead to.

use crate::{analysis::Type, model::Color};

use super::{
    arrow::{self, Pen},
    arrows::ArrowWords,
    picture::{Align, Point, Shape},
    sheet::{SMALL, Sheet, TARGET},
    text::clean,
    theme::{KINDS, order},
    view::View,
};

/// Half the length of a sample, in pixels.
const HALF: f64 = 14.0;
/// The gap between a sample and its words.
const GAP: f64 = 6.0;
/// The gap between two entries.
const BETWEEN: f64 = 20.0;

/// Which kinds of arrows occur in the picture.
pub(super) struct Shown {
    /// Types that strong arrows lead to.
    pub arrived: Vec<Type>,
    /// Whether there is a faint arrow.
    pub same: bool,
    /// Whether there is a moment that did not move.
    pub still: bool,
}

/// The sample before the words of an entry.
#[derive(Clone, Copy)]
enum Sample {
    Start,
    End,
    Same,
    Still,
    To(Color),
}

/// Draws the legend, the ends first, in as many lines as it needs.
pub(super) fn draw(sheet: &mut Sheet, view: &View, words: &ArrowWords, shown: &Shown) {
    let mut entries = vec![(Sample::Start, words.start.as_str()), (Sample::End, words.end.as_str())];
    entries.extend(shown.same.then_some((Sample::Same, words.same.as_str())));
    entries.extend(shown.still.then_some((Sample::Still, words.still.as_str())));
    flow(sheet, &entries);
    let arrived = KINDS.into_iter().filter(|kind| shown.arrived.contains(kind));
    let entry = |kind: Type| (Sample::To(view.theme.of(Some(kind))), view.words.types[order(kind)].as_str());
    flow(sheet, &arrived.map(entry).collect::<Vec<_>>());
}

fn flow(sheet: &mut Sheet, entries: &[(Sample, &str)]) {
    let (mut x, right) = (sheet.pad, sheet.width - sheet.pad);
    for (sample, words) in entries {
        let words = SMALL.fit(&clean(words), right - sheet.pad - 2.0 * HALF - GAP).into_owned();
        let width = 2.0 * HALF + GAP + SMALL.width(&words);
        if x > sheet.pad && x + width > right {
            x = sheet.pad;
            sheet.y += 2.0 * TARGET;
        }
        let middle = Point::new(x + HALF, sheet.y + TARGET);
        draw_sample(sheet, *sample, middle);
        let (at, faint) = (Point::new(x + 2.0 * HALF + GAP, middle.y), sheet.theme.faint);
        sheet.text(at, words, SMALL, faint, Align::Start);
        x += width + BETWEEN;
    }
    if !entries.is_empty() {
        sheet.y += 2.0 * TARGET;
    }
}

fn draw_sample(sheet: &mut Sheet, sample: Sample, at: Point) {
    let (left, right) = (Point::new(at.x - HALF + 5.0, at.y), Point::new(at.x + HALF, at.y));
    let ink = Pen::strong(sheet.theme.ink);
    match sample {
        Sample::Start => arrow::dot(sheet, ink, at),
        Sample::End => {
            let tip = Point::new(at.x + ink.head / 2.0, at.y);
            if let Some(corners) = arrow::head(ink, left, tip) {
                sheet.shapes.push(Shape::Fill(corners.to_vec(), ink.color.into()));
            }
        }
        Sample::Same => arrow::draw(sheet, Pen::faint(sheet.theme.axis), left, right),
        Sample::Still => arrow::draw(sheet, Pen::faint(sheet.theme.axis), at, at),
        Sample::To(color) => arrow::draw(sheet, Pen::strong(color), left, right),
    }
}
