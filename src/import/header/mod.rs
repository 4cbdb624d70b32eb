//! Guesses the number of header rows: none, one, or the two and three that survey tools write.

mod first;

use super::cells::is_code;
use super::matching::{fold, mentions};
use super::nothing::is_without_content;
use super::profile::is_numeric;
use super::vocabulary::{is_a_name, is_a_response_label, is_a_title_of_answers};
use first::names_columns;

/// The most header rows that the user can choose.
const MOST: usize = 3;

/// The number of header rows, guessed from the first rows of a table.
pub(super) fn guess(rows: &[Vec<&str>]) -> usize {
    let Some((first, below)) = rows.split_first() else { return 0 };
    if let Some(row) = rows.iter().take(MOST).position(|row| is_of_identifiers(row)) {
        return row + 1;
    }
    if first.len() < 2 {
        return first
            .first()
            .map_or(0, |line| usize::from(is_a_title_of_answers(line) || is_a_question(line)));
    }
    if !names_columns(first, below).is_header {
        return 0;
    }
    let mut count = 1;
    while count < MOST && rows.len() > count + 1 && goes_on(&rows[..count], &rows[count], &rows[count + 1..])
    {
        count += 1;
    }
    count
}

/// Whether the first of these rows names columns beyond doubt, so that the rows above are no part of the table.
pub(super) fn is_sure(rows: &[Vec<&str>]) -> bool {
    rows.split_first().is_some_and(|(first, below)| {
        let numbers = first.iter().any(|cell| is_numeric(cell));
        first.len() > 1
            && !numbers
            && (is_all_names(first) || is_over_numbers(first, below) || asks_alone(first, below))
    })
}

/// Whether most cells of a row are names of columns.
pub(super) fn is_all_names(row: &[&str]) -> bool {
    let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let names = row.iter().filter(|cell| is_a_name(cell)).count();
    names > 0 && names * 2 >= filled && filled > 1
}

/// The identifiers that Qualtrics writes below its two rows of names.
pub(super) fn is_identifier(cell: &str) -> bool {
    cell.trim_start().starts_with("{\"ImportId\"") || cell.trim_start().starts_with("{'ImportId'")
}

fn is_of_identifiers(row: &[&str]) -> bool {
    let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let identifiers = row.iter().filter(|cell| is_identifier(cell)).count();
    identifiers > 0 && identifiers * 2 >= filled
}

/// The cells of a column that are not blank.
fn column<'r>(rows: &'r [Vec<&'r str>], index: usize) -> impl Iterator<Item = &'r str> {
    rows.iter().filter_map(move |row| row.get(index)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}

fn filled<'r>(row: &'r [&'r str]) -> impl Iterator<Item = (usize, &'r str)> {
    row.iter().enumerate().map(|(index, cell)| (index, cell.trim())).filter(|(_, cell)| !cell.is_empty())
}

/// The number of header rows if the result of [`guess`] is wrong; `None` if it is beyond doubt.
pub(super) fn otherwise(rows: &[Vec<&str>]) -> Option<usize> {
    let (first, below) = rows.split_first()?;
    if rows.iter().take(MOST).any(|row| is_of_identifiers(row)) {
        return None;
    }
    if first.len() < 2 {
        let line = first.first()?;
        let asks = line.trim_end().ends_with(['?', ':']) && asks_alone(first, below);
        let is_doubtful = !below.is_empty() && asks && !is_a_title_of_answers(line) && !is_a_question(line);
        return is_doubtful.then_some(1);
    }
    let verdict = names_columns(first, below);
    (!verdict.is_sure).then_some(usize::from(!verdict.is_header))
}

/// Whether a cell of the first row is no number and is above a column of numbers or identifiers.
fn is_over_numbers(first: &[&str], below: &[Vec<&str>]) -> bool {
    filled(first).any(|(index, cell)| {
        stands_over_numbers(below, index, cell)
            || stands_over_codes(below, index, cell)
            || stands_over_letters(below, index, cell)
    })
}

/// Whether a word is above single letters, such as grades.
fn stands_over_letters(below: &[Vec<&str>], index: usize, cell: &str) -> bool {
    const FEW: usize = 5;
    let is_letter = |cell: &str| {
        let mut letters = cell.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    // A cross or an "O" may be a tick of the first row, with blank cells below: a header is longer.
    cell.chars().count() > 3 && column(below, index).count() >= FEW && column(below, index).all(is_letter)
}

fn stands_over_numbers(below: &[Vec<&str>], index: usize, cell: &str) -> bool {
    let (numbers, all) =
        column(below, index).fold((0, 0), |(n, all), cell| (n + usize::from(is_numeric(cell)), all + 1));
    !is_numeric(cell) && numbers > 0 && numbers * 10 >= all * 8
}

/// Whether a word is above codes of one word with digits, such as `A01`.
fn stands_over_codes(below: &[Vec<&str>], index: usize, cell: &str) -> bool {
    let (codes, all) =
        column(below, index).fold((0, 0), |(n, all), cell| (n + usize::from(is_code(cell)), all + 1));
    let is_word = !cell.contains(|c: char| c.is_ascii_digit()) && !is_without_content(cell);
    is_word && codes > 1 && codes * 10 >= all * 8
}

/// Whether a cell of the first row is a question and no cell below it is.
fn asks_alone(first: &[&str], below: &[Vec<&str>]) -> bool {
    let asks = |cell: &str| cell.ends_with(['?', ':']);
    filled(first).any(|(index, cell)| asks(cell) && !column(below, index).any(asks))
}

/// Whether the column below holds that cell and nothing else: a choice that was ticked.
fn is_a_choice(below: &[Vec<&str>], index: usize, cell: &str) -> bool {
    let mut others = column(below, index).peekable();
    others.peek().is_some() && others.all(|other| other == cell)
}

/// Whether a question without choices is repeated in the row of choices, and nowhere else.
fn is_a_title_twice(below: &[Vec<&str>], index: usize, cell: &str) -> bool {
    let is_below = |row: &Vec<&str>| row.get(index).is_some_and(|other| other.trim() == cell);
    cell.ends_with(['?', ':']) && below.first().is_some_and(is_below) && !below[1..].iter().any(is_below)
}

/// Whether a row is one more header row below those above it: the choices of a question, "Response", the names below
/// the titles of groups, the questions below their numbers.
fn goes_on(above: &[Vec<&str>], row: &[&str], below: &[Vec<&str>]) -> bool {
    let cells = || filled(row);
    let is_data = |(index, cell): &(usize, &str)| {
        is_numeric(cell)
            || (column(below, *index).any(|other| other == *cell) && !is_a_choice(below, *index, cell))
    };
    if cells().next().is_none() || cells().filter(is_data).count() * 10 > cells().count() {
        return false;
    }
    let count = |is: &dyn Fn(usize, &str) -> bool| cells().filter(|(index, cell)| is(*index, cell)).count();
    let labels = count(&|_, cell| is_a_response_label(cell));
    let choices = count(&|index, cell| is_a_choice(below, index, cell));
    let has_title =
        |index: usize| above.iter().any(|row| row.get(index).is_some_and(|cell| !cell.trim().is_empty()));
    let gaps = count(&|index, _| !has_title(index));
    let numbers = count(&|index, cell| stands_over_numbers(below, index, cell));
    let names = count(&|_, cell| is_a_name(cell));
    let numbered = |index: usize| {
        above.last().and_then(|row| row.get(index)).is_some_and(|cell| is_a_question_number(cell))
    };
    let questions = count(&|index, cell| numbered(index) && cell.ends_with(['?', ':', '.']));
    labels * 2 >= cells().count()
        || labels > 0 && gaps > 0
        || choices >= 2 && gaps >= 1
        || gaps >= 2 && (numbers > 0 || names >= 2)
        || questions > 0 && questions * 2 >= count(&|index, _| numbered(index))
}

/// Whether a cell is the number of a question, as survey tools write it: `Q1`, `Q12_3`, `q4a`.
fn is_a_question_number(cell: &str) -> bool {
    let Some(rest) = cell.trim().strip_prefix(['Q', 'q']) else { return false };
    rest.len() <= 8
        && rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
}

/// Whether that line is a question whose answers follow below.
fn is_a_question(line: &str) -> bool {
    if line.len() > 500 {
        return false;
    }
    let folded = fold(line);
    let asks = ["raconter", "racontez", "decrire", "decrivez", "tell us", "describe"];
    line.trim_end().ends_with(['?', ':']) && asks.iter().any(|word| mentions(&folded, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(text: &str, separator: char) -> usize {
        guess(&text.lines().map(|line| line.split(separator).collect()).collect::<Vec<_>>())
    }

    #[test]
    fn lines_have_a_header_only_if_it_is_one() {
        for (text, rows) in [
            ("Accueil parfait\nTrop long", 0),
            ("Verbatim\nAccueil parfait", 1),
            ("Pouvez-vous nous raconter l'interaction la plus positive ?\nOui, un client…", 1),
            ("Pourquoi tant d'attente ?\nBien", 0),
            ("", 0),
        ] {
            assert_eq!(guessed(text, '\u{1f}'), rows, "{text:?}");
        }
    }

    #[test]
    fn tables_have_a_header_unless_the_first_row_is_data() {
        for (text, rows) in [
            ("id;texte\n1;Bonjour", 1),
            ("8;Bonjour\n9;Merci", 0),
            ("client;Bonjour à vous\nclient;Merci bien", 0),
            ("magasin;score\nLille;3\nParis;4", 1),
            (
                "Magasin;Ce qui vous a plu\nLille;Le calme et la gentillesse de la vendeuse\nParis;rien de spécial, merci",
                1,
            ),
            ("Marie;Très bon accueil, merci\nPaul;Un peu long mais bien", 0),
            ("2023;2024\n1;2", 0),
            ("note;2024;id\n1;2;3", 1),
            ("Lieu;Fini ?\nLille;non\nParis;oui", 1),
            ("agent;Le moment à retenir cette année\nA01;Un client ravi\nA02;RAS", 1),
            (
                "Le meilleur moment vécu avec un client;La pire interaction de toute cette longue année\n\
                 Un merci;RAS\nUn sourire;Un cri",
                1,
            ),
            ("The reason for your answer;What we should do\nToo slow;Hire\nNice;None", 1),
            (
                "Dépôt;Votre plus belle satisfaction ici;Votre plus grosse contrariété ici\nNord;RAS;/\nSud;RAS;RAS\nNord;/;Un cri",
                1,
            ),
            ("RAS;La raison du retard\nBien;Un camion", 0),
            ("magasin;2023;2024\nLille;4;5\nParis;3;3", 1),
            ("1;2;3\nBien;Mal;Trop long\nOui;Non;Peut-être", 1),
        ] {
            assert_eq!(guessed(text, ';'), rows, "{text:?}");
        }
    }

    #[test]
    fn a_doubtful_first_row_has_another_reading() {
        let other =
            |text: &str| otherwise(&text.lines().map(|line| line.split(';').collect()).collect::<Vec<_>>());
        for (text, expected) in [
            ("id;texte\n1;Bonjour", None),
            ("8;Bonjour\n9;Merci", None),
            ("2023;2024\n1;2", Some(1)),
            ("1;2;3\nBien;Mal;Trop long\nOui;Non;Peut-être", Some(0)),
            ("Marie;Très bon accueil, merci\nPaul;Un peu long mais bien", Some(1)),
            ("Marie;Très bon accueil.\nPaul;Un peu long", None),
            (
                "10;20;30\n3;4;Un bon accueil\n4;5;Trop de monde\n2;2;Un accueil froid\n5;4;Très bien reçus\n3;3;Rien de neuf",
                Some(0),
            ),
            (
                "4;5;3\n3;4;Un bon accueil\n4;5;Trop de monde\n2;2;Un accueil froid\n5;4;Très bien reçus\n3;3;Rien de neuf",
                None,
            ),
            ("Pourquoi tant d'attente ?\nBien\nMal", Some(1)),
            ("Verbatim\nBien", None),
        ] {
            assert_eq!(other(text), expected, "{text:?}");
        }
    }

    #[test]
    fn survey_tools_write_two_or_three_header_rows() {
        for (text, rows) in [
            // Questions, then the choices of those that have several.
            (
                "id;Plu ?;Outils ?;;Déplu ?\n;Response;Excel;Papier;Open-Ended Response\n1;Oui;Excel;;Long\n2;Non;;Papier;Cher",
                2,
            ),
            (
                ";Outils ?;;;\n#;Excel;Papier;Autre;Que dire ?\na;Excel;;;Bien\nb;Excel;Papier;;Long\nc;;Papier;;RAS",
                2,
            ),
            // Titles of groups.
            ("Qui;;Notes;;Avis\nid;agence;accueil;prix;verbatim\n1;Lyon;4;2;Bon\n2;Nice;5;3;Bien", 2),
            // Numbers, questions, identifiers.
            (
                "ResponseId;Q1;Q2\nID;Que dire ?;Note ?\n{\"ImportId\":\"_r\"};{\"ImportId\":\"QID1\"};{\"ImportId\":\"QID2\"}\nR_1;Bon;8",
                3,
            ),
            ("ResponseID;Q1;Q2\nResponse ID;Que diriez-vous ?;Quelle note ?\nR_1;Bon;8\nR_2;Bien;9", 2),
            // A first row of data that resembles none of these.
            (";verbatim\nLyon;Très bon accueil\nNice;Trop long", 1),
            ("id;;;\n1;Bon;;x\n2;Bien;;y", 1),
            ("id;Q1;Q2\n1;Oui;Bien\n2;Non;Mal", 1),
            ("id;verbatim\n1;Pourquoi ?\n2;Bien", 1),
        ] {
            assert_eq!(guessed(text, ';'), rows, "{text:?}");
        }
    }
}
