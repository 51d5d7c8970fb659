//! The event of a turn, once all that it needs is known.

use super::Reducer;
use super::threads::Origin;
use super::turns::{Tools, TurnKey};
use crate::events::{Event, TurnParams};

impl Reducer {
    /// The event of a turn whose request, settings and end are known; and whose thread and client are.
    pub(super) fn turn_event(&self, key: &TurnKey) -> Option<Event> {
        let turn = self.turns.get(key)?;
        let (connection, images) = turn.asked?;
        let config = turn.config.as_deref()?;
        let seen = turn.told()?;
        let end = seen.end.as_ref()?;
        let client = self.client(connection)?;
        let thread = self.threads.seen_by(&key.0, connection)?;
        let Origin { source, subagent, parent } = thread.origin.clone();
        let Tools { shell, file, mcp, dynamic, subagent: subagents, web, image } = seen.tools;
        let tokens = turn.tokens;
        Some(Event::Turn {
            event_params: TurnParams {
                thread_id: key.0.clone(),
                turn_id: key.1.clone(),
                submission_type: config.submission_type,
                app_server_client: client.clone(),
                runtime: self.runtime.clone(),
                ephemeral: config.ephemeral,
                thread_source: source,
                initialization_mode: thread.mode,
                subagent_source: subagent,
                parent_thread_id: parent,
                model: config.model.clone(),
                model_provider: config.model_provider.clone(),
                sandbox_policy: config.sandbox_policy.as_ref().map(Into::into),
                reasoning_effort: config.reasoning_effort,
                reasoning_summary: config.reasoning_summary,
                service_tier: config.service_tier.into(),
                approval_policy: config.approval_policy.into(),
                approvals_reviewer: config.approvals_reviewer,
                sandbox_network_access: config.sandbox_network_access,
                collaboration_mode: config.collaboration_mode,
                personality: config.personality,
                num_input_images: images,
                is_first_turn: config.is_first_turn,
                status: end.status,
                turn_error: end.error,
                steer_count: Some(turn.steers),
                total_tool_call_count: Some(seen.tools.total()),
                shell_command_count: Some(shell),
                file_change_count: Some(file),
                mcp_tool_call_count: Some(mcp),
                dynamic_tool_call_count: Some(dynamic),
                subagent_tool_call_count: Some(subagents),
                web_search_count: Some(web),
                image_generation_count: Some(image),
                input_tokens: tokens.map(|tokens| tokens.input_tokens),
                cached_input_tokens: tokens.map(|tokens| tokens.cached_input_tokens),
                output_tokens: tokens.map(|tokens| tokens.output_tokens),
                reasoning_output_tokens: tokens.map(|tokens| tokens.reasoning_output_tokens),
                total_tokens: tokens.map(|tokens| tokens.total_tokens),
                duration_ms: end.duration_ms,
                started_at: end.started_at.or(seen.started_at),
                completed_at: end.completed_at,
            },
        })
    }
}
