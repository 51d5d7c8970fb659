//! `protocol!`: from the table to enums, marker types, traits and metadata.
//!
//! The outer macro takes an entry apart only as far as its shape goes; what stands inside is read by one small macro
//! for each question (`__params!`, `__response!`, `__stability!`, `__docs!`), so that a mistake is reported in its entry.

/// Declares a protocol: one table, four sections, one entry a method.
///
/// ```
/// # use methodic::wire;
/// # #[wire] pub struct GreetParams { pub name: String }
/// # #[wire] pub struct GreetResponse { pub text: String }
/// # #[wire] pub struct PickParams { pub from: Vec<String> }
/// # #[wire] pub struct PickResponse { pub choice: Option<String> }
/// # #[wire] pub struct GreetedNotification { pub count: u32 }
/// methodic::protocol! {
///     /// Politeness as a service.
///     pub protocol Greeter { name: "greeter", title: "Greeter" }
///
///     client requests ClientRequest, ClientResponse {
///         /// Greets somebody.
///         Greet => "greet" { params: GreetParams, response: GreetResponse },
///         /// Greets everybody.
///         #[experimental("greet/all")]
///         GreetAll => "greet/all" { response: GreetResponse },
///     }
///     server requests ServerRequest, ServerResponse {
///         /// Asks the user to choose.
///         Pick => "pick" { params: PickParams, response: PickResponse },
///     }
///     client notifications ClientNotification {
///         /// The client is ready.
///         Ready => "ready",
///     }
///     server notifications ServerNotification {
///         /// Somebody was greeted.
///         Greeted => "greeted" { params: GreetedNotification },
///     }
/// }
///
/// use methodic::{Method, MethodSet, Request};
/// let greet = ClientRequest::Greet { request_id: 1.into(), params: GreetParams { name: "Ada".into() } };
/// assert_eq!(greet.method(), "greet");
/// assert_eq!(serde_json::to_string(&greet)?, r#"{"id":1,"method":"greet","params":{"name":"Ada"}}"#);
/// assert_eq!(methods::GreetAll::INFO.stability.experimental(), Some("greet/all"));
/// # fn typed<R: Request<Params = PickParams, Response = PickResponse>>() {}
/// # typed::<methods::Pick>();
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// It expands to
///
/// - `ClientRequest` and `ServerRequest`, with variants `Greet { request_id, params }`; `ClientNotification` and
///   `ServerNotification`, with variants `Greeted(params)`. Each has `Serialize`, `Deserialize`, [`MethodSet`] and
///   [`Gate`]. Where a method takes nothing, its params are [`NoParams`].
/// - `ClientResponse` and `ServerResponse`, with variants `Greet { request_id, response }` ([`ResponseSet`]):
///   what *answers* a client's or a server's request.
/// - a module `methods` with one marker type a method, which implements [`Method`] and [`Request`] or [`Notification`].
/// - the protocol itself, `Greeter`, which implements [`Protocol`]: `Greeter::from_client(bytes, surface)`.
///
/// An entry may be marked `#[experimental("reason")]` or `#[deprecated("what to use instead")]`. Two entries of one
/// direction with one wire name do not compile.
///
/// [`MethodSet`]: crate::MethodSet
/// [`ResponseSet`]: crate::ResponseSet
/// [`Gate`]: crate::Gate
/// [`NoParams`]: crate::NoParams
/// [`Method`]: crate::Method
/// [`Request`]: crate::Request
/// [`Notification`]: crate::Notification
/// [`Protocol`]: crate::Protocol
#[macro_export]
macro_rules! protocol {
    (
        $(#[doc = $doc:expr])*
        $vis:vis protocol $Protocol:ident { name: $name:literal, title: $title:literal $(,)? }
        client requests $ClientRequest:ident, $ClientResponse:ident { $($client_requests:tt)* }
        server requests $ServerRequest:ident, $ServerResponse:ident { $($server_requests:tt)* }
        client notifications $ClientNotification:ident { $($client_notifications:tt)* }
        server notifications $ServerNotification:ident { $($server_notifications:tt)* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $vis struct $Protocol;

        impl $crate::Protocol for $Protocol {
            const NAME: &'static str = $name;
            const TITLE: &'static str = $title;
            const METHODS: [&'static [$crate::MethodInfo]; 4] = [
                <$ClientRequest as $crate::MethodSet>::METHODS,
                <$ServerRequest as $crate::MethodSet>::METHODS,
                <$ClientNotification as $crate::MethodSet>::METHODS,
                <$ServerNotification as $crate::MethodSet>::METHODS,
            ];
            type ClientRequest = $ClientRequest;
            type ClientNotification = $ClientNotification;
            type ServerRequest = $ServerRequest;
            type ServerNotification = $ServerNotification;
        }

        const _: () = $crate::__private::assert_distinct(
            <$ClientRequest as $crate::MethodSet>::METHODS,
            <$ClientNotification as $crate::MethodSet>::METHODS,
        );
        const _: () = $crate::__private::assert_distinct(
            <$ServerRequest as $crate::MethodSet>::METHODS,
            <$ServerNotification as $crate::MethodSet>::METHODS,
        );

        #[doc = concat!("The methods of [`", stringify!($Protocol), "`] as types.")]
        $vis mod methods {
            $crate::__markers!($($client_requests)*);
            $crate::__markers!($($server_requests)*);
            $crate::__markers!($($client_notifications)*);
            $crate::__markers!($($server_notifications)*);
        }

        $crate::__requests!($vis $ClientRequest, $ClientResponse, ClientToServer, "client", { $($client_requests)* });
        $crate::__requests!($vis $ServerRequest, $ServerResponse, ServerToClient, "server", { $($server_requests)* });
        $crate::__notifications!($vis $ClientNotification, ClientToServer, "client", { $($client_notifications)* });
        $crate::__notifications!($vis $ServerNotification, ServerToClient, "server", { $($server_notifications)* });

        $crate::__documented!(
            $Protocol, concat!("" $(, $doc, "\n")*),
            { $($client_requests)* } { $($server_requests)* } { $($client_notifications)* } { $($server_notifications)* }
        );
    };
}

/// The marker types of one section.
#[doc(hidden)]
#[macro_export]
macro_rules! __markers {
    ($($(#[$($meta:tt)*])* $Variant:ident => $wire:literal $({ $($body:tt)* })?),* $(,)?) => {
        $(
            #[doc = $crate::__docs!($([$($meta)*])*)]
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct $Variant;
        )*
    };
}

/// The requests of one side, and their typed answers.
#[doc(hidden)]
#[macro_export]
macro_rules! __requests {
    (
        $vis:vis $Request:ident, $Response:ident, $Direction:ident, $side:literal,
        { $($(#[$($meta:tt)*])* $Variant:ident => $wire:literal $({ $($body:tt)* })?),* $(,)? }
    ) => {
        #[doc = concat!("A request that the ", $side, " sends.")]
        #[derive(Debug, Clone, PartialEq)]
        #[allow(clippy::large_enum_variant)]
        $vis enum $Request {
            $(
                #[doc = $crate::__docs!($([$($meta)*])*)]
                $Variant {
                    /// The id that the answer carries back.
                    request_id: $crate::RequestId,
                    /// What the method takes.
                    params: $crate::__params!($Variant, $({ $($body)* })?),
                },
            )*
        }

        #[doc = concat!("The answer to a request that the ", $side, " sent.")]
        #[derive(Debug, Clone, PartialEq)]
        #[allow(clippy::large_enum_variant)]
        $vis enum $Response {
            $(
                #[doc = concat!("Answers `", $wire, "`.")]
                $Variant {
                    /// The id of the request that is answered.
                    request_id: $crate::RequestId,
                    /// What the method gives back.
                    response: $crate::__response!($Variant, $({ $($body)* })?),
                },
            )*
        }

        $(
            $crate::__method!($Variant, $wire, $Direction, Request, [$([$($meta)*])*], $({ $($body)* })?);
            $crate::__has_response!($Variant, $({ $($body)* })?);

            impl $crate::Request for methods::$Variant {
                type Response = $crate::__response!($Variant, $({ $($body)* })?);
            }
        )*

        impl $crate::MethodSet for $Request {
            const METHODS: &'static [$crate::MethodInfo] = &[$(<methods::$Variant as $crate::Method>::INFO),*];

            #[allow(unused_variables)]
            fn read<'de, S: $crate::Source<'de>>(method: &str, source: S) -> Result<Result<Self, S::Error>, S> {
                match method {
                    $($wire => Ok(source.params::<methods::$Variant>().map(|params| {
                        // The id may stand behind the params; the decoder sets it in the end.
                        Self::$Variant { request_id: $crate::RequestId::Integer(0), params }
                    })),)*
                    _ => Err(source),
                }
            }

            fn method(&self) -> &'static str {
                match *self {
                    $(Self::$Variant { .. } => $wire,)*
                }
            }

            fn id_mut(&mut self) -> Option<&mut $crate::RequestId> {
                match *self {
                    $(Self::$Variant { ref mut request_id, .. } => Some(request_id),)*
                }
            }
        }

        impl $crate::Gate for $Request {
            fn experimental(&self) -> Option<&'static str> {
                match *self {
                    $(Self::$Variant { ref params, .. } => $crate::__gate!($Variant, params),)*
                }
            }
        }

        impl $Request {
            /// The id that the answer carries back.
            pub fn id(&self) -> &$crate::RequestId {
                match *self {
                    $(Self::$Variant { ref request_id, .. } => request_id,)*
                }
            }
        }

        impl $crate::__private::serde::Serialize for $Request {
            fn serialize<S: $crate::__private::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_imports)]
                use $crate::__private::serde::ser::SerializeMap as _;
                // The method before its params: whoever reads them then knows what they are.
                match *self {
                    $(Self::$Variant { ref request_id, ref params } => {
                        let mut message = serializer.serialize_map(None)?;
                        message.serialize_entry("id", request_id)?;
                        message.serialize_entry("method", $wire)?;
                        $crate::__write_params!(message, params, $({ $($body)* })?);
                        message.end()
                    })*
                }
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $Request {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                match $crate::__private::read_message::<Self, $crate::Nothing, D>(deserializer)? {
                    $crate::Message::Request(request) => Ok(request),
                    _ => Err($crate::__private::serde::de::Error::custom("expected a request, found an answer")),
                }
            }
        }

        impl $crate::ResponseSet for $Response {
            #[allow(unused_variables)]
            fn decode(
                method: &str,
                request_id: $crate::RequestId,
                result: &$crate::__private::serde_json::value::RawValue,
            ) -> Option<Result<Self, $crate::InvalidResult>> {
                match method {
                    $($wire => Some(
                        $crate::__private::read_raw($wire, result).map(|response| Self::$Variant { request_id, response })
                    ),)*
                    _ => None,
                }
            }

            fn method(&self) -> &'static str {
                match *self {
                    $(Self::$Variant { .. } => $wire,)*
                }
            }

            fn id(&self) -> &$crate::RequestId {
                match *self {
                    $(Self::$Variant { ref request_id, .. } => request_id,)*
                }
            }
        }

        impl $crate::Gate for $Response {
            fn experimental(&self) -> Option<&'static str> {
                match *self {
                    $(Self::$Variant { ref response, .. } => $crate::__gate!($Variant, response),)*
                }
            }
        }

        impl $crate::__private::serde::Serialize for $Response {
            fn serialize<S: $crate::__private::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_imports)]
                use $crate::__private::serde::ser::SerializeMap as _;
                match *self {
                    $(Self::$Variant { ref request_id, ref response } => {
                        let mut message = serializer.serialize_map(Some(2))?;
                        message.serialize_entry("id", request_id)?;
                        message.serialize_entry("result", response)?;
                        message.end()
                    })*
                }
            }
        }
    };
}

/// The notifications of one side.
#[doc(hidden)]
#[macro_export]
macro_rules! __notifications {
    (
        $vis:vis $Notification:ident, $Direction:ident, $side:literal,
        { $($(#[$($meta:tt)*])* $Variant:ident => $wire:literal $({ $($body:tt)* })?),* $(,)? }
    ) => {
        #[doc = concat!("A notification that the ", $side, " sends.")]
        #[derive(Debug, Clone, PartialEq)]
        #[allow(clippy::large_enum_variant)]
        $vis enum $Notification {
            $(
                #[doc = $crate::__docs!($([$($meta)*])*)]
                $Variant($crate::__params!($Variant, $({ $($body)* })?)),
            )*
        }

        $(
            $crate::__method!($Variant, $wire, $Direction, Notification, [$([$($meta)*])*], $({ $($body)* })?);
            $crate::__no_response!($Variant, $({ $($body)* })?);

            impl $crate::Notification for methods::$Variant {}
        )*

        impl $crate::MethodSet for $Notification {
            const METHODS: &'static [$crate::MethodInfo] = &[$(<methods::$Variant as $crate::Method>::INFO),*];

            #[allow(unused_variables)]
            fn read<'de, S: $crate::Source<'de>>(method: &str, source: S) -> Result<Result<Self, S::Error>, S> {
                match method {
                    $($wire => Ok(source.params::<methods::$Variant>().map(Self::$Variant)),)*
                    _ => Err(source),
                }
            }

            fn method(&self) -> &'static str {
                match *self {
                    $(Self::$Variant(..) => $wire,)*
                }
            }

            fn id_mut(&mut self) -> Option<&mut $crate::RequestId> {
                None
            }
        }

        impl $crate::Gate for $Notification {
            fn experimental(&self) -> Option<&'static str> {
                match *self {
                    $(Self::$Variant(ref params) => $crate::__gate!($Variant, params),)*
                }
            }
        }

        impl $crate::__private::serde::Serialize for $Notification {
            fn serialize<S: $crate::__private::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_imports)]
                use $crate::__private::serde::ser::SerializeMap as _;
                match *self {
                    $(Self::$Variant(ref params) => {
                        let mut message = serializer.serialize_map(None)?;
                        message.serialize_entry("method", $wire)?;
                        $crate::__write_params!(message, params, $({ $($body)* })?);
                        message.end()
                    })*
                }
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $Notification {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                match $crate::__private::read_message::<$crate::Nothing, Self, D>(deserializer)? {
                    $crate::Message::Notification(notification) => Ok(notification),
                    _ => Err($crate::__private::serde::de::Error::custom("expected a notification, found an answer")),
                }
            }
        }
    };
}

/// The impl of `Method` for one entry.
#[doc(hidden)]
#[macro_export]
macro_rules! __method {
    ($Variant:ident, $wire:literal, $Direction:ident, $Kind:ident, [$($meta:tt)*], $({ $($body:tt)* })?) => {
        impl $crate::Method for methods::$Variant {
            const INFO: $crate::MethodInfo = $crate::MethodInfo {
                method: $wire,
                variant: stringify!($Variant),
                direction: $crate::Direction::$Direction,
                kind: $crate::Kind::$Kind,
                stability: $crate::__stability!($Variant, $($meta)*),
            };
            type Params = $crate::__params!($Variant, $({ $($body)* })?);

            fn without_params() -> Option<Self::Params> {
                $crate::__without_params!($({ $($body)* })?)
            }
        }
    };
}

/// The params type of an entry.
#[doc(hidden)]
#[macro_export]
macro_rules! __params {
    ($Variant:ident, { params: $params:ty $(, $($rest:tt)*)? }) => {
        $params
    };
    ($Variant:ident, $({ $($body:tt)* })?) => {
        $crate::NoParams
    };
}

/// `Some` where an entry takes no params.
#[doc(hidden)]
#[macro_export]
macro_rules! __without_params {
    ({ params: $params:ty $(, $($rest:tt)*)? }) => {
        None
    };
    ($({ $($body:tt)* })?) => {
        Some($crate::NoParams)
    };
}

/// Writes the member `params`, where there is one.
#[doc(hidden)]
#[macro_export]
macro_rules! __write_params {
    ($message:ident, $value:ident, { params: $params:ty $(, $($rest:tt)*)? }) => {
        $message.serialize_entry("params", $value)?;
    };
    ($message:ident, $value:ident, $({ $($body:tt)* })?) => {
        let _ = $value;
    };
}

/// The response type of a request's entry.
#[doc(hidden)]
#[macro_export]
macro_rules! __response {
    ($Variant:ident, { $(params: $params:ty,)? response: $response:ty $(,)? }) => {
        $response
    };
    // Any type will do: `__has_response!` refuses the entry, once.
    ($Variant:ident, $({ $($body:tt)* })?) => { $crate::NoParams };
}

/// Refuses a body that a request cannot have.
#[doc(hidden)]
#[macro_export]
macro_rules! __has_response {
    ($Variant:ident, { $(params: $params:ty,)? response: $response:ty $(,)? }) => {};
    ($Variant:ident, $({ $($body:tt)* })?) => {
        compile_error!(concat!(
            "the request `",
            stringify!($Variant),
            "` is declared as `",
            stringify!($Variant),
            " => \"wire/name\" { params: Type, response: Type }`; ",
            "`params` may be left out, `response` may not"
        ));
    };
}

/// Refuses a body that a notification cannot have.
#[doc(hidden)]
#[macro_export]
macro_rules! __no_response {
    ($Variant:ident, $({ params: $params:ty $(,)? })?) => {};
    ($Variant:ident, { $($body:tt)* }) => {
        compile_error!(concat!(
            "the notification `",
            stringify!($Variant),
            "` is declared as `",
            stringify!($Variant),
            " => \"wire/name\" { params: Type }`, ",
            "or without braces where it carries nothing; it has no response"
        ));
    };
}

/// The stability of an entry, from its attributes.
#[doc(hidden)]
#[macro_export]
macro_rules! __stability {
    ($Variant:ident, [doc = $doc:expr] $($rest:tt)*) => { $crate::__stability!($Variant, $($rest)*) };
    ($Variant:ident, [experimental($reason:literal)] $([doc = $doc:expr])*) => { $crate::Stability::Experimental($reason) };
    ($Variant:ident, [deprecated($note:literal)] $([doc = $doc:expr])*) => { $crate::Stability::Deprecated($note) };
    ($Variant:ident,) => { $crate::Stability::Stable };
    ($Variant:ident, $($other:tt)*) => {
        compile_error!(concat!(
            "the entry `", stringify!($Variant), "` has an attribute that the table does not know: ",
            stringify!($($other)*),
            "; it knows docs and one of #[experimental(\"reason\")], #[deprecated(\"what to use instead\")]"
        ))
    };
}

/// The docs of an entry as one literal.
#[doc(hidden)]
#[macro_export]
macro_rules! __docs {
    (@ [$($said:expr),*] [doc = $doc:expr] $($rest:tt)*) => { $crate::__docs!(@ [$($said,)* $doc, "\n"] $($rest)*) };
    (@ [$($said:expr),*] [$($other:tt)*] $($rest:tt)*) => { $crate::__docs!(@ [$($said),*] $($rest)*) };
    (@ [$($said:expr),*]) => { concat!($($said),*) };
    ($($attributes:tt)*) => { $crate::__docs!(@ [] $($attributes)*) };
}

/// The reason of an experimental method, else what its payload uses.
#[doc(hidden)]
#[macro_export]
macro_rules! __gate {
    ($Variant:ident, $payload:ident) => {
        match <methods::$Variant as $crate::Method>::INFO.stability.experimental() {
            Some(reason) => Some(reason),
            None => $crate::Gate::experimental($payload),
        }
    };
}

/// The documented table, for generators; expands to nothing without the feature `schema`.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __documented {
    (
        $Protocol:ident, $docs:expr,
        $({ $($(#[$($meta:tt)*])* $Variant:ident => $wire:literal $({ $($body:tt)* })?),* $(,)? })*
    ) => {
        impl $crate::schema::Documented for $Protocol {
            const DOCS: &'static str = $docs;
            const PACKAGE_VERSION: &'static str = env!("CARGO_PKG_VERSION");

            fn rows() -> Vec<$crate::schema::Row> {
                vec![$($($crate::schema::Row {
                    info: <methods::$Variant as $crate::Method>::INFO,
                    docs: $crate::__docs!($([$($meta)*])*),
                    params: $crate::__params_schema!($({ $($body)* })?),
                    result: $crate::__result_schema!($({ $($body)* })?),
                },)*)*]
            }
        }
    };
}

/// The documented table, for generators; expands to nothing without the feature `schema`.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __documented {
    ($($ignored:tt)*) => {};
}

/// The schema of an entry's params.
#[doc(hidden)]
#[macro_export]
macro_rules! __params_schema {
    ({ params: $params:ty $(, $($rest:tt)*)? }) => {
        Some($crate::schema::TypeSchema::of::<$params>())
    };
    ($({ $($body:tt)* })?) => {
        None
    };
}

/// The schema of an entry's response.
#[doc(hidden)]
#[macro_export]
macro_rules! __result_schema {
    ({ $(params: $params:ty,)? response: $response:ty $(,)? }) => {
        Some($crate::schema::TypeSchema::of::<$response>())
    };
    ($({ $($body:tt)* })?) => {
        None
    };
}
