//! One arrow, from a hollow dot to the tip of its head: its direction does not depend on colour.

use crate::model::Color;

use super::{
    picture::{Point, Rect, Shape},
    sheet::Sheet,
};

/// The smallest distance between two places at which an arrow has a head, in pixels.
pub(super) const SHORTEST: f64 = 1.0;
/// Half the width of a head, as a multiple of its length.
const SLOPE: f64 = 0.42;

/// The style of an arrow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    pub color: Color,
    /// Width of the line.
    pub width: f64,
    /// Radius of the dot.
    pub dot: f64,
    /// Length of the head.
    pub head: f64,
}

impl Pen {
    /// The style of a changed type.
    pub const fn strong(color: Color) -> Self {
        Self { color, width: 2.5, dot: 4.5, head: 11.0 }
    }

    /// The style of an unchanged type.
    pub const fn faint(color: Color) -> Self {
        Self { color, width: 1.0, dot: 3.0, head: 7.0 }
    }
}

/// Draws an arrow. Where the two places coincide, the dot has a point inside instead of a head beside it.
pub(super) fn draw(sheet: &mut Sheet, pen: Pen, from: Point, to: Point) {
    let length = distance(from, to);
    let head = head(pen, from, to);
    if let Some([_, left, right]) = head {
        let base = Point::new(f64::midpoint(left.x, right.x), f64::midpoint(left.y, right.y));
        if distance(from, base) > pen.dot && distance(from, base) < length {
            let share = pen.dot / length;
            let rim = Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
            sheet.line(vec![rim, base], pen.width, pen.color);
        }
    }
    dot(sheet, pen, from);
    match head {
        Some(corners) => sheet.shapes.push(Shape::Fill(corners.to_vec(), pen.color.into())),
        None => sheet.shapes.push(Shape::Disc(to, pen.dot * 0.4, pen.color.into())),
    }
}

/// The hollow dot at the start.
pub(super) fn dot(sheet: &mut Sheet, pen: Pen, at: Point) {
    let rim = pen.width.min(1.5);
    sheet.shapes.push(Shape::Disc(at, pen.dot, sheet.theme.background.into()));
    sheet.shapes.push(Shape::Circle(at, pen.dot, rim, pen.color.into()));
}

/// The corners of the head, its tip first; none where the two places coincide. The head of a short arrow is smaller, so
/// that the dot stays visible.
pub(super) fn head(pen: Pen, from: Point, to: Point) -> Option<[Point; 3]> {
    let length = distance(from, to);
    if length < SHORTEST {
        return None;
    }
    let along = Point::new((to.x - from.x) / length, (to.y - from.y) / length);
    let head = pen.head.min((length - pen.dot).max(pen.head / 2.0));
    let corner = |side: f64| {
        let off = side * SLOPE * head;
        Point::new(to.x - along.x * head - along.y * off, to.y - along.y * head + along.x * off)
    };
    Some([to, corner(-1.0), corner(1.0)])
}

/// The rectangle around the dot.
pub(super) fn dot_room(pen: Pen, at: Point) -> Rect {
    Rect::around(at, pen.dot + 1.0, pen.dot + 1.0)
}

/// The rectangle around the end of the arrow: its head, or the dot.
pub(super) fn head_room(pen: Pen, from: Point, to: Point) -> Rect {
    head(pen, from, to).map_or_else(|| dot_room(pen, to), |corners| Rect::hull(&corners).grown(0.75))
}

fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_points_from_its_start_and_ends_with_its_tip() {
        let pen = Pen::strong(Color([0, 0, 0]));
        let (from, to) = (Point::new(0.0, 0.0), Point::new(0.0, 40.0));
        let [tip, left, right] = head(pen, from, to).unwrap_or([from; 3]);
        assert_eq!(tip, to);
        assert!((left.y - 29.0).abs() < 1e-9 && (right.y - 29.0).abs() < 1e-9);
        assert!((left.x + right.x).abs() < 1e-9 && (left.x - right.x).abs() > 9.0);
    }

    #[test]
    fn a_short_arrow_has_a_small_head_and_one_without_length_has_none() {
        let pen = Pen::strong(Color([0, 0, 0]));
        let from = Point::new(5.0, 5.0);
        let [_, left, _] = head(pen, from, Point::new(11.0, 5.0)).unwrap_or([from; 3]);
        assert!((left.x - 5.5).abs() < 1e-9, "{left:?}");
        assert!(head(pen, from, Point::new(5.5, 5.0)).is_none());
    }
}
