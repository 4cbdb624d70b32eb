//! Which module may use which: `app → session → history → command → model`, and the branches beside it.

use crate::source::File;

/// Each module with those that it may use beside itself. What is not here does not exist, and what is here does.
const MAY_USE: [(&str, &[&str]); 13] = [
    ("order", &[]),
    ("model", &["order"]),
    ("command", &["model"]),
    ("history", &["command", "model"]),
    ("session", &["history", "command", "model"]),
    ("import", &["model"]),
    ("coding", &["model", "import"]),
    ("analysis", &["model", "order"]),
    ("chart", &["analysis", "model", "order"]),
    ("format", &["model", "analysis"]),
    ("figures", &["analysis", "model"]),
    ("say", &["model", "command", "import", "coding", "analysis", "chart", "format"]),
    (
        "app",
        &[
            "model", "command", "history", "session", "import", "coding", "analysis", "chart", "format",
            "figures", "say", "order",
        ],
    ),
];

/// The binaries only start the page.
const BIN_MAY_USE: [&str; 1] = ["app"];

/// Every use of a module that the table does not allow.
pub fn violations(file: &File) -> Vec<String> {
    let module = module_of(&file.path);
    let allowed: &[&str] = match module {
        // The map of the crate only declares.
        "lib" => return Vec::new(),
        "bin" => &BIN_MAY_USE,
        _ => match allowed(module) {
            Some(allowed) => allowed,
            None => {
                return vec![format!("{}: `{module}` is not in the table of modules", file.path)];
            }
        },
    };
    used(file)
        .into_iter()
        .filter(|used| used != module && !allowed.contains(&used.as_str()))
        .map(|used| format!("{}: `{module}` must not use `{used}`", file.path))
        .collect()
}

/// The names of the table that are no module of these files, which are all those of `src`.
pub fn unknown(files: &[File]) -> Vec<String> {
    let exists = |name: &str| files.iter().any(|file| module_of(&file.path) == name);
    let names = MAY_USE.iter().flat_map(|(module, uses)| std::iter::once(module).chain(*uses));
    let unknown = names.filter(|name| !exists(name));
    unknown.map(|name| format!("the table of modules names `{name}`, which does not exist")).collect()
}

fn allowed(module: &str) -> Option<&'static [&'static str]> {
    MAY_USE.iter().find(|(name, _)| *name == module).map(|(_, allowed)| *allowed)
}

/// `src/model/ids.rs` and `src/model.rs` are both `model`.
fn module_of(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let first = inside.split('/').next().unwrap_or(inside);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The modules at the root of the crate that the file names.
fn used(file: &File) -> Vec<String> {
    let code: String = file.code().flat_map(|(_, line)| [line, "\n"]).collect();
    let mut used = after(&code, "crate::");
    if module_of(&file.path) == "bin" {
        used.extend(after(&code, "reflet::"));
    }
    // From a module at the root, `super` is the root; anywhere else a name of the table is as good as one.
    let known = |name: &String| allowed(name).is_some();
    let depth = file.path.trim_end_matches("/mod.rs").matches('/').count();
    used.extend(after(&code, &"super::".repeat(depth)).into_iter().filter(known));
    used.sort();
    used.dedup();
    used
}

/// The first name of each path that begins so; all of them where the path goes on with braces.
fn after(code: &str, prefix: &str) -> Vec<String> {
    code.match_indices(prefix)
        .filter(|(at, _)| !code[..*at].ends_with(|before: char| before.is_alphanumeric() || before == '_'))
        .flat_map(|(at, _)| {
            let rest = &code[at + prefix.len()..];
            rest.strip_prefix('{').map_or_else(|| vec![name(rest)], names)
        })
        .filter(|name| !name.is_empty())
        .collect()
}

/// The first names of the paths in a group, whose opening brace is already behind.
fn names(group: &str) -> Vec<String> {
    let mut depth = 1;
    let mut names = vec![name(group)];
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(name(&group[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

fn name(text: &str) -> String {
    let text = text.trim_start();
    text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}
