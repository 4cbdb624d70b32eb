//! The two sides of the mirror, and one person of each.

use super::{Locale, text};
use crate::model::Side;

/// A side, in the plural.
pub fn name(locale: Locale, side: Side) -> &'static str {
    match side {
        Side::Client => text!(locale, side.clients),
        Side::Employee => text!(locale, side.employees),
    }
}

/// One person of a side.
pub fn one(locale: Locale, side: Side) -> &'static str {
    match side {
        Side::Client => text!(locale, side.client),
        Side::Employee => text!(locale, side.employee),
    }
}

/// The name of a side in test handles and style sheets.
pub const fn id(side: Side) -> &'static str {
    match side {
        Side::Client => "client",
        Side::Employee => "employee",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_has_its_names() {
        let names = |of| Locale::ALL.map(|locale| (name(locale, of), one(locale, of)));
        assert_eq!(names(Side::Client), [("Clients", "Client"), ("Clients", "Client")]);
        assert_eq!(names(Side::Employee), [("Collaborateurs", "Collaborateur"), ("Employees", "Employee")]);
        assert_eq!(Side::BOTH.map(id), ["client", "employee"]);
    }
}
