//! The gaps of a run: what this machine could not check is listed at the end of a command, and is an error if
//! `REFLET_MUST_COVER` names it.

use std::env;

use anyhow::{Result, bail};

/// What a machine may be unable to cover, by the names in `REFLET_MUST_COVER`, which are separated by spaces.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    Advisories,
    CsvSpectrum,
    RealData,
    Firefox,
    Webkit,
}

const SUBJECTS: [(&str, Subject); 5] = [
    ("advisories", Subject::Advisories),
    ("csv-spectrum", Subject::CsvSpectrum),
    ("real-data", Subject::RealData),
    ("firefox", Subject::Firefox),
    ("webkit", Subject::Webkit),
];

impl Subject {
    pub fn name(self) -> &'static str {
        SUBJECTS.iter().find(|(_, subject)| *subject == self).map_or("", |(name, _)| name)
    }

    pub fn named(name: &str) -> Option<Self> {
        SUBJECTS.iter().find(|(known, _)| *known == name).map(|(_, subject)| *subject)
    }
}

/// The subjects that were not covered, and why.
#[derive(Default)]
pub struct Gaps(Vec<(Subject, String)>);

impl Gaps {
    pub fn add(&mut self, subject: Subject, why: impl Into<String>) {
        self.0.push((subject, why.into()));
    }

    /// Prints all of them; an error if one of them must be covered on this machine.
    pub fn close(self) -> Result<()> {
        for line in self.lines() {
            println!("{line}");
        }
        self.judge(&env::var("REFLET_MUST_COVER").unwrap_or_default())
    }

    fn lines(&self) -> Vec<String> {
        self.0.iter().map(|(subject, why)| format!("NOT COVERED: {}: {why}", subject.name())).collect()
    }

    fn judge(&self, demanded: &str) -> Result<()> {
        for name in demanded.split_whitespace() {
            let Some(subject) = Subject::named(name) else {
                let names = SUBJECTS.map(|(name, _)| name).join(", ");
                bail!("REFLET_MUST_COVER: there is no `{name}`; there are {names}");
            };
            if self.0.iter().any(|(missing, _)| *missing == subject) {
                bail!("{name} must be covered here and is not");
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_an_error_where_it_is_demanded() {
        let mut gaps = Gaps::default();
        assert!(gaps.judge("advisories webkit").is_ok());
        gaps.add(Subject::Webkit, "no driver");
        assert_eq!(gaps.lines(), ["NOT COVERED: webkit: no driver"]);
        assert!(gaps.judge("").is_ok());
        assert!(gaps.judge("advisories real-data").is_ok());
        assert!(gaps.judge("advisories webkit").is_err());
        assert!(gaps.judge("advisory").is_err());
    }
}
