//! The places inside a project, in the order of the work: one row each.

use super::{code, import, mirror, project, surveys};
use crate::app::jobs::resampling;
use crate::app::shell::language::{Language, tr};
use crate::app::shell::parts::Load;
use crate::app::shell::route::Place;
use crate::app::study::planner::planner;
use crate::command::{ProjectPart, ProjectParts};
use crate::model::Project;

/// What the page knows of a place before it is opened.
#[derive(Clone, Copy)]
pub struct Row {
    /// Its name in the address.
    pub place: Place,
    /// Its name on the page.
    pub title: fn(Language) -> &'static str,
    /// Fetches its code.
    pub load: Load,
    /// The parts of a project that decide whether it is shown.
    pub follows: ProjectParts,
    /// Whether a project has something to show there.
    pub is_shown: fn(&Project) -> bool,
}

/// For places that every project has.
const NOTHING: ProjectParts = ProjectParts::of(&[]);

/// All places.
pub const PLACES: [Row; 5] = [
    Row {
        place: Place::IMPORT,
        title: |language| tr!(language, place.import),
        load: import::load,
        follows: NOTHING,
        is_shown: |_| true,
    },
    Row {
        place: Place::CODE,
        title: |language| tr!(language, place.code),
        load: code::load,
        follows: NOTHING,
        is_shown: |_| true,
    },
    Row {
        place: Place::MIRROR,
        title: |language| tr!(language, place.mirror),
        load: mirror::load,
        follows: NOTHING,
        is_shown: |_| true,
    },
    Row {
        place: Place::SURVEYS,
        title: |language| tr!(language, place.surveys),
        load: surveys::load,
        follows: ProjectParts::of(&[ProjectPart::Responses]),
        is_shown: Project::has_ratings,
    },
    Row {
        place: Place::PROJECT,
        title: |language| tr!(language, place.project),
        load: project::load,
        follows: NOTHING,
        is_shown: |_| true,
    },
];

/// The place of that name in the address.
pub fn find(id: &str) -> Option<Place> {
    PLACES.iter().map(|row| row.place).find(|place| place.id() == id)
}

/// What fetches the code of a place.
pub fn load(place: Place) -> Load {
    PLACES.iter().find(|row| row.place == place).map_or(mirror::load, |row| row.load)
}

/// Fetches the code of all places, and of what they have done elsewhere.
pub async fn fetch() {
    // First what the mirror waits for.
    drop(planner().await);
    drop(resampling::draws().await);
    for row in PLACES {
        // One that does not come is asked for again, and missed, when it is opened.
        drop((row.load)().await);
    }
}
