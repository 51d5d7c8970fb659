//! What a section of notifications expands to: the enum and its traits.

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

            impl $crate::Notification for methods::$Variant {
                type Set = $Notification;

                #[inline]
                fn notification(params: Self::Params) -> $Notification {
                    $Notification::$Variant(params)
                }

                #[inline]
                fn params(notification: $Notification) -> Option<Self::Params> {
                    #[allow(unreachable_patterns)]
                    match notification {
                        $Notification::$Variant(params) => Some(params),
                        _ => None,
                    }
                }
            }
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
