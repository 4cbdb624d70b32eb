//! Decides whether a first row names the columns or is the first of the answers.

use super::{asks_alone, column, filled, is_a_choice, is_a_title_twice, is_over_numbers};
use crate::import::matching::{fold, mentions};
use crate::import::nothing::is_without_content;
use crate::import::profile::is_numeric;
use crate::import::prompts;
use crate::import::vocabulary::is_a_name;
use crate::model::Prompt;

/// Whether the first row names the columns, and whether that is beyond doubt.
#[derive(Clone, Copy)]
pub(super) struct Verdict {
    /// Whether it likely does.
    pub is_header: bool,
    /// Whether that is beyond doubt.
    pub is_sure: bool,
}

/// Whether the first of these rows names the columns of those below.
pub(super) fn names_columns(first: &[&str], below: &[Vec<&str>]) -> Verdict {
    let sure = |is_header| Verdict { is_header, is_sure: true };
    let likely = |is_header| Verdict { is_header, is_sure: false };
    let names = first.iter().filter(|cell| is_a_name(cell)).count();
    if filled(first).any(|(_, cell)| is_numeric(cell)) {
        return if names >= 2 { sure(true) } else { of_numbers(first, below, names) };
    }
    // A choice written as its own name recurs below it, and a title may be written twice.
    let recurs = |(index, cell)| {
        column(below, index).any(|other| other == cell)
            && !is_a_choice(below, index, cell)
            && !is_a_title_twice(below, index, cell)
    };
    let again = filled(first).any(recurs);
    if names > 0 || below.is_empty() {
        return Verdict { is_header: true, is_sure: !again || names > 1 };
    }
    if again {
        return sure(false);
    }
    if is_over_numbers(first, below) || asks_alone(first, below) || reads_as_questions(first, below) {
        return sure(true);
    }
    // The longest column holds the texts: a name is shorter than they are.
    let length = |index: usize| column(below, index).map(str::len).sum::<usize>();
    let is_short = (0..first.len()).max_by_key(|index| length(*index)).is_some_and(|index| {
        let mean = length(index) / column(below, index).count().max(1);
        first[index].trim().len() * 10 <= mean * 6
    });
    let is_answer = |cell: &str| {
        cell.ends_with(['.', '!', '…'])
            || is_without_content(cell)
            || cell.contains(|c: char| c.is_ascii_digit())
    };
    if filled(first).any(|(_, cell)| is_answer(cell)) && !is_short { sure(false) } else { likely(is_short) }
}

/// The verdict on a first row with numbers, which may be years or the numbers of questions.
fn of_numbers(first: &[&str], below: &[Vec<&str>], names: usize) -> Verdict {
    let numbers: Vec<(usize, &str)> = filled(first).filter(|(_, cell)| is_numeric(cell)).collect();
    let whole: Option<Vec<u32>> = numbers.iter().map(|(_, cell)| cell.parse().ok()).collect();
    let are_years = |numbers: &[u32]| numbers.iter().all(|number| (1990..2100).contains(number));
    let follow = |numbers: &[u32]| numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let rest = filled(first).count() - numbers.len();
    if rest == 0 && are_unlike(&numbers, below) {
        return Verdict { is_header: true, is_sure: false };
    }
    if !whole.is_some_and(|whole| are_years(&whole) || follow(&whole)) || names < rest || below.is_empty() {
        return Verdict { is_header: false, is_sure: true };
    }
    let over_words =
        |index: usize| column(below, index).any(|cell| !is_numeric(cell) && !is_without_content(cell));
    let is_header = names > 0 || numbers.iter().any(|(index, _)| over_words(*index));
    Verdict { is_header, is_sure: false }
}

/// Whether the first row has only numbers, each far from the numbers below it, and one over sentences: "10", "20" and
/// "30" over grades and comments.
fn are_unlike(numbers: &[(usize, &str)], below: &[Vec<&str>]) -> bool {
    /// The fewest rows for a judgement.
    const FEW: usize = 5;
    let is_over_sentences = |index: usize| {
        let cells = || column(below, index).filter(|cell| !is_without_content(cell));
        cells().count() >= FEW && cells().all(|cell| !is_numeric(cell) && cell.contains(' '))
    };
    let is_out = |index: usize, cell: &str| {
        let value = |cell: &str| cell.replace(',', ".").parse::<f64>().ok();
        let mut others = column(below, index).filter_map(value).peekable();
        let ends = others.peek().is_some().then(|| {
            others.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)))
        });
        // A number just beyond the others is one more grade.
        let far = |value: f64| {
            ends.is_some_and(|(low, high)| {
                value > high + (high - low).max(1.0) || value < low - (high - low).max(1.0)
            })
        };
        value(cell).is_some_and(far)
    };
    let over_sentences = numbers.iter().filter(|(index, _)| is_over_sentences(*index)).count();
    let is_whole = numbers.iter().all(|(_, cell)| cell.parse::<u32>().is_ok());
    is_whole
        && over_sentences > 0
        && numbers.iter().all(|(index, cell)| is_over_sentences(*index) || is_out(*index, cell))
}

/// Whether at least half of the first cells read like questions, hardly any cell below them does, and no first cell is
/// an answer: "La raison de votre note", "What happened".
fn reads_as_questions(first: &[&str], below: &[Vec<&str>]) -> bool {
    /// The answers read in each column.
    const FEW: usize = 50;
    let is_answer = |cell: &str| cell.ends_with(['.', '!', '…']) || is_without_content(cell);
    if below.is_empty() || filled(first).any(|(_, cell)| is_answer(cell)) {
        return false;
    }
    // "Plus" beside "Moins" is a question; alone it is an answer.
    let headers: Vec<String> = first.iter().map(|cell| cell.trim().to_owned()).collect();
    let prompt = |index: usize| prompts::of_column(&headers, index);
    let prompts: Vec<Prompt> = filled(first).map(|(index, _)| prompt(index)).collect();
    let both = [Prompt::Positive, Prompt::Negative].iter().all(|prompt| prompts.contains(prompt));
    let is_asked = |cell: &str| {
        let prompts = || (both || cell.contains(' ')) && prompts::mentioned(cell) != Prompt::Unknown;
        !is_without_content(cell) && (is_asked(cell) || prompts())
    };
    let is_alone = |index: usize| {
        let (alike, all) = column(below, index)
            .take(FEW)
            .fold((0, 0), |(alike, all), cell| (alike + usize::from(is_asked(cell)), all + 1));
        alike * 10 <= all
    };
    // The twin of a question is a question.
    let is_twin = |index: usize, cell: &str| both && cell.contains(' ') && prompt(index) != Prompt::Unknown;
    let questions: Vec<usize> = filled(first)
        .filter(|(index, cell)| is_asked(cell) || is_twin(*index, cell))
        .map(|(index, _)| index)
        .collect();
    let half = filled(first).count().div_ceil(2);
    questions.len() >= half && questions.iter().filter(|index| is_alone(**index)).count() >= half.max(1)
}

/// Whether a cell has words of questions.
fn is_asked(cell: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 34] = [
        "interaction", "interactions", "question", "commentaire", "commentaires", "remarque", "remarques", "suggestion",
        "suggestions", "raison", "raisons", "avis", "pourquoi", "pouvez vous", "avez vous", "que pensez vous",
        "votre note", "votre reponse", "racontez", "decrivez", "precisez", "what", "how", "why", "which", "could you",
        "tell us", "describe", "reason", "reasons", "comment", "comments", "feedback", "your answer",
    ];
    let folded = fold(cell);
    cell.len() <= 400 && WORDS.iter().any(|words| mentions(&folded, words))
}
