//! The legend: an entry for each kind of mark that occurs in the picture.

use crate::analysis::Type;

use super::{
    glyph::EXTENT,
    picture::{Align, Paint, Point},
    scene::{Item, Scene, SideFigures},
    sheet::{SMALL, SMALLEST, Sheet, TARGET, alpha, count},
    text::clean,
    theme::{KINDS, order},
    view::View,
};

/// Round frequencies for the scale of areas, in percent.
const ROUND: [f64; 9] = [1.0, 2.0, 4.0, 8.0, 12.0, 20.0, 40.0, 60.0, 80.0];
const RADIUS: f64 = 5.5;
/// The gap between two entries.
const BETWEEN: f64 = 20.0;

/// The sample before the words of an entry.
#[derive(Clone, Copy)]
enum Sample {
    Type(Option<Type>),
    Size(f64),
    Strength,
    Whisker,
    Thin,
    Tick,
    Words,
}

impl Sample {
    /// The gap between the sample and its words.
    fn gap(self) -> f64 {
        if matches!(self, Self::Words) { 0.0 } else { 6.0 }
    }

    fn half_width(self, sheet: &Sheet) -> f64 {
        match self {
            Self::Size(share) => sheet.radius(share) + 1.0,
            Self::Strength => 22.0,
            Self::Whisker => 12.0,
            Self::Tick => 3.0,
            Self::Type(_) | Self::Thin => 9.0,
            Self::Words => 0.0,
        }
    }
}

/// Draws the legend in as many lines as it needs.
pub(super) fn draw(sheet: &mut Sheet, scene: &Scene, view: &View) {
    let right = sheet.width - sheet.pad;
    for entries in [types(scene, view), scales(sheet, scene, view)] {
        let mut line: Vec<(f64, Sample, String)> = Vec::new();
        let mut x = sheet.pad;
        for (sample, text) in entries {
            let half = sample.half_width(sheet);
            let text = SMALL.fit(&clean(&text), right - sheet.pad - 2.0 * half - 6.0).into_owned();
            let width = 2.0 * half + sample.gap() + SMALL.width(&text);
            if x + width > right && !line.is_empty() {
                row(sheet, &std::mem::take(&mut line));
                x = sheet.pad;
            }
            line.push((x, sample, text));
            x += width + BETWEEN;
        }
        row(sheet, &line);
    }
}

fn types(scene: &Scene, view: &View) -> Vec<(Sample, String)> {
    let drawn = || scene.items().filter(|item| item.sides().any(|side| side.level.is_some()));
    let mut entries: Vec<(Sample, String)> = KINDS
        .into_iter()
        .filter(|kind| drawn().any(|item| item.kind == Some(*kind)))
        .map(|kind| (Sample::Type(Some(kind)), view.words.types[order(kind)].clone()))
        .collect();
    if drawn().any(|item| item.kind.is_none()) {
        entries.push((Sample::Type(None), view.words.unclassified.clone()));
    }
    let any = |has: fn(&SideFigures) -> bool| scene.items().flat_map(Item::sides).any(has);
    if any(|side| side.thin && side.level.is_some()) {
        entries.push((Sample::Thin, view.words.thin.clone()));
    }
    if any(|side| side.level.is_none()) {
        entries.push((Sample::Tick, view.words.without_level.clone()));
    }
    entries
}

/// The entries of area, fill and whisker; of the two areas one is four times the other.
fn scales(sheet: &Sheet, scene: &Scene, view: &View) -> Vec<(Sample, String)> {
    if scene.max_frequency <= 0.0 {
        return Vec::new();
    }
    let words = view.words;
    let large =
        ROUND.into_iter().rev().map(|percent| percent / 100.0).find(|share| *share <= scene.max_frequency);
    let large = large.unwrap_or(scene.max_frequency);
    let mut entries = vec![(Sample::Words, words.frequency.clone())];
    if sheet.radius(large / 4.0) > SMALLEST {
        entries.push((Sample::Size(large / 4.0), (words.percent)(large / 4.0)));
    }
    entries.push((Sample::Size(large), (words.percent)(large)));
    entries.push((Sample::Strength, words.intensity.clone()));
    entries.push((Sample::Whisker, words.interval.clone()));
    entries
}

/// One line of entries, as high as the highest sample.
fn row(sheet: &mut Sheet, entries: &[(f64, Sample, String)]) {
    if entries.is_empty() {
        return;
    }
    let half = entries.iter().map(|(_, sample, _)| match sample {
        Sample::Size(share) => sheet.radius(*share) + 2.0,
        _ => RADIUS * EXTENT + 1.0,
    });
    let half = half.fold(TARGET, f64::max);
    let y = sheet.y + half;
    for (x, sample, text) in entries {
        let width = sample.half_width(sheet);
        draw_sample(sheet, *sample, Point::new(x + width, y));
        sheet.text(
            Point::new(x + 2.0 * width + sample.gap(), y),
            text,
            SMALL,
            sheet.theme.faint,
            Align::Start,
        );
    }
    sheet.y += 2.0 * half;
}

fn draw_sample(sheet: &mut Sheet, sample: Sample, at: Point) {
    let (neutral, ink) = (sheet.theme.neutral, sheet.theme.faint);
    let beside = |by: f64| Point::new(at.x + by, at.y);
    match sample {
        Sample::Type(kind) => sheet.glyph(kind, at, RADIUS, Some(0.8)),
        Sample::Thin => sheet.glyph(None, at, RADIUS, None),
        Sample::Size(share) => {
            sheet.disc(at, sheet.radius(share), 1.0, Paint { color: neutral, alpha: alpha(0.0) });
        }
        Sample::Strength => {
            for (index, intensity) in [0.0, 0.5, 1.0].into_iter().enumerate() {
                let x = 15.0 * (count(index) - 1.0);
                sheet.disc(beside(x), RADIUS, 1.0, Paint { color: ink, alpha: alpha(intensity) });
            }
        }
        Sample::Whisker => {
            sheet.line(vec![beside(-11.0), beside(11.0)], 1.5, ink);
            for end in [-11.0, 11.0] {
                let end = beside(end);
                sheet.line(vec![Point::new(end.x, end.y - 3.5), Point::new(end.x, end.y + 3.5)], 1.25, ink);
            }
        }
        Sample::Words => {}
        Sample::Tick => {
            sheet.line(vec![Point::new(at.x, at.y - 5.0), Point::new(at.x, at.y + 5.0)], 2.0, neutral);
        }
    }
}
