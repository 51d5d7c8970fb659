//! `cargo xtask codegen --profile`: a copy of the TypeScript package for one client, with the methods it uses.

use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use methodic_codegen::{ImportExt, Layout, Profile, ProfileSurface, Tree, VendorError, vendor};

use crate::codegen::{SurfaceName, shell_word};
use crate::failure::Failure;
use crate::generate::model;

/// How the copy is cut and laid out. What is said here goes before what the file says.
#[derive(Args)]
pub(crate) struct ProfileArgs {
    /// Write a copy for one client instead, with the methods that this file names, into the folder --out
    #[arg(long, value_name = "FILE", requires = "out")]
    pub(crate) profile: Option<PathBuf>,
    /// All types in one file, or each in its own
    #[arg(long, value_enum, value_name = "LAYOUT", requires = "profile")]
    layout: Option<LayoutName>,
    /// What imports of types end in: ./types.js, ./types.ts or ./types
    #[arg(long, value_enum, value_name = "EXT", requires = "profile")]
    import_ext: Option<ExtName>,
    /// Comments that begin each file of the copy, such as a licence or `/* eslint-disable */`
    #[arg(long, value_name = "FILE", requires = "profile")]
    header: Option<PathBuf>,
}

/// How types are spread over files.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum LayoutName {
    Flat,
    PerType,
}

/// What an import ends in.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum ExtName {
    Js,
    Ts,
    None,
}

impl ProfileArgs {
    /// The copy, in a folder named like `out`, and the folder that one lies in.
    pub(crate) fn tree(
        &self,
        profile: &Path,
        surface: Option<SurfaceName>,
        out: &Path,
    ) -> Result<(Tree, PathBuf), Failure> {
        let mut wanted = Profile::parse(&read(profile)?).map_err(|error| faulty(profile, &error))?;
        match surface {
            Some(SurfaceName::Stable) => wanted.surface = ProfileSurface::Stable,
            Some(SurfaceName::Experimental) => wanted.surface = ProfileSurface::Experimental,
            None => {}
        }
        match self.layout {
            Some(LayoutName::Flat) => wanted.layout = Layout::Flat,
            Some(LayoutName::PerType) => wanted.layout = Layout::PerType,
            None => {}
        }
        match self.import_ext {
            Some(ExtName::Js) => wanted.import_ext = ImportExt::Js,
            Some(ExtName::Ts) => wanted.import_ext = ImportExt::Ts,
            Some(ExtName::None) => wanted.import_ext = ImportExt::None,
            None => {}
        }
        let header = self.header.as_deref().map(read).transpose()?;
        let (Some(folder), Some(parent)) = (out.file_name().and_then(|name| name.to_str()), out.parent()) else {
            return Err(Failure::new(format_args!(
                "`{}` is no folder that a copy could have for itself",
                out.display()
            ))
            .mend("name one: cargo xtask codegen --profile FILE --out src/protocol"));
        };
        let tree = vendor(&model()?, &wanted, header.as_deref(), folder).map_err(|error| match error {
            VendorError::Profile(error) => faulty(profile, &error)
                .mend("schema/methods.json and docs/reference list the methods; correct the file, then run again"),
            VendorError::Header(error) => faulty(self.header.as_deref().unwrap_or(profile), &error),
            VendorError::Generate(error) => error.into(),
        })?;
        Ok((tree, parent.to_owned()))
    }

    /// The flags, as a shell takes them back.
    pub(crate) fn flags(&self) -> String {
        let path = |path: &Option<PathBuf>| path.as_ref().map(|path| shell_word(&path.to_string_lossy()));
        let flags = [
            ("profile", path(&self.profile)),
            ("layout", self.layout.map(value)),
            ("import-ext", self.import_ext.map(value)),
            ("header", path(&self.header)),
        ];
        let given = flags.into_iter().filter_map(|(flag, value)| Some(format!(" --{flag} {}", value?)));
        given.collect()
    }
}

/// A value as it is given.
fn value(value: impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::new(format_args!("could not read `{}`: {error}", path.display())))
}

fn faulty(path: &Path, error: &dyn Display) -> Failure {
    Failure::new(format_args!("{}: {error}", path.display()))
}
