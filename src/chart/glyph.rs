//! The marks: one shape per type, all of the same area for the same frequency.

use std::f64::consts::PI;

use crate::analysis::Type;

use super::picture::Point;

/// The largest distance of a shape's outline from its middle, in radii of the disc of the same area.
pub(super) const EXTENT: f64 = 1.56;
/// Half the thickness of an arm of the cross, in those radii.
const ARM: f64 = 0.33;
/// The hole of the ring, in those radii.
pub(super) const HOLE: f64 = 0.52;

/// Steps in a turn, of 7.5° each: all that an outline needs.
const TURN: usize = 48;
/// Steps from the right to the top, clockwise.
const UP: usize = 3 * TURN / 4;
/// The sines of the steps of a quarter turn: the functions of a library bring a reduction of any angle along, which weighs more
/// than all shapes.
#[allow(clippy::approx_constant, reason = "one of thirteen sines is half the root of two")]
const SINES: [f64; TURN / 4 + 1] = [
    0.0,
    0.130_526_192_220_051_6,
    0.258_819_045_102_520_74,
    0.382_683_432_365_089_8,
    0.5,
    0.608_761_429_008_720_7,
    0.707_106_781_186_547_6,
    0.793_353_340_291_235_2,
    0.866_025_403_784_438_6,
    0.923_879_532_511_286_7,
    0.965_925_826_289_068_3,
    0.991_444_861_373_810_4,
    1.0,
];

/// The closed outlines of a shape with the area of a disc of that radius (the ring: with its hole).
pub(super) fn outlines(kind: Option<Type>, center: Point, radius: f64) -> Vec<Vec<Point>> {
    match kind {
        Some(Type::WinWin) => vec![arc(center, radius)],
        Some(Type::LuckyBreak) => vec![regular(center, radius, 3, UP)],
        Some(Type::Pain) => vec![regular(center, radius, 4, 0)],
        Some(Type::WrongFight) => vec![regular(center, radius, 4, TURN / 8)],
        Some(Type::Blindness) => vec![arc(center, radius), arc(center, radius * HOLE)],
        Some(Type::DeadEnd) => vec![cross(center, radius)],
        None => vec![pill(center, radius)],
    }
}

/// The outlines as one polygon: a hole is reached by a seam and runs the other way round.
pub(super) fn surface(outlines: &[Vec<Point>]) -> Vec<Point> {
    match outlines {
        [outer, hole] => {
            let mut points = close(outer);
            points.extend(close(hole).into_iter().rev());
            points
        }
        _ => outlines.concat(),
    }
}

/// The outline with its first point again at the end.
pub(super) fn close(outline: &[Point]) -> Vec<Point> {
    outline.iter().chain(outline.first()).copied().collect()
}

/// Whether a place lies inside an outline: a line from it to the right crosses the outline an odd number of times.
pub(super) fn holds(outline: &[Point], at: Point) -> bool {
    let crossed = |a: Point, b: Point| {
        (a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
    };
    close(outline).windows(2).filter(|pair| crossed(pair[0], pair[1])).count() % 2 == 1
}

/// The last place inside an outline on the line from a place inside to another, to a hundredth of a pixel.
pub(super) fn within(outline: &[Point], from: Point, to: Point) -> Point {
    let between = |share: f64| Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    if holds(outline, to) {
        return to;
    }
    let (mut inside, mut outside) = (0.0, 1.0);
    while distance(between(inside), between(outside)) > 0.01 {
        let middle = f64::midpoint(inside, outside);
        if holds(outline, between(middle)) { inside = middle } else { outside = middle }
    }
    between(inside)
}

/// The line cut into strokes of `on` pixels with `off` pixels between, which together end where it ends.
pub(super) fn dashes(line: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let length: f64 = line.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
    let count = (length / (on + off)).round().max(2.0);
    let stretch = length / (count * (on + off));
    let (on, off) = (on * stretch, off * stretch);
    let mut strokes: Vec<Vec<Point>> = Vec::new();
    let (mut drawing, mut left, mut stroke) =
        (true, on, line.first().copied().into_iter().collect::<Vec<_>>());
    for pair in line.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        while distance(from, to) > left {
            let share = left / distance(from, to);
            from = Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
            stroke.push(from);
            if drawing {
                strokes.push(std::mem::take(&mut stroke));
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
            stroke = vec![from];
        }
        left -= distance(from, to);
        stroke.push(to);
    }
    if drawing && stroke.len() > 1 {
        strokes.push(stroke);
    }
    strokes
}

fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// The point in a direction: that many steps from the right, clockwise.
fn turn(center: Point, radius: f64, step: usize) -> Point {
    Point::new(center.x + radius * sine(step + TURN / 4), center.y + radius * sine(step))
}

/// The sine of that many steps.
fn sine(step: usize) -> f64 {
    let (half, step) = (step % TURN / (TURN / 2), step % (TURN / 2));
    let value = SINES[step.min(TURN / 2 - step)];
    if half == 0 { value } else { -value }
}

fn arc(center: Point, radius: f64) -> Vec<Point> {
    (0..TURN).map(|step| turn(center, radius, step)).collect()
}

/// A regular polygon of the area of the disc; its sides divide the turn.
fn regular(center: Point, radius: f64, sides: u8, first: usize) -> Vec<Point> {
    let sector = TURN / usize::from(sides);
    let reach = radius * (2.0 * PI / (f64::from(sides) * sine(sector))).sqrt();
    (0..usize::from(sides)).map(|side| turn(center, reach, first + sector * side)).collect()
}

/// Two arms of half thickness `t` and half length `l`: their area is 8 l t − 4 t².
fn cross(center: Point, radius: f64) -> Vec<Point> {
    let t = ARM;
    let l = (PI + 4.0 * t * t) / (8.0 * t);
    let corners = [
        (l, -t),
        (l, t),
        (t, t),
        (t, l),
        (-t, l),
        (-t, t),
        (-l, t),
        (-l, -t),
        (-t, -t),
        (-t, -l),
        (t, -l),
        (t, -t),
    ];
    let (cos, sin) = (radius * sine(TURN / 8), radius * sine(TURN / 8));
    corners
        .iter()
        .map(|(x, y)| Point::new(center.x + x * cos - y * sin, center.y + x * sin + y * cos))
        .collect()
}

/// A lying bar with round ends, twice as long as it is high.
fn pill(center: Point, radius: f64) -> Vec<Point> {
    // Half height h, middles h apart from the centre: area πh² + 4h² = πr².
    let h = radius * (PI / (PI + 4.0)).sqrt();
    let end = |x: f64, from: usize| {
        (0..=TURN / 2).step_by(2).map(move |step| turn(Point::new(center.x + x, center.y), h, from + step))
    };
    end(h, UP).chain(end(-h, TURN / 4)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [Option<Type>; 7] = [
        Some(Type::WinWin),
        Some(Type::LuckyBreak),
        Some(Type::Pain),
        Some(Type::WrongFight),
        Some(Type::Blindness),
        Some(Type::DeadEnd),
        None,
    ];

    fn area(points: &[Point]) -> f64 {
        close(points).windows(2).map(|pair| pair[0].x * pair[1].y - pair[1].x * pair[0].y).sum::<f64>().abs()
            / 2.0
    }

    #[test]
    fn shapes_of_one_radius_have_one_area_and_stay_inside_their_extent() {
        let center = Point::new(3.0, -4.0);
        for kind in KINDS {
            let outlines = outlines(kind, center, 10.0);
            let share = area(&outlines[0]) / (PI * 100.0);
            assert!((share - 1.0).abs() < 0.01, "{kind:?}: {share}");
            let furthest = outlines[0].iter().map(|point| distance(center, *point)).fold(0.0, f64::max);
            assert!(holds(&outlines[0], center) && !holds(&outlines[0], Point::new(19.0, -4.0)));
            assert!(furthest <= 10.0 * EXTENT, "{kind:?}: {furthest}");
        }
    }

    #[test]
    fn sines_are_those_of_the_steps() {
        for step in 0..2 * TURN {
            let angle = f64::from(u8::try_from(step).unwrap()) * PI / 24.0;
            assert!((sine(step) - angle.sin()).abs() < 1e-14, "{step}");
        }
    }

    #[test]
    fn a_way_out_of_a_shape_ends_at_its_outline() {
        let (center, far) = (Point::new(3.0, -4.0), Point::new(3.0, 96.0));
        for kind in KINDS {
            let outline = &outlines(kind, center, 10.0)[0];
            let end = within(outline, center, far);
            assert!(
                holds(outline, end) && !holds(outline, Point::new(end.x, end.y + 0.02)),
                "{kind:?}: {end:?}"
            );
            let near = Point::new(3.0, -3.5);
            assert_eq!(within(outline, center, near), near);
        }
        let triangle = &outlines(Some(Type::LuckyBreak), center, 10.0)[0];
        let base = triangle.iter().map(|point| point.y).fold(f64::MIN, f64::max);
        assert!((within(triangle, center, far).y - base).abs() < 0.02);
    }

    #[test]
    fn dashes_cover_their_share_of_the_line() {
        let line = [Point::new(0.0, 0.0), Point::new(100.0, 0.0), Point::new(100.0, 20.0)];
        let strokes = dashes(&line, 3.0, 2.0);
        let drawn: f64 = strokes.iter().flat_map(|s| s.windows(2)).map(|p| distance(p[0], p[1])).sum();
        assert_eq!(strokes.len(), 24);
        assert!((drawn - 72.0).abs() < 1e-9, "{drawn}");
        assert!(dashes(&[], 3.0, 2.0).is_empty());
    }
}
