//! What the importer found and did, in words.

use std::collections::BTreeMap;

use super::decisions;
use super::opened::Busy;
use crate::app::shell::language::{Language, tr};
use crate::import::twins::Alike;
use crate::import::{
    Caution, CellWarning, Encoding, Issue, Mapping, Outcome, Problem, Reason, Reject, Report, Role,
    Separator, Table,
};
use crate::model::imported::Imported;
use crate::model::{Prompt, Side};
use crate::say::words;

/// The name of an encoding; the same in every language.
pub const fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16 LE",
        Encoding::Utf16Be => "UTF-16 BE",
        Encoding::Windows1252 => "Windows-1252",
        Encoding::Iso8859_15 => "ISO-8859-15",
        Encoding::Macintosh => "Mac Roman",
    }
}

/// What stands between cells.
pub fn separator(language: Language, separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => tr!(language, import.comma),
        Separator::Semicolon => tr!(language, import.semicolon),
        Separator::Tab => tr!(language, import.tab),
        Separator::Pipe => tr!(language, import.pipe),
        Separator::None => tr!(language, import.one_per_line),
    }
}

/// What a column is.
pub fn role(language: Language, role: Role) -> &'static str {
    match role {
        Role::Text => tr!(language, role.text),
        Role::Side => tr!(language, role.side),
        Role::Id => tr!(language, role.id),
        Role::Respondent => tr!(language, role.respondent),
        Role::Wave => tr!(language, role.wave),
        Role::Date => tr!(language, role.date),
        Role::Rating => tr!(language, role.rating),
        Role::Stage => tr!(language, role.stage),
        Role::Moment => tr!(language, role.moment),
        Role::Valence => tr!(language, role.valence),
        Role::Effort => tr!(language, role.effort),
        Role::Coder => tr!(language, role.coder),
        Role::Prompt => tr!(language, role.prompt),
        Role::Segment => tr!(language, role.segment),
    }
}

/// How far a large source is read.
pub fn reading(language: Language, name: Option<String>, busy: Busy) -> String {
    let name = name.unwrap_or_else(|| tr!(language, import.the_paste).to_owned());
    tr!(
        language,
        import.reading,
        name = name,
        rows = language.count(busy.progress.rows),
        bytes = megabytes(language, busy.progress.bytes),
        total = megabytes(language, busy.total)
    )
}

/// A size in megabytes.
pub fn megabytes(language: Language, bytes: usize) -> String {
    #[allow(clippy::cast_precision_loss, reason = "a size for the eye")]
    language.number(bytes as f64 / 1e6, 1)
}

/// What keeps the mapping from being confirmed.
pub fn problem(language: Language, problem: &Problem) -> String {
    match problem {
        Problem::NoRow => tr!(language, import.no_row).to_owned(),
        Problem::NothingMapped => tr!(language, import.nothing_mapped).to_owned(),
        Problem::SideValues(values) => {
            let names: Vec<&str> = values.iter().take(5).map(|(value, _)| value.as_str()).collect();
            tr!(language, import.side_values, values = names.join(", "))
        }
        Problem::NoSuchColumn(_) => tr!(language, import.no_such_column).to_owned(),
    }
}

/// Whose answers would come in.
pub fn whose(language: Language, imported: &Imported) -> String {
    let named = |side: Side| match imported.people_of(side) {
        0 => None,
        count => Some(tr!(
            language,
            import.side_count,
            side = words::side(language.locale(), side),
            count = language.count(count)
        )),
    };
    let sides: Vec<String> = Side::BOTH.into_iter().filter_map(named).collect();
    if sides.is_empty() {
        String::new()
    } else {
        tr!(language, import.whose_answers, sides = sides.join(", "))
    }
}

/// What may have been overlooked.
pub fn caution(language: Language, caution: Caution) -> String {
    match caution {
        Caution::WithoutText => tr!(language, import.without_text).to_owned(),
        Caution::OneSideMissing { missing, told } => tr!(
            language,
            import.one_side_missing,
            missing = words::side(language.locale(), missing),
            told = words::side(language.locale(), told)
        ),
    }
}

/// What the import would bring. What does not occur is not said.
pub fn forecast(language: Language, outcome: &Outcome) -> String {
    let report = &outcome.report;
    let said = |count: usize| language.count(count);
    let mut parts = vec![
        tr!(language, import.fore_people, count = said(outcome.imported.people())),
        if report.nothing > 0 {
            let (count, nothing) = (said(report.verbatims), said(report.nothing));
            tr!(language, import.fore_silent, count = count, nothing = nothing)
        } else {
            tr!(language, import.fore_texts, count = said(report.verbatims))
        },
        tr!(language, import.fore_rows, count = said(report.read)),
    ];
    let refused = report.rejected.saturating_sub(report.changed);
    let mut also = |count: usize, words: &dyn Fn(String) -> String| {
        parts.extend((count > 0).then(|| words(said(count))));
    };
    also(report.codings, &|count| tr!(language, import.fore_codings, count = count));
    also(report.known, &|count| tr!(language, import.fore_known, count = count));
    also(report.changed, &|count| tr!(language, import.fore_changed, count = count));
    also(refused, &|count| tr!(language, import.fore_rejected, count = count));
    let counts = tr!(language, import.forecast, parts = parts.join(", "));
    let counts = decisions::after(language, counts, report);
    let mut reasons = BTreeMap::<Reason, usize>::new();
    for reject in report.rejects.iter().filter(|reject| reject.reason != Reason::Changed) {
        *reasons.entry(reject.reason).or_default() += 1;
    }
    let reasons: Vec<String> = reasons
        .into_iter()
        .map(|(reason, count)| {
            tr!(
                language,
                import.refused_for,
                why = self::reason(language, reason),
                count = language.count(count)
            )
        })
        .collect();
    if reasons.is_empty() {
        counts
    } else {
        format!("{counts} {}", tr!(language, import.refused, reasons = reasons.join(" · ")))
    }
}

/// The columns that have no role; nothing if all have one.
pub fn left_out(language: Language, mapping: &Mapping, table: &Table) -> Option<String> {
    let columns = columns_out(language, mapping, table)?;
    Some(tr!(language, import.left_out, columns = columns))
}

/// The names of the columns that have no role.
pub fn columns_out(language: Language, mapping: &Mapping, table: &Table) -> Option<String> {
    /// More names would say less.
    const NAMED: usize = 20;
    let columns = mapping.left_out(table);
    let name = |column: &usize| {
        let name = table.names().get(*column).map_or("", String::as_str);
        tr!(language, import.quoted, text = name)
    };
    let mut names: Vec<String> = columns.iter().take(NAMED).map(name).collect();
    if columns.len() > NAMED {
        names.push(tr!(language, import.others, count = columns.len() - NAMED));
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// How many answers repeat others.
pub fn alike(language: Language, alike: &Alike) -> String {
    let counts =
        tr!(language, import.alike, exact = language.count(alike.exact), near = language.count(alike.near));
    if alike.examples.is_empty() {
        return counts;
    }
    let examples: Vec<String> =
        alike.examples.iter().map(|text| tr!(language, import.quoted, text = text.as_str())).collect();
    format!("{counts} {}", examples.join(" · "))
}

/// What became of the rows.
pub fn account(language: Language, report: &Report) -> String {
    let counts = tr!(
        language,
        import.account,
        read = language.count(report.read),
        kept = language.count(report.kept),
        rejected = language.count(report.rejected),
        duplicate = language.count(report.duplicate),
        verbatims = language.count(report.verbatims),
        codings = language.count(report.codings)
    );
    decisions::after(language, counts, report)
}

/// One rejected row.
pub fn reject(language: Language, reject: &Reject) -> String {
    tr!(language, import.row_says, row = reject.row_number, why = reason(language, reject.reason))
}

/// One cell that was left out.
pub fn warning(language: Language, warning: &CellWarning) -> String {
    let value: String = warning.value.chars().take(40).collect();
    let why = issue(language, warning.issue);
    if value.is_empty() {
        return tr!(language, import.row_told, row = warning.row_number, why = why);
    }
    tr!(language, import.cell_says, row = warning.row_number, value = value, why = why)
}

/// Why a row was rejected.
pub fn reason(language: Language, reason: Reason) -> &'static str {
    match reason {
        Reason::Empty => tr!(language, reject.empty),
        Reason::SideMissing => tr!(language, reject.side_missing),
        Reason::SideUnknown => tr!(language, reject.side_unknown),
        Reason::NothingToCode => tr!(language, reject.nothing_to_code),
        Reason::IdRepeated => tr!(language, reject.id_repeated),
        Reason::Changed => tr!(language, reject.changed),
        Reason::CodedTwice => tr!(language, reject.coded_twice),
        Reason::Contradicts => tr!(language, reject.contradicts),
        Reason::Cell(issue) => self::issue(language, issue),
    }
}

fn issue(language: Language, issue: Issue) -> &'static str {
    match issue {
        Issue::RatingUnreadable => tr!(language, issue.rating_unreadable),
        Issue::RatingOutside => tr!(language, issue.rating_outside),
        Issue::ValenceUnreadable => tr!(language, issue.valence_unreadable),
        Issue::ValenceOutside => tr!(language, issue.valence_outside),
        Issue::EffortUnreadable => tr!(language, issue.effort_unreadable),
        Issue::EffortOutside => tr!(language, issue.effort_outside),
        Issue::MomentMissing => tr!(language, issue.moment_missing),
        Issue::BothWays => tr!(language, issue.both_ways),
        Issue::TextMissing => tr!(language, issue.text_missing),
        Issue::DayUnreadable => tr!(language, issue.day_unreadable),
        Issue::TickUnreadable => tr!(language, issue.tick_unreadable),
        Issue::PromptUnknown => tr!(language, issue.prompt_unknown),
        Issue::Differs => tr!(language, issue.differs),
        Issue::Part => tr!(language, issue.part),
    }
}

/// The question that a column answers.
pub fn prompt(language: Language, prompt: Prompt) -> &'static str {
    words::prompt(language.locale(), prompt).unwrap_or_else(|| tr!(language, prompt.unknown))
}

/// A prompt as the value of an option.
pub const fn prompt_id(prompt: Prompt) -> &'static str {
    match prompt {
        Prompt::Positive => "positive",
        Prompt::Negative => "negative",
        Prompt::Neutral => "neutral",
        Prompt::Unknown => "unknown",
    }
}

/// The prompt of that value.
pub fn prompt_of(value: &str) -> Prompt {
    match value {
        "positive" => Prompt::Positive,
        "negative" => Prompt::Negative,
        "neutral" => Prompt::Neutral,
        _ => Prompt::Unknown,
    }
}

/// A side as the value of an option; empty if nothing was said.
pub fn side_value(side: Option<Side>) -> &'static str {
    side.map_or("", words::side_id)
}

/// The side of that value.
pub fn side_of(value: &str) -> Option<Side> {
    Side::BOTH.into_iter().find(|side| words::side_id(*side) == value)
}
