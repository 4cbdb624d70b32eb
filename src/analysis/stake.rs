//! The stake of a moment: how much can be gained by working on it.

use super::{Level, Measures, Proportion, Stake, Undefined};

/// The stake of a moment with these frequencies and levels, clients first.
///
/// ```text
/// 100 · (f_c + f_e)/2 · √((100 − c)² + (100 − e)²) / (200 √2)
/// ```
///
/// with levels as they are shown, −100…+100: how often it is cited times how far it is from perfect on both
/// sides. 0 (nobody cites it, or both levels are perfect) … 100 (everybody cites it at the lowest levels).
/// A convention of this program.
///
/// By hand: cited by half of each side, both levels 0, gives `100 · 0.5 · 100√2 / 200√2 = 25`.
///
/// ```
/// use reflet::analysis::{Level, Proportion, stake::stake};
/// let half = Proportion(0.5);
/// assert!((stake((half, Level(0.0)), (half, Level(0.0))).0 - 25.0).abs() < 1e-12);
/// let all = Proportion(1.0);
/// assert!((stake((all, Level(-2.0)), (all, Level(-2.0))).0 - 100.0).abs() < 1e-12);
/// ```
pub fn stake(client: (Proportion, Level), employee: (Proportion, Level)) -> Stake {
    let frequency = f64::midpoint(client.0.0, employee.0.0);
    let [missing_client, missing_employee] =
        [client.1, employee.1].map(|level| Level::MAX.shown() - level.shown());
    let distance = (missing_client * missing_client + missing_employee * missing_employee).sqrt();
    Stake(100.0 * frequency * distance / (200.0 * std::f64::consts::SQRT_2))
}

/// The stake of a moment by its measures.
///
/// # Errors
/// [`Undefined::OneSideOnly`] unless both levels exist.
pub fn of(client: &Measures, employee: &Measures) -> Result<Stake, Undefined> {
    let values = |side: &Measures| Some((side.frequency.ok()?.value, side.level.ok()?.value));
    values(client).zip(values(employee)).map(|(c, e)| stake(c, e)).ok_or(Undefined::OneSideOnly)
}
