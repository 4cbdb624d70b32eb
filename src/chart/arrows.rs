//! The arrows of a comparison: from the place of each moment in one group to its place in the other, over the six zones.

use std::collections::BTreeSet;

use crate::{
    analysis::{Mirror, Undefined, compare::has_arrow},
    model::{Codebook, MomentId},
};

use super::{
    arrow::{self, Pen},
    arrow_labels, arrow_legend, key,
    picture::{Cell, Mark, Picture, Point, Rect},
    plane::{Plane, captions, draw_zones, plane},
    scene::{Item, Scene},
    sheet::{SMALL, Sheet, TARGET},
    view::View,
};

/// The words of the legend of the arrows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArrowWords {
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
    /// A level is masked.
    pub masked: usize,
    /// A side has no level.
    pub without_level: usize,
    /// A side has a level of fewer people than a type needs.
    pub few: usize,
}

/// The arrow of one moment.
pub(super) struct Arrow<'a> {
    /// The moment in the second group.
    pub item: &'a Item,
    /// Whether it leads to another type.
    pub changed: bool,
    pub from: Point,
    pub to: Point,
}

impl Arrow<'_> {
    pub fn pen(&self, sheet: &Sheet) -> Pen {
        if self.changed { Pen::strong(sheet.theme.of(self.item.kind)) } else { Pen::faint(sheet.theme.axis) }
    }
}

/// An arrow for each moment that has a type in both groups, from its place in the first to its place in the second.
///
/// `view.reading` is the reading of the types. In the relative one both the levels of a group and the thresholds are
/// distances from the group's mean, so that the zones are the same for both groups.
pub fn arrows(
    before: &Mirror,
    after: &Mirror,
    codebook: &Codebook,
    view: &View,
    words: &ArrowWords,
) -> Picture {
    let [first, second] = scenes(before, after, codebook, view);
    let mut sheet = Sheet::new(view);
    let plane = plane(&mut sheet, &second, view, (0.0, 0.0));
    let mut taken = draw_zones(&mut sheet, &second, view, &plane);
    let moved = moved(before, after);
    let pairs = first.items().zip(second.items());
    let arrows_drawn: Vec<Arrow> =
        pairs.filter_map(|(start, end)| arrow(&plane, &second, start, end, &moved)).collect();
    let (changed, same): (Vec<&Arrow>, Vec<&Arrow>) = arrows_drawn.iter().partition(|arrow| arrow.changed);
    for arrow in same.iter().chain(&changed) {
        let pen = arrow.pen(&sheet);
        arrow::draw(&mut sheet, pen, arrow.from, arrow.to);
    }
    for arrow in &arrows_drawn {
        let Item { moment, kind, .. } = *arrow.item;
        sheet.marks.push(Mark { moment, side: None, kind, at: arrow.to, radius: TARGET });
        sheet.cells.push(Cell { moment, kind, area: Rect::around(arrow.to, TARGET, TARGET) });
    }
    taken.extend(arrows_drawn.iter().map(|arrow| arrow::dot_room(arrow.pen(&sheet), arrow.from)));
    let labels = arrow_labels::draw(&mut sheet, plane.frame, [&changed, &same], taken);
    sheet.y = plane.frame.bottom();
    captions(&mut sheet, &second, view, &plane);
    let names: Vec<&str> = changed.iter().map(|arrow| arrow.item.name.as_str()).collect();
    key::draw(&mut sheet, &names, &labels);
    let shown = arrow_legend::Shown {
        arrived: changed.iter().filter_map(|arrow| arrow.item.kind).collect(),
        same: !same.is_empty(),
        still: arrows_drawn
            .iter()
            .any(|arrow| arrow::head(arrow.pen(&sheet), arrow.from, arrow.to).is_none()),
    };
    arrow_legend::draw(&mut sheet, view, words, &shown);
    let faint = sheet.theme.faint;
    sheet.paragraph(&view.words.note, SMALL, faint, 8);
    sheet.finish(view)
}

/// Counts the moments without an arrow, by reason.
pub fn without_arrow(before: &Mirror, after: &Mirror) -> WithoutArrow {
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

/// The scenes of both groups, on one scale, with the moments that have an arrow.
fn scenes(before: &Mirror, after: &Mirror, codebook: &Codebook, view: &View) -> [Scene; 2] {
    let rows = before.rows.iter().zip(&after.rows);
    let kept: BTreeSet<MomentId> =
        rows.filter(|(before, after)| has_arrow(before, after)).map(|(_, after)| after.moment).collect();
    let mut scenes = [before, after].map(|results| Scene::new(results, codebook, view));
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
fn moved(before: &Mirror, after: &Mirror) -> BTreeSet<MomentId> {
    let rows = before.rows.iter().zip(&after.rows);
    rows.filter(|(before, after)| before.class.moves_to(after.class)).map(|(_, after)| after.moment).collect()
}

fn arrow<'a>(
    plane: &Plane,
    scene: &Scene,
    start: &Item,
    end: &'a Item,
    moved: &BTreeSet<MomentId>,
) -> Option<Arrow<'a>> {
    let spot = |item: &Item| {
        let (client, employee) = (item.client.as_ref()?, item.employee.as_ref()?);
        Some(plane.at(scene, client.level?, employee.level?))
    };
    Some(Arrow { item: end, changed: moved.contains(&end.moment), from: spot(start)?, to: spot(end)? })
}
