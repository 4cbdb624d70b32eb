//! Draws a picture on any backend of plotters.

use crate::model::Color;
use plotters::{
    backend::DrawingBackend,
    coord::Shift,
    drawing::{DrawingArea, DrawingAreaErrorKind},
    element::{Circle, PathElement, Polygon, Rectangle},
    style::{
        Color as _, FontDesc, FontFamily, FontStyle, FontTransform, RGBAColor, ShapeStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::picture::{Align, Paint, Picture, Point, Shape, Text};

/// The font family: that of the system.
const FAMILY: &str = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// The scale from pixels of a picture to units of a drawing area.
///
/// Backends take whole units only: with four per pixel, places and areas are exact to a quarter of a pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grain {
    /// Units per pixel.
    pub units: f64,
    /// The factor of text sizes, which undoes a backend's own.
    pub text: f64,
}

impl Grain {
    /// The scale for a canvas whose context is transformed by *device pixel ratio* / 4.
    pub const CANVAS: Self = Self { units: 4.0, text: 1.0 };
    /// The scale for plotters' SVG, which divides sizes of text by 1.24.
    pub const SVG: Self = Self { units: 4.0, text: 1.24 };

    /// Width and height, in units, of the area that a picture needs.
    pub fn area(self, picture: &Picture) -> (u32, u32) {
        (self.length(picture.width), self.length(picture.height))
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "a float cast saturates, and no picture is that large"
    )]
    fn unit(self, pixels: f64) -> i32 {
        (pixels * self.units).round() as i32
    }

    fn length(self, pixels: f64) -> u32 {
        self.unit(pixels).unsigned_abs()
    }

    fn at(self, point: Point) -> (i32, i32) {
        (self.unit(point.x), self.unit(point.y))
    }

    fn all(self, points: &[Point]) -> Vec<(i32, i32)> {
        points.iter().map(|point| self.at(*point)).collect()
    }
}

/// Draws a picture on an area of [`Grain::area`].
///
/// # Errors
///
/// Those of the backend.
pub fn draw<DB: DrawingBackend>(
    picture: &Picture,
    area: &DrawingArea<DB, Shift>,
    grain: Grain,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    for shape in &picture.shapes {
        match shape {
            Shape::Fill(points, paint) => area.draw(&Polygon::new(grain.all(points), filled(*paint)))?,
            Shape::Disc(center, radius, paint) => {
                area.draw(&Circle::new(grain.at(*center), grain.length(*radius), filled(*paint)))?;
            }
            Shape::Circle(center, radius, width, paint) => {
                let style = rgba(*paint).stroke_width(grain.length(*width).max(1));
                area.draw(&Circle::new(grain.at(*center), grain.length(*radius), style))?;
            }
            Shape::Block(rect, paint) => {
                let corners = [Point::new(rect.x, rect.y), Point::new(rect.right(), rect.bottom())];
                area.draw(&Rectangle::new(corners.map(|corner| grain.at(corner)), filled(*paint)))?;
            }
            Shape::Line(points, width, paint) => {
                let style = rgba(*paint).stroke_width(grain.length(*width).max(1));
                area.draw(&PathElement::new(grain.all(points), style))?;
            }
            Shape::Text(text) => area.draw_text(&text.text, &style(text, grain), grain.at(text.at))?,
        }
    }
    Ok(())
}

/// The style of a text. It is centred on its height, because backends agree on the middle of a line only.
fn style(text: &Text, grain: Grain) -> TextStyle<'static> {
    let weight = if text.font.bold { FontStyle::Bold } else { FontStyle::Normal };
    let size = text.font.size.px() * grain.units * grain.text;
    let turn = if text.upwards { FontTransform::Rotate270 } else { FontTransform::None };
    let h_pos = match text.align {
        Align::Start => HPos::Left,
        Align::Middle => HPos::Center,
        Align::End => HPos::Right,
    };
    FontDesc::new(FontFamily::Name(FAMILY), size, weight)
        .transform(turn)
        .color(&rgba(text.color.into()))
        .pos(Pos::new(h_pos, VPos::Center))
}

fn rgba(paint: Paint) -> RGBAColor {
    let Color([r, g, b]) = paint.color;
    RGBAColor(r, g, b, paint.alpha)
}

fn filled(paint: Paint) -> ShapeStyle {
    rgba(paint).filled()
}
