//! A place, or a part of one, whose code may still have to come.

use std::future::Future;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::parts::{Part, Show, fetch};
use crate::app::language::{Language, say};
use crate::app::live::{act, part};

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

/// Shows it when it is here; until then, says so.
#[component]
pub fn Arriving(wanted: Part) -> impl IntoView {
    let language = Language::get();
    let arrival = RwSignal::new(Arrival::Coming);
    let begin = move || {
        let mut coming = Box::pin(fetch(wanted));
        // A place that is here already is shown at once.
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
