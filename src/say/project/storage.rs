//! Where projects are kept, and how full that is, in millions of characters.

use crate::say::{Locale, text};

/// How much of the storage all projects take.
pub fn used(locale: Locale, used: u32, limit: u32) -> String {
    let [used, limit] = [used, limit].map(|size| locale.number(f64::from(size) / 1e6, 2));
    text!(locale, project.storage_used, used = used, limit = limit)
}

/// When the project was stored, and how full the storage is.
pub fn saved(locale: Locale, time: String, used: u32, limit: u32) -> String {
    let [used, limit] = [used, limit].map(|size| locale.number(f64::from(size) / 1e6, 1));
    text!(locale, head.saved, time = time, used = used, limit = limit)
}

/// Which projects could not be stored.
pub fn unstored<'a>(locale: Locale, names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|name| crate::say::name::or_unnamed(locale, name)).collect();
    text!(locale, notice.unstored, names = names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_in_millions() {
        let said = used(Locale::English, 1_234_567, 5_000_000);
        assert_eq!(said, "1.23 million characters of 5.00, all projects together.");
        let said = saved(Locale::French, "09:41".to_owned(), 1_250_000, 5_000_000);
        assert!(said.contains("09:41") && said.contains("1,3") && said.contains("5,0"), "{said}");
        assert_eq!(saved(Locale::English, "09:41".to_owned(), 0, 5_000_000), "Saved 09:41 · 0.0 of 5.0 M");
    }

    #[test]
    fn projects_that_are_not_stored_are_named() {
        let said = unstored(Locale::English, ["Bank", ""].into_iter());
        let unnamed = text!(Locale::English, head.unnamed);
        assert!(said.contains(&format!("Bank, {unnamed}")), "{said}");
    }
}
