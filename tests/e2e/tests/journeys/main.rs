//! All journeys, in one program so that it is linked once.

mod harness;
mod journey;
mod plan;
mod sample;
mod start;
mod steps;
