//! Style sheets as rules.

use crate::source::File;

/// What stands before a block, and what stands in it.
pub struct Rule {
    pub line: usize,
    pub selectors: Vec<String>,
    /// Names with their values.
    pub declarations: Vec<(String, String)>,
}

/// The rules of a sheet, also those within `@media`.
pub fn rules(file: &File) -> Vec<Rule> {
    let text = without_comments(&file.text);
    let mut rules = Vec::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        let (head, block) = rest.split_at(at);
        rest = &block[1..];
        if block.starts_with('}') || head.trim().starts_with('@') {
            continue;
        }
        let line = text[..text.len() - block.len()].trim_end().lines().count();
        let (body, after) = rest.split_once('}').unwrap_or((rest, ""));
        rest = after;
        let pairs = body.split(';').filter_map(|declaration| declaration.split_once(':'));
        let declarations =
            pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect();
        rules.push(Rule { line, selectors: selectors(head), declarations });
    }
    rules
}

/// The names of all classes of a selector.
pub fn classes(selector: &str) -> Vec<&str> {
    let starts = |rest: &str| rest.starts_with(|first: char| first.is_ascii_alphabetic());
    selector.split('.').skip(1).filter(|rest| starts(rest)).map(name).collect()
}

/// The name that a text begins with.
pub fn name(text: &str) -> &str {
    let end = text.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
    &text[..end.unwrap_or(text.len())]
}

/// Each comment as the line ends in it.
fn without_comments(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        bare += before;
        bare.extend(comment.chars().filter(|letter| *letter == '\n'));
        rest = after;
    }
    bare + rest
}

/// Split at the commas outside of parentheses.
fn selectors(head: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let parts = head.split(|letter: char| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ',' && depth == 0
    });
    parts.map(|part| part.trim().to_owned()).collect()
}
