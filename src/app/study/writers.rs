//! What decides on filters, protects small groups and writes files. None of it is needed for a first picture, so it
//! comes later.

#![allow(clippy::unnecessary_wraps, reason = "what may not arrive must return a result")]

use std::pin::Pin;
use std::sync::Arc;

use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::analysis::groups::{Plan, Planning, protect};
use crate::analysis::{Filter, Tracker};
use crate::app::jobs::turn::{Turn, drive};
use crate::chart::{Frame, Picture, PictureKind, svg};
use crate::format::results::{self, Dialect};
use crate::model::Project;
use crate::say::picture::{Seen, frame};
use crate::say::{Day, Locale, file_name};

/// Work that takes a while.
pub type Slow<T> = Pin<Box<dyn Future<Output = T>>>;

/// Whether it is still wanted.
pub type IsWanted = Box<dyn Fn() -> bool>;

/// The functions.
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
    pub frame: fn(Locale, &Project, &Tracker, Seen<'_>, (PictureKind, Day)) -> Frame,
    /// How a file is called, by the extension of what is in it.
    pub file_name: fn(Locale, &Project, &Filter, (PictureKind, &str)) -> String,
    /// A picture.
    pub svg: fn(&Picture) -> String,
}

/// The functions, once their code is here.
///
/// # Errors
/// If the file with the code does not come; the next call tries again.
#[wasm_split(export, wasm_split_path = leptos::wasm_split, fallible)]
pub fn writers() -> Result<Writers, SplitLoaderError> {
    Ok(Writers {
        plan: Plan::new,
        plan_slowly: |project, is_wanted| {
            Box::pin(async move { drive(Planning::new(&project), &mut Turn::begin(), is_wanted).await })
        },
        protect,
        csv: |project, tracker, dialect| results::csv(&results::rows(project, tracker), dialect),
        json: |project, tracker| results::json(&results::rows(project, tracker)),
        frame,
        file_name: file_name::of_mirror,
        svg,
    })
}
