//! The worker's side: takes one source, tells how far it is, and hands the rows over.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use super::archives::archives;
use super::pieces::Pieces;
use super::wire::{self, Guess, Post, Tag, Top};
use crate::import::doubt::doubts;
use crate::import::recipe::Recipe;
use crate::import::source::{self, MAX_TEXT, ReadSource, Source, SourceError, Wish, is_archive};
use crate::import::{Progress, guess};

/// Milliseconds between two words on how far the reading is.
const PAUSE: f64 = 100.0;

/// Why a source was not read.
enum Refusal {
    Source(SourceError),
    Gone,
}

/// The name of a worker that reads.
pub const NAME: &str = "reads";

/// Takes sources from now on.
pub fn serve(worker: &DedicatedWorkerGlobalScope) {
    for text in [UTF_8.as_bytes(), WINDOWS_1252] {
        warm_up(source::of_bytes, &text.repeat(4000), 1);
    }
    let take = {
        let worker = worker.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            spawn_local(answer(worker.clone(), Array::from(&event.data())));
        })
    };
    worker.set_onmessage(Some(take.as_ref().unchecked_ref()));
    take.forget();
    say(worker, &Tag::Ready.alone(), &Array::new());
    spawn_local(async {
        // Half of the files are workbooks. If their reader does not come now, it is asked for again when it is needed.
        if let Ok(archives) = archives().await {
            warm_up(archives.file, archives.example, 20);
        }
    });
}

/// Reads and understands a made-up source while nobody waits, so that the browser has compiled what does so when somebody
/// does.
fn warm_up(read: ReadSource<Vec<u8>>, source: &[u8], times: usize) {
    // Sources without a flaw.
    let again = || read(source.to_vec(), Wish::default(), &mut |_| {});
    (1..times).for_each(|_| drop(again()));
    if let Ok(source) = again() {
        understand(&source, Top::default());
    }
}

/// What its table is taken for, and what is in doubt about that.
fn understand(source: &Source, Top { skipped, header_rows }: Top) -> Guess {
    let table = source.table(skipped, header_rows);
    let mapping = guess::mapping(&table);
    Guess { recipe: Recipe::of(&mapping), doubts: doubts(&table, &mapping) }
}

const UTF_8: &str = "id;note;avis\n1;8,5;\"Très bien reçu\nmerci\"\n2;3;Trop d’attente, \"vraiment\"\n";
const WINDOWS_1252: &[u8] = b"id;note;avis\n1;8,5;\"Tr\xe8s bien re\xe7u\nmerci\"\n2;3;Trop d\x92attente\n";

/// Posts a message. A worker that cannot post any more has been ended by the page.
fn say(worker: &DedicatedWorkerGlobalScope, message: &Array, memory: &Array) {
    drop(worker.post_message_with_transfer(message, memory));
}

async fn answer(worker: DedicatedWorkerGlobalScope, request: Array) {
    let wishes = request.get(1).as_string().and_then(|json| serde_json::from_str(&json).ok());
    let (wish, top) = wishes.unwrap_or_default();
    let post = |message: &Array, memory: &Array| say(&worker, message, memory);
    match read(request.get(0), wish, &post).await {
        // The page has no time to look at a thousand rows.
        Ok(source) => {
            // The page takes the rows over while the worker looks at them.
            wire::send(&source, &post);
            post(&wire::json(Tag::Done, &understand(&source, top)), &Array::new());
        }
        Err(Refusal::Source(error)) => post(&wire::json(Tag::Error, &error), &Array::new()),
        Err(Refusal::Gone) => post(&Tag::Gone.alone(), &Array::new()),
    }
}

async fn read(source: JsValue, wish: Wish, post: Post<'_>) -> Result<Source, Refusal> {
    let mut reported = js_sys::Date::now();
    let mut tell = |progress: Progress| {
        // Each word makes the page draw, on the processor that reads.
        if js_sys::Date::now() - reported >= PAUSE {
            reported = js_sys::Date::now();
            post(&wire::progress(progress), &Array::new());
        }
    };
    if let Some(text) = source.as_string() {
        return source::of_paste(text, wish, &mut tell).map_err(Refusal::Source);
    }
    let file: File = source.dyn_into().map_err(|_| Refusal::Gone)?;
    let bytes = bytes(&file, &mut tell).await?;
    let reader = if is_archive(&bytes) {
        let Ok(archives) = archives().await else { wasm_bindgen::throw_str("the reader did not arrive") };
        archives.file
    } else {
        source::of_bytes
    };
    reader(bytes, wish, &mut tell).map_err(Refusal::Source)
}

/// The bytes of a file, piece by piece, so that they are in memory once.
async fn bytes(file: &File, tell: &mut dyn FnMut(Progress)) -> Result<Vec<u8>, Refusal> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the size of a file")]
    let size = file.size() as usize;
    if size > MAX_TEXT {
        return Err(Refusal::Source(SourceError::TooLarge { bytes: size }));
    }
    // With room for accents, which take two bytes in UTF-8: growing later would mean having it all twice.
    let mut bytes = Vec::with_capacity(size + size / 8);
    let mut pieces = Pieces::of(file);
    while let Some(piece) = pieces.next().await.map_err(|_| Refusal::Gone)? {
        let start = bytes.len();
        let length = piece.length() as usize;
        // A file that has become longer since it was chosen.
        if start + length > size {
            return Err(Refusal::Gone);
        }
        bytes.resize(start + length, 0);
        piece.copy_to(&mut bytes[start..]);
        tell(Progress { rows: 0, bytes: bytes.len() });
    }
    // Or shorter.
    if bytes.len() == size { Ok(bytes) } else { Err(Refusal::Gone) }
}
