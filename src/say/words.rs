//! The core speaks in values; here they become sentences.

use super::{Locale, text};
use crate::analysis::compare::Incomparable;
use crate::analysis::warnings::Warning;
use crate::analysis::{Confidence, Reason, SideSummary, Type, Undefined};
use crate::command::{ChangeKind, CommandError};
use crate::format::saved::{Inconsistency, ReadError};
use crate::model::{Project, Prompt, Question, Reading, Score, Side};

/// The project's name, or what stands for it.
pub fn project_name(locale: Locale, project: &Project) -> String {
    named(locale, &project.name)
}

/// A project's name, or what stands for an empty one.
pub fn named(locale: Locale, name: &str) -> String {
    if name.is_empty() { text!(locale, head.unnamed).to_owned() } else { name.to_owned() }
}

/// A side, in the plural.
pub fn side(locale: Locale, side: Side) -> &'static str {
    match side {
        Side::Client => text!(locale, side.clients),
        Side::Employee => text!(locale, side.employees),
    }
}

/// One person of a side.
pub fn one_of(locale: Locale, side: Side) -> &'static str {
    match side {
        Side::Client => text!(locale, side.client),
        Side::Employee => text!(locale, side.employee),
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
pub fn prompt(locale: Locale, prompt: Prompt) -> Option<&'static str> {
    match prompt {
        Prompt::Positive => Some(text!(locale, prompt.positive)),
        Prompt::Negative => Some(text!(locale, prompt.negative)),
        Prompt::Neutral => Some(text!(locale, prompt.neutral)),
        Prompt::Unknown => None,
    }
}

/// Why two groups cannot be compared.
pub fn incomparable(locale: Locale, reason: Incomparable) -> &'static str {
    match reason {
        Incomparable::Undefined(reason) => undefined(locale, reason),
        Incomparable::NobodyTwice => text!(locale, undefined.nobody_twice),
        Incomparable::FewWaves => text!(locale, undefined.few_waves),
    }
}

/// What a reader should know before believing the mirror.
pub fn warning(locale: Locale, warning: Warning) -> String {
    match warning {
        Warning::PartlyCoded(of, share) if share.0 == 0.0 => {
            text!(locale, warning.not_coded, side = side(locale, of))
        }
        Warning::PartlyCoded(of, share) => {
            text!(
                locale,
                warning.partly_coded,
                side = side(locale, of),
                share = locale.percent(share.0, u8::from(share.0 < 0.0995))
            )
        }
        Warning::PeriodsApart => text!(locale, warning.periods_apart).to_owned(),
        Warning::FewPeople(of) => text!(locale, warning.few_people, side = side(locale, of)),
        Warning::PromptsDiffer(of, types) => {
            let advice = match types {
                Reading::Absolute => text!(locale, warning.prefer_relative),
                Reading::Relative => text!(locale, warning.types_relative),
            };
            format!("{} {advice}", text!(locale, warning.prompts_differ, side = side(locale, of)))
        }
        Warning::RatingsDisagree(of) => text!(locale, warning.ratings_disagree, side = side(locale, of)),
    }
}

/// The questions that a side's coded verbatims answer, those that none answers left out.
pub fn prompts(locale: Locale, of: Side, summary: &SideSummary) -> String {
    let names = [
        text!(locale, prompt.positive),
        text!(locale, prompt.negative),
        text!(locale, prompt.neutral),
        text!(locale, prompt.unknown),
    ];
    let parts: Vec<String> = names
        .into_iter()
        .zip(summary.prompts)
        .filter(|(_, number)| *number > 0)
        .map(|(name, number)| {
            let share = f64::from(number) / f64::from(summary.coded.max(1));
            format!("{name} {}", locale.percent(share, 0))
        })
        .collect();
    // The names of the sides begin without an accent, so the first load needs no table of all letters there are.
    let side = side(locale, of).to_ascii_lowercase();
    text!(locale, mirror.prompts, side = side, parts = parts.join(", "))
}

/// So many points, from the number as it is written. In French all below two are singular, in English one alone.
pub fn points(locale: Locale, written: String) -> String {
    let number = written.trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_one = match locale {
        Locale::French => matches!(number.split([',', '.']).next(), Some("0" | "1")),
        Locale::English => number == "1",
    };
    if is_one {
        text!(locale, surveys.point, points = written)
    } else {
        text!(locale, surveys.points, points = written)
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
pub fn valence(locale: Locale, side: Option<Side>, score: Score) -> &'static str {
    match (side, score.get()) {
        (Some(Side::Employee), ..=-2) => text!(locale, valence.very_frustrated),
        (Some(Side::Employee), -1) => text!(locale, valence.frustrated),
        (Some(Side::Employee), 1) => text!(locale, valence.engaged),
        (Some(Side::Employee), 2..) => text!(locale, valence.very_engaged),
        (_, ..=-2) => text!(locale, valence.very_dissatisfied),
        (_, -1) => text!(locale, valence.dissatisfied),
        (_, 1) => text!(locale, valence.satisfied),
        (_, 2..) => text!(locale, valence.delighted),
        (_, 0) => text!(locale, valence.neutral),
    }
}

/// What a valence means on that side, or that there is none.
pub fn valence_or_none(locale: Locale, side: Side, score: Option<Score>) -> &'static str {
    score.map_or_else(|| text!(locale, code.no_valence), |score| valence(locale, Some(side), score))
}

/// A closed question by its name, and which end of its scale is the best where that is the lower one.
pub fn question(locale: Locale, question: &Question) -> String {
    let name = match question.name.as_str() {
        "" => text!(locale, surveys.unnamed),
        name => name,
    };
    if question.scale.is_reversed() {
        text!(locale, surveys.question_turned, name = name, best = question.scale.ends().0)
    } else {
        text!(locale, surveys.question, name = name)
    }
}

/// The closed questions that the mirror reads, by side, clients first.
pub fn questions(locale: Locale, read: [Option<&Question>; 2]) -> Vec<String> {
    let sides = Side::BOTH.into_iter().zip(read);
    let known = sides.filter_map(|(of, read)| Some((of, read?)));
    known
        .map(|(of, read)| {
            text!(locale, surveys.of_side, side = side(locale, of), question = question(locale, read))
        })
        .collect()
}

/// What a step of the history was.
pub fn what(locale: Locale, what: ChangeKind) -> &'static str {
    match what {
        ChangeKind::Rename => text!(locale, what.rename),
        ChangeKind::Settings => text!(locale, what.settings),
        ChangeKind::Surveys => text!(locale, what.surveys),
        ChangeKind::Scale => text!(locale, what.scale),
        ChangeKind::Codebook => text!(locale, what.codebook),
        ChangeKind::Coding(_) => text!(locale, what.coding),
        ChangeKind::NoMoment => text!(locale, what.no_moment),
        ChangeKind::Import => text!(locale, what.import),
        ChangeKind::RemoveImport => text!(locale, what.remove_import),
        ChangeKind::Waves => text!(locale, what.waves),
        ChangeKind::Erase => text!(locale, what.erase),
    }
}

/// The name of a type.
pub fn kind(locale: Locale, kind: Type) -> &'static str {
    match kind {
        Type::WinWin => text!(locale, kind.win_win),
        Type::LuckyBreak => text!(locale, kind.lucky_break),
        Type::Pain => text!(locale, kind.pain),
        Type::WrongFight => text!(locale, kind.wrong_fight),
        Type::Blindness => text!(locale, kind.blindness),
        Type::DeadEnd => text!(locale, kind.dead_end),
    }
}

/// What a type means, in one sentence.
pub fn kind_meaning(locale: Locale, kind: Type) -> &'static str {
    match kind {
        Type::WinWin => text!(locale, kind.win_win_means),
        Type::LuckyBreak => text!(locale, kind.lucky_break_means),
        Type::Pain => text!(locale, kind.pain_means),
        Type::WrongFight => text!(locale, kind.wrong_fight_means),
        Type::Blindness => text!(locale, kind.blindness_means),
        Type::DeadEnd => text!(locale, kind.dead_end_means),
    }
}

/// Why a moment has no type.
pub fn reason(locale: Locale, reason: Reason) -> &'static str {
    match reason {
        Reason::NoDataClient => text!(locale, reason.no_data_client),
        Reason::NoDataEmployee => text!(locale, reason.no_data_employee),
        Reason::NotCited => text!(locale, reason.not_cited),
        Reason::ClientOnly => text!(locale, reason.client_only),
        Reason::EmployeeOnly => text!(locale, reason.employee_only),
        Reason::InsufficientBoth => text!(locale, reason.insufficient_both),
        Reason::InsufficientClient => text!(locale, reason.insufficient_client),
        Reason::InsufficientEmployee => text!(locale, reason.insufficient_employee),
        Reason::Masked => text!(locale, reason.masked),
    }
}

/// How sure a type is.
pub fn confidence(locale: Locale, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Firm => text!(locale, confidence.firm),
        Confidence::Tendency => text!(locale, confidence.tendency),
        Confidence::Undetermined => text!(locale, confidence.undetermined),
    }
}

/// Why a figure does not exist.
pub fn undefined(locale: Locale, reason: Undefined) -> &'static str {
    match reason {
        Undefined::NoRespondents => text!(locale, undefined.no_respondents),
        Undefined::NotCited => text!(locale, undefined.not_cited),
        Undefined::NoValence => text!(locale, undefined.no_valence),
        Undefined::OneRespondent => text!(locale, undefined.one_respondent),
        Undefined::NoVariation => text!(locale, undefined.no_variation),
        Undefined::AllNeutral => text!(locale, undefined.all_neutral),
        Undefined::NoRating => text!(locale, undefined.no_rating),
        Undefined::OneSideOnly => text!(locale, undefined.one_side_only),
        Undefined::Masked => text!(locale, undefined.masked),
        Undefined::NoEffort => text!(locale, undefined.no_effort),
        Undefined::FewRespondents => text!(locale, undefined.few_respondents),
        Undefined::FewMoments => text!(locale, undefined.few_moments),
        Undefined::AllNoise => text!(locale, undefined.all_noise),
    }
}

/// Why a command was refused.
pub fn refused(locale: Locale, error: CommandError) -> &'static str {
    match error {
        CommandError::UnknownVerbatim
        | CommandError::UnknownMoment
        | CommandError::UnknownStage
        | CommandError::UnknownQuestion
        | CommandError::UnknownResponse
        | CommandError::UnknownImport => text!(locale, refused.gone),
        CommandError::NoRecommendation => text!(locale, refused.no_recommendation),
        CommandError::EmptyName => text!(locale, refused.empty_name),
        CommandError::NameTaken => text!(locale, refused.name_taken),
        CommandError::Sample => text!(locale, refused.sample),
    }
}

/// Why a project file cannot be read.
pub fn unreadable(locale: Locale, error: &ReadError) -> String {
    match error {
        ReadError::Truncated { line, column } => {
            text!(locale, unreadable.truncated, line = *line, column = *column)
        }
        ReadError::Malformed { line, column, .. } => {
            text!(locale, unreadable.malformed, line = *line, column = *column)
        }
        ReadError::OtherFormat => text!(locale, unreadable.other_format).to_owned(),
        ReadError::Newer(version) => text!(locale, unreadable.newer, version = *version),
        ReadError::Inconsistent(Inconsistency::Twice(kind, id)) => {
            text!(locale, unreadable.twice, kind = *kind, id = *id)
        }
        ReadError::Inconsistent(Inconsistency::Missing(kind, id)) => {
            text!(locale, unreadable.missing, kind = *kind, id = *id)
        }
        ReadError::Inconsistent(Inconsistency::Range(value, kind, id)) => {
            text!(locale, unreadable.range, value = *value, kind = *kind, id = *id)
        }
    }
}
