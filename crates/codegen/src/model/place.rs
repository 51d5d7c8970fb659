//! Where in a schema: a JSON pointer that is spelt out only when an error has to name it.

use std::fmt;

/// A place below another one.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place<'a> {
    /// The definition itself.
    Root,
    /// A member of an object.
    Member(&'a Place<'a>, &'a str),
    /// An item of a list.
    Item(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    /// The place of a member here.
    pub(super) fn member(&'a self, name: &'a str) -> Self {
        Self::Member(self, name)
    }

    /// The place of an item here.
    pub(super) fn item(&'a self, index: usize) -> Self {
        Self::Item(self, index)
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Member(parent, name) => write!(out, "{parent}/{}", name.replace('~', "~0").replace('/', "~1")),
            Self::Item(parent, index) => write!(out, "{parent}/{index}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_is_a_json_pointer() {
        assert_eq!(Place::Root.to_string(), "");
        assert_eq!(Place::Root.member("oneOf").item(2).member("a/b~c").to_string(), "/oneOf/2/a~1b~0c");
    }
}
