//! Text → cells: one small input per oddity.

use reflet::import::decode::decode;
use reflet::import::text::{Options, open};
use reflet::import::{Note, Separator, Table};

/// A name, the input, the separator and header rows guessed, the headers, the cells.
type Case = (
    &'static str,
    &'static [u8],
    &'static str,
    usize,
    &'static [&'static str],
    &'static [&'static [&'static str]],
);

const CASES: &[Case] = &[
    ("comma", b"id,text\n1,Bon\n", ",", 1, &["id", "text"], &[&["1", "Bon"]]),
    ("semicolon", b"id;texte\n1;Bon, mais cher\n", ";", 1, &["id", "texte"], &[&["1", "Bon, mais cher"]]),
    (
        "tab",
        b"note\tavis\n8\tBien, merci ; bon\n",
        "tab",
        1,
        &["note", "avis"],
        &[&["8", "Bien, merci ; bon"]],
    ),
    ("pipe", b"id|texte\n1|Bon\n", "pipe", 1, &["id", "texte"], &[&["1", "Bon"]]),
    ("pipe-spaced", b"id | texte\n1 | Bon\n", "pipe", 1, &["id", "texte"], &[&["1 ", " Bon"]]),
    (
        "lines-of-prose",
        b"Bien, merci\nTrop long ; mal dit\nRAS\n",
        "none",
        0,
        &[""],
        &[&["Bien, merci"], &["Trop long ; mal dit"], &["RAS"]],
    ),
    (
        "lines-with-title",
        b"Verbatims\nBien, merci\nRAS\n",
        "none",
        1,
        &["Verbatims"],
        &[&["Bien, merci"], &["RAS"]],
    ),
    ("one-line", b"Bien, merci ; vraiment", "none", 0, &[""], &[&["Bien, merci ; vraiment"]]),
    ("one-quoted-line", b"\"Bien\"", "none", 0, &[""], &[&["\"Bien\""]]),
    (
        "lines-with-citations",
        b"\"Bonjour\" jamais dit\nil a dit \"non\"\n\"Oui\"\n",
        "none",
        0,
        &[""],
        &[&["\"Bonjour\" jamais dit"], &["il a dit \"non\""], &["\"Oui\""]],
    ),
    (
        "lines-all-quoted",
        b"avis\n\"Bien, oui\"\n\"Non\"\n",
        "none",
        1,
        &["avis"],
        &[&["Bien, oui"], &["Non"]],
    ),
    (
        "line-with-quoted-newline",
        b"Bien\n\"deux\nlignes\"\n",
        "none",
        0,
        &[""],
        &[&["Bien"], &["deux\nlignes"]],
    ),
    (
        "quoted-newline",
        b"id;texte\r\n1;\"deux\r\nlignes\"\r\n2;x\r\n",
        ";",
        1,
        &["id", "texte"],
        &[&["1", "deux\r\nlignes"], &["2", "x"]],
    ),
    ("quoted-separator", b"id,text\n1,\"a,b\"\n", ",", 1, &["id", "text"], &[&["1", "a,b"]]),
    ("doubled-quote", b"id,text\n1,\"a \"\"b\"\" c\"\n", ",", 1, &["id", "text"], &[&["1", "a \"b\" c"]]),
    (
        "stray-opening-quote",
        b"id,text\n1,\"oui\n2,\"non\"\n",
        ",",
        1,
        &["id", "text"],
        &[&["1", "\"oui"], &["2", "non"]],
    ),
    (
        "citation-in-cell",
        b"id\ttexte\n1\t\"Oui\" dit-il\n2\t\"Jamais\n",
        "tab",
        1,
        &["id", "texte"],
        &[&["1", "\"Oui\" dit-il"], &["2", "\"Jamais"]],
    ),
    ("quote-inside", b"id,text\n1,12\" screen\n", ",", 1, &["id", "text"], &[&["1", "12\" screen"]]),
    ("carriage-returns", b"id,text\r1,a\r2,b", ",", 1, &["id", "text"], &[&["1", "a"], &["2", "b"]]),
    (
        "mixed-line-ends",
        b"id,text\r\n1,a\n2,b\r3,c",
        ",",
        1,
        &["id", "text"],
        &[&["1", "a"], &["2", "b"], &["3", "c"]],
    ),
    ("no-last-line-end", b"id,text\n1,a", ",", 1, &["id", "text"], &[&["1", "a"]]),
    (
        "blank-rows",
        b"id,text\n\n1,a\n,\n  ,\t\n2,b\n\n",
        ",",
        1,
        &["id", "text"],
        &[&["1", "a"], &["2", "b"]],
    ),
    (
        "short-row",
        b"id,text,note\n1,a\n2,b,3\n",
        ",",
        1,
        &["id", "text", "note"],
        &[&["1", "a"], &["2", "b", "3"]],
    ),
    (
        "long-row",
        b"id,text\n1,a,extra,more\n2,b\n",
        ",",
        1,
        &["id", "text", "", ""],
        &[&["1", "a", "extra", "more"], &["2", "b"]],
    ),
    (
        "ragged-all-over",
        b"id;texte;note\n1;a\n2;b;3;4\n",
        ";",
        1,
        &["id", "texte", "note", ""],
        &[&["1", "a"], &["2", "b", "3", "4"]],
    ),
    ("bom", b"\xef\xbb\xbfid,text\n1,\xc3\xa9\n", ",", 1, &["id", "text"], &[&["1", "é"]]),
    (
        "bom-before-quote",
        b"\xef\xbb\xbf\"id\",\"text\"\n\"1\",\"a\"\n",
        ",",
        1,
        &["id", "text"],
        &[&["1", "a"]],
    ),
    ("sep-line", b"sep=;\r\nid;texte\r\n1;a,b\r\n", ";", 1, &["id", "texte"], &[&["1", "a,b"]]),
    (
        "windows-1252",
        b"id;texte\n1;d\xe9\xe7u, m\x92arr\xeate\n",
        ";",
        1,
        &["id", "texte"],
        &[&["1", "déçu, m’arrête"]],
    ),
    (
        "utf-16-unicode-text",
        b"\xff\xfei\0d\0\t\0t\0e\0x\0t\0\n\x001\0\t\0\xe9\0",
        "tab",
        1,
        &["id", "text"],
        &[&["1", "é"]],
    ),
    ("nul-and-controls", b"id,text\n1,a\0b\x01c\n", ",", 1, &["id", "text"], &[&["1", "a\0b\x01c"]]),
    (
        "decimal-comma",
        b"id;note;texte\n1;8,5;Bon\n2;7,5;Bien\n",
        ";",
        1,
        &["id", "note", "texte"],
        &[&["1", "8,5", "Bon"], &["2", "7,5", "Bien"]],
    ),
    (
        "no-header",
        b"8;Accueil chaleureux\n3;Attente trop longue\n",
        ";",
        0,
        &["", ""],
        &[&["8", "Accueil chaleureux"], &["3", "Attente trop longue"]],
    ),
    (
        "numbered-questions",
        b"1. How old?,2. Why?\n33,because\n40,so what\n",
        ",",
        1,
        &["1. How old?", "2. Why?"],
        &[&["33", "because"], &["40", "so what"]],
    ),
    (
        "duplicate-and-empty-headers",
        b"id,text,text,\n1,a,b,c\n",
        ",",
        1,
        &["id", "text", "text", ""],
        &[&["1", "a", "b", "c"]],
    ),
    ("newline-in-header", b"id,\"text\nof it\"\n1,a\n", ",", 1, &["id", "text of it"], &[&["1", "a"]]),
    ("header-alone", b"id;texte\n", ";", 1, &["id", "texte"], &[]),
    ("spaces-kept", b"id,text\n1,  a  \n", ",", 1, &["id", "text"], &[&["1", "  a  "]]),
    (
        "lists-in-cells",
        b"name,tags\nx,a;b;c\ny,d;e;f\nz,g\n",
        ",",
        1,
        &["name", "tags"],
        &[&["x", "a;b;c"], &["y", "d;e;f"], &["z", "g"]],
    ),
];

fn table(bytes: &[u8]) -> (Table, &'static str, usize) {
    let text = decode(bytes, None).unwrap().text;
    let (table, guess) = open(&text, Options::default()).unwrap();
    (table, guess.separator.id(), guess.header_rows)
}

#[test]
fn every_oddity_has_its_cells() {
    for (name, bytes, separator, header_rows, headers, cells) in CASES {
        let (table, guessed, rows) = table(bytes);
        assert_eq!((guessed, rows), (*separator, *header_rows), "{name}");
        assert_eq!(table.headers(), *headers, "{name}");
        let read: Vec<Vec<&str>> = (0..table.rows()).map(|row| table.row(row).collect()).collect();
        assert_eq!(read, *cells, "{name}");
    }
}

#[test]
fn raggedness_and_stray_quotes_are_said() {
    let notes = |bytes: &[u8]| table(bytes).0.notes().to_vec();
    assert_eq!(notes(b"id,text\n1,a\n"), []);
    let ragged = [Note::ShortRows { count: 1, first: 2 }, Note::LongRows { count: 1, first: 3 }];
    assert_eq!(notes(b"id,text,note\n1,a\n2,b,3,4\n"), ragged);
    assert_eq!(notes(b"id,text\n1,\"oui\n"), [Note::StrayQuotes { count: 1 }]);
    assert_eq!(notes(b"id,text\n1,a\n,\n"), [Note::BlankRows { count: 1 }]);
}

#[test]
fn every_guess_can_be_overruled() {
    let text = "id;texte\n1;a,b\n";
    let cells = |separator: Separator, header_rows| {
        let options =
            Options { separator: Some(separator), header_rows: Some(header_rows), ..Options::default() };
        let (table, guess) = open(text, options).unwrap();
        assert_eq!((guess.separator, guess.header_rows), (separator, header_rows));
        (
            table.headers().join("|"),
            (0..table.rows()).map(|row| table.row(row).collect::<Vec<_>>().join("|")).collect::<Vec<_>>(),
        )
    };
    assert_eq!(cells(Separator::None, 0), (String::new(), vec!["id;texte".into(), "1;a,b".into()]));
    assert_eq!(cells(Separator::Comma, 0), ("|".into(), vec!["id;texte".into(), "1;a|b".into()]));
    assert_eq!(cells(Separator::Semicolon, 0), ("|".into(), vec!["id|texte".into(), "1|a,b".into()]));
    assert_eq!(cells(Separator::Semicolon, 2), ("id / 1|texte / a,b".into(), vec![]));
    assert_eq!(cells(Separator::Semicolon, 3), ("id / 1|texte / a,b".into(), vec![]));
}

#[test]
fn a_megabyte_on_one_line_is_quick() {
    let start = std::time::Instant::now();
    for text in ["Bonjour, merci ; ".repeat(70_000), "\"".repeat(1_000_001), "a\"\"b,\"".repeat(200_000)] {
        let (table, _) = open(&text, Options::default()).unwrap();
        assert_eq!(table.cell(0, 0).len(), text.len());
    }
    let commas =
        open("a,".repeat(500_000), Options { separator: Some(Separator::Comma), ..Options::default() });
    assert!(commas.is_err());
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}
