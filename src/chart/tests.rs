//! What every picture must keep, whatever the data.

use std::collections::BTreeMap;

use super::{
    example::{self, BANK, frame, results, view, words},
    *,
};

/// Writes pictures to look at into the directory that `REFLET_PICTURES` names.
#[test]
fn pictures_to_look_at() -> std::io::Result<()> {
    let Ok(directory) = std::env::var("REFLET_PICTURES") else { return Ok(()) };
    let (words, frame) = (words(), frame());
    for (tone, theme) in [("light", Theme::light()), ("dark", Theme::dark()), ("grey", Theme::grey())] {
        for count in [5, 12, 40, 80] {
            let (tracker, codebook) = match count {
                5 | 12 => results(BANK.into_iter().take(count)),
                _ => example::many(u32::try_from(count).unwrap_or(0)),
            };
            for width in [390.0, 760.0, 1100.0, 1800.0] {
                let view = view(width, &theme, &words, (width > 1000.0).then_some(&frame));
                let file = |kind: &str| format!("{directory}/{kind}-{count}-{width}-{tone}.svg");
                std::fs::write(file("mirror"), svg(&mirror(&tracker, &codebook, &view)))?;
                std::fs::write(file("zones"), svg(&zones(&tracker, &codebook, &view)))?;
            }
        }
    }
    Ok(())
}

fn by_moment(picture: &Picture) -> BTreeMap<u32, Vec<Mark>> {
    let mut marks: BTreeMap<u32, Vec<Mark>> = BTreeMap::new();
    for mark in &picture.marks {
        marks.entry(mark.moment.0).or_default().push(*mark);
    }
    marks
}

#[test]
fn what_one_side_tells_is_all_that_is_drawn() {
    let (words, theme) = (words(), Theme::light());
    let (tracker, codebook) = results(BANK);
    let marks = by_moment(&mirror(&tracker, &codebook, &view(1400.0, &theme, &words, None)));
    assert_eq!(marks.len(), 12);
    assert_eq!(marks[&example::moment(11).0].len(), 1);
}
