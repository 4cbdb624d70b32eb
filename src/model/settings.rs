//! The choices that change what the mirror shows. All are conventions, shown to the user and editable.

use super::{CoderId, SHOWN};

/// Thresholds, sample sizes, seed, privacy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// The level from which clients are delighted.
    pub client_threshold: Threshold,
    /// The level from which employees are engaged; they are frustrated from its negative downwards.
    pub employee_threshold: Threshold,
    /// The fewest respondents with a valence, on each side, for a moment to have a type.
    pub minimum: u32,
    /// The seed of the resampling.
    pub seed: u64,
    /// The number of resamples.
    pub resamples: u32,
    /// The origin of the levels from which types are made.
    pub types: Reading,
    /// The answers from which levels are made.
    pub levels: LevelSource,
    /// Whether employees who hardly ever cite a moment count as indifferent to it.
    pub silence: bool,
    /// Whether files and pictures that leave the page mask small groups of employees.
    pub protect_small_groups: bool,
    /// The fewest employees in a group whose figures may leave the page.
    pub small_group: SmallGroup,
    /// The coder whose codings are read and written.
    pub coder: CoderId,
}

/// The origin of levels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// From zero.
    #[default]
    Absolute,
    /// From the mean level of their side.
    Relative,
}

/// The answers from which levels are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LevelSource {
    /// The valences of codings.
    #[default]
    Valence,
    /// The ratings of respondents, moved to the valence scale.
    Rating,
}

/// A threshold on the valence scale, −2…+2.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Threshold(f64);

impl Threshold {
    /// The default for clients: zero.
    pub const CLIENT: Self = Self(0.0);
    /// The default for employees: one third.
    pub const EMPLOYEE: Self = Self(1.0 / 3.0);

    /// A threshold, on the valence scale.
    ///
    /// Returns none outside −2…+2.
    pub fn new(valence: f64) -> Option<Self> {
        (-2.0..=2.0).contains(&valence).then_some(Self(valence))
    }

    /// The threshold on the valence scale, −2…+2.
    pub const fn valence(self) -> f64 {
        self.0
    }

    /// The threshold as it is shown, −100…+100.
    ///
    /// ```
    /// use reflet::model::Threshold;
    /// assert!((Threshold::EMPLOYEE.shown() - 50.0 / 3.0).abs() < 1e-12);
    /// assert_eq!(Threshold::EMPLOYEE.tenths(), 16.7);
    /// assert_eq!(Threshold::new(-0.501).unwrap().tenths(), -25.1);
    /// ```
    pub fn shown(self) -> f64 {
        self.0 * SHOWN
    }

    /// The threshold as a field shows it, rounded to tenths.
    pub fn tenths(self) -> f64 {
        (self.0 * (10.0 * SHOWN)).round() / 10.0
    }

    /// The threshold with that shown value. One third has no finite decimal form, so the shown form of `original`
    /// counts as it.
    ///
    /// Returns none outside −100…+100.
    ///
    /// ```
    /// use reflet::model::Threshold;
    /// assert_eq!(Threshold::of_shown(25.0, Threshold::EMPLOYEE), Threshold::new(0.5));
    /// assert_eq!(Threshold::of_shown(16.7, Threshold::EMPLOYEE), Some(Threshold::EMPLOYEE));
    /// assert_eq!(Threshold::of_shown(16.7, Threshold::CLIENT), Threshold::new(16.7 / 50.0));
    /// assert_eq!(Threshold::of_shown(100.1, Threshold::CLIENT), None);
    /// ```
    pub fn of_shown(shown: f64, original: Self) -> Option<Self> {
        if (shown - original.tenths()).abs() < 1e-9 { Some(original) } else { Self::new(shown / SHOWN) }
    }
}

impl Settings {
    /// The level from which employees are engaged: the absolute value of the threshold.
    ///
    /// ```
    /// use reflet::model::{Settings, Threshold};
    /// let negative = Settings { employee_threshold: Threshold::new(-0.5).unwrap(), ..Settings::default() };
    /// assert_eq!(negative.engaged().valence(), 0.5);
    /// assert_eq!(negative.frustrated().valence(), -0.5);
    /// ```
    pub const fn engaged(&self) -> Threshold {
        Threshold(self.employee_threshold.0.abs())
    }

    /// The level at or below which employees are frustrated.
    pub const fn frustrated(&self) -> Threshold {
        Threshold(-self.employee_threshold.0.abs())
    }
}

/// The fewest people of a group whose figures are disclosed: at least three, so that no member can subtract their own
/// answer and learn that of one other person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SmallGroup(u32);

impl SmallGroup {
    /// The smallest minimum that a user may set.
    pub const FEWEST: u32 = 3;
    /// Five: a convention.
    pub const DEFAULT: Self = Self(5);

    /// A minimum of `people`.
    ///
    /// Returns none below [`Self::FEWEST`].
    pub const fn new(people: u32) -> Option<Self> {
        if people < Self::FEWEST { None } else { Some(Self(people)) }
    }

    /// The number of people.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            client_threshold: Threshold::CLIENT,
            employee_threshold: Threshold::EMPLOYEE,
            minimum: 5,
            seed: 1,
            resamples: 2000,
            types: Reading::default(),
            levels: LevelSource::default(),
            silence: false,
            protect_small_groups: true,
            small_group: SmallGroup::DEFAULT,
            coder: CoderId(1),
        }
    }
}
