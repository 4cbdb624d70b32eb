//! The waves: renamed, made one, put in order.

use leptos::html::Button;
use leptos::prelude::*;

use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, part, reactive};
use crate::command::Command;
use crate::model::{Project, Side};

/// A wave with its clients' and employees' responses.
type Counted = (String, [usize; 2]);

/// Which wave was moved last and whether towards the beginning, so that the same key moves it on.
type Moved = StoredValue<Option<(String, bool)>>;

/// The list; nothing where no response has a wave.
#[component]
pub fn WavesSection() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let waves = Memo::new(move |_| workspace.with(counted).unwrap_or_default());
    let own_order = Memo::new(move |_| workspace.with(|p| !p.wave_order.is_empty()).unwrap_or_default());
    let moved: Moved = StoredValue::new(None);
    let names =
        move || waves.with_untracked(|(waves, _)| waves.iter().map(|(wave, _)| wave.clone()).collect());
    let shift = Callback::new(move |(place, earlier): (usize, bool)| {
        let mut order: Vec<String> = names();
        let other = if earlier { place.wrapping_sub(1) } else { place + 1 };
        if place < order.len() && other < order.len() {
            moved.set_value(Some((order[place].clone(), earlier)));
            order.swap(place, other);
            workspace.dispatch(Command::OrderWaves(order));
        }
    });
    let by_time = move || {
        workspace.dispatch(Command::OrderWaves(Vec::new()));
    };
    let rows = move |waves: Vec<Counted>| {
        let count = waves.len();
        let row = move |(place, wave): (usize, Counted)| {
            view! { <WaveRow wave place last=place + 1 == count shift moved /> }
        };
        waves.into_iter().enumerate().map(row).collect_view()
    };
    part(move || {
        let (waves, without) = waves.get();
        (!waves.is_empty()).then(|| {
            let without = (without > 0)
                .then(|| view! { <p class="faint">{tr!(language, project.no_wave, count = language.count(without))}</p> });
            view! {
                <section class="waves">
                    <h2>{say!(language, project.waves)}</h2>
                    <p>{say!(language, project.waves_text)}</p>
                    <ul>{rows(waves)}</ul>
                    {without}
                    {part(move || {
                        own_order
                            .get()
                            .then(|| {
                                view! {
                                    <button class="quiet" data-testid="waves-by-time" on:click=act(by_time)>
                                        {say!(language, project.waves_by_time)}
                                    </button>
                                }
                            })
                    })}
                </section>
            }
        })
    })
}

/// The waves in order, and how many responses have none.
fn counted(project: &Project) -> (Vec<Counted>, usize) {
    let mut waves: Vec<Counted> = project.waves().into_iter().map(|wave| (wave.to_owned(), [0; 2])).collect();
    let places: std::collections::BTreeMap<&str, usize> = project.waves().into_iter().zip(0..).collect();
    let mut without = 0;
    for response in project.responses.values() {
        match response.wave.as_deref().and_then(|wave| places.get(wave)) {
            Some(place) => waves[*place].1[usize::from(response.side == Side::Employee)] += 1,
            None => without += 1,
        }
    }
    (waves, without)
}

/// One wave.
#[component]
fn WaveRow(
    /// The wave.
    wave: Counted,
    /// Its place among the waves.
    place: usize,
    /// Whether none follows.
    last: bool,
    /// Moves the wave of that place, towards the beginning or the end.
    shift: Callback<(usize, bool)>,
    /// What was moved last.
    moved: Moved,
) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let (wave, [clients, employees]) = wave;
    let name = StoredValue::new(wave);
    let (up, down) = (NodeRef::<Button>::new(), NodeRef::<Button>::new());
    for (button, earlier, at_end) in [(up, true, place == 0), (down, false, last)] {
        button.on_load(move |button| {
            let is_moved = move |moved: &Option<(String, bool)>| {
                moved
                    .as_ref()
                    .is_some_and(|(wave, was)| name.with_value(|name| name == wave) && *was == earlier)
            };
            if !at_end && moved.with_value(is_moved) {
                moved.set_value(None);
                drop(button.focus());
            }
        });
    }
    let counts = move || {
        let (clients, employees) = (language.count(clients), language.count(employees));
        tr!(language, project.wave_counts, clients = clients, employees = employees)
    };
    view! {
        <li data-testid="wave-row" data-wave=name.get_value() data-clients=clients data-employees=employees>
            <input
                type="text"
                data-testid="wave-name"
                aria-label=reactive(move || tr!(language, project.wave_name, wave = name.get_value()))
                prop:value=name.get_value()
                on:change:target=move |event| {
                    let field = event.target();
                    if !workspace.dispatch(Command::RenameWave(name.get_value(), field.value())) {
                        field.set_value(&name.get_value());
                    }
                }
            />
            <span class="faint">{reactive(counts)}</span>
            <button
                class="quiet"
                node_ref=up
                data-testid="wave-up"
                disabled=place == 0
                title=reactive(move || tr!(language, project.wave_up, wave = name.get_value()))
                on:click=act(move || shift.run((place, true)))
            >
                "↑"
            </button>
            <button
                class="quiet"
                node_ref=down
                data-testid="wave-down"
                disabled=last
                title=reactive(move || tr!(language, project.wave_down, wave = name.get_value()))
                on:click=act(move || shift.run((place, false)))
            >
                "↓"
            </button>
        </li>
    }
}
