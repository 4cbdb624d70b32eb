//! What is looked at while a project is open: the filter, the plan of what may be shown, the figures.

pub mod figures;
pub mod looked;
pub mod writers;

pub use looked::Looked;
