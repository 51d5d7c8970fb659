//! What a section of requests expands to: the enum, the typed answers, and their traits.

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
                type Set = $Request;
                type Responses = $Response;

                // Compiled by whoever uses the method: most use few.
                #[inline]
                fn request(request_id: $crate::RequestId, params: Self::Params) -> $Request {
                    $Request::$Variant { request_id, params }
                }

                #[inline]
                fn params(request: $Request) -> Option<($crate::RequestId, Self::Params)> {
                    #[allow(unreachable_patterns)]
                    match request {
                        $Request::$Variant { request_id, params } => Some((request_id, params)),
                        _ => None,
                    }
                }

                #[inline]
                fn response(request_id: $crate::RequestId, response: Self::Response) -> $Response {
                    $Response::$Variant { request_id, response }
                }

                #[inline]
                fn result(response: $Response) -> Option<Self::Response> {
                    #[allow(unreachable_patterns)]
                    match response {
                        $Response::$Variant { response, .. } => Some(response),
                        _ => None,
                    }
                }
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
            fn read<'de, D: $crate::__private::serde::Deserializer<'de>>(
                method: &str,
                request_id: $crate::RequestId,
                result: D,
            ) -> Option<Result<Self, D::Error>> {
                match method {
                    $($wire => Some(
                        $crate::__private::serde::Deserialize::deserialize(result)
                            .map(|response| Self::$Variant { request_id, response })
                    ),)*
                    _ => None,
                }
            }

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
