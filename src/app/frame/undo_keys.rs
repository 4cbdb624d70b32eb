//! Undo and redo by key, at every place.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::browser::keyboard::is_typing;
use crate::app::keep::workspace::Workspace;

/// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y over everything but fields, which have an undo of their own.
pub fn provide_undo_keys(workspace: Workspace) {
    let listener = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || is_typing(&event) {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => workspace.undo(),
            ("z", true) | ("y", false) => workspace.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}
