//! Puts the codings of rows on texts that exist already: in the project, or from an earlier row.

use super::{Entry, Fate, Reader};
use crate::import::known::Key;
use crate::import::report::{Issue, Reason, Report};
use crate::import::row::{Attributes, RowCodings};
use crate::model::imported::{NewCoding, NewVerbatim};
use crate::model::{Decision, Verbatim};

impl<'a> Reader<'a> {
    /// Puts the codings of a row on a verbatim of an existing response. If only some contradict existing codings, the
    /// row gets a warning.
    pub(super) fn code(
        &mut self,
        row: usize,
        key: Key,
        entry: &mut Entry,
        place: usize,
        codings: Vec<NewCoding>,
    ) -> Result<Fate, Reason> {
        let mut fates = Vec::with_capacity(codings.len());
        for coding in codings {
            fates.push(self.put(key, entry, place, coding));
        }
        let joins = |fate: &&Result<Fate, Reason>| matches!(fate, Ok(Fate::New | Fate::Merged));
        let best = fates.iter().find(joins).or_else(|| fates.iter().find(|fate| fate.is_ok()));
        let Some(best) = best else {
            return fates.first().copied().unwrap_or(Err(Reason::NothingToCode));
        };
        if fates.iter().any(Result::is_err) {
            self.rows.warn(row, None, Issue::Differs);
        }
        *best
    }

    fn put(&mut self, key: Key, entry: &mut Entry, place: usize, coding: NewCoding) -> Result<Fate, Reason> {
        if let Some(decision) = self.decided(entry, place, coding.coder.as_deref())? {
            if *decision == Decision::NoMoment {
                return Err(Reason::Contradicts);
            }
            if let Some(there) = self.known.same_coding(decision, &coding) {
                let same = (there.valence, there.effort) == (coding.valence, coding.effort);
                return if same { Ok(Fate::Known) } else { Err(Reason::CodedTwice) };
            }
        }
        let repeat = if entry.known.is_some() { Fate::Known } else { Fate::Repeated };
        let (response, place) = self.target(key, entry, place)?;
        let verbatim = self.outcome.imported.responses.get_mut(response);
        let verbatim = verbatim.and_then(|response| response.verbatims.get_mut(place));
        let verbatim = verbatim.ok_or(Reason::NothingToCode)?;
        if verbatim.no_moment.contains(&coding.coder) {
            return Err(Reason::Contradicts);
        }
        if let Some(there) = verbatim.codings.iter().find(|there| self.known.are_one(there, &coding)) {
            let same = (there.valence, there.effort) == (coding.valence, coding.effort);
            return if same { Ok(repeat) } else { Err(Reason::CodedTwice) };
        }
        verbatim.codings.push(coding);
        self.outcome.report.codings += 1;
        Ok(if entry.known.is_some() { Fate::Merged } else { Fate::New })
    }

    /// Marks a verbatim of an existing response as *no moment* for a coder.
    pub(super) fn find_none(
        &mut self,
        key: Key,
        entry: &mut Entry,
        place: usize,
        coder: Option<String>,
    ) -> Result<Fate, Reason> {
        if let Some(decision) = self.decided(entry, place, coder.as_deref())? {
            let same = *decision == Decision::NoMoment;
            return if same { Ok(Fate::Known) } else { Err(Reason::Contradicts) };
        }
        let repeat = if entry.known.is_some() { Fate::Known } else { Fate::Repeated };
        let (response, place) = self.target(key, entry, place)?;
        let verbatim = self.outcome.imported.responses.get_mut(response);
        let verbatim = verbatim.and_then(|response| response.verbatims.get_mut(place));
        let verbatim = verbatim.ok_or(Reason::NothingToCode)?;
        if verbatim.codings.iter().any(|there| there.coder == coder) {
            return Err(Reason::Contradicts);
        }
        if verbatim.no_moment.contains(&coder) {
            return Ok(repeat);
        }
        verbatim.no_moment.push(coder);
        self.outcome.report.no_moment += 1;
        Ok(if entry.known.is_some() { Fate::Merged } else { Fate::New })
    }

    /// The verbatim of the project at that place; `None` if the texts of its response are new, as those of a response
    /// that had none.
    fn in_project(&self, entry: &Entry, place: usize) -> Result<Option<&'a Verbatim>, Reason> {
        let Some(id) = entry.known.filter(|id| !self.known.verbatims(*id).is_empty()) else {
            return Ok(None);
        };
        self.known.verbatims(id).get(place).copied().map(Some).ok_or(Reason::NothingToCode)
    }

    /// The decision of a coder in the project about the verbatim at that place.
    fn decided(
        &self,
        entry: &Entry,
        place: usize,
        coder: Option<&str>,
    ) -> Result<Option<&'a Decision>, Reason> {
        let verbatim = self.in_project(entry, place)?;
        Ok(verbatim.and_then(|verbatim| self.known.decision(verbatim, coder)))
    }

    /// The imported response and the place of its verbatim for a decision about the verbatim at that place.
    fn target(&mut self, key: Key, entry: &mut Entry, place: usize) -> Result<(usize, usize), Reason> {
        let Some(verbatim) = self.in_project(entry, place)? else {
            return entry.new.map(|new| (new, place)).ok_or(Reason::NothingToCode);
        };
        let new = *entry.new.get_or_insert_with(|| {
            let (side, source) = self.known.own(key);
            let none = Attributes { respondent: None, wave: None, date: None, segments: Vec::new() };
            self.outcome.imported.responses.push(none.response(side, source));
            self.outcome.imported.responses.len() - 1
        });
        let verbatims = &mut self.outcome.imported.responses[new].verbatims;
        let place = verbatims.iter().position(|new| new.text == verbatim.text).unwrap_or_else(|| {
            let (prompt, text) = (verbatim.prompt, verbatim.text.clone());
            verbatims.push(NewVerbatim { prompt, text, codings: Vec::new(), no_moment: Vec::new() });
            verbatims.len() - 1
        });
        Ok((new, place))
    }
}

/// Puts the codings of a row on a new verbatim.
pub(super) fn decide(report: &mut Report, verbatim: &mut NewVerbatim, coding: RowCodings) {
    match coding {
        RowCodings::Good(codings) => {
            report.codings += codings.len();
            verbatim.codings.extend(codings);
        }
        RowCodings::NoMoment(coder) => {
            report.no_moment += 1;
            verbatim.no_moment.push(coder);
        }
        RowCodings::None | RowCodings::Bad(_) => {}
    }
}
