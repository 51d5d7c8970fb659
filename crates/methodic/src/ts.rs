//! The TypeScript that ts-rs derives from the Rust types, to hold the generated package against. It shares no code with
//! the generator: ts-rs reads the Rust declarations themselves, where the generator reads what schemars makes of them.

use std::any::{TypeId, type_name};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::{self, Write};
use std::marker::PhantomData;
use std::num::NonZero;
use std::path::PathBuf;

use serde::Serialize;
use serde_json::Value;
pub use ts_rs::TS;
use ts_rs::{Config, TypeVisitor};

use crate::{
    Direction, JsonRpcError, JsonRpcErrorError, JsonRpcMessage, JsonRpcNotification, JsonRpcRequest, JsonRpcResponse,
    Kind, MethodInfo, Protocol, RequestId,
};

/// A wire type in both views; [`wire`](macro@crate::wire) implements it with the feature `ts`.
pub trait Views {
    /// As its receiver must accept it: whatever has a default may be left out. Its name in TypeScript ends in `$Input`,
    /// unless it is the same as the other view.
    type Input: TS + 'static;
    /// As its sender writes it.
    type Output: TS + 'static;
}

/// A protocol whose types ts-rs knows; [`protocol!`](crate::protocol) implements it with the feature `ts`.
pub trait Rendered: Protocol {
    /// Every entry of the table, in its order.
    fn rows() -> Vec<Row>;

    /// Types that are published without a method of their own.
    fn types() -> Vec<Type>;
}

/// One entry of the table.
pub struct Row {
    /// Its facts.
    pub info: MethodInfo,
    /// The type of its params; none for a method that takes nothing.
    pub params: Option<Type>,
    /// The type of its result; none for a notification.
    pub result: Option<Type>,
}

/// A wire type, without its Rust type.
#[derive(Clone, Copy)]
pub struct Type {
    input: fn(&mut Renderer) -> String,
    output: fn(&mut Renderer) -> String,
}

impl Type {
    /// Of one type.
    pub fn of<T: Views>() -> Self {
        Self { input: Renderer::name::<T::Input>, output: Renderer::name::<T::Output> }
    }
}

/// One TypeScript type as ts-rs renders it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Declaration {
    /// Its name; ends in `$Input` where it is the input view of the type that is named before.
    pub name: String,
    /// Where it comes from: a Rust path, or the table.
    pub rust: String,
    /// What stands behind the equals sign. Other types appear by their names.
    pub body: String,
}

/// Two Rust types that have one name in TypeScript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The name.
    pub name: String,
    /// The two Rust paths.
    pub rust: [String; 2],
}

impl fmt::Display for Clash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [left, right] = &self.rust;
        write!(f, "`{}` is the name of two types, {left} and {right}", self.name)
    }
}

impl std::error::Error for Clash {}

/// Every type of `P` in the views in which a client meets it, the message unions, and the maps from method to payloads;
/// by name.
///
/// # Errors
/// The first two types that share a name.
pub fn declarations<P: Rendered>() -> Result<Vec<Declaration>, Clash> {
    let mut renderer = Renderer {
        config: Config::new().with_large_int("number"),
        seen: HashSet::new(),
        declared: BTreeMap::new(),
        clash: None,
    };
    let (client, server) = (Direction::ClientToServer, Direction::ServerToClient);
    let sections = [
        (short::<P::ClientRequest>(), "ClientRequests", client, Kind::Request),
        (short::<P::ServerRequest>(), "ServerRequests", server, Kind::Request),
        (short::<P::ClientNotification>(), "ClientNotifications", client, Kind::Notification),
        (short::<P::ServerNotification>(), "ServerNotifications", server, Kind::Notification),
    ];
    let rows = P::rows();
    for (union, map, direction, kind) in sections {
        let rows: Vec<&Row> =
            rows.iter().filter(|row| row.info.direction == direction && row.info.kind == kind).collect();
        renderer.section(union, map, &rows);
    }
    // Nobody knows who sends a message of no method in particular: it is shown as its sender may write it.
    for of in envelopes().into_iter().chain(P::types()) {
        (of.input)(&mut renderer);
    }
    match renderer.clash {
        Some(clash) => Err(clash),
        None => Ok(renderer.declared.into_values().collect()),
    }
}

/// The envelopes, which are the same for every protocol.
fn envelopes() -> [Type; 7] {
    [
        Type::of::<RequestId>(),
        Type::of::<JsonRpcMessage>(),
        Type::of::<JsonRpcRequest>(),
        Type::of::<JsonRpcNotification>(),
        Type::of::<JsonRpcResponse>(),
        Type::of::<JsonRpcError>(),
        Type::of::<JsonRpcErrorError>(),
    ]
}

/// Renders types and all that they refer to, each once.
struct Renderer {
    config: Config,
    seen: HashSet<TypeId>,
    declared: BTreeMap<String, Declaration>,
    clash: Option<Clash>,
}

impl Renderer {
    fn name<T: TS + 'static>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }

    /// The union of a section's messages, and its map.
    fn section(&mut self, union: String, map: &str, rows: &[&Row]) {
        let (mut messages, mut members) = (String::new(), String::new());
        for Row { info, params, result } in rows {
            let method = Value::from(info.method);
            let mut name = |of: &Option<Type>, sent| match of {
                Some(of) if sent == Direction::ClientToServer => Some((of.input)(self)),
                Some(of) => Some((of.output)(self)),
                None => None,
            };
            let params = name(params, info.direction);
            let answered = match info.direction {
                Direction::ClientToServer => Direction::ServerToClient,
                Direction::ServerToClient => Direction::ClientToServer,
            };
            let result = name(result, answered);
            let carried = params.as_deref().unwrap_or("undefined");
            // Writing to a String cannot fail.
            let _ = match info.kind {
                Kind::Request => {
                    let params = params.as_ref().map_or("params?: null".into(), |params| format!("params: {params}"));
                    let _ = write!(messages, " | {{ id: RequestId, method: {method}, {params} }}");
                    let result = result.as_deref().unwrap_or("undefined");
                    write!(members, " {method}: {{ params: {carried}, result: {result} }},")
                }
                Kind::Notification => {
                    let params = params.as_ref().map_or(String::new(), |params| format!(", params: {params}"));
                    let _ = write!(messages, " | {{ method: {method}{params} }}");
                    write!(members, " {method}: {{ params: {carried} }},")
                }
            };
        }
        if !rows.is_empty() {
            self.declare(union, "the table", messages.trim_start_matches(" | ").to_owned());
        }
        self.declare(map.to_owned(), "the table", format!("{{{members} }}"));
    }

    fn declare(&mut self, name: String, rust: &str, body: String) {
        let declaration = Declaration { name: name.clone(), rust: rust.to_owned(), body };
        match self.declared.get(&name) {
            // One type may stand for another in TypeScript; where both look alike, nothing is lost.
            Some(other) if other.body != declaration.body => {
                let rust = [other.rust.clone(), declaration.rust];
                self.clash.get_or_insert(Clash { name, rust });
            }
            Some(_) => {}
            None => {
                self.declared.insert(name, declaration);
            }
        }
    }
}

impl TypeVisitor for Renderer {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // What has no file of its own in ts-rs' eyes has no declaration either: a primitive, a list, an option.
        if T::output_path().is_some() {
            let (name, path) = (T::ident(&self.config), type_name::<T>());
            // A twin is hidden; its type stands in the same module.
            let rust = match path.strip_suffix("::_::Input").or_else(|| path.strip_suffix("::_::Output")) {
                Some(module) => format!("{module}::{}", name.trim_end_matches("$Input")),
                None => path.to_owned(),
            };
            self.declare(name, &rust, T::inline(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The last segment of a type's path.
fn short<T>() -> String {
    let path = type_name::<T>();
    path.rsplit("::").next().unwrap_or(path).to_owned()
}

/// The views of [`JsonRpcMessage`], which is decoded by hand and therefore no wire type.
macro_rules! message {
    ($Name:ident, $View:ident, $name:literal) => {
        #[derive(TS)]
        #[ts(untagged, rename = $name)]
        #[allow(dead_code, missing_docs)]
        #[doc(hidden)]
        pub enum $Name {
            Request(<JsonRpcRequest as Views>::$View),
            Notification(<JsonRpcNotification as Views>::$View),
            Response(<JsonRpcResponse as Views>::$View),
            Error(<JsonRpcError as Views>::$View),
        }
    };
}

message!(MessageInput, Input, "JSONRPCMessage$Input");
message!(MessageOutput, Output, "JSONRPCMessage");

impl Views for JsonRpcMessage {
    type Input = MessageInput;
    type Output = MessageOutput;
}

macro_rules! alike {
    ($($type:ty),*) => { $(impl Views for $type { type Input = Self; type Output = Self; })* };
}

alike!(bool, u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64, char, String, PathBuf, ());
alike!(NonZero<u8>, NonZero<u16>, NonZero<u32>, NonZero<u64>, NonZero<u128>, NonZero<usize>);
alike!(NonZero<i8>, NonZero<i16>, NonZero<i32>, NonZero<i64>, NonZero<i128>, NonZero<isize>);
alike!(Value, serde_json::Map<String, Value>, RequestId);

macro_rules! around {
    ($([$($T:ident)*] $type:ty, $input:ty, $output:ty;)*) => {
        $(impl<$($T: Views),*> Views for $type { type Input = $input; type Output = $output; })*
    };
}

around! {
    [T] Option<T>, Option<T::Input>, Option<T::Output>;
    [T] Vec<T>, Vec<T::Input>, Vec<T::Output>;
    [T] Box<T>, Box<T::Input>, Box<T::Output>;
    [T] HashSet<T>, Vec<T::Input>, Vec<T::Output>;
    [T] BTreeSet<T>, Vec<T::Input>, Vec<T::Output>;
    [K V] HashMap<K, V>, HashMap<K::Input, V::Input>, HashMap<K::Output, V::Output>;
    [K V] BTreeMap<K, V>, BTreeMap<K::Input, V::Input>, BTreeMap<K::Output, V::Output>;
    [A] (A,), (A::Input,), (A::Output,);
    [A B] (A, B), (A::Input, B::Input), (A::Output, B::Output);
    [A B C] (A, B, C), (A::Input, B::Input, C::Input), (A::Output, B::Output, C::Output);
}

impl<T: Views, const N: usize> Views for [T; N] {
    type Input = [T::Input; N];
    type Output = [T::Output; N];
}

/// A map whose members stand among those of the object around it. ts-rs copies the declaration of what such a map holds;
/// this names it, so that it is rendered by itself like any other.
pub struct Flattened<M>(PhantomData<M>);

macro_rules! flattened {
    ($($Map:ident)*) => { $(
        impl<K: TS + 'static, V: TS + 'static> TS for Flattened<$Map<K, V>> {
            type WithoutGenerics = Flattened<$Map<ts_rs::Dummy, ts_rs::Dummy>>;
            type OptionInnerType = Self;

            fn name(config: &Config) -> String {
                <$Map<K, V>>::name(config)
            }

            fn inline(config: &Config) -> String {
                Self::name(config)
            }

            fn inline_flattened(config: &Config) -> String {
                format!("({})", Self::name(config))
            }

            fn visit_dependencies(visitor: &mut impl TypeVisitor) {
                visitor.visit::<K>();
                visitor.visit::<V>();
            }
        }
    )* };
}

flattened!(BTreeMap HashMap);
