//! Tables in Markdown, and the check of the claims.

use crate::known::{KNOWN, Known};
use crate::published::Published;

/// The claims made, missed and failed.
pub struct Report {
    /// Whether the run has the size at which claims are checked.
    pub full: bool,
    claimed: Vec<String>,
    failed: Vec<String>,
    missed: Vec<String>,
    /// What sentences of the page quote.
    pub published: Published,
}

impl Report {
    /// The report of a run at full size, or of a quick one.
    pub fn new(full: bool) -> Self {
        Self {
            full,
            claimed: Vec::new(),
            failed: Vec::new(),
            missed: Vec::new(),
            published: Published::default(),
        }
    }

    /// The number of repetitions, from that at full size.
    pub fn repeat(&self, full: u32) -> u32 {
        if self.full { full } else { (full / 20).max(2) }
    }

    /// Claims that a figure lies between `low` and `high`, unless it is a known miss.
    pub fn claim(&mut self, what: &str, figure: f64, low: f64, high: f64) {
        self.claim_within(what, figure, 0.0, low, high);
    }

    /// The same with a tolerance of `error`, for a figure of few studies.
    pub fn claim_within(&mut self, what: &str, figure: f64, error: f64, low: f64, high: f64) {
        let holds = (low - error..=high + error).contains(&figure);
        let figure_and_goal =
            format!("{what}: {}, goal {} … {}", percent(figure), percent(low), percent(high));
        let failure = match KNOWN.iter().find(|known| known.what == what) {
            None if holds => None,
            None => Some("is missed"),
            Some(Known { goal, .. }) if *goal != (low, high) => {
                Some("is another goal on the list of known misses")
            }
            Some(_) if holds => Some("is reached, and on the list of known misses"),
            Some(known) if figure < known.floor => Some("is missed by more than is known"),
            Some(known) => {
                self.missed.push(format!("{figure_and_goal}: {}", known.why));
                None
            }
        };
        self.failed.extend(failure.map(|failure| format!("{figure_and_goal}, {failure}")));
        self.claimed.push(what.to_owned());
    }

    /// Checks, after all questions, that every known miss is still a claim.
    pub fn all_answered(&mut self) {
        let unclaimed = KNOWN.iter().filter(|known| !self.claimed.iter().any(|what| what == known.what));
        self.failed.extend(
            unclaimed
                .map(|known| format!("{}: on the list of known misses, but nobody claims it", known.what)),
        );
    }

    /// Prints misses and failures; true if nothing failed.
    pub fn finish(mut self) -> bool {
        if !self.full {
            println!("\nA quick look: nothing is judged.");
            return true;
        }
        self.failed.extend(self.published.settle());
        for missed in &self.missed {
            println!("\nMISSED, and known to be: {missed}");
        }
        for failure in &self.failed {
            println!("\nFAILED: {failure}");
        }
        println!(
            "\n{} goals, {} missed and known to be, {} failed.",
            self.claimed.len(),
            self.missed.len(),
            self.failed.len()
        );
        self.failed.is_empty()
    }
}

/// The head of a table.
pub fn head(title: &str, columns: &[&str]) {
    println!("\n### {title}\n\n| {} |\n|{}", columns.join(" | "), "---|".repeat(columns.len()));
}

/// A row of a table.
pub fn row(cells: &[String]) {
    println!("| {} |", cells.join(" | "));
}

/// A share in per cent.
pub fn percent(share: f64) -> String {
    format!("{:.1}", 100.0 * share)
}

/// A share of cases, or the mean of shares.
#[derive(Clone, Copy, Default)]
pub struct Share {
    yes: f64,
    all: f64,
}

impl Share {
    /// Counts one case.
    pub fn count(&mut self, yes: bool) {
        self.weigh(if yes { 1.0 } else { 0.0 });
    }

    /// Counts one case with a share between 0 and 1.
    pub fn weigh(&mut self, share: f64) {
        self.yes += share;
        self.all += 1.0;
    }

    /// Adds the cases of another share.
    pub fn add(&mut self, other: Self) {
        self.yes += other.yes;
        self.all += other.all;
    }

    /// The share; not a number if nothing was counted.
    pub fn value(self) -> f64 {
        self.yes / self.all
    }

    /// How many were counted.
    pub fn all(self) -> f64 {
        self.all
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.all > 0.0 { f.write_str(&percent(self.value())) } else { f.write_str("–") }
    }
}
