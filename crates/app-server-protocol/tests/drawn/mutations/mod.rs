//! Mutation proof: a bundle that is broken in one of many ways is reported, and by which instrument.
//!
//! Each edit is made at a few places that are spread over the whole surface's flat bundle or its method table, and what
//! `cargo xtask check` and the property tests run is asked about the result. The answers stand in `mutations.txt`, for
//! people: `BLESS=1 cargo test -p app-server-protocol --test drawn mutations` writes it.

mod edits;
mod places;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use methodic_validator::draw::typed::Facts;
use methodic_validator::draw::{Source, Style};
use methodic_validator::fixtures::folder_of;
use methodic_validator::structure::Bundle;
use methodic_validator::{Fixture, Methods, Surfaces, coverage, fixtures};
use serde_json::Value;

use crate::agree::Payload;
use crate::surface::{Loaded, bundle, folder, json, pointer};
use edits::{EDITS, Edit, What};

/// At how many places each edit is tried.
const PLACES: usize = 3;
/// How many values are drawn of each payload. (The property tests draw fewer, of each payload that an edit concerns.)
const DRAWN: u64 = 64;
/// How many where nothing else has seen the edit: a long run of the property tests.
const LONG: u64 = 4_000;
/// How many payloads are drawn of, the nearest to the edit.
const NEAREST: usize = 3;

/// A bundle with one fault, still to be made.
struct Mutant {
    edit: &'static Edit,
    /// The pointer of a schema or a definition, or a method.
    place: String,
    /// The position of that method's row.
    row: usize,
    /// The payload definitions that it concerns, the nearest first.
    payloads: Vec<String>,
}

impl Mutant {
    /// The bundle and the table with the fault in one of them.
    fn make(&self, sound: &Sound) -> (Value, Value) {
        let (mut document, mut methods) = (sound.document.clone(), sound.methods.clone());
        let made = match self.edit.what {
            What::Schema(change) => document.pointer_mut(&self.place).and_then(Value::as_object_mut).and_then(change),
            What::Definition(change) => {
                let name = self.place.rsplit('/').next().unwrap_or_default();
                document["definitions"].as_object_mut().and_then(|all| change(all, name))
            }
            What::Row(change) => methods["methods"].as_array_mut().and_then(|rows| change(rows, self.row)),
        };
        made.expect("what was found to be possible is possible");
        (document, methods)
    }
}

/// What does not change from one mutant to the next.
struct Sound {
    document: Value,
    methods: Value,
    fixtures: Vec<Fixture>,
    /// The definitions that have a file of their own.
    documents: Vec<String>,
}

impl Sound {
    fn load() -> Self {
        let dir = folder("experimental");
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        let mut documents = Vec::new();
        for sub in ["", "v1", "v2"] {
            for entry in fs::read_dir(dir.join(sub)).expect("the committed schema") {
                let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
                documents.extend(name.strip_suffix(".json").map(|name| match sub {
                    "" => name.to_owned(),
                    sub => format!("{sub}/{name}"),
                }));
            }
        }
        Self {
            document: json(&bundle(&dir)),
            methods: json(&dir.join("methods.json")),
            fixtures: fixtures::load(fixtures).expect("the fixtures can be loaded"),
            documents,
        }
    }

    /// Every edit at its places.
    fn mutants(&self) -> Vec<Mutant> {
        let rows = self.methods["methods"].as_array().expect("a table");
        let short = |name: &Value| name.as_str().map(|name| name.rsplit('/').next().unwrap_or(name).to_owned());
        let payloads: BTreeSet<String> =
            rows.iter().flat_map(|row| [short(&row["params"]), short(&row["result"])]).flatten().collect();
        let payloads: Vec<&str> = payloads.iter().map(String::as_str).collect();
        let users = places::users(&self.document, &payloads);
        let mut schemas = Vec::new();
        for name in users.keys() {
            places::schemas(&self.document["definitions"][name], format!("/definitions/{name}"), &mut schemas);
        }
        EDITS.iter().flat_map(|edit| self.of(edit, &users, &schemas, rows)).collect()
    }

    fn of(
        &self,
        edit: &'static Edit,
        users: &BTreeMap<String, Vec<&str>>,
        schemas: &[String],
        rows: &[Value],
    ) -> Vec<Mutant> {
        let mutant = |place: String, row: usize| {
            let name = place.split('/').nth(2).unwrap_or_default();
            let payloads = users.get(name).into_iter().flatten().map(|name| (*name).to_owned()).collect();
            Mutant { edit, place, row, payloads }
        };
        match edit.what {
            What::Schema(change) => {
                let possible = schemas.iter().filter(|place| {
                    let mut schema = self.document.pointer(place).expect("a place").clone();
                    schema.as_object_mut().and_then(change).is_some()
                });
                places::spread(possible.collect(), PLACES).into_iter().map(|place| mutant(place.clone(), 0)).collect()
            }
            What::Definition(_) => {
                let chosen = places::spread(users.keys().collect(), PLACES).into_iter();
                chosen.map(|name| mutant(format!("/definitions/{name}"), 0)).collect()
            }
            What::Row(change) => {
                // Trying means copying the table: where it is possible among some of the rows is enough.
                let tried = places::spread((0..rows.len()).collect(), 8 * PLACES).into_iter();
                let possible = tried.filter(|at| change(&mut rows.to_vec(), *at).is_some());
                let name = |at: usize| rows[at]["method"].as_str().unwrap_or_default().to_owned();
                places::spread(possible.collect(), PLACES).into_iter().map(|at| mutant(name(at), at)).collect()
            }
        }
    }
}

/// The names of the methods whose rows differ.
fn changed(before: &Value, after: &Value) -> BTreeSet<String> {
    let rows = |table: &Value| table["methods"].as_array().cloned().unwrap_or_default();
    let (before, after) = (rows(before), rows(after));
    let gone = before.iter().filter(|row| !after.contains(row));
    let added = after.iter().filter(|row| !before.contains(row));
    gone.chain(added).filter_map(|row| row["method"].as_str().map(str::to_owned)).collect()
}

/// Who has something to say about a mutant.
#[derive(Debug, Clone, Copy, Default)]
struct Verdict {
    drift: bool,
    structure: bool,
    fixtures: bool,
    from_schema: bool,
    from_rust: bool,
    /// It took a long run.
    long: bool,
}

impl Verdict {
    fn columns(self) -> [bool; 5] {
        [self.drift, self.structure, self.fixtures, self.from_schema, self.from_rust]
    }

    fn is_seen(self) -> bool {
        self.columns()[1..].contains(&true)
    }
}

/// Asks every instrument about a mutant; `dir` holds the stable surface, and this in the folder `experimental`.
fn judge(sound: &Sound, mutant: &Mutant, dir: &Path, facts: &mut Facts) -> Verdict {
    let (document, methods) = mutant.make(sound);
    let rows = if methods == sound.methods { BTreeSet::new() } else { changed(&sound.methods, &methods) };
    let below = dir.join("experimental");
    fs::create_dir_all(&below).expect("a folder");
    fs::write(bundle(&below), document.to_string()).expect("a bundle");
    fs::write(below.join("methods.json"), methods.to_string()).expect("a table");
    let mut verdict = Verdict {
        // Files are compared byte for byte, and another value is written in other bytes.
        drift: document != sound.document || methods != sound.methods,
        ..Verdict::default()
    };
    let methods = match Methods::load(&below) {
        Ok(methods) => methods,
        // A table that cannot be loaded stops everything, and says why.
        Err(_) => return Verdict { structure: true, fixtures: true, ..verdict },
    };
    let documents = sound.documents.iter().map(String::as_str);
    verdict.structure = !Bundle::new("bundle", &document).methods(&methods).documents(documents).check().is_empty();

    let concerned = |method: &methodic_validator::Method| {
        let names = [&method.params, &method.result].into_iter().flatten();
        let mut names = names.map(|name| name.rsplit('/').next().unwrap_or(name));
        rows.contains(&method.method) || names.any(|name| mutant.payloads.iter().any(|payload| payload == name))
    };
    let folders: BTreeSet<String> = methods
        .iter()
        .filter(|method| concerned(method))
        .map(|method| folder_of(&method.method))
        .chain(rows.iter().map(|name| folder_of(name)))
        .collect();
    let some: Vec<Fixture> = sound.fixtures.iter().filter(|one| folders.contains(&one.folder)).cloned().collect();
    let loaded = match Surfaces::load(dir) {
        Ok(surfaces) => {
            let uncovered = coverage(&methods, "fixtures", &sound.fixtures);
            verdict.fixtures = !surfaces.check(&some).is_empty() || !uncovered.is_empty();
            Ok(Loaded { catalog: surfaces.whole, document })
        }
        // The surfaces do not fit each other; each by itself may still be of use.
        Err(_) => {
            verdict.fixtures = true;
            Loaded::new(&below)
        }
    };
    let Ok(loaded) = loaded else {
        return Verdict { from_schema: true, from_rust: true, ..verdict };
    };
    let source = Source::new(&loaded.document);
    let mut near: Vec<_> = loaded.payloads();
    let rank = |payload: &str| mutant.payloads.iter().position(|one| pointer(one) == payload);
    near.retain(|(method, _, place)| rows.contains(&method.method) || rank(place).is_some());
    near.sort_by_key(|(_, _, place)| rank(place));
    near.truncate(NEAREST);
    for (values, long) in [(DRAWN, false), (LONG, true)] {
        if long && (verdict.is_seen() || mutant.edit.only_drift.is_some()) {
            break;
        }
        for (method, part, place) in &near {
            let payload = Payload { loaded: &loaded, method, part: *part };
            let sequences = || (0..values).map(|seed| (seed, sequence(seed)));
            verdict.from_schema = verdict.from_schema
                || sequences().any(|(seed, made)| payload.of_schema(&source, place, &made, style(seed)).is_err());
            verdict.from_rust =
                verdict.from_rust || sequences().any(|(_, made)| payload.of_rust(facts, &made, Style::Newer).is_err());
            verdict.long = long;
        }
    }
    verdict
}

/// Mostly values that are valid, and in between what is nearly so.
fn style(seed: u64) -> Style {
    if seed % 3 == 2 { Style::NearMiss } else { Style::Newer }
}

/// The same choices in every run. (Steele and others: splitmix64.)
fn sequence(seed: u64) -> Vec<u64> {
    let mix = |at: u64| {
        let mut state = (seed * 1000 + at).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        state ^ (state >> 31)
    };
    (0..300).map(mix).collect()
}

/// The instruments say nothing of a sound bundle, or else what they say of a broken one would mean nothing.
#[test]
fn what_is_committed_is_not_reported() {
    let sound = Sound::load();
    let loaded = Loaded::new(&folder("experimental")).expect("the committed schema can be used");
    let source = Source::new(&loaded.document);
    let mut facts = Facts::new(crate::samples());
    let concerned: BTreeSet<String> = sound
        .mutants()
        .iter()
        .flat_map(|mutant| mutant.payloads.iter().take(NEAREST).map(|name| pointer(name)))
        .collect();
    for (method, part, place) in loaded.payloads() {
        if !concerned.contains(&place) {
            continue;
        }
        let payload = Payload { loaded: &loaded, method, part };
        for seed in 0..DRAWN {
            let made = sequence(seed);
            let both = [
                payload.of_schema(&source, &place, &made, style(seed)),
                payload.of_rust(&mut facts, &made, Style::Newer),
            ];
            if let Some(found) = both.into_iter().find_map(Result::err) {
                panic!(
                    "{} {part:?}: {}
{}",
                    method.method, found.why, found.payload
                );
            }
        }
    }
}

#[test]
fn mutations_are_reported() {
    let sound = Sound::load();
    let mutants = sound.mutants();
    let samples = crate::samples();
    let halves = std::thread::available_parallelism().map_or(1, usize::from);
    let judged: Vec<Verdict> = std::thread::scope(|scope| {
        let work = |part: &[Mutant]| {
            let dir = tempfile::tempdir().expect("a temporary folder");
            fs::copy(bundle(&folder("")), bundle(dir.path())).expect("the stable bundle");
            fs::copy(folder("").join("methods.json"), dir.path().join("methods.json")).expect("the stable table");
            let mut facts = Facts::new(samples.clone());
            part.iter().map(|mutant| judge(&sound, mutant, dir.path(), &mut facts)).collect::<Vec<_>>()
        };
        let size = mutants.len().div_ceil(halves).max(1);
        let threads: Vec<_> = mutants.chunks(size).map(|part| scope.spawn(move || work(part))).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("a judge")).collect()
    });
    let table = table(&mutants, &judged);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drawn/mutations.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &table).expect("the table can be written");
    }
    for (mutant, verdict) in mutants.iter().zip(&judged) {
        let (edit, place) = (mutant.edit, &mutant.place);
        assert!(verdict.drift, "{} at {place} changes nothing", edit.name);
        assert!(verdict.is_seen() || edit.only_drift.is_some(), "only drift sees `{}` at {place}", edit.name);
    }
    assert!(EDITS.len() >= 30 && EDITS.iter().all(|edit| mutants.iter().any(|one| one.edit.name == edit.name)));
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == table,
        "tests/drawn/mutations.txt says otherwise; look at the difference that \
         `BLESS=1 cargo test -p app-server-protocol --test drawn mutations` makes. It would be:\n{table}"
    );
}

/// The verdicts as text for people.
fn table(mutants: &[Mutant], verdicts: &[Verdict]) -> String {
    let mut text = String::from(
        "What each instrument says about a bundle with one fault: `x` is reported, `.` is not seen, `l` is\n\
         reported by a long run of the property tests alone.\n\
         \n\
         drift | structure | fixtures (by the schema) | drawn from the schema | drawn from Rust\n\n",
    );
    let mut last = "";
    let mut sums = [0; 5];
    for (mutant, verdict) in mutants.iter().zip(verdicts) {
        if mutant.edit.name != last {
            last = mutant.edit.name;
            let why = mutant.edit.only_drift.map(|why| format!(" (drift alone: {why})")).unwrap_or_default();
            let _ = writeln!(text, "{last}{why}");
        }
        let drawn = |at| verdict.long && at > 2;
        let mark = |(at, seen): (usize, bool)| {
            if !seen {
                '.'
            } else if drawn(at) {
                'l'
            } else {
                'x'
            }
        };
        for (sum, seen) in sums.iter_mut().zip(verdict.columns()) {
            *sum += usize::from(seen);
        }
        let marks: String = verdict.columns().into_iter().enumerate().flat_map(|one| [mark(one), ' ']).collect();
        let _ = writeln!(text, "  {marks} {}", mutant.place);
    }
    let [drift, structure, fixtures, schema, rust] = sums;
    let _ = writeln!(
        text,
        "\n{} mutants of {} kinds: drift {drift}, structure {structure}, fixtures {fixtures}, \
         drawn from the schema {schema}, drawn from Rust {rust}",
        mutants.len(),
        EDITS.len()
    );
    text
}
