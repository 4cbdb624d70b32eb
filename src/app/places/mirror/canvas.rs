//! Pictures on the page: bands of canvas one below the other, sharp at any pixel ratio.
//!
//! One canvas for all would be larger than some browsers allow where a journey is long (16.7 million pixels on a telephone),
//! and would be painted again as a whole whenever a threshold moves.

use std::sync::Arc;

use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use plotters::drawing::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::state::MirrorState;
use crate::app::browser::screen::{pixels, ratio, whole};
use crate::app::browser::visible::on_screen;
use crate::app::shell::reactive::{effect, part, reactive};
use crate::chart::{Grain, Picture, draw};

/// The greatest height of a band, in pixels of the page.
const BAND: f64 = 512.0;

/// Where a canvas lies in a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Where it begins.
    top: f64,
    /// How high it is.
    height: f64,
    /// Pixels of the canvas to one of the picture.
    ratio: f64,
}

impl Room {
    /// The whole of a picture, that sharp.
    pub const fn whole(picture: &Picture, ratio: f64) -> Self {
        Self { top: 0.0, height: picture.height, ratio }
    }

    /// The band of that number: it ends between two pixels of the screen, where the next one begins.
    fn band(picture: &Picture, index: u32) -> Self {
        let (ratio, high) = (ratio(), high());
        let top = f64::from(index) * high;
        Self { top, height: high.min(picture.height - top), ratio }
    }
}

/// A picture that follows what it shows.
#[component]
pub fn Painted(picture: Memo<Option<Arc<Picture>>>) -> impl IntoView {
    let bands = Memo::new(move |_| picture.get().map_or(0.0, |picture| (picture.height / high()).ceil()));
    part(move || {
        (0..pixels(bands.get()))
            .map(|index| view! { <PaintedBand picture index /> }.into_any())
            .collect_view()
    })
}

#[component]
fn PaintedBand(picture: Memo<Option<Arc<Picture>>>, index: u32) -> impl IntoView {
    let page = MirrorState::get();
    let (place, canvas) = (NodeRef::<Div>::new(), NodeRef::<Canvas>::new());
    let is_visible = on_screen(place);
    let painted = StoredValue::new(None::<(Picture, Room)>);
    effect(move || {
        let (Some(canvas), Some(picture)) = (canvas.get(), picture.get()) else { return };
        // While a slider passes, what nobody sees can wait.
        if page.is_dragging() && !is_visible.get() {
            return;
        }
        let room = Room::band(&picture, index);
        let now = (picture.between(room.top, room.top + room.height), room);
        if painted.with_value(|before| before.as_ref() == Some(&now)) {
            return;
        }
        if paint(&canvas, &now.0, room) {
            painted.set_value(Some(now));
        } else {
            leptos::logging::warn!("the browser gives no canvas");
        }
    });
    let height = move || picture.get().map_or(0.0, |picture| Room::band(&picture, index).height);
    view! {
        <div node_ref=place class="band" style=reactive(move || format!("height:{}px", height()))>
            <canvas node_ref=canvas aria-hidden="true"></canvas>
        </div>
    }
}

/// The height of a band.
fn high() -> f64 {
    whole(BAND)
}

/// Paints what of a picture lies in a canvas's room; returns whether the browser let it.
pub fn paint(canvas: &HtmlCanvasElement, picture: &Picture, room: Room) -> bool {
    let Room { top, height, ratio } = room;
    canvas.set_width(pixels(picture.width * ratio));
    canvas.set_height(pixels(height * ratio));
    let context = canvas.get_context("2d").ok().flatten();
    let Some(context) = context.and_then(|c| c.dyn_into::<CanvasRenderingContext2d>().ok()) else {
        return false;
    };
    // Resizing has reset the transformation.
    let scale = ratio / Grain::CANVAS.units;
    if context.set_transform(scale, 0.0, 0.0, scale, 0.0, -top * ratio).is_err() {
        return false;
    }
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return false };
    let area = backend.into_drawing_area().shrink((0, 0), Grain::CANVAS.area(picture));
    draw(picture, &area, Grain::CANVAS).is_ok()
}
