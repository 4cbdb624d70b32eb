//! Tables in Markdown, and whether what the method claims held.

/// What is printed, and what failed.
pub struct Report {
    /// Whether it runs at the size that claims are judged at.
    pub full: bool,
    failed: Vec<String>,
    missed: Vec<String>,
}

impl Report {
    /// At full size, or for a quick look.
    pub fn new(full: bool) -> Self {
        Self { full, failed: Vec::new(), missed: Vec::new() }
    }

    /// How often to repeat something that is repeated so often at full size.
    pub fn repeat(&self, full: u32) -> u32 {
        if self.full { full } else { (full / 20).max(2) }
    }

    /// A claim: the figure lies between these ends.
    pub fn claim(&mut self, what: &str, figure: f64, low: f64, high: f64) {
        if !(low..=high).contains(&figure) {
            self.failed.push(format!(
                "{what}: {} is not within {} … {}",
                percent(figure),
                percent(low),
                percent(high)
            ));
        }
    }

    /// A claim that the method is known to miss below a size: it is said, and held to what was measured.
    pub fn short(&mut self, what: &str, figure: f64, floor: f64, low: f64) {
        if figure < low {
            self.missed.push(format!("{what}: {} is below {}", percent(figure), percent(low)));
        }
        self.claim(what, figure, floor, 0.97);
    }

    /// Prints what failed; whether nothing did.
    pub fn finish(self) -> bool {
        if !self.full {
            println!("\nA quick look: nothing is judged.");
            return true;
        }
        for missed in &self.missed {
            println!("\nKnown to fall short: {missed}");
        }
        for failure in &self.failed {
            println!("\nFAILED: {failure}");
        }
        if self.failed.is_empty() {
            println!("\nEvery target held, but for those that are known to fall short.");
        }
        self.failed.is_empty()
    }
}

/// The head of a table.
pub fn head(title: &str, columns: &[&str]) {
    println!("\n### {title}\n\n| {} |\n|{}", columns.join(" | "), "---|".repeat(columns.len()));
}

/// A row of it.
pub fn row(cells: &[String]) {
    println!("| {} |", cells.join(" | "));
}

/// A share in per cent.
pub fn percent(share: f64) -> String {
    format!("{:.1}", 100.0 * share)
}

/// How often something was so.
#[derive(Clone, Copy, Default)]
pub struct Share {
    yes: f64,
    all: f64,
}

impl Share {
    /// Once more.
    pub fn count(&mut self, yes: bool) {
        self.weigh(if yes { 1.0 } else { 0.0 });
    }

    /// Once more, as a figure between 0 and 1.
    pub fn weigh(&mut self, share: f64) {
        self.yes += share;
        self.all += 1.0;
    }

    /// All of another one too.
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
