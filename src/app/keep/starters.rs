//! The starter codebooks that Reflet ships, in both languages.

use crate::app::browser::files;
use crate::command::{Draft, DraftMoment};
use crate::say::Locale;

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

    /// Its stages and moments in that language, fetched from beside the page.
    ///
    /// # Errors
    /// If its file does not come, in the browser's words.
    pub async fn draft(self, locale: Locale) -> Result<Draft, String> {
        let language = match locale {
            Locale::French => "fr",
            Locale::English => "en",
        };
        let source = files::fetch(&format!("codebooks/{}.{language}.csv", self.id())).await?;
        let moments = csv::Reader::from_reader(source.as_bytes())
            .into_records()
            .map(|record| {
                let record = record?;
                let cell = |index| record.get(index).unwrap_or_default().to_owned();
                Ok(DraftMoment {
                    stage: cell(0),
                    name: cell(1),
                    definition: cell(2),
                    keywords: cell(3).split('|').map(str::to_owned).collect(),
                })
            })
            .collect::<Result<_, csv::Error>>()
            .map_err(|error| error.to_string())?;
        Ok(Draft { moments })
    }
}
