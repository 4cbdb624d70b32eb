//! The choices that change what the mirror shows. All are conventions, shown to the user and editable.

use super::{CoderId, SHOWN};

/// Thresholds, sample sizes, seed, privacy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Clients at or above it are delighted.
    pub client_threshold: Threshold,
    /// Employees at or above it are engaged; at or below its negative, frustrated.
    pub employee_threshold: Threshold,
    /// Respondents with a valence below which a moment has no type.
    pub minimum: u32,
    /// Seed of the resampling.
    pub seed: u64,
    /// Number of resamples.
    pub resamples: u32,
    /// What levels are read from where types are made.
    pub types: Reading,
    /// What the levels are made of.
    pub levels: LevelSource,
    /// Whether employees who hardly ever tell of a moment count as indifferent to it.
    pub silence: bool,
    /// Whether small groups of employees are masked in what leaves the page.
    pub protect_small_groups: bool,
    /// Employees that a group needs before its figures leave the page.
    pub small_group: SmallGroup,
    /// Whose codings are read and written.
    pub coder: CoderId,
}

/// What levels are measured from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// From zero.
    #[default]
    Absolute,
    /// From the mean level of their side.
    Relative,
}

/// What levels are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LevelSource {
    /// How coders judged that moments are lived.
    #[default]
    Valence,
    /// How respondents rated, moved to the valence scale.
    Rating,
}

/// A threshold on the valence scale, −2…+2.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Threshold(f64);

impl Threshold {
    /// Clients: zero.
    pub const CLIENT: Self = Self(0.0);
    /// Employees: one third.
    pub const EMPLOYEE: Self = Self(1.0 / 3.0);

    /// A threshold, on the valence scale.
    ///
    /// Returns none outside −2…+2.
    pub fn new(valence: f64) -> Option<Self> {
        (-2.0..=2.0).contains(&valence).then_some(Self(valence))
    }

    /// On the valence scale.
    pub const fn valence(self) -> f64 {
        self.0
    }

    /// As it is shown, −100…+100.
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

    /// As it is shown, to the tenth that a field has room for.
    pub fn tenths(self) -> f64 {
        (self.0 * (10.0 * SHOWN)).round() / 10.0
    }

    /// The threshold that is shown so. One third has no last digit: what it is written as stands for it.
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
    /// Employees at or above it are engaged: a threshold below zero means the same as its size.
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

    /// Employees at or below it are frustrated.
    pub const fn frustrated(&self) -> Threshold {
        Threshold(-self.employee_threshold.0.abs())
    }
}

/// People that a group needs before anything is told of it: at least three, so that nobody in it can take off what
/// they said and keep one other person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SmallGroup(u32);

impl SmallGroup {
    /// The fewest that may be asked for.
    pub const FEWEST: u32 = 3;
    /// Five: a convention.
    pub const DEFAULT: Self = Self(5);

    /// A minimum of that many.
    ///
    /// Returns none below [`Self::FEWEST`].
    pub const fn new(people: u32) -> Option<Self> {
        if people < Self::FEWEST { None } else { Some(Self(people)) }
    }

    /// As a number.
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
