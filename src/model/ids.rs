//! Identifiers, one type each, so that a moment is never taken for a stage.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The identifier after this one.
            pub const fn next(self) -> Self {
                Self(self.0 + 1)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id!(
    /// One row of a source.
    ResponseId
);
id!(
    /// One open answer.
    VerbatimId
);
id!(
    /// An ordered step of the journey.
    StageId
);
id!(
    /// One kind of interaction inside a stage.
    MomentId
);
id!(
    /// Somebody who codes.
    CoderId
);
id!(
    /// One import.
    ImportId
);
