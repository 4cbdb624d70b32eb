//! The names along the arrows: off all of them, or else a number.

use super::{
    arrow,
    arrows::Way,
    label,
    picture::{Paint, Point, Rect},
    places::{self, Label, Place, Spot},
    sheet::{Sheet, count},
};

/// How long the pieces are that an arrow is cut into, to keep names off it.
const PIECE: f64 = 6.0;
/// How much of the lines below a number is hidden.
const VEIL: f64 = 0.75;

/// Writes the labels, and gives those of the moments that changed: they choose first, and those without room for a name
/// have a number. The others are named where room is left.
pub(super) fn draw(
    sheet: &mut Sheet,
    frame: Rect,
    [changed, same]: [&[&Way]; 2],
    mut taken: Vec<Rect>,
) -> Vec<Label> {
    let [strong, weak] = [changed, same].map(|ways| spots(sheet, ways));
    let lines: Vec<Rect> = changed.iter().chain(same).flat_map(|way| pieces(way)).collect();
    let mut labels = names(&strong, frame, &[&taken, &rooms(&weak), &lines]);
    taken.extend(labels.iter().filter_map(place).flat_map(covered));
    let (nameless, named): (Vec<_>, Vec<_>) =
        strong.iter().zip(&labels).partition(|(_, label)| is_nowhere(label));
    let marks: Vec<Rect> = named.iter().map(|(spot, _)| spot.room).collect();
    // Who has no name to place is given a number: off the lines, else on them. Both times they count alike.
    let nameless: Vec<Spot> = nameless.iter().map(|(spot, _)| spot_of(spot.room, "")).collect();
    let mut marks = [marks, rooms(&weak)].concat();
    let mut numbers = places::labels(&nameless, frame, &[&*taken, &marks, &lines].concat(), &[]);
    marks.extend(numbers.iter().filter_map(place).flat_map(covered));
    let on_lines = places::labels(&nameless, frame, &[&*taken, &marks].concat(), &[]);
    let lost = numbers.iter_mut().zip(on_lines).filter(|(number, _)| is_nowhere(number));
    lost.for_each(|(number, on_lines)| *number = on_lines);
    taken.extend(numbers.iter().filter_map(place).flat_map(covered));
    let without = labels.iter_mut().filter(|label| is_nowhere(label));
    without.zip(numbers).for_each(|(label, number)| *label = number);
    let others = names(&weak, frame, &[&taken, &rooms(&strong), &lines]);
    let (ink, faint, ground) = (sheet.theme.ink, sheet.theme.faint, sheet.theme.background);
    for (way, label) in changed.iter().zip(&labels) {
        if let Label::Number(_, Place { room, .. }) = label {
            sheet.block(*room, Paint { color: ground, alpha: VEIL });
        }
        label::write(sheet, label, way.to, (ink, ink));
    }
    for (way, label) in same.iter().zip(&others) {
        label::write(sheet, label, way.to, (faint, faint));
    }
    labels
}

fn is_nowhere(label: &Label) -> bool {
    matches!(label, Label::Nowhere)
}

/// Names alone, over nothing of those.
fn names(spots: &[Spot], frame: Rect, taken: &[&[Rect]]) -> Vec<Label> {
    let mut labels = places::labels(spots, frame, &taken.concat(), &[]);
    for label in &mut labels {
        if matches!(label, Label::Number(..)) {
            *label = Label::Nowhere;
        }
    }
    labels
}

fn spots(sheet: &Sheet, ways: &[&Way]) -> Vec<Spot> {
    let room = |way: &Way| arrow::head_room(way.pen(sheet), way.from, way.to);
    ways.iter().map(|way| spot_of(room(way), &way.item.name)).collect()
}

fn spot_of(room: Rect, name: &str) -> Spot {
    Spot { room, name: name.to_owned(), solid: false }
}

fn rooms(spots: &[Spot]) -> Vec<Rect> {
    spots.iter().map(|spot| spot.room).collect()
}

fn place(label: &Label) -> Option<&Place> {
    match label {
        Label::Name(place) | Label::Number(_, place) => Some(place),
        Label::Nowhere => None,
    }
}

/// The room of a label and of the line that leads to it.
fn covered(place: &Place) -> impl Iterator<Item = Rect> {
    std::iter::once(place.room).chain(place.leader.map(|(from, to)| Rect::hull(&[from, to])))
}

/// The line of an arrow in small rooms, without its last pieces: a line to its label may start there.
fn pieces(way: &Way) -> Vec<Rect> {
    let (from, to) = (way.from, way.to);
    let steps = ((to.x - from.x).hypot(to.y - from.y) / PIECE).ceil().max(1.0);
    let at = |step: usize| {
        let share = count(step) / steps;
        Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
    };
    let pieces = (0..).take_while(|step| count(*step) < steps - 3.0);
    pieces.map(|step| Rect::hull(&[at(step), at(step + 1)]).grown(1.0)).collect()
}
