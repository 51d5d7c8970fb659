//! Checking fixtures against the generated schema, on one surface or on both.

use std::collections::BTreeSet;
use std::path::Path;

use crate::agreement::{Judged, Opinion};
use crate::bundle::EXPERIMENTAL_MARK;
use crate::catalog::Catalog;
use crate::error::CatalogError;
use crate::fault::Fault;
use crate::finding::{Finding, FindingKind, shown};
use crate::fixtures::{Expectation, Fixture, display, folder_of};
use crate::methods::{Kind, Method, Surface};

/// How many of the faults that were found instead of the expected one a finding lists.
const LISTED: usize = 4;

/// Checks every fixture against one surface: accepts must be valid, rejects must be refused at the expected place by
/// the expected keyword, and each folder must be a method's.
///
/// A stable surface knows nothing of experimental methods, so the fixtures of unknown methods are passed over there.
/// To check a protocol that has both surfaces use [`Surfaces::check`].
pub fn check_schema(catalog: &Catalog, fixtures: &[Fixture]) -> Vec<Finding> {
    let mut check = Check::new(catalog);
    for fixture in fixtures {
        match catalog.methods().in_folder(&fixture.folder) {
            Some(method) => check.fixture(method, fixture),
            None if catalog.methods().surface == Surface::Stable => {}
            None => check.unknown_folder(fixture),
        }
    }
    check.findings
}

/// The schema of a protocol on all the surfaces that were generated for it.
#[derive(Debug)]
pub struct Surfaces {
    /// The widest surface: it judges rejects, folders, coverage, and what is experimental.
    pub whole: Catalog,
    /// The stable surface, where it has files of its own beside the whole one.
    pub stable: Option<Catalog>,
}

impl Surfaces {
    /// Loads a folder of generated schema and, where there is one, the folder `experimental` in it.
    ///
    /// Both must be surfaces of one protocol and of one generation: each stable method is also a method of the whole.
    pub fn load(dir: impl AsRef<Path>) -> Result<Self, CatalogError> {
        let dir = dir.as_ref();
        let first = Catalog::load(dir)?;
        let below = dir.join("experimental");
        if !below.is_dir() {
            return Ok(Self { whole: first, stable: None });
        }
        let surfaces = Self { whole: Catalog::load(below)?, stable: Some(first) };
        surfaces.agree()?;
        Ok(surfaces)
    }

    fn agree(&self) -> Result<(), CatalogError> {
        let Some(stable) = &self.stable else { return Ok(()) };
        let mixed = |catalog: &Catalog, expected: String, found: String| {
            Err(CatalogError::Mixed { path: catalog.dir().to_owned(), expected, found })
        };
        for (catalog, surface) in [(stable, Surface::Stable), (&self.whole, Surface::Experimental)] {
            if catalog.methods().surface != surface {
                let found = format!("the {} one", catalog.methods().surface);
                return mixed(catalog, format!("the {surface} surface"), found);
            }
        }
        let (ours, theirs) = (&stable.methods().protocol.name, &self.whole.methods().protocol.name);
        if ours != theirs {
            return mixed(&self.whole, format!("the protocol `{ours}` of the folder above"), format!("`{theirs}`"));
        }
        for method in stable.methods().iter() {
            let twin = self.whole.methods().in_folder(&folder_of(&method.method));
            if !twin.is_some_and(|twin| twin.kind == method.kind && twin.direction == method.direction) {
                let found = if twin.is_some() { "one of another kind or direction" } else { "none" };
                return mixed(
                    &self.whole,
                    format!("the method `{}` of the stable surface", method.method),
                    found.into(),
                );
            }
        }
        Ok(())
    }

    /// What each surface that has the fixture's method says of it, for every fixture; the whole surface comes first.
    ///
    /// Fixtures that belong to no method, or to a definition that cannot be used, are left out: [`Surfaces::check`]
    /// reports them.
    pub fn judge(&self, fixtures: &[Fixture]) -> Vec<Judged> {
        let mut all = Vec::new();
        for fixture in fixtures {
            let Some(method) = self.whole.methods().in_folder(&fixture.folder) else { continue };
            let Ok(experimental) = self.whole.uses_experimental(method, &fixture.message) else { continue };
            for catalog in [Some(&self.whole), self.stable.as_ref()].into_iter().flatten() {
                let Some(method) = catalog.methods().in_folder(&fixture.folder) else { continue };
                let Ok(faults) = catalog.faults(method, &fixture.message) else { continue };
                let Ok(sight) = catalog.sight(method, &fixture.message) else { continue };
                let surface = catalog.methods().surface;
                // What the stable surface does not know it may refuse or overlook.
                let bound = std::ptr::eq(catalog, &self.whole) || (fixture.is_accept() && !experimental);
                all.push(Judged {
                    file: fixture.path.clone(),
                    surface,
                    sight,
                    experimental,
                    opinion: Opinion {
                        contradicts: contradiction(&fixture.expectation, &faults).filter(|_| bound),
                        ..opinion(&fixture.expectation, &faults)
                    },
                });
            }
        }
        all
    }

    /// Checks every fixture against the whole surface, and the accepts of stable methods against the stable surface too.
    ///
    /// There an accept must be valid as well, unless it uses a part that the whole surface marks as experimental, which
    /// the stable one does not have. Rejects are judged on the whole surface alone: where the expected fault lies in an
    /// experimental member, the stable surface does not see it.
    pub fn check(&self, fixtures: &[Fixture]) -> Vec<Finding> {
        let mut check = Check::new(&self.whole);
        let mut narrow = self.stable.as_ref().map(Check::new);
        for fixture in fixtures {
            let Some(method) = self.whole.methods().in_folder(&fixture.folder) else {
                check.unknown_folder(fixture);
                continue;
            };
            let before = check.findings.len();
            check.fixture(method, fixture);
            // What the whole surface refuses is already reported; once is enough.
            let clean = check.findings.len() == before;
            if let Some(narrow) = narrow.as_mut().filter(|_| clean && fixture.is_accept()) {
                check.narrow(method, narrow, fixture);
            }
        }
        check.findings.extend(narrow.into_iter().flat_map(|narrow| narrow.findings));
        check.findings
    }
}

/// One catalog at work, with the findings so far.
struct Check<'a> {
    catalog: &'a Catalog,
    findings: Vec<Finding>,
    /// Unusable definitions and unknown folders are reported once, not for every fixture that they touch.
    reported: BTreeSet<String>,
}

impl<'a> Check<'a> {
    fn new(catalog: &'a Catalog) -> Self {
        Self { catalog, findings: Vec::new(), reported: BTreeSet::new() }
    }

    fn fixture(&mut self, method: &Method, fixture: &Fixture) {
        if let Some(name) = fixture.message.get("method").and_then(|name| name.as_str())
            && name != method.method
            && method.kind != Kind::Document
        {
            self.findings.push(
                Finding::new(
                    FindingKind::WrongMethod,
                    fixture.path.as_str(),
                    format!("the folder is of `{}`; move the file to {}", method.method, folder_of(name)),
                )
                .method(name)
                .at("/method", None),
            );
            return;
        }
        let Some(faults) = self.usable(self.catalog.faults(method, &fixture.message)) else { return };
        match &fixture.expectation {
            Expectation::Accept => self.findings.extend(faults.into_iter().map(|fault| {
                Finding::of(FindingKind::AcceptRefused, fixture.path.as_str(), fault).method(method.method.as_str())
            })),
            Expectation::Reject { pointer, keyword, .. } => {
                self.findings.extend(reject(method, fixture, pointer, keyword, &faults));
            }
        }
    }

    /// Checks an accept that the whole surface (`self`) lets pass against the stable surface.
    fn narrow(&mut self, method: &Method, stable: &mut Check<'_>, fixture: &Fixture) {
        let Some(stable_method) = stable.catalog.methods().in_folder(&fixture.folder) else { return };
        let Some(faults) = stable.usable(stable.catalog.faults(stable_method, &fixture.message)) else { return };
        if faults.is_empty() {
            return;
        }
        if self.usable(self.catalog.uses_experimental(method, &fixture.message)) != Some(false) {
            return;
        }
        let lead = format!(
            "the stable surface refuses what the whole one accepts, though nothing in it is marked \
             `{EXPERIMENTAL_MARK}`"
        );
        stable.findings.extend(faults.into_iter().map(|mut fault| {
            fault.message = format!("{lead}: {}", fault.message);
            Finding::of(FindingKind::AcceptRefused, fixture.path.as_str(), fault).method(method.method.as_str())
        }));
    }

    fn unknown_folder(&mut self, fixture: &Fixture) {
        if !self.reported.insert(fixture.folder.clone()) {
            return;
        }
        let methods = self.catalog.methods();
        let named = fixture.message.get("method").and_then(|name| name.as_str());
        let folder = &fixture.folder;
        let message = match named {
            Some(name) if methods.iter().any(|method| method.method == name) => {
                format!("no method has the folder `{folder}`: `{name}` has {}", folder_of(name))
            }
            Some(name) => format!("`{name}` is no method of {}: rename or remove {folder}", methods.protocol.name),
            None => format!("no method of {} has the folder `{folder}`", methods.protocol.name),
        };
        self.findings.push(Finding::new(FindingKind::UnknownMethod, fixture.path.as_str(), message));
    }

    fn usable<T>(&mut self, outcome: Result<T, CatalogError>) -> Option<T> {
        let error = match outcome {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        let message = error.to_string();
        if self.reported.insert(message.clone()) {
            let file = match &error {
                CatalogError::Definition { path, .. } => display(path),
                _ => display(self.catalog.dir()),
            };
            self.findings.push(Finding::new(FindingKind::Schema, file, message));
        }
        None
    }
}

/// In what way the faults of a message contradict its fixture, if they do.
fn contradiction(expectation: &Expectation, faults: &[Fault]) -> Option<FindingKind> {
    match expectation {
        Expectation::Accept => (!faults.is_empty()).then_some(FindingKind::AcceptRefused),
        Expectation::Reject { .. } if faults.is_empty() => Some(FindingKind::RejectAccepted),
        Expectation::Reject { .. } => expected(expectation, faults).is_none().then_some(FindingKind::RejectOtherFault),
    }
}

/// The fault that a reject names, if it is among those that were found.
fn expected<'a>(expectation: &Expectation, faults: &'a [Fault]) -> Option<&'a Fault> {
    let Expectation::Reject { pointer, keyword, .. } = expectation else { return None };
    faults.iter().find(|fault| fault.is_at(pointer, keyword))
}

/// The fault that was expected or else the first one, as an opinion.
fn opinion(expectation: &Expectation, faults: &[Fault]) -> Opinion {
    match expected(expectation, faults).or(faults.first()) {
        Some(fault) => Opinion::refuses(&fault.pointer, Some(&fault.keyword), &fault.message),
        None => Opinion::accepts(),
    }
}

fn reject(method: &Method, fixture: &Fixture, pointer: &str, keyword: &str, faults: &[Fault]) -> Option<Finding> {
    let kind = contradiction(&fixture.expectation, faults)?;
    let message = if faults.is_empty() {
        "the schema accepts this reject: expected it to be refused here".to_owned()
    } else {
        let mut said: Vec<String> =
            faults.iter().take(LISTED).map(|fault| format!("{} {}", shown(&fault.pointer), fault.keyword)).collect();
        if faults.len() > LISTED {
            said.push(format!("{} more", faults.len() - LISTED));
        }
        format!("expected {keyword}, schema says {}: {}", said.join(", "), faults[0].message)
    };
    Some(Finding::new(kind, fixture.path.as_str(), message).method(method.method.as_str()).at(pointer, Some(keyword)))
}
