//! Guesses the column of the date of the answer.

use super::columns::Columns;
use super::names;
use crate::import::cells;
use crate::import::matching::mentions;
use crate::import::vocabulary::Role;

/// Headers of days of a life or of a contract, which are never the date of an answer.
#[rustfmt::skip]
const OF_OTHERS: &[&str] = &[
    "naissance", "birth", "birthday", "dob", "born", "expiry", "expiration", "due", "echeance", "embauche", "hire", "hired",
    "hiring", "entree", "arrivee dans", "anciennete", "adhesion", "membership", "policy start", "policy", "effet", "contrat",
    "contract", "souscription", "subscription", "abonnement", "renewal", "renouvellement", "inscription", "first purchase",
    "premier achat", "joined", "join date", "signup", "sign up", "registration",
];

/// Headers of days after an answer, or of other days about it.
#[rustfmt::skip]
const LATER: &[&str] = &[
    "updated", "modified", "last", "edited", "stay", "export", "exported", "extraction", "extract", "download", "closed",
    "cloture", "resolved", "resolution", "traitement", "processed", "reponse", "response", "replied", "reply", "answered",
    "repondu", "mise a jour", "modification", "import", "imported", "sent", "envoi", "invited", "invitation", "reminder",
    "relance", "updates", "shipped", "expedition",
];

impl Columns<'_> {
    /// The column of dates: one with a name of a date, or with days in its cells. Of several, that of the answer or of
    /// the event, not of a birth, an entry or a reply.
    pub(super) fn date(&mut self) -> Option<usize> {
        let mentions_any =
            |words: &[&str], column: usize| words.iter().any(|word| mentions(&self.headers[column], word));
        let mut found: Vec<usize> = self
            .free()
            .filter(|column| self.may_be_when(*column) && !mentions_any(OF_OTHERS, *column))
            .collect();
        // The surest name first, then the first column.
        found.sort_by_key(|column| {
            let of_days = self.profiles[*column].filled == 0 || self.is_of_days(*column);
            (mentions_any(LATER, *column), !self.is_called(Role::Date, *column), !of_days, *column)
        });
        self.take(found.first().copied())
    }

    /// Whether a column has a name of a date and can hold days, or holds days.
    fn may_be_when(&self, column: usize) -> bool {
        let header = &self.headers[column];
        let is_short = header.split(' ').count() <= 5;
        let is_named = self.is_called(Role::Date, column) || is_short && Role::Date.is_betrayed_by(header);
        let is_unnamed = self.headers.iter().all(String::is_empty);
        !names::is_a_reply(header)
            && (is_named && !self.profiles[column].is_prose()
                || (is_unnamed || !header.is_empty()) && self.is_of_days(column))
    }

    fn is_of_days(&self, column: usize) -> bool {
        self.profiles[column].filled > 0 && self.share(column, cells::is_whole_day) >= 80
    }
}

#[cfg(test)]
mod tests {
    use crate::import::guess;
    use crate::import::text::{Options, TextError, open};

    #[test]
    fn the_day_of_an_answer_is_neither_a_birthday_nor_a_reply() -> Result<(), TextError> {
        for (headers, expected) in [
            (["Créé le", "Date de naissance"], Some(0)),
            (["Date of birth", "Submitted"], Some(1)),
            (["Policy start date", "Answered on"], Some(1)),
            (["Date de la réponse", "Date"], Some(1)),
            (["Date closed", "Date received"], Some(1)),
            (["Date d'export", "Date de visite"], Some(1)),
            (["Date d'adhésion", "Date de l'enquête"], Some(1)),
            (["Date d'effet du contrat", "Date du sinistre"], Some(1)),
            (["Last updated", "reviewed_at"], Some(1)),
            (["StartDate", "EndDate"], Some(0)),
            (["Date de la réponse", "Agence"], Some(0)),
            (["Date de naissance", "Agence"], None),
        ] {
            let day = |header: &str, row: usize| {
                if header == "Agence" { "Lille".to_owned() } else { format!("{:02}/03/2025", row + 1) }
            };
            let rows = (0..12).map(|row| {
                format!(
                    "{};{};Une attente trop longue, numéro {row}",
                    day(headers[0], row),
                    day(headers[1], row)
                )
            });
            let text = format!("{};avis\n{}\n", headers.join(";"), rows.collect::<Vec<_>>().join("\n"));
            let (table, _) = open(text, Options::default())?;
            assert_eq!(guess::mapping(&table).date, expected, "{headers:?}");
        }
        Ok(())
    }
}
