//! What finds which filters may be chosen. The first picture is of everybody and does not need it, so it comes later.

#![allow(clippy::unnecessary_wraps, reason = "what may not arrive must return a result")]

use std::pin::Pin;
use std::sync::Arc;

use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::analysis::groups::{Plan, Planning};
use crate::app::jobs::turn::{Turn, drive};
use crate::model::Project;

/// Work that takes a while.
pub type Slow<T> = Pin<Box<dyn Future<Output = T>>>;

/// Whether it is still wanted.
pub type IsWanted = Box<dyn Fn() -> bool>;

/// Which filters may be chosen, found in slices; none if it is wanted no more.
pub type Planner = fn(Arc<Project>, IsWanted) -> Slow<Option<Plan>>;

/// What finds it, once its code is here.
///
/// # Errors
/// If the file with the code does not come; the next call tries again.
#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
pub fn planner() -> Result<Planner, SplitLoaderError> {
    Ok(|project, is_wanted| {
        Box::pin(async move { drive(Planning::new(&project), &mut Turn::begin(), is_wanted).await })
    })
}
