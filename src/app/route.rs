//! Where the user is, in the fragment of the address: `#/p/<project>/<place>`.

use leptos::prelude::*;

use super::storage::{self, ProjectKey};

/// One of the page's places inside a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Bring answers in.
    Import,
    /// Code them.
    Code,
    /// Look at the mirror.
    Mirror,
    /// What closed questions say.
    Surveys,
    /// Codebook, settings, files.
    Project,
}

/// Where the user is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The list of projects and the ways in.
    Start,
    /// A place of a project.
    Inside(ProjectKey, Place),
}

impl Place {
    /// All places, in the order of the work.
    pub const ALL: [Self; 5] = [Self::Import, Self::Code, Self::Mirror, Self::Surveys, Self::Project];

    /// Its name in the address and in test handles.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Code => "code",
            Self::Mirror => "mirror",
            Self::Surveys => "surveys",
            Self::Project => "project",
        }
    }
}

impl Route {
    /// Reads a fragment, with or without `#`. What is not understood is the start page.
    pub fn parse(fragment: &str) -> Self {
        let mut parts = fragment.trim_start_matches('#').split('/').skip(1);
        match (parts.next(), parts.next(), parts.next()) {
            (Some("p"), Some(key), place) if !key.is_empty() => {
                let place = Place::ALL.into_iter().find(|p| Some(p.id()) == place);
                Self::Inside(ProjectKey(key.to_owned()), place.unwrap_or(Place::Code))
            }
            _ => Self::Start,
        }
    }

    /// What the address names; without a fragment, where the user was last.
    pub fn initial() -> Self {
        let here = fragment();
        Self::parse(&if here.is_empty() { storage::last_place().unwrap_or_default() } else { here })
    }

    /// The fragment, with `#`.
    pub fn fragment(&self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Inside(key, place) => format!("#/p/{}/{}", key.0, place.id()),
        }
    }
}

/// The route as a signal that follows the address.
#[derive(Clone, Copy)]
pub struct Router(RwSignal<Route>);

impl Router {
    /// Starts following the address.
    pub fn provide() -> Self {
        let router = Self(RwSignal::new(Route::initial()));
        let listener = window_event_listener(leptos::ev::hashchange, move |_| {
            router.0.set(Route::parse(&fragment()));
        });
        on_cleanup(move || listener.remove());
        provide_context(router);
        router
    }

    /// The router that [`Router::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// Where the user is.
    pub fn route(self) -> Route {
        self.0.get()
    }

    /// Goes there, leaving a step for the browser's *back*.
    pub fn go(self, route: Route) {
        let fragment = route.fragment();
        storage::remember_place(&fragment);
        if let Err(error) = window().location().set_hash(&fragment) {
            leptos::logging::warn!("address not changed: {error:?}");
        }
        self.0.set(route);
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}
