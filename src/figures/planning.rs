//! Which filters may be chosen.

use super::Steps;
use crate::analysis::groups::{Plan, Planning};

impl Steps for Planning<'_> {
    type Output = Plan;

    fn step(&mut self) -> Option<Plan> {
        Planning::step(self)
    }
}
