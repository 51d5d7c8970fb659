//! Skills: that instructions from a file were followed.

use app_server_protocol::v2::SkillScope;
use methodic::wire;

use super::InvokeType;

/// The circumstances in which a skill was invoked.
#[wire(rename_all = "snake_case", explicit_null)]
#[derive(Default, Eq)]
pub struct SkillInvocationParams {
    /// The product that the client belongs to, as the backend knows it.
    pub product_client_id: Option<String>,
    /// On whose behalf the skill is there.
    pub skill_scope: Option<SkillScope>,
    /// The repository that the skill comes from.
    pub repo_url: Option<String>,
    /// The thread in which it was invoked.
    pub thread_id: Option<String>,
    /// Whether the user named it.
    pub invoke_type: Option<InvokeType>,
    /// The model that was at work.
    pub model_slug: Option<String>,
}
