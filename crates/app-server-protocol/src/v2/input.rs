//! What a user gives the agent: text, pictures, and references to skills and other things.

use methodic::wire;

/// One part of what the user gives the agent; several parts make one message.
#[wire(tag = "type", rename_all_fields = "snake_case")]
#[derive(Eq)]
pub enum UserInput {
    /// Text that the user wrote.
    Text {
        /// The text as the agent reads it.
        text: String,
        /// Stretches of the text that the client shows in a form of its own, such as a mention of a file.
        #[serde(default)]
        text_elements: Vec<TextElement>,
    },
    /// A picture by address.
    Image {
        /// Where the picture is, or the picture itself as a `data:` address.
        url: String,
    },
    /// A picture in a file on the server's machine.
    LocalImage {
        /// Path of the file.
        path: String,
    },
    /// A skill that the agent shall use.
    Skill {
        /// Name of the skill.
        name: String,
        /// Path of the file that describes the skill.
        path: String,
    },
    /// Something that the user points at, such as an app or a plugin.
    Mention {
        /// The name as the user sees it.
        name: String,
        /// Address by which the server finds the thing.
        path: String,
    },
}

/// A stretch of a text that stands for more than its characters.
#[wire]
#[derive(Eq)]
pub struct TextElement {
    /// Where in the text the stretch is.
    pub byte_range: ByteRange,
    /// What to show in place of the stretch. Null shows the text itself.
    pub placeholder: Option<String>,
}

/// A stretch of a text, counted in bytes of its UTF-8 form (not in characters, nor in UTF-16 units).
#[wire]
#[derive(Copy, Eq, Hash)]
pub struct ByteRange {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}
