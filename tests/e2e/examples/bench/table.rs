//! The table of the results.

use std::fmt;

pub const HEAD: &str = "| file | opened by | ms | MB | longest, ms |\n|---|---|---|---|---|";

/// One opening of one file.
#[derive(Clone, Copy)]
pub struct Measure {
    pub milliseconds: f64,
    /// The longest task of the page's own thread, if it took 50 ms or more; else 0.
    pub longest: f64,
    /// Memory above what there was before.
    pub megabytes: f64,
}

/// One file, opened by both.
pub struct Case {
    pub title: &'static str,
    pub peer: &'static str,
    pub megabytes: f64,
    pub ours: Vec<Measure>,
    pub theirs: Vec<Measure>,
}

/// Median, smallest and largest.
struct Spread([f64; 3]);

impl Spread {
    fn of(measures: &[Measure], value: fn(&Measure) -> f64) -> Self {
        let mut values: Vec<f64> = measures.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        let at = |place: usize| values.get(place).copied().unwrap_or(f64::NAN);
        Self([at(values.len() / 2), at(0), at(values.len().saturating_sub(1))])
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [median, least, most] = self.0;
        write!(out, "{median:.0} ({least:.0}–{most:.0})")
    }
}

impl fmt::Display for Case {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |out: &mut fmt::Formatter<'_>, file: &str, name: &str, measures: &[Measure]| {
            let time = Spread::of(measures, |measure| measure.milliseconds);
            let memory = Spread::of(measures, |measure| measure.megabytes);
            let longest = match Spread::of(measures, |measure| measure.longest) {
                Spread([_, _, most]) if most < 50.0 => "none".to_owned(),
                longest => longest.to_string(),
            };
            writeln!(out, "|{file}| {name} | {time} | {memory} | {longest} |")
        };
        row(out, &format!(" {} ({:.1} MB) ", self.title, self.megabytes), "Reflet", &self.ours)?;
        row(out, " ", self.peer, &self.theirs)?;
        let ratio = |value: fn(&Measure) -> f64| {
            Spread::of(&self.ours, value).0[0] / Spread::of(&self.theirs, value).0[0]
        };
        let (time, memory) = (ratio(|measure| measure.milliseconds), ratio(|measure| measure.megabytes));
        writeln!(out, "| | ratio | {time:.2} | {memory:.2} | |")
    }
}
