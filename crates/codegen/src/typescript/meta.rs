//! `meta.js`: the method table at run time. Which methods there are, who sends them, how far each can be relied on.

use std::collections::BTreeMap;
use std::fmt::Write;

use methodic::{Direction, Kind};
use serde_json::Value;

use super::code::{Code, key};
use super::style::Style;
use crate::model::{Mark, Method, Model};
use crate::tree::{Tree, TreeError};

/// A section of the table: its list, its interface in `methods.d.ts`, and the guard for its messages.
struct Section {
    list: &'static str,
    map: &'static str,
    guard: &'static str,
    direction: Direction,
    kind: Kind,
}

impl Section {
    /// `request that the client sends`, or several `requests`.
    fn says(&self, plural: &str) -> String {
        let sender = if self.direction == Direction::ClientToServer { "client" } else { "server" };
        format!("{}{plural} that the {sender} sends", self.kind.as_str())
    }
}

const SECTIONS: [Section; 4] = [
    Section {
        list: "clientRequests",
        map: "ClientRequests",
        guard: "isClientRequest",
        direction: Direction::ClientToServer,
        kind: Kind::Request,
    },
    Section {
        list: "serverRequests",
        map: "ServerRequests",
        guard: "isServerRequest",
        direction: Direction::ServerToClient,
        kind: Kind::Request,
    },
    Section {
        list: "clientNotifications",
        map: "ClientNotifications",
        guard: "isClientNotification",
        direction: Direction::ClientToServer,
        kind: Kind::Notification,
    },
    Section {
        list: "serverNotifications",
        map: "ServerNotifications",
        guard: "isServerNotification",
        direction: Direction::ServerToClient,
        kind: Kind::Notification,
    },
];

/// Whether an object is a message of a kind: JSON-RPC tells requests by their id.
const GUARDS: &str = r#"
const known = (methods) => {
  const names = new Set(methods);
  return (method) => typeof method === "string" && names.has(method);
};
const message = (isMethod, answered) => (value) =>
  typeof value === "object" && value !== null && isMethod(value.method) && (value.id !== undefined) === answered;
"#;

/// Adds the table of a surface below `folder`.
pub(super) fn files(model: &Model, hash: &str, folder: &str, style: Style, tree: &mut Tree) -> Result<(), TreeError> {
    let header = format!("// The methods of {}, generated from its Rust declaration. Do not edit.\n", model.title);
    tree.insert(format!("{folder}/meta.js"), module(model, hash, &header))?;
    tree.insert(format!("{folder}/meta.d.ts"), declarations(model, &header, style))
}

/// The text of the module.
fn module(model: &Model, hash: &str, header: &str) -> String {
    let mut out = String::from(header);
    out.push_str("\n/** Which protocol, and which state of it. */\nexport const protocol = {\n");
    for (name, value) in protocol(model, hash) {
        let _ = writeln!(out, "  {name}: {},", Value::from(value));
    }
    out.push_str("};\n");
    for section in &SECTIONS {
        let _ = write!(out, "\n/** The methods of {}. */\nexport const {} = [", section.says("s"), section.list);
        list(&mut out, methods(model, section));
        out.push_str("];\n");
    }
    out.push_str("\n/** Every method: who sends it, whether it is answered, and how far it can be relied on. */\nexport const methods = {\n");
    for (method, direction) in rows(model) {
        let name = key(&method.method);
        let _ = write!(out, "  {name}: ");
        row(method, direction).write(&mut out, 1, name.len() + 4);
        out.push_str(",\n");
    }
    out.push_str("};\n");
    out.push_str(GUARDS);
    for section @ Section { list, guard, kind, .. } in &SECTIONS {
        let (says, answered) = (section.says(""), *kind == Kind::Request);
        let _ = write!(
            out,
            "\n/** Whether this is the method of a {says}. */\nexport const {guard}Method = /* @__PURE__ */ known({list});\n\
             /** Whether this is a {says}. */\n\
             export const {guard} = /* @__PURE__ */ message({guard}Method, {answered});\n"
        );
    }
    out
}

/// The text of its declarations.
fn declarations(model: &Model, header: &str, style: Style) -> String {
    let mut out = String::from(header);
    let unions: BTreeMap<&str, &str> = SECTIONS
        .iter()
        .filter_map(|section| {
            let of = |(_, direction, kind): &&(String, Direction, Kind)| {
                *direction == section.direction && *kind == section.kind
            };
            model.messages.iter().find(of).map(|(name, ..)| (section.guard, name.as_str()))
        })
        .collect();
    let maps = SECTIONS.iter().map(|section| section.map).collect::<Vec<_>>();
    let _ = writeln!(out, "\nimport type {{ {} }} from \"{}\";", maps.join(", "), style.import("./methods"));
    if !unions.is_empty() {
        let unions: Vec<&str> = unions.values().copied().collect();
        let _ = writeln!(out, "import type {{ {} }} from \"{}\";", unions.join(", "), style.import("./types"));
    }
    out.push_str("\n/** Which protocol, and which state of it. */\nexport declare const protocol: {\n");
    for (name, docs) in PROTOCOL {
        let _ = writeln!(out, "  /** {docs} */\n  readonly {name}: string;");
    }
    out.push_str("};\n");
    for section in &SECTIONS {
        let _ = write!(
            out,
            "\n/** The methods of {}. */\nexport declare const {}: readonly [",
            section.says("s"),
            section.list
        );
        list(&mut out, methods(model, section));
        out.push_str("];\n");
    }
    let _ = write!(
        out,
        "\n/** The wire name of any method. */\nexport type Method =\n  | keyof {};\n",
        maps.join("\n  | keyof ")
    );
    out.push_str(METHOD_INFO);
    for section @ Section { map, guard, .. } in &SECTIONS {
        let says = section.says("");
        let union = unions.get(guard).copied().unwrap_or("never");
        let _ = write!(
            out,
            "\n/** Whether this is the method of a {says}. */\n\
             export declare function {guard}Method(method: unknown): method is keyof {map};\n\
             /** Whether this is a {says}: by its method; its params are not looked at. */\n\
             export declare function {guard}(message: unknown): message is {union};\n"
        );
    }
    out
}

const METHOD_INFO: &str = r#"
/** How far a method can be relied on. */
export type Stability =
  | { readonly stability: "stable" }
  | {
      readonly stability: "experimental";
      /** What the opt-in is for. */
      readonly reason: string;
    }
  | {
      readonly stability: "deprecated";
      /** What to use instead. */
      readonly note: string;
    };

/** What is known of a method, beside its types. */
export type MethodInfo = Stability & {
  /** Who sends it; `both` where the client and the server have a method of this name each. */
  readonly direction: "client-to-server" | "server-to-client" | "both";
  /** A request is answered, a notification is not. */
  readonly kind: "request" | "notification";
};

/** Every method: who sends it, whether it is answered, and how far it can be relied on. */
export declare const methods: { readonly [M in Method]: MethodInfo };
"#;

/// The members of `protocol`, and what they say.
const PROTOCOL: [(&str, &str); 4] = [
    ("name", "As files are named after it."),
    ("title", "As readers know it."),
    ("version", "The version of the package that declares it."),
    ("hash", "Of all that the wire can see, SHA-256 in hexadecimal: other docs leave it, another shape changes it."),
];

fn protocol(model: &Model, hash: &str) -> impl Iterator<Item = (&'static str, String)> {
    let values = [model.name.clone(), model.title.clone(), model.package_version.clone(), hash.to_owned()];
    PROTOCOL.into_iter().map(|(name, _)| name).zip(values)
}

fn methods<'a>(model: &'a Model, section: &Section) -> impl Iterator<Item = &'a str> {
    model.section(section.direction, section.kind).map(|method| method.method.as_str())
}

fn list<'a>(out: &mut String, methods: impl Iterator<Item = &'a str>) {
    let start = out.len();
    methods.for_each(|method| {
        let _ = write!(out, "\n  {},", Value::from(method));
    });
    if out.len() > start {
        out.push('\n');
    }
}

/// Each wire name once, with who sends it.
fn rows(model: &Model) -> Vec<(&Method, &'static str)> {
    let mut rows: Vec<(&Method, &'static str)> = Vec::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for method in &model.methods {
        match seen.get(method.method.as_str()) {
            Some(at) => rows[*at].1 = "both",
            None => {
                seen.insert(&method.method, rows.len());
                rows.push((method, method.direction.as_str()));
            }
        }
    }
    rows
}

fn row<'a>(method: &'a Method, direction: &'a str) -> Code<'a> {
    let (stability, why) = match &method.mark {
        Mark::Stable => ("stable", None),
        Mark::Experimental(reason) => ("experimental", Some(("reason", reason.as_str()))),
        Mark::Deprecated(note) => ("deprecated", Some(("note", note.as_str()))),
    };
    let facts = [("direction", direction), ("kind", method.kind.as_str()), ("stability", stability)];
    Code::members(facts.into_iter().chain(why).map(|(name, fact)| (name, Code::literal(&fact.into()))))
}
