//! The worker's side: takes one source, tells how far it is, and hands the rows over.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

use super::wire::{self, Post, Tag};
use crate::app::pages::{Texts, archives, texts};
use crate::import::Progress;
use crate::import::source::{MAX_TEXT, Source, SourceError, Wish, is_archive};

/// Bytes that are copied from a file at once.
const SLICE: usize = 16 << 20;

/// Why a source was not read.
enum Refusal {
    Source(SourceError),
    Gone,
}

/// If this is a worker, takes sources from now on, and says so.
pub fn serve() -> bool {
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return false };
    spawn_local(async move {
        // If the readers do not come, the error ends the worker, which the page hears.
        let Ok(texts) = texts().await else { wasm_bindgen::throw_str("the readers did not arrive") };
        warm_up(texts);
        let take = {
            let worker = worker.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                spawn_local(answer(worker.clone(), texts, Array::from(&event.data())));
            })
        };
        worker.set_onmessage(Some(take.as_ref().unchecked_ref()));
        take.forget();
        say(&worker, &Tag::Ready.alone(), &Array::new());
    });
    true
}

/// Reads a made-up text while nobody waits, so that the browser has compiled what reads for speed when somebody does.
fn warm_up(texts: Texts) {
    let text =
        "id;note;avis\n1;8,5;\"Très bien reçu\nmerci\"\n2;3;Trop d’attente, \"vraiment\"\n".repeat(4000);
    // A text without a flaw.
    drop((texts.file)(text.into_bytes(), Wish::default(), &mut |_| {}));
}

/// Posts a message. A worker that cannot post any more has been ended by the page.
fn say(worker: &DedicatedWorkerGlobalScope, message: &Array, memory: &Array) {
    drop(worker.post_message_with_transfer(message, memory));
}

async fn answer(worker: DedicatedWorkerGlobalScope, texts: Texts, request: Array) {
    let wish =
        request.get(1).as_string().and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
    let post = |message: &Array, memory: &Array| say(&worker, message, memory);
    match read(texts, request.get(0), wish, &post).await {
        // The page has no time to look at a thousand rows.
        Ok(source) => wire::send(&source, (texts.guess)(&source), &post),
        Err(Refusal::Source(error)) => post(&wire::json(Tag::Error, &error), &Array::new()),
        Err(Refusal::Gone) => post(&Tag::Gone.alone(), &Array::new()),
    }
}

async fn read(texts: Texts, source: JsValue, wish: Wish, post: Post<'_>) -> Result<Source, Refusal> {
    let mut tell = |progress: Progress| post(&wire::progress(progress), &Array::new());
    if let Some(text) = source.as_string() {
        return (texts.paste)(text, wish, &mut tell).map_err(Refusal::Source);
    }
    let file: File = source.dyn_into().map_err(|_| Refusal::Gone)?;
    let bytes = bytes(&file, &mut tell)?;
    let reader = if is_archive(&bytes) {
        let Ok(archives) = archives().await else { wasm_bindgen::throw_str("the reader did not arrive") };
        archives
    } else {
        texts.file
    };
    reader(bytes, wish, &mut tell).map_err(Refusal::Source)
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
