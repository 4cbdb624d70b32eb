//! How one side of two groups is compared.

/// Whose answers the differences of one side are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// All respondents of both groups, as if none were in both. Some are: intervals and p-values are then only roughly
    /// right, which a reader must know.
    Independent {
        /// Respondents who are in both groups, under their name or with one answer of several values.
        recurring: u32,
    },
    /// Only the people who answered for each of both groups, each compared with themselves.
    Paired {
        /// How many they are.
        recurring: u32,
    },
}
