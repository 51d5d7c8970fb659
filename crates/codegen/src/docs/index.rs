//! The index: every method, and what a reader of the other pages has to know.

use std::collections::{BTreeSet, VecDeque};
use std::fmt::Write;

use methodic::{Direction, RpcError, code};

use super::site::{INDEX, SHARED, Site};
use super::{method, text};
use crate::model::{Mark, Method, Model, Shape};

/// Anchors of the index that other pages link to.
pub(super) const READING: &str = "reading-these-pages";
pub(super) const EXPERIMENTAL: &str = "experimental-parts";
pub(super) const ERRORS: &str = "errors";

/// The member by which a client opts in. The refusal names it, too.
const OPT_IN: &str = "experimentalApi";

const HOW_TO_READ: &str = "\
A method's section says who sends it and whether it is answered, what it carries, what answers it, and shows one exchange. \
The examples are test fixtures: both the schema and the decoder accept them. An answer is shown with the id of the call \
above it.

Types are written as in TypeScript, with `integer` for a number without a fraction (`integer ≥ 0`, `integer 0…255` with its \
bounds) and `any JSON` for a value of any kind. `a.b` in a table is the member `b` of the object in `a`; `a[].b` that of each \
object in the list `a`.

*Required* says whether the member has to be there. Where a message comes from the server, *yes* means that it always is; \
*no* means that a client must be able to do without it; what goes \
both ways can be left out by the client although the server always sends it, and its row says so. A member of type `… | null` that is not required may be left out or be null, \
which means the same unless its row says otherwise. *Default* is the value that leaving the member out stands for. Members \
that are not named here are ignored, unless a section says that they are refused.
";

const MESSAGES: &str = "\
Messages (`JSONRPCMessage`) are those of JSON-RPC 2.0 without the member `jsonrpc`, one JSON object each. An id is a string or an integer, chosen \
by the side that asks.

| Message | Members |
|---|---|
| request | `id`, `method`, `params` |
| notification | `method`, `params` |
| answer | `id`, `result` |
| refusal | `id`, `error` with `code`, `message` and sometimes `data` |

`params` is an object, and left out where a method takes none. Requests and notifications go in both directions; each \
direction has ids of its own.
";

/// The page.
pub(super) fn page(site: &Site<'_>) -> String {
    let model = site.model;
    let mut out = format!(
        "<!-- Generated from the Rust declaration of {title}. Do not edit. -->\n\n# {title}: method reference\n",
        title = model.title
    );
    if !model.docs.is_empty() {
        let _ = writeln!(out, "\n{}", site.prose(&model.docs, INDEX));
    }
    out.push_str("\nThe same for programs: [JSON Schema](../../schema) and [TypeScript](../../generated-ts).\n");
    let domains: Vec<String> =
        site.domains.iter().map(|domain| format!("[{}]({})", domain.name, domain.file())).collect();
    let _ = write!(out, "\nPages: {}, and [shared types]({SHARED}).\n", domains.join(", "));
    let _ = write!(out, "\n<a id=\"{READING}\"></a>\n\n## Reading these pages\n\n{HOW_TO_READ}");
    let _ = write!(out, "\n## Messages\n\n{}\n", site.prose(MESSAGES, INDEX));
    let _ = write!(out, "\n<a id=\"{EXPERIMENTAL}\"></a>\n\n## Experimental parts\n\n");
    experimental(&mut out, site);
    let _ = write!(out, "\n<a id=\"{ERRORS}\"></a>\n\n## Errors\n\n");
    errors(&mut out);
    out.push_str("\n## Methods\n");
    for domain in &site.domains {
        let _ = write!(out, "\n### [{}]({})\n", domain.name, domain.file());
        table(&mut out, site, &domain.methods, INDEX);
    }
    out
}

/// A table of methods, a line each.
pub(super) fn table(out: &mut String, site: &Site<'_>, methods: &[&Method], page: &str) {
    out.push_str("\n| Method | Direction | Kind | Stability | What it does |\n|---|---|---|---|---|\n");
    for method in methods {
        let stability = match &method.mark {
            Mark::Stable => "stable",
            Mark::Experimental(_) => "experimental",
            Mark::Deprecated(_) => "deprecated",
        };
        let _ = writeln!(
            out,
            "| {} | {} | {} | {stability} | {} |",
            text::cell(&site.link(method, page)),
            method::direction(method.direction),
            method.kind.as_str(),
            text::cell(&site.prose(&text::first_sentence(&method.docs), page)),
        );
    }
}

fn experimental(out: &mut String, site: &Site<'_>) {
    out.push_str(
        "What is marked experimental may change or go without notice. It exists for a client only after the client has asked \
         for it",
    );
    match opt_in(site.model) {
        Some((method, path)) => {
            let _ = write!(out, ", by `{path}: true` in {}.", site.link(method, INDEX));
        }
        None => out.push_str(" when it connects."),
    }
    let example = RpcError::experimental("REASON");
    let _ = write!(
        out,
        " Without that, a request that uses an experimental method, member or value is refused with `{}`:\n\n\
         ```json\n{{ \"code\": {}, \"message\": \"{}\" }}\n```\n\n\
         `REASON` is the text that stands beside the mark. The server sends such parts to nobody who has not asked for them.\n",
        example.code, example.code, example.message
    );
}

/// The request of the client that carries the opt-in, and the way to it; the shortest way, of several.
fn opt_in(model: &Model) -> Option<(&Method, String)> {
    model.methods.iter().filter(|method| method.direction == Direction::ClientToServer).find_map(|method| {
        let mut seen = BTreeSet::new();
        let mut open = VecDeque::from([("params".to_owned(), method.params.as_deref()?)]);
        while let Some((path, name)) = open.pop_front() {
            let Some(definition) = model.definitions.get(name).filter(|_| seen.insert(name)) else { continue };
            let Shape::Object(object) = &definition.shape else { continue };
            for field in &object.fields {
                let path = format!("{path}.{}", field.name);
                match strip_null(&field.shape) {
                    Shape::Boolean if field.name == OPT_IN => return Some((method, path)),
                    Shape::Ref(name) => open.push_back((path, name)),
                    _ => {}
                }
            }
        }
        None
    })
}

fn strip_null(mut shape: &Shape) -> &Shape {
    while let Shape::Nullable(inner) = shape {
        shape = inner;
    }
    shape
}

fn errors(out: &mut String) {
    out.push_str(
        "A request that fails is answered with an `error` instead of a `result`. A notification is never answered, however \
         wrong it is.\n\n| Code | When | In `data` |\n|---|---|---|\n",
    );
    for (code, when, data) in [
        (code::PARSE_ERROR, "The bytes are not JSON.", "`offset`: the byte from which on"),
        (
            code::INVALID_REQUEST,
            "JSON, but no message: a member is missing, of a wrong type or there twice; the id is neither a string nor an \
             integer.",
            "`pointer`: the place in the message",
        ),
        (
            code::INVALID_REQUEST,
            "An [experimental part](#experimental-parts) is used without the opt-in.",
            "`reason`: what the mark says",
        ),
        (code::METHOD_NOT_FOUND, "No method has this name.", "`method`; `near`: the names that were perhaps meant"),
        (
            code::INVALID_PARAMS,
            "The params do not fit the method; the message says what was expected.",
            "`method`; `pointer`: the place in the message",
        ),
        (code::INTERNAL_ERROR, "The method itself failed; the message says why.", ""),
        (code::OVERLOADED, "There is no room for more requests now; the same request may succeed later.", ""),
    ] {
        let _ = writeln!(out, "| `{code}` | {when} |{}{data} |", if data.is_empty() { "" } else { " " });
    }
    out.push_str("\nAn id that could not be read is null in the answer.\n");
}
