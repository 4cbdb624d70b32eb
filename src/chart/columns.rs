//! The mirror across the page: one column per moment, and the names in a band in the middle.

use crate::model::Side;

use super::{
    glyph::EXTENT,
    mark,
    mirror::{heading_upwards, longest_heading, widest_tick},
    picture::{Align, Point, Rect},
    scene::{Item, Scene},
    sheet::{NORMAL, SMALL, Sheet, TARGET, cell, count, scale_areas},
    text::{Font, Size},
    view::View,
};

/// The width of the names of the sides.
const SIDES: f64 = 32.0;
/// The gap around lines of text.
const GAP: f64 = 8.0;

/// The left edge of the columns.
pub(super) fn left(sheet: &Sheet, scene: &Scene, view: &View) -> f64 {
    (sheet.pad + SIDES + widest_tick(scene, view) + GAP).ceil()
}

/// The layout: widths and heights of the parts.
#[derive(Clone, Copy)]
struct Plan {
    left: f64,
    column: f64,
    top: f64,
    /// From the bad end of the axis to the band of names, and from its good end to the edge of its half.
    margins: (f64, f64),
    /// Length of the axis of one half.
    axis: f64,
    band: f64,
}

impl Plan {
    fn half(&self) -> f64 {
        self.axis + self.margins.0 + self.margins.1
    }

    /// The height of a share of the axis (0: its bad end, nearest to the band).
    fn y(&self, side: Side, share: f64) -> f64 {
        let away = self.margins.0 + share * self.axis;
        match side {
            Side::Client => self.top + self.half() - away,
            Side::Employee => self.top + self.half() + self.band + away,
        }
    }

    /// Where the band of names begins for that side.
    fn edge(&self, side: Side) -> f64 {
        match side {
            Side::Client => self.top + self.half(),
            Side::Employee => self.top + self.half() + self.band,
        }
    }

    fn bottom(&self) -> f64 {
        self.top + 2.0 * self.half() + self.band
    }
}

pub(super) fn draw(sheet: &mut Sheet, scene: &Scene, view: &View) {
    let left = left(sheet, scene, view);
    let right = sheet.width - sheet.pad;
    let column = (right - left) / count(scene.items().count().max(1));
    let radius = (column * 0.36).min(22.0);
    scale_areas(sheet, scene, radius);
    let names: Vec<Vec<String>> =
        scene.items().map(|item| NORMAL.wrap(&item.name, column - 4.0, 3)).collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let heading = longest_heading(view).min(260.0) + 16.0 - 2.0 * (TARGET + 2.0);
    let axis = (sheet.width * 0.16).clamp(140.0, 220.0).max(heading).round();
    let plan = Plan {
        left,
        column,
        top: 0.0,
        margins: margins(sheet, scene, axis),
        axis,
        band: (count(lines) * Size::Normal.line() + 2.0 * GAP).round(),
    };
    let plan = stages(sheet, scene, plan);
    axes(sheet, scene, view, &plan, right);
    for ((index, item), name) in scene.items().enumerate().zip(&names) {
        moment(sheet, scene, &plan, (count(index), item), name);
    }
    sheet.y = plan.bottom() + 16.0;
}

/// The space that marks need beyond the two ends of the axis, the same on both sides.
fn margins(sheet: &Sheet, scene: &Scene, axis: f64) -> (f64, f64) {
    let mut margins = (TARGET + 2.0, TARGET + 2.0);
    for side in scene.items().flat_map(Item::sides) {
        if let Some(level) = side.level {
            let (reach, away) = (sheet.radius(side.frequency) * EXTENT + 2.0, scene.share(level) * axis);
            margins = (f64::max(margins.0, reach - away), f64::max(margins.1, reach - axis + away));
        }
    }
    (margins.0.ceil(), margins.1.ceil())
}

/// The names of the stages, each over its columns; every other stage has a tinted ground.
fn stages(sheet: &mut Sheet, scene: &Scene, plan: Plan) -> Plan {
    let bold = Font::bold(Size::Normal);
    let width = |items: usize| count(items) * plan.column;
    let names: Vec<Vec<String>> =
        scene.groups.iter().map(|group| bold.wrap(&group.name, width(group.items.len()) - GAP, 2)).collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or(0);
    let head = if lines == 0 { 0.0 } else { count(lines) * Size::Normal.line() + 2.0 * GAP };
    let plan = Plan { top: sheet.y + head, ..plan };
    let mut x = plan.left;
    for (index, (group, name)) in scene.groups.iter().zip(&names).enumerate() {
        let room = Rect::new(x, sheet.y, width(group.items.len()), plan.bottom() - sheet.y);
        if index % 2 == 0 {
            sheet.block(room, sheet.theme.band);
        }
        let at = Point::new(room.center().x, sheet.y + head / 2.0);
        sheet.centred(name, at, bold, sheet.theme.ink);
        x = room.right();
    }
    plan
}

fn axes(sheet: &mut Sheet, scene: &Scene, view: &View, plan: &Plan, right: f64) {
    for side in [Side::Client, Side::Employee] {
        for tick in scene.ticks() {
            let y = plan.y(side, scene.share(tick));
            let color = if tick == 0.0 { sheet.theme.axis } else { sheet.theme.grid };
            sheet.across(y, plan.left, right, color);
            let at = Point::new(plan.left - GAP, y.floor() + 0.5);
            sheet.text(at, (view.words.level)(tick), SMALL, sheet.theme.faint, Align::End);
        }
        let (edge, color) = (plan.edge(side), sheet.theme.side(side));
        sheet.line(vec![Point::new(plan.left, edge), Point::new(right, edge)], 2.0, color);
        let top = if side == Side::Client { plan.top } else { edge };
        heading_upwards(sheet, view, side, Rect::new(sheet.pad, top, SIDES, plan.half()));
    }
}

fn moment(sheet: &mut Sheet, scene: &Scene, plan: &Plan, (index, item): (f64, &Item), name: &[String]) {
    let x = plan.left + (index + 0.5) * plan.column;
    let ink = if item.sides().next().is_some() { sheet.theme.ink } else { sheet.theme.faint };
    sheet.centred(name, Point::new(x, plan.edge(Side::Client) + plan.band / 2.0), NORMAL, ink);
    for side in item.sides() {
        let place = |level: f64| Point::new(x, plan.y(side.side, scene.share(level)));
        let edge = Point::new(x, plan.edge(side.side));
        mark::draw(sheet, item, side, place, edge, plan.column / 2.0);
    }
    cell(sheet, item, Rect::new(x - plan.column / 2.0, plan.top, plan.column, plan.bottom() - plan.top));
}
