//! What the page has to tell the user, as data until it is shown.

use leptos::prelude::*;

use crate::app::browser::storage::{ProjectKey, SaveError};
use crate::command::CommandError;
use crate::format::saved::ReadError;

/// Something to tell.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A command was refused.
    Refused(CommandError),
    /// The browser gives the page no storage.
    NoStorage,
    /// A change could not be stored.
    NotSaved(SaveError),
    /// Projects that are not open have changes that could not be stored: their keys and names.
    Unstored(Vec<(ProjectKey, String)>),
    /// Another tab works on the same project.
    OpenElsewhere,
    /// Stored bytes that cannot be read; they are untouched.
    StoredUnreadable(ProjectKey, ReadError),
    /// A file that is no readable project.
    FileUnreadable(String, ReadError),
    /// A file that the browser could not read at all.
    FileUnavailable(String),
    /// A file of the page itself that did not come.
    NotFetched,
    /// A project was reopened: undoing starts afresh.
    Reopened,
    /// A moment went, with so many codings.
    MomentRemoved(String, usize),
    /// A moment was merged into that one.
    MomentMerged(String),
    /// Everything was deleted: so many entries.
    Wiped(usize),
    /// The browser could not make a picture or file.
    NotExported(String),
}

/// How urgent a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// For information.
    Info,
    /// Something to know before going on.
    Warning,
    /// Something failed.
    Error,
}

impl Notice {
    /// How urgent it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Reopened | Self::MomentRemoved(..) | Self::MomentMerged(_) | Self::Wiped(_) => Kind::Info,
            Self::NoStorage | Self::OpenElsewhere | Self::Refused(_) => Kind::Warning,
            _ => Kind::Error,
        }
    }
}

/// The notices that are shown.
#[derive(Clone, Copy)]
pub struct Notices(RwSignal<Shown>);

#[derive(Default)]
struct Shown {
    /// Oldest first, each with the number under which it was told.
    notices: Vec<(u32, Notice)>,
    /// How many have been told.
    told: u32,
}

impl Notices {
    /// Starts with none.
    pub fn provide() -> Self {
        let notices = Self(RwSignal::new(Shown::default()));
        provide_context(notices);
        notices
    }

    /// The notices that [`Notices::provide`] started.
    pub fn get() -> Self {
        expect_context()
    }

    /// Shows one; a kind of notice is shown once, with its newest content. One that says the same again keeps its number.
    pub fn tell(self, notice: Notice) {
        let is_error = notice.kind() == Kind::Error;
        self.0.update(|Shown { notices, told }| {
            *told += 1;
            let same = notices.iter().find(|(_, other)| *other == notice);
            let number = same.map_or(*told, |(number, _)| *number);
            notices.retain(|(_, other)| std::mem::discriminant(other) != std::mem::discriminant(&notice));
            notices.push((number, notice));
        });
        // Messages stand at the top of the page.
        if is_error {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Takes those away.
    pub fn dismiss(self, which: impl Fn(&Notice) -> bool) {
        if self.0.with_untracked(|shown| shown.notices.iter().any(|(_, notice)| which(notice))) {
            self.0.update(|shown| shown.notices.retain(|(_, notice)| !which(notice)));
        }
    }

    /// Those that are shown, each with its number.
    pub fn all(self) -> Vec<(u32, Notice)> {
        self.0.with(|shown| shown.notices.clone())
    }
}
