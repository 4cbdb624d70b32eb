//! The page's side: a worker that waits, and what it is asked.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, Event, File, MessageEvent, Worker};

use super::wire::{self, Arrival, Arrived, Tag};
use super::worker::NAME;
use crate::app::workers;
use crate::import::Progress;
use crate::import::source::{SourceError, Wish};

/// Why there is no source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It is none that can be read.
    Source(SourceError),
    /// The browser could not read the file.
    File,
    /// The worker did not start, or it ended: most likely it ran out of memory.
    Worker(String),
}

/// What the worker is to read.
#[derive(Clone, Debug)]
pub enum Job {
    /// A file that the user chose.
    File(File),
    /// A paste.
    Text(String),
}

/// A worker, which reads one source.
#[derive(Debug)]
pub struct Reader {
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
    arrival: Arrival,
    outcome: Option<Result<(), Failure>>,
    told: Option<Box<dyn Fn(Progress)>>,
    wake: Option<Function>,
}

impl std::fmt::Debug for Heard {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Heard")
            .field("ready", &self.ready)
            .field("outcome", &self.outcome)
            .finish_non_exhaustive()
    }
}

impl Reader {
    /// Starts a worker.
    ///
    /// # Errors
    /// If the browser refuses to.
    pub fn start() -> Result<Self, Failure> {
        let worker = workers::start(NAME).map_err(|error| Failure::Worker(format!("{error:?}")))?;
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
                end(&heard, Err(Failure::Worker(message.unwrap_or_default())));
            })
        };
        worker.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Self { worker, heard, _listener: listener, _failed: failed })
    }

    /// Reads a source. Dropping the future leaves the worker at work; dropping the reader ends it.
    ///
    /// # Errors
    /// If there is no source in it, or the worker ends.
    pub async fn read(
        &self,
        job: &Job,
        wish: Wish,
        told: impl Fn(Progress) + 'static,
    ) -> Result<Arrived, Failure> {
        self.heard.borrow_mut().told = Some(Box::new(told));
        self.until(|heard| heard.ready).await?;
        let source = match job {
            Job::File(file) => file.into(),
            Job::Text(text) => JsValue::from(text),
        };
        let wish = serde_json::to_string(&wish).unwrap_or_default();
        let asked = self.worker.post_message(&Array::of2(&source, &wish.into()));
        asked.map_err(|error| Failure::Worker(format!("{error:?}")))?;
        self.until(|heard| heard.outcome.is_some()).await?;
        let arrival = std::mem::take(&mut self.heard.borrow_mut().arrival);
        arrival.whole().ok_or_else(|| Failure::Worker("incomplete".to_owned()))
    }

    /// Whether it has not failed yet.
    pub fn is_well(&self) -> bool {
        self.heard.borrow().outcome.is_none()
    }

    /// Ends the worker, whatever it is at; who waits for it is told that it failed.
    pub fn stop(&self) {
        self.worker.terminate();
        end(&self.heard, Err(Failure::Worker("stopped".to_owned())));
    }

    /// Waits until that is so, or the worker has failed.
    async fn until(&self, is_so: fn(&Heard) -> bool) -> Result<(), Failure> {
        loop {
            if let Some(Err(failure)) = &self.heard.borrow().outcome {
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

impl Drop for Reader {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn hear(heard: &RefCell<Heard>, message: &Array) {
    match Tag::of(message) {
        Some(Tag::Ready) => {
            heard.borrow_mut().ready = true;
            wake(heard);
        }
        Some(Tag::Progress) => {
            let told = heard.borrow_mut().told.take();
            if let Some(told) = told {
                told(wire::said_progress(message));
                heard.borrow_mut().told = Some(told);
            }
        }
        Some(Tag::Head) => heard.borrow_mut().arrival.head(message),
        Some(Tag::Piece) => heard.borrow_mut().arrival.piece(message),
        Some(Tag::Done) => end(heard, Ok(())),
        Some(Tag::Gone) => end(heard, Err(Failure::File)),
        Some(Tag::Error) => {
            let error = wire::said_error(message)
                .map_or_else(|| Failure::Worker("error".to_owned()), Failure::Source);
            end(heard, Err(error));
        }
        None => {}
    }
}

fn end(heard: &RefCell<Heard>, outcome: Result<(), Failure>) {
    heard.borrow_mut().outcome = Some(outcome);
    wake(heard);
}

fn wake(heard: &RefCell<Heard>) {
    let wake = heard.borrow_mut().wake.take();
    if let Some(wake) = wake {
        // A resolved promise has nothing to refuse.
        drop(wake.call0(&JsValue::UNDEFINED));
    }
}
