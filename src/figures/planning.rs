//! The plan of the filters that may be chosen, in small steps.

use super::Steps;
use crate::analysis::groups::{Plan, Planning};

impl Steps for Planning<'_> {
    type Output = Plan;

    fn step(&mut self) -> Option<Plan> {
        Planning::step(self)
    }
}
