//! Finding the verbatim to code next, and the keys that code it.

mod keys;
mod selection;
mod silent;

pub use keys::{MomentKey, moment_keys};
pub use selection::{Selection, State, fold, next_uncoded};
pub use silent::saying_nothing;
