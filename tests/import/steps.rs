//! Steps in words, faces, letters, stars and numbers: which number each becomes, and which cells are none.

mod direction;
mod numbers;
mod sets;
mod words;

use reflet::import::guess::mapping;
use reflet::import::text::{Options, open};
use reflet::import::{Mapping, RatingColumn, Table, scale};

/// A table of so many rows: one column under that header, whose cells take turns, and a text.
fn table(header: &str, cells: &[&str], rows: usize) -> (Table, Mapping) {
    let text = (0..rows).fold(format!("{header};Commentaire\n"), |text, at| {
        let cell = cells[(at * 7 + at / cells.len()) % cells.len()];
        format!("{text}{cell};Le dossier numéro {at} a bien avancé depuis mardi\n")
    });
    let (table, _) = open(text, Options::default()).unwrap();
    let mapping = mapping(&table);
    (table, mapping)
}

fn named(rating: &RatingColumn) -> String {
    let (low, high) = rating.scale.ends();
    let up = if rating.scale.is_reversed() { " reversed" } else { "" };
    format!("{} {low}-{high}{up}", scale::id(rating.scale.kind))
}

/// What a column is understood as: its scale, and the value of each of these cells; "group" where it is no rating.
fn understood(header: &str, cells: &[&str], rows: usize) -> String {
    let (_, mapping) = table(header, cells, rows);
    let Some(rating) = mapping.ratings.first() else { return "group".to_owned() };
    let value = |cell: &&str| match rating.meanings.iter().find(|meaning| meaning.cell == *cell) {
        Some(meaning) => meaning.value.map_or("-".to_owned(), |value| value.to_string()),
        None => "?".to_owned(),
    };
    format!("{}: {}", named(rating), cells.iter().map(value).collect::<Vec<_>>().join(" "))
}

fn cells(labels: &str) -> Vec<&str> {
    labels.split(" | ").collect()
}
