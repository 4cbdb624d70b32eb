//! What is said of a project as a whole: its questions, its keywords, where it is kept, its steps.

pub mod keywords;
pub mod mirrored;
pub mod person;
pub mod steps;
pub mod storage;
