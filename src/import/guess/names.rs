//! Headers of columns about an answer instead of answers: a person, a date, a place, a count, a reply.

use crate::import::matching::{fold, mentions};

/// A header folded for comparison with the names of roles, without the number of its question and with its words apart:
/// `reviewBody` is "review body". The header `#` becomes the word for a number.
pub(in crate::import) fn folded(header: &str) -> String {
    if header == "#" { "n".to_owned() } else { fold(&apart(without_number(header))) }
}

/// A header without the number of its question, as in "Q07 - I am proud", "3. Comment", "5.2 Why?", `q1_sat`. A number
/// that counts or dates something stays: "5 last visits", "2024 - comments".
pub(in crate::import) fn without_number(header: &str) -> &str {
    let header = header.trim();
    let behind_q = header.strip_prefix("Question ").or_else(|| header.strip_prefix(['Q', 'q']));
    let numbered = behind_q.unwrap_or(header);
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let first = digits(numbered);
    if !(1..=3).contains(&first) {
        return header;
    }
    let mut rest = &numbered[first..];
    let mut is_divided = false;
    while let Some(part) = rest.strip_prefix('.').filter(|part| digits(part) > 0) {
        rest = &part[digits(part)..];
        is_divided = true;
    }
    if behind_q.is_some() {
        // "Q3a".
        let letter = rest.strip_prefix(|c: char| c.is_ascii_lowercase());
        rest = letter.filter(|rest| rest.starts_with([' ', '.', ':', ')', '-', '_'])).unwrap_or(rest);
    }
    let marks: &[char] =
        if behind_q.is_some() { &['.', ':', ')', '-', '–', '_'] } else { &['.', ':', ')', '-', '–'] };
    let words = rest.trim_start();
    let is_marked = words.starts_with(marks);
    let words = words.trim_start_matches(marks).trim_start();
    let stands_apart = is_marked || (behind_q.is_some() || is_divided) && rest.starts_with(' ');
    if stands_apart && words.starts_with(|c: char| !c.is_ascii_digit()) { words } else { header }
}

/// A header with a space where a capital begins another word: `ResponseId`, `userName`, `IPAddress`, not `eNPS`.
fn apart(header: &str) -> String {
    let letters: Vec<char> = header.chars().collect();
    let mut apart = String::with_capacity(header.len() + 4);
    for (at, letter) in letters.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).and_then(|at| letters.get(at));
        let begins = letter.is_uppercase()
            && match (before(1), before(2), letters.get(at + 1)) {
                (Some(one), Some(two), _) if one.is_lowercase() => two.is_alphabetic(),
                (Some(one), Some(two), Some(next)) => {
                    one.is_uppercase() && two.is_uppercase() && next.is_lowercase()
                }
                _ => false,
            };
        if begins {
            apart.push(' ');
        }
        apart.push(*letter);
    }
    apart
}

/// Last words of the headers of columns about an answer: "comment date", "review id", "helpful votes".
#[rustfmt::skip]
const LAST: &[&str] = &[
    "id", "ids", "uuid", "guid", "key", "url", "urls", "link", "links", "lien", "liens", "href", "date", "dates", "time",
    "times", "timestamp", "datetime", "at", "heure", "horodatage", "count", "counts", "votes", "total", "duration",
    "duree", "length", "number", "numero", "code", "ip", "address", "adresse", "language", "langue", "lang", "locale",
    "agent", "browser", "navigateur", "latitude", "longitude", "lat", "lon", "lng", "version", "device", "os",
    "platform", "status", "statut", "type", "rank", "index", "file", "filename", "fichier", "path", "email", "mail",
    "phone", "telephone", "avatar", "image", "images", "photo", "photos", "score", "author", "auteur", "user",
    "username", "by", "percent", "percentage", "category", "categorie", "categories", "channel", "progress", "gender",
    "age", "country", "pays", "name", "nom", "prenom", "firstname", "lastname", "location", "city", "ville", "seconds",
    "minutes", "sentiment", "topic", "topics", "theme", "themes", "tags",
];

/// First words of such headers: "date du commentaire", "total reviews", "nombre d'avis".
#[rustfmt::skip]
const FIRST: &[&str] = &[
    "id", "identifiant", "nb", "nbr", "nombre", "number", "total", "count", "num", "numero", "url", "lien", "link",
    "date", "duree", "duration", "heure", "temps", "is", "has", "ip", "code", "langue", "language", "auteur", "author",
    "statut", "status", "nom", "prenom", "source", "origine", "type", "version", "canal", "channel", "product", "produit",
];

/// Headers of names of people and of files, which are no groups, however often one is repeated.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "nom", "prenom", "nom prenom", "nom et prenom", "prenom nom", "prenom et nom", "nom complet", "votre nom", "votre prenom",
    "nom du client", "nom client", "nom de la cliente", "nom du repondant", "nom de l auteur", "nom auteur", "nom de famille",
    "client name", "customer name", "guest name", "full name", "first name", "firstname", "last name", "lastname", "surname",
    "your name", "respondent name", "reviewer", "reviewer name", "author", "author name", "auteur", "user name", "username",
    "display name", "patient name", "nom du patient", "pseudo", "pseudonyme", "nickname", "contact name", "nom du contact",
];

/// Whether that folded header is of names of people, or of files.
pub(in crate::import) fn is_a_persons_name(header: &str) -> bool {
    const FILES: [&str; 6] = ["fichier", "file", "filename", "piece jointe", "attachment", "attachments"];
    NAMES.contains(&header) || FILES.iter().any(|word| mentions(header, word))
}

/// Whether that folded header is of readers' votes on a review: "12 people found this helpful".
pub(in crate::import) fn counts_votes(header: &str) -> bool {
    const WORDS: [&str; 6] = ["helpful", "vote", "votes", "upvotes", "likes", "thumbs up count"];
    header.split(' ').count() <= 4 && WORDS.iter().any(|word| mentions(header, word))
}

/// Objects of questions that nobody answers in sentences.
#[rustfmt::skip]
const NAMED_IN: &[&str] = &[
    "name of", "names of", "official name", "nom de", "noms de", "company", "organization name",
    "organisation name", "list it here", "link to", "lien vers", "email address", "adresse mail", "adresse e mail",
    "job title", "intitule de poste", "intitule du poste",
];

/// Whether that folded header, no question, is of a column about an answer rather than of answers.
pub(in crate::import) fn is_about(header: &str) -> bool {
    let (first, last) = (header.split(' ').next(), header.split(' ').next_back());
    let short = header.split(' ').count() <= 5;
    short
        && (first.is_some_and(|word| FIRST.contains(&word)) || last.is_some_and(|word| LAST.contains(&word)))
}

/// Whether that folded question asks for a name or a link.
pub(in crate::import) fn asks_for_a_name(header: &str) -> bool {
    NAMED_IN.iter().any(|words| mentions(header, words))
}

/// Whether that folded header is of a company's reply to a review: "owner response", "réponse du propriétaire".
pub(in crate::import) fn is_a_reply(header: &str) -> bool {
    #[rustfmt::skip]
    const ANSWERS: &[&str] = &[
        "response", "responses", "reply", "replies", "answer", "answers", "reponse", "reponses",
    ];
    #[rustfmt::skip]
    const WHO: &[&str] = &[
        "owner", "property", "company", "developer", "dev", "seller", "vendor", "merchant", "business", "management", "hotel",
        "host", "brand", "restaurant", "proprietaire", "entreprise", "societe", "etablissement", "commercant",
        "vendeur", "developpeur", "hotelier", "service client", "marque", "enseigne", "apportee", "officielle", "official",
        "de l equipe", "support", "admin", "moderator", "moderateur", "direction", "gerant", "shop", "store", "boutique",
        "magasin",
    ];
    /// Those who reply to reviews.
    const HOSTS: [&str; 8] =
        ["merchant", "owner", "seller", "vendor", "host", "proprietaire", "commercant", "hotelier"];
    let words = header.split(' ').count();
    let mentions_any = |list: &[&str]| list.iter().any(|word| mentions(header, word));
    // A word beside "reply" belongs to it: "reply content", "replied at".
    let reply = ["reply", "replies", "replied"].iter().any(|word| mentions(header, word)) && words <= 3;
    let ours = ["notre reponse", "our response", "our answer"].contains(&header);
    let comments = ["comment", "commentaire", "message", "note"].iter().any(|word| mentions(header, word));
    reply
        || ours
        || words <= 4 && comments && mentions_any(&HOSTS)
        || words <= 6 && mentions_any(ANSWERS) && mentions_any(WHO) && !mentions(header, "votre")
}

/// Whether that folded header is of another choice in free text.
pub(in crate::import) fn is_other(header: &str) -> bool {
    #[rustfmt::skip]
    const OTHERS: &[&str] = &[
        "other", "others", "autre", "autres", "other please specify", "autre precisez", "autre preciser",
        "autre a preciser", "autre veuillez preciser", "other specify",
    ];
    OTHERS.contains(&header)
}

/// Whether that folded header is of the title of a review.
pub(in crate::import) fn is_a_title(header: &str) -> bool {
    #[rustfmt::skip]
    const TITLES: &[&str] = &[
        "title", "titre", "review title", "title of review", "reviews title", "titre de l avis", "titre avis",
        "titre du commentaire", "titre commentaire", "summary", "review summary", "headline", "review headline",
        "reviews summary", "objet", "subject", "sujet", "review subject", "feedback title", "comment title", "heading",
        "review heading", "resume", "accroche", "ticket subject", "objet du message", "objet de la demande",
    ];
    TITLES.contains(&header)
}

/// Whether that folded header is of the body of a review, to which a title may belong.
pub(super) fn is_a_body(header: &str) -> bool {
    #[rustfmt::skip]
    const BODIES: [&str; 18] = [
        "review", "reviews", "avis", "commentaire", "commentaires", "comment", "comments", "text", "texte", "body",
        "content", "contenu", "verbatim", "verbatims", "feedback", "message", "description", "opinion",
    ];
    header.split(' ').count() <= 3 && BODIES.iter().any(|word| mentions(header, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_programs_are_words() {
        for (header, words) in [
            ("reviewBody", "review body"),
            ("ResponseId", "response id"),
            ("RespondentID", "respondent id"),
            ("IPAddress", "ip address"),
            ("thumbsUpCount", "thumbs up count"),
            ("review_text", "review text"),
            ("eNPS", "enps"),
            ("NPS", "nps"),
            ("#", "n"),
            ("Q07 - I am proud of it", "i am proud of it"),
            ("Q3. Price", "price"),
            ("q1_sat_overall", "sat overall"),
            ("Q12a: Why?", "why"),
            ("3) Commentaire", "commentaire"),
            ("5.2 Qu'est-ce qui vous gêne ?", "qu est ce qui vous gene"),
            ("5 dernières visites", "5 dernieres visites"),
            ("2024 - Commentaires", "2024 commentaires"),
            ("Q1", "q1"),
            ("12", "12"),
            ("1 - 5", "1 5"),
            ("Qualité", "qualite"),
        ] {
            assert_eq!(folded(header), words);
        }
    }

    #[test]
    fn headers_about_an_answer_are_recognised() {
        for header in [
            "review id",
            "comment date",
            "comment_url",
            "Total reviews",
            "reviews count",
            "helpful votes",
            "word count",
            "response time",
            "Durée",
            "userAgent",
            "Nombre d'avis",
            "Langue du commentaire",
            "repliedAt",
        ] {
            assert!(is_about(&folded(header)), "{header}");
        }
        for header in
            ["commentaire", "review", "Ce qui vous a plu", "How could we save your time?", "content"]
        {
            assert!(!is_about(&folded(header)), "{header}");
        }
        for header in [
            "reply",
            "replyContent",
            "Response from the owner",
            "Réponse du propriétaire",
            "Réponse de l'entreprise",
            "company response",
            "developer_response",
            "Seller reply",
            "Réponse apportée",
            "Réponse du service client",
            "shop_answer",
            "merchantComment",
        ] {
            assert!(is_a_reply(&folded(header)), "{header}");
        }
        for header in ["réponse", "Réponse client", "response", "Votre réponse à notre question", "comment"]
        {
            assert!(!is_a_reply(&folded(header)), "{header}");
        }
    }
}
