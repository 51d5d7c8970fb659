//! Two halves of the work at the same time: they share nothing, and who runs the generator waits for it.

use std::panic::resume_unwind;
use std::thread;

/// Both results, each of a thread of its own.
pub fn both<A: Send, B>(left: impl FnOnce() -> A + Send, right: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let left = scope.spawn(left);
        let right = right();
        (left.join().unwrap_or_else(|panic| resume_unwind(panic)), right)
    })
}
