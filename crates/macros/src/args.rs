//! The arguments of `#[wire(...)]`, parsed and checked against each other.

use proc_macro2::TokenStream;
use syn::meta::ParseNestedMeta;
use syn::parse::Parser;
use syn::{Data, DeriveInput, Error, Fields, Ident, LitStr, Result};

/// What the author said between the parentheses.
#[derive(Default)]
pub(crate) struct Args {
    pub(crate) tag: Option<LitStr>,
    pub(crate) rename_all: Option<LitStr>,
    pub(crate) rename_all_fields: Option<LitStr>,
    pub(crate) name: Option<LitStr>,
    pub(crate) omit_none: bool,
    pub(crate) explicit_null: bool,
    pub(crate) transparent: bool,
    pub(crate) untagged: bool,
    pub(crate) deny_unknown: bool,
    pub(crate) published_open: bool,
    pub(crate) variant_titles: Option<LitStr>,
}

impl Args {
    pub(crate) fn parse(tokens: TokenStream) -> Result<Self> {
        let mut args = Self::default();
        syn::meta::parser(|meta| args.read(&meta)).parse2(tokens)?;
        Ok(args)
    }

    fn read(&mut self, meta: &ParseNestedMeta) -> Result<()> {
        let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
        match name.as_str() {
            "tag" => self.tag = Some(meta.value()?.parse()?),
            "rename_all" => self.rename_all = Some(meta.value()?.parse()?),
            "rename_all_fields" => self.rename_all_fields = Some(meta.value()?.parse()?),
            "name" => self.name = Some(meta.value()?.parse()?),
            "omit_none" => self.omit_none = true,
            "explicit_null" => self.explicit_null = true,
            "transparent" => self.transparent = true,
            "untagged" => self.untagged = true,
            "deny_unknown" => self.deny_unknown = true,
            "published_open" => self.published_open = true,
            "variant_titles" => self.variant_titles = Some(meta.value()?.parse()?),
            _ => {
                return Err(meta.error(format!(
                    "#[wire] knows no argument `{name}`; it takes tag, rename_all, rename_all_fields, omit_none, \
                     explicit_null, transparent, untagged, deny_unknown, name, published_open and variant_titles"
                )));
            }
        }
        Ok(())
    }

    /// The name under which the type is published.
    pub(crate) fn published(&self, ident: &Ident) -> String {
        self.name.as_ref().map_or_else(|| ident.to_string(), LitStr::value)
    }

    /// Refuses combinations that could not mean anything on this item.
    pub(crate) fn check(&self, item: &DeriveInput) -> Result<()> {
        let (ident, is_enum) = (&item.ident, matches!(item.data, Data::Enum(_)));
        let wrong = |why: &str| Err(Error::new(ident.span(), format!("#[wire] on `{ident}`: {why}")));
        if !is_enum && (self.tag.is_some() || self.untagged || self.rename_all_fields.is_some()) {
            return wrong("`tag`, `untagged` and `rename_all_fields` are for enums");
        }
        if is_enum && self.transparent {
            return wrong("`transparent` is for a struct with one field");
        }
        if self.omit_none && self.explicit_null {
            return wrong(
                "an unset `Option` is either left out (`omit_none`) or written as null for certain (`explicit_null`)",
            );
        }
        if self.tag.is_some() && self.untagged {
            return wrong("an enum is either told apart by its tag or untagged, not both");
        }
        if !item.generics.params.is_empty() {
            return wrong("a wire type has no generics: each shape has one name");
        }
        if let Data::Struct(data) = &item.data {
            let tuple = matches!(data.fields, Fields::Unnamed(_));
            if tuple && !(self.transparent && data.fields.len() == 1) {
                return wrong(
                    "a tuple struct is positional on the wire; name the fields, or say `transparent` for a newtype",
                );
            }
        }
        Ok(())
    }
}

/// Serde's value for a casing: `"none"` keeps Rust's own names.
pub(crate) fn casing(said: Option<&LitStr>) -> Option<String> {
    match said.map(LitStr::value) {
        None => Some("camelCase".into()),
        Some(rule) if rule == "none" => None,
        Some(rule) => Some(rule),
    }
}
