//! Parts of the page that follow what they read, each kind as one type.
//!
//! A framework that compiles its rendering code anew for every closure makes a large page; a boxed closure
//! is the same type everywhere, so that code is there once.

use leptos::prelude::*;

/// A text, or the value of an attribute, that follows what it reads.
pub type Reactive = Box<dyn Fn() -> String + Send + Sync>;

/// Boxes a text.
pub fn reactive<T: Into<String>>(text: impl Fn() -> T + Send + Sync + 'static) -> Reactive {
    Box::new(move || text().into())
}

/// Boxes a truth, for attributes that are `true` or `false` in so many letters.
pub fn flag(truth: impl Fn() -> bool + Send + Sync + 'static) -> Reactive {
    Box::new(move || truth().to_string())
}

/// Boxes a truth, for attributes that are there or not.
pub fn present(truth: impl Fn() -> bool + Send + Sync + 'static) -> Box<dyn Fn() -> bool + Send + Sync> {
    Box::new(truth)
}

/// Boxes a part that comes, goes or changes.
pub fn part<V: IntoAny>(
    view: impl Fn() -> V + Send + Sync + 'static,
) -> Box<dyn Fn() -> AnyView + Send + Sync> {
    Box::new(move || view().into_any())
}

/// Does something now, and again when what it reads has changed.
pub fn effect(act: impl FnMut() + 'static) {
    let act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(act);
}

/// Boxes what happens on a click.
pub fn act(act: impl Fn() + 'static) -> Box<dyn Fn(leptos::ev::MouseEvent)> {
    Box::new(move |_| act())
}

/// What shows an item of a list.
pub type Item = Box<dyn Fn() -> AnyView + Send + Sync>;

/// Boxes an item of a list.
pub fn item<V: IntoAny>(view: impl Fn() -> V + Send + Sync + 'static) -> Item {
    Box::new(move || view().into_any())
}

/// A list: what an item shows stays as long as there is an item of the same key.
pub fn list(items: impl Fn() -> Vec<(String, Item)> + Send + Sync + 'static) -> AnyView {
    let items: Box<dyn Fn() -> Vec<(String, Item)> + Send + Sync> = Box::new(items);
    view! { <For each=items key=|(key, _)| key.clone() children=|(_, item)| item() /> }.into_any()
}
