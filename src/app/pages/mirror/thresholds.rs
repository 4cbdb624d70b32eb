//! The levels at which a side counts as delighted or engaged: a field to type into, a slider to look while it moves.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::settled::Mirror;
use crate::app::language::{Language, say, tr};
use crate::app::live::{act, live};
use crate::app::workspace::Workspace;
use crate::command::Command;
use crate::model::{Settings, Side, Threshold};

/// Both thresholds, and the way back to the original ones.
#[component]
pub fn Thresholds() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = Mirror::get();
    let is_default = move || thresholds(page.settings()) == thresholds(Settings::default());
    let reset = move || {
        page.passing.set(None);
        keep(workspace, thresholds(Settings::default()));
    };
    view! {
        <ThresholdField side=Side::Client />
        <ThresholdField side=Side::Employee />
        <button class="quiet" hidden=is_default on:click=act(reset)>
            {say!(language, mirror.reset)}
        </button>
    }
}

/// One threshold. The slider shows what it passes and keeps where it stops, as one step of undo.
#[component]
fn ThresholdField(side: Side) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = Mirror::get();
    let shown = move || shown(of(thresholds(page.settings()), side));
    let (name, slider, least) = match side {
        Side::Client => ("threshold-client", "slider-client", "-100"),
        // Its negative is the other threshold, so only its size means something.
        Side::Employee => ("threshold-employee", "slider-employee", "0"),
    };
    let label = move || match side {
        Side::Client => tr!(language, mirror.threshold_client),
        Side::Employee => tr!(language, mirror.threshold_employee),
    };
    let read = move |field: &HtmlInputElement| {
        let value: f64 = field.value().replace(',', ".").trim_start_matches(least_sign(side)).parse().ok()?;
        Threshold::new(value / 50.0)
    };
    let change = move |field: HtmlInputElement| {
        page.passing.set(None);
        let kept = thresholds(page.settings());
        match read(&field) {
            Some(threshold) => keep(workspace, with(kept, side, threshold)),
            // Not a level: back to what holds.
            None => field.set_value(&shown()),
        }
    };
    let pass = move |field: HtmlInputElement| {
        if let Some(threshold) = read(&field) {
            page.passing.set(Some(with(thresholds(page.settings()), side, threshold)));
        }
    };
    view! {
        <div class="threshold" title=say!(language, mirror.threshold_text)>
            <label>
                <span>{label}</span>
                <input
                    type="number"
                    min=least
                    max="100"
                    step="any"
                    data-testid=name
                    prop:value=live(shown)
                    on:change:target=move |event| change(event.target())
                />
            </label>
            <input
                type="range"
                min=least
                max="100"
                step="1"
                aria-label=label
                data-testid=slider
                prop:value=live(shown)
                on:input:target=move |event| pass(event.target())
                on:change:target=move |event| change(event.target())
            />
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

fn keep(workspace: Workspace, (client_threshold, employee_threshold): (Threshold, Threshold)) {
    let kept = workspace.peek(|project| project.settings).unwrap_or_default();
    workspace.dispatch(Command::Settings(Settings { client_threshold, employee_threshold, ..kept }));
}

/// The sign that does not count on that side.
fn least_sign(side: Side) -> &'static [char] {
    match side {
        Side::Client => &[],
        Side::Employee => &['-'],
    }
}

fn shown(threshold: Threshold) -> String {
    let rounded = (threshold.valence() * 500.0).round() / 10.0;
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}
