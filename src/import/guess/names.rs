//! Headers of columns that hold something about an answer instead of one: who, when, where, how many, a reply.

use crate::import::words::{fold, mentions};

/// A header as roles are called, its words apart: `reviewBody` is "review body"; of `#`, which is a number, nothing
/// else would be left.
pub(in crate::import) fn folded(header: &str) -> String {
    if header == "#" { "n".to_owned() } else { fold(&apart(header)) }
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

/// What is asked for in a question that nobody answers in sentences.
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

/// Whether that folded header is of what a company replied to a review: "owner response", "réponse du propriétaire".
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
        "de l equipe", "support", "admin", "moderator", "moderateur", "direction", "gerant",
    ];
    let words = header.split(' ').count();
    let speaks = |list: &[&str]| list.iter().any(|word| mentions(header, word));
    // What stands beside a reply is about it: "reply content", "replied at".
    let reply = ["reply", "replies", "replied"].iter().any(|word| mentions(header, word)) && words <= 3;
    let ours = ["notre reponse", "our response", "our answer"].contains(&header);
    reply || ours || words <= 6 && speaks(ANSWERS) && speaks(WHO) && !mentions(header, "votre")
}

/// Whether that folded header is of what else people would have chosen.
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
        ] {
            assert_eq!(folded(header), words);
        }
    }

    #[test]
    fn what_stands_beside_an_answer_is_known() {
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
        ] {
            assert!(is_a_reply(&folded(header)), "{header}");
        }
        for header in ["réponse", "Réponse client", "response", "Votre réponse à notre question", "comment"]
        {
            assert!(!is_a_reply(&folded(header)), "{header}");
        }
    }
}
