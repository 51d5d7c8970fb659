//! The keywords of a schema file, in the order in which a person reads them: first what it is, last what it needs.

/// Writes the enum and its spelling from one list, whose order is the order in every file.
macro_rules! keywords {
    ($($Keyword:ident $spelled:literal),* $(,)?) => {
        /// One keyword. Their order is the order of the files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Keyword {
            $($Keyword,)*
        }

        impl Keyword {
            /// As it stands in the file.
            pub(super) fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Keyword => $spelled,)*
                }
            }
        }
    };
}

keywords! {
    Schema "$schema",
    Ref "$ref",
    Title "title",
    Description "description",
    XProtocol "x-protocol",
    Deprecated "deprecated",
    XExperimental "x-experimental",
    XDeprecated "x-deprecated",
    Type "type",
    Format "format",
    Enum "enum",
    Required "required",
    XOutputRequired "x-output-required",
    AdditionalProperties "additionalProperties",
    AllOf "allOf",
    AnyOf "anyOf",
    Default "default",
    Items "items",
    MaxItems "maxItems",
    Maximum "maximum",
    MinItems "minItems",
    Minimum "minimum",
    OneOf "oneOf",
    Properties "properties",
    UniqueItems "uniqueItems",
    XAdditionalProperties "x-additionalProperties",
    XDeprecatedValues "x-deprecated-values",
    XDescriptions "x-descriptions",
    XExperimentalValues "x-experimental-values",
    XNullableTwice "x-nullable-twice",
    Definitions "definitions",
}
