//! The pictures: results become plain geometry, and geometry is drawn alike on a canvas and as SVG.
//!
//! [`mirror`], [`zones`] and [`arrows`] compute shapes and pointing targets, [`draw`] draws them on any backend of
//! plotters, [`svg`] writes them to a file. All words of a picture come from the caller: see [`Words`].

mod arrow;
mod arrow_labels;
mod arrow_legend;
mod arrows;
mod columns;
mod draw;
mod glyph;
mod key;
mod label;
mod label_places;
mod legend;
mod mark;
mod mirror;
mod picture;
mod plane;
mod rows;
mod scene;
mod sheet;
mod svg;
mod text;
mod theme;
mod view;
mod zones;

#[cfg(test)]
mod example;
#[cfg(test)]
mod tests;

pub use crate::model::Reading;
pub use arrows::{ArrowWords, WithoutArrow, arrows, without_arrow};
pub use draw::{Grain, draw};
pub use mirror::mirror;
pub use picture::{Align, Cell, Mark, Paint, Picture, Point, Rect, Shape, Text};
pub use scene::without_both_levels;
pub use svg::svg;
pub use text::{Font, Size};
pub use theme::{Theme, contrast};
pub use view::{Frame, PictureKind, View, Words};
pub use zones::zones;
