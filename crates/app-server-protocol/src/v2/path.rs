//! Paths, as far as the wire can promise something about them.

use methodic::wire;
use std::fmt;

/// An absolute path on the server's machine, spelled as that machine's operating system spells it.
#[wire(transparent)]
#[derive(Eq, Hash, PartialOrd, Ord)]
pub struct AbsolutePathBuf(pub String);

impl AbsolutePathBuf {
    /// The path as it is on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AbsolutePathBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for AbsolutePathBuf {
    fn from(path: String) -> Self {
        Self(path)
    }
}

impl From<&str> for AbsolutePathBuf {
    fn from(path: &str) -> Self {
        Self(path.to_owned())
    }
}
