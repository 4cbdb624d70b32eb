//! Drawing again, on the page where it is short, in a worker where it is long; the last wish alone counts.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::settled::{Figures, Mirror};
use super::super::slices::{Slice, Wishes};
use crate::analysis::joint::{Across, Draw, Ground};
use crate::app::drawing::Drawer;
use crate::app::timing::mark;

/// Respondents × resamples up to which a worker would take longer to start than the page to draw.
const SHORT: u64 = 4_000_000;

/// How far the drawing is.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// That many resamples of that many are done.
    Under(u32, u32),
    /// The user stopped it.
    Stopped,
    /// It could not be done, in the browser's words.
    Failed(String),
    /// What was found.
    Here(Arc<Across>),
}

/// The drawing for the figures that the place shows.
#[derive(Clone, Copy)]
pub struct Draws {
    /// How far it is.
    pub drawing: RwSignal<Drawing>,
    wishes: Wishes,
    worker: StoredValue<Option<Rc<Drawer>>, LocalStorage>,
}

impl Draws {
    /// Draws again whenever the figures change.
    pub fn provide() -> Self {
        let page = Mirror::get();
        let draws = Self {
            drawing: RwSignal::new(Drawing::Under(0, 0)),
            wishes: Wishes::new(),
            worker: StoredValue::new_local(None),
        };
        Effect::new(move || {
            if let Some(figures) = page.settled() {
                draws.begin(&figures);
            }
        });
        on_cleanup(move || draws.stop());
        draws
    }

    /// Draws for these figures, and forgets what was under way.
    pub fn begin(self, figures: &Figures) {
        mark("reflet:across");
        let ground = Ground::new(&figures.told, &figures.tracker, &figures.settings);
        let Some(wish) = self.forget() else { return };
        self.drawing.set(Drawing::Under(0, ground.resamples));
        let people = u64::from(ground.sides[0].0) + u64::from(ground.sides[1].0);
        if people * u64::from(ground.resamples) <= SHORT {
            spawn_local(self.here(wish, ground));
        } else {
            self.elsewhere(wish, &ground);
        }
    }

    /// Ends the drawing; what it was for stays without intervals.
    pub fn stop(self) {
        self.forget();
        if let Some(Drawing::Under(..)) = self.drawing.try_get_untracked() {
            self.drawing.try_set(Drawing::Stopped);
        }
    }

    /// Ends what is under way; gives the number of the wish that is wanted from now on.
    fn forget(self) -> Option<u32> {
        drop(self.worker.try_update_value(Option::take));
        self.wishes.next()
    }

    /// Says how far it is, if that is still wanted.
    fn tell(self, wish: u32, drawing: Drawing) -> bool {
        // The place may have been left, and its signals with it.
        let wanted = self.wishes.wants(wish);
        if wanted {
            if let Drawing::Here(_) = drawing {
                mark("reflet:across-drawn");
            }
            self.drawing.try_set(drawing);
        }
        wanted
    }

    async fn here(self, wish: u32, ground: Ground) {
        let mut draw = Draw::new(&ground);
        let mut slice = Slice::begin();
        while draw.step() < ground.resamples {
            if slice.is_over().await && !self.wishes.wants(wish) {
                return;
            }
        }
        self.tell(wish, Drawing::Here(Arc::new(draw.finish())));
    }

    fn elsewhere(self, wish: u32, ground: &Ground) {
        let all = ground.resamples;
        let told = move |done| {
            self.tell(wish, Drawing::Under(done, all));
        };
        match Drawer::start(ground, told) {
            Ok(drawer) => {
                let drawer = Rc::new(drawer);
                self.worker.set_value(Some(Rc::clone(&drawer)));
                spawn_local(async move {
                    let outcome = drawer.outcome().await;
                    let drawing =
                        outcome.map_or_else(Drawing::Failed, |across| Drawing::Here(Arc::new(across)));
                    if self.tell(wish, drawing) {
                        drop(self.worker.try_update_value(Option::take));
                    }
                });
            }
            Err(error) => {
                self.tell(wish, Drawing::Failed(error));
            }
        }
    }
}
