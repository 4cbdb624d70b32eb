//! The language of the page: which one, and texts that follow it.

use leptos::prelude::*;

use crate::app::browser::storage;
use crate::app::shell::reactive::effect;
use crate::say::Locale;

/// The language of the page.
#[derive(Clone, Copy)]
pub struct Language(RwSignal<Locale>);

/// A text of the page in the language of the page.
///
/// Reads the language, so that a closure around it follows a switch.
macro_rules! tr {
    ($language:expr, $($key:tt)*) => {
        $crate::say::text!($language.locale(), $($key)*)
    };
}
pub(crate) use tr;

/// A text of the page that follows a switch of language.
macro_rules! say {
    ($language:expr, $($key:tt)*) => {{
        let language = $language;
        $crate::app::shell::reactive::reactive(move || $crate::app::shell::language::tr!(language, $($key)*))
    }};
}
pub(crate) use say;

impl Language {
    /// Takes the language from `?lang=`, else from the last choice, else from the browser; French failing all.
    pub fn provide() -> Self {
        let asked = window().location().search().ok().and_then(|query| {
            web_sys::UrlSearchParams::new_with_str(&query).ok().and_then(|params| params.get("lang"))
        });
        let browser = || window().navigator().language();
        let locale = [asked, storage::preference("lang"), browser()]
            .into_iter()
            .flatten()
            .find_map(|tag| Locale::of_tag(&tag))
            .unwrap_or_default();
        let language = Self(RwSignal::new(locale));
        effect(move || {
            if let Some(root) = document().document_element()
                && let Err(error) = root.set_attribute("lang", language.locale().tag())
            {
                leptos::logging::warn!("language of the page not set: {error:?}");
            }
        });
        provide_context(language);
        language
    }

    /// The language that [`Language::provide`] chose.
    pub fn get() -> Self {
        expect_context()
    }

    /// The locale, followed.
    #[inline(never)]
    pub fn locale(self) -> Locale {
        self.0.get()
    }

    /// Switches, and remembers it.
    pub fn set(self, locale: Locale) {
        storage::set_preference("lang", locale.tag());
        self.0.set(locale);
    }

    /// As [`Locale::number`].
    pub fn number(self, value: f64, decimals: u8) -> String {
        self.locale().number(value, decimals)
    }

    /// As [`Locale::count`].
    pub fn count(self, value: usize) -> String {
        self.locale().count(value)
    }

    /// As [`Locale::short`].
    pub fn short(self, value: f64) -> String {
        self.locale().short(value)
    }

    /// As [`Locale::percent`].
    pub fn percent(self, proportion: f64, decimals: u8) -> String {
        self.locale().percent(proportion, decimals)
    }

    /// As [`Locale::signed`].
    pub fn signed(self, value: f64, decimals: u8) -> String {
        self.locale().signed(value, decimals)
    }
}
