//! What is about to be imported. Nothing is stored before the user confirms.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::coders;
use super::done::{Done, Joined};
use super::forecast::Forecast;
use super::opened::{Busy, Opened, Top};
use super::readers::{self, Readers};
use crate::app::files;
use crate::app::pause::breathe;
use crate::app::reading::{Arrived, Failure, Job};
use crate::app::remembered;
use crate::app::route::Place;
use crate::app::workspace::Workspace;
use crate::command::{Command, What};
use crate::import::doubt::{self, Doubt, DoubtKind, Reading};
use crate::import::guess::Because;
use crate::import::recipe::Recipe;
use crate::import::sample::sample;
use crate::import::sheets::Sheet;
use crate::import::source::{self, Format, Source, Wish};
use crate::import::{
    Caution, Mapping, Outcome, Problem, Progress, SideSource, Table, caution, guess, nothing, titles,
};
use crate::model::draft::Draft;
use crate::model::imported::ImportOrigin;
use crate::model::{Origin, Project, Side};

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
    /// What says whose answers they are; none once the user has said it.
    pub because: RwSignal<Option<Because>>,
    /// Whose answers come next, where nothing says it: of the side that the user was asked for.
    pub expected: RwSignal<Option<Side>>,
    /// What may be understood in more than one way.
    doubts: RwSignal<Vec<Doubt>>,
    /// Doubts that the user has settled.
    settled: RwSignal<Vec<(DoubtKind, Option<usize>)>>,
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
    /// Starts with nothing, and with a worker at hand.
    pub fn provide(workspace: Workspace) -> Self {
        let import = Self {
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
            because: RwSignal::new(None),
            expected: RwSignal::new(None),
            doubts: RwSignal::new(Vec::new()),
            settled: RwSignal::new(Vec::new()),
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
        };
        import.readers.prepare();
        Effect::new(move || import.foresee());
        // An account of what was taken back would not be true; one of an import that changed nothing is.
        let taken_back = Memo::new(move |_| workspace.steps().1);
        Effect::new(move || {
            if taken_back.get() == Some(What::Import) {
                import.done.set(None);
            }
        });
        on_cleanup(move || import.abandon());
        provide_context(import);
        import
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
        self.settled.set(Vec::new());
        self.correcting.set(false);
        self.nothing_as_no_moment.set(false);
        self.despite.set(false);
        self.sample.set(None);
    }

    /// Reads the source again as the user wishes, and guesses the columns anew.
    pub fn understand(self) {
        self.abandon();
        let wish = self.wish.get_untracked();
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
                    let told = move |progress| {
                        if let Some(Some(busy)) = self.busy.try_write().as_deref_mut() {
                            busy.progress = progress;
                        }
                    };
                    let read = match self.kept(job, turn).await {
                        Ok(job) => self.readers.read(job, wish, total, told).await,
                        Err(failure) => Err(failure),
                    };
                    if self.turn.try_get_value() != Some(turn) {
                        return;
                    }
                    let read = read.map(|arrived| self.table(arrived));
                    // Headers of a hundred thousand rows, and their first look, each in a turn of its own.
                    breathe().await;
                    if self.turn.try_get_value() == Some(turn) {
                        self.busy.set(None);
                        self.understood(read);
                    }
                });
            }
        }
    }

    /// Ends the reading that is under way: another one follows, or none.
    fn abandon(self) {
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
    fn table(self, Arrived { source, guess }: Arrived) -> (Opened, Option<Recipe>) {
        let table = Arc::new(self.laid_out(&source));
        (Opened { source: Arc::new(source), table }, guess)
    }

    fn understood(self, read: Result<(Opened, Option<Recipe>), Failure>) {
        if let Ok((opened, guess)) = &read {
            self.guess(&opened.table, opened.format(), guess.clone());
        }
        self.opened.set(Some(read.map(|(opened, _)| opened)));
    }

    fn laid_out(self, source: &Source) -> Table {
        let Top { skipped, header_rows } = self.top.get_untracked();
        source.table(skipped, header_rows)
    }

    /// Lays the rows out again as the user decided, and guesses the columns anew.
    pub fn lay_out(self) {
        let Some(source) = self.with_table(|opened| Arc::clone(&opened.source)) else { return };
        let table = Arc::new(self.laid_out(&source));
        self.guess(&table, &source.format, None);
        self.opened.set(Some(Ok(Opened { source, table })));
    }

    /// Takes each column for what it was the last time, or for what is likeliest.
    fn guess(self, table: &Table, format: &Format, guessed: Option<Recipe>) {
        let recalled = remembered::recall(table).and_then(|recipe| recipe.mapping(table));
        self.recalled.set(recalled.is_some());
        let guessed = || guessed.and_then(|recipe| recipe.mapping(table));
        let mut mapping = recalled.or_else(guessed).unwrap_or_else(|| guess::mapping(table));
        let sheet = match format {
            Format::Workbook { sheets, chosen, .. } => sheets.get(*chosen),
            _ => None,
        };
        if let (Format::Workbook { sheets, .. }, Some(sheet)) = (format, sheet)
            && sheets.iter().filter(|sheet| sheet.has_answers).count() > 1
        {
            // Number 1 of one sheet is another person than number 1 of the next.
            mapping.scope = Some(sheet.name.clone());
            if mapping.wave.is_none() {
                mapping.wave_fixed = titles::wave(&sheet.name);
            }
        }
        let titles = self.name.get_untracked().into_iter().chain(sheet.map(|sheet| sheet.name.clone()));
        let before = mapping.side.clone();
        let because = guess::side_by_titles(&mut mapping, table, titles);
        // What was said the last time holds where nothing about this source says otherwise.
        let is_recalled = self.recalled.get_untracked() && because.is_unsure();
        if is_recalled {
            mapping.side = before;
        } else if let (Because::Nothing, Some(side), SideSource::Fixed(of)) =
            (because, self.expected.get_untracked(), &mut mapping.side)
        {
            *of = side;
        }
        self.because.set((!is_recalled).then_some(because));
        self.doubts.set(self.doubts_about(table, &mapping, because));
        self.mapping.set(mapping);
    }

    /// What is in doubt about a table; about the columns only where they are guessed.
    fn doubts_about(self, table: &Table, mapping: &Mapping, because: Because) -> Vec<Doubt> {
        let mut doubts = doubt::of_source(table.notes(), &self.wish.get_untracked());
        if !self.recalled.get_untracked() {
            if let SideSource::Fixed(side) = mapping.side {
                doubts.extend(doubt::of_side(because, side));
            }
            doubts.extend(doubt::doubts(table, mapping));
        }
        doubts
    }

    /// The doubts that the user has not settled.
    pub fn open_doubts(self) -> Vec<Doubt> {
        if self.is_codebook() || self.with_table(|_| ()).is_none() {
            return Vec::new();
        }
        let settled = self.settled.get();
        let mut doubts = self.doubts.get();
        doubts.retain(|doubt| !settled.contains(&(doubt.kind, doubt.column)));
        doubts
    }

    /// Takes one of the readings of a doubt.
    pub fn settle(self, doubt: &Doubt, reading: &Reading) {
        self.settled.update(|settled| settled.push((doubt.kind, doubt.column)));
        match reading {
            Reading::HeaderRows(rows) => {
                self.top.update(|top| top.header_rows = Some(*rows));
                self.lay_out();
            }
            Reading::Rejoined(column) if column.is_some() => {
                self.wish.update(|wish| wish.rejoined = *column);
                self.understand();
            }
            Reading::Plain(true) => {
                self.wish.update(|wish| wish.plain = true);
                self.understand();
            }
            Reading::Side(SideSource::Fixed(side)) => self.take_side(*side),
            reading => {
                let changed = self.with_table(|opened| {
                    let mut mapping = self.mapping.get_untracked();
                    reading.apply(&opened.table, &mut mapping);
                    mapping
                });
                if let Some(mapping) = changed {
                    self.mapping.set(mapping);
                }
            }
        }
    }

    /// All rows are of that side, as the user says.
    pub fn take_side(self, side: Side) {
        self.because.set(None);
        self.settled.update(|settled| settled.push((DoubtKind::Side, None)));
        self.mapping.update(|mapping| {
            mapping.side = SideSource::Fixed(side);
            mapping.texts.iter_mut().for_each(|text| text.side = None);
        });
    }

    /// Forgets what the columns were the last time.
    pub fn guess_anew(self) {
        if let Some(table) = self.with_table(|opened| Arc::clone(&opened.table)) {
            self.recalled.set(false);
            let mut mapping = guess::mapping(&table);
            let because = guess::side_by_titles(&mut mapping, &table, self.name.get_untracked().into_iter());
            self.because.set(Some(because));
            self.doubts.set(self.doubts_about(&table, &mapping, because));
            self.mapping.set(mapping);
        }
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

    /// What to look at before confirming that.
    pub fn caution(self, outcome: &Outcome) -> Option<Caution> {
        let mapping = self.mapping.get();
        self.workspace.with(|project| caution(project, &mapping, outcome)).flatten()
    }

    /// Lets what was read join the project, into a new project if this one is a sample; then takes the next file.
    pub fn confirm(self) {
        let Some(opened) = untrack(|| self.with_table(Opened::clone)) else {
            self.asked_too_early.set(true);
            return;
        };
        if untrack(|| self.is_codebook()) {
            self.confirm_codes();
            return;
        }
        if untrack(|| self.is_stopped()) {
            return;
        }
        let Some(mut outcome) = self.forecast.take() else { return };
        let sample = self.sample.get_untracked().map(|responses| {
            let drawn = sample(&outcome.imported, responses, SEED);
            outcome.imported = drawn.imported;
            outcome.report.verbatims = outcome.imported.responses.iter().map(|new| new.verbatims.len()).sum();
            (drawn.kept.iter().sum(), drawn.left_out.iter().sum())
        });
        if self.nothing_as_no_moment.get_untracked() {
            nothing::as_no_moment(&mut outcome.imported);
        }
        let bare = outcome.imported.responses.iter().filter(|response| response.verbatims.is_empty()).count();
        outcome.imported.codebook = untrack(|| self.beside()).unwrap_or_default();
        if self.workspace.peek(|p| p.origin == Origin::Sample).unwrap_or_default() {
            self.workspace.adopt(Project::default(), Place::Import);
        }
        let name = self.name.get_untracked();
        let when = String::from(js_sys::Date::new_0().to_iso_string());
        outcome.imported.origin = Some(ImportOrigin { source: name.clone().unwrap_or_default(), when });
        let coders = coders::came(&outcome.imported);
        if !self.workspace.dispatch(Command::Import(outcome.imported)) {
            return;
        }
        let mapping = self.mapping.get_untracked();
        remembered::remember(&opened.table, Recipe::of(&mapping));
        let next = self.next_sheet(&opened);
        let joined = Joined { name, opened, coders, mapping, bare, sample, report: Arc::new(outcome.report) };
        self.finish(next, Done::Rows(Box::new(joined)));
    }

    /// The stages and moments that come with answers.
    fn beside(self) -> Option<Draft> {
        let codebook = self.with_table(|opened| opened.format().is_codebook()).unwrap_or_default();
        self.codes().filter(|_| !codebook)
    }

    /// Lets a codebook join the project.
    fn confirm_codes(self) {
        let Some(draft) = untrack(|| self.codes()) else { return };
        let known = self.workspace.peek(|p| draft.known_in(&p.codebook)).unwrap_or_default();
        let added = draft.moments.len() - known;
        if self.workspace.dispatch(Command::AddCodebook(draft)) {
            self.finish(None, Done::Codes { added, known });
        }
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

    /// Whether most of these answers are in the project on the other side, and the user has not said that they are new.
    pub fn is_stopped(self) -> bool {
        self.forecast.elsewhere().is_some() && !self.despite.get()
    }

    /// The sheets of answers of the workbook that wait for their turn, after the one that is open.
    pub fn sheets_left(self) -> Vec<(usize, String)> {
        let left = self.with_table(|opened| {
            let Format::Workbook { sheets, chosen, .. } = opened.format() else { return Vec::new() };
            let done = self.sheets_done.get_value();
            let waits = |(at, sheet): (usize, &Sheet)| {
                (sheet.has_answers && at != *chosen && !done.contains(&at)).then(|| (at, sheet.name.clone()))
            };
            sheets.iter().enumerate().filter_map(waits).collect()
        });
        left.unwrap_or_default()
    }

    /// The next sheet of answers once this one came in or was passed over, with the source that holds it.
    fn next_sheet(self, opened: &Opened) -> Option<(Job, usize)> {
        let Format::Workbook { chosen, .. } = opened.format() else { return None };
        self.sheets_done.update_value(|done| done.push(*chosen));
        let next = untrack(|| self.sheets_left()).first().map(|(at, _)| *at)?;
        self.source.get_value().map(|job| (job, next))
    }

    /// Passes this sheet over.
    pub fn pass_sheet(self) {
        let Some(opened) = untrack(|| self.with_table(Opened::clone)) else { return };
        if let Some((_, next)) = self.next_sheet(&opened) {
            self.open_sheet(next);
        }
    }

    fn open_sheet(self, sheet: usize) {
        self.start_over();
        self.top.set(Top::default());
        self.wish.set(Wish { sheet: Some(sheet), ..Wish::default() });
        self.understand();
    }

    fn finish(self, sheet: Option<(Job, usize)>, done: Done) {
        self.pasted.set(String::new());
        if let Some((_, sheet)) = sheet {
            self.opened.set(None);
            self.open_sheet(sheet);
        } else {
            self.take(None);
            self.next_file();
        }
        // The account stays in sight while the next file is looked at.
        self.done.set(Some(done));
    }
}
