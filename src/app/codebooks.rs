//! The starter codebooks that Reflet ships, in both languages.

use super::language::Locale;
use crate::command::{Draft, DraftMoment};

/// A starter codebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Starter {
    /// Retail bank.
    Bank,
    /// Shop and e-commerce.
    Shop,
    /// Telecom and call centre.
    Telecom,
    /// Hotels.
    Hotel,
    /// Services between companies.
    B2b,
}

impl Starter {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Bank, Self::Shop, Self::Telecom, Self::Hotel, Self::B2b];

    /// Its name in a select.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Bank => "bank",
            Self::Shop => "shop",
            Self::Telecom => "telecom",
            Self::Hotel => "hotel",
            Self::B2b => "b2b",
        }
    }

    /// Its stages and moments in that language.
    pub fn draft(self, locale: Locale) -> Draft {
        let moments = csv::Reader::from_reader(self.source(locale).as_bytes())
            .into_records()
            .filter_map(Result::ok)
            .map(|record| {
                let cell = |index| record.get(index).unwrap_or_default().to_owned();
                DraftMoment {
                    stage: cell(0),
                    name: cell(1),
                    definition: cell(2),
                    keywords: cell(3).split('|').map(str::to_owned).collect(),
                }
            })
            .collect();
        Draft { moments }
    }

    const fn source(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Bank, Locale::fr) => include_str!("codebooks/bank.fr.csv"),
            (Self::Bank, Locale::en) => include_str!("codebooks/bank.en.csv"),
            (Self::Shop, Locale::fr) => include_str!("codebooks/shop.fr.csv"),
            (Self::Shop, Locale::en) => include_str!("codebooks/shop.en.csv"),
            (Self::Telecom, Locale::fr) => include_str!("codebooks/telecom.fr.csv"),
            (Self::Telecom, Locale::en) => include_str!("codebooks/telecom.en.csv"),
            (Self::Hotel, Locale::fr) => include_str!("codebooks/hotel.fr.csv"),
            (Self::Hotel, Locale::en) => include_str!("codebooks/hotel.en.csv"),
            (Self::B2b, Locale::fr) => include_str!("codebooks/b2b.fr.csv"),
            (Self::B2b, Locale::en) => include_str!("codebooks/b2b.en.csv"),
        }
    }
}
