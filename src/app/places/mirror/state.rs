//! What the Mirror place shows of the study: its parts one after the other, under thresholds that a slider may be moving.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::jobs::timing::mark;
use crate::app::jobs::turn::{Turn, Wishes};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::reactive::effect;
use crate::app::study::Study;
use crate::command::{ProjectPart, ProjectParts};
use crate::figures::Figures;
use crate::model::{MomentId, Settings, Threshold};

/// Parts of the place that are drawn one after the other: all at once would hold the page up.
const PARTS: usize = 4;

/// How long after the pictures the code of other parts is fetched: the pictures are painted by then.
const AFTER_PICTURES: Duration = Duration::from_millis(250);

/// Both thresholds, clients' first.
pub type Thresholds = (Threshold, Threshold);

/// The view of the place, and the figures of the part that holds it.
#[derive(Clone, Copy)]
pub struct MirrorState {
    workspace: Workspace,
    /// What is shown.
    pub study: Study,
    /// The moment whose verbatims are shown.
    pub chosen: RwSignal<Option<MomentId>>,
    /// The moment whose figures are explained.
    pub explained: RwSignal<Option<MomentId>>,
    /// Thresholds that a slider is moving: they are shown, and kept when it is let go.
    pub dragged: RwSignal<Option<Thresholds>>,
    /// The figures that have reached this part.
    reached: RwSignal<Option<Arc<Figures>>>,
    /// The same, under the dragged thresholds.
    now: Memo<Option<Arc<Figures>>>,
    /// The same, but a part that is out of sight waits while a slider moves.
    figures: Memo<Option<Arc<Figures>>>,
    /// Those of each part.
    parts: StoredValue<[RwSignal<Option<Arc<Figures>>>; PARTS]>,
    /// Figures, and the same under other thresholds: once for all parts.
    typed: StoredValue<Option<[Arc<Figures>; 2]>>,
}

impl MirrorState {
    /// Starts with nothing chosen, and brings the figures of the study to part after part.
    pub fn provide(workspace: Workspace) -> Self {
        let signals = [(); PARTS].map(|()| RwSignal::new(None));
        let (dragged, typed) = (RwSignal::new(None), StoredValue::new(None));
        let now = under_dragged(workspace, signals[0], dragged, typed);
        let mirror = Self {
            workspace,
            study: Study::get(),
            chosen: RwSignal::new(None),
            explained: RwSignal::new(None),
            dragged,
            reached: signals[0],
            now,
            figures: now,
            parts: StoredValue::new(signals),
            typed,
        };
        mirror.study.show_figures();
        let wishes = Wishes::new();
        let mut has_begun = false;
        effect(move || {
            let figures = mirror.study.figures();
            // Who opens the place does not look at figures of an earlier state first.
            let is_outdated = !has_begun && untrack(|| mirror.study.is_busy());
            let (Some(figures), false) = (figures, is_outdated) else { return };
            has_begun = true;
            if let Some(wish) = wishes.next() {
                spawn_local(mirror.bring(figures, move || wishes.wants(wish)));
            }
        });
        provide_context(mirror);
        mirror
    }

    /// The state that [`MirrorState::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// What the part of that number shows: its figures come after those of the parts before it.
    pub fn part(self, part: usize) -> Self {
        let reached = self.parts.with_value(|parts| parts[part.min(PARTS - 1)]);
        let now = under_dragged(self.workspace, reached, self.dragged, self.typed);
        Self { reached, now, figures: now, ..self }
    }

    /// The same for a part that may be out of sight.
    pub fn part_below(self, part: usize, is_visible: ReadSignal<bool>) -> Self {
        let part = self.part(part);
        let figures = move |before: Option<&Option<Arc<Figures>>>| match before {
            Some(before) if part.is_dragging() && !is_visible.get() => before.clone(),
            _ => part.now.get(),
        };
        Self { figures: Memo::new_with_compare(figures, is_other), ..part }
    }

    /// Whether a slider is moving.
    pub fn is_dragging(self) -> bool {
        self.dragged.with(Option::is_some)
    }

    /// The last figures, visible or not; none before the first ones.
    pub fn now(self) -> Option<Arc<Figures>> {
        self.now.get()
    }

    /// The last figures that are to be shown; none before the first ones.
    pub fn figures(self) -> Option<Arc<Figures>> {
        self.figures.get()
    }

    /// The figures under the thresholds that are kept, whatever a slider is moving.
    pub fn kept(self) -> Option<Arc<Figures>> {
        self.reached.get()
    }

    /// The settings that hold, with the dragged thresholds.
    pub fn settings(self) -> Settings {
        settings(self.workspace, self.dragged.get())
    }

    /// Whether newer figures are on their way to the last part.
    pub fn is_busy(self) -> bool {
        let place = |figures: &Option<Arc<Figures>>| figures.as_ref().map(Arc::as_ptr);
        self.study.is_busy() || self.last().with(place) != self.study.figures().as_ref().map(Arc::as_ptr)
    }

    fn last(self) -> RwSignal<Option<Arc<Figures>>> {
        self.parts.with_value(|parts| parts[PARTS - 1])
    }

    /// Brings figures to part after part, with pauses in between.
    async fn bring(self, figures: Arc<Figures>, is_wanted: impl Fn() -> bool) {
        let mut turn = Turn::begin();
        let parts = self.parts.try_get_value();
        for part in parts.into_iter().flatten() {
            // The place may have been left, and its signals with it.
            part.try_set(Some(Arc::clone(&figures)));
            turn.pause().await;
            if !is_wanted() {
                return;
            }
        }
        mark("reflet:shown");
        let fetch_rest = move || {
            // Another project may be open by then.
            let _ = self.study.later.try_set(true);
        };
        if self.study.later.try_get_untracked() == Some(false) {
            set_timeout(fetch_rest, AFTER_PICTURES);
        }
    }
}

/// Figures under the dragged thresholds.
fn under_dragged(
    workspace: Workspace,
    reached: RwSignal<Option<Arc<Figures>>>,
    dragged: RwSignal<Option<Thresholds>>,
    typed: StoredValue<Option<[Arc<Figures>; 2]>>,
) -> Memo<Option<Arc<Figures>>> {
    let found = move |_: Option<&Option<Arc<Figures>>>| {
        let (figures, settings) = (reached.get()?, settings(workspace, dragged.get()));
        let known =
            typed.get_value().filter(|[of, found]| Arc::ptr_eq(of, &figures) && found.settings == settings);
        let found = known.map_or_else(|| figures.under(settings), |[_, found]| found);
        typed.set_value(Some([figures, Arc::clone(&found)]));
        Some(found)
    };
    Memo::new_with_compare(found, is_other)
}

/// Whether figures were made anew: if not they are the same, with no need to compare all draws.
fn is_other(one: Option<&Option<Arc<Figures>>>, other: Option<&Option<Arc<Figures>>>) -> bool {
    let place = |figures: Option<&Option<Arc<Figures>>>| figures.and_then(Option::as_ref).map(Arc::as_ptr);
    place(one) != place(other)
}

fn settings(workspace: Workspace, dragged: Option<Thresholds>) -> Settings {
    let kept = workspace
        .follow(ProjectParts::of(&[ProjectPart::Settings]), |project| project.settings)
        .unwrap_or_default();
    match dragged {
        Some((client_threshold, employee_threshold)) => {
            Settings { client_threshold, employee_threshold, ..kept }
        }
        None => kept,
    }
}
