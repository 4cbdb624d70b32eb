//! Coded tables with one column per theme: `1` or `x` where the theme is put on a text, or its valence, −2…+2.

use std::collections::BTreeMap;

use super::matching::fold;
use super::profile::Profile;
use super::report::Issue;
use super::table::Table;
use super::values;
use super::vocabulary::Role;
use crate::model::Score;

/// Columns that look like themes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Themes {
    /// The columns in the order of the table, at least two.
    pub columns: Vec<usize>,
    /// Whether they are beyond doubt. Otherwise the columns may be attributes or closed questions, and the user should
    /// decide.
    pub sure: bool,
}

/// Words before the name of a theme that identify it as one, folded.
const STEMS: [&str; 14] = [
    "theme",
    "themes",
    "thematique",
    "thematiques",
    "moment",
    "moments",
    "code",
    "codes",
    "sujet",
    "sujets",
    "topic",
    "topics",
    "tag",
    "categorie",
];

/// The columns of a table that look like themes, beside a text; `None` for fewer than two.
///
/// Choices of one question share the words before their brackets ("Canaux \[Agence\]") and are no themes, unless these
/// words name themes ("Thème \[Accueil\]"). Columns without such a word are themes beyond doubt only if they hold
/// valences, or if there are at least four side by side, and few cells are marked: a coder puts few themes on a text,
/// while attributes and statements to agree with are filled for most people.
pub fn themes(table: &Table) -> Option<Themes> {
    /// The largest percentage of marked cells in columns of themes.
    const MARKED: usize = 45;
    let profiles = table.profiles();
    profiles.iter().any(Profile::is_prose).then_some(())?;
    let counts: BTreeMap<usize, MarkCounts> = (0..table.columns())
        .filter_map(|column| Some((column, count_marks(table, column, &profiles[column])?)))
        .collect();
    let mut stems: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for column in counts.keys() {
        stems.entry(fold(split(&table.headers()[*column]).0)).or_default().push(*column);
    }
    let called = stems.iter().filter(|(stem, _)| STEMS.contains(&stem.as_str())).flat_map(|(_, of)| of);
    let mut called: Vec<usize> = called.copied().collect();
    if called.len() >= 2 && called.iter().any(|column| counts[column].marked > 0) {
        called.sort_unstable();
        return Some(Themes { columns: called, sure: true });
    }
    let shares_stem = |column: &usize| {
        stems.iter().any(|(stem, of)| !stem.is_empty() && of.len() > 1 && of.contains(column))
    };
    let columns = counts.iter().filter(|(column, marks)| marks.is_clean() && !shares_stem(column));
    let columns: Vec<usize> = columns.map(|(column, _)| *column).collect();
    let of =
        |count: fn(&MarkCounts) -> usize| columns.iter().map(|column| count(&counts[column])).sum::<usize>();
    let rows = columns.first().map_or(0, |column| profiles[*column].rows) * columns.len();
    let few_marked = of(|marks| marks.marked) * 100 <= rows * MARKED;
    let valences = columns.iter().filter(|column| counts[column].signed).count();
    let side_by_side = columns.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let answers = of(|marks| marks.answered) > 0;
    let sure = few_marked && !answers && side_by_side && (valences >= 2 || columns.len() >= 4);
    // Two columns of yes and no, or statements that everybody rates, are no evidence of themes.
    let perhaps = few_marked && (valences >= 2 || columns.len() >= 3);
    perhaps.then_some(Themes { columns, sure })
}

/// Counts over a column of marks.
#[derive(Clone, Copy, Default)]
struct MarkCounts {
    /// Cells that are not blank.
    filled: usize,
    /// Cells that put the theme on their text.
    marked: usize,
    /// Cells with a yes or a no in words.
    answered: usize,
    /// Cells that are no mark.
    unreadable: usize,
    /// Whether some cells are certainly valences.
    signed: bool,
}

impl MarkCounts {
    /// Whether the column has marks, and hardly anything else.
    const fn is_clean(&self) -> bool {
        self.marked > 0 && self.unreadable * 20 <= self.filled
    }
}

/// Counts the marks of a column; `None` for a column with mostly other cells, or with a name of another role.
fn count_marks(table: &Table, column: usize, profile: &Profile) -> Option<MarkCounts> {
    let header = &table.headers()[column];
    let folded = fold(header);
    let is_a_name = !folded.is_empty() && !header.contains('?') && folded.split(' ').count() <= 6;
    if !is_a_name || ROLES.iter().any(|role| role.is_called(&folded)) {
        return None;
    }
    let mut counts = MarkCounts::default();
    for (cell, times) in profile.values(table, column) {
        let mark = mark(cell, true);
        counts.filled += times;
        counts.marked += times * usize::from(mark.is_ok_and(|mark| mark != Mark::Not));
        counts.unreadable += times * usize::from(mark.is_err());
        counts.answered += times * usize::from(matches!(fold(cell).as_str(), "oui" | "non" | "yes" | "no"));
        counts.signed |= is_signed(cell);
    }
    (counts.unreadable * 2 <= counts.filled).then_some(counts)
}

const ROLES: [Role; 13] = [
    Role::Text,
    Role::Side,
    Role::Id,
    Role::Respondent,
    Role::Wave,
    Role::Date,
    Role::Rating,
    Role::Stage,
    Role::Moment,
    Role::Valence,
    Role::Effort,
    Role::Coder,
    Role::Prompt,
];

/// The words before the name of a choice or a theme, and the name: `Thème [Accueil]`, `Thème : Accueil`,
/// `theme_accueil`, `Thème Accueil`.
fn split(header: &str) -> (&str, &str) {
    let header = header.trim();
    let bracket = || header.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    let separated =
        || [" - ", " – ", " : ", ": ", " / ", "_", "."].iter().find_map(|mark| header.split_once(mark));
    let worded = || header.split_once(' ').filter(|(stem, _)| STEMS.contains(&fold(stem).as_str()));
    match bracket().or_else(separated).or_else(worded) {
        Some((stem, name)) if !name.trim().is_empty() => (stem.trim(), name.trim()),
        _ => ("", header),
    }
}

/// The name of the theme in a header.
///
/// ```
/// use reflet::import::themes::name;
/// assert_eq!((name("Thème [Accueil]"), name("theme_prix"), name("Attente")), ("Accueil", "prix", "Attente"));
/// assert_eq!(name("Canaux [Agence]"), "Canaux [Agence]");
/// ```
pub fn name(header: &str) -> &str {
    let (stem, name) = split(header);
    if STEMS.contains(&fold(stem).as_str()) { name } else { header.trim() }
}

/// The meaning of a cell of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The theme is not put on the text.
    Not,
    /// The theme is put on the text, without valence.
    Put,
    /// The theme is put on the text with that valence.
    Lived(Score),
}

/// Reads a cell of a theme. Where other cells are valences, so is a `1`; else it is a mark.
pub(super) fn mark(cell: &str, signed: bool) -> Result<Mark, Issue> {
    let cell = cell.trim();
    match cell {
        "1" if !signed => return Ok(Mark::Put),
        "✓" | "✔" | "☑" | "●" | "•" => return Ok(Mark::Put),
        "-" | "–" | "—" => return Ok(Mark::Not),
        _ => {}
    }
    match fold(cell).as_str() {
        "x" | "oui" | "yes" | "vrai" | "true" => return Ok(Mark::Put),
        "non" | "no" | "faux" | "false" => return Ok(Mark::Not),
        _ => {}
    }
    let lived = values::valence(cell)?.filter(|score| score.get() != 0);
    Ok(lived.map_or(Mark::Not, Mark::Lived))
}

/// Whether a cell of a theme is certainly a valence.
pub(super) fn is_signed(cell: &str) -> bool {
    let signed = cell.trim().starts_with('+');
    values::valence(cell)
        .is_ok_and(|score| score.is_some_and(|score| signed || !(0..=1).contains(&score.get())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text;

    fn found(source: &str) -> Option<(Vec<usize>, bool)> {
        let (table, _) = text::open(source, text::Options::default()).ok()?;
        themes(&table).map(|themes| (themes.columns, themes.sure))
    }

    /// A table of ten texts beside those columns, whose cells are given column by column.
    fn table(columns: &[(&str, &str)]) -> String {
        let headers: Vec<&str> = columns.iter().map(|(header, _)| *header).collect();
        let row = |row: usize| {
            let cells: Vec<&str> =
                columns.iter().map(|(_, cells)| cells.split(',').nth(row).unwrap_or("")).collect();
            format!("{row};L'attente numéro {row} était bien longue;{}", cells.join(";"))
        };
        let rows: Vec<String> = (0..10).map(row).collect();
        format!("id;verbatim;{}\n{}\n", headers.join(";"), rows.join("\n"))
    }

    #[test]
    fn a_word_before_the_name_makes_themes() {
        for (one, other) in [
            ("Thème [Accueil]", "Thème [Prix]"),
            ("theme_accueil", "theme_prix"),
            ("Topic: Queue", "Topic: Price"),
        ] {
            let text = table(&[(one, "1,0,1,0,1,0,1,0,1,1"), (other, "x,,,,,,,,,")]);
            assert_eq!(found(&text), Some((vec![2, 3], true)), "{one}");
        }
    }

    #[test]
    fn valences_in_few_cells_are_themes() {
        let text = table(&[("Accueil", "-2,,,+1,,,,,,"), ("Prix", ",-1,,,,2,,,0,")]);
        assert_eq!(found(&text), Some((vec![2, 3], true)));
        // Statements to agree with are answered by everybody.
        let text = table(&[("Accueil", "-2,1,2,1,1,2,-1,1,2,1"), ("Prix", "1,-1,2,1,2,2,-2,1,1,1")]);
        assert_eq!(found(&text), None);
    }

    #[test]
    fn marks_without_a_word_are_doubtful_unless_they_are_many_and_few() {
        let sparse =
            ["1,0,0,0,0,0,0,0,0,1", "0,1,0,0,0,0,0,0,0,0", "0,0,1,0,1,0,0,0,0,0", "0,0,0,1,0,0,0,0,0,0"];
        let names = ["Accueil", "Prix", "Attente", "Conseil"];
        let columns: Vec<(&str, &str)> = names.into_iter().zip(sparse).collect();
        assert_eq!(found(&table(&columns)), Some((vec![2, 3, 4, 5], true)));
        assert_eq!(found(&table(&columns[..3])), Some((vec![2, 3, 4], false)));
        assert_eq!(found(&table(&columns[..2])), None);
        let asked: Vec<(&str, &str)> =
            names.into_iter().zip(["oui,non,non,non,non,non,non,non,non,non"; 4]).collect();
        assert_eq!(found(&table(&asked)), Some((vec![2, 3, 4, 5], false)));
    }

    #[test]
    fn choices_of_a_question_are_no_themes() {
        let text = table(&[
            ("Canaux [Agence]", "1,0,0,0,,,,,,"),
            ("Canaux [Web]", ",1,,,,,,,,"),
            ("Canaux [Tél.]", ",,1,,,,,,,"),
        ]);
        assert_eq!(found(&text), None);
        let text = table(&[
            ("canal_agence", "x,,,,,,,,,"),
            ("canal_web", ",x,,,,,,,,"),
            ("canal_tel", ",,x,,,,,,,"),
        ]);
        assert_eq!(found(&text), None);
    }

    #[test]
    fn other_columns_are_no_themes() {
        let text = table(&[
            ("note", "1,0,0,0,,,,,,"),
            ("NPS", ",1,,,,,,,,"),
            ("Revenu ?", ",,1,,,,,,,"),
            ("Âge", "34,1,,,,,,,,"),
        ]);
        assert_eq!(found(&text), None);
        assert_eq!(
            found("id;Accueil;Prix;Attente;Conseil\n1;1;0;0;0\n2;0;1;0;0\n3;0;0;1;0\n4;0;0;0;1\n"),
            None,
            "no text"
        );
    }

    #[test]
    fn a_one_is_a_valence_among_valences_only() {
        let score = |value: i64| Score::try_from(value).map_or(Mark::Not, Mark::Lived);
        for (cell, signed, expected) in [
            ("1", false, Ok(Mark::Put)),
            ("1", true, Ok(score(1))),
            ("+1", false, Ok(score(1))),
            ("−2", false, Ok(score(-2))),
            ("0", true, Ok(Mark::Not)),
            ("", true, Ok(Mark::Not)),
            ("Non", false, Ok(Mark::Not)),
            ("X", true, Ok(Mark::Put)),
            ("3", true, Err(Issue::ValenceOutside)),
            ("bof", false, Err(Issue::ValenceUnreadable)),
        ] {
            assert_eq!(mark(cell, signed), expected, "{cell}");
        }
    }

    #[test]
    fn words_are_folded() {
        for stem in STEMS {
            assert_eq!(fold(stem), stem);
        }
    }
}
