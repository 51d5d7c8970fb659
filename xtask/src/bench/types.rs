//! The suite `typescript`: what the generated types cost the compiler of a client that uses all of them.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::kept;
use crate::failure::Failure;
use crate::process::read;
use crate::report::tell;
use crate::tools::TYPESCRIPT;
use crate::workspace::Workspace;

/// What one compiler said of a program that calls every stable method once, the declarations checked too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TypeCost {
    /// The compiler's version.
    typescript: String,
    methods: u64,
    instantiations: u64,
    check_seconds: f64,
    total_seconds: f64,
}

/// Its name on the command line.
const SUITE: &str = "typescript";

/// What the columns of [`lines`] are.
pub(crate) const COLUMNS: [&str; 6] = ["TypeScript", "methods", "instantiations", "aim", "check", "total"];

/// Measures with each compiler, and keeps the result for `--last`.
pub(crate) fn run(workspace: &Workspace, target: &Path) -> Result<Vec<TypeCost>, Failure> {
    let script = format!("{TYPESCRIPT}/support/cost.js");
    tell(&format!("== node {script}"));
    let output = read(workspace, "node".as_ref(), &[&script])?;
    let costs: Option<Vec<TypeCost>> = serde_json::from_slice(&output.stdout).ok().filter(|_| output.status.success());
    let costs = costs.ok_or_else(|| {
        Failure::new(format_args!("`node {script}` failed ({})", output.status))
            .mend("install its packages first: cargo xtask test --only typescript")
    })?;
    kept::keep(target, SUITE, &costs)?;
    Ok(costs)
}

/// What the last run measured.
pub(crate) fn last(target: &Path) -> Result<Vec<TypeCost>, Failure> {
    kept::last(target, SUITE)
}

/// A line of the table for each compiler.
pub(crate) fn lines(costs: &[TypeCost]) -> Vec<[String; 6]> {
    let line = |cost: &TypeCost| {
        [
            cost.typescript.clone(),
            cost.methods.to_string(),
            cost.instantiations.to_string(),
            "4000".to_owned(),
            format!("{:.2} s", cost.check_seconds),
            format!("{:.2} s", cost.total_seconds),
        ]
    };
    costs.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, TypeCost, lines};

    #[test]
    fn what_the_script_prints_is_shown() {
        let printed =
            r#"[{"typescript":"5.9.3","methods":132,"instantiations":3263,"checkSeconds":0.4,"totalSeconds":1.25}]"#;
        let costs: Vec<TypeCost> = serde_json::from_str(printed).expect("what the script prints");
        let lines = lines(&costs);
        assert_eq!(lines, [["5.9.3", "132", "3263", "4000", "0.40 s", "1.25 s"]]);
        assert_eq!(lines[0].len(), COLUMNS.len());
    }
}
