//! What the importer found and did, in words.

use super::state::{Busy, Opened};
use crate::app::language::{Language, tr};
use crate::app::reading::Failure;
use crate::app::words;
use crate::import::decode::Encoding;
use crate::import::source::{Format, MAX_TEXT, SourceError};
use crate::import::{
    CellWarning, Doubt, GridError, Issue, Kind, Layout, Note, Problem, Reason, Reject, Report, Role,
    Separator,
};
use crate::model::imported::Imported;
use crate::model::{Prompt, ScaleKind, Side};

/// Every guess in one sentence or two.
pub fn understood(language: Language, opened: &Opened) -> String {
    let mut parts = Vec::new();
    match opened.format() {
        Format::Text { reading, separator, declared } => {
            if let Some(reading) = reading {
                parts.push(encoding(reading.encoding).to_owned());
                if !reading.certain {
                    parts.push(tr!(language, import.uncertain).to_owned());
                }
                if reading.broken > 0 {
                    parts.push(tr!(language, import.broken, count = language.count(reading.broken)));
                }
            }
            let separator = self::separator(language, *separator);
            parts.push(if *declared {
                tr!(language, import.declared, separator = separator)
            } else {
                separator.to_owned()
            });
        }
    }
    let Layout { skipped, header_rows } = opened.table.layout();
    if skipped > 0 {
        parts.push(tr!(language, import.skipped, count = skipped));
    }
    parts.push(tr!(language, import.headers, count = header_rows));
    let table = &opened.table;
    parts.push(tr!(
        language,
        import.size,
        rows = language.count(table.rows()),
        columns = language.count(table.columns())
    ));
    parts.extend(table.notes().iter().map(|found| note(language, *found)));
    parts.join(" · ")
}

fn note(language: Language, note: Note) -> String {
    match note {
        Note::ShortRows { count, first } => {
            tr!(language, import.short_rows, count = language.count(count), first = first)
        }
        Note::LongRows { count, first } => {
            tr!(language, import.long_rows, count = language.count(count), first = first)
        }
        Note::BlankRows { count } => tr!(language, import.blank_rows, count = language.count(count)),
        Note::StrayQuotes { count } => tr!(language, import.stray_quotes, count = language.count(count)),
        Note::Controls { count } => tr!(language, import.controls, count = language.count(count)),
        Note::Misread { count } => tr!(language, import.misread, count = language.count(count)),
    }
}

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

/// Why there is no table, and what to do.
pub fn failure(language: Language, name: Option<String>, failure: &Failure) -> String {
    let why = match failure {
        Failure::Source(error) => self::error(language, error),
        Failure::File => tr!(language, import.file_gone).to_owned(),
        Failure::Worker(_) => tr!(language, import.worker_lost).to_owned(),
    };
    match name {
        Some(name) => tr!(language, import.failed, name = name, why = why),
        None => why,
    }
}

fn error(language: Language, error: &SourceError) -> String {
    match error {
        SourceError::Kind(kind) => self::kind(language, *kind).to_owned(),
        SourceError::Empty => tr!(language, import.empty).to_owned(),
        SourceError::TooLarge { bytes } => {
            tr!(
                language,
                import.too_large,
                size = megabytes(language, *bytes),
                most = megabytes(language, MAX_TEXT)
            )
        }
        SourceError::NoRoom(error) => match error {
            GridError::TooManyColumns { row_number } => {
                tr!(language, import.too_many_columns, row = row_number)
            }
            GridError::TooManyCells { row_number } => tr!(language, import.too_many_cells, row = row_number),
            GridError::CellTooLong { row_number } => tr!(language, import.cell_too_long, row = row_number),
            GridError::TooLong => tr!(language, import.too_many_cells, row = 0),
        },
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

fn megabytes(language: Language, bytes: usize) -> String {
    #[allow(clippy::cast_precision_loss, reason = "a size for the eye")]
    language.number(bytes as f64 / 1e6, 1)
}

fn kind(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Xlsx | Kind::OldOffice | Kind::Ods => tr!(language, import.kind_sheet),
        Kind::Pdf => tr!(language, import.kind_pdf),
        Kind::Picture => tr!(language, import.kind_picture),
        Kind::Document | Kind::Rtf => tr!(language, import.kind_document),
        Kind::Zip | Kind::Compressed => tr!(language, import.kind_archive),
        Kind::Html => tr!(language, import.kind_html),
        Kind::Binary => tr!(language, import.kind_binary),
    }
}

/// What keeps the mapping from being confirmed.
pub fn problem(language: Language, problem: &Problem) -> String {
    match problem {
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
    let of = |side: Side| imported.responses.iter().filter(|r| r.side == side).count();
    let named = |side: Side| match of(side) {
        0 => None,
        count => Some(format!("{}\u{a0}: {}", words::side(language, side), language.count(count))),
    };
    let sides: Vec<String> = Side::BOTH.into_iter().filter_map(named).collect();
    if sides.is_empty() { String::new() } else { format!("{}.", sides.join(", ")) }
}

/// What may have been overlooked.
pub fn doubt(language: Language, doubt: Doubt) -> String {
    match doubt {
        Doubt::WithoutText => tr!(language, import.without_text).to_owned(),
        Doubt::OneSideMissing { missing, told } => tr!(
            language,
            import.one_side_missing,
            missing = words::side(language, missing),
            told = words::side(language, told)
        ),
    }
}

/// What the import would bring.
pub fn forecast(language: Language, report: &Report) -> String {
    tr!(
        language,
        import.forecast,
        read = language.count(report.read),
        verbatims = language.count(report.verbatims),
        codings = language.count(report.codings),
        known = language.count(report.known),
        changed = language.count(report.changed),
        rejected = language.count(report.rejected)
    )
}

/// What became of the rows.
pub fn account(language: Language, report: &Report) -> String {
    tr!(
        language,
        import.account,
        read = language.count(report.read),
        kept = language.count(report.kept),
        rejected = language.count(report.rejected),
        duplicate = language.count(report.duplicate),
        verbatims = language.count(report.verbatims),
        codings = language.count(report.codings)
    )
}

/// One rejected row.
pub fn reject(language: Language, reject: &Reject) -> String {
    tr!(language, import.row_says, row = reject.row_number, why = reason(language, reject.reason))
}

/// One cell that was left out.
pub fn warning(language: Language, warning: &CellWarning) -> String {
    let value: String = warning.value.chars().take(40).collect();
    tr!(
        language,
        import.cell_says,
        row = warning.row_number,
        value = value,
        why = issue(language, warning.issue)
    )
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
        Issue::TextMissing => tr!(language, issue.text_missing),
        Issue::PromptUnknown => tr!(language, issue.prompt_unknown),
        Issue::Differs => tr!(language, issue.differs),
        Issue::Part => tr!(language, issue.part),
    }
}

/// The question that a column answers.
pub fn prompt(language: Language, prompt: Prompt) -> &'static str {
    words::prompt(language, prompt).unwrap_or_else(|| tr!(language, prompt.unknown))
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

/// A kind of scale as the value of an option.
pub const fn scale_id(kind: ScaleKind) -> &'static str {
    match kind {
        ScaleKind::Nps => "nps",
        ScaleKind::Csat => "csat",
        ScaleKind::Ces => "ces",
        ScaleKind::Custom => "custom",
    }
}
