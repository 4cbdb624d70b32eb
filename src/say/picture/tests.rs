//! The words in and around the pictures of the samples.

use super::words::words;
use super::*;
use crate::analysis::{Filter, Masked, Mirror, Row, Undefined};
use crate::chart::{Frame, PictureKind, Reading, svg};
use crate::model::{LevelSource, Settings, Side, Threshold};
use crate::say::example::{bank, samples};
use crate::say::insight::tests::waves;
use crate::say::{Day, Locale, read};

const TODAY: Day = Day { year: 2026, month: 11, day: 30 };

fn both<T>(said: impl Fn(Locale) -> T) -> [T; 2] {
    Locale::ALL.map(said)
}

fn hide(rows: &mut [Row]) {
    for row in rows {
        row.employee.level = Err(Undefined::Masked);
    }
}

#[test]
fn words_of_the_samples() {
    for sample in samples() {
        let said = both(|locale| {
            let words = words(locale, &sample.project, &sample.mirror);
            let levels = [0.4, -12.6, 50.0].map(words.level);
            format!("{words:#?}\n{} {levels:?}", (words.percent)(0.125))
        });
        insta::assert_snapshot!(format!("words_{}", sample.name), without_addresses(&said.join("\n\n")));
    }
}

/// Functions are written as where they are.
fn without_addresses(text: &str) -> String {
    text.lines().filter(|line| !line.contains("0x")).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_note_names_few_moments_and_counts_many() {
    let mut sample = bank();
    let note = |mirror: &Mirror| both(|locale| words(locale, &sample.project, mirror).note);
    assert_eq!(note(&sample.mirror), ["", ""]);
    sample.mirror.rows[0].client.level = Err(Undefined::NoValence);
    hide(&mut sample.mirror.rows[1..3]);
    assert_eq!(
        note(&sample.mirror),
        [
            "Hors des zones, faute de niveau des deux côtés\u{a0}: Prise de rendez-vous. Moments masqués, parce qu’ils parleraient de moins de 5 collaborateurs ou laisseraient déduire leurs chiffres\u{a0}: 2.",
            "Not in the zones, for want of a level on both sides: Prise de rendez-vous. Moments masked, because they would tell of fewer than 5 employees or let their figures be worked out: 2."
        ]
    );
    sample.mirror.rows.iter_mut().for_each(|row| row.client.level = Err(Undefined::NoValence));
    assert_eq!(
        note(&sample.mirror),
        [
            "Moments hors des zones, faute de niveau des deux côtés\u{a0}: 10. Moments masqués, parce qu’ils parleraient de moins de 5 collaborateurs ou laisseraient déduire leurs chiffres\u{a0}: 2.",
            "Moments not in the zones, for want of a level on both sides: 10. Moments masked, because they would tell of fewer than 5 employees or let their figures be worked out: 2."
        ]
    );
}

fn framed(mirror: &Mirror, settings: Settings, seen: Seen<'_>, kind: PictureKind) -> String {
    let mut project = bank().project;
    project.settings = settings;
    let frames = both(|locale| {
        let Frame { title, subtitle, footer } = frame(locale, &project, mirror, seen, (kind, TODAY));
        [title, subtitle, footer].join("\n")
    });
    frames.join("\n\n")
}

#[test]
fn a_picture_that_leaves_names_what_it_was_made_of() {
    let mut sample = bank();
    let all = Seen { filter: &Filter::default(), reading: Reading::Absolute };
    let usual = framed(&sample.mirror, Settings::default(), all, PictureKind::Zones);
    hide(&mut sample.mirror.rows[..2]);
    sample.mirror.employee.masked = Some(Masked::Few(5));
    let filter = Filter { wave: Some("2025".into()), ..Filter::default() };
    let relative = Seen { filter: &filter, reading: Reading::Relative };
    let settings = Settings {
        employee_threshold: Threshold::new(-0.5).unwrap_or(Threshold::EMPLOYEE),
        types: Reading::Relative,
        levels: LevelSource::Rating,
        silence: true,
        ..Settings::default()
    };
    let unusual = framed(&sample.mirror, settings, relative, PictureKind::Mirror);
    sample.mirror.employee.masked = Some(Masked::Derivable);
    let zones = framed(&sample.mirror, settings, relative, PictureKind::Zones);
    insta::assert_snapshot!("frames", [usual, unusual, zones].join("\n\n\n"));
}

#[test]
fn arrows_name_their_groups() {
    let (bank, pair) = waves();
    for locale in Locale::ALL {
        let frame = frame_of_arrows(locale, &bank.project, &pair, TODAY);
        let picture = svg(&compose_arrows(locale, &bank.project, &pair, (900.0, false), Some(&frame)));
        for text in [&frame.title, "2025", "2026"] {
            assert!(picture.contains(text), "{text}");
        }
    }
    let frames = both(|locale| {
        let Frame { title, subtitle, footer } = frame_of_arrows(locale, &bank.project, &pair, TODAY);
        [title, subtitle, footer].join("\n")
    });
    insta::assert_snapshot!("frame_of_arrows", frames.join("\n\n"));
}

#[test]
fn a_picture_has_its_moments_and_its_note() {
    let mut sample = bank();
    hide(&mut sample.mirror.rows[..2]);
    let note = read::masked(Locale::English, &sample.project, 2).unwrap_or_default();
    for kind in [PictureKind::Mirror, PictureKind::Zones] {
        let look = Look {
            width: 900.0,
            reading: Reading::Absolute,
            settings: sample.project.settings,
            dark: true,
            frame: None,
        };
        let picture = compose(Locale::English, &sample.project, &sample.mirror, kind, look);
        assert!(picture.cells.len() >= sample.mirror.rows.len() - 3, "{kind:?}");
        let written = svg(&picture);
        let begin: String = note.chars().take(20).collect();
        assert_eq!(written.contains(&begin), kind == PictureKind::Zones, "{kind:?}");
        assert!(written.contains(crate::say::side::name(Locale::English, Side::Client)));
    }
}
