//! What is always on screen: the head of the page and its notices.

mod header;
mod notice_bar;
mod save_status;
mod undo_keys;

pub use header::Header;
pub use notice_bar::NoticeBar;
pub use undo_keys::provide_undo_keys;
