//! Properties of the arrows of a comparison.

use proptest::prelude::*;

use crate::analysis::{Class, Level, Mirror, Type, Undefined};
use crate::chart::example::{self, BANK, LATER, arrow_words, frame, results, view, words};
use crate::chart::*;
use crate::model::{Codebook, MomentId, Reading, Settings};

use super::{faults, name, side};

fn picture_of(before: &Mirror, after: &Mirror, codebook: &Codebook, view: &View) -> Picture {
    arrows(before, after, codebook, view, &arrow_words())
}

/// The bank's two years, and their picture.
fn bank() -> ([Mirror; 2], Codebook, Picture) {
    let (theme, words) = (Theme::light(), words());
    let ((before, codebook), (after, _)) = (results(BANK), results(LATER));
    let picture = picture_of(&before, &after, &codebook, &view(900.0, &theme, &words, None));
    ([before, after], codebook, picture)
}

fn kind(figures: &Mirror, moment: MomentId) -> Option<Type> {
    match figures.rows.iter().find(|row| row.moment == moment)?.class {
        Class::Typed(kind, _) => Some(kind),
        _ => None,
    }
}

fn typed_in_both(before: &Mirror, after: &Mirror) -> Vec<MomentId> {
    let moments = after.rows.iter().map(|row| row.moment);
    moments.filter(|id| kind(before, *id).is_some() && kind(after, *id).is_some()).collect()
}

/// The tips of all heads, with their colours, and the middles of all dots: the legend's are below the plane.
fn heads_and_dots(picture: &Picture) -> (Vec<(Point, Paint)>, Vec<Point>) {
    let zones =
        picture.shapes.iter().filter(|shape| matches!(shape, Shape::Block(_, paint) if paint.alpha < 0.1));
    let floor = zones.map(|zone| zone.bounds().bottom()).fold(0.0, f64::max);
    let heads = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Fill(corners, paint) if corners.len() == 3 && corners[0].y < floor => {
            Some((corners[0], *paint))
        }
        _ => None,
    });
    let dots = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Circle(at, ..) if at.y < floor => Some(*at),
        _ => None,
    });
    (heads.collect(), dots.collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn there_is_an_arrow_per_moment_with_two_types_and_nothing_overlaps(
        moments in proptest::collection::vec((name(), [side(), side(), side(), side()]), 1..70),
        width in 320.0..2200.0_f64,
        (relative, framed) in (any::<bool>(), any::<bool>()),
    ) {
        let named: Vec<String> =
            moments.iter().zip(0..).map(|((name, _), i)| format!("{name}\u{200b}{i}")).collect();
        let group = |at: usize| {
            let sides = |i: usize| (moments[i].1[at], moments[i].1[at + 1]);
            results((0..moments.len()).map(|i| ("Étape", named[i].as_str(), sides(i).0, sides(i).1)))
        };
        let ((mut before, codebook), (mut after, _)) = (group(0), group(2));
        let reading = if relative { Reading::Relative } else { Reading::Absolute };
        let settings = Settings { types: reading, ..Settings::default() };
        for figures in [&mut before, &mut after] {
            figures.classify(&settings, &[]);
        }
        let (theme, words, frame) = (Theme::light(), words(), frame());
        let view = View { reading, ..view(width, &theme, &words, framed.then_some(&frame)) };
        let picture = picture_of(&before, &after, &codebook, &view);
        prop_assert_eq!(faults(&picture), None);
        let expected = typed_in_both(&before, &after);
        let marked: Vec<MomentId> = picture.marks.iter().map(|mark| mark.moment).collect();
        prop_assert_eq!(&marked, &expected);
        let WithoutArrow { masked, without_level, few } = without_arrow(&before, &after);
        prop_assert_eq!(expected.len() + masked + without_level + few, moments.len());
        let (heads, dots) = heads_and_dots(&picture);
        prop_assert_eq!(dots.len(), expected.len());
        prop_assert!(heads.iter().all(|(tip, _)| picture.marks.iter().any(|mark| mark.at == *tip)));
    }

    #[test]
    fn an_arrow_leads_from_zone_to_zone_of_its_types(
        moments in proptest::collection::vec([-100.0..=100.0_f64, -100.0..=100.0, -100.0..=100.0, -100.0..=100.0], 1..24),
        relative in any::<bool>(),
    ) {
        let names: Vec<String> = (0..moments.len()).map(|i| format!("M{i}")).collect();
        let group = |at: usize| {
            results((0..moments.len()).map(|i| {
                ("Étape", names[i].as_str(), (20, moments[i][at]), (20, moments[i][at + 1]))
            }))
        };
        let ((mut before, codebook), (mut after, _)) = (group(0), group(2));
        // Means that differ, so that a shift by the wrong one is seen.
        before.client.mean_level = after.employee.mean_level;
        let reading = if relative { Reading::Relative } else { Reading::Absolute };
        let settings = Settings { types: reading, ..Settings::default() };
        for figures in [&mut before, &mut after] {
            figures.classify(&settings, &[]);
        }
        let (theme, words) = (Theme::light(), words());
        let view = View { reading, ..view(900.0, &theme, &words, None) };
        let picture = picture_of(&before, &after, &codebook, &view);
        let fill_at = |at: Point| picture.shapes.iter().find_map(|shape| match shape {
            Shape::Block(room, paint)
                if paint.alpha < 0.1 && room.grown(1e-9).holds(Rect::around(at, 0.0, 0.0)) =>
            {
                Some(paint.color)
            }
            _ => None,
        });
        for mark in &picture.marks {
            prop_assert_eq!(fill_at(mark.at), Some(theme.of(kind(&after, mark.moment))));
        }
        let (_, dots) = heads_and_dots(&picture);
        let mut from: Vec<_> = dots.into_iter().filter_map(fill_at).collect();
        let mut types: Vec<_> = before.rows.iter().map(|row| theme.of(kind(&before, row.moment))).collect();
        from.sort_by_key(|color| color.0);
        types.sort_by_key(|color| color.0);
        prop_assert_eq!(from, types);
    }
}

#[test]
fn an_arrow_ends_where_its_bubble_is_and_starts_where_it_was() {
    let (theme, words) = (Theme::light(), words());
    // All have both levels and a type in both years: the planes of all pictures are alike.
    let (before, codebook) = results(BANK.into_iter().take(10));
    let (after, _) = results(LATER.into_iter().take(10));
    for width in [390.0, 900.0, 1920.0] {
        let view = view(width, &theme, &words, None);
        let picture = picture_of(&before, &after, &codebook, &view);
        let [old, new] = [&before, &after].map(|figures| zones(figures, &codebook, &view));
        let places = |picture: &Picture| picture.marks.iter().map(|m| (m.moment, m.at)).collect::<Vec<_>>();
        assert_eq!(places(&picture), places(&new));
        let (heads, dots) = heads_and_dots(&picture);
        assert_eq!(dots.len(), 10);
        for mark in &old.marks {
            assert!(dots.contains(&mark.at), "{mark:?}");
        }
        // One moment has not moved, so its arrow has no head.
        assert_eq!(heads.len(), 9);
    }
}

#[test]
fn an_arrow_of_a_changed_type_is_strong_and_has_the_new_color() {
    let theme = Theme::light();
    let ([before, after], _, picture) = bank();
    let (heads, _) = heads_and_dots(&picture);
    let mut changes = 0;
    for mark in &picture.marks {
        let (old, new) = (kind(&before, mark.moment), kind(&after, mark.moment));
        let Some((_, paint)) = heads.iter().find(|(tip, _)| *tip == mark.at) else { continue };
        // The line ends where the head begins; widths are compared as they are written.
        let width = picture.shapes.iter().find_map(|shape| match shape {
            Shape::Line(points, width, line) if line.color == paint.color && points.len() == 2 => {
                let length = (points[1].x - mark.at.x).hypot(points[1].y - mark.at.y);
                (length < 11.5).then(|| width.to_string())
            }
            _ => None,
        });
        if old == new {
            assert_eq!(paint.color, theme.axis, "{mark:?}");
        } else {
            changes += 1;
            assert_eq!((paint.color, width), (theme.of(new), Some("2.5".to_owned())), "{mark:?}");
        }
    }
    assert_eq!(changes, 7);
}

#[test]
fn every_changed_moment_is_named_or_numbered() {
    let ([before, after], codebook, picture) = bank();
    let text: Vec<&str> = picture
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text(text) => Some(text.text.as_str()),
            _ => None,
        })
        .collect();
    let all = text.concat().replace(' ', "");
    for moment in typed_in_both(&before, &after) {
        let name = codebook.moment(moment).map(|moment| moment.name.replace(' ', "")).unwrap_or_default();
        let changed = kind(&before, moment) != kind(&after, moment);
        assert!(!changed || all.contains(&name), "{name}: {text:?}");
    }
    for words in [arrow_words().start, arrow_words().end, arrow_words().same, arrow_words().still] {
        assert!(text.contains(&words.as_str()), "{words}");
    }
}

#[test]
fn moments_that_are_masked_or_of_too_few_have_no_arrow_and_are_counted() {
    let ([before, mut after], codebook, picture) = bank();
    // In the first year too few cite one moment; no client cites another in either year.
    assert_eq!(without_arrow(&before, &after), WithoutArrow { masked: 0, without_level: 1, few: 1 });
    assert_eq!(picture.marks.len(), 10);
    let hidden = after.rows[3].moment;
    after.rows[3].employee.level = Err(Undefined::Masked);
    after.classify(&Settings::default(), &[]);
    assert_eq!(without_arrow(&before, &after), WithoutArrow { masked: 1, without_level: 1, few: 1 });
    let (theme, words) = (Theme::dark(), words());
    for groups in [[&before, &after], [&after, &before]] {
        let picture = picture_of(groups[0], groups[1], &codebook, &view(900.0, &theme, &words, None));
        assert!(picture.marks.len() == 9 && picture.marks.iter().all(|mark| mark.moment != hidden));
    }
}

#[test]
fn a_group_against_itself_moves_nowhere() {
    let (theme, words) = (Theme::light(), words());
    let (figures, codebook) = results(BANK);
    let picture = picture_of(&figures, &figures, &codebook, &view(900.0, &theme, &words, None));
    let (heads, dots) = heads_and_dots(&picture);
    assert!(heads.is_empty() && dots.len() == 10, "{heads:?}");
    let (nothing, codebook) = results([]);
    let picture = picture_of(&nothing, &nothing, &codebook, &view(f64::NAN, &theme, &words, None));
    assert!(faults(&picture).is_none() && picture.marks.is_empty());
}

#[test]
fn a_small_picture_stays_as_it_was_checked() {
    let (theme, words) = (Theme::light(), words());
    let two =
        |cases: [(_, &'static str, _, _); 12]| {
            results(cases.into_iter().filter(|(_, name, ..)| {
                ["Crédit immobilier", "Frais bancaires", "Succession"].contains(name)
            }))
        };
    let ((before, codebook), (after, _)) = (two(BANK), two(LATER));
    insta::assert_snapshot!(
        "arrows",
        svg(&picture_of(&before, &after, &codebook, &view(320.0, &theme, &words, None)))
    );
}

#[test]
fn many_moments_in_a_narrow_picture_keep_their_places() {
    let (theme, words) = (Theme::dark(), words());
    let ((before, codebook), (after, _)) = (example::many_of(80, 7), example::many_of(80, 8));
    let picture = picture_of(&before, &after, &codebook, &view(390.0, &theme, &words, None));
    assert_eq!(faults(&picture), None);
    assert_eq!(picture.marks.len(), typed_in_both(&before, &after).len());
}

#[test]
fn the_axes_reach_as_far_as_either_group_does() {
    let (theme, words) = (Theme::light(), words());
    let group = |levels: [f64; 2]| {
        let one = |name: &'static str, level: f64| ("Étape", name, (20, level), (20, level));
        results([one("Un", levels[0]), one("Deux", levels[1])])
    };
    let ((mut before, codebook), (after, _)) = (group([100.0, 60.0]), group([0.0, 0.0]));
    // So that the levels of the first group are 190 and 150 above its mean.
    before.employee.mean_level = Ok(Level(-1.8));
    before.client.mean_level = Ok(Level(-1.8));
    for groups in [[&before, &after], [&after, &before]] {
        let view = View { reading: Reading::Relative, ..view(900.0, &theme, &words, None) };
        let picture = picture_of(groups[0], groups[1], &codebook, &view);
        let (_, dots) = heads_and_dots(&picture);
        let ends: Vec<Point> = picture.marks.iter().map(|mark| mark.at).collect();
        let apart = |two: &[Point]| (two[0].x - two[1].x).abs() > 20.0 && (two[0].y - two[1].y).abs() > 20.0;
        assert!(apart(&dots) || apart(&ends), "{dots:?} {ends:?}");
    }
}
