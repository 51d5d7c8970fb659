//! Why a protocol has no model: all reasons at once, each with the Rust types and the place that it concerns.

use std::fmt;

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelError {
    /// Two Rust types have one published name.
    Collision {
        /// The name.
        name: String,
        /// The Rust path of the one.
        left: String,
        /// The Rust path of the other.
        right: String,
    },
    /// A schema refers to a definition that does not exist.
    Dangling {
        /// The Rust path of the type that refers.
        from: String,
        /// The name that is missing.
        to: String,
    },
    /// A definition that no method reaches.
    Unreachable {
        /// The Rust path of its type.
        rust: String,
        /// The Rust path of a type that refers to it, and is not reached either.
        by: Option<String>,
    },
    /// A schema that the model has no word for.
    Unsupported {
        /// The Rust path of the type.
        rust: String,
        /// Where in its schema, as a JSON pointer.
        pointer: String,
        /// What was found, and what to do instead.
        message: String,
    },
    /// The input view and the output view differ in more than what is required.
    Views {
        /// The Rust path of the type.
        rust: String,
        /// Where in its schema, as a JSON pointer.
        pointer: String,
    },
    /// A mark that cannot be honoured.
    Mark {
        /// The Rust path of the type, or the method's name.
        at: String,
        /// Why, and what to do instead.
        message: String,
    },
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Collision { name, left, right } => write!(
                f,
                "two types are published as `{name}`: {left} and {right}; give one of them another name with #[wire(name = \"…\")]"
            ),
            Self::Dangling { from, to } => {
                write!(
                    f,
                    "the schema of {from} refers to `{to}`, which is defined nowhere; a schema written by hand must name a wire type"
                )
            }
            Self::Unreachable { rust, by } => {
                write!(f, "no method reaches {rust}")?;
                if let Some(by) = by {
                    write!(f, ", nor {by}, which refers to it")?;
                }
                f.write_str("; name it in the table, or take it out of the schema that was written by hand")
            }
            Self::Unsupported { rust, pointer, message } if pointer.is_empty() => {
                write!(f, "the schema of {rust}: {message}")
            }
            Self::Unsupported { rust, pointer, message } => write!(f, "the schema of {rust} at `{pointer}`: {message}"),
            Self::Views { rust, pointer } => {
                write!(f, "{rust} is read differently from how it is written")?;
                if !pointer.is_empty() {
                    write!(f, ", at `{pointer}`")?;
                }
                f.write_str(
                    "; the two may differ only in which members are required, so take off what changes one way alone \
                     (skip_serializing, skip_deserializing, rename(serialize = …), serialize_with)",
                )
            }
            Self::Mark { at, message } => write!(f, "{at}: {message}"),
        }
    }
}

/// All reasons, never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelErrors(pub Vec<ModelError>);

impl fmt::Display for ModelErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.0.iter().enumerate() {
            write!(f, "{}{error}", if at == 0 { "" } else { "\n" })?;
        }
        Ok(())
    }
}

impl std::error::Error for ModelErrors {}
