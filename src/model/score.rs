//! The two scales on which a coder judges: valence and effort.

/// The factor from a valence, −2…+2, to its shown value, −100…+100.
pub const SHOWN: f64 = 50.0;

/// A value outside the range of its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{value} is not between {min} and {max}")]
pub struct OutOfRange {
    /// The value given.
    pub value: i64,
    /// The smallest value that the type holds.
    pub min: i8,
    /// The largest value that the type holds.
    pub max: i8,
}

macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident, $min:literal ..= $max:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i8);

        impl $name {
            /// The smallest value.
            pub const MIN: i8 = $min;
            /// The largest value.
            pub const MAX: i8 = $max;

            /// The value as a number.
            pub const fn get(self) -> i8 {
                self.0
            }

            /// Every value, from the smallest to the largest.
            pub fn all() -> impl DoubleEndedIterator<Item = Self> {
                (Self::MIN..=Self::MAX).map(Self)
            }
        }

        impl TryFrom<i64> for $name {
            type Error = OutOfRange;

            fn try_from(value: i64) -> Result<Self, OutOfRange> {
                i8::try_from(value)
                    .ok()
                    .filter(|v| (Self::MIN..=Self::MAX).contains(v))
                    .map(Self)
                    .ok_or(OutOfRange { value, min: Self::MIN, max: Self::MAX })
            }
        }
    };
}

bounded!(
    /// A valence, −2…+2. Clients: very dissatisfied … delighted; employees: very frustrated … very engaged.
    Score, -2..=2
);
bounded!(
    /// The effort, 0…3, that a step cost the respondent.
    Effort, 0..=3
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_exactly_its_range() {
        let held: Vec<i64> = (-300..300).filter(|v| Score::try_from(*v).is_ok()).collect();
        assert_eq!(held, [-2, -1, 0, 1, 2]);
        assert_eq!(Score::all().map(Score::get).collect::<Vec<_>>(), [-2, -1, 0, 1, 2]);
        let error = Effort::try_from(4).map(Effort::get);
        assert_eq!(error, Err(OutOfRange { value: 4, min: 0, max: 3 }));
    }
}
