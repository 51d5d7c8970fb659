//! `protocol!`: from the table to enums, marker types, traits and metadata.
//!
//! The outer macro takes an entry apart only as far as its shape goes; what stands inside is read by one small macro
//! for each question (`__params!`, `__response!`, `__stability!`, `__docs!`), so that a mistake is reported in its entry.

mod documented;
mod entry;
mod notifications;
mod rendered;
mod requests;

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
/// // What tells only the method gets into the enums and out of them by its marker.
/// let (id, params) = methods::Greet::params(greet).ok_or("another method")?;
/// let answer = methods::Greet::response(id, GreetResponse { text: format!("Hello, {}", params.name) });
/// assert_eq!(serde_json::to_string(&answer)?, r#"{"id":1,"result":{"text":"Hello, Ada"}}"#);
/// # fn typed<R: Request<Params = PickParams, Response = PickResponse>>() {}
/// # typed::<methods::Pick>();
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It expands to
///
/// - `ClientRequest` and `ServerRequest`, with variants `Greet { request_id, params }`; `ClientNotification` and
///   `ServerNotification`, with variants `Greeted(params)`. Each has `Serialize`, `Deserialize`, [`MethodSet`] and
///   [`Gate`]. Where a method takes nothing, its params are [`NoParams`].
/// - `ClientResponse` and `ServerResponse`, with variants `Greet { request_id, response }` ([`ResponseSet`]):
///   what *answers* a client's or a server's request.
/// - a module `methods` with one marker type a method, which implements [`Method`] and [`Request`] or [`Notification`],
///   and knows the enums that its messages belong to.
/// - the protocol itself, `Greeter`, which implements [`Protocol`]: `Greeter::from_client(bytes, surface)`.
///
/// An entry may be marked `#[experimental("reason")]` or `#[deprecated("what to use instead")]`. Two entries of one
/// direction with one wire name do not compile.
///
/// A fifth section, `types { path::Type, … }`, may name types that are published without a method of their own. It may
/// stand alone: `protocol! { pub protocol Log { … } types { Line } }` declares documents, which travel as they are.
///
/// A protocol is `pub` or `pub(crate)`, and its types are seen at least as far: the module `methods` tells of them.
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
    ($(#[$($meta:tt)*])* protocol $Protocol:ident $($rest:tt)*) => {
        compile_error!(concat!(
            "`protocol ", stringify!($Protocol), "` needs `pub` or `pub(crate)` before it: ",
            "its module `methods` has to see its types"
        ));
    };
    (
        $(#[doc = $doc:expr])*
        $vis:vis protocol $Protocol:ident { name: $name:literal, title: $title:literal $(,)? }
        client requests $ClientRequest:ident, $ClientResponse:ident { $($client_requests:tt)* }
        server requests $ServerRequest:ident, $ServerResponse:ident { $($server_requests:tt)* }
        client notifications $ClientNotification:ident { $($client_notifications:tt)* }
        server notifications $ServerNotification:ident { $($server_notifications:tt)* }
        $(types { $($Type:ty),* $(,)? })?
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
            type ClientResponse = $ClientResponse;
            type ClientNotification = $ClientNotification;
            type ServerRequest = $ServerRequest;
            type ServerResponse = $ServerResponse;
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
            $crate::__markers!($vis, $($client_requests)*);
            $crate::__markers!($vis, $($server_requests)*);
            $crate::__markers!($vis, $($client_notifications)*);
            $crate::__markers!($vis, $($server_notifications)*);
        }

        $crate::__requests!($vis $ClientRequest, $ClientResponse, ClientToServer, "client", { $($client_requests)* });
        $crate::__requests!($vis $ServerRequest, $ServerResponse, ServerToClient, "server", { $($server_requests)* });
        $crate::__notifications!($vis $ClientNotification, ClientToServer, "client", { $($client_notifications)* });
        $crate::__notifications!($vis $ServerNotification, ServerToClient, "server", { $($server_notifications)* });

        $crate::__documented!(
            $Protocol, concat!("" $(, $doc, "\n")*),
            { $($client_requests)* } { $($server_requests)* } { $($client_notifications)* } { $($server_notifications)* }
            [$($($Type),*)?]
        );
        $crate::__rendered!(
            $Protocol,
            { $($client_requests)* } { $($server_requests)* } { $($client_notifications)* } { $($server_notifications)* }
            [$($($Type),*)?]
        );
    };
    (
        $(#[doc = $doc:expr])*
        $vis:vis protocol $Protocol:ident { name: $name:literal, title: $title:literal $(,)? }
        types { $($Type:ty),* $(,)? }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $vis struct $Protocol;

        impl $crate::Protocol for $Protocol {
            const NAME: &'static str = $name;
            const TITLE: &'static str = $title;
            const METHODS: [&'static [$crate::MethodInfo]; 4] = [&[]; 4];
            type ClientRequest = $crate::Nothing;
            type ClientResponse = $crate::Nothing;
            type ClientNotification = $crate::Nothing;
            type ServerRequest = $crate::Nothing;
            type ServerResponse = $crate::Nothing;
            type ServerNotification = $crate::Nothing;
        }

        $crate::__documented!($Protocol, concat!("" $(, $doc, "\n")*), {} {} {} {} [$($Type),*]);
        $crate::__rendered!($Protocol, {} {} {} {} [$($Type),*]);
    };
}

/// The marker types of one section.
#[doc(hidden)]
#[macro_export]
macro_rules! __markers {
    ($vis:vis, $($(#[$($meta:tt)*])* $Variant:ident => $wire:literal $({ $($body:tt)* })?),* $(,)?) => {
        $(
            #[doc = $crate::__docs!($([$($meta)*])*)]
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            // No further than the enums that it is tied to.
            $vis struct $Variant;
        )*
    };
}
