//! The words of questions for the best and for the worst, in French and in English, folded.

use crate::model::Prompt;

/// Words of a question for the best.
#[rustfmt::skip]
pub(super) const POSITIVE: &[&str] = &[
    "positivement", "positively", "positive", "positif", "positives", "positifs", "pros", "points forts", "point fort",
    "le plus apprecie", "plus aime", "like most", "liked most", "like best", "liked best", "like the most",
    "like the best", "do you like", "did you like", "you liked", "what you like", "do you enjoy", "did you enjoy",
    "enjoyed most", "enjoy most", "you enjoyed", "plaisent", "was good", "is good", "went right", "best", "meilleur",
    "meilleure", "meilleurs", "meilleures", "plu", "plait", "went well", "works well", "work well", "worked well", "do well",
    "doing well", "does well", "did well", "done well", "working well", "go well", "goes well", "going well", "fonctionne bien",
    "fonctionne le mieux", "marche bien", "marche le mieux", "s est bien passe", "se passe bien", "va bien",
    "strengths", "strength", "avez vous apprecie", "appreciez vous", "vous appreciez", "vous avez apprecie",
    "apprecie le plus", "appreciez le plus", "avez vous aime", "aimez vous", "vous avez aime", "vous aimez",
    "aime le plus", "advantages", "avantages", "atouts", "highlights", "bons points", "points satisfaisants",
    "motifs de satisfaction", "sources de satisfaction", "satisfactions", "pleasant", "agreable", "agreablement",
    "most satisfying", "pleased you", "pleases you", "are doing great", "doing right", "get right", "got right",
    "do right", "did right", "went great", "works great", "good about", "great about", "like about", "liked about",
    "enjoy about", "enjoyed about", "love about", "loved about", "do you love", "did you love", "love most",
    "loved most", "what is working", "what s working", "what works", "what worked", "ce qui marche",
    "ce qui fonctionne", "kudos", "shout outs", "shoutouts", "compliments", "praise", "bravos", "felicitations",
    "coup de coeur", "coups de coeur", "good points", "plus points", "favourite thing", "favorite thing",
    "favourite things", "favorite things", "favourite part", "favorite part", "favourite moment", "favorite moment",
    "moment prefere", "bright spots", "qualities", "quelles qualites", "ses qualites",
    // Sources of strength and joy.
    "energises", "energizes", "energised", "energized", "energising", "energizing", "gives you energy",
    "give you energy", "gave you energy", "lifts you up", "lift you up", "lifted you up", "motivates you",
    "motivate you", "motivated you", "motivates me", "inspires you", "inspire you", "inspired you",
    "makes you happy", "make you happy", "made you happy", "made your day", "makes your day", "make your day",
    "made you smile", "makes you smile", "make you smile", "delighted you", "delights you", "delight you",
    "impressed you", "impresses you", "brings you joy", "gives you joy", "pleasantly", "satisfies you",
    "satisfied you", "most satisfied", "happiest", "proud of", "proudest", "proud moment", "proud moments",
    "you proud", "feel proud", "felt proud", "you feel good", "you felt good",
    "de l energie", "donne l energie", "donne envie", "donnent envie", "vous motive", "vous motivent",
    "me motive", "vous a motive", "te motive", "motivant", "motivante", "vous stimule", "stimulant", "vous porte",
    "vous inspire", "vous enthousiasme", "vous rejouit", "vous a rejoui", "rejouis", "rend heureux", "rendu heureux", "rend heureuse",
    "rend fier", "rend fiere", "rendu fier", "rendent fier", "rend fiers", "etes fier", "etes fiere", "etes vous fier",
    "etes vous fiere", "avez ete fier", "etes le plus fier", "es fier", "etes tres fier", "fierte", "fiertes",
    "vous a satisfait", "vous satisfait", "vous satisfont", "de quoi etes vous satisfait", "vous a seduit",
    "vous a enchante", "vous enchante", "fait plaisir", "font plaisir", "prenez plaisir", "source de plaisir",
    "plus beau", "plus belle", "beaux moments", "beau moment", "bon souvenir", "bons souvenirs", "bonne surprise",
    "bonnes surprises", "bon moment", "bons moments", "retenez de bien", "marque en bien", "surpris en bien",
    "quelque chose de bien", "bien vecu", "bien vecue", "bien vecus", "bien vecues",
    // Help.
    "what helped", "what has helped", "what helps", "what made it easy", "made things easy", "helped you most",
    "what was easy", "easiest", "ce qui vous a aide", "ce qui vous aide", "ce qui vous ont aide", "ce qui m a aide",
    "ce qui t a aide", "ce qui vous a facilite", "ce qui vous facilite", "ce qui a ete facile", "facilitateurs",
    // Reasons to stay.
    "what keeps you", "keeps you with us", "keeps you here", "keeps you going", "keeps you motivated", "makes you stay", "make you stay", "made you stay", "want to stay", "reasons to stay",
    "reason to stay", "reasons for staying", "reason for staying", "why do you stay", "made you come back",
    "makes you come back", "vous fait rester", "a fait rester", "ferait rester", "feraient rester", "vous retient", "vous retiennent",
    "pourquoi restez vous", "envie de rester", "a fait revenir", "vous fait revenir",
    // Wishes that something goes on.
    "should we keep", "should we continue", "keep doing", "continue doing", "faut il garder", "faut il conserver",
    "devons nous garder", "devons nous conserver", "devrions nous continuer", "continuer a faire",
    "we should keep", "we should continue", "a ne pas changer",
    // Of oneself.
    "j ai apprecie", "j ai aime", "j aime", "j apprecie", "m a plu", "me plait", "me plaisent", "tu aimes",
    "tu as aime", "tu apprecies", "as tu aime", "t a plu", "te plait", "what i like", "what i liked", "i liked", "i enjoyed",
    "things i like", "what i enjoyed", "what i love", "i loved",
    // Joys, and moments that people would live through again.
    "highlight", "belle histoire", "belles histoires", "moment fort", "moments forts", "temps fort", "temps forts",
    "moment de joie", "moments de joie", "moment de fierte", "moment de bonheur", "moment de plaisir", "moment heureux",
    "moments heureux", "moment of joy", "moments of joy", "high moment", "high point", "happy moment", "happy moments",
    "anecdote heureuse", "histoire heureuse", "souvenir heureux", "souvenirs heureux", "happy memory", "sorti grandi",
    "sortie grandie", "sortis grandis", "ressorti grandi", "rendu utile", "rendue utile", "senti utile", "sentie utile",
    "sentez utile", "felt useful", "feel useful", "happily", "gladly", "vous garderiez", "aimeriez garder", "would you keep",
    "you would keep", "revivre", "points de satisfaction", "point de satisfaction", "sources de plaisir",
    "source de joie", "sources de joie", "helps me", "helped me", "m a aide", "m aide",
];

/// Words of a question for the worst. They are matched first and taken out: "like least" contains no "like".
#[rustfmt::skip]
pub(super) const NEGATIVE: &[&str] = &[
    "spoilt", "spoiled", "ruined your", "spoils your", "a gache", "ont gache", "gache votre", "gache vos",
    "negativement", "negatively", "badly", "pas satisfait", "pas satisfaite", "pas ete satisfaisant", "negative",
    "negatif", "negatives", "negatifs", "cons", "points faibles", "point faible", "frustrante", "frustrantes",
    "frustrants", "frustrant", "frustrating", "frustrated", "frustrates", "frustrate", "frustration", "frustrations",
    "frustre", "frustrent", "moins aime", "moins apprecie", "aime le moins", "aimez vous le moins",
    "appreciez le moins", "appreciez vous le moins", "apprecie le moins", "plait le moins", "plaisent le moins",
    "plu le moins", "moins plu", "deplu", "deplait", "deplaisent", "pas plu", "pas aime", "aime pas", "aimez pas",
    "avez pas apprecie", "n avez pas apprecie", "dislike", "dislikes", "disliked", "did you like least",
    "do you like least", "did you like the least", "do you like the least", "you liked least",
    "you liked the least", "like least", "liked least", "like the least", "enjoy least", "enjoyed least", "worst", "pire",
    "pires", "improve", "improved", "improving", "improvement", "improvements", "ameliorer", "ameliore", "amelioree",
    "amelioration", "ameliorations", "be better", "do better", "been better", "done better", "work better",
    "mieux faire", "faire mieux", "went wrong", "go wrong", "goes wrong", "fonctionne mal",
    "fonctionne moins bien", "fonctionne le moins bien", "ne fonctionne pas", "marche mal", "marche moins bien",
    "ne marche pas", "ne va pas", "va mal", "moins bien", "s est mal passe", "s est mal passee", "se passe mal",
    "irritant", "irritants", "irrite", "irritent", "irritates", "irritating", "weaknesses", "weakness",
    "faiblesses", "pain points", "pain point", "disadvantages", "inconvenients", "drawbacks", "downsides", "downside", "defauts",
    "mauvais points", "points d irritation", "unpleasant", "desagreable", "desagreables", "desagreablement",
    "annoying", "annoyed", "annoys", "annoy", "annoyances", "annoyance", "penible", "penibles", "lowlights",
    "points de vigilance", "difficultes", "difficulties", "any difficulty", "decu", "decue", "decus", "decoit",
    "deception", "deceptions", "disappointed", "disappointing", "disappoints", "disappoint", "disappointment",
    "disappointments", "insatisfaction", "insatisfactions", "insatisfait", "insatisfaite", "insat", "dissatisfied",
    "unsatisfied", "unhappy", "mecontent", "mecontente", "mecontentement", "least positive", "worked poorly", "went poorly",
    "gripe", "gripes", "grievances", "peeves", "complain about", "griefs", "doleances", "coup de gueule",
    "coups de gueule", "reprochez", "reprocheriez", "reproches", "regrettez", "regrets", "least favourite",
    "least favorite", "isn t working", "not working", "bad about", "bad experience",
    "bad experiences", "not doing so great", "not doing great", "not so great", "not great", "not so good", "not good",
    "not so well", "agacement", "t enerve", "m enerve", "t agace", "m agace", "harder than", "sore spots", "you not like", "did not like", "didn t like", "do not like", "don t like", "didn t you like",
    "don t you like", "you not enjoy", "did not enjoy", "didn t enjoy", "do not enjoy", "don t enjoy", "mauvaise experience", "mauvaises experiences", "mauvais souvenir", "mauvais souvenirs",
    "mauvaise surprise", "mauvaises surprises", "mauvais moment", "mauvais moments", "marque en mal",
    "surpris en mal",
    // Hardship and strain.
    "mal vecu", "mal vecue", "mal vecus", "mal vecues", "vivez mal", "vous pese", "vous pesent", "me pese",
    "me pesent", "te pese", "nous pese", "pese le plus", "pesant", "pesante", "vous use", "vous epuise",
    "vous epuisent", "epuisant", "vous fatigue", "vous fatiguent", "fatigant", "vous agace", "vous agacent",
    "vous a agace", "agacant", "agacements", "vous enerve", "vous enervent", "vous a enerve", "enervant",
    "vous derange", "vous derangent", "vous a derange", "m a derange", "vous a gene", "vous ont gene", "vous gene",
    "vous genent", "m a gene", "genant", "vous stresse", "vous stressent", "stressant", "vous decourage",
    "vous decouragent", "decourageant", "vous demotive", "vous demotivent", "demotivant", "vous contrarie",
    "vous a contrarie", "vous inquiete", "vous inquietent", "inquietudes", "vous preoccupe", "vous preoccupent",
    "vous a manque", "vous manque", "vous manquent", "vous a freine", "vous freine", "vous freinent", "freins",
    "vous bloque", "vous bloquent", "vous a bloque", "points bloquants", "points de blocage", "blocages",
    "vous empeche", "vous empechent", "vous a empeche", "obstacles", "obstacle", "plus difficile", "plus difficiles",
    "ce qui est difficile", "ce qui a ete difficile", "trouvez difficile", "moment difficile", "moments difficiles",
    "situation difficile", "plus dur", "plus dure",
    "drains you", "drain you", "drained you", "draining", "drags you down", "drag you down", "dragged you down",
    "gets you down", "brings you down", "bring you down", "weighs on you", "weighs you down", "wears you out",
    "wears you down", "tires you", "stresses you", "stress you", "worries you", "worry you", "bothers you",
    "bother you", "bothered you", "upset you", "upsets you", "lets you down", "let you down", "demotivates",
    "demotivate", "discourages", "discourage", "hinders", "hinder", "hindered", "keeps you up", "keeps you awake",
    "keeps you from", "kept you from", "stops you", "stopping you", "stopped you", "prevents you", "prevented you",
    "holds you back", "holding you back", "got in the way", "gets in the way", "in your way", "made you angry",
    "makes you angry", "made you sad", "makes you sad", "barriers", "blockers", "roadblocks", "biggest challenge",
    "biggest challenges", "main challenges", "challenges do you", "challenges did you", "challenges have you",
    "struggle with", "struggled with", "do you struggle", "did you struggle", "do you hate", "did you hate",
    "hate about", "hated about", "hate most", "confusing", "hardest", "toughest", "most difficult",
    "difficult moment", "difficult moments", "difficult situation", "difficult about", "hard about", "was difficult", "was hard",
    "what is missing", "what s missing", "what was missing", "are we missing", "problems encountered",
    "issues encountered", "problems did you", "problems have you", "problems do you", "issues did you",
    "issues have you", "problemes rencontres", "problemes avez vous",
    // Reasons to leave.
    "made you leave", "make you leave", "makes you leave", "prompted you to leave", "want to leave",
    "led you to leave", "decide to leave", "consider leaving", "think about leaving", "decide a partir", "decide de partir",
    "fait partir", "ferait partir", "feraient partir", "pousse a partir", "pousserait a partir",
    "incite a partir", "envie de partir", "pousse a quitter", "decide a quitter", "amene a quitter",
    "ferait quitter", "envie de quitter", "conduit a quitter",
    // Wishes for change.
    "could change", "should change", "needs to change", "must change", "devrait changer", "devraient changer",
    "doit changer", "should we stop", "we should stop", "stop doing", "devrions nous arreter", "faut il arreter",
    "arreter de faire", "axes de progres", "axes de progression",
    // Of oneself.
    "moins aimes", "aimes pas", "aimes le moins", "what i hate", "i disliked", "i hated",
    // Moments that people would not live through again, and standstill.
    "lowlight", "low moment", "low moments", "low point", "sad moment", "mauvaise histoire", "mauvaises histoires",
    "moment faible", "moments faibles", "temps faible", "moment de peine", "moments de peine", "moment de doute",
    "moment de decouragement", "moment de tristesse", "moment de colere", "moment penible", "moments penibles",
    "moment of doubt", "moment of sadness", "desagrement", "desagrements", "contrariete", "contrarietes", "prefere ne pas",
    "prefereriez ne pas", "aime ne pas vivre", "prefere eviter", "prefere oublier", "aimeriez oublier",
    "rather not", "rather forget", "rather have avoided", "pay not to", "like to forget", "not take again", "never relive",
    "ce qui bloque", "ce qui coince", "ce qui freine", "ce qui gene", "ce qui peche", "ca coince", "ca bloque",
    "coince encore", "vous a use", "vous use le plus", "vous a epuise", "vous a fatigue", "holds me back",
    "hold me back", "held me back", "holding me back", "sources de fatigue", "source de fatigue",
    "even better if", "encore mieux si", "made you frown", "doleance", "grievance",
];

/// Phrases that are matched before all others. `None` takes their words out of the question; an unknown prompt means
/// that the question asks for both.
#[rustfmt::skip]
pub(super) const DECISIVE: &[(&str, Option<Prompt>)] = &[
    ("best describe", None), ("best describes", None), ("best describing", None), ("best way", None),
    ("best time", None), ("can we best", None), ("best suits", None), ("best fits", None), ("at best", None),
    ("best practices", None), ("best reach", None), ("best contact", None), ("best represents", None),
    ("best matches", None), ("meilleur moyen", None), ("meilleure facon", None), ("au mieux", None),
    ("plus ou moins", None), ("s il vous plait", None), ("improved since", Some(Prompt::Positive)),
    ("has improved", Some(Prompt::Positive)), ("have improved", Some(Prompt::Positive)),
    ("s est ameliore", Some(Prompt::Positive)), ("envie de changer", None),
    ("leave a", None), ("leave us", None), ("leave your", None), ("partir en vacances", None), ("partir en voyage", None),
    ("most and least", Some(Prompt::Unknown)), ("most or least", Some(Prompt::Unknown)),
    ("le plus et le moins", Some(Prompt::Unknown)), ("le plus ou le moins", Some(Prompt::Unknown)),
    ("plus et moins", Some(Prompt::Unknown)), ("or not", Some(Prompt::Unknown)),
    ("ou pas", Some(Prompt::Unknown)), ("ou non", Some(Prompt::Unknown)),
];

/// Whole headers and values of a question for the best.
#[rustfmt::skip]
pub(super) const WHOLLY_POSITIVE: &[&str] = &[
    "pro", "plus", "les plus", "like", "likes", "i like", "liked", "top", "le top", "les tops", "tops", "forces", "force",
    "keep", "satisfaction", "satisfactions", "avantage", "atout", "pour", "a conserver", "a garder",
    "positive comment", "went well", "le positif", "loved", "loves", "continue", "the good", "glad", "bravo",
    "roses", "wins", "joies", "compliment", "facilitateurs", "remerciements", "eloges", "what i like",
];

/// Whole headers and values of a question for the worst.
#[rustfmt::skip]
pub(super) const WHOLLY_NEGATIVE: &[&str] = &[
    "con", "moins", "les moins", "contre", "flop", "le flop", "les flops", "flops", "stop", "faiblesse", "inconvenient",
    "defaut", "le negatif", "axes de progres", "axe de progres", "axes de progression", "a revoir",
    "pistes de progres", "a changer", "hated", "hates", "the bad", "sad", "mad", "thorns", "complaints", "complaint",
    "plaintes", "reclamations", "problemes", "problems", "a arreter", "a supprimer", "pains", "peines", "agacements",
    "frein", "reclamation", "plainte", "grief", "ebi",
];

/// Pairs of opposite words in two questions that are otherwise alike, the good one first. Alone, many of them mean
/// nothing.
#[rustfmt::skip]
pub(super) const OPPOSITES: &[(&str, &str)] = &[
    ("bien", "mal"), ("bien", "moins bien"), ("mieux", "moins bien"), ("plus", "moins"), ("most", "least"), ("more", "less"), ("well", "badly"),
    ("well", "poorly"), ("well", "wrong"), ("right", "wrong"), ("well", "less well"), ("good", "bad"), ("great", "bad"), ("best", "worst"),
    ("bon", "mauvais"), ("bonne", "mauvaise"), ("bons", "mauvais"), ("bonnes", "mauvaises"), ("facile", "difficile"),
    ("faciles", "difficiles"), ("facile", "complique"), ("simple", "complique"), ("easy", "hard"), ("easy", "difficult"), ("easier", "harder"),
    ("rester", "partir"), ("rester", "quitter"), ("stay", "leave"), ("staying", "leaving"), ("aide", "gene"),
    ("aide", "freine"), ("aide", "bloque"), ("aide", "manque"), ("helped", "hindered"), ("helps", "hinders"), ("helps", "hurts"), ("up", "down"),
    ("sat", "insat"), ("satisf", "insatisf"), ("happy", "sad"), ("happy", "angry"), ("love", "hate"), ("loved", "hated"), ("fort", "faible"),
    ("forts", "faibles"), ("keep", "stop"), ("keep", "change"), ("keep", "drop"), ("continue", "stop"), ("garder", "changer"),
    ("garder", "arreter"), ("garder", "supprimer"), ("conserver", "changer"), ("conserver", "ameliorer"), ("continuer", "arreter"), ("high", "low"), ("highs", "lows"),
    ("hits", "misses"), ("ups", "downs"), ("glad", "sad"), ("rose", "thorn"), ("gains", "pains"),
    ("joies", "peines"), ("joie", "peine"), ("plaisir", "peine"), ("aime", "deteste"), ("aimez", "detestez"), ("encourage", "decourage"), ("motive", "freine"),
    ("motive", "lasse"), ("rassure", "inquiete"), ("seduit", "decu"), ("convaincu", "decu"), ("convaincu", "freine"), ("attire", "freine"),
    ("reussi", "rate"), ("reussie", "ratee"), ("reussite", "echec"), ("reussites", "echecs"), ("success", "failure"),
    ("successes", "failures"), ("excites", "worries"), ("excited", "worried"), ("promoteur", "detracteur"), ("promoteurs", "detracteurs"),
    ("promoter", "detractor"), ("promoters", "detractors"),
    ("belle", "mauvaise"), ("beau", "mauvais"), ("belles", "mauvaises"), ("beaux", "mauvais"), ("joie", "tristesse"),
    ("heureux", "malheureux"), ("heureuse", "malheureuse"), ("plaisir", "fatigue"), ("plaisirs", "fatigues"), ("plaisir", "deplaisir"),
    ("fierte", "decouragement"), ("fierte", "regret"), ("fort", "difficile"), ("forts", "difficiles"), ("utile", "inutile"),
    ("acquis", "manques"), ("acquis", "manque"), ("leviers", "freins"), ("levier", "frein"), ("glow", "grow"), ("glows", "grows"),
    ("pos", "neg"), ("marche", "bloque"), ("marche", "coince"), ("avance", "bloque"), ("roule", "coince"), ("grandi", "use"),
    ("satisfaction", "contrariete"), ("satisfaction", "deception"), ("highlight", "lowlight"), ("win", "loss"), ("wins", "losses"),
    ("wins", "fails"), ("win", "fail"), ("hit", "miss"), ("lift", "drag"), ("lifts", "drags"), ("soleil", "orage"), ("sun", "rain"),
    ("coup de coeur", "coup de gueule"), ("succes", "echec"), ("succes", "echecs"), ("garderiez", "changeriez"), ("garderiez", "supprimeriez"),
    ("garderais", "changerais"), ("conserveriez", "changeriez"), ("gagne", "perdu"), ("enjoy", "endure"), ("smile", "frown"),
];

/// Words at the beginning of a question without meaning for the prompt.
pub(super) const ARTICLES: &[&str] = &[
    "un", "une", "des", "le", "la", "les", "l", "mon", "ma", "mes", "votre", "vos", "ton", "ta", "tes",
    "nos", "a", "an", "the", "my", "your", "our", "one",
];

/// Whole questions for the best beside one for the worst. Alone they may be anything.
#[rustfmt::skip]
pub(super) const KEPT: &[&str] = &[
    "leviers", "levier", "acquis", "gains", "success", "successes", "succes", "reussite", "reussites", "good", "bien", "high",
    "highs", "helps", "soutiens", "ressources", "moteurs", "moteur",
];

/// Words of a question for changes: beside one for the best it asks for the worst, alone it may ask for wishes.
#[rustfmt::skip]
pub(super) const CHANGES: &[&str] = &[
    "would you change", "should we change", "we should change", "need to change", "could we change", "changeriez vous",
    "pouviez changer", "faudrait changer", "faut changer", "faudrait il changer", "faut il changer",
    "devrions nous changer", "faut il revoir", "would you do differently", "feriez vous autrement", "a changer",
    "vous changeriez", "start doing", "start", "begin doing", "should we start", "commencer a faire", "a commencer", "manques",
    "echec", "echecs", "bad", "mal", "low", "lows", "failure", "failures",
];

/// Words that leave a question open where its twin has a word for the best or the worst: the twin of "What did you
/// like about the shop?" is not the opposite in "What did you buy at the shop?".
#[rustfmt::skip]
pub(super) const OPEN: &[&str] = &[
    "think", "thought", "pensez", "penser", "say", "dire", "expect", "expected", "attendez", "attendiez", "attentes",
    "attente", "expectations", "bring", "brought", "brings", "amene", "amenes", "conduit", "choose", "choosing", "choice", "chose", "chosen",
    "choisi", "choisir", "choix", "use", "used", "using", "utilise", "utilisez", "utiliser", "buy", "bought", "buying", "achete", "acheter", "order",
    "ordered", "commande", "other", "others", "else", "autre", "autres", "comment", "comments", "commentaire",
    "commentaires", "suggestion", "suggestions", "suggest", "suggerez", "add", "ajouter", "idee", "idees", "idea", "ideas", "need", "needed", "needs",
    "besoin", "besoins", "wish", "souhait", "souhaits", "souhaitez", "souhaiteriez", "want", "voulez", "do", "did", "done", "faites", "fait", "faire",
    "marque", "remember", "retenu", "retenez", "learn", "learned", "learnt", "appris", "surprised", "surpris", "know", "known", "savoir", "changed", "change",
    "why", "how", "when", "where", "who", "whom", "pourquoi", "quand", "ou", "combien", "prefer", "prefere", "preferez", "general", "globale",
    "global", "overall", "usual", "habituel", "typique", "typical", "last", "dernier", "derniere", "first", "premier", "premiere", "reco",
    "recommend", "recommander", "recommandez", "visit", "visite", "come", "came", "venir", "venu", "venue", "decouvert", "connu", "found", "find", "trouve", "hear",
    "heard", "entendu", "neutre", "neutral", "neutres", "interested", "interesse", "interessant", "important", "importantes",
    "importants", "remarque", "remarques", "feedback", "avis", "reponse", "reasons", "reason", "raison", "raisons", "motif", "explain", "expliquez", "precisez", "describe",
    "decrivez", "tell", "racontez", "notice", "noticed", "see", "saw", "vu", "voyez", "feel", "felt", "ressenti", "memorable", "recent", "recente", "cost", "price", "prix",
    "et", "and", "or", "plus", "most", "more", "aussi", "also", "key", "main", "principal", "principaux", "principales", "all", "tous", "various", "divers",
];
