//! Determines from the header of a column whether its numbers are ratings, counts or groups.

use crate::import::choices;
use crate::import::matching::{fold, mentions};
use crate::import::scale::asked::{Asked, AskedKind};
use crate::import::table::Table;
use crate::import::vocabulary::Role;

/// The subject of the header of a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Header {
    /// A rating.
    Asks,
    /// A question about how something is: "How do you feel about working here?"
    AsksHow,
    /// A statement to agree with.
    States,
    /// Something that people are asked to rate.
    Aspect,
    /// A rating that is the mean of others.
    Averages,
    /// Something that is counted, measured or numbered.
    Counts,
    /// A description of people, often as the number of a group.
    Describes,
    /// None of these.
    Other,
}

/// Headers of numbers of stars, which are ratings and no counts.
const STARS: [&str; 3] = ["nombre d etoiles", "nb d etoiles", "number of stars"];

impl Header {
    /// The subject of the header of a column, given the folded header and its question.
    pub(super) fn of(table: &Table, column: usize, folded: &str, asked: &Asked) -> Self {
        let names_rating = Role::Rating.is_called(folded) || Role::Rating.is_betrayed_by(folded);
        let is_ranked = is_ranked(folded) || is_ranked(&fold(choices::title(table, column)));
        let is_of_stars = STARS.iter().any(|words| mentions(folded, words));
        let is_counted =
            counts(folded, asked.kind.is_some() || names_rating) && asked.ends.is_none() && !is_of_stars;
        if is_ranked || is_counted {
            Self::Counts
        } else if is_averaged(folded) {
            Self::Averages
        } else if describes(folded) && !names_rating && asked.kind.is_none() && asked.ends.is_none() {
            Self::Describes
        } else if !names_rating && asked.ends.is_none() && asked.kind == Some(AskedKind::Agreement) {
            Self::States
        } else if names_rating || asked.ends.is_some() || asked.kind.is_some() {
            Self::Asks
        } else if asks_how(folded) {
            Self::AsksHow
        } else if ASPECTS.iter().any(|aspect| mentions(folded, aspect)) {
            Self::Aspect
        } else {
            Self::Other
        }
    }
}

/// Whether a folded question asks how something is, or to what degree, and not for a count.
fn asks_how(folded: &str) -> bool {
    #[rustfmt::skip]
    const ASKS: &[&str] = &[
        "how do you feel", "how did you feel", "how would you", "how was", "how were", "how is", "how are", "how well",
        "how did you find", "how do you find", "to what extent", "rate", "comment jugez vous", "comment evaluez vous",
        "comment trouvez vous", "comment avez vous trouve", "comment s est passe", "comment s est passee",
        "comment vous sentez vous", "comment etait", "que pensez vous", "qu avez vous pense", "a quel point",
        "dans quelle mesure", "evaluez", "notez", "diriez vous que", "confiance",
    ];
    // "How clean", "how supported" ask for a degree; "how many", "how long" for a count.
    const COUNTED: [&str; 7] = ["many", "much", "often", "long", "old", "far", "soon"];
    let how = folded.strip_prefix("how ").and_then(|rest| rest.split_once(' '));
    let is_of_degree = how.is_some_and(|(word, rest)| {
        let asks = ["is", "are", "was", "were", "do", "did", "does", "would"]
            .iter()
            .any(|verb| mentions(rest, verb));
        asks && !COUNTED.contains(&word) && !["do", "did", "does", "can", "could", "should"].contains(&word)
    });
    is_of_degree || ASKS.iter().any(|words| mentions(folded, words))
}

/// Whether a folded header is about something counted, measured or numbered. In a header that asks for a rating, hours
/// and days may be the subject of the rating, and in a sentence, a time.
fn counts(folded: &str, asks: bool) -> bool {
    #[rustfmt::skip]
    const ALWAYS: &[&str] = &[
        "nombre", "nbre", "number of", "count", "counts", "total", "totaux", "totals", "sum", "somme", "how many",
        "combien", "duree", "duration", "date", "sentiment score", "confidence", "id", "rank", "rang", "vote", "votes",
        "helpful",
    ];
    /// The most words of a header that is no sentence.
    const WORDS: usize = 5;
    #[rustfmt::skip]
    const COUNTED: &[&str] = &[
        "nombre", "nb", "nbre", "number of", "count", "counts", "total", "totaux", "totals", "sum", "somme", "age",
        "ages", "annee", "annees", "year", "years", "mois", "month", "months", "duree", "duration", "minutes",
        "heures", "hours", "seconds", "secondes", "jours", "days", "lead time", "response time", "date", "likes",
        "votes", "upvotes", "views", "vues", "helpful", "thumbs up", "latitude", "longitude", "zip", "postal",
        "code postal", "id", "identifiant", "numero", "montant", "amount", "how many", "combien", "children",
        "enfants", "anciennete", "sentiment score", "confidence", "probability", "rank", "rang", "index", "version",
        "progress", "finished", "quantity", "quantite", "visites", "visits", "commandes", "orders",
    ];
    let is_short = folded.split(' ').count() <= WORDS;
    let mentions_any = |list: &[&str]| list.iter().any(|word| mentions(folded, word));
    mentions_any(ALWAYS) || !asks && is_short && mentions_any(COUNTED)
}

/// Whether that folded header is of a mean or an index of several ratings.
fn is_averaged(folded: &str) -> bool {
    #[rustfmt::skip]
    const AVERAGES: [&str; 13] = [
        "average score", "average rating", "average stars", "avg score", "avg rating", "avg stars", "mean score",
        "mean rating", "note moyenne", "notes moyennes", "score moyen", "moyenne des notes", "moyenne generale",
    ];
    AVERAGES.iter().any(|words| mentions(folded, words)) && folded.split(' ').count() <= 5
}

/// Whether that folded question asks for a ranking: ranks are no ratings.
fn is_ranked(folded: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 8] = [
        "rank", "ranking", "classez", "classement", "ordre de preference", "order of preference", "par ordre",
        "in order of",
    ];
    WORDS.iter().any(|words| mentions(folded, words))
}

/// Words of headers that describe people.
#[rustfmt::skip]
const DEMOGRAPHICS: &[&str] = &[
    "gender", "sex", "sexe", "genre", "age group", "age band", "age range", "classe d age", "tranche d age", "tenure",
    "seniority", "anciennete", "region", "statut", "status", "department", "departement", "categorie", "category", "csp",
    "education", "diplome", "etudes", "income", "revenu", "revenus", "marital", "country", "pays", "contract", "contrat",
    "job level", "niveau hierarchique", "profession", "occupation", "ethnicity", "race", "religion", "nationality",
    "nationalite", "segment", "cohort", "cohorte", "group", "groupe", "cluster", "version",
    "language", "langue", "city", "ville",
];

/// Whether that folded header counts, measures or numbers something.
pub(in crate::import) fn is_counted(folded: &str) -> bool {
    counts(folded, false)
}

/// Whether that folded header describes people.
pub(in crate::import) fn describes(folded: &str) -> bool {
    DEMOGRAPHICS.iter().any(|word| mentions(folded, word))
}

/// Words for aspects that people are asked to rate.
#[rustfmt::skip]
const ASPECTS: &[&str] = &[
    "overall", "global", "globale", "ensemble", "pace", "pay", "salary", "salaire", "remuneration", "compensation",
    "benefits", "avantages", "service", "qualite", "quality", "value", "rapport qualite prix", "cleanliness",
    "proprete", "location", "emplacement", "comfort", "confort", "staff", "personnel", "work life balance",
    "equilibre", "culture", "management", "encadrement", "career", "carriere", "price", "prix", "features",
    "support", "accueil", "rapidite", "speed", "ecoute", "delai", "delais", "ambiance", "atmosphere", "food",
    "cuisine", "rooms", "chambre", "equipment", "equipement", "content", "contenu", "materials", "supports",
    "instructor", "formateur", "trainer", "organisation", "organization", "communication", "teamwork", "leadership",
    "recognition", "reconnaissance", "wellbeing", "bien etre", "conditions", "opportunities", "diversity",
    "design", "performance", "reliability", "fiabilite", "disponibilite", "availability", "competence", "expertise",
    "clarte", "clarity", "friendliness", "amabilite", "courtoisie", "courtesy", "professionnalisme", "professionalism",
    "ponctualite", "punctuality", "hygiene", "securite", "safety", "taste", "gout", "saveur", "portions", "variety",
    "variete", "choix", "fraicheur", "freshness", "temperature", "bruit", "noise", "calme", "wifi", "parking",
    "petit dejeuner", "breakfast", "situation", "tarif", "tarifs", "cout", "attente", "waiting time", "reactivite",
    "responsiveness", "knowledge", "helpfulness", "politesse", "politeness", "respect", "empathie", "empathy", "trust",
    "charge de travail", "workload", "outils", "tools", "formation", "training", "ergonomie", "usability", "livraison",
    "delivery", "packaging", "emballage", "information", "informations", "autonomie", "autonomy", "explications",
    "delais de reponse", "menu", "decor", "lits", "beds", "equipements", "facilities", "teaching", "enseignement",
];
