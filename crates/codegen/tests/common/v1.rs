//! The part of the small protocol that is as old as the library.

use methodic::wire;

/// Who comes in.
#[wire]
pub struct EnterParams {
    /// The number on the reader's card.
    pub card: Card,
    /// What the terminal can show.
    #[serde(default)]
    pub screen: Screen,
}

/// What the reader may do.
#[wire(deny_unknown)]
pub struct EnterResponse {
    /// How many books the reader may have.
    pub allowance: u8,
    /// What the librarian calls the reader; null for who is new.
    pub nickname: Option<String>,
}

/// A card as it is read or as it is typed.
#[wire(untagged)]
pub enum Card {
    /// From the chip.
    Number(u64),
    /// From the keyboard.
    Text(String),
}

/// A screen's size. The members are out of order on purpose: their default must not be.
#[wire]
pub struct Screen {
    /// In characters.
    pub width: u16,
    /// In lines.
    pub height: u16,
    /// Whether it shows colours.
    pub colours: bool,
    /// How many of them.
    #[experimental("screen.depth")]
    #[serde(default)]
    pub depth: u8,
}

impl Default for Screen {
    fn default() -> Self {
        Self { width: 80, height: 25, colours: false, depth: 1 }
    }
}
