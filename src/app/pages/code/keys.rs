//! Coding by keyboard. Off while typing.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::state::Coding;
use crate::app::keyboard::{is_on_control, is_typing};
use crate::app::workspace::Workspace;
use crate::coding::{MomentKey, moment_keys};
use crate::model::Score;

/// The keys of the five valences, from −2 to +2: side by side on the usual layouts, matched by place.
pub const VALENCES: [(&str, &str); 5] =
    [("KeyY", "Y"), ("KeyU", "U"), ("KeyI", "I"), ("KeyO", "O"), ("KeyP", "P")];

/// Listens as long as the place is shown.
pub fn listen() {
    let coding = Coding::get();
    let workspace = Workspace::get();
    let listener = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || is_typing(&event) {
            return;
        }
        if act(coding, workspace, &event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

fn act(coding: Coding, workspace: Workspace, event: &KeyboardEvent) -> bool {
    let (code, printed) = (event.code(), event.key());
    match code.as_str() {
        "Enter" | "NumpadEnter" if !is_on_control(event) => coding.next(),
        "Backspace" => coding.previous(),
        "Digit0" | "Numpad0" => coding.toggle_no_moment(),
        "Slash" | "NumpadDivide" => return focus_search(),
        _ if printed == "/" => return focus_search(),
        _ => {
            if let Some(place) = VALENCES.iter().position(|(key, _)| *key == code) {
                Score::all().nth(place).into_iter().for_each(|score| coding.rate(score));
                return true;
            }
            let Some(key) = MomentKey::pressed(&code, &printed) else { return false };
            let moment = workspace
                .peek(|project| {
                    moment_keys(&project.codebook).find(|(_, k)| *k == key).map(|(moment, _)| moment)
                })
                .flatten();
            let Some(moment) = moment else { return false };
            coding.toggle(moment);
        }
    }
    true
}

fn focus_search() -> bool {
    use wasm_bindgen::JsCast;
    let search = document().query_selector("[data-testid=search]").ok().flatten();
    let search = search.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    search.is_some_and(|search| search.focus().is_ok())
}
