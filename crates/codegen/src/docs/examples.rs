//! Which messages illustrate a method, and how they stand on its page.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::model::Method;

/// An example of more lines is folded, so that it does not hide what comes after it.
const FOLDED: usize = 40;

/// Messages to choose the examples of a reference from, by method. Whoever gives them vouches that they are valid.
#[derive(Debug, Clone, Default)]
pub struct Examples(BTreeMap<String, Vec<Message>>);

#[derive(Debug, Clone)]
struct Message {
    name: String,
    text: String,
}

/// What tells a call from an answer, and where its id stands.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    method: Option<&'a RawValue>,
    #[serde(borrow)]
    result: Option<&'a RawValue>,
}

/// The messages that a page shows of a method, as text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Exchange {
    pub(super) sent: Option<String>,
    pub(super) answer: Option<String>,
}

impl Examples {
    /// None at all.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a message of a method: a whole call, notification or answer, as JSON text, with the name of its file.
    ///
    /// A page shows the call or notification named `minimal`, else the shortest, and of two that are equally short the
    /// first by name; of the answers, the one named `result-` and then as the call, else the one named `result`, else the
    /// shortest.
    pub fn insert(&mut self, method: &str, name: &str, text: &str) {
        let text = text.lines().collect::<Vec<_>>().join("\n").trim().to_owned();
        self.0.entry(method.to_owned()).or_default().push(Message { name: name.to_owned(), text });
    }

    /// The messages for a method's page.
    pub(super) fn of(&self, method: &Method) -> Exchange {
        let Some(messages) = self.0.get(&method.method) else { return Exchange::default() };
        let sent = choose(messages, &["minimal"], |envelope| envelope.method.is_some());
        let own = sent.map(|sent| format!("result-{}", sent.name)).unwrap_or_default();
        let is_answer = |envelope: &Envelope<'_>| envelope.method.is_none() && envelope.result.is_some();
        let answer = choose(messages, &[&own, "result"], is_answer);
        let answer = answer.map(|answer| match sent.and_then(|sent| envelope(&sent.text)?.id) {
            Some(id) => with_id(&answer.text, id.get()),
            None => answer.text.clone(),
        });
        Exchange { sent: sent.map(|sent| sent.text.clone()), answer }
    }
}

fn choose<'a>(messages: &'a [Message], names: &[&str], fits: impl Fn(&Envelope<'_>) -> bool) -> Option<&'a Message> {
    let rank = |message: &Message| names.iter().position(|name| message.name == *name).unwrap_or(names.len());
    let mut ranked: Vec<&Message> = messages.iter().collect();
    ranked.sort_by_key(|message| (rank(message), message.text.len(), &message.name));
    ranked.into_iter().find(|message| envelope(&message.text).is_some_and(|envelope| fits(&envelope)))
}

fn envelope(text: &str) -> Option<Envelope<'_>> {
    serde_json::from_str(text).ok()
}

/// The answer with the id of the call that stands above it. The two come from files of their own, and an id is what ties
/// an answer to its call; a reader would take two ids for two exchanges.
fn with_id(answer: &str, id: &str) -> String {
    let Some(own) = envelope(answer).and_then(|envelope| envelope.id) else { return answer.to_owned() };
    // The raw value is borrowed from the text, which is how its place is known.
    let at = own.get().as_ptr() as usize - answer.as_ptr() as usize;
    [&answer[..at], id, &answer[at + own.get().len()..]].concat()
}

/// Writes a message as a block of its own, below who sends it.
pub(super) fn block(out: &mut String, lead: &str, text: &str) {
    let lines = text.lines().count();
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    let code = format!("{fence}json\n{text}\n{fence}\n");
    let _ = match lines > FOLDED {
        true => write!(out, "\n<details><summary>{lead} ({lines} lines)</summary>\n\n{code}\n</details>\n"),
        false => write!(out, "\n{lead}:\n\n{code}"),
    };
}

/// How many backticks follow each other at most.
fn longest_run(text: &str) -> usize {
    text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Examples, Exchange, block};
    use crate::model::{Mark, Method};

    fn method() -> Method {
        Method {
            method: "book/search".into(),
            variant: "BookSearch".into(),
            direction: methodic::Direction::ClientToServer,
            kind: methodic::Kind::Request,
            mark: Mark::Stable,
            docs: String::new(),
            params: None,
            result: None,
        }
    }

    fn exchange(messages: &[(&str, &str)]) -> Exchange {
        let mut examples = Examples::new();
        for (name, text) in messages {
            examples.insert("book/search", name, text);
        }
        examples.of(&method())
    }

    #[test]
    fn the_named_message_comes_first_then_the_shortest_then_the_first_by_name() {
        let call = |id: u32| format!("{{ \"id\": {id}, \"method\": \"book/search\" }}\n");
        let [one, two, long] = [call(1), call(2), call(12_345)];
        let sent = |messages: &[(&str, &str)]| exchange(messages).sent.expect("there is one");
        assert_eq!(sent(&[("b", &one), ("minimal", &long)]), long.trim());
        assert_eq!(sent(&[("a", &long), ("b", &one)]), one.trim());
        assert_eq!(sent(&[("b", &one), ("a", &two)]), two.trim());
        assert_eq!(sent(&[("minimal", "not JSON"), ("b", &one)]), one.trim());
    }

    #[test]
    fn an_answer_is_that_of_its_call_if_one_is_named_so() {
        let call = ("by-title", "{ \"id\": 1, \"method\": \"book/search\" }");
        let answers = [
            ("result", "{ \"id\": 1, \"result\": [] }"),
            ("result-by-title", "{ \"id\": 1, \"result\": [1, 2] }"),
            ("result-none", "{ \"id\": 1, \"result\": 0 }"),
        ];
        let answer = |answers: &[(&str, &str)]| exchange(&[&[call], answers].concat()).answer.expect("there is one");
        assert_eq!(answer(&answers), answers[1].1);
        assert_eq!(answer(&[answers[0], answers[2]]), answers[0].1);
        assert_eq!(answer(&answers[2..]), answers[2].1);
    }

    #[test]
    fn an_answer_carries_the_id_of_its_call_and_is_otherwise_as_written() {
        let exchange = exchange(&[
            ("minimal", "{ \"id\": \"a-1\", \"method\": \"book/search\" }"),
            ("result", "{\r\n  \"result\": { \"id\": 7 },\r\n  \"id\": 7\r\n}\r\n"),
            ("result-empty", "{ \"id\": 7, \"result\": {} }"),
            ("error", "{ \"id\": 7, \"error\": {} }"),
        ]);
        assert_eq!(exchange.answer.as_deref(), Some("{\n  \"result\": { \"id\": 7 },\n  \"id\": \"a-1\"\n}"));
    }

    #[test]
    fn what_is_missing_stays_away() {
        assert_eq!(exchange(&[]), Exchange::default());
        let answer = "{ \"id\": 7, \"result\": {} }";
        assert_eq!(exchange(&[("result", answer)]), Exchange { sent: None, answer: Some(answer.into()) });
    }

    #[test]
    fn a_long_message_is_folded_and_backticks_do_not_end_the_block() {
        let mut out = String::new();
        block(&mut out, "The client sends", "\"```\"");
        assert_eq!(out, "\nThe client sends:\n\n````json\n\"```\"\n````\n");
        out.clear();
        block(&mut out, "The server answers", &"1\n".repeat(41));
        assert!(
            out.starts_with("\n<details><summary>The server answers (41 lines)</summary>\n\n```json\n1\n"),
            "{out}"
        );
    }
}
