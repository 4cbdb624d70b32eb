//! Words that say whose view a row is.

use std::collections::BTreeMap;

use super::table::Table;
use super::words::{fold, mentions};
use crate::model::Side;

#[rustfmt::skip]
const CLIENT: &[&str] = &[
    "client", "clients", "cliente", "clientes", "client e", "client e s", "customer", "customers",
    "usager", "usagers", "usagere", "usageres", "consommateur", "consommateurs", "consommatrice",
    "consommatrices", "consumer", "consumers", "guest", "guests", "shopper", "shoppers", "buyer", "buyers",
    "acheteur", "acheteurs",
];

#[rustfmt::skip]
const EMPLOYEE: &[&str] = &[
    "employee", "employees", "employe", "employes", "employe e", "employe e s", "collaborateur",
    "collaborateurs", "collaboratrice", "collaboratrices", "collaborateur rice", "collaborateur rice s",
    "collaborateur trice", "collaborateur trice s", "salarie", "salaries", "salariee", "salariees",
    "salarie e", "salarie e s", "staff", "agent", "agents", "agente", "agentes", "conseiller",
    "conseillers", "conseillere", "conseilleres", "vendeur", "vendeurs", "vendeuse", "vendeuses",
    "personnel", "team member", "team members", "colleague", "colleagues", "worker", "workers", "advisor",
    "advisors",
];

/// The side that a value names by itself: `Client`, ` COLLABORATRICE `, `salarié(e)s`.
pub fn of(value: &str) -> Option<Side> {
    let folded = fold(value);
    if CLIENT.contains(&folded.as_str()) {
        Some(Side::Client)
    } else {
        EMPLOYEE.contains(&folded.as_str()).then_some(Side::Employee)
    }
}

/// The only side that a title speaks of, such as a header or the name of a file; none if both or neither.
pub fn mentioned(title: &str) -> Option<Side> {
    let folded = fold(title);
    let speaks = |words: &[&str]| words.iter().any(|word| mentions(&folded, word));
    match (speaks(CLIENT), speaks(EMPLOYEE)) {
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

/// Under which name a value stands in a map of values: folded, or trimmed if nothing is left of it (`++`).
pub fn key(value: &str) -> String {
    let folded = fold(value);
    if folded.is_empty() { value.trim().to_owned() } else { folded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_map_themselves() {
        for client in ["client", "Clients", " CUSTOMER", "customers", "Client(e)s"] {
            assert_eq!(of(client), Some(Side::Client), "{client}");
        }
        for employee in [
            "Employee",
            "employés",
            "Collaborateurs",
            "collaboratrice",
            "Salarié(e)s",
            "salaries",
            "STAFF",
            "agent",
        ] {
            assert_eq!(of(employee), Some(Side::Employee), "{employee}");
        }
        for other in ["", "siège", "B2B", "agent client"] {
            assert_eq!(of(other), None, "{other}");
        }
    }

    #[test]
    fn titles_speak_of_one_side() {
        assert_eq!(mentioned("verbatims_clients-2025.csv"), Some(Side::Client));
        assert_eq!(mentioned("Réponses collaborateurs"), Some(Side::Employee));
        assert_eq!(mentioned("clients et salariés"), None);
    }
}
