//! Long work in turns, with the browser at work in between.

use leptos::prelude::*;

use super::pause::yield_to_browser;
use crate::figures::Steps;

/// Milliseconds of work between two pauses.
const LONGEST: f64 = 20.0;

/// When the turn that is under way began.
pub struct Turn(f64);

impl Turn {
    /// Begins now.
    pub fn begin() -> Self {
        Self(js_sys::Date::now())
    }

    /// Whether it was over: if so, the browser has worked meanwhile, and the next one has begun.
    pub async fn is_over(&mut self) -> bool {
        let over = js_sys::Date::now() - self.0 >= LONGEST;
        if over {
            self.pause().await;
        }
        over
    }

    /// Ends it, lets the browser work, and begins the next one.
    pub async fn pause(&mut self) {
        yield_to_browser().await;
        self.0 = js_sys::Date::now();
    }
}

/// Drives a machine turn by turn; nothing if its result is wanted no more.
pub async fn drive<S: Steps>(
    mut machine: S,
    turn: &mut Turn,
    is_wanted: impl Fn() -> bool,
) -> Option<S::Output> {
    loop {
        if let Some(output) = machine.step() {
            return Some(output);
        }
        if turn.is_over().await && !is_wanted() {
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
