//! The spool on a real disk: what a crash leaves, what the bound takes, and who may have it.

use std::collections::VecDeque;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;

const MAX: u64 = 2 * 1024 * 1024;

fn open(folder: &Path) -> (Spool, Found) {
    Spool::open(folder, MAX).expect("opens")
}

fn event(number: u128, length: usize) -> Spooled {
    Spooled { id: Uuid::from_u128(number), json: format!("\"{}\"", "x".repeat(length)) }
}

/// Takes all that waits, and has it done.
fn drain(spool: &mut Spool) -> Vec<Spooled> {
    let mut all = Vec::new();
    while let Some(window) = spool.window() {
        let taken = window.take(7).expect("reads");
        spool.done(&taken);
        all.extend(taken.events);
    }
    all
}

/// The last segment's file.
fn last(folder: &Path) -> PathBuf {
    segment_path(folder, *segments_in(folder).expect("a folder").last().expect("a segment"))
}

/// What may happen to a spool.
#[derive(Debug, Clone)]
enum Step {
    Append(Vec<usize>),
    Deliver(usize),
    /// The process dies, in the middle of writing so many bytes of another append.
    Die(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => prop::collection::vec(0_usize..300, 1..5).prop_map(Step::Append),
        3 => (1_usize..6).prop_map(Step::Deliver),
        2 => (0_usize..200).prop_map(Step::Die),
    ];
    prop::collection::vec(step, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_was_appended_is_delivered_once_however_often_the_process_dies(steps in steps()) {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut spool, mut number) = (open(folder.path()).0, 0);
        let mut expected = VecDeque::new();
        for step in steps {
            match step {
                Step::Append(lengths) => {
                    let events: Vec<_> = lengths.iter().map(|length| { number += 1; event(number, *length) }).collect();
                    spool.append(&events).expect("written");
                    expected.extend(events);
                }
                Step::Deliver(most) => {
                    if let Some(window) = spool.window() {
                        let taken = window.take(most).expect("reads");
                        prop_assert!(!taken.events.is_empty() && taken.events.len() <= most);
                        for event in &taken.events {
                            let next = expected.pop_front();
                            prop_assert_eq!(Some(event), next.as_ref());
                        }
                        prop_assert_eq!(spool.done(&taken), 0);
                    }
                }
                Step::Die(torn) => {
                    drop(spool);
                    let mut bytes = Vec::new();
                    encode(&event(u128::MAX, 200), &mut bytes);
                    if let Some(last) = segments_in(folder.path()).expect("a folder").last() {
                        let path = segment_path(folder.path(), *last);
                        let mut file = OpenOptions::new().append(true).open(path).expect("a segment");
                        file.write_all(&bytes[..torn]).expect("written");
                    }
                    let found;
                    (spool, found) = open(folder.path());
                    prop_assert_eq!(found.events, expected.len() as u64);
                }
            }
            prop_assert_eq!(spool.pending(), expected.len() as u64);
        }
        prop_assert_eq!(drain(&mut spool), Vec::from(expected));
    }

    #[test]
    fn any_prefix_of_a_segment_gives_back_what_is_whole_in_it(
        lengths in prop::collection::vec(0_usize..300, 1..12), cut in any::<prop::sample::Index>(), read in 0_usize..4,
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut spool = open(folder.path()).0;
        let events: Vec<_> = lengths.iter().enumerate().map(|(n, length)| event(n as u128, *length)).collect();
        let mut ends = Vec::new();
        for event in &events {
            spool.append(std::slice::from_ref(event)).expect("written");
            ends.push(last(folder.path()).metadata().expect("a file").len());
        }
        if read > 0 {
            let taken = spool.window().expect("events").take(read).expect("reads");
            spool.done(&taken);
        }
        drop(spool);
        // A power failure: of the segment there is a prefix, while the cursor may lie beyond.
        let path = last(folder.path());
        let cut = cut.index(path.metadata().expect("a file").len() as usize + 1) as u64;
        OpenOptions::new().write(true).open(&path).expect("a file").set_len(cut).expect("cut");
        let whole = ends.iter().filter(|end| **end <= cut).count();
        let mut spool = open(folder.path()).0;
        // What comes later is not taken for what the cursor says was delivered.
        spool.append(&[event(1000, 10)]).expect("written");
        let mut expected: Vec<_> = events[..whole].iter().skip(read).cloned().collect();
        expected.push(event(1000, 10));
        prop_assert_eq!(drain(&mut spool), expected);
    }

    #[test]
    fn no_bytes_in_its_files_make_it_panic(
        segment in prop::collection::vec(any::<u8>(), 0..200), cursor in prop::collection::vec(any::<u8>(), 0..40),
        header: bool,
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut bytes = if header { HEADER.to_vec() } else { Vec::new() };
        bytes.extend(&segment);
        fs::write(segment_path(folder.path(), 3), bytes).expect("written");
        fs::write(folder.path().join("cursor"), cursor).expect("written");
        if let Ok((mut spool, _)) = Spool::open(folder.path(), MAX) {
            spool.append(&[event(1, 1)]).expect("written");
            prop_assert_eq!(drain(&mut spool), [event(1, 1)]);
        }
    }
}

#[test]
fn when_it_is_full_the_oldest_segment_goes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut spool = open(folder.path()).0;
    for number in 0..1000 {
        spool.append(&[event(number, 10_000)]).expect("written");
        assert!(spool.bytes() <= MAX, "{}", spool.bytes());
    }
    let dropped = spool.dropped();
    assert_eq!(dropped + spool.pending(), 1000);
    let on_disk: u64 = fs::read_dir(folder.path())
        .expect("a folder")
        .map(|file| file.expect("a file").metadata().expect("it").len())
        .sum();
    assert!(on_disk <= MAX + BLOCK, "{on_disk}");
    let left = drain(&mut spool);
    assert!(left.len() > 100, "{}", left.len());
    let expected: Vec<_> = (u128::from(dropped)..1000).map(|number| event(number, 10_000)).collect();
    assert!(left == expected, "the newest are there, in order");
    assert_eq!(segments_in(folder.path()).expect("a folder").len(), 1, "what was delivered is gone");
}

#[test]
fn a_bound_that_is_lower_than_it_was_holds_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut spool, _) = Spool::open(folder.path(), 4 * MAX).expect("opens");
    for number in 0..500 {
        spool.append(&[event(number, 10_000)]).expect("written");
    }
    drop(spool);
    let (spool, found) = open(folder.path());
    assert_eq!(found.events, 500);
    assert!(spool.dropped() > 0 && spool.bytes() <= MAX);
    assert_eq!(spool.dropped() + spool.pending(), 500);
}

#[test]
fn what_is_dropped_while_it_is_delivered_is_not_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut spool = open(folder.path()).0;
    spool.append(&[event(0, 10), event(1, 10)]).expect("written");
    let taken = spool.window().expect("events").take(9).expect("reads");
    for number in 2..300 {
        spool.append(&[event(number, 10_000)]).expect("written");
    }
    assert_eq!(spool.dropped() + spool.pending(), 300);
    assert_eq!(spool.done(&taken), 0);
    assert_eq!(spool.dropped() + spool.pending(), 298, "two of the dropped were delivered");
}

#[test]
fn what_cannot_be_read_again_is_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut spool = open(folder.path()).0;
    spool.append(&[event(0, 10), event(1, 10), event(2, 10)]).expect("written");
    let path = last(folder.path());
    let mut bytes = fs::read(&path).expect("read");
    *bytes.last_mut().expect("bytes") ^= 1;
    fs::write(&path, bytes).expect("written");
    let taken = spool.window().expect("events").take(9).expect("reads");
    assert_eq!(taken.events, [event(0, 10), event(1, 10)]);
    assert_eq!(spool.done(&taken), 1);
    spool.append(&[event(3, 10)]).expect("written");
    fs::remove_file(last(folder.path())).expect("removed");
    let window = spool.window().expect("it is thought to be there");
    window.take(9).expect_err("it is gone");
    assert_eq!(spool.done(&window.given_up()), 1);
    assert_eq!((spool.pending(), spool.window()), (0, None));
    spool.append(&[event(4, 10)]).expect("written");
    assert_eq!(drain(&mut spool), [event(4, 10)], "to a file that is there");
}

#[test]
fn without_its_cursor_it_delivers_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut spool = open(folder.path()).0;
    spool.append(&[event(0, 10), event(1, 10)]).expect("written");
    let taken = spool.window().expect("events").take(1).expect("reads");
    spool.done(&taken);
    drop(spool);
    fs::remove_file(folder.path().join("cursor")).expect("removed");
    assert_eq!(drain(&mut open(folder.path()).0), [event(0, 10), event(1, 10)]);
}

#[test]
fn one_process_has_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let spool = open(folder.path()).0;
    let held = |error| matches!(error, SpoolError::Lock(LockError::Held(_, Some(id))) if id == std::process::id());
    assert!(held(Spool::open(folder.path(), MAX).expect_err("it is held")));
    assert!(held(Spool::purge(folder.path()).expect_err("it is held")));
    drop(spool);
    open(folder.path());
}

#[test]
fn a_newer_format_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = segment_path(folder.path(), 1);
    fs::write(&path, b"EVSPOOL\x02something").expect("written");
    assert!(matches!(Spool::open(folder.path(), MAX), Err(SpoolError::Version(at, 2)) if at == path));
    assert!(path.exists());
}

#[test]
fn a_purge_leaves_nothing_but_what_others_put_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let spool = folder.path().join("spool");
    assert_eq!(Spool::purge(&spool).expect("nothing to do"), 0);
    assert!(!spool.exists());
    open(&spool).0.append(&[event(0, 10)]).expect("written");
    assert!(Spool::purge(&spool).expect("purged") > 10);
    assert!(!spool.exists());
    drop(open(&spool));
    fs::write(spool.join("notes.txt"), "mine").expect("written");
    Spool::purge(&spool).expect("purged");
    let left: Vec<_> = fs::read_dir(&spool).expect("a folder").map(|file| file.expect("a file").file_name()).collect();
    assert_eq!(left, ["notes.txt"]);
}

#[test]
fn what_cannot_be_written_leaves_it_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let spool_folder = folder.path().join("spool");
    let mut spool = open(&spool_folder).0;
    fs::rename(&spool_folder, folder.path().join("away")).expect("moved");
    spool.append(&[event(0, 10)]).expect_err("there is no folder");
    assert_eq!((spool.pending(), spool.window()), (0, None));
    fs::rename(folder.path().join("away"), &spool_folder).expect("back");
    spool.append(&[event(1, 10)]).expect("written");
    assert_eq!(drain(&mut spool), [event(1, 10)]);
}
