//! The figures of these simulations that sentences of the page quote: `src/say/simulated.rs` holds them, and is written here.

use crate::report::percent;

/// Set by `cargo xtask accuracy --publish` to write the file anew after a change to the method or to a simulation.
const WRITE: &str = "REFLET_WRITE_SIMULATED";

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/say/simulated.rs");

const HEAD: &str =
    "//! What simulated studies found, in percent: written by `tests/simulation`, not by hand.\n";

/// Each figure: its name, and what it is.
const FIGURES: [(&str, &str); 7] = [
    (
        "FIRM_EVEN",
        "Firm types that were the true ones, ten people on each side, true levels spread evenly over the scale.",
    ),
    ("FIRM_WIDE", "The same where true levels have a standard deviation of 40."),
    ("FIRM_NEAR", "The same where they have one of 20: most lie near a threshold."),
    (
        "OBSERVED_LEAST",
        "How often intervals of readings as observed held the truth where they did so least, of studies that mostly show them.",
    ),
    ("OBSERVED_MOST", "The same where they did so most."),
    ("CORRECTED_LEAST", "The same of readings without noise, where they did so least."),
    ("CORRECTED_MOST", "The same where they did so most."),
];

/// Those that were found so far, in the order above.
#[derive(Default)]
pub struct Published([Option<f64>; FIGURES.len()]);

impl Published {
    /// Keeps the share that was found for a figure.
    pub fn keep(&mut self, name: &str, share: f64) {
        let place = FIGURES.iter().position(|(known, _)| *known == name).unwrap();
        self.0[place] = Some(share);
    }

    /// Writes the file if that is wished and all was asked; else what in it is not what was found.
    pub fn settle(&self) -> Vec<String> {
        let items: Vec<String> = FIGURES.iter().zip(self.0).filter_map(item).collect();
        if items.len() == FIGURES.len() && std::env::var_os(WRITE).is_some() {
            std::fs::write(FILE, format!("{HEAD}{}", items.concat())).unwrap();
            return Vec::new();
        }
        let held = std::fs::read_to_string(FILE).unwrap();
        let wrong = items.into_iter().filter(|item| !held.contains(item));
        wrong.map(|item| format!("{FILE} does not hold this:{item}")).collect()
    }
}

fn item(((name, what), share): (&(&str, &str), Option<f64>)) -> Option<String> {
    Some(format!("\n/// {what}\npub const {name}: f64 = {};\n", percent(share?)))
}
