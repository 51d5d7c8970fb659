//! The rule that a connection starts with certain calls, in order and once: what comes too early, or again.

use std::collections::HashSet;

use crate::methods::{Direction, Kind, Method};

/// Where a connection is in its handshake.
#[derive(Debug)]
pub(super) struct Handshake {
    steps: Vec<Step>,
    /// How many steps are made.
    made: usize,
    /// Rows already reported: a recording without its start would otherwise be nothing but this.
    reported: HashSet<usize>,
}

#[derive(Debug)]
struct Step {
    row: usize,
    name: String,
    direction: Direction,
    /// The line of the call.
    line: u64,
}

impl Handshake {
    /// A handshake of these methods, by their rows.
    pub(super) fn new<'a>(steps: impl IntoIterator<Item = (usize, &'a Method)>) -> Self {
        let step = |(row, method): (usize, &Method)| Step {
            row,
            name: method.method.clone(),
            direction: method.direction,
            line: 0,
        };
        Self { steps: steps.into_iter().map(step).collect(), made: 0, reported: HashSet::new() }
    }

    /// Takes note of a call, and tells what is wrong with calling it now.
    ///
    /// Before the first step nothing may be called. Before the last, neither side may send a request, and the side whose
    /// step is awaited no notification either.
    pub(super) fn call(&mut self, row: usize, method: &Method, line: u64) -> Option<String> {
        let Self { steps, made, reported } = self;
        let place = steps.iter().position(|step| step.row == row);
        match place {
            Some(place) if place == *made => {
                steps[place].line = line;
                *made += 1;
                return None;
            }
            Some(place) if place < *made => {
                let first = steps[place].line;
                return Some(format!("sent again: it was sent in line {first}, and opens a connection only once"));
            }
            _ => {}
        }
        let awaited = steps.get(*made)?;
        let early =
            *made == 0 || method.kind == Kind::Request || method.direction == awaited.direction || place.is_some();
        (early && reported.insert(row)).then(|| {
            let sequence = steps.iter().map(|step| format!("`{}`", step.name)).collect::<Vec<_>>().join(", then ");
            format!("sent before `{}`: a connection starts with {sequence}", awaited.name)
        })
    }

    /// Takes a step back: the call was answered with an error, and may be tried again.
    pub(super) fn failed(&mut self, row: usize) {
        if self.made > 0 && self.steps[self.made - 1].row == row {
            self.made -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::Stability;
    use Direction::{ClientToServer, ServerToClient};
    use Kind::{Notification, Request};

    fn methods() -> Vec<Method> {
        let method = |name: &str, kind, direction| Method {
            method: name.to_owned(),
            kind,
            direction,
            stability: Stability::Stable,
            reason: None,
            description: None,
            params: None,
            result: None,
        };
        vec![
            method("hello", Request, ClientToServer),
            method("ready", Notification, ClientToServer),
            method("ask", Request, ServerToClient),
            method("news", Notification, ServerToClient),
            method("note", Notification, ClientToServer),
        ]
    }

    /// What is said about calls of these names, one a line.
    fn run(steps: &[&str], calls: &[&str]) -> Vec<Option<String>> {
        let methods = methods();
        let row = |name: &str| methods.iter().position(|method| method.method == name).expect("a method");
        let mut handshake = Handshake::new(steps.iter().map(|name| (row(name), &methods[row(name)])));
        let mut said = Vec::new();
        for (name, line) in calls.iter().zip(1..) {
            match name.strip_suffix(" fails") {
                Some(name) => handshake.failed(row(name)),
                None => said.push(handshake.call(row(name), &methods[row(name)], line)),
            }
        }
        said
    }

    #[test]
    fn the_right_order_is_fine_and_without_steps_any_is() {
        let both = ["hello", "ready"];
        assert_eq!(run(&both, &["hello", "news", "ready", "ask", "note", "news"]), vec![None; 6]);
        assert_eq!(run(&[], &["ask", "note"]), vec![None; 2]);
        assert_eq!(run(&both, &["hello", "hello fails", "hello", "ready"]), vec![None; 3]);
    }

    #[test]
    fn early_and_repeated_calls_are_told_once_a_method() {
        let early = |name: &str| Some(format!("sent before `{name}`: a connection starts with `hello`, then `ready`"));
        let both = ["hello", "ready"];
        assert_eq!(run(&both, &["news", "ask", "ask"]), [early("hello"), early("hello"), None]);
        assert_eq!(run(&both, &["hello", "note", "ask"]), [None, early("ready"), early("ready")]);
        assert_eq!(run(&both, &["ready", "hello"]), [early("hello"), None]);
        let again = "sent again: it was sent in line 1, and opens a connection only once";
        assert_eq!(run(&both, &["hello", "ready", "hello"]), [None, None, Some(again.into())]);
    }
}
