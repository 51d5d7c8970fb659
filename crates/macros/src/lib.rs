//! `#[wire]`, the one attribute of a wire type; used through the `methodic` crate, which re-exports it.
//!
//! It turns the facts an author states (a tag, a casing, an experimental mark) into the derives and impls that every
//! wire type needs, so that a type reads like a description of the wire. What it expands to is listed at [`macro@wire`].

mod args;
mod casing;
mod codec;
mod expand;
mod gate;
mod plain;
mod shape;
mod ts;

use proc_macro::TokenStream;

/// Makes a struct or an enum a wire type.
///
/// It derives `Debug`, `Clone` and `PartialEq` (and, with methodic's features `schema` and `ts`, `JsonSchema` and
/// `methodic::ts::Views`), implements `Serialize` and `Deserialize`, names everything in camelCase, and implements
/// `methodic::Gate` from the marks.
///
/// ```ignore
/// /// Starts a thread.
/// #[wire(omit_none)]
/// #[derive(Default)]
/// pub struct ThreadStartParams {
///     /// Where commands run; null or absent means the server's own folder.
///     pub cwd: Option<String>,
///     /// Prepared environments.
///     #[experimental("thread/start.environments")]
///     pub environments: Option<Vec<String>>,
/// }
/// ```
///
/// The decoder is stricter than serde's derived one, so that it agrees with the schema: a struct is never
/// read from a positional array, a unit variant never from `{"name": null}`; and an internally tagged enum is read in
/// one pass when its tag comes first, with errors that point inside the variant.
///
/// # Arguments
///
/// | argument | meaning |
/// |---|---|
/// | `tag = "type"` | an enum whose variants are objects told apart by this member; without it, unit variants are strings and the others objects with one key |
/// | `rename_all = "…"` | casing of a struct's fields or an enum's variants; `"none"` keeps Rust's names; default `"camelCase"` |
/// | `rename_all_fields = "…"` | casing of the fields inside an enum's variants; default `"camelCase"` |
/// | `omit_none` | an `Option` field that is `None` is left out rather than written as `null` |
/// | `explicit_null` | an `Option` field must be there, as a value or as `null`; without this, a receiver takes an absent one for `None` |
/// | `transparent` | a newtype that looks on the wire like its one field |
/// | `untagged` | an enum whose variants are told apart by shape alone |
/// | `deny_unknown` | members that the type does not declare are refused |
/// | `name = "…"` | the published name, where it is not Rust's |
/// | `published_open` | the published schema keeps silent about what a flattened map holds |
/// | `variant_titles = "…"` | what the titles of the variants end in, where that is not the published name |
///
/// On fields and variants: `#[experimental("reason")]` marks a part that needs the peer's opt-in. Serde's field
/// attributes (`default`, `rename`, `skip_serializing_if`) work as usual. An `Option<Option<T>>` tells an absent
/// member from a null one.
#[proc_macro_attribute]
pub fn wire(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::wire(args.into(), item.into()).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Lets `#[serde(...)]` stand on a type for ts-rs, whose own derive reads these attributes and does not declare them.
#[doc(hidden)]
#[proc_macro_derive(ReadsSerde, attributes(serde))]
pub fn reads_serde(_: TokenStream) -> TokenStream {
    TokenStream::new()
}
