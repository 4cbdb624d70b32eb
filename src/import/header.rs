//! Whether the first row names the columns.

use super::profile::is_numeric;
use super::separator::Separator;
use super::vocabulary::{is_a_name, is_a_title_of_answers};

/// How many rows at the top are headers: 0 or 1, from the first rows.
pub(super) fn guess(rows: &[Vec<String>], separator: Separator) -> usize {
    let Some((first, below)) = rows.split_first() else { return 0 };
    if separator == Separator::None || first.len() < 2 {
        return first
            .first()
            .map_or(0, |line| usize::from(is_a_title_of_answers(line) || is_a_question(line)));
    }
    usize::from(names_columns(first, below))
}

fn names_columns(first: &[String], below: &[Vec<String>]) -> bool {
    let filled = || first.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let names = first.iter().filter(|cell| is_a_name(cell)).count();
    if filled().any(|(_, cell)| is_numeric(cell)) {
        return names >= 2;
    }
    if names > 0 || below.is_empty() {
        return true;
    }
    let column =
        |index: usize| below.iter().filter_map(move |row| row.get(index)).filter(|cell| !cell.is_empty());
    let recurs = filled().any(|(index, cell)| column(index).any(|other| other.trim() == cell.trim()));
    if recurs {
        return false;
    }
    let over_numbers = filled().any(|(index, _)| {
        let (numbers, all) =
            column(index).fold((0, 0), |(n, all), cell| (n + usize::from(is_numeric(cell)), all + 1));
        numbers > 0 && numbers * 10 >= all * 8
    });
    let asks = |cell: &str| cell.trim().ends_with(['?', ':']);
    let only_asks = filled().any(|(index, cell)| asks(cell) && !column(index).any(|other| asks(other)));
    if over_numbers || only_asks {
        return true;
    }
    // The longest column holds the texts: a name is shorter than they are.
    let length = |index: usize| column(index).map(String::len).sum::<usize>();
    (0..first.len()).max_by_key(|index| length(*index)).is_some_and(|index| {
        let mean = length(index) / column(index).count().max(1);
        first[index].trim().len() * 10 <= mean * 6
    })
}

/// Whether that line asks for the answers below, as the two questions for employees do.
fn is_a_question(line: &str) -> bool {
    if line.len() > 500 {
        return false;
    }
    let folded = super::words::fold(line);
    let asks = ["raconter", "racontez", "decrire", "decrivez", "tell us", "describe"];
    line.trim_end().ends_with(['?', ':']) && asks.iter().any(|word| super::words::mentions(&folded, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(text: &str, separator: Separator) -> usize {
        let cut = |line: &str| match separator.byte() {
            Some(byte) => line.split(char::from(byte)).map(str::to_owned).collect(),
            None => vec![line.to_owned()],
        };
        guess(&text.lines().map(cut).collect::<Vec<_>>(), separator)
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
            assert_eq!(guessed(text, Separator::None), rows, "{text:?}");
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
        ] {
            assert_eq!(guessed(text, Separator::Semicolon), rows, "{text:?}");
        }
    }
}
