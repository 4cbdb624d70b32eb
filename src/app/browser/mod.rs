//! Calls to the browser: files, storage, the keyboard, numbers, what is on the screen.

pub mod clock;
pub mod files;
pub mod keyboard;
pub mod number;
pub mod screen;
pub mod storage;
pub mod visible;
