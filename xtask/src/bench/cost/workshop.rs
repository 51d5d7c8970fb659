//! Where costs are measured: a copy of the workspace, with a target folder of its own.
//!
//! Types are changed there and target folders emptied, while the workspace itself stays as it is: an editor that watches it
//! notices nothing, and neither does a build that runs beside.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::SystemTime;

use super::rows::{Before, PACKAGE, Profile, Row, What};
use super::usage::{Usage, measure};
use super::{CODEGEN_PEAK, Cost};
use crate::failure::Failure;
use crate::process::{cargo, read};
use crate::workspace::Workspace;

/// The file of one type, which is touched and changed.
const TYPE_FILE: &str = "crates/app-server-protocol/src/v2/analytics.rs";

/// The line after which a field is added.
const TYPE_LINE: &str = "pub struct TrackProductAnalyticsEventParams {\n";

/// Folders that the copy does without, besides what is marked as a cache: what git and npm keep, and what was built.
const LEFT_OUT: [&str; 3] = [".git", "node_modules", "target"];

/// The file by which cargo marks a target folder, whatever its name.
const CACHE: &str = "CACHEDIR.TAG";

/// The copy.
pub(crate) struct Workshop {
    copy: Workspace,
    target: PathBuf,
    /// The text of the type's file as it is in the workspace.
    type_text: String,
    /// How often a field was added: each time under another name, so that nothing remembered from before fits.
    changes: usize,
}

impl Workshop {
    /// Copies the workspace into `folder`, anew. What was built there before stays, for rows that do not start clean.
    pub(crate) fn open(workspace: &Workspace, folder: &Path) -> Result<Self, Failure> {
        let type_text = workspace.read(TYPE_FILE)?;
        if !type_text.contains(TYPE_LINE) {
            let line = TYPE_LINE.trim_end();
            return Err(Failure::new(format_args!(
                "`{TYPE_FILE}` has no line `{line}`, to which a field could be added"
            ))
            .mend("name another type in xtask/src/bench/cost/workshop.rs"));
        }
        let source = folder.join("source");
        let failed =
            |error| Failure::new(format_args!("could not copy the workspace to `{}`: {error}", source.display()));
        match fs::remove_dir_all(&source) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
            _ => copy_tree(workspace.root(), &source).map_err(failed)?,
        }
        Ok(Self { copy: Workspace::at(&source), target: folder.join("target"), type_text, changes: 0 })
    }

    /// Measures one row: the shortest of its runs.
    pub(crate) fn measure(&mut self, row: &Row) -> Result<Cost, Failure> {
        if let What::Process(profile, _) | What::Memory(profile) = row.what {
            let mut args = vec!["build", "--package", "xtask"];
            args.extend((profile == Profile::Release).then_some("--release"));
            self.cargo(&args)?;
        }
        if row.before != Before::Clean {
            self.run(row.what)?;
        }
        let mut best: Option<Cost> = None;
        for _ in 0..row.runs {
            self.prepare(row)?;
            let (output, usage) = measure(|| self.run(row.what));
            let cost = cost(row.what, &output?, usage)?;
            if best.is_none_or(|best| cost.is_less(best)) {
                best = Some(cost);
            }
        }
        if row.before == Before::Changed {
            self.write_type(&self.type_text)?;
        }
        best.ok_or_else(|| Failure::new(format_args!("`{}` was not run", row.name)))
    }

    /// Brings about the state that a run starts from.
    fn prepare(&mut self, row: &Row) -> Result<(), Failure> {
        match row.before {
            Before::Unchanged => Ok(()),
            Before::Clean => {
                let folder = self.target.join(row.what.profile().folder());
                match fs::remove_dir_all(&folder) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => {
                        Err(Failure::new(format_args!("could not remove `{}`: {error}", folder.display())))
                    }
                    _ => Ok(()),
                }
            }
            Before::Dependencies => {
                let mut args = vec!["clean", "--package", PACKAGE];
                args.extend((row.what.profile() == Profile::Release).then_some("--release"));
                self.cargo(&args).map(drop)
            }
            Before::Touched => {
                let file = self.copy.root().join(TYPE_FILE);
                File::options()
                    .append(true)
                    .open(&file)
                    .and_then(|file| file.set_modified(SystemTime::now()))
                    .map_err(|error| Failure::new(format_args!("could not touch `{}`: {error}", file.display())))
            }
            Before::Changed => {
                self.changes += 1;
                self.write_type(&with_field(&self.type_text, self.changes))
            }
        }
    }

    fn write_type(&self, text: &str) -> Result<(), Failure> {
        let file = self.copy.root().join(TYPE_FILE);
        fs::write(&file, text)
            .map_err(|error| Failure::new(format_args!("could not write `{}`: {error}", file.display())))
    }

    fn run(&self, what: What) -> Result<Output, Failure> {
        match what {
            What::Cargo(args) => self.cargo(args),
            What::Xtask(args) => {
                let mut all = vec!["run", "--package", "xtask", "--"];
                all.extend(args);
                self.cargo(&all)
            }
            What::Process(profile, args) => self.start(self.binary(profile).as_os_str(), args),
            What::Memory(profile) => self.start(self.binary(profile).as_os_str(), &["bench", CODEGEN_PEAK]),
        }
    }

    /// The binary that this target folder has of xtask.
    fn binary(&self, profile: Profile) -> PathBuf {
        self.target.join(profile.folder()).join(format!("xtask{}", std::env::consts::EXE_SUFFIX))
    }

    /// Cargo in the copy, silent but for errors, with the copy's own target folder.
    fn cargo(&self, args: &[&str]) -> Result<Output, Failure> {
        let target = self.target.to_string_lossy();
        let mut all = vec![args[0], "--quiet", "--target-dir", &target];
        all.extend(&args[1..]);
        self.start(&cargo(), &all)
    }

    fn start(&self, program: &OsStr, args: &[&str]) -> Result<Output, Failure> {
        let output = read(&self.copy, program, args)?;
        if output.status.success() {
            return Ok(output);
        }
        let said = String::from_utf8_lossy(&output.stdout);
        let command = [&[program.to_string_lossy().as_ref()], args].concat().join(" ");
        let place = self.copy.root().display();
        Err(Failure::new(format_args!("`{command}` failed in `{place}` ({})\n{}", output.status, said.trim_end()))
            .mend("run `cargo xtask check` first: what is measured must work"))
    }
}

/// What one run cost.
fn cost(what: What, output: &Output, usage: Usage) -> Result<Cost, Failure> {
    match what {
        What::Memory(_) => serde_json::from_slice(&output.stdout)
            .map(|peak| Cost { peak_bytes: peak, ..Cost::default() })
            .map_err(|error| Failure::new(format_args!("the generator did not say how much memory it used: {error}"))),
        _ => Ok(Cost {
            wall_seconds: Some(usage.wall.as_secs_f64()),
            cpu_seconds: usage.cpu.map(|time| time.as_secs_f64()),
            peak_bytes: None,
        }),
    }
}

/// The file of the type, with one more field in the type.
fn with_field(text: &str, number: usize) -> String {
    let field =
        format!("{TYPE_LINE}    /// Added to measure what a change costs.\n    pub measured{number}: Option<bool>,\n");
    text.replacen(TYPE_LINE, &field, 1)
}

/// A folder with all below it but [`LEFT_OUT`] and caches.
fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, place) = (entry.file_type()?, to.join(entry.file_name()));
        if kind.is_file() {
            fs::copy(entry.path(), place)?;
        } else if kind.is_dir() {
            let left_out = LEFT_OUT.iter().any(|name| entry.file_name() == *name);
            // The copy itself lies in a cache: without this a target folder inside of the workspace would never end.
            if !left_out && !entry.path().join(CACHE).exists() {
                copy_tree(&entry.path(), &place)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{CACHE, TYPE_FILE, TYPE_LINE, Workshop, copy_tree, with_field};
    use crate::workspace::Workspace;

    #[test]
    fn the_copy_has_what_a_build_needs_and_the_type_can_be_changed_back() {
        let workspace = Workspace::find().expect("the tests run inside it");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let workshop = Workshop::open(&workspace, folder.path()).expect("copied");
        for file in ["Cargo.toml", "Cargo.lock", ".cargo/config.toml", "xtask/src/main.rs", "schema/methods.json"] {
            assert!(workshop.copy.root().join(file).is_file(), "{file}");
        }
        assert!(!workshop.copy.root().join("target").exists());
        workshop.write_type(&with_field(&workshop.type_text, 7)).expect("written");
        let changed = workshop.copy.read(TYPE_FILE).expect("readable");
        assert!(changed.contains(&format!("{TYPE_LINE}    /// ")) && changed.contains("pub measured7: Option<bool>,"));
        assert_eq!(workspace.read(TYPE_FILE).expect("readable"), workshop.type_text, "the workspace stays as it is");

        let again = Workshop::open(&workspace, folder.path()).expect("copied over what is there");
        assert_eq!(again.copy.read(TYPE_FILE).expect("readable"), workshop.type_text);
    }

    #[test]
    fn installed_and_built_things_are_not_copied() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        for place in ["a/node_modules/x", "a/.hidden", "target", ".git", "built"] {
            fs::create_dir_all(from.join(place)).expect("writable");
            fs::write(from.join(place).join("file"), "text").expect("writable");
        }
        fs::write(from.join("built").join(CACHE), "Signature").expect("writable");
        copy_tree(&from, &to).expect("copied");
        assert!(to.join("a/.hidden/file").is_file());
        for place in ["a/node_modules", "target", ".git", "built"] {
            assert!(!to.join(place).exists(), "{place}");
        }
    }
}
