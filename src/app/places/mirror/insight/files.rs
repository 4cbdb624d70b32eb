//! Makes files of what the place shows, with no more than may leave the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, HtmlCanvasElement};

use super::super::canvas::{Room, paint};
use super::super::file::{Exporting, File};
use crate::analysis::Tracker;
use crate::analysis::groups::{Plan, protect};
use crate::app::browser::{clock, files};
use crate::app::shell::notices::{Notice, Notices};
use crate::chart::{Picture, svg};
use crate::format::results::{self, Dialect};
use crate::model::Project;
use crate::say::picture::{Look, Seen, compose, frame};
use crate::say::{Locale, file_name};

/// The width of an exported picture.
pub const WIDTH: f64 = 1200.0;
/// How many pixels of a PNG go to one of the picture: 3,600 across, enough for a slide on a projector.
const PNG_RATIO: f64 = 3.0;

/// Makes a file and hands it to the browser.
pub fn make(exporting: &Exporting, file: File) {
    let Some(plan) = exporting.page.study.plan_now(Plan::new) else { return };
    exporting.page.study.drop_refused(&plan);
    match file {
        File::Csv => exporting.csv(&plan),
        File::Json => exporting.json(&plan),
        File::Svg => exporting.svg(&plan),
        File::Png => exporting.png(&plan),
    }
}

impl Exporting {
    fn csv(&self, plan: &Plan) {
        let dialect = match self.language.locale() {
            Locale::French => Dialect::COMMA,
            Locale::English => Dialect::POINT,
        };
        let table =
            |project: &Project, tracker: &Tracker| results::csv(&results::rows(project, tracker), dialect);
        self.text("csv", "text/csv", self.protected(plan, table));
    }

    fn json(&self, plan: &Plan) {
        let table = |project: &Project, tracker: &Tracker| results::json(&results::rows(project, tracker));
        self.text("json", "application/json", self.protected(plan, table));
    }

    fn svg(&self, plan: &Plan) {
        self.text("svg", "image/svg+xml", self.picture(plan).map(|picture| svg(&picture)));
    }

    fn png(&self, plan: &Plan) {
        let Some(picture) = self.picture(plan) else { return };
        save_png(self.notices, &picture, self.name("png"));
    }

    /// The picture for paper and slides: light, framed, small groups hidden if the project says so.
    fn picture(&self, plan: &Plan) -> Option<Picture> {
        let (locale, kind) = (self.language.locale(), self.kind.get());
        let (filter, reading) = (self.page.study.filter.get(), self.page.study.reading.get());
        self.protected(plan, |project, tracker| {
            let seen = Seen { filter: &filter, reading };
            let frame = frame(locale, project, tracker, seen, (kind, clock::today()));
            let look =
                Look { width: WIDTH, reading, settings: project.settings, dark: false, frame: Some(&frame) };
            compose(locale, project, tracker, kind, look)
        })
    }

    /// Reads the project with the figures that may leave the page.
    fn protected<T>(&self, plan: &Plan, read: impl FnOnce(&Project, &Tracker) -> T) -> Option<T> {
        let filter = self.page.study.filter.get();
        self.page
            .study
            .with_final(|project, tracker| read(project, &protect(project, tracker, &filter, plan)))
    }

    fn text(&self, extension: &str, mime: &str, text: Option<String>) {
        if let Some(text) = text {
            tell(self.notices, files::download_text(&self.name(extension), mime, &text));
        }
    }

    fn name(&self, extension: &str) -> String {
        let (filter, kind) = (self.page.study.filter.get(), self.kind.get());
        let locale = self.language.locale();
        let name = |project: &Project| file_name::of_mirror(locale, project, &filter, (kind, extension));
        self.workspace.peek(name).unwrap_or_default()
    }
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
