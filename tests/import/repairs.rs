//! What the page offers to put right: torn texts and markup, as it is wished.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use reflet::import::source::{Source, Wish, of_archive, of_bytes, of_paste};
use reflet::import::{Note, guess};

fn bytes(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(path)).unwrap()
}

fn open(path: &str, wish: Wish) -> Source {
    of_bytes(bytes(path), wish, &mut |_| {}).unwrap()
}

fn rows(source: &Source) -> Vec<Vec<String>> {
    let table = source.table(None, None);
    (0..table.rows()).map(|row| table.row(row).map(str::to_owned).collect()).collect()
}

/// The column that a source offers to make whole, and how many rows.
fn torn(source: &Source) -> Option<(usize, usize)> {
    source.notes.iter().find_map(|note| match note {
        Note::Torn(torn) => Some((torn.column, torn.count)),
        _ => None,
    })
}

fn markup(source: &Source) -> Option<usize> {
    source.notes.iter().find_map(|note| match note {
        Note::Markup { count, .. } => Some(*count),
        _ => None,
    })
}

#[test]
fn torn_texts_become_whole_and_other_rows_stay() {
    for (file, columns) in [
        ("unquoted-comma.csv", 3),
        ("unquoted-semicolon.csv", 4),
        ("unquoted-pipe-wide.txt", 12),
        ("unquoted-tab-two-texts.tsv", 4),
        ("unquoted-last-column.csv", 3),
        ("unquoted-padded-by-a-spreadsheet.csv", 3),
    ] {
        let path = format!("text/{file}");
        let before = open(&path, Wish::default());
        let (column, count) = torn(&before).unwrap_or_else(|| panic!("nothing offered: {file}"));
        let after = open(&path, Wish { rejoined: Some(column), ..Wish::default() });
        assert_eq!(torn(&after), Some((column, count)), "the offer stays: {file}");
        let (read, mended) = (rows(&before), rows(&after));
        assert_eq!(read.len(), mended.len(), "{file}");
        let changed = read.iter().zip(&mended).filter(|(before, after)| before != after).count();
        assert_eq!(changed, count, "{file}");
        let filled = |row: &Vec<String>| row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
        assert!(mended.iter().all(|row| filled(row) <= columns), "{file}: {mended:?}");
        // What is no header is the same text, letter by letter.
        let raw = String::from_utf8_lossy(&bytes(&path)).into_owned();
        for row in mended.iter().filter(|_| !file.contains("semicolon")) {
            assert!(raw.contains(&row[column]), "{file}: {}", row[column]);
        }
        let numbers =
            |source: &Source| (0..source.grid.rows()).map(|row| source.grid.number(row)).collect::<Vec<_>>();
        assert_eq!(numbers(&before), numbers(&after), "{file}");
    }
}

#[test]
fn rows_that_are_long_for_another_reason_are_not_joined() {
    for text in [
        // Either column of texts may have been torn.
        "id,plus,moins\n1,Bon accueil, vraiment,La file du matin\n2,Rien à dire ici,Le parking, hélas\n3,Un bon conseil,Les prix du soir\n4,Le calme du lieu,Les travaux du hall\n5,La vue du bar,Le bruit du bar\n",
        // Separators behind nothing.
        "id,texte,ville\n1,Bon accueil,Pau,\n2,Rien à dire,Pau,\n3,Un bon conseil,Lille,\n4,Trop long hélas,Lille,\n",
        // A note of somebody beside the table.
        "id;texte;ville\n1;Bon accueil ici;Pau\n2;Rien à dire ici;Pau;Vu par Ana\n3;Un bon conseil;Lille\n4;Trop long hélas;Lille\n",
        // Too few rows tell what a column holds.
        "id,texte,ville\n1,Bon accueil, vraiment,Pau\n2,Rien à dire,Pau\n",
    ] {
        let source = of_paste(text.to_owned(), Wish::default(), &mut |_| {}).unwrap();
        assert_eq!(torn(&source), None, "{text}");
    }
}

#[test]
fn a_hundred_thousand_torn_rows_are_found_at_once() {
    let mut text = "id,comment,store\n".to_owned();
    for row in 0..100_000 {
        let torn = if row % 3 == 0 { ", slow till" } else { "" };
        writeln!(text, "{row},Nice staff{torn} number {row},{}", ["Paris", "Lyon"][row % 2]).unwrap();
    }
    let source = of_paste(text, Wish { rejoined: Some(1), ..Wish::default() }, &mut |_| {}).unwrap();
    assert_eq!(torn(&source), Some((1, 33_334)));
    assert!((1..source.grid.rows()).all(|row| source.grid.width(row) == 3));
    assert_eq!(source.grid.cell(1, 1), "Nice staff, slow till number 0");
}

#[test]
fn markup_becomes_plain_text() {
    let plain = Wish { plain: true, ..Wish::default() };
    let source = open("text/markup-and-entities.csv", plain);
    assert_eq!(markup(&source), Some(30), "the offer stays");
    let texts = rows(&source);
    assert_eq!(texts.len(), 30);
    assert!(texts.iter().all(|row| row.len() == 2 && !row[1].contains(['<', '>', '&', ';'])), "{texts:?}");
    assert_eq!(texts[8][1], "Très bon accueil, merci à l’équipe\u{a0}!");

    let texts = rows(&open("text/markup-of-an-editor.csv", plain));
    let texts: Vec<&str> = texts.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(
        texts,
        [
            "Friendly staff,\u{a0}quick answer",
            "Waited an hour.\nNobody said sorry",
            "R&D should see this <3",
            "Good\nBut dear",
            "a < b & c > d, <3",
            "See my mail…",
        ]
    );
    let texts = rows(&open("text/markup-escaped-line-ends.csv", plain));
    let texts: Vec<&str> = texts.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(
        texts,
        [
            "Bon accueil.\nMerci",
            "Trop d'attente\nDeux heures !",
            "RAS",
            "Voir C:\\new\\temp",
            "L'équipe\nest super",
            "déçu"
        ]
    );
    let table = open("text/markup-entities-in-headers.csv", plain).table(None, None);
    assert_eq!(table.headers(), ["N°", "Qu'avez-vous apprécié ?", "Agence"]);
    assert_eq!(guess::mapping(&table).id, Some(0));
    let none = open("text/markup-that-is-none.csv", plain);
    assert_eq!(
        (markup(&none), rows(&none)),
        (None, rows(&open("text/markup-that-is-none.csv", Wish::default())))
    );
}

#[test]
fn markup_is_found_in_workbooks_and_json_too() {
    let plain = Wish { plain: true, ..Wish::default() };
    let read = |wish| of_archive(bytes("sheets/xlsx-markup-in-cells.xlsx"), wish, &mut |_| {}).unwrap();
    assert_eq!(markup(&read(Wish::default())), Some(4));
    let texts: Vec<String> = rows(&read(plain)).into_iter().map(|mut row| row.remove(1)).collect();
    assert_eq!(
        texts,
        ["Bon accueil\nMerci", "Trop cher\u{a0}!", "Réponse rapide\nmais froide", "R&D", "RAS"]
    );

    let json = r#"[{"id": 1, "comment": "<p>Good &amp; quick</p>"}, {"id": 2, "comment": "a < b"}, {"id": 3, "comment": "One\\r\\nTwo"}]"#;
    let source = of_paste(json.to_owned(), plain, &mut |_| {}).unwrap();
    assert_eq!(markup(&source), Some(2));
    let texts: Vec<String> = rows(&source).into_iter().map(|mut row| row.remove(1)).collect();
    assert_eq!(texts, ["Good & quick", "a < b", "One\nTwo"]);
}

#[test]
fn what_begins_markup_again_and_again_is_quick() {
    let start = std::time::Instant::now();
    let plain = Wish { plain: true, rejoined: Some(1), ..Wish::default() };
    for piece in ["<!--", "<p a='", "<style>", "\\n\\", "&amp;", "&", "_x000D_", "<", "C:\\new\\"] {
        let text = format!("id;texte\n1;{}\n2;Merci\\r\\nbien\n", piece.repeat(200_000 / piece.len()));
        let source = of_paste(text, plain, &mut |_| {}).unwrap();
        assert_eq!(source.grid.rows(), 3, "{piece}");
    }
    let wide = |cells: usize| vec!["Un texte, ici"; cells].join("\t");
    let rows: Vec<String> = (0..60).map(|row| wide(1000 + usize::from(row % 3 == 0))).collect();
    let source = of_paste(format!("{}\n{}\n", wide(1000), rows.join("\n")), plain, &mut |_| {}).unwrap();
    assert_eq!(source.grid.rows(), 61);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

/// Words of a text that needs no quoting.
fn words() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "Accueil parfait ici",
        "Trop de monde",
        "Un conseil utile",
        "Rien de plus",
        "La file du soir",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn joining_gives_the_original_cells_back(
        texts in proptest::collection::vec((words(), proptest::option::weighted(0.3, "[ a-z][a-zé ]{1,12}[a-z]")), 12..40),
        separator in prop::sample::select(vec![',', ';', '\t', '|']),
    ) {
        let text = |(text, rest): &(String, Option<String>)| match rest {
            Some(rest) => format!("{text}{separator}{rest}"),
            None => text.clone(),
        };
        let texts: Vec<String> = texts.iter().map(text).collect();
        let count = texts.iter().filter(|text| text.contains(separator)).count();
        // Kinds of columns are learnt from rows that are whole.
        prop_assume!(count > 0 && texts.len() - count >= 6);
        let line = |(row, text): (usize, &String)| {
            [(row + 1).to_string(), text.clone(), ["Pau", "Lille"][row % 2].to_owned(), (row % 5).to_string()]
        };
        let cells: Vec<Vec<String>> = texts.iter().enumerate().map(|row| line(row).to_vec()).collect();
        let lines: Vec<String> = cells.iter().map(|row| row.join(&separator.to_string())).collect();
        let head = ["id", "commentaire", "ville", "note"].join(&separator.to_string());
        let source = format!("{head}\n{}\n", lines.join("\n"));
        let read = of_paste(source.clone(), Wish::default(), &mut |_| {}).unwrap();
        prop_assert_eq!(torn(&read), Some((1, count)), "{}", source);
        let read = of_paste(source, Wish { rejoined: Some(1), ..Wish::default() }, &mut |_| {}).unwrap();
        prop_assert_eq!(rows(&read), cells);
    }

    #[test]
    fn plain_text_stays_as_it_is(texts in proptest::collection::vec("[a-zéA-Z0-9 ,.!?'’()<&-]{1,30}|a < b & c|<3|R&D|C:\\\\new", 3..12)) {
        // Without quotation marks, and with nothing that a cell may begin or a line end with.
        let lines: Vec<String> = texts.iter().enumerate().map(|(row, text)| format!("{row}\tx {text} x")).collect();
        // A small letter behind `<` may be an element by chance.
        prop_assume!(!texts.iter().any(|text| text.contains('>')));
        let source = format!("id\ttexte\n{}\n", lines.join("\n"));
        let read = |plain| of_paste(source.clone(), Wish { plain, ..Wish::default() }, &mut |_| {}).unwrap();
        prop_assert_eq!(markup(&read(true)), None);
        prop_assert_eq!(rows(&read(true)), rows(&read(false)));
    }

    #[test]
    fn words_that_are_no_numbers_stay_inside_strings(texts in proptest::collection::vec("(NaN|Infinity|-Infinity|\\\\|\"|,|:|\\[|\\{| |é){0,8}", 1..8)) {
        let items: Vec<String> = texts.iter().map(|text| format!("{{\"a\": {}, \"b\": NaN, \"c\": 1}}", serde_json::Value::from(text.as_str()))).collect();
        for source in [format!("[{}]", items.join(",\n")), items.join("\n")] {
            let source = of_paste(source, Wish::default(), &mut |_| {}).unwrap();
            let read: Vec<String> = (1..source.grid.rows()).map(|row| source.grid.cell(row, 0).to_owned()).collect();
            prop_assert_eq!(&read, &texts);
        }
    }
}
