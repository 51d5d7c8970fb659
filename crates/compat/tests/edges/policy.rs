//! What a policy may say, what it makes of findings, and what is said when it is wrong.

use methodic_compat::{Day, Finding, Level, Part, Place, Policy, Proof, RULES, Reader, Use, Waiver, WaiverNote};
use serde_json::{Value, json};

fn policy(text: &str) -> Policy {
    Policy::parse(text, RULES).unwrap_or_else(|error| panic!("{error}"))
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn finding(rule: &'static str, reader: Reader, current: Option<Value>) -> Finding {
    let place = |fragment| Place { pointer: "#/definitions/Mode".into(), fragment };
    Finding {
        rule,
        level: Level::Wire,
        reader: Some(reader),
        method: "turn/start".into(),
        part: Part::Params,
        path: "/mode".into(),
        baseline: Some(place(json!({ "enum": ["a", "b"] }))),
        current: current.map(place),
        also: vec![Use { method: "thread/start".into(), part: Part::Params, path: "/mode".into() }],
        experimental: false,
        message: "…".into(),
        proof: Proof::Unproven,
        waived: None,
    }
}

const NARROWED: &str = r#"
[[waiver]]
rule = "enum-value-removed"
path = "turn/start params /mode"
baseline = '{"enum":["a","b"]}'
current = '{"enum":["a"]}'
reason = "`b` was refused before, too."
expires = 2027-01-31
"#;

fn applied(text: &str, findings: &mut [Finding], today: &str) -> Vec<String> {
    policy(text).apply(findings, day(today)).iter().map(WaiverNote::message).collect()
}

#[test]
fn levels_are_set_by_direction() {
    let text = "[rules]\nenum-value-added = { output = 'info' }\nenum-value-removed = 'source'";
    let mut findings = [
        finding("enum-value-added", Reader::Client, None),
        finding("enum-value-added", Reader::Server, None),
        finding("enum-value-removed", Reader::Server, None),
        finding("method-removed", Reader::Server, None),
    ];
    assert!(applied(text, &mut findings, "2027-01-01").is_empty());
    assert_eq!(findings.map(|finding| finding.level), [Level::Info, Level::Wire, Level::Source, Level::Wire]);
}

#[test]
fn what_is_experimental_keeps_its_level_unless_it_is_checked() {
    let exempt =
        Finding { experimental: true, level: Level::Info, ..finding("enum-value-removed", Reader::Server, None) };
    for (mode, level) in [("exempt", Level::Info), ("check", Level::Wire)] {
        let text = format!("experimental = '{mode}'\n[rules]\nenum-value-removed = 'wire'");
        let mut findings = [exempt.clone()];
        applied(&text, &mut findings, "2027-01-01");
        assert_eq!(findings[0].level, level, "{mode}");
    }
}

#[test]
fn a_waiver_takes_the_change_that_it_pins() {
    let mut findings = [finding("enum-value-removed", Reader::Server, Some(json!({ "enum": ["a"] })))];
    assert!(applied(NARROWED, &mut findings, "2027-01-31").is_empty());
    assert_eq!(findings[0].waived.as_deref(), Some("`b` was refused before, too."));

    // By any of the places that the definition is reached through.
    let other = NARROWED.replace("turn/start", "thread/start");
    findings[0].waived = None;
    assert!(applied(&other, &mut findings, "2027-01-31").is_empty());
    assert!(findings[0].waived.is_some());
}

#[test]
fn a_waiver_that_takes_nothing_says_why() {
    let narrowed = || finding("enum-value-removed", Reader::Server, Some(json!({ "enum": ["a"] })));
    let elsewhere = Finding { path: "/other".into(), also: Vec::new(), ..narrowed() };
    let further = finding("enum-value-removed", Reader::Server, Some(json!({ "enum": ["b"] })));
    let gone = finding("enum-value-removed", Reader::Server, None);
    let at = "the waiver for enum-value-removed at turn/start params /mode";
    for (found, today, note) in [
        (elsewhere, "2027-01-01", "takes no finding; remove it"),
        (narrowed(), "2027-02-01", "expired on 2027-01-31; the finding counts again"),
        (further, "2027-01-01", r#"pins another change: current is {"enum":["b"]} now; look at it again"#),
        (gone, "2027-01-01", "pins another change: current is not there now; look at it again"),
    ] {
        let mut findings = [found];
        let notes = applied(NARROWED, &mut findings, today);
        assert_eq!(notes, [format!("{at} {note}")]);
        assert_eq!(findings[0].waived, None);
    }
}

#[test]
fn the_waiver_that_is_offered_takes_its_finding() {
    let long: Vec<String> = (0..50).map(|n| format!("it's value {n}")).collect();
    for current in [None, Some(json!(true)), Some(json!({ "enum": long, "description": "a \"b\" 'c' \\ \n d" }))] {
        let mut findings = [finding("enum-value-removed", Reader::Server, current)];
        let text = Waiver::of(&findings[0], "say \"why\"").to_toml();
        assert!(applied(&text, &mut findings, "2027-01-01").is_empty(), "{text}");
        assert_eq!(findings[0].waived.as_deref(), Some("say \"why\""));
    }
}

#[test]
fn every_key_is_read() {
    let policy = policy(
        "fail-on = 'source'\nexperimental = 'check'\nunknown-notifications = 'rejected'\nopen-enums = ['v2/Mode', 'Kind']\n",
    );
    assert_eq!((policy.fail_on, policy.experimental), (Level::Source, true));
    let options = policy.options(false);
    assert!(options.experimental && !options.unknown_notifications_ignored && !options.witnesses);
    assert_eq!(options.open_enums, ["v2/Mode", "Kind"]);
    assert_eq!(Policy::parse("", RULES), Ok(Policy::default()));
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let waiver = |line: &str| format!("[[waiver]]\nrule = 'method-removed'\npath = 'a'\nreason = 'b'\n{line}");
    for (text, error) in [
        ("\nfail_on = 'wire'".to_owned(), "line 2: unknown key `fail_on`; did you mean `fail-on`?"),
        (
            "x = 1".into(),
            "line 1: unknown key `x`; known are fail-on, experimental, unknown-notifications, open-enums, rules, waiver",
        ),
        ("fail-on = 'info'".into(), r#"line 1: `fail-on` is "info"; expected "wire" or "source""#),
        ("fail-on = 1".into(), "line 1: `fail-on` is a number; expected a string"),
        ("fail-on = 'wire'\nfail-on = 'wire'".into(), "line 2: no TOML: duplicate key"),
        ("fail-on =".into(), "line 1: no TOML: string values must be quoted, expected literal string"),
        (
            "open-enums = 'Mode'".into(),
            "line 1: `open-enums` is a string; expected a list of definitions, such as [\"v2/Status\"]",
        ),
        ("open-enums = ['']".into(), "line 1: a name in `open-enums` is empty"),
        (
            "[rules]\n\nenum-value-ad = 'wire'".into(),
            "line 3: unknown rule `enum-value-ad`; did you mean `enum-value-added`?",
        ),
        ("[rules]\nzzz = 'wire'".into(), "line 2: unknown rule `zzz`; `methodic compat --list-rules` lists them"),
        (
            "[rules]\nenum-value-added = 'none'".into(),
            r#"line 2: the level is "none"; expected "wire" or "source" or "info""#,
        ),
        (
            "[rules]\nenum-value-added = 1".into(),
            "line 2: the level is a number; expected a level, or { input = \"…\", output = \"…\" }",
        ),
        (
            "[rules]\nenum-value-added = { ouput = 'wire' }".into(),
            "line 2: unknown direction `ouput`; did you mean `output`?",
        ),
        ("[waiver]".into(), "line 1: `waiver` is a table; expected a list of tables, each begun with `[[waiver]]`"),
        (
            "[[waiver]]\nrule = 'method-remove'".into(),
            "line 2: unknown rule `method-remove`; did you mean `method-removed`?",
        ),
        (
            "\n[[waiver]]\nrule = 'method-removed'\npath = 'a'".into(),
            "line 2: a waiver without `reason`; say why the change is accepted",
        ),
        (
            "[[waiver]]\nrule = 'method-removed'\nreason = 'a'".into(),
            "line 1: a waiver without `path`; `--show-waivers` prints the one of each finding",
        ),
        (
            waiver("until = 2027-01-01"),
            "line 5: unknown key of a waiver `until`; known are rule, path, baseline, current, reason, expires",
        ),
        (waiver("expires = 'soon'"), "line 5: `expires` is a string; expected a day, such as 2027-01-31"),
        (
            waiver("baseline = '{'"),
            "line 5: `baseline` is no JSON (EOF while parsing an object at line 1 column 1); expected a fragment of schema as JSON, or `sha256:…`",
        ),
        (
            waiver("current = 'sha256:zz'"),
            "line 5: `current` is \"sha256:zz\"; expected `sha256:` and 16 digits of 0 to 9 and a to f",
        ),
    ] {
        let found = Policy::parse(&text, RULES).expect_err(&text).to_string();
        assert_eq!(found, error, "{text}");
    }
}
