//! Finding the verbatim to code next, and the keys that code it.

mod keys;
mod selection;

pub use keys::{MomentKey, moment_keys};
pub use selection::{Selection, State, fold, next_uncoded};
