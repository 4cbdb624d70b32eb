//! What the worker says to the page: each message is an array that begins with its kind.

use js_sys::{Array, ArrayBuffer, Uint8Array, Uint32Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use crate::import::doubt::Doubt;
use crate::import::grid::Parts;
use crate::import::recipe::Recipe;
use crate::import::source::{Format, Source, SourceError};
use crate::import::{Grid, Note, Progress};
use crate::model::draft::{Draft, DraftMoment};

/// Bytes of a piece: the page takes one in well under a frame.
const PIECE: usize = 1 << 20;

/// How a message begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// The worker can take a source.
    Ready,
    /// How far it is: rows, bytes.
    Progress,
    /// A [`Head`] as JSON: pieces follow.
    Head,
    /// A piece of the grid: which part it belongs to, and its numbers.
    Piece,
    /// All rows were sent; a [`Guess`] about them as JSON.
    Done,
    /// A [`SourceError`] as JSON.
    Error,
    /// The file cannot be read any more.
    Gone,
}

impl Tag {
    const ALL: [Self; 7] =
        [Self::Ready, Self::Progress, Self::Head, Self::Piece, Self::Done, Self::Error, Self::Gone];

    /// The kind of a message.
    pub fn of(message: &Array) -> Option<Self> {
        let tag = message.get(0).as_f64()?;
        Self::ALL.into_iter().find(|known| (f64::from(*known as u8) - tag).abs() < 0.5)
    }

    /// A message with nothing more to say.
    pub fn alone(self) -> Array {
        Array::of1(&JsValue::from(self as u8))
    }
}

/// What the user decided about the first rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Top {
    /// How many are no part of the table.
    pub skipped: Option<usize>,
    /// How many below them are headers.
    pub header_rows: Option<usize>,
}

/// What is known of a source before its rows come.
#[derive(Debug, Serialize, Deserialize)]
pub struct Head {
    format: Format,
    notes: Vec<Note>,
    codes: Option<Vec<Moment>>,
    /// How long each part of the grid will be.
    lengths: [usize; 4],
}

/// A moment of a draft: its stage, its name, its definition, its words.
type Moment = (String, String, String, Vec<String>);

/// What a table is taken for, and what is in doubt about that.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Guess {
    /// The likeliest mapping.
    pub recipe: Recipe,
    /// What may be understood in more than one way.
    pub doubts: Vec<Doubt>,
}

/// A source that has arrived.
#[derive(Debug)]
pub struct Arrived {
    /// The source.
    pub source: Source,
    /// What its table is taken for; none where the page had better guess itself.
    pub guess: Option<Guess>,
}

impl From<Source> for Arrived {
    fn from(source: Source) -> Self {
        Self { source, guess: None }
    }
}

/// How far the reading is.
pub fn progress(progress: Progress) -> Array {
    let message = Tag::Progress.alone();
    for count in [progress.rows, progress.bytes] {
        message.push(&JsValue::from(u32::try_from(count).unwrap_or(u32::MAX)));
    }
    message
}

/// What a progress message says.
pub fn said_progress(message: &Array) -> Progress {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "counts, as the worker sent them"
    )]
    let count = |at| message.get(at).as_f64().unwrap_or(0.0) as usize;
    Progress { rows: count(1), bytes: count(2) }
}

/// Posts a message, and gives the memory of the second array away with it.
pub type Post<'p> = &'p dyn Fn(&Array, &Array);

/// Sends a source, part by part and piece by piece.
pub fn send(source: &Source, post: Post) {
    let Parts { text, aside, cells, rows } = source.grid.parts();
    let lengths = [text.len(), aside.len(), cells.len(), rows.len()];
    let moments = |draft: &Draft| {
        let moment = |m: DraftMoment| (m.stage, m.name, m.definition, m.keywords);
        draft.moments.iter().cloned().map(moment).collect()
    };
    let codes = source.codes.as_ref().map(moments);
    let head = Head { format: source.format.clone(), notes: source.notes.clone(), codes, lengths };
    let nothing = Array::new();
    post(&json(Tag::Head, &head), &nothing);
    let piece = |part: u8, numbers: &JsValue, memory: &JsValue| {
        let message = Tag::Piece.alone();
        message.push(&JsValue::from(part));
        message.push(numbers);
        post(&message, &Array::of1(memory));
    };
    for (part, bytes) in [(0, text), (1, aside)] {
        bytes.chunks(PIECE).map(Uint8Array::from).for_each(|bytes| piece(part, &bytes, &bytes.buffer()));
    }
    for (part, pairs) in [(2, cells), (3, rows)] {
        let pieces = pairs.as_flattened().chunks(PIECE / 4).map(Uint32Array::from);
        pieces.for_each(|numbers| piece(part, &numbers, &numbers.buffer()));
    }
}

/// A message with a value as JSON.
pub fn json(tag: Tag, value: &impl Serialize) -> Array {
    let message = tag.alone();
    // What the reader returns has nothing that JSON cannot say.
    message.push(&JsValue::from(serde_json::to_string(value).unwrap_or_default()));
    message
}

/// Why there is no source.
pub fn said_error(message: &Array) -> Option<SourceError> {
    serde_json::from_str(&message.get(1).as_string()?).ok()
}

/// A source that arrives.
#[derive(Default)]
pub struct Arrival {
    head: Option<Head>,
    guess: Option<Guess>,
    parts: Parts<Vec<u8>, Vec<[u32; 2]>>,
}

impl Arrival {
    /// Takes the head, and makes room for all that it announces.
    pub fn head(&mut self, message: &Array) {
        self.head = message.get(1).as_string().and_then(|json| serde_json::from_str(&json).ok());
        if let Some(Head { lengths: [text, aside, cells, rows], .. }) = self.head {
            self.parts.text.reserve_exact(text);
            self.parts.aside.reserve_exact(aside);
            self.parts.cells.reserve_exact(cells);
            self.parts.rows.reserve_exact(rows);
        }
    }

    /// Takes a piece.
    pub fn piece(&mut self, message: &Array) {
        let numbers = message.get(2);
        match message.get(1).as_f64() {
            Some(0.0) => bytes(&mut self.parts.text, numbers),
            Some(1.0) => bytes(&mut self.parts.aside, numbers),
            Some(2.0) => pairs(&mut self.parts.cells, numbers),
            Some(3.0) => pairs(&mut self.parts.rows, numbers),
            _ => {}
        }
    }

    /// Takes what the worker guesses about the rows that it has sent.
    pub fn guess(&mut self, message: &Array) {
        self.guess = message.get(1).as_string().and_then(|json| serde_json::from_str(&json).ok());
    }

    /// All of it, unless something is missing.
    pub fn whole(self) -> Option<Arrived> {
        let Head { format, notes, codes, lengths } = self.head?;
        let moment = |(stage, name, definition, keywords)| DraftMoment { stage, name, definition, keywords };
        let codes = codes.map(|moments| Draft { moments: moments.into_iter().map(moment).collect() });
        let Parts { text, aside, cells, rows } = &self.parts;
        let whole = lengths == [text.len(), aside.len(), cells.len(), rows.len()];
        whole.then(|| {
            let source = Source { grid: Grid::from_parts(self.parts).into(), format, notes, codes };
            Arrived { source, guess: self.guess }
        })
    }
}

fn bytes(part: &mut Vec<u8>, numbers: JsValue) {
    let numbers = Uint8Array::from(numbers);
    let start = part.len();
    part.resize(start + numbers.length() as usize, 0);
    numbers.copy_to(&mut part[start..]);
    free(&numbers.buffer());
}

fn pairs(part: &mut Vec<[u32; 2]>, numbers: JsValue) {
    let numbers = Uint32Array::from(numbers);
    let start = part.len();
    part.resize(start + numbers.length() as usize / 2, [0; 2]);
    numbers.copy_to(part[start..].as_flattened_mut());
    free(&numbers.buffer());
}

/// Gives memory back now: what waits to be collected would add up to all of the source. Where a browser cannot do that, it
/// will be collected.
fn free(memory: &ArrayBuffer) {
    drop(memory.transfer_with_length(0));
}
