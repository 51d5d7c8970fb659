//! The copy of a package for one client, cut to the methods that its profile chooses.

mod lock;

use std::fmt;

use methodic::Surface;
use methodic_profile::{Candidate, Profile, ProfileError, ProfileSurface};

use crate::error::GenerateError;
use crate::fingerprint::fingerprint;
use crate::model::Model;
use crate::tree::Tree;
use crate::typescript;

/// The copy of a package that a profile asks for, in memory, below one folder; `header` stands at the top of each file.
///
/// Beside the package's own modules it has `profile.lock.json`, which names the protocol it was cut from, its hash and the
/// methods that were chosen.
///
/// # Errors
/// A pattern that chooses nothing, with the nearest names; whatever [`generate`](crate::generate) refuses.
pub fn vendor(model: &Model, profile: &Profile, header: Option<&str>, folder: &str) -> Result<Tree, VendorError> {
    if let Some(line) = header.and_then(beside_comments) {
        return Err(VendorError::Header(ProfileError::new(format!(
            "`{line}` is no comment; what begins each file has to be one, `// …` or `/* … */`"
        ))));
    }
    let whole = model.surface(surface(profile));
    let candidates: Vec<Candidate> = model
        .methods
        .iter()
        .map(|method| Candidate { name: &method.method, experimental: method.mark.is_experimental() })
        .collect();
    let methods = profile.select(&candidates)?;
    let cut = whole.only(&methods);
    typescript::check_names(&cut).map_err(VendorError::Generate)?;
    let hash = fingerprint(&cut);
    let mut tree = typescript::vendored(&cut, &hash, profile, header, folder).map_err(GenerateError::from)?;
    let lock = lock::file((&whole, &fingerprint(&whole)), (&cut, &hash), profile);
    tree.insert(format!("{folder}/profile.lock.json"), lock).map_err(GenerateError::from)?;
    Ok(tree)
}

/// The surface that a profile is cut from.
fn surface(profile: &Profile) -> Surface {
    match profile.surface {
        ProfileSurface::Stable => Surface::Stable,
        ProfileSurface::Experimental => Surface::Experimental,
    }
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
