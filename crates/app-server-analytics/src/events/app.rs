//! Apps: that a service outside of the machine was mentioned, or used.

use methodic::wire;

use super::InvokeType;

/// An app, and where it was mentioned or used.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Default, Eq)]
pub struct AppParams {
    /// Identifier of the app's connection with the user's account.
    pub connector_id: Option<String>,
    /// The thread in which it happened.
    pub thread_id: Option<String>,
    /// The turn in which it happened.
    pub turn_id: Option<String>,
    /// The app's name.
    pub app_name: Option<String>,
    /// The product that the client belongs to, as the backend knows it.
    pub product_client_id: Option<String>,
    /// Whether the user named it.
    pub invoke_type: Option<InvokeType>,
    /// The model that was at work.
    pub model_slug: Option<String>,
}
