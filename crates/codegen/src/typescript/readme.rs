//! `README.md` of the package: how to begin, and each feature by an example with methods of the protocol itself.

use std::fmt::Write;

use methodic::{Direction, Kind};
use serde_json::Value;

use super::sample;
use crate::model::{Mark, Method, Model};

/// The text of the file. The examples are taken from the stable surface, which every package has.
pub(super) fn file(model: &Model, stable: &Model, also: &[&str]) -> String {
    let facts = Facts {
        package: model.name.replace('_', "-"),
        model: stable,
        request: with_params(stable, Direction::ClientToServer, Kind::Request),
        bare: first(stable, Direction::ClientToServer, Kind::Request, |method| method.params.is_none()),
        asked: first(stable, Direction::ServerToClient, Kind::Request, |method| answer(stable, method).is_some()),
        told: first(stable, Direction::ServerToClient, Kind::Notification, |method| method.params.is_some()),
    };
    let mut out = format!("# {}\n\n{}\n", facts.package, model.docs.trim());
    let _ = write!(
        out,
        "\nTypes, a client and transports for {}, generated from the declaration of the protocol. There is nothing to \
         build and nothing else to install; the client runs in Node.js from version 20 and in browsers, and TypeScript \
         checks it from version 5.\n",
        model.title
    );
    let sections = [
        Some(start(&facts)),
        requests(&facts),
        notifications(&facts),
        coverage(&facts),
        server_requests(&facts),
        errors(&facts),
        cancellation(&facts),
        Some(transports(&facts)),
        Some(surprises(&facts)),
        Some(validation(&facts)),
        Some(meta(&facts)),
        also.contains(&"experimental").then(|| experimental(&facts, model)),
        types(&facts),
    ];
    for section in sections.into_iter().flatten() {
        out.push('\n');
        out.push_str(&section);
    }
    out
}

/// What the examples are made of.
struct Facts<'a> {
    package: String,
    model: &'a Model,
    /// A request with params that can be written down.
    request: Option<&'a Method>,
    /// A request without params.
    bare: Option<&'a Method>,
    /// A request of the server whose result can be written down.
    asked: Option<&'a Method>,
    /// A notification of the server.
    told: Option<&'a Method>,
}

fn first(model: &Model, direction: Direction, kind: Kind, fits: impl Fn(&Method) -> bool) -> Option<&Method> {
    model.section(direction, kind).find(|method| !matches!(method.mark, Mark::Deprecated(_)) && fits(method))
}

fn with_params(model: &Model, direction: Direction, kind: Kind) -> Option<&Method> {
    first(model, direction, kind, |method| method.params.is_some() && arguments(model, method).is_some())
}

/// The arguments of a call, as TypeScript.
fn arguments(model: &Model, method: &Method) -> Option<String> {
    let name = quoted(&method.method);
    match &method.params {
        None => Some(name),
        Some(params) => Some(format!("{name}, {}", sample::of(model, params, 0)?)),
    }
}

/// A result of a request of the server, as TypeScript.
fn answer(model: &Model, method: &Method) -> Option<String> {
    sample::of(model, method.result.as_deref()?, 1)
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

impl Facts<'_> {
    /// A call that stands for any, if the protocol has requests.
    fn call(&self) -> Option<String> {
        arguments(self.model, self.request.or(self.bare)?)
    }

    /// The arguments of a call with options, which come after the params.
    fn call_with(&self, options: &str) -> Option<String> {
        let method = self.request.or(self.bare)?;
        let none = if method.params.is_none() { ", undefined" } else { "" };
        Some(format!("{}{none}, {options}", arguments(self.model, method)?))
    }
}

fn code(text: &str) -> String {
    format!("```ts\n{}\n```\n", text.trim())
}

fn start(facts: &Facts<'_>) -> String {
    let package = &facts.package;
    let call =
        facts.call().map(|call| format!("\nconst result = await client.request({call});\nconsole.log(result);\n"));
    format!(
        "## Start\n\nA client talks through a transport. This one starts a server and speaks through its standard input \
         and output:\n\n{}",
        code(&format!(
            "import {{ spawn }} from \"node:child_process\";\nimport {{ createClient }} from \"{package}\";\n\
             import {{ childProcessTransport }} from \"{package}/transports/ndjson\";\n\n\
             const server = spawn(\"path/to/the/server\", [], {{ stdio: [\"pipe\", \"pipe\", \"inherit\"] }});\n\
             const client = createClient(childProcessTransport(server));\n{}\nawait client.close();",
            call.unwrap_or_default()
        ))
    )
}

fn requests(facts: &Facts<'_>) -> Option<String> {
    let call = facts.call()?;
    let mut text = format!(
        "## Requests\n\nThe method decides what the params have to be and what the result is; an editor completes both. \
         Any number of requests can be under way at once, and responses may come in any order.\n\n{}",
        code(&format!("const result = await client.request({call});"))
    );
    if let Some(bare) = facts.bare {
        let _ = write!(
            text,
            "\nA method without params takes no second argument:\n\n{}",
            code(&format!("const answer = await client.request({});", quoted(&bare.method)))
        );
    }
    if let Some(notice) = first(facts.model, Direction::ClientToServer, Kind::Notification, |method| {
        arguments(facts.model, method).is_some()
    }) {
        let arguments = arguments(facts.model, notice)?;
        let _ = write!(
            text,
            "\nA notification is not answered; the promise is resolved when the transport has taken it:\n\n{}",
            code(&format!("await client.notify({arguments});"))
        );
    }
    Some(text)
}

fn notifications(facts: &Facts<'_>) -> Option<String> {
    let told = quoted(&facts.told?.method);
    let before = facts.call().map(|call| format!("await client.request({call});\n")).unwrap_or_default();
    Some(format!(
        "## Notifications\n\nA function for one method, called in the order in which they arrive:\n\n{}\n\
         A loop over several methods, or over all of them without `methods`; `notification.method` tells which one it is, \
         and with it what `params` is. The subscription begins with the call: whatever a request leads to is there, even \
         what arrives before its response.\n\n{}\n\
         What waits for the loop is bounded: 10,000 notifications, or `limit`. When one more arrives, the loop ends with a \
         `NotificationOverflowError` after those that were waiting (`overflow: \"error\"`, the default), or the one that \
         has waited longest is dropped (`\"drop-oldest\"`), or the one that arrives (`\"drop-newest\"`); `dropped` of the \
         stream counts them. The loop ends when the connection does. `signal` ends it too, with the signal's reason.\n",
        code(&format!(
            "const unsubscribe = client.onNotification({told}, (params) => {{\n  console.log(params);\n}});\nunsubscribe();"
        )),
        code(&format!(
            "const notifications = client.notifications({{\n  methods: [{told}],\n  limit: 1_000,\n  \
             where: (notification) => JSON.stringify(notification.params).length < 10_000,\n}});\n{before}\
             for await (const notification of notifications) {{\n  switch (notification.method) {{\n    case {told}:\n      \
             console.log(notification.params);\n      break;\n  }}\n}}"
        ))
    ))
}

fn coverage(facts: &Facts<'_>) -> Option<String> {
    facts.told?;
    let methods = facts.model.section(Direction::ServerToClient, Kind::Notification);
    let entries: String = methods.map(|method| format!("  {}: true,\n", quoted(&method.method))).collect();
    Some(format!(
        "### Covering all of them\n\nThe maps of methods are interfaces, so that a record over their keys is complete or \
         does not compile. With the next version of the package the compiler names the methods that are new:\n\n\
         <details><summary>All notifications of the server</summary>\n\n{}\n</details>\n",
        code(&format!(
            "import type {{ ServerNotifications }} from \"{}\";\n\nexport const shown = {{\n{entries}}} satisfies \
             Record<keyof ServerNotifications, boolean>;",
            facts.package
        ))
    ))
}

fn server_requests(facts: &Facts<'_>) -> Option<String> {
    let asked = facts.asked?;
    let (name, result) = (quoted(&asked.method), answer(facts.model, asked)?);
    Some(format!(
        "## Requests of the server\n\nA handler gets the params and returns the result, or a promise of it:\n\n{}\n\
         To refuse, throw an `RpcError`: its code, message and data are the answer. Anything else that is thrown goes to the \
         hook `onHandlerError`, and the server is told −32603 and no more. A request without a handler is answered with \
         −32601.\n\n{}",
        code(&format!(
            "client.onRequest({name}, async (params, {{ id, signal }}) => {{\n  \
             console.log(id, params, signal.aborted);\n  return {result};\n}});"
        )),
        code(&format!(
            "import {{ RpcError }} from \"{}\";\n\nclient.onRequest({name}, () => {{\n  \
             throw new RpcError(-32000, \"not now\");\n}});",
            facts.package
        ))
    ))
}

fn errors(facts: &Facts<'_>) -> Option<String> {
    let call = facts.call()?;
    Some(format!(
        "## Errors\n\nEach cause has a class:\n\n{}\n\
         When the connection ends, all that is pending is rejected at once; `client.closed` is a promise of how it ended.\n",
        code(&format!(
            "import {{ ConnectionClosedError, RequestTimeoutError, RpcError, RpcErrorCode }} from \"{}\";\n\n\
             try {{\n  await client.request({});\n}} catch (error) {{\n  if (error instanceof RpcError) {{\n    \
             // The server said no.\n    console.log(error.code === RpcErrorCode.InvalidParams, error.message, error.data);\n  \
             }} else if (error instanceof RequestTimeoutError) {{\n    console.log(error.method, error.timeoutMs);\n  \
             }} else if (error instanceof ConnectionClosedError) {{\n    \
             // Such as the exit code of the server.\n    console.log(error.info.reason, error.info.code);\n  }}\n}}",
            facts.package,
            call.replace('\n', "\n  ")
        ))
    ))
}

fn cancellation(facts: &Facts<'_>) -> Option<String> {
    let both = facts.call_with("options")?;
    Some(format!(
        "## Giving up\n\nA call can be given up by an `AbortSignal`, with whose reason it is rejected, and by time; \
         `timeoutMs` among the options of `createClient` is for all calls. The server is not told. Its response, should it \
         come, goes to the hook `onLateResponse`.\n\n{}",
        code(&format!(
            "const controller = new AbortController();\nconst options = {{ signal: controller.signal, timeoutMs: 5_000 }};\n\
             const pending = client.request({both});\ncontroller.abort();\n\
             await pending.catch((error) => console.log(error));"
        ))
    ))
}

fn transports(facts: &Facts<'_>) -> String {
    let package = &facts.package;
    format!(
        "## Transports\n\n| module | what it speaks through |\n|---|---|\n\
         | `{package}/transports/ndjson` | a message a line: `childProcessTransport(child)`, \
         `streamTransport({{ readable, writable }})` for streams of Node.js and of the web |\n\
         | `{package}/transports/websocket` | `webSocketTransport(url)`, or a WebSocket that exists; browsers, Node.js, and \
         libraries such as `ws` |\n\
         | `{package}/transports/memory` | `memoryTransportPair()`, for tests |\n\n{}\n\
         Anything that can carry text is a transport when it has three functions:\n\n{}",
        code(&format!(
            "import {{ createClient }} from \"{package}\";\n\
             import {{ webSocketTransport }} from \"{package}/transports/websocket\";\n\n\
             const client = createClient(webSocketTransport(\"ws://127.0.0.1:4500\"));"
        )),
        code(&format!(
            "import type {{ Transport }} from \"{package}/transport\";\n\n\
             export function portTransport(port: MessagePort): Transport {{\n  return {{\n    start(receiver) {{\n      \
             port.onmessage = (event) => receiver.message(event.data);\n    }},\n    \
             send: (text) => port.postMessage(text),\n    close: () => port.close(),\n  }};\n}}"
        ))
    )
}

fn surprises(facts: &Facts<'_>) -> String {
    let package = &facts.package;
    format!(
        "## What was not expected\n\nA server may be newer than the client. Nothing that arrives is lost without a word, and \
         nothing ends the connection: what the client does not know or cannot use goes to a hook, and where there is none a \
         line is printed with `console.warn`.\n\n{}",
        code(&format!(
            "import {{ createClient }} from \"{package}\";\n\
             import {{ memoryTransportPair }} from \"{package}/transports/memory\";\n\n\
             const [transport] = memoryTransportPair();\nconst client = createClient(transport, {{\n  \
             onUnknownNotification: (notification) => console.log(notification.method),\n  \
             onUnknownRequest: (request) => console.log(request.method, \"was answered with -32601\"),\n  \
             onLateResponse: (response, method) => console.log(response.id, method),\n  \
             onInvalidMessage: (error) => console.log(error.message, error.received),\n  \
             onHandlerError: (error, {{ method }}) => console.log(method, error),\n}});"
        ))
    )
}

fn validation(facts: &Facts<'_>) -> String {
    let package = &facts.package;
    format!(
        "## Validation\n\nNothing is checked at run time unless the client is told to. Then each of params and results is held \
         against its type by method; an error names the method and the place:\n\n{}\n\
         `off`, `warn` and `strict` are for what is sent (`send`), for what is received (`receive`) or for both (`mode`). What a \
         newer server adds, a member or a value that is not known here, reaches the application in every mode. \
         `{package}/validate/schemas` has a schema for each method, for a client that needs a few; each is a [Standard \
         Schema](https://standardschema.dev). Anything with two functions will do as well:\n\n{}",
        code(&format!(
            "import {{ createClient }} from \"{package}\";\n\
             import {{ memoryTransportPair }} from \"{package}/transports/memory\";\n\
             import {{ createValidation }} from \"{package}/validate\";\n\n\
             const [transport] = memoryTransportPair();\n\
             const validate = createValidation({{ send: \"strict\", receive: \"warn\" }});\n\
             const client = createClient(transport, {{ validate }});"
        )),
        code(&format!(
            "import type {{ MessageCheck }} from \"{package}\";\n\n\
             export const check: MessageCheck = {{\n  outgoing(what, method, value) {{\n    \
             if (JSON.stringify(value ?? null).length > 1_000_000) throw new Error(`too long: ${{what}} of ${{method}}`);\n  \
             }},\n  incoming: (what, method, value) => value,\n}};"
        ))
    )
}

fn meta(facts: &Facts<'_>) -> String {
    let package = &facts.package;
    format!(
        "## Facts at run time\n\n`{package}/meta` has the methods as lists, who sends them and how stable they are, guards for \
         messages, and a hash of the protocol that changes when anything on the wire does.\n\n{}",
        code(&format!(
            "import {{ clientRequests, isServerNotification, protocol }} from \"{package}/meta\";\n\n\
             console.log(protocol.name, protocol.hash, clientRequests.length);\n\
             console.log(isServerNotification({{ method: \"not/in/the/protocol\" }}));"
        ))
    )
}

fn experimental(facts: &Facts<'_>, whole: &Model) -> String {
    let package = &facts.package;
    let call = first(whole, Direction::ClientToServer, Kind::Request, |method| {
        method.mark.is_experimental() && arguments(whole, method).is_some()
    })
    .and_then(|method| arguments(whole, method))
    .or_else(|| facts.call())
    .map(|call| format!("\nawait client.request({call});"))
    .unwrap_or_default();
    format!(
        "## Experimental parts\n\n`{package}/experimental` is the same with all that may still change; the server has to agree \
         to it.\n\n{}",
        code(&format!(
            "import {{ createClient }} from \"{package}/experimental\";\n\
             import {{ webSocketTransport }} from \"{package}/transports/websocket\";\n\n\
             const client = createClient(webSocketTransport(\"ws://127.0.0.1:4500\"));{call}"
        ))
    )
}

fn types(facts: &Facts<'_>) -> Option<String> {
    let method = facts.request.or(facts.bare)?;
    let name = quoted(&method.method);
    Some(format!(
        "## Types\n\nEvery type of the protocol is exported under its name, and the types of a method can be looked up by its \
         name. Importing types alone brings no code.\n\n{}",
        code(&format!(
            "import type {{ ParamsOf, ResultOf }} from \"{}\";\n\n\
             export type Params = ParamsOf<{name}>;\nexport type Result = ResultOf<{name}>;",
            facts.package
        ))
    ))
}
