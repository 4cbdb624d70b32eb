//! The page's side: a worker that waits, and what it is asked.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::File;

use super::wire::{self, Arrival, Arrived, Tag, Top};
use super::worker::NAME;
use crate::app::jobs::worker::Line;
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

/// A worker, which reads one source. Dropping it ends it.
#[derive(Debug)]
pub struct Reader(Line<Said>);

/// What the worker has said.
#[derive(Default)]
struct Said {
    ready: bool,
    arrival: Arrival,
    outcome: Option<Result<(), Failure>>,
    on_progress: Option<Box<dyn Fn(Progress)>>,
}

impl std::fmt::Debug for Said {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Said")
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
        Line::open(NAME, Said::default(), hear).map(Self).map_err(Failure::Worker)
    }

    /// Reads a source. Dropping the future leaves the worker at work; dropping the reader ends it.
    ///
    /// # Errors
    /// If there is no source in it, or the worker ends.
    pub async fn read(
        &self,
        job: &Job,
        wishes: (Wish, Top),
        on_progress: impl Fn(Progress) + 'static,
    ) -> Result<Arrived, Failure> {
        self.0.said(|said| said.on_progress = Some(Box::new(on_progress)));
        self.0.until(|said| said.ready).await.map_err(Failure::Worker)?;
        let source = match job {
            Job::File(file) => file.into(),
            Job::Text(text) => JsValue::from(text),
        };
        let wishes = serde_json::to_string(&wishes).unwrap_or_default();
        self.0.post(&Array::of2(&source, &wishes.into())).map_err(Failure::Worker)?;
        self.0.until(|said| said.outcome.is_some()).await.map_err(Failure::Worker)?;
        let (outcome, arrival) =
            self.0.said(|said| (said.outcome.clone(), std::mem::take(&mut said.arrival)));
        outcome.transpose()?;
        arrival.whole().ok_or_else(|| Failure::Worker("incomplete".to_owned()))
    }

    /// Whether it has neither failed nor read its source yet.
    pub fn is_well(&self) -> bool {
        self.0.is_well() && self.0.said(|said| said.outcome.is_none())
    }

    /// Ends the worker, whatever it is at; who waits for it is told that it failed.
    pub fn stop(&self) {
        self.0.stop();
    }
}

fn hear(said: &RefCell<Said>, message: &Array) {
    match Tag::of(message) {
        Some(Tag::Ready) => said.borrow_mut().ready = true,
        Some(Tag::Progress) => {
            let on_progress = said.borrow_mut().on_progress.take();
            if let Some(on_progress) = on_progress {
                on_progress(wire::said_progress(message));
                said.borrow_mut().on_progress = Some(on_progress);
            }
        }
        Some(Tag::Head) => said.borrow_mut().arrival.head(message),
        Some(Tag::Piece) => said.borrow_mut().arrival.piece(message),
        Some(Tag::Done) => {
            let mut said = said.borrow_mut();
            said.arrival.guess(message);
            said.outcome = Some(Ok(()));
        }
        Some(Tag::Gone) => said.borrow_mut().outcome = Some(Err(Failure::File)),
        Some(Tag::Error) => {
            let error = wire::said_error(message)
                .map_or_else(|| Failure::Worker("error".to_owned()), Failure::Source);
            said.borrow_mut().outcome = Some(Err(error));
        }
        None => {}
    }
}
