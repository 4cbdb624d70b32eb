//! Projects in the browser's local storage.
//!
//! Each project has two keys: the project file itself, and a small record about it. Every key starts with
//! `reflet:`, because all pages of one origin share one storage. Bytes that cannot be read are never
//! written over: they stay where they are until the user downloads or deletes them.

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

use crate::format::saved::{self, ReadError};
use crate::model::{Origin, Project};

const PROJECT: &str = "reflet:project:";
const RECORD: &str = "reflet:record:";
const LAST: &str = "reflet:last";
const OURS: &str = "reflet:";

/// How many UTF-16 units, keys included, a browser gives to one origin: measured alike in Chromium, Firefox
/// and WebKit.
pub const LIMIT: u32 = 5_242_880;

/// What a stored project says about an answer beside its letters, in about as many: its numbers, its side, its rating.
pub const BESIDE_AN_ANSWER: usize = 100;

/// The name of a stored project inside this browser.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ProjectKey(pub String);

/// What is known of a stored project without reading it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The number of changes that it has seen.
    pub revision: u64,
    /// When it was saved, in milliseconds since 1970.
    pub saved: f64,
    /// Its name.
    pub name: String,
    /// Whether it is a sample.
    pub sample: bool,
    /// How many verbatims it holds.
    pub verbatims: usize,
}

/// Why a stored project could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The browser gives this page no storage.
    #[error("no storage")]
    Unavailable,
    /// The storage is full; what was stored before is still there.
    #[error("storage full")]
    Full,
    /// Another tab has saved this project since.
    #[error("saved elsewhere")]
    Elsewhere,
    /// Anything else, in the browser's words.
    #[error("{0}")]
    Other(String),
}

/// Why a stored project could not be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// There is none of that name.
    #[error("no such project")]
    Missing,
    /// Its bytes cannot be read.
    #[error("{0}")]
    Read(#[from] ReadError),
}

impl ProjectKey {
    /// A name that no project has.
    pub fn fresh() -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 2^53, by design")]
        let random = (js_sys::Math::random() * 9e15) as u64;
        Self(format!("{random:x}"))
    }
}

/// Whether the browser gives this page a local storage.
pub fn available() -> bool {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.is_some_and(|storage| storage.get_item(LAST).is_ok())
}

/// The stored projects, each with its record if that can be read, the last saved first.
pub fn list() -> Vec<(ProjectKey, Option<Record>)> {
    let mut projects: Vec<_> = keys(PROJECT)
        .into_iter()
        .map(|key| {
            let record = record(&key);
            (key, record)
        })
        .collect();
    projects.sort_by(|(_, a), (_, b)| {
        let when = |record: &Option<Record>| record.as_ref().map_or(0.0, |r| r.saved);
        when(b).total_cmp(&when(a))
    });
    projects
}

/// Opens a stored project and says how many changes it has seen.
///
/// # Errors
/// If there is none or its bytes cannot be read; they are left as they are.
pub fn load(key: &ProjectKey) -> Result<(Project, u64), LoadError> {
    let bytes = raw(key).ok_or(LoadError::Missing)?;
    let project = saved::read(&bytes)?;
    Ok((project, record(key).map_or(0, |record| record.revision)))
}

/// The stored bytes of a project.
pub fn raw(key: &ProjectKey) -> Option<String> {
    available().then(|| LocalStorage::raw().get_item(&path(PROJECT, key)).ok().flatten()).flatten()
}

/// Stores a project, unless another tab has stored a later state than `known` of it.
///
/// # Errors
/// If the storage is missing, full, or holds a later state. What it held before is then still there.
pub fn save(key: &ProjectKey, project: &Project, revision: u64, known: u64) -> Result<(), SaveError> {
    if !available() {
        return Err(SaveError::Unavailable);
    }
    if latest(key) > known {
        return Err(SaveError::Elsewhere);
    }
    LocalStorage::set(path(PROJECT, key), saved::file(project)).map_err(save_error)?;
    let record = Record {
        revision,
        saved: js_sys::Date::now(),
        name: project.name.clone(),
        sample: project.origin == Origin::Sample,
        verbatims: project.verbatims.len(),
    };
    LocalStorage::set(path(RECORD, key), record).map_err(save_error)
}

/// The last state of that project that any tab has stored.
pub fn latest(key: &ProjectKey) -> u64 {
    record(key).map_or(0, |record| record.revision)
}

/// Whether a key of the storage is the record of that project.
pub fn is_record_of(storage_key: &str, key: &ProjectKey) -> bool {
    storage_key.strip_prefix(RECORD) == Some(&key.0)
}

/// Deletes a project.
pub fn remove(key: &ProjectKey) {
    if available() {
        LocalStorage::delete(path(PROJECT, key));
        LocalStorage::delete(path(RECORD, key));
    }
}

/// Deletes everything that Reflet stored in this browser, and returns how many entries that were.
pub fn wipe() -> usize {
    let ours = keys("");
    for key in &ours {
        LocalStorage::delete(path(OURS, key));
    }
    ours.len()
}

/// How many UTF-16 units all pages of this origin have stored, keys included.
pub fn used() -> u32 {
    if !available() {
        return 0;
    }
    let storage = LocalStorage::raw();
    all_keys()
        .iter()
        .map(|key| {
            let value = js_sys::Reflect::get(&storage, &key.as_str().into())
                .ok()
                .and_then(|value| wasm_bindgen::JsCast::dyn_into::<js_sys::JsString>(value).ok());
            js_sys::JsString::from(key.as_str()).length() + value.map_or(0, |value| value.length())
        })
        .sum()
}

/// Remembers where the user is, to come back there.
pub fn remember_place(fragment: &str) {
    set_raw(LAST, fragment);
}

/// Where the user was.
pub fn last_place() -> Option<String> {
    raw_value(LAST)
}

/// A preference, as the loader of the page reads it too.
pub fn preference(name: &str) -> Option<String> {
    raw_value(&format!("{OURS}{name}"))
}

/// Remembers a preference.
pub fn set_preference(name: &str, value: &str) {
    set_raw(&format!("{OURS}{name}"), value);
}

fn raw_value(key: &str) -> Option<String> {
    available().then(|| LocalStorage::raw().get_item(key).ok().flatten()).flatten()
}

/// For what is convenient and not work: losing it to a full storage is no loss worth a message.
fn set_raw(key: &str, value: &str) {
    if available() {
        drop(LocalStorage::raw().set_item(key, value));
    }
}

fn record(key: &ProjectKey) -> Option<Record> {
    available().then(|| LocalStorage::get(path(RECORD, key)).ok()).flatten()
}

fn path(prefix: &str, key: &ProjectKey) -> String {
    format!("{prefix}{}", key.0)
}

/// What stands behind `prefix` in the keys that start with it; behind `reflet:` if it is empty.
fn keys(prefix: &str) -> Vec<ProjectKey> {
    let prefix = if prefix.is_empty() { OURS } else { prefix };
    all_keys().iter().filter_map(|key| key.strip_prefix(prefix)).map(|key| ProjectKey(key.into())).collect()
}

fn all_keys() -> Vec<String> {
    if !available() {
        return Vec::new();
    }
    let storage = LocalStorage::raw();
    (0..LocalStorage::length()).filter_map(|index| storage.key(index).ok().flatten()).collect()
}

fn save_error(error: StorageError) -> SaveError {
    match error {
        StorageError::JsError(error) if error.name.to_ascii_lowercase().contains("quota") => SaveError::Full,
        other => SaveError::Other(other.to_string()),
    }
}
