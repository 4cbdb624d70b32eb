//! Light or dark: as the system says, until the user says otherwise.

use leptos::prelude::*;

use crate::app::browser::storage;
use crate::app::shell::reactive::effect;

/// Whether the page is dark.
#[derive(Clone, Copy)]
pub struct Theme(RwSignal<bool>);

impl Theme {
    /// Takes the last choice, else the system's.
    pub fn provide() -> Self {
        let system = || {
            window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|m| m.matches())
        };
        let dark = storage::preference("theme").map_or_else(system, |chosen| chosen == "dark");
        let theme = Self(RwSignal::new(dark));
        effect(move || {
            if let Some(root) = document().document_element()
                && let Err(error) = root.set_attribute("data-theme", theme.name())
            {
                leptos::logging::warn!("theme not set: {error:?}");
            }
        });
        provide_context(theme);
        theme
    }

    /// The theme that [`Theme::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// Whether the page is dark.
    pub fn is_dark(self) -> bool {
        self.0.get()
    }

    /// Switches, and remembers it.
    pub fn toggle(self) {
        self.0.update(|dark| *dark = !*dark);
        storage::set_preference("theme", self.name());
    }

    fn name(self) -> &'static str {
        if self.0.get() { "dark" } else { "light" }
    }
}
