//! Long work in slices, so that the page lives meanwhile.

use std::sync::Arc;

use leptos::prelude::*;

use super::pause::breathe;
use crate::analysis::certainty::Resampled;
use crate::analysis::groups::{Plan, Planning};
use crate::analysis::{Filter, Measured, Measuring, Tracker};
use crate::model::{Project, Settings};

/// Milliseconds of work between two pauses.
const SLICE: f64 = 20.0;

/// When the slice that is under way began.
pub struct Slice(f64);

impl Slice {
    /// Begins now.
    pub fn begin() -> Self {
        Self(js_sys::Date::now())
    }

    /// Whether it is over: if so, the page has lived meanwhile, and the next one has begun.
    pub async fn is_over(&mut self) -> bool {
        let over = js_sys::Date::now() - self.0 >= SLICE;
        if over {
            self.pause().await;
        }
        over
    }

    /// Ends it, lets the page live, and begins the next one.
    pub async fn pause(&mut self) {
        breathe().await;
        self.0 = js_sys::Date::now();
    }
}

/// Measures slice by slice; nothing if that is wanted no more.
pub async fn measure<'a>(
    project: &'a Project,
    filter: &'a Filter,
    slice: &mut Slice,
    is_wanted: impl Fn() -> bool,
) -> Option<Measured<'a>> {
    let mut measuring = Measuring::new(project, filter);
    loop {
        if let Some(measured) = measuring.step() {
            return Some(measured);
        }
        if slice.is_over().await && !is_wanted() {
            return None;
        }
    }
}

/// Draws every row again, slice by slice, and tells how sure its type is; whether that was wanted to the end.
pub async fn draw(
    tracker: &mut Tracker,
    settings: &Settings,
    slice: &mut Slice,
    is_wanted: impl Fn() -> bool,
) -> bool {
    let mut resampled = Vec::with_capacity(tracker.rows.len());
    for row in &tracker.rows {
        resampled.push(Resampled::new(row, settings));
        if slice.is_over().await && !is_wanted() {
            return false;
        }
    }
    tracker.classify(settings, &resampled);
    true
}

/// Finds slice by slice which filters may be chosen; nothing if that is wanted no more.
pub async fn plan_slowly(project: Arc<Project>, is_wanted: Box<dyn Fn() -> bool>) -> Option<Plan> {
    let (mut planning, mut slice) = (Planning::new(&project), Slice::begin());
    loop {
        if let Some(plan) = planning.step() {
            return Some(plan);
        }
        if slice.is_over().await && !is_wanted() {
            return None;
        }
    }
}

/// Counts wishes, of which the last one alone is wanted.
#[derive(Clone, Copy)]
pub struct Wishes(StoredValue<u32>);

impl Wishes {
    /// None yet.
    pub fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// Counts one more, and gives its number.
    pub fn next(self) -> Option<u32> {
        self.0.try_update_value(|wish| {
            *wish += 1;
            *wish
        })
    }

    /// Whether it is the last one, and who wished is still there.
    pub fn wants(self, wish: u32) -> bool {
        self.0.try_get_value() == Some(wish)
    }
}
