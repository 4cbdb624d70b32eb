//! Each rule of a style sheet has a view that it is for, and stands in the sheet of the place of that view.

use std::collections::{BTreeMap, BTreeSet};

use crate::sheet::{classes, rules};
use crate::source::File;

/// What all places share.
const SHARED: &str = "main";
/// Folders beside the places that have a sheet of their own.
const OWN: [&str; 2] = ["start", "frame"];
/// A part of a place with a sheet of its own, and the place.
const PART: (&str, &str) = ("insight", "mirror");
const PART_FOLDER: &str = "src/app/places/mirror/insight/";

/// The sheet of each class, by the views that have it.
type Homes = BTreeMap<String, String>;

/// Rules for classes that no view has, and rules that stand in the sheet of another place.
pub fn violations(sheets: &[File], views: &[File]) -> Vec<String> {
    let homes = homes(views);
    let mut found: Vec<String> = views.iter().flat_map(unread).collect();
    for file in sheets {
        for rule in rules(file) {
            for selector in &rule.selectors {
                let wrong = wrong(sheet(&file.path), selector, &homes);
                found.extend(wrong.map(|why| format!("{}:{}: `{selector}` {why}", file.path, rule.line)));
            }
        }
    }
    found
}

/// Sheets that the page does not link exactly once.
pub fn unlinked(sheets: &[File], index: &File) -> Vec<String> {
    let links = |file: &File| index.text.matches(&format!("rel=\"css\" href=\"{}\"", file.path)).count();
    let wrong = sheets.iter().filter(|file| links(file) != 1);
    wrong.map(|file| format!("{}: is linked {} times in {}", file.path, links(file), index.path)).collect()
}

/// Why a selector must not stand in this sheet.
fn wrong(sheet: &str, selector: &str, homes: &Homes) -> Option<String> {
    let mut is_own = false;
    for class in classes(selector) {
        let Some(home) = homes.get(class) else {
            return Some(format!("is for the class `{class}`, which no view has"));
        };
        is_own |= home == sheet;
        let may_refine = home == SHARED || (sheet == PART.0 && home == PART.1);
        if home != sheet && !may_refine {
            return Some(format!("belongs into style/{home}.css"));
        }
    }
    // Tokens are for the root alone, what is there before the page is for its own element.
    let is_for_all = sheet == SHARED || selector.starts_with(":root") || selector.starts_with("#boot");
    (!is_own && !is_for_all)
        .then(|| format!("is for more than its place: it belongs into style/{SHARED}.css"))
}

/// The sheet that a class belongs into.
fn homes(views: &[File]) -> Homes {
    let mut users: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for view in views {
        for class in used(view) {
            users.entry(class).or_default().insert(owner(&view.path));
        }
    }
    let home = |users: BTreeSet<&str>| match users.iter().collect::<Vec<_>>()[..] {
        [one] => (*one).to_owned(),
        [one, other] if (*one, *other) == PART => PART.1.to_owned(),
        _ => SHARED.to_owned(),
    };
    users.into_iter().map(|(class, users)| (class, home(users))).collect()
}

/// The sheet of the folder that a view is in.
fn owner(path: &str) -> &str {
    if path.starts_with(PART_FOLDER) {
        return PART.0;
    }
    let mut folders = path.strip_prefix("src/app/").unwrap_or(path).split('/');
    match (folders.next().unwrap_or(path), folders.next()) {
        ("places", Some(place)) => place,
        (folder, _) if OWN.contains(&folder) => folder,
        _ => SHARED,
    }
}

/// `style/code.css` is `code`.
fn sheet(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".css").unwrap_or(name)
}

/// The classes that a view has, always or at times.
fn used(view: &File) -> Vec<String> {
    let mut used = Vec::new();
    for (_, line) in view.code() {
        let always = line.split(" class=\"").skip(1).filter_map(|rest| rest.split_once('"'));
        used.extend(always.flat_map(|(classes, _)| classes.split_whitespace().map(str::to_owned)));
        let at_times = line.split(" class:").skip(1).filter_map(|rest| rest.split_once('='));
        used.extend(at_times.map(|(class, _)| class.to_owned()));
    }
    used
}

/// Classes that are not written where they can be read.
fn unread(view: &File) -> Vec<String> {
    let otherwise = |line: &str| {
        let computed = line.split(" class=").skip(1).any(|rest| !rest.starts_with('"'));
        computed || [".class(", "class_list", "set_class_name"].iter().any(|call| line.contains(call))
    };
    let lines = view.code().filter(|(_, line)| otherwise(line));
    lines.map(|(number, _)| format!("{}:{number}: a class is a text, or `class:name=`", view.path)).collect()
}
