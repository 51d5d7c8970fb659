//! The experimental gate of a wire type: an impl of `methodic::Gate` that finds the first experimental part in use.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Data, DeriveInput, Error, Fields, GenericArgument, LitStr, PathArguments, Result, Type};

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
    let arms: Vec<Option<TokenStream>> = match &item.data {
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
    let rest = arms.iter().any(Option::is_none).then(|| quote!(_ => ::core::option::Option::None,));
    let arms: Vec<_> = arms.into_iter().flatten().collect();
    // Most types have nothing to ask for: then the trait's own answer is the right one.
    let body = (!arms.is_empty()).then(|| {
        quote! {
            fn experimental(&self) -> ::core::option::Option<&'static str> {
                match self { #(#arms)* #rest }
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl ::methodic::Gate for #ident { #body }
    }
}

/// What one variant, or a struct, is asked; none if no part of it can be experimental.
fn arm(path: &TokenStream, fields: &Fields, marks: &Marks) -> Option<TokenStream> {
    if let Some(reason) = &marks.own {
        return Some(quote!(#path { .. } => ::core::option::Option::Some(#reason),));
    }
    let (mut names, mut bound, mut checks) = (Vec::new(), Vec::new(), Vec::new());
    for (at, ((name, field), mark)) in fields.members().zip(fields).zip(&marks.fields).enumerate() {
        let place = format_ident!("field{at}");
        checks.push(match mark {
            Some(reason) => quote! {
                if ::methodic::Gate::is_set(#place) { return ::core::option::Option::Some(#reason); }
            },
            None if is_plain(&field.ty) => continue,
            None => quote! {
                if let ::core::option::Option::Some(reason) = ::methodic::Gate::experimental(#place) {
                    return ::core::option::Option::Some(reason);
                }
            },
        });
        names.push(name);
        bound.push(place);
    }
    (!checks.is_empty())
        .then(|| quote!(#path { #(#names: #bound,)* .. } => { #(#checks)* ::core::option::Option::None }))
}

/// Whether a type is one of the language's own, by itself or in a container, which has no experimental part.
fn is_plain(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    match &last.arguments {
        PathArguments::None => PLAIN.iter().any(|plain| path.path.is_ident(plain)),
        PathArguments::AngleBracketed(arguments) if CONTAINERS.iter().any(|name| last.ident == name) => {
            let is_plain = |argument: &GenericArgument| matches!(argument, GenericArgument::Type(ty) if is_plain(ty));
            arguments.args.iter().all(is_plain)
        }
        _ => false,
    }
}

const PLAIN: [&str; 13] =
    ["String", "bool", "char", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64"];
const CONTAINERS: [&str; 6] = ["Option", "Box", "Vec", "BTreeSet", "BTreeMap", "HashMap"];
