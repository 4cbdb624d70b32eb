//! The whole import in words, for a method annex.

use super::columns::{left_out, name};
use super::progress::the_paste;
use super::{account, choices, role, source};
use crate::import::source::Format;
use crate::import::{Mapping, Report, Role, SideSource, Table};
use crate::say::{Locale, side, text};

/// What was imported, and how it was read.
#[derive(Clone, Copy, Debug)]
pub struct Annexed<'a> {
    /// The name of the file; none for a paste.
    pub name: Option<&'a str>,
    /// How the source was read.
    pub format: &'a Format,
    /// Its rows.
    pub table: &'a Table,
    /// Which column was what.
    pub mapping: &'a Mapping,
    /// The account of every row.
    pub report: &'a Report,
}

/// Source, reading, columns, rows.
pub fn description(locale: Locale, Annexed { name, format, table, mapping, report }: Annexed) -> String {
    text!(
        locale,
        import.annex_text,
        source = name.map_or_else(|| the_paste(locale), ToOwned::to_owned),
        reading = source::understood(locale, format, table),
        columns = columns(locale, mapping, table),
        account = account::account(locale, report)
    )
}

fn columns(locale: Locale, mapping: &Mapping, table: &Table) -> String {
    let quoted = |column: usize| text!(locale, import.quoted, text = name(table, Some(column)));
    let mut parts: Vec<String> = Vec::new();
    for text in &mapping.texts {
        let prompt = role::prompt(locale, text.prompt);
        parts.push(format!("{} {} ({prompt})", text!(locale, import.mark_text), quoted(text.column)));
    }
    parts.push(match &mapping.side {
        SideSource::Fixed(side) => side::name(locale, *side).to_owned(),
        SideSource::Column { column, .. } => {
            format!("{} {}", role::role(locale, Role::Side), quoted(*column))
        }
    });
    for rating in &mapping.ratings {
        let (low, high) = rating.scale.ends();
        let ends = format!("{}–{}", locale.short(low), locale.short(high));
        parts.push(format!("{} {} ({ends})", role::role(locale, Role::Rating), quoted(rating.column)));
    }
    parts.extend(
        mapping
            .single()
            .into_iter()
            .filter_map(|(role, column)| Some(format!("{} {}", role::role(locale, role), quoted(column?)))),
    );
    parts.extend(mapping.segments.iter().map(|segment| {
        let words = choices::words(locale, segment, table);
        format!("{} {words}", role::role(locale, Role::Segment))
    }));
    let columns = parts.join(", ");
    match left_out(locale, mapping, table) {
        // The sentence that they stand in has an end of its own.
        Some(left_out) => format!("{columns}. {}", left_out.trim_end_matches('.')),
        None => columns,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::import::source::{Wish, of_paste};
    use crate::import::{Segment, guess, read};
    use crate::model::Project;

    fn annex(locale: Locale, name: Option<&str>) -> String {
        let paste = "Number;Shop;What did you like?;NPS\n1;Lyon;A warm welcome at the branch;9\n\
            2;Paris;Nothing was too much for them;3\n3;Lyon;They listened to what I asked;10\n";
        let source = of_paste(paste.to_owned(), Wish::default(), &mut |_| {}).unwrap();
        let table = source.table(None, None);
        let mut mapping = guess::mapping(&table);
        mapping.id = None;
        mapping.segments = vec![Segment::Column(1)];
        let report = read(&table, &mapping, &Project::default()).report;
        let annexed =
            Annexed { name, format: &source.format, table: &table, mapping: &mapping, report: &report };
        description(locale, annexed)
    }

    #[test]
    fn an_import_is_described_by_source_reading_columns_and_rows() {
        assert_eq!(
            annex(Locale::English, Some("T1.csv")),
            "Source: “T1.csv”. Reading: semicolon · header rows: 1 · rows: 3, columns: 4. Columns: verbatims \
             “What did you like?” (asked for the best), Clients, Rating “NPS” (0–10), Segments (store, channel, \
             region…) “Shop”. Columns left out: “Number”. Rows read: 3 = kept 3 + rejected 0 + duplicates 0. \
             Added: verbatims 3, codings 0."
        );
        assert!(annex(Locale::English, None).starts_with("Source: “the pasted text”."));
        let french = annex(Locale::French, None);
        assert!(french.contains("«\u{a0}What did you like?\u{a0}»") && french.contains("(0–10)"), "{french}");
    }
}
