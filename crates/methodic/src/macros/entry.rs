//! One small macro for each question about an entry; a wrong entry is reported by the one that cannot answer.

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
    ($Variant:ident, $({ $($body:tt)* })?) => {
        $crate::NoParams
    };
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
