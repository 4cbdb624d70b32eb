//! The plane of the six zones: employees' levels across, clients' up, cut where types change.

use crate::{analysis::Type, model::Side};

use super::{
    glyph,
    mirror::{HEADING, heading, widest_tick},
    picture::{Align, Paint, Point, Rect, Shape, Text},
    scene::Scene,
    sheet::{NORMAL, SMALL, Sheet, TARGET, count, scale_areas},
    text::{Size, clean},
    theme::order,
    view::View,
};

const GAP: f64 = 8.0;
const NAMES: [[Type; 3]; 2] =
    [[Type::Pain, Type::LuckyBreak, Type::WinWin], [Type::DeadEnd, Type::Blindness, Type::WrongFight]];

/// The plane, and where its zones are cut.
pub(super) struct Plane {
    pub frame: Rect,
    /// The part of the frame where marks have their middles.
    inner: Rect,
    /// Left edges of the columns of zones, and the right edge of the last.
    columns: [f64; 4],
    /// Upper edges of the rows of zones, and the lower edge of the last.
    rows: [f64; 3],
}

impl Plane {
    /// The point of these levels of clients and of employees.
    pub fn at(&self, scene: &Scene, client: f64, employee: f64) -> Point {
        let inner = self.inner;
        Point::new(inner.x + inner.w * scene.share(employee), inner.bottom() - inner.h * scene.share(client))
    }
}

/// The plane for a scene, below the heading that it draws. `shifts` are subtracted from the thresholds, clients' first.
pub(super) fn plane(sheet: &mut Sheet, scene: &Scene, view: &View, shifts: (f64, f64)) -> Plane {
    let room = Rect::new(sheet.pad, sheet.y, sheet.width - 2.0 * sheet.pad, HEADING);
    heading(sheet, view, Side::Client, room);
    let left = (sheet.pad + Size::Small.line() + 4.0 + widest_tick(scene, view) + GAP).ceil();
    let width = sheet.width - sheet.pad - left;
    let marks = count(scene.items().count().max(1));
    let height = (width * 0.6).clamp(340.0, 680.0).max((marks * 2600.0 / width).min(640.0)).round();
    let frame = Rect::new(left, sheet.y + 26.0, width, height);
    let radius = (frame.w * frame.h * 0.1 / (std::f64::consts::PI * marks)).sqrt().clamp(8.0, 24.0);
    scale_areas(sheet, scene, radius);
    let inner = frame.grown(-(radius * glyph::EXTENT).max(TARGET).ceil());
    let (client, employee) = shifts;
    let cut = view.employee_threshold.shown();
    let x = |level: f64| inner.x + inner.w * scene.share(level - employee);
    let y = view.client_threshold.shown() - client;
    Plane {
        frame,
        inner,
        columns: [frame.x, x(-cut).min(x(cut)), x(cut), frame.right()],
        rows: [frame.y, inner.bottom() - inner.h * scene.share(y), frame.bottom()],
    }
}

/// Draws zones, lines and names; returns the rectangles of the names.
pub(super) fn draw_zones(sheet: &mut Sheet, scene: &Scene, view: &View, plane: &Plane) -> Vec<Rect> {
    let (frame, inner) = (plane.frame, plane.inner);
    for (row, kinds) in NAMES.iter().enumerate() {
        for (column, kind) in kinds.iter().enumerate() {
            let room = zone(plane, row, column);
            sheet.block(room, Paint { color: sheet.theme.of(Some(*kind)), alpha: 0.06 });
        }
    }
    for tick in scene.ticks() {
        let share = scene.share(tick);
        sheet.down(inner.x + inner.w * share, frame.y, frame.bottom(), sheet.theme.grid);
        let y = inner.bottom() - inner.h * share;
        sheet.across(y, frame.x, frame.right(), sheet.theme.grid);
        let at = Point::new(frame.x - GAP, y);
        sheet.text(at, (view.words.level)(tick), SMALL, sheet.theme.faint, Align::End);
    }
    for x in &plane.columns[1..3] {
        sheet.down(*x, frame.y, frame.bottom(), sheet.theme.axis);
    }
    sheet.across(plane.rows[1], frame.x, frame.right(), sheet.theme.axis);
    let first = sheet.shapes.len();
    for (row, kinds) in NAMES.into_iter().enumerate() {
        zone_names(sheet, view, kinds, row, plane);
    }
    sheet.shapes[first..].iter().map(Shape::bounds).collect()
}

fn zone(plane: &Plane, row: usize, column: usize) -> Rect {
    let (x, y) = (plane.columns[column], plane.rows[row]);
    Rect::new(x, y, (plane.columns[column + 1] - x).max(0.0), plane.rows[row + 1] - y)
}

/// The names of a row of zones, at the outer edge, where marks are fewest. The middle one may reach into its neighbours
/// as far as their names leave room.
fn zone_names(sheet: &mut Sheet, view: &View, kinds: [Type; 3], row: usize, plane: &Plane) {
    let names = kinds.map(|kind| clean(&view.words.types[order(kind)]));
    let rooms = [0, 1, 2].map(|column| zone(plane, row, column));
    let middle = rooms[1].center().x;
    let outer = [0, 2].map(|i: usize| NORMAL.wrap(&names[i], rooms[i].w - 2.0 * GAP, 3));
    let [left, right] = outer.each_ref().map(|lines| widest(lines) + 2.0 * GAP);
    let reach = (middle - plane.frame.x - left).min(plane.frame.right() - right - middle);
    let inner = NORMAL.wrap(&names[1], (2.0 * reach).max(rooms[1].w - GAP), 3);
    let [first, last] = outer;
    let written = [
        (first, rooms[0].x + GAP, Align::Start),
        (inner, middle, Align::Middle),
        (last, rooms[2].right() - GAP, Align::End),
    ];
    let step = Size::Normal.line();
    for (lines, x, align) in written {
        let high = step * count(lines.len());
        if high + GAP > rooms[0].h {
            continue;
        }
        let top = if row == 0 { rooms[0].y + 6.0 } else { rooms[0].bottom() - 6.0 - high };
        for (index, line) in lines.into_iter().enumerate() {
            let at = Point::new(x, top + step * (count(index) + 0.5));
            sheet.text(at, line, NORMAL, sheet.theme.faint, align);
        }
    }
}

fn widest(lines: &[String]) -> f64 {
    lines.iter().map(|line| NORMAL.width(line)).fold(0.0, f64::max)
}

/// Numbers, states and the name of the side beside each axis.
pub(super) fn captions(sheet: &mut Sheet, scene: &Scene, view: &View, plane: &Plane) {
    let (frame, inner, faint, step) = (plane.frame, plane.inner, sheet.theme.faint, Size::Small.line());
    let ticks = if inner.w >= 240.0 { scene.ticks() } else { vec![-scene.reach, 0.0, scene.reach] };
    for tick in ticks {
        let at = Point::new(inner.x + inner.w * scene.share(tick), sheet.y + 4.0 + step / 2.0);
        sheet.text(at, (view.words.level)(tick), SMALL, faint, Align::Middle);
    }
    sheet.y += step + 6.0;
    let states = view.words.employee_states.each_ref().map(|state| clean(state));
    let fits = |i: usize| SMALL.width(&states[i]) + 6.0 <= plane.columns[i + 1] - plane.columns[i];
    let mut lower = 0.0;
    for (i, state) in states.iter().enumerate() {
        let (left, right) = (plane.columns[i], plane.columns[i + 1]);
        let (dy, room) = if i == 1 && !fits(1) { (step, frame.w / 2.0) } else { (0.0, right - left - 6.0) };
        lower = f64::max(lower, dy);
        let state = SMALL.fit(state, room).into_owned();
        let half = SMALL.width(&state) / 2.0;
        let x = f64::midpoint(left, right).clamp(frame.x + half, (frame.right() - half).max(frame.x + half));
        sheet.text(Point::new(x, sheet.y + dy + step / 2.0), state, SMALL, faint, Align::Middle);
    }
    for (i, state) in view.words.client_states.iter().rev().enumerate() {
        let (top, bottom) = (plane.rows[i], plane.rows[i + 1]);
        let text = SMALL.fit(&clean(state), bottom - top - 6.0).into_owned();
        let at = Point::new(sheet.pad + step / 2.0, f64::midpoint(top, bottom));
        sheet.write(Text { at, text, font: SMALL, color: faint, align: Align::Middle, upwards: true });
    }
    sheet.y += lower + step + 4.0;
    let room = Rect::new(frame.x, sheet.y, frame.w, HEADING);
    heading(sheet, view, Side::Employee, room);
    sheet.y += 20.0 + 2.0 * GAP;
}
