//! Student's quantile and interval.

use reflet::analysis::{Profile, student};

use crate::assert_close;

/// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, critical values of Student's t, column 0.975.
const NIST: [(u32, f64); 10] = [
    (1, 12.706),
    (2, 4.303),
    (3, 3.182),
    (4, 2.776),
    (5, 2.571),
    (9, 2.262),
    (10, 2.228),
    (30, 2.042),
    (60, 2.000),
    (100, 1.984),
];

/// scipy 1.17.1, `scipy.stats.t.ppf(0.975, degrees)`; nine decimals.
const SCIPY: [(u32, f64); 14] = [
    (1, 12.706_204_736),
    (2, 4.302_652_730),
    (3, 3.182_446_305),
    (4, 2.776_445_105),
    (5, 2.570_581_836),
    (9, 2.262_157_163),
    (10, 2.228_138_852),
    (29, 2.045_229_642),
    (30, 2.042_272_456),
    (60, 2.000_297_822),
    (100, 1.983_971_519),
    (1000, 1.962_339_081),
    (5000, 1.960_438_552),
    (20_000, 1.960_082_605),
];

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn quantiles() {
    for (degrees, published) in NIST {
        assert_close(student::quantile(degrees), published, 5e-4, "NIST/SEMATECH e-Handbook 1.3.6.7.2");
    }
    for (degrees, computed) in SCIPY {
        assert_close(student::quantile(degrees), computed, 2e-8, "scipy 1.17.1, t.ppf");
    }
}

/// Valences, mean, lower and upper end by scipy 1.17.1 and numpy 2.4.6,
/// `scipy.stats.t.interval(0.95, n - 1, numpy.mean(v), scipy.stats.sem(v))`; an end past ±2 is clipped by hand.
fn intervals() -> [(Vec<f64>, f64, f64, f64); 5] {
    let third = 1.0 / 3.0;
    let many = [vec![1.0; 30], vec![-1.0; 10], vec![0.5]].concat();
    [
        (vec![2.0, 1.0, 0.0, -1.0, -2.0], 0.0, -1.963_243_161_478, 1.963_243_161_478),
        (vec![0.0, 0.0, 1.0], third, -1.100_884_243_250, 1.767_550_909_916),
        (vec![2.0, 2.0, 1.0, 2.0, 1.0, 0.5], 1.416_666_666_667, 0.719_232_657_835, 2.0),
        (
            vec![-2.0, -1.5, -1.0, -2.0, 0.0, third, -2.0, 1.0],
            -0.895_833_333_333,
            -1.892_115_957_562,
            0.100_449_290_895,
        ),
        (many, 0.5, 0.226_648_653_678, 0.773_351_346_322),
    ]
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn student_intervals() {
    for (valences, mean, low, high) in intervals() {
        let found = student::level(&Profile::new(valences, 0, 0)).unwrap();
        let ends = found.interval.unwrap();
        assert_close(found.value.0, mean, 1e-11, "numpy 2.4.6, mean");
        assert_close(ends.low.0, low, 1e-9, "scipy 1.17.1, t.interval");
        assert_close(ends.high.0, high, 1e-9, "scipy 1.17.1, t.interval");
    }
}
