//! Where the workspace is, whatever folder the command was called from, and which files belong to it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Folders of the committed output, which [`Workspace::sources`] leaves out.
pub(crate) const GENERATED: [&str; 3] = ["schema", "generated-ts", "docs/reference"];

/// The workspace this binary was built from.
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Finds the workspace: from the package cargo runs, then from the folder this binary was built in.
    pub(crate) fn find() -> Result<Self, Failure> {
        let run_time = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let built_in = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        run_time
            .iter()
            .chain([&built_in])
            .flat_map(|folder| folder.ancestors())
            .find(|folder| folder.join("xtask/Cargo.toml").is_file() && folder.join("Cargo.toml").is_file())
            .map(Self::at)
            .ok_or_else(|| {
                Failure::new("the workspace cannot be found: this binary was built in a folder that is gone")
                    .mend("start it as `cargo xtask`, from inside the workspace")
            })
    }

    /// The workspace in this folder.
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Its folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The hand-written files with one of these extensions, as sorted paths relative to the root, with `/`.
    ///
    /// Build output, installed packages, generated folders and hidden folders are left out.
    pub(crate) fn sources(&self, extensions: &[&str]) -> Result<Vec<String>, Failure> {
        let mut found = Vec::new();
        self.visit("", extensions, &mut found)?;
        found.sort();
        Ok(found)
    }

    fn visit(&self, folder: &str, extensions: &[&str], found: &mut Vec<String>) -> Result<(), Failure> {
        let full = self.root.join(folder);
        let failed = |error| Failure::new(format_args!("could not list `{}`: {error}", full.display()));
        for entry in fs::read_dir(&full).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            let kind = entry.file_type().map_err(failed)?;
            if kind.is_dir() {
                let skipped = name.starts_with('.') || name == "target" || name == "node_modules";
                if !skipped && !GENERATED.contains(&path.as_str()) {
                    self.visit(&path, extensions, found)?;
                }
            } else if kind.is_file() && Path::new(&name).extension().is_some_and(|e| extensions.iter().any(|x| e == *x))
            {
                found.push(path);
            }
        }
        Ok(())
    }

    /// The files below a folder with this extension, generated ones included, as sorted paths relative to the root.
    pub(crate) fn listed(&self, folder: &str, extension: &str) -> Result<Vec<String>, Failure> {
        let mut found = Vec::new();
        self.visit(folder, &[extension], &mut found)?;
        found.sort();
        Ok(found)
    }

    /// Reads one file of the workspace.
    pub(crate) fn read(&self, path: &str) -> Result<String, Failure> {
        let file = self.root.join(path);
        fs::read_to_string(&file)
            .map_err(|error| Failure::new(format_args!("could not read `{}`: {error}", file.display())))
    }
}

#[cfg(test)]
mod tests {
    use super::Workspace;

    #[test]
    fn this_workspace_is_found_and_listed() {
        let workspace = Workspace::find().expect("the tests run inside it");
        let files = workspace.sources(&["rs"]).expect("listable");
        assert!(files.contains(&"xtask/src/workspace.rs".to_owned()));
        assert!(files.iter().all(|file| !file.starts_with("target/") && !file.contains("node_modules")));
        assert!(files.is_sorted());
    }
}
