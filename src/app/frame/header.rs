//! What is always on screen: where one is, whether the work is safe, undo, language, theme.

use leptos::prelude::*;

use super::save_status::SaveStatus;
use crate::app::keep::workspace::Workspace;
use crate::app::places::registry::{PLACES, Row};
use crate::app::shell::language::{Language, say, tr};
use crate::app::shell::reactive::{act, flag, part, present, reactive};
use crate::app::shell::route::{Place, Route, Router};
use crate::app::shell::theme::Theme;
use crate::command::{ProjectPart, ProjectParts};
use crate::model::Origin;
use crate::say::project::steps;
use crate::say::{Locale, name};

/// The head of the page; inside a project with its places.
#[component]
pub fn Header(
    /// The place that is shown, if a project is open.
    #[prop(into)]
    place: Signal<Option<Place>>,
) -> impl IntoView {
    let language = Language::get();
    let router = Router::get();
    let inside = Memo::new(move |_| place.get().is_some());
    view! {
        <header class="page-head">
            <button
                class="brand"
                data-testid="projects"
                title=say!(language, head.projects)
                on:click=act(move || router.go(Route::Start))
            >
                <span class="brand-mark" aria-hidden="true"></span>
                "Reflet"
            </button>
            {part(move || inside.get().then(|| view! { <ProjectName /> <Places place /> <Steps /> <SaveStatus /> }))}
            <Preferences />
        </header>
    }
}

/// The project's name and whether it is a sample.
#[component]
fn ProjectName() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let name = move || {
        workspace
            .follow(ProjectParts::of(&[ProjectPart::Name]), |project| name::of(language.locale(), project))
            .unwrap_or_default()
    };
    let sample = move || {
        workspace
            .follow(ProjectParts::of(&[]), |project| project.origin == Origin::Sample)
            .unwrap_or_default()
    };
    view! {
        <span class="project-name" title=reactive(name)>{reactive(name)}</span>
        {part(move || sample().then(|| view! { <span class="badge">{tr!(language, head.sample)}</span> }))}
    }
}

/// The places of the project.
#[component]
fn Places(#[prop(into)] place: Signal<Option<Place>>) -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let router = Router::get();
    let go = move |to: Place| {
        if let Some(key) = workspace.key() {
            router.go(Route::Inside(key, to));
        }
    };
    let button = move |Row { place: to, title, .. }: Row| {
        view! {
            <button
                class="place"
                data-testid=format!("nav-{}", to.id())
                aria-current=move || (place.get() == Some(to)).then_some("page")
                on:click=act(move || go(to))
            >
                {part(move || title(language))}
            </button>
        }
    };
    view! {
        <nav class="places" aria-label=say!(language, head.places)>
            {PLACES
                .map(|row| {
                    let is_shown = Memo::new(move |_| workspace.follow(row.follows, row.is_shown).unwrap_or_default());
                    part(move || is_shown.get().then(|| button(row)))
                })}
        </nav>
    }
}

/// Undo and redo.
#[component]
fn Steps() -> impl IntoView {
    let language = Language::get();
    let workspace = Workspace::get();
    let undo_title = move || steps::undo(language.locale(), workspace.steps().0);
    let redo_title = move || steps::redo(language.locale(), workspace.steps().1);
    view! {
        <div class="steps">
            <button
                class="quiet"
                data-testid="undo"
                title=reactive(undo_title)
                disabled=present(move || workspace.steps().0.is_none())
                on:click=act(move || workspace.undo())
            >
                {say!(language, head.undo)}
            </button>
            <button
                class="quiet"
                data-testid="redo"
                title=reactive(redo_title)
                disabled=present(move || workspace.steps().1.is_none())
                on:click=act(move || workspace.redo())
            >
                {say!(language, head.redo)}
            </button>
        </div>
    }
}

/// Language and theme.
#[component]
fn Preferences() -> impl IntoView {
    let language = Language::get();
    let theme = Theme::get();
    let choice = move |locale: Locale, tag: &'static str, name: &'static str| {
        view! {
            <button
                class="quiet"
                data-testid=format!("lang-{tag}")
                lang=tag
                title=name
                aria-pressed=flag(move || language.locale() == locale)
                on:click=act(move || language.set(locale))
            >
                {tag.to_ascii_uppercase()}
            </button>
        }
    };
    view! {
        <div class="preferences">
            {choice(Locale::French, "fr", "Français")} {choice(Locale::English, "en", "English")}
            <button class="quiet" data-testid="theme" on:click=act(move || theme.toggle())>
                {part(move || if theme.is_dark() { tr!(language, head.light) } else { tr!(language, head.dark) })}
            </button>
        </div>
    }
}
