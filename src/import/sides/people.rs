//! Finds the people whom the respondent met: "avec l'un de nos clients", "dealing with a difficult passenger", "with
//! our staff".

use crate::model::Side;

/// Words for people who are served, in any trade.
#[rustfmt::skip]
const SERVED: &[&str] = &[
    "client", "clients", "cliente", "clientes", "customer", "customers", "usager", "usagers", "usagere", "usageres",
    "consumer", "consumers", "consommateur", "consommateurs", "guest", "guests", "shopper", "shoppers", "buyer", "buyers",
    "acheteur", "acheteurs", "patient", "patients", "patiente", "patientes", "assure", "assures", "assuree", "assurees",
    "adherent", "adherents", "adherente", "adherentes", "societaire", "societaires", "abonne", "abonnes", "eleve",
    "eleves", "pupil", "pupils", "student", "students", "parent", "passenger", "passengers", "passager",
    "passagers", "voyageur", "voyageurs", "traveller", "travellers", "traveler", "travelers", "resident", "residents",
    "residente", "residentes", "tenant", "tenants", "locataire", "locataires", "allocataire", "allocataires",
    "beneficiaire", "beneficiaires", "visitor", "visitors", "visiteur", "visiteurs", "citizen", "citizens", "citoyen",
    "citoyens", "administre", "administres", "caller", "callers", "claimant", "claimants", "policyholder",
    "policyholders", "subscriber", "subscribers", "diner", "diners", "convive", "convives", "vacationer", "vacanciers",
    "member", "members", "membre", "membres", "public", "user", "users", "utilisateur", "utilisateurs",
];

/// Words for people who serve.
#[rustfmt::skip]
const SERVING: &[&str] = &[
    "equipe", "equipes", "conseiller", "conseillers", "conseillere", "conseilleres", "collaborateur", "collaborateurs",
    "collaboratrice", "agent", "agents", "agente", "vendeur", "vendeurs", "vendeuse", "vendeuses", "personnel", "staff",
    "team", "teams", "advisor", "advisors", "adviser", "advisers", "employee", "employees", "representative",
    "representatives", "hotesse", "hotesses", "receptionist", "receptionniste", "infirmier", "infirmiers", "infirmiere",
    "infirmieres", "nurse", "nurses", "soignant", "soignants", "technician", "technicians", "technicien",
    "techniciens", "driver", "drivers", "chauffeur", "chauffeurs", "livreur", "courier", "waiter", "waitress", "serveur",
    "serveuse", "cashier", "caissier", "caissiere", "guichetier", "teleconseiller", "teleconseillere", "crew",
    "concierge", "support",
];

/// Words for people with whom one works.
#[rustfmt::skip]
const AT_WORK: &[&str] = &[
    "manager", "managers", "colleague", "colleagues", "collegue", "collegues", "coworkers", "superieur", "hierarchie",
    "supervisor", "boss", "employeur", "employer",
];

/// Words that turn people into a desk: "with our customer service".
#[rustfmt::skip]
const DESKS: &[&str] = &[
    "service", "services", "support", "care", "success", "relations", "desk", "helpline", "advisor", "adviser",
];

/// The side of the respondents of a question about a meeting; `None` if it names nobody whom they met.
pub(super) fn met(words: &[&str]) -> Option<Side> {
    let found: Vec<Side> =
        (0..words.len()).filter_map(|at| behind(words, at + leads(&words[at..])?)).collect();
    let first = found.first()?;
    found.iter().all(|side| side == first).then_some(*first)
}

/// The number of words at the beginning that lead to the people met.
fn leads(words: &[&str]) -> Option<usize> {
    match words {
        ["avec" | "with" | "serving" | "servir" | "helping" | "assisting", ..] => Some(1),
        ["face", "a" | "au" | "aux", ..] | ["aupres" | "contact", "d" | "de" | "des" | "du", ..] => Some(2),
        ["entre", "vous", "et", ..] | ["between", "you", "and", ..] => Some(3),
        _ => None,
    }
}

/// The side of the respondents by the people met, who are named from the word `start` on.
fn behind(words: &[&str], start: usize) -> Option<Side> {
    #[rustfmt::skip]
    const SMALL: &[&str] = &[
        "un", "une", "l", "le", "la", "les", "des", "de", "du", "d", "nos", "notre", "vos", "votre", "e", "one", "of", "our",
        "your", "the", "a", "an", "any", "some", "member", "membre", "of", "each", "chaque", "chacun", "ces", "these", "all", "tous",
    ];
    let mut others = 0;
    for at in start..words.len().min(start + 6) {
        let (word, next) = (words[at], words.get(at + 1).copied().unwrap_or_default());
        let is_theirs = words[start..at].iter().any(|word| matches!(*word, "vos" | "your" | "votre"));
        // "A member of our team" is no member.
        let is_part = matches!(word, "member" | "membre") && matches!(next, "of" | "de" | "d" | "du");
        if SERVED.contains(&word) && !is_part {
            let is_desk = DESKS.contains(&next) || DESKS.contains(&words[at - 1]);
            return Some(if is_desk { Side::Client } else { Side::Employee });
        }
        if AT_WORK.contains(&word) {
            return Some(Side::Employee);
        }
        if SERVING.contains(&word) {
            // "Your team" and "your staff" address somebody who works there.
            let is_own = is_theirs
                && matches!(
                    word,
                    "equipe" | "equipes" | "team" | "teams" | "staff" | "employees" | "collaborateurs"
                );
            return Some(if is_own { Side::Employee } else { Side::Client });
        }
        // "With other guests" addresses a guest.
        if matches!(word, "other" | "autre" | "autres") {
            return None;
        }
        if !SMALL.contains(&word) {
            others += 1;
        }
        // One word may describe them.
        if others > 1 {
            return None;
        }
    }
    None
}

/// Whether the words mention the people who serve as third persons: "how our staff deal with customers" may be asked of
/// either side.
pub(super) fn mention_staff(words: &[&str]) -> bool {
    words.windows(2).any(|two| {
        let is_ours = matches!(two[0], "our" | "nos" | "notre" | "the" | "les" | "l");
        is_ours && SERVING.contains(&two[1]) && two[1] != "support"
    })
}

/// Whether the words mention one of the people served: "a shopper made your day", not "as a customer".
pub(super) fn mention_one_served(words: &[&str]) -> bool {
    #[rustfmt::skip]
    const BEING: &[&str] = &[
        "as", "like", "are", "you", "being", "become", "been", "be", "etes", "vous", "que", "qu", "comme", "devenir", "devenu", "tant", "not",
    ];
    words.windows(2).enumerate().any(|(at, two)| {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or_default();
        let next = words.get(at + 2).copied().unwrap_or_default();
        matches!(two[0], "a" | "an" | "un" | "une")
            && SERVED.contains(&two[1])
            && !matches!(
                two[1],
                "public" | "member" | "membre" | "user" | "utilisateur" | "parent" | "student"
            )
            && !BEING.contains(&before)
            && !DESKS.contains(&next)
    })
}
