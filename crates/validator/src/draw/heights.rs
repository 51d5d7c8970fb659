//! How deep the shallowest value of each schema is, so that drawing can always choose an end.

use std::collections::HashMap;

use serde_json::Value;

/// No value of a finite depth.
pub(super) const ENDLESS: u32 = u32::MAX;

/// The keywords that leave a choice.
pub(super) const UNIONS: [&str; 2] = ["anyOf", "oneOf"];

/// The heights of all that is referred to, and of all that can be chosen.
pub(super) struct Heights {
    by_reference: HashMap<String, u32>,
    /// Those of the branches of unions, by where they lie in memory: each value of a union asks for them.
    of_branches: HashMap<usize, u32>,
}

impl Heights {
    /// Heights of everything that `document` refers to inside itself, and of the branches of its unions.
    pub(super) fn of(document: &Value) -> Self {
        let mut found = HashMap::new();
        collect(document, document, &mut found);
        let by_reference = found.keys().map(|reference| (reference.clone(), ENDLESS)).collect();
        let mut heights = Self { by_reference, of_branches: HashMap::new() };
        // Each round settles the schemas whose shallowest value is one deeper than the last ones'.
        loop {
            let next: Vec<u32> = found.values().map(|schema| heights.height(schema)).collect();
            let mut is_settled = true;
            for (reference, height) in found.keys().zip(next) {
                if let Some(known) = heights.by_reference.get_mut(reference) {
                    is_settled &= *known == height;
                    *known = height;
                }
            }
            if is_settled {
                break;
            }
        }
        heights.settle(document);
        heights
    }

    /// Keeps the height of every branch inside of a value.
    fn settle(&mut self, value: &Value) {
        match value {
            Value::Object(members) => {
                for branch in UNIONS.iter().filter_map(|union| members.get(*union)?.as_array()).flatten() {
                    self.of_branches.insert(address(branch), self.height(branch));
                }
                members.values().for_each(|member| self.settle(member));
            }
            Value::Array(items) => items.iter().for_each(|item| self.settle(item)),
            _ => {}
        }
    }

    /// The height of a branch of a union of the document.
    pub(super) fn of_branch(&self, branch: &Value) -> u32 {
        self.of_branches.get(&address(branch)).copied().unwrap_or_else(|| self.height(branch))
    }

    /// The depth of the shallowest value; 0 for one that holds nothing.
    fn height(&self, schema: &Value) -> u32 {
        let Some(members) = schema.as_object() else {
            return if *schema == Value::Bool(false) { ENDLESS } else { 0 };
        };
        if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
            return self.by_reference.get(reference).copied().unwrap_or(ENDLESS);
        }
        if members.contains_key("enum") || members.contains_key("const") {
            return 0;
        }
        let list = |keyword: &str| members.get(keyword).and_then(Value::as_array).into_iter().flatten();
        let mut height = list("allOf").map(|part| self.height(part)).max().unwrap_or(0);
        for union in UNIONS {
            height = height.max(list(union).map(|part| self.height(part)).min().unwrap_or(0));
        }
        let may_be = |name: &str| match members.get("type") {
            Some(Value::String(one)) => one == name,
            Some(Value::Array(several)) => several.iter().any(|one| one == name),
            _ => true,
        };
        let is_only = |name: &str| match members.get("type") {
            Some(Value::String(one)) => one == name,
            Some(Value::Array(several)) => several.iter().all(|one| one == name),
            // What names members is an object in practice.
            _ => name == "object",
        };
        if may_be("object") && is_only("object") {
            let inside = list("required").filter_map(|name| members.get("properties")?.get(name.as_str()?));
            height = height.max(inside.map(|schema| self.height(schema).saturating_add(1)).max().unwrap_or(0));
        }
        if may_be("array")
            && is_only("array")
            && members.get("minItems").and_then(Value::as_u64).is_some_and(|least| least > 0)
        {
            let one = members.get("items").filter(|items| !items.is_array());
            let inside = one.into_iter().chain(list("items"));
            height = height.max(inside.map(|schema| self.height(schema).saturating_add(1)).max().unwrap_or(0));
        }
        height
    }
}

/// The document is borrowed for as long as heights are asked for, so that nothing in it moves.
fn address(schema: &Value) -> usize {
    std::ptr::from_ref(schema).addr()
}

/// Finds every reference of the document and what it leads to.
fn collect<'d>(document: &'d Value, value: &'d Value, found: &mut HashMap<String, &'d Value>) {
    match value {
        Value::Object(members) => {
            if let Some(reference) = members.get("$ref").and_then(Value::as_str)
                && !found.contains_key(reference)
                && let Ok((_, target)) = crate::structure::target(document, reference)
            {
                found.insert(reference.to_owned(), target);
            }
            members.values().for_each(|member| collect(document, member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(document, item, found)),
        _ => {}
    }
}
