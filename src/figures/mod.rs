//! Figures in small steps: what a place shows is made by machines that a caller drives, with pauses where it wants them.
//!
//! No clock, no signal, no thread: a machine has done what its steps did, and gives its result once.

mod comparing;
mod drawing;
#[cfg(test)]
mod example;
mod following;
mod making;
mod planning;

pub use comparing::Comparing;
pub use drawing::{Drawing, is_short};
pub use following::{Following, waves};
pub use making::{Figures, Making};

/// Work that is done in steps of about a millisecond.
pub trait Steps {
    /// What it is for.
    type Output;

    /// Does a little; gives the result once all is done, and must not be called again then.
    fn step(&mut self) -> Option<Self::Output>;

    /// Does all the rest at once.
    fn finish(mut self) -> Self::Output
    where
        Self: Sized,
    {
        loop {
            if let Some(output) = self.step() {
                return output;
            }
        }
    }
}
