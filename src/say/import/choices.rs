//! Groups of people: a column, or a question where several answers may be ticked.

use crate::import::Table;
use crate::import::choices::Segment;
use crate::say::{Locale, text};

/// A segment in words.
pub fn words(locale: Locale, segment: &Segment, table: &Table) -> String {
    match segment {
        Segment::Column(_) => text!(locale, import.quoted, text = segment.name(table)),
        _ => several(locale, segment, table),
    }
}

/// A question with its choices.
pub fn several(locale: Locale, segment: &Segment, table: &Table) -> String {
    /// More choices would say less.
    const NAMED: usize = 20;
    let mut choices = segment.choices(table);
    let more = choices.len().saturating_sub(NAMED);
    choices.truncate(NAMED);
    // A comma between choices that hold commas would say nothing.
    let mark = if choices.iter().any(|choice| choice.contains(',')) { " · " } else { ", " };
    choices.extend((more > 0).then(|| text!(locale, import.others, count = more)));
    text!(locale, import.choices_several, name = segment.name(table), choices = choices.join(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::choices::Choice;
    use crate::say::import::tables::table;

    fn ticked(names: &[&str]) -> String {
        let choice = |(column, name): (usize, &&str)| Choice { column, name: (*name).to_owned() };
        let choices = names.iter().enumerate().map(choice).collect();
        let segment = Segment::Columns { name: "Reasons".to_owned(), choices };
        words(Locale::English, &segment, &table("text\tReasons\nfine\t1\n"))
    }

    #[test]
    fn a_question_names_its_choices() {
        let few = "Reasons: price, service — several choices per person";
        assert_eq!(ticked(&["price", "service"]), few);
        let commas = "Reasons: price, or cost · service — several choices per person";
        assert_eq!(ticked(&["price, or cost", "service"]), commas);
        let many: Vec<String> = (0..22).map(|choice| format!("c{choice}")).collect();
        let many = ticked(&many.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(many.ends_with("c19, … and 2 more. — several choices per person"), "{many}");
    }

    #[test]
    fn a_column_stands_by_its_name() {
        let table = table("Shop;text\nLyon;fine\n");
        assert_eq!(words(Locale::English, &Segment::Column(0), &table), "“Shop”");
        assert_eq!(words(Locale::French, &Segment::Column(0), &table), "«\u{a0}Shop\u{a0}»");
    }
}
