//! The side by words.

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
fn titles_name_one_side() {
    assert_eq!(of_title("verbatims_clients-2025.csv"), Some(Side::Client));
    assert_eq!(of_title("Réponses collaborateurs"), Some(Side::Employee));
    assert_eq!(of_title("clients et salariés"), None);
    assert_eq!(
        (of_title("barometre-social-2025.xlsx"), of_title("export.csv")),
        (Some(Side::Employee), None)
    );
}

#[test]
fn the_subject_of_a_question_is_not_its_respondent() {
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

#[test]
fn questions_to_employees_name_their_work_or_the_people_served() {
    for question in [
        "Ce qui vous pèse au contact des assurés",
        "Ce qui vous donne de l'énergie au contact du public",
        "Racontez une situation avec un patient dont vous êtes fier",
        "Une situation difficile face à un adhérent",
        "Votre meilleur souvenir avec vos élèves",
        "Qu'est-ce qui vous motive dans la relation avec les clients ?",
        "Auprès des usagers, qu'est-ce qui fonctionne bien ?",
        "What drags you down when dealing with passengers?",
        "Tell us about a time with an angry guest",
        "Describe a moment this month when a shopper made your day",
        "What helps you when serving customers?",
        "What energises you at work?",
        "How do you feel about working here these days?",
        "What did your manager do well this month?",
        "My workload is manageable",
        "Ma charge de travail est raisonnable",
        "Mon manager me soutient",
        "Votre équipe se soutient-elle ?",
        "Recommanderiez-vous notre entreprise comme employeur ?",
        "I would recommend Halden as a place to work",
        "Je suis fier de travailler ici",
        "Votre contrat de travail vous convient-il ?",
        "How well does your team get on?",
        "What would make you leave your job?",
    ] {
        assert_eq!(of_question(question), Some(Side::Employee), "{question}");
    }
}

#[test]
fn questions_to_clients_name_their_purchase_or_the_people_who_serve() {
    for question in [
        "Votre commande est-elle arrivée à temps ?",
        "Votre séjour",
        "Votre contrat vous convient-il ?",
        "Que pensez-vous de votre chambre ?",
        "Votre conseiller vous a-t-il rappelé ?",
        "L'hôtesse a-t-elle été aimable ?",
        "Your most recent visit to our shop",
        "How was your booking?",
        "How easy was it to file your claim?",
        "Did the nurse explain your treatment?",
        "How were our staff?",
        "What annoys you about our product?",
        "How was your experience with one of our technicians?",
        "Your last exchange with a friendly advisor",
        "Un échange avec notre service client",
    ] {
        assert_eq!(of_question(question), Some(Side::Client), "{question}");
    }
}

#[test]
fn a_question_that_either_may_answer_is_of_neither() {
    for question in [
        "What drains you?",
        "Qu'est-ce qui vous a aidé ?",
        "Are there some things we are doing great here?",
        "How do our staff deal with customers?",
        "Does your team like our product?",
        "How do you get on with other guests?",
        "Which tools do you use?",
        "Quels outils utilisez-vous ?",
        "Why do you use Reflet in your job?",
        "What is your employment status?",
        "Which department do you belong to?",
        "How can we make you a happy customer?",
        "Département",
        "Badge",
    ] {
        assert_eq!(of_question(question), None, "{question}");
    }
    // The subject of a question does not show the respondents, the people met do.
    assert_eq!(asked_plainly("Your best moment with a customer?"), Some(Side::Employee));
    assert_eq!(asked_plainly("What do you think of our products?"), None);
    assert_eq!(of_question("As a customer, what annoys you?"), Some(Side::Client));
}

#[test]
fn columns_are_of_one_side_alone() {
    for header in
        ["Last working day", "managerReply", "line_manager", "Les décisions sont expliquées", "Workload"]
    {
        assert_eq!(of_column(header), Some(ColumnSide::Of(Side::Employee)), "{header}");
    }
    for header in ["order_no", "Policy number", "Booking reference", "N° de commande", "Type de chambre"] {
        assert_eq!(of_column(header), Some(ColumnSide::Of(Side::Client)), "{header}");
    }
    // Clients leave too, and visitors have badges.
    for header in ["Reason for leaving", "Motif de départ", "badge", "employment_status", "Ancienneté"] {
        assert_eq!(of_column(header), Some(ColumnSide::Hint), "{header}");
    }
    for header in ["Date", "Department", "Type", "Région", "Team", "Note", "Job title"] {
        assert_eq!(of_column(header), None, "{header}");
    }
    for header in ["Emp No", "Employee ID", "Staff no.", "emp_id"] {
        assert_eq!(of_people(header), Some(Side::Employee), "{header}");
    }
    for title in ["enquete_managers.csv", "exit interviews 2024.xlsx", "entretiens_depart.xlsx"] {
        assert_eq!(of_title(title), Some(Side::Employee), "{title}");
    }
}
