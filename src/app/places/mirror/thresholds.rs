//! The levels at which a side counts as delighted or engaged: a field to type into, a slider to look while it moves.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::state::MirrorState;
use crate::app::browser::number::number;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say};
use crate::app::shell::reactive::{act, flag, part, present, reactive};
use crate::model::{Settings, Side, Threshold};
use crate::say::mirror::threshold;

/// Both thresholds, and the way back to the original ones.
#[component]
pub fn Thresholds() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let is_default = move || thresholds(page.settings()) == thresholds(Settings::default());
    let reset = move || {
        page.dragged.set(None);
        keep(workspace, Workspace::change_settings, thresholds(Settings::default()));
    };
    view! {
        <ThresholdField side=Side::Client />
        <ThresholdField side=Side::Employee />
        <button class="quiet" hidden=present(is_default) on:click=act(reset)>
            {say!(language, mirror.reset)}
        </button>
    }
}

/// One threshold. The field is one of text, because those of numbers are written as the browser's language has it, and not
/// the page's. The slider shows what it passes and keeps where it stops, as one step of undo.
#[component]
fn ThresholdField(side: Side) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let shown = move || of(thresholds(page.settings()), side).tenths();
    // Only when it changes: what is being typed must not be written over.
    let written = Memo::new(move |_| language.short(shown()));
    let (name, slider, keys) = match side {
        // Keys for decimals alone may have no minus sign.
        Side::Client => ("threshold-client", "slider-client", "text"),
        Side::Employee => ("threshold-employee", "slider-employee", "decimal"),
    };
    let label = move || threshold::label(language.locale(), side);
    let read = move |field: &HtmlInputElement| threshold::of_typed(&field.value(), side, number);
    // What held when something was typed that is no level: wrong until something else holds.
    let refused = RwSignal::new(None);
    let is_refused = move || refused.get().is_some_and(|held| held == written.get());
    let type_in = move |field: HtmlInputElement| {
        page.dragged.set(None);
        let threshold = read(&field);
        refused.set(threshold.is_none().then(|| written.get_untracked()));
        if let Some(threshold) = threshold {
            keep(workspace, Workspace::change_settings, with(thresholds(page.settings()), side, threshold));
            field.set_value(&written.get_untracked());
        }
    };
    // While keys move the slider, the change that the next of them goes on with: a run of keys is one step of undo.
    let run = StoredValue::new(None::<u64>);
    let revision = move || untrack(|| workspace.revision());
    let let_go = move |field: HtmlInputElement| {
        page.dragged.set(None);
        let Some(threshold) = read(&field) else { return };
        let goes_on = run.get_value() == Some(revision());
        let carry = if goes_on { Workspace::amend_settings } else { Workspace::change_settings };
        keep(workspace, carry, with(thresholds(page.settings()), side, threshold));
        run.update_value(|run| *run = run.map(|_| revision()));
    };
    let pass = move |field: HtmlInputElement| {
        if let Some(threshold) = read(&field) {
            page.dragged.set(Some(with(thresholds(page.settings()), side, threshold)));
        }
    };
    view! {
        <div class="threshold" title=say!(language, mirror.threshold_text)>
            <label>
                <span>{reactive(label)}</span>
                <input
                    inputmode=keys
                    autocomplete="off"
                    data-testid=name
                    aria-invalid=flag(is_refused)
                    prop:value=reactive(move || written.get())
                    on:change:target=move |event| type_in(event.target())
                />
            </label>
            <input
                type="range"
                min=threshold::lowest(side)
                max="100"
                step="1"
                aria-label=reactive(label)
                data-testid=slider
                prop:value=reactive(move || shown().to_string())
                on:input:target=move |event| pass(event.target())
                on:change:target=move |event| let_go(event.target())
                on:keydown=move |_| run.update_value(|run| *run = run.or(Some(0)))
                on:pointerdown=move |_| run.set_value(None)
                on:blur=move |_| run.set_value(None)
            />
            {part(move || {
                is_refused()
                    .then(|| {
                        view! { <p class="warning" role="alert">{threshold::range(language.locale(), side)}</p> }
                    })
            })}
        </div>
    }
}

fn thresholds(settings: Settings) -> (Threshold, Threshold) {
    (settings.client_threshold, settings.employee_threshold)
}

fn of((client, employee): (Threshold, Threshold), side: Side) -> Threshold {
    match side {
        Side::Client => client,
        Side::Employee => employee,
    }
}

fn with((client, employee): (Threshold, Threshold), side: Side, one: Threshold) -> (Threshold, Threshold) {
    match side {
        Side::Client => (one, employee),
        Side::Employee => (client, one),
    }
}

fn keep(
    workspace: Workspace,
    change: fn(Workspace, Settings),
    (client_threshold, employee_threshold): (Threshold, Threshold),
) {
    let kept = workspace.peek(|project| project.settings).unwrap_or_default();
    change(workspace, Settings { client_threshold, employee_threshold, ..kept });
}
