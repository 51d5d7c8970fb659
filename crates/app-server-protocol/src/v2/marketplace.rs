//! Marketplaces: the catalogues that plugins come from, most of them Git repositories.

use crate::v2::AbsolutePathBuf;
use methodic::wire;

/// Adds a marketplace to those that the user has.
#[wire(omit_none)]
#[derive(Eq)]
pub struct MarketplaceAddParams {
    /// Where the marketplace is: the address of a Git repository, `owner/repository` on GitHub, or a local folder.
    pub source: String,
    /// The branch, tag or commit to take. Absent or null means the repository's default branch.
    pub ref_name: Option<String>,
    /// The paths in the repository to fetch, when not all of it is needed. Absent or null means all.
    pub sparse_paths: Option<Vec<String>>,
}

/// The marketplace that was added.
#[wire]
#[derive(Eq)]
pub struct MarketplaceAddResponse {
    /// The name that the marketplace gives itself; other methods ask for it.
    pub marketplace_name: String,
    /// The folder on the server's machine that holds the marketplace.
    pub installed_root: AbsolutePathBuf,
    /// Whether the user had it already, so that nothing was changed.
    pub already_added: bool,
}

/// Takes a marketplace away from those that the user has.
#[wire]
#[derive(Eq)]
pub struct MarketplaceRemoveParams {
    /// Name of the marketplace.
    pub marketplace_name: String,
}

/// The marketplace that was taken away.
#[wire]
#[derive(Eq)]
pub struct MarketplaceRemoveResponse {
    /// Name of the marketplace.
    pub marketplace_name: String,
    /// The folder that held it and was deleted. Null when there was none to delete.
    pub installed_root: Option<AbsolutePathBuf>,
}

/// Fetches the present state of marketplaces that come from Git repositories.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct MarketplaceUpgradeParams {
    /// Name of the marketplace. Absent or null means all of them.
    pub marketplace_name: Option<String>,
}

/// What was fetched and what could not be. The request succeeds even when some marketplaces fail.
#[wire]
#[derive(Eq)]
pub struct MarketplaceUpgradeResponse {
    /// Names of the marketplaces that were looked at.
    pub selected_marketplaces: Vec<String>,
    /// The folders of those that have changed.
    pub upgraded_roots: Vec<AbsolutePathBuf>,
    /// The marketplaces that could not be fetched.
    pub errors: Vec<MarketplaceUpgradeErrorInfo>,
}

/// A marketplace whose present state could not be fetched; it stays as it was.
#[wire]
#[derive(Eq)]
pub struct MarketplaceUpgradeErrorInfo {
    /// Name of the marketplace.
    pub marketplace_name: String,
    /// Why it could not be fetched, in words.
    pub message: String,
}

/// A marketplace that could not be read.
#[wire]
#[derive(Eq)]
pub struct MarketplaceLoadErrorInfo {
    /// The file that describes the marketplace.
    pub marketplace_path: AbsolutePathBuf,
    /// What is wrong with it, in words.
    pub message: String,
}

/// How to show a marketplace to people.
#[wire]
#[derive(Default, Eq)]
pub struct MarketplaceInterface {
    /// The name to show. Null means the marketplace's own name.
    pub display_name: Option<String>,
}
