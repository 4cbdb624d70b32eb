//! Instants, in milliseconds since 1970, as days and times of where the user is.

use js_sys::Date;
use wasm_bindgen::JsValue;

use crate::say::Day;

/// This instant.
pub fn now() -> f64 {
    Date::now()
}

/// The day of an instant.
pub fn day(instant: f64) -> Day {
    let date = Date::new(&JsValue::from_f64(instant));
    Day { year: date.get_full_year(), month: date.get_month() + 1, day: date.get_date() }
}

/// Today.
pub fn today() -> Day {
    day(now())
}

/// Hours and minutes of an instant.
pub fn time(instant: f64) -> String {
    let date = Date::new(&JsValue::from_f64(instant));
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}
