//! What the page understood, line by line in the order in which a person checks it.

use super::columns::{columns_out, name};
use super::whose::{Source, whose};
use super::{choices, codings, rating, role, when};
use crate::import::{Mapping, Report, Table, TextColumn};
use crate::say::{Locale, text};

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Whose answers they are.
    Whose,
    /// How many people and rows.
    People,
    /// Which columns are open answers.
    Texts,
    /// Which columns are closed answers.
    Ratings,
    /// What groups people.
    Groups,
    /// When the answers were collected.
    When,
    /// Which column names the moments of codings.
    Moments,
    /// Which columns are themes.
    Themes,
    /// Which columns are left out.
    LeftOut,
}

/// A line: what it is about, and what was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub about: About,
    /// What was understood.
    pub said: String,
}

/// The title of a line.
pub fn title(locale: Locale, about: About) -> &'static str {
    match about {
        About::Whose => text!(locale, import.line_whose),
        About::People => text!(locale, import.line_people),
        About::Texts => text!(locale, import.line_texts),
        About::Ratings => text!(locale, import.line_ratings),
        About::Groups => text!(locale, import.line_groups),
        About::When => text!(locale, import.line_when),
        About::Moments | About::Themes => text!(locale, import.line_codings),
        About::LeftOut => text!(locale, import.line_out),
    }
}

/// The lines; `people` counts them once each row was read.
pub fn lines(
    locale: Locale,
    mapping: &Mapping,
    table: &Table,
    source: Source,
    people: Option<(usize, &Report)>,
) -> Vec<Line> {
    let joined = |parts: Vec<String>| (!parts.is_empty()).then(|| parts.join(" · "));
    let ratings = mapping.ratings.iter();
    let ratings = ratings.map(|rating| rating::words(locale, name(table, Some(rating.column)), rating));
    let groups = mapping.segments.iter().map(|segment| choices::words(locale, segment, table));
    let when = when::when(locale, mapping, table);
    let when = if when.is_empty() { text!(locale, import.when_nothing).to_owned() } else { when };
    let moments = mapping.moment.map(|moment| codings::codings(locale, mapping, table, moment));
    let out = columns_out(locale, mapping, table);
    let all = [
        (About::Whose, Some(whose(locale, mapping, table, source))),
        (About::People, people.map(|(people, report)| counted(locale, mapping, table, people, report))),
        (About::Texts, Some(texts(locale, mapping, table))),
        (About::Ratings, joined(ratings.collect())),
        (About::Groups, joined(groups.collect())),
        (About::When, Some(when)),
        (About::Moments, moments),
        (About::Themes, themes(locale, mapping, table)),
        (About::LeftOut, Some(out.unwrap_or_else(|| text!(locale, import.nothing_out).to_owned()))),
    ];
    all.into_iter().filter_map(|(about, said)| Some(Line { about, said: said? })).collect()
}

fn counted(locale: Locale, mapping: &Mapping, table: &Table, people: usize, report: &Report) -> String {
    let (people, rows) = (locale.count(people), locale.count(report.read));
    let said = text!(locale, import.people_rows, people = people, rows = rows);
    match mapping.respondent {
        Some(column) => text!(locale, import.people_of, said = said, name = name(table, Some(column))),
        None => said,
    }
}

fn texts(locale: Locale, mapping: &Mapping, table: &Table) -> String {
    let of = |column: &TextColumn| {
        let prompt = role::prompt(locale, column.prompt);
        let asked = name(table, Some(column.column));
        match column.title {
            None => text!(locale, import.text_of, name = asked, prompt = prompt),
            Some(title) => {
                let title = name(table, Some(title));
                text!(locale, import.text_titled, name = asked, title = title, prompt = prompt)
            }
        }
    };
    let read = mapping.prompt.map(|column| text!(locale, import.prompt_of, name = name(table, Some(column))));
    let all: Vec<String> = mapping.texts.iter().map(of).chain(read).collect();
    if all.is_empty() { text!(locale, import.no_texts).to_owned() } else { all.join(" · ") }
}

fn themes(locale: Locale, mapping: &Mapping, table: &Table) -> Option<String> {
    let names: Vec<&str> = mapping.themes.iter().map(|column| name(table, Some(*column))).collect();
    (!names.is_empty()).then(|| text!(locale, import.themes_line, names = names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Segment;
    use crate::say::import::tables::{read_as_guessed, table};

    fn of(locale: Locale, table: &str) -> Vec<(&'static str, String)> {
        let (table, mut mapping, outcome) = read_as_guessed(table);
        if let Some(shop) = table.names().iter().position(|name| name == "Shop") {
            mapping.segments = [shop, shop + 1].map(Segment::Column).to_vec();
        }
        let people = Some((outcome.imported.people(), &outcome.report));
        let lines = lines(locale, &mapping, &table, Source::default(), people);
        lines.into_iter().map(|line| (title(locale, line.about), line.said)).collect()
    }

    #[test]
    fn what_is_understood_stands_in_the_order_of_checking() {
        let table = "Client ID;Shop;Visit date;What did you like?;NPS\n\
            a;Lyon;2026-01-05;A warm welcome at the branch;9\n\
            b;Paris;2026-02-07;Nothing was too much for them;3\n\
            c;Lyon;2026-02-09;They listened to what I asked;10\n";
        assert_eq!(
            of(Locale::English, table),
            [
                ("Whose", "Clients, as you said"),
                ("How many", "people: 3, rows: 3, by “Client ID”"),
                ("Answers", "“What did you like?” (asked for the best)"),
                ("Ratings", "“NPS”, from 0 to 10, 10 is best: recommendation (NPS)"),
                ("Groups", "“Shop” · “Visit date”"),
                ("When", "date: “Visit date”"),
                ("Left out", "nothing"),
            ]
            .map(|(title, said)| (title, said.to_owned()))
        );
        let french = of(Locale::French, table);
        assert_eq!(french[0], ("De qui", "Clients, comme vous l’avez dit".to_owned()));
    }

    #[test]
    fn a_coded_table_says_where_its_codings_stand() {
        let table = "text;moment;valence;note\nA long queue at the desk;Waiting;negative;\n\
            They called me back at once;Follow-up;positive;\n";
        let lines = of(Locale::English, table);
        assert!(lines.contains(&("When", "no wave".to_owned())), "{lines:?}");
        let codings = lines.iter().find(|(title, _)| *title == "Codings").map(|(_, said)| said.as_str());
        let lived = "moments: “moment” · how it was lived: “valence”, positive counted +1, negative −1";
        assert_eq!(codings, Some(lived));
    }

    #[test]
    fn nothing_to_code_is_said() {
        let table = table("NPS\n9\n3\n10\n");
        let mapping = Mapping::default();
        assert_eq!(texts(Locale::English, &mapping, &table), "none: there will be nothing to code");
    }
}
