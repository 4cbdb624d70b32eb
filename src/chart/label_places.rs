//! Places of labels: beside their mark, inside the frame, and without overlapping another label or a mark.

use super::{
    picture::{Point, Rect},
    sheet::{NORMAL, count},
    text::{Font, Size},
};
use crate::order::order;

/// The largest width of a line of a name.
const LINE: f64 = 150.0;
/// Distances from the mark at which a name is tried; from the second on it has a leader line.
const NEAR: [f64; 5] = [3.0, 12.0, 22.0, 34.0, 48.0];
/// The same for a number, which should nearly always find a place.
const FAR: [f64; 10] = [1.0, 8.0, 16.0, 26.0, 38.0, 52.0, 70.0, 95.0, 125.0, 160.0];
/// The average area per mark, in square pixels, below which marks have numbers and no names.
const CROWD: f64 = 5000.0;
const DIRECTIONS: [(f64, f64); 8] =
    [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (0.7, -0.7), (0.7, 0.7), (-0.7, -0.7), (-0.7, 0.7)];

/// A straight line from a point to another.
pub(super) type Segment = (Point, Point);

/// A mark to label.
pub(super) struct Spot {
    /// The rectangle of the mark.
    pub room: Rect,
    /// Its name.
    pub name: String,
    /// Whether a number can be read on it.
    pub solid: bool,
}

/// The label of a mark.
#[derive(Clone, Debug)]
pub(super) enum Label {
    /// Its name.
    Name(Place),
    /// A number beside it or on it; the name is in the key.
    Number(usize, Place),
    /// No place was free: the name is in the key, without a number.
    Nowhere,
}

/// The place of a label.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub room: Rect,
    pub lines: Vec<String>,
    /// Its leader line.
    pub leader: Option<Segment>,
}

/// The labels of the marks, in the order of the marks; those of the largest marks are placed first.
pub(super) fn labels(spots: &[Spot], frame: Rect, taken: &[Rect], avoid: &[Segment]) -> Vec<Label> {
    let mut order = order(spots.len(), &mut |a, b| spots[b].room.w.total_cmp(&spots[a].room.w));
    let mut board = Board { frame, spots, avoid, rooms: taken.to_vec(), leaders: Vec::new() };
    let mut labels: Vec<Label> = vec![Label::Nowhere; spots.len()];
    let crowded = frame.w * frame.h < CROWD * count(spots.len());
    order.retain(|_| !crowded);
    for index in &order {
        if let Some(place) = board.name(*index) {
            labels[*index] = Label::Name(board.take(place));
        }
    }
    let mut number = 0;
    for (index, label) in labels.iter_mut().enumerate() {
        if matches!(label, Label::Nowhere) {
            number += 1;
            if let Some(place) = board.number(index, number) {
                *label = Label::Number(number, board.take(place));
            }
        }
    }
    labels
}

/// The space taken so far.
struct Board<'a> {
    frame: Rect,
    spots: &'a [Spot],
    /// Lines that a label should not overlap if possible.
    avoid: &'a [Segment],
    rooms: Vec<Rect>,
    leaders: Vec<Segment>,
}

impl Board<'_> {
    fn take(&mut self, place: Place) -> Place {
        self.rooms.push(place.room);
        self.leaders.extend(place.leader);
        place
    }

    fn name(&self, index: usize) -> Option<Place> {
        let name = &self.spots[index].name;
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        let whole =
            |lines: &Vec<String>| letters(&lines.concat()) == letters(name) && !lines.concat().ends_with('…');
        let folded = (NORMAL.width(name) * 0.62).clamp(60.0, LINE);
        let mut variants = vec![NORMAL.wrap(name, LINE, 1), NORMAL.wrap(name, folded, 2)];
        variants.retain(|lines| !lines.is_empty());
        if variants.iter().any(whole) {
            variants.retain(whole);
        }
        self.search(index, &variants)
    }

    fn number(&self, index: usize, number: usize) -> Option<Place> {
        let lines = vec![number.to_string()];
        let (w, h) = size(NUMBER, &lines);
        let mark = self.spots[index].room;
        let on = Place { room: Rect::around(mark.center(), w / 2.0, h / 2.0), lines, leader: None };
        let inside = self.spots[index].solid && mark.w.min(mark.h) >= w + 2.0 && self.free(index, &on);
        if inside {
            return Some(on);
        }
        let lines = [on.lines];
        let over = |place: &Place| self.clear(index, place.room);
        self.first(index, (NUMBER, &lines), &FAR[..6], |place| self.free(index, place))
            .or_else(|| self.first(index, (NUMBER, &lines), &FAR, over))
    }

    /// A place off the lines to avoid if there is one near by, else one on them.
    fn search(&self, index: usize, variants: &[Vec<String>]) -> Option<Place> {
        let clear = |place: &Place| !self.avoid.iter().any(|line| crosses(*line, place.room));
        self.first(index, (NORMAL, variants), &NEAR[..3], |place| clear(place) && self.free(index, place))
            .or_else(|| self.first(index, (NORMAL, variants), &NEAR, |place| self.free(index, place)))
    }

    fn first(
        &self,
        index: usize,
        (font, variants): (Font, &[Vec<String>]),
        distances: &[f64],
        good: impl Fn(&Place) -> bool,
    ) -> Option<Place> {
        let mark = self.spots[index].room;
        distances.iter().enumerate().find_map(|(ring, distance)| {
            variants.iter().flat_map(|lines| DIRECTIONS.map(|way| (lines, way))).find_map(|(lines, way)| {
                let room = beside(mark, way, *distance, size(font, lines));
                let leader = (ring > 0).then(|| lead(mark, room));
                let place = Place { room, lines: lines.clone(), leader };
                good(&place).then_some(place)
            })
        })
    }

    fn others(&self, index: usize) -> impl Iterator<Item = Rect> {
        self.spots.iter().enumerate().filter(move |(i, _)| *i != index).map(|(_, spot)| spot.room)
    }

    /// Whether no mark and no label is in that rectangle.
    fn clear(&self, index: usize, room: Rect) -> bool {
        let spaced = room.grown(1.5);
        self.frame.holds(room)
            && !self.others(index).any(|mark| mark.overlaps(spaced))
            && !self.rooms.iter().any(|taken| taken.overlaps(spaced))
            && !self.leaders.iter().any(|leader| crosses(*leader, spaced))
    }

    /// Whether a place is clear and its leader line crosses nothing.
    fn free(&self, index: usize, place: &Place) -> bool {
        self.clear(index, place.room)
            && place.leader.is_none_or(|leader| {
                !self.others(index).any(|mark| crosses(leader, mark))
                    && !self.rooms.iter().any(|room| crosses(leader, *room))
            })
    }
}

/// The font of a number.
pub(super) const NUMBER: Font = Font::bold(Size::Small);

fn size(font: Font, lines: &[String]) -> (f64, f64) {
    let width = lines.iter().map(|line| font.width(line)).fold(0.0, f64::max);
    (width, font.size.line() * count(lines.len()))
}

/// The rectangle of that size at that distance from a mark.
fn beside(mark: Rect, (dx, dy): (f64, f64), distance: f64, (w, h): (f64, f64)) -> Rect {
    let center = mark.center();
    let away = |direction: f64, mark: f64, label: f64| {
        direction * (mark / 2.0 + distance)
            + if direction == 0.0 { 0.0 } else { direction.signum() * label / 2.0 }
    };
    Rect::around(Point::new(center.x + away(dx, mark.w, w), center.y + away(dy, mark.h, h)), w / 2.0, h / 2.0)
}

/// The leader line from the rim of a mark to the nearest point of a rectangle.
fn lead(mark: Rect, room: Rect) -> Segment {
    let center = mark.center();
    let end = Point::new(center.x.clamp(room.x, room.right()), center.y.clamp(room.y, room.bottom()));
    let length = (end.x - center.x).hypot(end.y - center.y).max(1.0);
    let rim = mark.w.min(mark.h) / 2.0 / length;
    (Point::new(center.x + (end.x - center.x) * rim, center.y + (end.y - center.y) * rim), end)
}

/// Whether a line passes through the inside of a rectangle (Liang–Barsky).
fn crosses((from, to): Segment, room: Rect) -> bool {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let edges =
        [(to.x - from.x, from.x, room.x, room.right()), (to.y - from.y, from.y, room.y, room.bottom())];
    for (step, start, low, high) in edges {
        if step.abs() < 1e-9 {
            if start <= low || start >= high {
                return false;
            }
            continue;
        }
        let (a, b) = ((low - start) / step, (high - start) / step);
        enter = enter.max(a.min(b));
        leave = leave.min(a.max(b));
    }
    enter + 1e-9 < leave
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_crosses_what_it_passes_through() {
        let room = Rect::new(10.0, 10.0, 10.0, 10.0);
        let line = |a: (f64, f64), b: (f64, f64)| crosses((Point::new(a.0, a.1), Point::new(b.0, b.1)), room);
        assert!(line((0.0, 15.0), (30.0, 15.0)));
        assert!(line((12.0, 12.0), (13.0, 13.0)));
        assert!(!line((0.0, 10.0), (30.0, 10.0)));
        assert!(!line((0.0, 0.0), (9.0, 9.0)));
        assert!(!line((0.0, 21.0), (21.0, 0.0 + 21.0)));
    }

    #[test]
    fn a_mark_in_a_crowd_gets_a_number() {
        let frame = Rect::new(0.0, 0.0, 120.0, 40.0);
        let spot = |x: f64| Spot {
            room: Rect::new(x, 10.0, 20.0, 20.0),
            name: "Crédit immobilier".to_owned(),
            solid: true,
        };
        let labels = labels(&[spot(2.0), spot(26.0), spot(50.0), spot(74.0)], frame, &[], &[]);
        assert!(
            labels.iter().all(|label| matches!(label, Label::Number(_, place) if frame.holds(place.room)))
        );
    }
}
