//! How the respondents of two groups are compared, on one side.

/// The respondents whose answers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// All respondents of both groups, as independent samples. If some are in both groups, intervals and p-values are
    /// only approximate, which a reader must know.
    Independent {
        /// Respondents who are in both groups, by name or with an answer that has both values.
        recurring: u32,
    },
    /// Only the people who answered in both groups, each compared with themselves.
    Paired {
        /// How many people that is.
        recurring: u32,
    },
}
