//! What every part of the page stands on: language, theme, address, notices, parts that come later.

pub mod language;
pub mod notice_text;
pub mod notices;
pub mod parts;
pub mod reactive;
pub mod route;
pub mod theme;
