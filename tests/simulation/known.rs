//! The goals that the method misses. A run fails if one of them is reached, which is then to be taken off this list, if
//! it falls below its floor, or if a goal is missed that is not listed.

/// A goal that is missed.
pub struct Known {
    /// The name of the claim.
    pub what: &'static str,
    /// The goal of the claim: the figure lies between these.
    pub goal: (f64, f64),
    /// The figure below which the miss has another cause, and fails.
    pub floor: f64,
    /// Why it is missed.
    pub why: &'static str,
}

const FEW: &str = "where nearly all say the same, a few who happen to agree make the spread look smaller than it is, and \
                   polarised answers are far from normal";
const CLOSE: &str = "most moments lie nearer to a threshold than so few respondents can tell, and P is read from one moment \
                     alone: it does not take in how moments lie";

pub const KNOWN: &[Known] = &[
    Known { what: "level, n = 5", goal: (0.93, 0.97), floor: 0.92, why: FEW },
    Known { what: "level, n = 10", goal: (0.93, 0.97), floor: 0.92, why: FEW },
    Known {
        what: "difference of levels, n = 5, 50",
        goal: (0.93, 0.97),
        floor: 0.92,
        why: "the interval is almost that of the level of the small group, and falls short with it",
    },
    Known { what: "firm types, normal, SD 20, n = 10", goal: (0.80, 1.0), floor: 0.62, why: CLOSE },
    Known { what: "firm types, normal, SD 20, n = 15", goal: (0.80, 1.0), floor: 0.71, why: CLOSE },
    Known { what: "firm types, normal, SD 20, n = 20", goal: (0.80, 1.0), floor: 0.76, why: CLOSE },
];
