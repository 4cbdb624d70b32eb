//! A picture on the page: what is painted, and over it one button for each moment.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::canvas::Painted;
use super::state::MirrorState;
use crate::app::browser::visible::on_screen;
use crate::app::keep::workspace::Workspace;
use crate::app::shell::language::Language;
use crate::app::shell::reactive::{act, effect, flag, item, list, reactive};
use crate::app::shell::theme::Theme;
use crate::chart::{Cell, Picture, PictureKind, Rect};
use crate::say::mirror::{mark, picture as words};
use crate::say::picture::{Look, compose};

/// How high a picture is until it is drawn.
pub const UNDRAWN: f64 = 320.0;

/// One picture with its heading.
#[component]
pub fn Chart(kind: PictureKind) -> impl IntoView {
    let language = Language::get();
    let theme = Theme::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let frame = NodeRef::<Div>::new();
    let (width, is_visible) = (width_of(frame), on_screen(frame));
    let picture = Memo::new(move |before: Option<&Option<Arc<Picture>>>| {
        let figures = page.figures()?;
        // While a slider passes, a picture that nobody sees can wait.
        if page.is_dragging() && !is_visible.get() {
            return before.cloned().flatten();
        }
        let look = Look {
            width: width.get()?,
            reading: page.study.reading.get(),
            settings: figures.settings,
            dark: theme.is_dark(),
            frame: None,
        };
        workspace.with(|project| Arc::new(compose(language.locale(), project, &figures.mirror, kind, look)))
    });
    let title = move || words::title(language.locale(), kind);
    let text = move || words::text(language.locale(), kind);
    let testid = format!("chart-{}", kind.id());
    let height = move || picture.with(|p| p.as_ref().map_or(UNDRAWN, |p| p.height));
    view! {
        <section class="chart">
            <h2>{reactive(title)}</h2>
            <p class="faint">{reactive(text)}</p>
            <div
                class="chart-frame"
                node_ref=frame
                data-testid=testid
                role="group"
                aria-label=reactive(title)
                aria-busy=flag(move || page.is_busy())
                style=reactive(move || format!("height:{}px", height()))
            >
                <Painted picture />
                {list(move || {
                    let cells = picture.with(|p| p.as_ref().map(|p| p.cells.clone()).unwrap_or_default());
                    cells.into_iter().map(|cell| (key(&cell), item(move || view! { <MarkButton cell /> }))).collect()
                })}
            </div>
        </section>
    }
}

/// The room of a moment on the picture, to be pointed at, tapped, reached by keyboard.
#[component]
fn MarkButton(cell: Cell) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let page = MirrorState::get();
    let id = cell.moment;
    let name =
        workspace.peek(|p| p.codebook.moment(id).map(|m| m.name.clone())).flatten().unwrap_or_default();
    let label = {
        let name = name.clone();
        move || {
            // Read aloud and shown on pointing: not while a slider passes.
            let figures = page.kept();
            let row = figures.as_ref().and_then(|figures| figures.mirror.row(id));
            row.map_or_else(|| name.clone(), |row| mark(language.locale(), &name, row))
        }
    };
    let kind = move || page.now().and_then(|figures| Some(figures.mirror.row(id)?.class.id()));
    view! {
        <button
            class="mark"
            data-testid="mark"
            data-moment=name
            data-type=kind
            style=placed(&cell)
            title=reactive(label.clone())
            aria-label=reactive(label)
            aria-pressed=flag(move || page.chosen.get() == Some(id))
            on:click=act(move || page.chosen.set(Some(id)))
        ></button>
    }
}

/// Where a button lies over what it stands for.
pub fn placed(cell: &Cell) -> String {
    let Rect { x, y, w, h } = cell.area;
    format!("left:{x:.1}px;top:{y:.1}px;width:{w:.1}px;height:{h:.1}px")
}

/// What makes a button another one: its type does not, for a slider passes many.
fn key(cell: &Cell) -> String {
    let Rect { x, y, w, h } = cell.area;
    let [x, y, w, h] = [x, y, w, h].map(f64::to_bits);
    format!("{}:{x}:{y}:{w}:{h}", cell.moment.0)
}

/// The width of an element that is on the page, following the window's.
pub fn width_of(element: NodeRef<Div>) -> Memo<Option<f64>> {
    let measured = RwSignal::new(0_u32);
    let again = move || measured.update(|times| *times += 1);
    let listener = window_event_listener(leptos::ev::resize, move |_| again());
    on_cleanup(move || listener.remove());
    // An element has its reference before it has its place, and no width until then.
    effect(move || {
        if element.get().is_some() {
            again();
        }
    });
    // Asked for only when it may have changed: the browser must lay the page out for the answer.
    Memo::new(move |_| {
        measured.track();
        element.get().map(|element| f64::from(element.client_width())).filter(|width| *width > 0.0)
    })
}
