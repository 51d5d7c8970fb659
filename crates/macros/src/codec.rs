//! How a wire type is read and written by serde's derived code: derived for a private twin, behind a strict adapter.
//!
//! This is the way of the few types whose shape takes more than the kernel's own code knows (`shape.rs`). Serde writes
//! the code for the twin (`remote`), which has the type's fields and none of its other attributes. The type itself has
//! only the trait impls that go through the adapter, so that nobody can call the lenient code by accident.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Data, DeriveInput, Fields, Visibility, parse_quote};

use crate::args::Args;
use crate::gate::Marks;
use crate::plain;
use crate::shape::Shape;

/// The impls of serde's traits; none for what serde alone reads strictly.
pub(crate) fn implement(
    item: &DeriveInput,
    args: &Args,
    marks: &[Marks],
    spelling: &[Attribute],
) -> Option<TokenStream> {
    if args.transparent {
        return None;
    }
    let hidden = hidden(marks);
    if let Some(shape) = Shape::of(item, args) {
        return Some(plain::implement(&item.ident, &shape, &hidden, args.deny_unknown));
    }
    let wire = quote!(::methodic::__private::wire);
    let (read, write) = match (&item.data, &args.tag) {
        (Data::Enum(_), Some(tag)) => {
            let closed = args.deny_unknown.then(|| quote!(.closed()));
            let read = quote!(Twin::deserialize(#wire::Tagged::new(#tag, #hidden, deserializer) #closed));
            (read, quote!(#wire::Tagged::new(#tag, &[], serializer)))
        }
        (Data::Enum(_), None) if args.untagged => {
            (quote!(#wire::untagged(deserializer, |value| Twin::deserialize(value))), quote!(serializer))
        }
        (Data::Enum(_), None) => {
            (quote!(Twin::deserialize(#wire::Choice::new(#hidden, deserializer))), quote!(serializer))
        }
        _ => (quote!(Twin::deserialize(#wire::ByName(deserializer))), quote!(serializer)),
    };
    let (ident, serde) = (&item.ident, quote!(::methodic::__private::serde));
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

/// The places of the experimental variants. Errors list the variants by name, and must not mention these.
fn hidden(marks: &[Marks]) -> TokenStream {
    let hidden = marks.iter().enumerate().filter(|(_, marks)| marks.own.is_some()).map(|(at, _)| at);
    quote!(&[#(#hidden),*])
}

/// The item under another name, with serde's attributes alone.
fn twin(item: &DeriveInput, spelling: &[Attribute]) -> DeriveInput {
    let mut twin = item.clone();
    let name = item.ident.to_string();
    strip(&mut twin, |attr| attr.path().is_ident("serde") || attr.path().is_ident("cfg"));
    (twin.ident, twin.vis) = (format_ident!("Twin"), Visibility::Inherited);
    let serde = quote!(::methodic::__private::serde);
    let own: [Attribute; 3] = [
        parse_quote!(#[derive(#serde::Serialize, #serde::Deserialize)]),
        parse_quote!(#[serde(crate = "::methodic::__private::serde", remote = #name, rename = #name)]),
        parse_quote!(#[allow(dead_code, missing_docs)]),
    ];
    twin.attrs.splice(0..0, own.into_iter().chain(spelling.iter().cloned()));
    twin
}

/// Keeps these attributes on the item, its variants and its fields.
pub(crate) fn strip(item: &mut DeriveInput, keep: impl Fn(&Attribute) -> bool) {
    let fields = |fields: &mut Fields| fields.iter_mut().for_each(|field| field.attrs.retain(&keep));
    item.attrs.retain(&keep);
    match &mut item.data {
        Data::Struct(data) => fields(&mut data.fields),
        Data::Enum(data) => {
            for variant in &mut data.variants {
                variant.attrs.retain(&keep);
                fields(&mut variant.fields);
            }
        }
        Data::Union(_) => {}
    }
}
