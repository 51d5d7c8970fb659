//! Reading and changing the configuration. It is made of layers, and each layer takes precedence over those below it.

use crate::v2::{AbsolutePathBuf, Config};
use methodic::wire;
use serde_json::Value;
use std::collections::BTreeMap;

/// Asks for the settings that hold.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ConfigReadParams {
    /// Whether to list the layers too.
    #[serde(default)]
    pub include_layers: bool,
    /// The folder for which the settings shall hold; its project may have a layer of its own. Absent or null means
    /// the server's own working folder.
    pub cwd: Option<String>,
}

/// The settings that hold, and where they come from.
#[wire]
#[derive(Eq)]
pub struct ConfigReadResponse {
    /// The settings, all layers taken together.
    pub config: Config,
    /// The layer that each setting comes from, by its path: the names from the root down, joined by dots.
    pub origins: BTreeMap<String, ConfigLayerMetadata>,
    /// The layers, the one with the highest precedence first. Null unless the request asked for them.
    pub layers: Option<Vec<ConfigLayer>>,
}

/// Which layer it is, and in which state.
#[wire]
#[derive(Eq)]
pub struct ConfigLayerMetadata {
    /// Where the layer comes from.
    pub name: ConfigLayerSource,
    /// A mark that changes whenever the layer does. It says nothing about the order of changes.
    pub version: String,
}

/// A layer of the configuration.
#[wire]
#[derive(Eq)]
pub struct ConfigLayer {
    /// Where the layer comes from.
    pub name: ConfigLayerSource,
    /// A mark that changes whenever the layer does. It says nothing about the order of changes.
    pub version: String,
    /// What the layer says, with the names of the configuration file.
    pub config: Value,
    /// Why the layer does not count. Null when it counts.
    pub disabled_reason: Option<String>,
}

/// Where a layer of the configuration comes from.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum ConfigLayerSource {
    /// From the management of the device, as on a Mac that belongs to a company.
    Mdm {
        /// The domain of preferences.
        domain: String,
        /// The key within it.
        key: String,
    },
    /// From the file for all users of the machine.
    System {
        /// The file; it need not exist.
        file: AbsolutePathBuf,
    },
    /// From the user's own file.
    User {
        /// The file; it need not exist.
        file: AbsolutePathBuf,
    },
    /// From a project that the user works in.
    Project {
        /// The project's folder `.codex`, in which the file is.
        dot_codex_folder: AbsolutePathBuf,
    },
    /// From what was said when the server was started or when the thread was.
    SessionFlags,
    /// From a file of the administrator, of the kind that came before requirements.
    LegacyManagedConfigTomlFromFile {
        /// The file.
        file: AbsolutePathBuf,
    },
    /// From the management of the device, of the kind that came before requirements.
    LegacyManagedConfigTomlFromMdm,
}

/// Changes one setting in a configuration file.
#[wire(omit_none)]
#[derive(Eq)]
pub struct ConfigValueWriteParams {
    /// The setting: the names from the root down, joined by dots.
    pub key_path: String,
    /// The new value. Null takes the setting out of the file.
    pub value: Value,
    /// What happens to what is there already.
    pub merge_strategy: MergeStrategy,
    /// The file to change. Absent or null means the user's own.
    pub file_path: Option<String>,
    /// The version that the client has read. When the file has another one by now, the request fails and changes
    /// nothing. Absent or null changes the file in any case.
    pub expected_version: Option<String>,
}

/// Changes several settings in a configuration file: all of them, or none when one is not possible.
#[wire(omit_none)]
#[derive(Eq)]
pub struct ConfigBatchWriteParams {
    /// The changes, made in this order.
    pub edits: Vec<ConfigEdit>,
    /// The file to change. Absent or null means the user's own.
    pub file_path: Option<String>,
    /// The version that the client has read. When the file has another one by now, the request fails and changes
    /// nothing. Absent or null changes the file in any case.
    pub expected_version: Option<String>,
    /// Whether threads that are in memory take the new settings too. Absent means no: only new threads do.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reload_user_config: bool,
}

/// A change of one setting.
#[wire]
#[derive(Eq)]
pub struct ConfigEdit {
    /// The setting: the names from the root down, joined by dots.
    pub key_path: String,
    /// The new value. Null takes the setting out of the file.
    pub value: Value,
    /// What happens to what is there already.
    pub merge_strategy: MergeStrategy,
}

/// What happens to what a setting contains when it gets a new value.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum MergeStrategy {
    /// It goes, and the new value takes its place.
    Replace,
    /// A table keeps the entries that the new value does not name; anything else goes.
    Upsert,
}

/// What the file looks like after the change.
#[wire]
#[derive(Eq)]
pub struct ConfigWriteResponse {
    /// Whether the new value holds.
    pub status: WriteStatus,
    /// The version of the file after the change.
    pub version: String,
    /// The file that was changed, in its canonical form.
    pub file_path: AbsolutePathBuf,
    /// What holds in place of the new value. Null when the new value holds.
    pub overridden_metadata: Option<OverriddenMetadata>,
}

/// Whether a value that was written holds.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum WriteStatus {
    /// It does.
    Ok,
    /// It was written, but another layer says something else and takes precedence.
    OkOverridden,
}

/// What holds in place of a value that was written.
#[wire]
#[derive(Eq)]
pub struct OverriddenMetadata {
    /// What to tell the user.
    pub message: String,
    /// The layer that takes precedence.
    pub overriding_layer: ConfigLayerMetadata,
    /// The value that holds.
    pub effective_value: Value,
}

/// Nothing but the fact that the MCP servers' settings were read again.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct McpServerRefreshResponse {}
