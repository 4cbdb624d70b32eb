//! All sentences of the samples, so that a changed one is seen.

use super::*;
use crate::analysis::compare::groups::{Axis, Design, between};
use crate::analysis::compare::{Pair, Pairing, trend};
use crate::analysis::what_if::Sums;
use crate::analysis::{
    Class, Family, Filter, Level, Masked, Reason, Type, Undefined, add_certainty, measure, symmetry,
};
use crate::model::{LevelSource, Reading as Levels, Settings, Side};
use crate::say::example::{Sample, bank, samples};
use crate::say::{Day, Locale, undefined};

const TODAY: Day = Day { year: 2026, month: 11, day: 30 };

impl Sample {
    fn explained(&self, place: usize) -> Explained<'_> {
        Explained {
            project: &self.project,
            filter: const { &Filter { wave: None, segment: None } },
            mirror: &self.mirror,
            mentions: &self.mentions,
            settings: &self.project.settings,
            row: &self.mirror.rows[place],
            place,
            resampled: self.resampled.get(place),
        }
    }
}

/// The two waves of the bank.
pub(in crate::say) fn waves() -> (Sample, Pair) {
    let bank = bank();
    let axis = Axis::Waves { before: "2025".into(), after: "2026".into() };
    let filters = axis.filters(&Filter::default());
    let [before, after] = [0, 1].map(|wave| measure(&bank.project, &filters[wave]));
    let mut found = between(before, after);
    add_certainty(&mut found.before, &bank.project.settings);
    add_certainty(&mut found.after, &bank.project.settings);
    let pair = Pair { pairing: Pairing { axis, filters, inside: true }, found };
    (bank, pair)
}

fn written(entries: Vec<Entry>) -> String {
    let lines =
        entries.into_iter().map(|Entry { name, sentences }| format!("{name}\n  {}", sentences.join("\n  ")));
    lines.collect::<Vec<_>>().join("\n")
}

/// Both languages, one below the other.
fn both(said: impl Fn(Locale) -> String) -> String {
    Locale::ALL.map(said).join("\n\n")
}

fn explained(locale: Locale, of: Explained<'_>, reading: Levels) -> String {
    let [client, employee] = Side::BOTH.map(|side| written(of_side(locale, of, (side, reading))));
    [written(of_both(locale, of)), client, employee].join("\n\n")
}

#[test]
fn a_moment_of_each_sample_is_explained() {
    for sample in samples() {
        let said = both(|locale| explained(locale, sample.explained(0), Levels::Absolute));
        insta::assert_snapshot!(format!("explained_{}", sample.name), said);
    }
}

#[test]
fn a_moment_is_explained_from_ratings_and_from_means() {
    let mut sample = bank();
    let settings =
        Settings { levels: LevelSource::Rating, types: Levels::Relative, ..sample.project.settings };
    sample.project.settings = settings;
    let sample = sample.measured_again();
    insta::assert_snapshot!(
        "explained_ratings",
        both(|locale| explained(locale, sample.explained(1), Levels::Relative))
    );
}

#[test]
fn a_moment_that_would_come_to_another_level() {
    for sample in samples() {
        let said = both(|locale| {
            let lines = Side::BOTH.map(|side| {
                let measures = sample.mirror.rows[0].side(side);
                let sums = Sums::new(sample.mirror.side(side), measures, 0).unwrap_or_default();
                let level = measures.level.map_or(Level(0.0), |level| level.value);
                let mean = sample.mirror.side(side).mean_level.unwrap_or(Level(0.0));
                [-100.0, 20.0].map(|target| what_if(locale, &sums, (level, mean), target)).join("\n")
            });
            lines.join("\n")
        });
        insta::assert_snapshot!(format!("what_if_{}", sample.name), said);
    }
}

#[test]
fn readings_and_ranks_across_the_moments() {
    for sample in samples() {
        let Ok(found) = symmetry::of(&sample.mirror) else { unreachable!("the samples are large enough") };
        let said = both(|locale| {
            let readings = readings(locale, found);
            let readings = readings.map(|of| format!("{}: {:?} {}", of.name, of.value, of.text));
            let ranked = Family::ALL.into_iter().flat_map(|of| {
                let rows =
                    sample.mirror.ranked(of).into_iter().map(move |(_, row)| ranked(locale, row, None));
                std::iter::once(family(locale, of).to_owned()).chain(rows)
            });
            readings.chain([honest(locale)]).chain(ranked).collect::<Vec<_>>().join("\n")
        });
        insta::assert_snapshot!(format!("across_{}", sample.name), said);
    }
}

#[test]
fn the_annex_of_each_sample() {
    for sample in samples() {
        let of = (&sample.mirror, &Filter::default());
        let said = both(|locale| file(chapters(locale, &sample.project, of, None, TODAY)));
        let said = said.replace(env!("CARGO_PKG_VERSION"), "0.0.0");
        insta::assert_snapshot!(format!("annex_{}", sample.name), said);
    }
}

#[test]
fn what_differs_between_the_waves_of_the_bank() {
    let (bank, pair) = waves();
    let said = both(|locale| {
        let all = format!("{:#?}", changes(locale, &bank.project, &pair));
        let rows = pair.found.rows.iter().flat_map(|row| {
            [&row.client, &row.employee].map(|side| format!("{:?}", difference_cells(locale, side)))
        });
        let moment = bank.mirror.rows[0].moment;
        let worked = Side::BOTH.map(|side| written(differences(locale, &pair, side, moment)));
        let arrows = pair.typed().map(|of| arrow(locale, "Moment", of));
        let annex =
            chapters(locale, &bank.project, (&bank.mirror, &pair.pairing.filters[0]), Some(&pair), TODAY);
        let lines =
            std::iter::once(all).chain(rows).chain(worked).chain([caption(locale, &pair)]).chain(arrows);
        lines.chain([file(annex)]).collect::<Vec<_>>().join("\n")
    });
    insta::assert_snapshot!("waves", said.replace(env!("CARGO_PKG_VERSION"), "0.0.0"));
}

#[test]
fn a_trend_needs_three_waves() {
    let bank = bank();
    let filters = trend::filters(&bank.project, &Filter::default());
    let measured: Vec<_> = filters.iter().map(|filter| measure(&bank.project, filter)).collect();
    let found = trend::of(&filters, &measured);
    let said = both(|locale| {
        let rows = found.rows.iter().take(2).flat_map(|row| {
            [&row.client, &row.employee].map(|side| format!("{:?}", trend_cells(locale, side)))
        });
        short(locale, &found).into_iter().chain(rows).collect::<Vec<_>>().join("\n")
    });
    insta::assert_snapshot!("trend_short", said);
}

#[test]
fn what_is_masked_and_who_recurs_is_said_with_care() {
    let (bank, mut pair) = waves();
    pair.pairing.inside = false;
    pair.found.client = Design::Paired { recurring: 40 };
    pair.found.employee = Design::Independent { recurring: 3 };
    pair.found.after.employee.masked = Some(Masked::Group);
    pair.found.after.rows[0].employee.level = Err(Undefined::Masked);
    let of = (&bank.mirror, &pair.pairing.filters[1]);
    let said = both(|locale| {
        let changes = changes(locale, &bank.project, &pair).recurring.join("\n");
        let counts =
            [(0, 4), (2, 4), (4, 4)].map(|(told, all)| untold(locale, told, all).unwrap_or_default());
        let annex = file(chapters(locale, &bank.project, of, Some(&pair), TODAY));
        [changes, caption(locale, &pair), counts.join("\n"), annex].join("\n")
    });
    insta::assert_snapshot!("masked", said.replace(env!("CARGO_PKG_VERSION"), "0.0.0"));
}

#[test]
fn a_type_by_silence_and_a_missing_one_are_explained() {
    let mut sample = bank();
    let kinds = [Class::Silent(Type::Blindness), Class::Unclassified(Reason::InsufficientEmployee)];
    let said = kinds.map(|class| {
        sample.mirror.rows[0].class = class;
        both(|locale| written(of_both(locale, sample.explained(0))))
    });
    insta::assert_snapshot!("no_certainty", said.join("\n\n\n"));
    sample.mirror.rows[0].client.level = Err(Undefined::NoValence);
    let level =
        of_side(Locale::English, sample.explained(0), (Side::Client, Levels::Absolute)).swap_remove(1);
    let reason = undefined::reason(Locale::English, Undefined::NoValence);
    assert_eq!(level.sentences, [format!("Not defined: {reason}.")]);
}
