//! `methodic transcript` as a process: reports on small sessions that a person can read, and how it is called.
//!
//! `BLESS=1 cargo test -p methodic-cli --test transcript` rewrites the expected reports; read what changed.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts")
}

fn methodic(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_methodic"))
        .current_dir(folder())
        .arg("transcript")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    // It may end before it has read everything, when its arguments are refused.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("it ends")
}

/// Exit code, standard output, standard error.
fn run(args: &[&str], input: &str) -> (i32, String, String) {
    let output = methodic(args, input.as_bytes());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

/// Runs on a recording, and compares the report with the expected one beside it.
fn golden(expected: &str, code: i32, args: &[&str]) {
    let (found_code, found, errors) = run(args, "");
    assert_eq!((found_code, errors.as_str()), (code, ""), "{found}");
    let path = folder().join(expected);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &found).expect("the folder can be written");
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "{expected} is not what is printed; BLESS=1 rewrites it. Printed:\n{found}");
}

#[test]
fn a_clean_session() {
    golden("clean.txt", 0, &["clean.ndjson"]);
    golden("clean.coverage.txt", 0, &["--coverage", "clean.ndjson"]);
    golden("clean.json", 0, &["--format", "json", "clean.ndjson"]);
    assert_eq!(
        run(&["--format", "github", "clean.ndjson"], "").1,
        "14 lines, 12 messages (5 requests, 5 answers, 2 notifications) in 5.00 s, 0 findings\n"
    );
}

#[test]
fn a_session_with_every_fault() {
    golden("faulty.txt", 1, &["faulty.log"]);
    golden("faulty.json", 1, &["--format", "json", "faulty.log"]);
    golden("faulty.github.txt", 1, &["--format", "github", "faulty.log"]);
    let all = fs::read_to_string(folder().join("faulty.json")).expect("the expected report");
    let all: Value = serde_json::from_str(&all).expect("JSON");
    let help = run(&["--help"], "").1;
    for kind in all["findingCounts"].as_object().expect("counts").keys() {
        assert!(help.contains(kind.as_str()), "--help does not know {kind}");
    }
    // `schema` needs a broken definition, which this bundle does not have.
    assert_eq!(all["findingCounts"].as_object().map(|counts| counts.len()), Some(11));
}

#[test]
fn the_perspective_turns_arrows_round() {
    let as_server = "\
< {\"id\":1,\"method\":\"initialize\",\"params\":{\"client\":\"pad\"}}
> {\"id\":1,\"result\":{\"server\":\"desk\"}}
< {\"method\":\"initialized\"}
";
    let (code, out, _) = run(&["--perspective", "server", "-"], as_server);
    assert_eq!(code, 0, "{out}");
    let (code, out, _) = run(&["-"], as_server);
    assert_eq!(code, 1);
    assert!(
        out.starts_with("<stdin>:1:3: initialize at /method: the server sent what only the client sends\n"),
        "{out}"
    );
}

#[test]
fn findings_can_be_allowed_and_the_handshake_left_out() {
    let middle =
        "{\"id\":4,\"result\":{}}\n{\"method\":\"note/added\",\"params\":{\"noteId\":\"n\",\"author\":\"x\"}}\n";
    let (code, out, _) = run(&["-"], middle);
    assert_eq!(code, 1);
    assert!(out.ends_with("2 findings: 1 unmatched-answer, 1 handshake\n"), "{out}");
    let (code, out, _) = run(&["--handshake", "none", "--allow", "unmatched-answer,unanswered", "-"], middle);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains(", 0 findings"), "{out}");
}

#[test]
fn another_handshake_and_opt_in() {
    let session = "\
{\"id\":1,\"method\":\"note/add\",\"params\":{\"text\":\"x\"}}
{\"id\":1,\"result\":{\"noteId\":\"n\"}}
{\"method\":\"note/added\",\"params\":{\"noteId\":\"n\",\"author\":\"x\"}}
";
    let (code, out, _) = run(&["--handshake", "note/add", "--opt-in", "/place/side", "-"], session);
    assert_eq!(code, 1);
    let expected = "<stdin>:3:1: note/added at /params/author: `note/added.author` is experimental, and `note/add` in line \
                    1 did not opt in at /place/side\n";
    assert!(out.starts_with(expected), "{out}");
    assert_eq!(run(&["--handshake", "note/add", "-"], session).0, 0, "a call without the usual member has no opt-in");
}

#[test]
fn more_findings_than_wanted_are_counted() {
    let (code, out, _) = run(&["--max-findings", "1", "faulty.log"], "");
    assert_eq!(code, 1);
    let all = fs::read_to_string(folder().join("faulty.txt")).expect("the expected report");
    assert_eq!(out.lines().next(), all.lines().next());
    assert!(out.contains("\nand 17 more; --max-findings 18 shows all\n"), "{out}");
    assert_eq!(out.lines().last(), all.lines().last());
    let (_, out, _) = run(&["--max-findings", "2", "--format", "json", "faulty.log"], "");
    let out: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(out["findings"].as_array().map(Vec::len), Some(2));
    assert_eq!(out["findingCounts"]["invalid"], 5);
}

#[test]
fn limits_on_lines_and_on_what_waits() {
    let line = "{\"id\":1,\"method\":\"note/add\",\"params\":{\"text\":\"x\"}}\n";
    let (code, out, _) = run(&["--handshake", "none", "--max-line", "20", "-"], line);
    assert_eq!(code, 1);
    assert!(out.starts_with("<stdin>:1:1: longer than 20 bytes, and passed over"), "{out}");

    let three: String = (1..=3).map(|id| line.replace(":1,", &format!(":{id},"))).collect();
    let session = format!("{three}{{\"id\":1,\"result\":{{\"noteId\":\"n\"}}}}\n");
    let (_, out, _) = run(&["--handshake", "none", "--max-pending", "2", "-"], &session);
    let expected = "\
<stdin>:1:1: note/add: the request with the id 1 has no answer while the most requests that may wait at a time were sent after it
<stdin>:4:1: note/add at /id: the request with the id 1 was given up for unanswered before
<stdin>:2:1: note/add: the request with the id 2 has no answer until the end of the recording
<stdin>:3:1: note/add: the request with the id 3 has no answer until the end of the recording
";
    assert!(out.starts_with(expected), "{out}");
}

#[test]
fn what_stops_the_command_is_said_on_the_error_stream_with_exit_code_2() {
    for (args, expected) in [
        (&["absent.ndjson"][..], "error: cannot read absent.ndjson: No such file or directory"),
        (&["--schema", "absent", "clean.ndjson"], "error: no schema folder at absent; run: cargo xtask codegen"),
        (
            &["--handshake", "note/ad", "-"],
            "error: the handshake names `note/ad`, which is no method of the protocol; did you mean `note/add`?",
        ),
        (
            &["--opt-in", "/capabilities/all", "-"],
            "error: the opt-in `/capabilities/all` leads to no member of the params of `initialize`",
        ),
        (&["--opt-in", "capabilities", "-"], "error: the opt-in `capabilities` leads to no member"),
        (&["--allow", "all", "-"], "error: invalid value 'all' for '--allow <KIND>': expected one of line, invalid"),
        (&[], "error: the following required arguments were not provided:\n  <FILE>"),
    ] {
        let (code, out, errors) = run(args, "");
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(errors.starts_with(expected), "{args:?}: {errors}");
    }
    let directory = methodic(&["schema"], b"");
    assert_eq!(directory.status.code(), Some(2), "a folder is no recording");
}

#[test]
fn no_bytes_make_it_panic() {
    for input in
        [&b"\xff\xfe{\x00}\n"[..], b"{\"method\":\"\xff\"}", b"\n\n\n", b"", b"\xef\xbb\xbf# only a mark\r\n", b"}{"]
    {
        let code = methodic(&["-"], input).status.code();
        assert!(matches!(code, Some(0 | 1)), "{input:?}: {code:?}");
    }
    let deep = format!("> {}{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    assert_eq!(run(&["-"], &deep).0, 1);
}

#[test]
fn help_has_examples_and_the_exit_codes() {
    let (code, text, _) = run(&["--help"], "");
    assert_eq!(code, 0);
    for part in ["EXAMPLES:", "methodic transcript session.ndjson", "Exit codes: 0 clean, 1 findings, 2 could not run."]
    {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
}
