//! Every text of `src/say/texts` is used.

use serde_json::Value;

use crate::source::File;

/// The texts, as `group.key`, that no macro names.
pub fn unused(sources: &[File], texts: &[File]) -> Vec<String> {
    let code: String = sources.iter().flat_map(File::code).map(|(_, line)| line).collect();
    let code: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let is_used = |name: &String| {
        let name = format!(",{name}");
        let mut uses = code.match_indices(&name);
        uses.any(|(at, found)| code[at + found.len()..].starts_with([',', ')']))
    };
    names(texts)
        .into_iter()
        .filter(|name| !is_used(name))
        .map(|name| format!("`{name}` is not used"))
        .collect()
}

/// All texts, as `group.key`.
pub fn names(texts: &[File]) -> Vec<String> {
    let mut names = Vec::new();
    for file in texts {
        let Ok(Value::Object(groups)) = serde_json::from_str(&file.text) else { continue };
        for (group, keys) in groups {
            names.extend(keys.as_object().into_iter().flatten().map(|(key, _)| format!("{group}.{key}")));
        }
    }
    names.sort();
    names.dedup();
    names
}
