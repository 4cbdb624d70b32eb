//! From one group to another: the way of each moment over the plane of the six zones.

use std::collections::BTreeSet;

use crate::{
    analysis::{Tracker, Undefined, compare::has_arrow},
    model::{Codebook, MomentId},
};

use super::{
    arrow::{self, Pen},
    arrow_labels, arrow_legend, key,
    picture::{Cell, Mark, Picture, Point, Rect},
    plane::{Plane, captions, ground, plane},
    scene::{Item, Scene},
    sheet::{SMALL, Sheet, TARGET},
    view::View,
};

/// What the legend of the arrows says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// Where arrows start: the first group.
    pub start: String,
    /// Where they end: the second group.
    pub end: String,
    /// What a faint arrow shows.
    pub same: String,
    /// What a dot with a point inside shows.
    pub still: String,
}

/// How many moments have no arrow, each by the first reason that applies in either group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WithoutArrow {
    /// A level would tell of too few people.
    pub masked: usize,
    /// A side has no level.
    pub without_level: usize,
    /// A side has a level of fewer people than a type needs.
    pub few: usize,
}

/// The way of one moment.
pub(super) struct Way<'a> {
    /// It in the second group.
    pub item: &'a Item,
    /// Whether it leads to another type.
    pub changed: bool,
    pub from: Point,
    pub to: Point,
}

impl Way<'_> {
    pub fn pen(&self, sheet: &Sheet) -> Pen {
        if self.changed { Pen::strong(sheet.theme.of(self.item.kind)) } else { Pen::faint(sheet.theme.axis) }
    }
}

/// An arrow for each moment that has a type in both groups, from its place in the first to its place in the second.
///
/// `view.reading` is what the types are made by. In the relative one the levels of each group are distances from its own
/// mean and the thresholds are too, so that the zones are the same for both.
pub fn arrows(before: &Tracker, after: &Tracker, codebook: &Codebook, view: &View, ends: &Ends) -> Picture {
    let [first, second] = scenes(before, after, codebook, view);
    let mut sheet = Sheet::new(view);
    let plane = plane(&mut sheet, &second, view, (0.0, 0.0));
    let mut taken = ground(&mut sheet, &second, view, &plane);
    let moved = moved(before, after);
    let pairs = first.items().zip(second.items());
    let ways: Vec<Way> = pairs.filter_map(|(start, end)| way(&plane, &second, start, end, &moved)).collect();
    let (changed, same): (Vec<&Way>, Vec<&Way>) = ways.iter().partition(|way| way.changed);
    for way in same.iter().chain(&changed) {
        let pen = way.pen(&sheet);
        arrow::draw(&mut sheet, pen, way.from, way.to);
    }
    for way in &ways {
        let Item { moment, kind, .. } = *way.item;
        sheet.marks.push(Mark { moment, side: None, kind, at: way.to, radius: TARGET });
        sheet.cells.push(Cell { moment, kind, area: Rect::around(way.to, TARGET, TARGET) });
    }
    taken.extend(ways.iter().map(|way| arrow::dot_room(way.pen(&sheet), way.from)));
    let labels = arrow_labels::draw(&mut sheet, plane.frame, [&changed, &same], taken);
    sheet.y = plane.frame.bottom();
    captions(&mut sheet, &second, view, &plane);
    let names: Vec<&str> = changed.iter().map(|way| way.item.name.as_str()).collect();
    key::draw(&mut sheet, &names, &labels);
    let shown = arrow_legend::Shown {
        arrived: changed.iter().filter_map(|way| way.item.kind).collect(),
        same: !same.is_empty(),
        still: ways.iter().any(|way| arrow::head(way.pen(&sheet), way.from, way.to).is_none()),
    };
    arrow_legend::draw(&mut sheet, view, ends, &shown);
    let faint = sheet.theme.faint;
    sheet.paragraph(&view.words.note, SMALL, faint, 8);
    sheet.finish(view)
}

/// Why moments have no arrow, and how many.
pub fn without_arrow(before: &Tracker, after: &Tracker) -> WithoutArrow {
    let mut without = WithoutArrow::default();
    for (before, after) in before.rows.iter().zip(&after.rows) {
        let sides = [&before.client, &before.employee, &after.client, &after.employee];
        let lacks = |lack: fn(Undefined) -> bool| sides.iter().any(|side| side.level.is_err_and(lack));
        if has_arrow(before, after) {
            continue;
        }
        if lacks(|reason| reason == Undefined::Masked) {
            without.masked += 1;
        } else if lacks(|_| true) {
            without.without_level += 1;
        } else {
            without.few += 1;
        }
    }
    without
}

/// Both groups, on one scale, without the moments that have no arrow.
fn scenes(before: &Tracker, after: &Tracker, codebook: &Codebook, view: &View) -> [Scene; 2] {
    let rows = before.rows.iter().zip(&after.rows);
    let kept: BTreeSet<MomentId> =
        rows.filter(|(before, after)| has_arrow(before, after)).map(|(_, after)| after.moment).collect();
    let mut scenes = [before, after].map(|tracker| Scene::new(tracker, codebook, view));
    let reach = scenes[0].reach.max(scenes[1].reach);
    for scene in &mut scenes {
        scene.reach = reach;
        for group in &mut scene.groups {
            group.items.retain(|item| kept.contains(&item.moment));
        }
    }
    scenes
}

/// The moments whose type has moved.
fn moved(before: &Tracker, after: &Tracker) -> BTreeSet<MomentId> {
    let rows = before.rows.iter().zip(&after.rows);
    rows.filter(|(before, after)| before.class.moves_to(after.class)).map(|(_, after)| after.moment).collect()
}

fn way<'a>(
    plane: &Plane,
    scene: &Scene,
    start: &Item,
    end: &'a Item,
    moved: &BTreeSet<MomentId>,
) -> Option<Way<'a>> {
    let spot = |item: &Item| {
        let (client, employee) = (item.client.as_ref()?, item.employee.as_ref()?);
        Some(plane.at(scene, client.level?, employee.level?))
    };
    Some(Way { item: end, changed: moved.contains(&end.moment), from: spot(start)?, to: spot(end)? })
}
