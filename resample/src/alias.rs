//! Draws from fixed distributions over few numbers, in one step each (the alias method).

use crate::Stream;

/// The alias tables of many distributions, in one piece of memory.
///
/// Walker (1977), An efficient method for generating discrete random variables with general distributions, *ACM
/// Transactions on Mathematical Software* 3, 253–256; built as Vose (1991) does, *IEEE Transactions on Software
/// Engineering* 17, 972–975.
#[derive(Clone, Debug, Default)]
pub struct AliasTables {
    extents: Vec<Extent>,
    /// Per number: the threshold, in parts of 2³², below which a draw keeps it, and its alias, which a draw gives
    /// otherwise.
    cells: Vec<(u32, u32)>,
    // Working memory of `push`, kept so that it is allocated once.
    remaining: Vec<f64>,
    small: Vec<u32>,
    large: Vec<u32>,
}

/// The cells of one distribution, and its smallest number.
#[derive(Clone, Copy, Debug)]
struct Extent {
    start: u32,
    length: u32,
    first: u32,
}

impl AliasTables {
    /// Adds the distribution over `first`, `first + 1`, … with these weights, at least one of which is positive; they
    /// need not add up to one.
    pub fn push(&mut self, first: u32, weights: &[f64]) {
        let length = number(weights.len());
        let total: f64 = weights.iter().sum();
        let scale = f64::from(length) / total;
        let start = self.cells.len();
        self.extents.push(Extent { start: number(start), length, first });
        self.remaining.clear();
        for (own, weight) in (0..).zip(weights) {
            let share = weight * scale;
            self.remaining.push(share);
            let pile = if share < 1.0 { &mut self.small } else { &mut self.large };
            pile.push(own);
            self.cells.push((u32::MAX, first + own));
        }
        while let (Some(poor), Some(rich)) = (self.small.pop(), self.large.last().copied()) {
            let lacking = 1.0 - self.remaining[poor as usize];
            self.cells[start + poor as usize] = (part(self.remaining[poor as usize]), first + rich);
            self.remaining[rich as usize] -= lacking;
            if self.remaining[rich as usize] < 1.0 {
                self.small.extend(self.large.pop());
            }
        }
        // Numbers left on a pile differ from 1 by rounding alone, and keep the whole cell.
        self.small.clear();
        self.large.clear();
    }

    /// The largest number of that distribution.
    pub fn largest(&self, table: usize) -> u32 {
        let Extent { length, first, .. } = self.extents[table];
        first + length - 1
    }

    /// A number from that distribution.
    #[inline]
    pub fn draw(&self, table: usize, stream: &mut Stream) -> u32 {
        let Extent { start, length, first } = self.extents[table];
        let bits = stream.bits();
        // The upper half chooses the cell, the lower half between the number and its alias.
        #[allow(clippy::cast_possible_truncation, reason = "below the number of cells, and the lower half")]
        let (at, coin) = ((((bits >> 32) * u64::from(length)) >> 32) as u32, bits as u32);
        let (threshold, alias) = self.cells[(start + at) as usize];
        if coin < threshold { first + at } else { alias }
    }
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// A probability in parts of 2³², rounded down; 1 becomes the largest `u32`.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
fn part(probability: f64) -> u32 {
    (probability * 4_294_967_296.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequencies_are_the_weights() {
        let mut tables = AliasTables::default();
        tables.push(7, &[0.3]);
        tables.push(10, &[1.0, 0.0, 6.0, 3.0]);
        assert_eq!(
            (tables.draw(0, &mut Stream::new(1, 1)), tables.largest(0), tables.largest(1)),
            (7, 7, 13)
        );
        let mut stream = Stream::new(1, 1);
        let mut found = [0_u32; 4];
        for _ in 0..100_000 {
            found[(tables.draw(1, &mut stream) - 10) as usize] += 1;
        }
        for (found, expected) in found.iter().zip([10_000_i64, 0, 60_000, 30_000]) {
            // Five sigmas of a binomial of 100,000.
            assert!((i64::from(*found) - expected).abs() < 5 * 155, "{found} of {expected}");
        }
        assert_eq!(found[1], 0);
    }
}
