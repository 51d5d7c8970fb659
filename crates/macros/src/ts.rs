//! What ts-rs is told of a wire type: a twin for each view, from which it derives. It reads serde's attributes itself;
//! what it cannot know from them is said here: that an unset member is left out, and what a receiver can do without.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Data, DeriveInput, Field, Fields, Ident, Type, parse_quote};

use crate::args::Args;
use crate::codec;
use crate::expand::{last_segment, option_of, says};

/// Who looks at the type.
#[derive(Clone, Copy, PartialEq)]
enum View {
    /// Its receiver: what has a default may be left out.
    Input,
    /// Its sender: an unset member may be left out.
    Output,
}

/// The two views of the item, and the trait by which others find them.
pub(crate) fn views(item: &DeriveInput, args: &Args) -> TokenStream {
    let (ident, name) = (&item.ident, args.published(&item.ident));
    let input = twin(item, args, View::Input, &format!("{name}$Input"));
    let output = twin(item, args, View::Output, &name);
    quote! {
        const _: () = {
            #input
            #output

            impl ::methodic::ts::Views for #ident {
                type Input = Input;
                type Output = Output;
            }
        };
    }
}

/// The item under the view's name, with serde's attributes alone, made of the views of its parts.
fn twin(item: &DeriveInput, args: &Args, view: View, name: &str) -> DeriveInput {
    let mut twin = item.clone();
    codec::strip(&mut twin, |attr| attr.path().is_ident("serde") || attr.path().is_ident("cfg"));
    let all_default = says(&twin.attrs, "default");
    each_field(&mut twin, |field, named| {
        let part = part(&field.ty, view);
        field.ty = if says(&field.attrs, "flatten") {
            // ts-rs would copy what the map holds, and not say what it is called.
            let is_map = last_segment(&field.ty).is_some_and(|last| last == "BTreeMap" || last == "HashMap");
            if is_map { parse_quote!(::methodic::ts::Flattened<#part>) } else { part }
        } else if !named {
            part
        } else if view == View::Input {
            may_be_left_out(field, part, all_default)
        } else {
            may_be_unset(field, part)
        };
    });
    let twin_ident: Ident = format_ident!("{}", if view == View::Input { "Input" } else { "Output" });
    (twin.ident, twin.vis) = (twin_ident, parse_quote!(pub));
    let tag = args.tag.as_ref().map(|tag| quote!(tag = #tag,));
    let own: [Attribute; 3] = [
        parse_quote!(#[derive(::methodic::__private::ts_rs::TS, ::methodic::__private::ReadsSerde)]),
        parse_quote!(#[ts(crate = "::methodic::__private::ts_rs", #tag rename = #name)]),
        parse_quote!(#[allow(dead_code, missing_docs, unreachable_pub, private_interfaces, clippy::large_enum_variant)]),
    ];
    twin.attrs.splice(0..0, own);
    twin
}

fn part(ty: &Type, view: View) -> Type {
    match view {
        View::Input => parse_quote!(<#ty as ::methodic::ts::Views>::Input),
        View::Output => parse_quote!(<#ty as ::methodic::ts::Views>::Output),
    }
}

/// A receiver needs no `Option`, and nothing that has a default.
fn may_be_left_out(field: &mut Field, part: Type, all_default: bool) -> Type {
    // What says how it is read is either told twice, which has a default, or must be there.
    let needed = says(&field.attrs, "deserialize_with") && !says(&field.attrs, "default");
    if option_of(&field.ty).is_some() && !needed {
        field.attrs.push(parse_quote!(#[ts(optional = nullable)]));
        part
    } else if all_default || says(&field.attrs, "default") {
        field.attrs.push(parse_quote!(#[ts(optional)]));
        parse_quote!(::core::option::Option<#part>)
    } else {
        part
    }
}

/// A sender leaves an unset `Option` out where it says so; then null means something of its own, or never comes.
fn may_be_unset(field: &mut Field, part: Type) -> Type {
    if let Some(inner) = option_of(&field.ty).filter(|_| says(&field.attrs, "skip_serializing_if")) {
        field.attrs.push(match option_of(inner) {
            Some(_) => parse_quote!(#[ts(optional = nullable)]),
            None => parse_quote!(#[ts(optional)]),
        });
    }
    part
}

/// Every field of the item, and whether it has a name.
fn each_field(item: &mut DeriveInput, mut change: impl FnMut(&mut Field, bool)) {
    let mut walk = |fields: &mut Fields| {
        let named = matches!(fields, Fields::Named(_));
        fields.iter_mut().for_each(|field| change(field, named));
    };
    match &mut item.data {
        Data::Struct(data) => walk(&mut data.fields),
        Data::Enum(data) => data.variants.iter_mut().for_each(|variant| walk(&mut variant.fields)),
        // No wire type is one.
        Data::Union(_) => {}
    }
}
