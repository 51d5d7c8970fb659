//! Which methods lack the fixtures that every method must have.

use std::collections::BTreeMap;
use std::path::Path;

use crate::finding::{Finding, FindingKind};
use crate::fixtures::{Fixture, display, folder_of};
use crate::methods::{Kind, Methods};

#[derive(Default)]
struct Seen {
    call: bool,
    accept: bool,
    result: bool,
    reject: bool,
}

/// Reports each method without an accept of its call, without an accept of its result (requests), or without a reject;
/// and each document without an accept or without a reject.
///
/// `dir` is the folder that the fixtures were loaded from; the findings name the folder where a file is missing.
pub fn coverage(methods: &Methods, dir: impl AsRef<Path>, fixtures: &[Fixture]) -> Vec<Finding> {
    let mut seen: BTreeMap<&str, Seen> = BTreeMap::new();
    for fixture in fixtures {
        let entry = seen.entry(&fixture.folder).or_default();
        entry.accept |= fixture.is_accept();
        match (fixture.is_accept(), fixture.message.get("method").is_some()) {
            (true, true) => entry.call = true,
            // An error answer says nothing of a method's result.
            (true, false) => entry.result |= fixture.message.get("result").is_some(),
            (false, _) => entry.reject = true,
        }
    }
    let none = Seen::default();
    let mut findings = Vec::new();
    for method in methods.iter() {
        let folder = folder_of(&method.method);
        let Seen { call, accept, result, reject } = seen.get(folder.as_str()).unwrap_or(&none);
        let mut lacks = |verdict: &str, what: &str| {
            let place = display(&dir.as_ref().join(&folder).join(verdict));
            let finding = Finding::new(FindingKind::Coverage, place, format!("no {verdict} fixture {what}"));
            findings.push(finding.method(method.method.as_str()));
        };
        if method.kind == Kind::Document {
            if !accept {
                lacks("accept", "at all: add one such as minimal.json, the document itself");
            }
        } else if !call {
            lacks("accept", "of a call: add one such as minimal.json, with `method` and its params");
        }
        if method.kind == Kind::Request && !result {
            lacks("accept", "of its result: add one such as result.json, with `id` and `result`");
        }
        if !reject {
            lacks("reject", "at all: add one such as missing-member.json, with `expect` and `message`");
        }
    }
    findings
}
