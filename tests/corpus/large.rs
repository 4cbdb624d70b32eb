//! A megabyte as a French spreadsheet saves it: Windows-1252, semicolons, newlines inside quotation marks.

use reflet::import::source::{self, Format, Wish};
use reflet::import::{Encoding, Separator, guess, read};
use reflet::model::Project;

const ANSWERS: [&str; 5] = [
    "Accueil très agréable, l’équipe était là dès l’entrée",
    "Vingt minutes d’attente ;\npersonne n’a prévenu",
    "On m’a dit « \"\"patientez\"\" »…\r\npuis plus rien",
    "Prix élevé (20 €), mais le cœur y est",
    "RAS",
];

/// The file, and its rows as a person reads them.
fn table(bytes: usize) -> (Vec<u8>, Vec<[String; 4]>) {
    let (mut file, mut rows) = (windows_1252("Identifiant;Date;Note;Verbatim\r\n"), Vec::new());
    while file.len() < bytes {
        let number = rows.len();
        let [id, date, note] = [number, number % 28 + 1, number % 11].map(|part| part.to_string());
        let answer = ANSWERS[number % ANSWERS.len()];
        let written = format!("{id};{date}/03/2025;{note};\"{answer}\"\r\n");
        file.extend(windows_1252(&written));
        rows.push([id, format!("{date}/03/2025"), note, answer.replace("\"\"", "\"")]);
    }
    (file, rows)
}

/// Only the characters above.
fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |c| match c {
        '’' => 0x92,
        '…' => 0x85,
        '€' => 0x80,
        'œ' => 0x9c,
        c => u8::try_from(c).unwrap(),
    };
    text.chars().map(byte).collect()
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn a_megabyte_of_windows_1252_opens_right_unaided() {
    let (file, rows) = table(1 << 20);
    let source = source::of_bytes(file, Wish::default(), &mut |_| {}).unwrap();
    let Format::Text { reading: Some(reading), separator, declared, codebook: None } = source.format else {
        panic!("{:?}", source.format)
    };
    assert_eq!((reading.encoding, reading.certain, reading.broken), (Encoding::Windows1252, false, 0));
    assert_eq!((separator, declared, source.notes.as_slice()), (Separator::Semicolon, false, [].as_slice()));
    let table = source.table(None, None);
    assert_eq!((table.layout().skipped, table.layout().header_rows, table.rows()), (0, 1, rows.len()));
    for (row, cells) in rows.iter().enumerate() {
        assert_eq!(table.row(row).collect::<Vec<_>>(), cells, "row {row}");
    }
    let mapping = guess::mapping(&table);
    let texts: Vec<usize> = mapping.texts.iter().map(|text| text.column).collect();
    let rating = mapping.ratings.first().map(|rating| rating.column);
    assert_eq!((texts, mapping.id, mapping.date, rating), (vec![3], Some(0), Some(1), Some(2)));
    let report = read(&table, &mapping, &Project::default()).report;
    assert_eq!((report.read, report.kept, report.verbatims), (rows.len(), rows.len(), rows.len()));
}
