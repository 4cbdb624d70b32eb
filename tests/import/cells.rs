//! Text → cells beside the corpus of `tests/corpus/text`: what the user overrules, and time.

use reflet::import::Separator;
use reflet::import::text::{Options, open};

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
