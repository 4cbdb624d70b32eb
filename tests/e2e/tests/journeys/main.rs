//! All journeys, in one program so that it is linked once.

mod bad_file;
mod bad_import;
mod bad_storage;
mod erase;
mod harness;
mod journey;
mod keyboard;
mod late;
mod meaning;
mod numbers;
mod one_write;
mod open_files;
mod plan;
mod sample;
mod start;
mod steps;
mod surveys;
