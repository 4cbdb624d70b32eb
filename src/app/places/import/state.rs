//! What is about to be imported. Nothing is stored before the user confirms.

mod guessing;
mod joining;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::done::Done;
use super::forecast::Forecast;
use super::opened::{Busy, Opened};
use super::readers::{self, Readers};
use crate::app::browser::files;
use crate::app::jobs::pause::yield_to_browser;
use crate::app::jobs::reading::{Arrived, Failure, Guess, Job, Top};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::reactive::effect;
use crate::command::ChangeKind;
use crate::import::doubt::{Doubt, DoubtKind};
use crate::import::grid::Parts;
use crate::import::guess::Because;
use crate::import::source::{self, Source, Wish};
use crate::import::{Mapping, Problem, Progress, Table};
use crate::model::draft::Draft;
use crate::model::{Origin, Side};

/// A sample is drawn anew the same way.
const SEED: u64 = 1;

/// The state of the place.
#[derive(Clone, Copy)]
pub struct Import {
    workspace: Workspace,
    source: StoredValue<Option<Job>, LocalStorage>,
    /// The files that come after this one, the next one last.
    waiting: RwSignal<Vec<File>, LocalStorage>,
    readers: Readers,
    /// Counts the readings, so that one that was overtaken is not shown.
    turn: StoredValue<u64>,
    /// How the user wants the source to be read.
    pub wish: RwSignal<Wish>,
    /// What the user decided about the first rows.
    pub top: RwSignal<Top>,
    /// The table, or why there is none.
    pub opened: RwSignal<Option<Result<Opened, Failure>>>,
    /// How far a large source is read.
    pub busy: RwSignal<Option<Busy>>,
    /// Which column is what.
    pub mapping: RwSignal<Mapping>,
    /// Whether all choices about the table are on the page.
    pub shown: RwSignal<bool>,
    /// Whether that is what it was in an earlier table with the same columns.
    pub recalled: RwSignal<bool>,
    /// Whether the user wants it guessed, whatever it was earlier.
    anew: StoredValue<bool>,
    /// What says whose answers they are; none once the user has said it.
    pub because: RwSignal<Option<Because>>,
    /// Whether the user has said whose answers they are.
    pub side_said: RwSignal<bool>,
    /// Whose answers come next, where nothing says it: of the side that the user was asked for.
    pub expected: RwSignal<Option<Side>>,
    /// What may be understood in more than one way.
    doubts: RwSignal<Vec<Doubt>>,
    /// Doubts that the user has settled.
    settled: RwSignal<Vec<(DoubtKind, Option<usize>)>>,
    /// Ratings that the user has chosen, or their scale by its name.
    pub chosen: RwSignal<Vec<usize>>,
    /// Whether the user corrects what was understood.
    pub correcting: RwSignal<bool>,
    /// Whether answers that say nothing come in as *no moment*.
    pub nothing_as_no_moment: RwSignal<bool>,
    /// Whether the user imports answers that the project has on the other side.
    pub despite: RwSignal<bool>,
    /// How many answers a sample is to have, where not all come in.
    pub sample: RwSignal<Option<usize>>,
    /// Sheets of the workbook that came in or were passed over.
    sheets_done: StoredValue<Vec<usize>>,
    /// What would become of each row.
    pub forecast: Forecast,
    /// The file's name.
    pub name: RwSignal<Option<String>>,
    /// The last import.
    pub done: RwSignal<Option<Done>>,
    /// Whether the user asked to import before there was anything to import.
    pub asked_too_early: RwSignal<bool>,
    /// Whether rows that look like a codebook are answers all the same.
    pub as_answers: RwSignal<bool>,
    /// Whether the user stopped the last reading.
    pub stopped: RwSignal<bool>,
    /// What is in the paste field.
    pub pasted: RwSignal<String>,
}

impl Import {
    /// Starts with nothing.
    pub fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            source: StoredValue::new_local(None),
            waiting: RwSignal::new_local(Vec::new()),
            readers: Readers::new(),
            turn: StoredValue::new(0),
            wish: RwSignal::new(Wish::default()),
            top: RwSignal::new(Top::default()),
            opened: RwSignal::new(None),
            busy: RwSignal::new(None),
            mapping: RwSignal::new(Mapping::default()),
            shown: RwSignal::new(false),
            recalled: RwSignal::new(false),
            anew: StoredValue::new(false),
            because: RwSignal::new(None),
            side_said: RwSignal::new(false),
            expected: RwSignal::new(None),
            doubts: RwSignal::new(Vec::new()),
            settled: RwSignal::new(Vec::new()),
            chosen: RwSignal::new(Vec::new()),
            correcting: RwSignal::new(false),
            nothing_as_no_moment: RwSignal::new(false),
            despite: RwSignal::new(false),
            sample: RwSignal::new(None),
            sheets_done: StoredValue::new(Vec::new()),
            forecast: Forecast::new(),
            name: RwSignal::new(None),
            done: RwSignal::new(None),
            asked_too_early: RwSignal::new(false),
            as_answers: RwSignal::new(false),
            stopped: RwSignal::new(false),
            pasted: RwSignal::new(String::new()),
        }
    }

    /// Makes it the import of the place, with a worker at hand.
    pub fn provide(self, workspace: Workspace) -> Self {
        let import = self;
        import.readers.prepare();
        effect(move || import.foresee());
        // An account of what was taken back would not be true; one of an import that changed nothing is.
        let taken_back = Memo::new(move |_| workspace.steps().1);
        effect(move || {
            if taken_back.get() == Some(ChangeKind::Import) {
                import.done.set(None);
            }
        });
        provide_context(import);
        import
    }

    /// Whether there is something that the user has neither confirmed nor given up.
    pub fn is_begun(self) -> bool {
        untrack(|| {
            self.opened.with(|opened| matches!(opened, Some(Ok(_))))
                || self.busy.with(Option::is_some)
                || self.waiting() > 0
                || self.pasted.with(|text| !text.is_empty())
        })
    }

    /// Looks no further ahead while the user is elsewhere.
    pub fn rest(self) {
        self.forecast.look(None, Mapping::default(), || {});
    }

    /// The state that [`Import::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// Takes what stands in the paste field.
    pub fn paste(self, text: String) {
        let source = (!text.is_empty()).then(|| Job::Text(text.clone()));
        self.pasted.set(text);
        self.take(source);
    }

    /// Takes files: the first now, the others one after the other once it is imported.
    pub fn files(self, mut files: Vec<File>) {
        files.reverse();
        let Some(first) = files.pop() else { return };
        self.waiting.set(files);
        self.file(first);
    }

    fn file(self, file: File) {
        self.pasted.set(String::new());
        self.take(Some(Job::File(file)));
    }

    /// A file that is not large, in memory from now on: it may be moved or deleted while the user looks at it.
    async fn kept(self, job: Job, turn: u64) -> Result<Job, Failure> {
        let Job::File(file) = job else { return Ok(job) };
        if file.size() > readers::KEPT {
            return Ok(Job::File(file));
        }
        let kept = files::kept(&file).await.map_err(|error| {
            leptos::logging::warn!("file not read: {error}");
            Failure::File
        })?;
        if self.turn.try_get_value() == Some(turn) {
            self.source.try_set_value(Some(Job::File(kept.clone())));
        }
        Ok(Job::File(kept))
    }

    fn take(self, source: Option<Job>) {
        self.wish.set(Wish::default());
        self.top.set(Top::default());
        self.asked_too_early.set(false);
        self.as_answers.set(false);
        self.stopped.set(false);
        self.done.set(None);
        self.sheets_done.set_value(Vec::new());
        self.start_over();
        self.name.set(match &source {
            Some(Job::File(file)) => Some(file.name()),
            _ => None,
        });
        // What was understood of another source says nothing about this one.
        self.opened.set(None);
        self.source.set_value(source);
        self.understand();
    }

    /// Forgets what the user decided about the last table.
    fn start_over(self) {
        self.anew.set_value(false);
        self.settled.set(Vec::new());
        self.chosen.set(Vec::new());
        self.correcting.set(false);
        self.nothing_as_no_moment.set(false);
        self.despite.set(false);
        self.sample.set(None);
    }

    /// Reads the source again as the user wishes, and guesses the columns anew.
    pub fn understand(self) {
        self.abandon();
        let wishes @ (wish, _) = (self.wish.get_untracked(), self.top.get_untracked());
        let Some(job) = self.source.get_value() else { return };
        match job {
            Job::Text(text) if text.len() <= readers::AT_ONCE => {
                let read = source::of_paste(text, wish, &mut |_| {});
                let read = read.map(|source| self.table(source.into()));
                self.understood(read.map_err(Failure::Source));
            }
            job => {
                let turn = self.turn.get_value();
                #[allow(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "the size of a file"
                )]
                let total = match &job {
                    Job::File(file) => file.size() as usize,
                    Job::Text(text) => text.len(),
                };
                self.busy.set(Some(Busy { progress: Progress::default(), total }));
                spawn_local(async move {
                    let on_progress = move |progress| {
                        if let Some(Some(busy)) = self.busy.try_write().as_deref_mut() {
                            busy.progress = progress;
                        }
                    };
                    let read = match self.kept(job, turn).await {
                        Ok(job) => self.readers.read(job, wishes, total, on_progress).await,
                        Err(failure) => Err(failure),
                    };
                    if self.turn.try_get_value() != Some(turn) {
                        return;
                    }
                    let read = read.map(|arrived| self.table(arrived));
                    // Headers of a hundred thousand rows, and their first look, each in a turn of its own.
                    yield_to_browser().await;
                    if self.turn.try_get_value() == Some(turn) {
                        self.busy.set(None);
                        self.understood(read);
                    }
                });
            }
        }
    }

    /// Ends the reading that is under way: another one follows, or none.
    pub fn abandon(self) {
        self.turn.try_update_value(|turn| *turn += 1);
        self.readers.stop();
        self.busy.try_set(None);
    }

    /// Ends the reading because the user wants it so.
    pub fn stop(self) {
        self.abandon();
        self.source.set_value(None);
        self.stopped.set(true);
    }

    /// The table of a source, and what its columns are likely to be.
    fn table(self, Arrived { source, guess }: Arrived) -> (Opened, Option<Guess>) {
        let table = Arc::new(self.laid_out(&source));
        (Opened { source: Arc::new(source), table }, guess)
    }

    fn understood(self, read: Result<(Opened, Option<Guess>), Failure>) {
        let opened = read.map(|(opened, guess)| {
            self.guess(&opened.table, opened.format(), guess);
            opened
        });
        self.opened.set(Some(opened));
    }

    fn laid_out(self, source: &Source) -> Table {
        let Top { skipped, header_rows } = self.top.get_untracked();
        source.table(skipped, header_rows)
    }

    /// Lays the rows out again as the user decided, and guesses the columns anew.
    pub fn lay_out(self) {
        let Some(source) = self.with_table(|opened| Arc::clone(&opened.source)) else { return };
        let Parts { text, aside, .. } = source.grid.parts();
        if text.len() + aside.len() > readers::AT_ONCE {
            // What so many columns or rows are takes a worker longer than the page may stand still.
            return self.understand();
        }
        let table = Arc::new(self.laid_out(&source));
        self.guess(&table, &source.format, None);
        self.opened.set(Some(Ok(Opened { source, table })));
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

    /// Looks ahead at what would become of each row, whenever something that decides it changes.
    fn foresee(self) {
        self.workspace.revision();
        let mapping = self.mapping.get();
        let table = self.with_table(|opened| Arc::clone(&opened.table));
        let table = table.filter(|table| mapping.problems(table).is_empty());
        let project = self.workspace.share().map(|project| {
            // What is brought into a sample goes to a project of its own.
            if project.origin == Origin::Sample { Arc::default() } else { project }
        });
        let confirm = move || self.confirm();
        self.forecast.look(table.zip(project), mapping, confirm);
    }

    /// The stages and moments of the source.
    pub fn codes(self) -> Option<Draft> {
        self.with_table(|opened| opened.source.codes.clone()).flatten()
    }

    /// Whether the rows are stages and moments, not answers.
    pub fn is_codebook(self) -> bool {
        let looks_so = self.with_table(|opened| opened.format().is_codebook()).unwrap_or_default();
        looks_so && !self.as_answers.get()
    }

    /// How many files wait for their turn.
    pub fn waiting(self) -> usize {
        self.waiting.with(Vec::len)
    }

    /// Leaves this file, if there is another.
    pub fn next_file(self) {
        if let Some(next) = self.waiting.try_update(Vec::pop).flatten() {
            self.file(next);
        }
    }
}
