//! What stands in columns that only clients or only employees have.

use super::EMPLOYEE;
use crate::import::guess::names;
use crate::import::words::{fold, mentions};
use crate::model::Side;

/// What employees alone are asked about themselves and their work, and what is kept of them.
#[rustfmt::skip]
const WORK: &[&str] = &[
    "employee status", "employment status", "employment type", "tenure", "anciennete dans l entreprise", "anciennete", "work life balance",
    "senior management", "senior mgmt", "career opportunities", "career opp", "compensation and benefits",
    "comp benefits", "culture and values", "equilibre vie pro", "last working day", "reason for leaving", "reasons for leaving",
    "leaving date", "date of leaving", "leaving reason", "hire date", "date of hire", "date d embauche", "motif de depart", "raison du depart",
    "date de sortie de l entreprise", "manager reply", "manager response", "reponse du manager", "exit interview", "entretien de depart",
    "line manager", "job grade", "pay grade", "notice period", "years of service", "objectifs sont clairs",
    "decisions sont expliquees", "decisions are explained", "charge de travail", "workload", "fier d appartenir",
    "fiere d appartenir", "perspectives d evolution", "reconnu dans mon", "je me sens reconnu", "i feel recognised",
    "i feel recognized", "i feel valued", "qualite de vie au travail", "bien etre au travail",
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

/// The side of which alone such a column is kept or asked.
pub fn of_column(header: &str) -> Option<Side> {
    let folded = names::folded(header);
    let speaks = |words: &[&str]| words.iter().any(|words| mentions(&folded, words));
    match (speaks(SERVICE), speaks(WORK)) {
        (true, false) => Some(Side::Client),
        (false, true) => Some(Side::Employee),
        _ => None,
    }
}

/// Whether a header is what clients rate of the people whom they meet: "Staff", "Amabilité du personnel".
pub fn is_of_staff(header: &str) -> bool {
    let folded = fold(header);
    let speaks = |words: &[&str]| words.iter().any(|words| mentions(&folded, words));
    folded.split(' ').count() <= 4
        && speaks(EMPLOYEE)
        && !speaks(&["mon", "ma", "my", "our", "nos", "satisfaction"])
}
