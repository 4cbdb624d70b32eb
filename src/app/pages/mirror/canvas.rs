//! Pictures on a canvas, sharp at any pixel ratio.

use plotters::drawing::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::{Grain, Picture, draw};

/// Draws a picture with that many device pixels to one of its own.
///
/// Returns whether the browser let it.
pub fn paint(canvas: &HtmlCanvasElement, picture: &Picture, ratio: f64) -> bool {
    canvas.set_width(pixels(picture.width * ratio));
    canvas.set_height(pixels(picture.height * ratio));
    let context = canvas.get_context("2d").ok().flatten();
    let Some(context) = context.and_then(|c| c.dyn_into::<CanvasRenderingContext2d>().ok()) else {
        return false;
    };
    // Resizing has reset the transformation.
    let scale = ratio / Grain::CANVAS.units;
    if context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).is_err() {
        return false;
    }
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return false };
    let area = backend.into_drawing_area().shrink((0, 0), Grain::CANVAS.area(picture));
    draw(picture, &area, Grain::CANVAS).is_ok()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
fn pixels(length: f64) -> u32 {
    length.round() as u32
}
