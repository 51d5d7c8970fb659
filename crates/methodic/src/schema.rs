//! The documented table, for generators: what the protocol crate knows at run time about its own types.

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::{
    JsonRpcError, JsonRpcErrorError, JsonRpcMessage, JsonRpcNotification, JsonRpcRequest, JsonRpcResponse, MethodInfo,
    Protocol, RequestId,
};

/// A protocol whose types have schemas; [`protocol!`](crate::protocol) implements it with the feature `schema`.
pub trait Documented: Protocol {
    /// What the protocol is for.
    const DOCS: &'static str;
    /// The version of the crate that declares it.
    const PACKAGE_VERSION: &'static str;
    /// The license of that crate, as an SPDX expression; empty where it names none.
    const PACKAGE_LICENSE: &'static str;

    /// Every entry of the table, in its order.
    fn rows() -> Vec<Row>;

    /// Types that are published without a method of their own.
    fn types() -> Vec<TypeSchema>;
}

/// One entry of the table.
pub struct Row {
    /// Its facts.
    pub info: MethodInfo,
    /// What the method does, as written over the entry.
    pub docs: &'static str,
    /// The type of its params; none for a method that takes nothing.
    pub params: Option<TypeSchema>,
    /// The type of its result; none for a notification.
    pub result: Option<TypeSchema>,
}

/// A wire type, without its Rust type: what a generator asks of it.
#[derive(Clone, Copy)]
pub struct TypeSchema {
    /// Its Rust path, for errors and for the folder of its file.
    pub rust: fn() -> &'static str,
    /// Its published name.
    pub name: fn() -> String,
    /// Its schema, as a reference into the generator's definitions.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
}

impl TypeSchema {
    /// Of one type.
    pub fn of<T: JsonSchema>() -> Self {
        Self {
            rust: std::any::type_name::<T>,
            name: || T::schema_name().into_owned(),
            schema: |generator| generator.subschema_for::<T>(),
        }
    }
}

/// The envelopes, which are the same for every protocol.
pub fn envelopes() -> Vec<TypeSchema> {
    vec![
        TypeSchema::of::<RequestId>(),
        TypeSchema::of::<JsonRpcMessage>(),
        TypeSchema::of::<JsonRpcRequest>(),
        TypeSchema::of::<JsonRpcNotification>(),
        TypeSchema::of::<JsonRpcResponse>(),
        TypeSchema::of::<JsonRpcError>(),
        TypeSchema::of::<JsonRpcErrorError>(),
    ]
}
