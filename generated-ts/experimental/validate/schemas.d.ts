// Validation of AppServerProtocol, generated from its Rust declaration. Do not edit.

import type {
  AccountLoginCompletedNotification,
  AccountRateLimitsUpdatedNotification,
  AccountUpdatedNotification,
  AgentMessageDeltaNotification,
  AppListUpdatedNotification,
  ApplyPatchApprovalParams,
  ApplyPatchApprovalResponse,
  AppsListParams,
  AppsListResponse,
  CancelLoginAccountParams,
  CancelLoginAccountResponse,
  ChatgptAuthTokensRefreshParams,
  ChatgptAuthTokensRefreshResponse,
  CollaborationModeListParams,
  CollaborationModeListResponse,
  CommandExecOutputDeltaNotification,
  CommandExecParams,
  CommandExecResizeParams,
  CommandExecResizeResponse,
  CommandExecResponse,
  CommandExecTerminateParams,
  CommandExecTerminateResponse,
  CommandExecWriteParams,
  CommandExecWriteResponse,
  CommandExecutionOutputDeltaNotification,
  CommandExecutionRequestApprovalParams,
  CommandExecutionRequestApprovalResponse,
  ConfigBatchWriteParams,
  ConfigReadParams,
  ConfigReadResponse,
  ConfigRequirementsReadResponse,
  ConfigValueWriteParams,
  ConfigWarningNotification,
  ConfigWriteResponse,
  ContextCompactedNotification,
  DeprecationNoticeNotification,
  DeviceKeyCreateParams,
  DeviceKeyCreateResponse,
  DeviceKeyPublicParams,
  DeviceKeyPublicResponse,
  DeviceKeySignParams,
  DeviceKeySignResponse,
  DynamicToolCallParams,
  DynamicToolCallResponse,
  ErrorNotification,
  ExecCommandApprovalParams,
  ExecCommandApprovalResponse,
  ExperimentalFeatureEnablementSetParams,
  ExperimentalFeatureEnablementSetResponse,
  ExperimentalFeatureListParams,
  ExperimentalFeatureListResponse,
  ExternalAgentConfigDetectParams,
  ExternalAgentConfigDetectResponse,
  ExternalAgentConfigImportCompletedNotification,
  ExternalAgentConfigImportParams,
  ExternalAgentConfigImportResponse,
  FeedbackUploadParams,
  FeedbackUploadResponse,
  FileChangeOutputDeltaNotification,
  FileChangePatchUpdatedNotification,
  FileChangeRequestApprovalParams,
  FileChangeRequestApprovalResponse,
  FsChangedNotification,
  FsCopyParams,
  FsCopyResponse,
  FsCreateDirectoryParams,
  FsCreateDirectoryResponse,
  FsGetMetadataParams,
  FsGetMetadataResponse,
  FsReadDirectoryParams,
  FsReadDirectoryResponse,
  FsReadFileParams,
  FsReadFileResponse,
  FsRemoveParams,
  FsRemoveResponse,
  FsUnwatchParams,
  FsUnwatchResponse,
  FsWatchParams,
  FsWatchResponse,
  FsWriteFileParams,
  FsWriteFileResponse,
  FuzzyFileSearchParams,
  FuzzyFileSearchResponse,
  FuzzyFileSearchSessionCompletedNotification,
  FuzzyFileSearchSessionStartParams,
  FuzzyFileSearchSessionStartResponse,
  FuzzyFileSearchSessionStopParams,
  FuzzyFileSearchSessionStopResponse,
  FuzzyFileSearchSessionUpdateParams,
  FuzzyFileSearchSessionUpdateResponse,
  FuzzyFileSearchSessionUpdatedNotification,
  GetAccountParams,
  GetAccountRateLimitsResponse,
  GetAccountResponse,
  GuardianWarningNotification,
  HookCompletedNotification,
  HookStartedNotification,
  InitializeParams,
  InitializeResponse,
  ItemCompletedNotification,
  ItemGuardianApprovalReviewCompletedNotification,
  ItemGuardianApprovalReviewStartedNotification,
  ItemStartedNotification,
  ListMcpServerStatusParams,
  ListMcpServerStatusResponse,
  LoginAccountParams,
  LoginAccountResponse,
  LogoutAccountResponse,
  MarketplaceAddParams,
  MarketplaceAddResponse,
  MarketplaceRemoveParams,
  MarketplaceRemoveResponse,
  MarketplaceUpgradeParams,
  MarketplaceUpgradeResponse,
  McpResourceReadParams,
  McpResourceReadResponse,
  McpServerElicitationRequestParams,
  McpServerElicitationRequestResponse,
  McpServerOauthLoginCompletedNotification,
  McpServerOauthLoginParams,
  McpServerOauthLoginResponse,
  McpServerRefreshResponse,
  McpServerStatusUpdatedNotification,
  McpServerToolCallParams,
  McpServerToolCallResponse,
  McpToolCallProgressNotification,
  MemoryResetResponse,
  MockExperimentalMethodParams,
  MockExperimentalMethodResponse,
  ModelListParams,
  ModelListResponse,
  ModelReroutedNotification,
  ModelVerificationNotification,
  PermissionsRequestApprovalParams,
  PermissionsRequestApprovalResponse,
  PlanDeltaNotification,
  PluginInstallParams,
  PluginInstallResponse,
  PluginListParams,
  PluginListResponse,
  PluginReadParams,
  PluginReadResponse,
  PluginUninstallParams,
  PluginUninstallResponse,
  ReasoningSummaryPartAddedNotification,
  ReasoningSummaryTextDeltaNotification,
  ReasoningTextDeltaNotification,
  ReviewStartParams,
  ReviewStartResponse,
  SendAddCreditsNudgeEmailParams,
  SendAddCreditsNudgeEmailResponse,
  ServerRequestResolvedNotification,
  SkillsChangedNotification,
  SkillsConfigWriteParams,
  SkillsConfigWriteResponse,
  SkillsListParams,
  SkillsListResponse,
  TerminalInteractionNotification,
  ThreadApproveGuardianDeniedActionParams,
  ThreadApproveGuardianDeniedActionResponse,
  ThreadArchiveParams,
  ThreadArchiveResponse,
  ThreadArchivedNotification,
  ThreadBackgroundTerminalsCleanParams,
  ThreadBackgroundTerminalsCleanResponse,
  ThreadClosedNotification,
  ThreadCompactStartParams,
  ThreadCompactStartResponse,
  ThreadDecrementElicitationParams,
  ThreadDecrementElicitationResponse,
  ThreadForkParams,
  ThreadForkResponse,
  ThreadGoalClearParams,
  ThreadGoalClearResponse,
  ThreadGoalClearedNotification,
  ThreadGoalGetParams,
  ThreadGoalGetResponse,
  ThreadGoalSetParams,
  ThreadGoalSetResponse,
  ThreadGoalUpdatedNotification,
  ThreadIncrementElicitationParams,
  ThreadIncrementElicitationResponse,
  ThreadInjectItemsParams,
  ThreadInjectItemsResponse,
  ThreadListParams,
  ThreadListResponse,
  ThreadLoadedListParams,
  ThreadLoadedListResponse,
  ThreadMemoryModeSetParams,
  ThreadMemoryModeSetResponse,
  ThreadMetadataUpdateParams,
  ThreadMetadataUpdateResponse,
  ThreadNameUpdatedNotification,
  ThreadReadParams,
  ThreadReadResponse,
  ThreadRealtimeAppendAudioParams,
  ThreadRealtimeAppendAudioResponse,
  ThreadRealtimeAppendTextParams,
  ThreadRealtimeAppendTextResponse,
  ThreadRealtimeClosedNotification,
  ThreadRealtimeErrorNotification,
  ThreadRealtimeItemAddedNotification,
  ThreadRealtimeListVoicesParams,
  ThreadRealtimeListVoicesResponse,
  ThreadRealtimeOutputAudioDeltaNotification,
  ThreadRealtimeSdpNotification,
  ThreadRealtimeStartParams,
  ThreadRealtimeStartResponse,
  ThreadRealtimeStartedNotification,
  ThreadRealtimeStopParams,
  ThreadRealtimeStopResponse,
  ThreadRealtimeTranscriptDeltaNotification,
  ThreadRealtimeTranscriptDoneNotification,
  ThreadResumeParams,
  ThreadResumeResponse,
  ThreadRollbackParams,
  ThreadRollbackResponse,
  ThreadSetNameParams,
  ThreadSetNameResponse,
  ThreadShellCommandParams,
  ThreadShellCommandResponse,
  ThreadStartParams,
  ThreadStartResponse,
  ThreadStartedNotification,
  ThreadStatusChangedNotification,
  ThreadTokenUsageUpdatedNotification,
  ThreadTurnsListParams,
  ThreadTurnsListResponse,
  ThreadUnarchiveParams,
  ThreadUnarchiveResponse,
  ThreadUnarchivedNotification,
  ThreadUnsubscribeParams,
  ThreadUnsubscribeResponse,
  ToolRequestUserInputParams,
  ToolRequestUserInputResponse,
  TrackProductAnalyticsEventParams,
  TrackProductAnalyticsEventResponse,
  TurnCompletedNotification,
  TurnDiffUpdatedNotification,
  TurnInterruptParams,
  TurnInterruptResponse,
  TurnPlanUpdatedNotification,
  TurnStartParams,
  TurnStartResponse,
  TurnStartedNotification,
  TurnSteerParams,
  TurnSteerResponse,
  WarningNotification,
  WindowsSandboxSetupCompletedNotification,
  WindowsSandboxSetupStartParams,
  WindowsSandboxSetupStartResponse,
  WindowsWorldWritableWarningNotification,
} from "../types.js";
import type { PayloadSchema, Schemas } from "../../runtime/validation.js";

/** Params of "initialize", as the server accepts it. */
export declare const initializeParams: PayloadSchema<InitializeParams>;

/** Result of "initialize", as the server sends it. */
export declare const initializeResult: PayloadSchema<InitializeResponse>;

/** Params of "thread/start", as the server accepts it. */
export declare const threadStartParams: PayloadSchema<ThreadStartParams>;

/** Result of "thread/start", as the server sends it. */
export declare const threadStartResult: PayloadSchema<ThreadStartResponse>;

/** Params of "thread/resume", as the server accepts it. */
export declare const threadResumeParams: PayloadSchema<ThreadResumeParams>;

/** Result of "thread/resume", as the server sends it. */
export declare const threadResumeResult: PayloadSchema<ThreadResumeResponse>;

/** Params of "thread/fork", as the server accepts it. */
export declare const threadForkParams: PayloadSchema<ThreadForkParams>;

/** Result of "thread/fork", as the server sends it. */
export declare const threadForkResult: PayloadSchema<ThreadForkResponse>;

/** Params of "thread/unsubscribe", as the server accepts it. */
export declare const threadUnsubscribeParams: PayloadSchema<ThreadUnsubscribeParams>;

/** Result of "thread/unsubscribe", as the server sends it. */
export declare const threadUnsubscribeResult: PayloadSchema<ThreadUnsubscribeResponse>;

/** Params of "thread/archive", as the server accepts it. */
export declare const threadArchiveParams: PayloadSchema<ThreadArchiveParams>;

/** Result of "thread/archive", as the server sends it. */
export declare const threadArchiveResult: PayloadSchema<ThreadArchiveResponse>;

/** Params of "thread/unarchive", as the server accepts it. */
export declare const threadUnarchiveParams: PayloadSchema<ThreadUnarchiveParams>;

/** Result of "thread/unarchive", as the server sends it. */
export declare const threadUnarchiveResult: PayloadSchema<ThreadUnarchiveResponse>;

/** Params of "thread/list", as the server accepts it. */
export declare const threadListParams: PayloadSchema<ThreadListParams>;

/** Result of "thread/list", as the server sends it. */
export declare const threadListResult: PayloadSchema<ThreadListResponse>;

/** Params of "thread/loaded/list", as the server accepts it. */
export declare const threadLoadedListParams: PayloadSchema<ThreadLoadedListParams>;

/** Result of "thread/loaded/list", as the server sends it. */
export declare const threadLoadedListResult: PayloadSchema<ThreadLoadedListResponse>;

/** Params of "thread/read", as the server accepts it. */
export declare const threadReadParams: PayloadSchema<ThreadReadParams>;

/** Result of "thread/read", as the server sends it. */
export declare const threadReadResult: PayloadSchema<ThreadReadResponse>;

/** Params of "thread/turns/list", as the server accepts it. */
export declare const threadTurnsListParams: PayloadSchema<ThreadTurnsListParams>;

/** Result of "thread/turns/list", as the server sends it. */
export declare const threadTurnsListResult: PayloadSchema<ThreadTurnsListResponse>;

/** Params of "thread/name/set", as the server accepts it. */
export declare const threadNameSetParams: PayloadSchema<ThreadSetNameParams>;

/** Result of "thread/name/set", as the server sends it. */
export declare const threadNameSetResult: PayloadSchema<ThreadSetNameResponse>;

/** Params of "thread/metadata/update", as the server accepts it. */
export declare const threadMetadataUpdateParams: PayloadSchema<ThreadMetadataUpdateParams>;

/** Result of "thread/metadata/update", as the server sends it. */
export declare const threadMetadataUpdateResult: PayloadSchema<ThreadMetadataUpdateResponse>;

/** Params of "thread/rollback", as the server accepts it. */
export declare const threadRollbackParams: PayloadSchema<ThreadRollbackParams>;

/** Result of "thread/rollback", as the server sends it. */
export declare const threadRollbackResult: PayloadSchema<ThreadRollbackResponse>;

/** Params of "thread/compact/start", as the server accepts it. */
export declare const threadCompactStartParams: PayloadSchema<ThreadCompactStartParams>;

/** Result of "thread/compact/start", as the server sends it. */
export declare const threadCompactStartResult: PayloadSchema<ThreadCompactStartResponse>;

/** Params of "thread/inject_items", as the server accepts it. */
export declare const threadInjectItemsParams: PayloadSchema<ThreadInjectItemsParams>;

/** Result of "thread/inject_items", as the server sends it. */
export declare const threadInjectItemsResult: PayloadSchema<ThreadInjectItemsResponse>;

/** Params of "thread/shellCommand", as the server accepts it. */
export declare const threadShellCommandParams: PayloadSchema<ThreadShellCommandParams>;

/** Result of "thread/shellCommand", as the server sends it. */
export declare const threadShellCommandResult: PayloadSchema<ThreadShellCommandResponse>;

/** Params of "thread/backgroundTerminals/clean", as the server accepts it. */
export declare const threadBackgroundTerminalsCleanParams: PayloadSchema<ThreadBackgroundTerminalsCleanParams>;

/** Result of "thread/backgroundTerminals/clean", as the server sends it. */
export declare const threadBackgroundTerminalsCleanResult: PayloadSchema<ThreadBackgroundTerminalsCleanResponse>;

/** Params of "thread/approveGuardianDeniedAction", as the server accepts it. */
export declare const threadApproveGuardianDeniedActionParams: PayloadSchema<ThreadApproveGuardianDeniedActionParams>;

/** Result of "thread/approveGuardianDeniedAction", as the server sends it. */
export declare const threadApproveGuardianDeniedActionResult: PayloadSchema<ThreadApproveGuardianDeniedActionResponse>;

/** Params of "thread/increment_elicitation", as the server accepts it. */
export declare const threadIncrementElicitationParams: PayloadSchema<ThreadIncrementElicitationParams>;

/** Result of "thread/increment_elicitation", as the server sends it. */
export declare const threadIncrementElicitationResult: PayloadSchema<ThreadIncrementElicitationResponse>;

/** Params of "thread/decrement_elicitation", as the server accepts it. */
export declare const threadDecrementElicitationParams: PayloadSchema<ThreadDecrementElicitationParams>;

/** Result of "thread/decrement_elicitation", as the server sends it. */
export declare const threadDecrementElicitationResult: PayloadSchema<ThreadDecrementElicitationResponse>;

/** Params of "thread/goal/set", as the server accepts it. */
export declare const threadGoalSetParams: PayloadSchema<ThreadGoalSetParams>;

/** Result of "thread/goal/set", as the server sends it. */
export declare const threadGoalSetResult: PayloadSchema<ThreadGoalSetResponse>;

/** Params of "thread/goal/get", as the server accepts it. */
export declare const threadGoalGetParams: PayloadSchema<ThreadGoalGetParams>;

/** Result of "thread/goal/get", as the server sends it. */
export declare const threadGoalGetResult: PayloadSchema<ThreadGoalGetResponse>;

/** Params of "thread/goal/clear", as the server accepts it. */
export declare const threadGoalClearParams: PayloadSchema<ThreadGoalClearParams>;

/** Result of "thread/goal/clear", as the server sends it. */
export declare const threadGoalClearResult: PayloadSchema<ThreadGoalClearResponse>;

/** Params of "thread/memoryMode/set", as the server accepts it. */
export declare const threadMemoryModeSetParams: PayloadSchema<ThreadMemoryModeSetParams>;

/** Result of "thread/memoryMode/set", as the server sends it. */
export declare const threadMemoryModeSetResult: PayloadSchema<ThreadMemoryModeSetResponse>;

/** Params of "memory/reset", as the server accepts it. */
export declare const memoryResetParams: PayloadSchema<undefined>;

/** Result of "memory/reset", as the server sends it. */
export declare const memoryResetResult: PayloadSchema<MemoryResetResponse>;

/** Params of "turn/start", as the server accepts it. */
export declare const turnStartParams: PayloadSchema<TurnStartParams>;

/** Result of "turn/start", as the server sends it. */
export declare const turnStartResult: PayloadSchema<TurnStartResponse>;

/** Params of "turn/steer", as the server accepts it. */
export declare const turnSteerParams: PayloadSchema<TurnSteerParams>;

/** Result of "turn/steer", as the server sends it. */
export declare const turnSteerResult: PayloadSchema<TurnSteerResponse>;

/** Params of "turn/interrupt", as the server accepts it. */
export declare const turnInterruptParams: PayloadSchema<TurnInterruptParams>;

/** Result of "turn/interrupt", as the server sends it. */
export declare const turnInterruptResult: PayloadSchema<TurnInterruptResponse>;

/** Params of "review/start", as the server accepts it. */
export declare const reviewStartParams: PayloadSchema<ReviewStartParams>;

/** Result of "review/start", as the server sends it. */
export declare const reviewStartResult: PayloadSchema<ReviewStartResponse>;

/** Params of "thread/realtime/start", as the server accepts it. */
export declare const threadRealtimeStartParams: PayloadSchema<ThreadRealtimeStartParams>;

/** Result of "thread/realtime/start", as the server sends it. */
export declare const threadRealtimeStartResult: PayloadSchema<ThreadRealtimeStartResponse>;

/** Params of "thread/realtime/appendAudio", as the server accepts it. */
export declare const threadRealtimeAppendAudioParams: PayloadSchema<ThreadRealtimeAppendAudioParams>;

/** Result of "thread/realtime/appendAudio", as the server sends it. */
export declare const threadRealtimeAppendAudioResult: PayloadSchema<ThreadRealtimeAppendAudioResponse>;

/** Params of "thread/realtime/appendText", as the server accepts it. */
export declare const threadRealtimeAppendTextParams: PayloadSchema<ThreadRealtimeAppendTextParams>;

/** Result of "thread/realtime/appendText", as the server sends it. */
export declare const threadRealtimeAppendTextResult: PayloadSchema<ThreadRealtimeAppendTextResponse>;

/** Params of "thread/realtime/stop", as the server accepts it. */
export declare const threadRealtimeStopParams: PayloadSchema<ThreadRealtimeStopParams>;

/** Result of "thread/realtime/stop", as the server sends it. */
export declare const threadRealtimeStopResult: PayloadSchema<ThreadRealtimeStopResponse>;

/** Params of "thread/realtime/listVoices", as the server accepts it. */
export declare const threadRealtimeListVoicesParams: PayloadSchema<ThreadRealtimeListVoicesParams>;

/** Result of "thread/realtime/listVoices", as the server sends it. */
export declare const threadRealtimeListVoicesResult: PayloadSchema<ThreadRealtimeListVoicesResponse>;

/** Params of "account/read", as the server accepts it. */
export declare const accountReadParams: PayloadSchema<GetAccountParams>;

/** Result of "account/read", as the server sends it. */
export declare const accountReadResult: PayloadSchema<GetAccountResponse>;

/** Params of "account/login/start", as the server accepts it. */
export declare const accountLoginStartParams: PayloadSchema<LoginAccountParams>;

/** Result of "account/login/start", as the server sends it. */
export declare const accountLoginStartResult: PayloadSchema<LoginAccountResponse>;

/** Params of "account/login/cancel", as the server accepts it. */
export declare const accountLoginCancelParams: PayloadSchema<CancelLoginAccountParams>;

/** Result of "account/login/cancel", as the server sends it. */
export declare const accountLoginCancelResult: PayloadSchema<CancelLoginAccountResponse>;

/** Params of "account/logout", as the server accepts it. */
export declare const accountLogoutParams: PayloadSchema<undefined>;

/** Result of "account/logout", as the server sends it. */
export declare const accountLogoutResult: PayloadSchema<LogoutAccountResponse>;

/** Params of "account/rateLimits/read", as the server accepts it. */
export declare const accountRateLimitsReadParams: PayloadSchema<undefined>;

/** Result of "account/rateLimits/read", as the server sends it. */
export declare const accountRateLimitsReadResult: PayloadSchema<GetAccountRateLimitsResponse>;

/** Params of "account/sendAddCreditsNudgeEmail", as the server accepts it. */
export declare const accountSendAddCreditsNudgeEmailParams: PayloadSchema<SendAddCreditsNudgeEmailParams>;

/** Result of "account/sendAddCreditsNudgeEmail", as the server sends it. */
export declare const accountSendAddCreditsNudgeEmailResult: PayloadSchema<SendAddCreditsNudgeEmailResponse>;

/** Params of "mcpServerStatus/list", as the server accepts it. */
export declare const mcpServerStatusListParams: PayloadSchema<ListMcpServerStatusParams>;

/** Result of "mcpServerStatus/list", as the server sends it. */
export declare const mcpServerStatusListResult: PayloadSchema<ListMcpServerStatusResponse>;

/** Params of "mcpServer/oauth/login", as the server accepts it. */
export declare const mcpServerOauthLoginParams: PayloadSchema<McpServerOauthLoginParams>;

/** Result of "mcpServer/oauth/login", as the server sends it. */
export declare const mcpServerOauthLoginResult: PayloadSchema<McpServerOauthLoginResponse>;

/** Params of "mcpServer/resource/read", as the server accepts it. */
export declare const mcpServerResourceReadParams: PayloadSchema<McpResourceReadParams>;

/** Result of "mcpServer/resource/read", as the server sends it. */
export declare const mcpServerResourceReadResult: PayloadSchema<McpResourceReadResponse>;

/** Params of "mcpServer/tool/call", as the server accepts it. */
export declare const mcpServerToolCallParams: PayloadSchema<McpServerToolCallParams>;

/** Result of "mcpServer/tool/call", as the server sends it. */
export declare const mcpServerToolCallResult: PayloadSchema<McpServerToolCallResponse>;

/** Params of "fuzzyFileSearch", as the server accepts it. */
export declare const fuzzyFileSearchParams: PayloadSchema<FuzzyFileSearchParams>;

/** Result of "fuzzyFileSearch", as the server sends it. */
export declare const fuzzyFileSearchResult: PayloadSchema<FuzzyFileSearchResponse>;

/** Params of "fuzzyFileSearch/sessionStart", as the server accepts it. */
export declare const fuzzyFileSearchSessionStartParams: PayloadSchema<FuzzyFileSearchSessionStartParams>;

/** Result of "fuzzyFileSearch/sessionStart", as the server sends it. */
export declare const fuzzyFileSearchSessionStartResult: PayloadSchema<FuzzyFileSearchSessionStartResponse>;

/** Params of "fuzzyFileSearch/sessionUpdate", as the server accepts it. */
export declare const fuzzyFileSearchSessionUpdateParams: PayloadSchema<FuzzyFileSearchSessionUpdateParams>;

/** Result of "fuzzyFileSearch/sessionUpdate", as the server sends it. */
export declare const fuzzyFileSearchSessionUpdateResult: PayloadSchema<FuzzyFileSearchSessionUpdateResponse>;

/** Params of "fuzzyFileSearch/sessionStop", as the server accepts it. */
export declare const fuzzyFileSearchSessionStopParams: PayloadSchema<FuzzyFileSearchSessionStopParams>;

/** Result of "fuzzyFileSearch/sessionStop", as the server sends it. */
export declare const fuzzyFileSearchSessionStopResult: PayloadSchema<FuzzyFileSearchSessionStopResponse>;

/** Params of "windowsSandbox/setupStart", as the server accepts it. */
export declare const windowsSandboxSetupStartParams: PayloadSchema<WindowsSandboxSetupStartParams>;

/** Result of "windowsSandbox/setupStart", as the server sends it. */
export declare const windowsSandboxSetupStartResult: PayloadSchema<WindowsSandboxSetupStartResponse>;

/** Params of "model/list", as the server accepts it. */
export declare const modelListParams: PayloadSchema<ModelListParams>;

/** Result of "model/list", as the server sends it. */
export declare const modelListResult: PayloadSchema<ModelListResponse>;

/** Params of "collaborationMode/list", as the server accepts it. */
export declare const collaborationModeListParams: PayloadSchema<CollaborationModeListParams>;

/** Result of "collaborationMode/list", as the server sends it. */
export declare const collaborationModeListResult: PayloadSchema<CollaborationModeListResponse>;

/** Params of "experimentalFeature/list", as the server accepts it. */
export declare const experimentalFeatureListParams: PayloadSchema<ExperimentalFeatureListParams>;

/** Result of "experimentalFeature/list", as the server sends it. */
export declare const experimentalFeatureListResult: PayloadSchema<ExperimentalFeatureListResponse>;

/** Params of "experimentalFeature/enablement/set", as the server accepts it. */
export declare const experimentalFeatureEnablementSetParams: PayloadSchema<ExperimentalFeatureEnablementSetParams>;

/** Result of "experimentalFeature/enablement/set", as the server sends it. */
export declare const experimentalFeatureEnablementSetResult: PayloadSchema<ExperimentalFeatureEnablementSetResponse>;

/** Params of "mock/experimentalMethod", as the server accepts it. */
export declare const mockExperimentalMethodParams: PayloadSchema<MockExperimentalMethodParams>;

/** Result of "mock/experimentalMethod", as the server sends it. */
export declare const mockExperimentalMethodResult: PayloadSchema<MockExperimentalMethodResponse>;

/** Params of "skills/list", as the server accepts it. */
export declare const skillsListParams: PayloadSchema<SkillsListParams>;

/** Result of "skills/list", as the server sends it. */
export declare const skillsListResult: PayloadSchema<SkillsListResponse>;

/** Params of "skills/config/write", as the server accepts it. */
export declare const skillsConfigWriteParams: PayloadSchema<SkillsConfigWriteParams>;

/** Result of "skills/config/write", as the server sends it. */
export declare const skillsConfigWriteResult: PayloadSchema<SkillsConfigWriteResponse>;

/** Params of "app/list", as the server accepts it. */
export declare const appListParams: PayloadSchema<AppsListParams>;

/** Result of "app/list", as the server sends it. */
export declare const appListResult: PayloadSchema<AppsListResponse>;

/** Params of "plugin/list", as the server accepts it. */
export declare const pluginListParams: PayloadSchema<PluginListParams>;

/** Result of "plugin/list", as the server sends it. */
export declare const pluginListResult: PayloadSchema<PluginListResponse>;

/** Params of "plugin/read", as the server accepts it. */
export declare const pluginReadParams: PayloadSchema<PluginReadParams>;

/** Result of "plugin/read", as the server sends it. */
export declare const pluginReadResult: PayloadSchema<PluginReadResponse>;

/** Params of "plugin/install", as the server accepts it. */
export declare const pluginInstallParams: PayloadSchema<PluginInstallParams>;

/** Result of "plugin/install", as the server sends it. */
export declare const pluginInstallResult: PayloadSchema<PluginInstallResponse>;

/** Params of "plugin/uninstall", as the server accepts it. */
export declare const pluginUninstallParams: PayloadSchema<PluginUninstallParams>;

/** Result of "plugin/uninstall", as the server sends it. */
export declare const pluginUninstallResult: PayloadSchema<PluginUninstallResponse>;

/** Params of "marketplace/add", as the server accepts it. */
export declare const marketplaceAddParams: PayloadSchema<MarketplaceAddParams>;

/** Result of "marketplace/add", as the server sends it. */
export declare const marketplaceAddResult: PayloadSchema<MarketplaceAddResponse>;

/** Params of "marketplace/remove", as the server accepts it. */
export declare const marketplaceRemoveParams: PayloadSchema<MarketplaceRemoveParams>;

/** Result of "marketplace/remove", as the server sends it. */
export declare const marketplaceRemoveResult: PayloadSchema<MarketplaceRemoveResponse>;

/** Params of "marketplace/upgrade", as the server accepts it. */
export declare const marketplaceUpgradeParams: PayloadSchema<MarketplaceUpgradeParams>;

/** Result of "marketplace/upgrade", as the server sends it. */
export declare const marketplaceUpgradeResult: PayloadSchema<MarketplaceUpgradeResponse>;

/** Params of "config/read", as the server accepts it. */
export declare const configReadParams: PayloadSchema<ConfigReadParams>;

/** Result of "config/read", as the server sends it. */
export declare const configReadResult: PayloadSchema<ConfigReadResponse>;

/** Params of "config/value/write", as the server accepts it. */
export declare const configValueWriteParams: PayloadSchema<ConfigValueWriteParams>;

/** Result of "config/value/write", as the server sends it. */
export declare const configValueWriteResult: PayloadSchema<ConfigWriteResponse>;

/** Params of "config/batchWrite", as the server accepts it. */
export declare const configBatchWriteParams: PayloadSchema<ConfigBatchWriteParams>;

/** Result of "config/batchWrite", as the server sends it. */
export declare const configBatchWriteResult: PayloadSchema<ConfigWriteResponse>;

/** Params of "config/mcpServer/reload", as the server accepts it. */
export declare const configMcpServerReloadParams: PayloadSchema<undefined>;

/** Result of "config/mcpServer/reload", as the server sends it. */
export declare const configMcpServerReloadResult: PayloadSchema<McpServerRefreshResponse>;

/** Params of "configRequirements/read", as the server accepts it. */
export declare const configRequirementsReadParams: PayloadSchema<undefined>;

/** Result of "configRequirements/read", as the server sends it. */
export declare const configRequirementsReadResult: PayloadSchema<ConfigRequirementsReadResponse>;

/** Params of "externalAgentConfig/detect", as the server accepts it. */
export declare const externalAgentConfigDetectParams: PayloadSchema<ExternalAgentConfigDetectParams>;

/** Result of "externalAgentConfig/detect", as the server sends it. */
export declare const externalAgentConfigDetectResult: PayloadSchema<ExternalAgentConfigDetectResponse>;

/** Params of "externalAgentConfig/import", as the server accepts it. */
export declare const externalAgentConfigImportParams: PayloadSchema<ExternalAgentConfigImportParams>;

/** Result of "externalAgentConfig/import", as the server sends it. */
export declare const externalAgentConfigImportResult: PayloadSchema<ExternalAgentConfigImportResponse>;

/** Params of "command/exec", as the server accepts it. */
export declare const commandExecParams: PayloadSchema<CommandExecParams>;

/** Result of "command/exec", as the server sends it. */
export declare const commandExecResult: PayloadSchema<CommandExecResponse>;

/** Params of "command/exec/write", as the server accepts it. */
export declare const commandExecWriteParams: PayloadSchema<CommandExecWriteParams>;

/** Result of "command/exec/write", as the server sends it. */
export declare const commandExecWriteResult: PayloadSchema<CommandExecWriteResponse>;

/** Params of "command/exec/terminate", as the server accepts it. */
export declare const commandExecTerminateParams: PayloadSchema<CommandExecTerminateParams>;

/** Result of "command/exec/terminate", as the server sends it. */
export declare const commandExecTerminateResult: PayloadSchema<CommandExecTerminateResponse>;

/** Params of "command/exec/resize", as the server accepts it. */
export declare const commandExecResizeParams: PayloadSchema<CommandExecResizeParams>;

/** Result of "command/exec/resize", as the server sends it. */
export declare const commandExecResizeResult: PayloadSchema<CommandExecResizeResponse>;

/** Params of "fs/readFile", as the server accepts it. */
export declare const fsReadFileParams: PayloadSchema<FsReadFileParams>;

/** Result of "fs/readFile", as the server sends it. */
export declare const fsReadFileResult: PayloadSchema<FsReadFileResponse>;

/** Params of "fs/writeFile", as the server accepts it. */
export declare const fsWriteFileParams: PayloadSchema<FsWriteFileParams>;

/** Result of "fs/writeFile", as the server sends it. */
export declare const fsWriteFileResult: PayloadSchema<FsWriteFileResponse>;

/** Params of "fs/createDirectory", as the server accepts it. */
export declare const fsCreateDirectoryParams: PayloadSchema<FsCreateDirectoryParams>;

/** Result of "fs/createDirectory", as the server sends it. */
export declare const fsCreateDirectoryResult: PayloadSchema<FsCreateDirectoryResponse>;

/** Params of "fs/getMetadata", as the server accepts it. */
export declare const fsGetMetadataParams: PayloadSchema<FsGetMetadataParams>;

/** Result of "fs/getMetadata", as the server sends it. */
export declare const fsGetMetadataResult: PayloadSchema<FsGetMetadataResponse>;

/** Params of "fs/readDirectory", as the server accepts it. */
export declare const fsReadDirectoryParams: PayloadSchema<FsReadDirectoryParams>;

/** Result of "fs/readDirectory", as the server sends it. */
export declare const fsReadDirectoryResult: PayloadSchema<FsReadDirectoryResponse>;

/** Params of "fs/remove", as the server accepts it. */
export declare const fsRemoveParams: PayloadSchema<FsRemoveParams>;

/** Result of "fs/remove", as the server sends it. */
export declare const fsRemoveResult: PayloadSchema<FsRemoveResponse>;

/** Params of "fs/copy", as the server accepts it. */
export declare const fsCopyParams: PayloadSchema<FsCopyParams>;

/** Result of "fs/copy", as the server sends it. */
export declare const fsCopyResult: PayloadSchema<FsCopyResponse>;

/** Params of "fs/watch", as the server accepts it. */
export declare const fsWatchParams: PayloadSchema<FsWatchParams>;

/** Result of "fs/watch", as the server sends it. */
export declare const fsWatchResult: PayloadSchema<FsWatchResponse>;

/** Params of "fs/unwatch", as the server accepts it. */
export declare const fsUnwatchParams: PayloadSchema<FsUnwatchParams>;

/** Result of "fs/unwatch", as the server sends it. */
export declare const fsUnwatchResult: PayloadSchema<FsUnwatchResponse>;

/** Params of "device/key/create", as the server accepts it. */
export declare const deviceKeyCreateParams: PayloadSchema<DeviceKeyCreateParams>;

/** Result of "device/key/create", as the server sends it. */
export declare const deviceKeyCreateResult: PayloadSchema<DeviceKeyCreateResponse>;

/** Params of "device/key/public", as the server accepts it. */
export declare const deviceKeyPublicParams: PayloadSchema<DeviceKeyPublicParams>;

/** Result of "device/key/public", as the server sends it. */
export declare const deviceKeyPublicResult: PayloadSchema<DeviceKeyPublicResponse>;

/** Params of "device/key/sign", as the server accepts it. */
export declare const deviceKeySignParams: PayloadSchema<DeviceKeySignParams>;

/** Result of "device/key/sign", as the server sends it. */
export declare const deviceKeySignResult: PayloadSchema<DeviceKeySignResponse>;

/** Params of "analytics/productEvent/track", as the server accepts it. */
export declare const analyticsProductEventTrackParams: PayloadSchema<TrackProductAnalyticsEventParams>;

/** Result of "analytics/productEvent/track", as the server sends it. */
export declare const analyticsProductEventTrackResult: PayloadSchema<TrackProductAnalyticsEventResponse>;

/** Params of "feedback/upload", as the server accepts it. */
export declare const feedbackUploadParams: PayloadSchema<FeedbackUploadParams>;

/** Result of "feedback/upload", as the server sends it. */
export declare const feedbackUploadResult: PayloadSchema<FeedbackUploadResponse>;

/** Params of "item/commandExecution/requestApproval", as the server sends it. */
export declare const itemCommandExecutionRequestApprovalParams: PayloadSchema<CommandExecutionRequestApprovalParams>;

/** Result of "item/commandExecution/requestApproval", as the server accepts it. */
export declare const itemCommandExecutionRequestApprovalResult: PayloadSchema<CommandExecutionRequestApprovalResponse>;

/** Params of "item/fileChange/requestApproval", as the server sends it. */
export declare const itemFileChangeRequestApprovalParams: PayloadSchema<FileChangeRequestApprovalParams>;

/** Result of "item/fileChange/requestApproval", as the server accepts it. */
export declare const itemFileChangeRequestApprovalResult: PayloadSchema<FileChangeRequestApprovalResponse>;

/** Params of "item/permissions/requestApproval", as the server sends it. */
export declare const itemPermissionsRequestApprovalParams: PayloadSchema<PermissionsRequestApprovalParams>;

/** Result of "item/permissions/requestApproval", as the server accepts it. */
export declare const itemPermissionsRequestApprovalResult: PayloadSchema<PermissionsRequestApprovalResponse>;

/** Params of "item/tool/requestUserInput", as the server sends it. */
export declare const itemToolRequestUserInputParams: PayloadSchema<ToolRequestUserInputParams>;

/** Result of "item/tool/requestUserInput", as the server accepts it. */
export declare const itemToolRequestUserInputResult: PayloadSchema<ToolRequestUserInputResponse>;

/** Params of "item/tool/call", as the server sends it. */
export declare const itemToolCallParams: PayloadSchema<DynamicToolCallParams>;

/** Result of "item/tool/call", as the server accepts it. */
export declare const itemToolCallResult: PayloadSchema<DynamicToolCallResponse>;

/** Params of "mcpServer/elicitation/request", as the server sends it. */
export declare const mcpServerElicitationRequestParams: PayloadSchema<McpServerElicitationRequestParams>;

/** Result of "mcpServer/elicitation/request", as the server accepts it. */
export declare const mcpServerElicitationRequestResult: PayloadSchema<McpServerElicitationRequestResponse>;

/** Params of "applyPatchApproval", as the server sends it. */
export declare const applyPatchApprovalParams: PayloadSchema<ApplyPatchApprovalParams>;

/** Result of "applyPatchApproval", as the server accepts it. */
export declare const applyPatchApprovalResult: PayloadSchema<ApplyPatchApprovalResponse>;

/** Params of "execCommandApproval", as the server sends it. */
export declare const execCommandApprovalParams: PayloadSchema<ExecCommandApprovalParams>;

/** Result of "execCommandApproval", as the server accepts it. */
export declare const execCommandApprovalResult: PayloadSchema<ExecCommandApprovalResponse>;

/** Params of "account/chatgptAuthTokens/refresh", as the server sends it. */
export declare const accountChatgptAuthTokensRefreshParams: PayloadSchema<ChatgptAuthTokensRefreshParams>;

/** Result of "account/chatgptAuthTokens/refresh", as the server accepts it. */
export declare const accountChatgptAuthTokensRefreshResult: PayloadSchema<ChatgptAuthTokensRefreshResponse>;

/** Params of "initialized", as the server accepts it. */
export declare const initializedParams: PayloadSchema<undefined>;

/** Params of "error", as the server sends it. */
export declare const errorParams: PayloadSchema<ErrorNotification>;

/** Params of "warning", as the server sends it. */
export declare const warningParams: PayloadSchema<WarningNotification>;

/** Params of "guardianWarning", as the server sends it. */
export declare const guardianWarningParams: PayloadSchema<GuardianWarningNotification>;

/** Params of "deprecationNotice", as the server sends it. */
export declare const deprecationNoticeParams: PayloadSchema<DeprecationNoticeNotification>;

/** Params of "configWarning", as the server sends it. */
export declare const configWarningParams: PayloadSchema<ConfigWarningNotification>;

/** Params of "thread/started", as the server sends it. */
export declare const threadStartedParams: PayloadSchema<ThreadStartedNotification>;

/** Params of "thread/status/changed", as the server sends it. */
export declare const threadStatusChangedParams: PayloadSchema<ThreadStatusChangedNotification>;

/** Params of "thread/archived", as the server sends it. */
export declare const threadArchivedParams: PayloadSchema<ThreadArchivedNotification>;

/** Params of "thread/unarchived", as the server sends it. */
export declare const threadUnarchivedParams: PayloadSchema<ThreadUnarchivedNotification>;

/** Params of "thread/closed", as the server sends it. */
export declare const threadClosedParams: PayloadSchema<ThreadClosedNotification>;

/** Params of "thread/name/updated", as the server sends it. */
export declare const threadNameUpdatedParams: PayloadSchema<ThreadNameUpdatedNotification>;

/** Params of "thread/tokenUsage/updated", as the server sends it. */
export declare const threadTokenUsageUpdatedParams: PayloadSchema<ThreadTokenUsageUpdatedNotification>;

/** Params of "thread/compacted", as the server sends it. */
export declare const threadCompactedParams: PayloadSchema<ContextCompactedNotification>;

/** Params of "thread/goal/updated", as the server sends it. */
export declare const threadGoalUpdatedParams: PayloadSchema<ThreadGoalUpdatedNotification>;

/** Params of "thread/goal/cleared", as the server sends it. */
export declare const threadGoalClearedParams: PayloadSchema<ThreadGoalClearedNotification>;

/** Params of "turn/started", as the server sends it. */
export declare const turnStartedParams: PayloadSchema<TurnStartedNotification>;

/** Params of "turn/completed", as the server sends it. */
export declare const turnCompletedParams: PayloadSchema<TurnCompletedNotification>;

/** Params of "turn/diff/updated", as the server sends it. */
export declare const turnDiffUpdatedParams: PayloadSchema<TurnDiffUpdatedNotification>;

/** Params of "turn/plan/updated", as the server sends it. */
export declare const turnPlanUpdatedParams: PayloadSchema<TurnPlanUpdatedNotification>;

/** Params of "thread/realtime/started", as the server sends it. */
export declare const threadRealtimeStartedParams: PayloadSchema<ThreadRealtimeStartedNotification>;

/** Params of "thread/realtime/itemAdded", as the server sends it. */
export declare const threadRealtimeItemAddedParams: PayloadSchema<ThreadRealtimeItemAddedNotification>;

/** Params of "thread/realtime/transcript/delta", as the server sends it. */
export declare const threadRealtimeTranscriptDeltaParams: PayloadSchema<ThreadRealtimeTranscriptDeltaNotification>;

/** Params of "thread/realtime/transcript/done", as the server sends it. */
export declare const threadRealtimeTranscriptDoneParams: PayloadSchema<ThreadRealtimeTranscriptDoneNotification>;

/** Params of "thread/realtime/outputAudio/delta", as the server sends it. */
export declare const threadRealtimeOutputAudioDeltaParams: PayloadSchema<ThreadRealtimeOutputAudioDeltaNotification>;

/** Params of "thread/realtime/sdp", as the server sends it. */
export declare const threadRealtimeSdpParams: PayloadSchema<ThreadRealtimeSdpNotification>;

/** Params of "thread/realtime/error", as the server sends it. */
export declare const threadRealtimeErrorParams: PayloadSchema<ThreadRealtimeErrorNotification>;

/** Params of "thread/realtime/closed", as the server sends it. */
export declare const threadRealtimeClosedParams: PayloadSchema<ThreadRealtimeClosedNotification>;

/** Params of "item/started", as the server sends it. */
export declare const itemStartedParams: PayloadSchema<ItemStartedNotification>;

/** Params of "item/completed", as the server sends it. */
export declare const itemCompletedParams: PayloadSchema<ItemCompletedNotification>;

/** Params of "item/agentMessage/delta", as the server sends it. */
export declare const itemAgentMessageDeltaParams: PayloadSchema<AgentMessageDeltaNotification>;

/** Params of "item/plan/delta", as the server sends it. */
export declare const itemPlanDeltaParams: PayloadSchema<PlanDeltaNotification>;

/** Params of "item/reasoning/summaryTextDelta", as the server sends it. */
export declare const itemReasoningSummaryTextDeltaParams: PayloadSchema<ReasoningSummaryTextDeltaNotification>;

/** Params of "item/reasoning/summaryPartAdded", as the server sends it. */
export declare const itemReasoningSummaryPartAddedParams: PayloadSchema<ReasoningSummaryPartAddedNotification>;

/** Params of "item/reasoning/textDelta", as the server sends it. */
export declare const itemReasoningTextDeltaParams: PayloadSchema<ReasoningTextDeltaNotification>;

/** Params of "item/commandExecution/outputDelta", as the server sends it. */
export declare const itemCommandExecutionOutputDeltaParams: PayloadSchema<CommandExecutionOutputDeltaNotification>;

/** Params of "item/commandExecution/terminalInteraction", as the server sends it. */
export declare const itemCommandExecutionTerminalInteractionParams: PayloadSchema<TerminalInteractionNotification>;

/** Params of "item/fileChange/outputDelta", as the server sends it. */
export declare const itemFileChangeOutputDeltaParams: PayloadSchema<FileChangeOutputDeltaNotification>;

/** Params of "item/fileChange/patchUpdated", as the server sends it. */
export declare const itemFileChangePatchUpdatedParams: PayloadSchema<FileChangePatchUpdatedNotification>;

/** Params of "item/mcpToolCall/progress", as the server sends it. */
export declare const itemMcpToolCallProgressParams: PayloadSchema<McpToolCallProgressNotification>;

/** Params of "item/autoApprovalReview/started", as the server sends it. */
export declare const itemAutoApprovalReviewStartedParams: PayloadSchema<ItemGuardianApprovalReviewStartedNotification>;

/** Params of "item/autoApprovalReview/completed", as the server sends it. */
export declare const itemAutoApprovalReviewCompletedParams:
  PayloadSchema<ItemGuardianApprovalReviewCompletedNotification>;

/** Params of "hook/started", as the server sends it. */
export declare const hookStartedParams: PayloadSchema<HookStartedNotification>;

/** Params of "hook/completed", as the server sends it. */
export declare const hookCompletedParams: PayloadSchema<HookCompletedNotification>;

/** Params of "serverRequest/resolved", as the server sends it. */
export declare const serverRequestResolvedParams: PayloadSchema<ServerRequestResolvedNotification>;

/** Params of "mcpServer/oauthLogin/completed", as the server sends it. */
export declare const mcpServerOauthLoginCompletedParams: PayloadSchema<McpServerOauthLoginCompletedNotification>;

/** Params of "mcpServer/startupStatus/updated", as the server sends it. */
export declare const mcpServerStartupStatusUpdatedParams: PayloadSchema<McpServerStatusUpdatedNotification>;

/** Params of "fuzzyFileSearch/sessionUpdated", as the server sends it. */
export declare const fuzzyFileSearchSessionUpdatedParams: PayloadSchema<FuzzyFileSearchSessionUpdatedNotification>;

/** Params of "fuzzyFileSearch/sessionCompleted", as the server sends it. */
export declare const fuzzyFileSearchSessionCompletedParams: PayloadSchema<FuzzyFileSearchSessionCompletedNotification>;

/** Params of "windows/worldWritableWarning", as the server sends it. */
export declare const windowsWorldWritableWarningParams: PayloadSchema<WindowsWorldWritableWarningNotification>;

/** Params of "windowsSandbox/setupCompleted", as the server sends it. */
export declare const windowsSandboxSetupCompletedParams: PayloadSchema<WindowsSandboxSetupCompletedNotification>;

/** Params of "model/rerouted", as the server sends it. */
export declare const modelReroutedParams: PayloadSchema<ModelReroutedNotification>;

/** Params of "model/verification", as the server sends it. */
export declare const modelVerificationParams: PayloadSchema<ModelVerificationNotification>;

/** Params of "account/login/completed", as the server sends it. */
export declare const accountLoginCompletedParams: PayloadSchema<AccountLoginCompletedNotification>;

/** Params of "account/updated", as the server sends it. */
export declare const accountUpdatedParams: PayloadSchema<AccountUpdatedNotification>;

/** Params of "account/rateLimits/updated", as the server sends it. */
export declare const accountRateLimitsUpdatedParams: PayloadSchema<AccountRateLimitsUpdatedNotification>;

/** Params of "skills/changed", as the server sends it. */
export declare const skillsChangedParams: PayloadSchema<SkillsChangedNotification>;

/** Params of "app/list/updated", as the server sends it. */
export declare const appListUpdatedParams: PayloadSchema<AppListUpdatedNotification>;

/** Params of "externalAgentConfig/import/completed", as the server sends it. */
export declare const externalAgentConfigImportCompletedParams:
  PayloadSchema<ExternalAgentConfigImportCompletedNotification>;

/** Params of "command/exec/outputDelta", as the server sends it. */
export declare const commandExecOutputDeltaParams: PayloadSchema<CommandExecOutputDeltaNotification>;

/** Params of "fs/changed", as the server sends it. */
export declare const fsChangedParams: PayloadSchema<FsChangedNotification>;

/** All of them, by direction, payload and method. */
export declare const all: Required<Schemas>;
