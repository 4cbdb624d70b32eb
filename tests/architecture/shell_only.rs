//! The shell shows, asks and calls the browser: sentences, formulas and decisions on figures are in `say` and in the core,
//! where they are tested without a browser.

use crate::source::File;

/// Folders whose files show something. The others, `jobs` and `browser`, hand numbers to the machine.
const SHOWING: [&str; 7] = ["start", "places", "components", "frame", "study", "shell", "keep"];

/// What computes with a figure.
const COMPUTES: [&str; 6] = [".round()", ".floor()", ".sqrt()", ".powi(", ".powf(", ".exp()"];

/// What makes one text of several, or changes one that is translated.
const PUTS_TOGETHER: [&str; 6] =
    [".join(", ".concat()", ".push_str(", ".to_lowercase()", ".replace(", ".trim_end_matches("];

/// What compares a translated text.
const COMPARES: [&str; 4] = ["== tr!(", "!= tr!(", "== text!(", "!= text!("];

/// What a literal holds that is a style or a selector, and no text that somebody reads.
const FOR_THE_MACHINE: [&str; 4] = ["px", "calc(", "data-testid", ":nth-child"];

/// Every line of the shell that holds what belongs elsewhere.
pub fn violations(files: &[File]) -> Vec<String> {
    let showing = files.iter().filter(|file| is_showing(&file.path));
    let found = showing.flat_map(|file| found(file).into_iter().map(move |found| (file, found)));
    found
        .map(|(file, (number, line, what))| format!("{}:{number}: {what}: `{}`", file.path, line.trim()))
        .collect()
}

fn is_showing(path: &str) -> bool {
    let folder = path.strip_prefix("src/app/").and_then(|inside| inside.split('/').next());
    folder.is_some_and(|folder| SHOWING.contains(&folder.trim_end_matches(".rs")))
}

/// The lines that hold what belongs elsewhere, each with what that is.
fn found(file: &File) -> Vec<(usize, &str, &'static str)> {
    let lines: Vec<(usize, &str)> = file.code().collect();
    let mut found = Vec::new();
    for (at, (number, line)) in lines.iter().enumerate() {
        // The literal of a macro may stand on the next line.
        let next = lines.get(at + 1).map_or("", |(_, next)| next.trim_start());
        if let Some(what) = what(line, next) {
            found.push((*number, *line, what));
        }
    }
    found
}

fn what(line: &str, next: &str) -> Option<&'static str> {
    let has = |words: &[&str]| words.iter().any(|word| line.contains(word));
    if has(&COMPUTES) {
        Some("a formula")
    } else if !is_constant(line) && has_fraction(line) {
        Some("a limit or a conversion of a figure")
    } else if has(&PUTS_TOGETHER) || makes_sentence(line, next) {
        Some("a text put together")
    } else if has(&COMPARES) {
        Some("a comparison of texts")
    } else {
        None
    }
}

/// A measure of time or of the screen has a name.
fn is_constant(line: &str) -> bool {
    let line = line.trim_start();
    line.strip_prefix("pub ").unwrap_or(line).starts_with("const ")
}

/// Whether a number with a point or an exponent stands there, but 0.0, which is where nothing is.
fn has_fraction(line: &str) -> bool {
    let bytes = line.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = 0;
    while at < bytes.len() {
        let whole = digits(at);
        if whole == 0 {
            at += 1;
            continue;
        }
        let is_inside =
            at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'_' | b'.'));
        let end = at + whole;
        let sign = usize::from(bytes.get(end + 1) == Some(&b'-'));
        let rest = match bytes.get(end) {
            Some(b'.') => digits(end + 1),
            Some(b'e') => digits((end + 1 + sign).min(bytes.len())),
            _ => 0,
        };
        if !is_inside && rest > 0 && &line[at..=end + rest] != "0.0" {
            return true;
        }
        at = end + 1 + rest;
    }
    false
}

/// Whether a format makes words of its pieces: a space or a sign of punctuation between them. Handles and addresses have
/// none.
fn makes_sentence(line: &str, next: &str) -> bool {
    let literals =
        line.split("format!(").skip(1).map(|rest| if rest.trim().is_empty() { next } else { rest });
    literals.filter_map(literal).any(|literal| {
        let text: String =
            literal.split('{').map(|piece| piece.rsplit('}').next().unwrap_or(piece)).collect();
        let signs = [' ', '\u{a0}', '—', '–', '…', '·', ',', ';', '(', '%', '+', '<', '>'];
        let is_said = text.contains(signs) || literal.contains("\\u{") || text.contains("\\n");
        is_said && !FOR_THE_MACHINE.iter().any(|word| literal.contains(word))
    })
}

/// The text literal that something begins with.
fn literal(text: &str) -> Option<&str> {
    let inside = text.trim_start().strip_prefix('"')?;
    Some(inside.split('"').next().unwrap_or(inside))
}
