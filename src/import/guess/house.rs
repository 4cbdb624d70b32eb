//! Headers of texts that a company, a town or a program wrote about an answer: an action, a note, a translation.
//!
//! Such a column may hold anything: it is left out beside the answers, as a doubt for the user.

use super::names;
use crate::import::matching::mentions;

/// Words that show anywhere in a header that the cells are no answers.
#[rustfmt::skip]
const DEEDS: &[&str] = &[
    "action taken", "actions taken", "action prise", "actions prises", "action menee", "actions menees", "mesure prise",
    "mesures prises", "suite donnee", "suites donnees", "suite reservee", "suites reservees", "corrective action",
    "corrective actions", "action corrective", "actions correctives", "measures taken", "steps taken", "courrier envoye",
    "courrier de reponse", "lettre envoyee", "letter sent", "email sent", "mail envoye", "note interne", "notes internes",
    "internal note", "internal notes", "internal comment", "internal comments", "commentaire interne",
    "commentaires internes", "resume automatique", "synthese automatique", "resume ia", "resume par ia",
    "synthese ia", "ai summary", "auto summary", "automatic summary", "generated summary", "summary by ai", "llm summary",
    "gpt summary", "traduction", "traduite", "traduit", "translation", "translated", "accuse de reception",
    "acknowledgement", "acknowledgment", "solution apportee", "solution proposee", "reponse donnee", "reponse faite",
    "reponse envoyee", "reply sent", "response sent", "element de reponse", "elements de reponse", "reponse proposee",
    "closing note", "closing notes", "resolution notes", "answered by", "traitement apporte",
    "traitement de la reclamation", "traitement de la demande", "decision rendue",
];

/// Whole headers that show the same.
const WHOLE: [&str; 11] = [
    "traitement",
    "follow up",
    "followup",
    "follow up action",
    "follow up actions",
    "follow up notes",
    "resolution",
    "suivi",
    "suivi du dossier",
    "treatment given",
    "outcome",
];

/// Authors who write for a company or a town.
#[rustfmt::skip]
const WHO: &[&str] = &[
    "owner", "property", "company", "developer", "seller", "vendor", "merchant", "business", "management", "hotel", "brand",
    "restaurant", "proprietaire", "entreprise", "societe", "etablissement", "commercant", "vendeur", "hotelier", "marque",
    "enseigne", "support", "direction", "directeur", "directrice", "director", "gerant", "gerante", "shop", "store",
    "boutique", "magasin", "bailleur", "mairie", "commune", "museum", "musee", "sav", "service client", "services",
    "service", "landlord", "council", "bank", "banque", "insurer", "assureur", "clinic", "clinique", "hospital", "hopital",
    "school", "ecole", "university", "technicien", "technician", "adjuster", "gestionnaire", "syndic", "operator",
    "exploitant", "transporteur", "employer", "employeur", "manager", "bot", "chatbot", "assistant", "team", "equipe",
    "customer service", "relation client", "prestataire", "provider", "supplier", "fournisseur", "municipality",
    "collectivite", "prefecture", "office", "regie", "conciergerie", "library", "bibliotheque", "mediatheque",
];

/// Their texts, where these reply to somebody.
const ANSWERS: [&str; 8] =
    ["answer", "answers", "response", "reply", "reponse", "reponses", "courrier", "mot"];

/// Texts by them or about them: only words such as "du" and "from" show which.
#[rustfmt::skip]
const NOTES: [&str; 19] = [
    "retour", "retours", "note", "notes", "observation", "observations", "remarque", "remarques", "commentaire",
    "commentaires", "comment", "comments", "message", "word", "compte rendu", "rapport", "report", "feedback", "constat",
];

/// Respondents, and words before the subject of notes: "Retour client", "Avis sur le technicien".
#[rustfmt::skip]
const CLIENTS: [&str; 22] = [
    "client", "clients", "cliente", "customer", "customers", "usager", "usagers", "locataire", "locataires", "voyageur",
    "voyageurs", "patient", "patients", "visitor", "visitors", "guest", "guests", "sur", "on", "about", "for", "pour",
];

/// Whether that folded header is likely to be of texts of a company, in a table with other columns of answers.
pub(in crate::import) fn is_likely(header: &str) -> bool {
    /// The most words of such a header: longer ones are questions.
    const WORDS: usize = 7;
    let header = header.replace("service client", "sav");
    let mentions_any = |list: &[&str]| list.iter().any(|word| mentions(&header, word));
    let is_asked = mentions_any(&["votre", "vos", "vous", "your", "you", "ton", "tes"]);
    if is_asked || header.split(' ').count() > WORDS || names::is_about(&header) {
        return false;
    }
    if WHOLE.contains(&header.as_str()) || mentions_any(DEEDS) {
        return true;
    }
    if mentions_any(&CLIENTS) || !mentions_any(WHO) {
        return false;
    }
    mentions_any(&ANSWERS) || mentions_any(&NOTES) && is_by_them(&header)
}

/// Whether a header attributes notes to those who write for a company: "du bailleur", "from the museum", "Retour
/// mairie", "Adjuster notes". The comments of a shop or a hotel are those of its clients.
fn is_by_them(header: &str) -> bool {
    const BY: [&str; 8] = ["du", "de la", "de l", "des", "from", "from the", "by", "by the"];
    #[rustfmt::skip]
    const PEOPLE: [&str; 12] = [
        "adjuster", "technicien", "technician", "directeur", "directrice", "director", "gestionnaire", "mairie", "sav",
        "bailleur", "landlord", "assureur",
    ];
    let is_from = WHO.iter().any(|who| BY.iter().any(|by| mentions(header, &format!("{by} {who}"))));
    is_from || header.split(' ').count() <= 3 && PEOPLE.iter().any(|who| mentions(header, who))
}

#[cfg(test)]
mod tests {
    use super::*;
    use names::folded;

    #[test]
    fn texts_of_a_company_are_recognised_by_author_or_action() {
        for header in [
            "traitement",
            "Retour du bailleur",
            "Mot du commerçant",
            "Answer from the museum",
            "Answered by company",
            "Éléments de réponse",
            "Réponse SAV",
            "Action taken",
            "Mesures prises",
            "Suites données",
            "Corrective action",
            "Retour mairie",
            "Courrier envoyé",
            "Mot du directeur",
            "Note interne",
            "Compte rendu du technicien",
            "Observations du service",
            "Adjuster notes",
            "Follow-up",
            "AI summary",
            "Résumé automatique",
            "Traduction",
            "English translation",
            "Bot answer",
            "employerResponse",
            "Manager acknowledgement",
            "Note from the manager",
            "Réponse de la mairie",
        ] {
            assert!(is_likely(&folded(header)), "{header}");
        }
        for header in [
            "Retour client",
            "Retours",
            "Retour d'expérience",
            "Commentaire sur le service",
            "Comments on the shop",
            "Votre mot au directeur",
            "Museum feedback",
            "Avis du restaurant",
            "Réponse",
            "Answer",
            "Follow-up comment",
            "Observations",
            "Message",
            "Shop comments",
            "Que pensez-vous du traitement de votre demande ?",
            "Manager feedback",
            "Note du client au magasin",
            "Commentaire",
            "Response",
            "Remarques",
            "Report date",
            "Résumé",
            "What action would you like taken by us?",
        ] {
            assert!(!is_likely(&folded(header)), "{header}");
        }
    }
}
