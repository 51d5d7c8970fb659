//! How long answers took, in bounded memory: exact count, minimum and maximum, and quantiles to two digits.

use hdrhistogram::Histogram;
use serde::Serialize;

/// Latencies of one method, in microseconds.
///
/// Median and 95th percentile are those of a histogram with two significant digits: they are at most 1 % above the
/// exact value. The others are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Latency {
    /// How many answers had both times.
    pub count: u64,
    /// The shortest.
    pub min: u64,
    /// Half took no longer.
    pub median: u64,
    /// 95 % took no longer.
    pub p95: u64,
    /// The longest.
    pub max: u64,
}

/// Latencies while they are collected.
#[derive(Debug)]
pub(super) struct Latencies {
    histogram: Histogram<u32>,
    min: u64,
    max: u64,
}

impl Latencies {
    pub(super) fn new() -> Self {
        let mut histogram = Histogram::new(2).expect("two digits are within what a histogram offers");
        // It grows with the longest latency, to some 20 KB for one of centuries.
        histogram.auto(true);
        Self { histogram, min: u64::MAX, max: 0 }
    }

    pub(super) fn record(&mut self, microseconds: u64) {
        let recorded = self.histogram.record(microseconds);
        debug_assert!(recorded.is_ok(), "a histogram that grows holds every value");
        self.min = self.min.min(microseconds);
        self.max = self.max.max(microseconds);
    }

    pub(super) fn summary(&self) -> Latency {
        let Self { histogram, min, max } = self;
        let quantile = |part| histogram.value_at_quantile(part).clamp(*min, *max);
        Latency { count: histogram.len(), min: *min, median: quantile(0.5), p95: quantile(0.95), max: *max }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_latency_is_everything() {
        let mut latencies = Latencies::new();
        latencies.record(1_234_567);
        let all = Latency { count: 1, min: 1_234_567, median: 1_234_567, p95: 1_234_567, max: 1_234_567 };
        assert_eq!(latencies.summary(), all);
    }

    proptest! {
        #[test]
        fn quantiles_are_at_most_one_percent_above_the_exact_ones(mut all in prop::collection::vec(0_u64..100_000_000_000, 1..200)) {
            let mut latencies = Latencies::new();
            all.iter().for_each(|value| latencies.record(*value));
            all.sort_unstable();
            let exact = |part: f64| all[((all.len() as f64 * part).ceil() as usize).max(1) - 1];
            let found = latencies.summary();
            prop_assert_eq!((found.min, found.max), (all[0], *all.last().unwrap()));
            for (found, exact) in [(found.median, exact(0.5)), (found.p95, exact(0.95))] {
                prop_assert!(found >= exact && found as f64 <= exact as f64 * 1.01, "{} for {}", found, exact);
            }
        }
    }
}
