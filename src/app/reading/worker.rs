//! The worker's side: takes one source, tells how far it is, and hands the rows over.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

use super::wire::{self, Post, Tag};
use crate::app::pages::{Reads, reads};
use crate::import::Progress;
use crate::import::source::{MAX_TEXT, Source, SourceError, Wish};

/// Bytes that are copied from a file at once.
const SLICE: usize = 4 << 20;

/// Why a source was not read.
enum Refusal {
    Source(SourceError),
    Gone,
}

/// If this is a worker, takes sources from now on, and says so.
pub fn serve() -> bool {
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return false };
    wasm_bindgen_futures::spawn_local(async move {
        // If the readers do not come, the error ends the worker, which the page hears.
        let Ok(readers) = reads().await else { wasm_bindgen::throw_str("the readers did not arrive") };
        let post = {
            let worker = worker.clone();
            // A worker that cannot post any more has been ended by the page.
            move |message: &Array, memory: &Array| drop(worker.post_message_with_transfer(message, memory))
        };
        let ready = post.clone();
        let take = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            answer(readers, &Array::from(&event.data()), &post);
        });
        worker.set_onmessage(Some(take.as_ref().unchecked_ref()));
        take.forget();
        ready(&Tag::Ready.alone(), &Array::new());
    });
    true
}

fn answer(readers: Reads, request: &Array, post: Post) {
    let wish =
        request.get(1).as_string().and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
    match read(readers, request.get(0), wish, post) {
        Ok(source) => wire::send(&source, post),
        Err(Refusal::Source(error)) => post(&wire::json(Tag::Error, &error), &Array::new()),
        Err(Refusal::Gone) => post(&Tag::Gone.alone(), &Array::new()),
    }
}

fn read(readers: Reads, source: JsValue, wish: Wish, post: Post) -> Result<Source, Refusal> {
    let mut tell = |progress: Progress| post(&wire::progress(progress), &Array::new());
    if let Some(text) = source.as_string() {
        return (readers.paste)(text, wish, &mut tell).map_err(Refusal::Source);
    }
    let file: File = source.dyn_into().map_err(|_| Refusal::Gone)?;
    let bytes = bytes(&file, &mut tell)?;
    (readers.file)(bytes, wish, &mut tell).map_err(Refusal::Source)
}

/// The bytes of a file, slice by slice, so that they are in memory once.
fn bytes(file: &File, tell: &mut dyn FnMut(Progress)) -> Result<Vec<u8>, Refusal> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the size of a file")]
    let size = file.size() as usize;
    if size > MAX_TEXT {
        return Err(Refusal::Source(SourceError::TooLarge { bytes: size }));
    }
    let reader = FileReaderSync::new().map_err(|_| Refusal::Gone)?;
    let mut bytes = vec![0; size];
    for (at, slice) in bytes.chunks_mut(SLICE).enumerate() {
        let start = at * SLICE;
        #[allow(clippy::cast_precision_loss, reason = "files are below 2^53 bytes")]
        let part = file.slice_with_f64_and_f64(start as f64, (start + slice.len()) as f64);
        let buffer = part.and_then(|part| reader.read_as_array_buffer(&part)).map_err(|_| Refusal::Gone)?;
        let numbers = Uint8Array::new(&buffer);
        // A file that has become shorter since it was chosen.
        if numbers.length() as usize != slice.len() {
            return Err(Refusal::Gone);
        }
        numbers.copy_to(slice);
        tell(Progress { rows: 0, bytes: start + slice.len() });
    }
    Ok(bytes)
}
