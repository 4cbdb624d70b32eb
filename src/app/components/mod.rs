//! Parts of the page that several places share, and that belong to none.

pub mod arrival;
mod coders;
mod confirm;
pub mod opened;
mod starter;

pub use arrival::Arriving;
pub use coders::{CoderChoice, Counted, coder_choice, coder_name, deciders, read_codings_of};
pub use confirm::Confirm;
pub use starter::{NewMoment, StarterChoice};
