//! Determines the side of a row, a column or a title by its words.

mod asked;
mod columns;
mod people;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::matching::{fold, mentions};
use super::table::Table;
use crate::model::Side;

pub use asked::{asked_plainly, of_question};
pub use columns::{ColumnSide, is_of_staff, of_column};

#[rustfmt::skip]
const CLIENT: &[&str] = &[
    "client", "clients", "cliente", "clientes", "client e", "client e s", "customer", "customers",
    "usager", "usagers", "usagere", "usageres", "consommateur", "consommateurs", "consommatrice",
    "consommatrices", "consumer", "consumers", "guest", "guests", "shopper", "shoppers", "buyer", "buyers",
    "acheteur", "acheteurs", "famille", "familles", "resident", "residents", "residente", "patient", "patients", "patiente",
    "beneficiaire", "beneficiaires", "adherent", "adherents", "abonne", "abonnes", "assure", "assures", "societaire",
    "societaires", "locataire", "locataires", "tenant", "tenants", "voyageur", "voyageurs", "passager", "passagers",
    "passenger", "passengers", "visiteur", "visiteurs", "visitor", "visitors", "eleve", "eleves", "pupil", "pupils",
    "student", "students", "etudiant", "etudiants", "parent", "parents", "family", "families", "policyholder",
    "policyholders", "citoyen", "citoyens", "citizen", "citizens", "habitant", "habitants", "administre", "administres",
    "donateur", "donateurs", "donor", "donors", "subscriber", "subscribers", "member", "members", "allocataire",
    "allocataires",
];

#[rustfmt::skip]
const EMPLOYEE: &[&str] = &[
    "employee", "employees", "employe", "employes", "employe e", "employe e s", "collaborateur",
    "collaborateurs", "collaboratrice", "collaboratrices", "collaborateur rice", "collaborateur rice s",
    "collaborateur trice", "collaborateur trice s", "salarie", "salaries", "salariee", "salariees",
    "salarie e", "salarie e s", "staff", "agent", "agents", "agente", "agentes", "conseiller",
    "conseillers", "conseillere", "conseilleres", "vendeur", "vendeurs", "vendeuse", "vendeuses",
    "personnel", "team member", "team members", "colleague", "colleagues", "worker", "workers", "advisor",
    "advisors", "soignant", "soignants", "soignante", "soignantes", "nurse", "nurses", "teacher", "teachers", "enseignant",
    "enseignants", "infirmier", "infirmiere", "conducteur", "conducteurs", "professionnel", "professionnels", "equipe",
    "equipes", "team", "workforce",
];

/// The side that a value names by itself: `Client`, ` COLLABORATRICE `, `salarié(e)s`.
pub fn of(value: &str) -> Option<Side> {
    /// The most bytes of a name of a side.
    const LONGEST: usize = 60;
    if value.len() > LONGEST {
        return None;
    }
    let folded = fold(value);
    if CLIENT.contains(&folded.as_str()) {
        Some(Side::Client)
    } else {
        EMPLOYEE.contains(&folded.as_str()).then_some(Side::Employee)
    }
}

/// The side of the people whom a column identifies: "matricule" is of employees, "n° client" of clients.
pub fn of_people(header: &str) -> Option<Side> {
    const OTHER_CLIENTS: [&str; 10] = [
        "adherent",
        "abonne",
        "societaire",
        "patient",
        "membre",
        "member",
        "guest",
        "reviewer",
        "account number",
        "n de compte",
    ];
    let folded = fold(header);
    let mentions_any = |words: &[&str]| words.iter().any(|words| mentions(&folded, words));
    mentioned(header).or_else(|| {
        if mentions_any(&[
            "matricule",
            "worker id",
            "emp no",
            "emp id",
            "emp n",
            "emp number",
            "emp code",
            "payroll number",
        ]) {
            Some(Side::Employee)
        } else {
            mentions_any(&OTHER_CLIENTS).then_some(Side::Client)
        }
    })
}

/// The side in the name of a file or of a sheet.
pub fn of_title(title: &str) -> Option<Side> {
    #[rustfmt::skip]
    const EMPLOYEES: [&str; 28] = [
        "manager", "managers", "exit interview", "exit interviews", "entretien de depart", "entretiens de depart",
        "entretiens depart", "leavers", "officevibe", "culture amp", "great place to work", "bien etre au travail",
        "conditions de travail", "workplace", "barometre social", "climat social", "engagement", "enquete interne", "barometre interne", "qvt", "qvct", "rh",
        "hr", "glassdoor", "indeed", "peakon", "supermood", "enps",
    ];
    #[rustfmt::skip]
    const CLIENTS: [&str; 12] = [
        "trustpilot", "tripadvisor", "google reviews", "avis google", "app store", "play store", "capterra", "csat",
        "avis verifies", "google play", "booking", "visiteurs",
    ];
    let folded = fold(title);
    let mentions_any = |words: &[&str]| words.iter().any(|word| mentions(&folded, word));
    mentioned(title).or_else(|| match (mentions_any(&CLIENTS), mentions_any(&EMPLOYEES)) {
        (true, false) => Some(Side::Client),
        (false, true) => Some(Side::Employee),
        _ => None,
    })
}

/// The only side that a title names; `None` for both or neither.
fn mentioned(title: &str) -> Option<Side> {
    let folded = fold(title);
    let mentions_any = |words: &[&str]| words.iter().any(|word| mentions(&folded, word));
    match (mentions_any(CLIENT), mentions_any(EMPLOYEE)) {
        (true, false) => Some(Side::Client),
        (false, true) => Some(Side::Employee),
        _ => None,
    }
}

/// The values of that column which name no side, neither by themselves nor in `known` (by folded value),
/// as they were first written, with the number of their rows; the most frequent first. Empty cells are left out.
pub fn unmapped(table: &Table, column: usize, known: &BTreeMap<String, Side>) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in 0..table.rows() {
        counts.entry(table.cell(row, column).trim()).or_insert((row, 0)).1 += 1;
    }
    let mut values: BTreeMap<String, (usize, &str, usize)> = BTreeMap::new();
    for (value, (first, count)) in counts {
        let folded = key(value);
        if value.is_empty() || of(value).is_some() || known.contains_key(&folded) {
            continue;
        }
        let entry = values.entry(folded).or_insert((first, value, 0));
        if first < entry.0 {
            (entry.0, entry.1) = (first, value);
        }
        entry.2 += count;
    }
    let mut values: Vec<_> = values.into_values().collect();
    values.sort_by_key(|(first, _, count)| (std::cmp::Reverse(*count), *first));
    values.into_iter().map(|(_, value, count)| (value.to_owned(), count)).collect()
}

/// The key of a value in a map of values: folded, or trimmed if folding leaves nothing (`++`).
pub fn key(value: &str) -> String {
    let folded = fold(value);
    if folded.is_empty() { value.trim().to_owned() } else { folded }
}
