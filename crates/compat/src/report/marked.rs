//! A witness as a person reads it: the message as JSON, shortened beside the way to the offending spot, which is marked.

use serde_json::{Map, Value};

use crate::contract::unescaped;

/// A line may be this long before the message is spread over several.
const WIDTH: usize = 100;
/// What stands beside the way is shortened to the first of these with which all fits into one line.
const BRIEF: [usize; 4] = [usize::MAX, 60, 40, LEAST];
/// And to this where the message takes several lines all the same.
const LEAST: usize = 24;
/// The offending value itself is shortened to this.
const SPOT: usize = 60;

/// The lines of a message, with a line of carets below the spot that the pointer leads to.
///
/// Where the pointer leads to nothing, as for a member that is missing, what should hold it is marked.
pub(super) fn lines(message: &Value, pointer: &str) -> Vec<String> {
    let way = way(message, pointer);
    for brief in BRIEF {
        let mut line = Line::default();
        line.one(message, Some(&way), brief, SPOT.max(brief));
        if line.length() <= WIDTH {
            return line.with_carets();
        }
    }
    spread(message, &way)
}

/// The parts of a pointer, as far as they lead to something.
fn way(message: &Value, pointer: &str) -> Vec<String> {
    let mut at = message;
    let mut way = Vec::new();
    for part in pointer.split('/').skip(1).map(unescaped) {
        let inside = match at {
            Value::Object(members) => members.get(&part),
            Value::Array(items) => part.parse::<usize>().ok().and_then(|index| items.get(index)),
            _ => None,
        };
        let Some(inside) = inside else { break };
        at = inside;
        way.push(part);
    }
    way
}

/// One line in the making, with the spot that gets carets.
#[derive(Default)]
struct Line {
    text: String,
    mark: Option<(usize, usize)>,
}

impl Line {
    fn length(&self) -> usize {
        self.text.chars().count()
    }

    /// Writes a value; `way` is what is left of the way, for a value that lies on it.
    fn one(&mut self, value: &Value, way: Option<&[String]>, brief: usize, spot: usize) {
        let Some(way) = way else { return self.text.push_str(&shortened(value, brief)) };
        let Some((next, rest)) = way.split_first() else {
            let begin = self.length();
            self.text.push_str(&shortened(value, spot));
            self.mark = Some((begin, self.length() - begin));
            return;
        };
        match value {
            Value::Object(members) => {
                self.text.push_str("{ ");
                for (index, (name, value)) in ordered(members).into_iter().enumerate() {
                    let comma = if index > 0 { ", " } else { "" };
                    self.text.push_str(&format!("{comma}{}: ", Value::from(name.as_str())));
                    self.one(value, (name == next).then_some(rest), brief, spot);
                }
                self.text.push_str(" }");
            }
            Value::Array(items) => {
                self.text.push('[');
                for (index, value) in items.iter().enumerate() {
                    self.text.push_str(if index > 0 { ", " } else { "" });
                    self.one(value, (index.to_string() == *next).then_some(rest), brief, spot);
                }
                self.text.push(']');
            }
            _ => self.text.push_str(&shortened(value, brief)),
        }
    }

    fn with_carets(self) -> Vec<String> {
        let carets = self.mark.map(|(begin, length)| " ".repeat(begin) + &"^".repeat(length.max(1)));
        [self.text].into_iter().chain(carets).collect()
    }
}

/// The message with a line for each member on the way, and the rest of each object in a line.
fn spread(message: &Value, way: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    descend(message, way, ["", "", ""], &mut out);
    out
}

/// `around` is the indent, what stands before the value, and what follows it.
fn descend(value: &Value, way: &[String], around: [&str; 3], out: &mut Vec<String>) {
    let [indent, before, after] = around;
    let Some((next, rest)) = way.split_first() else {
        let mut line = Line { text: format!("{indent}{before}"), mark: None };
        line.one(value, Some(way), LEAST, SPOT);
        line.text.push_str(after);
        return out.extend(line.with_carets());
    };
    let (open, close, members): (_, _, Vec<(String, bool, &Value)>) = match value {
        Value::Object(members) => {
            let label =
                |(name, value): (&String, _)| (format!("{}: ", Value::from(name.as_str())), name == next, value);
            ("{", "}", ordered(members).into_iter().map(label).collect())
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            ("[", "]", items.map(|(index, value)| (String::new(), index.to_string() == *next, value)).collect())
        }
        // The way leads only through what holds something.
        _ => return,
    };
    out.push(format!("{indent}{before}{open}"));
    let (inner, last) = (format!("{indent}  "), members.len() - 1);
    for (index, (label, on_way, value)) in members.into_iter().enumerate() {
        let comma = if index < last { "," } else { "" };
        if on_way {
            descend(value, rest, [&inner, &label, comma], out);
        } else {
            out.push(format!("{inner}{label}{}{comma}", shortened(value, LEAST)));
        }
    }
    out.push(format!("{indent}{close}{after}"));
}

/// The members of an object; those of an envelope come in the order in which people write them.
fn ordered(members: &Map<String, Value>) -> Vec<(&String, &Value)> {
    const FIRST: [&str; 3] = ["jsonrpc", "id", "method"];
    let mut all: Vec<_> = members.iter().collect();
    all.sort_by_key(|(name, _)| (FIRST.iter().position(|first| first == name).unwrap_or(FIRST.len()), *name));
    all
}

/// A value in one line, of at most about so many characters.
fn shortened(value: &Value, limit: usize) -> String {
    let mut line = Line::default();
    line.whole(value);
    if line.length() <= limit {
        return line.text;
    }
    match value {
        Value::Object(_) => "{…}".to_owned(),
        Value::Array(_) => "[…]".to_owned(),
        Value::String(text) => {
            let kept: String = text.chars().take(limit.saturating_sub(3)).collect();
            let quoted = Value::from(kept).to_string();
            format!("{}…\"", &quoted[..quoted.len() - 1])
        }
        other => other.to_string(),
    }
}

impl Line {
    /// Writes a value with spaces, as people do.
    fn whole(&mut self, value: &Value) {
        match value {
            Value::Object(members) if members.is_empty() => self.text.push_str("{}"),
            Value::Object(members) => {
                self.text.push_str("{ ");
                for (index, (name, value)) in ordered(members).into_iter().enumerate() {
                    let comma = if index > 0 { ", " } else { "" };
                    self.text.push_str(&format!("{comma}{}: ", Value::from(name.as_str())));
                    self.whole(value);
                }
                self.text.push_str(" }");
            }
            Value::Array(items) => {
                self.text.push('[');
                for (index, value) in items.iter().enumerate() {
                    self.text.push_str(if index > 0 { ", " } else { "" });
                    self.whole(value);
                }
                self.text.push(']');
            }
            other => self.text.push_str(&other.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::lines;

    #[test]
    fn a_short_message_is_one_line_with_carets_below_the_spot() {
        let message = json!({ "method": "turn/start", "id": 1, "params": { "input": ["é", { "type": "text" }] } });
        assert_eq!(
            lines(&message, "/params/input/1/type"),
            [
                r#"{ "id": 1, "method": "turn/start", "params": { "input": ["é", { "type": "text" }] } }"#,
                r#"                                                                        ^^^^^^"#,
            ]
        );
        let missing = lines(&message, "/params/cwd");
        assert_eq!(missing[1].find('^'), missing[0].find("{ \"input\""));
        assert_eq!(lines(&json!({}), ""), ["{}", "^^"]);
    }

    #[test]
    fn what_is_beside_the_way_is_shortened_before_lines_are_broken() {
        let message = json!({ "id": 1, "method": "a", "params": {
            "long": "x".repeat(200), "deep": { "a": "y".repeat(90) }, "spot": 5 } });
        assert_eq!(
            lines(&message, "/params/spot"),
            [
                r#"{ "id": 1, "method": "a", "params": { "deep": {…}, "long": "xxxxxxxxxxxxxxxxxxxxx…", "spot": 5 } }"#,
                r#"                                                                                             ^"#,
            ]
        );
    }

    #[test]
    fn a_long_message_is_spread_along_the_way() {
        let filler: serde_json::Map<_, _> = (0..6).map(|n| (format!("member{n}"), json!("some text"))).collect();
        let mut params = filler.clone();
        params.insert("spot".into(), json!([filler, { "bad": null }]));
        let message = json!({ "id": 1, "method": "a", "params": params });
        assert_eq!(
            lines(&message, "/params/spot/1/bad").join("\n"),
            r#"{
  "id": 1,
  "method": "a",
  "params": {
    "member0": "some text",
    "member1": "some text",
    "member2": "some text",
    "member3": "some text",
    "member4": "some text",
    "member5": "some text",
    "spot": [
      {…},
      {
        "bad": null
               ^^^^
      }
    ]
  }
}"#
        );
    }
}
