//! Files of a revision, read through the `git` program, and the revision that a change is compared with by default.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use methodic_compat::Files;

use super::Refusal;

/// The branches whose state a change is compared with, the first that exists.
const MAIN: [&str; 4] = ["origin/main", "main", "origin/master", "master"];

/// A repository, by a folder in it.
pub(super) struct Repository {
    folder: PathBuf,
}

/// A commit, and how the reader came to it.
#[derive(Debug, Clone)]
pub(super) struct Base {
    /// The full name of the commit.
    pub(super) commit: String,
    /// `the merge base with main`, or the revision as it was given.
    pub(super) what: String,
}

/// A folder or a file of a revision.
pub(super) struct Tree<'a> {
    repository: &'a Repository,
    commit: String,
    /// Relative to the root of the repository; empty for the root itself.
    path: String,
}

/// What lies at a path of a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Folder,
    File,
}

impl Repository {
    /// The repository that a folder belongs to.
    pub(super) fn of(folder: &Path) -> Result<Self, Refusal> {
        let repository = Self { folder: folder.to_owned() };
        match repository.read(&["rev-parse", "--is-inside-work-tree"])? {
            Some(_) => Ok(repository),
            None => Err(Refusal::no_base(
                format!("`{}` is in no git repository, so there is no revision to compare with", folder.display()),
                "name both sides: methodic compat BASELINE CURRENT",
            )),
        }
    }

    /// The path of the folder within its repository, with a `/` at its end; empty for the root.
    pub(super) fn prefix(&self) -> Result<String, Refusal> {
        Ok(self.read(&["rev-parse", "--show-prefix"])?.unwrap_or_default())
    }

    /// The commit that a revision names.
    pub(super) fn resolve(&self, revision: &str) -> Result<Base, Refusal> {
        let name = format!("{revision}^{{commit}}");
        if let Some(commit) = self.read(&["rev-parse", "--verify", "--quiet", "--end-of-options", &name])? {
            return Ok(Base { commit, what: revision.to_owned() });
        }
        let help = if self.is_shallow()? {
            "this clone is shallow and may lack it: git fetch --unshallow (in a GitHub workflow: fetch-depth: 0)"
        } else {
            "name a branch, a tag or a commit of this repository; `git fetch` may bring it"
        };
        Err(Refusal::no_base(format!("git knows no revision `{revision}`"), help))
    }

    /// Where the work here left the main branch.
    pub(super) fn merge_base(&self) -> Result<Base, Refusal> {
        let mut branch = None;
        for name in MAIN {
            if self.read(&["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")])?.is_some() {
                branch = Some(name);
                break;
            }
        }
        let branch = branch.ok_or_else(|| {
            Refusal::no_base(
                format!("no branch to compare with: none of {} exists", MAIN.join(", ")),
                "name the revision: --against REV",
            )
        })?;
        if let Some(commit) = self.read(&["merge-base", "HEAD", branch])? {
            return Ok(Base { commit, what: format!("the merge base with {branch}") });
        }
        let (why, help) = if self.is_shallow()? {
            (
                "this clone is shallow, and where both parted is not in it",
                "git fetch --unshallow (in a GitHub workflow: fetch-depth: 0), or name the revision: --against REV",
            )
        } else {
            ("they have no commit in common", "name the revision: --against REV")
        };
        Err(Refusal::no_base(format!("no merge base of HEAD and {branch}: {why}"), help))
    }

    fn is_shallow(&self) -> Result<bool, Refusal> {
        Ok(self.read(&["rev-parse", "--is-shallow-repository"])?.as_deref() == Some("true"))
    }

    /// A path of a commit, and what lies there.
    pub(super) fn tree(&self, base: &Base, path: &str) -> Result<(Tree<'_>, Found), Refusal> {
        let path = path.trim_matches('/').to_owned();
        let tree = Tree { repository: self, commit: base.commit.clone(), path };
        match self.read(&["cat-file", "-t", &tree.object("")])?.as_deref() {
            Some("tree") => Ok((tree, Found::Folder)),
            Some("blob") => Ok((tree, Found::File)),
            _ => Err(Refusal::no_base(
                format!("`{}` is not in {} ({})", tree.path, base.what, short(&base.commit)),
                "name a revision that has it: --against REV; paths in REV:path begin at the root of the repository",
            )),
        }
    }

    /// What git prints, without the line end; none if it says no.
    fn read(&self, args: &[&str]) -> Result<Option<String>, Refusal> {
        let output = self.start(args)?;
        let text = String::from_utf8_lossy(&output.stdout).trim_end_matches(['\r', '\n']).to_owned();
        Ok(output.status.success().then_some(text))
    }

    fn start(&self, args: &[&str]) -> Result<Output, Refusal> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(args).stdin(Stdio::null()).stderr(Stdio::null());
        command.output().map_err(|error| {
            let help = match error.kind() {
                ErrorKind::NotFound => "install git, or name both sides: methodic compat BASELINE CURRENT",
                _ => "name both sides: methodic compat BASELINE CURRENT",
            };
            Refusal::no_base(format!("git could not be started: {error}"), help)
        })
    }
}

impl Tree<'_> {
    /// The name that git has for a file below this path.
    fn object(&self, file: &str) -> String {
        let between = if self.path.is_empty() || file.is_empty() { "" } else { "/" };
        format!("{}:{}{between}{file}", self.commit, self.path)
    }

    /// The folder that a file lies in.
    pub(super) fn parent(self) -> (Self, String) {
        let (folder, file) = self.path.rsplit_once('/').unwrap_or(("", &self.path));
        let (path, file) = (folder.to_owned(), file.to_owned());
        (Self { path, ..self }, file)
    }
}

impl Files for Tree<'_> {
    fn read(&self, path: &str) -> Result<Option<String>, String> {
        let object = self.object(path);
        let output = self.repository.start(&["cat-file", "blob", &object]).map_err(|refusal| refusal.what)?;
        if !output.status.success() {
            return Ok(None);
        }
        String::from_utf8(output.stdout).map(Some).map_err(|_| format!("`{path}` is not UTF-8"))
    }

    fn names(&self) -> Result<Vec<String>, String> {
        let object = self.object("");
        let listed =
            self.repository.read(&["ls-tree", "-z", "--name-only", &object]).map_err(|refusal| refusal.what)?;
        let listed = listed.ok_or_else(|| format!("could not list `{}`", self.path))?;
        Ok(listed.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect())
    }
}

/// A commit as people write it.
pub(super) fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}
