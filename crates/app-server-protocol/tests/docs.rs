//! Nothing of the protocol goes undocumented: what is written over a method, a type, a field or a variant is all that
//! a client author gets to read, in every language that clients are generated for.
#![cfg(feature = "schema")]

use app_server_protocol::AppServer;
use methodic::schema::Documented;
use serde_json::Value;

/// Collects the places under a schema that lack a description.
fn undocumented(place: &str, schema: &Value, found: &mut Vec<String>) {
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let place = format!("{place}.{name}");
        // A tag says nothing but its value, and the key of a variant is documented where the variant is.
        let is_variant =
            schema["additionalProperties"] == false && schema["properties"].as_object().is_some_and(|p| p.len() == 1);
        let explains_itself = property.get("const").is_some() || is_variant;
        if property["description"].as_str().is_none_or(|text| !is_sentence(text)) && !explains_itself {
            found.push(place.clone());
        }
        undocumented(&place, property, found);
    }
    for (at, variant) in schema["oneOf"].as_array().into_iter().flatten().enumerate() {
        let place = format!("{place}, variant {at}");
        if variant["description"].as_str().is_none_or(|text| !is_sentence(text)) {
            found.push(place.clone());
        }
        undocumented(&place, variant, found);
    }
    // Variants without docs are gathered into one list of names.
    if schema.get("enum").is_some() {
        found.push(format!("{place}, variants {}", schema["enum"]));
    }
}

fn is_sentence(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c == '`') && text.ends_with(['.', ')']) && text.contains(' ')
}

#[test]
fn every_method_is_documented() {
    assert!(is_sentence(AppServer::DOCS.trim()));
    let rows = AppServer::rows();
    assert!(!rows.is_empty());
    for row in rows {
        assert!(is_sentence(row.docs.trim()), "{}: {:?} is no sentence", row.info.method, row.docs);
    }
}

#[test]
fn every_type_field_and_variant_is_documented() {
    let mut generator = Default::default();
    for row in AppServer::rows() {
        for payload in row.params.iter().chain(&row.result) {
            (payload.schema)(&mut generator);
        }
    }
    let mut found = Vec::new();
    assert!(generator.definitions().len() > 100, "the definitions are gone");
    for (name, schema) in generator.definitions() {
        if schema["description"].as_str().is_none_or(|text| !is_sentence(text)) {
            found.push(name.clone());
        }
        undocumented(name, schema, &mut found);
    }
    assert!(found.is_empty(), "write a sentence over each of:\n{}", found.join("\n"));
}
