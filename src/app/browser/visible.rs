//! Whether an element is on the screen.

use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{IntersectionObserver, IntersectionObserverEntry};

/// Whether an element is on the screen, in part at least, as the browser tells it without laying the page out for the
/// question. So as long as it has not told.
pub fn on_screen<E>(element: NodeRef<E>) -> ReadSignal<bool>
where
    E: ElementType,
    E::Output: JsCast + Clone + 'static,
{
    let (visible, set_visible) = signal(true);
    let on_change = Closure::<dyn Fn(Vec<IntersectionObserverEntry>)>::new(move |entries: Vec<_>| {
        if let Some(entry) = entries.last() {
            // What nobody shows any more may still be told of.
            let _ = set_visible.try_set(IntersectionObserverEntry::is_intersecting(entry));
        }
    });
    // Without it, all counts as seen.
    if let Ok(observer) = IntersectionObserver::new(on_change.as_ref().unchecked_ref()) {
        let kept = StoredValue::new_local((observer, on_change));
        Effect::new(move || {
            if let Some(element) = element.get() {
                kept.with_value(|(observer, _)| observer.observe(element.unchecked_ref()));
            }
        });
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    }
    visible
}
