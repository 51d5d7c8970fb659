//! The newest part of the small protocol, with nearly all of its shapes.

use std::collections::{BTreeMap, BTreeSet};

use methodic::wire;
use serde_json::Value;

/// A book's place in the catalogue.
#[wire(transparent)]
#[derive(Eq, PartialOrd, Ord)]
pub struct BookId(pub String);

/// What is looked for. Everything that is said must hold.
#[wire(omit_none)]
pub struct BookSearchParams {
    /// Words of the title: `a*` stands for all that begin with `a` (and `/* */` for nothing).
    pub words: Vec<String>,
    /// Only in these languages, each once.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub languages: BTreeSet<Language>,
    /// First and last year.
    pub years: Option<(i32, i32)>,
    /// How many books a page has.
    #[serde(default = "twenty")]
    pub limit: u32,
    /// The cursor of the page before.
    pub cursor: Option<String>,
    /// Null for books without a note, a text for books with this note, absent for both.
    pub note: Option<Option<String>>,
    /// The old name of `words`.
    #[schemars(extend("x-deprecated" = "words"))]
    pub title: Option<String>,
    /// Also looks inside scanned pages.
    #[experimental("book/search.fullText")]
    pub full_text: Option<FullText>,
    /// A name that is no identifier.
    #[serde(rename = "x-trace")]
    pub trace: Option<Value>,
}

fn twenty() -> u32 {
    20
}

/// How pages are read. Only an experimental member reaches it.
#[wire]
pub struct FullText {
    /// The least share of letters that must be right.
    pub confidence: f64,
}

/// One page of what was found.
#[wire]
pub struct BookSearchResponse {
    /// The books.
    pub books: Vec<Book>,
    /// Asks for the next page; null on the last.
    pub cursor: Option<String>,
    /// How many books there are on all pages, by language.
    pub counts: BTreeMap<String, u32>,
}

/// A book. The client leaves out what the catalogue fills in.
#[wire]
pub struct Book {
    /// Its place in the catalogue.
    pub id: Option<BookId>,
    /// What stands on the cover.
    pub title: String,
    /// What it is written in.
    #[serde(default)]
    pub language: Language,
    /// What it is made of.
    pub medium: Medium,
    /// How well it is kept.
    pub condition: Condition,
    /// Where it is.
    pub place: Place,
    /// Its parts.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// Whatever the publisher says.
    pub meta: Value,
}

/// What a book is written in; a word for each says enough.
#[wire]
#[derive(Default, Eq, PartialOrd, Ord)]
pub enum Language {
    #[default]
    English,
    German,
    OldNorse,
}

/// How well a book is kept.
#[wire(rename_all = "snake_case")]
pub enum Condition {
    /// As new.
    LikeNew,
    /// Nothing is missing.
    Read,
    /// By fire, water or mice.
    #[experimental("condition.damaged")]
    Damaged,
    /// Nobody knows.
    #[schemars(extend("x-deprecated" = "read"))]
    Unknown,
}

/// What a book is made of.
#[wire(tag = "type")]
pub enum Medium {
    /// Printed.
    Paper {
        /// How many pages there are.
        pages: u32,
        /// In grams.
        weight: Option<u16>,
    },
    /// Spoken.
    Audio(Recording),
    /// A row of pictures.
    #[schemars(extend("x-deprecated" = "paper"))]
    Film {
        /// How many pictures there are.
        pictures: u32,
    },
    /// Pages that a machine has read.
    #[experimental("medium.scan")]
    Scan {
        /// How good it is.
        quality: ScanQuality,
    },
    /// Gone.
    Lost,
}

/// A voice on a carrier: the members of one variant, which has them as its own.
#[wire]
pub struct Recording {
    /// In seconds.
    pub duration: f64,
    /// Who reads; in order of appearance.
    pub voices: Vec<String>,
}

/// How good a scan is. Only experimental parts reach it.
#[wire]
pub enum ScanQuality {
    Draft,
    Print,
}

/// Where a book is.
#[wire]
pub enum Place {
    /// With a reader.
    OnLoan,
    /// In the cellar.
    #[experimental("place.cellar")]
    Cellar,
    /// On a shelf.
    Shelf {
        /// Counted from the door.
        row: u32,
        /// Counted from the floor.
        board: Option<u32>,
    },
    /// Wherever this says.
    Elsewhere(String),
}

/// A part of a book, which has parts.
#[wire]
pub struct Part {
    /// What stands over it.
    pub heading: String,
    /// What it consists of.
    pub parts: Vec<Part>,
}

/// A book that the catalogue does not have yet.
#[wire]
pub struct BookAddParams {
    /// The book.
    pub book: Book,
}

/// The book as the catalogue has it.
#[wire]
pub struct BookAddResponse {
    /// The book.
    pub book: Book,
    /// The first of its name was found under another.
    pub instead_of: Option<Box<BookAddResponse>>,
}

/// Which book to scan.
#[wire]
pub struct BookScanParams {
    /// The book.
    pub book: BookId,
    /// How good the scan is to be.
    pub quality: Option<ScanQuality>,
}

/// A scan has begun.
#[wire]
pub struct BookScanResponse {}

/// How far a scan has come.
#[wire]
pub struct ScanProgressNotification {
    /// The book.
    pub book: BookId,
    /// From 0 to 1.
    pub progress: f32,
}

/// Nothing to say.
#[wire]
pub struct LeaveResponse {}

/// Which loan it is about.
#[wire]
pub struct LoanRenewParams {
    /// The book.
    pub book: BookId,
    /// Until when it can be kept, in seconds since 1970.
    pub until: i64,
    /// What the desk adds.
    #[serde(flatten)]
    pub remarks: BTreeMap<String, Option<String>>,
}

/// What the reader says.
#[wire]
pub struct LoanRenewResponse {
    /// Whether to keep the book.
    pub renew: bool,
}

/// A book that is to be brought back.
#[wire(omit_none)]
pub struct LoanDueNotification {
    /// The book.
    pub book: BookId,
    /// Where to bring it.
    pub place: Option<Place>,
}
