//! Who may depend on whom. The rules are the two tables at the top; the rest reads cargo's answers.

use std::collections::BTreeSet;

use serde_json::Value;

use super::finding;
use crate::failure::Failure;
use crate::process::read_cargo;
use crate::report::Finding;
use crate::workspace::Workspace;

/// Each crate of the workspace, and the others of the workspace it may know. Development dependencies are free: a test
/// may tie together what the crates must not.
const MAY_KNOW: [(&str, &[&str]); 11] = [
    ("methodic", &["methodic-macros"]),
    ("methodic-macros", &[]),
    // Patterns of method names: data that generator and judges both read, and neither's logic.
    ("methodic-profile", &[]),
    ("methodic-codegen", &["methodic", "methodic-profile"]),
    // These two judge what codegen makes, and must not share a fault with it.
    ("methodic-validator", &[]),
    ("methodic-compat", &[]),
    ("methodic-cli", &["methodic-validator", "methodic-compat", "methodic-profile"]),
    ("app-server-protocol", &["methodic"]),
    ("app-server-analytics", &["methodic", "app-server-protocol"]),
    ("app-server", &["methodic", "app-server-protocol", "app-server-analytics"]),
    ("xtask", &["methodic", "methodic-codegen", "methodic-validator", "app-server-protocol", "app-server-analytics"]),
];

/// What a build of a crate, with its default features, may pull in from outside.
const BUILDS: [Build; 7] = [
    Build {
        package: "methodic",
        rule: Rule::Only(&["methodic-macros", "serde", "serde_json"]),
        why: "whoever speaks a protocol builds the kernel",
    },
    Build {
        package: "methodic-macros",
        rule: Rule::Only(&["proc-macro2", "quote", "syn"]),
        why: "whoever speaks a protocol builds the macros first",
    },
    Build {
        package: "app-server-protocol",
        rule: Rule::Without(&["schemars", "ts-rs"]),
        why: "servers must not pay for the generator",
    },
    Build {
        package: "app-server-analytics",
        rule: Rule::Without(&["schemars", "ts-rs"]),
        why: "servers must not pay for the generator",
    },
    Build {
        package: "app-server",
        rule: Rule::Without(&["schemars", "ts-rs", "jsonschema"]),
        why: "servers must not pay for the generator",
    },
    Build {
        package: "xtask",
        rule: Rule::Without(&["jsonschema", "ts-rs", "tokio"]),
        why: "it stands before the first `cargo xtask codegen` of a fresh clone",
    },
    Build {
        package: "methodic-validator",
        rule: Rule::Without(&["schemars", "ts-rs"]),
        why: "it judges by the generated files alone",
    },
];

/// A rule about everything that is built for one crate.
struct Build {
    package: &'static str,
    rule: Rule,
    why: &'static str,
}

/// What is allowed in a build.
enum Rule {
    /// Direct dependencies are these alone; what they need themselves is theirs.
    Only(&'static [&'static str]),
    /// None of these anywhere below.
    Without(&'static [&'static str]),
}

/// A crate of the workspace with its normal and build dependencies.
struct Package {
    name: String,
    manifest: String,
    dependencies: BTreeSet<String>,
}

/// Compares the workspace with both tables.
pub(crate) fn check(workspace: &Workspace) -> Result<Vec<Finding>, Failure> {
    let metadata = read_cargo(workspace, &["metadata", "--format-version", "1", "--no-deps"])?;
    let packages = packages(&metadata, &workspace.root().to_string_lossy())
        .ok_or_else(|| Failure::new("`cargo metadata` printed something else than its format 1"))?;
    let mut findings = direct(&packages);
    for build in &BUILDS {
        // A crate that is yet to be written has nothing to be checked.
        let Some(package) = packages.iter().find(|package| package.name == build.package) else { continue };
        let args = ["tree", "--package", build.package, "--edges", "normal", "--prefix", "depth", "--format", " {p}"];
        findings.extend(built(build, package, &read_cargo(workspace, &args)?));
    }
    Ok(findings)
}

/// The packages that `cargo metadata --no-deps` lists.
fn packages(metadata: &str, root: &str) -> Option<Vec<Package>> {
    let metadata: Value = serde_json::from_str(metadata).ok()?;
    let packages = metadata["packages"].as_array()?.iter().map(|package| {
        let path = package["manifest_path"].as_str()?.replace('\\', "/");
        let manifest = path.strip_prefix(&root.replace('\\', "/")).unwrap_or(&path).trim_start_matches('/').to_owned();
        let dependencies = package["dependencies"].as_array()?.iter();
        let dependencies =
            dependencies.filter(|d| d["kind"] != "dev").filter_map(|d| d["name"].as_str().map(str::to_owned));
        Some(Package { name: package["name"].as_str()?.to_owned(), manifest, dependencies: dependencies.collect() })
    });
    packages.collect()
}

/// Arrows between crates of the workspace that [`MAY_KNOW`] does not have.
fn direct(packages: &[Package]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in packages {
        let Some((_, may_know)) = MAY_KNOW.iter().find(|(name, _)| *name == package.name) else {
            let message = format!(
                "`{}` has no row in the table of arrows; add one to xtask/src/tidy/arrows.rs that says whom it may know",
                package.name
            );
            findings.push(finding(&package.manifest, "unknown-crate", message));
            continue;
        };
        for other in packages.iter().map(|other| other.name.as_str()) {
            if package.dependencies.contains(other) && !may_know.contains(&other) {
                let allowed =
                    if may_know.is_empty() { "no other crate of the workspace".into() } else { list(may_know) };
                let message = format!("`{}` depends on `{other}`; expected: it knows {allowed}", package.name);
                findings.push(finding(&package.manifest, "arrow", message));
            }
        }
    }
    findings
}

/// What `cargo tree --prefix depth` lists against the rule. A line is `1 serde v1.0.0 (…)`.
fn built(build: &Build, package: &Package, tree: &str) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for line in tree.lines() {
        let mut words = line.split_whitespace();
        let (Some(depth), Some(name)) = (words.next(), words.next()) else { continue };
        let (direct, name) = (depth == "1", name.to_owned());
        let message = match build.rule {
            Rule::Only(allowed) if direct && !allowed.contains(&name.as_str()) => {
                format!(
                    "`{}` depends on `{name}`; expected: {} alone, since {}",
                    build.package,
                    list(allowed),
                    build.why
                )
            }
            Rule::Without(forbidden) if forbidden.contains(&name.as_str()) => format!(
                "a build of `{}` pulls in `{name}`; expected: without it, since {} (see `cargo tree -p {} -e normal -i {name}`)",
                build.package, build.why, build.package
            ),
            _ => continue,
        };
        if seen.insert(name) {
            findings.push(finding(&package.manifest, "build", message));
        }
    }
    findings
}

fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::{BUILDS, Package, built, direct, packages};

    fn package(name: &str, dependencies: &[&str]) -> Package {
        Package {
            name: name.into(),
            manifest: format!("crates/{name}/Cargo.toml"),
            dependencies: dependencies.iter().map(|d| (*d).to_owned()).collect(),
        }
    }

    #[test]
    fn an_arrow_that_is_not_in_the_table_is_found() {
        let good = [package("methodic", &["serde"]), package("methodic-codegen", &["methodic", "schemars"])];
        assert!(direct(&good).is_empty());
        let bad = [package("methodic", &[]), package("methodic-validator", &["methodic"]), package("stranger", &[])];
        let findings = direct(&bad);
        assert_eq!(findings.iter().map(|f| f.kind.as_str()).collect::<Vec<_>>(), ["arrow", "unknown-crate"]);
        assert!(findings[0].message.contains("`methodic-validator` depends on `methodic`"), "{}", findings[0].message);
        assert_eq!(findings[0].file, "crates/methodic-validator/Cargo.toml");
    }

    #[test]
    fn development_dependencies_are_free() {
        let metadata = r#"{"packages":[{"name":"methodic-validator","manifest_path":"/w/crates/validator/Cargo.toml",
            "dependencies":[{"name":"methodic","kind":"dev"},{"name":"serde","kind":null}]}]}"#;
        let packages = packages(metadata, "/w").expect("valid");
        assert_eq!(packages[0].manifest, "crates/validator/Cargo.toml");
        assert_eq!(packages[0].dependencies.iter().collect::<Vec<_>>(), ["serde"]);
    }

    #[test]
    fn a_crate_deep_in_a_build_is_found_once() {
        let build = BUILDS.iter().find(|build| build.package == "app-server-protocol").expect("has a rule");
        let tree = "0 app-server-protocol v0.1.0 (/w)\n1 methodic v0.1.0 (/w)\n2 schemars v1.2.3\n1 x v1\n2 schemars v1.2.3 (*)\n";
        let findings = built(build, &package("app-server-protocol", &[]), tree);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].message.contains("pulls in `schemars`"), "{}", findings[0].message);
    }

    #[test]
    fn only_direct_dependencies_are_bound_by_a_closed_list() {
        let build = BUILDS.iter().find(|build| build.package == "methodic").expect("has a rule");
        let tree = "0 methodic v0.1.0\n1 serde v1.0.0\n2 serde_core v1.0.0\n1 log v0.4.0\n";
        let findings = built(build, &package("methodic", &[]), tree);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].message.contains("depends on `log`"), "{}", findings[0].message);
    }
}
