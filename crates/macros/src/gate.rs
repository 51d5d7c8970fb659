//! The experimental gate of a wire type: an impl of `methodic::Gate` that finds the first experimental part in use.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Data, DeriveInput, Error, Fields, LitStr, Result};

/// Takes `#[experimental("reason")]` off a list of attributes and returns the reason.
pub(crate) fn take_mark(attrs: &mut Vec<Attribute>) -> Result<Option<LitStr>> {
    let mut reason: Option<LitStr> = None;
    let mut wrong = None;
    attrs.retain(|attr| {
        if !attr.path().is_ident("experimental") {
            return true;
        }
        match attr.parse_args::<LitStr>() {
            Ok(text) if reason.is_none() && !text.value().trim().is_empty() => reason = Some(text),
            _ => {
                wrong = Some(Error::new_spanned(
                    attr,
                    "write #[experimental(\"reason\")], once, with the reason that peers are told",
                ))
            }
        }
        false
    });
    wrong.map_or(Ok(reason), Err)
}

/// One variant, or the one body of a struct: its fields with the reasons taken off them.
pub(crate) struct Marks {
    pub(crate) own: Option<LitStr>,
    pub(crate) fields: Vec<Option<LitStr>>,
}

/// The impl of `Gate` for the item, whose marks were taken off before.
pub(crate) fn implement(item: &DeriveInput, marks: &[Marks]) -> TokenStream {
    let ident = &item.ident;
    let arms: Vec<TokenStream> = match &item.data {
        Data::Struct(data) => vec![arm(&quote!(Self), &data.fields, &marks[0])],
        Data::Enum(data) => {
            let arm = |(variant, marks): (&syn::Variant, &Marks)| {
                let name = &variant.ident;
                arm(&quote!(Self::#name), &variant.fields, marks)
            };
            data.variants.iter().zip(marks).map(arm).collect()
        }
        Data::Union(_) => Vec::new(),
    };
    quote! {
        #[automatically_derived]
        impl ::methodic::Gate for #ident {
            fn experimental(&self) -> ::core::option::Option<&'static str> {
                match self { #(#arms)* }
            }
        }
    }
}

fn arm(path: &TokenStream, fields: &Fields, marks: &Marks) -> TokenStream {
    if let Some(reason) = &marks.own {
        return quote!(#path { .. } => ::core::option::Option::Some(#reason),);
    }
    let bound: Vec<_> = (0..fields.len()).map(|at| format_ident!("field{at}")).collect();
    let checks = bound.iter().zip(&marks.fields).map(|(field, mark)| match mark {
        Some(reason) => quote! {
            if ::methodic::Gate::is_set(#field) { return ::core::option::Option::Some(#reason); }
        },
        None => quote! {
            if let ::core::option::Option::Some(reason) = ::methodic::Gate::experimental(#field) {
                return ::core::option::Option::Some(reason);
            }
        },
    });
    let names = fields.members();
    quote!(#path { #(#names: #bound,)* } => { #(#checks)* ::core::option::Option::None })
}
