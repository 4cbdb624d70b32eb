//! Guesses the columns of the row's identifier and of the respondent.

use std::collections::{HashMap, HashSet};

use super::columns::Columns;
use crate::import::cells;
use crate::import::matching::mentions;
use crate::import::table::Table;
use crate::import::vocabulary::Role;

/// Headers of people who are the respondents only if each row has another one: an agent may also be the subject of an
/// answer.
#[rustfmt::skip]
const NEARLY: &[&str] = &[
    "agent", "agente", "conseiller", "conseillere", "collaborateur", "salarie", "employe", "employee", "staff", "vendeur",
    "user", "user name", "username", "utilisateur", "pseudo", "pseudonyme", "login", "reviewer", "reviewer name",
    "reviewer id", "author", "auteur", "author id", "author name", "client", "cliente", "customer", "adherent", "member",
    "membre", "abonne", "societaire", "patient", "guest", "contact", "agent name", "nom de l agent", "emp",
];

/// Words for respondents in a column of codes: unlike an agent, they are never the subject of an answer.
#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "resident", "residente", "participant", "participante", "panellist", "panelist", "paneliste", "intervenant",
    "intervenante", "donateur", "donatrice", "donor", "policyholder", "policy holder", "tenant", "locataire", "interviewee",
    "interviewe", "interviewee", "enquete", "enquetee", "respondent", "repondant", "repondante", "usager", "foyer",
    "household", "stagiaire", "trainee", "eleve", "pupil", "student", "etudiant", "etudiante", "allocataire",
    "beneficiaire", "beneficiary", "patient", "adherent", "adherente", "abonne", "abonnee", "societaire", "assure", "assuree",
    "insured", "member", "membre", "contact", "voyageur", "passager", "passenger", "subscriber", "licencie", "licenciee",
    "person", "personne", "individu", "individual", "subject", "sujet", "volunteer", "benevole", "cli", "matr", "clock",
    "employee", "emp", "anonymat", "carte", "card", "membership",
];

/// Headers of electronic addresses.
#[rustfmt::skip]
const EMAIL: &[&str] = &[
    "email", "e mail", "mail", "email address", "e mail address", "adresse email", "adresse e mail", "adresse mail",
    "adresse de messagerie", "courriel", "adresse electronique", "recipient email", "user email", "customer email",
    "email du repondant", "respondent email", "adresse de courriel", "votre email", "votre adresse e mail",
];

/// Words before "id" for things that are numbered, unlike answers.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "product", "produit", "store", "shop", "magasin", "agence", "branch", "hotel", "restaurant", "course", "item", "parent",
    "collector", "survey", "questionnaire", "app", "place", "business", "location", "site", "list", "campaign", "group",
    "order", "company", "form", "team",
];

/// The identifier of each row and the respondent.
pub(super) fn find(columns: &mut Columns, is_coded: bool) -> (Option<usize>, Option<usize>) {
    let id = columns.identifier();
    let respondent = columns.respondent(is_coded);
    // An identifier that is repeated on rows without codings is a respondent's.
    match id {
        Some(column) if !is_coded && respondent.is_none() && repeats(columns.table, column) => (None, id),
        _ => (id, respondent),
    }
}

impl Columns<'_> {
    fn identifier(&mut self) -> Option<usize> {
        let found = self.find(Role::Id);
        let found = found.or_else(|| self.free().find(|column| self.ends_as_an_identifier(*column)));
        self.take(found)
    }

    /// Whether a header ends in "id" and each row has another value.
    fn ends_as_an_identifier(&self, column: usize) -> bool {
        let header = &self.headers[column];
        let Some((before, last)) = header.rsplit_once(' ') else { return false };
        let profile = &self.profiles[column];
        matches!(last, "id" | "uuid" | "identifiant")
            && !before.split(' ').any(|word| THINGS.contains(&word))
            && !self.is_called(Role::Respondent, column)
            && !NEARLY.contains(&before)
            && profile.filled > 1
            && profile.distinct == profile.filled
            && !profile.is_prose()
            && !profile.content.is_damaged()
    }

    fn respondent(&mut self, is_coded: bool) -> Option<usize> {
        let named = self.find(Role::Respondent);
        // One value for all rows is a group, or nobody: "anonymous".
        let is_nobody = |column: &usize| {
            let profile = &self.profiles[*column];
            profile.is_constant() && profile.filled > 4
        };
        if let Some(column) = named.filter(is_nobody) {
            self.taken[column] = false;
        }
        let named = named.filter(|column| self.taken[*column]);
        let is_somebody_else = |column: &usize| {
            let profile = &self.profiles[*column];
            // Rows of one coding each repeat the respondent, and so do rows of one question each.
            profile.content.is_bare() && (is_coded || self.answers_each_question(*column))
                || profile.distinct * 10 >= profile.filled * 8
        };
        let suits = |column: &usize| {
            let profile = &self.profiles[*column];
            !profile.is_prose() && !profile.content.is_damaged() && !profile.is_constant()
        };
        let email = || {
            let is_one = |column: &usize| {
                EMAIL.contains(&self.headers[*column].as_str())
                    && (self.profiles[*column].filled == 0 || self.share(*column, cells::is_email) >= 50)
            };
            self.free().find(|column| is_one(column) && suits(column))
        };
        let nearly = || {
            let is_one = |column: &usize| NEARLY.contains(&self.headers[*column].as_str());
            self.free().find(|column| is_one(column) && suits(column) && is_somebody_else(column))
        };
        let numbered = || {
            let asks = |column: &usize| {
                asks_for_a_number(&self.headers[*column]) && self.profiles[*column].content.is_bare()
            };
            self.free().find(|column| (is_numbered(&self.headers[*column]) || asks(column)) && suits(column))
        };
        // Codes, each on one row or on a few.
        let coded = || {
            let tells_apart = |column: &usize| {
                let profile = &self.profiles[*column];
                is_of_a_person(&self.headers[*column])
                    && profile.content.is_bare()
                    && profile.distinct >= 5
                    && profile.distinct * 8 >= profile.filled
            };
            self.free().find(|column| tells_apart(column) && suits(column))
        };
        let found = named.or_else(numbered).or_else(coded).or_else(email).or_else(nearly);
        self.take(found)
    }

    /// Whether each value of a column is on no more rows than there are questions, in a table with one question per
    /// row.
    fn answers_each_question(&self, column: usize) -> bool {
        let asked = self.free().find(|column| self.is_called(Role::Prompt, *column));
        let Some(asked) = asked.filter(|_| self.names(Role::Prompt)) else { return false };
        let mut rows: HashMap<&str, usize> = HashMap::new();
        for row in 0..self.table.rows() {
            *rows.entry(self.table.cell(row, column).trim()).or_insert(0) += 1;
        }
        rows.values().all(|count| *count <= self.profiles[asked].distinct)
    }

    /// Whether a column has a name of an identifier of people.
    pub(in crate::import) fn is_of_people(&self, column: usize) -> bool {
        let header = self.headers[column].as_str();
        let role = |role: Role| self.is_called(role, column);
        role(Role::Id)
            || role(Role::Respondent)
            || Role::Respondent.is_betrayed_by(header)
            || EMAIL.contains(&header)
            || is_numbered(header)
            || is_of_a_person(header)
            || NEARLY.contains(&header)
    }
}

/// Whether that folded header is a word for a person and one for a number: "salarié n°", "code de l'adhérent".
fn is_numbered(header: &str) -> bool {
    let is_number = |word: &&str| {
        matches!(*word, "n" | "no" | "num" | "numero" | "number" | "nr" | "id" | "code" | "identifiant")
    };
    let is_small = |word: &&str| matches!(*word, "de" | "d" | "du" | "l" | "la" | "of");
    let mut names = header.split(' ').filter(|word| !is_number(word) && !is_small(word));
    let is_person = names.next().is_some_and(|name| NEARLY.contains(&name)) && names.next().is_none();
    is_person && header.split(' ').any(|word| is_number(&word))
}

/// Whether that folded header is a word for a respondent, alone or with one for a number: "résident", "id cli",
/// "student number".
fn is_of_a_person(header: &str) -> bool {
    const NUMBERS: [&str; 12] =
        ["n", "no", "num", "numero", "number", "nr", "id", "code", "identifiant", "ref", "reference", "key"];
    const SMALL: [&str; 6] = ["de", "d", "du", "l", "la", "of"];
    let rest: Vec<&str> =
        header.split(' ').filter(|word| !NUMBERS.contains(word) && !SMALL.contains(word)).collect();
    let person = rest.join(" ");
    PERSONS.contains(&person.as_str())
}

/// Whether a folded question of any length asks for the number of a person.
fn asks_for_a_number(header: &str) -> bool {
    #[rustfmt::skip]
    const NUMBERS: &[&str] = &[
        "votre matricule", "your matricule", "numero d agent", "numero de matricule", "numero de badge", "numero de salarie",
        "numero client", "numero de client", "numero d adherent", "numero d abonne", "numero de contrat", "code agent",
        "employee number", "employee id", "staff number", "staff id", "badge number", "customer number", "member number",
        "client number", "policy number", "account number", "code paneliste", "code repondant",
    ];
    NUMBERS.iter().any(|words| mentions(header, words))
}

/// Whether a value that is not blank occurs twice in that column.
fn repeats(table: &Table, column: usize) -> bool {
    let mut seen = HashSet::new();
    (0..table.rows()).map(|row| table.cell(row, column).trim()).any(|id| !id.is_empty() && !seen.insert(id))
}
