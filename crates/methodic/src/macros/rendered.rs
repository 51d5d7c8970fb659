//! The table for ts-rs: nothing of it exists without the feature `ts`.

/// The table for ts-rs; expands to nothing without the feature `ts`.
#[cfg(feature = "ts")]
#[doc(hidden)]
#[macro_export]
macro_rules! __rendered {
    (
        $Protocol:ident,
        $({ $($(#[$($meta:tt)*])* $Variant:ident => $wire:literal $({ $($body:tt)* })?),* $(,)? })*
        [$($Type:ty),*]
    ) => {
        impl $crate::ts::Rendered for $Protocol {
            fn rows() -> Vec<$crate::ts::Row> {
                vec![$($($crate::ts::Row {
                    info: <methods::$Variant as $crate::Method>::INFO,
                    params: $crate::__params_ts!($({ $($body)* })?),
                    result: $crate::__result_ts!($({ $($body)* })?),
                },)*)*]
            }

            fn types() -> Vec<$crate::ts::Type> {
                vec![$($crate::ts::Type::of::<$Type>()),*]
            }
        }
    };
}

/// The table for ts-rs; expands to nothing without the feature `ts`.
#[cfg(not(feature = "ts"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __rendered {
    ($($ignored:tt)*) => {};
}

/// The type of an entry's params.
#[doc(hidden)]
#[macro_export]
macro_rules! __params_ts {
    ({ params: $params:ty $(, $($rest:tt)*)? }) => {
        Some($crate::ts::Type::of::<$params>())
    };
    ($({ $($body:tt)* })?) => {
        None
    };
}

/// The type of an entry's response.
#[doc(hidden)]
#[macro_export]
macro_rules! __result_ts {
    ({ $(params: $params:ty,)? response: $response:ty $(,)? }) => {
        Some($crate::ts::Type::of::<$response>())
    };
    ($({ $($body:tt)* })?) => {
        None
    };
}
