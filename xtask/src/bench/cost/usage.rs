//! What a child process used: time on the clock, time on processors, and, told by itself, memory.
//!
//! Linux writes the last two into `/proc`. Elsewhere there is no way to them without calls that Rust deems unsafe, and they
//! are not measured.

use std::fs;
use std::time::{Duration, Instant};

/// What the kernel counts processor time in, for programs that read `/proc`: a hundredth of a second on the systems in
/// use, whatever the kernel's own clock does.
const TICKS_A_SECOND: f64 = 100.0;

/// Time that one action took.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Usage {
    /// On the clock.
    pub(crate) wall: Duration,
    /// Of all processors together, in the children of this process and theirs. None where it cannot be told.
    pub(crate) cpu: Option<Duration>,
}

/// Runs something that starts children and waits for them.
pub(crate) fn measure<T>(action: impl FnOnce() -> T) -> (T, Usage) {
    let before = children();
    let started = Instant::now();
    let done = action();
    let wall = started.elapsed();
    let cpu = before.zip(children()).map(|(before, after)| after.saturating_sub(before));
    (done, Usage { wall, cpu })
}

/// Processor time of all children that were waited for until now.
fn children() -> Option<Duration> {
    children_of(&fs::read_to_string("/proc/self/stat").ok()?)
}

/// The fields cutime and cstime, 16th and 17th. The second field is the program's name in parentheses and may hold both
/// spaces and parentheses, so the count begins after the last one.
fn children_of(stat: &str) -> Option<Duration> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut ticks = fields.split_whitespace().skip(13).map(str::parse::<u64>);
    let (user, system) = (ticks.next()?.ok()?, ticks.next()?.ok()?);
    Some(Duration::from_secs_f64((user + system) as f64 / TICKS_A_SECOND))
}

/// The most memory that this process ever had resident, in bytes.
pub(crate) fn peak() -> Option<u64> {
    peak_of(&fs::read_to_string("/proc/self/status").ok()?)
}

fn peak_of(status: &str) -> Option<u64> {
    let value = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = value.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kilobytes.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{children, children_of, measure, peak, peak_of};

    const STAT: &str = "812 (a (b) c) S 1 812 812 0 -1 4194560 900 70000 0 12 3 4 250 31 20 0 1 0 55 1000 200";

    #[test]
    fn the_childrens_time_is_found_behind_any_program_name() {
        assert_eq!(children_of(STAT), Some(Duration::from_millis(2810)));
        assert_eq!(children_of("812 (x) S 1 2 3"), None);
        assert_eq!(children_of(&STAT.replace("250", "many")), None);
        assert_eq!(children_of(""), None);
    }

    #[test]
    fn the_peak_is_in_bytes() {
        assert_eq!(peak_of("Name:\txtask\nVmPeak:\t  9000 kB\nVmHWM:\t    2048 kB\n"), Some(2 << 20));
        assert_eq!(peak_of("VmHWM:\t 2048\n"), None);
        assert_eq!(peak_of("VmPeak:\t 1 kB\n"), None);
    }

    #[test]
    fn a_child_is_charged_for_what_it_computes() {
        let (done, usage) = measure(|| std::process::Command::new("cargo").arg("--version").output());
        assert!(done.is_ok_and(|output| output.status.success()));
        assert!(usage.wall > Duration::ZERO);
        if cfg!(target_os = "linux") {
            assert!(usage.cpu.is_some() && children() >= usage.cpu);
            assert!(peak().is_some_and(|bytes| bytes > 100_000));
        }
    }
}
