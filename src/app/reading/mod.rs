//! Reading files in a worker, so that the page stays alive whatever is in them.
//!
//! The worker runs the page's own compiled module, and is thrown away with its memory after each file. The page sends
//! it a source, a [`Wish`](crate::import::source::Wish) and a [`Top`]; it answers with messages of the kinds in [`wire`].

mod page;
mod pieces;
mod wire;
mod worker;

pub use page::{Failure, Job, Reader};
pub use wire::{Arrived, Guess, Top};
pub use worker::serve;
