//! `openrpc.json`: the table and all definitions as one [OpenRPC](https://spec.open-rpc.org) document, for its tools.
//!
//! OpenRPC describes params member by member, and knows neither who sends a method nor what limits them together: that is
//! said in members of our own, `x-direction` and `x-params`.

use methodic::Kind;

use super::Rendered;
use super::node::Node;
use super::render;
use crate::model::{Field, Mark, Method, Object, Shape};

/// The version of the specification.
const OPENRPC: &str = "1.3.2";

/// A member of params: who declares it, once or in several variants, and whether it is always there.
struct Member<'a> {
    fields: Vec<&'a Field>,
    required: bool,
}

impl<'a> Rendered<'a> {
    /// The document.
    pub(super) fn openrpc(&self) -> String {
        let model = self.model;
        let mut info = vec![("title", Node::text(&model.title)), ("version", Node::text(&model.package_version))];
        info.push(("description", Node::text(&model.docs)));
        if !model.license.is_empty() {
            info.push(("license", Node::Named(vec![("name", Node::text(&model.license))])));
        }
        let methods = model.methods.iter().map(|method| self.method(method)).collect();
        let schemas = model.definitions.keys().map(|name| (name.as_str(), self.member(name, true))).collect();
        let root = Node::Named(vec![
            ("openrpc", Node::text(OPENRPC)),
            ("info", Node::Named(info)),
            ("x-protocol", self.origin()),
            ("methods", Node::List(methods)),
            ("components", Node::Named(vec![("schemas", Node::Named(schemas))])),
        ]);
        let mut text = String::with_capacity(self.size() * 3 / 2);
        root.write(&mut text, 0, &|out, name| {
            out.push_str("#/components/schemas/");
            out.push_str(name);
        });
        text.push('\n');
        text
    }

    fn method(&self, method: &'a Method) -> Node<'_> {
        let mut node = vec![("name", Node::text(&method.method))];
        describe(&mut node, Some(&method.docs), &method.mark);
        node.push(("paramStructure", Node::text("by-name")));
        let params = method.params.as_deref();
        let members = params.map(|name| self.members(name)).unwrap_or_default();
        node.push(("params", Node::List(members)));
        // Who is not answered has no result, not even null.
        if method.kind == Kind::Request {
            node.push(("result", method.result.as_deref().map_or_else(nothing, |name| described(name))));
        }
        if let Some(name) = params {
            node.push(("x-params", reference(name)));
        }
        node.push(("x-direction", Node::text(method.direction.as_str())));
        Node::Named(node)
    }

    /// What params have, member by member.
    fn members(&self, definition: &str) -> Vec<Node<'_>> {
        let mut members = self.members_of(&self.model.definitions[definition].shape);
        // The specification wants those first that must be there.
        members.sort_by_key(|(_, member)| !member.required);
        members.into_iter().map(|(name, member)| descriptor(name, &member)).collect()
    }

    /// The members of an object; of a union, those of all its variants. They keep their order.
    fn members_of(&self, shape: &'a Shape) -> Vec<(&'a str, Member<'a>)> {
        match shape {
            Shape::Object(object) => self.members_of_object(object),
            Shape::Union(union) => self.members_of_any(union.variants.iter().map(|variant| &variant.shape)),
            Shape::Ref(name) => self.members_of(&self.model.definitions[name].shape),
            _ => Vec::new(),
        }
    }

    fn members_of_object(&self, object: &'a Object) -> Vec<(&'a str, Member<'a>)> {
        let own = object
            .fields
            .iter()
            .map(|field| (field.name.as_str(), Member { fields: vec![field], required: field.required }));
        let chosen = object
            .choice
            .iter()
            .flat_map(|choice| self.members_of_any(choice.variants.iter().map(|variant| &variant.shape)));
        own.chain(chosen).collect()
    }

    fn members_of_any(&self, shapes: impl ExactSizeIterator<Item = &'a Shape>) -> Vec<(&'a str, Member<'a>)> {
        let count = shapes.len();
        let mut all: Vec<(&str, Member<'_>)> = Vec::new();
        let mut times: Vec<usize> = Vec::new();
        for (name, member) in shapes.flat_map(|shape| self.members_of(shape)) {
            match all.iter().position(|(known, _)| *known == name) {
                Some(at) => {
                    all[at].1.fields.extend(member.fields);
                    all[at].1.required &= member.required;
                    times[at] += 1;
                }
                None => {
                    all.push((name, member));
                    times.push(1);
                }
            }
        }
        for ((_, member), times) in all.iter_mut().zip(times) {
            member.required &= times == count;
        }
        all
    }
}

fn descriptor<'a>(name: &'a str, member: &Member<'a>) -> Node<'a> {
    let mut node = vec![("name", Node::text(name)), ("required", Node::Bool(member.required))];
    let schema = match member.fields[..] {
        [field] => {
            describe(&mut node, field.docs.as_deref(), &field.mark);
            render::member(field)
        }
        _ => render::any_member(&member.fields),
    };
    node.push(("schema", schema));
    Node::Named(node)
}

/// A payload of a definition, called after it.
fn described(name: &str) -> Node<'_> {
    Node::Named(vec![("name", Node::text(name)), ("schema", reference(name))])
}

/// The result of a request that answers with nothing but that it was done.
fn nothing<'a>() -> Node<'a> {
    Node::Named(vec![("name", Node::text("nothing")), ("schema", render::null())])
}

fn reference(name: &str) -> Node<'_> {
    Node::Named(vec![("$ref", Node::Target(name))])
}

fn describe<'a>(node: &mut Vec<(&'a str, Node<'a>)>, docs: Option<&'a str>, mark: &'a Mark) {
    node.extend(docs.map(|docs| ("description", Node::text(docs))));
    match mark {
        Mark::Stable => {}
        Mark::Experimental(reason) => node.push(("x-experimental", Node::text(reason))),
        Mark::Deprecated(note) => {
            node.push(("deprecated", Node::Bool(true)));
            node.push(("x-deprecated", Node::text(note)));
        }
    }
}
