//! What each argument of `#[wire]` does to the wire: written and read back, for every form it gives a type.

use std::collections::BTreeMap;
use std::fmt::Debug;

use methodic::wire;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value is written as this text, and this text is read as the value.
#[track_caller]
fn both<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T, text: &str) {
    assert_eq!(serde_json::to_string(&value).expect("serializable"), text);
    reads(text, value);
}

/// The text is read as the value: from text, and from a value in memory.
#[track_caller]
fn reads<T: DeserializeOwned + PartialEq + Debug>(text: &str, value: T) {
    assert_eq!(serde_json::from_str::<T>(text).expect("readable"), value);
    let memory: serde_json::Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(serde_json::from_value::<T>(memory).expect("readable from memory"), value);
}

#[track_caller]
fn refuses<T: DeserializeOwned + Debug>(text: &str, why: &str) {
    let error = serde_json::from_str::<T>(text).expect_err("must be refused").to_string();
    assert!(error.starts_with(why), "{error}");
}

/// Default casing, defaults, and options that are written as null.
#[wire]
pub struct Plain {
    /// Camel case.
    pub two_words: u8,
    /// Null when there is none; may be left out.
    pub maybe: Option<bool>,
    /// Said by serde.
    #[serde(default = "seven")]
    pub with_default: u8,
    /// A name of its own.
    #[serde(rename = "OTHER")]
    pub renamed: String,
}

fn seven() -> u8 {
    7
}

#[test]
fn a_struct_is_an_object_in_camel_case() {
    let plain = |maybe, with_default| Plain { two_words: 1, maybe, with_default, renamed: "x".into() };
    both(plain(Some(true), 2), r#"{"twoWords":1,"maybe":true,"withDefault":2,"OTHER":"x"}"#);
    both(plain(None, 7), r#"{"twoWords":1,"maybe":null,"withDefault":7,"OTHER":"x"}"#);
    reads(r#"{"OTHER":"x","twoWords":1}"#, plain(None, 7));
    reads(r#"{"OTHER":"x","unknown":[{}],"twoWords":1}"#, plain(None, 7));
    refuses::<Plain>(r#"[1,null,7,"x"]"#, "invalid type: sequence, expected struct Plain");
    refuses::<Plain>(r#"{"two_words":1,"OTHER":"x"}"#, "missing field `twoWords`");
    refuses::<Plain>(r#"{"OTHER":"x","twoWords":1,"withDefault":null}"#, "invalid type: null, expected u8");
}

/// Another casing.
#[wire(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct Loud {
    /// In capitals.
    pub two_words: u8,
}

/// Rust's own names.
#[wire(rename_all = "none")]
pub struct Raw {
    /// As it stands here.
    pub two_words: u8,
}

#[test]
fn casing_is_chosen() {
    both(Loud { two_words: 1 }, r#"{"TWO_WORDS":1}"#);
    both(Raw { two_words: 1 }, r#"{"two_words":1}"#);
}

/// Options that are left out, and one that tells null from absent.
#[wire(omit_none)]
#[derive(Default)]
pub struct Sparse {
    /// Left out when there is none.
    pub name: Option<String>,
    /// Absent, null, or a value.
    pub tier: Option<Option<u8>>,
    /// Has its own rule.
    #[serde(skip_serializing_if = "always")]
    pub silent: Option<u8>,
}

fn always<T>(_: &T) -> bool {
    true
}

#[test]
fn omit_none_leaves_options_out() {
    both(Sparse::default(), "{}");
    both(Sparse { name: Some("a".into()), ..Sparse::default() }, r#"{"name":"a"}"#);
    reads(r#"{"name":null,"silent":null}"#, Sparse::default());
    reads(r#"{"silent":4}"#, Sparse { silent: Some(4), ..Sparse::default() });
    assert_eq!(serde_json::to_string(&Sparse { silent: Some(4), ..Sparse::default() }).expect("serializable"), "{}");
}

#[test]
fn a_double_option_tells_null_from_absent() {
    both(Sparse { tier: None, ..Sparse::default() }, "{}");
    both(Sparse { tier: Some(None), ..Sparse::default() }, r#"{"tier":null}"#);
    both(Sparse { tier: Some(Some(3)), ..Sparse::default() }, r#"{"tier":3}"#);
    refuses::<Sparse>(r#"{"tier":"x"}"#, "invalid type: string \"x\", expected u8");
}

/// Optional parts that need an opt-in, in a type that writes nulls.
#[wire]
pub struct Marked {
    /// Written as null.
    pub plain: Option<u8>,
    /// Never written as null.
    #[experimental("marked.secret")]
    pub secret: Option<u8>,
    /// The same with three states: null is a value that was set.
    #[experimental("marked.clearable")]
    pub clearable: Option<Option<u8>>,
}

#[test]
fn an_experimental_option_is_never_written_as_null() {
    both(Marked { plain: None, secret: None, clearable: None }, r#"{"plain":null}"#);
    both(
        Marked { plain: None, secret: Some(1), clearable: Some(None) },
        r#"{"plain":null,"secret":1,"clearable":null}"#,
    );
    reads(r#"{"secret":null}"#, Marked { plain: None, secret: None, clearable: None });
}

/// Nothing else may be said.
#[wire(deny_unknown)]
pub struct Closed {
    /// The one member.
    pub only: u8,
}

#[test]
fn deny_unknown_refuses_other_members() {
    both(Closed { only: 1 }, r#"{"only":1}"#);
    refuses::<Closed>(r#"{"only":1,"more":2}"#, "unknown field `more`, expected `only`");
}

/// Looks like its field.
#[wire(transparent)]
#[derive(Eq, PartialOrd, Ord)]
pub struct Name(pub String);

/// Looks like its field, which has a name.
#[wire(transparent)]
pub struct Names {
    /// All of them.
    pub all: Vec<Name>,
}

#[test]
fn a_transparent_type_looks_like_its_field() {
    both(Name("a".into()), r#""a""#);
    both(Names { all: vec![Name("a".into()), Name("b".into())] }, r#"["a","b"]"#);
    both(BTreeMap::from([(Name("k".into()), 1)]), r#"{"k":1}"#);
    refuses::<Name>(r#"["a"]"#, "invalid type: sequence, expected a string");
}

/// Strings and objects of one key.
#[wire]
pub enum Choice {
    /// A string.
    JustAName,
    /// An object of any value.
    Number(u8),
    /// An object of a list.
    ManyNames(Vec<Name>),
    /// An object of an object.
    Fields {
        /// Camel case as well.
        two_words: Option<u8>,
    },
    /// An object of a struct.
    Inner(Closed),
}

#[test]
fn an_enum_is_a_string_or_an_object_of_one_key() {
    both(Choice::JustAName, r#""justAName""#);
    both(Choice::Number(5), r#"{"number":5}"#);
    both(Choice::ManyNames(vec![]), r#"{"manyNames":[]}"#);
    both(Choice::Fields { two_words: None }, r#"{"fields":{"twoWords":null}}"#);
    both(Choice::Inner(Closed { only: 1 }), r#"{"inner":{"only":1}}"#);
    reads(r#"{ "fields" : { } }"#, Choice::Fields { two_words: None });
    refuses::<Choice>(r#"{"justAName":null}"#, "a variant without content is a string, not an object");
    refuses::<Choice>(r#""number""#, "variant `number` is an object with that key and its content, not a string");
    refuses::<Choice>(r#"{"number":5,"inner":{}}"#, "a variant is an object with one key, found a second key");
    refuses::<Choice>("0", "invalid type: integer `0`, expected one of `justAName`, `number`");
}

/// Casings of the variants and of their fields, each by itself.
#[wire(tag = "kind", rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum Cased {
    /// Two words each.
    BothWords {
        /// In snake case.
        two_words: u8,
    },
    /// A name of its own.
    #[serde(rename = "IT")]
    Other,
}

#[test]
fn variants_and_fields_are_cased_apart() {
    both(Cased::BothWords { two_words: 1 }, r#"{"kind":"both-words","two_words":1}"#);
    both(Cased::Other, r#"{"kind":"IT"}"#);
}

/// Null is said, not meant.
#[wire(explicit_null)]
pub struct Said {
    /// A value or null.
    maybe: Option<u8>,
    /// Left out when there is none, as its own attribute says.
    #[serde(skip_serializing_if = "Option::is_none")]
    rarely: Option<u8>,
}

/// The same, read by serde's derived code.
#[wire(explicit_null)]
pub struct SaidBeside {
    /// A value or null.
    own: Option<u8>,
    /// More of the kind.
    #[serde(flatten)]
    said: Said,
}

#[test]
fn an_explicit_null_cannot_be_left_out() {
    both(Said { maybe: None, rarely: None }, r#"{"maybe":null}"#);
    both(Said { maybe: Some(1), rarely: Some(2) }, r#"{"maybe":1,"rarely":2}"#);
    refuses::<Said>(r#"{"rarely":2}"#, "missing field `maybe`");
    refuses::<Said>("{}", "missing field `maybe`");
    both(SaidBeside { own: None, said: Said { maybe: None, rarely: None } }, r#"{"own":null,"maybe":null}"#);
    refuses::<SaidBeside>(r#"{"maybe":null}"#, "missing field `own`");
    refuses::<SaidBeside>(r#"{"own":null}"#, "missing field `maybe`");
}

/// Told apart by a member.
#[wire(tag = "type", omit_none)]
pub enum Tagged {
    /// No fields.
    Empty,
    /// Its own fields.
    Own {
        /// Left out when there is none.
        maybe: Option<u8>,
        /// Absent, null, or a value.
        twice: Option<Option<u8>>,
        /// May be left out.
        #[serde(default)]
        list: Vec<Tagged>,
    },
    /// The fields of a struct.
    Content(Plain),
    /// The members of a map.
    Free(BTreeMap<String, u8>),
    /// A tagged union with another tag.
    Nested(Cased),
    /// A struct behind a pointer.
    Far(Box<Closed>),
}

#[test]
fn a_tagged_enum_is_an_object_with_its_tag_first() {
    both(Tagged::Empty, r#"{"type":"empty"}"#);
    both(
        Tagged::Own { maybe: None, twice: None, list: vec![Tagged::Empty] },
        r#"{"type":"own","list":[{"type":"empty"}]}"#,
    );
    both(
        Tagged::Own { maybe: Some(1), twice: Some(None), list: vec![] },
        r#"{"type":"own","maybe":1,"twice":null,"list":[]}"#,
    );
    let plain = Plain { two_words: 1, maybe: None, with_default: 7, renamed: "x".into() };
    both(Tagged::Content(plain), r#"{"type":"content","twoWords":1,"maybe":null,"withDefault":7,"OTHER":"x"}"#);
    both(Tagged::Free(BTreeMap::from([("a".into(), 1)])), r#"{"type":"free","a":1}"#);
    both(Tagged::Nested(Cased::BothWords { two_words: 2 }), r#"{"type":"nested","kind":"both-words","two_words":2}"#);
    both(Tagged::Far(Box::new(Closed { only: 3 })), r#"{"type":"far","only":3}"#);
}

#[test]
fn the_tag_may_stand_anywhere() {
    let own = Tagged::Own { maybe: Some(1), twice: Some(None), list: vec![Tagged::Empty] };
    reads(r#"{"maybe":1,"type":"own","twice":null,"list":[{"type":"empty"}]}"#, own.clone());
    reads(r#"{"list":[{"x":[1],"type":"empty"}],"twice":null,"maybe":1,"type":"own"}"#, own);
    reads(r#"{"kind":"both-words","two_words":2,"type":"nested"}"#, Tagged::Nested(Cased::BothWords { two_words: 2 }));
    reads(r#"{"two_words":2,"type":"nested","kind":"both-words"}"#, Tagged::Nested(Cased::BothWords { two_words: 2 }));
    reads(r#"{"a":1,"type":"free","b":2}"#, Tagged::Free(BTreeMap::from([("a".into(), 1), ("b".into(), 2)])));
    reads(r#"{"only":3,"type":"far"}"#, Tagged::Far(Box::new(Closed { only: 3 })));
    refuses::<Tagged>(r#"{"type":"far","only":3,"more":1}"#, "unknown field `more`, expected `only`");
    refuses::<Tagged>(r#"{"more":1,"type":"far","only":3}"#, "unknown field `more`, expected `only`");
}

/// Numbers and text that a copy could spoil.
#[wire(tag = "type")]
pub enum Exact {
    /// All of them.
    All {
        /// Near the end of its range.
        large: u64,
        /// Not representable in few digits.
        real: f64,
        /// Beyond ASCII.
        text: String,
        /// Any JSON.
        free: serde_json::Value,
    },
}
#[test]
fn early_members_are_kept_exactly() {
    let value = Exact::All {
        large: u64::MAX,
        real: 0.1 + 0.2,
        text: "é\u{0}\u{1f600}".into(),
        free: serde_json::json!({ "b": [1, 2.5, null], "a": -1 }),
    };
    let text = serde_json::to_string(&value).expect("serializable");
    let (head, rest) = text.split_once(',').expect("a tag and more");
    reads(&format!("{{{},{}}}", rest.trim_end_matches('}').to_owned() + "}", &head[1..]), value.clone());
    reads(&text, value);
}

/// A closed set of members for each variant.
#[wire(tag = "type", deny_unknown)]
pub enum ClosedUnion {
    /// None at all.
    Empty,
    /// One.
    One {
        /// The one.
        only: u8,
    },
}

#[test]
fn deny_unknown_holds_in_every_variant() {
    both(ClosedUnion::Empty, r#"{"type":"empty"}"#);
    both(ClosedUnion::One { only: 1 }, r#"{"type":"one","only":1}"#);
    refuses::<ClosedUnion>(r#"{"type":"one","only":1,"more":2}"#, "unknown field `more`, expected `only`");
    refuses::<ClosedUnion>(r#"{"type":"empty","more":2}"#, "unknown field `more`, there are no fields");
    refuses::<ClosedUnion>(r#"{"more":2,"type":"empty"}"#, "unknown field `more`, there are no fields");
}

/// Told apart by shape alone.
#[wire(untagged)]
pub enum Either {
    /// A number.
    Number(u8),
    /// A list.
    List(Vec<u8>),
    /// An object.
    Object(Closed),
}

#[test]
fn an_untagged_enum_is_its_content() {
    both(Either::Number(1), "1");
    both(Either::List(vec![1, 2]), "[1,2]");
    both(Either::Object(Closed { only: 3 }), r#"{"only":3}"#);
    refuses::<Either>(r#""x""#, "data did not match any variant of untagged enum Either");
}

/// The types that wire types refer to by pointer, list, map, pair and option.
#[wire]
pub struct Nest {
    /// A list of optional things.
    pub list: Vec<Option<Choice>>,
    /// A map of boxed things.
    pub map: BTreeMap<String, Box<Tagged>>,
    /// Two things in a row.
    pub pair: (u8, Cased),
}

#[test]
fn wire_types_nest() {
    both(
        Nest {
            list: vec![None, Some(Choice::JustAName)],
            map: BTreeMap::from([("a".into(), Box::new(Tagged::Empty))]),
            pair: (1, Cased::Other),
        },
        r#"{"list":[null,"justAName"],"map":{"a":{"type":"empty"}},"pair":[1,{"kind":"IT"}]}"#,
    );
}
