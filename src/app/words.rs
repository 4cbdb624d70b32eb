//! The core speaks in values; here they become sentences.

use super::language::{Language, Locale, tr};
use super::notice::Notice;
use super::route::Place;
use super::storage::SaveError;
use crate::analysis::compare::Incomparable;
use crate::analysis::warnings::Warning;
use crate::analysis::{Confidence, Reason, SideSummary, Type, Undefined};
use crate::command::{CommandError, What};
use crate::format::saved::{Inconsistency, ReadError};
use crate::model::{Project, Prompt, Question, Reading, Score, Side};

/// The project's name, or what stands for it.
pub fn project_name(language: Language, project: &Project) -> String {
    named(language, &project.name)
}

/// A project's name, or what stands for an empty one.
pub fn named(language: Language, name: &str) -> String {
    if name.is_empty() { tr!(language, head.unnamed).to_owned() } else { name.to_owned() }
}

/// The name of a place.
pub fn place(language: Language, place: Place) -> &'static str {
    match place {
        Place::Import => tr!(language, place.import),
        Place::Code => tr!(language, place.code),
        Place::Mirror => tr!(language, place.mirror),
        Place::Surveys => tr!(language, place.surveys),
        Place::Project => tr!(language, place.project),
    }
}

/// A side, in the plural.
pub fn side(language: Language, side: Side) -> &'static str {
    match side {
        Side::Client => tr!(language, side.clients),
        Side::Employee => tr!(language, side.employees),
    }
}

/// One person of a side.
pub fn one_of(language: Language, side: Side) -> &'static str {
    match side {
        Side::Client => tr!(language, side.client),
        Side::Employee => tr!(language, side.employee),
    }
}

/// The name of a side in test handles and style sheets.
pub const fn side_id(side: Side) -> &'static str {
    match side {
        Side::Client => "client",
        Side::Employee => "employee",
    }
}

/// The question that a verbatim answers; none if nobody said.
pub fn prompt(language: Language, prompt: Prompt) -> Option<&'static str> {
    match prompt {
        Prompt::Positive => Some(tr!(language, prompt.positive)),
        Prompt::Negative => Some(tr!(language, prompt.negative)),
        Prompt::Neutral => Some(tr!(language, prompt.neutral)),
        Prompt::Unknown => None,
    }
}

/// Why two groups cannot be compared.
pub fn incomparable(language: Language, reason: Incomparable) -> &'static str {
    match reason {
        Incomparable::Undefined(reason) => undefined(language, reason),
        Incomparable::NobodyTwice => tr!(language, undefined.nobody_twice),
        Incomparable::FewWaves => tr!(language, undefined.few_waves),
    }
}

/// What a reader should know before believing the mirror.
pub fn warning(language: Language, warning: Warning) -> String {
    match warning {
        Warning::PartlyCoded(of, share) if share.0 == 0.0 => {
            tr!(language, warning.not_coded, side = side(language, of))
        }
        Warning::PartlyCoded(of, share) => {
            tr!(
                language,
                warning.partly_coded,
                side = side(language, of),
                share = language.percent(share.0, u8::from(share.0 < 0.0995))
            )
        }
        Warning::PeriodsApart => tr!(language, warning.periods_apart).to_owned(),
        Warning::FewPeople(of) => tr!(language, warning.few_people, side = side(language, of)),
        Warning::PromptsDiffer(of, types) => {
            let advice = match types {
                Reading::Absolute => tr!(language, warning.prefer_relative),
                Reading::Relative => tr!(language, warning.types_relative),
            };
            format!("{} {advice}", tr!(language, warning.prompts_differ, side = side(language, of)))
        }
        Warning::RatingsDisagree(of) => tr!(language, warning.ratings_disagree, side = side(language, of)),
    }
}

/// The questions that a side's coded verbatims answer, those that none answers left out.
pub fn prompts(language: Language, of: Side, summary: &SideSummary) -> String {
    let names = [
        tr!(language, prompt.positive),
        tr!(language, prompt.negative),
        tr!(language, prompt.neutral),
        tr!(language, prompt.unknown),
    ];
    let parts: Vec<String> = names
        .into_iter()
        .zip(summary.prompts)
        .filter(|(_, number)| *number > 0)
        .map(|(name, number)| {
            let share = f64::from(number) / f64::from(summary.coded.max(1));
            format!("{name} {}", language.percent(share, 0))
        })
        .collect();
    // The names of the sides begin without an accent, so the first load needs no table of all letters there are.
    let side = side(language, of).to_ascii_lowercase();
    tr!(language, mirror.prompts, side = side, parts = parts.join(", "))
}

/// So many points, from the number as it is written. In French all below two are singular, in English one alone.
pub fn points(language: Language, written: String) -> String {
    let number = written.trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_one = match language.locale() {
        Locale::fr => matches!(number.split([',', '.']).next(), Some("0" | "1")),
        Locale::en => number == "1",
    };
    if is_one {
        tr!(language, surveys.point, points = written)
    } else {
        tr!(language, surveys.points, points = written)
    }
}

/// A valence as a signed digit.
pub fn score(score: Score) -> String {
    match score.get() {
        0 => "0".to_owned(),
        v if v > 0 => format!("+{v}"),
        v => format!("\u{2212}{}", -v),
    }
}

/// What a valence means on that side.
pub fn valence(language: Language, side: Option<Side>, score: Score) -> &'static str {
    match (side, score.get()) {
        (Some(Side::Employee), ..=-2) => tr!(language, valence.very_frustrated),
        (Some(Side::Employee), -1) => tr!(language, valence.frustrated),
        (Some(Side::Employee), 1) => tr!(language, valence.engaged),
        (Some(Side::Employee), 2..) => tr!(language, valence.very_engaged),
        (_, ..=-2) => tr!(language, valence.very_dissatisfied),
        (_, -1) => tr!(language, valence.dissatisfied),
        (_, 1) => tr!(language, valence.satisfied),
        (_, 2..) => tr!(language, valence.delighted),
        (_, 0) => tr!(language, valence.neutral),
    }
}

/// What a valence means on that side, or that there is none.
pub fn valence_or_none(language: Language, side: Side, score: Option<Score>) -> &'static str {
    score.map_or_else(|| tr!(language, code.no_valence), |score| valence(language, Some(side), score))
}

/// A closed question by its name, and which end of its scale is the best where that is the lower one.
pub fn question(language: Language, question: &Question) -> String {
    let name = match question.name.as_str() {
        "" => tr!(language, surveys.unnamed),
        name => name,
    };
    if question.scale.is_reversed() {
        tr!(language, surveys.question_turned, name = name, best = question.scale.ends().0)
    } else {
        tr!(language, surveys.question, name = name)
    }
}

/// The closed questions that the mirror reads, by side, clients first.
pub fn questions(language: Language, read: [Option<&Question>; 2]) -> Vec<String> {
    let sides = Side::BOTH.into_iter().zip(read);
    let known = sides.filter_map(|(of, read)| Some((of, read?)));
    known
        .map(|(of, read)| {
            tr!(language, surveys.of_side, side = side(language, of), question = question(language, read))
        })
        .collect()
}

/// What a step of the history was.
pub fn what(language: Language, what: What) -> &'static str {
    match what {
        What::Rename => tr!(language, what.rename),
        What::Settings => tr!(language, what.settings),
        What::Surveys => tr!(language, what.surveys),
        What::Scale => tr!(language, what.scale),
        What::Codebook => tr!(language, what.codebook),
        What::Coding(_) => tr!(language, what.coding),
        What::NoMoment => tr!(language, what.no_moment),
        What::Import => tr!(language, what.import),
        What::RemoveImport => tr!(language, what.remove_import),
        What::Waves => tr!(language, what.waves),
    }
}

/// The name of a type.
pub fn kind(language: Language, kind: Type) -> &'static str {
    match kind {
        Type::WinWin => tr!(language, kind.win_win),
        Type::LuckyBreak => tr!(language, kind.lucky_break),
        Type::Pain => tr!(language, kind.pain),
        Type::WrongFight => tr!(language, kind.wrong_fight),
        Type::Blindness => tr!(language, kind.blindness),
        Type::DeadEnd => tr!(language, kind.dead_end),
    }
}

/// What a type means, in one sentence.
pub fn kind_meaning(language: Language, kind: Type) -> &'static str {
    match kind {
        Type::WinWin => tr!(language, kind.win_win_means),
        Type::LuckyBreak => tr!(language, kind.lucky_break_means),
        Type::Pain => tr!(language, kind.pain_means),
        Type::WrongFight => tr!(language, kind.wrong_fight_means),
        Type::Blindness => tr!(language, kind.blindness_means),
        Type::DeadEnd => tr!(language, kind.dead_end_means),
    }
}

/// Why a moment has no type.
pub fn reason(language: Language, reason: Reason) -> &'static str {
    match reason {
        Reason::NoDataClient => tr!(language, reason.no_data_client),
        Reason::NoDataEmployee => tr!(language, reason.no_data_employee),
        Reason::NotCited => tr!(language, reason.not_cited),
        Reason::ClientOnly => tr!(language, reason.client_only),
        Reason::EmployeeOnly => tr!(language, reason.employee_only),
        Reason::InsufficientBoth => tr!(language, reason.insufficient_both),
        Reason::InsufficientClient => tr!(language, reason.insufficient_client),
        Reason::InsufficientEmployee => tr!(language, reason.insufficient_employee),
        Reason::Masked => tr!(language, reason.masked),
    }
}

/// How sure a type is.
pub fn confidence(language: Language, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Firm => tr!(language, confidence.firm),
        Confidence::Tendency => tr!(language, confidence.tendency),
        Confidence::Undetermined => tr!(language, confidence.undetermined),
    }
}

/// Why a figure does not exist.
pub fn undefined(language: Language, reason: Undefined) -> &'static str {
    match reason {
        Undefined::NoRespondents => tr!(language, undefined.no_respondents),
        Undefined::NotCited => tr!(language, undefined.not_cited),
        Undefined::NoValence => tr!(language, undefined.no_valence),
        Undefined::OneRespondent => tr!(language, undefined.one_respondent),
        Undefined::NoVariation => tr!(language, undefined.no_variation),
        Undefined::AllNeutral => tr!(language, undefined.all_neutral),
        Undefined::NoRating => tr!(language, undefined.no_rating),
        Undefined::OneSideOnly => tr!(language, undefined.one_side_only),
        Undefined::Masked => tr!(language, undefined.masked),
        Undefined::NoEffort => tr!(language, undefined.no_effort),
        Undefined::FewRespondents => tr!(language, undefined.few_respondents),
        Undefined::FewMoments => tr!(language, undefined.few_moments),
        Undefined::AllNoise => tr!(language, undefined.all_noise),
    }
}

/// A notice: what happened, what was kept, what to do.
pub fn notice(language: Language, notice: &Notice) -> String {
    match notice {
        Notice::Refused(error) => refused(language, *error).to_owned(),
        Notice::NoStorage => tr!(language, notice.no_storage).to_owned(),
        Notice::NotSaved(error) => not_saved(language, error),
        Notice::Unstored(all) => {
            let name = |(_, name): &(_, String)| named(language, name);
            tr!(language, notice.unstored, names = all.iter().map(name).collect::<Vec<_>>().join(", "))
        }
        Notice::OpenElsewhere => tr!(language, notice.open_elsewhere).to_owned(),
        Notice::StoredUnreadable(_, error) => {
            tr!(language, notice.stored_unreadable, why = unreadable(language, error))
        }
        Notice::FileUnreadable(name, error) => {
            tr!(language, notice.file_unreadable, name = name.clone(), why = unreadable(language, error))
        }
        Notice::FileUnavailable(name) => tr!(language, notice.file_unavailable, name = name.clone()),
        Notice::NotFetched => tr!(language, notice.not_fetched).to_owned(),
        Notice::Reopened => tr!(language, notice.reopened).to_owned(),
        Notice::MomentRemoved(name, codings) => {
            tr!(language, notice.moment_removed, name = name.clone(), codings = language.count(*codings))
        }
        Notice::MomentMerged(name) => tr!(language, notice.moment_merged, name = name.clone()),
        Notice::Wiped(entries) => tr!(language, notice.wiped, entries = language.count(*entries)),
        Notice::NotExported(why) => tr!(language, notice.not_exported, why = why.clone()),
    }
}

fn refused(language: Language, error: CommandError) -> &'static str {
    match error {
        CommandError::UnknownVerbatim
        | CommandError::UnknownMoment
        | CommandError::UnknownStage
        | CommandError::UnknownQuestion
        | CommandError::UnknownImport => tr!(language, refused.gone),
        CommandError::NoRecommendation => tr!(language, refused.no_recommendation),
        CommandError::EmptyName => tr!(language, refused.empty_name),
        CommandError::NameTaken => tr!(language, refused.name_taken),
        CommandError::Sample => tr!(language, refused.sample),
    }
}

fn not_saved(language: Language, error: &SaveError) -> String {
    match error {
        SaveError::Unavailable => tr!(language, notice.no_storage).to_owned(),
        SaveError::Full => tr!(language, notice.storage_full).to_owned(),
        SaveError::Elsewhere => tr!(language, notice.open_elsewhere).to_owned(),
        SaveError::Other(why) => tr!(language, notice.not_saved, why = why.clone()),
    }
}

/// Why a project file cannot be read.
pub fn unreadable(language: Language, error: &ReadError) -> String {
    match error {
        ReadError::Truncated { line, column } => {
            tr!(language, unreadable.truncated, line = *line, column = *column)
        }
        ReadError::Malformed { line, column, .. } => {
            tr!(language, unreadable.malformed, line = *line, column = *column)
        }
        ReadError::OtherFormat => tr!(language, unreadable.other_format).to_owned(),
        ReadError::Newer(version) => tr!(language, unreadable.newer, version = *version),
        ReadError::Inconsistent(Inconsistency::Twice(kind, id)) => {
            tr!(language, unreadable.twice, kind = *kind, id = *id)
        }
        ReadError::Inconsistent(Inconsistency::Missing(kind, id)) => {
            tr!(language, unreadable.missing, kind = *kind, id = *id)
        }
        ReadError::Inconsistent(Inconsistency::Range(value, kind, id)) => {
            tr!(language, unreadable.range, value = *value, kind = *kind, id = *id)
        }
    }
}
