//! A picture in the making.

use crate::{
    analysis::Type,
    model::{Color, Side},
};

use super::{
    glyph,
    picture::{Align, Cell, Mark, Paint, Picture, Point, Rect, Shape, Text},
    scene::{Item, Scene, SideFigures},
    text::{Font, Size, clean},
    theme::{Theme, contrast},
    view::{Frame, View},
};

/// The smallest radius of a mark that is still visible.
pub(super) const SMALLEST: f64 = 4.5;
/// The smallest radius of a pointing target.
pub(super) const TARGET: f64 = 12.0;
pub(super) const SMALL: Font = Font::regular(Size::Small);
pub(super) const NORMAL: Font = Font::regular(Size::Normal);
const OUTLINE: f64 = 1.5;

pub(super) struct Sheet<'a> {
    pub theme: &'a Theme,
    pub width: f64,
    /// The margin to the left and to the right.
    pub pad: f64,
    /// The height at which the next part starts.
    pub y: f64,
    /// Radius of the largest frequency, and that frequency.
    pub largest: (f64, f64),
    pub shapes: Vec<Shape>,
    pub marks: Vec<Mark>,
    pub cells: Vec<Cell>,
}

impl<'a> Sheet<'a> {
    pub fn new(view: &View<'a>) -> Self {
        let width = if view.width.is_finite() { view.width.max(280.0).round() } else { 280.0 };
        let pad = if width > 640.0 { 16.0 } else { 8.0 };
        let mut sheet = Self {
            theme: view.theme,
            width,
            pad,
            y: pad,
            largest: (1.0, 1.0),
            shapes: Vec::new(),
            marks: Vec::new(),
            cells: Vec::new(),
        };
        if let Some(Frame { title, subtitle, .. }) = view.frame {
            sheet.paragraph(title, Font::bold(Size::Title), view.theme.ink, 3);
            sheet.paragraph(subtitle, NORMAL, view.theme.faint, 3);
            sheet.y += if title.is_empty() && subtitle.is_empty() { 0.0 } else { 12.0 };
        }
        sheet
    }

    pub fn finish(mut self, view: &View) -> Picture {
        if let Some(frame) = view.frame {
            self.y += 4.0;
            self.paragraph(&frame.footer, SMALL, view.theme.faint, 4);
        }
        let height = (self.y + self.pad).ceil();
        let background = Shape::Block(Rect::new(0.0, 0.0, self.width, height), self.theme.background.into());
        self.shapes.insert(0, background);
        let title = view.frame.map(|frame| clean(&frame.title)).unwrap_or_default();
        let Self { width, shapes, marks, cells, .. } = self;
        Picture { width, height, title, shapes, marks, cells }
    }

    /// Wraps a text to the whole width, in at most `lines` lines.
    pub fn paragraph(&mut self, text: &str, font: Font, color: Color, lines: usize) {
        let step = font.size.line() + 2.0;
        for line in font.wrap(&clean(text), self.width - 2.0 * self.pad, lines) {
            self.text(Point::new(self.pad, self.y + step / 2.0), line, font, color, Align::Start);
            self.y += step;
        }
    }

    pub fn text(&mut self, at: Point, text: impl Into<String>, font: Font, color: Color, align: Align) {
        self.write(Text { at, text: text.into(), font, color, align, upwards: false });
    }

    pub fn write(&mut self, text: Text) {
        if !text.text.is_empty() {
            self.shapes.push(Shape::Text(text));
        }
    }

    /// Lines centred on a point.
    pub fn centred(&mut self, lines: &[String], at: Point, font: Font, color: Color) {
        let step = font.size.line();
        let mut y = at.y - step * (count(lines.len()) - 1.0) / 2.0;
        for line in lines {
            self.text(Point::new(at.x, y), line, font, color, Align::Middle);
            y += step;
        }
    }

    pub fn line(&mut self, points: Vec<Point>, width: f64, paint: impl Into<Paint>) {
        self.shapes.push(Shape::Line(points, width, paint.into()));
    }

    /// A crisp line of one pixel from the left to the right.
    pub fn across(&mut self, y: f64, left: f64, right: f64, color: Color) {
        let y = y.floor() + 0.5;
        self.line(vec![Point::new(left, y), Point::new(right, y)], 1.0, color);
    }

    /// A crisp line of one pixel downwards.
    pub fn down(&mut self, x: f64, top: f64, bottom: f64, color: Color) {
        let x = x.floor() + 0.5;
        self.line(vec![Point::new(x, top), Point::new(x, bottom)], 1.0, color);
    }

    pub fn block(&mut self, rect: Rect, paint: impl Into<Paint>) {
        self.shapes.push(Shape::Block(rect, paint.into()));
    }

    /// Radius of a disc whose area shows that frequency.
    pub fn radius(&self, frequency: f64) -> f64 {
        let (radius, max_frequency) = self.largest;
        (radius * (frequency / max_frequency).max(0.0).sqrt()).max(SMALLEST)
    }

    /// The mark of a moment: hollow and dashed without an intensity, which means few data, else filled by intensity.
    pub fn glyph(&mut self, kind: Option<Type>, at: Point, radius: f64, intensity: Option<f64>) {
        let (color, background) = (self.theme.of(kind), self.theme.background);
        let outlines = glyph::outlines(kind, at, radius);
        let outer = outlines.first().cloned().unwrap_or_default();
        let Some(intensity) = intensity else {
            self.shapes.push(Shape::Fill(outer, background.into()));
            let (on, off) = if radius < 7.0 { (2.0, 2.0) } else { (3.0, 2.5) };
            for stroke in outlines.iter().flat_map(|outline| glyph::dashes(&glyph::close(outline), on, off)) {
                self.line(stroke, OUTLINE, color);
            }
            return;
        };
        let paint = Paint { color, alpha: alpha(intensity) };
        if kind == Some(Type::WinWin) {
            self.shapes.push(Shape::Disc(at, radius, background.into()));
            self.disc(at, radius, OUTLINE, paint);
            return;
        }
        self.shapes.push(Shape::Fill(outer, background.into()));
        self.shapes.push(Shape::Fill(glyph::surface(&outlines), paint));
        if kind == Some(Type::Blindness) {
            for radius in [radius, radius * glyph::HOLE] {
                self.shapes.push(Shape::Circle(at, radius, OUTLINE, color.into()));
            }
            return;
        }
        for outline in &outlines {
            self.line(glyph::close(outline), OUTLINE, color);
        }
    }

    /// A disc and its rim.
    pub fn disc(&mut self, at: Point, radius: f64, rim: f64, paint: Paint) {
        self.shapes.push(Shape::Disc(at, radius, paint));
        self.shapes.push(Shape::Circle(at, radius, rim, paint.color.into()));
    }

    /// The colour with the best contrast on the fill of a mark of that type.
    pub fn upon(&self, kind: Option<Type>, intensity: Option<f64>) -> Color {
        let Theme { background, ink, .. } = *self.theme;
        let fill =
            intensity.map_or(background, |intensity| mix(background, self.theme.of(kind), alpha(intensity)));
        // The hole of the ring shows the background.
        if kind != Some(Type::Blindness) && contrast(background, fill) > contrast(ink, fill).min(3.0) {
            background
        } else {
            ink
        }
    }
}

impl SideFigures {
    /// The intensity that its fill shows; none where data are few.
    pub fn fill(&self) -> Option<f64> {
        (!self.thin).then_some(self.intensity)
    }
}

/// The opacity of a fill, by intensity.
pub(super) fn alpha(intensity: f64) -> f64 {
    ((0.25 + 0.65 * intensity) * 100.0).round() / 100.0
}

fn mix(Color(under): Color, Color(over): Color, alpha: f64) -> Color {
    let channel = |i: usize| f64::from(under[i]) * (1.0 - alpha) + f64::from(over[i]) * alpha;
    Color([0, 1, 2].map(|i| byte(channel(i))))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a byte holds")]
fn byte(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// A number of items, as a factor of lengths.
pub(super) fn count(items: usize) -> f64 {
    f64::from(u32::try_from(items).unwrap_or(u32::MAX))
}

/// The name of a side, and that of its level.
pub(super) fn side_words<'a>(view: &View<'a>, side: Side) -> (&'a str, &'a str) {
    let words = view.words;
    match side {
        Side::Client => (&words.client, &words.client_level),
        Side::Employee => (&words.employee, &words.employee_level),
    }
}

/// Adds the cell of an item, if anything of it is drawn.
pub(super) fn cell(sheet: &mut Sheet, item: &Item, area: Rect) {
    if item.sides().next().is_some() {
        sheet.cells.push(Cell { moment: item.moment, kind: item.kind, area });
    }
}

/// Sets the scale of areas: the largest frequency gets that radius.
pub(super) fn scale_areas(sheet: &mut Sheet, scene: &Scene, radius: f64) {
    sheet.largest = (radius, if scene.max_frequency > 0.0 { scene.max_frequency } else { 1.0 });
}
