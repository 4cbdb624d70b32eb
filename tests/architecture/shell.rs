//! Which folder of the shell may use which, that no two of its files need each other, and that each place has its row.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::File;

/// Each folder of `src/app` with those that it may use beside itself, from the lowest up. The entry of the shell,
/// `src/app/mod.rs`, may use all.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("browser", &[]),
    ("shell", &["browser"]),
    ("jobs", &["shell", "browser"]),
    ("keep", &["shell", "browser"]),
    ("study", &["keep", "jobs", "shell", "browser"]),
    ("components", &["study", "keep", "jobs", "shell", "browser"]),
    ("places", &["components", "study", "keep", "jobs", "shell", "browser"]),
    ("start", &["components", "study", "keep", "jobs", "shell", "browser"]),
    ("frame", &["places", "components", "study", "keep", "jobs", "shell", "browser"]),
];

/// What alone knows the places, and what alone of the frame knows it.
const REGISTRY: &str = "src/app/places/registry.rs";

type Path = Vec<String>;

/// Every use of a folder that the table does not allow, and of one place by another.
pub fn violations(file: &File) -> Vec<String> {
    let Some(module) = module_of(&file.path).strip_prefix(&["app".to_owned()][..]).map(<[String]>::to_vec)
    else {
        return Vec::new();
    };
    let [folder, rest @ ..] = module.as_slice() else { return Vec::new() };
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| name == folder) else {
        return vec![format!("{}: `{folder}` is not in the table of folders", file.path)];
    };
    let mut found = BTreeSet::new();
    for path in paths(file) {
        let [app, used, inside @ ..] = path.as_slice() else { continue };
        if app != "app" {
            continue;
        }
        let is_folder = MAY_USE.iter().any(|(name, _)| name == used);
        if used != folder && is_folder && !allowed.contains(&used.as_str()) {
            found.insert(format!("{}: `{folder}` must not use `{used}`", file.path));
        }
        let others = used == "places" && folder == "places" && file.path != REGISTRY && rest.len() > 1;
        if others && inside.first() != rest.first() {
            found.insert(format!("{}: a place must not use another one, nor the registry", file.path));
        }
        if used == "places" && folder == "frame" && inside.first().is_some_and(|name| name != "registry") {
            found.insert(format!("{}: the frame knows places by their rows alone", file.path));
        }
    }
    found.into_iter().collect()
}

/// The files that need each other, as one line a circle.
pub fn circles(files: &[File]) -> Vec<String> {
    let modules: BTreeMap<Path, &File> = files.iter().map(|file| (module_of(&file.path), file)).collect();
    let uses: BTreeMap<&Path, BTreeSet<Path>> = modules
        .iter()
        .map(|(module, file)| {
            let used = paths(file).into_iter().filter_map(|path| longest(&modules, &path));
            (module, used.filter(|used| used != module).collect())
        })
        .collect();
    let reached: BTreeMap<&Path, BTreeSet<Path>> =
        modules.keys().map(|module| (module, reached(&uses, module))).collect();
    let mut circles = BTreeSet::new();
    for (module, far) in &reached {
        let back = far.iter().filter(|other| reached.get(other).is_some_and(|far| far.contains(*module)));
        let circle: BTreeSet<&str> =
            back.filter_map(|other| Some(modules.get(other)?.path.as_str())).collect();
        if circle.len() > 1 {
            circles.insert(circle.into_iter().collect::<Vec<_>>().join(", "));
        }
    }
    circles.into_iter().map(|circle| format!("need each other: {circle}")).collect()
}

/// The folders of places that the registry has no row for.
pub fn without_row(files: &[File]) -> Vec<String> {
    let registry = files.iter().find(|file| file.path == REGISTRY).map_or("", |file| file.text.as_str());
    let folders: BTreeSet<&str> = files
        .iter()
        .filter_map(|file| {
            file.path.strip_prefix("src/app/places/")?.split_once('/').map(|(folder, _)| folder)
        })
        .collect();
    let missing = folders.into_iter().filter(|folder| !registry.contains(&format!("load: {folder}::load")));
    missing.map(|folder| format!("{REGISTRY}: the place `{folder}` has no row")).collect()
}

fn reached(uses: &BTreeMap<&Path, BTreeSet<Path>>, from: &Path) -> BTreeSet<Path> {
    let (mut found, mut ahead) = (BTreeSet::new(), vec![from]);
    while let Some(module) = ahead.pop() {
        for used in uses.get(module).into_iter().flatten() {
            if found.insert(used.clone()) {
                ahead.extend(uses.get_key_value(used).map(|(module, _)| *module));
            }
        }
    }
    found
}

/// The module of a file: `src/app/shell/route.rs` is `app`, `shell`, `route`.
fn module_of(path: &str) -> Path {
    let inside = path.strip_prefix("src/").unwrap_or(path).trim_end_matches(".rs");
    inside.split('/').filter(|name| *name != "mod").map(ToOwned::to_owned).collect()
}

/// The file in which a path ends.
fn longest(modules: &BTreeMap<Path, &File>, path: &[String]) -> Option<Path> {
    (1..=path.len()).rev().map(|length| path[..length].to_vec()).find(|module| modules.contains_key(module))
}

/// Every path of a file that begins at the crate or at a module above, from the root of the crate.
fn paths(file: &File) -> Vec<Path> {
    let code: String = file.code().flat_map(|(_, line)| [line, "\n"]).collect();
    let module = module_of(&file.path);
    ["crate::", "super::"]
        .iter()
        .flat_map(|prefix| code.match_indices(prefix))
        .filter(|(at, _)| !code[..*at].ends_with(|before: char| before.is_alphanumeric() || before == ':'))
        .flat_map(|(at, prefix)| {
            let mut rest = &code[at..];
            let mut base = if prefix == "crate::" { Vec::new() } else { module.clone() };
            rest = rest.strip_prefix("crate::").unwrap_or(rest);
            while let Some(above) = rest.strip_prefix("super::") {
                base.pop();
                rest = above;
            }
            let mut found = Vec::new();
            tree(&base, &mut rest.chars().peekable(), &mut found);
            found
        })
        .collect()
}

/// The paths of a tree such as `a::{b, c::d}`.
fn tree(base: &[String], rest: &mut std::iter::Peekable<std::str::Chars<'_>>, found: &mut Vec<Path>) {
    let mut path = base.to_vec();
    loop {
        while rest.next_if(|letter| letter.is_whitespace()).is_some() {}
        if rest.next_if_eq(&'{').is_some() {
            while rest.peek().is_some_and(|letter| *letter != '}') {
                tree(&path, rest, found);
                while rest.next_if(|letter| letter.is_whitespace() || *letter == ',').is_some() {}
            }
            rest.next();
            return;
        }
        let mut name = String::new();
        while let Some(letter) = rest.next_if(|letter| letter.is_alphanumeric() || *letter == '_') {
            name.push(letter);
        }
        if name.is_empty() {
            // A sign that is no part of a path.
            if rest.peek().is_some_and(|letter| !matches!(letter, '}' | ',')) {
                rest.next();
            }
            break;
        }
        path.push(name);
        if rest.next_if_eq(&':').is_none() || rest.next_if_eq(&':').is_none() {
            break;
        }
    }
    found.push(path);
}
