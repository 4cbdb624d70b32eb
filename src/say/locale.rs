//! French or English.

/// A language with its way of writing numbers and dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// French, as in France.
    #[default]
    French,
    /// English.
    English,
}

impl Locale {
    /// Both.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// Its tag for browsers and files.
    pub const fn tag(self) -> &'static str {
        self.pick("fr", "en")
    }

    /// The locale that a tag such as `fr-CA` begins with.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| tag.get(..2) == Some(locale.tag()))
    }

    /// What belongs to it.
    pub const fn pick<T: Copy>(self, french: T, english: T) -> T {
        match self {
            Self::French => french,
            Self::English => english,
        }
    }
}
