//! Determines the side that a question is asked of.

use std::sync::LazyLock;

use super::mentioned;
use super::people;
use crate::import::markup;
use crate::import::matching::{Phrases, fold, mentions};
use crate::model::Side;

/// Phrases in questions to clients and to employees, the strongest first: the role of the respondent, then things of
/// their own.
#[rustfmt::skip]
const ASKED: [(&[&str], &[&str]); 2] = [
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
            "votre contrat", "votre reservation", "votre chambre", "votre sinistre", "votre adhesion", "votre abonnement",
            "votre appel", "votre venue", "votre repas", "votre vol", "votre voyage", "votre rendez vous", "votre table",
            "votre hospitalisation", "votre accouchement", "votre location", "votre logement", "votre colis",
            "your booking", "your reservation", "your room", "your policy", "your claim", "your membership",
            "your subscription", "your call", "your meal", "your flight", "your trip", "your appointment", "your parcel",
            "your tenancy", "your contract", "your hospital", "our club", "our gym", "our classes", "our engineers",
            "our technicians", "our drivers", "our nurses", "nos techniciens", "nos chauffeurs", "nos soignants",
            "l hotesse", "les hotesses", "the nurse", "the nurses", "the receptionist", "the driver", "the technician",
            "the waiter", "the cashier", "the staff", "le chauffeur", "le livreur", "le technicien", "le serveur",
            "la caissiere", "le caissier",    
            "shop with us", "buy from us", "stay with us", "book with us", "fly with us", "bank with us",
        ],
        &[
            "vos clients", "nos clients", "your customers", "our customers", "our clients", "your clients",
            "votre manager", "votre responsable", "votre superieur", "votre hierarchie", "votre travail", "votre poste",
            "votre metier", "vos collegues", "votre employeur", "votre equipe", "vos conditions de travail", "au travail",
            "travailler chez", "travailler ici", "travailler pour", "your manager", "your job", "your work",
            "your colleagues", "your employer", "your team", "your role", "your workplace", "work here", "working at",
            "working here", "working for", "place to work", "advice to management", "advice to mgmt", "conseils a la direction", "mon travail",
            "mon manager", "my manager", "my job", "my work", "my team", "mon equipe", "mon poste", "mes collegues",
            "my colleagues", "at work", "your workload", "my workload", "your workday", "your career",
            "my career", "your boss", "my boss", "your supervisor", "my supervisor", "line manager",             "your workplace", "our workplace", "your coworkers", "my coworkers", "your pay", "my pay", "your salary",
            "my salary", "your duties", "as an employer",
            "proud to work", "work for us", "working with us", "leave the company", "leave your job", "leaving the company",
            "your contract of employment", "employment contract", "votre contrat de travail", "contrat de travail", "medecin du travail",
            "votre charge de travail", "ma charge de travail", "charge de travail", "ma charge", "mon responsable",
            "mon superieur", "ma hierarchie", "mes missions", "mes objectifs", "vos missions", "vos objectifs",
            "mon metier", "mon employeur", "notre employeur", "comme employeur", "mon salaire", "ma remuneration", "votre salaire",
            "votre remuneration", "ma carriere", "votre carriere", "votre evolution professionnelle",
            "votre quotidien professionnel", "votre journee de travail", "vie professionnelle", "fier de travailler",
            "fiere de travailler", "fiers de travailler", "envie de travailler", "service travaillez vous",
            "equipe travaillez vous", "site travaillez vous", "conseils de direction", "vos managers", "nos managers",
            "notre hierarchie", "quitter l entreprise", "rester dans l entreprise", "quitter votre poste",
        ],
    ),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    As,
    Own,
}

static PHRASES: LazyLock<Phrases<(Level, Side)>> = LazyLock::new(|| {
    let levels = [Level::As, Level::Own].into_iter().zip(ASKED);
    Phrases::new(levels.flat_map(|(level, (clients, employees))| {
        let of = move |side| move |phrase: &&'static str| (*phrase, (level, side));
        clients.iter().map(of(Side::Client)).chain(employees.iter().map(of(Side::Employee)))
    }))
});

/// Words for a side that name a place or a department: a question about "service client" may be for either side.
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
    asked(question).map(|(side, _)| side)
}

/// The side that a question is asked of if it addresses it, and not only by its subject: a question about "our
/// products" may be for either side.
pub fn asked_plainly(question: &str) -> Option<Side> {
    asked(question).filter(|(_, is_plain)| *is_plain).map(|(side, _)| side)
}

/// The side that a question is asked of, and whether the question addresses it.
fn asked(question: &str) -> Option<(Side, bool)> {
    /// The most words of a title such as "Verbatims clients".
    const WORDS: usize = 5;
    let plain = if question.contains(['<', '&']) { markup::plain(question, false) } else { None };
    let folded = fold(plain.as_deref().unwrap_or(question));
    let words: Vec<&str> = folded.split(' ').collect();
    if let Some(side) = people::met(&words) {
        let is_unclear = side == Side::Employee && people::mention_staff(&words);
        return (!is_unclear).then_some((side, true));
    }
    let spoken: Vec<(usize, usize, Level, Side)> =
        PHRASES.find_all(&words).map(|(start, end, (level, side))| (start, end, *level, *side)).collect();
    // A question about using something addresses its user, also at work.
    let uses = ["you use", "utilisez vous", "vous utilisez"].iter().any(|words| mentions(&folded, words));
    for level in [Level::As, Level::Own] {
        let of_level: Vec<_> = spoken.iter().filter(|phrase| phrase.2 == level).collect();
        // "Votre contrat de travail" does not count as "votre contrat".
        let stands_alone = |side: Side| {
            let is_part = |one: &(usize, usize, Level, Side)| {
                let holds = |whole: &&(usize, usize, Level, Side)| {
                    whole.3 != side
                        && whole.0 <= one.0
                        && one.1 <= whole.1
                        && whole.1 - whole.0 > one.1 - one.0
                };
                of_level.iter().copied().any(|whole| holds(&whole))
            };
            of_level.iter().any(|one| one.3 == side && !is_part(one))
        };
        let mentions_one = level == Level::Own && people::mention_one_served(&words);
        match (stands_alone(Side::Client), stands_alone(Side::Employee) || mentions_one) {
            (true, false) => return Some((Side::Client, level == Level::As)),
            (false, true) if level == Level::Own && uses => return None,
            (false, true) => return Some((Side::Employee, level == Level::As || mentions_one)),
            (true, true) => return None,
            (false, false) => {}
        }
    }
    let mentions_any = |words: &[&str]| words.iter().any(|words| mentions(&folded, words));
    let about = ["sur", "about", "avec", "with", "nos", "our", "votre", "vos", "your", "envers", "towards"];
    let is_title = words.len() <= WORDS && !mentions_any(&about) && !question.contains('?');
    if is_title && !mentions_any(&NEITHER) { mentioned(question).map(|side| (side, true)) } else { None }
}
