//! Long work in slices, so that the page lives meanwhile.

use leptos::prelude::*;

use super::pause::breathe;
use crate::figures::Steps;

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

/// Drives a machine slice by slice; nothing if its result is wanted no more.
pub async fn drive<S: Steps>(
    mut machine: S,
    slice: &mut Slice,
    is_wanted: impl Fn() -> bool,
) -> Option<S::Output> {
    loop {
        if let Some(output) = machine.step() {
            return Some(output);
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
