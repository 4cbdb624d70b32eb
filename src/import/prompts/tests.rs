//! The prompts of headers.

use super::*;

#[test]
fn questions_for_the_best_and_for_the_worst_are_distinguished() {
    let question = |kind| format!("Pouvez-vous nous raconter l'interaction la plus {kind} cette année ?");
    assert_eq!(mentioned(&question("positive")), Prompt::Positive);
    assert_eq!(mentioned(&question("frustrante")), Prompt::Negative);
    assert_eq!(mentioned("Points positifs et négatifs"), Prompt::Unknown);
    assert_eq!(
        (of("Neutre"), of("négatif"), of("autre")),
        (Some(Prompt::Neutral), Some(Prompt::Negative), None)
    );
}

#[test]
fn positive_and_negative_go_by_many_names() {
    for (positive, negative) in [
        ("Pro", "Con"),
        ("Pros", "Cons"),
        ("Points forts", "Points faibles"),
        ("Forces", "Faiblesses"),
        ("Ce qui fonctionne bien", "À améliorer"),
        ("Avantages", "Axes d'amélioration"),
        ("Like", "Dislike"),
        ("Liked best", "Liked least"),
        ("What do you like best about Reflet?", "What do you dislike about Reflet?"),
        ("What went well", "What could be better"),
        ("What did you like most?", "What did you like least?"),
        ("Plus", "Moins"),
        ("(+)", "(-)"),
        ("Commentaire (+)", "Commentaire (-)"),
        ("Satisfaction", "Irritants"),
        ("Ce qui vous a plu", "Ce qui vous a déplu"),
        ("Ce qui vous a plu", "Ce qui ne vous a pas plu"),
        ("Best", "Worst"),
        ("What made your day?", "What spoilt it?"),
        ("Ce qui vous a réjoui", "Ce qui a gâché votre visite"),
        ("Strengths", "Weaknesses"),
        ("Keep", "Improve"),
        ("Positif", "Négatif"),
        ("Top", "Flop"),
        ("Qu'est-ce qui fonctionne bien ?", "Qu'est-ce qui fonctionne mal ?"),
        ("Qu'est-ce qui vous plaît le plus ?", "Qu'est-ce qui vous plaît le moins ?"),
        ("What was good?", "What could be better?"),
        ("Qu'avez-vous le plus apprécié ?", "Qu'avez-vous le moins apprécié ?"),
        ("What does your manager do well?", "What could your manager do better?"),
    ] {
        let prompts = (mentioned(positive), mentioned(negative));
        assert_eq!(prompts, (Prompt::Positive, Prompt::Negative), "{positive} / {negative}");
    }
    for neither in
        ["Commentaire", "What would you like to say?", "How likely are you to come back?", "Plus d'infos"]
    {
        assert_eq!(mentioned(neither), Prompt::Unknown, "{neither}");
    }
}

#[test]
fn a_neutral_question_is_a_question() {
    assert_eq!(asked("Que pensez-vous de l'accueil ?"), Some(Prompt::Unknown));
    assert_eq!(asked("Qu'avez-vous le plus apprécié ?"), Some(Prompt::Positive));
    assert_eq!((asked("Web"), asked("positive")), (None, Some(Prompt::Positive)));
}

#[test]
fn questions_for_strength_and_for_strain_are_distinguished() {
    for (positive, negative) in [
        ("Ce qui vous donne de l'énergie au contact des assurés", "Ce qui vous pèse au contact des assurés"),
        ("Un patient dont vous êtes fier", "Une situation que vous avez mal vécue"),
        ("What lifts you up when you meet guests?", "And what drags you down when you meet guests?"),
        ("Qu'est-ce qui vous a aidé ?", "Qu'est-ce qui vous a gêné ?"),
        ("Qu'est-ce qui vous a le plus aidé ?", "Qu'est-ce qui vous a vraiment gêné ?"),
        ("J'ai apprécié", "J'ai moins apprécié"),
        ("Ce que j'aime", "Ce que je n'aime pas"),
        ("Ce que vous aimez", "Ce que vous aimez moins"),
        ("Ce que vous retenez de bien", "Ce que vous retenez de moins bien"),
        ("Qu'est-ce qui vous a fait rester jusque-là ?", "Qu'est-ce qui vous a décidé à partir ?"),
        ("Ce qui vous ferait rester", "Ce qui vous ferait partir"),
        (
            "Are there some things we are doing great here?",
            "Are there some things we are not doing so great here?",
        ),
        ("What energises you at work?", "What drains you?"),
        ("And what keeps you with us?", "What annoys you about our service?"),
        ("<p>3. &nbsp;What <b>keeps</b> you with us?</p>", "<p>2. What <b>annoys</b> you?</p>"),
        ("Kudos", "Gripes"),
        ("Bright spots", "Sore spots"),
        ("Ce qui te plaît", "Ce qui t'énerve"),
        ("Likes", "Annoyances"),
        ("Q9_likes_OE", "Q10_dislikes_OE"),
        ("Verbatim - likes", "VERB_INSAT"),
        ("What makes you stay?", "What frustrates you in your job?"),
        ("Ce qui vous motive", "Ce qui vous démotive"),
        ("Vos satisfactions", "Vos insatisfactions"),
        ("Describe a moment when a shopper made your day", "Describe a moment that went badly"),
        ("5.1 Qu'est-ce qui fonctionne bien ?", "5.2 Qu'est-ce qui devrait changer en priorité ?"),
        ("What should we keep doing?", "What should we stop doing?"),
        ("What works?", "What doesn't work well?"),
        ("What's working?", "What isn't working?"),
        ("Ce qui marche", "Ce qui ne marche pas"),
        ("Ce qui va bien", "Ce qui ne va pas"),
        ("What did you enjoy most about your job?", "What prompted you to leave?"),
        ("A moment you were proud of", "A moment that upset you"),
        ("What has improved since last year?", "What could be improved?"),
        ("Vos coups de cœur", "Vos coups de gueule"),
        ("Agréablement surpris par…", "Désagréablement surpris par…"),
        ("What helped you?", "What got in the way?"),
        ("What do you love about it?", "What do you hate about it?"),
        ("Citez au moins un point fort", "Citez au moins un point faible"),
        ("Name at least one strength", "Name at least one weakness"),
        ("Your favourite part of the day", "Your least favourite part of the day"),
    ] {
        let prompts = (mentioned(positive), mentioned(negative));
        assert_eq!(prompts, (Prompt::Positive, Prompt::Negative), "{positive} / {negative}");
    }
}

#[test]
fn an_open_question_asks_for_neither() {
    for header in [
        "Comment pouvons-nous vous aider ?",
        "How can we best help you?",
        "Which of these best describes you?",
        "What did you like most and least?",
        "Qu'avez-vous trouvé bien ou mal ?",
        "Points forts et points faibles",
        "What was good or bad about it?",
        "Avez-vous aimé ou pas ?",
        "Do you want to leave a comment?",
        "Qu'est-ce qui vous a amené ici ?",
        "Qu'est-ce qui explique votre appréciation ?",
        "What is the one thing we should know?",
        "Que retenez-vous de votre visite ?",
        "Plus ou moins satisfait : précisez",
        "VERB_RECO",
        "Verbatim satisfaction",
        "Reason for your visit",
        "Pouvez-vous préciser, s'il vous plaît ?",
        "À partir de quand ?",
        "What would you like to drink?",
        "Ce que vous aimeriez ajouter",
        "Top comments",
        "Who keeps you informed?",
        "What would you change?",
        "Si vous pouviez changer une chose ?",
    ] {
        assert_eq!(mentioned(header), Prompt::Unknown, "{header}");
    }
    // A denied word is no word for the best, nor is a denied wish for the worst one.
    for header in
        ["Ce qui vous plaît le moins", "What did you never enjoy? What do you not like?", "Pas agréable"]
    {
        assert_eq!(mentioned(header), Prompt::Negative, "{header}");
    }
}

fn beside(headers: &[&str]) -> Vec<Prompt> {
    let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
    (0..headers.len()).map(|column| of_column(&headers, column)).collect()
}

#[test]
fn twins_that_differ_in_one_word_are_opposites() {
    for (positive, negative) in [
        ("Ce qui m'intéresse", "Ce qui m'intéresse moins"),
        ("VERB_SAT", "VERB_INSAT"),
        ("Ce qui vous retient chez nous", "Ce qui vous lasse chez nous"),
        ("Racontez une journée réussie", "Racontez une journée ratée"),
        ("Tell us about a success", "Tell us about a failure"),
        ("Racontez un bon appel", "Racontez un mauvais appel"),
        ("Tell us about a good day at the desk", "Tell us about a bad day at the desk"),
        ("What should we do more of?", "What should we do less of?"),
        ("What makes it easy to work here?", "What makes it hard to work here?"),
        ("Qu'est-ce qui vous convient ici ?", "Qu'est-ce qui ne vous convient pas ici ?"),
        ("What suits you here?", "What doesn't suit you here?"),
        ("When were you comfortable here?", "When were you uncomfortable here?"),
        ("Pourquoi resteriez-vous chez nous ? Rester :", "Pourquoi resteriez-vous chez nous ? Partir :"),
        ("Commentaire promoteurs", "Commentaire détracteurs"),
        ("Q1. What do you love about your shift?", "Q2. And what do you dread about your shift?"),
        ("Une situation avec un élève dont vous êtes fier", "Une situation avec un élève qui vous hante"),
        ("Ce qui s'est bien passé", "À l'inverse ?"),
        ("Que faut-il garder ?", "Que faut-il changer ?"),
        ("What do you like here?", "What would you change?"),
        ("Ce que vous garderiez", "Ce que vous changeriez"),
        ("Good", "Bad"),
        ("Une réussite", "Un échec"),
        ("Highlight", "Lowlight"),
        ("Ce qui marche", "Ce qui bloque"),
        ("Ce qui marche", "Ce qui coince"),
        ("Moment de joie", "Moment de peine"),
        ("Moment fort", "Moment difficile"),
        ("Proud moment", "Low moment"),
        ("Acquis", "Manques"),
        ("Réussites", "Échecs"),
        ("Highs", "Lows"),
        ("Glows", "Grows"),
        ("😀", "☹️"),
        ("Bien", "Mal"),
        ("Helps me", "Holds me back"),
        ("Sources de plaisir", "Sources de fatigue"),
        ("Belle histoire", "Mauvaise histoire"),
        ("Q1_POS", "Q2_NEG"),
        ("Leviers", "Freins"),
        ("Leviers", "Irritants"),
        ("Points de satisfaction", "Axes de progrès"),
        ("What is going well?", "Even better if…"),
        ("Une anecdote heureuse à partager ?", "Un désagrément à signaler ?"),
        ("Quelle situation vous a rendu utile ?", "Quelle situation vous a usé ?"),
        (
            "Racontez une scène dont vous êtes sorti grandi",
            "Racontez une scène que vous auriez préféré ne pas vivre",
        ),
        (
            "Tell us about the call you would happily take again",
            "Tell us about the call you would pay not to take again",
        ),
        ("Keep doing", "Start doing"),
        ("Kudos", "Gripes"),
    ] {
        assert_eq!(beside(&[positive, negative]), [Prompt::Positive, Prompt::Negative], "{positive}");
        if !negative.starts_with('À') {
            assert_eq!(beside(&[negative, positive]), [Prompt::Negative, Prompt::Positive], "{positive}");
        }
    }
    // A closed question may come between the two.
    let apart = beside(&["What suits you here?", "How so (1-5)", "What doesn't suit you here?"]);
    assert_eq!(apart, [Prompt::Positive, Prompt::Unknown, Prompt::Negative]);
}

#[test]
fn two_questions_on_different_things_are_no_twins() {
    for (asked, other) in [
        ("What did you like about the shop?", "What did you think about the shop?"),
        ("What did you like about the shop?", "What did you buy at the shop?"),
        ("Qu'est-ce qui vous plaît dans le métier ?", "Qu'est-ce qui vous a amené dans le métier ?"),
        ("Commentaire positif", "Commentaire"),
        ("Points positifs", "Points abordés"),
        ("VERB_INSAT", "VERB_RECO"),
        ("The best moment of your visit", "The last moment of your visit"),
        ("Ce qui vous a plu", "Vos suggestions"),
        ("What went well with the order?", "What else with the order?"),
    ] {
        let prompts = beside(&[asked, other]);
        assert_ne!(prompts[0], Prompt::Unknown, "{asked}");
        assert_eq!(prompts[1], Prompt::Unknown, "{other}");
    }
    // Of three questions alike none is the opposite of another.
    let three = [
        "What do you love about your shift?",
        "What do you dread about your shift?",
        "What do you teach about your shift?",
    ];
    assert_eq!(beside(&three), [Prompt::Positive, Prompt::Unknown, Prompt::Unknown]);
    assert_eq!(beside(&["What suits you here?", "What brings you here?"]), [Prompt::Unknown; 2]);
    // Counts, and words without meaning alone.
    for pair in [["More", "Less"], ["Up", "Down"], ["Acquis", "Ville"], ["Start", "End"], ["Bien", "Lieu"]] {
        assert_eq!(beside(&pair), [Prompt::Unknown; 2], "{pair:?}");
    }
}

#[test]
fn words_are_folded_and_on_one_side() {
    for (good, bad) in lexicon::OPPOSITES {
        assert_eq!((fold(good).as_str(), fold(bad).as_str()), (*good, *bad));
    }
    let positive = POSITIVE.iter().chain(WHOLLY_POSITIVE);
    let negative: Vec<&&str> = NEGATIVE.iter().chain(WHOLLY_NEGATIVE).collect();
    for words in positive {
        assert_eq!(&fold(words), words);
        assert!(!negative.contains(&words), "{words}");
    }
    for words in negative {
        assert_eq!(&fold(words), words);
    }
    for words in DECISIVE.iter().map(|(words, _)| words).chain(lexicon::OPEN) {
        assert_eq!(&fold(words), words);
    }
}
