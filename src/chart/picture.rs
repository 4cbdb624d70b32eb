//! A picture as plain geometry: shapes in drawing order, and pointing targets.

use crate::{
    analysis::Type,
    model::{Color, MomentId, Side},
};

use super::text::Font;

/// A place, in pixels from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// The point at these coordinates.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// The rectangle with this upper left corner, width and height.
    pub const fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// The rectangle of that half width and half height around a point.
    pub fn around(center: Point, half_w: f64, half_h: f64) -> Self {
        Self::new(center.x - half_w, center.y - half_h, 2.0 * half_w, 2.0 * half_h)
    }

    /// The right edge.
    pub fn right(self) -> f64 {
        self.x + self.w
    }

    /// The lower edge.
    pub fn bottom(self) -> f64 {
        self.y + self.h
    }

    /// The middle.
    pub fn center(self) -> Point {
        Point::new(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether the other lies inside.
    pub fn holds(self, other: Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// The rectangle, larger by that much on every side.
    pub fn grown(self, by: f64) -> Self {
        Self::new(self.x - by, self.y - by, self.w + 2.0 * by, self.h + 2.0 * by)
    }

    /// The smallest rectangle that holds those points.
    pub fn hull(points: &[Point]) -> Self {
        let low = |f: fn(&Point) -> f64| points.iter().map(f).fold(f64::INFINITY, f64::min);
        let high = |f: fn(&Point) -> f64| points.iter().map(f).fold(f64::NEG_INFINITY, f64::max);
        let (x, y) = (low(|p| p.x), low(|p| p.y));
        Self::new(x, y, high(|p| p.x) - x, high(|p| p.y) - y)
    }
}

/// A colour with an opacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// The colour.
    pub color: Color,
    /// The opacity, 0 (invisible) … 1 (opaque).
    pub alpha: f64,
}

impl From<Color> for Paint {
    fn from(color: Color) -> Self {
        Self { color, alpha: 1.0 }
    }
}

/// The horizontal position of a text relative to its point; vertically it is always centred on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// To the right of it.
    Start,
    /// Around it.
    Middle,
    /// To the left of it.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Its point.
    pub at: Point,
    /// The line.
    pub text: String,
    /// Size and weight.
    pub font: Font,
    /// Its colour.
    pub color: Color,
    /// Its position relative to the point.
    pub align: Align,
    /// Whether it runs upwards.
    pub upwards: bool,
}

impl Text {
    /// The rectangle that it covers.
    pub fn bounds(&self) -> Rect {
        let (w, h) = (self.font.width(&self.text), self.font.size.line());
        let before = match self.align {
            Align::Start => 0.0,
            Align::Middle => w / 2.0,
            Align::End => w,
        };
        if self.upwards {
            Rect::new(self.at.x - h / 2.0, self.at.y - w + before, h, w)
        } else {
            Rect::new(self.at.x - before, self.at.y - h / 2.0, w, h)
        }
    }
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled polygon.
    Fill(Vec<Point>, Paint),
    /// A filled disc.
    Disc(Point, f64, Paint),
    /// A circle's line, of that width.
    Circle(Point, f64, f64, Paint),
    /// A filled rectangle.
    Block(Rect, Paint),
    /// A line through points, of that width.
    Line(Vec<Point>, f64, Paint),
    /// A line of text.
    Text(Text),
}

impl Shape {
    /// The rectangle that it covers.
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Fill(points, _) => Rect::hull(points),
            Self::Disc(center, radius, _) => Rect::around(*center, *radius, *radius),
            Self::Circle(center, radius, width, _) => {
                Rect::around(*center, *radius, *radius).grown(width / 2.0)
            }
            Self::Block(rect, _) => *rect,
            Self::Line(points, width, _) => Rect::hull(points).grown(width / 2.0),
            Self::Text(text) => text.bounds(),
        }
    }
}

/// A drawn moment that can be pointed at, tapped and reached by keyboard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The moment.
    pub moment: MomentId,
    /// The side that it shows; none if it shows both.
    pub side: Option<Side>,
    /// Its type, if any.
    pub kind: Option<Type>,
    /// Its middle.
    pub at: Point,
    /// The radius of its pointing target: at least 12 pixels where the picture has room.
    pub radius: f64,
}

/// The whole area of one drawn moment, around its marks: one target for the keyboard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The moment.
    pub moment: MomentId,
    /// Its type, if any.
    pub kind: Option<Type>,
    /// Its area.
    pub area: Rect,
}

/// A picture to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// In pixels, whole.
    pub width: f64,
    /// In pixels, whole; it follows from the data.
    pub height: f64,
    /// The title for screen readers; may be empty.
    pub title: String,
    /// The shapes, in drawing order.
    pub shapes: Vec<Shape>,
    /// The pointing targets, in journey order.
    pub marks: Vec<Mark>,
    /// The area of every drawn moment, in journey order.
    pub cells: Vec<Cell>,
}

impl Picture {
    /// The shapes between two heights, at their own places, without pointing targets.
    pub fn between(&self, top: f64, bottom: f64) -> Self {
        let is_there = |shape: &&Shape| {
            let room = shape.bounds().grown(RIM);
            room.y < bottom && top < room.bottom()
        };
        let shapes = self.shapes.iter().filter(is_there).cloned().collect();
        Self { shapes, title: String::new(), marks: Vec::new(), cells: Vec::new(), ..*self }
    }
}

/// How far a shape may reach beyond its bounds, in pixels: corners of lines, descenders of letters.
const RIM: f64 = 3.0;
