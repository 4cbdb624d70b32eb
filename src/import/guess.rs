//! Which column is what, by the names of the columns and by what they hold.

use std::collections::{BTreeMap, HashSet};

use super::choices::{self, Segment};
use super::mapping::{Mapping, RatingColumn, SideSource, TextColumn};
use super::profile::Profile;
use super::table::Table;
use super::values;
use super::vocabulary::{Role, is_no_answer};
use super::words::{fold, mentions};
use super::{prompts, ratings, sides, themes};
use crate::model::{Prompt, Side};

/// The likeliest mapping of a table.
///
/// A whole header that names a role wins over a word inside a longer one, and either counts only if the column
/// holds what the role needs. Attributes become segments only where they divide the rows into few groups.
/// Stage, valence, effort and coder have a meaning beside a moment only.
pub fn mapping(table: &Table) -> Mapping {
    let mut columns = Columns::new(table);
    // What stands in several columns under one question is sure before any of them is taken for something else.
    let mut questions = columns.questions();
    let side = columns.side();
    let moment = columns.find(Role::Moment);
    let themes = themes::themes(table).filter(|themes| themes.sure && moment.is_none());
    let themes = themes.map(|themes| columns.take_all(themes.columns)).unwrap_or_default();
    let coder_of_themes = if themes.is_empty() { None } else { columns.find(Role::Coder) };
    let mut beside_moment = |role| moment.and_then(|_| columns.find(role));
    let stage = beside_moment(Role::Stage);
    let valence = beside_moment(Role::Valence);
    let effort = beside_moment(Role::Effort);
    let coder = beside_moment(Role::Coder).or(coder_of_themes);
    let id = columns.find(Role::Id);
    let respondent = columns.find(Role::Respondent);
    // An identifier on several rows that carry no codings is a person's.
    let (id, respondent) = match id {
        Some(column) if moment.is_none() && respondent.is_none() && repeats(table, column) => (None, id),
        _ => (id, respondent),
    };
    let wave = columns.find(Role::Wave);
    let prompt = columns.find(Role::Prompt);
    let ratings = columns.ratings();
    let date = columns.find(Role::Date);
    questions.extend(columns.lists());
    let texts = columns.texts();
    let segments = columns.segments(questions);
    let side = side.map(|column| SideSource::Column { column, values: BTreeMap::new() });
    let (side, texts) = text_sides(table, side, &texts);
    Mapping {
        texts,
        side,
        id,
        respondent,
        wave,
        wave_by: None,
        wave_fixed: None,
        date,
        ratings,
        stage,
        moment,
        valence,
        effort,
        coder,
        themes,
        prompt,
        segments,
        scope: None,
    }
}

/// Takes the side from the name of a file or a sheet, where nothing in the table says whose answers they are.
pub fn side_by_titles(mapping: &mut Mapping, table: &Table, titles: impl Iterator<Item = String>) {
    let told =
        |column: usize| table.headers().get(column).is_some_and(|header| sides::mentioned(header).is_some());
    let in_table = mapping.texts.iter().any(|text| text.side.is_some() || told(text.column));
    if let (SideSource::Fixed(side), false) = (&mut mapping.side, in_table)
        && let Some(named) = titles.filter_map(|title| sides::mentioned(&title)).last()
    {
        *side = named;
    }
}

/// A text column with the prompt that its header speaks of.
pub fn text_column(table: &Table, column: usize) -> TextColumn {
    let prompt = table.headers().get(column).map_or(Prompt::Unknown, |header| prompts::mentioned(header));
    TextColumn { column, prompt, side: None }
}

/// Whose answers the text columns hold, where no column says it.
fn text_sides(table: &Table, side: Option<SideSource>, texts: &[usize]) -> (SideSource, Vec<TextColumn>) {
    let mut texts: Vec<TextColumn> = texts.iter().map(|column| text_column(table, *column)).collect();
    if let Some(side) = side {
        return (side, texts);
    }
    let mentioned: Vec<Option<Side>> = texts
        .iter()
        .map(|text| table.headers().get(text.column).and_then(|header| sides::mentioned(header)))
        .collect();
    if Side::BOTH.iter().all(|side| mentioned.contains(&Some(*side))) {
        for (text, side) in texts.iter_mut().zip(mentioned) {
            text.side = side;
        }
        return (SideSource::Fixed(Side::Client), texts);
    }
    (SideSource::Fixed(mentioned.into_iter().flatten().next().unwrap_or(Side::Client)), texts)
}

/// Whether a value that is not blank occurs twice in that column.
fn repeats(table: &Table, column: usize) -> bool {
    let mut seen = HashSet::new();
    (0..table.rows()).map(|row| table.cell(row, column).trim()).any(|id| !id.is_empty() && !seen.insert(id))
}

/// A header as roles are called; of `#`, which is a number, nothing else would be left.
fn fold_title(header: &str) -> String {
    if header == "#" { "n".to_owned() } else { fold(header) }
}

/// Whether that header is a question in French that begins with "comment", which is not a comment.
fn asks_how(header: &str, folded: &str) -> bool {
    folded.starts_with("comment ") && header.contains('?')
        || mentions(folded, "comment") && mentions(folded, "vous")
}

/// Whether that folded header lets people tick as many choices as they like.
fn asks_for_several(header: &str) -> bool {
    let words = [
        "plusieurs reponses",
        "plusieurs choix",
        "choix multiple",
        "choix multiples",
        "cochez",
        "all that apply",
        "select all",
        "check all",
        "tick all",
        "several answers",
        "multiple answers",
        "multiple choice",
    ];
    words.iter().any(|words| mentions(header, words))
}

/// The columns of a table, and which of them have a role already.
struct Columns<'a> {
    table: &'a Table,
    headers: Vec<String>,
    /// The last row of each header, which names the column.
    called: Vec<String>,
    profiles: Vec<Profile>,
    /// Columns of words beside questions of several choices.
    precisions: Vec<usize>,
    taken: Vec<bool>,
}

impl<'a> Columns<'a> {
    fn new(table: &'a Table) -> Self {
        let headers: Vec<String> = table.headers().iter().map(|header| fold_title(header)).collect();
        // Below the title of a group stands what the column is called.
        let is_joined = table.layout().header_rows > 1;
        let last = |header: &String| match header.rsplit_once(" / ") {
            Some((_, last)) if is_joined => fold_title(last),
            _ => fold_title(header),
        };
        let called = table.headers().iter().map(last).collect();
        let profiles = (0..table.columns()).map(|column| Profile::of(table, column)).collect();
        Self { table, headers, called, profiles, precisions: Vec::new(), taken: vec![false; table.columns()] }
    }

    fn free(&self) -> impl Iterator<Item = usize> {
        (0..self.taken.len()).filter(|column| !self.taken[*column])
    }

    fn take(&mut self, column: Option<usize>) -> Option<usize> {
        if let Some(column) = column {
            self.taken[column] = true;
        }
        column
    }

    /// Those of these columns that are free, taken.
    fn take_all(&mut self, columns: Vec<usize>) -> Vec<usize> {
        let free: Vec<usize> = columns.into_iter().filter(|column| !self.taken[*column]).collect();
        for column in &free {
            self.taken[*column] = true;
        }
        free
    }

    /// The first free column that is called as that role is, else the first that a word betrays.
    fn find(&mut self, role: Role) -> Option<usize> {
        let called = self.free().find(|column| self.is_called(role, *column) && self.suits(role, *column));
        let betrayed = || {
            self.free().find(|column| {
                let header = &self.headers[*column];
                header.split(' ').count() <= 5 && role.is_betrayed_by(header) && self.suits(role, *column)
            })
        };
        let found = called.or_else(betrayed);
        self.take(found)
    }

    fn is_called(&self, role: Role, column: usize) -> bool {
        role.is_called(&self.headers[column]) || role.is_called(&self.called[column])
    }

    /// Whether a column holds what a role needs. A column without cells suits any.
    fn suits(&self, role: Role, column: usize) -> bool {
        let profile = &self.profiles[column];
        if profile.filled == 0 {
            return true;
        }
        match role {
            Role::Valence | Role::Effort => profile.numeric * 2 >= profile.filled,
            Role::Prompt => self.share(column, |cell| prompts::of(cell).is_some()) >= 80,
            Role::Moment | Role::Stage => !profile.is_numeric() && profile.longest <= 120,
            Role::Wave | Role::Coder => !profile.is_prose() && profile.distinct <= 50,
            _ => !profile.is_prose(),
        }
    }

    /// How many in a hundred of its first cells are so.
    fn share(&self, column: usize, is_so: fn(&str) -> bool) -> usize {
        let profile = &self.profiles[column];
        let cells = (0..profile.rows).map(|row| self.table.cell(row, column).trim());
        cells.filter(|cell| !cell.is_empty() && is_so(cell)).count() * 100 / profile.filled.max(1)
    }

    /// A column whose values name sides; or one that is called so and divides the rows.
    fn side(&mut self) -> Option<usize> {
        let names_sides = |column: &usize| self.share(*column, |cell| sides::of(cell).is_some()) >= 50;
        let called = |column: &usize| self.is_called(Role::Side, *column);
        let strictly = |column: &usize| matches!(self.headers[*column].as_str(), "side" | "cote");
        let found = self.free().find(|column| called(column) && names_sides(column));
        let found = found.or_else(|| self.free().find(names_sides));
        let found = found
            .or_else(|| self.free().find(|column| strictly(column) && self.profiles[*column].is_grouping()));
        self.take(found)
    }

    fn ratings(&mut self) -> Vec<RatingColumn> {
        let free: Vec<usize> = self.free().collect();
        let mut found = ratings::find(self.table, &free);
        if found.is_empty() && self.headers.iter().all(String::is_empty) {
            let few = |column: &usize| {
                let profile = &self.profiles[*column];
                profile.is_numeric() && profile.distinct <= 11 && profile.distinct < profile.filled.max(4)
            };
            let in_ten = |cell: &str| values::rating(cell).is_some_and(|r| (0.0..=10.0).contains(&r.value));
            let unnamed = free.into_iter().find(|column| few(column) && self.share(*column, in_ten) >= 90);
            found.extend(unnamed.map(|column| ratings::column(self.table, column)));
        }
        for rating in &found {
            self.taken[rating.column] = true;
        }
        found
    }

    fn texts(&mut self) -> Vec<usize> {
        let profile = |column: &usize| &self.profiles[*column];
        let named = |column: &usize| {
            let (header, profile) = (&self.headers[*column], profile(column));
            let called =
                self.is_called(Role::Text, *column) && (profile.filled > 0 || self.table.rows() == 0);
            let answered = profile.filled > 0
                && profile.filled * 10 >= profile.rows
                && !profile.is_grouping()
                && !profile.is_constant();
            let asks_how = || asks_how(&self.table.headers()[*column], header) && !profile.is_prose();
            let betrayed = answered && Role::Text.is_betrayed_by(header) && !asks_how();
            !profile.is_numeric() && (called || betrayed)
        };
        // Answers in one's own words below a question, or below what is best or worst.
        let asked = |column: &usize| {
            let asks = self.table.headers()[*column].contains('?')
                || prompts::mentioned(&self.headers[*column]) != Prompt::Unknown;
            asks && profile(column).is_prose()
        };
        let nothing_but_prose =
            self.free().all(|column| profile(&column).filled == 0 || profile(&column).is_prose());
        let unnamed = |column: &usize| {
            nothing_but_prose && profile(column).is_prose() && !is_no_answer(&self.headers[*column])
        };
        // What people wrote beside choices comes after what they were asked.
        let wanted = |column: &usize| {
            !self.precisions.contains(column) && (named(column) || asked(column) || unnamed(column))
        };
        let mut found: Vec<usize> = self.free().filter(wanted).collect();
        if found.is_empty() {
            let length = |column: &usize| profile(column).characters / profile(column).filled.max(1);
            let prose = self.free().filter(|column| profile(column).is_prose()).max_by_key(length);
            let words = || {
                self.free()
                    .filter(|column| profile(column).filled > 0 && !profile(column).is_numeric())
                    .filter(|column| self.taken.len() == 1 || !profile(column).is_grouping())
                    .max_by_key(length)
            };
            found.extend(prose.or_else(words));
        }
        let precisions = self.precisions.iter().copied().filter(|column| !self.taken[*column]);
        found.extend(precisions.filter(|column| !found.contains(column)).collect::<Vec<_>>());
        for column in &found {
            self.taken[*column] = true;
        }
        found
    }

    /// Questions of one column per choice.
    fn questions(&mut self) -> Vec<Segment> {
        let questions = choices::over_columns(self.table);
        self.precisions = choices::precisions(self.table, &questions);
        self.take_segments(&questions);
        questions
    }

    /// Columns whose cells hold several choices. Answers in one's own words may look like them where they are short.
    fn lists(&mut self) -> Vec<Segment> {
        let may_list = |column: &usize| {
            let header = &self.headers[*column];
            let asks_for_words =
                self.is_called(Role::Text, *column) || prompts::mentioned(header) != Prompt::Unknown;
            asks_for_several(header) || !asks_for_words
        };
        let lists = self.free().filter(may_list);
        let lists: Vec<Segment> = lists.filter_map(|column| choices::in_cells(self.table, column)).collect();
        self.take_segments(&lists);
        lists
    }

    fn take_segments(&mut self, segments: &[Segment]) {
        for column in segments.iter().flat_map(Segment::columns) {
            self.taken[column] = true;
        }
    }

    fn segments(&self, mut segments: Vec<Segment>) -> Vec<Segment> {
        let grouping = self.free().filter(|column| self.profiles[*column].is_grouping());
        segments.extend(grouping.map(Segment::Column));
        choices::in_order(&mut segments);
        segments
    }
}
