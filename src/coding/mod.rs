//! Finds the verbatim to code next, the keys that code it, and the people who wrote.

mod follow;
mod keys;
mod people;
mod selection;
mod without_content;

pub use follow::{Decided, Listed, listed_after};
pub use keys::{MomentKey, moment_keys};
pub use people::{People, Person, people};
pub use selection::{Selection, State, fold, next_uncoded};
pub use without_content::without_content;
