//! The mirror along the journey: clients on one side of a line, employees reflected on the other.
//!
//! The further from the line the better, on both sides; a line at each side's zero shows the symmetry.

use crate::{
    analysis::Mirror,
    model::{Codebook, Side},
};

use super::{
    columns, legend,
    picture::{Align, Picture, Point, Rect, Text},
    rows,
    scene::Scene,
    sheet::{NORMAL, SMALL, Sheet, count, side_words},
    text::{Font, Size, clean},
    view::View,
};

/// The narrowest column that holds a name.
const COLUMN: f64 = 80.0;

/// Height of a heading of one line.
pub(super) const HEADING: f64 = 20.0;

/// The mirror of all moments: across the page if every name has room, else down the page.
pub fn mirror(results: &Mirror, codebook: &Codebook, view: &View) -> Picture {
    let scene = Scene::new(results, codebook, view);
    let mut sheet = Sheet::new(view);
    let room = sheet.width - sheet.pad - columns::left(&sheet, &scene, view);
    if room / count(scene.items().count().max(1)) >= COLUMN {
        columns::draw(&mut sheet, &scene, view);
    } else {
        rows::draw(&mut sheet, &scene, view);
    }
    legend::draw(&mut sheet, &scene, view);
    sheet.finish(view)
}

/// The heading of a side: its name, with its colour, and the name of its level; from the left, or up to the right edge.
/// Where the room is high enough, the level is below.
pub(super) fn heading(sheet: &mut Sheet, view: &View, side: Side, room: Rect) {
    let bold = Font::bold(Size::Large);
    let (name, level) = side_words(view, side);
    let (name, level) = (clean(name), clean(level));
    let name = bold.fit(&name, room.w - 12.0).into_owned();
    let width = bold.width(&name);
    let below = room.h > HEADING;
    let level = NORMAL.fit(&level, if below { room.w - 12.0 } else { room.w - 20.0 - width }).into_owned();
    let (y, color, ink, faint) =
        (room.y + HEADING / 2.0, sheet.theme.side(side), sheet.theme.ink, sheet.theme.faint);
    let (bar, sign, edge, align) = match side {
        Side::Client => (room.x, 1.0, room.x + 10.0, Align::Start),
        Side::Employee => (room.right() - 4.0, -1.0, room.right() - 10.0, Align::End),
    };
    let bar = Rect::new(bar, y - 7.0, 4.0, if below { 31.0 } else { 14.0 });
    sheet.block(bar, color);
    sheet.text(Point::new(edge, y), name, bold, ink, align);
    let at = if below { Point::new(edge, y + 18.0) } else { Point::new(edge + sign * (width + 8.0), y) };
    sheet.text(at, level, NORMAL, faint, align);
}

/// The length of the longer heading.
pub(super) fn longest_heading(view: &View) -> f64 {
    let length = |side| {
        let (name, level) = side_words(view, side);
        Font::bold(Size::Large).width(name) + 8.0 + NORMAL.width(level)
    };
    length(Side::Client).max(length(Side::Employee))
}

/// The heading of a side, written upwards and centred on a height.
pub(super) fn heading_upwards(sheet: &mut Sheet, view: &View, side: Side, room: Rect) {
    let bold = Font::bold(Size::Large);
    let (name, level) = side_words(view, side);
    let (name, level) = (clean(name), clean(level));
    let name = bold.fit(&name, room.h - 8.0).into_owned();
    let width = bold.width(&name);
    let level = NORMAL.fit(&level, room.h - 16.0 - width).into_owned();
    let total = width + 8.0 + NORMAL.width(&level);
    let (x, bottom) = (room.x + 18.0, room.center().y + total / 2.0);
    let write = |y: f64, text: String, font: Font, color| Text {
        at: Point::new(x, y),
        text,
        font,
        color,
        align: Align::Start,
        upwards: true,
    };
    sheet.block(Rect::new(room.x, room.y, 4.0, room.h), sheet.theme.side(side));
    sheet.write(write(bottom, name, bold, sheet.theme.ink));
    sheet.write(write(bottom - width - 8.0, level, NORMAL, sheet.theme.faint));
}

/// The widest number of the axis.
pub(super) fn widest_tick(scene: &Scene, view: &View) -> f64 {
    scene.ticks().into_iter().map(|tick| SMALL.width(&(view.words.level)(tick))).fold(0.0, f64::max)
}
