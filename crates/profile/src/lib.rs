//! A profile: which methods one client uses, and how its copy of their types is laid out. The generator cuts a package by
//! it, and the compatibility check its verdict; what the file means stands here once.

mod select;

use std::fmt;

use serde::Deserialize;

pub use select::Candidate;

/// What one client wants of a protocol, as its author writes it down in TOML.
///
/// ```
/// use methodic_profile::{Layout, Profile};
///
/// let profile = Profile::parse(
///     r#"
///     methods = ["initialize", "initialized", "thread/*", "!thread/rollback"]  # What the side panel uses.
///     layout = "per-type"
///     "#,
/// )?;
/// assert_eq!(profile.methods.len(), 4);
/// assert_eq!(profile.layout, Layout::PerType);
/// # Ok::<(), methodic_profile::ProfileError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Profile {
    /// Wire names or patterns: `*` stands for any text without a slash, `**` for any number of parts. A pattern that
    /// begins with `!` takes out again what those before it chose.
    pub methods: Vec<String>,
    /// Whether experimental parts belong to it.
    #[serde(default)]
    pub surface: ProfileSurface,
    /// How the types are spread over files.
    #[serde(default)]
    pub layout: Layout,
    /// What an import of a module of types ends in.
    #[serde(default)]
    pub import_ext: ImportExt,
}

/// The surface that a profile is cut from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProfileSurface {
    /// What is promised to every client.
    #[default]
    Stable,
    /// Everything.
    Experimental,
}

/// How types are spread over files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// All in one file.
    #[default]
    Flat,
    /// Each in a file of its name.
    PerType,
}

/// What an import of a module of types ends in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportExt {
    /// `./types.js`, for declarations that lie beside modules: what Node and every bundler resolve.
    #[default]
    Js,
    /// `./types.ts`, for sources that are compiled together with it (`allowImportingTsExtensions`).
    Ts,
    /// `./types`, for `moduleResolution: bundler` or older.
    None,
}

/// Why a profile cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileError(String);

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// What is wrong with the text, and in which line.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        let profile: Self = toml::from_str(text).map_err(|error| ProfileError(error.to_string()))?;
        if profile.methods.is_empty() {
            return Err(ProfileError("`methods` is empty; name the methods that the client uses".to_owned()));
        }
        Ok(profile)
    }
}

impl ProfileError {
    /// A reason in words.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.trim_end())
    }
}

impl std::error::Error for ProfileError {}
