//! One palette for page and pictures, and nothing on the page that is too faint.

use std::collections::BTreeMap;

use reflet::chart::{Theme, contrast};
use reflet::model::Color;

use crate::sheet::{Rule, name, rules};
use crate::source::File;

/// Where alone a sheet writes colours.
const TOKENS: &str = "style/tokens.css";
/// What text stands on where its rule names no background.
const GROUNDS: [&str; 2] = ["paper", "wash"];
/// What is told by a line, a bar or a disc, and how far it stands out (WCAG 2.2, 1.4.11).
const MARKS: [&str; 7] = ["client", "employee", "accent", "danger", "info", "warning", "focus"];
const OF_MARKS: f64 = 3.0;
/// How far text stands out (WCAG 2.2, 1.4.3).
const OF_TEXT: f64 = 4.5;

/// The colours of a theme, by their names.
type Tokens = BTreeMap<String, Color>;

/// Colours that differ from those of the pictures, stand outside of the tokens, or are too faint where they are used.
pub fn violations(sheets: &[File]) -> Vec<String> {
    let mut found: Vec<String> = sheets.iter().filter(|file| file.path != TOKENS).flat_map(untold).collect();
    let tokens: Vec<Rule> = sheets.iter().filter(|file| file.path == TOKENS).flat_map(rules).collect();
    for (root, theme) in [(":root", Theme::light()), (":root[data-theme='dark']", Theme::dark())] {
        let tokens = tokens_of(&tokens, root);
        for (name, color) in shared(&theme) {
            if tokens.get(name) != Some(&color) {
                found.push(format!("{TOKENS}: `--{name}` of `{root}` is not that of the pictures"));
            }
        }
        let marks = MARKS.iter().flat_map(|mark| GROUNDS.map(|ground| (*mark, ground)));
        found.extend(marks.filter_map(|pair| {
            too_faint(&tokens, pair, OF_MARKS)
                .map(|why| format!("{TOKENS}: a mark in {why} in the theme of `{root}`"))
        }));
        for (place, text, ground) in sheets.iter().flat_map(texts) {
            let why = too_faint(&tokens, (&text, &ground), OF_TEXT);
            found.extend(why.map(|why| format!("{place}: text in {why} in the theme of `{root}`")));
        }
    }
    found
}

/// What has the same meaning on the page and in pictures.
fn shared(theme: &Theme) -> [(&'static str, Color); 5] {
    let Theme { background, ink, faint, client, employee, .. } = *theme;
    [("paper", background), ("ink", ink), ("faint", faint), ("client", client), ("employee", employee)]
}

/// The colours that a rule of the tokens gives names to.
fn tokens_of(rules: &[Rule], root: &str) -> Tokens {
    let of = rules.iter().filter(|rule| rule.selectors == [root]).flat_map(|rule| &rule.declarations);
    of.filter_map(|(name, value)| Some((name.strip_prefix("--")?.to_owned(), color(value)?))).collect()
}

fn color(value: &str) -> Option<Color> {
    let digits = value.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let [_, rgb @ ..] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some(Color(rgb))
}

/// Where this sheet writes in which colour, and on what.
fn texts(file: &File) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for rule in rules(file) {
        let value = |of: &str| {
            let declared = rule.declarations.iter().rev().find(|(name, _)| name == of);
            declared.and_then(|(_, value)| value.strip_prefix("var(--")).map(|value| name(value).to_owned())
        };
        let Some(text) = value("color") else { continue };
        let place = format!("{}:{}", file.path, rule.line);
        let grounds =
            value("background").map_or_else(|| GROUNDS.map(str::to_owned).to_vec(), |ground| vec![ground]);
        found.extend(grounds.into_iter().map(|ground| (place.clone(), text.clone(), ground)));
    }
    found
}

fn too_faint(tokens: &Tokens, (mark, ground): (&str, &str), wanted: f64) -> Option<String> {
    let (Some(color), Some(behind)) = (tokens.get(mark), tokens.get(ground)) else {
        return Some(format!("`--{mark}` on `--{ground}`, which are not both colours of {TOKENS},"));
    };
    let found = contrast(*color, *behind);
    (found < wanted).then(|| format!("`--{mark}` on `--{ground}`, {found:.2} : 1, less than {wanted},"))
}

/// Colours outside of the tokens.
fn untold(file: &File) -> Vec<String> {
    let is_color =
        |value: &str| ["#", "rgb", "hsl", "hwb", "lab(", "lch("].iter().any(|sign| value.contains(sign));
    let mut found = Vec::new();
    for rule in rules(file) {
        let colors = rule.declarations.iter().filter(|(name, value)| name != "content" && is_color(value));
        found.extend(colors.map(|(name, _)| {
            format!("{}:{}: `{name}` is a colour without a name in {TOKENS}", file.path, rule.line)
        }));
    }
    found
}
