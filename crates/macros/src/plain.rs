//! The code of the types whose shape says all (`shape.rs`): their names, and one line a member.
//!
//! A derive would write out for every type what is the same for all: how a member's name is looked up, what an unknown
//! one means, a twin to hide the lenient code behind. Here that is the kernel's (`methodic::__private::wire`), compiled
//! once, and strict from the start. With hundreds of types, this code is most of what a protocol's build costs.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::LitStr;
use syn::spanned::Spanned;

use crate::expand::option_of;
use crate::shape::{Absent, Content, Member, Shape, Variant};

/// The impls of `Deserialize` and `Serialize`.
pub(crate) fn implement(ident: &Ident, shape: &Shape<'_>, hidden: &TokenStream, closed: bool) -> TokenStream {
    let wire = quote!(::methodic::__private::wire);
    let serde = quote!(::methodic::__private::serde);
    let name = ident.to_string();
    let (kernel, read, write) = match shape {
        Shape::Object(members) => {
            let keys = members.iter().map(|member| &member.key);
            let read = read(members, &quote!(Self));
            let kernel = quote! {
                #[automatically_derived]
                impl #wire::Object for #ident {
                    const NAME: &'static str = #name;
                    const KEYS: &'static [&'static str] = &[#(#keys),*];
                    const CLOSED: bool = #closed;

                    fn read<'de, A: #serde::de::MapAccess<'de>>(
                        mut __members: #wire::Members<A>,
                    ) -> ::core::result::Result<Self, A::Error> {
                        #read
                    }
                }
            };
            let places: Vec<_> = members.iter().map(|Member { field, .. }| quote!(&self.#field)).collect();
            (kernel, quote!(#wire::object(deserializer)), write(members, &places, &name, None))
        }
        Shape::Word(variants) => {
            let found = variants.iter().map(|one| one.ident);
            let found = choose(found.map(|variant| quote!(Self::#variant)));
            let names = variants.iter().map(|one| &one.name);
            let read = quote! {
                let found = #wire::word(deserializer, #wire::Names { all: &[#(#names),*], hidden: #hidden })?;
                ::core::result::Result::Ok(match found { #found })
            };
            let arms = variants.iter().enumerate().map(|(at, Variant { ident, name, .. })| {
                let at = at as u32;
                quote!(Self::#ident => (#at, #name),)
            });
            let write = quote! {
                let (at, variant) = match self { #(#arms)* };
                __serializer.serialize_unit_variant(#name, at, variant)
            };
            (TokenStream::new(), read, write)
        }
        Shape::Tagged(tag, variants) => {
            let names = variants.iter().map(|one| &one.name);
            let found = choose(variants.iter().map(|one| read_variant(one, closed)));
            let kernel = quote! {
                #[automatically_derived]
                impl #wire::Union for #ident {
                    const TAG: &'static str = #tag;
                    const NAMES: #wire::Names = #wire::Names { all: &[#(#names),*], hidden: #hidden };
                    const CLOSED: bool = #closed;

                    fn read<'de, A: #serde::de::MapAccess<'de>>(
                        __found: usize,
                        __rest: #wire::Beside<A>,
                    ) -> ::core::result::Result<Self, A::Error> {
                        match __found { #found }
                    }
                }
            };
            let arms = variants.iter().map(|one| write_variant(&name, tag, one));
            (kernel, quote!(#wire::union(deserializer)), quote!(match self { #(#arms)* }))
        }
    };
    quote! {
        #kernel

        #[automatically_derived]
        impl<'de> #serde::Deserialize<'de> for #ident {
            fn deserialize<D: #serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                #read
            }
        }

        #[automatically_derived]
        impl #serde::Serialize for #ident {
            fn serialize<S: #serde::Serializer>(&self, __serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                #write
            }
        }
    }
}

/// Match arms by position, the last of them for all others: the kernel gives no position that is not there.
fn choose(arms: impl Iterator<Item = TokenStream>) -> TokenStream {
    let arms: Vec<_> = arms.collect();
    let last = arms.len().saturating_sub(1);
    let arms = arms.into_iter().enumerate().map(|(at, arm)| {
        let pattern = if at == last { quote!(_) } else { quote!(#at) };
        quote!(#pattern => #arm,)
    });
    quote!(#(#arms)*)
}

/// Reads all of `members`, and builds the value.
fn read(members: &[Member<'_>], build: &TokenStream) -> TokenStream {
    if members.is_empty() {
        return quote! {
            while __members.advance()?.is_some() {}
            ::core::result::Result::Ok(#build {})
        };
    }
    let slots = slots(members);
    let arms = choose(members.iter().zip(&slots).map(|(member, slot)| {
        let call = if member.is_slot() { quote!(value) } else { quote!(some) };
        quote_spanned!(member.ty.span().resolved_at(Span::call_site())=> __members.#call(&mut #slot))
    }));
    let fields = members.iter().zip(&slots).map(|(member, slot)| {
        let Member { field, ty, key, .. } = member;
        let value = match &member.absent {
            _ if member.is_slot() => quote!(#slot),
            Absent::Asked => {
                let span = ty.span().resolved_at(Span::call_site());
                quote_spanned!(span=> ::methodic::__private::wire::needed(#slot, #key)?)
            }
            Absent::Twice => quote!(#slot),
            Absent::Needed => quote!(::methodic::__private::wire::present(#slot, #key)?),
            Absent::Default => quote!(#slot.unwrap_or_default()),
            Absent::Call(path) => quote!(#slot.unwrap_or_else(#path)),
        };
        quote!(#field: #value)
    });
    quote! {
        #(let mut #slots = ::core::option::Option::None;)*
        while let ::core::option::Option::Some(__at) = __members.advance()? {
            match __at { #arms }?;
        }
        ::core::result::Result::Ok(#build { #(#fields),* })
    }
}

impl Member<'_> {
    /// Whether the place where the member is kept is of the field's own type: an option that is not asked for twice.
    fn is_slot(&self) -> bool {
        matches!(self.absent, Absent::Asked | Absent::Default) && option_of(self.ty).is_some()
    }
}

fn read_variant(Variant { ident, content, .. }: &Variant<'_>, closed: bool) -> TokenStream {
    let wire = quote!(::methodic::__private::wire);
    match content {
        Content::Nothing => quote!(__rest.nothing().map(|()| Self::#ident)),
        Content::One => quote!(__rest.content().map(Self::#ident)),
        Content::Members(members) => {
            let keys = members.iter().map(|member| &member.key);
            let read = read(members, &quote!(Self::#ident));
            quote! {{
                let mut __members = #wire::Members::new(__rest, &[#(#keys),*], #closed);
                #read
            }}
        }
    }
}

fn write_variant(name: &str, tag: &LitStr, variant: &Variant<'_>) -> TokenStream {
    let wire = quote!(::methodic::__private::wire);
    let Variant { ident, name: variant, content } = variant;
    match content {
        Content::Nothing => quote!(Self::#ident => #wire::write_tag(__serializer, #name, #tag, #variant),),
        Content::One => quote!(Self::#ident(content) => #wire::write_inside(__serializer, #tag, #variant, content),),
        Content::Members(members) => {
            let slots = slots(members);
            let places: Vec<_> = slots.iter().map(|slot| quote!(#slot)).collect();
            let fields = members.iter().map(|member| member.field);
            let write = write(members, &places, name, Some((tag, variant)));
            quote!(Self::#ident { #(#fields: #slots),* } => { #write })
        }
    }
}

/// Writes the members that stand at `places`, behind the tag if there is one.
fn write(members: &[Member<'_>], places: &[TokenStream], name: &str, tag: Option<(&LitStr, &str)>) -> TokenStream {
    let wire = quote!(::methodic::__private::wire);
    let out = quote!(::methodic::__private::serde::ser::SerializeStruct);
    let skips: Vec<_> = members
        .iter()
        .zip(places)
        .filter_map(|(member, place)| member.skip.as_ref().map(|skip| quote!(#skip(#place))))
        .collect();
    let most = members.len() + usize::from(tag.is_some());
    let len = if skips.is_empty() { quote!(#most) } else { quote!(#wire::len(#most, &[#(#skips),*])) };
    let tag = tag.map(|(tag, variant)| quote!(#out::serialize_field(&mut __out, #tag, #variant)?;));
    let members = members.iter().zip(places).map(|(Member { key, skip, .. }, place)| match skip {
        None => quote!(#out::serialize_field(&mut __out, #key, #place)?;),
        Some(skip) => quote!(#wire::write_unless(#skip(#place), &mut __out, #key, #place)?;),
    });
    quote! {
        let mut __out = ::methodic::__private::serde::Serializer::serialize_struct(__serializer, #name, #len)?;
        #tag
        #(#members)*
        #out::end(__out)
    }
}

/// A local name for each member. (The other locals begin with two underscores: all of them stand where functions that
/// the author names are called, and must not be mistaken for these.)
fn slots(members: &[Member<'_>]) -> Vec<Ident> {
    (0..members.len()).map(|at| format_ident!("slot{at}", span = Span::mixed_site())).collect()
}
