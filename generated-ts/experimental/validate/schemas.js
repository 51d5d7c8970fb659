// Validation of AppServerProtocol, generated from its Rust declaration. Do not edit.
// A schema for every payload of every method. Each is a Standard Schema, and is dropped by bundlers if unused.
import { absent, schema } from "../../runtime/checks.js";
import * as types from "./types.js";

export const initializeParams = /* @__PURE__ */ schema(types.InitializeParams, "outgoing");
export const initializeResult = /* @__PURE__ */ schema(types.InitializeResponse, "incoming");
export const threadStartParams = /* @__PURE__ */ schema(types.ThreadStartParams, "outgoing");
export const threadStartResult = /* @__PURE__ */ schema(types.ThreadStartResponse, "incoming");
export const threadResumeParams = /* @__PURE__ */ schema(types.ThreadResumeParams, "outgoing");
export const threadResumeResult = /* @__PURE__ */ schema(types.ThreadResumeResponse, "incoming");
export const threadForkParams = /* @__PURE__ */ schema(types.ThreadForkParams, "outgoing");
export const threadForkResult = /* @__PURE__ */ schema(types.ThreadForkResponse, "incoming");
export const threadUnsubscribeParams = /* @__PURE__ */ schema(types.ThreadUnsubscribeParams, "outgoing");
export const threadUnsubscribeResult = /* @__PURE__ */ schema(types.ThreadUnsubscribeResponse, "incoming");
export const threadArchiveParams = /* @__PURE__ */ schema(types.ThreadArchiveParams, "outgoing");
export const threadArchiveResult = /* @__PURE__ */ schema(types.ThreadArchiveResponse, "incoming");
export const threadUnarchiveParams = /* @__PURE__ */ schema(types.ThreadUnarchiveParams, "outgoing");
export const threadUnarchiveResult = /* @__PURE__ */ schema(types.ThreadUnarchiveResponse, "incoming");
export const threadListParams = /* @__PURE__ */ schema(types.ThreadListParams, "outgoing");
export const threadListResult = /* @__PURE__ */ schema(types.ThreadListResponse, "incoming");
export const threadLoadedListParams = /* @__PURE__ */ schema(types.ThreadLoadedListParams, "outgoing");
export const threadLoadedListResult = /* @__PURE__ */ schema(types.ThreadLoadedListResponse, "incoming");
export const threadReadParams = /* @__PURE__ */ schema(types.ThreadReadParams, "outgoing");
export const threadReadResult = /* @__PURE__ */ schema(types.ThreadReadResponse, "incoming");
export const threadTurnsListParams = /* @__PURE__ */ schema(types.ThreadTurnsListParams, "outgoing");
export const threadTurnsListResult = /* @__PURE__ */ schema(types.ThreadTurnsListResponse, "incoming");
export const threadNameSetParams = /* @__PURE__ */ schema(types.ThreadSetNameParams, "outgoing");
export const threadNameSetResult = /* @__PURE__ */ schema(types.ThreadSetNameResponse, "incoming");
export const threadMetadataUpdateParams = /* @__PURE__ */ schema(types.ThreadMetadataUpdateParams, "outgoing");
export const threadMetadataUpdateResult = /* @__PURE__ */ schema(types.ThreadMetadataUpdateResponse, "incoming");
export const threadRollbackParams = /* @__PURE__ */ schema(types.ThreadRollbackParams, "outgoing");
export const threadRollbackResult = /* @__PURE__ */ schema(types.ThreadRollbackResponse, "incoming");
export const threadCompactStartParams = /* @__PURE__ */ schema(types.ThreadCompactStartParams, "outgoing");
export const threadCompactStartResult = /* @__PURE__ */ schema(types.ThreadCompactStartResponse, "incoming");
export const threadInjectItemsParams = /* @__PURE__ */ schema(types.ThreadInjectItemsParams, "outgoing");
export const threadInjectItemsResult = /* @__PURE__ */ schema(types.ThreadInjectItemsResponse, "incoming");
export const threadShellCommandParams = /* @__PURE__ */ schema(types.ThreadShellCommandParams, "outgoing");
export const threadShellCommandResult = /* @__PURE__ */ schema(types.ThreadShellCommandResponse, "incoming");
export const threadBackgroundTerminalsCleanParams =
  /* @__PURE__ */ schema(types.ThreadBackgroundTerminalsCleanParams, "outgoing");
export const threadBackgroundTerminalsCleanResult =
  /* @__PURE__ */ schema(types.ThreadBackgroundTerminalsCleanResponse, "incoming");
export const threadApproveGuardianDeniedActionParams =
  /* @__PURE__ */ schema(types.ThreadApproveGuardianDeniedActionParams, "outgoing");
export const threadApproveGuardianDeniedActionResult =
  /* @__PURE__ */ schema(types.ThreadApproveGuardianDeniedActionResponse, "incoming");
export const threadIncrementElicitationParams =
  /* @__PURE__ */ schema(types.ThreadIncrementElicitationParams, "outgoing");
export const threadIncrementElicitationResult =
  /* @__PURE__ */ schema(types.ThreadIncrementElicitationResponse, "incoming");
export const threadDecrementElicitationParams =
  /* @__PURE__ */ schema(types.ThreadDecrementElicitationParams, "outgoing");
export const threadDecrementElicitationResult =
  /* @__PURE__ */ schema(types.ThreadDecrementElicitationResponse, "incoming");
export const threadGoalSetParams = /* @__PURE__ */ schema(types.ThreadGoalSetParams, "outgoing");
export const threadGoalSetResult = /* @__PURE__ */ schema(types.ThreadGoalSetResponse, "incoming");
export const threadGoalGetParams = /* @__PURE__ */ schema(types.ThreadGoalGetParams, "outgoing");
export const threadGoalGetResult = /* @__PURE__ */ schema(types.ThreadGoalGetResponse, "incoming");
export const threadGoalClearParams = /* @__PURE__ */ schema(types.ThreadGoalClearParams, "outgoing");
export const threadGoalClearResult = /* @__PURE__ */ schema(types.ThreadGoalClearResponse, "incoming");
export const threadMemoryModeSetParams = /* @__PURE__ */ schema(types.ThreadMemoryModeSetParams, "outgoing");
export const threadMemoryModeSetResult = /* @__PURE__ */ schema(types.ThreadMemoryModeSetResponse, "incoming");
export const memoryResetParams = /* @__PURE__ */ schema(absent, "outgoing");
export const memoryResetResult = /* @__PURE__ */ schema(types.MemoryResetResponse, "incoming");
export const turnStartParams = /* @__PURE__ */ schema(types.TurnStartParams, "outgoing");
export const turnStartResult = /* @__PURE__ */ schema(types.TurnStartResponse, "incoming");
export const turnSteerParams = /* @__PURE__ */ schema(types.TurnSteerParams, "outgoing");
export const turnSteerResult = /* @__PURE__ */ schema(types.TurnSteerResponse, "incoming");
export const turnInterruptParams = /* @__PURE__ */ schema(types.TurnInterruptParams, "outgoing");
export const turnInterruptResult = /* @__PURE__ */ schema(types.TurnInterruptResponse, "incoming");
export const reviewStartParams = /* @__PURE__ */ schema(types.ReviewStartParams, "outgoing");
export const reviewStartResult = /* @__PURE__ */ schema(types.ReviewStartResponse, "incoming");
export const threadRealtimeStartParams = /* @__PURE__ */ schema(types.ThreadRealtimeStartParams, "outgoing");
export const threadRealtimeStartResult = /* @__PURE__ */ schema(types.ThreadRealtimeStartResponse, "incoming");
export const threadRealtimeAppendAudioParams =
  /* @__PURE__ */ schema(types.ThreadRealtimeAppendAudioParams, "outgoing");
export const threadRealtimeAppendAudioResult =
  /* @__PURE__ */ schema(types.ThreadRealtimeAppendAudioResponse, "incoming");
export const threadRealtimeAppendTextParams = /* @__PURE__ */ schema(types.ThreadRealtimeAppendTextParams, "outgoing");
export const threadRealtimeAppendTextResult =
  /* @__PURE__ */ schema(types.ThreadRealtimeAppendTextResponse, "incoming");
export const threadRealtimeStopParams = /* @__PURE__ */ schema(types.ThreadRealtimeStopParams, "outgoing");
export const threadRealtimeStopResult = /* @__PURE__ */ schema(types.ThreadRealtimeStopResponse, "incoming");
export const threadRealtimeListVoicesParams = /* @__PURE__ */ schema(types.ThreadRealtimeListVoicesParams, "outgoing");
export const threadRealtimeListVoicesResult =
  /* @__PURE__ */ schema(types.ThreadRealtimeListVoicesResponse, "incoming");
export const accountReadParams = /* @__PURE__ */ schema(types.GetAccountParams, "outgoing");
export const accountReadResult = /* @__PURE__ */ schema(types.GetAccountResponse, "incoming");
export const accountLoginStartParams = /* @__PURE__ */ schema(types.LoginAccountParams, "outgoing");
export const accountLoginStartResult = /* @__PURE__ */ schema(types.LoginAccountResponse, "incoming");
export const accountLoginCancelParams = /* @__PURE__ */ schema(types.CancelLoginAccountParams, "outgoing");
export const accountLoginCancelResult = /* @__PURE__ */ schema(types.CancelLoginAccountResponse, "incoming");
export const accountLogoutParams = /* @__PURE__ */ schema(absent, "outgoing");
export const accountLogoutResult = /* @__PURE__ */ schema(types.LogoutAccountResponse, "incoming");
export const accountRateLimitsReadParams = /* @__PURE__ */ schema(absent, "outgoing");
export const accountRateLimitsReadResult = /* @__PURE__ */ schema(types.GetAccountRateLimitsResponse, "incoming");
export const accountSendAddCreditsNudgeEmailParams =
  /* @__PURE__ */ schema(types.SendAddCreditsNudgeEmailParams, "outgoing");
export const accountSendAddCreditsNudgeEmailResult =
  /* @__PURE__ */ schema(types.SendAddCreditsNudgeEmailResponse, "incoming");
export const mcpServerStatusListParams = /* @__PURE__ */ schema(types.ListMcpServerStatusParams, "outgoing");
export const mcpServerStatusListResult = /* @__PURE__ */ schema(types.ListMcpServerStatusResponse, "incoming");
export const mcpServerOauthLoginParams = /* @__PURE__ */ schema(types.McpServerOauthLoginParams, "outgoing");
export const mcpServerOauthLoginResult = /* @__PURE__ */ schema(types.McpServerOauthLoginResponse, "incoming");
export const mcpServerResourceReadParams = /* @__PURE__ */ schema(types.McpResourceReadParams, "outgoing");
export const mcpServerResourceReadResult = /* @__PURE__ */ schema(types.McpResourceReadResponse, "incoming");
export const mcpServerToolCallParams = /* @__PURE__ */ schema(types.McpServerToolCallParams, "outgoing");
export const mcpServerToolCallResult = /* @__PURE__ */ schema(types.McpServerToolCallResponse, "incoming");
export const fuzzyFileSearchParams = /* @__PURE__ */ schema(types.FuzzyFileSearchParams, "outgoing");
export const fuzzyFileSearchResult = /* @__PURE__ */ schema(types.FuzzyFileSearchResponse, "incoming");
export const fuzzyFileSearchSessionStartParams =
  /* @__PURE__ */ schema(types.FuzzyFileSearchSessionStartParams, "outgoing");
export const fuzzyFileSearchSessionStartResult =
  /* @__PURE__ */ schema(types.FuzzyFileSearchSessionStartResponse, "incoming");
export const fuzzyFileSearchSessionUpdateParams =
  /* @__PURE__ */ schema(types.FuzzyFileSearchSessionUpdateParams, "outgoing");
export const fuzzyFileSearchSessionUpdateResult =
  /* @__PURE__ */ schema(types.FuzzyFileSearchSessionUpdateResponse, "incoming");
export const fuzzyFileSearchSessionStopParams =
  /* @__PURE__ */ schema(types.FuzzyFileSearchSessionStopParams, "outgoing");
export const fuzzyFileSearchSessionStopResult =
  /* @__PURE__ */ schema(types.FuzzyFileSearchSessionStopResponse, "incoming");
export const windowsSandboxSetupStartParams = /* @__PURE__ */ schema(types.WindowsSandboxSetupStartParams, "outgoing");
export const windowsSandboxSetupStartResult =
  /* @__PURE__ */ schema(types.WindowsSandboxSetupStartResponse, "incoming");
export const modelListParams = /* @__PURE__ */ schema(types.ModelListParams, "outgoing");
export const modelListResult = /* @__PURE__ */ schema(types.ModelListResponse, "incoming");
export const collaborationModeListParams = /* @__PURE__ */ schema(types.CollaborationModeListParams, "outgoing");
export const collaborationModeListResult = /* @__PURE__ */ schema(types.CollaborationModeListResponse, "incoming");
export const experimentalFeatureListParams = /* @__PURE__ */ schema(types.ExperimentalFeatureListParams, "outgoing");
export const experimentalFeatureListResult = /* @__PURE__ */ schema(types.ExperimentalFeatureListResponse, "incoming");
export const experimentalFeatureEnablementSetParams =
  /* @__PURE__ */ schema(types.ExperimentalFeatureEnablementSetParams, "outgoing");
export const experimentalFeatureEnablementSetResult =
  /* @__PURE__ */ schema(types.ExperimentalFeatureEnablementSetResponse, "incoming");
export const mockExperimentalMethodParams = /* @__PURE__ */ schema(types.MockExperimentalMethodParams, "outgoing");
export const mockExperimentalMethodResult = /* @__PURE__ */ schema(types.MockExperimentalMethodResponse, "incoming");
export const skillsListParams = /* @__PURE__ */ schema(types.SkillsListParams, "outgoing");
export const skillsListResult = /* @__PURE__ */ schema(types.SkillsListResponse, "incoming");
export const skillsConfigWriteParams = /* @__PURE__ */ schema(types.SkillsConfigWriteParams, "outgoing");
export const skillsConfigWriteResult = /* @__PURE__ */ schema(types.SkillsConfigWriteResponse, "incoming");
export const appListParams = /* @__PURE__ */ schema(types.AppsListParams, "outgoing");
export const appListResult = /* @__PURE__ */ schema(types.AppsListResponse, "incoming");
export const pluginListParams = /* @__PURE__ */ schema(types.PluginListParams, "outgoing");
export const pluginListResult = /* @__PURE__ */ schema(types.PluginListResponse, "incoming");
export const pluginReadParams = /* @__PURE__ */ schema(types.PluginReadParams, "outgoing");
export const pluginReadResult = /* @__PURE__ */ schema(types.PluginReadResponse, "incoming");
export const pluginInstallParams = /* @__PURE__ */ schema(types.PluginInstallParams, "outgoing");
export const pluginInstallResult = /* @__PURE__ */ schema(types.PluginInstallResponse, "incoming");
export const pluginUninstallParams = /* @__PURE__ */ schema(types.PluginUninstallParams, "outgoing");
export const pluginUninstallResult = /* @__PURE__ */ schema(types.PluginUninstallResponse, "incoming");
export const marketplaceAddParams = /* @__PURE__ */ schema(types.MarketplaceAddParams, "outgoing");
export const marketplaceAddResult = /* @__PURE__ */ schema(types.MarketplaceAddResponse, "incoming");
export const marketplaceRemoveParams = /* @__PURE__ */ schema(types.MarketplaceRemoveParams, "outgoing");
export const marketplaceRemoveResult = /* @__PURE__ */ schema(types.MarketplaceRemoveResponse, "incoming");
export const marketplaceUpgradeParams = /* @__PURE__ */ schema(types.MarketplaceUpgradeParams, "outgoing");
export const marketplaceUpgradeResult = /* @__PURE__ */ schema(types.MarketplaceUpgradeResponse, "incoming");
export const configReadParams = /* @__PURE__ */ schema(types.ConfigReadParams, "outgoing");
export const configReadResult = /* @__PURE__ */ schema(types.ConfigReadResponse, "incoming");
export const configValueWriteParams = /* @__PURE__ */ schema(types.ConfigValueWriteParams, "outgoing");
export const configValueWriteResult = /* @__PURE__ */ schema(types.ConfigWriteResponse, "incoming");
export const configBatchWriteParams = /* @__PURE__ */ schema(types.ConfigBatchWriteParams, "outgoing");
export const configBatchWriteResult = /* @__PURE__ */ schema(types.ConfigWriteResponse, "incoming");
export const configMcpServerReloadParams = /* @__PURE__ */ schema(absent, "outgoing");
export const configMcpServerReloadResult = /* @__PURE__ */ schema(types.McpServerRefreshResponse, "incoming");
export const configRequirementsReadParams = /* @__PURE__ */ schema(absent, "outgoing");
export const configRequirementsReadResult = /* @__PURE__ */ schema(types.ConfigRequirementsReadResponse, "incoming");
export const externalAgentConfigDetectParams =
  /* @__PURE__ */ schema(types.ExternalAgentConfigDetectParams, "outgoing");
export const externalAgentConfigDetectResult =
  /* @__PURE__ */ schema(types.ExternalAgentConfigDetectResponse, "incoming");
export const externalAgentConfigImportParams =
  /* @__PURE__ */ schema(types.ExternalAgentConfigImportParams, "outgoing");
export const externalAgentConfigImportResult =
  /* @__PURE__ */ schema(types.ExternalAgentConfigImportResponse, "incoming");
export const commandExecParams = /* @__PURE__ */ schema(types.CommandExecParams, "outgoing");
export const commandExecResult = /* @__PURE__ */ schema(types.CommandExecResponse, "incoming");
export const commandExecWriteParams = /* @__PURE__ */ schema(types.CommandExecWriteParams, "outgoing");
export const commandExecWriteResult = /* @__PURE__ */ schema(types.CommandExecWriteResponse, "incoming");
export const commandExecTerminateParams = /* @__PURE__ */ schema(types.CommandExecTerminateParams, "outgoing");
export const commandExecTerminateResult = /* @__PURE__ */ schema(types.CommandExecTerminateResponse, "incoming");
export const commandExecResizeParams = /* @__PURE__ */ schema(types.CommandExecResizeParams, "outgoing");
export const commandExecResizeResult = /* @__PURE__ */ schema(types.CommandExecResizeResponse, "incoming");
export const fsReadFileParams = /* @__PURE__ */ schema(types.FsReadFileParams, "outgoing");
export const fsReadFileResult = /* @__PURE__ */ schema(types.FsReadFileResponse, "incoming");
export const fsWriteFileParams = /* @__PURE__ */ schema(types.FsWriteFileParams, "outgoing");
export const fsWriteFileResult = /* @__PURE__ */ schema(types.FsWriteFileResponse, "incoming");
export const fsCreateDirectoryParams = /* @__PURE__ */ schema(types.FsCreateDirectoryParams, "outgoing");
export const fsCreateDirectoryResult = /* @__PURE__ */ schema(types.FsCreateDirectoryResponse, "incoming");
export const fsGetMetadataParams = /* @__PURE__ */ schema(types.FsGetMetadataParams, "outgoing");
export const fsGetMetadataResult = /* @__PURE__ */ schema(types.FsGetMetadataResponse, "incoming");
export const fsReadDirectoryParams = /* @__PURE__ */ schema(types.FsReadDirectoryParams, "outgoing");
export const fsReadDirectoryResult = /* @__PURE__ */ schema(types.FsReadDirectoryResponse, "incoming");
export const fsRemoveParams = /* @__PURE__ */ schema(types.FsRemoveParams, "outgoing");
export const fsRemoveResult = /* @__PURE__ */ schema(types.FsRemoveResponse, "incoming");
export const fsCopyParams = /* @__PURE__ */ schema(types.FsCopyParams, "outgoing");
export const fsCopyResult = /* @__PURE__ */ schema(types.FsCopyResponse, "incoming");
export const fsWatchParams = /* @__PURE__ */ schema(types.FsWatchParams, "outgoing");
export const fsWatchResult = /* @__PURE__ */ schema(types.FsWatchResponse, "incoming");
export const fsUnwatchParams = /* @__PURE__ */ schema(types.FsUnwatchParams, "outgoing");
export const fsUnwatchResult = /* @__PURE__ */ schema(types.FsUnwatchResponse, "incoming");
export const deviceKeyCreateParams = /* @__PURE__ */ schema(types.DeviceKeyCreateParams, "outgoing");
export const deviceKeyCreateResult = /* @__PURE__ */ schema(types.DeviceKeyCreateResponse, "incoming");
export const deviceKeyPublicParams = /* @__PURE__ */ schema(types.DeviceKeyPublicParams, "outgoing");
export const deviceKeyPublicResult = /* @__PURE__ */ schema(types.DeviceKeyPublicResponse, "incoming");
export const deviceKeySignParams = /* @__PURE__ */ schema(types.DeviceKeySignParams, "outgoing");
export const deviceKeySignResult = /* @__PURE__ */ schema(types.DeviceKeySignResponse, "incoming");
export const analyticsProductEventTrackParams =
  /* @__PURE__ */ schema(types.TrackProductAnalyticsEventParams, "outgoing");
export const analyticsProductEventTrackResult =
  /* @__PURE__ */ schema(types.TrackProductAnalyticsEventResponse, "incoming");
export const feedbackUploadParams = /* @__PURE__ */ schema(types.FeedbackUploadParams, "outgoing");
export const feedbackUploadResult = /* @__PURE__ */ schema(types.FeedbackUploadResponse, "incoming");
export const itemCommandExecutionRequestApprovalParams =
  /* @__PURE__ */ schema(types.CommandExecutionRequestApprovalParams, "incoming");
export const itemCommandExecutionRequestApprovalResult =
  /* @__PURE__ */ schema(types.CommandExecutionRequestApprovalResponse, "outgoing");
export const itemFileChangeRequestApprovalParams =
  /* @__PURE__ */ schema(types.FileChangeRequestApprovalParams, "incoming");
export const itemFileChangeRequestApprovalResult =
  /* @__PURE__ */ schema(types.FileChangeRequestApprovalResponse, "outgoing");
export const itemPermissionsRequestApprovalParams =
  /* @__PURE__ */ schema(types.PermissionsRequestApprovalParams, "incoming");
export const itemPermissionsRequestApprovalResult =
  /* @__PURE__ */ schema(types.PermissionsRequestApprovalResponse, "outgoing");
export const itemToolRequestUserInputParams = /* @__PURE__ */ schema(types.ToolRequestUserInputParams, "incoming");
export const itemToolRequestUserInputResult = /* @__PURE__ */ schema(types.ToolRequestUserInputResponse, "outgoing");
export const itemToolCallParams = /* @__PURE__ */ schema(types.DynamicToolCallParams, "incoming");
export const itemToolCallResult = /* @__PURE__ */ schema(types.DynamicToolCallResponse, "outgoing");
export const mcpServerElicitationRequestParams =
  /* @__PURE__ */ schema(types.McpServerElicitationRequestParams, "incoming");
export const mcpServerElicitationRequestResult =
  /* @__PURE__ */ schema(types.McpServerElicitationRequestResponse, "outgoing");
export const applyPatchApprovalParams = /* @__PURE__ */ schema(types.ApplyPatchApprovalParams, "incoming");
export const applyPatchApprovalResult = /* @__PURE__ */ schema(types.ApplyPatchApprovalResponse, "outgoing");
export const execCommandApprovalParams = /* @__PURE__ */ schema(types.ExecCommandApprovalParams, "incoming");
export const execCommandApprovalResult = /* @__PURE__ */ schema(types.ExecCommandApprovalResponse, "outgoing");
export const accountChatgptAuthTokensRefreshParams =
  /* @__PURE__ */ schema(types.ChatgptAuthTokensRefreshParams, "incoming");
export const accountChatgptAuthTokensRefreshResult =
  /* @__PURE__ */ schema(types.ChatgptAuthTokensRefreshResponse, "outgoing");
export const initializedParams = /* @__PURE__ */ schema(absent, "outgoing");
export const errorParams = /* @__PURE__ */ schema(types.ErrorNotification, "incoming");
export const warningParams = /* @__PURE__ */ schema(types.WarningNotification, "incoming");
export const guardianWarningParams = /* @__PURE__ */ schema(types.GuardianWarningNotification, "incoming");
export const deprecationNoticeParams = /* @__PURE__ */ schema(types.DeprecationNoticeNotification, "incoming");
export const configWarningParams = /* @__PURE__ */ schema(types.ConfigWarningNotification, "incoming");
export const threadStartedParams = /* @__PURE__ */ schema(types.ThreadStartedNotification, "incoming");
export const threadStatusChangedParams = /* @__PURE__ */ schema(types.ThreadStatusChangedNotification, "incoming");
export const threadArchivedParams = /* @__PURE__ */ schema(types.ThreadArchivedNotification, "incoming");
export const threadUnarchivedParams = /* @__PURE__ */ schema(types.ThreadUnarchivedNotification, "incoming");
export const threadClosedParams = /* @__PURE__ */ schema(types.ThreadClosedNotification, "incoming");
export const threadNameUpdatedParams = /* @__PURE__ */ schema(types.ThreadNameUpdatedNotification, "incoming");
export const threadTokenUsageUpdatedParams =
  /* @__PURE__ */ schema(types.ThreadTokenUsageUpdatedNotification, "incoming");
export const threadCompactedParams = /* @__PURE__ */ schema(types.ContextCompactedNotification, "incoming");
export const threadGoalUpdatedParams = /* @__PURE__ */ schema(types.ThreadGoalUpdatedNotification, "incoming");
export const threadGoalClearedParams = /* @__PURE__ */ schema(types.ThreadGoalClearedNotification, "incoming");
export const turnStartedParams = /* @__PURE__ */ schema(types.TurnStartedNotification, "incoming");
export const turnCompletedParams = /* @__PURE__ */ schema(types.TurnCompletedNotification, "incoming");
export const turnDiffUpdatedParams = /* @__PURE__ */ schema(types.TurnDiffUpdatedNotification, "incoming");
export const turnPlanUpdatedParams = /* @__PURE__ */ schema(types.TurnPlanUpdatedNotification, "incoming");
export const threadRealtimeStartedParams = /* @__PURE__ */ schema(types.ThreadRealtimeStartedNotification, "incoming");
export const threadRealtimeItemAddedParams =
  /* @__PURE__ */ schema(types.ThreadRealtimeItemAddedNotification, "incoming");
export const threadRealtimeTranscriptDeltaParams =
  /* @__PURE__ */ schema(types.ThreadRealtimeTranscriptDeltaNotification, "incoming");
export const threadRealtimeTranscriptDoneParams =
  /* @__PURE__ */ schema(types.ThreadRealtimeTranscriptDoneNotification, "incoming");
export const threadRealtimeOutputAudioDeltaParams =
  /* @__PURE__ */ schema(types.ThreadRealtimeOutputAudioDeltaNotification, "incoming");
export const threadRealtimeSdpParams = /* @__PURE__ */ schema(types.ThreadRealtimeSdpNotification, "incoming");
export const threadRealtimeErrorParams = /* @__PURE__ */ schema(types.ThreadRealtimeErrorNotification, "incoming");
export const threadRealtimeClosedParams = /* @__PURE__ */ schema(types.ThreadRealtimeClosedNotification, "incoming");
export const itemStartedParams = /* @__PURE__ */ schema(types.ItemStartedNotification, "incoming");
export const itemCompletedParams = /* @__PURE__ */ schema(types.ItemCompletedNotification, "incoming");
export const itemAgentMessageDeltaParams = /* @__PURE__ */ schema(types.AgentMessageDeltaNotification, "incoming");
export const itemPlanDeltaParams = /* @__PURE__ */ schema(types.PlanDeltaNotification, "incoming");
export const itemReasoningSummaryTextDeltaParams =
  /* @__PURE__ */ schema(types.ReasoningSummaryTextDeltaNotification, "incoming");
export const itemReasoningSummaryPartAddedParams =
  /* @__PURE__ */ schema(types.ReasoningSummaryPartAddedNotification, "incoming");
export const itemReasoningTextDeltaParams = /* @__PURE__ */ schema(types.ReasoningTextDeltaNotification, "incoming");
export const itemCommandExecutionOutputDeltaParams =
  /* @__PURE__ */ schema(types.CommandExecutionOutputDeltaNotification, "incoming");
export const itemCommandExecutionTerminalInteractionParams =
  /* @__PURE__ */ schema(types.TerminalInteractionNotification, "incoming");
export const itemFileChangeOutputDeltaParams =
  /* @__PURE__ */ schema(types.FileChangeOutputDeltaNotification, "incoming");
export const itemFileChangePatchUpdatedParams =
  /* @__PURE__ */ schema(types.FileChangePatchUpdatedNotification, "incoming");
export const itemMcpToolCallProgressParams = /* @__PURE__ */ schema(types.McpToolCallProgressNotification, "incoming");
export const itemAutoApprovalReviewStartedParams =
  /* @__PURE__ */ schema(types.ItemGuardianApprovalReviewStartedNotification, "incoming");
export const itemAutoApprovalReviewCompletedParams =
  /* @__PURE__ */ schema(types.ItemGuardianApprovalReviewCompletedNotification, "incoming");
export const hookStartedParams = /* @__PURE__ */ schema(types.HookStartedNotification, "incoming");
export const hookCompletedParams = /* @__PURE__ */ schema(types.HookCompletedNotification, "incoming");
export const serverRequestResolvedParams = /* @__PURE__ */ schema(types.ServerRequestResolvedNotification, "incoming");
export const mcpServerOauthLoginCompletedParams =
  /* @__PURE__ */ schema(types.McpServerOauthLoginCompletedNotification, "incoming");
export const mcpServerStartupStatusUpdatedParams =
  /* @__PURE__ */ schema(types.McpServerStatusUpdatedNotification, "incoming");
export const fuzzyFileSearchSessionUpdatedParams =
  /* @__PURE__ */ schema(types.FuzzyFileSearchSessionUpdatedNotification, "incoming");
export const fuzzyFileSearchSessionCompletedParams =
  /* @__PURE__ */ schema(types.FuzzyFileSearchSessionCompletedNotification, "incoming");
export const windowsWorldWritableWarningParams =
  /* @__PURE__ */ schema(types.WindowsWorldWritableWarningNotification, "incoming");
export const windowsSandboxSetupCompletedParams =
  /* @__PURE__ */ schema(types.WindowsSandboxSetupCompletedNotification, "incoming");
export const modelReroutedParams = /* @__PURE__ */ schema(types.ModelReroutedNotification, "incoming");
export const modelVerificationParams = /* @__PURE__ */ schema(types.ModelVerificationNotification, "incoming");
export const accountLoginCompletedParams = /* @__PURE__ */ schema(types.AccountLoginCompletedNotification, "incoming");
export const accountUpdatedParams = /* @__PURE__ */ schema(types.AccountUpdatedNotification, "incoming");
export const accountRateLimitsUpdatedParams =
  /* @__PURE__ */ schema(types.AccountRateLimitsUpdatedNotification, "incoming");
export const skillsChangedParams = /* @__PURE__ */ schema(types.SkillsChangedNotification, "incoming");
export const appListUpdatedParams = /* @__PURE__ */ schema(types.AppListUpdatedNotification, "incoming");
export const externalAgentConfigImportCompletedParams =
  /* @__PURE__ */ schema(types.ExternalAgentConfigImportCompletedNotification, "incoming");
export const commandExecOutputDeltaParams =
  /* @__PURE__ */ schema(types.CommandExecOutputDeltaNotification, "incoming");
export const fsChangedParams = /* @__PURE__ */ schema(types.FsChangedNotification, "incoming");

/** All of them, by direction, payload and method. */
export const all = {
  outgoing: {
    params: {
      initialize: initializeParams,
      "thread/start": threadStartParams,
      "thread/resume": threadResumeParams,
      "thread/fork": threadForkParams,
      "thread/unsubscribe": threadUnsubscribeParams,
      "thread/archive": threadArchiveParams,
      "thread/unarchive": threadUnarchiveParams,
      "thread/list": threadListParams,
      "thread/loaded/list": threadLoadedListParams,
      "thread/read": threadReadParams,
      "thread/turns/list": threadTurnsListParams,
      "thread/name/set": threadNameSetParams,
      "thread/metadata/update": threadMetadataUpdateParams,
      "thread/rollback": threadRollbackParams,
      "thread/compact/start": threadCompactStartParams,
      "thread/inject_items": threadInjectItemsParams,
      "thread/shellCommand": threadShellCommandParams,
      "thread/backgroundTerminals/clean": threadBackgroundTerminalsCleanParams,
      "thread/approveGuardianDeniedAction": threadApproveGuardianDeniedActionParams,
      "thread/increment_elicitation": threadIncrementElicitationParams,
      "thread/decrement_elicitation": threadDecrementElicitationParams,
      "thread/goal/set": threadGoalSetParams,
      "thread/goal/get": threadGoalGetParams,
      "thread/goal/clear": threadGoalClearParams,
      "thread/memoryMode/set": threadMemoryModeSetParams,
      "memory/reset": memoryResetParams,
      "turn/start": turnStartParams,
      "turn/steer": turnSteerParams,
      "turn/interrupt": turnInterruptParams,
      "review/start": reviewStartParams,
      "thread/realtime/start": threadRealtimeStartParams,
      "thread/realtime/appendAudio": threadRealtimeAppendAudioParams,
      "thread/realtime/appendText": threadRealtimeAppendTextParams,
      "thread/realtime/stop": threadRealtimeStopParams,
      "thread/realtime/listVoices": threadRealtimeListVoicesParams,
      "account/read": accountReadParams,
      "account/login/start": accountLoginStartParams,
      "account/login/cancel": accountLoginCancelParams,
      "account/logout": accountLogoutParams,
      "account/rateLimits/read": accountRateLimitsReadParams,
      "account/sendAddCreditsNudgeEmail": accountSendAddCreditsNudgeEmailParams,
      "mcpServerStatus/list": mcpServerStatusListParams,
      "mcpServer/oauth/login": mcpServerOauthLoginParams,
      "mcpServer/resource/read": mcpServerResourceReadParams,
      "mcpServer/tool/call": mcpServerToolCallParams,
      fuzzyFileSearch: fuzzyFileSearchParams,
      "fuzzyFileSearch/sessionStart": fuzzyFileSearchSessionStartParams,
      "fuzzyFileSearch/sessionUpdate": fuzzyFileSearchSessionUpdateParams,
      "fuzzyFileSearch/sessionStop": fuzzyFileSearchSessionStopParams,
      "windowsSandbox/setupStart": windowsSandboxSetupStartParams,
      "model/list": modelListParams,
      "collaborationMode/list": collaborationModeListParams,
      "experimentalFeature/list": experimentalFeatureListParams,
      "experimentalFeature/enablement/set": experimentalFeatureEnablementSetParams,
      "mock/experimentalMethod": mockExperimentalMethodParams,
      "skills/list": skillsListParams,
      "skills/config/write": skillsConfigWriteParams,
      "app/list": appListParams,
      "plugin/list": pluginListParams,
      "plugin/read": pluginReadParams,
      "plugin/install": pluginInstallParams,
      "plugin/uninstall": pluginUninstallParams,
      "marketplace/add": marketplaceAddParams,
      "marketplace/remove": marketplaceRemoveParams,
      "marketplace/upgrade": marketplaceUpgradeParams,
      "config/read": configReadParams,
      "config/value/write": configValueWriteParams,
      "config/batchWrite": configBatchWriteParams,
      "config/mcpServer/reload": configMcpServerReloadParams,
      "configRequirements/read": configRequirementsReadParams,
      "externalAgentConfig/detect": externalAgentConfigDetectParams,
      "externalAgentConfig/import": externalAgentConfigImportParams,
      "command/exec": commandExecParams,
      "command/exec/write": commandExecWriteParams,
      "command/exec/terminate": commandExecTerminateParams,
      "command/exec/resize": commandExecResizeParams,
      "fs/readFile": fsReadFileParams,
      "fs/writeFile": fsWriteFileParams,
      "fs/createDirectory": fsCreateDirectoryParams,
      "fs/getMetadata": fsGetMetadataParams,
      "fs/readDirectory": fsReadDirectoryParams,
      "fs/remove": fsRemoveParams,
      "fs/copy": fsCopyParams,
      "fs/watch": fsWatchParams,
      "fs/unwatch": fsUnwatchParams,
      "device/key/create": deviceKeyCreateParams,
      "device/key/public": deviceKeyPublicParams,
      "device/key/sign": deviceKeySignParams,
      "analytics/productEvent/track": analyticsProductEventTrackParams,
      "feedback/upload": feedbackUploadParams,
      initialized: initializedParams,
    },
    result: {
      "item/commandExecution/requestApproval": itemCommandExecutionRequestApprovalResult,
      "item/fileChange/requestApproval": itemFileChangeRequestApprovalResult,
      "item/permissions/requestApproval": itemPermissionsRequestApprovalResult,
      "item/tool/requestUserInput": itemToolRequestUserInputResult,
      "item/tool/call": itemToolCallResult,
      "mcpServer/elicitation/request": mcpServerElicitationRequestResult,
      applyPatchApproval: applyPatchApprovalResult,
      execCommandApproval: execCommandApprovalResult,
      "account/chatgptAuthTokens/refresh": accountChatgptAuthTokensRefreshResult,
    },
  },
  incoming: {
    params: {
      "item/commandExecution/requestApproval": itemCommandExecutionRequestApprovalParams,
      "item/fileChange/requestApproval": itemFileChangeRequestApprovalParams,
      "item/permissions/requestApproval": itemPermissionsRequestApprovalParams,
      "item/tool/requestUserInput": itemToolRequestUserInputParams,
      "item/tool/call": itemToolCallParams,
      "mcpServer/elicitation/request": mcpServerElicitationRequestParams,
      applyPatchApproval: applyPatchApprovalParams,
      execCommandApproval: execCommandApprovalParams,
      "account/chatgptAuthTokens/refresh": accountChatgptAuthTokensRefreshParams,
      error: errorParams,
      warning: warningParams,
      guardianWarning: guardianWarningParams,
      deprecationNotice: deprecationNoticeParams,
      configWarning: configWarningParams,
      "thread/started": threadStartedParams,
      "thread/status/changed": threadStatusChangedParams,
      "thread/archived": threadArchivedParams,
      "thread/unarchived": threadUnarchivedParams,
      "thread/closed": threadClosedParams,
      "thread/name/updated": threadNameUpdatedParams,
      "thread/tokenUsage/updated": threadTokenUsageUpdatedParams,
      "thread/compacted": threadCompactedParams,
      "thread/goal/updated": threadGoalUpdatedParams,
      "thread/goal/cleared": threadGoalClearedParams,
      "turn/started": turnStartedParams,
      "turn/completed": turnCompletedParams,
      "turn/diff/updated": turnDiffUpdatedParams,
      "turn/plan/updated": turnPlanUpdatedParams,
      "thread/realtime/started": threadRealtimeStartedParams,
      "thread/realtime/itemAdded": threadRealtimeItemAddedParams,
      "thread/realtime/transcript/delta": threadRealtimeTranscriptDeltaParams,
      "thread/realtime/transcript/done": threadRealtimeTranscriptDoneParams,
      "thread/realtime/outputAudio/delta": threadRealtimeOutputAudioDeltaParams,
      "thread/realtime/sdp": threadRealtimeSdpParams,
      "thread/realtime/error": threadRealtimeErrorParams,
      "thread/realtime/closed": threadRealtimeClosedParams,
      "item/started": itemStartedParams,
      "item/completed": itemCompletedParams,
      "item/agentMessage/delta": itemAgentMessageDeltaParams,
      "item/plan/delta": itemPlanDeltaParams,
      "item/reasoning/summaryTextDelta": itemReasoningSummaryTextDeltaParams,
      "item/reasoning/summaryPartAdded": itemReasoningSummaryPartAddedParams,
      "item/reasoning/textDelta": itemReasoningTextDeltaParams,
      "item/commandExecution/outputDelta": itemCommandExecutionOutputDeltaParams,
      "item/commandExecution/terminalInteraction": itemCommandExecutionTerminalInteractionParams,
      "item/fileChange/outputDelta": itemFileChangeOutputDeltaParams,
      "item/fileChange/patchUpdated": itemFileChangePatchUpdatedParams,
      "item/mcpToolCall/progress": itemMcpToolCallProgressParams,
      "item/autoApprovalReview/started": itemAutoApprovalReviewStartedParams,
      "item/autoApprovalReview/completed": itemAutoApprovalReviewCompletedParams,
      "hook/started": hookStartedParams,
      "hook/completed": hookCompletedParams,
      "serverRequest/resolved": serverRequestResolvedParams,
      "mcpServer/oauthLogin/completed": mcpServerOauthLoginCompletedParams,
      "mcpServer/startupStatus/updated": mcpServerStartupStatusUpdatedParams,
      "fuzzyFileSearch/sessionUpdated": fuzzyFileSearchSessionUpdatedParams,
      "fuzzyFileSearch/sessionCompleted": fuzzyFileSearchSessionCompletedParams,
      "windows/worldWritableWarning": windowsWorldWritableWarningParams,
      "windowsSandbox/setupCompleted": windowsSandboxSetupCompletedParams,
      "model/rerouted": modelReroutedParams,
      "model/verification": modelVerificationParams,
      "account/login/completed": accountLoginCompletedParams,
      "account/updated": accountUpdatedParams,
      "account/rateLimits/updated": accountRateLimitsUpdatedParams,
      "skills/changed": skillsChangedParams,
      "app/list/updated": appListUpdatedParams,
      "externalAgentConfig/import/completed": externalAgentConfigImportCompletedParams,
      "command/exec/outputDelta": commandExecOutputDeltaParams,
      "fs/changed": fsChangedParams,
    },
    result: {
      initialize: initializeResult,
      "thread/start": threadStartResult,
      "thread/resume": threadResumeResult,
      "thread/fork": threadForkResult,
      "thread/unsubscribe": threadUnsubscribeResult,
      "thread/archive": threadArchiveResult,
      "thread/unarchive": threadUnarchiveResult,
      "thread/list": threadListResult,
      "thread/loaded/list": threadLoadedListResult,
      "thread/read": threadReadResult,
      "thread/turns/list": threadTurnsListResult,
      "thread/name/set": threadNameSetResult,
      "thread/metadata/update": threadMetadataUpdateResult,
      "thread/rollback": threadRollbackResult,
      "thread/compact/start": threadCompactStartResult,
      "thread/inject_items": threadInjectItemsResult,
      "thread/shellCommand": threadShellCommandResult,
      "thread/backgroundTerminals/clean": threadBackgroundTerminalsCleanResult,
      "thread/approveGuardianDeniedAction": threadApproveGuardianDeniedActionResult,
      "thread/increment_elicitation": threadIncrementElicitationResult,
      "thread/decrement_elicitation": threadDecrementElicitationResult,
      "thread/goal/set": threadGoalSetResult,
      "thread/goal/get": threadGoalGetResult,
      "thread/goal/clear": threadGoalClearResult,
      "thread/memoryMode/set": threadMemoryModeSetResult,
      "memory/reset": memoryResetResult,
      "turn/start": turnStartResult,
      "turn/steer": turnSteerResult,
      "turn/interrupt": turnInterruptResult,
      "review/start": reviewStartResult,
      "thread/realtime/start": threadRealtimeStartResult,
      "thread/realtime/appendAudio": threadRealtimeAppendAudioResult,
      "thread/realtime/appendText": threadRealtimeAppendTextResult,
      "thread/realtime/stop": threadRealtimeStopResult,
      "thread/realtime/listVoices": threadRealtimeListVoicesResult,
      "account/read": accountReadResult,
      "account/login/start": accountLoginStartResult,
      "account/login/cancel": accountLoginCancelResult,
      "account/logout": accountLogoutResult,
      "account/rateLimits/read": accountRateLimitsReadResult,
      "account/sendAddCreditsNudgeEmail": accountSendAddCreditsNudgeEmailResult,
      "mcpServerStatus/list": mcpServerStatusListResult,
      "mcpServer/oauth/login": mcpServerOauthLoginResult,
      "mcpServer/resource/read": mcpServerResourceReadResult,
      "mcpServer/tool/call": mcpServerToolCallResult,
      fuzzyFileSearch: fuzzyFileSearchResult,
      "fuzzyFileSearch/sessionStart": fuzzyFileSearchSessionStartResult,
      "fuzzyFileSearch/sessionUpdate": fuzzyFileSearchSessionUpdateResult,
      "fuzzyFileSearch/sessionStop": fuzzyFileSearchSessionStopResult,
      "windowsSandbox/setupStart": windowsSandboxSetupStartResult,
      "model/list": modelListResult,
      "collaborationMode/list": collaborationModeListResult,
      "experimentalFeature/list": experimentalFeatureListResult,
      "experimentalFeature/enablement/set": experimentalFeatureEnablementSetResult,
      "mock/experimentalMethod": mockExperimentalMethodResult,
      "skills/list": skillsListResult,
      "skills/config/write": skillsConfigWriteResult,
      "app/list": appListResult,
      "plugin/list": pluginListResult,
      "plugin/read": pluginReadResult,
      "plugin/install": pluginInstallResult,
      "plugin/uninstall": pluginUninstallResult,
      "marketplace/add": marketplaceAddResult,
      "marketplace/remove": marketplaceRemoveResult,
      "marketplace/upgrade": marketplaceUpgradeResult,
      "config/read": configReadResult,
      "config/value/write": configValueWriteResult,
      "config/batchWrite": configBatchWriteResult,
      "config/mcpServer/reload": configMcpServerReloadResult,
      "configRequirements/read": configRequirementsReadResult,
      "externalAgentConfig/detect": externalAgentConfigDetectResult,
      "externalAgentConfig/import": externalAgentConfigImportResult,
      "command/exec": commandExecResult,
      "command/exec/write": commandExecWriteResult,
      "command/exec/terminate": commandExecTerminateResult,
      "command/exec/resize": commandExecResizeResult,
      "fs/readFile": fsReadFileResult,
      "fs/writeFile": fsWriteFileResult,
      "fs/createDirectory": fsCreateDirectoryResult,
      "fs/getMetadata": fsGetMetadataResult,
      "fs/readDirectory": fsReadDirectoryResult,
      "fs/remove": fsRemoveResult,
      "fs/copy": fsCopyResult,
      "fs/watch": fsWatchResult,
      "fs/unwatch": fsUnwatchResult,
      "device/key/create": deviceKeyCreateResult,
      "device/key/public": deviceKeyPublicResult,
      "device/key/sign": deviceKeySignResult,
      "analytics/productEvent/track": analyticsProductEventTrackResult,
      "feedback/upload": feedbackUploadResult,
    },
  },
};
