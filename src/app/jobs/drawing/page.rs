//! The page's side: a worker that waits, and what it is given to draw from.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Float64Array};
use wasm_bindgen::JsCast;

use super::wire::{of_ground, to_across};
use super::worker::NAME;
use crate::analysis::joint::{Across, Ground};
use crate::app::jobs::worker::Line;

/// A worker that draws, one thing at a time. Dropping it ends it.
pub struct Drawer(Line<Said>);

/// What the worker has said.
#[derive(Default)]
struct Said {
    ready: bool,
    found: Option<Vec<f64>>,
    /// Who hears how far it is; nobody if it is not drawing.
    told: Option<Rc<dyn Fn(u32)>>,
}

impl Drawer {
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
    pub async fn draw(&self, ground: &Ground, told: impl Fn(u32) + 'static) -> Result<Across, String> {
        let numbers = Float64Array::from(of_ground(ground).as_slice());
        self.0.said(|said| said.told = Some(Rc::new(told)));
        self.0.until(|said| said.ready).await?;
        self.0.post(&numbers)?;
        self.0.until(|said| said.found.is_some()).await?;
        let found = self.0.said(|said| {
            said.told = None;
            said.found.take()
        });
        found.and_then(|found| to_across(&found)).ok_or_else(|| "incomplete".to_owned())
    }

    /// Whether it has not failed yet.
    pub fn is_well(&self) -> bool {
        self.0.is_well()
    }

    /// Whether it is drawing.
    pub fn is_busy(&self) -> bool {
        self.0.said(|said| said.told.is_some())
    }

    /// Ends the worker, whatever it is at; who waits for it is told that it failed.
    pub fn stop(&self) {
        self.0.stop();
    }
}

/// Resamples done, and with the last word what was found. The first word says that the worker waits.
fn hear(said: &RefCell<Said>, message: &Array) {
    let found = message.get(1).dyn_into::<Float64Array>().ok().map(|found| found.to_vec());
    let told = {
        let mut said = said.borrow_mut();
        let told = said.told.clone().filter(|_| said.ready && found.is_none());
        said.ready = true;
        said.found = found;
        told
    };
    if let (Some(told), Some(done)) = (told, message.get(0).as_f64()) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        told(done as u32);
    }
}
