// Types of AppServerProtocol, generated from its Rust declaration. Do not edit.

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
  ThreadClosedNotification,
  ThreadCompactStartParams,
  ThreadCompactStartResponse,
  ThreadForkParams,
  ThreadForkResponse,
  ThreadInjectItemsParams,
  ThreadInjectItemsResponse,
  ThreadListParams,
  ThreadListResponse,
  ThreadLoadedListParams,
  ThreadLoadedListResponse,
  ThreadMetadataUpdateParams,
  ThreadMetadataUpdateResponse,
  ThreadNameUpdatedNotification,
  ThreadReadParams,
  ThreadReadResponse,
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
} from "./types.js";

/** Requests that the client sends, by method. */
export interface ClientRequests {
  /**
   * Opens the connection: each side says who it is, and the client what it can deal with. It comes first and
   * once; the server refuses any other request before it. The client confirms with `initialized`.
   */
  "initialize": { params: InitializeParams; result: InitializeResponse };
  /** Creates a thread with settings of its own and makes this connection listen to it. `thread/started` follows. */
  "thread/start": { params: ThreadStartParams; result: ThreadStartResponse };
  /**
   * Goes on with a thread that the server has recorded, and makes this connection listen to it. When the thread
   * is in memory already, this connection joins those that listen.
   */
  "thread/resume": { params: ThreadResumeParams; result: ThreadResumeResponse };
  /**
   * Copies a thread with all its turns, to go on in another way, and makes this connection listen to the copy.
   * `thread/started` follows for the copy; the original stays as it is.
   */
  "thread/fork": { params: ThreadForkParams; result: ThreadForkResponse };
  /**
   * Makes this connection no longer listen to a thread. When nobody is left who listens, the server puts the
   * thread out of its memory and `thread/closed` follows.
   */
  "thread/unsubscribe": { params: ThreadUnsubscribeParams; result: ThreadUnsubscribeResponse };
  /** Puts a thread away: it is kept, but lists leave it out unless asked. `thread/archived` follows. */
  "thread/archive": { params: ThreadArchiveParams; result: ThreadArchiveResponse };
  /** Brings a thread back from the archive. `thread/unarchived` follows. */
  "thread/unarchive": { params: ThreadUnarchiveParams; result: ThreadUnarchiveResponse };
  /** Lists recorded threads, page by page. */
  "thread/list": { params: ThreadListParams; result: ThreadListResponse };
  /** Lists the threads that are in the server's memory, page by page. */
  "thread/loaded/list": { params: ThreadLoadedListParams; result: ThreadLoadedListResponse };
  /** Looks into a recorded thread without going on with it and without listening to it. */
  "thread/read": { params: ThreadReadParams; result: ThreadReadResponse };
  /** Lists the turns of a thread, page by page, without going on with it. */
  "thread/turns/list": { params: ThreadTurnsListParams; result: ThreadTurnsListResponse };
  /** Gives a thread a title, for all clients. `thread/name/updated` follows. */
  "thread/name/set": { params: ThreadSetNameParams; result: ThreadSetNameResponse };
  /** Corrects what is recorded about a thread, such as the branch it works on. */
  "thread/metadata/update": { params: ThreadMetadataUpdateParams; result: ThreadMetadataUpdateResponse };
  /** Takes the last turns of a thread back, as if they had not been. Files that they changed stay changed. */
  "thread/rollback": { params: ThreadRollbackParams; result: ThreadRollbackResponse };
  /**
   * Sums up a thread's conversation to make room, without waiting until it is too long. The response comes at
   * once; a turn with a `contextCompaction` item follows.
   */
  "thread/compact/start": { params: ThreadCompactStartParams; result: ThreadCompactStartResponse };
  /** Adds items to a thread's conversation, as the model's server knows them, without beginning a turn. */
  "thread/inject_items": { params: ThreadInjectItemsParams; result: ThreadInjectItemsResponse };
  /**
   * Runs a command that the user typed, outside of the sandbox. Its `commandExecution` item belongs to the turn
   * that is running, or to one of its own; the agent learns what the command printed.
   */
  "thread/shellCommand": { params: ThreadShellCommandParams; result: ThreadShellCommandResponse };
  /** Allows an action that the reviewing agent has refused, because the user decides otherwise. */
  "thread/approveGuardianDeniedAction": { params: ThreadApproveGuardianDeniedActionParams; result: ThreadApproveGuardianDeniedActionResponse };
  /**
   * Gives the agent the user's message and lets it work. The response comes at once; the work is told by
   * `turn/started`, by the notifications about items, and by `turn/completed` at the end.
   */
  "turn/start": { params: TurnStartParams; result: TurnStartResponse };
  /**
   * Adds to what the agent reads while a turn is running. Fails when no turn is running, when it is another
   * than the client expects, and when it is of a kind that takes no input.
   */
  "turn/steer": { params: TurnSteerParams; result: TurnSteerResponse };
  /** Stops a running turn. `turn/completed` follows with the status `interrupted`. */
  "turn/interrupt": { params: TurnInterruptParams; result: TurnInterruptResponse };
  /**
   * Lets the agent review changes, as a turn of its own kind that takes no input while it runs. Its
   * `enteredReviewMode` and `exitedReviewMode` items say what is reviewed and what was found.
   */
  "review/start": { params: ReviewStartParams; result: ReviewStartResponse };
  /** Tells in whose name the agent works. */
  "account/read": { params: GetAccountParams; result: GetAccountResponse };
  /**
   * Signs the user in. `account/login/completed` follows when that is done or has failed, and `account/updated`
   * when it succeeded.
   */
  "account/login/start": { params: LoginAccountParams; result: LoginAccountResponse };
  /** Gives up signing in before it is done. `account/login/completed` follows without success. */
  "account/login/cancel": { params: CancelLoginAccountParams; result: CancelLoginAccountResponse };
  /** Signs the user out: forgets the stored credentials, for all threads of the server. */
  "account/logout": { params: undefined; result: LogoutAccountResponse };
  /** Tells how much of the account's allowance is used up. */
  "account/rateLimits/read": { params: undefined; result: GetAccountRateLimitsResponse };
  /**
   * Asks the workspace's owner by e-mail for more credits or a higher limit, when a member has run out of
   * them. The server sends no second e-mail shortly after the first.
   */
  "account/sendAddCreditsNudgeEmail": { params: SendAddCreditsNudgeEmailParams; result: SendAddCreditsNudgeEmailResponse };
  /**
   * Lists the configured MCP servers with their tools and resources, page by page. It starts servers that do not
   * run yet, so it may take a while.
   */
  "mcpServerStatus/list": { params: ListMcpServerStatusParams; result: ListMcpServerStatusResponse };
  /**
   * Begins to sign in to an MCP server and tells the page for the user's browser.
   * `mcpServer/oauthLogin/completed` follows when the user is done there or the time is up.
   */
  "mcpServer/oauth/login": { params: McpServerOauthLoginParams; result: McpServerOauthLoginResponse };
  /** Reads something that an MCP server offers, for the client's own use; the agent does not learn of it. */
  "mcpServer/resource/read": { params: McpResourceReadParams; result: McpResourceReadResponse };
  /**
   * Calls a tool of an MCP server for the client's own use, such as for an app that the tool brings along. It
   * makes no item, and the agent does not learn of it.
   */
  "mcpServer/tool/call": { params: McpServerToolCallParams; result: McpServerToolCallResponse };
  /** Finds files by a few letters of their path. The response comes when the search is through. */
  "fuzzyFileSearch": { params: FuzzyFileSearchParams; result: FuzzyFileSearchResponse };
  /**
   * Begins to set up the sandbox on a server that runs on Windows. The response comes at once;
   * `windowsSandbox/setupCompleted` follows at the end.
   */
  "windowsSandbox/setupStart": { params: WindowsSandboxSetupStartParams; result: WindowsSandboxSetupStartResponse };
  /** Lists the models that the agent can work with, page by page. */
  "model/list": { params: ModelListParams; result: ModelListResponse };
  /** Lists the features that are not for everybody yet, page by page. */
  "experimentalFeature/list": { params: ExperimentalFeatureListParams; result: ExperimentalFeatureListResponse };
  /** Switches such features on or off until the server ends. The configuration stays as it is. */
  "experimentalFeature/enablement/set": { params: ExperimentalFeatureEnablementSetParams; result: ExperimentalFeatureEnablementSetResponse };
  /** Lists the skills that the agent finds in some folders. */
  "skills/list": { params: SkillsListParams; result: SkillsListResponse };
  /** Switches a skill on or off in the user's configuration. */
  "skills/config/write": { params: SkillsConfigWriteParams; result: SkillsConfigWriteResponse };
  /** Lists the apps that the agent could use, page by page. */
  "app/list": { params: AppsListParams; result: AppsListResponse };
  /** Lists the plugins of all marketplaces, installed or not. */
  "plugin/list": { params: PluginListParams; result: PluginListResponse };
  /** Tells what a plugin consists of, installed or not. */
  "plugin/read": { params: PluginReadParams; result: PluginReadResponse };
  /** Installs a plugin and switches it on. */
  "plugin/install": { params: PluginInstallParams; result: PluginInstallResponse };
  /** Takes an installed plugin away, with its settings. */
  "plugin/uninstall": { params: PluginUninstallParams; result: PluginUninstallResponse };
  /** Adds a marketplace: fetches it and remembers where it came from. */
  "marketplace/add": { params: MarketplaceAddParams; result: MarketplaceAddResponse };
  /** Takes a marketplace away. */
  "marketplace/remove": { params: MarketplaceRemoveParams; result: MarketplaceRemoveResponse };
  /** Fetches the present state of marketplaces. */
  "marketplace/upgrade": { params: MarketplaceUpgradeParams; result: MarketplaceUpgradeResponse };
  /** Tells the settings that hold, and which layer of the configuration each comes from. */
  "config/read": { params: ConfigReadParams; result: ConfigReadResponse };
  /** Changes one setting in a configuration file. */
  "config/value/write": { params: ConfigValueWriteParams; result: ConfigWriteResponse };
  /** Changes several settings in a configuration file at once. */
  "config/batchWrite": { params: ConfigBatchWriteParams; result: ConfigWriteResponse };
  /** Reads the MCP servers' settings again, for all threads; each takes them up with its next turn. */
  "config/mcpServer/reload": { params: undefined; result: McpServerRefreshResponse };
  /** Tells what an administrator demands of the configuration. */
  "configRequirements/read": { params: undefined; result: ConfigRequirementsReadResponse };
  /** Looks for what another coding agent has left on the machine. */
  "externalAgentConfig/detect": { params: ExternalAgentConfigDetectParams; result: ExternalAgentConfigDetectResponse };
  /** Takes over what was found. `externalAgentConfig/import/completed` follows when it is done. */
  "externalAgentConfig/import": { params: ExternalAgentConfigImportParams; result: ExternalAgentConfigImportResponse };
  /** Runs a command outside of any thread. The response comes when it has ended. */
  "command/exec": { params: CommandExecParams; result: CommandExecResponse };
  /** Writes to the input of a process that `command/exec` has started, or closes it. */
  "command/exec/write": { params: CommandExecWriteParams; result: CommandExecWriteResponse };
  /** Ends such a process. The response to its `command/exec` follows. */
  "command/exec/terminate": { params: CommandExecTerminateParams; result: CommandExecTerminateResponse };
  /** Gives such a process's terminal another size. */
  "command/exec/resize": { params: CommandExecResizeParams; result: CommandExecResizeResponse };
  /** Reads a file. */
  "fs/readFile": { params: FsReadFileParams; result: FsReadFileResponse };
  /** Writes a file. */
  "fs/writeFile": { params: FsWriteFileParams; result: FsWriteFileResponse };
  /** Makes a folder. */
  "fs/createDirectory": { params: FsCreateDirectoryParams; result: FsCreateDirectoryResponse };
  /** Tells what is at a path. */
  "fs/getMetadata": { params: FsGetMetadataParams; result: FsGetMetadataResponse };
  /** Lists what is directly in a folder. */
  "fs/readDirectory": { params: FsReadDirectoryParams; result: FsReadDirectoryResponse };
  /** Deletes a file or folder. */
  "fs/remove": { params: FsRemoveParams; result: FsRemoveResponse };
  /** Copies a file or folder. */
  "fs/copy": { params: FsCopyParams; result: FsCopyResponse };
  /** Watches a file or folder for this connection: `fs/changed` follows at each change. */
  "fs/watch": { params: FsWatchParams; result: FsWatchResponse };
  /** Ends such a watch. */
  "fs/unwatch": { params: FsUnwatchParams; result: FsUnwatchResponse };
  /** Makes a pair of keys that stays on this machine. */
  "device/key/create": { params: DeviceKeyCreateParams; result: DeviceKeyCreateResponse };
  /** Tells the public half of such a pair. */
  "device/key/public": { params: DeviceKeyPublicParams; result: DeviceKeyPublicResponse };
  /** Signs a statement with the private half of such a pair. */
  "device/key/sign": { params: DeviceKeySignParams; result: DeviceKeySignResponse };
  /** Records one typed product event that happened in the client. */
  "analytics/productEvent/track": { params: TrackProductAnalyticsEventParams; result: TrackProductAnalyticsEventResponse };
  /** Uploads a report by the user, with the server's log when the user agrees to that. */
  "feedback/upload": { params: FeedbackUploadParams; result: FeedbackUploadResponse };
}

/** Requests that the server sends, by method. */
export interface ServerRequests {
  /**
   * Asks the user whether a command may run, or whether a running command may reach a host. The turn waits for
   * the answer.
   */
  "item/commandExecution/requestApproval": { params: CommandExecutionRequestApprovalParams; result: CommandExecutionRequestApprovalResponse };
  /** Asks the user whether the agent may change files. The turn waits for the answer. */
  "item/fileChange/requestApproval": { params: FileChangeRequestApprovalParams; result: FileChangeRequestApprovalResponse };
  /**
   * Asks the user for permissions that the sandbox does not grant, before the agent makes use of them. The turn
   * waits for the answer.
   */
  "item/permissions/requestApproval": { params: PermissionsRequestApprovalParams; result: PermissionsRequestApprovalResponse };
  /**
   * Puts questions of the agent to the user, for a choice or for an answer in words. The turn waits for the
   * answers.
   */
  "item/tool/requestUserInput": { params: ToolRequestUserInputParams; result: ToolRequestUserInputResponse };
  /** Calls a tool that the client offered for the thread. The turn waits for the result. */
  "item/tool/call": { params: DynamicToolCallParams; result: DynamicToolCallResponse };
  /**
   * Asks the user something on behalf of an MCP server: by a form, or by a web page to go to. The MCP server
   * waits for the answer.
   */
  "mcpServer/elicitation/request": { params: McpServerElicitationRequestParams; result: McpServerElicitationRequestResponse };
  /**
   * Asks the user whether the agent may change files, in the form for older clients. Threads that were started
   * by `thread/start` use `item/fileChange/requestApproval` instead.
   */
  "applyPatchApproval": { params: ApplyPatchApprovalParams; result: ApplyPatchApprovalResponse };
  /**
   * Asks the user whether a command may run, in the form for older clients. Threads that were started by
   * `thread/start` use `item/commandExecution/requestApproval` instead.
   */
  "execCommandApproval": { params: ExecCommandApprovalParams; result: ExecCommandApprovalResponse };
  /** Asks the client for new tokens of the account that it signed in with. The work waits for the answer. */
  "account/chatgptAuthTokens/refresh": { params: ChatgptAuthTokensRefreshParams; result: ChatgptAuthTokensRefreshResponse };
}

/** Notifications that the client sends, by method. */
export interface ClientNotifications {
  /**
   * Confirms the handshake. The client sends it once, after the response to `initialize`; notifications of the
   * server begin then.
   */
  "initialized": { params: undefined };
}

/** Notifications that the server sends, by method. */
export interface ServerNotifications {
  /**
   * Tells that something went wrong in a turn, and whether the server tries again. When it does not,
   * `turn/completed` follows with the status `failed`.
   */
  "error": { params: ErrorNotification };
  /** Tells the user of something that is not as it should be although the work goes on. */
  "warning": { params: WarningNotification };
  /** Tells the user of something that the reviewing agent has noticed. */
  "guardianWarning": { params: GuardianWarningNotification };
  /** Tells the user that something they rely on, such as a setting, will go, and what to use instead. */
  "deprecationNotice": { params: DeprecationNoticeNotification };
  /** Tells the user of a mistake in the configuration, and where it is. */
  "configWarning": { params: ConfigWarningNotification };
  /** Tells that a thread exists and can be worked with. */
  "thread/started": { params: ThreadStartedNotification };
  /** Tells that a thread does something else now: that it works, waits, rests or is broken. */
  "thread/status/changed": { params: ThreadStatusChangedNotification };
  /** Tells that a thread was put away. */
  "thread/archived": { params: ThreadArchivedNotification };
  /** Tells that a thread was brought back from the archive. */
  "thread/unarchived": { params: ThreadUnarchivedNotification };
  /** Tells that a thread has left the server's memory. To go on with it, it has to be resumed. */
  "thread/closed": { params: ThreadClosedNotification };
  /** Tells that a thread's title has changed. */
  "thread/name/updated": { params: ThreadNameUpdatedNotification };
  /** Tells how many tokens a thread has used, whenever the model has used more. */
  "thread/tokenUsage/updated": { params: ThreadTokenUsageUpdatedNotification };
  /**
   * Tells that a summary has taken the place of the older part of a conversation. The item `contextCompaction`
   * tells the same.
   */
  "thread/compacted": { params: ContextCompactedNotification };
  /** Tells that the agent has begun to work at a message. */
  "turn/started": { params: TurnStartedNotification };
  /** Tells that a turn has ended and how. Nothing more comes about the turn after it. */
  "turn/completed": { params: TurnCompletedNotification };
  /** Brings all that a turn has changed in files so far, after each change. */
  "turn/diff/updated": { params: TurnDiffUpdatedNotification };
  /** Brings the agent's list of steps whenever the agent changes it. */
  "turn/plan/updated": { params: TurnPlanUpdatedNotification };
  /** Tells that a step of a turn has begun. For each item exactly one `item/completed` follows. */
  "item/started": { params: ItemStartedNotification };
  /** Tells that a step of a turn has ended, with its final form. */
  "item/completed": { params: ItemCompletedNotification };
  /**
   * Brings the next piece of a message while the agent writes it. All pieces of an item in order make up its
   * text.
   */
  "item/agentMessage/delta": { params: AgentMessageDeltaNotification };
  /** Brings the next piece of a plan while the agent writes it. */
  "item/plan/delta": { params: PlanDeltaNotification };
  /** Brings the next piece of the agent's thoughts in short. */
  "item/reasoning/summaryTextDelta": { params: ReasoningSummaryTextDeltaNotification };
  /** Tells that the agent's thoughts in short go on in a new part; the pieces that follow belong there. */
  "item/reasoning/summaryPartAdded": { params: ReasoningSummaryPartAddedNotification };
  /** Brings the next piece of the agent's thoughts in full, from models that show them. */
  "item/reasoning/textDelta": { params: ReasoningTextDeltaNotification };
  /** Brings what a command prints while it runs. */
  "item/commandExecution/outputDelta": { params: CommandExecutionOutputDeltaNotification };
  /** Tells that the agent has typed something into a running command, or has looked at what it printed. */
  "item/commandExecution/terminalInteraction": { params: TerminalInteractionNotification };
  /** Brings what is printed while files are changed. */
  "item/fileChange/outputDelta": { params: FileChangeOutputDeltaNotification };
  /** Brings a change of files as far as the agent has written it. It is not made yet. */
  "item/fileChange/patchUpdated": { params: FileChangePatchUpdatedNotification };
  /** Tells what a tool of an MCP server is doing while its call goes on. */
  "item/mcpToolCall/progress": { params: McpToolCallProgressNotification };
  /** Tells that a second agent has begun to decide, in the user's place, whether the agent may act. */
  "item/autoApprovalReview/started": { params: ItemGuardianApprovalReviewStartedNotification };
  /** Tells what the second agent has decided. For each review that started exactly one such notification follows. */
  "item/autoApprovalReview/completed": { params: ItemGuardianApprovalReviewCompletedNotification };
  /** Tells that a hook has begun to run. */
  "hook/started": { params: HookStartedNotification };
  /** Tells that a hook's run has ended, with its outcome. */
  "hook/completed": { params: HookCompletedNotification };
  /** Tells that a question to the user is settled, answered here or elsewhere, and need not be shown any longer. */
  "serverRequest/resolved": { params: ServerRequestResolvedNotification };
  /** Tells how signing in to an MCP server has ended, once after each `mcpServer/oauth/login`. */
  "mcpServer/oauthLogin/completed": { params: McpServerOauthLoginCompletedNotification };
  /** Tells how far an MCP server's start has come, at each step. */
  "mcpServer/startupStatus/updated": { params: McpServerStatusUpdatedNotification };
  /** Tells what an open search for files has found so far for its present letters. */
  "fuzzyFileSearch/sessionUpdated": { params: FuzzyFileSearchSessionUpdatedNotification };
  /** Tells that an open search for files has looked at everything for its present letters. It stays open. */
  "fuzzyFileSearch/sessionCompleted": { params: FuzzyFileSearchSessionCompletedNotification };
  /** Warns of folders that the sandbox on Windows cannot protect. */
  "windows/worldWritableWarning": { params: WindowsWorldWritableWarningNotification };
  /** Tells how setting up the sandbox on Windows has ended. */
  "windowsSandbox/setupCompleted": { params: WindowsSandboxSetupCompletedNotification };
  /** Tells that another model answers in a turn than the one that was chosen. */
  "model/rerouted": { params: ModelReroutedNotification };
  /** Tells that the user should show who they are before the model does all that a turn asks of it. */
  "model/verification": { params: ModelVerificationNotification };
  /** Tells how an attempt to sign in has ended, once for each attempt. */
  "account/login/completed": { params: AccountLoginCompletedNotification };
  /** Tells that another account is in use, that nobody is signed in any more, or that the plan has changed. */
  "account/updated": { params: AccountUpdatedNotification };
  /** Tells how much is used up, whenever the model's server has told so. */
  "account/rateLimits/updated": { params: AccountRateLimitsUpdatedNotification };
  /** Tells that files of skills have changed, so that an earlier `skills/list` may be out of date. */
  "skills/changed": { params: SkillsChangedNotification };
  /** Brings all apps after the list of them has changed. */
  "app/list/updated": { params: AppListUpdatedNotification };
  /** Tells that `externalAgentConfig/import` is done. */
  "externalAgentConfig/import/completed": { params: ExternalAgentConfigImportCompletedNotification };
  /** Brings the next piece of the output of a process that `command/exec` has started. */
  "command/exec/outputDelta": { params: CommandExecOutputDeltaNotification };
  /** Tells what has changed in something that `fs/watch` watches. */
  "fs/changed": { params: FsChangedNotification };
}

/** What a method carries. */
export type ParamsOf<
  M extends keyof ClientRequests | keyof ServerRequests | keyof ClientNotifications | keyof ServerNotifications,
> = (ClientRequests & ServerRequests & ClientNotifications & ServerNotifications)[M]["params"];

/** What answers a request. */
export type ResultOf<M extends keyof ClientRequests | keyof ServerRequests> = (ClientRequests & ServerRequests)[M]["result"];

/** A notification of the server as it arrives; of all methods, or of those named. */
export type NotificationOf<M extends keyof ServerNotifications = keyof ServerNotifications> = {
  [K in M]: undefined extends ServerNotifications[K]["params"]
    ? { method: K; params?: undefined }
    : { method: K; params: ServerNotifications[K]["params"] };
}[M];
