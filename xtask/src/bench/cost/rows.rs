//! What is measured, as a list: each row is one command, and the state that things are in before it.

/// One measured command.
pub(crate) struct Row {
    /// What it is, as the table says it; also what a stored result is found by.
    pub(crate) name: &'static str,
    pub(crate) what: What,
    pub(crate) before: Before,
    /// How often it runs; the shortest run counts, for whatever else the machine does only adds to it.
    pub(crate) runs: usize,
    /// The same of the published implementation of the protocol, where it is known.
    pub(crate) published: &'static str,
    /// What we aim at.
    pub(crate) aim: &'static str,
}

/// What runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// Cargo, with these arguments.
    Cargo(&'static [&'static str]),
    /// The alias `cargo xtask`, with these arguments.
    Xtask(&'static [&'static str]),
    /// xtask's own binary, once it is built: the generator as a process, without cargo.
    Process(Profile, &'static [&'static str]),
    /// The same for memory instead of time: the process generates and compares what is committed.
    Memory(Profile),
}

/// How the things that run are compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Debug,
    Release,
}

/// The state before each run, which is brought about outside of the measured time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    /// Nothing is built in this profile; crates are downloaded.
    Clean,
    /// Dependencies are built, the protocol crate is not.
    Dependencies,
    /// The command ran before, then the file of one type was touched.
    Touched,
    /// The command ran before, then a type in that file got one more field.
    Changed,
    /// The command ran before.
    Unchanged,
}

/// The package whose cost this is about.
pub(crate) const PACKAGE: &str = "app-server-protocol";

impl What {
    /// The profile it builds or runs.
    pub(crate) fn profile(self) -> Profile {
        match self {
            Self::Process(profile, _) | Self::Memory(profile) => profile,
            Self::Cargo(args) if args.contains(&"--release") => Profile::Release,
            Self::Cargo(_) | Self::Xtask(_) => Profile::Debug,
        }
    }

    /// The command, as a person types it.
    pub(crate) fn command(self) -> String {
        match self {
            Self::Cargo(args) => format!("cargo {}", args.join(" ")),
            Self::Xtask(args) => format!("cargo xtask {}", args.join(" ")),
            Self::Process(profile, args) => format!("target/{}/xtask {}", profile.folder(), args.join(" ")),
            Self::Memory(profile) => format!("target/{}/xtask codegen --check", profile.folder()),
        }
    }
}

impl Profile {
    /// The folder below the target folder.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }
}

const RELEASE: What = What::Cargo(&["build", "--release", "--package", PACKAGE]);
const RELEASE_SCHEMA: What = What::Cargo(&["build", "--release", "--package", PACKAGE, "--features", "schema"]);
const DEBUG: What = What::Cargo(&["build", "--package", PACKAGE]);
const DEBUG_SCHEMA: What = What::Cargo(&["build", "--package", PACKAGE, "--features", "schema"]);
const CHECK: What = What::Cargo(&["check", "--package", PACKAGE]);
const CHECK_SCHEMA: What = What::Cargo(&["check", "--package", PACKAGE, "--features", "schema"]);
const CODEGEN: What = What::Xtask(&["codegen"]);
const ONE_SURFACE: &[&str] = &["codegen", "--surface", "stable", "--out", "target/tree"];

const fn row(
    name: &'static str,
    what: What,
    before: Before,
    runs: usize,
    published: &'static str,
    aim: &'static str,
) -> Row {
    Row { name, what, before, runs, published, aim }
}

/// All rows, in the order of measuring: what is slow to bring about serves as many rows as it can.
pub(crate) const ROWS: &[Row] = &[
    row("release build, clean", RELEASE, Before::Clean, 1, "", "60 s CPU"),
    row("release build of the protocol crate alone", RELEASE, Before::Dependencies, 1, "", ""),
    row("release build with schemas, clean", RELEASE_SCHEMA, Before::Clean, 1, "274 to 399 s CPU", "91 s CPU"),
    row("release build with schemas of the protocol crate alone", RELEASE_SCHEMA, Before::Dependencies, 1, "", ""),
    row(
        "generator in release, both surfaces, nothing changed",
        What::Process(Profile::Release, &["codegen"]),
        Before::Unchanged,
        10,
        "",
        "",
    ),
    row(
        "generator in release, one surface, nothing changed",
        What::Process(Profile::Release, ONE_SURFACE),
        Before::Unchanged,
        10,
        "0.51 s",
        "",
    ),
    row("generator in release, peak memory", What::Memory(Profile::Release), Before::Unchanged, 3, "", ""),
    row("debug build, clean", DEBUG, Before::Clean, 1, "50 s", "20 s"),
    row("debug build of the protocol crate alone", DEBUG, Before::Dependencies, 1, "", ""),
    row("debug build after touching one type", DEBUG, Before::Touched, 3, "12.4 s", ""),
    row("debug build after adding a field", DEBUG, Before::Changed, 3, "", ""),
    row("check after touching one type", CHECK, Before::Touched, 3, "8.2 s", "3 s"),
    row("check after adding a field", CHECK, Before::Changed, 3, "", ""),
    row("debug build with schemas, clean", DEBUG_SCHEMA, Before::Clean, 1, "50 s", ""),
    row("debug build with schemas of the protocol crate alone", DEBUG_SCHEMA, Before::Dependencies, 1, "", ""),
    row("debug build with schemas after touching one type", DEBUG_SCHEMA, Before::Touched, 3, "12.4 s", ""),
    row("check with schemas after touching one type", CHECK_SCHEMA, Before::Touched, 3, "8.2 s", ""),
    row("from a fresh clone to generated files", CODEGEN, Before::Clean, 1, "", "120 s"),
    row("from an added field to generated files", CODEGEN, Before::Changed, 3, "", ""),
    row("codegen when nothing changed, cargo's own check included", CODEGEN, Before::Unchanged, 10, "", ""),
    row(
        "generator in debug, both surfaces, nothing changed",
        What::Process(Profile::Debug, &["codegen"]),
        Before::Unchanged,
        10,
        "",
        "",
    ),
    row(
        "generator in debug, one surface, nothing changed",
        What::Process(Profile::Debug, ONE_SURFACE),
        Before::Unchanged,
        10,
        "0.94 s",
        "",
    ),
    row("generator in debug, peak memory", What::Memory(Profile::Debug), Before::Unchanged, 3, "", ""),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::Parser;

    use super::{Before, Profile, ROWS, What};
    use crate::Cli;

    #[test]
    fn rows_have_names_of_their_own_and_run() {
        let names: BTreeSet<&str> = ROWS.iter().map(|row| row.name).collect();
        assert_eq!(names.len(), ROWS.len());
        assert!(ROWS.iter().all(|row| row.runs > 0));
    }

    #[test]
    fn what_is_called_is_a_command_of_xtask() {
        for row in ROWS {
            if let What::Xtask(args) | What::Process(_, args) = row.what {
                let words = ["cargo xtask"].iter().chain(args);
                assert!(Cli::try_parse_from(words).is_ok(), "{}", row.what.command());
            }
        }
    }

    #[test]
    fn a_profile_is_taken_from_the_command_and_a_process_is_never_built_anew() {
        assert_eq!(super::RELEASE.profile(), Profile::Release);
        assert_eq!(super::DEBUG.profile(), Profile::Debug);
        for row in ROWS.iter().filter(|row| matches!(row.what, What::Process(..) | What::Memory(_))) {
            assert_eq!(row.before, Before::Unchanged, "{}", row.name);
        }
    }
}
