//! `cargo xtask codegen`: writes the generated files that are stale, or says which ones are.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use methodic_codegen::{Drift, Tree, Written, compare, write};
use serde_json::json;

use crate::drift;
use crate::failure::{Failure, Outcome};
use crate::generate::generate;
use crate::profile::ProfileArgs;
use crate::report::{Format, Report, count, say};
use crate::workspace::Workspace;

/// Writes JSON Schema, TypeScript and the method reference from the method table, only what is stale
#[derive(Args)]
#[command(
    long_about = "Writes JSON Schema (schema/), TypeScript (generated-ts/) and the method reference (docs/reference/) from the \
        method table of the protocol. The reference takes its examples from the fixtures.\n\n\
        Only files whose content changes are written. A file that is no longer generated is removed, if the manifest of \
        its folder lists it; whatever else lies there is named and left alone. A run that is cut off leaves every file \
        whole, and the next run ends what it began.\n\n\
        With --profile it writes a copy of the TypeScript package for one client instead, cut to the methods that it uses and \
        to what they reach, with profile.lock.json, which names the protocol's hash. The file is TOML:\n\n  \
        methods = [\"initialize\", \"thread/*\", \"!thread/rollback\"]  # names or patterns; ! takes out again\n  \
        surface = \"stable\"     # or \"experimental\"\n  \
        layout = \"flat\"        # or \"per-type\"\n  \
        import-ext = \"js\"      # or \"ts\", \"none\"",
    after_long_help = "\
EXAMPLES:
  cargo xtask codegen
      bring schema/, generated-ts/ and docs/reference/ of the workspace up to date
  cargo xtask codegen --check
      write nothing; show what is stale as a diff, and exit with 1 if anything is
  cargo xtask codegen --surface experimental --out target/tree
      the whole surface, experimental methods included, as target/tree/schema and target/tree/generated-ts
  cargo xtask codegen --profile editor.toml --out ../editor/src/protocol
      the types and the client for the methods that editor.toml names; with --check, whether that copy is fresh"
)]
pub(crate) struct Codegen {
    /// Generate this surface alone, instead of both as they are committed; needs --out. With --profile: cut from this one
    #[arg(long, value_enum, value_name = "SURFACE")]
    surface: Option<SurfaceName>,
    /// Folder that gets schema/, generated-ts/ and, without --surface, docs/reference/ [default: the workspace]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    profile: ProfileArgs,
    /// Write nothing; say what is stale and exit with 1 if anything is
    #[arg(long)]
    check: bool,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    format: Format,
}

/// Which methods, fields and variants are generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SurfaceName {
    /// Without anything experimental
    Stable,
    /// Everything
    Experimental,
}

impl Codegen {
    /// Runs the command.
    pub(crate) fn run(&self, workspace: &Workspace) -> Outcome {
        if let (Some(surface), None) = (self.surface, &self.out) {
            let surface = surface.name();
            return Err(Failure::new("the committed schema/ and generated-ts/ hold both surfaces, not one alone")
                .mend(format_args!(
                    "say where the {surface} surface goes: cargo xtask codegen --surface {surface} --out target/tree"
                )));
        }
        // A relative --out is taken from where the user is; without it the place is the workspace, wherever that is.
        let (tree, out) = match (&self.profile.profile, &self.out) {
            (Some(profile), Some(out)) => self.profile.tree(profile, self.surface, out)?,
            _ => (generate(workspace, self.surface)?, self.out.clone().unwrap_or_else(|| workspace.root().to_owned())),
        };
        let out = out.as_path();
        let drift = compare(&tree, out)?;
        if self.check {
            return Ok(self.compared(&drift, &tree).print(self.format));
        }
        if !drift.conflicts.is_empty() {
            let mut report = self.compared(&drift, &tree);
            report.findings.retain(|finding| finding.kind == "conflict");
            report.summary =
                format!("nothing was written: {} would be overwritten", count(drift.conflicts.len(), "file"));
            return Ok(report.print(self.format));
        }
        let written = write(&tree, out, &drift)?;
        let report = self.wrote(&drift, &tree, &written);
        if self.format != Format::Json {
            say(&list(&written, &self.place()));
        }
        Ok(report.print(self.format))
    }

    /// The report of `--check`.
    fn compared(&self, drift: &Drift, tree: &Tree) -> Report {
        let mut report = Report {
            findings: drift::findings(drift, &self.place(), &self.command()),
            notes: drift::foreign_note(drift, &self.place()).into_iter().collect(),
            summary: drift::summary(drift),
            ..Report::default()
        };
        if report.findings.is_empty() {
            report.summary = format!("{}: {}", count(drift.expected(), "file"), self.up_to_date(tree));
        }
        report.facts.insert("files".into(), json!(drift.expected()));
        report.facts.insert("foreign".into(), json!(drift.foreign));
        report
    }

    /// The report of a run that wrote.
    fn wrote(&self, drift: &Drift, tree: &Tree, written: &Written) -> Report {
        let mut summary = format!("{}, ", count(drift.expected(), "file"));
        match written.written.len() {
            0 => summary.push_str("none written"),
            number => {
                let _ = write!(summary, "{number} written");
            }
        }
        if !written.removed.is_empty() {
            let _ = write!(summary, ", {} removed", written.removed.len());
        }
        let _ = write!(summary, ": {}", self.up_to_date(tree));
        let mut report = Report {
            notes: drift::foreign_note(drift, &self.place()).into_iter().collect(),
            summary,
            ..Report::default()
        };
        report.facts.insert("files".into(), json!(drift.expected()));
        report.facts.insert("written".into(), json!(written.written));
        report.facts.insert("removed".into(), json!(written.removed));
        report.facts.insert("foreign".into(), json!(drift.foreign));
        report
    }

    /// `schema, generated-ts and docs/reference are up to date`, with the folders where they are.
    fn up_to_date(&self, tree: &Tree) -> String {
        let place = self.place();
        // The schema comes first: it is what the command is known for.
        let mut roots: Vec<String> = tree.roots().into_iter().rev().map(|root| format!("{place}{root}")).collect();
        match roots.pop() {
            None => "nothing is generated, and everything is up to date".to_owned(),
            Some(only) if roots.is_empty() => format!("{only} is up to date"),
            Some(last) => format!("{} and {last} are up to date", roots.join(", ")),
        }
    }

    /// What comes before each path in messages.
    fn place(&self) -> String {
        let out = self.out.as_deref();
        // The folder of a copy is the root of its files.
        let out = if self.profile.profile.is_some() { out.and_then(Path::parent) } else { out };
        out.map(place_of).unwrap_or_default()
    }

    /// The command that mends what `--check` finds.
    fn command(&self) -> String {
        let mut command = "cargo xtask codegen".to_owned();
        command += &self.profile.flags();
        if let Some(surface) = self.surface {
            let _ = write!(command, " --surface {}", surface.name());
        }
        if let Some(out) = &self.out {
            let _ = write!(command, " --out {}", shell_word(&out.to_string_lossy()));
        }
        command
    }
}

impl SurfaceName {
    fn name(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Experimental => "experimental",
        }
    }
}

/// A folder as the beginning of a path.
fn place_of(folder: &Path) -> String {
    let text = folder.to_string_lossy();
    if text.is_empty() || text.ends_with(['/', '\\']) { text.into_owned() } else { format!("{text}/") }
}

/// A word as a shell takes it back.
pub(crate) fn shell_word(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-+@%:=,".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Lists what was written and removed: every path, or, if there are many, counts for each folder and the first paths.
fn list(written: &Written, place: &str) -> String {
    const SHOWN: usize = 20;
    const FIRST: usize = 5;
    let mut out = String::new();
    for (verb, paths) in [("wrote", &written.written), ("removed", &written.removed)] {
        if paths.len() <= SHOWN {
            for path in paths {
                let _ = writeln!(out, "{verb} {place}{path}");
            }
            continue;
        }
        let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
        for path in paths {
            *folders.entry(path.rsplit_once('/').map_or("", |(folder, _)| folder)).or_default() += 1;
        }
        let folders: Vec<String> = folders.iter().map(|(folder, number)| format!("{place}{folder} {number}")).collect();
        let _ = writeln!(out, "{verb} {} files ({}), among them:", paths.len(), folders.join(", "));
        for path in paths.iter().filter(|path| !path.ends_with("/.manifest")).take(FIRST) {
            let _ = writeln!(out, "  {place}{path}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{list, place_of, shell_word};
    use methodic_codegen::Written;

    #[test]
    fn few_paths_are_listed_and_many_are_counted() {
        let few = Written { written: vec!["schema/A.json".into()], removed: vec!["schema/B.json".into()] };
        assert_eq!(list(&few, "out/"), "wrote out/schema/A.json\nremoved out/schema/B.json\n");
        let many = Written {
            written: (0..30).map(|n| format!("schema/{}T{n}.json", if n < 10 { "" } else { "v2/" })).collect(),
            removed: vec![],
        };
        let text = list(&many, "");
        assert!(
            text.starts_with("wrote 30 files (schema 10, schema/v2 20), among them:\n  schema/T0.json\n"),
            "{text}"
        );
        assert_eq!(text.lines().count(), 6);
        assert_eq!(list(&Written::default(), ""), "");
    }

    #[test]
    fn the_mending_command_survives_a_shell() {
        assert_eq!(shell_word("target/tree"), "target/tree");
        assert_eq!(shell_word("my folder"), "'my folder'");
        assert_eq!(shell_word("it's"), r"'it'\''s'");
        assert_eq!(shell_word(""), "''");
    }

    #[test]
    fn a_folder_ends_in_one_slash() {
        assert_eq!(place_of("target/tree".as_ref()), "target/tree/");
        assert_eq!(place_of("target/tree/".as_ref()), "target/tree/");
    }
}
