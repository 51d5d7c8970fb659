//! What is wrong with a protocol, and the exact words that say so: each error names the Rust types it concerns and what
//! to do, and all come at once.

mod clash;
mod synthetic;

use methodic::Stability;
use methodic_codegen::{Model, Outputs, Parts, Surface, generate};
use serde_json::{Value, json};
use synthetic::{define, greeter, object, reference, request};

/// The greeter with what `plant` changes, and the errors of it, a line each.
fn errors(plant: impl FnOnce(&mut Parts)) -> Vec<String> {
    let mut parts = greeter();
    plant(&mut parts);
    let errors = Model::from_parts(parts).expect_err("a fault was planted");
    assert!(!errors.0.is_empty());
    errors.to_string().lines().map(str::to_owned).collect()
}

/// The one error that a schema of the params makes.
fn fault(schema: Value) -> String {
    let errors = errors(|parts| define(parts, "GreetParams", schema));
    assert_eq!(errors.len(), 1, "{errors:#?}");
    errors[0].strip_prefix("the schema of greeter::GreetParams").unwrap_or(&errors[0]).to_owned()
}

#[test]
fn the_greeter_itself_is_sound() {
    let model = Model::from_parts(greeter()).unwrap_or_else(|errors| panic!("{errors}"));
    for outputs in [Outputs::Committed, Outputs::Only(Surface::Stable), Outputs::Only(Surface::Experimental)] {
        assert!(generate(&model, outputs).is_ok());
    }
}

#[test]
fn two_types_of_one_name_are_both_named() {
    // This is how schemars tells of it: the second type gets a number.
    let found = errors(|parts| {
        define(parts, "Tone", json!({ "type": "string", "x-rust": "greeter::v1::Tone" }));
        define(parts, "Tone2", json!({ "type": "object", "x-rust": "greeter::v2::Tone", "x-name": "Tone" }));
        let members = json!({ "a": reference("Tone"), "b": reference("Tone2") });
        define(parts, "GreetParams", object(members));
    });
    assert_eq!(
        found,
        ["two types are published as `Tone`: greeter::v1::Tone and greeter::v2::Tone; \
          give one of them another name with #[wire(name = \"…\")]"]
    );
    let found = errors(|parts| {
        define(parts, "GreetResponse", json!({ "type": "object", "x-rust": "greeter::other::GreetResponse" }));
    });
    assert_eq!(
        found,
        ["two types are published as `GreetResponse`: greeter::other::GreetResponse and greeter::GreetResponse; \
          give one of them another name with #[wire(name = \"…\")]"]
    );
}

#[test]
fn two_declared_types_of_one_name_are_both_named() {
    let errors = Model::collect::<clash::Clash>().expect_err("two types are called `Tone`");
    assert_eq!(
        errors.to_string(),
        "two types are published as `Tone`: errors::clash::loud::Loudness and errors::clash::soft::Softness; \
         give one of them another name with #[wire(name = \"…\")]"
    );
}

#[test]
fn a_type_cannot_have_the_name_of_a_union_of_messages_or_of_a_namespace() {
    let found = errors(|parts| {
        define(parts, "ClientRequest", object(json!({})));
        define(parts, "v2", json!({ "type": "string" }));
        define(parts, "Newer", json!({ "type": "string", "x-rust": "greeter::v2::Newer" }));
        let members = json!({ "a": reference("ClientRequest"), "b": reference("v2"), "c": reference("Newer") });
        define(parts, "GreetParams", object(members));
    });
    assert_eq!(
        found,
        [
            "two types are published as `ClientRequest`: greeter::ClientRequest and the protocol's own ClientRequest; \
             give one of them another name with #[wire(name = \"…\")]",
            "two types are published as `v2`: greeter::v2 and the namespace of the types in the module `v2`; \
             give one of them another name with #[wire(name = \"…\")]",
        ]
    );
}

#[test]
fn a_reference_to_nothing_names_both_ends() {
    let found = errors(|parts| {
        define(
            parts,
            "GreetParams",
            object(json!({ "a": reference("Gone"), "b": { "type": "array", "items": reference("Gone") } })),
        );
    });
    assert_eq!(
        found,
        ["the schema of greeter::GreetParams refers to `Gone`, which is defined nowhere; \
          a schema written by hand must name a wire type"]
    );
}

#[test]
fn what_no_method_reaches_is_named_with_who_refers_to_it() {
    let found = errors(|parts| {
        define(parts, "Island", object(json!({ "palm": reference("Palm") })));
        define(parts, "Palm", object(json!({ "coconut": { "type": "string" } })));
    });
    assert_eq!(
        found,
        [
            "no method reaches greeter::Island; \
             name it in the table, or take it out of the schema that was written by hand",
            "no method reaches greeter::Palm, nor greeter::Island, which refers to it; \
             name it in the table, or take it out of the schema that was written by hand",
        ]
    );
}

#[test]
fn a_payload_needs_a_definition() {
    let found = errors(|parts| {
        parts.methods.push(request("hum", Stability::Stable, Some("String"), "GreetResponse"));
    });
    assert_eq!(
        found,
        [
            "greeter::String: params and results need a definition of their own: a struct or an enum with #[wire]",
            "the schema of the protocol's own ClientRequest refers to `String`, which is defined nowhere; \
             a schema written by hand must name a wire type",
        ]
    );
}

#[test]
fn a_schema_that_the_model_has_no_word_for_is_refused_where_it_stands() {
    let member = |schema: Value| fault(object(json!({ "a/b": schema })));
    let at = " at `/properties/a~1b";
    assert_eq!(
        member(json!({ "type": "string", "pattern": "^a", "maxLength": 3 })),
        format!("{at}`: the keyword `maxLength` has no place in the model; use a wire type that #[wire] can describe")
    );
    assert_eq!(
        fault(json!({ "type": "object", "patternProperties": {} })),
        ": the keyword `patternProperties` has no place in the model; use a wire type that #[wire] can describe"
    );
    for (schema, message) in [
        (json!(false), "`: expected a schema, found false"),
        (
            json!({ "$ref": "other.json" }),
            "`: the reference `other.json` leaves the bundle; expected `#/definitions/` and a name",
        ),
        (json!({ "type": "text" }), "`: `type` is `text`, which JSON Schema does not have"),
        (
            json!({ "type": ["string", "integer"] }),
            "`: `type` is [\"string\",\"integer\"]; expected one type, or one type and null",
        ),
        (
            json!({ "items": true }),
            "`: says `items` and no `type`; expected a `type`, `$ref`, `oneOf`, `anyOf` or `enum`",
        ),
        (json!({ "oneOf": {} }), "/oneOf`: expected a list of schemas"),
        (json!({ "enum": "a" }), "`: `enum` is \"a\", expected a list"),
        (json!({ "allOf": [{}, {}] }), "`: `allOf` of several schemas; a wire type has its members in one place"),
        (json!({ "type": "object", "properties": [] }), "`: `properties` is [], expected an object"),
        (json!({ "type": "object", "required": "a" }), "`: `required` is not a list of names"),
        (json!({ "type": "object", "required": ["b"] }), "`: requires `b`, which is no member"),
        (
            json!({ "type": "array", "items": [true], "minItems": 2 }),
            "`: `minItems` differs from the number of the tuple's items, which is 1",
        ),
        (json!({ "type": "string", "description": 1 }), "`: `description` is 1, expected text"),
        (json!({ "$ref": "#/definitions/Gone", "type": "object" }), "`: refers to `Gone`, which is defined nowhere"),
        (
            json!({ "$ref": "#/definitions/RequestId", "type": "object" }),
            "`: only an object can carry a tag, and `RequestId` is none; give the variant named fields",
        ),
        (
            json!({ "$ref": "#/definitions/GreetParams", "type": "object" }),
            "/properties/a~1b`: `GreetParams` would stand inside itself; give the variant a field that holds it",
        ),
    ] {
        assert_eq!(member(schema.clone()), format!("{at}{message}"), "{schema}");
    }
}

#[test]
fn a_mark_that_would_be_lost_is_refused() {
    let marked = |keyword: &str| json!({ "type": "string", keyword: "reason" });
    let member = |schema: Value| fault(object(json!({ "a": schema })));
    let lost = "a mark where the model has no place for one; mark the field or the variant";
    for (schema, place) in [
        (json!({ "type": "array", "items": marked("x-experimental") }), "items"),
        (json!({ "type": "array", "items": [marked("x-deprecated")] }), "items/0"),
        (json!({ "type": "object", "additionalProperties": marked("x-experimental") }), "additionalProperties"),
        (json!({ "allOf": [marked("x-experimental")] }), "allOf/0"),
    ] {
        assert_eq!(member(schema), format!(" at `/properties/a/{place}`: {lost}"));
    }
    assert_eq!(
        member(json!({ "type": "string", "x-experimental": "a", "x-deprecated": "b" })),
        " at `/properties/a`: both experimental and deprecated; what nobody could rely on needs no farewell"
    );
    assert_eq!(
        member(json!({ "type": "string", "deprecated": true })),
        " at `/properties/a`: deprecated without a note; say what to use instead in `x-deprecated`"
    );
    assert_eq!(
        fault(json!({ "type": "object", "x-experimental": "greet" })),
        "greeter::GreetParams: a type has no mark of its own; mark the methods, fields and variants that use it"
    );
}

#[test]
fn reading_and_writing_may_differ_in_what_is_required_and_in_nothing_else() {
    const REST: &str = "; the two may differ only in which members are required, so take off what changes one way alone \
                        (skip_serializing, skip_deserializing, rename(serialize = …), serialize_with)";
    let text = || json!({ "type": "string" });
    let list = |unique: bool| json!({ "type": "array", "items": { "type": "string" }, "uniqueItems": unique });
    let marked = |reason: &str| json!({ "type": "string", "x-experimental": reason });
    let whole = |members: Value| object(json!({ "a": members }));
    for (read, written, place) in [
        (object(json!({ "a": text() })), object(json!({ "b": text() })), "/properties/a"),
        (whole(text()), whole(json!({ "type": "integer" })), "/properties/a"),
        (whole(text()), whole(json!({ "type": ["string", "null"] })), "/properties/a"),
        (whole(marked("x")), whole(text()), "/properties/a"),
        (whole(list(true)), whole(list(false)), "/properties/a"),
        (
            whole(json!({ "oneOf": [text(), { "type": "integer" }] })),
            whole(json!({ "anyOf": [text(), { "type": "integer" }] })),
            "/properties/a",
        ),
        (
            whole(json!({ "oneOf": [text(), { "type": "integer" }] })),
            whole(json!({ "oneOf": [text(), { "type": "number" }] })),
            "/properties/a/oneOf/1",
        ),
        (
            whole(json!({ "anyOf": [text(), marked("x")] })),
            whole(json!({ "anyOf": [text(), text()] })),
            "/properties/a/anyOf/1",
        ),
        (
            whole(json!({ "type": "array", "items": [text()] })),
            whole(json!({ "type": "array", "items": [true] })),
            "/properties/a/items/0",
        ),
        (
            whole(json!({ "type": "object", "additionalProperties": text() })),
            whole(json!({ "type": "object", "additionalProperties": true })),
            "/properties/a/additionalProperties",
        ),
        (
            json!({ "type": "object", "additionalProperties": false }),
            json!({ "type": "object" }),
            "/additionalProperties",
        ),
    ] {
        let found = errors(|parts| {
            define(parts, "GreetParams", read.clone());
            let written = written.as_object().expect("a schema").clone();
            parts.output["GreetParams"].as_object_mut().expect("a schema").extend(written);
            if read.get("additionalProperties").is_some() {
                parts.output["GreetParams"].as_object_mut().expect("a schema").remove("additionalProperties");
            }
        });
        let expected = format!("greeter::GreetParams is read differently from how it is written, at `{place}`{REST}");
        assert_eq!(found, [expected], "{read} against {written}");
    }
    let one_way = format!("greeter::GreetParams is read differently from how it is written{REST}");
    let found = errors(|parts| drop(parts.output.remove("GreetParams")));
    assert_eq!(found, [one_way.as_str()]);
    let found = errors(|parts| {
        parts.output.insert("Echo".into(), json!({ "type": "string", "x-rust": "greeter::Echo" }));
    });
    assert_eq!(found, [one_way.replace("GreetParams", "Echo")]);
}

#[test]
fn a_mark_that_cannot_be_honoured_is_refused() {
    let found = errors(|parts| {
        let mut params = object(json!({ "a": { "type": "string", "x-experimental": "greet.a" } }));
        params["required"] = json!(["a"]);
        define(parts, "GreetParams", params);
        let mood = |name: &str| json!({ "type": "string", "const": name, "x-experimental": "mood" });
        define(parts, "GreetResponse", object(json!({ "mood": { "oneOf": [mood("good"), mood("bad")] } })));
        let tone = |name: &str| json!({ "type": "object", "properties": { name: true }, "x-experimental": "tone" });
        let mut tones = object(json!({ "of": { "type": "string" } }));
        tones["oneOf"] = json!([tone("high"), tone("low")]);
        define(parts, "HumResponse", tones);
        parts.methods.push(request("hum", Stability::Experimental(" "), None, "HumResponse"));
        parts.methods.push(request("hiss", Stability::Deprecated(""), None, "GreetResponse"));
    });
    assert_eq!(
        found,
        [
            "greeter::GreetParams: the member `a` is experimental and required, so the stable surface could not send the \
             type at all; make it an Option or give it #[serde(default)]",
            "greeter::GreetResponse: all its variants are experimental; mark the methods or fields that use it instead",
            "greeter::HumResponse: all its variants are experimental; mark the methods or fields that use it instead",
            "the method `hum`: its mark has no text; say why it is experimental, or what to use instead of it",
            "the method `hiss`: its mark has no text; say why it is experimental, or what to use instead of it",
        ]
    );
}

/// Whoever mends a protocol is not sent from one run to the next.
#[test]
fn all_errors_come_at_once_in_the_order_of_the_names() {
    let found = errors(|parts| {
        define(parts, "Zebra", json!({ "type": "string", "pattern": "a" }));
        define(parts, "Aardvark", json!({ "type": "string", "pattern": "a" }));
        define(parts, "Island", json!({ "type": "string" }));
        define(
            parts,
            "GreetParams",
            object(json!({ "z": reference("Zebra"), "a": reference("Aardvark"), "g": reference("Gone") })),
        );
        define(parts, "GreetResponse", object(json!({ "a": { "type": "string" } })));
        parts.output["GreetResponse"]["properties"]["a"] = json!(true);
        parts.methods.push(request("hum", Stability::Experimental(""), None, "GreetResponse"));
    });
    let starts = [
        "the schema of greeter::Aardvark at `` ",
        "greeter::GreetResponse is read differently from how it is written, at `/properties/a`",
        "the schema of greeter::Zebra",
        "the schema of greeter::GreetParams refers to `Gone`",
        "the method `hum`",
        "no method reaches greeter::Island;",
    ];
    assert_eq!(found.len(), starts.len(), "{found:#?}");
    for (found, start) in found.iter().zip(starts) {
        assert!(found.starts_with(start.trim_end_matches(" at `` ")), "{found} instead of {start}");
    }
}

#[test]
fn names_that_typescript_cannot_declare_are_refused_all_at_once() {
    let mut parts = greeter();
    let differs = || {
        let mut schema = object(json!({ "a": { "type": "string", "default": "b" } }));
        schema["x-rust"] = "greeter::tone::Tone".into();
        schema
    };
    define(&mut parts, "Tone", differs());
    parts.output["Tone"]["required"] = json!(["a"]);
    for name in ["ToneInput", "not-a-name", "string", "Record", "ParamsOf", "JsonValue", "Client", "RpcError"] {
        define(&mut parts, name, json!({ "type": "string" }));
    }
    let names = ["Tone", "ToneInput", "not-a-name", "string", "Record", "ParamsOf", "JsonValue", "Client", "RpcError"];
    let members: serde_json::Map<String, Value> =
        names.iter().map(|name| ((*name).to_owned(), reference(name))).collect();
    define(&mut parts, "GreetParams", object(members.clone().into()));
    define(&mut parts, "GreetResponse", object(json!({ "tone": reference("Tone") })));
    let model = Model::from_parts(parts).unwrap_or_else(|errors| panic!("{errors}"));
    let expected = [
        "greeter::Client, published as `Client`, would be declared as `Client`, which the package declares itself",
        "greeter::JsonValue, published as `JsonValue`, would be declared as `JsonValue`, which the package declares itself",
        "greeter::ParamsOf, published as `ParamsOf`, would be declared as `ParamsOf`, which the package declares itself",
        "greeter::Record, published as `Record`, is no name for a TypeScript type (letters and digits, a capital first, none of \
         TypeScript's own)",
        "greeter::RpcError, published as `RpcError`, would be declared as `RpcError`, which the package declares itself",
        "greeter::tone::Tone, published as `Tone`, is read and written in different forms, so its written form is declared as \
         `ToneInput`; greeter::ToneInput has that name already",
        "greeter::not-a-name, published as `not-a-name`, is no name for a TypeScript type (letters and digits, a capital first, \
         none of TypeScript's own)",
        "greeter::string, published as `string`, is no name for a TypeScript type (letters and digits, a capital first, none of \
         TypeScript's own)",
    ]
    .map(|line| format!("{line}; give it another name with #[wire(name = \"…\")]"));
    for outputs in [Outputs::Committed, Outputs::Only(Surface::Stable)] {
        let error = generate(&model, outputs).expect_err("names that cannot be declared").to_string();
        assert_eq!(error.lines().collect::<Vec<_>>(), expected);
    }
}
