//! What a wire type looks like on the wire, as far as it can be said in words that need no code of serde's.
//!
//! Most types can; they get code that shares all but their own names and types with the kernel (`plain.rs`). A type
//! that says more with serde's attributes (`flatten`, `with`, …) has no shape here, and serde's derives read it.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, ExprPath, Fields, LitStr, Type};

use crate::args::{Args, casing};
use crate::casing::Casing;
use crate::expand::{DOUBLE_OPTION, EXPLICIT_NULL, option_of};

/// One member of an object.
pub(crate) struct Member<'a> {
    pub(crate) field: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) key: String,
    pub(crate) absent: Absent,
    /// When it is left out.
    pub(crate) skip: Option<ExprPath>,
}

/// What a missing member means.
pub(crate) enum Absent {
    /// What the type makes of it: `None` for an option, else an error.
    Asked,
    /// `None`, and null is `Some(None)`.
    Twice,
    /// An error, also where the type could do without.
    Needed,
    /// The type's default.
    Default,
    /// What this function gives.
    Call(ExprPath),
}

/// A variant beside its tag.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) name: String,
    pub(crate) content: Content<'a>,
}

/// What a variant holds.
pub(crate) enum Content<'a> {
    Nothing,
    One,
    Members(Vec<Member<'a>>),
}

/// The forms that need no derive.
pub(crate) enum Shape<'a> {
    /// An object.
    Object(Vec<Member<'a>>),
    /// One of some words.
    Word(Vec<Variant<'a>>),
    /// An object whose variant is told by this member.
    Tagged(&'a LitStr, Vec<Variant<'a>>),
}

/// As many members as have a bit in the kernel's memory of what it has read.
const MOST: usize = 64;

impl<'a> Shape<'a> {
    pub(crate) fn of(item: &'a DeriveInput, args: &'a Args) -> Option<Self> {
        if args.transparent || args.untagged || item.attrs.iter().any(|attr| is(attr, "serde")) {
            return None;
        }
        let rule = |said: &Option<LitStr>| Casing::named(casing(said.as_ref()).as_deref());
        let (outer, inner) = (rule(&args.rename_all)?, rule(&args.rename_all_fields)?);
        match &item.data {
            Data::Struct(data) => match &data.fields {
                fields @ Fields::Named(_) => members(fields, outer).map(Self::Object),
                _ => None,
            },
            Data::Enum(data) => {
                let variants: Vec<_> =
                    data.variants.iter().map(|one| variant(one, outer, inner)).collect::<Option<_>>()?;
                let are_words = variants.iter().all(|one| matches!(one.content, Content::Nothing));
                match &args.tag {
                    _ if variants.is_empty() => None,
                    Some(tag) => Some(Self::Tagged(tag, variants)),
                    None if are_words => Some(Self::Word(variants)),
                    None => None,
                }
            }
            Data::Union(_) => None,
        }
    }
}

fn variant(variant: &syn::Variant, outer: Casing, inner: Casing) -> Option<Variant<'_>> {
    let said = Said::by(&variant.attrs)?;
    if said.skip.is_some() || !matches!(said.absent, Absent::Asked) {
        return None;
    }
    let content = match &variant.fields {
        Fields::Unit => Content::Nothing,
        Fields::Unnamed(tuple) => {
            let attrs = &tuple.unnamed.first()?.attrs;
            if attrs.iter().any(|attr| is(attr, "serde") || is(attr, "cfg")) {
                return None;
            }
            Content::One
        }
        fields => Content::Members(members(fields, inner)?),
    };
    let name = said.rename.unwrap_or_else(|| outer.variant(&variant.ident.unraw().to_string()));
    Some(Variant { ident: &variant.ident, name, content })
}

fn members(fields: &Fields, casing: Casing) -> Option<Vec<Member<'_>>> {
    let one = |field| member(field, casing);
    (fields.len() <= MOST).then(|| fields.iter().map(one).collect::<Option<_>>())?
}

fn member(field: &syn::Field, casing: Casing) -> Option<Member<'_>> {
    let said = Said::by(&field.attrs)?;
    let name = field.ident.as_ref()?;
    let key = said.rename.unwrap_or_else(|| casing.field(&name.unraw().to_string()));
    let twice = matches!(said.absent, Absent::Twice);
    // Only what the attribute itself puts on an `Option<Option<T>>` is understood.
    (!twice || option_of(&field.ty).is_some()).then_some(Member {
        field: name,
        ty: &field.ty,
        key,
        absent: said.absent,
        skip: said.skip,
    })
}

/// What serde's attributes say.
struct Said {
    rename: Option<String>,
    absent: Absent,
    skip: Option<ExprPath>,
}

impl Said {
    /// `None` if they say more than is understood here, or cannot be read: then they are for serde.
    fn by(attrs: &[Attribute]) -> Option<Self> {
        let mut said = Self { rename: None, absent: Absent::Asked, skip: None };
        for attr in attrs {
            if is(attr, "cfg") || is(attr, "cfg_attr") {
                return None;
            }
            if is(attr, "serde") {
                attr.parse_nested_meta(|meta| {
                    let word = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
                    match word.as_str() {
                        "rename" => said.rename = Some(meta.value()?.parse::<LitStr>()?.value()),
                        "skip_serializing_if" => said.skip = Some(meta.value()?.parse::<LitStr>()?.parse()?),
                        "default" if meta.input.peek(syn::Token![=]) => {
                            said.absent = Absent::Call(meta.value()?.parse::<LitStr>()?.parse()?);
                        }
                        "default" => said.absent = Absent::Default,
                        "deserialize_with" => match meta.value()?.parse::<LitStr>()?.value().as_str() {
                            DOUBLE_OPTION => said.absent = Absent::Twice,
                            EXPLICIT_NULL => said.absent = Absent::Needed,
                            _ => return Err(meta.error("for serde")),
                        },
                        _ => return Err(meta.error("for serde")),
                    }
                    Ok(())
                })
                .ok()?;
            }
        }
        Some(said)
    }
}

fn is(attr: &Attribute, word: &str) -> bool {
    attr.path().is_ident(word)
}
