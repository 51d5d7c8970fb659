//! The expansion of `#[wire]`: how the type is read and written, the schema derives, and the gate.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Attribute, Data, DeriveInput, Error, Field, Fields, GenericArgument, LitStr, PathArguments, Result, Type,
    parse_quote,
};

use crate::args::{Args, casing};
use crate::codec;
use crate::gate::{self, Marks};
use crate::ts;

pub(crate) fn wire(args: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let args = Args::parse(args)?;
    let mut item = parse(item)?;
    args.check(&item)?;
    let marks = match &mut item.data {
        Data::Struct(data) => vec![fields(&mut data.fields, &args, None)?],
        Data::Enum(data) => {
            let one = |variant: &mut syn::Variant| {
                let own = mark(&mut variant.attrs)?;
                if let Fields::Unnamed(tuple) = &variant.fields
                    && tuple.unnamed.len() > 1
                {
                    let why = format!("variant `{}` is positional on the wire; name its fields", variant.ident);
                    return Err(Error::new(variant.ident.span(), why));
                }
                fields(&mut variant.fields, &args, own)
            };
            data.variants.iter_mut().map(one).collect::<Result<_>>()?
        }
        Data::Union(_) => return Err(misplaced(item)),
    };
    let gate = gate::implement(&item, &marks);
    let spelling = spelling(&args, matches!(item.data, Data::Enum(_)));
    let codec = codec::implement(&item, &args, &marks, &spelling);
    let ts = cfg!(feature = "ts").then(|| {
        let mut spelled = item.clone();
        spelled.attrs.extend(spelling.clone());
        ts::views(&spelled, &args)
    });
    let ident = item.ident.clone();
    let mut derives = derives(&args, &ident);
    if codec.is_none() {
        let serde = quote!(::methodic::__private::serde);
        derives.push(parse_quote!(#[derive(#serde::Serialize, #serde::Deserialize)]));
        derives.push(parse_quote!(#[serde(crate = "::methodic::__private::serde")]));
        derives.extend(spelling);
    } else if cfg!(feature = "schema") {
        // That derive reads serde's attributes; without it nobody would know what they are.
        derives.extend(spelling);
    } else {
        codec::strip(&mut item, |attr| !attr.path().is_ident("serde"));
    }
    item.attrs.splice(0..0, derives);
    let published = published(&ident, &args);
    Ok(quote!(#item #codec #gate #ts #published))
}

/// The struct or enum that the attribute stands on.
fn parse(item: TokenStream) -> Result<DeriveInput> {
    let is_type = |token: TokenTree| matches!(token, TokenTree::Ident(word) if word == "struct" || word == "enum");
    if item.clone().into_iter().any(is_type) { syn::parse2(item) } else { Err(misplaced(item)) }
}

fn misplaced(item: impl ToTokens) -> Error {
    Error::new_spanned(item, "#[wire] goes on a struct or an enum")
}

/// Takes the marks off the fields and gives each the attributes that its type and the arguments ask for.
fn fields(fields: &mut Fields, args: &Args, own: Option<LitStr>) -> Result<Marks> {
    let mut marks = Vec::with_capacity(fields.len());
    for field in fields.iter_mut() {
        let reason = mark(&mut field.attrs)?;
        let marked = reason.is_some();
        if let (Some(reason), true) = (&reason, args.deny_unknown) {
            let why = "an experimental field cannot stand in a `deny_unknown` type: refusing an unknown member lists all known ones";
            return Err(Error::new(reason.span(), why));
        }
        marks.push(reason);
        let option = option_of(&field.ty);
        if option.is_some_and(|inner| option_of(inner).is_some()) {
            double_option(field);
        // An experimental member is never written as null: its name alone would tell a peer that did not opt in.
        } else if option.is_some() && (args.omit_none || marked) && !says(&field.attrs, "skip_serializing_if") {
            field.attrs.push(parse_quote!(#[serde(skip_serializing_if = "Option::is_none")]));
        } else if option.is_some() && args.explicit_null && !says(&field.attrs, "skip_serializing_if") {
            explicit_null(field);
        }
    }
    Ok(Marks { own, fields: marks })
}

/// An experimental mark also goes into the schema, as the keyword `x-experimental`.
fn mark(attrs: &mut Vec<Attribute>) -> Result<Option<LitStr>> {
    let reason = gate::take_mark(attrs)?;
    if let (Some(reason), true) = (&reason, cfg!(feature = "schema")) {
        attrs.push(parse_quote!(#[schemars(extend("x-experimental" = #reason))]));
    }
    Ok(reason)
}

/// What reads an `Option<Option<T>>` where serde's derived code does.
pub(crate) const DOUBLE_OPTION: &str = "::methodic::__private::double_option";

/// Absent, null and a value are three things: absent is `None`, null is `Some(None)`.
fn double_option(field: &mut Field) {
    field.attrs.push(parse_quote! {
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = #DOUBLE_OPTION)]
    });
    if cfg!(feature = "schema") {
        field.attrs.push(parse_quote!(#[schemars(extend("x-nullable-twice" = true))]));
    }
}

/// What reads an `Option` that must be there where serde's derived code does; saying it keeps serde from inventing one.
pub(crate) const EXPLICIT_NULL: &str = "::methodic::__private::serde::Deserialize::deserialize";

/// Null is a value like any other; absent is none.
fn explicit_null(field: &mut Field) {
    field.attrs.push(parse_quote!(#[serde(deserialize_with = #EXPLICIT_NULL)]));
    if cfg!(feature = "schema") {
        field.attrs.push(parse_quote!(#[schemars(extend("x-required" = true))]));
    }
}

pub(crate) fn says(attrs: &[Attribute], word: &str) -> bool {
    attrs.iter().filter(|attr| attr.path().is_ident("serde")).any(|attr| {
        let mut found = false;
        // Values of other members are skipped; a malformed attribute is serde's to report.
        let _ = attr.parse_nested_meta(|meta| {
            found |= meta.path.is_ident(word);
            if meta.input.peek(syn::Token![=]) {
                meta.value()?.parse::<syn::Expr>()?;
            }
            Ok(())
        });
        found
    })
}

/// `T` of a type written `Option<T>`.
pub(crate) fn option_of(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if last.ident == "Option" => Some(inner),
        _ => None,
    }
}

/// `Vec` of a type written `std::vec::Vec<T>`.
pub(crate) fn last_segment(ty: &Type) -> Option<&syn::Ident> {
    match ty {
        Type::Path(path) => Some(&path.path.segments.last()?.ident),
        _ => None,
    }
}

/// Serde's attributes for the arguments.
fn spelling(args: &Args, is_enum: bool) -> Vec<Attribute> {
    let mut attrs: Vec<Attribute> = Vec::new();
    if args.transparent {
        attrs.push(parse_quote!(#[serde(transparent)]));
    } else if let Some(rule) = casing(args.rename_all.as_ref()) {
        attrs.push(parse_quote!(#[serde(rename_all = #rule)]));
    }
    if let (true, Some(rule)) = (is_enum, casing(args.rename_all_fields.as_ref())) {
        attrs.push(parse_quote!(#[serde(rename_all_fields = #rule)]));
    }
    if args.untagged {
        attrs.push(parse_quote!(#[serde(untagged)]));
    }
    if args.deny_unknown {
        attrs.push(parse_quote!(#[serde(deny_unknown_fields)]));
    }
    attrs
}

fn derives(args: &Args, ident: &syn::Ident) -> Vec<Attribute> {
    let mut attrs: Vec<Attribute> = vec![parse_quote!(#[derive(Debug, Clone, PartialEq)])];
    let name = args.published(ident);
    let tag = args.tag.as_ref().map(|tag| quote!(tag = #tag,));
    if cfg!(feature = "schema") {
        attrs.push(parse_quote!(#[derive(::methodic::__private::schemars::JsonSchema)]));
        if args.published_open {
            attrs.push(parse_quote!(#[schemars(extend("x-published-open" = true))]));
        }
        if let Some(titles) = &args.variant_titles {
            attrs.push(parse_quote!(#[schemars(extend("x-variant-titles" = #titles))]));
        }
        attrs.push(parse_quote! {
            #[schemars(
                crate = "::methodic::__private::schemars", rename = #name, #tag
                extend("x-rust" = concat!(module_path!(), "::", stringify!(#ident)), "x-name" = #name)
            )]
        });
    }
    attrs
}

/// Claims the published name within its module. schemars tells types apart by module and published name, so that of two
/// that share both it would show one and forget the other; this makes them a compile error instead.
fn published(ident: &syn::Ident, args: &Args) -> Option<TokenStream> {
    if !cfg!(feature = "schema") {
        return None;
    }
    let name = args.published(ident);
    let claim = quote::format_ident!("__WireName_{name}");
    Some(quote! {
        #[doc(hidden)]
        #[allow(dead_code, non_camel_case_types)]
        type #claim = #ident;
    })
}
