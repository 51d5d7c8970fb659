//! The code that `#[wire]` writes by itself agrees with what serde derives from the same declaration.

use std::fmt::Debug;

use methodic::wire;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Both types read the text as the same value or with the same error, and write it in the same way.
#[track_caller]
fn agree<Ours, Serdes>(text: &str)
where
    Ours: Serialize + DeserializeOwned + Debug,
    Serdes: Serialize + DeserializeOwned + Debug,
{
    fn read<T: Serialize + DeserializeOwned + Debug>(text: &str) -> Result<(String, String), String> {
        let value: T = serde_json::from_str(text).map_err(|error| error.to_string())?;
        Ok((format!("{value:?}"), serde_json::to_string(&value).expect("serializable")))
    }
    assert_eq!(read::<Ours>(text), read::<Serdes>(text), "{text}");
}

/// Declares the types that are compared.
macro_rules! declare {
    ([$($plain:tt)*] [$($tagged:tt)*]) => {
        /// Fields of several words.
        $($plain)*
        pub(crate) struct Members {
            /// One word.
            pub(crate) word: u8,
            /// Two words.
            pub(crate) two_words: u8,
            /// A number in it.
            pub(crate) v2_beta_3: u8,
            /// A letter apart.
            pub(crate) a_b: u8,
            /// An underscore on either side.
            pub(crate) _out_side_: u8,
            /// A keyword.
            pub(crate) r#type: u8,
        }

        /// Variants of several words.
        $($plain)*
        pub(crate) enum Word {
            /// One word.
            Plain,
            /// Three words.
            JustAName,
            /// Capitals in a row.
            HTTPServer,
            /// A number in it.
            V2Beta,
        }

        /// The same beside a tag.
        $($tagged)*
        pub(crate) enum Union {
            /// Nothing.
            JustAName,
            /// Members.
            TwoWords {
                /// Two words.
                two_words: u8,
            },
        }
    };
}

/// Declares the same types twice, in each casing, and compares how they are written and read.
macro_rules! casings {
    ($($name:ident $rule:literal),*) => {
        $(mod $name {
            use super::*;

            declare!([#[wire(rename_all = $rule)]]
                [#[wire(tag = "type", rename_all = $rule, rename_all_fields = $rule)]]);
            mod theirs {
                use super::*;
                declare!([#[derive(Debug, Serialize, Deserialize)] #[serde(rename_all = $rule)]]
                    [#[derive(Debug, Serialize, Deserialize)]
                    #[serde(tag = "type", rename_all = $rule, rename_all_fields = $rule)]]);
            }

            #[test]
            fn names_are_the_same() {
                let value = theirs::Members { word: 1, two_words: 2, v2_beta_3: 3, a_b: 4, _out_side_: 5, r#type: 6 };
                let text = serde_json::to_string(&value).expect("serializable");
                agree::<Members, theirs::Members>(&text);
                assert!(serde_json::from_str::<Members>(&text).is_ok(), "{text}");
                use theirs::Word as Theirs;
                for word in [Theirs::Plain, Theirs::JustAName, Theirs::HTTPServer, Theirs::V2Beta] {
                    let text = serde_json::to_string(&word).expect("serializable");
                    agree::<Word, Theirs>(&text);
                    assert!(serde_json::from_str::<Word>(&text).is_ok(), "{text}");
                }
                for variant in [theirs::Union::JustAName, theirs::Union::TwoWords { two_words: 1 }] {
                    let text = serde_json::to_string(&variant).expect("serializable");
                    agree::<Union, theirs::Union>(&text);
                    assert!(serde_json::from_str::<Union>(&text).is_ok(), "{text}");
                }
            }
        })*
    };
}
casings! {
    lower "lowercase", upper "UPPERCASE", pascal "PascalCase", camel "camelCase", snake "snake_case",
    screaming_snake "SCREAMING_SNAKE_CASE", kebab "kebab-case", screaming_kebab "SCREAMING-KEBAB-CASE"
}

fn serializer() -> u8 {
    9
}

fn __is_zero(value: &u8) -> bool {
    *value == 0
}

macro_rules! odd_names {
    ($Name:ident: $($attributes:tt)*) => {
        /// Fields and functions that are named as the written code might name its own.
        $($attributes)*
        pub(crate) struct $Name {
            /// As a parameter is.
            #[serde(default = "serializer")]
            pub(crate) serializer: u8,
            /// As a local is.
            #[serde(default, skip_serializing_if = "__is_zero")]
            pub(crate) members: u8,
            /// As another local is.
            pub(crate) slot0: u8,
            /// An option with a default of its own.
            #[serde(default = "some_nine")]
            pub(crate) at: Option<u8>,
            /// An option by default.
            #[serde(default)]
            pub(crate) out: Option<Box<u8>>,
            /// An option that does not look like one.
            pub(crate) result: Maybe,
            /// An option in a box.
            pub(crate) map: Box<Option<u8>>,
        }
    };
}
type Maybe = Option<u8>;

fn some_nine() -> Option<u8> {
    Some(9)
}

odd_names!(Odd: #[wire]);
mod serdes {
    use super::*;
    odd_names!(Odd: #[derive(Debug, Serialize, Deserialize)] #[serde(rename_all = "camelCase")]);
}

#[test]
fn members_are_read_and_written_alike() {
    for text in [
        r#"{"slot0":1}"#,
        r#"{"slot0":1,"serializer":2,"members":3,"at":4,"out":5,"result":6,"map":7}"#,
        r#"{"map":7,"result":6,"out":5,"at":4,"members":0,"serializer":2,"slot0":1}"#,
        r#"{"slot0":1,"at":null,"out":null,"result":null,"map":null}"#,
        r#"{"slot0":1,"unknown":[{"slot0":2}],"\u0061t":3}"#,
        "{}",
        r#"{"slot0":1,"slot0":1}"#,
        r#"{"at":1,"slot0":1,"at":null}"#,
        r#"{"slot0":1,"out":"x"}"#,
        r#"{"slot0":1,"members":null}"#,
        r#"{"slot0":1,"members":256}"#,
        r#"{"slot0":1,}"#,
        r#"{"slot0":1"#,
        r#"{"slot0" 1}"#,
        r#"{1:1}"#,
        "null",
        r#""slot0""#,
        "3",
    ] {
        agree::<Odd, serdes::Odd>(text);
    }
}

macro_rules! long {
    ($($field:ident)*) => {
        /// One member more than the written code keeps track of: serde's derived code reads it.
        #[wire]
        #[derive(Default)]
        pub(crate) struct Long {
            $(
                /// One of many.
                #[serde(default)]
                pub(crate) $field: u8,
            )*
        }
    };
}
long! {
    f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15 f16 f17 f18 f19 f20 f21 f22 f23 f24 f25 f26 f27 f28
    f29 f30 f31 f32 f33 f34 f35 f36 f37 f38 f39 f40 f41 f42 f43 f44 f45 f46 f47 f48 f49 f50 f51 f52 f53 f54
    f55 f56 f57 f58 f59 f60 f61 f62 f63 f64
}

#[test]
fn a_type_may_have_more_members_than_fit_a_word() {
    let long = serde_json::from_str::<Long>(r#"{"f64":64,"f0":1}"#).expect("readable");
    assert_eq!(long, Long { f64: 64, f0: 1, ..Long::default() });
    let error = serde_json::from_str::<Long>(r#"{"f64":64,"f0":1,"f64":2}"#).expect_err("twice").to_string();
    assert!(error.starts_with("duplicate field `f64`"), "{error}");
}
