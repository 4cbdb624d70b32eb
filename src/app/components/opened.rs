//! A section that opens on demand: it takes the focus, and gives it back when it is closed.

use leptos::ev::KeyboardEvent;
use leptos::html::Section;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::app::browser::keyboard::is_typing;
use crate::app::shell::reactive::effect;
use crate::model::MomentId;

/// A section about a moment, open as long as there is one. Escape closes it wherever the focus is, but the one that has
/// the focus before any other.
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
        effect(move || {
            if about.get().is_some()
                && let Some(section) = opened.section.get()
            {
                let active = document().active_element();
                // Its code may have come late: who is at a field by then stays there.
                if active.as_ref().is_some_and(is_field) {
                    return;
                }
                if let Some(active) = active.filter(|active| !section.contains(Some(active))) {
                    opened.opener.set_value(active.dyn_into().ok());
                }
                section.scroll_into_view_with_bool(to_top);
                focus(&section);
            }
        });
        // What has a use of its own for Escape says so; fields have one that the page does not see.
        let elsewhere = window_event_listener(leptos::ev::keydown, move |event| {
            if about.get_untracked().is_some() && !event.default_prevented() && !is_typing(&event) {
                opened.key(&event);
            }
        });
        on_cleanup(move || elsewhere.remove());
        opened
    }

    /// Closes it; who opened it has the focus again, unless that is on something else meanwhile.
    pub fn close(self) {
        let section = self.section.get_untracked();
        let lost = document().active_element().is_none_or(|active| {
            active.tag_name() == "BODY" || section.is_some_and(|section| section.contains(Some(&active)))
        });
        self.about.set(None);
        let opener = self.opener.try_update_value(Option::take).flatten();
        if let Some(opener) = opener.filter(|_| lost) {
            focus(&opener);
        }
    }

    /// Closes it on Escape.
    pub fn key(self, event: &KeyboardEvent) {
        if event.key() == "Escape" {
            event.prevent_default();
            self.close();
        }
    }
}

fn is_field(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA")
}

fn focus(element: &HtmlElement) {
    if element.focus().is_err() {
        leptos::logging::warn!("focus not moved");
    }
}
