//! Properties of every picture, whatever the data.

mod arrows;

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::analysis::{Mirror, Undefined};
use crate::model::Settings;

use super::{
    example::{self, BANK, LATER, frame, results, view, words},
    *,
};

/// Writes pictures to look at into the directory that `REFLET_PICTURES` names.
#[test]
fn pictures_to_look_at() -> std::io::Result<()> {
    let Ok(directory) = std::env::var("REFLET_PICTURES") else { return Ok(()) };
    let (words, frame) = (words(), frame());
    for (tone, theme) in [("light", Theme::light()), ("dark", Theme::dark()), ("grey", Theme::grey())] {
        for count in [5, 12, 40, 80] {
            let (figures, codebook) = match count {
                5 | 12 => results(BANK.into_iter().take(count)),
                _ => example::many(u32::try_from(count).unwrap_or(0)),
            };
            for width in [390.0, 760.0, 1100.0, 1800.0] {
                let view = view(width, &theme, &words, (width > 1000.0).then_some(&frame));
                let file = |kind: &str| format!("{directory}/{kind}-{count}-{width}-{tone}.svg");
                std::fs::write(file("mirror"), svg(&mirror(&figures, &codebook, &view)))?;
                std::fs::write(file("zones"), svg(&zones(&figures, &codebook, &view)))?;
                let later = match count {
                    5 | 12 => results(LATER.into_iter().take(count)).0,
                    _ => example::many_of(u32::try_from(count).unwrap_or(0), 8).0,
                };
                let arrows = super::arrows(&figures, &later, &codebook, &view, &example::arrow_words());
                std::fs::write(file("arrows"), svg(&arrows))?;
            }
        }
    }
    Ok(())
}

/// The first fault of a picture, if it has any.
fn faults(picture: &Picture) -> Option<String> {
    let whole = Rect::new(0.0, 0.0, picture.width, picture.height).grown(0.01);
    if let Some(shape) = picture.shapes.iter().find(|shape| !whole.holds(shape.bounds())) {
        return Some(format!("outside {whole:?}: {shape:?}"));
    }
    let texts: Vec<&Shape> = picture.shapes.iter().filter(|shape| matches!(shape, Shape::Text(_))).collect();
    for (index, text) in texts.iter().enumerate() {
        let room = text.bounds().grown(-0.25);
        if let Some(other) = texts[..index].iter().find(|other| other.bounds().overlaps(room)) {
            return Some(format!("one over the other: {text:?} {other:?}"));
        }
    }
    let mark = picture.marks.iter().find(|mark| {
        let cell = picture.cells.iter().find(|cell| cell.moment == mark.moment);
        let at = Rect::around(mark.at, 0.0, 0.0);
        !whole.holds(at.grown(mark.radius)) || !cell.is_some_and(|cell| cell.area.grown(0.01).holds(at))
    });
    if mark.is_some() {
        return Some(format!("not in its cell, or not in the picture: {mark:?}"));
    }
    let cell = picture.cells.iter().find(|cell| !whole.holds(cell.area));
    cell.map(|cell| format!("outside: {cell:?}"))
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::sample::select(BANK.map(|(_, name, ..)| name.to_owned()).to_vec()),
        2 => "[a-zéèç]{1,14}( [a-zéèç]{1,16}){0,4}",
        1 => Just("Anticonstitutionnellementissimes".to_owned()),
        1 => Just("👩‍👩‍👧 réclamation 🙂🙂".to_owned()),
        1 => "\\PC{0,40}",
        1 => Just("A".to_owned()),
    ]
}

fn side() -> impl Strategy<Value = (u32, f64)> {
    (
        prop_oneof![1 => Just(0_u32), 2 => 1..5_u32, 8 => 5..=60_u32],
        prop_oneof![-100.0..=100.0, Just(100.0), Just(-100.0)],
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_overlaps_or_leaves_the_picture(
        moments in proptest::collection::vec((name(), side(), side(), 0..6_u32), 1..80),
        width in 320.0..2200.0_f64,
        (relative, framed, without) in (any::<bool>(), any::<bool>(), any::<bool>()),
    ) {
        let named = moments.iter().zip(0_u32..).map(|((name, client, employee, stage), i)| {
            let stages = ["Découvrir", "Utiliser au quotidien", "Incidents", "A", "", "Fidélité"];
            (stages[(*stage as usize + i as usize / 9) % 6], format!("{name}\u{200b}{i}"), *client, *employee)
        }).collect::<Vec<_>>();
        let (mut figures, codebook) = results(named.iter().map(|(s, n, c, e)| (*s, n.as_str(), *c, *e)));
        if without && let Some(row) = figures.rows.first_mut() {
            row.client = example::measures(7, 120, 0.0, 1.0);
            row.client.level = Err(Undefined::NoValence);
        }
        let (theme, words, frame) = (Theme::light(), words(), frame());
        let reading = if relative { Reading::Relative } else { Reading::Absolute };
        let view = View { reading, ..view(width, &theme, &words, framed.then_some(&frame)) };
        for picture in [mirror(&figures, &codebook, &view), zones(&figures, &codebook, &view)] {
            prop_assert_eq!(faults(&picture), None);
        }
    }

    #[test]
    fn equal_sides_are_drawn_symmetrically(
        moments in proptest::collection::vec((5..=100_u32, -100.0..=100.0_f64), 1..16),
        width in 320.0..1600.0_f64,
    ) {
        let (figures, codebook) = example::symmetric(&moments);
        let (theme, words) = (Theme::light(), words());
        let picture = mirror(&figures, &codebook, &view(width, &theme, &words, None));
        let sums: Vec<(f64, f64, f64)> = picture.marks.chunks(2).map(|pair| {
            let (client, employee) = (pair[0], pair[1]);
            assert_eq!((client.moment, client.radius), (employee.moment, employee.radius));
            ((client.at.x - employee.at.x).abs(), client.at.y + employee.at.y, client.at.x + employee.at.x)
        }).collect();
        prop_assert_eq!(sums.len(), moments.len());
        // Across the page, mirrored heights add up to a constant; down the page, mirrored distances do.
        let lying = sums.iter().all(|sum| sum.0 < 1e-9 && (sum.1 - sums[0].1).abs() < 1e-6);
        let standing = sums.iter().all(|sum| (sum.2 - sums[0].2).abs() < 1e-6);
        prop_assert!(lying || standing, "{sums:?}");
    }
}

#[test]
fn areas_are_proportional_to_frequencies() {
    let (figures, codebook) = example::symmetric(&[(100, 60.0), (50, 60.0), (25, 60.0), (10, 60.0)]);
    let (theme, words) = (Theme::light(), words());
    for width in [380.0, 900.0] {
        let picture = mirror(&figures, &codebook, &view(width, &theme, &words, None));
        let areas: Vec<f64> = picture
            .marks
            .iter()
            .step_by(2)
            .filter_map(|mark| {
                picture.shapes.iter().find_map(|shape| match shape {
                    Shape::Disc(at, radius, _) if *at == mark.at => Some(radius * radius),
                    _ => None,
                })
            })
            .collect();
        assert_eq!(areas.len(), 4);
        for (area, share) in areas.iter().zip([1.0, 0.5, 0.25]) {
            assert!((area / areas[0] - share).abs() < 1e-9, "{areas:?}");
        }
    }
}

#[test]
fn a_side_without_data_is_not_drawn() {
    let (words, theme) = (words(), Theme::light());
    let (figures, codebook) = results(BANK);
    let shown = |figures: &Mirror, picture: fn(&_, &_, &View) -> Picture| {
        let view = view(1400.0, &theme, &words, None);
        picture(figures, &codebook, &view).marks.iter().map(|mark| mark.moment).collect::<Vec<_>>()
    };
    let (succession, rudeness) = (example::moment(10), example::moment(11));
    let both = shown(&figures, mirror);
    assert_eq!(both.len(), 23);
    assert_eq!(both.iter().filter(|moment| **moment == rudeness).count(), 1);
    assert_eq!(without_both_levels(&figures), [rudeness]);
    let mut masked = figures;
    if let Some(row) = masked.rows.iter_mut().find(|row| row.moment == succession) {
        row.employee.frequency = Err(Undefined::Masked);
        row.employee.level = Err(Undefined::Masked);
    }
    assert_eq!(shown(&masked, mirror).iter().filter(|moment| **moment == succession).count(), 1);
    assert_eq!(without_both_levels(&masked), [succession, rudeness]);
    let placed: BTreeSet<_> = shown(&masked, zones).into_iter().collect();
    assert_eq!(placed.len(), 10);
}

#[test]
fn a_mark_lies_in_the_zone_of_its_type_in_either_reading() {
    let (words, theme) = (words(), Theme::light());
    let (mut figures, codebook) = results(BANK);
    let both = [Reading::Absolute, Reading::Relative];
    for (reading, types) in both.into_iter().flat_map(|reading| both.map(|types| (reading, types))) {
        figures.classify(&Settings { types, ..Settings::default() }, &[]);
        let picture =
            zones(&figures, &codebook, &View { reading, types, ..view(900.0, &theme, &words, None) });
        for mark in picture.marks.iter().filter(|mark| mark.kind.is_some()) {
            let fill_at = picture.shapes.iter().find_map(|shape| match shape {
                Shape::Block(room, paint)
                    if paint.alpha < 0.1 && room.grown(1e-9).holds(Rect::around(mark.at, 0.0, 0.0)) =>
                {
                    Some(paint.color)
                }
                _ => None,
            });
            assert_eq!(fill_at, Some(theme.of(mark.kind)), "{mark:?}");
        }
    }
}

#[test]
fn any_label_makes_a_valid_file() {
    let hostile = "<&>\"' \u{b}\u{ffff}\u{1b} ]]> 🙂 שלום مرحبا";
    let (theme, words) = (Theme::light(), words());
    let (figures, codebook) = results([(hostile, hostile, (30, 20.0), (30, 50.0))]);
    let around =
        Frame { title: hostile.to_owned(), subtitle: hostile.to_owned(), footer: hostile.to_owned() };
    let view = view(1400.0, &theme, &words, Some(&around));
    let arrow_words =
        ArrowWords { start: hostile.to_owned(), end: hostile.to_owned(), ..example::arrow_words() };
    let pictures = [
        mirror(&figures, &codebook, &view),
        zones(&figures, &codebook, &view),
        super::arrows(&figures, &figures, &codebook, &view, &arrow_words),
    ];
    for file in pictures.map(|picture| svg(&picture)) {
        assert!(file.starts_with("<svg width=\"1400\" height=\"") && file.ends_with("</svg>\n"));
        assert!(file.contains("&lt;&amp;&gt;") && file.contains("🙂 שלום مرحبا"));
        assert!(!file.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{ffff}'));
        for after in file.split('&').skip(1) {
            assert!(["lt;", "gt;", "amp;", "quot;", "apos;"].iter().any(|entity| after.starts_with(entity)));
        }
        // Every tag is closed: as many `<` as `>`, and each opening tag of text has its end.
        assert_eq!(file.matches('<').count(), file.matches('>').count());
        assert_eq!(file.matches("<text").count(), file.matches("</text>").count());
    }
}

#[test]
fn an_empty_mirror_is_a_picture_too() {
    let (theme, words) = (Theme::light(), words());
    let (figures, codebook) = results([]);
    for picture in [mirror, zones] {
        let picture = picture(&figures, &codebook, &view(f64::NAN, &theme, &words, None));
        assert_eq!(faults(&picture), None);
        assert!(picture.marks.is_empty() && picture.height > 0.0);
    }
}

#[test]
fn small_pictures_stay_as_they_were_checked() {
    let (theme, words) = (Theme::light(), words());
    let small = BANK
        .into_iter()
        .filter(|(_, name, ..)| ["Crédit immobilier", "Pièces justificatives"].contains(name));
    let (figures, codebook) = results(small);
    let view = view(320.0, &theme, &words, None);
    insta::assert_snapshot!("mirror", svg(&mirror(&figures, &codebook, &view)));
    insta::assert_snapshot!("zones", svg(&zones(&figures, &codebook, &view)));
}

#[test]
fn bands_hold_all_that_reaches_into_them() {
    let (figures, codebook) = example::many(40);
    let (words, theme) = (words(), Theme::light());
    let whole = mirror(&figures, &codebook, &view(760.0, &theme, &words, None));
    let middle = whole.height / 2.0;
    let [above, below] = [whole.between(0.0, middle), whole.between(middle, whole.height)];
    for shape in &whole.shapes {
        let (up, down) = (shape.bounds().y < middle, shape.bounds().bottom() > middle);
        assert!(!up || above.shapes.contains(shape), "{shape:?}");
        assert!(!down || below.shapes.contains(shape), "{shape:?}");
    }
    assert!(above.shapes.len() < whole.shapes.len() && below.shapes.len() < whole.shapes.len());
}
