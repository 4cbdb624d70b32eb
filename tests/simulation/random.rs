//! Random numbers from a seed and a place: the same on every machine.

use reflet_resample::Stream;

/// One stream of random numbers.
pub struct Random(Stream);

impl Random {
    /// The stream of one cell of the table of one question.
    pub fn new(question: u32, cell: u32) -> Self {
        Self(Stream::new(20_250_101, u64::from(question) << 32 | u64::from(cell)))
    }

    /// Between 0 and 1, never 1.
    #[allow(clippy::cast_precision_loss, reason = "53 bits are what a float holds")]
    pub fn unit(&mut self) -> f64 {
        (self.0.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Between two ends.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// True with that probability.
    pub fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// A number below `number`, all equally likely.
    #[allow(clippy::cast_possible_truncation, reason = "the remainder of a usize is one")]
    pub fn below(&mut self, number: usize) -> usize {
        (self.0.bits() % number as u64) as usize
    }

    /// The index of a random class, by cumulative chances that end at 1.
    pub fn place(&mut self, cumulative: &[f64]) -> usize {
        let drawn = self.unit();
        cumulative.iter().position(|end| drawn < *end).unwrap_or(cumulative.len() - 1)
    }

    /// A standard normal number, by Box and Muller (1958).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.unit())).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.unit())
    }
}
