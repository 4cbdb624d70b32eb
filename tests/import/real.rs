//! Real exports that nobody on the project wrote, read in place. `REFLET_REAL_DATA` names their folder.

use reflet::import::Encoding;
use reflet::import::decode::decode;
use reflet::import::doubt::doubts;
use reflet::import::guess::mapping;
use reflet::import::text::{Options, open};
use reflet::import::{Mapping, Segment, read};
use reflet::model::Project;

use super::given;

/// File, header rows as a person counts them, other rows and columns as another reader of CSV does, and the columns of
/// answers in one's own words as a person finds them.
const SURVEYS: [(&str, usize, usize, usize, &[usize]); 8] = [
    ("cantera-two-row-header.csv", 2, 60, 112, &[28, 90, 110, 111, 7, 20]),
    ("jupyter-education-2016.csv", 1, 125, 25, &[11, 13, 21, 22, 23, 24]),
    ("otel-contributor-free-form.csv", 1, 46, 4, &[0, 1, 2, 3]),
    ("otel-contributor-statements.csv", 1, 125, 27, &[]),
    ("otel-developer-experience.csv", 1, 217, 23, &[22]),
    ("otel-docs-usability.csv", 1, 48, 35, &[8, 9, 30, 32]),
    ("qualtrics-three-row-header.csv", 3, 1, 20, &[18]),
    ("starwars-two-row-header.csv", 2, 1186, 38, &[]),
];

#[test]
fn real_surveys_open_without_loss() {
    let Some(folder) = given::folder("REFLET_REAL_DATA", SURVEYS.map(|(file, ..)| file)) else { return };
    for (file, header_rows, rows, columns, texts) in SURVEYS {
        let decoded = decode(given::bytes(&folder.join("surveys").join(file)), None).unwrap();
        let expected = if file.starts_with("starwars") { Encoding::Windows1252 } else { Encoding::Utf8 };
        assert_eq!((decoded.encoding, decoded.broken), (expected, 0), "{file}");
        let (table, guess) = open(decoded.text.as_str(), Options::default()).unwrap();
        assert_eq!((guess.separator.id(), guess.skipped, guess.header_rows), (",", 0, header_rows), "{file}");
        assert_eq!((table.rows(), table.columns()), (rows, columns), "{file}");
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let cells = (0..table.grid().rows()).flat_map(|row| table.grid().row(row));
        assert_eq!(cells.map(letters).sum::<usize>(), letters(decoded.text.as_str()), "{file}");
        let mapping = mapping(&table);
        assert_eq!(mapping.texts.iter().map(|text| text.column).collect::<Vec<_>>(), texts, "{file}");
        // Without answers in one's own words there are ratings at best.
        assert!(mapping.problems(&table).is_empty() || texts.is_empty(), "{file}");
        let report = read(&table, &mapping, &Project::default()).report;
        assert_eq!(report.read, rows, "{file}");
        assert_eq!(report.read, report.kept + report.rejected + report.duplicate, "{file}");
        assert_eq!(report.verbatims > 0, !texts.is_empty(), "{file}");
    }
}

/// What a person takes each column of the surveys for, by its header and its cells: `t` answers, `r` a rating (`R` one
/// whose lowest number is the best), `s` groups, `c` choices, `i` an identifier, `p` who answered, `d` when, `x` nothing
/// that comes in, `.` either a group or choices; behind each how many columns in a row.
const ROLES: [(&str, &str); 8] = [
    (
        "cantera-two-row-header.csv",
        "i c6 t c5 c7 t s r s r s r s t r x c6 x c x c4 s c18 c13 c7 s t s x s t x t c6 s2 s6 s3 t x t2",
    ),
    ("jupyter-education-2016.csv", "d x5 s2 . s c t c t . c2 c2 c2 t4"),
    ("otel-contributor-free-form.csv", "t4"),
    ("otel-contributor-statements.csv", "r10 s3 r s x r6 s r s r2"),
    ("otel-developer-experience.csv", "d s6 c s c . c3 R c R c R c R c t"),
    ("otel-docs-usability.csv", "d s7 t2 s r3 r14 s2 t r t s2"),
    ("qualtrics-three-row-header.csv", "d x7 i x9 t x"),
    ("starwars-two-row-header.csv", "p s2 c6 x6 r14 s9"),
];

/// The letter of each column, spelled out.
fn letters(short: &str) -> Vec<char> {
    let part = |part: &str| {
        let mut signs = part.chars();
        let letter = signs.next().unwrap();
        std::iter::repeat_n(letter, signs.as_str().parse().unwrap_or(1)).collect::<Vec<_>>()
    };
    short.split(' ').flat_map(part).collect()
}

/// What the guess takes a column for, in the same letters.
fn letter(mapping: &Mapping, column: usize) -> char {
    let segment = |kind: fn(&Segment) -> bool| {
        mapping.segments.iter().any(|segment| kind(segment) && segment.columns().any(|of| of == column))
    };
    if mapping.texts.iter().any(|text| text.column == column) {
        't'
    } else if let Some(rating) = mapping.ratings.iter().find(|rating| rating.column == column) {
        if rating.scale.is_reversed() { 'R' } else { 'r' }
    } else if segment(|segment| matches!(segment, Segment::Column(_))) {
        's'
    } else if segment(|segment| !matches!(segment, Segment::Column(_))) {
        'c'
    } else if mapping.id == Some(column) {
        'i'
    } else if mapping.respondent == Some(column) {
        'p'
    } else if mapping.date == Some(column) {
        'd'
    } else if mapping.columns().contains(&column) {
        '?'
    } else {
        'x'
    }
}

#[test]
fn columns_of_real_surveys_are_what_a_person_takes_them_for_or_in_doubt() {
    let Some(folder) = given::folder("REFLET_REAL_DATA", ["columns of real surveys"]) else { return };
    let (mut right, mut all, mut silent) = (0, 0, Vec::new());
    for (file, roles) in ROLES {
        let decoded = decode(given::bytes(&folder.join("surveys").join(file)), None).unwrap();
        let (table, _) = open(decoded.text.as_str(), Options::default()).unwrap();
        let mapping = mapping(&table);
        let doubts = doubts(&table, &mapping);
        let expected = letters(roles);
        assert_eq!(expected.len(), table.columns(), "{file}");
        let is_right = |column: &usize| match (expected[*column], letter(&mapping, *column)) {
            ('.', guessed) => matches!(guessed, 's' | 'c'),
            (expected, guessed) => expected == guessed,
        };
        let wrong: Vec<usize> = (0..table.columns()).filter(|column| !is_right(column)).collect();
        let told = |column: &usize| doubts.iter().any(|doubt| doubt.column == Some(*column));
        let untold: Vec<usize> = wrong.iter().copied().filter(|column| !told(column)).collect();
        eprintln!(
            "{file}: {} columns, wrong in doubt or not {wrong:?}, in silence {untold:?}",
            table.columns()
        );
        right += table.columns() - wrong.len();
        all += table.columns();
        silent.extend(untold.into_iter().map(|column| (file, column)));
    }
    assert!(right * 100 >= all * 95, "{right} of {all}");
    assert_eq!(silent, []);
}
