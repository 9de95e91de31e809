#![doc = include_str!("../README.md")]

mod answers;
mod set_action;
mod sim;

pub use sim::{Sim, SimCall, SimConfig};
