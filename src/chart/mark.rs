//! The mark of one side and one moment, on the axis of levels.

use super::{
    glyph::{self, EXTENT},
    picture::{Mark, Point},
    scene::{Item, SideFigures},
    sheet::{Sheet, TARGET},
};

/// Half the width of a whisker's cap.
const CAP: f64 = 3.5;

/// Draws a mark. `place` maps a level to its point, `edge` is the start of the axis; `room` bounds the pointing target.
pub(super) fn draw(
    sheet: &mut Sheet,
    item: &Item,
    side: &SideFigures,
    place: impl Fn(f64) -> Point,
    edge: Point,
    room: f64,
) {
    let color = sheet.theme.of(item.kind);
    let Some(level) = side.level else {
        tick(sheet, place(0.0), edge);
        push(sheet, item, side, edge, TARGET.min(room));
        return;
    };
    let (at, radius) = (place(level), sheet.radius(side.frequency));
    let grid = sheet.theme.grid;
    sheet.line(vec![edge, at], 1.0, grid);
    if let Some((low, high)) = side.interval {
        whisker(sheet, place(low), place(high), color);
    }
    sheet.glyph(item.kind, at, radius, side.fill());
    if let Some((low, high)) = side.interval {
        inside(sheet, item, side, [place(low), at, place(high)], radius);
    }
    push(sheet, item, side, at, (radius * EXTENT).max(TARGET).min(room.max(TARGET)));
}

fn push(sheet: &mut Sheet, item: &Item, side: &SideFigures, at: Point, radius: f64) {
    sheet.marks.push(Mark { moment: item.moment, side: Some(side.side), kind: item.kind, at, radius });
}

/// A side that cites the moment without a level: a stroke at the edge of the axis, not at zero.
fn tick(sheet: &mut Sheet, inwards: Point, edge: Point) {
    let (along, color) = (unit(edge, inwards), sheet.theme.neutral);
    let end = Point::new(edge.x + along.x * 10.0, edge.y + along.y * 10.0);
    sheet.line(vec![edge, end], 2.0, color);
}

fn whisker(sheet: &mut Sheet, low: Point, high: Point, color: crate::model::Color) {
    sheet.line(vec![low, high], 1.5, color);
    for end in [low, high] {
        cap(sheet, end, unit(low, high), color);
    }
}

/// Repeats on top of the mark the part of the interval that it hides, if it hides an end.
fn inside(sheet: &mut Sheet, item: &Item, side: &SideFigures, [low, at, high]: [Point; 3], radius: f64) {
    let color = sheet.upon(item.kind, side.fill());
    let outlines = glyph::outlines(item.kind, at, radius);
    let Some(outline) = outlines.first() else { return };
    let hidden: Vec<Point> = [low, high].into_iter().filter(|end| glyph::holds(outline, *end)).collect();
    if hidden.is_empty() {
        return;
    }
    sheet.line([low, high].map(|end| glyph::within(outline, at, end)).to_vec(), 1.25, color);
    for end in hidden {
        cap(sheet, end, unit(low, high), color);
    }
}

fn cap(sheet: &mut Sheet, at: Point, along: Point, color: crate::model::Color) {
    let side = |by: f64| Point::new(at.x - along.y * by, at.y + along.x * by);
    sheet.line(vec![side(-CAP), side(CAP)], 1.25, color);
}

/// The direction from one place to another; along the first axis where they coincide.
fn unit(from: Point, to: Point) -> Point {
    let length = (to.x - from.x).hypot(to.y - from.y);
    if length > 0.0 {
        Point::new((to.x - from.x) / length, (to.y - from.y) / length)
    } else {
        Point::new(1.0, 0.0)
    }
}
