//! Resampling.

use reflet::analysis::Profile;
use reflet::analysis::resample::ResampledLevels;
use reflet::model::{MomentId, Side};

use crate::assert_close;

/// The levels of a profile in resamples.
fn levels(profile: &Profile, resamples: u32) -> Vec<f64> {
    ResampledLevels::new(profile, (Side::Client, MomentId(1)), 1, resamples)
        .levels()
        .map(|level| level.0)
        .collect()
}

fn mean_and_deviation(values: &[f64]) -> (f64, f64) {
    let count = f64::from(u32::try_from(values.len()).unwrap());
    let mean = values.iter().sum::<f64>() / count;
    (mean, (values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / count).sqrt())
}

/// Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 2: survival of the treated mice.
/// The standard error of the mean tends to s/√n·√((n−1)/n) = 23.364; 40,000 resamples leave it ± 0.083 (one sigma).
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn standard_error_of_the_mice() {
    let mice = Profile::new(vec![94.0, 197.0, 16.0, 38.0, 99.0, 141.0, 23.0], 0, 0);
    assert_close(mice.mean().unwrap().0, 86.857, 5e-4, "Efron and Tibshirani 1993, table 2.1");
    let (mean, error) = mean_and_deviation(&levels(&mice, 40_000));
    assert_close(mean, 86.857, 0.5, "the mean of resamples is the mean");
    assert_close(error, 23.364, 0.35, "Efron and Tibshirani 1993, s/√n·√((n−1)/n)");
}

/// A side of 400 respondents. numpy 2.4.6, 2,000,000 draws of
/// `default_rng(20240601).multinomial(400, [40, 30, 25, 45, 50, 210] / 400)`, the last class silent.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn a_large_side() {
    let valences = [(-2.0, 40), (-1.0, 30), (0.0, 25), (1.0, 45), (2.0, 50)];
    let large = Profile { valences: valences.to_vec(), without_valence: 10, silent: 200 };
    let levels = levels(&large, 40_000);
    let (mean, deviation) = mean_and_deviation(&levels);
    assert_close(mean, 0.184_34, 0.003, "numpy 2.4.6, mean");
    assert_close(deviation, 0.109_10, 0.002, "numpy 2.4.6, standard deviation");
    let share = |at_least: f64| {
        let (mut hits, mut all) = (0_u32, 0_u32);
        for level in &levels {
            all += 1;
            hits += u32::from(*level >= at_least - 1e-12);
        }
        f64::from(hits) / f64::from(all)
    };
    assert_close(share(1.0 / 3.0), 0.087_03, 0.006, "numpy 2.4.6, P(level ≥ 1/3)");
    assert_close(share(0.0), 0.956_34, 0.005, "numpy 2.4.6, P(level ≥ 0)");
}

/// By hand: one of ten respondents has a valence; they are not drawn in 0.9¹⁰ = 34.87 % of the resamples.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn resamples_without_a_valence_are_left_out() {
    let kept = levels(&Profile::new(vec![1.0], 4, 5), 20_000).len();
    assert_close(f64::from(u32::try_from(kept).unwrap()) / 20_000.0, 0.651_322, 0.015, "1 − 0.9¹⁰");
}

/// The same stream on every machine: the levels that the native program drew once.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn the_same_draws_everywhere() {
    let small = Profile::new(vec![-2.0, -1.0, 0.5, 1.0, 2.0, 2.0], 1, 5);
    let large =
        Profile { valences: vec![(-1.0, 300), (0.0, 200), (2.0, 250)], without_valence: 0, silent: 900 };
    let sums = [small, large].map(|profile| levels(&profile, 2000).iter().sum::<f64>().to_bits());
    assert_eq!(sums, [4_650_852_409_592_812_833, 4_647_929_593_363_561_522]);
}
