//! All journeys, in one program so that it is linked once.

mod harness;
mod start;
