//! How a wire type is read and written: serde's derived code for a private twin, behind a strict adapter.
//!
//! Serde writes the code for the twin (`remote`), which has the type's fields and none of its other attributes. The
//! type itself has only the trait impls that go through the adapter, so that nobody can call the lenient code by
//! accident.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Fields, Ident, Item, Visibility, parse_quote};

use crate::args::Args;
use crate::gate::Marks;

/// The impls of serde's traits; none for what serde alone reads strictly.
pub(crate) fn implement(item: &Item, args: &Args, marks: &[Marks], spelling: &[Attribute]) -> Option<TokenStream> {
    if args.transparent {
        return None;
    }
    // Errors list the variants by name, and must not mention the experimental ones.
    let hidden = marks.iter().enumerate().filter(|(_, marks)| marks.own.is_some()).map(|(at, _)| at);
    let hidden = quote!(&[#(#hidden),*]);
    let wire = quote!(::methodic::__private::wire);
    let (read, write) = match (item, &args.tag) {
        (Item::Enum(_), Some(tag)) => {
            let closed = args.deny_unknown.then(|| quote!(.closed()));
            let read = quote!(Twin::deserialize(#wire::Tagged::new(#tag, #hidden, deserializer) #closed));
            (read, quote!(#wire::Tagged::new(#tag, &[], serializer)))
        }
        (Item::Enum(_), None) if args.untagged => {
            (quote!(#wire::untagged(deserializer, |value| Twin::deserialize(value))), quote!(serializer))
        }
        (Item::Enum(_), None) => {
            (quote!(Twin::deserialize(#wire::Choice::new(#hidden, deserializer))), quote!(serializer))
        }
        _ => (quote!(Twin::deserialize(#wire::ByName(deserializer))), quote!(serializer)),
    };
    let (ident, serde) = (ident(item), quote!(::methodic::__private::serde));
    let twin = twin(item, spelling);
    Some(quote! {
        const _: () = {
            #twin

            #[automatically_derived]
            impl<'de> #serde::Deserialize<'de> for #ident {
                fn deserialize<D: #serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                    #read
                }
            }

            #[automatically_derived]
            impl #serde::Serialize for #ident {
                fn serialize<S: #serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                    Twin::serialize(self, #write)
                }
            }
        };
    })
}

/// The item under another name, with serde's attributes alone.
fn twin(item: &Item, spelling: &[Attribute]) -> Item {
    let mut twin = item.clone();
    let name = ident(item).to_string();
    strip(&mut twin, |attr| attr.path().is_ident("serde") || attr.path().is_ident("cfg"));
    match &mut twin {
        Item::Struct(twin) => (twin.ident, twin.vis) = (format_ident!("Twin"), Visibility::Inherited),
        Item::Enum(twin) => (twin.ident, twin.vis) = (format_ident!("Twin"), Visibility::Inherited),
        _ => unreachable!("Args::check refuses other items"),
    }
    let serde = quote!(::methodic::__private::serde);
    let own: [Attribute; 3] = [
        parse_quote!(#[derive(#serde::Serialize, #serde::Deserialize)]),
        parse_quote!(#[serde(crate = "::methodic::__private::serde", remote = #name, rename = #name)]),
        parse_quote!(#[allow(dead_code, missing_docs)]),
    ];
    attrs(&mut twin).splice(0..0, own.into_iter().chain(spelling.iter().cloned()));
    twin
}

pub(crate) fn ident(item: &Item) -> &Ident {
    match item {
        Item::Struct(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        _ => unreachable!("Args::check refuses other items"),
    }
}

pub(crate) fn attrs(item: &mut Item) -> &mut Vec<Attribute> {
    match item {
        Item::Struct(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        _ => unreachable!("Args::check refuses other items"),
    }
}

/// Keeps these attributes on the item, its variants and its fields.
pub(crate) fn strip(item: &mut Item, keep: impl Fn(&Attribute) -> bool) {
    let fields = |fields: &mut Fields| fields.iter_mut().for_each(|field| field.attrs.retain(&keep));
    attrs(item).retain(&keep);
    match item {
        Item::Struct(item) => fields(&mut item.fields),
        Item::Enum(item) => {
            for variant in &mut item.variants {
                variant.attrs.retain(&keep);
                fields(&mut variant.fields);
            }
        }
        _ => unreachable!("Args::check refuses other items"),
    }
}
