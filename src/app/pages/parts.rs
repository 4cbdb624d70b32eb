//! The places and services whose code is fetched when they are first needed.
//!
//! What only a marked function reaches is cut off into a file of its own when the page is built. Such a function
//! returns what shows the place, not the place: views are made where the page waits for them, not where a file
//! arrives.

#![allow(clippy::unnecessary_wraps, reason = "what may not arrive must return a result")]

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use web_sys::DedicatedWorkerGlobalScope;

use super::code::CodePage;
use super::import::ImportPage;
use super::mirror::{Cautions, InsightSections, Kind, MirrorPage, Seen, file_name, frame, plan_slowly};
use super::project::ProjectPage;
use super::surveys::SurveysPage;
use crate::analysis::groups::{Plan, protect};
use crate::analysis::{Filter, Tracker};
use crate::app::components::CoderChoice;
use crate::app::drawing;
use crate::app::language::Language;
use crate::app::reading;
use crate::app::route::Place;
use crate::chart::{Frame, Picture, svg};
use crate::format::results::{self, Dialect};
use crate::import::source::{self, ReadSource};
use crate::model::Project;

/// Shows a place, in the owner that calls it.
pub type Show = fn() -> AnyView;

/// Lets the parts find the module that they belong to, under the name that `xtask/src/parts.rs` gives to their loader.
pub fn link() {
    // Nothing refuses a new property of the global object.
    drop(js_sys::Reflect::set(&js_sys::global(), &"refletExports".into(), &wasm_bindgen::exports()));
}

/// What the page shows once its code is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A place.
    Place(Place),
    /// What to know before believing the mirror.
    Cautions,
    /// Whose codings are read.
    Coders,
    /// What stands behind the figures of the mirror.
    Insights,
}

/// How to show a part, once its code is here.
///
/// # Errors
/// If the file with its code does not come; the next call tries again.
pub async fn fetch(part: Part) -> Result<Show, SplitLoaderError> {
    match part {
        Part::Place(Place::Import) => import().await,
        Part::Place(Place::Code) => code().await,
        // The first load is for this one.
        Part::Place(Place::Mirror) => Ok(|| view! { <MirrorPage /> }.into_any()),
        Part::Place(Place::Surveys) => surveys().await,
        Part::Place(Place::Project) => project().await,
        Part::Cautions => writers().await.map(|writers| writers.cautions),
        Part::Coders => writers().await.map(|writers| writers.coders),
        Part::Insights => insights().await.map(|insights| insights.show),
    }
}

/// Fetches all that has not come yet, so that it opens at once, and also when the connection has gone.
pub async fn fetch_rest() {
    for place in Place::ALL {
        // One that does not come is asked for again, and missed, when it is opened.
        drop(fetch(Part::Place(place)).await);
    }
    drop(fetch(Part::Insights).await);
    drop(writers().await);
}

/// Work that takes a while.
pub type Slow<T> = Pin<Box<dyn Future<Output = T>>>;

/// Whether it is still wanted.
pub type IsWanted = Box<dyn Fn() -> bool>;

/// What writes the files that leave the Mirror place, knows what may be in them, and what to warn of.
#[derive(Clone, Copy)]
pub struct Writers {
    /// Which filters may be chosen.
    pub plan: fn(&Project) -> Plan,
    /// The same in slices; none if it is wanted no more.
    pub plan_slowly: fn(Arc<Project>, IsWanted) -> Slow<Option<Plan>>,
    /// The figures that may leave the page.
    pub protect: fn(&Project, &Tracker, &Filter, &Plan) -> Tracker,
    /// The results table for spreadsheets.
    pub csv: fn(&Project, &Tracker, Dialect) -> String,
    /// The results table for programs.
    pub json: fn(&Project, &Tracker) -> String,
    /// What stands around a picture.
    pub frame: fn(Language, &Project, &Tracker, Seen<'_>, Kind) -> Frame,
    /// How a file is called, by the extension of what is in it.
    pub file_name: fn(Language, &Project, &Filter, (Kind, &str)) -> String,
    /// A picture.
    pub svg: fn(&Picture) -> String,
    /// Shows what to warn of.
    pub cautions: Show,
    /// Shows whose codings are read, and lets one choose.
    pub coders: Show,
}

/// What writes files, once its code is here.
///
/// # Errors
/// If the file with the code does not come; the next call tries again.
#[wasm_split(export, wasm_split_path = leptos::wasm_split, fallible)]
pub fn writers() -> Result<Writers, SplitLoaderError> {
    Ok(Writers {
        plan: Plan::new,
        plan_slowly: |project, is_wanted| Box::pin(plan_slowly(project, is_wanted)),
        protect,
        csv: |project, tracker, dialect| results::csv(&results::rows(project, tracker), dialect),
        json: |project, tracker| results::json(&results::rows(project, tracker)),
        frame,
        file_name,
        svg,
        cautions: || view! { <Cautions /> }.into_any(),
        coders: || view! { <CoderChoice /> }.into_any(),
    })
}

/// Takes what a worker is asked for, from now on.
pub type Serve = fn(&DedicatedWorkerGlobalScope);

/// What stands behind the figures.
#[derive(Clone, Copy, Debug)]
pub struct Insights {
    /// Shows it.
    pub show: Show,
    /// Draws respondents again, in a worker.
    pub serve: Serve,
}

/// What stands behind the figures, once its code is here.
///
/// # Errors
/// If the file with the code does not come; the next call tries again.
#[wasm_split(insights, wasm_split_path = leptos::wasm_split, fallible)]
pub fn insights() -> Result<Insights, SplitLoaderError> {
    Ok(Insights { show: || view! { <InsightSections /> }.into_any(), serve: drawing::serve })
}

/// What reads texts in a worker, and hands over what it read, once its code is here.
///
/// # Errors
/// If the file with the code does not come; the next call tries again.
#[wasm_split(texts, wasm_split_path = leptos::wasm_split, fallible)]
pub fn texts() -> Result<Serve, SplitLoaderError> {
    Ok(reading::serve)
}

/// What reads workbooks and other archives, in a worker.
#[derive(Clone, Copy, Debug)]
pub struct Archives {
    /// A file, from its bytes.
    pub file: ReadSource<Vec<u8>>,
    /// A made-up workbook.
    pub example: &'static [u8],
}

/// What reads workbooks and other archives, once its code is here: large, and for the worker alone.
///
/// # Errors
/// If the file with the code does not come; the next call tries again.
#[wasm_split(archives, wasm_split_path = leptos::wasm_split, fallible)]
pub fn archives() -> Result<Archives, SplitLoaderError> {
    Ok(Archives { file: source::of_archive, example: include_bytes!("../reading/warm-up.xlsx") })
}

#[wasm_split(import, wasm_split_path = leptos::wasm_split, fallible)]
fn import() -> Result<Show, SplitLoaderError> {
    Ok(|| view! { <ImportPage /> }.into_any())
}

#[wasm_split(code, wasm_split_path = leptos::wasm_split, fallible)]
fn code() -> Result<Show, SplitLoaderError> {
    Ok(|| view! { <CodePage /> }.into_any())
}

#[wasm_split(surveys, wasm_split_path = leptos::wasm_split, fallible)]
fn surveys() -> Result<Show, SplitLoaderError> {
    Ok(|| view! { <SurveysPage /> }.into_any())
}

#[wasm_split(project, wasm_split_path = leptos::wasm_split, fallible)]
fn project() -> Result<Show, SplitLoaderError> {
    Ok(|| view! { <ProjectPage /> }.into_any())
}
