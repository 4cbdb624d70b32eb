//! What stands in columns that only clients or only employees have.

use std::sync::LazyLock;

use super::EMPLOYEE;
use crate::import::guess::names;
use crate::import::matching::{Phrases, fold, mentions};
use crate::model::Side;

/// What employees alone are asked about themselves and their work, and what is kept of them.
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

/// What is kept of employees more often than of clients: two such columns tell.
#[rustfmt::skip]
const HINTS: &[&str] = &[
    "badge", "shift", "team name", "tenure", "anciennete", "department do you", "team do you work", "years of service",
    "reason for leaving", "reasons for leaving", "leaving date", "date of leaving", "leaving reason", "motif de depart",
    "raison du depart", "date de sortie", "notice period", "service travaillez vous", "employment status", "emp",
];

/// What is kept of clients: orders, stays, policies.
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

/// What a column says of the side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is kept or asked of that side alone.
    Of(Side),
    /// It is kept of employees more often than of clients.
    Hint,
}

static KEPT: LazyLock<Phrases<Kept>> = LazyLock::new(|| {
    let of = |kept| move |phrase: &&'static str| (*phrase, kept);
    let clients = SERVICE.iter().map(of(Kept::Of(Side::Client)));
    let employees = WORK.iter().map(of(Kept::Of(Side::Employee)));
    Phrases::new(clients.chain(employees).chain(HINTS.iter().map(of(Kept::Hint))))
});

/// What such a column says of the side; nothing if it says both.
pub fn of_column(header: &str) -> Option<Kept> {
    let folded = names::folded(header);
    let words: Vec<&str> = folded.split(' ').collect();
    let said: Vec<Kept> = KEPT.spoken(&words).map(|(.., kept)| *kept).collect();
    let says = |kept: Kept| said.contains(&kept);
    match (says(Kept::Of(Side::Client)), says(Kept::Of(Side::Employee))) {
        (true, false) => Some(Kept::Of(Side::Client)),
        (false, true) => Some(Kept::Of(Side::Employee)),
        (true, true) => None,
        (false, false) => says(Kept::Hint).then_some(Kept::Hint),
    }
}

/// Whether a header is what clients rate of the people whom they meet: "Staff", "Amabilité du personnel".
pub fn is_of_staff(header: &str) -> bool {
    let folded = fold(header);
    let mentions_any = |words: &[&str]| words.iter().any(|words| mentions(&folded, words));
    folded.split(' ').count() <= 4
        && mentions_any(EMPLOYEE)
        && !mentions_any(&["mon", "ma", "my", "our", "nos", "satisfaction"])
}
