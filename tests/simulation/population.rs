//! The population of every question where levels matter: the valences that simulated people give a moment.
//!
//! A mention has a valence, a whole number −2…+2. Its chances have one of three shapes: *polarised*, as best-and-worst
//! questions make them (6 : 3 : 1 : 3 : 6), *even* (2 : 3 : 3 : 3 : 2), or *neutral* (1 : 4 : 10 : 4 : 1), each tilted
//! exponentially until its mean is the true level of the moment. A respondent is in good, middling or bad mood, a third
//! each, in all their mentions: the tilt is 0.5 more, the same or 0.5 less. So the mentions of one person are
//! correlated. They mention a moment once, twice, three or four times, with chances 70, 20, 7 and 3 %.

use crate::random::Random;

/// Chances of −2, −1, 0, +1 and +2 before tilting.
pub const SHAPES: [(&str, [f64; 5]); 3] = [
    ("polarised", [6.0, 3.0, 1.0, 3.0, 6.0]),
    ("even", [2.0, 3.0, 3.0, 3.0, 2.0]),
    ("neutral", [1.0, 4.0, 10.0, 4.0, 1.0]),
];

const VALENCES: [f64; 5] = [-2.0, -1.0, 0.0, 1.0, 2.0];
const MOODS: [f64; 3] = [-0.5, 0.0, 0.5];
/// Cumulative chances of one to four mentions.
const TIMES: [f64; 4] = [0.70, 0.90, 0.97, 1.0];

/// The distribution of the valences of a moment.
#[derive(Clone)]
pub struct Valences {
    /// Cumulative chances of the five valences, per mood.
    moods: [[f64; 5]; 3],
    /// The true level: the mean over respondents.
    pub level: f64,
}

impl Valences {
    /// The distribution of one of the [`SHAPES`], at that level.
    pub fn new(shape: usize, level: f64) -> Self {
        let base = SHAPES[shape].1;
        let mean = |tilt: f64| MOODS.iter().map(|mood| mean(&tilted(base, tilt + mood))).sum::<f64>() / 3.0;
        let (mut low, mut high) = (-20.0, 20.0);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if mean(middle) < level { low = middle } else { high = middle }
        }
        let moods = MOODS.map(|mood| {
            let mut sum = 0.0;
            tilted(base, low + mood).map(|chance| {
                sum += chance;
                sum
            })
        });
        Self { moods, level }
    }

    /// The distribution of a random shape, at that level.
    pub fn any(level: f64, random: &mut Random) -> Self {
        Self::new(random.below(SHAPES.len()), level)
    }

    /// The valence of one mention, −2…+2.
    pub fn mention(&self, mood: usize, random: &mut Random) -> i64 {
        [-2, -1, 0, 1, 2][random.place(&self.moods[mood])]
    }

    /// The mean valence of a random respondent who cites the moment.
    pub fn respondent(&self, random: &mut Random) -> f64 {
        let (mood, times) = (mood(random), times(random));
        let sum: i64 = (0..times).map(|_| self.mention(mood, random)).sum();
        f64::from(i32::try_from(sum).unwrap()) / f64::from(times)
    }
}

/// The mood of a random respondent.
pub fn mood(random: &mut Random) -> usize {
    random.below(MOODS.len())
}

/// How often a random respondent mentions a moment that they cite.
pub fn times(random: &mut Random) -> u32 {
    u32::try_from(random.place(&TIMES)).unwrap() + 1
}

fn tilted(base: [f64; 5], tilt: f64) -> [f64; 5] {
    let mut chances = base;
    for (chance, valence) in chances.iter_mut().zip(VALENCES) {
        *chance *= libm::exp(tilt * valence);
    }
    let all: f64 = chances.iter().sum();
    chances.map(|chance| chance / all)
}

fn mean(chances: &[f64; 5]) -> f64 {
    chances.iter().zip(VALENCES).map(|(chance, valence)| chance * valence).sum()
}
