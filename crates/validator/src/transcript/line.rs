//! One line of a recording taken apart: which way the message travelled, when, and the message itself.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::time;
use crate::methods::Direction;
use crate::pointer::{brief, shorten};

/// The members that can hold a recorded message, the way it travelled, and the time; the first that is there counts.
const MESSAGE: [&str; 4] = ["message", "msg", "data", "payload"];
const DIRECTION: [&str; 3] = ["direction", "dir", "from"];
const TIME: [&str; 4] = ["timestamp", "ts", "time", "at"];

/// A message with what the line says about it.
#[derive(Debug, PartialEq)]
pub(super) struct Line {
    /// Which way it travelled, where the line says so.
    pub(super) direction: Option<Direction>,
    pub(super) time: Option<Timestamp>,
    pub(super) message: Value,
    /// Where the JSON begins, from one.
    pub(super) column: usize,
}

/// Why a line is no message, and where in it.
#[derive(Debug, PartialEq)]
pub(super) struct Broken {
    pub(super) column: usize,
    pub(super) message: String,
}

impl Broken {
    fn new(column: usize, message: impl Into<String>) -> Self {
        Self { column, message: message.into() }
    }
}

/// Reads one line, without its end. Blank lines and those that start with `#` hold nothing.
///
/// `forward` is the direction of what the recording side wrote: of `>`, `out`, `send`.
pub(super) fn parse(line: &[u8], forward: Direction) -> Result<Option<Line>, Broken> {
    let indent = line.len() - line.trim_ascii_start().len();
    if matches!(line.get(indent), None | Some(b'#')) {
        return Ok(None);
    }
    let Some(start) = line.iter().position(|byte| *byte == b'{') else {
        let found = shorten(&String::from_utf8_lossy(line.trim_ascii()), 80);
        let forms = "expected a JSON object, alone or after a time stamp and `>` or `<`";
        return Err(Broken::new(indent + 1, format!("{forms}; found `{found}`")));
    };
    let column = start + 1;
    let (mut direction, mut time) = prefix(&line[..start], forward).map_err(|text| Broken::new(indent + 1, text))?;
    let value = from_json(&line[start..]).map_err(|broken| Broken { column: start + broken.column, ..broken })?;
    let Value::Object(mut members) = value else {
        return Err(Broken::new(column, "expected a JSON object"));
    };
    let message = match wrapped(&members) {
        None => Value::Object(members),
        Some(name) => {
            direction = direction_of(&members, forward).map_err(|text| Broken::new(column, text))?.or(direction);
            time = time_of(&members).map_err(|text| Broken::new(column, text))?.or(time);
            unwrapped(name, members.remove(name).unwrap_or_default()).map_err(|text| Broken::new(column, text))?
        }
    };
    Ok(Some(Line { direction, time, message, column }))
}

fn from_json(text: &[u8]) -> Result<Value, Broken> {
    serde_json::from_slice(text).map_err(|error| {
        let said = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        Broken::new(error.column().max(1), format!("not JSON: {}", said.strip_suffix(&place).unwrap_or(&said)))
    })
}

/// What stands before the JSON: a direction, a time, both in either order, or nothing.
fn prefix(text: &[u8], forward: Direction) -> Result<(Option<Direction>, Option<Timestamp>), String> {
    let text = std::str::from_utf8(text).map_err(|_| "expected UTF-8 before the message".to_owned())?;
    let mut direction = None;
    // A time may be of two words, `2026-11-22 10:00:00Z`, and in brackets.
    let mut rest = String::new();
    for word in text.split_whitespace() {
        if let Some(found) = way(word, forward) {
            direction = Some(found);
            continue;
        }
        if !rest.is_empty() {
            rest.push(' ');
        }
        rest.push_str(word);
    }
    let bare = rest.trim_matches(['[', ']', '(', ')']);
    if bare.is_empty() {
        if rest.starts_with('[') {
            return Err("found an array: record a batch as one line a message".to_owned());
        }
        return Ok((direction, None));
    }
    match time::from_text(bare) {
        Some(time) => Ok((direction, Some(time))),
        None => Err(format!(
            "expected a time stamp, `>` or `<` before the message, or nothing; found `{}`",
            shorten(&rest, 80)
        )),
    }
}

/// The direction that a word or an arrow says. Letter case and punctuation do not count: `client-to-server`, `C2S`.
fn way(word: &str, forward: Direction) -> Option<Direction> {
    let letters: String =
        word.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    Some(match letters.as_str() {
        "client" | "c2s" | "clienttoserver" | "clientserver" => Direction::ClientToServer,
        "server" | "s2c" | "servertoclient" | "serverclient" => Direction::ServerToClient,
        "out" | "outgoing" | "outbound" | "send" | "sent" | "tx" => forward,
        "in" | "incoming" | "inbound" | "recv" | "receive" | "received" | "rx" => forward.opposite(),
        "" => match word {
            ">" | ">>" | "->" | "-->" | "=>" | "→" => forward,
            "<" | "<<" | "<-" | "<--" | "<=" | "←" => forward.opposite(),
            _ => return None,
        },
        _ => return None,
    })
}

/// The member that holds the message, when the line is an object around one and not the message itself.
fn wrapped(members: &Map<String, Value>) -> Option<&'static str> {
    let name = MESSAGE.into_iter().find(|name| members.contains_key(*name))?;
    let has = |names: &[&str]| names.iter().any(|name| members.contains_key(*name));
    // A message has none of these names itself, but who records one may repeat its `method` beside it.
    (has(&DIRECTION) || !has(&["method", "result", "error", "jsonrpc"])).then_some(name)
}

fn unwrapped(name: &str, value: Value) -> Result<Value, String> {
    match value {
        Value::Object(_) => Ok(value),
        // Some recorders keep the message as the text that went over the wire.
        Value::String(text) => match from_json(text.as_bytes()) {
            Ok(message @ Value::Object(_)) => Ok(message),
            Ok(other) => Err(format!("the text in `{name}` is {}: expected a JSON object", brief(&other))),
            Err(broken) => Err(format!("the text in `{name}` is {}, at its column {}", broken.message, broken.column)),
        },
        other => Err(format!("`{name}` is {}: expected the message, as an object or as its text", brief(&other))),
    }
}

fn direction_of(members: &Map<String, Value>, forward: Direction) -> Result<Option<Direction>, String> {
    let Some((name, value)) = first(members, &DIRECTION) else { return Ok(None) };
    value.as_str().and_then(|word| way(word, forward)).map(Some).ok_or_else(|| {
        let words = "client, server, client-to-server, server-to-client, c2s, s2c, out, in, send, recv, `>` or `<`";
        format!("`{name}` is {}: expected {words}", brief(value))
    })
}

fn time_of(members: &Map<String, Value>) -> Result<Option<Timestamp>, String> {
    let Some((name, value)) = first(members, &TIME) else { return Ok(None) };
    let time = match value {
        Value::String(text) => time::from_text(text),
        Value::Number(number) => time::from_number(number),
        _ => None,
    };
    time.map(Some).ok_or_else(|| {
        format!(
            "`{name}` is {}: expected a date and time as in RFC 3339, or seconds or milliseconds since 1970",
            brief(value)
        )
    })
}

/// The first of these members that is there and not null.
fn first<'a>(members: &'a Map<String, Value>, names: &[&'static str]) -> Option<(&'static str, &'a Value)> {
    names.iter().find_map(|name| Some((*name, members.get(*name).filter(|value| !value.is_null())?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{ClientToServer as ToServer, ServerToClient as ToClient};

    fn read(text: &str) -> (Option<Direction>, Option<i64>, Value) {
        let line = parse(text.as_bytes(), ToServer).unwrap_or_else(|broken| panic!("{text}: {}", broken.message));
        let line = line.expect("a message");
        (line.direction, line.time.map(Timestamp::as_millisecond), line.message)
    }

    fn refused(text: &str) -> (usize, String) {
        let broken = parse(text.as_bytes(), ToServer).expect_err(text);
        (broken.column, broken.message)
    }

    #[test]
    fn arrows_and_times_may_stand_before_the_message() {
        let message = serde_json::json!({ "id": 1 });
        for (text, direction, time) in [
            (r#"{"id":1}"#, None, None),
            (r#"> {"id":1}"#, Some(ToServer), None),
            (r#"<{"id":1}"#, Some(ToClient), None),
            (r#"  --> {"id":1}  "#, Some(ToServer), None),
            (r#"← {"id":1}"#, Some(ToClient), None),
            (r#"1970-01-01T00:00:01.5Z < {"id":1}"#, Some(ToClient), Some(1500)),
            (r#"[1970-01-01 01:00:01+01:00] S2C: {"id":1}"#, Some(ToClient), Some(1000)),
            (r#"> 1.25 {"id":1}"#, Some(ToServer), Some(1250)),
        ] {
            assert_eq!(read(text), (direction, time, message.clone()), "{text}");
        }
    }

    #[test]
    fn an_object_around_the_message_says_the_same_in_members() {
        let message = serde_json::json!({ "method": "m", "params": { "message": "x" } });
        for (around, direction, time) in [
            (r#""direction":"client-to-server","message":M"#, Some(ToServer), None),
            (r#""dir":"s2c","msg":M,"ts":1700000000"#, Some(ToClient), Some(1_700_000_000_000)),
            (r#""from":"server","data":M,"time":1700000000123"#, Some(ToClient), Some(1_700_000_000_123)),
            (r#""payload":M,"at":"1970-01-01T00:00:00Z","method":null,"dir":"out""#, Some(ToServer), Some(0)),
            (r#""data":M,"direction":null"#, None, None),
        ] {
            let text = format!("{{{around}}}");
            assert_eq!(read(&text.replace('M', &message.to_string())), (direction, time, message.clone()), "{text}");
            let quoted = Value::String(message.to_string()).to_string();
            assert_eq!(read(&text.replace('M', &quoted)), (direction, time, message.clone()), "{text}, as text");
        }
        assert_eq!(read(&message.to_string()).2, message, "a message is not taken for what it holds");
        assert_eq!(read(r#"{"method":"m","data":1}"#).2, serde_json::json!({ "method": "m", "data": 1 }));
    }

    #[test]
    fn who_recorded_it_decides_what_out_means() {
        for (word, expected) in [("out", ToClient), ("recv", ToServer), ("client", ToServer)] {
            let text = format!(r#"{{"dir":"{word}","data":{{}}}}"#);
            let line = parse(text.as_bytes(), ToClient).unwrap().unwrap();
            assert_eq!(line.direction, Some(expected), "{word}");
        }
    }

    #[test]
    fn blank_lines_and_comments_hold_nothing() {
        for text in ["", "   ", "\t\r", "# started at noon {}", "  # {"] {
            assert_eq!(parse(text.as_bytes(), ToServer), Ok(None), "{text:?}");
        }
    }

    #[test]
    fn what_is_broken_says_where_and_what_was_expected() {
        for (text, column, said) in [
            ("hello", 1, "expected a JSON object, alone or after a time stamp and `>` or `<`; found `hello`"),
            (r#"  soon {"id":1}"#, 3, "before the message, or nothing; found `soon`"),
            (r#"[{"id":1}]"#, 1, "found an array: record a batch as one line a message"),
            (r#"> {"id":1"#, 9, "not JSON: EOF while parsing an object"),
            (r#"{"id":1} {"id":2}"#, 10, "not JSON: trailing characters"),
            (r#"{"dir":"up","data":{}}"#, 1, "`dir` is \"up\": expected client, server"),
            (r#"{"ts":"noon","data":{}}"#, 1, "`ts` is \"noon\": expected a date and time as in RFC 3339"),
            (r#"{"data":[]}"#, 1, "`data` is []: expected the message, as an object or as its text"),
            (r#"{"data":"[1]"}"#, 1, "the text in `data` is [1]: expected a JSON object"),
            (r#"{"data":"{"}"#, 1, "the text in `data` is not JSON: EOF while parsing an object, at its column 1"),
        ] {
            let (at, message) = refused(text);
            assert!(at == column && message.contains(said), "{text}: {at}: {message}");
        }
        assert!(parse(b"\xff > {}", ToServer).is_err());
        assert!(parse(b"{\"a\":\"\xff\"}", ToServer).is_err());
    }
}
