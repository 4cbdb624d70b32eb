//! A place, or a part of one, whose code may still have to come.

use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::shell::language::{Language, say};
use crate::app::shell::parts::{Load, Show};
use crate::app::shell::reactive::{act, part};

#[derive(Clone, Copy)]
enum Arrival {
    Coming,
    Here(Show),
    Lost,
}

impl<E> From<Result<Show, E>> for Arrival {
    fn from(outcome: Result<Show, E>) -> Self {
        outcome.map_or(Self::Lost, Self::Here)
    }
}

/// Shows a part when its code is here; until then, says that it is on its way.
#[component]
pub fn Arriving(load: Load) -> impl IntoView {
    let language = Language::get();
    let arrival = RwSignal::new(Arrival::Coming);
    let begin = move || {
        let mut coming = load();
        // A part that is here already is shown at once.
        if let Poll::Ready(outcome) = coming.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return arrival.set(outcome.into());
        }
        arrival.set(Arrival::Coming);
        spawn_local(async move {
            // The user may have left by then.
            arrival.try_set(coming.await.into());
        });
    };
    begin();
    part(move || match arrival.get() {
        Arrival::Here(show) => show(),
        Arrival::Coming => {
            view! { <p class="arriving" role="status">{say!(language, place.coming)}</p> }.into_any()
        }
        Arrival::Lost => view! {
            <div class="message" data-testid="message" data-kind="error" role="alert">
                <p>{say!(language, place.lost)}</p>
                <button class="primary" data-testid="fetch-again" on:click=act(begin)>
                    {say!(language, place.again)}
                </button>
            </div>
        }
        .into_any(),
    })
}
