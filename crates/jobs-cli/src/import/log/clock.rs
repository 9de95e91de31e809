//! The clock of a log: which time a file covers, and where the clock was set back.

/// Time that goes back by less than this, in microseconds, is due to threads that wrote their lines
/// in another order than they read the clock.
const JITTER_MICROS: i64 = 500_000;

/// The most times that a clock is set back in a file. If time goes back more often, the file is not
/// in the order of time.
const TIMES_MAX: u32 = 20;

/// The clock of a file.
#[derive(Debug, Default)]
pub(super) struct Clock {
    /// The earliest and the latest time.
    pub(super) covered: Option<(i64, i64)>,
    /// The least by which the clock was set back so far, in microseconds.
    pub(super) set_back: i64,
    times: u32,
    last: Option<i64>,
}

impl Clock {
    /// Adds the time of the next line.
    pub(super) fn read(&mut self, micros: i64) {
        let (from, to) = self.covered.unwrap_or((micros, micros));
        self.covered = Some((from.min(micros), to.max(micros)));
        let back = self.last.map_or(0, |last| last - micros);
        if back >= JITTER_MICROS {
            self.times += 1;
            self.set_back = self.set_back.saturating_add(back);
        }
        self.last = Some(micros);
    }

    /// Whether the lines are not in the order of time, so that nothing is known about the clock.
    pub(super) fn is_out_of_order(&self) -> bool {
        self.times > TIMES_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(times: impl IntoIterator<Item = i64>) -> Clock {
        let mut clock = Clock::default();
        times.into_iter().for_each(|seconds| clock.read(seconds * 1_000_000));
        clock
    }

    #[test]
    fn a_clock_that_is_set_back_is_known_by_the_times_of_two_lines() {
        let clock = read([100, 200, 150, 160, 155, 300]);
        assert_eq!(clock.set_back, 55_000_000);
        assert_eq!(clock.covered, Some((100_000_000, 300_000_000)));
        assert!(!clock.is_out_of_order());
        let mut jitter = read([100]);
        jitter.read(99_600_000);
        assert_eq!(jitter.set_back, 0);
        assert!(read((0..100).rev()).is_out_of_order());
    }
}
