//! The ways in which a schema can go wrong: where each is possible, and what it does there.

use serde_json::{Map, Value, json};

/// One way to break a bundle or its method table.
pub(super) struct Edit {
    pub(super) name: &'static str,
    pub(super) what: What,
    /// Why no instrument but drift sees it, where that is so.
    pub(super) only_drift: Option<&'static str>,
}

/// What is broken.
pub(super) enum What {
    /// One schema: changes it, or says `None` where there is nothing of the kind to break.
    Schema(fn(&mut Map<String, Value>) -> Option<()>),
    /// A definition, of which it gets all, and the name of one.
    Definition(fn(&mut Map<String, Value>, &str) -> Option<()>),
    /// A row of the method table, of which it gets all, and the position of one.
    Row(fn(&mut Vec<Value>, usize) -> Option<()>),
}

const fn schema(name: &'static str, change: fn(&mut Map<String, Value>) -> Option<()>) -> Edit {
    Edit { name, what: What::Schema(change), only_drift: None }
}

const fn row(name: &'static str, change: fn(&mut Vec<Value>, usize) -> Option<()>) -> Edit {
    Edit { name, what: What::Row(change), only_drift: None }
}

const fn unseen(mut edit: Edit, why: &'static str) -> Edit {
    edit.only_drift = Some(why);
    edit
}

pub(super) const EDITS: &[Edit] = &[
    schema("drop a required", |schema| {
        let name = list(schema, "required")?.pop()?;
        // A tag is another matter.
        (!is_tag(schema, name.as_str()?)).then_some(())
    }),
    schema("add a required", |schema| {
        let optional = names(schema, "properties").into_iter().find(|name| !has(schema, "required", name))?;
        schema.entry("required").or_insert_with(|| json!([])).as_array_mut()?.push(optional.into());
        Some(())
    }),
    schema("widen an enum", |schema| words(schema).map(|words| words.push("added".into()))),
    schema("narrow an enum", |schema| words(schema)?.pop().map(drop)),
    schema("remove a variant", |schema| {
        let variants = list(schema, "oneOf").filter(|variants| variants.len() > 2)?;
        variants.pop().map(drop)
    }),
    schema("rename a required member", |schema| {
        let name = list(schema, "required")?.iter().find_map(|name| name.as_str().map(str::to_owned))?;
        let required = list(schema, "required")?;
        required.iter_mut().find(|one| **one == name).map(|one| *one = "renamed".into())?;
        rename(schema, &name)
    }),
    schema("rename an optional member", |schema| {
        let name = names(schema, "properties").into_iter().find(|name| !has(schema, "required", name))?;
        rename(schema, &name)
    }),
    schema("take null from a type", |schema| {
        let types = schema.get("type")?.as_array()?;
        let kept = types.iter().find(|name| *name != "null").filter(|_| types.len() == 2)?.clone();
        schema.insert("type".into(), kept).map(drop)
    }),
    schema("take null from a union", |schema| {
        let branches = list(schema, "anyOf")?;
        let at = branches.iter().position(|branch| branch["type"] == "null")?;
        branches.remove(at);
        Some(())
    }),
    schema("allow null in a required member", |schema| {
        let required = required_member(schema, |member| member["type"] == "string" && member.get("enum").is_none())?;
        required.insert("type".into(), json!(["string", "null"])).map(drop)
    }),
    schema("allow null beside a reference", |schema| {
        let required = required_member(schema, |member| reference(member).is_some())?;
        let own = Value::Object(std::mem::take(required));
        required.insert("anyOf".into(), json!([own, { "type": "null" }]));
        Some(())
    }),
    schema("dangle a reference", |schema| {
        schema.get("$ref")?;
        schema.insert("$ref".into(), "#/definitions/Gone".into()).map(drop)
    }),
    schema("swap two references", |schema| {
        let members = schema.get_mut("properties")?.as_object_mut()?;
        let refers = |(name, member): (&String, &Value)| Some((name.clone(), reference(member)?.clone()));
        let found: Vec<_> = members.iter().filter_map(refers).collect();
        let (first, second) = (found.first()?, found.iter().find(|other| other.1 != found[0].1)?);
        let held = members.insert(first.0.clone(), members[&second.0].clone())?;
        members.insert(second.0.clone(), held).map(drop)
    }),
    schema("a number for a text", |schema| {
        (schema.get("type")? == "string" && !schema.contains_key("enum")).then_some(())?;
        schema.insert("type".into(), "integer".into()).map(drop)
    }),
    schema("a text for a number", |schema| {
        (schema.get("type")? == "integer").then_some(())?;
        schema.insert("type".into(), "string".into()).map(drop)
    }),
    schema("any number for a whole one", |schema| {
        (schema.get("type")? == "integer").then_some(())?;
        schema.insert("type".into(), "number".into()).map(drop)
    }),
    schema("a list for an object", |schema| {
        (schema.get("type")? == "object").then_some(())?;
        schema.insert("type".into(), "array".into()).map(drop)
    }),
    schema("drop a format", |schema| schema.remove("format").map(drop)),
    schema("narrow a format", |schema| {
        let narrow = match schema.get("format")?.as_str()? {
            "int64" => "int32",
            "uint32" | "uint64" | "uint" => "uint16",
            _ => return None,
        };
        schema.insert("format".into(), narrow.into()).map(drop)
    }),
    schema("raise a minimum", |schema| {
        schema.get("minimum")?;
        schema.insert("minimum".into(), 1.into()).map(drop)
    }),
    schema("drop a minimum", |schema| schema.remove("minimum").map(drop)),
    schema("bound a text", |schema| {
        (schema.get("type")? == "string" && !schema.contains_key("enum")).then_some(())?;
        schema.insert("minLength".into(), 1.into());
        Some(())
    }),
    schema("bound a list", |schema| {
        schema.get("items")?;
        schema.insert("maxItems".into(), 1.into());
        Some(())
    }),
    schema("change a tag", |schema| variant(schema, 1).map(|tag| *tag = json!(["changed"]))),
    schema("duplicate a tag", |schema| {
        let first = variant(schema, 0)?.clone();
        variant(schema, 1).map(|tag| *tag = first)
    }),
    schema("need no tag", |schema| {
        let tag = tag_of(list(schema, "oneOf")?)?;
        let required = list(schema, "oneOf")?.get_mut(1)?.get_mut("required")?.as_array_mut()?;
        required.retain(|name| *name != tag);
        Some(())
    }),
    schema("close an object", |schema| {
        (schema.contains_key("properties") && !schema.contains_key("additionalProperties")).then_some(())?;
        schema.insert("additionalProperties".into(), false.into());
        Some(())
    }),
    schema("open an object", |schema| {
        (schema.get("additionalProperties")? == &Value::Bool(false)).then_some(())?;
        schema.remove("additionalProperties").map(drop)
    }),
    schema("change the type of items", |schema| {
        schema.get_mut("items").map(|items| *items = json!({ "type": "boolean" }))
    }),
    schema("change the type of a map's values", |schema| {
        schema.get("additionalProperties")?.as_object()?;
        schema.insert("additionalProperties".into(), json!({ "type": "boolean" })).map(drop)
    }),
    schema("a default of another type", |schema| schema.get_mut("default").map(|default| *default = json!([[0]]))),
    unseen(
        schema("another default", |schema| {
            let default = schema.get_mut("default")?;
            *default = json!(!default.as_bool()?);
            Some(())
        }),
        "a default is told to readers; no validator fills it in",
    ),
    schema("a word that is no keyword", |schema| {
        let required = schema.remove("required")?;
        schema.insert("requires".into(), required);
        Some(())
    }),
    schema("a keyword of a later draft", |schema| {
        let items = schema.remove("items")?;
        schema.insert("prefixItems".into(), json!([items]));
        Some(())
    }),
    schema("a keyword with the wrong value", |schema| {
        schema.get("properties")?;
        schema.insert("required".into(), "all".into());
        Some(())
    }),
    schema("a value twice in an enum", |schema| {
        let words = words(schema)?;
        words.push(words.first()?.clone());
        Some(())
    }),
    schema("require what does not exist", |schema| list(schema, "required").map(|names| names.push("ghost".into()))),
    schema("a promise about what does not exist", |schema| {
        list(schema, "x-output-required").map(|names| names.push("ghost".into()))
    }),
    schema("one title for two variants", |schema| {
        let variants = list(schema, "oneOf")?;
        let title = variants.first()?.get("title")?.clone();
        variants.get_mut(1)?.as_object_mut()?.insert("title".into(), title).map(drop)
    }),
    unseen(
        schema("drop the mark of what is experimental", |schema| schema.remove("x-experimental").map(drop)),
        "the stable surface's objects are open, and let pass what they do not name",
    ),
    unseen(
        schema("another description", |schema| {
            schema.get("description")?.as_str()?;
            schema.insert("description".into(), "Another.".into()).map(drop)
        }),
        "a description says nothing about values",
    ),
    unseen(
        schema("anyOf for oneOf", |schema| {
            let variants = schema.remove("oneOf")?;
            schema.insert("anyOf".into(), variants);
            Some(())
        }),
        "where tags are distinct both say the same",
    ),
    Edit {
        name: "drop a definition",
        what: What::Definition(|all, name| all.remove(name).map(drop)),
        only_drift: None,
    },
    Edit {
        name: "orphan a definition",
        what: What::Definition(|all, name| {
            let copy = all.get(name)?.clone();
            all.insert("Orphan".into(), copy);
            Some(())
        }),
        only_drift: None,
    },
    row("drop a method", |rows, at| {
        rows.remove(at);
        Some(())
    }),
    row("the other direction", |rows, at| {
        let turned = match rows[at]["direction"].as_str()? {
            "client-to-server" => "server-to-client",
            _ => "client-to-server",
        };
        rows[at]["direction"] = turned.into();
        Some(())
    }),
    row("a notification for a request", |rows, at| {
        rows[at].get("result")?;
        rows[at]["kind"] = "notification".into();
        Some(())
    }),
    unseen(
        row("swap two results", |rows, at| swap(rows, at, "result")),
        "two results of the same shape stand for each other, as most empty ones do",
    ),
    row("swap two params", |rows, at| swap(rows, at, "params")),
    row("a result that does not exist", |rows, at| {
        rows[at].get("result")?;
        rows[at]["result"] = "v2/GoneResponse".into();
        Some(())
    }),
    row("a method under another name", |rows, at| {
        rows[at]["method"] = format!("{}ed", rows[at]["method"].as_str()?).into();
        Some(())
    }),
    row("a method twice", |rows, at| {
        rows.push(rows[at].clone());
        Some(())
    }),
    unseen(
        row("promise what is experimental", |rows, at| {
            (rows[at]["stability"] == "experimental").then_some(())?;
            rows[at]["stability"] = "stable".into();
            rows[at].as_object_mut()?.remove("reason").map(drop)
        }),
        "on the whole surface every method is there, promised or not",
    ),
];

fn list<'s>(schema: &'s mut Map<String, Value>, keyword: &str) -> Option<&'s mut Vec<Value>> {
    schema.get_mut(keyword)?.as_array_mut()
}

fn names(schema: &Map<String, Value>, keyword: &str) -> Vec<String> {
    schema.get(keyword).and_then(Value::as_object).into_iter().flatten().map(|(name, _)| name.clone()).collect()
}

fn has(schema: &Map<String, Value>, keyword: &str, name: &str) -> bool {
    schema.get(keyword).and_then(Value::as_array).is_some_and(|names| names.iter().any(|one| one == name))
}

fn is_tag(schema: &Map<String, Value>, name: &str) -> bool {
    schema.get("properties").is_some_and(|members| members[name].get("enum").is_some())
}

/// What a member refers to, and says nothing else of its values.
fn reference(member: &Value) -> Option<&Value> {
    member.get("$ref").or_else(|| match member.get("allOf")?.as_array()?.as_slice() {
        [one] => one.get("$ref"),
        _ => None,
    })
}

/// The words of an enum that has several.
fn words(schema: &mut Map<String, Value>) -> Option<&mut Vec<Value>> {
    list(schema, "enum").filter(|words| words.len() > 1)
}

fn rename(schema: &mut Map<String, Value>, name: &str) -> Option<()> {
    let members = schema.get_mut("properties")?.as_object_mut()?;
    let member = members.remove(name)?;
    members.insert("renamed".into(), member);
    Some(())
}

fn required_member(schema: &mut Map<String, Value>, fits: fn(&Value) -> bool) -> Option<&mut Map<String, Value>> {
    let required = schema.get("required")?.clone();
    let members = schema.get_mut("properties")?.as_object_mut()?;
    let required = required.as_array()?.iter().filter_map(Value::as_str);
    let name = required.into_iter().find(|name| members.get(*name).is_some_and(fits))?;
    members.get_mut(name)?.as_object_mut()
}

/// The member that tells variants apart.
fn tag_of(variants: &[Value]) -> Option<String> {
    let first = variants.first()?.get("properties")?.as_object()?;
    let tag = first.iter().find(|(name, member)| {
        member["enum"].as_array().is_some_and(|words| words.len() == 1)
            && variants.iter().all(|one| one["properties"][name.as_str()].get("enum").is_some())
    });
    tag.map(|(name, _)| name.clone())
}

/// The words of a variant's tag.
fn variant(schema: &mut Map<String, Value>, at: usize) -> Option<&mut Value> {
    let variants = list(schema, "oneOf")?;
    let tag = tag_of(variants)?;
    variants.get_mut(at)?.get_mut("properties")?.get_mut(tag)?.get_mut("enum")
}

/// Swaps something of a row with the next row that has another one.
fn swap(rows: &mut [Value], at: usize, of: &str) -> Option<()> {
    let own = rows[at].get(of)?.clone();
    let other = (at + 1..rows.len()).find(|other| rows[*other].get(of).is_some_and(|value| *value != own))?;
    rows[at][of] = rows[other][of].clone();
    rows[other][of] = own;
    Some(())
}
