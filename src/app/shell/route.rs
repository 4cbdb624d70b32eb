//! Where the user is, in the fragment of the address: `#/p/<project>/<place>`.

use leptos::prelude::*;

use crate::app::browser::storage::{self, ProjectKey};

/// A place inside a project, by its name in the address and in test handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place(&'static str);

/// Where the user is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The list of projects and the ways in.
    Start,
    /// A place of a project.
    Inside(ProjectKey, Place),
}

impl Place {
    /// Bring answers in.
    pub const IMPORT: Self = Self("import");
    /// Code them.
    pub const CODE: Self = Self("code");
    /// Look at the mirror.
    pub const MIRROR: Self = Self("mirror");
    /// What closed questions say.
    pub const SURVEYS: Self = Self("surveys");
    /// Codebook, settings, files.
    pub const PROJECT: Self = Self("project");

    /// Its name.
    pub const fn id(self) -> &'static str {
        self.0
    }
}

/// Finds a place by its name.
pub type Find = fn(&str) -> Option<Place>;

impl Route {
    /// Reads a fragment, with or without `#`. What is not understood is the start page.
    pub fn parse(fragment: &str, find: Find) -> Self {
        let mut parts = fragment.trim_start_matches('#').split('/').skip(1);
        match (parts.next(), parts.next(), parts.next()) {
            (Some("p"), Some(key), place) if !key.is_empty() => {
                let place = place.and_then(find).unwrap_or(Place::CODE);
                Self::Inside(ProjectKey(key.to_owned()), place)
            }
            _ => Self::Start,
        }
    }

    /// What the address names; without a fragment, where the user was last.
    pub fn initial(find: Find) -> Self {
        let here = fragment();
        Self::parse(&if here.is_empty() { storage::last_place().unwrap_or_default() } else { here }, find)
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
    /// Starts following the address, among the places that `find` knows.
    pub fn provide(find: Find) -> Self {
        let router = Self(RwSignal::new(Route::initial(find)));
        let listener = window_event_listener(leptos::ev::hashchange, move |_| {
            router.0.set(Route::parse(&fragment(), find));
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
