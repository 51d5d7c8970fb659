//! Skills: instructions in files that the agent reads when a piece of work asks for them, and the switch of each.

use crate::v2::AbsolutePathBuf;
use methodic::wire;

/// Asks for the skills that the agent would find in some folders.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct SkillsListParams {
    /// The folders to look from. Empty means the server's own working folder.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cwds: Vec<String>,
    /// Whether to read the files again even when the server remembers what they say. Absent means no.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub force_reload: bool,
    /// Further places to look for skills of the scope `user`, for some of the folders.
    pub per_cwd_extra_user_roots: Option<Vec<SkillsListExtraRootsForCwd>>,
}

/// Further places to look for skills when the agent works in a certain folder.
#[wire]
#[derive(Eq)]
pub struct SkillsListExtraRootsForCwd {
    /// The folder to work in; one of `cwds`.
    pub cwd: String,
    /// The places, as absolute paths; what is found there has the scope `user`.
    pub extra_user_roots: Vec<String>,
}

/// The skills, folder by folder.
#[wire]
#[derive(Eq)]
pub struct SkillsListResponse {
    /// One entry for each folder asked about.
    pub data: Vec<SkillsListEntry>,
}

/// The skills that the agent finds when it works in a certain folder.
#[wire]
#[derive(Eq)]
pub struct SkillsListEntry {
    /// The folder.
    pub cwd: String,
    /// The skills, those that are switched off included.
    pub skills: Vec<SkillMetadata>,
    /// The files that look like skills and could not be read as such.
    pub errors: Vec<SkillErrorInfo>,
}

/// A skill as the server knows it.
#[wire]
#[derive(Eq)]
pub struct SkillMetadata {
    /// The name by which the user and the agent call it.
    pub name: String,
    /// What the skill is for and when to use it, written for the model.
    pub description: String,
    /// The same in short, from the old place for it. Where `interface` has a short description, show that instead.
    pub short_description: Option<String>,
    /// How to show the skill to people. Null when it says nothing about that.
    pub interface: Option<SkillInterface>,
    /// What the skill needs in order to work. Null when it needs nothing.
    pub dependencies: Option<SkillDependencies>,
    /// The file with the skill's instructions.
    pub path: AbsolutePathBuf,
    /// On whose behalf the skill is there.
    pub scope: SkillScope,
    /// Whether the agent may use the skill.
    pub enabled: bool,
}

/// How to show a skill to people.
#[wire]
#[derive(Default, Eq)]
pub struct SkillInterface {
    /// The name to show. Null means the skill's own name.
    pub display_name: Option<String>,
    /// One line about the skill.
    pub short_description: Option<String>,
    /// A picture for narrow places, as a file on the server's machine.
    pub icon_small: Option<AbsolutePathBuf>,
    /// A picture for wide places, as a file on the server's machine.
    pub icon_large: Option<AbsolutePathBuf>,
    /// A colour to go with the skill, such as `#1f6feb`.
    pub brand_color: Option<String>,
    /// A message to offer to the user as a beginning.
    pub default_prompt: Option<String>,
}

/// What a skill needs in order to work.
#[wire]
#[derive(Default, Eq)]
pub struct SkillDependencies {
    /// The tools that it uses.
    pub tools: Vec<SkillToolDependency>,
}

/// One tool that a skill uses.
#[wire]
#[derive(Eq)]
pub struct SkillToolDependency {
    /// The kind of tool, such as `mcp` for an MCP server.
    #[serde(rename = "type")]
    pub kind: String,
    /// Which tool of that kind; for an MCP server its name.
    pub value: String,
    /// What the skill uses the tool for.
    pub description: Option<String>,
    /// How the tool is reached, such as `streamable_http` or `stdio`. Null leaves it to the server.
    pub transport: Option<String>,
    /// The command that starts the tool, where it is a program.
    pub command: Option<String>,
    /// The address of the tool, where it is reached over the network.
    pub url: Option<String>,
}

/// On whose behalf a skill is there.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum SkillScope {
    /// The user's, in all folders.
    User,
    /// The repository's, for everybody who works in it.
    Repo,
    /// The agent's own; it comes with the server.
    System,
    /// The administrator's, for all users of the machine.
    Admin,
}

/// A file that looks like a skill and could not be read as such.
#[wire]
#[derive(Eq)]
pub struct SkillErrorInfo {
    /// Path of the file.
    pub path: String,
    /// What is wrong with it, in words.
    pub message: String,
}

/// Says that skills may have changed; `skills/list` tells what there is now.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct SkillsChangedNotification {}

/// Switches a skill on or off. Exactly one of `path` and `name` says which.
#[wire(omit_none)]
#[derive(Eq)]
pub struct SkillsConfigWriteParams {
    /// The skill by its file.
    pub path: Option<AbsolutePathBuf>,
    /// The skill by its name.
    pub name: Option<String>,
    /// Whether the agent may use it.
    pub enabled: bool,
}

/// Whether the skill is on now.
#[wire]
#[derive(Copy, Eq)]
pub struct SkillsConfigWriteResponse {
    /// Whether the agent may use the skill, all settings taken together.
    pub effective_enabled: bool,
}
