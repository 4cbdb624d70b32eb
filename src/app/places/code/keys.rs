//! Coding by keyboard. Off while typing.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::state::Coding;
use crate::app::browser::keyboard::{focus, is_on_control, is_typing};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::reactive::effect;
use crate::coding::{MomentKey, moment_keys};
use crate::model::Score;

/// The keys of the five valences, from −2 to +2: side by side on the usual layouts, matched by place.
pub const VALENCES: [(&str, &str); 5] =
    [("KeyY", "Y"), ("KeyU", "U"), ("KeyI", "I"), ("KeyO", "O"), ("KeyP", "P")];

/// Listens as long as the place is shown.
pub fn listen() {
    let coding = Coding::get();
    let workspace = Workspace::get();
    free_the_keys();
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

/// Whoever has just clicked a button or chosen from a list goes on by keyboard: unless the keys lead there, the focus
/// goes back to the verbatim, so that Enter means *next* and letters are chips again.
fn free_the_keys() {
    let pointing = StoredValue::new(false);
    let down = window_event_listener(leptos::ev::pointerdown, move |_| pointing.set_value(true));
    let key = window_event_listener(leptos::ev::keydown, move |_| pointing.set_value(false));
    let to_verbatim = move |event: &Event, holders: &str| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let held = target.and_then(|target| target.closest(holders).ok().flatten()).is_some();
        if held && pointing.get_value() {
            focus("[data-testid=verbatim]");
        }
    };
    let click = window_event_listener(leptos::ev::click, move |event| to_verbatim(&event, "button"));
    let change = window_event_listener(leptos::ev::change, move |event| to_verbatim(&event, "select"));
    // Whoever came here by a click on the place's name, too; an effect runs when the verbatim is on the page.
    effect(|| {
        focus("[data-testid=verbatim]");
    });
    on_cleanup(move || {
        for listener in [down, key, click, change] {
            listener.remove();
        }
    });
}

fn act(coding: Coding, workspace: Workspace, event: &KeyboardEvent) -> bool {
    let (code, printed) = (event.code(), event.key());
    match code.as_str() {
        "Enter" | "NumpadEnter" if !is_on_control(event) => coding.next(),
        "Backspace" => coding.previous(),
        "Digit0" | "Numpad0" => coding.toggle_no_moment(),
        "Slash" | "NumpadDivide" => return focus("[data-testid=search]"),
        _ if printed == "/" => return focus("[data-testid=search]"),
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
