//! How files that leave the page are called.

use super::{Locale, name, text};
use crate::analysis::Filter;
use crate::chart::PictureKind;
use crate::model::Project;

/// What stands for a project without a name.
const NAMELESS: &str = "reflet";

/// A file name from what the user called something: letters, digits and hyphens.
pub fn stem(name: &str, fallback: &str) -> String {
    let stem: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
    let stem = stem.trim_matches('-');
    if stem.is_empty() { fallback.to_owned() } else { stem.to_owned() }
}

fn of_project(locale: Locale, project: &Project) -> String {
    stem(&name::of(locale, project), NAMELESS)
}

/// The name of a table or a picture: the project, what is in it, and which part of the responses it is made of, which a
/// table has no column for.
pub fn of_mirror(
    locale: Locale,
    project: &Project,
    filter: &Filter,
    (kind, extension): (PictureKind, &str),
) -> String {
    let part = match (extension, kind) {
        ("csv" | "json", _) => text!(locale, export.file_table),
        (_, PictureKind::Mirror) => text!(locale, export.file_mirror),
        (_, PictureKind::Zones) => text!(locale, export.file_zones),
    };
    let segment = filter.segment.iter().flat_map(|(name, value)| [name, value]);
    let read = filter.wave.iter().chain(segment).map(|text| stem(text, "-"));
    let parts: Vec<String> = [of_project(locale, project), part.to_owned()].into_iter().chain(read).collect();
    format!("{}.{extension}", parts.join("-"))
}

/// The name of the picture of the arrows, without its extension.
pub fn of_arrows(locale: Locale, project: &Project) -> String {
    format!("{}-{}", of_project(locale, project), text!(locale, compare.arrows_file))
}

/// The name of the annex.
pub fn of_annex(locale: Locale, project: &Project) -> String {
    format!("{}-{}.txt", of_project(locale, project), text!(locale, annex.file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_holds_letters_digits_and_hyphens() {
        assert_eq!(stem("Été 2025 / Lyon", "x"), "Été-2025---Lyon");
        assert_eq!(stem(" .. ", "x"), "x");
        assert_eq!(stem(&"a".repeat(80), "x").len(), 60);
    }

    #[test]
    fn a_file_names_what_it_was_made_of() {
        let project = Project { name: "Banque".into(), ..Project::default() };
        let segment = Some(("Agence".to_owned(), "Lyon 3".to_owned()));
        let filter = Filter { wave: Some("2025".into()), segment };
        let named = |of| Locale::ALL.map(|locale| of_mirror(locale, &project, &filter, of));
        assert_eq!(
            named((PictureKind::Zones, "csv")),
            ["Banque-tableau-2025-Agence-Lyon-3.csv", "Banque-table-2025-Agence-Lyon-3.csv"]
        );
        assert_eq!(
            named((PictureKind::Mirror, "png")),
            ["Banque-miroir-2025-Agence-Lyon-3.png", "Banque-mirror-2025-Agence-Lyon-3.png"]
        );
        assert_eq!(
            named((PictureKind::Zones, "svg")),
            ["Banque-zones-2025-Agence-Lyon-3.svg", "Banque-zones-2025-Agence-Lyon-3.svg"]
        );
    }

    #[test]
    fn files_of_a_project_without_a_name() {
        let project = Project::default();
        assert_eq!(
            Locale::ALL.map(|locale| of_arrows(locale, &project)),
            ["Projet-sans-nom-fleches", "Unnamed-project-arrows"]
        );
        assert_eq!(
            Locale::ALL.map(|locale| of_annex(locale, &project)),
            ["Projet-sans-nom-methode.txt", "Unnamed-project-method.txt"]
        );
    }
}
