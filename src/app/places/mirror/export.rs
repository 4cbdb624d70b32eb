//! What leaves the page: the results table and the pictures.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, HtmlCanvasElement};

use super::canvas::{Room, paint};
use crate::analysis::Tracker;
use crate::analysis::groups::Plan;
use crate::app::browser::{clock, files};
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::notices::{Notice, Notices};
use crate::app::shell::reactive::{act, part};
use crate::app::study::figures::Mirror;
use crate::app::study::writers::{Writers, writers};
use crate::chart::{Picture, PictureKind};
use crate::format::results::Dialect;
use crate::model::Project;
use crate::say::Locale;
use crate::say::picture::{Look, Seen, compose};

/// The width of an exported picture.
pub const WIDTH: f64 = 1200.0;
/// How many pixels of a PNG go to one of the picture: 3,600 across, enough for a slide on a projector.
const PNG_RATIO: f64 = 3.0;

/// The buttons.
#[component]
pub fn Exports() -> impl IntoView {
    let language = Language::get();
    let exporter = Exporter {
        language,
        workspace: Workspace::get(),
        page: Mirror::get(),
        notices: Notices::get(),
        kind: RwSignal::new(PictureKind::Mirror),
    };
    let protected = move || exporter.workspace.with(|p| p.settings.protect_small_groups).unwrap_or_default();
    view! {
        <section class="exports">
            <h2>{say!(language, export.title)}</h2>
            <p class="faint">
                {say!(language, export.text)}
                {part(move || protected().then(|| format!(" {}", tr!(language, export.protected))))}
            </p>
            <div class="export-row">
                <button data-testid="export-csv" on:click=act(move || exporter.start(Exporter::csv))>
                    {say!(language, export.csv)}
                </button>
                <button data-testid="export-json" on:click=act(move || exporter.start(Exporter::json))>
                    {say!(language, export.json)}
                </button>
                <select
                    data-testid="export-picture"
                    aria-label=say!(language, export.which)
                    on:change:target=move |event| {
                        exporter
                            .kind
                            .set(if event.target().value() == "zones" { PictureKind::Zones } else { PictureKind::Mirror });
                    }
                >
                    <option value="mirror">{say!(language, mirror.mirror_title)}</option>
                    <option value="zones">{say!(language, mirror.zones_title)}</option>
                </select>
                <button data-testid="export-svg" on:click=act(move || exporter.start(Exporter::svg))>
                    {say!(language, export.svg)}
                </button>
                <button data-testid="export-png" on:click=act(move || exporter.start(Exporter::png))>
                    {say!(language, export.png)}
                </button>
            </div>
        </section>
    }
}

/// Does that as soon as what writes files is here.
pub fn with_writers(notices: Notices, make: impl FnOnce(Writers) + 'static) {
    spawn_local(async move {
        match writers().await {
            Ok(writers) => untrack(|| make(writers)),
            Err(_) => notices.tell(Notice::NotFetched),
        }
    });
}

/// Makes files of what the place shows.
#[derive(Clone, Copy)]
struct Exporter {
    language: Language,
    workspace: Workspace,
    page: Mirror,
    notices: Notices,
    kind: RwSignal<PictureKind>,
}

impl Exporter {
    fn start(self, make: fn(Self, Writers, &Plan)) {
        with_writers(self.notices, move |write| {
            if let Some(plan) = self.page.plan_now(write.plan) {
                make(self, write, &plan);
            }
        });
    }

    fn csv(self, write: Writers, plan: &Plan) {
        let dialect = match untrack(|| self.language.locale()) {
            Locale::French => Dialect::COMMA,
            Locale::English => Dialect::POINT,
        };
        let table = self.protected((write, plan), |project, tracker| (write.csv)(project, tracker, dialect));
        self.text(write, "csv", "text/csv", table);
    }

    fn json(self, write: Writers, plan: &Plan) {
        let table = self.protected((write, plan), |project, tracker| (write.json)(project, tracker));
        self.text(write, "json", "application/json", table);
    }

    fn svg(self, write: Writers, plan: &Plan) {
        self.text(
            write,
            "svg",
            "image/svg+xml",
            self.picture(write, plan).map(|picture| (write.svg)(&picture)),
        );
    }

    fn png(self, write: Writers, plan: &Plan) {
        let Some(picture) = self.picture(write, plan) else { return };
        save_png(self.notices, &picture, self.name(write, "png"));
    }

    /// The picture for paper and slides: light, framed, small groups hidden if the project says so.
    fn picture(self, write: Writers, plan: &Plan) -> Option<Picture> {
        let (locale, kind) = (untrack(|| self.language.locale()), self.kind.get_untracked());
        let (filter, reading) = (self.page.filter.get_untracked(), self.page.reading.get_untracked());
        self.protected((write, plan), |project, tracker| {
            let seen = Seen { filter: &filter, reading };
            let frame = (write.frame)(locale, project, tracker, seen, (kind, clock::today()));
            let look =
                Look { width: WIDTH, reading, settings: project.settings, dark: false, frame: Some(&frame) };
            compose(locale, project, tracker, kind, look)
        })
    }

    /// Reads the project with the figures that may leave the page.
    fn protected<T>(
        self,
        (write, plan): (Writers, &Plan),
        read: impl FnOnce(&Project, &Tracker) -> T,
    ) -> Option<T> {
        let filter = self.page.filter.get_untracked();
        self.page
            .with_final(|project, tracker| read(project, &(write.protect)(project, tracker, &filter, plan)))
    }

    fn text(self, write: Writers, extension: &str, mime: &str, text: Option<String>) {
        if let Some(text) = text {
            self.tell(files::download_text(&self.name(write, extension), mime, &text));
        }
    }

    fn name(self, write: Writers, extension: &str) -> String {
        let (filter, kind) = (self.page.filter.get_untracked(), self.kind.get_untracked());
        let locale = untrack(|| self.language.locale());
        let name = |project: &Project| (write.file_name)(locale, project, &filter, (kind, extension));
        self.workspace.peek(name).unwrap_or_default()
    }

    fn tell(self, outcome: Result<(), String>) {
        tell(self.notices, outcome);
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
