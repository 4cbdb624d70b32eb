//! Parts of the page that know no place.

mod coders;
mod confirm;
mod header;
mod notices;
mod save_status;
mod starter;

pub use coders::{CoderChoice, Counted, coder_name, deciders, read_codings_of};
pub use confirm::Confirm;
pub use header::Header;
pub use notices::{NoticeBar, download_open};
pub use save_status::SaveStatus;
pub use starter::{NewMoment, StarterChoice};
