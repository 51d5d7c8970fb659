//! How much the decoder allocates: what a message holds, and nothing besides; and a bound for hostile ones.

#[path = "common/mod.rs"]
mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use common::{ClientRequest, draw, stable};
use methodic::{Message, MethodSet};

/// Counts for each thread by itself: the test harness allocates on others.
struct Counting;

thread_local! {
    static CALLS: Cell<usize> = const { Cell::new(0) };
    static LIVE: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

fn note(calls: usize, bytes: isize) {
    // At the end of a thread its counters are gone, and nobody asks for them.
    let _ = CALLS.try_with(|total| total.set(total.get() + calls));
    let _ = LIVE.try_with(|live| {
        live.set(live.get() + bytes);
        let _ = PEAK.try_with(|peak| peak.set(peak.get().max(live.get())));
    });
}

// SAFETY: every call is handed to the system's allocator as it came.
#[allow(unsafe_code, reason = "an allocator cannot be written without")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(1, layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        note(0, -(layout.size() as isize));
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        note(1, size as isize - layout.size() as isize);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What `work` gives, and how often it asked for memory.
fn calls<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = CALLS.get();
    let value = work();
    (value, CALLS.get() - before)
}

/// The most that `work` held at one time, in bytes.
fn peak<T>(work: impl FnOnce() -> T) -> usize {
    let before = LIVE.get();
    PEAK.set(before);
    drop(work());
    (PEAK.get() - before) as usize
}

fn read(message: &str) -> ClientRequest {
    match stable(message) {
        Ok(Message::Request(request)) => request,
        other => panic!("expected a request, found {other:?}"),
    }
}

#[test]
fn the_counter_counts() {
    assert_eq!(calls(|| Box::new(5)).1, 1);
    assert_eq!(calls(|| 5).1, 0);
    assert!(peak(|| vec![0_u8; 1000]) >= 1000);
}

#[test]
fn the_name_of_a_method_costs_nothing() {
    let request = read(&draw(r#"{"shapes":[{"type":"circle","radius":1,"label":"a"}]}"#));
    assert_eq!(calls(|| request.method()), ("board/draw", 0));
    let notification = common::ClientNotification::Ready(methodic::NoParams);
    assert_eq!(calls(|| notification.method()), ("ready", 0));
    let response = common::ClientResponse::Draw { request_id: 1.into(), response: common::DrawResponse { count: 1 } };
    assert_eq!(calls(|| methodic::ResponseSet::method(&response)), ("board/draw", 0));
}

#[test]
fn a_message_costs_its_own_strings_and_lists() {
    let cases = [
        (r#"{"id":1,"method":"board/clear"}"#.to_owned(), 0),
        (r#"{"id":"a","method":"board/clear"}"#.to_owned(), 1),
        (r#"{"jsonrpc":"2.0","x":{"a":1},"method":"board/clear","id":1}"#.to_owned(), 0),
        // Brackets inside brackets that are skipped: serde_json keeps the open ones in a buffer.
        (r#"{"x":{"a":[1,"x"]},"method":"board/clear","id":1}"#.to_owned(), 1),
        (draw(r#"{"shapes":[]}"#), 0),
        (draw(r#"{"shapes":[],"corner":{"rounded":{"radius":1}},"width":5}"#), 0),
        (draw(r#"{"shapes":[],"corner":{"named":"n"}}"#), 1),
        (draw(r#"{"shapes":[{"type":"dot"},{"type":"square","side":1,"corner":"sharp-edge"}]}"#), 1),
        (draw(r#"{"shapes":[{"type":"circle","radius":1,"label":"a"}]}"#), 2),
        (draw(r#"{"shapes":[{"type":"group","layout":{"kind":"grid","columns":2},"parts":[{"type":"dot"}]}]}"#), 2),
        // Params before the method are kept as a slice of the message.
        (r#"{"params":null,"method":"board/clear","id":1}"#.to_owned(), 0),
        (r#"{"params":{"shapes":[],"corner":{"named":"n"}},"method":"board/draw","id":1}"#.to_owned(), 2),
    ];
    for (message, expected) in cases {
        let (_, found) = calls(|| read(&message));
        assert_eq!(found, expected, "{message}");
    }
}

#[test]
fn a_notification_costs_nothing() {
    let message = r#"{"method":"pointer/moved","params":{"x":1,"y":2}}"#;
    let (found, count) = calls(|| stable(message));
    assert!(matches!(found, Ok(Message::Notification(_))));
    assert_eq!(count, 0);
}

#[test]
fn a_refusal_costs_its_texts() {
    // The refusal, its message, its pointer or its method; the bytes of the answer; and what serde_json's error takes:
    // itself, once more when it gets its position, and its text as that grows. Where the kernel refuses by itself, the
    // error has no text.
    let cases = [
        (draw(r#"{"shapes":[],"width":"2"}"#), 10),
        (r#"{"id":1,"method":"board/draw"}"#.to_owned(), 5),
        (r#"{"id":1,"method":"sing"}"#.to_owned(), 6),
        (r#"{"id":1,"method":"board/erase"}"#.to_owned(), 5),
        (r#"{"id":1}"#.to_owned(), 5),
    ];
    for (message, most) in cases {
        let (answer, count) = calls(|| stable(&message).expect_err("refused").to_json());
        assert!(answer.starts_with(br#"{"id":1,"error":"#), "{}", String::from_utf8_lossy(&answer));
        assert!(count <= most, "{count} allocations for {message}");
    }
}

#[test]
fn a_hostile_line_costs_a_few_times_its_length() {
    const LINE: usize = 8 << 20;
    let text = "a".repeat(LINE);
    let deep = "[".repeat(LINE);
    let messages = [
        ("a method", format!(r#"{{"id":1,"method":"{text}"}}"#)),
        ("a wrong value", draw(&format!(r#"{{"shapes":[],"width":"{text}"}}"#))),
        ("a wrong variant", draw(&format!(r#"{{"shapes":[],"corner":"{text}"}}"#))),
        ("a key", draw(&format!(r#"{{"shapes":[],"counts":{{"{text}":-1}}}}"#))),
        ("a value beside the fault", draw(&format!(r#"{{"shapes":[],"x":"{text}","width":"2"}}"#))),
        ("depth", format!(r#"{{"id":1,"x":{deep}"#)),
        ("depth in params", draw(&format!(r#"{{"shapes":[],"extra":{deep}"#))),
        ("no end", format!(r#"{{"id":1,"method":"{text}"#)),
    ];
    for (what, message) in messages {
        let held = peak(|| stable(&message).expect_err("refused"));
        assert!(held < 8 * LINE, "{what}: {held} bytes for a line of {}", message.len());
    }
}
