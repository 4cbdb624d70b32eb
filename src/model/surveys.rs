//! The user's choices about closed questions: benchmarks for shares, mirrored pairs, and the question that the mirror
//! reads.

use super::{Scale, Side};

/// The identity of a closed question: the same name on another scale is another question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The question, from the column's name.
    pub name: String,
    /// The scale on which it was asked.
    pub scale: Scale,
}

/// A fraction of a whole, 0…1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Fraction(f64);

/// The share that others reach in a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark {
    /// The side that was asked.
    pub side: Side,
    /// The question.
    pub question: Question,
    /// The share that others reach.
    pub share: Fraction,
}

/// A question to employees beside the question to clients that it mirrors.
#[derive(Clone, Debug, PartialEq)]
pub struct MirroredPair {
    /// Asked of employees.
    pub employee: Question,
    /// Asked of clients.
    pub client: Question,
    /// Whether the employees answered in their clients' place ("miroir estimé").
    pub estimate: bool,
}

/// Benchmarks and pairs, in the order in which they were made: one benchmark per question, each pair once; and the
/// question of each side that the mirror reads.
///
/// A question may be without answers: an import can be removed and come back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Surveys {
    benchmarks: Vec<Benchmark>,
    pairs: Vec<MirroredPair>,
    /// The question that the mirror reads of each side, in the order of [`Side::BOTH`].
    mirrored: [Option<Question>; 2],
}

impl Fraction {
    /// A fraction; `None` outside 0…1.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    /// The fraction as a number, 0…1.
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl MirroredPair {
    /// Whether both pairs hold the same two questions.
    pub fn mirrors(&self, other: &Self) -> bool {
        self.employee == other.employee && self.client == other.client
    }
}

impl Surveys {
    /// The benchmarks.
    pub fn benchmarks(&self) -> &[Benchmark] {
        &self.benchmarks
    }

    /// The pairs.
    pub fn pairs(&self) -> &[MirroredPair] {
        &self.pairs
    }

    /// The benchmark of a question.
    pub fn benchmark(&self, side: Side, question: &Question) -> Option<Fraction> {
        let found = self.benchmarks.iter().find(|known| known.side == side && known.question == *question);
        found.map(|known| known.share)
    }

    /// Sets the benchmark of a question, and replaces an earlier one.
    ///
    /// ```
    /// use reflet::model::{Benchmark, Fraction, Question, Scale, Side, Surveys};
    /// let question = Question { name: "Proud to work here".into(), scale: Scale::CSAT };
    /// let mut surveys = Surveys::default();
    /// for share in [0.7, 0.8] {
    ///     let share = Fraction::new(share).unwrap();
    ///     surveys.set_benchmark(Benchmark { side: Side::Employee, question: question.clone(), share });
    /// }
    /// assert_eq!(surveys.benchmark(Side::Employee, &question), Fraction::new(0.8));
    /// assert_eq!(surveys.benchmark(Side::Client, &question), None);
    /// ```
    pub fn set_benchmark(&mut self, benchmark: Benchmark) {
        let same =
            |known: &&mut Benchmark| known.side == benchmark.side && known.question == benchmark.question;
        match self.benchmarks.iter_mut().find(same) {
            Some(known) => known.share = benchmark.share,
            None => self.benchmarks.push(benchmark),
        }
    }

    /// Keeps the benchmarks of the questions that `keep` accepts.
    pub fn retain_benchmarks(&mut self, such: impl Fn(Side, &Question) -> bool) {
        self.benchmarks.retain(|known| such(known.side, &known.question));
    }

    /// Adds a pair; it takes the place of an earlier pair of the same two questions.
    pub fn set_pair(&mut self, pair: MirroredPair) {
        match self.pairs.iter_mut().find(|known| known.mirrors(&pair)) {
            Some(known) => *known = pair,
            None => self.pairs.push(pair),
        }
    }

    /// The question of a side that the user chose for the mirror; without a choice, a rule chooses
    /// ([`rated::question`](crate::analysis::rated::question)).
    pub const fn mirrored(&self, side: Side) -> Option<&Question> {
        self.mirrored[side as usize].as_ref()
    }

    /// Sets the question of a side that the mirror reads.
    pub fn mirror(&mut self, side: Side, question: Option<Question>) {
        self.mirrored[side as usize] = question;
    }

    /// Replaces a question by another one wherever it occurs. A benchmark or pair that the new question has already
    /// wins.
    pub fn replace(&mut self, side: Side, from: &Question, to: &Question) {
        let former = std::mem::take(self);
        let moved = |at: Side, question: Question| {
            if at == side && question == *from { to.clone() } else { question }
        };
        for known in former.benchmarks {
            let question = moved(known.side, known.question.clone());
            let is_moved = question != known.question;
            if !(is_moved && self.benchmark(side, &question).is_some()) {
                self.set_benchmark(Benchmark { question, ..known });
            }
        }
        for known in former.pairs {
            let employee = moved(Side::Employee, known.employee);
            let client = moved(Side::Client, known.client);
            let pair = MirroredPair { employee, client, ..known };
            if !self.pairs.iter().any(|other| other.mirrors(&pair)) {
                self.pairs.push(pair);
            }
        }
        let [client, employee] = former.mirrored;
        self.mirrored = [
            client.map(|question| moved(Side::Client, question)),
            employee.map(|question| moved(Side::Employee, question)),
        ];
    }

    /// Removes the pair of those two questions.
    pub fn remove_pair(&mut self, pair: &MirroredPair) {
        self.pairs.retain(|known| !known.mirrors(pair));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    fn question(name: &str, scale: Scale) -> Question {
        Question { name: name.into(), scale }
    }

    #[test]
    fn a_fraction_holds_exactly_its_range() {
        let held = [-0.1, 0.0, 0.8, 1.0, 1.1, f64::NAN].map(|value| Fraction::new(value).is_some());
        assert_eq!(held, [false, true, true, true, false, false]);
    }

    #[test]
    fn a_name_on_another_scale_is_another_question() {
        let mut surveys = Surveys::default();
        for (scale, share) in [(Scale::CSAT, 0.5), (Scale::CES, 0.6)] {
            let share = Fraction::new(share).unwrap();
            surveys.set_benchmark(Benchmark { side: Side::Client, question: question("Q", scale), share });
        }
        assert_eq!(surveys.benchmark(Side::Client, &question("Q", Scale::CSAT)), Fraction::new(0.5));
        surveys.retain_benchmarks(|_, question| question.scale == Scale::CES);
        assert_eq!(surveys.benchmarks().len(), 1);
    }

    #[test]
    fn a_pair_is_there_once() {
        let pair = |client: &str, estimate| MirroredPair {
            employee: question("E", Scale::NPS),
            client: question(client, Scale::NPS),
            estimate,
        };
        let mut surveys = Surveys::default();
        for pair in [pair("A", false), pair("B", false), pair("A", true)] {
            surveys.set_pair(pair);
        }
        assert_eq!(surveys.pairs(), [pair("A", true), pair("B", false)]);
        surveys.remove_pair(&pair("A", false));
        assert_eq!(surveys.pairs(), [pair("B", false)]);
    }
}
