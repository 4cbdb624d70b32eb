//! The mirror down the page: one row per moment, clients to the left of the line, employees to the right.

use crate::model::Side;

use super::{
    glyph::EXTENT,
    mark,
    mirror::{HEADING, heading, widest_tick},
    picture::{Align, Point, Rect},
    scene::{Group, Item, Scene},
    sheet::{NORMAL, SMALL, Sheet, cell, scale_areas},
    text::{Font, Size},
    view::View,
};

/// The width, in pixels, up to which a name is over its row instead of between the sides.
const NARROW: f64 = 640.0;
const RADIUS: f64 = 13.0;
/// Height of the marks of one row.
const ROW: f64 = 42.0;
const GAP: f64 = 8.0;

/// The layout: widths of the parts.
struct Plan {
    middle: f64,
    /// Half the width of the band of names; half of the gap between the sides where there is none.
    half_band: f64,
    margin: f64,
    axis: f64,
    narrow: bool,
}

impl Plan {
    fn new(sheet: &Sheet, scene: &Scene, view: &View) -> Self {
        let narrow = sheet.width <= NARROW;
        let band = if narrow { 6.0 } else { (sheet.width * 0.2).clamp(150.0, 280.0) };
        let margin = (RADIUS * EXTENT).max(widest_tick(scene, view) / 2.0 + 2.0).ceil();
        let middle = (sheet.width / 2.0).floor();
        let half_band = (band / 2.0).floor();
        let axis = middle - half_band - sheet.pad - 2.0 * margin;
        Self { middle, half_band, margin, axis, narrow }
    }

    /// The place of a share of the axis (0: its bad end, nearest to the middle).
    fn x(&self, side: Side, share: f64) -> f64 {
        self.middle + sign(side) * (self.half_band + self.margin + share * self.axis)
    }

    fn edge(&self, side: Side) -> f64 {
        self.middle + sign(side) * self.half_band
    }
}

fn sign(side: Side) -> f64 {
    match side {
        Side::Client => -1.0,
        Side::Employee => 1.0,
    }
}

pub(super) fn draw(sheet: &mut Sheet, scene: &Scene, view: &View) {
    scale_areas(sheet, scene, RADIUS);
    let plan = Plan::new(sheet, scene, view);
    let room = sheet.width - 2.0 * sheet.pad;
    let half = (room / 2.0 - GAP).floor();
    let high = if plan.narrow { HEADING + 16.0 } else { HEADING };
    heading(sheet, view, Side::Client, Rect::new(sheet.pad, sheet.y, half, high));
    heading(sheet, view, Side::Employee, Rect::new(sheet.width - sheet.pad - half, sheet.y, half, high));
    sheet.y += high + 6.0;
    ticks(sheet, scene, view, &plan);
    for group in &scene.groups {
        stage(sheet, group);
        let top = sheet.y;
        let grid = sheet.shapes.len();
        for item in &group.items {
            moment(sheet, scene, &plan, item);
        }
        lines(sheet, scene, &plan, (top, grid));
    }
    if scene.items().count() > 8 {
        ticks(sheet, scene, view, &plan);
    }
    sheet.y += 8.0;
}

/// The numbers of both axes.
fn ticks(sheet: &mut Sheet, scene: &Scene, view: &View, plan: &Plan) {
    let y = sheet.y + Size::Small.line() / 2.0;
    for side in [Side::Client, Side::Employee] {
        for tick in [-scene.reach, 0.0, scene.reach] {
            let at = Point::new(plan.x(side, scene.share(tick)), y);
            sheet.text(at, (view.words.level)(tick), SMALL, sheet.theme.faint, Align::Middle);
        }
    }
    sheet.y += Size::Small.line() + 4.0;
}

/// The name of a stage, over a line.
fn stage(sheet: &mut Sheet, group: &Group) {
    let bold = Font::bold(Size::Normal);
    let room = Rect::new(sheet.pad, sheet.y, sheet.width - 2.0 * sheet.pad, 26.0);
    sheet.block(room, sheet.theme.band);
    let name = bold.fit(&group.name, room.w - 2.0 * GAP).into_owned();
    sheet.text(Point::new(room.x + GAP, room.center().y), name, bold, sheet.theme.ink, Align::Start);
    sheet.y = room.bottom();
}

/// The lines that go through all rows of a stage, beneath what was drawn since.
fn lines(sheet: &mut Sheet, scene: &Scene, plan: &Plan, (top, first): (f64, usize)) {
    let drawn = sheet.shapes.split_off(first);
    for side in [Side::Client, Side::Employee] {
        for tick in scene.ticks() {
            let color = if tick == 0.0 { sheet.theme.axis } else { sheet.theme.grid };
            sheet.down(plan.x(side, scene.share(tick)), top, sheet.y, color);
        }
    }
    sheet.shapes.extend(drawn);
    sheet.y += 4.0;
}

fn moment(sheet: &mut Sheet, scene: &Scene, plan: &Plan, item: &Item) {
    let ink = if item.sides().next().is_some() { sheet.theme.ink } else { sheet.theme.faint };
    let top = sheet.y;
    if plan.narrow {
        let name = NORMAL.fit(&item.name, sheet.width - 2.0 * sheet.pad).into_owned();
        clear_background(sheet, &name, Point::new(plan.middle, top + 14.0));
        sheet.text(Point::new(plan.middle, top + 14.0), name, NORMAL, ink, Align::Middle);
        sheet.y += 20.0;
    } else {
        let name = NORMAL.wrap(&item.name, 2.0 * (plan.half_band - GAP), 2);
        sheet.centred(&name, Point::new(plan.middle, top + ROW / 2.0), NORMAL, ink);
    }
    let (marks, y) = (sheet.y, sheet.y + ROW / 2.0);
    for side in [Side::Client, Side::Employee] {
        let x = plan.edge(side);
        let color = sheet.theme.side(side);
        sheet.line(vec![Point::new(x, marks + 3.0), Point::new(x, marks + ROW - 3.0)], 2.0, color);
    }
    for side in item.sides() {
        let place = |level: f64| Point::new(plan.x(side.side, scene.share(level)), y);
        mark::draw(sheet, item, side, place, Point::new(plan.edge(side.side), y), ROW / 2.0);
    }
    sheet.y = marks + ROW;
    cell(sheet, item, Rect::new(sheet.pad, top, sheet.width - 2.0 * sheet.pad, sheet.y - top));
}

/// Hides the lines of the axes behind a name.
fn clear_background(sheet: &mut Sheet, name: &str, at: Point) {
    let room = Rect::around(at, NORMAL.width(name) / 2.0 + 4.0, Size::Normal.line() / 2.0);
    sheet.block(room, sheet.theme.background);
}
