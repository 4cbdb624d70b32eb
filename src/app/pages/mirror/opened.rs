//! A section that opens on demand: it takes the focus, and gives it back when it is closed.

use leptos::ev::KeyboardEvent;
use leptos::html::Section;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::model::MomentId;

/// A section about a moment, open as long as there is one.
#[derive(Clone, Copy)]
pub struct Opened {
    about: RwSignal<Option<MomentId>>,
    /// Where the section stands once it is there.
    pub section: NodeRef<Section>,
    /// What had the focus when it opened.
    opener: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Opened {
    /// Brings the section to where one looks whenever it opens: its top, or just all of it.
    pub fn new(about: RwSignal<Option<MomentId>>, to_top: bool) -> Self {
        let opened = Self { about, section: NodeRef::new(), opener: StoredValue::new_local(None) };
        Effect::new(move || {
            if about.get().is_some()
                && let Some(section) = opened.section.get()
            {
                let active = document().active_element();
                if let Some(active) = active.filter(|active| !section.contains(Some(active))) {
                    opened.opener.set_value(active.dyn_into().ok());
                }
                section.scroll_into_view_with_bool(to_top);
                focus(&section);
            }
        });
        opened
    }

    /// Closes it; who opened it has the focus again.
    pub fn close(self) {
        self.about.set(None);
        if let Some(opener) = self.opener.try_update_value(Option::take).flatten() {
            focus(&opener);
        }
    }

    /// Closes it on Escape.
    pub fn key(self, event: &KeyboardEvent) {
        if event.key() == "Escape" {
            self.close();
        }
    }
}

fn focus(element: &HtmlElement) {
    if element.focus().is_err() {
        leptos::logging::warn!("focus not moved");
    }
}
