//! The page's side: a worker for one drawing.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Float64Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use super::wire::{of_ground, to_across};
use super::worker::NAME;
use crate::analysis::joint::{Across, Ground};
use crate::app::workers;

/// A worker that draws once. Dropping it ends it, whatever it is at.
pub struct Drawer {
    worker: Worker,
    state: Rc<RefCell<State>>,
    // Kept as long as the worker may call them.
    _listener: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn(Event)>,
}

/// What the worker has said.
#[derive(Default)]
struct State {
    outcome: Option<Result<Across, String>>,
    wake: Option<Function>,
}

impl Drawer {
    /// Starts a worker on that, and hears how many resamples it has done.
    ///
    /// # Errors
    /// If the browser refuses to, in its words.
    pub fn start(ground: &Ground, told: impl Fn(u32) + 'static) -> Result<Self, String> {
        let worker = workers::start(NAME).map_err(|error| format!("{error:?}"))?;
        let state = Rc::new(RefCell::new(State::default()));
        let numbers = of_ground(ground);
        let listener = {
            let (state, worker) = (Rc::clone(&state), worker.clone());
            // Handed over when the worker can take it.
            let waiting = RefCell::new(Some(numbers));
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let message = Array::from(&event.data());
                if let Some(numbers) = waiting.borrow_mut().take() {
                    let numbers = Float64Array::from(numbers.as_slice());
                    if let Err(error) = worker.post_message(&numbers) {
                        end(&state, Err(format!("{error:?}")));
                    }
                } else if let Ok(found) = message.get(1).dyn_into::<Float64Array>() {
                    end(&state, to_across(&found.to_vec()).ok_or_else(|| "incomplete".to_owned()));
                } else if let Some(done) = message.get(0).as_f64() {
                    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
                    told(done as u32);
                }
            })
        };
        let failed = {
            let state = Rc::clone(&state);
            // A script that does not arrive gives an event without a message.
            Closure::<dyn Fn(Event)>::new(move |event: Event| {
                event.prevent_default();
                let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                end(&state, Err(message.unwrap_or_default()));
            })
        };
        worker.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Self { worker, state, _listener: listener, _failed: failed })
    }

    /// Waits for what it finds.
    ///
    /// # Errors
    /// If the worker ends before that, in the browser's words.
    pub async fn outcome(&self) -> Result<Across, String> {
        loop {
            if let Some(outcome) = self.state.borrow_mut().outcome.take() {
                return outcome;
            }
            let turn = Promise::new(&mut |wake, _| self.state.borrow_mut().wake = Some(wake));
            // A promise that nothing rejects.
            drop(JsFuture::from(turn).await);
        }
    }
}

impl Drop for Drawer {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn end(state: &RefCell<State>, outcome: Result<Across, String>) {
    state.borrow_mut().outcome = Some(outcome);
    let wake = state.borrow_mut().wake.take();
    if let Some(wake) = wake {
        // A resolved promise has nothing to refuse.
        drop(wake.call0(&JsValue::UNDEFINED));
    }
}
