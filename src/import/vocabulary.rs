//! The names of columns, in French and in English.

use super::matching::{fold, mentions};

/// The role of a column. `map-<id>` is the handle of its control in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// An open answer.
    Text,
    /// The side.
    Side,
    /// The identifier of the row.
    Id,
    /// Who answered.
    Respondent,
    /// The collection period.
    Wave,
    /// When.
    Date,
    /// A closed answer.
    Rating,
    /// The stage of a coding.
    Stage,
    /// The moment of a coding.
    Moment,
    /// The valence of a coding.
    Valence,
    /// The effort of a coding.
    Effort,
    /// Who coded.
    Coder,
    /// Whether the question asked for the best or the worst.
    Prompt,
    /// Another attribute.
    Segment,
}

/// Every role but segment, with its whole names and with the words that indicate it inside a longer header. All are
/// folded.
#[rustfmt::skip]
const NAMES: [(Role, &[&str], &[&str]); 13] = [
    (
        Role::Id,
        &[
            "id", "identifiant", "n", "no", "num", "numero", "number", "ref", "reference", "response id",
            "responseid", "id response", "id reponse", "reponse id", "row id", "verbatim id",
            "id verbatim", "submission id", "uuid", "key", "cle", "ticket", "review id", "id avis", "id de l avis",
            "comment id", "id commentaire", "id du commentaire", "answer id", "entry id", "record id", "case id",
            "n de reponse", "n reponse", "numero de reponse", "ticket id", "id ticket", "feedback id",
            "interaction id", "answer number", "case no", "nr", "n ticket", "n de ticket", "numero ticket", "numero de ticket",
            "ticket number", "ticket no", "case number", "n dossier", "n de dossier", "numero de dossier", "call id",
            "id appel", "n d appel", "n quest", "n questionnaire", "numero questionnaire", "n de questionnaire",
            "n sinistre", "numero sinistre", "numero de sinistre", "n de sinistre", "claim no", "claim number", "claim id",
            "order no", "order number", "order id", "n commande", "n de commande", "numero commande", "numero de commande",
            "res no", "reservation number", "reservation no", "n reservation", "n de reservation", "ref reservation",
            "reference reservation", "booking id", "booking number", "booking ref", "booking reference", "call ref", "case",
            "conversation id", "case ref", "reference dossier", "ref dossier",
        ],
        &["identifiant reponse", "response id", "id reponse", "id de la reponse"],
    ),
    (
        Role::Respondent,
        &[
            "respondent", "repondant", "repondante", "respondent id", "respondentid", "id respondent",
            "id repondant", "repondant id", "id rep", "participant", "participant id", "client id", "id client",
            "customer id", "n client", "no client", "num client", "code client", "client number",
            "customer number", "n repondant", "employee id", "matricule", "user id", "person", "personne",
            "customer no", "client no", "client n", "n de client", "n du client", "numero client", "numero de client",
            "identifiant client", "code repondant", "numero repondant", "numero de repondant", "n de repondant",
            "panelist", "panelist id", "paneliste", "id paneliste", "n adherent", "n d adherent", "adherent n",
            "numero adherent", "numero d adherent", "n abonne", "n d abonne", "numero d abonne", "n societaire",
            "n de societaire", "agent n", "n agent", "n d agent", "no agent", "id agent", "agent id", "numero agent",
            "code agent", "conseiller n", "n conseiller", "n de conseiller", "id conseiller", "conseiller id",
            "code conseiller", "vendeur n", "n vendeur", "n de matricule", "numero de matricule", "matricule n",
            "employee no", "employee number", "employee code", "id employe", "id salarie", "n salarie", "n de salarie",
            "id collaborateur", "n collaborateur", "n de collaborateur", "code collaborateur", "staff id",
            "staff number", "worker id", "contact id", "id contact", "member id", "member no", "account id",
            "account number", "n de compte", "subject id", "participant n", "n participant", "respid", "resp id", "resp",
            "id resp", "resp no", "uid", "user no", "badge", "badge no", "badge number", "n badge", "n de badge",
            "numero de badge", "emp no", "emp id", "emp n", "emp number", "employee ref", "num tiers", "n tiers", "tiers",
            "code tiers", "code foyer", "household", "household id", "household ref", "household no", "code rep", "rep id",
            "customer ref", "client ref", "ref client", "reference client", "guest id", "patient id", "n patient",
            "n de patient", "numero patient", "policy no", "policy number", "n de police", "numero de police",
            "n de contrat", "n contrat", "numero de contrat", "contract number", "tenant id", "student id", "student no",
            "n etudiant", "numero etudiant", "n eleve", "ine", "identifiant repondant", "identifiant du repondant",
            "code panel", "code paneliste", "pupil id", "panel id", "n licence", "numero de licence", "n bail", "n de bail",
        ],
        &[
            "respondent id", "id du repondant", "numero client", "numero de client", "identifiant client",
            "code repondant", "matricule", "user id", "consumer id", "customer id", "client id", "employee id",
        ],
    ),
    (
        Role::Side,
        &[
            "side", "cote", "qui", "who", "population", "public", "cible", "point de vue", "point of view",
            "respondent type", "type de repondant", "type repondant", "profil", "profile", "role",
            "source",
        ],
        &["cote", "side"],
    ),
    (
        Role::Wave,
        &["wave", "vague", "month", "mois", "trimestre", "quarter", "semestre", "semester", "periode", "period", "campagne", "campaign", "collecte", "collection", "edition"],
        &["wave", "vague"],
    ),
    (
        Role::Date,
        &[
            "date", "timestamp", "horodateur", "horodatage", "jour", "day", "created at", "submitted at",
            "recordeddate", "enddate", "startdate", "submit date", "recorded date", "end date", "start date", "at",
            "start time", "heure de debut", "review date", "date de l avis", "date avis", "published at",
            "publication date", "date de publication", "date de reponse", "date de la reponse", "response date",
            "answered at", "date de soumission", "submission date", "date de l experience", "date of experience",
            "completion time", "heure de fin", "published date", "submitdate", "datestamp", "review created",
            "review created utc", "review datetime", "review datetime utc", "review time", "reviewed at", "created utc",
            "date created", "created date", "dt", "rated at", "completed at", "completion date", "received at",
            "interview date", "date d entretien", "date de l entretien", "date de reception",
        ],
        &["date", "timestamp"],
    ),
    (
        Role::Rating,
        &[
            "rating", "note", "notes", "nps", "score", "csat", "ces", "satisfaction", "stars", "etoiles",
            "recommandation", "recommendation", "evaluation", "grade", "enps",
        ],
        &[
            "rating", "note", "notes", "nps", "score", "csat", "ces", "recommanderiez vous", "recommend",
            "satisfaction", "satisfait", "satisfied", "stars", "star", "etoiles", "appreciation",
        ],
    ),
    (Role::Stage, &["stage", "etape", "phase", "journey stage", "etape du parcours"], &["etape", "stage"]),
    (
        Role::Moment,
        &[
            "moment", "moments", "type d interaction", "type interaction", "interaction",
            "interaction type", "touchpoint", "point de contact", "moment de verite",
        ],
        &["moment", "type d interaction"],
    ),
    (
        Role::Valence,
        &["valence", "tonalite", "sentiment", "tone", "polarite", "polarity", "ressenti", "intensite"],
        &["valence", "tonalite"],
    ),
    (Role::Effort, &["effort", "efforts"], &["effort"]),
    (
        Role::Coder,
        &[
            "coder", "codeur", "codeuse", "coded by", "code par", "annotator", "annotateur", "analyste",
            "analyst",
        ],
        &["codeur", "coder"],
    ),
    (
        Role::Prompt,
        &[
            "prompt", "question", "question posee", "type de question", "question type", "polarite question",
            "question text", "question texte", "texte de la question", "texte question", "libelle question", "libelle de la question",
            "intitule question", "intitule de la question", "question label", "question title", "question asked",
            "question name",
        ],
        &["prompt", "question posee"],
    ),
    (Role::Text, TEXT, TEXT),
];

/// Names of a column of open answers, each also inside a longer header.
#[rustfmt::skip]
const TEXT: &[&str] = &[
    "verbatim", "verbatims", "commentaire", "commentaires", "comment", "comments", "reponse", "reponses",
    "answer", "answers", "response", "responses", "text", "texte", "textes", "feedback", "avis",
    "temoignage", "temoignages", "review", "reviews", "remarque", "remarques", "suggestion", "suggestions",
    "opinion", "opinions", "message", "description", "raison", "raisons", "reason", "reasons",
    "explication", "pourquoi", "why", "pros", "cons", "points forts", "points faibles", "point fort",
    "point faible", "racontez", "raconter", "tell us", "expliquez", "precisez", "explain", "review text",
    "review body", "review content", "text of the review", "body", "contenu", "content", "comment text",
    "texte du commentaire", "texte de l avis", "kommentar", "comentario", "observations", "expression libre",
    "champ libre", "free text", "texte libre", "open text", "open answer", "open ended", "reponse libre",
    "reponse ouverte", "recit", "decrivez", "describe", "interaction la plus", "in your own words", "elaborate",
    "advice to management", "advice to mgmt", "conseils a la direction", "additional thoughts",
];

impl Role {
    /// Its name for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Side => "side",
            Self::Id => "id",
            Self::Respondent => "respondent",
            Self::Wave => "wave",
            Self::Date => "date",
            Self::Rating => "rating",
            Self::Stage => "stage",
            Self::Moment => "moment",
            Self::Valence => "valence",
            Self::Effort => "effort",
            Self::Coder => "coder",
            Self::Prompt => "prompt",
            Self::Segment => "segment",
        }
    }

    /// Whether that folded header is one of the role's whole names.
    pub(super) fn is_called(self, header: &str) -> bool {
        self.names().0.contains(&header)
    }

    /// Whether that folded header contains a word of the role.
    pub(super) fn is_betrayed_by(self, header: &str) -> bool {
        self.names().1.iter().any(|words| mentions(header, words))
    }

    fn names(self) -> (&'static [&'static str], &'static [&'static str]) {
        NAMES.iter().find(|(role, ..)| *role == self).map_or((&[], &[]), |(_, whole, inside)| (whole, inside))
    }
}

/// Whether that cell is a name of a column.
pub(super) fn is_a_name(cell: &str) -> bool {
    // Quick refusal: every name is shorter, and folding takes time.
    cell.len() <= 40 && {
        let folded = fold(cell);
        let has_role = NAMES.iter().any(|(_, whole, _)| whole.contains(&folded.as_str()));
        has_role || ATTRIBUTES.contains(&folded.as_str()) || is_a_title_of_answers(cell)
    }
}

/// Whether that folded header is a name of a column without answers.
pub(super) fn is_no_answer(header: &str) -> bool {
    NAMES.iter().any(|(role, whole, _)| *role != Role::Text && whole.contains(&header))
}

/// Whether a cell is a label that survey tools write below a question without choices.
pub(super) fn is_a_response_label(cell: &str) -> bool {
    const LABELS: [&str; 8] = [
        "response",
        "open ended response",
        "other please specify",
        "reponse",
        "reponse libre",
        "reponse ouverte",
        "reponse a developpement",
        "autre veuillez preciser",
    ];
    cell.len() <= 40 && LABELS.contains(&fold(cell).as_str())
}

/// Names of columns of attributes.
#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    "age", "agence", "anciennete", "branch", "canal", "categorie", "category", "channel", "city",
    "civilite", "country", "departement", "department", "device", "email", "etat", "fonction", "gender",
    "genre", "job", "label", "langue", "language", "lieu", "location", "magasin", "metier", "name", "nom",
    "pays", "poste", "prenom", "product", "produit", "region", "secteur", "sector", "segment", "seniority",
    "service", "sexe", "shop", "site", "status", "statut", "store", "tag", "tags", "team", "theme",
    "topic", "type", "ville",
];

/// Whether that line is the name of a column of answers rather than an answer: "Commentaires des clients".
pub(super) fn is_a_title_of_answers(line: &str) -> bool {
    if line.len() > 60 || line.trim_end().ends_with(['.', '!', '…']) {
        return false;
    }
    let folded = fold(line);
    let mut titles = 0;
    let only_names = folded.split(' ').all(|word| {
        let title = TITLES.contains(&word);
        titles += usize::from(title);
        title || super::sides::of(word).is_some() || ["de", "des", "du", "les", "of", "the"].contains(&word)
    });
    only_names && titles == 1
}

/// Words that are a title when alone.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "verbatim", "verbatims", "commentaire", "commentaires", "comment", "comments", "reponse", "reponses",
    "answer", "answers", "response", "responses", "text", "texte", "textes", "feedback", "avis",
    "temoignages", "reviews", "remarques",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_not_an_answer() {
        for title in ["verbatim", "Commentaires", "Verbatims clients", "Réponses des collaborateurs", "TEXT"]
        {
            assert!(is_a_title_of_answers(title), "{title}");
        }
        for answer in ["Réponse rapide", "RAS", "Très bien", "Avis.", "clients", "", "Why?", "Text me back"]
        {
            assert!(!is_a_title_of_answers(answer), "{answer}");
        }
    }

    #[test]
    fn names_are_folded() {
        for (_, whole, inside) in NAMES {
            for name in whole.iter().chain(inside) {
                assert_eq!(&fold(name), name);
            }
        }
        assert!(is_a_name("Étape") && is_a_name("ID") && is_a_name("N°"));
        assert!(!is_a_name("Bonjour") && !is_a_name(""));
    }
}
