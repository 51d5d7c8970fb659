//! Apps: services outside of the machine, such as a calendar, that the agent reaches through the user's account.

use methodic::wire;
use std::collections::BTreeMap;

/// Asks which apps there are, page by page.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct AppsListParams {
    /// The `nextCursor` of the page before. Absent or null asks for the first page.
    pub cursor: Option<String>,
    /// How many apps a page may hold. Absent or null leaves it to the server.
    pub limit: Option<u32>,
    /// A thread whose configuration decides which apps are on. Absent or null means the server's configuration.
    pub thread_id: Option<String>,
    /// Whether to ask the service that lists the apps even when the server remembers its answer. Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub force_refetch: bool,
}

/// A page of the list of apps.
#[wire]
#[derive(Eq)]
pub struct AppsListResponse {
    /// The apps of this page.
    pub data: Vec<AppInfo>,
    /// What to send as `cursor` for the next page. Null when this is the last one.
    pub next_cursor: Option<String>,
}

/// Brings the whole list of apps after it has changed.
#[wire]
#[derive(Eq)]
pub struct AppListUpdatedNotification {
    /// All apps as they are now.
    pub data: Vec<AppInfo>,
}

/// An app, with all that is known about it.
#[wire]
#[derive(Eq)]
pub struct AppInfo {
    /// Identifier of the app.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// What the app is for, in a few words.
    pub description: Option<String>,
    /// Address of the app's logo.
    pub logo_url: Option<String>,
    /// Address of the logo for dark backgrounds. Null means that the same one serves for both.
    pub logo_url_dark: Option<String>,
    /// Through which channel the app is given out. Null when that is not known.
    pub distribution_channel: Option<String>,
    /// Who makes the app and on which terms.
    pub branding: Option<AppBranding>,
    /// What the app's entry in the directory says about it.
    pub app_metadata: Option<AppMetadata>,
    /// Labels to sort apps by, as names and values.
    pub labels: Option<BTreeMap<String, String>>,
    /// Address of the page on which the user connects the app. Null when there is none.
    pub install_url: Option<String>,
    /// Whether the user has connected the app, so that the agent can reach it.
    #[serde(default)]
    pub is_accessible: bool,
    /// Whether the configuration allows the agent to use the app. Independent of `isAccessible`.
    #[serde(default = "yes")]
    pub is_enabled: bool,
    /// Names of the plugins that use the app, as they are shown to people.
    #[serde(default)]
    pub plugin_display_names: Vec<String>,
}

fn yes() -> bool {
    true
}

/// Who makes an app and on which terms.
#[wire]
#[derive(Eq)]
pub struct AppBranding {
    /// The group to list the app in.
    pub category: Option<String>,
    /// Who makes the app.
    pub developer: Option<String>,
    /// Address of the app's website.
    pub website: Option<String>,
    /// Address of what its maker says about the user's data.
    pub privacy_policy: Option<String>,
    /// Address of the terms under which it may be used.
    pub terms_of_service: Option<String>,
    /// Whether the app may be offered to users who did not ask for it by name.
    pub is_discoverable_app: bool,
}

/// What an app's entry in the directory says about it.
#[wire]
#[derive(Default, Eq)]
pub struct AppMetadata {
    /// How far the directory's review of the app has come.
    pub review: Option<AppReview>,
    /// The groups that the app belongs to.
    pub categories: Option<Vec<String>>,
    /// The finer groups that the app belongs to.
    pub sub_categories: Option<Vec<String>>,
    /// A description for search engines.
    pub seo_description: Option<String>,
    /// Pictures of the app at work.
    pub screenshots: Option<Vec<AppScreenshot>>,
    /// Who makes the app.
    pub developer: Option<String>,
    /// The version, as its maker numbers it.
    pub version: Option<String>,
    /// Identifier of the version.
    pub version_id: Option<String>,
    /// What is new in the version.
    pub version_notes: Option<String>,
    /// The kind of app, where it is made by those who make the agent. Null for the apps of others.
    pub first_party_type: Option<String>,
    /// Whether such an app has to be connected by the user like any other.
    pub first_party_requires_install: Option<bool>,
    /// Whether to offer the app where messages are written although the user has not connected it.
    pub show_in_composer_when_unlinked: Option<bool>,
}

/// How far the directory's review of an app has come.
#[wire]
#[derive(Eq)]
pub struct AppReview {
    /// The state of the review, in the directory's own words.
    pub status: String,
}

/// A picture of an app at work.
#[wire]
#[derive(Eq)]
pub struct AppScreenshot {
    /// Address of the picture. Null when only `fileId` tells where it is.
    pub url: Option<String>,
    /// Identifier of the picture in the directory's store of files.
    pub file_id: Option<String>,
    /// The user's message that led to what the picture shows.
    pub user_prompt: String,
}

/// An app as the plugin that uses it shows it.
#[wire]
#[derive(Eq)]
pub struct AppSummary {
    /// Identifier of the app.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// What the app is for, in a few words.
    pub description: Option<String>,
    /// Address of the page on which the user connects the app. Null when there is none.
    pub install_url: Option<String>,
    /// Whether the user has to sign in to the app before it works.
    pub needs_auth: bool,
}
