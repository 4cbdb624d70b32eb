//! Makes files of what the place shows, with no more than may leave the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, HtmlCanvasElement};

use super::super::canvas::{Room, paint};
use super::super::file::{Exporting, File};
use crate::analysis::groups::{Plan, protect};
use crate::analysis::{Filter, Mirror};
use crate::app::browser::{clock, files};
use crate::app::shell::notices::{Notice, Notices};
use crate::app::study::figures::Taken;
use crate::chart::{Picture, PictureKind, svg};
use crate::format::results::{self, Dialect};
use crate::say::picture::{Look, Seen, compose, frame};
use crate::say::{Locale, file_name};

/// The width of an exported picture.
pub const WIDTH: f64 = 1200.0;
/// How many pixels of a PNG go to one of the picture: 3,600 across, enough for a slide on a projector.
const PNG_RATIO: f64 = 3.0;

/// Makes a file and hands it to the browser. The filter may be one that small groups rule out meanwhile: then it is of
/// everybody.
pub fn make(exporting: &Exporting, file: File) {
    let Exporting { locale, taken, kind, notices } = exporting;
    let plan = taken.plan_by(Plan::new);
    let is_refused = taken.filter != Filter::default() && !plan.offers(&taken.filter);
    let taken = if is_refused { &taken.of_everybody() } else { taken };
    let project = &*taken.project;
    let mirror = protect(project, &taken.final_mirror(), &taken.filter, &plan);
    let name = |extension| file_name::of_mirror(*locale, project, &taken.filter, (*kind, extension));
    let text =
        |extension, mime, text: &str| tell(*notices, files::download_text(&name(extension), mime, text));
    let rows = || results::rows(project, &mirror);
    match file {
        File::Csv => text("csv", "text/csv", &results::csv(&rows(), dialect(*locale))),
        File::Json => text("json", "application/json", &results::json(&rows())),
        File::Svg => text("svg", "image/svg+xml", &svg(&picture(*locale, taken, &mirror, *kind))),
        File::Png => save_png(*notices, &picture(*locale, taken, &mirror, *kind), name("png")),
    }
}

fn dialect(locale: Locale) -> Dialect {
    match locale {
        Locale::French => Dialect::COMMA,
        Locale::English => Dialect::POINT,
    }
}

/// The picture for paper and slides: light, framed.
fn picture(locale: Locale, taken: &Taken, mirror: &Mirror, kind: PictureKind) -> Picture {
    let Taken { project, filter, reading, .. } = taken;
    let seen = Seen { filter, reading: *reading };
    let frame = frame(locale, project, mirror, seen, (kind, clock::today()));
    let look = Look {
        width: WIDTH,
        reading: *reading,
        settings: project.settings,
        dark: false,
        frame: Some(&frame),
    };
    compose(locale, project, mirror, kind, look)
}

/// Makes a PNG file of a picture, and says if it cannot.
pub fn save_png(notices: Notices, picture: &Picture, name: String) {
    let canvas = document().create_element("canvas").ok();
    let canvas = canvas.and_then(|c| c.dyn_into::<HtmlCanvasElement>().ok());
    let Some(canvas) = canvas.filter(|canvas| paint(canvas, picture, Room::whole(picture, PNG_RATIO))) else {
        return tell(notices, Err("canvas".to_owned()));
    };
    let done = Closure::once_into_js(move |blob: Option<Blob>| match blob {
        Some(blob) => tell(notices, files::download(&name, &blob)),
        None => tell(notices, Err("PNG".to_owned())),
    });
    if canvas.to_blob(done.unchecked_ref()).is_err() {
        tell(notices, Err("PNG".to_owned()));
    }
}

/// Says that a file could not be made.
pub fn tell(notices: Notices, outcome: Result<(), String>) {
    if let Err(error) = outcome {
        notices.tell(Notice::NotExported(error));
    }
}
