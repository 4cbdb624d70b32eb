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

/// What is said to clients and employees in questions, the strongest first: with whom an interaction was, then as whom
/// one is asked, then what is one's own.
#[rustfmt::skip]
const ASKED: [(&[&str], &[&str]); 3] = [
    (
        &[
            "avec nos equipes", "avec notre equipe", "avec nos conseillers", "avec nos collaborateurs", "avec nos agents",
            "avec nos vendeurs", "avec notre personnel", "avec votre conseiller", "avec votre conseillere",
            "avec un conseiller", "avec une conseillere", "avec un vendeur", "avec un de nos conseillers",
            "avec l un de nos conseillers", "avec un de nos collaborateurs", "avec l un de nos collaborateurs",
            "avec l un de nos agents", "avec un agent", "avec notre service client", "avec le service client",
            "avec nos services", "with our staff", "with our team", "with our teams", "with our employees",
            "with our advisors", "with our agents", "with your advisor", "with your adviser", "with an advisor",
            "with an agent", "with customer service", "with our customer service", "with our support",
            "with customer support", "with one of our advisors", "with one of our agents", "with a member of our",
            "with a member of staff", "with an employee", "with one of our employees",
        ],
        &[
            "avec un client", "avec une cliente", "avec un de nos clients", "avec l un de nos clients",
            "avec l un de vos clients", "avec un de vos clients", "avec nos clients", "avec vos clients",
            "avec des clients", "avec les clients", "avec le client", "avec un usager", "avec une usagere",
            "avec un e client e", "avec un patient", "avec les usagers", "avec nos usagers", "avec l un de nos usagers",
            "face a un client", "face aux clients", "with a customer", "with a client", "with customers", "with clients",
            "with our customers", "with our clients", "with your customers", "with your clients", "with the customer",
            "with one of our customers", "with one of our clients", "with one of your customers",
            "with one of your clients", "with a guest", "with guests", "with one of our guests", "with a shopper",
        ],
    ),
    (
        &[
            "en tant que client", "en tant que cliente", "en tant qu usager", "comme client", "as a customer",
            "as a client", "as a guest", "as our customer", "votre experience client", "your customer experience",
        ],
        &[
            "en tant que collaborateur", "en tant que collaboratrice", "en tant que salarie", "en tant que salariee",
            "en tant qu employe", "en tant qu employee", "en tant qu agent", "en tant que conseiller",
            "en tant que manager", "en tant que vendeur", "comme salarie", "as an employee", "as a team member",
            "as an advisor", "as an agent", "as a member of staff", "votre experience collaborateur",
            "your employee experience",
        ],
    ),
    (
        &[
            "nos equipes", "nos conseillers", "nos collaborateurs", "nos agents", "nos vendeurs", "notre personnel",
            "notre conseiller", "votre conseiller", "votre conseillere", "our staff", "our team", "our teams",
            "our advisors", "our agents", "our employees", "your advisor", "your adviser", "notre boutique",
            "notre magasin", "notre agence", "nos agences", "nos magasins", "nos boutiques", "notre service",
            "nos services", "notre site", "notre produit", "nos produits", "notre application", "notre appli",
            "notre restaurant", "notre hotel", "notre offre", "notre banque", "our product", "our products", "our app",
            "our store", "our stores", "our shop", "our service", "our services", "our website", "our branch",
            "our hotel", "our restaurant", "our customer service", "votre commande", "votre achat", "vos achats",
            "votre livraison", "votre visite", "votre sejour", "votre passage en", "your order", "your purchase",
            "your visit", "your stay", "your delivery",
            "do you use", "you use", "utilisez vous", "vous utilisez",
        ],
        &[
            "vos clients", "nos clients", "your customers", "our customers", "our clients", "your clients",
            "votre manager", "votre responsable", "votre superieur", "votre hierarchie", "votre travail", "votre poste",
            "votre metier", "vos collegues", "votre employeur", "votre equipe", "vos conditions de travail", "au travail",
            "travailler chez", "travailler ici", "travailler pour", "your manager", "your job", "your work",
            "your colleagues", "your employer", "your team", "your role", "your workplace", "work here", "working at",
            "working here", "working for", "place to work", "advice to management", "advice to mgmt", "conseils a la direction", "mon travail",
            "mon manager", "my manager", "my job", "my work", "my team", "mon equipe", "mon poste", "mes collegues",
            "my colleagues",
        ],
    ),
];

/// Words for a side that name a place or a department: whoever speaks of "service client" may be either.
const NEITHER: [&str; 10] = [
    "service client",
    "service clients",
    "relation client",
    "relations clients",
    "customer service",
    "customer support",
    "customer care",
    "customer success",
    "customer effort",
    "parcours client",
];

/// The side that a question is asked of: "avec l'un de nos clients" is asked of employees.
///
/// ```
/// use reflet::import::sides::of_question;
/// use reflet::model::Side;
/// assert_eq!(of_question("Your best moment with a customer?"), Some(Side::Employee));
/// assert_eq!(of_question("Your best moment with our staff?"), Some(Side::Client));
/// ```
pub fn of_question(question: &str) -> Option<Side> {
    /// Longer ones are no titles such as "Verbatims clients".
    const WORDS: usize = 5;
    let folded = fold(question);
    let speaks = |words: &[&str]| words.iter().any(|words| mentions(&folded, words));
    for (of_clients, of_employees) in ASKED {
        match (speaks(of_clients), speaks(of_employees)) {
            (true, false) => return Some(Side::Client),
            (false, true) => return Some(Side::Employee),
            (true, true) => return None,
            (false, false) => {}
        }
    }
    let about = ["sur", "about", "avec", "with", "nos", "our", "votre", "vos", "your", "envers", "towards"];
    let is_title = folded.split(' ').count() <= WORDS && !speaks(&about) && !question.contains('?');
    if is_title && !speaks(&NEITHER) { mentioned(question) } else { None }
}

/// Whether a header is what clients rate of the people whom they meet: "Staff", "Amabilité du personnel".
pub fn is_of_staff(header: &str) -> bool {
    let folded = fold(header);
    let speaks = |words: &[&str]| words.iter().any(|words| mentions(&folded, words));
    folded.split(' ').count() <= 4
        && speaks(EMPLOYEE)
        && !speaks(&["mon", "ma", "my", "our", "nos", "satisfaction"])
}

/// Whether a header is of what employees alone are asked.
pub fn is_at_work(header: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 12] = [
        "employee status", "tenure", "anciennete", "work life balance", "senior management", "senior mgmt",
        "career opportunities", "career opp", "compensation and benefits", "comp benefits", "culture and values",
        "equilibre vie pro",
    ];
    let folded = fold(header);
    WORDS.iter().any(|words| mentions(&folded, words))
}

/// The side of the people whom a column tells apart: "matricule" is of employees, "n° client" of clients.
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
    let speaks = |words: &[&str]| words.iter().any(|words| mentions(&folded, words));
    mentioned(header).or_else(|| {
        if speaks(&["matricule", "worker id"]) {
            Some(Side::Employee)
        } else {
            speaks(&OTHER_CLIENTS).then_some(Side::Client)
        }
    })
}

/// The side that the name of a file or of a sheet speaks of.
pub fn of_title(title: &str) -> Option<Side> {
    #[rustfmt::skip]
    const EMPLOYEES: [&str; 14] = [
        "barometre social", "climat social", "engagement", "enquete interne", "barometre interne", "qvt", "qvct", "rh",
        "hr", "glassdoor", "indeed", "peakon", "supermood", "enps",
    ];
    #[rustfmt::skip]
    const CLIENTS: [&str; 12] = [
        "trustpilot", "tripadvisor", "google reviews", "avis google", "app store", "play store", "capterra", "csat",
        "avis verifies", "google play", "booking", "visiteurs",
    ];
    let folded = fold(title);
    let speaks = |words: &[&str]| words.iter().any(|word| mentions(&folded, word));
    mentioned(title).or_else(|| match (speaks(&CLIENTS), speaks(&EMPLOYEES)) {
        (true, false) => Some(Side::Client),
        (false, true) => Some(Side::Employee),
        _ => None,
    })
}

/// The only side that a title names; none if both or neither.
fn mentioned(title: &str) -> Option<Side> {
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
        assert_eq!(of_title("verbatims_clients-2025.csv"), Some(Side::Client));
        assert_eq!(of_title("Réponses collaborateurs"), Some(Side::Employee));
        assert_eq!(of_title("clients et salariés"), None);
        assert_eq!(
            (of_title("barometre-social-2025.xlsx"), of_title("export.csv")),
            (Some(Side::Employee), None)
        );
    }

    #[test]
    fn whom_a_question_is_about_does_not_answer_it() {
        for question in [
            "Pouvez-vous nous raconter l'interaction la plus positive que vous ayez vécue avec l'un de nos clients ?",
            "L'interaction la plus frustrante avec un client cette année",
            "Tell us about your best interaction with a customer in our store",
            "En tant que collaborateur, que changeriez-vous ?",
            "What do you like about working here?",
            "Comment décririez-vous votre manager ?",
            "Verbatim collaborateur",
        ] {
            assert_eq!(of_question(question), Some(Side::Employee), "{question}");
        }
        for question in [
            "Pouvez-vous nous raconter l'interaction la plus positive que vous ayez vécue avec nos équipes ?",
            "Que pensez-vous de nos conseillers ?",
            "Describe your best experience with our staff",
            "En tant que client, que changeriez-vous ?",
            "Recommanderiez-vous notre agence ?",
            "How was our product?",
            "Commentaires clients",
        ] {
            assert_eq!(of_question(question), Some(Side::Client), "{question}");
        }
        for question in
            ["Commentaire", "Avis sur le conseiller", "Why?", "Notre service client", "Customer service"]
        {
            let expected = (question == "Notre service client").then_some(Side::Client);
            assert_eq!(of_question(question), expected, "{question}");
        }
        for (header, side) in [
            ("agent", Some(Side::Employee)),
            ("Matricule", Some(Side::Employee)),
            ("Conseiller n°", Some(Side::Employee)),
            ("N° client", Some(Side::Client)),
            ("n° adhérent", Some(Side::Client)),
            ("Respondent ID", None),
        ] {
            assert_eq!(of_people(header), side, "{header}");
        }
    }
}
