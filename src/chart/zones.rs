//! The six zones: the employees' level of each moment against the clients' level.

use crate::order::sorted;
use crate::{
    analysis::{Mirror, Type},
    model::Codebook,
};

use super::{
    glyph, key, label,
    label_places::{self, Segment, Spot},
    legend,
    picture::{Mark, Paint, Picture, Point, Rect},
    plane::{Plane, captions, draw_zones, plane},
    scene::{Item, Scene, SideFigures},
    sheet::{SMALL, Sheet, TARGET, cell},
    view::View,
};

/// A moment with a level on both sides.
struct Bubble<'a> {
    item: &'a Item,
    at: Point,
    radius: f64,
    fill: Option<f64>,
    client: &'a SideFigures,
    employee: &'a SideFigures,
}

/// The six zones, of the moments that have a level on both sides.
pub fn zones(results: &Mirror, codebook: &Codebook, view: &View) -> Picture {
    let mut scene = Scene::new(results, codebook, view);
    for group in &mut scene.groups {
        group.items.retain(|item| item.sides().filter(|side| side.level.is_some()).count() == 2);
    }
    let mut sheet = Sheet::new(view);
    let plane = plane(&mut sheet, &scene, view, scene.shifts);
    let taken = draw_zones(&mut sheet, &scene, view, &plane);
    let bubbles: Vec<Bubble> =
        scene.items().filter_map(|item| bubble(&sheet, &scene, &plane, item)).collect();
    marks(&mut sheet, &scene, &plane, &bubbles);
    let spots: Vec<Spot> = bubbles.iter().map(spot).collect();
    let avoid: Vec<Segment> = bubbles.iter().flat_map(|bubble| whiskers(&scene, &plane, bubble)).collect();
    let labels = label_places::labels(&spots, plane.frame, &taken, &avoid);
    for (bubble, label) in bubbles.iter().zip(&labels) {
        let colors = (sheet.upon(bubble.item.kind, bubble.fill), sheet.theme.ink);
        label::write(&mut sheet, label, bubble.at, colors);
    }
    sheet.y = plane.frame.bottom();
    captions(&mut sheet, &scene, view, &plane);
    let names: Vec<&str> = spots.iter().map(|spot| spot.name.as_str()).collect();
    key::draw(&mut sheet, &names, &labels);
    legend::draw(&mut sheet, &scene, view);
    let faint = sheet.theme.faint;
    sheet.paragraph(&view.words.note, SMALL, faint, 6);
    sheet.finish(view)
}

fn bubble<'a>(sheet: &Sheet, scene: &Scene, plane: &Plane, item: &'a Item) -> Option<Bubble<'a>> {
    let (client, employee) = (item.client.as_ref()?, item.employee.as_ref()?);
    let at = plane.at(scene, client.level?, employee.level?);
    let radius = sheet.radius(f64::midpoint(client.frequency, employee.frequency));
    let fill = (!client.thin && !employee.thin).then(|| f64::midpoint(client.intensity, employee.intensity));
    Some(Bubble { item, at, radius, fill, client, employee })
}

/// The intervals of both sides, as far as they exist.
fn whiskers(scene: &Scene, plane: &Plane, bubble: &Bubble) -> Vec<Segment> {
    let Bubble { at, client, employee, .. } = bubble;
    let across = |level: f64| Point::new(plane.at(scene, 0.0, level).x, at.y);
    let up = |level: f64| Point::new(at.x, plane.at(scene, level, 0.0).y);
    let lying = employee.interval.map(|(low, high)| (across(low), across(high)));
    let standing = client.interval.map(|(low, high)| (up(low), up(high)));
    lying.into_iter().chain(standing).collect()
}

/// Draws whiskers below all marks, and small marks above large ones.
fn marks(sheet: &mut Sheet, scene: &Scene, plane: &Plane, bubbles: &[Bubble]) {
    for bubble in bubbles {
        let paint = Paint { color: sheet.theme.of(bubble.item.kind), alpha: 0.45 };
        for (from, to) in whiskers(scene, plane, bubble) {
            sheet.line(vec![from, to], 1.25, paint);
        }
    }
    let by_size = sorted(bubbles.iter().collect(), |a, b| b.radius.total_cmp(&a.radius));
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
