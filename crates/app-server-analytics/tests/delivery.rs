//! Delivery as its callers see it: what arrives, what comes again, and what is counted as gone.
#![cfg(feature = "sinks")]

mod backend;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use app_server_analytics::events::Event;
use app_server_analytics::{Config, Delivery, Durability, Metrics, RecordError, Refusal, Sink, Spooled, Target};
use backend::{Backend, OK, Reply, event, quick, status};

const SOON: Duration = Duration::from_secs(10);

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn open(config: Config) -> Delivery {
    Delivery::open(config).expect("opens")
}

fn record(delivery: &Delivery, marks: std::ops::Range<u64>) {
    marks.for_each(|mark| delivery.record(&event(mark)).expect("recorded"));
}

/// Nothing is lost unseen.
fn balanced(metrics: Metrics) -> Metrics {
    let dropped = metrics.dropped;
    let gone = dropped.for_room + dropped.refused + dropped.damaged;
    assert_eq!(metrics.found + metrics.spooled, metrics.delivered + gone + metrics.pending, "{metrics:?}");
    metrics
}

#[test]
fn batches_go_to_the_backend_as_it_takes_them() {
    let (folder, backend) = (folder(), Backend::start(|_, _| OK));
    let delivery = open(Config::new(folder.path(), backend.target()));
    record(&delivery, 0..250);
    assert_eq!(delivery.flush(SOON), 0);
    let requests = backend.requests().clone();
    for request in &requests {
        assert_eq!(request.line, "POST /api/codex/analytics-events/events HTTP/1.1");
        assert_eq!(request.headers["content-type"], "application/json");
        assert!(request.headers["user-agent"].starts_with("app-server-analytics/"));
    }
    let body = String::from_utf8(requests[0].body.clone()).expect("text");
    let first = serde_json::to_string(&event(0)).expect("JSON");
    assert!(body.starts_with(&format!("{{\"events\":[{first},")), "{body}");
    let events: Vec<_> = requests.iter().flat_map(|request| request.events()).collect();
    assert_eq!(events.iter().map(|(_, mark)| *mark).collect::<Vec<_>>(), (0..250).collect::<Vec<_>>());
    assert_eq!(events.iter().map(|(id, _)| id).collect::<BTreeSet<_>>().len(), 250);
    assert!((3..=5).contains(&requests.len()), "a hundred at once, not {} requests", requests.len());
    let metrics = balanced(delivery.metrics());
    assert_eq!((metrics.spooled, metrics.delivered, metrics.retries), (250, 250, 0));
}

#[test]
fn events_wait_a_little_for_others() {
    let (folder, backend) = (folder(), Backend::start(|_, _| OK));
    let mut config = Config::new(folder.path(), backend.target());
    config.linger = Duration::from_millis(400);
    let delivery = open(config);
    for mark in 0..4 {
        record(&delivery, mark..mark + 1);
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(backend.requests().len(), 0);
    let begun = Instant::now();
    while delivery.metrics().delivered < 4 && begun.elapsed() < SOON {
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(backend.requests().len(), 1);
}

#[test]
fn what_may_pass_is_tried_again_with_the_same_ids() {
    let replies = |n: usize, _: &_| match n {
        0 => status(500),
        1 => Reply::Close,
        2 => Reply::Silence(Duration::from_secs(2)),
        3 => status(502),
        4 => status(503),
        _ => OK,
    };
    let (folder, backend) = (folder(), Backend::start(replies));
    let delivery = open(quick(folder.path(), backend.target()));
    record(&delivery, 0..1);
    assert_eq!(delivery.flush(SOON), 0);
    let requests = backend.requests();
    assert_eq!(requests.len(), 6);
    assert_eq!(requests.iter().map(|request| request.events()).collect::<BTreeSet<_>>().len(), 1);
    assert_eq!(balanced(delivery.metrics()).retries, 5);
}

#[test]
fn the_backend_says_when_to_come_again() {
    let replies = |n: usize, _: &_| if n == 0 { Reply::Answer(503, "retry-after: 1\r\n", Vec::new()) } else { OK };
    let (folder, backend) = (folder(), Backend::start(replies));
    let mut config = quick(folder.path(), backend.target());
    config.backoff.longest = SOON;
    let delivery = open(config);
    let begun = Instant::now();
    record(&delivery, 0..1);
    while delivery.metrics().delivered == 0 && begun.elapsed() < SOON {
        thread::sleep(Duration::from_millis(5));
    }
    let took = begun.elapsed();
    assert!(took >= Duration::from_secs(1) && took < SOON, "{took:?}");
}

#[test]
fn no_refusal_of_the_backend_is_tried_again() {
    for code in [400, 401, 404, 408, 413, 422, 425, 429, 499] {
        let (folder, backend) = (folder(), Backend::start(move |_, _| status(code)));
        let mut config = quick(folder.path(), backend.target());
        config.linger = SOON;
        let delivery = open(config);
        record(&delivery, 0..5);
        assert_eq!(delivery.flush(SOON), 0);
        let metrics = balanced(delivery.metrics());
        assert_eq!((metrics.delivered, metrics.dropped.refused, metrics.retries), (0, 5, 0), "{code}");
        assert_eq!(backend.requests().len(), 1, "{code}");
    }
}

#[test]
fn what_the_backend_refuses_is_dropped_and_counted() {
    let (folder, backend) = (folder(), Backend::start(|n, _| if n == 0 { status(404) } else { OK }));
    let mut config = quick(folder.path(), backend.target());
    config.linger = SOON;
    config.batch = 5;
    let delivery = open(config);
    record(&delivery, 0..5);
    while delivery.metrics().dropped.refused == 0 {
        thread::sleep(Duration::from_millis(5));
    }
    record(&delivery, 5..8);
    assert_eq!(delivery.flush(SOON), 0);
    let metrics = balanced(delivery.metrics());
    assert_eq!((metrics.delivered, metrics.dropped.refused, metrics.retries), (3, 5, 0));
    assert_eq!(backend.requests().len(), 2);
}

/// Objects to a batch with one of two events in it, and says no more.
struct Picky(Arc<Mutex<u32>>);

impl Sink for Picky {
    fn deliver(&mut self, events: &[Spooled]) -> Result<(), Refusal> {
        *self.0.lock().expect("mine") += 1;
        let bad = |mark: u64| serde_json::to_string(&event(mark)).expect("JSON");
        if events.iter().any(|event| [bad(13), bad(77)].contains(&event.json)) {
            return Err(Refusal::Content { why: "one of them".into() });
        }
        Ok(())
    }
}

#[test]
fn one_bad_event_does_not_take_the_others_with_it() {
    let (folder, attempts) = (folder(), Arc::new(Mutex::new(0)));
    let sink = Box::new(Picky(Arc::clone(&attempts)));
    let delivery = Delivery::with_sink(quick(folder.path(), Target::Off), sink).expect("opens");
    record(&delivery, 0..120);
    assert_eq!(delivery.flush(SOON), 0);
    let metrics = balanced(delivery.metrics());
    assert_eq!((metrics.delivered, metrics.dropped.refused), (118, 2));
    assert!(*attempts.lock().expect("mine") < 60, "{attempts:?}");
}

#[test]
fn what_an_unreachable_backend_did_not_get_goes_to_the_next() {
    let folder = folder();
    // Nobody listens at a port that was just given back.
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let target = format!("http=http://{nobody}").parse().expect("a target");
    let delivery = open(quick(folder.path(), target));
    record(&delivery, 0..20);
    let begun = Instant::now();
    assert_eq!(delivery.flush(Duration::from_millis(100)), 20);
    assert!(begun.elapsed() < Duration::from_secs(2), "a flush keeps its deadline: {:?}", begun.elapsed());
    assert!(balanced(delivery.metrics()).retries > 0);
    drop(delivery);
    let backend = Backend::start(|_, _| OK);
    let delivery = open(quick(folder.path(), backend.target()));
    assert_eq!(delivery.flush(SOON), 0);
    let metrics = balanced(delivery.metrics());
    assert_eq!((metrics.found, metrics.spooled, metrics.delivered), (20, 0, 20));
}

#[test]
fn an_end_in_the_middle_of_an_attempt_is_quick_and_loses_nothing() {
    let (folder, silent) = (folder(), Backend::start(|_, _| Reply::Silence(Duration::from_secs(5))));
    let mut config = quick(folder.path(), silent.target());
    config.timeout = SOON;
    let delivery = open(config);
    record(&delivery, 0..3);
    while silent.requests().is_empty() {
        thread::sleep(Duration::from_millis(5));
    }
    let begun = Instant::now();
    drop(delivery);
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    let backend = Backend::start(|_, _| OK);
    let delivery = open(quick(folder.path(), backend.target()));
    assert_eq!(delivery.flush(SOON), 0);
    let again: Vec<_> = backend.requests().iter().flat_map(|request| request.events()).collect();
    let first = silent.requests()[0].events();
    assert_eq!(again[..first.len()], first, "what comes twice has the same id");
    assert_eq!(again.len(), 3);
}

#[test]
fn a_file_gets_each_event_with_its_id_and_time() {
    let folder = folder();
    let delivery = open(quick(folder.path(), Target::Jsonl));
    record(&delivery, 0..3);
    assert_eq!(delivery.flush(SOON), 0);
    let text = fs::read_to_string(folder.path().join("events.jsonl")).expect("read");
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 3);
    for (mark, line) in lines.iter().enumerate() {
        assert_eq!(line["event"], serde_json::to_value(event(mark as u64)).expect("JSON"));
        assert_eq!(line["event_id"].as_str().expect("an id").len(), 36);
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_millis();
        let at = u128::from(line["recorded_at"].as_u64().expect("a time"));
        assert!(at <= now && now - at < 60_000, "{at}");
    }
}

#[test]
fn off_keeps_nothing() {
    let folder = folder();
    let delivery = open(Config::new(folder.path().join("never"), Target::Off));
    record(&delivery, 0..3);
    assert_eq!(delivery.flush(SOON), 0);
    assert_eq!(delivery.metrics(), Metrics::default());
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[test]
fn off_removes_what_was_not_delivered_and_leaves_what_was() {
    let folder = folder();
    let delivery = open(quick(folder.path(), Target::Jsonl));
    record(&delivery, 0..1);
    assert_eq!(delivery.flush(SOON), 0);
    drop(delivery);
    let mut config = Config::new(folder.path(), Target::Jsonl);
    config.linger = SOON;
    let delivery = open(config);
    record(&delivery, 1..2);
    // Another process that is off takes nothing from this one.
    open(Config::new(folder.path(), Target::Off));
    assert_eq!(delivery.metrics().pending, 1);
    drop(delivery);
    open(Config::new(folder.path(), Target::Off));
    let names: Vec<_> =
        fs::read_dir(folder.path()).expect("a folder").map(|file| file.expect("it").file_name()).collect();
    assert_eq!(names, ["events.jsonl"]);
}

#[test]
fn two_processes_do_not_share_a_folder() {
    let folder = folder();
    let _first = open(quick(folder.path(), Target::Jsonl));
    let error = Delivery::open(quick(folder.path(), Target::Jsonl)).expect_err("it is in use");
    assert!(error.is_in_use());
    let expected = format!(
        "the spool of analytics events {} is in use by the process {}; expected: one process a data folder. End that one, or \
         choose another folder",
        folder.path().join("spool").display(),
        std::process::id()
    );
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_bound_without_room_for_events_is_refused() {
    let folder = folder();
    let mut config = quick(folder.path(), Target::Jsonl);
    config.max_bytes = 1000;
    let error = Delivery::open(config).expect_err("too small").to_string();
    assert_eq!(error, "the spool of analytics events is bound to 1000 bytes; expected: at least 2097152");
}

#[test]
fn an_event_without_end_is_dropped_alone() {
    let folder = folder();
    let delivery = open(quick(folder.path(), Target::Jsonl));
    let Event::SkillInvocation { skill_id, event_params, .. } = event(1) else { unreachable!() };
    let endless = Event::SkillInvocation { skill_id, skill_name: "x".repeat(300_000), event_params };
    let error = delivery.record_all(&[event(0), endless, event(2)]).expect_err("too long");
    assert!(matches!(error, RecordError::Oversized { event_type: "skill_invocation", bytes } if bytes > 300_000));
    assert!(error.to_string().ends_with("expected: at most 262144"), "{error}");
    assert_eq!(delivery.flush(SOON), 0);
    let metrics = balanced(delivery.metrics());
    assert_eq!((metrics.delivered, metrics.dropped.oversized, metrics.dropped.total()), (2, 1, 1));
}

#[test]
fn a_full_spool_drops_the_oldest_and_counts_them() {
    let folder = folder();
    let mut config = quick(folder.path(), "http=http://127.0.0.1:9".parse().expect("a target"));
    config.max_bytes = 2 * 1024 * 1024;
    let delivery = open(config);
    record(&delivery, 0..30_000);
    let metrics = balanced(delivery.metrics());
    assert!(metrics.dropped.for_room > 0 && metrics.spool_bytes <= 2 * 1024 * 1024, "{metrics:?}");
}

#[test]
fn what_cannot_be_written_is_kept_until_it_can() {
    let folder = folder();
    let delivery = open(quick(folder.path(), Target::Jsonl));
    let (spool, away) = (folder.path().join("spool"), folder.path().join("away"));
    fs::rename(&spool, &away).expect("moved");
    let error = delivery.record(&event(0)).expect_err("there is no folder");
    assert!(matches!(error, RecordError::NotWritten { .. }), "{error}");
    assert_eq!((delivery.metrics().unwritten, delivery.metrics().spooled), (1, 0));
    fs::rename(&away, &spool).expect("back");
    assert_eq!(delivery.flush(SOON), 0);
    let metrics = balanced(delivery.metrics());
    assert_eq!((metrics.unwritten, metrics.delivered), (0, 1));
}

#[test]
fn memory_for_what_cannot_be_written_is_bounded() {
    let folder = folder();
    let delivery = open(quick(folder.path(), Target::Jsonl));
    fs::remove_dir_all(folder.path().join("spool")).expect("removed");
    let recorded = 6_000;
    for mark in 0..recorded {
        delivery.record(&event(mark)).expect_err("there is no folder");
    }
    let metrics = delivery.metrics();
    assert!(metrics.dropped.unwritable > 0, "{metrics:?}");
    assert_eq!(metrics.dropped.unwritable + metrics.unwritten, recorded);
}

#[test]
fn those_who_record_at_once_do_not_mix_up() {
    let (folder, backend) = (folder(), Backend::start(|n, _| if n % 3 == 0 { status(500) } else { OK }));
    let mut config = quick(folder.path(), backend.target());
    config.durability = Durability::Power;
    let delivery = open(config);
    thread::scope(|scope| {
        for writer in 0..8 {
            let delivery = &delivery;
            scope.spawn(move || record(delivery, writer * 100..writer * 100 + 50));
        }
    });
    assert_eq!(delivery.flush(SOON), 0);
    let mut ids: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
    for (id, mark) in backend.requests().iter().flat_map(|request| request.events()) {
        ids.entry(mark).or_default().insert(id);
    }
    assert_eq!(ids.len(), 400);
    assert!(ids.values().all(|ids| ids.len() == 1));
    assert_eq!(balanced(delivery.metrics()).delivered, 400);
}

/// Keeps what it gets, after refusing a part once.
struct Kept(Arc<Mutex<Vec<String>>>);

impl Sink for Kept {
    fn deliver(&mut self, events: &[Spooled]) -> Result<(), Refusal> {
        self.0.lock().expect("mine").extend(events.iter().map(|event| event.json.clone()));
        Err(Refusal::Partly { why: "one was too old".into(), rejected: 1 })
    }
}

#[test]
fn a_sink_of_ones_own_may_take_a_part() {
    let (folder, kept) = (folder(), Arc::new(Mutex::new(Vec::new())));
    let config = quick(folder.path(), Target::Off);
    let delivery = Delivery::with_sink(config, Box::new(Kept(Arc::clone(&kept)))).expect("opens");
    delivery.record_all(&[event(0), event(1), event(2)]).expect("recorded");
    assert_eq!(delivery.flush(SOON), 0);
    assert_eq!(kept.lock().expect("mine").len(), 3);
    let metrics = balanced(delivery.metrics());
    assert_eq!((metrics.delivered, metrics.dropped.refused), (2, 1));
}

/// Panics at first.
struct Shy(u32);

impl Sink for Shy {
    fn deliver(&mut self, _: &[Spooled]) -> Result<(), Refusal> {
        self.0 += 1;
        if self.0 < 3 { panic!("as meant by the test") } else { Ok(()) }
    }
}

#[test]
fn a_sink_that_panics_does_not_end_delivery() {
    let folder = folder();
    let delivery = Delivery::with_sink(quick(folder.path(), Target::Off), Box::new(Shy(0))).expect("opens");
    delivery.record(&event(0)).expect("recorded");
    assert_eq!(delivery.flush(SOON), 0);
    let metrics = balanced(delivery.metrics());
    assert_eq!((metrics.delivered, metrics.retries), (1, 2));
}

#[test]
fn the_folder_is_made_with_those_above_it() {
    let folder = folder();
    let deep = folder.path().join("a/b");
    drop(open(quick(&deep, Target::Jsonl)));
    assert!(Path::new(&deep).join("spool").is_dir());
    let file = folder.path().join("file");
    fs::write(&file, "").expect("written");
    let error = Delivery::open(quick(&file, Target::Jsonl)).expect_err("a file is in the way").to_string();
    assert!(error.contains("cannot be opened") && error.contains("file"), "{error}");
}
