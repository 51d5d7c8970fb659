//! What the stable surface withholds, part by part; and that payloads are named after their methods.

use std::collections::BTreeSet;

use app_server_protocol::AppServer;
use methodic_codegen::{Mark, Model, Shape, Surface};

fn model() -> Model {
    Model::collect::<AppServer>().expect("the protocol has a model")
}

/// The methods, fields and variants of a model that are marked: `method`, `Type.field`, `Type: variant`.
fn marked(model: &Model) -> [BTreeSet<String>; 3] {
    let [mut methods, mut fields, mut variants] = [const { BTreeSet::new() }; 3];
    for method in model.methods.iter().filter(|method| method.mark.is_experimental()) {
        methods.insert(format!("{} {}", method.kind.as_str(), method.method));
    }
    let unions: BTreeSet<&str> = model.messages.iter().map(|(name, ..)| name.as_str()).collect();
    for definition in model.definitions.values().filter(|definition| !unions.contains(definition.name.as_str())) {
        definition.shape.walk(&mut |shape| match shape {
            Shape::Object(object) => {
                let marked = object.fields.iter().filter(|field| field.mark.is_experimental());
                fields.extend(marked.map(|field| format!("{}.{}", definition.name, field.name)));
            }
            Shape::Union(union) => {
                variants.extend(union.variants.iter().filter_map(|variant| match &variant.mark {
                    Mark::Experimental(reason) => Some(format!("{}: {reason}", definition.name)),
                    _ => None,
                }));
            }
            _ => {}
        });
    }
    [methods, fields, variants]
}

fn text(names: &BTreeSet<String>) -> String {
    names.iter().map(|name| format!("{name}\n")).collect()
}

#[test]
fn the_stable_surface_withholds_these_parts() {
    let whole = model();
    let [methods, fields, variants] = marked(&whole);
    assert_eq!(text(&methods), include_str!("withheld/methods.txt"));
    assert_eq!(text(&fields), include_str!("withheld/fields.txt"));
    assert_eq!(text(&variants), include_str!("withheld/variants.txt"));
    let kinds = |kind: &str| methods.iter().filter(|method| method.starts_with(kind)).count();
    assert_eq!((kinds("request "), kinds("notification "), fields.len(), variants.len()), (18, 10, 22, 2));
}

#[test]
fn and_all_that_they_alone_reach() {
    let whole = model();
    let stable = whole.surface(Surface::Stable);
    let gone = whole.definitions.keys().filter(|name| !stable.definitions.contains_key(*name)).cloned().collect();
    assert_eq!(text(&gone), include_str!("withheld/definitions.txt"));
    assert!(marked(&stable).iter().all(BTreeSet::is_empty));
}

/// Payloads that are not `<Variant>Params`, `<Variant>Response` or `<Variant>Notification`: the protocol's own names.
const NAMED_OTHERWISE: &str = include_str!("withheld/named_otherwise.txt");

#[test]
fn payloads_are_named_after_their_methods() {
    let mut otherwise = BTreeSet::new();
    for method in &model().methods {
        let params = if method.kind == methodic::Kind::Request { "Params" } else { "Notification" };
        for (name, ending) in [(&method.params, params), (&method.result, "Response")] {
            if let Some(name) = name.as_ref().filter(|name| **name != format!("{}{ending}", method.variant)) {
                otherwise.insert(format!("{} {name}", method.method));
            }
        }
    }
    assert_eq!(text(&otherwise), NAMED_OTHERWISE, "a new method's payloads carry its name");
}
