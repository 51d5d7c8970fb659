//! The documented table, for generators: nothing of it exists without the feature `schema`.

/// The documented table, for generators; expands to nothing without the feature `schema`.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __documented {
    (
        $Protocol:ident, $docs:expr,
        $({ $($(#[$($meta:tt)*])* $Variant:ident => $wire:literal $({ $($body:tt)* })?),* $(,)? })*
        [$($Type:ty),*]
    ) => {
        impl $crate::schema::Documented for $Protocol {
            const DOCS: &'static str = $docs;
            const PACKAGE_VERSION: &'static str = env!("CARGO_PKG_VERSION");
            const PACKAGE_LICENSE: &'static str = env!("CARGO_PKG_LICENSE");

            fn rows() -> Vec<$crate::schema::Row> {
                vec![$($($crate::schema::Row {
                    info: <methods::$Variant as $crate::Method>::INFO,
                    docs: $crate::__docs!($([$($meta)*])*),
                    params: $crate::__params_schema!($({ $($body)* })?),
                    result: $crate::__result_schema!($({ $($body)* })?),
                },)*)*]
            }

            fn types() -> Vec<$crate::schema::TypeSchema> {
                vec![$($crate::schema::TypeSchema::of::<$Type>()),*]
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
