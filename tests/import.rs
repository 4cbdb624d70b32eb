//! Oddities of files and pastes: what each is read as, cell by cell, and what is said about it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod import {
    mod asked;
    mod cases;
    mod cells;
    mod choices;
    mod closed;
    mod coded;
    mod doubtful;
    mod exchange;
    mod given;
    mod hostile;
    mod joined;
    mod nothing;
    mod properties;
    mod real;
    mod repairs;
    mod roles;
    mod rows;
    mod spectrum;
    mod steps;
    mod waves;
    mod whose;
    mod workbooks;
}
