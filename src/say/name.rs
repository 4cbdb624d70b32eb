//! Projects by their names.

use super::{Locale, text};
use crate::model::Project;

/// The project's name, or what stands for it.
pub fn of(locale: Locale, project: &Project) -> String {
    or_unnamed(locale, &project.name)
}

/// A project's name, or what stands for an empty one.
pub fn or_unnamed(locale: Locale, name: &str) -> String {
    if name.is_empty() { text!(locale, head.unnamed).to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_without_a_name_has_one_in_each_language() {
        let project = Project { name: "Études".into(), ..Project::default() };
        assert_eq!(Locale::ALL.map(|locale| of(locale, &project)), ["Études", "Études"]);
        let [french, english] = Locale::ALL.map(|locale| of(locale, &Project::default()));
        assert_ne!(french, english);
        assert_eq!(english, text!(Locale::English, head.unnamed));
    }
}
