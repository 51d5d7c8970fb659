//! The events, as the backend takes them: one file a family, and here the table of all.

mod app;
mod banner;
mod common;
mod compaction;
mod guardian;
mod hook;
mod plugin;
mod skill;
mod steer;
mod thread;
mod turn;

pub use app::*;
pub use banner::*;
pub use common::*;
pub use compaction::*;
pub use guardian::*;
pub use hook::*;
pub use plugin::*;
pub use skill::*;
pub use steer::*;
pub use thread::*;
pub use turn::*;

use methodic::wire;

/// From the table to the union of all events, and back to their names.
macro_rules! events {
    ($(
        $(#[doc = $doc:literal])*
        $Event:ident => $name:literal { $($(#[doc = $what:literal])* $member:ident: $Type:ty),* $(,)? }
    )*) => {
        /// One event.
        #[wire(tag = "event_type", rename_all_fields = "snake_case")]
        #[derive(Eq)]
        #[allow(clippy::large_enum_variant)]
        pub enum Event {
            $(
                $(#[doc = $doc])*
                #[serde(rename = $name)]
                $Event { $($(#[doc = $what])* $member: $Type),* },
            )*
        }

        impl Event {
            /// The names of all kinds of events, in the order of the table.
            pub const TYPES: &'static [&'static str] = &[$($name),*];

            /// The name of its kind, as the backend knows it.
            pub fn event_type(&self) -> &'static str {
                match self {
                    $(Self::$Event { .. } => $name,)*
                }
            }
        }
    };
}

events! {
    /// A user saw a banner that says that a usage limit is reached.
    UsageLimitBannerShown => "codex_usage_limit_banner_shown" {
        /// Which banner it was.
        event_params: UsageLimitBannerParams,
    }
    /// A user clicked the button of such a banner.
    UsageLimitBannerCtaClicked => "codex_usage_limit_banner_cta_clicked" {
        /// Which banner it was.
        event_params: UsageLimitBannerParams,
    }
    /// A thread was begun, copied or taken up again.
    ThreadInitialized => "codex_thread_initialized" {
        /// Which thread, and for whom.
        event_params: ThreadInitializedParams,
    }
    /// A turn has ended; told once of each.
    Turn => "codex_turn_event" {
        /// What was asked for, how it ran and how it ended.
        event_params: TurnParams,
    }
    /// A user added to a running turn, or tried to.
    TurnSteer => "codex_turn_steer_event" {
        /// To which turn, and what became of it.
        event_params: TurnSteerParams,
    }
    /// A conversation was compacted, or could not be.
    Compaction => "codex_compaction_event" {
        /// Why, how and with which success.
        event_params: CompactionParams,
    }
    /// A second agent has decided whether the first one may act.
    GuardianReview => "codex_guardian_review" {
        /// What was reviewed and how it was decided.
        event_params: GuardianReviewParams,
    }
    /// A hook has run.
    HookRun => "codex_hook_run" {
        /// Which hook, and how it ended.
        event_params: HookRunParams,
    }
    /// A skill was invoked.
    SkillInvocation => "skill_invocation" {
        /// Identifier of the skill.
        skill_id: String,
        /// The skill's name.
        skill_name: String,
        /// The circumstances.
        event_params: SkillInvocationParams,
    }
    /// A user mentioned an app.
    AppMentioned => "codex_app_mentioned" {
        /// Which app, and where.
        event_params: AppParams,
    }
    /// The agent used an app; told once a turn and connector.
    AppUsed => "codex_app_used" {
        /// Which app, and where.
        event_params: AppParams,
    }
    /// A plugin was installed.
    PluginInstalled => "codex_plugin_installed" {
        /// Which plugin.
        event_params: PluginParams,
    }
    /// A plugin was removed.
    PluginUninstalled => "codex_plugin_uninstalled" {
        /// Which plugin.
        event_params: PluginParams,
    }
    /// A plugin was switched on.
    PluginEnabled => "codex_plugin_enabled" {
        /// Which plugin.
        event_params: PluginParams,
    }
    /// A plugin was switched off.
    PluginDisabled => "codex_plugin_disabled" {
        /// Which plugin.
        event_params: PluginParams,
    }
    /// The agent used a plugin; told once a turn and plugin.
    PluginUsed => "codex_plugin_used" {
        /// Which plugin, and where.
        event_params: PluginUsedParams,
    }
}

/// What is posted to the backend at once.
#[wire(rename_all = "snake_case")]
#[derive(Default, Eq)]
pub struct EventBatch {
    /// The events, the oldest first.
    pub events: Vec<Event>,
}
