//! The labels of the arrows: names that overlap no arrow, else numbers.

use super::{
    arrow,
    arrows::Arrow,
    label,
    label_places::{self, Label, Place, Spot},
    picture::{Paint, Point, Rect},
    sheet::{Sheet, count},
};

/// The length of the pieces that an arrow is cut into, whose rectangles names avoid.
const PIECE: f64 = 6.0;
/// The opacity of the ground below a number, which hides the lines there.
const VEIL: f64 = 0.75;

/// Writes the labels, and returns those of the moments that changed: they are placed first, and get a number where there
/// is no room for a name. The others are named where room is left.
pub(super) fn draw(
    sheet: &mut Sheet,
    frame: Rect,
    [changed, same]: [&[&Arrow]; 2],
    mut taken: Vec<Rect>,
) -> Vec<Label> {
    let [strong, weak] = [changed, same].map(|arrows| spots(sheet, arrows));
    let lines: Vec<Rect> = changed.iter().chain(same).flat_map(|arrow| pieces(arrow)).collect();
    let mut labels = names(&strong, frame, &[&taken, &rooms(&weak), &lines]);
    taken.extend(labels.iter().filter_map(place).flat_map(covered));
    let (nameless, named): (Vec<_>, Vec<_>) =
        strong.iter().zip(&labels).partition(|(_, label)| is_nowhere(label));
    let marks: Vec<Rect> = named.iter().map(|(spot, _)| spot.room).collect();
    // A moment without a place for its name gets a number, off the lines if possible. Numbers are the same in both
    // tries.
    let nameless: Vec<Spot> = nameless.iter().map(|(spot, _)| spot_of(spot.room, "")).collect();
    let mut marks = [marks, rooms(&weak)].concat();
    let mut numbers = label_places::labels(&nameless, frame, &[&*taken, &marks, &lines].concat(), &[]);
    marks.extend(numbers.iter().filter_map(place).flat_map(covered));
    let on_lines = label_places::labels(&nameless, frame, &[&*taken, &marks].concat(), &[]);
    let lost = numbers.iter_mut().zip(on_lines).filter(|(number, _)| is_nowhere(number));
    lost.for_each(|(number, on_lines)| *number = on_lines);
    taken.extend(numbers.iter().filter_map(place).flat_map(covered));
    let without = labels.iter_mut().filter(|label| is_nowhere(label));
    without.zip(numbers).for_each(|(label, number)| *label = number);
    let others = names(&weak, frame, &[&taken, &rooms(&strong), &lines]);
    let (ink, faint, background) = (sheet.theme.ink, sheet.theme.faint, sheet.theme.background);
    for (arrow, label) in changed.iter().zip(&labels) {
        if let Label::Number(_, Place { room, .. }) = label {
            sheet.block(*room, Paint { color: background, alpha: VEIL });
        }
        label::write(sheet, label, arrow.to, (ink, ink));
    }
    for (arrow, label) in same.iter().zip(&others) {
        label::write(sheet, label, arrow.to, (faint, faint));
    }
    labels
}

fn is_nowhere(label: &Label) -> bool {
    matches!(label, Label::Nowhere)
}

/// Places names alone, overlapping none of `taken`.
fn names(spots: &[Spot], frame: Rect, taken: &[&[Rect]]) -> Vec<Label> {
    let mut labels = label_places::labels(spots, frame, &taken.concat(), &[]);
    for label in &mut labels {
        if matches!(label, Label::Number(..)) {
            *label = Label::Nowhere;
        }
    }
    labels
}

fn spots(sheet: &Sheet, arrows: &[&Arrow]) -> Vec<Spot> {
    let room = |arrow: &Arrow| arrow::head_room(arrow.pen(sheet), arrow.from, arrow.to);
    arrows.iter().map(|arrow| spot_of(room(arrow), &arrow.item.name)).collect()
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

/// The rectangles of a label and of its leader line.
fn covered(place: &Place) -> impl Iterator<Item = Rect> {
    std::iter::once(place.room).chain(place.leader.map(|(from, to)| Rect::hull(&[from, to])))
}

/// The line of an arrow as small rectangles, without its last pieces, where a leader line may start.
fn pieces(arrow: &Arrow) -> Vec<Rect> {
    let (from, to) = (arrow.from, arrow.to);
    let steps = ((to.x - from.x).hypot(to.y - from.y) / PIECE).ceil().max(1.0);
    let at = |step: usize| {
        let share = count(step) / steps;
        Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
    };
    let pieces = (0..).take_while(|step| count(*step) < steps - 3.0);
    pieces.map(|step| Rect::hull(&[at(step), at(step + 1)]).grown(1.0)).collect()
}
