//! The catalogue of rules: one file for each, and the list of all in the order in which they are documented.

use crate::finding::Level;
use crate::rule::Rule;

/// Declares the rule of a file, with the pair of fixtures in the folder of its name.
macro_rules! rule {
    (id: $id:literal, input: $input:ident, output: $output:ident, what: $what:literal, why: $why:literal $(,)?) => {
        pub(crate) static RULE: crate::rule::Rule = crate::rule::Rule {
            id: $id,
            summary: $what,
            why: $why,
            input: crate::finding::Level::$input,
            output: crate::finding::Level::$output,
            example: crate::rule::Example {
                baseline: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/", $id, "/baseline.json")),
                current: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/", $id, "/current.json")),
            },
        };
    };
}

/// Declares the files and the catalogue together, so that neither can have what the other lacks.
macro_rules! catalogue {
    ($($name:ident,)*) => {
        $(pub(crate) mod $name;)*

        /// All rules, those about methods first.
        pub static RULES: &[&Rule] = &[$(&$name::RULE),*];
    };
}

catalogue! {
    method_added,
    method_removed,
    server_request_added,
    server_request_removed,
    notification_added,
    notification_removed,
    client_notification_added,
    client_notification_removed,
    method_kind_changed,
    params_became_required,
    params_became_optional,
    params_added_optional,
    params_removed,
    params_removed_optional,
    params_replaced,
    result_replaced,
    result_added,
    result_removed,
    experimental_promoted,
    experimental_demoted,
    experimental_withdrawn,
    deprecated,
    property_added_optional,
    property_added_required,
    property_added_optional_closed,
    property_added_required_closed,
    property_removed_optional,
    property_removed_required,
    property_removed_optional_closed,
    property_removed_required_closed,
    property_became_required,
    property_became_optional,
    property_still_written,
    property_no_longer_written,
    became_nullable,
    became_non_nullable,
    type_widened,
    type_narrowed,
    type_changed,
    item_type_changed,
    map_value_type_changed,
    tuple_slot_type_changed,
    tuple_length_changed,
    enum_value_added,
    enum_value_removed,
    enum_opened,
    enum_closed,
    const_changed,
    union_variant_added,
    union_variant_removed,
    tag_renamed,
    object_became_union,
    union_became_object,
    additional_properties_closed,
    additional_properties_opened,
    pattern_properties_changed,
    property_names_changed,
    dependencies_changed,
    object_size_tightened,
    object_size_loosened,
    number_bounds_tightened,
    number_bounds_loosened,
    multiple_of_tightened,
    multiple_of_loosened,
    multiple_of_changed,
    string_length_tightened,
    string_length_loosened,
    pattern_added,
    pattern_removed,
    pattern_changed,
    format_added,
    format_removed,
    format_changed,
    format_hint_changed,
    array_length_tightened,
    array_length_loosened,
    unique_items_added,
    unique_items_removed,
    contains_changed,
    not_changed,
    conditional_changed,
    content_changed,
    undecided,
    unknown_keyword_changed,
    default_changed,
    description_changed,
    definition_renamed,
    unreachable_definition_changed,
}

/// Whether a rule is about something that admits or refuses no value.
pub(crate) fn is_note(rule: &Rule) -> bool {
    [
        &deprecated::RULE,
        &default_changed::RULE,
        &definition_renamed::RULE,
        &description_changed::RULE,
        &content_changed::RULE,
        &experimental_demoted::RULE,
        &experimental_promoted::RULE,
        &format_hint_changed::RULE,
        &property_no_longer_written::RULE,
    ]
    .iter()
    .any(|note| note.id == rule.id)
}

/// The rule for a keyword that the normal form does not model.
pub(crate) fn for_keyword(keyword: &str) -> &'static Rule {
    match keyword {
        "not" => &not_changed::RULE,
        "if" => &conditional_changed::RULE,
        "propertyNames" => &property_names_changed::RULE,
        "dependencies" | "dependentRequired" | "dependentSchemas" => &dependencies_changed::RULE,
        "contains" | "minContains" | "maxContains" => &contains_changed::RULE,
        "contentEncoding" | "contentMediaType" => &content_changed::RULE,
        _ => &unknown_keyword_changed::RULE,
    }
}

/// Whether a rule says that nobody knows.
pub(crate) fn is_undecided(rule: &Rule) -> bool {
    [&undecided::RULE, &unknown_keyword_changed::RULE].iter().any(|known| known.id == rule.id)
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Info => "info",
        Level::Source => "source",
        Level::Wire => "wire",
    }
}

/// What a rule is about, with its example, as `--explain` shows it. None when there is no such rule.
///
/// ```
/// let text = methodic_compat::explain("enum-value-added").expect("a rule of the catalogue");
/// assert!(text.starts_with("enum-value-added"));
/// assert!(methodic_compat::explain("no-such-rule").is_none());
/// ```
pub fn explain(id: &str) -> Option<String> {
    let rule = RULES.iter().find(|rule| rule.id == id)?;
    Some(format!(
        "{id}\n\n{}\n{}\n\n\
         A current server reads what clients of the baseline write: {}\n\
         Clients of the baseline read what a current server writes: {}\n\n\
         Baseline\n{}\nCurrent\n{}",
        rule.summary,
        rule.why,
        word(rule.input),
        word(rule.output),
        indented(rule.example.baseline),
        indented(rule.example.current),
    ))
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}

/// The catalogue as a page of documentation.
pub fn catalogue_markdown() -> String {
    let mut page = String::from(
        "# Rules of the compatibility check\n\n\
         A server of the current version meets clients of the baseline. *Input* is what the server reads of them, *output*\n\
         what they read of it. `wire`: a message is refused. `source`: messages pass, but code no longer compiles, or a part\n\
         of what it says is ignored. `info`: nobody breaks.\n\n\
         | rule | input | output | what changed |\n|---|---|---|---|\n",
    );
    for rule in RULES {
        let (input, output) = (word(rule.input), word(rule.output));
        page.push_str(&format!("| [`{0}`](#{0}) | {input} | {output} | {1} |\n", rule.id, rule.summary));
    }
    for rule in RULES {
        page.push_str(&format!(
            "\n## {}\n\n{} {}\n\nInput: {}. Output: {}.\n\n```json\n// baseline\n{}// current\n{}```\n",
            rule.id,
            rule.summary,
            rule.why,
            word(rule.input),
            word(rule.output),
            rule.example.baseline,
            rule.example.current,
        ));
    }
    page
}
