//! The page's side: a worker that waits, and what it is given to draw from.

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

/// A worker that draws, once at a time.
pub struct Drawer {
    worker: Worker,
    heard: Rc<RefCell<Heard>>,
    // Kept as long as the worker may call them.
    _listener: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn(Event)>,
}

/// What the worker has said.
#[derive(Default)]
struct Heard {
    ready: bool,
    found: Option<Vec<f64>>,
    /// Why it is of no use any more, in the browser's words.
    failed: Option<String>,
    told: Option<Rc<dyn Fn(u32)>>,
    wake: Option<Function>,
}

impl Drawer {
    /// Starts a worker, which waits for what it is to draw from.
    ///
    /// # Errors
    /// If the browser refuses to, in its words.
    pub fn start() -> Result<Self, String> {
        let worker = workers::start(NAME).map_err(|error| format!("{error:?}"))?;
        let heard = Rc::new(RefCell::new(Heard::default()));
        let listener = {
            let heard = Rc::clone(&heard);
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                hear(&heard, &Array::from(&event.data()));
            })
        };
        let failed = {
            let heard = Rc::clone(&heard);
            // A script that does not arrive gives an event without a message.
            Closure::<dyn Fn(Event)>::new(move |event: Event| {
                event.prevent_default();
                let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                fail(&heard, message.unwrap_or_default());
            })
        };
        worker.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Self { worker, heard, _listener: listener, _failed: failed })
    }

    /// Draws from that, and tells how many resamples it has done.
    ///
    /// # Errors
    /// If the worker ends before all are done, in the browser's words.
    pub async fn draw(&self, ground: &Ground, told: impl Fn(u32) + 'static) -> Result<Across, String> {
        let numbers = Float64Array::from(of_ground(ground).as_slice());
        self.heard.borrow_mut().told = Some(Rc::new(told));
        self.until(|heard| heard.ready).await?;
        self.worker.post_message(&numbers).map_err(|error| format!("{error:?}"))?;
        self.until(|heard| heard.found.is_some()).await?;
        let found = {
            let mut heard = self.heard.borrow_mut();
            heard.told = None;
            heard.found.take()
        };
        found.and_then(|found| to_across(&found)).ok_or_else(|| "incomplete".to_owned())
    }

    /// Whether it has not failed yet.
    pub fn is_well(&self) -> bool {
        self.heard.borrow().failed.is_none()
    }

    /// Whether it is drawing.
    pub fn is_busy(&self) -> bool {
        self.heard.borrow().told.is_some()
    }

    /// Ends the worker, whatever it is at; who waits for it is told that it failed.
    pub fn stop(&self) {
        self.worker.terminate();
        fail(&self.heard, "stopped".to_owned());
    }

    /// Waits until that is so, or the worker has failed.
    async fn until(&self, is_so: fn(&Heard) -> bool) -> Result<(), String> {
        loop {
            if let Some(failure) = &self.heard.borrow().failed {
                return Err(failure.clone());
            }
            if is_so(&self.heard.borrow()) {
                return Ok(());
            }
            let turn = Promise::new(&mut |wake, _| self.heard.borrow_mut().wake = Some(wake));
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

/// Resamples done, and with the last word what was found. The first word says that the worker waits.
fn hear(heard: &RefCell<Heard>, message: &Array) {
    let found = message.get(1).dyn_into::<Float64Array>().ok().map(|found| found.to_vec());
    let told = {
        let mut heard = heard.borrow_mut();
        if !heard.ready || found.is_some() {
            heard.ready = true;
            heard.found = found;
            None
        } else {
            heard.told.clone()
        }
    };
    match (told, message.get(0).as_f64()) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        (Some(told), Some(done)) => told(done as u32),
        _ => wake(heard),
    }
}

fn fail(heard: &RefCell<Heard>, failure: String) {
    heard.borrow_mut().failed = Some(failure);
    wake(heard);
}

fn wake(heard: &RefCell<Heard>) {
    let wake = heard.borrow_mut().wake.take();
    if let Some(wake) = wake {
        // A resolved promise has nothing to refuse.
        drop(wake.call0(&JsValue::UNDEFINED));
    }
}
