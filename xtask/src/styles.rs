//! The style sheets of the release page as one file: apart, each is a request, and together they compress better.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Joins the sheets of a release page in the order of their links, which one link takes the place of.
pub fn join(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index)?;
    let links = links(&page);
    ensure!(!links.is_empty(), "the release page links no style sheet");
    let mut joined = String::new();
    for link in &links {
        let sheet = fs::read_to_string(dist.join(link.name)).with_context(|| link.name.to_owned())?;
        stands_alone(&sheet).with_context(|| link.name.to_owned())?;
        joined = joined + &sheet + "\n";
    }
    let mut hash = DefaultHasher::new();
    hash.write(joined.as_bytes());
    let one = format!("style-{:016x}.css", hash.finish());
    fs::write(&index, relinked(&page, &links, &one))?;
    for link in &links {
        fs::remove_file(dist.join(link.name))?;
    }
    fs::write(dist.join(one), joined)?;
    Ok(())
}

/// An element that links a sheet.
struct Link<'a> {
    text: &'a str,
    name: &'a str,
}

/// The sheets that a page links, in their order, with quotation marks or as trunk shortens them.
fn links(page: &str) -> Vec<Link<'_>> {
    let elements = page.match_indices("<link ").filter_map(|(at, _)| {
        let end = page[at..].find('>')?;
        Some(&page[at..=at + end])
    });
    let sheets = elements.filter(|text| attribute(text, "rel") == Some("stylesheet"));
    sheets
        .filter_map(|text| Some(Link { text, name: attribute(text, "href")?.strip_prefix("./")? }))
        .collect()
}

/// The value of an attribute.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let given = element.trim_end_matches('>').trim_end_matches('/').split_whitespace();
    let mut values = given.filter_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    values.next().map(|value| value.trim_matches('"'))
}

/// The page with a link to one sheet where the first of these is, and without the others.
fn relinked(page: &str, links: &[Link<'_>], one: &str) -> String {
    let mut relinked = page.to_owned();
    for (place, link) in links.iter().enumerate() {
        let instead = if place == 0 { link.text.replace(link.name, one) } else { String::new() };
        relinked = relinked.replace(link.text, &instead);
    }
    relinked
}

/// Refuses what would change or swallow the sheets that follow.
fn stands_alone(sheet: &str) -> Result<()> {
    ensure!(!sheet.contains("@import"), "only at the head of a file can another one be imported");
    let count = |sign: char| sheet.matches(sign).count();
    ensure!(count('{') == count('}'), "{} `{{` and {} `}}`", count('{'), count('}'));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(page: &str) -> (Vec<&str>, String) {
        let links = links(page);
        (links.iter().map(|link| link.name).collect(), relinked(page, &links, "style-3.css"))
    }

    #[test]
    fn one_link_takes_the_place_of_all() {
        let short = "<link href=favicon.svg rel=icon><link href=./boot-1.css rel=stylesheet>\
                     <link href=./main-2.css rel=stylesheet><link href=./app.js rel=modulepreload></head>";
        let (names, page) = joined(short);
        assert_eq!(names, ["boot-1.css", "main-2.css"]);
        let wanted = "<link href=favicon.svg rel=icon><link href=./style-3.css rel=stylesheet>\
                      <link href=./app.js rel=modulepreload></head>";
        assert_eq!(page, wanted);
    }

    #[test]
    fn links_are_found_as_they_are_written() {
        let long =
            "<link rel=\"icon\" href=\"favicon.svg\">\n<link rel=\"stylesheet\" href=\"./boot-1.css\"/>\n";
        let (names, page) = joined(long);
        assert_eq!(names, ["boot-1.css"]);
        assert_eq!(page, long.replace("boot-1.css", "style-3.css"));
        assert_eq!(joined("<link rel=\"preload\" href=\"./stylesheet.css\">").0, [""; 0]);
    }

    #[test]
    fn a_sheet_that_would_change_those_after_it_is_refused() {
        assert!(stands_alone(".a{color:red}@media print{.b{margin:0}}").is_ok());
        for sheet in [".a{color:red", ".a{}}", "@import 'other.css';"] {
            assert!(stands_alone(sheet).is_err(), "{sheet}");
        }
    }

    #[test]
    fn a_page_without_its_sheets_is_refused() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("reflet-styles-{}", std::process::id()));
        fs::create_dir_all(&dist)?;
        fs::write(
            dist.join("index.html"),
            "<link href=./a.css rel=stylesheet><link href=./b.css rel=stylesheet>",
        )?;
        fs::write(dist.join("a.css"), ".a{margin:0}")?;
        let missing = join(&dist);
        fs::write(dist.join("b.css"), ".b{margin:0}")?;
        join(&dist)?;
        let page = fs::read_to_string(dist.join("index.html"))?;
        let (names, _) = joined(&page);
        let text = fs::read_to_string(dist.join(names.concat()))?;
        fs::remove_dir_all(&dist)?;
        assert!(missing.is_err());
        assert_eq!((names.len(), text.as_str()), (1, ".a{margin:0}\n.b{margin:0}\n"));
        Ok(())
    }
}
