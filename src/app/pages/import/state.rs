//! What is about to be imported. Nothing is stored before the user confirms.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::File;

use crate::app::files;
use crate::app::route::Place;
use crate::app::workspace::Workspace;
use crate::command::Command;
use crate::import::decode::{self, DecodeError, Decoded, Encoding};
use crate::import::text::{self, Guess, Options, TextError};
use crate::import::{Doubt, Mapping, Outcome, Problem, Report, Table, doubt, guess, read};
use crate::model::{Origin, Project};

/// A source that was understood as a table.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its rows.
    pub table: Arc<Table>,
    /// How it was read.
    pub guess: Guess,
    /// How its bytes were read; none for a paste.
    pub decoded: Option<Reading>,
}

/// How bytes became text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The encoding.
    pub encoding: Encoding,
    /// Whether there is no doubt about it.
    pub certain: bool,
    /// Places that did not decode.
    pub broken: usize,
}

/// Why a source is no table.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// Its bytes are no text.
    Bytes(DecodeError),
    /// Its text is no table.
    Text(TextError),
    /// The browser could not read the file.
    File,
}

/// Where the text comes from.
#[derive(Clone, Debug)]
enum Source {
    Pasted(String),
    File { name: String, bytes: Arc<Vec<u8>> },
}

/// What became of the last import.
#[derive(Clone, Debug)]
pub struct Done {
    /// The account of every row.
    pub report: Arc<Report>,
    /// The table, for the file of rejects.
    pub table: Arc<Table>,
}

/// The state of the place.
#[derive(Clone, Copy)]
pub struct Import {
    workspace: Workspace,
    source: StoredValue<Option<Source>>,
    waiting: StoredValue<Vec<File>, LocalStorage>,
    /// The encoding that the user chose.
    pub encoding: RwSignal<Option<Encoding>>,
    /// The separator and header rows that the user chose.
    pub options: RwSignal<Options>,
    /// The table, or why there is none.
    pub opened: RwSignal<Option<Result<Opened, Failure>>>,
    /// Which column is what.
    pub mapping: RwSignal<Mapping>,
    /// The file's name.
    pub name: RwSignal<Option<String>>,
    /// The last import.
    pub done: RwSignal<Option<Done>>,
    /// Whether the user asked to import before there was anything to import.
    pub asked_too_early: RwSignal<bool>,
    /// What is in the paste field.
    pub pasted: RwSignal<String>,
}

impl Import {
    /// Starts with nothing.
    pub fn provide(workspace: Workspace) -> Self {
        let import = Self {
            workspace,
            source: StoredValue::new(None),
            waiting: StoredValue::new_local(Vec::new()),
            encoding: RwSignal::new(None),
            options: RwSignal::new(Options::default()),
            opened: RwSignal::new(None),
            mapping: RwSignal::new(Mapping::default()),
            name: RwSignal::new(None),
            done: RwSignal::new(None),
            asked_too_early: RwSignal::new(false),
            pasted: RwSignal::new(String::new()),
        };
        provide_context(import);
        import
    }

    /// The state that [`Import::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// Takes what stands in the paste field.
    pub fn paste(self, text: String) {
        let source = (!text.is_empty()).then(|| Source::Pasted(text.clone()));
        self.pasted.set(text);
        self.take(source);
    }

    /// Takes files: the first now, the others one after the other once it is imported.
    pub async fn files(self, mut files: Vec<File>) {
        files.reverse();
        let Some(first) = files.pop() else { return };
        self.waiting.set_value(files);
        self.file(first).await;
    }

    async fn file(self, file: File) {
        let name = file.name();
        let bytes = files::read(&file).await;
        self.pasted.set(String::new());
        match bytes {
            Ok(bytes) => self.take(Some(Source::File { name, bytes: Arc::new(bytes) })),
            Err(error) => {
                leptos::logging::warn!("file not read: {error}");
                self.take(None);
                self.name.set(Some(name));
                self.opened.set(Some(Err(Failure::File)));
            }
        }
    }

    fn take(self, source: Option<Source>) {
        self.encoding.set(None);
        self.options.set(Options::default());
        self.asked_too_early.set(false);
        self.done.set(None);
        self.name.set(match &source {
            Some(Source::File { name, .. }) => Some(name.clone()),
            _ => None,
        });
        self.source.set_value(source);
        self.understand();
    }

    /// Reads the source again with what the user chose, and guesses the columns anew.
    pub fn understand(self) {
        let (forced, options) = (self.encoding.get_untracked(), self.options.get_untracked());
        let opened = self.source.with_value(|source| source.as_ref().map(|s| open(s, forced, options)));
        if let Some(Ok(opened)) = &opened {
            self.mapping.set(guess::mapping(&opened.table));
        }
        self.opened.set(opened);
    }

    /// Reads the table, if there is one.
    pub fn with_table<T>(self, read: impl FnOnce(&Opened) -> T) -> Option<T> {
        self.opened.with(|opened| opened.as_ref().and_then(|opened| opened.as_ref().ok()).map(read))
    }

    /// What keeps the mapping from being confirmed.
    pub fn problems(self) -> Vec<Problem> {
        let mapping = self.mapping.get();
        self.with_table(|opened| mapping.problems(&opened.table)).unwrap_or_default()
    }

    /// What would become of each row.
    pub fn outcome(self) -> Option<Outcome> {
        let mapping = self.mapping.get();
        let table = self.with_table(|opened| Arc::clone(&opened.table))?;
        if !mapping.problems(&table).is_empty() {
            return None;
        }
        self.workspace.with(|project| {
            if project.origin == Origin::Sample {
                read(&table, &mapping, &Project::default())
            } else {
                read(&table, &mapping, project)
            }
        })
    }

    /// What to look at before confirming that.
    pub fn doubt(self, outcome: &Outcome) -> Option<Doubt> {
        let mapping = self.mapping.get();
        self.workspace.with(|project| doubt(project, &mapping, outcome)).flatten()
    }

    /// Lets what was read join the project; into a new project if this one is a sample.
    /// Returns the file that comes next.
    pub fn confirm(self) -> Option<File> {
        let (Some(outcome), Some(table)) =
            untrack(|| (self.outcome(), self.with_table(|opened| Arc::clone(&opened.table))))
        else {
            self.asked_too_early.set(true);
            return None;
        };
        if self.workspace.peek(|p| p.origin == Origin::Sample).unwrap_or_default() {
            self.workspace.adopt(Project::default(), Place::Import);
        }
        if !self.workspace.dispatch(Command::Import(outcome.imported)) {
            return None;
        }
        self.pasted.set(String::new());
        self.take(None);
        self.done.set(Some(Done { report: Arc::new(outcome.report), table }));
        self.waiting.try_update_value(Vec::pop).flatten()
    }

    /// Opens the file that comes next, keeping the account of the last one in sight.
    pub async fn go_on(self, file: File) {
        let done = self.done.get_untracked();
        self.file(file).await;
        self.done.set(done);
    }
}

fn open(source: &Source, forced: Option<Encoding>, options: Options) -> Result<Opened, Failure> {
    let (text, decoded) = match source {
        Source::Pasted(text) => (text.clone(), None),
        Source::File { bytes, .. } => {
            let Decoded { text, encoding, certain, broken } =
                decode::decode(bytes, forced).map_err(Failure::Bytes)?;
            (text, Some(Reading { encoding, certain, broken }))
        }
    };
    let (table, guess) = text::open(&text, options).map_err(Failure::Text)?;
    Ok(Opened { table: Arc::new(table), guess, decoded })
}
