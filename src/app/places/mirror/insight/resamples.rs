//! Progress again, on the page where it is short, in a worker where it is long; the last wish alone counts.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::state::MirrorState;
use crate::analysis::joint::{Input, Intervals};
use crate::app::jobs::resampling::Resampler;
use crate::app::jobs::timing::mark;
use crate::app::jobs::turn::{Turn, Wishes, drive};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::reactive::effect;
use crate::figures::{self, Figures, is_short};

/// How far the drawing is.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// That many resamples of that many are done.
    Under(u32, u32),
    /// The user stopped it.
    Stopped,
    /// It could not be done, in the browser's words.
    Failed(String),
    /// What was found.
    Here(Arc<Intervals>),
}

/// The drawing for the figures that the place shows.
#[derive(Clone, Copy)]
pub struct Draws {
    /// How far it is.
    pub progress: RwSignal<Progress>,
    wishes: Wishes,
    worker: StoredValue<Option<Rc<Resampler>>, LocalStorage>,
}

impl Draws {
    /// Draws again whenever the figures change.
    pub fn provide() -> Self {
        let page = MirrorState::get();
        let draws = Self {
            progress: RwSignal::new(Progress::Under(0, 0)),
            wishes: Wishes::new(),
            worker: StoredValue::new_local(None),
        };
        draws.prepare(Workspace::get());
        effect(move || {
            if let Some(figures) = page.kept() {
                draws.begin(&figures);
            }
        });
        on_cleanup(move || {
            draws.wishes.next();
            draws.end_worker();
        });
        draws
    }

    /// Starts a worker while the figures are made, if it will be needed.
    fn prepare(self, workspace: Workspace) {
        let is_short = workspace.peek(|project| {
            let people = u64::try_from(project.responses.len()).unwrap_or(u64::MAX);
            is_short(people, project.settings.resamples)
        });
        if is_short == Some(false) {
            // If it does not start, the next try will tell.
            self.worker.set_value(Resampler::start().ok().map(Rc::new));
        }
    }

    /// Draws for these figures, and forgets what was under way.
    pub fn begin(self, figures: &Figures) {
        mark("reflet:across");
        let input = Input::new(&figures.mentions, &figures.mirror, &figures.settings);
        let Some(wish) = self.forget() else { return };
        self.progress.set(Progress::Under(0, input.resamples));
        let people = u64::from(input.sides[0].0) + u64::from(input.sides[1].0);
        if is_short(people, input.resamples) {
            spawn_local(self.here(wish, input));
        } else {
            self.elsewhere(wish, input);
        }
    }

    /// Ends the drawing; what it was for stays without intervals.
    pub fn stop(self) {
        self.forget();
        if let Some(Progress::Under(..)) = self.progress.try_get_untracked() {
            self.progress.try_set(Progress::Stopped);
        }
    }

    /// Ends what is under way; gives the number of the wish that is wanted from now on.
    fn forget(self) -> Option<u32> {
        // A worker draws until it has done or is ended: one that waits serves again.
        if self.worker.try_with_value(|worker| worker.as_ref().is_some_and(|worker| worker.is_busy()))? {
            self.end_worker();
        }
        self.wishes.next()
    }

    fn end_worker(self) {
        if let Some(worker) = self.worker.try_update_value(Option::take).flatten() {
            worker.stop();
        }
    }

    /// The worker that waits, or another one.
    fn worker(self) -> Result<Rc<Resampler>, String> {
        let waiting = self.worker.with_value(Clone::clone);
        // The browser may have ended it meanwhile.
        if let Some(worker) = waiting.filter(|worker| worker.is_well()) {
            return Ok(worker);
        }
        let worker = Rc::new(Resampler::start()?);
        self.worker.set_value(Some(Rc::clone(&worker)));
        Ok(worker)
    }

    /// Says how far it is, if that is still wanted.
    fn tell(self, wish: u32, progress: Progress) -> bool {
        // The place may have been left, and its signals with it.
        let wanted = self.wishes.wants(wish);
        if wanted {
            if let Progress::Here(_) = progress {
                mark("reflet:across-drawn");
            }
            self.progress.try_set(progress);
        }
        wanted
    }

    async fn here(self, wish: u32, input: Input) {
        let (draws, mut turn) = (figures::Resampling::new(&input), Turn::begin());
        if let Some(across) = drive(draws, &mut turn, || self.wishes.wants(wish)).await {
            self.tell(wish, Progress::Here(Arc::new(across)));
        }
    }

    fn elsewhere(self, wish: u32, input: Input) {
        let all = input.resamples;
        let on_progress = move |done| {
            self.tell(wish, Progress::Under(done, all));
        };
        match self.worker() {
            Ok(worker) => spawn_local(async move {
                let outcome = worker.draw(&input, on_progress).await;
                let progress =
                    outcome.map_or_else(Progress::Failed, |across| Progress::Here(Arc::new(across)));
                self.tell(wish, progress);
            }),
            Err(error) => {
                self.tell(wish, Progress::Failed(error));
            }
        }
    }
}
