//! The page's side: a worker that waits, and what it is given to draw from.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Float64Array};
use wasm_bindgen::JsCast;

use super::wire::{of_input, to_intervals};
use super::worker::NAME;
use crate::analysis::joint::{Input, Intervals};
use crate::app::jobs::worker::Line;

/// A worker that draws, one thing at a time. Dropping it ends it.
pub struct Resampler(Line<Said>);

/// What the worker has said.
#[derive(Default)]
struct Said {
    ready: bool,
    found: Option<Vec<f64>>,
    /// Who hears how far it is; nobody if it is not drawing.
    on_progress: Option<Rc<dyn Fn(u32)>>,
}

impl Resampler {
    /// Starts a worker, which waits for what it is to draw from.
    ///
    /// # Errors
    /// If the browser refuses to, in its words.
    pub fn start() -> Result<Self, String> {
        Line::open(NAME, Said::default(), hear).map(Self)
    }

    /// Draws from that, and tells how many resamples it has done.
    ///
    /// # Errors
    /// If the worker ends before all are done, in the browser's words.
    pub async fn draw(
        &self,
        input: &Input,
        on_progress: impl Fn(u32) + 'static,
    ) -> Result<Intervals, String> {
        let numbers = Float64Array::from(of_input(input).as_slice());
        self.0.said(|said| said.on_progress = Some(Rc::new(on_progress)));
        self.0.until(|said| said.ready).await?;
        self.0.post(&numbers)?;
        self.0.until(|said| said.found.is_some()).await?;
        let found = self.0.said(|said| {
            said.on_progress = None;
            said.found.take()
        });
        found.and_then(|found| to_intervals(&found)).ok_or_else(|| "incomplete".to_owned())
    }

    /// Whether it has not failed yet.
    pub fn is_well(&self) -> bool {
        self.0.is_well()
    }

    /// Whether it is drawing.
    pub fn is_busy(&self) -> bool {
        self.0.said(|said| said.on_progress.is_some())
    }

    /// Ends the worker, whatever it is at; who waits for it is told that it failed.
    pub fn stop(&self) {
        self.0.stop();
    }
}

/// Resamples done, and with the last word what was found. The first word says that the worker waits.
fn hear(said: &RefCell<Said>, message: &Array) {
    let found = message.get(1).dyn_into::<Float64Array>().ok().map(|found| found.to_vec());
    let on_progress = {
        let mut said = said.borrow_mut();
        let on_progress = said.on_progress.clone().filter(|_| said.ready && found.is_none());
        said.ready = true;
        said.found = found;
        on_progress
    };
    if let (Some(on_progress), Some(done)) = (on_progress, message.get(0).as_f64()) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        on_progress(done as u32);
    }
}
