//! Columns that only clients or only employees have.

use std::sync::LazyLock;

use super::EMPLOYEE;
use crate::import::guess::names;
use crate::import::matching::{Phrases, fold, mentions};
use crate::model::Side;

/// Headers of questions to employees about themselves and their work, and of data about them.
#[rustfmt::skip]
const WORK: &[&str] = &[
    "employee status", "work life balance", "cease date", "cessation year", "cessation date", "separation type",
    "ceasing employment",
    "senior management", "senior mgmt", "career opportunities", "career opp", "compensation and benefits",
    "comp benefits", "culture and values", "equilibre vie pro", "last working day",     "hire date", "date of hire", "date d embauche",     "manager reply", "manager response", "reponse du manager", "exit interview", "entretien de depart",
    "line manager", "job grade", "pay grade", "objectifs sont clairs",
    "decisions sont expliquees", "decisions are explained", "charge de travail", "workload", "fier d appartenir",
    "fiere d appartenir", "perspectives d evolution", "reconnu dans mon", "je me sens reconnu", "i feel recognised",
    "i feel recognized", "i feel valued", "qualite de vie au travail", "bien etre au travail",
];

/// Headers of data about employees more often than about clients: two such columns are evidence.
#[rustfmt::skip]
const HINTS: &[&str] = &[
    "badge", "shift", "team name", "tenure", "anciennete", "department do you", "team do you work", "years of service",
    "reason for leaving", "reasons for leaving", "leaving date", "date of leaving", "leaving reason", "motif de depart",
    "raison du depart", "date de sortie", "notice period", "service travaillez vous", "employment status", "emp",
];

/// Headers of data about clients: orders, stays, policies.
#[rustfmt::skip]
const SERVICE: &[&str] = &[
    "order no", "order number", "order id", "order ref", "order date", "booking ref", "booking reference", "booking id",
    "booking number", "reservation number", "reservation no", "reservation id", "policy no", "policy number", "policy id", "policy type",
    "claim no", "claim number", "claim type", "purchase date", "date of purchase", "verified purchase", "room number",
    "room type", "date of stay", "trip type", "traveller type", "traveler type", "n de commande", "numero de commande", "n commande", "num commande",
    "date de commande", "date d achat", "n de reservation", "numero de reservation", "ref reservation", "reference de reservation",
    "n de contrat", "numero de contrat", "n contrat", "n de police", "n de sinistre", "numero de sinistre", "n sinistre", "type de sinistre", "n de bail",
    "type de voyageur", "type de chambre", "date de sejour", "sejour du", "achat verifie", "produit achete",
];

/// The evidence of a column for a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnSide {
    /// The column is of that side alone.
    Of(Side),
    /// The column is of employees more often than of clients.
    Hint,
}

static PHRASES: LazyLock<Phrases<ColumnSide>> = LazyLock::new(|| {
    let of = |kept| move |phrase: &&'static str| (*phrase, kept);
    let clients = SERVICE.iter().map(of(ColumnSide::Of(Side::Client)));
    let employees = WORK.iter().map(of(ColumnSide::Of(Side::Employee)));
    Phrases::new(clients.chain(employees).chain(HINTS.iter().map(of(ColumnSide::Hint))))
});

/// The evidence of a header for a side; `None` without evidence, or with evidence for both.
pub fn of_column(header: &str) -> Option<ColumnSide> {
    let folded = names::folded(header);
    let words: Vec<&str> = folded.split(' ').collect();
    let found: Vec<ColumnSide> = PHRASES.find_all(&words).map(|(.., kept)| *kept).collect();
    let has = |side: ColumnSide| found.contains(&side);
    match (has(ColumnSide::Of(Side::Client)), has(ColumnSide::Of(Side::Employee))) {
        (true, false) => Some(ColumnSide::Of(Side::Client)),
        (false, true) => Some(ColumnSide::Of(Side::Employee)),
        (true, true) => None,
        (false, false) => has(ColumnSide::Hint).then_some(ColumnSide::Hint),
    }
}

/// Whether a header is an aspect of the staff that clients rate: "Staff", "Amabilité du personnel".
pub fn is_of_staff(header: &str) -> bool {
    let folded = fold(header);
    let mentions_any = |words: &[&str]| words.iter().any(|words| mentions(&folded, words));
    folded.split(' ').count() <= 4
        && mentions_any(EMPLOYEE)
        && !mentions_any(&["mon", "ma", "my", "our", "nos", "satisfaction"])
}
