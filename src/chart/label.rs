//! Writes a label at its place.

use crate::model::Color;

use super::{
    label_places::{Label, NUMBER},
    picture::{Align, Point, Rect},
    sheet::{NORMAL, Sheet, count},
};

/// Writes the label of the mark whose middle is `at`: in the first colour on the mark, else in the second.
pub(super) fn write(sheet: &mut Sheet, label: &Label, at: Point, (upon, beside): (Color, Color)) {
    let (place, font) = match label {
        Label::Name(place) => (place, NORMAL),
        Label::Number(_, place) => (place, NUMBER),
        Label::Nowhere => return,
    };
    if let Some((from, to)) = place.leader {
        sheet.line(vec![from, to], 1.0, sheet.theme.axis);
    }
    let on_mark = place.room.overlaps(Rect::around(at, 1.0, 1.0));
    let color = if on_mark { upon } else { beside };
    let (room, center) = (place.room, place.room.center());
    // Aligned towards the mark, so that the lines of a name start or end beside it.
    let (x, align) = if room.x >= at.x {
        (room.x, Align::Start)
    } else if room.right() <= at.x {
        (room.right(), Align::End)
    } else {
        (center.x, Align::Middle)
    };
    let step = font.size.line();
    for (index, line) in place.lines.iter().enumerate() {
        sheet.text(Point::new(x, room.y + step * (count(index) + 0.5)), line, font, color, align);
    }
}
