//! A file as one piece of memory after the other.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ReadableStreamByobReader, ReadableStreamDefaultReader, ReadableStreamGetReaderOptions};
use web_sys::{ReadableStream, ReadableStreamReaderMode};

/// Bytes of a piece, at most.
const PIECE: u32 = 1 << 20;

/// The pieces of a file that are still to come.
pub enum Pieces {
    /// Each is put into the memory of the one before, so that there is only one.
    Into(ReadableStreamByobReader, Uint8Array),
    /// In memory of its own, where a browser cannot do that.
    Anew(ReadableStreamDefaultReader),
}

impl Pieces {
    pub fn of(file: &File) -> Self {
        let stream: ReadableStream = file.stream();
        let options = ReadableStreamGetReaderOptions::new();
        options.set_mode(ReadableStreamReaderMode::Byob);
        // It throws where the stream is of the other kind, which the declaration does not know.
        let get = Reflect::get(&stream, &"getReader".into()).and_then(JsCast::dyn_into::<js_sys::Function>);
        match get.and_then(|get| get.call1(&stream, &options)) {
            Ok(reader) => Self::Into(reader.unchecked_into(), Uint8Array::new_with_length(PIECE)),
            Err(_) => Self::Anew(stream.get_reader().unchecked_into()),
        }
    }

    /// The next piece; none behind the last. It is valid until the next is asked for.
    ///
    /// # Errors
    /// If the file cannot be read, or has changed since it was chosen.
    pub async fn next(&mut self) -> Result<Option<Uint8Array>, JsValue> {
        let read = match self {
            Self::Into(reader, memory) => reader.read_with_array_buffer_view(memory),
            Self::Anew(reader) => reader.read(),
        };
        let read = JsFuture::from(read).await?;
        if Reflect::get(&read, &"done".into())?.is_truthy() {
            return Ok(None);
        }
        let piece: Uint8Array = Reflect::get(&read, &"value".into())?.dyn_into()?;
        if let Self::Into(_, memory) = self {
            // Asking has taken the memory away; it comes back with the piece.
            *memory = Uint8Array::new(&piece.buffer());
        }
        Ok(Some(piece))
    }
}
