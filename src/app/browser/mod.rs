//! Calls to the browser: files, storage, the keyboard, what is on the screen.

pub mod clock;
pub mod files;
pub mod keyboard;
pub mod storage;
pub mod visible;
