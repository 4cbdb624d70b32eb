//! The six zones: how employees live a moment against how clients do.

use crate::{
    analysis::{Tracker, Type},
    model::{Codebook, Side},
};

use super::{
    glyph, key, legend,
    mirror::{HEADING, heading, widest_tick},
    picture::{Align, Mark, Paint, Picture, Point, Rect, Shape, Text},
    places::{self, Label, Segment, Spot},
    scene::{Item, Scene, Told},
    sheet::{NORMAL, SMALL, Sheet, TARGET, cell, count, scale_areas},
    text::{Size, clean},
    theme::order,
    view::View,
};

const GAP: f64 = 8.0;
const NAMES: [[Type; 3]; 2] =
    [[Type::Pain, Type::LuckyBreak, Type::WinWin], [Type::DeadEnd, Type::Blindness, Type::WrongFight]];

/// The plane, and where its zones are cut.
struct Plan {
    frame: Rect,
    /// The part of the frame where marks have their middles.
    inner: Rect,
    /// Left edges of the columns of zones, and the right edge of the last.
    columns: [f64; 4],
    /// Upper edges of the rows of zones, and the lower edge of the last.
    rows: [f64; 3],
}

/// A moment with a level on both sides.
struct Bubble<'a> {
    item: &'a Item,
    at: Point,
    radius: f64,
    fill: Option<f64>,
    client: &'a Told,
    employee: &'a Told,
}

/// The six zones, of the moments that have a level on both sides.
pub fn zones(tracker: &Tracker, codebook: &Codebook, view: &View) -> Picture {
    let mut scene = Scene::new(tracker, codebook, view);
    for group in &mut scene.groups {
        group.items.retain(|item| item.told().filter(|told| told.level.is_some()).count() == 2);
    }
    let mut sheet = Sheet::new(view);
    let plan = plan(&mut sheet, &scene, view);
    let taken = ground(&mut sheet, &scene, view, &plan);
    let bubbles: Vec<Bubble> = scene.items().filter_map(|item| bubble(&sheet, &scene, &plan, item)).collect();
    marks(&mut sheet, &scene, &plan, &bubbles);
    let spots: Vec<Spot> = bubbles.iter().map(spot).collect();
    let avoid: Vec<Segment> = bubbles.iter().flat_map(|bubble| whiskers(&scene, &plan, bubble)).collect();
    let labels = places::labels(&spots, plan.frame, &taken, &avoid);
    for (bubble, label) in bubbles.iter().zip(&labels) {
        write(&mut sheet, bubble, label);
    }
    sheet.y = plan.frame.bottom();
    captions(&mut sheet, &scene, view, &plan);
    let names: Vec<&str> = spots.iter().map(|spot| spot.name.as_str()).collect();
    key::draw(&mut sheet, &names, &labels);
    legend::draw(&mut sheet, &scene, view);
    let faint = sheet.theme.faint;
    sheet.paragraph(&view.words.note, SMALL, faint, 6);
    sheet.finish(view)
}

fn plan(sheet: &mut Sheet, scene: &Scene, view: &View) -> Plan {
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
    let (client, employee) = scene.offsets;
    let cut = view.employee_threshold.valence() * 50.0;
    let x = |level: f64| inner.x + inner.w * scene.share(level - employee);
    let y = view.client_threshold.valence() * 50.0 - client;
    Plan {
        frame,
        inner,
        columns: [frame.x, x(-cut).min(x(cut)), x(cut), frame.right()],
        rows: [frame.y, inner.bottom() - inner.h * scene.share(y), frame.bottom()],
    }
}

/// Zones, lines and names; gives the room that the names take.
fn ground(sheet: &mut Sheet, scene: &Scene, view: &View, plan: &Plan) -> Vec<Rect> {
    let (frame, inner) = (plan.frame, plan.inner);
    for (row, kinds) in NAMES.iter().enumerate() {
        for (column, kind) in kinds.iter().enumerate() {
            let room = zone(plan, row, column);
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
    for x in &plan.columns[1..3] {
        sheet.down(*x, frame.y, frame.bottom(), sheet.theme.axis);
    }
    sheet.across(plan.rows[1], frame.x, frame.right(), sheet.theme.axis);
    let first = sheet.shapes.len();
    for (row, kinds) in NAMES.into_iter().enumerate() {
        zone_names(sheet, view, kinds, row, plan);
    }
    sheet.shapes[first..].iter().map(Shape::bounds).collect()
}

fn zone(plan: &Plan, row: usize, column: usize) -> Rect {
    let (x, y) = (plan.columns[column], plan.rows[row]);
    Rect::new(x, y, (plan.columns[column + 1] - x).max(0.0), plan.rows[row + 1] - y)
}

/// The names of a row of zones, where the fewest marks are: at the outer edge. The middle one may reach into
/// its neighbours as far as their names leave room.
fn zone_names(sheet: &mut Sheet, view: &View, kinds: [Type; 3], row: usize, plan: &Plan) {
    let names = kinds.map(|kind| clean(&view.words.types[order(kind)]));
    let rooms = [0, 1, 2].map(|column| zone(plan, row, column));
    let middle = rooms[1].center().x;
    let outer = [0, 2].map(|i: usize| NORMAL.wrap(&names[i], rooms[i].w - 2.0 * GAP, 3));
    let [left, right] = outer.each_ref().map(|lines| widest(lines) + 2.0 * GAP);
    let reach = (middle - plan.frame.x - left).min(plan.frame.right() - right - middle);
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

fn bubble<'a>(sheet: &Sheet, scene: &Scene, plan: &Plan, item: &'a Item) -> Option<Bubble<'a>> {
    let (client, employee) = (item.client.as_ref()?, item.employee.as_ref()?);
    let inner = plan.inner;
    let x = inner.x + inner.w * scene.share(employee.level?);
    let y = inner.bottom() - inner.h * scene.share(client.level?);
    let radius = sheet.radius(f64::midpoint(client.frequency, employee.frequency));
    let fill = (!client.thin && !employee.thin).then(|| f64::midpoint(client.strength, employee.strength));
    Some(Bubble { item, at: Point::new(x, y), radius, fill, client, employee })
}

/// The intervals of both sides, as far as they exist.
fn whiskers(scene: &Scene, plan: &Plan, bubble: &Bubble) -> Vec<Segment> {
    let Bubble { at, client, employee, .. } = bubble;
    let inner = plan.inner;
    let across = |level: f64| Point::new(inner.x + inner.w * scene.share(level), at.y);
    let up = |level: f64| Point::new(at.x, inner.bottom() - inner.h * scene.share(level));
    let lying = employee.interval.map(|(low, high)| (across(low), across(high)));
    let standing = client.interval.map(|(low, high)| (up(low), up(high)));
    lying.into_iter().chain(standing).collect()
}

/// Whiskers beneath all marks, small marks upon large ones.
fn marks(sheet: &mut Sheet, scene: &Scene, plan: &Plan, bubbles: &[Bubble]) {
    for bubble in bubbles {
        let paint = Paint { color: sheet.theme.of(bubble.item.kind), alpha: 0.45 };
        for (from, to) in whiskers(scene, plan, bubble) {
            sheet.line(vec![from, to], 1.25, paint);
        }
    }
    let mut by_size: Vec<&Bubble> = bubbles.iter().collect();
    by_size.sort_by(|a, b| b.radius.total_cmp(&a.radius));
    for bubble in by_size {
        sheet.glyph(bubble.item.kind, bubble.at, bubble.radius, bubble.fill);
    }
    for Bubble { item, at, radius, .. } in bubbles {
        let radius = (radius * glyph::EXTENT).max(TARGET);
        sheet.marks.push(Mark { moment: item.moment, side: None, kind: item.kind, at: *at, radius });
        cell(sheet, item, Rect::around(*at, radius, radius));
    }
}

fn spot(bubble: &Bubble) -> Spot {
    let outline = glyph::outlines(bubble.item.kind, bubble.at, bubble.radius).concat();
    let solid = !matches!(bubble.item.kind, Some(Type::Blindness | Type::DeadEnd));
    Spot { room: Rect::hull(&outline).grown(0.75), name: bubble.item.name.clone(), solid }
}

fn write(sheet: &mut Sheet, bubble: &Bubble, label: &Label) {
    let (place, font) = match label {
        Label::Name(place) => (place, NORMAL),
        Label::Number(_, place) => (place, places::NUMBER),
        Label::Nowhere => return,
    };
    if let Some((from, to)) = place.leader {
        sheet.line(vec![from, to], 1.0, sheet.theme.axis);
    }
    let on_mark = place.room.overlaps(Rect::around(bubble.at, 1.0, 1.0));
    let color = if on_mark { sheet.upon(bubble.item.kind, bubble.fill) } else { sheet.theme.ink };
    let (room, center) = (place.room, place.room.center());
    // Towards its mark, so that lines of a name start or end beside it.
    let (x, align) = if room.x >= bubble.at.x {
        (room.x, Align::Start)
    } else if room.right() <= bubble.at.x {
        (room.right(), Align::End)
    } else {
        (center.x, Align::Middle)
    };
    let step = font.size.line();
    for (index, line) in place.lines.iter().enumerate() {
        sheet.text(Point::new(x, room.y + step * (count(index) + 0.5)), line, font, color, align);
    }
}

/// Numbers and states beside the frame, and whose axis it is.
fn captions(sheet: &mut Sheet, scene: &Scene, view: &View, plan: &Plan) {
    let (frame, inner, faint, step) = (plan.frame, plan.inner, sheet.theme.faint, Size::Small.line());
    let ticks = if inner.w >= 240.0 { scene.ticks() } else { vec![-scene.reach, 0.0, scene.reach] };
    for tick in ticks {
        let at = Point::new(inner.x + inner.w * scene.share(tick), sheet.y + 4.0 + step / 2.0);
        sheet.text(at, (view.words.level)(tick), SMALL, faint, Align::Middle);
    }
    sheet.y += step + 6.0;
    let states = view.words.employee_states.each_ref().map(|state| clean(state));
    let fits = |i: usize| SMALL.width(&states[i]) + 6.0 <= plan.columns[i + 1] - plan.columns[i];
    let mut lower = 0.0;
    for (i, state) in states.iter().enumerate() {
        let (left, right) = (plan.columns[i], plan.columns[i + 1]);
        let (dy, room) = if i == 1 && !fits(1) { (step, frame.w / 2.0) } else { (0.0, right - left - 6.0) };
        lower = f64::max(lower, dy);
        let state = SMALL.fit(state, room).into_owned();
        let half = SMALL.width(&state) / 2.0;
        let x = f64::midpoint(left, right).clamp(frame.x + half, (frame.right() - half).max(frame.x + half));
        sheet.text(Point::new(x, sheet.y + dy + step / 2.0), state, SMALL, faint, Align::Middle);
    }
    for (i, state) in view.words.client_states.iter().rev().enumerate() {
        let (top, bottom) = (plan.rows[i], plan.rows[i + 1]);
        let text = SMALL.fit(&clean(state), bottom - top - 6.0).into_owned();
        let at = Point::new(sheet.pad + step / 2.0, f64::midpoint(top, bottom));
        sheet.write(Text { at, text, font: SMALL, color: faint, align: Align::Middle, upwards: true });
    }
    sheet.y += lower + step + 4.0;
    let room = Rect::new(frame.x, sheet.y, frame.w, HEADING);
    heading(sheet, view, Side::Employee, room);
    sheet.y += 20.0 + 2.0 * GAP;
}
