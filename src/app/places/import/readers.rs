//! The workers of the place: one that waits for a source, and one that reads one.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::app::browser::files;
use crate::app::jobs::reading::{Arrived, Failure, Job, Reader, Top};
use crate::import::Progress;
use crate::import::source::{self, Wish, is_archive};

/// So many bytes are read on the spot, in a few milliseconds; a worker takes longer to start.
pub const AT_ONCE: usize = 100_000;

/// So many bytes are kept in memory, for another reading with another choice.
pub const KEPT: f64 = 10e6;

/// So long after a reading there is another worker for the next.
const AFTERWARDS: Duration = Duration::from_secs(1);

/// Workers, each for one source.
#[derive(Clone, Copy)]
pub struct Readers {
    idle: StoredValue<Option<Reader>, LocalStorage>,
    busy: StoredValue<Option<Rc<Reader>>, LocalStorage>,
}

impl Readers {
    /// Starts without a worker.
    pub fn new() -> Self {
        Self { idle: StoredValue::new_local(None), busy: StoredValue::new_local(None) }
    }

    /// Has a worker ready. One that does not start is told of when there is something to read.
    pub fn prepare(self) {
        self.idle.try_update_value(|idle| {
            if idle.is_none() {
                *idle = Reader::start().ok();
            }
        });
    }

    /// Reads a source of that many bytes, a large one in a worker of its own.
    ///
    /// # Errors
    /// If it holds no rows, or the browser or the worker fails.
    pub async fn read(
        self,
        job: Job,
        wishes: (Wish, Top),
        total: usize,
        on_progress: impl Fn(Progress) + 'static,
    ) -> Result<Arrived, Failure> {
        if let Job::File(file) = &job
            && total <= AT_ONCE
        {
            let bytes = files::read(file).await.map_err(|error| {
                leptos::logging::warn!("file not read: {error}");
                Failure::File
            })?;
            // The reader of workbooks is the worker's alone.
            if !is_archive(&bytes) {
                let read = source::of_bytes(bytes, wishes.0, &mut |_| {});
                return read.map(Arrived::from).map_err(Failure::Source);
            }
        }
        let on_progress = Rc::new(on_progress);
        let waiting = self.idle.try_update_value(Option::take).flatten().filter(Reader::is_well);
        let mut read = match waiting {
            Some(reader) => self.read_with(reader, &job, wishes, Rc::clone(&on_progress)).await,
            None => Ok(None),
        };
        // Nobody waited, or the browser has ended who did: a fresh one reads it.
        if let Ok(None) = read {
            read = self.read_with(Reader::start()?, &job, wishes, on_progress).await;
        }
        // The page has rows to show first.
        set_timeout(move || self.prepare(), AFTERWARDS);
        read?.ok_or_else(|| Failure::Worker(String::new()))
    }

    /// Reads with one worker; nothing if it ended, and the user did not want that.
    async fn read_with(
        self,
        reader: Reader,
        job: &Job,
        wishes: (Wish, Top),
        on_progress: Rc<impl Fn(Progress) + 'static>,
    ) -> Result<Option<Arrived>, Failure> {
        let reader = Rc::new(reader);
        self.busy.set_value(Some(Rc::clone(&reader)));
        let read = reader.read(job, wishes, move |progress| on_progress(progress)).await;
        // Its memory goes with it; the next source finds a fresh one.
        let is_busy = self.busy.try_update_value(|busy| busy.take_if(|busy| Rc::ptr_eq(busy, &reader)));
        match read {
            Err(Failure::Worker(why)) if is_busy.flatten().is_some() => {
                leptos::logging::log!("the reader ended: {why}");
                Ok(None)
            }
            read => read.map(Some),
        }
    }

    /// Ends the reading that is under way.
    pub fn stop(self) {
        if let Some(reader) = self.busy.try_update_value(Option::take).flatten() {
            reader.stop();
        }
    }
}
