//! The modules of types: all declarations in one, or each definition in its own and one that passes them all on.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::style::Style;
use super::types::{declarations, names_in};
use super::views::Names;
use crate::model::{Definition, Model};
use methodic_profile::Layout;

/// What free-form JSON is declared as.
const JSON_VALUE: &str = "JsonValue";
const JSON: &str = "\n/** Any JSON value. */\n\
    export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue | undefined };\n";

/// The modules with their texts; the last one has or passes on all types.
pub(super) fn modules(model: &Model, names: &Names<'_>, header: &str, style: Style) -> Vec<(String, String)> {
    match style.layout {
        Layout::Flat => vec![("types".to_owned(), flat(model, names, header))],
        Layout::PerType => per_type(model, names, header, style),
    }
}

fn flat(model: &Model, names: &Names<'_>, header: &str) -> String {
    let mut out = [header, JSON].concat();
    model.definitions.values().for_each(|definition| declarations(&mut out, definition, names));
    out
}

fn per_type(model: &Model, names: &Names<'_>, header: &str, style: Style) -> Vec<(String, String)> {
    let path = |module: &str| format!("types/{module}");
    let mut modules = vec![(path(JSON_VALUE), [header, JSON].concat())];
    modules.extend(model.definitions.values().map(|definition| {
        let mut out = [header, &imports(definition, names, style)].concat();
        declarations(&mut out, definition, names);
        (path(&definition.name), out)
    }));
    let mut all = format!("{header}\n");
    for (module, _) in &modules {
        let _ = writeln!(all, "export type * from \"{}\";", style.import(&format!("./{module}")));
    }
    modules.push(("types".to_owned(), all));
    modules
}

/// What a definition refers to, by the module that declares it.
fn imports(definition: &Definition, names: &Names<'_>, style: Style) -> String {
    let mut used: BTreeSet<(&str, String)> = BTreeSet::new();
    for (_, view) in names.declared(&definition.name) {
        let (targets, has_json) = names_in(&definition.shape);
        used.extend(targets.into_iter().map(|target| (target, names.of(target, view))));
        used.extend(has_json.then(|| (JSON_VALUE, JSON_VALUE.to_owned())));
    }
    used.retain(|(module, _)| *module != definition.name);
    let mut out = String::new();
    for (module, name) in used {
        out.push_str(if out.is_empty() { "\n" } else { "" });
        let _ = writeln!(out, "import type {{ {name} }} from \"{}\";", style.import(&format!("./{module}")));
    }
    out
}
