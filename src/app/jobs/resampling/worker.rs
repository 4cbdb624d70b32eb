//! The worker's side: takes what is drawn from, tells how far it is, and hands the intervals over.

use js_sys::{Array, Float64Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::wire::{of_intervals, to_input};
use crate::analysis::joint::{Draw, Input, Intervals};

/// The name of a worker that draws.
pub const NAME: &str = "draws";

/// Milliseconds between two words on how far the drawing is.
const PAUSE: f64 = 100.0;

/// Draws from whatever it is given, one after the other, and says that it can.
pub fn serve(worker: &DedicatedWorkerGlobalScope) {
    let take = {
        let worker = worker.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let numbers = Float64Array::new(&event.data()).to_vec();
            let Some(input) = to_input(&numbers) else { wasm_bindgen::throw_str("nothing to draw from") };
            let across = draw(&input, &worker);
            let found = Float64Array::from(of_intervals(&across).as_slice());
            say(&worker, &Array::of2(&input.resamples.into(), &found));
        })
    };
    worker.set_onmessage(Some(take.as_ref().unchecked_ref()));
    take.forget();
    say(worker, &Array::of1(&0.into()));
}

fn draw(input: &Input, worker: &DedicatedWorkerGlobalScope) -> Intervals {
    let mut reported = js_sys::Date::now();
    let mut draw = Draw::new(input);
    loop {
        let done = draw.step();
        if done == input.resamples {
            return draw.finish();
        }
        if js_sys::Date::now() - reported >= PAUSE {
            reported = js_sys::Date::now();
            say(worker, &Array::of1(&done.into()));
        }
    }
}

/// Posts how many resamples are done, and what was found once all are. A worker that cannot post has been ended.
fn say(worker: &DedicatedWorkerGlobalScope, message: &Array) {
    drop(worker.post_message(message));
}
