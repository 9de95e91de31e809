//! E0451: outcomes are made by the function that sorts them.

use jobs_core::{Outcome, Outcomes};

fn main() {
    let outcomes: Vec<Outcome> = Vec::new();
    let _outcomes = Outcomes { outcomes: outcomes.into(), ..Outcomes::default() };
}
