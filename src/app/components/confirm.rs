//! A question before something that cannot be taken back.

use leptos::prelude::*;

use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::{act, part};

/// A button that asks once more, in place, before it acts.
#[component]
pub fn Confirm(
    /// Test handle of the first button; the second adds `-confirm`.
    testid: &'static str,
    /// What the first button says.
    #[prop(into)]
    label: Signal<String>,
    /// The question.
    #[prop(into)]
    question: Signal<String>,
    /// What the second button says.
    #[prop(into)]
    yes: Signal<String>,
    /// What happens then.
    #[prop(into)]
    on_yes: Callback<()>,
) -> impl IntoView {
    let language = Language::get();
    let asking = RwSignal::new(false);
    let ask = move || {
        view! {
            <span class="confirm" role="group">
                <span>{question}</span>
                <button
                    class="danger"
                    data-testid=format!("{testid}-confirm")
                    on:click=move |_| {
                        asking.set(false);
                        on_yes.run(());
                    }
                >
                    {yes}
                </button>
                <button class="quiet" on:click=act(move || asking.set(false))>
                    {say!(language, head.cancel)}
                </button>
            </span>
        }
    };
    view! {
        <button class="quiet" data-testid=testid hidden=asking on:click=act(move || asking.set(true))>
            {label}
        </button>
        {part(move || asking.get().then(ask))}
    }
}
