//! Projects in the browser's local storage.
//!
//! Each project is one value, written in one step: its record and the project file, as `format::stored` puts them
//! together. Every key starts with `reflet:`, because all pages of one origin share one storage. Bytes that cannot be
//! read are never written over: they stay where they are until the user downloads or deletes them.
//!
//! Earlier pages wrote the project file alone and then its record under a second key. What they left is read, and becomes
//! one value when it is next saved.

use gloo_storage::{LocalStorage, Storage};
use js_sys::JsString;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use crate::format::saved::{self, ReadError};
use crate::format::stored::{self, Record};
use crate::model::Project;

const PROJECT: &str = "reflet:project:";
/// Where earlier pages put the record.
const RECORD_BESIDE: &str = "reflet:record:";
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

/// Whether a project is stored.
pub fn has_projects() -> bool {
    !keys(PROJECT).is_empty()
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
    let value = raw_value(&path(PROJECT, key)).ok_or(LoadError::Missing)?;
    let (record, file) = stored::split(&value);
    let project = saved::read(file)?;
    Ok((project, record.map_or_else(|| revision_beside(key), |record| record.revision)))
}

/// The project file as it is stored, whether it can be read or not; all that is stored, if no record stands before it.
pub fn file(key: &ProjectKey) -> Option<String> {
    raw_value(&path(PROJECT, key)).map(|value| stored::split(&value).1.to_owned())
}

/// Stores a project and its record in one step, unless something is stored of it that this page has not seen.
///
/// # Errors
/// If the storage is missing, full, or holds something else than the state `known`. What it held before is then still there.
pub fn save(key: &ProjectKey, project: &Project, revision: u64, known: u64) -> Result<(), SaveError> {
    if !available() {
        return Err(SaveError::Unavailable);
    }
    if is_unseen(key, known) {
        return Err(SaveError::Elsewhere);
    }
    let value = stored::write(&Record::of(project, revision, js_sys::Date::now()), project);
    LocalStorage::raw().set_item(&path(PROJECT, key), &value).map_err(save_error)?;
    // Not before: if there was no room, what an earlier page wrote is still whole.
    LocalStorage::delete(path(RECORD_BESIDE, key));
    Ok(())
}

/// Whether something is stored of that project that whoever has seen its state `known` has not seen: a later state, or
/// bytes that cannot be read.
pub fn is_unseen(key: &ProjectKey, known: u64) -> bool {
    let Some(value) = value(&path(PROJECT, key)) else { return false };
    match record_of(&value) {
        Some(record) => record.revision > known,
        // Once seen, it is stored in one value by the next save.
        None => revision_beside(key) != known || saved::read(&String::from(value)).is_err(),
    }
}

/// Whether a key of the storage is that of the project.
pub fn is_key_of(storage_key: &str, key: &ProjectKey) -> bool {
    storage_key.strip_prefix(PROJECT) == Some(&key.0)
}

/// Deletes a project.
pub fn remove(key: &ProjectKey) {
    if available() {
        LocalStorage::delete(path(PROJECT, key));
        LocalStorage::delete(path(RECORD_BESIDE, key));
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
    all_keys()
        .iter()
        .map(|key| JsString::from(key.as_str()).length() + value(key).map_or(0, |value| value.length()))
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

/// What is stored under a key, left where the browser has it: megabytes are not copied to look at their first line.
fn value(key: &str) -> Option<JsString> {
    let value = available().then(|| js_sys::Reflect::get(&LocalStorage::raw(), &key.into()).ok());
    value.flatten()?.dyn_into().ok()
}

/// What is known of a stored project, wherever it was recorded.
fn record(key: &ProjectKey) -> Option<Record> {
    record_of(&value(&path(PROJECT, key))?).or_else(|| record_beside(key))
}

fn record_of(value: &JsString) -> Option<Record> {
    let end = u32::try_from(value.index_of(stored::END, 0)).ok()?;
    Record::read(&String::from(value.slice(0, end)))
}

fn record_beside(key: &ProjectKey) -> Option<Record> {
    Record::read(&raw_value(&path(RECORD_BESIDE, key))?)
}

/// Earlier pages could be ended between the project and its first record.
fn revision_beside(key: &ProjectKey) -> u64 {
    record_beside(key).map_or(0, |record| record.revision)
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

fn save_error(error: JsValue) -> SaveError {
    match error.dyn_into::<js_sys::Error>() {
        Ok(error) if String::from(error.name()).to_ascii_lowercase().contains("quota") => SaveError::Full,
        Ok(error) => SaveError::Other(error.to_string().into()),
        Err(thrown) => SaveError::Other(format!("{thrown:?}")),
    }
}
