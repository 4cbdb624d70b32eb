//! Figures computed in small steps, so that a caller can pause between them.
//!
//! No clock, no signal, no thread: the caller makes every step, and the last one returns the result.

mod comparing;
#[cfg(test)]
mod example;
mod following;
mod making;
mod planning;
mod resampling;

pub use comparing::Comparing;
pub use following::{Following, waves};
pub use making::{Figures, Making};
pub use resampling::{Resampling, is_short};

/// A computation in steps of about a millisecond.
pub trait Steps {
    /// The result.
    type Output;

    /// Does one step; the last one returns the result, and must not be followed by another.
    fn step(&mut self) -> Option<Self::Output>;

    /// Does all remaining steps, and returns the result.
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
