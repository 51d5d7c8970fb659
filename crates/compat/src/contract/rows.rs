//! Methods from a `methods.json`: a table, or an object that holds one as `methods`.

use serde::Deserialize;
use serde_json::Value;

use super::error::ContractError;
use super::names::Names;
use super::{Direction, Kind, Method, Stability, unions};

/// One row, as far as a comparison needs it.
#[derive(Deserialize)]
struct Row {
    method: String,
    kind: Kind,
    direction: Direction,
    #[serde(default)]
    stability: Option<Stability>,
    #[serde(default)]
    params: Option<String>,
    #[serde(default)]
    result: Option<String>,
}

/// The methods of a table whose payloads are definitions of the document.
pub(super) fn methods(
    label: &str,
    document: &Value,
    names: &Names,
    table: &Value,
) -> Result<Vec<Method>, ContractError> {
    let rows = table.get("methods").unwrap_or(table);
    let Value::Array(rows) = rows else {
        return Err(ContractError::new(label, "methods.json holds no methods; expected `{ \"methods\": [ … ] }`"));
    };
    let envelopes = unions::envelopes(document, names);
    rows.iter()
        .enumerate()
        .map(|(index, row)| {
            let row = Row::deserialize(row)
                .map_err(|error| ContractError::new(label, format_args!("methods.json at /methods/{index}: {error}")))?;
            let pointer = |place: &Option<String>, what: &str| match place {
                None => Ok(None),
                Some(place) => names.place(place).map(|pointer| Some(pointer.to_owned())).ok_or_else(|| {
                    let near = names.nearest(place.rsplit('/').next().unwrap_or(place));
                    let near = near.map(|name| format!("; the nearest it has is `{name}`")).unwrap_or_default();
                    ContractError::new(
                        label,
                        format_args!(
                            "methods.json says that the {what} of `{}` is `{place}`, which the bundle does not define{near}",
                            row.method
                        ),
                    )
                    .mend("methods.json and the bundle are of different states; generate both anew")
                }),
            };
            let params = pointer(&row.params, "params")?;
            let required = envelopes.get(&(row.method.clone(), row.direction)).copied();
            Ok(Method {
                params_required: params.is_some() && required.unwrap_or(true),
                params,
                result: pointer(&row.result, "result")?,
                name: row.method,
                kind: row.kind,
                direction: row.direction,
                stability: row.stability.unwrap_or(Stability::Stable),
            })
        })
        .collect()
}
