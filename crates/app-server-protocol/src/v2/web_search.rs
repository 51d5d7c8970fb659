//! What the agent does on the web.

use methodic::wire;

/// One step of a search on the web.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum WebSearchAction {
    /// Asks a search engine.
    Search {
        /// What is asked. Null when `queries` says it, or when it is not known.
        query: Option<String>,
        /// What is asked when it is more than one question at once.
        queries: Option<Vec<String>>,
    },
    /// Opens a page.
    OpenPage {
        /// Address of the page. Null when it is not known.
        url: Option<String>,
    },
    /// Looks for a text on a page.
    FindInPage {
        /// Address of the page. Null when it is not known.
        url: Option<String>,
        /// The text looked for. Null when it is not known.
        pattern: Option<String>,
    },
    /// Something that this version of the server has no word for.
    Other,
}
