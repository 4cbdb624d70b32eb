//! Notices as sentences.

use super::notices::Notice;
use crate::app::browser::storage::SaveError;
use crate::say::project::storage;
use crate::say::{Locale, refusal, text, unreadable};

/// A notice: what happened, what was kept, what to do.
pub fn notice(locale: Locale, notice: &Notice) -> String {
    match notice {
        Notice::Refused(error) => refusal::why(locale, *error).to_owned(),
        Notice::NoStorage => text!(locale, notice.no_storage).to_owned(),
        Notice::NotSaved(error) => not_saved(locale, error),
        Notice::Unstored(all) => storage::unstored(locale, all.iter().map(|(_, name)| name.as_str())),
        Notice::OpenElsewhere => text!(locale, notice.open_elsewhere).to_owned(),
        Notice::StoredUnreadable(_, error) => {
            text!(locale, notice.stored_unreadable, why = unreadable::why(locale, error))
        }
        Notice::FileUnreadable(name, error) => {
            text!(locale, notice.file_unreadable, name = name.clone(), why = unreadable::why(locale, error))
        }
        Notice::FileUnavailable(name) => text!(locale, notice.file_unavailable, name = name.clone()),
        Notice::NotFetched => text!(locale, notice.not_fetched).to_owned(),
        Notice::Reopened => text!(locale, notice.reopened).to_owned(),
        Notice::MomentRemoved(name, codings) => {
            text!(locale, notice.moment_removed, name = name.clone(), codings = locale.count(*codings))
        }
        Notice::MomentMerged(name) => text!(locale, notice.moment_merged, name = name.clone()),
        Notice::Wiped(entries) => text!(locale, notice.wiped, entries = locale.count(*entries)),
        Notice::NotExported(why) => text!(locale, notice.not_exported, why = why.clone()),
    }
}

fn not_saved(locale: Locale, error: &SaveError) -> String {
    match error {
        SaveError::Unavailable => text!(locale, notice.no_storage).to_owned(),
        SaveError::Full => text!(locale, notice.storage_full).to_owned(),
        SaveError::Elsewhere => text!(locale, notice.open_elsewhere).to_owned(),
        SaveError::Other(why) => text!(locale, notice.not_saved, why = why.clone()),
    }
}
