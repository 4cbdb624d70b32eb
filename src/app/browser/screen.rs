//! The pixels of the screen.

use leptos::prelude::window;

/// How many of them go to one pixel of the page.
pub fn ratio() -> f64 {
    window().device_pixel_ratio()
}

/// The greatest length that is no longer than that one, in pixels of the page, and ends between two pixels of the screen.
pub fn whole(length: f64) -> f64 {
    (length * ratio()).floor() / ratio()
}

/// A length as a number of pixels.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
pub fn pixels(length: f64) -> u32 {
    length.round() as u32
}
