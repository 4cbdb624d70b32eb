//! Wilson's interval, and Newcombe's for the difference of two.

use reflet::analysis::newcombe::difference;
use reflet::analysis::wilson::frequency;

use crate::assert_close;

/// Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 857–872,
/// table I, method 3; four decimals.
const NEWCOMBE: [(u32, u32, f64, f64); 4] =
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)];

/// Three decimals, z = 1.959964; the second as the next table.
const THREE_DECIMALS: [(u32, u32, f64, f64); 2] = [(7, 10, 0.397, 0.892), (3, 5, 0.231, 0.882)];

/// Published with z = 1.96, hence a tolerance of what that rounding moves.
const ROUNDED_Z: [(u32, u32, f64, f64); 2] = [(1, 11, 0.016_232, 0.377_365), (25, 100, 0.175_451, 0.343_046)];

/// scipy 1.17.1, `scipy.stats.binomtest(n, N).proportion_ci(method="wilson")`; nine decimals.
const SCIPY: [(u32, u32, f64, f64); 12] = [
    (81, 263, 0.255_288_520, 0.366_209_577),
    (15, 148, 0.062_386_400, 0.160_487_242),
    (0, 20, 0.0, 0.161_125_158),
    (1, 29, 0.006_113_214, 0.171_755_219),
    (7, 10, 0.396_778_147, 0.892_208_733),
    (3, 5, 0.230_724_281, 0.882_379_226),
    (1, 11, 0.016_232_173, 0.377_358_436),
    (25, 100, 0.175_452_114, 0.343_044_635),
    (20, 20, 0.838_874_842, 1.0),
    (1, 1, 0.206_549_314, 1.0),
    (0, 1, 0.0, 0.793_450_686),
    (500, 100_000, 0.004_581_445, 0.005_456_584),
];

fn check(table: &[(u32, u32, f64, f64)], tolerance: f64, source: &str) {
    for (cited, respondents, low, high) in table {
        let found = frequency(*cited, *respondents).unwrap();
        let ends = found.interval.unwrap();
        let source = format!("{cited}/{respondents}, {source}");
        assert_close(found.value.0, f64::from(*cited) / f64::from(*respondents), 1e-15, &source);
        assert_close(ends.low.0, *low, tolerance, &source);
        assert_close(ends.high.0, *high, tolerance, &source);
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn wilson() {
    check(&NEWCOMBE, 5e-5, "Newcombe 1998, method 3");
    check(&THREE_DECIMALS, 5e-4, "z = 1.959964");
    check(&ROUNDED_Z, 8e-6, "z = 1.96");
    check(&SCIPY, 2e-8, "scipy 1.17.1");
}

/// A group's `(cited, respondents)`.
type Group = (u32, u32);

/// Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine
/// 17, 873–890, table II, method 10; four decimals.
const DIFFERENCES: [(Group, Group, f64, f64, f64); 2] =
    [((56, 70), (48, 80), 0.2, 0.0524, 0.3339), ((9, 10), (3, 10), 0.6, 0.1705, 0.8090)];

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn newcombe() {
    for (first, second, value, low, high) in DIFFERENCES {
        let found = difference(first, second).unwrap();
        let ends = found.interval.unwrap();
        let source = "Newcombe 1998, method 10";
        assert_close(found.value.0, value, 1e-12, source);
        assert_close(ends.low.0, low, 5e-5, source);
        assert_close(ends.high.0, high, 5e-5, source);
    }
}
