//! The promise, under `kill -9`: a process that records is killed a hundred times, while the backend fails at random.
//! Whatever was acknowledged arrives, and what arrives twice has the same id.
//!
//! `FAULT_KILLS=1000 cargo test -p app-server-analytics --test fault -- --nocapture` does it more often, and shows what
//! came of it.
#![cfg(feature = "sinks")]

mod backend;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{env, fs, thread};

use app_server_analytics::{Delivery, Durability};
use backend::{Backend, OK, Reply, event, quick, status};

const FOLDER: &str = "FAULT_FOLDER";
const TARGET: &str = "FAULT_TARGET";
const FIRST: &str = "FAULT_FIRST";
/// What the writer says once an event is recorded, before its mark.
const RECORDED: &str = "recorded ";

/// What the backend has taken: for each mark the ids that it came with, and how often it came.
type Taken = BTreeMap<u64, (BTreeSet<String>, u64)>;

/// Not a test: what the test below starts and kills.
#[test]
#[ignore = "records until it is killed"]
fn writer() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let target = env::var(TARGET).expect("a target").parse().expect("a target");
    let first: u64 = env::var(FIRST).expect("a mark").parse().expect("a mark");
    let mut config = quick(folder.as_ref(), target);
    // Both ways to be durable withstand this.
    if first.is_multiple_of(2_000_000) {
        config.durability = Durability::Power;
    }
    let delivery = Delivery::open(config).expect("the spool opens after each death");
    for mark in first.. {
        // Some come together, as what came of one fact.
        let more = u64::from(mark % 10 == 0);
        delivery.record_all(&[event(mark), event(mark + 500_000)][..=more as usize]).expect("recorded");
        let mut out = std::io::stdout().lock();
        writeln!(out, "{RECORDED}{mark}").expect("written");
        if more > 0 {
            writeln!(out, "{RECORDED}{}", mark + 500_000).expect("written");
        }
        out.flush().expect("written");
        thread::sleep(Duration::from_micros(500));
    }
}

#[test]
fn nothing_acknowledged_is_lost_and_what_comes_twice_has_the_same_id() {
    let kills: u64 = env::var("FAULT_KILLS").map_or(100, |kills| kills.parse().expect("FAULT_KILLS is a number"));
    let folder = tempfile::tempdir().expect("a folder");
    let taken: Arc<Mutex<Taken>> = Arc::default();
    let (log, healthy) = (Arc::clone(&taken), Arc::new(AtomicBool::new(false)));
    let fine = Arc::clone(&healthy);
    let backend = Backend::start(move |_, request| {
        let take = || {
            let mut log = log.lock().expect("nobody panics with it");
            for (id, mark) in request.events() {
                let (ids, times) = log.entry(mark).or_default();
                ids.insert(id);
                *times += 1;
            }
        };
        match fastrand::u32(0..100) {
            _ if fine.load(Ordering::Relaxed) => take(),
            0..20 => return status(503),
            20..30 => return Reply::Close,
            // It has taken them, and the other side cannot know.
            30..40 => {
                take();
                return Reply::Close;
            }
            40..45 => return Reply::Silence(Duration::from_millis(400)),
            _ => take(),
        }
        OK
    });

    let mut acknowledged = BTreeSet::new();
    for generation in 1..=kills {
        let mut child = Command::new(env::current_exe().expect("this test"))
            .args(["--exact", "writer", "--ignored", "--nocapture"])
            .env(FOLDER, folder.path())
            .env(TARGET, backend.target().to_string())
            .env(FIRST, (generation * 1_000_000).to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut out = child.stdout.take().expect("piped");
        let reader = thread::spawn(move || {
            let mut text = String::new();
            out.read_to_string(&mut text).expect("text");
            // A last line without its end may be half a number; its event is not counted.
            let lines = text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
            lines.filter_map(|line| line.strip_prefix(RECORDED)?.parse::<u64>().ok()).collect::<Vec<_>>()
        });
        thread::sleep(Duration::from_millis(fastrand::u64(20..140)));
        assert_eq!(child.try_wait().expect("its state"), None, "it records until it is killed");
        child.kill().expect("it is killed");
        child.wait().expect("it is dead");
        acknowledged.extend(reader.join().expect("read"));
    }

    healthy.store(true, Ordering::Relaxed);
    let delivery = Delivery::open(quick(folder.path(), backend.target())).expect("opens");
    assert_eq!(delivery.flush(Duration::from_secs(20)), 0);
    let metrics = delivery.metrics();
    assert_eq!(metrics.dropped.total(), 0, "{metrics:?}");
    let taken = taken.lock().expect("nobody panics with it");
    let lost: Vec<_> = acknowledged.iter().filter(|mark| !taken.contains_key(mark)).collect();
    assert_eq!(lost, Vec::<&u64>::new(), "of {} acknowledged", acknowledged.len());
    let changed: Vec<_> = taken.iter().filter(|(_, (ids, _))| ids.len() != 1).collect();
    assert_eq!(changed, []);
    let twice = taken.values().filter(|(_, times)| *times > 1).count();
    let segments = fs::read_dir(folder.path().join("spool")).expect("a folder").count();
    println!(
        "{kills} kills: {} events acknowledged, {} arrived, {twice} of them more than once, {} requests, {} files left",
        acknowledged.len(),
        taken.len(),
        backend.requests().len(),
        segments,
    );
    assert!(acknowledged.len() as u64 > kills, "the writer must have come to record");
    assert!(twice > 0, "the backend must have failed");
}
