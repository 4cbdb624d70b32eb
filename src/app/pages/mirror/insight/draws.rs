//! Drawing again, on the page where it is short, in a worker where it is long; the last wish alone counts.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::settled::{Figures, Mirror};
use crate::analysis::joint::{Across, Draw, Ground};
use crate::app::drawing::Drawer;
use crate::app::pause::breathe;

/// Respondents × resamples up to which a worker would take longer to start than the page to draw.
const SHORT: u64 = 4_000_000;
/// Milliseconds of work between two pauses.
const SLICE: f64 = 12.0;

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
    /// Which wish is the last one.
    wish: StoredValue<u32>,
    worker: StoredValue<Option<Rc<Drawer>>, LocalStorage>,
}

impl Draws {
    /// Draws again whenever the figures change.
    pub fn provide(page: Mirror) -> Self {
        let draws = Self {
            drawing: RwSignal::new(Drawing::Under(0, 0)),
            wish: StoredValue::new(0),
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
        let ground = Ground::new(&figures.told, &figures.tracker, &figures.settings);
        self.forget();
        let Some(wish) = self.wish.try_get_value() else { return };
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

    fn forget(self) {
        self.wish.try_update_value(|wish| *wish += 1);
        drop(self.worker.try_update_value(Option::take));
    }

    /// Says how far it is, if that is still wanted.
    fn tell(self, wish: u32, drawing: Drawing) -> bool {
        // The place may have been left, and its signals with it.
        let wanted = self.wish.try_get_value() == Some(wish);
        if wanted {
            self.drawing.try_set(drawing);
        }
        wanted
    }

    async fn here(self, wish: u32, ground: Ground) {
        let mut draw = Draw::new(&ground);
        let mut since = js_sys::Date::now();
        while draw.step() < ground.resamples {
            if js_sys::Date::now() - since >= SLICE {
                breathe().await;
                since = js_sys::Date::now();
                if self.wish.try_get_value() != Some(wish) {
                    return;
                }
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
