//! Pictures with their words: what is drawn, and what stands around it where it leaves the page.

mod arrows;
mod compose;
mod frame;
mod words;

#[cfg(test)]
mod tests;

pub use arrows::{compose_arrows, frame_of_arrows};
pub use compose::{Look, compose};
pub use frame::{Seen, frame};
