//! Journeys in real browsers, on the release build.
