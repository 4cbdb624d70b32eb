//! What a table is taken for, what is in doubt about it, and how the user settles it.

use leptos::prelude::*;

use super::Import;
use crate::app::jobs::reading::Guess;
use crate::app::keep::columns;
use crate::import::doubt::{self, Doubt, DoubtKind, Reading};
use crate::import::guess::{self, Because};
use crate::import::source::Format;
use crate::import::{SideSource, Table, titles};
use crate::model::Side;

impl Import {
    /// Takes each column for what it was the last time, or for what is likeliest.
    pub(super) fn guess(self, table: &Table, format: &Format, guessed: Option<Guess>) {
        let said = (!self.anew.get_value()).then(|| columns::recall(table)).flatten();
        let recalled = said.and_then(|said| Some((said.recipe.mapping(table)?, said)));
        self.recalled.set(recalled.is_some());
        let guessed = guessed.and_then(|guess| Some((guess.recipe.mapping(table)?, Some(guess.doubts))));
        let (said, (mut mapping, doubts)) = match recalled {
            // What nobody settled the last time is no more certain this time.
            Some((mapping, said)) => {
                let mut doubts = if said.is_settled() { Vec::new() } else { doubt::doubts(table, &mapping) };
                doubts.retain(|doubt| said.leaves_open(doubt.kind, doubt.column, table));
                (Some(said), (mapping, Some(doubts)))
            }
            None => (None, guessed.unwrap_or_else(|| (guess::mapping(table), None))),
        };
        let sheet = match format {
            Format::Workbook { sheets, chosen, .. } => sheets.get(*chosen),
            _ => None,
        };
        if let (Format::Workbook { sheets, .. }, Some(sheet)) = (format, sheet)
            && sheets.iter().filter(|sheet| sheet.has_answers).count() > 1
        {
            // Number 1 of one sheet is another person than number 1 of the next.
            mapping.scope = Some(sheet.name.clone());
            if mapping.wave.is_none() {
                mapping.wave_fixed = titles::wave(&sheet.name);
            }
        }
        let titles = self.name.get_untracked().into_iter().chain(sheet.map(|sheet| sheet.name.clone()));
        let before = mapping.side.clone();
        let because = guess::side_by_titles(&mut mapping, table, titles);
        // What was said the last time holds where nothing about this source says otherwise.
        let is_recalled =
            because.is_unsure() && said.is_some_and(|said| !said.leaves_open(DoubtKind::Side, None, table));
        if is_recalled {
            mapping.side = before;
        } else if let (Because::Nothing, Some(side), SideSource::Fixed(of)) =
            (because, self.expected.get_untracked(), &mut mapping.side)
        {
            *of = side;
        }
        self.because.set((!is_recalled).then_some(because));
        self.side_said.set(false);
        let mut open = doubt::of_source(table.notes(), &self.wish.get_untracked());
        if let (false, SideSource::Fixed(side)) = (is_recalled, &mapping.side) {
            open.extend(doubt::of_side(because, *side));
        }
        open.extend(doubts.unwrap_or_else(|| doubt::doubts(table, &mapping)));
        self.doubts.set(open);
        self.mapping.set(mapping);
    }

    /// The doubts that the user has not settled.
    pub fn open_doubts(self) -> Vec<Doubt> {
        if self.is_codebook() || self.with_table(|_| ()).is_none() {
            return Vec::new();
        }
        let settled = self.settled.get();
        let mut doubts = self.doubts.get();
        doubts.retain(|doubt| !settled.contains(&(doubt.kind, doubt.column)));
        doubts
    }

    /// Takes one of the readings of a doubt.
    pub fn settle(self, doubt: &Doubt, reading: &Reading) {
        self.settled.update(|settled| settled.push((doubt.kind, doubt.column)));
        match reading {
            Reading::HeaderRows(rows) => {
                self.top.update(|top| top.header_rows = Some(*rows));
                self.lay_out();
            }
            Reading::Rejoined(column) if column.is_some() => {
                self.wish.update(|wish| wish.rejoined = *column);
                self.understand();
            }
            Reading::Plain(true) => {
                self.wish.update(|wish| wish.plain = true);
                self.understand();
            }
            Reading::Side(side) => self.take_side(*side),
            reading => {
                let reading = self.beside_what_is_settled(doubt.kind, reading);
                let changed = self.with_table(|opened| {
                    let mut mapping = self.mapping.get_untracked();
                    reading.apply(&opened.table, &mut mapping);
                    mapping
                });
                if let (DoubtKind::Text, Reading::Rating(rating)) = (doubt.kind, &reading) {
                    self.chosen.update(|chosen| chosen.push(rating.column));
                }
                if let Some(mapping) = changed {
                    self.mapping.set(mapping);
                }
            }
        }
    }

    /// A reading of a rating with what was said about it meanwhile: its scale keeps its way up, its way up its scale.
    fn beside_what_is_settled(self, kind: DoubtKind, reading: &Reading) -> Reading {
        let Reading::Rating(wanted) = reading else { return reading.clone() };
        let current = self.mapping.with_untracked(|mapping| {
            mapping.ratings.iter().find(|rating| rating.column == wanted.column).cloned()
        });
        let Some(current) = current else { return reading.clone() };
        let (mut taken, way) = match kind {
            DoubtKind::Direction => (current, wanted.scale.is_reversed()),
            _ => (wanted.clone(), current.scale.is_reversed()),
        };
        if taken.scale.is_reversed() != way {
            taken.scale = taken.scale.turned();
        }
        Reading::Rating(taken)
    }

    /// All rows are of that side, as the user says.
    pub fn take_side(self, side: Side) {
        self.because.set(None);
        self.side_said.set(true);
        self.settled.update(|settled| settled.push((DoubtKind::Side, None)));
        self.mapping.update(|mapping| {
            mapping.side = SideSource::Fixed(side);
            mapping.texts.iter_mut().for_each(|text| text.side = None);
        });
    }

    /// Forgets what the columns were the last time.
    pub fn guess_anew(self) {
        self.anew.set_value(true);
        self.lay_out();
    }
}
