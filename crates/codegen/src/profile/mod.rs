//! A profile: which methods one client uses, and how its copy of their types is laid out.

mod lock;
mod select;

use std::fmt;

use methodic::Surface;
use serde::Deserialize;

use crate::error::GenerateError;
use crate::fingerprint::fingerprint;
use crate::model::Model;
use crate::tree::Tree;
use crate::typescript;

/// What one client wants of a protocol, as its author writes it down in TOML.
///
/// ```
/// use methodic_codegen::{Layout, Profile};
///
/// let profile = Profile::parse(
///     r#"
///     methods = ["initialize", "initialized", "thread/*", "!thread/rollback"]  # What the side panel uses.
///     layout = "per-type"
///     "#,
/// )?;
/// assert_eq!(profile.methods.len(), 4);
/// assert_eq!(profile.layout, Layout::PerType);
/// # Ok::<(), methodic_codegen::ProfileError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Profile {
    /// Wire names or patterns: `*` stands for any text without a slash, `**` for any number of parts. A pattern that
    /// begins with `!` takes out again what those before it chose.
    pub methods: Vec<String>,
    /// Whether experimental parts belong to it.
    #[serde(default, deserialize_with = "surface")]
    pub surface: ProfileSurface,
    /// How the types are spread over files.
    #[serde(default)]
    pub layout: Layout,
    /// What an import of a module of types ends in.
    #[serde(default)]
    pub import_ext: ImportExt,
}

/// The surface that a profile is cut from; the stable one unless it says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProfileSurface(pub Surface);

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

impl Default for ProfileSurface {
    fn default() -> Self {
        Self(Surface::Stable)
    }
}

fn surface<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<ProfileSurface, D::Error> {
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Name {
        Stable,
        Experimental,
    }
    Ok(ProfileSurface(match Name::deserialize(deserializer)? {
        Name::Stable => Surface::Stable,
        Name::Experimental => Surface::Experimental,
    }))
}

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

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.trim_end())
    }
}

impl std::error::Error for ProfileError {}

/// The copy of a package that a profile asks for, in memory, below one folder; `header` stands at the top of each file.
///
/// Beside the package's own modules it has `profile.lock.json`, which names the protocol it was cut from, its hash and the
/// methods that were chosen.
///
/// # Errors
/// A pattern that chooses nothing, with the nearest names; whatever [`generate`](crate::generate) refuses.
pub fn vendor(model: &Model, profile: &Profile, header: Option<&str>, folder: &str) -> Result<Tree, VendorError> {
    if let Some(line) = header.and_then(beside_comments) {
        return Err(VendorError::Header(ProfileError(format!(
            "`{line}` is no comment; what begins each file has to be one, `// …` or `/* … */`"
        ))));
    }
    let whole = model.surface(profile.surface.0);
    let methods = select::methods(model, &whole, profile)?;
    let cut = whole.only(&methods);
    typescript::check_names(&cut).map_err(VendorError::Generate)?;
    let hash = fingerprint(&cut);
    let mut tree = typescript::vendored(&cut, &hash, profile, header, folder).map_err(GenerateError::from)?;
    let lock = lock::file((&whole, &fingerprint(&whole)), (&cut, &hash), profile);
    tree.insert(format!("{folder}/profile.lock.json"), lock).map_err(GenerateError::from)?;
    Ok(tree)
}

/// The first line of a text that is not within comments.
fn beside_comments(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let after = if rest.starts_with("//") {
            Some(rest.split_once('\n').map_or("", |(_, after)| after))
        } else {
            rest.strip_prefix("/*").and_then(|open| open.split_once("*/")).map(|(_, after)| after)
        };
        match after {
            Some(after) => rest = after.trim_start(),
            None => return rest.lines().next(),
        }
    }
    None
}

/// Why there is no copy.
#[derive(Debug)]
pub enum VendorError {
    /// The profile asks for what the protocol does not have.
    Profile(ProfileError),
    /// The text that should begin each file is more than comments.
    Header(ProfileError),
    /// The files cannot be made.
    Generate(GenerateError),
}

impl From<ProfileError> for VendorError {
    fn from(error: ProfileError) -> Self {
        Self::Profile(error)
    }
}

impl From<GenerateError> for VendorError {
    fn from(error: GenerateError) -> Self {
        Self::Generate(error)
    }
}

impl fmt::Display for VendorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Profile(error) | Self::Header(error) => error.fmt(f),
            Self::Generate(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for VendorError {}
