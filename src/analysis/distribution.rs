//! Tails and quantiles of the normal distribution and of Student's t, for any number of degrees of freedom.
//!
//! Logarithms, exponentials and the error function come from `libm`, which is written in Rust. The standard library
//! calls those of the machine, which may differ in the last bit. So a p-value is the same number natively and in
//! WebAssembly, bit by bit.

use libm::{erfc, exp, log1p};

use super::{Degrees, Deviate, Probability};

/// The 97.5 % quantile of the normal distribution: a lower bound of that of Student's t.
const NORMAL: f64 = 1.959_963_984_540_054;

/// The probability that a normal variable lies at least that far from its mean, on either side.
///
/// `erfc(|z| / √2)`. Edge cases: 1 at 0; it underflows to 0 past 38 standard errors.
///
/// ```
/// use reflet::analysis::{Deviate, distribution::normal_tails};
/// assert_eq!(normal_tails(Deviate(0.0)).0, 1.0);
/// assert!((normal_tails(Deviate(-1.959963984540054)).0 - 0.05).abs() < 1e-15);
/// ```
pub fn normal_tails(z: Deviate) -> Probability {
    Probability(erfc(z.0.abs() / std::f64::consts::SQRT_2))
}

/// The probability that Student's t lies at least that far from 0, on either side.
///
/// ```text
/// P(|T| ≥ t) = I(ν / (ν + t²); ν/2, 1/2)
/// ```
///
/// with I the regularised incomplete beta function, by its continued fraction on the side where that converges.
/// Abramowitz and Stegun (1964), *Handbook of Mathematical Functions*, 26.7.1, 26.5.8.
///
/// Small tails keep their relative precision. Edge cases: 1 at 0, or without degrees of freedom.
///
/// By hand: with one degree of freedom, `1 − 2 atan(1) / π = 1/2`; with two, `1 − t / √(2 + t²)`.
///
/// ```
/// use reflet::analysis::{Degrees, Deviate, distribution::student_tails};
/// assert!((student_tails(Deviate(1.0), Degrees(1.0)).0 - 0.5).abs() < 1e-15);
/// let two = 1.0 - 3.0 / 11.0_f64.sqrt();
/// assert!((student_tails(Deviate(3.0), Degrees(2.0)).0 - two).abs() < 1e-15);
/// ```
pub fn student_tails(t: Deviate, degrees: Degrees) -> Probability {
    let (t, nu) = (t.0.abs(), degrees.0);
    if t == 0.0 || nu <= 0.0 {
        return Probability(1.0);
    }
    let ratio = t * t / nu;
    if ratio.is_infinite() {
        return Probability(0.0);
    }
    let a = nu / 2.0;
    // Both shares are computed from `ratio`, because one minus the other would lose digits.
    let (near, far) = (1.0 / (1.0 + ratio), ratio / (1.0 + ratio));
    // x^a (1 − x)^½ / B(a, ½)
    let front = exp(-a * log1p(ratio)) * far.sqrt() * half_step(a) / std::f64::consts::PI.sqrt();
    if near < (a + 1.0) / (a + 2.5) {
        Probability(front * continued_fraction(a, 0.5, near) / a)
    } else {
        Probability(1.0 - front * continued_fraction(0.5, a, far) / 0.5)
    }
}

/// The 97.5 % quantile of Student's t: the half width of a 95 % interval, in standard errors.
///
/// By Newton's method from the normal quantile. The tail is decreasing and convex, so the steps rise to the quantile
/// from below: no bracket is needed, and the method ends when rounding stops the rise. Infinite without degrees of
/// freedom.
///
/// By hand: with two degrees, `1 − t / √(2 + t²) = 0.05` gives `t = 0.95 √(2 / (1 − 0.95²))`.
///
/// ```
/// use reflet::analysis::{Degrees, distribution::student_quantile};
/// let two = 0.95 * (2.0 / (1.0 - 0.95 * 0.95_f64)).sqrt();
/// assert!((student_quantile(Degrees(2.0)).0 - two).abs() < 1e-13);
/// ```
pub fn student_quantile(degrees: Degrees) -> Deviate {
    let nu = degrees.0;
    if nu <= 0.0 {
        return Deviate(f64::INFINITY);
    }
    let scale = half_step(nu / 2.0) / (nu * std::f64::consts::PI).sqrt();
    let mut t = NORMAL;
    for _ in 0..STEPS {
        let density = scale * exp(-(nu + 1.0) / 2.0 * log1p(t * t / nu));
        let next = t + (student_tails(Deviate(t), degrees).0 - 0.05) / (2.0 * density);
        if next <= t || next.is_infinite() {
            break;
        }
        t = next;
    }
    Deviate(t)
}

/// Γ(a + ½) / Γ(a) for a > 0.
///
/// Tricomi and Erdélyi's asymptotic series, whose powers are even about a − ¼; smaller arguments are raised by the
/// recurrence of Γ. Nothing cancels, unlike the difference of two logarithms of Γ for large a.
fn half_step(a: f64) -> f64 {
    let (mut a, mut factor) = (a, 1.0);
    while a < 20.0 {
        factor *= a / (a + 0.5);
        a += 1.0;
    }
    let centre = a - 0.25;
    let u = 1.0 / (centre * centre);
    let series = [1.0, 1.0 / 64.0, -19.0 / 8192.0, 631.0 / 524_288.0, -174_317.0 / 134_217_728.0];
    factor * centre.sqrt() * series.iter().rev().fold(0.0, |sum, term| sum * u + term)
}

/// Limit on iterations, more than any argument here needs: the fraction takes about √max(a, b) steps to converge.
const STEPS: u32 = 20_000;

/// The continued fraction of the incomplete beta function, by Lentz's method; quick for x < (a + 1)/(a + b + 2).
#[allow(clippy::many_single_char_names, reason = "the letters of the handbook")]
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    // Lentz's method replaces a denominator of 0 by a number below all rounding.
    let held = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / held(1.0 - (a + b) * x / (a + 1.0));
    let mut product = d;
    for step in 1..STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let before = product;
        for numerator in [even, odd] {
            d = 1.0 / held(1.0 + numerator * d);
            c = held(1.0 + numerator / c);
            product *= d * c;
        }
        if (product - before).abs() <= f64::EPSILON / 2.0 * product.abs() {
            break;
        }
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantile_is_where_the_tails_hold_a_twentieth() {
        for degrees in [0.5, 1.0, 1.7, 2.0, 3.3, 8.0, 39.9, 40.1, 300.0, 12_345.6, 1e6] {
            let t = student_quantile(Degrees(degrees));
            let tails = student_tails(t, Degrees(degrees)).0;
            assert!((tails - 0.05).abs() < 1e-11, "{degrees}: {tails}");
        }
    }

    #[test]
    fn tails_decrease_without_a_jump_where_the_method_changes() {
        for degrees in [1.0, 2.5, 7.0, 39.0, 41.0, 1000.0] {
            let at = |i: u32| student_tails(Deviate(f64::from(i) / 100.0), Degrees(degrees)).0;
            for i in 0..1000 {
                let fall = at(i) - at(i + 1);
                assert!(fall > 0.0 && fall < 0.009, "{degrees}, {i}: {fall}");
            }
        }
    }

    #[test]
    fn without_degrees_of_freedom_nothing_is_significant() {
        assert!(student_quantile(Degrees(0.0)).0.is_infinite());
        assert_eq!(student_tails(Deviate(9.0), Degrees(0.0)), Probability(1.0));
        assert_eq!(student_tails(Deviate(f64::INFINITY), Degrees(3.0)), Probability(0.0));
    }
}
