//! The table: every method of the protocol, with its payloads. What is not listed here does not exist.

use crate::{approval, auth_tokens, elicitation, file_search, legacy_approval, tool, v1, v2};

methodic::protocol! {
    /// What a rich client and the agent's server say to each other.
    pub protocol AppServer { name: "app_server_protocol", title: "AppServerProtocol" }

    client requests ClientRequest, ClientResponse {
        /// Opens the connection: each side says who it is, and the client what it can deal with. It comes first and
        /// once; the server refuses any other request before it. The client confirms with `initialized`.
        Initialize => "initialize" { params: v1::InitializeParams, response: v1::InitializeResponse },

        /// Creates a thread with settings of its own and makes this connection listen to it. `thread/started` follows.
        ThreadStart => "thread/start" { params: v2::ThreadStartParams, response: v2::ThreadStartResponse },
        /// Goes on with a thread that the server has recorded, and makes this connection listen to it. When the thread
        /// is in memory already, this connection joins those that listen.
        ThreadResume => "thread/resume" { params: v2::ThreadResumeParams, response: v2::ThreadResumeResponse },
        /// Copies a thread with all its turns, to go on in another way, and makes this connection listen to the copy.
        /// `thread/started` follows for the copy; the original stays as it is.
        ThreadFork => "thread/fork" { params: v2::ThreadForkParams, response: v2::ThreadForkResponse },
        /// Makes this connection no longer listen to a thread. When nobody is left who listens, the server puts the
        /// thread out of its memory and `thread/closed` follows.
        ThreadUnsubscribe => "thread/unsubscribe" {
            params: v2::ThreadUnsubscribeParams,
            response: v2::ThreadUnsubscribeResponse,
        },
        /// Puts a thread away: it is kept, but lists leave it out unless asked. `thread/archived` follows.
        ThreadArchive => "thread/archive" { params: v2::ThreadArchiveParams, response: v2::ThreadArchiveResponse },
        /// Brings a thread back from the archive. `thread/unarchived` follows.
        ThreadUnarchive => "thread/unarchive" {
            params: v2::ThreadUnarchiveParams,
            response: v2::ThreadUnarchiveResponse,
        },

        /// Lists recorded threads, page by page.
        ThreadList => "thread/list" { params: v2::ThreadListParams, response: v2::ThreadListResponse },
        /// Lists the threads that are in the server's memory, page by page.
        ThreadLoadedList => "thread/loaded/list" {
            params: v2::ThreadLoadedListParams,
            response: v2::ThreadLoadedListResponse,
        },
        /// Looks into a recorded thread without going on with it and without listening to it.
        ThreadRead => "thread/read" { params: v2::ThreadReadParams, response: v2::ThreadReadResponse },
        /// Lists the turns of a thread, page by page, without going on with it.
        ThreadTurnsList => "thread/turns/list" {
            params: v2::ThreadTurnsListParams,
            response: v2::ThreadTurnsListResponse,
        },

        /// Gives a thread a title, for all clients. `thread/name/updated` follows.
        ThreadSetName => "thread/name/set" { params: v2::ThreadSetNameParams, response: v2::ThreadSetNameResponse },
        /// Corrects what is recorded about a thread, such as the branch it works on.
        ThreadMetadataUpdate => "thread/metadata/update" {
            params: v2::ThreadMetadataUpdateParams,
            response: v2::ThreadMetadataUpdateResponse,
        },
        /// Takes the last turns of a thread back, as if they had not been. Files that they changed stay changed.
        ThreadRollback => "thread/rollback" { params: v2::ThreadRollbackParams, response: v2::ThreadRollbackResponse },
        /// Sums up a thread's conversation to make room, without waiting until it is too long. The response comes at
        /// once; a turn with a `contextCompaction` item follows.
        ThreadCompactStart => "thread/compact/start" {
            params: v2::ThreadCompactStartParams,
            response: v2::ThreadCompactStartResponse,
        },
        /// Adds items to a thread's conversation, as the model's server knows them, without beginning a turn.
        ThreadInjectItems => "thread/inject_items" {
            params: v2::ThreadInjectItemsParams,
            response: v2::ThreadInjectItemsResponse,
        },

        /// Runs a command that the user typed, outside of the sandbox. Its `commandExecution` item belongs to the turn
        /// that is running, or to one of its own; the agent learns what the command printed.
        ThreadShellCommand => "thread/shellCommand" {
            params: v2::ThreadShellCommandParams,
            response: v2::ThreadShellCommandResponse,
        },
        /// Ends all processes that a thread's agent has left running in the background.
        #[experimental("thread/backgroundTerminals/clean")]
        ThreadBackgroundTerminalsClean => "thread/backgroundTerminals/clean" {
            params: v2::ThreadBackgroundTerminalsCleanParams,
            response: v2::ThreadBackgroundTerminalsCleanResponse,
        },
        /// Allows an action that the reviewing agent has refused, because the user decides otherwise.
        ThreadApproveGuardianDeniedAction => "thread/approveGuardianDeniedAction" {
            params: v2::ThreadApproveGuardianDeniedActionParams,
            response: v2::ThreadApproveGuardianDeniedActionResponse,
        },
        /// Says that a program around the server asks the user something, so that the thread's time limits wait
        /// meanwhile. Each call needs a `thread/decrement_elicitation` when the question is settled.
        #[experimental("thread/increment_elicitation")]
        ThreadIncrementElicitation => "thread/increment_elicitation" {
            params: v2::ThreadIncrementElicitationParams,
            response: v2::ThreadIncrementElicitationResponse,
        },
        /// Says that a question is settled that `thread/increment_elicitation` told of. After the last one, the
        /// thread's time limits run on.
        #[experimental("thread/decrement_elicitation")]
        ThreadDecrementElicitation => "thread/decrement_elicitation" {
            params: v2::ThreadDecrementElicitationParams,
            response: v2::ThreadDecrementElicitationResponse,
        },

        /// Gives a thread a goal to work at over many turns, or changes the goal it has. `thread/goal/updated` follows.
        #[experimental("thread/goal/set")]
        ThreadGoalSet => "thread/goal/set" { params: v2::ThreadGoalSetParams, response: v2::ThreadGoalSetResponse },
        /// Tells the goal that a thread has.
        #[experimental("thread/goal/get")]
        ThreadGoalGet => "thread/goal/get" { params: v2::ThreadGoalGetParams, response: v2::ThreadGoalGetResponse },
        /// Takes a thread's goal away, so that it works only when it is told to. `thread/goal/cleared` follows if there
        /// was a goal.
        #[experimental("thread/goal/clear")]
        ThreadGoalClear => "thread/goal/clear" {
            params: v2::ThreadGoalClearParams,
            response: v2::ThreadGoalClearResponse,
        },

        /// Decides whether memories may be made of a thread.
        #[experimental("thread/memoryMode/set")]
        ThreadMemoryModeSet => "thread/memoryMode/set" {
            params: v2::ThreadMemoryModeSetParams,
            response: v2::ThreadMemoryModeSetResponse,
        },
        /// Makes the agent forget all that it remembers of earlier threads. The threads themselves stay.
        #[experimental("memory/reset")]
        MemoryReset => "memory/reset" { response: v2::MemoryResetResponse },

        /// Gives the agent the user's message and lets it work. The response comes at once; the work is told by
        /// `turn/started`, by the notifications about items, and by `turn/completed` at the end.
        TurnStart => "turn/start" { params: v2::TurnStartParams, response: v2::TurnStartResponse },
        /// Adds to what the agent reads while a turn is running. Fails when no turn is running, when it is another
        /// than the client expects, and when it is of a kind that takes no input.
        TurnSteer => "turn/steer" { params: v2::TurnSteerParams, response: v2::TurnSteerResponse },
        /// Stops a running turn. `turn/completed` follows with the status `interrupted`.
        TurnInterrupt => "turn/interrupt" { params: v2::TurnInterruptParams, response: v2::TurnInterruptResponse },
        /// Lets the agent review changes, as a turn of its own kind that takes no input while it runs. Its
        /// `enteredReviewMode` and `exitedReviewMode` items say what is reviewed and what was found.
        ReviewStart => "review/start" { params: v2::ReviewStartParams, response: v2::ReviewStartResponse },

        /// Begins a conversation by voice in a thread. `thread/realtime/started` follows, or `thread/realtime/error`.
        #[experimental("thread/realtime/start")]
        ThreadRealtimeStart => "thread/realtime/start" {
            params: v2::ThreadRealtimeStartParams,
            response: v2::ThreadRealtimeStartResponse,
        },
        /// Lets the model hear the next piece of what the user says.
        #[experimental("thread/realtime/appendAudio")]
        ThreadRealtimeAppendAudio => "thread/realtime/appendAudio" {
            params: v2::ThreadRealtimeAppendAudioParams,
            response: v2::ThreadRealtimeAppendAudioResponse,
        },
        /// Tells the model in writing what the user does not say aloud.
        #[experimental("thread/realtime/appendText")]
        ThreadRealtimeAppendText => "thread/realtime/appendText" {
            params: v2::ThreadRealtimeAppendTextParams,
            response: v2::ThreadRealtimeAppendTextResponse,
        },
        /// Ends the conversation by voice. `thread/realtime/closed` follows.
        #[experimental("thread/realtime/stop")]
        ThreadRealtimeStop => "thread/realtime/stop" {
            params: v2::ThreadRealtimeStopParams,
            response: v2::ThreadRealtimeStopResponse,
        },
        /// Lists the voices that the model can speak with. It asks for no thread.
        #[experimental("thread/realtime/listVoices")]
        ThreadRealtimeListVoices => "thread/realtime/listVoices" {
            params: v2::ThreadRealtimeListVoicesParams,
            response: v2::ThreadRealtimeListVoicesResponse,
        },

        /// Tells in whose name the agent works.
        GetAccount => "account/read" { params: v2::GetAccountParams, response: v2::GetAccountResponse },
        /// Signs the user in. `account/login/completed` follows when that is done or has failed, and `account/updated`
        /// when it succeeded.
        LoginAccount => "account/login/start" { params: v2::LoginAccountParams, response: v2::LoginAccountResponse },
        /// Gives up signing in before it is done. `account/login/completed` follows without success.
        CancelLoginAccount => "account/login/cancel" {
            params: v2::CancelLoginAccountParams,
            response: v2::CancelLoginAccountResponse,
        },
        /// Signs the user out: forgets the stored credentials, for all threads of the server.
        LogoutAccount => "account/logout" { response: v2::LogoutAccountResponse },
        /// Tells how much of the account's allowance is used up.
        GetAccountRateLimits => "account/rateLimits/read" { response: v2::GetAccountRateLimitsResponse },
        /// Asks the workspace's owner by e-mail for more credits or a higher limit, when a member has run out of
        /// them. The server sends no second e-mail shortly after the first.
        SendAddCreditsNudgeEmail => "account/sendAddCreditsNudgeEmail" {
            params: v2::SendAddCreditsNudgeEmailParams,
            response: v2::SendAddCreditsNudgeEmailResponse,
        },

        /// Lists the configured MCP servers with their tools and resources, page by page. It starts servers that do not
        /// run yet, so it may take a while.
        McpServerStatusList => "mcpServerStatus/list" {
            params: v2::ListMcpServerStatusParams,
            response: v2::ListMcpServerStatusResponse,
        },
        /// Begins to sign in to an MCP server and tells the page for the user's browser.
        /// `mcpServer/oauthLogin/completed` follows when the user is done there or the time is up.
        McpServerOauthLogin => "mcpServer/oauth/login" {
            params: v2::McpServerOauthLoginParams,
            response: v2::McpServerOauthLoginResponse,
        },
        /// Reads something that an MCP server offers, for the client's own use; the agent does not learn of it.
        McpResourceRead => "mcpServer/resource/read" {
            params: v2::McpResourceReadParams,
            response: v2::McpResourceReadResponse,
        },
        /// Calls a tool of an MCP server for the client's own use, such as for an app that the tool brings along. It
        /// makes no item, and the agent does not learn of it.
        McpServerToolCall => "mcpServer/tool/call" {
            params: v2::McpServerToolCallParams,
            response: v2::McpServerToolCallResponse,
        },

        /// Finds files by a few letters of their path. The response comes when the search is through.
        FuzzyFileSearch => "fuzzyFileSearch" {
            params: file_search::FuzzyFileSearchParams,
            response: file_search::FuzzyFileSearchResponse,
        },
        /// Opens a search for files that goes on while the user types. Nothing is found before the first
        /// `fuzzyFileSearch/sessionUpdate`.
        #[experimental("fuzzyFileSearch/sessionStart")]
        FuzzyFileSearchSessionStart => "fuzzyFileSearch/sessionStart" {
            params: file_search::FuzzyFileSearchSessionStartParams,
            response: file_search::FuzzyFileSearchSessionStartResponse,
        },
        /// Gives an open search other letters to look for. `fuzzyFileSearch/sessionUpdated` follows each time that more
        /// is found, and `fuzzyFileSearch/sessionCompleted` when all is. Fails when no such search is open.
        #[experimental("fuzzyFileSearch/sessionUpdate")]
        FuzzyFileSearchSessionUpdate => "fuzzyFileSearch/sessionUpdate" {
            params: file_search::FuzzyFileSearchSessionUpdateParams,
            response: file_search::FuzzyFileSearchSessionUpdateResponse,
        },
        /// Ends an open search and frees what it holds. It does not fail when no such search is open.
        #[experimental("fuzzyFileSearch/sessionStop")]
        FuzzyFileSearchSessionStop => "fuzzyFileSearch/sessionStop" {
            params: file_search::FuzzyFileSearchSessionStopParams,
            response: file_search::FuzzyFileSearchSessionStopResponse,
        },

        /// Begins to set up the sandbox on a server that runs on Windows. The response comes at once;
        /// `windowsSandbox/setupCompleted` follows at the end.
        WindowsSandboxSetupStart => "windowsSandbox/setupStart" {
            params: v2::WindowsSandboxSetupStartParams,
            response: v2::WindowsSandboxSetupStartResponse,
        },

        /// Lists the models that the agent can work with, page by page.
        ModelList => "model/list" { params: v2::ModelListParams, response: v2::ModelListResponse },
        /// Lists the modes of working together that the server has ready.
        #[experimental("collaborationMode/list")]
        CollaborationModeList => "collaborationMode/list" {
            params: v2::CollaborationModeListParams,
            response: v2::CollaborationModeListResponse,
        },
        /// Lists the features that are not for everybody yet, page by page.
        ExperimentalFeatureList => "experimentalFeature/list" {
            params: v2::ExperimentalFeatureListParams,
            response: v2::ExperimentalFeatureListResponse,
        },
        /// Switches such features on or off until the server ends. The configuration stays as it is.
        ExperimentalFeatureEnablementSet => "experimentalFeature/enablement/set" {
            params: v2::ExperimentalFeatureEnablementSetParams,
            response: v2::ExperimentalFeatureEnablementSetResponse,
        },
        /// Sends a value back: a test of whether experimental methods are open to this client.
        #[experimental("mock/experimentalMethod")]
        MockExperimentalMethod => "mock/experimentalMethod" {
            params: v2::MockExperimentalMethodParams,
            response: v2::MockExperimentalMethodResponse,
        },

        /// Lists the skills that the agent finds in some folders.
        SkillsList => "skills/list" { params: v2::SkillsListParams, response: v2::SkillsListResponse },
        /// Switches a skill on or off in the user's configuration.
        SkillsConfigWrite => "skills/config/write" {
            params: v2::SkillsConfigWriteParams,
            response: v2::SkillsConfigWriteResponse,
        },
        /// Lists the apps that the agent could use, page by page.
        AppsList => "app/list" { params: v2::AppsListParams, response: v2::AppsListResponse },
        /// Lists the plugins of all marketplaces, installed or not.
        PluginList => "plugin/list" { params: v2::PluginListParams, response: v2::PluginListResponse },
        /// Tells what a plugin consists of, installed or not.
        PluginRead => "plugin/read" { params: v2::PluginReadParams, response: v2::PluginReadResponse },
        /// Installs a plugin and switches it on.
        PluginInstall => "plugin/install" { params: v2::PluginInstallParams, response: v2::PluginInstallResponse },
        /// Takes an installed plugin away, with its settings.
        PluginUninstall => "plugin/uninstall" {
            params: v2::PluginUninstallParams,
            response: v2::PluginUninstallResponse,
        },
        /// Adds a marketplace: fetches it and remembers where it came from.
        MarketplaceAdd => "marketplace/add" { params: v2::MarketplaceAddParams, response: v2::MarketplaceAddResponse },
        /// Takes a marketplace away.
        MarketplaceRemove => "marketplace/remove" {
            params: v2::MarketplaceRemoveParams,
            response: v2::MarketplaceRemoveResponse,
        },
        /// Fetches the present state of marketplaces.
        MarketplaceUpgrade => "marketplace/upgrade" {
            params: v2::MarketplaceUpgradeParams,
            response: v2::MarketplaceUpgradeResponse,
        },

        /// Tells the settings that hold, and which layer of the configuration each comes from.
        ConfigRead => "config/read" { params: v2::ConfigReadParams, response: v2::ConfigReadResponse },
        /// Changes one setting in a configuration file.
        ConfigValueWrite => "config/value/write" {
            params: v2::ConfigValueWriteParams,
            response: v2::ConfigWriteResponse,
        },
        /// Changes several settings in a configuration file at once.
        ConfigBatchWrite => "config/batchWrite" {
            params: v2::ConfigBatchWriteParams,
            response: v2::ConfigWriteResponse,
        },
        /// Reads the MCP servers' settings again, for all threads; each takes them up with its next turn.
        McpServerRefresh => "config/mcpServer/reload" { response: v2::McpServerRefreshResponse },
        /// Tells what an administrator demands of the configuration.
        ConfigRequirementsRead => "configRequirements/read" { response: v2::ConfigRequirementsReadResponse },
        /// Looks for what another coding agent has left on the machine.
        ExternalAgentConfigDetect => "externalAgentConfig/detect" {
            params: v2::ExternalAgentConfigDetectParams,
            response: v2::ExternalAgentConfigDetectResponse,
        },
        /// Takes over what was found. `externalAgentConfig/import/completed` follows when it is done.
        ExternalAgentConfigImport => "externalAgentConfig/import" {
            params: v2::ExternalAgentConfigImportParams,
            response: v2::ExternalAgentConfigImportResponse,
        },

        /// Runs a command outside of any thread. The response comes when it has ended.
        OneOffCommandExec => "command/exec" { params: v2::CommandExecParams, response: v2::CommandExecResponse },
        /// Writes to the input of a process that `command/exec` has started, or closes it.
        CommandExecWrite => "command/exec/write" {
            params: v2::CommandExecWriteParams,
            response: v2::CommandExecWriteResponse,
        },
        /// Ends such a process. The response to its `command/exec` follows.
        CommandExecTerminate => "command/exec/terminate" {
            params: v2::CommandExecTerminateParams,
            response: v2::CommandExecTerminateResponse,
        },
        /// Gives such a process's terminal another size.
        CommandExecResize => "command/exec/resize" {
            params: v2::CommandExecResizeParams,
            response: v2::CommandExecResizeResponse,
        },

        /// Reads a file.
        FsReadFile => "fs/readFile" { params: v2::FsReadFileParams, response: v2::FsReadFileResponse },
        /// Writes a file.
        FsWriteFile => "fs/writeFile" { params: v2::FsWriteFileParams, response: v2::FsWriteFileResponse },
        /// Makes a folder.
        FsCreateDirectory => "fs/createDirectory" {
            params: v2::FsCreateDirectoryParams,
            response: v2::FsCreateDirectoryResponse,
        },
        /// Tells what is at a path.
        FsGetMetadata => "fs/getMetadata" { params: v2::FsGetMetadataParams, response: v2::FsGetMetadataResponse },
        /// Lists what is directly in a folder.
        FsReadDirectory => "fs/readDirectory" {
            params: v2::FsReadDirectoryParams,
            response: v2::FsReadDirectoryResponse,
        },
        /// Deletes a file or folder.
        FsRemove => "fs/remove" { params: v2::FsRemoveParams, response: v2::FsRemoveResponse },
        /// Copies a file or folder.
        FsCopy => "fs/copy" { params: v2::FsCopyParams, response: v2::FsCopyResponse },
        /// Watches a file or folder for this connection: `fs/changed` follows at each change.
        FsWatch => "fs/watch" { params: v2::FsWatchParams, response: v2::FsWatchResponse },
        /// Ends such a watch.
        FsUnwatch => "fs/unwatch" { params: v2::FsUnwatchParams, response: v2::FsUnwatchResponse },

        /// Makes a pair of keys that stays on this machine.
        DeviceKeyCreate => "device/key/create" {
            params: v2::DeviceKeyCreateParams,
            response: v2::DeviceKeyCreateResponse,
        },
        /// Tells the public half of such a pair.
        DeviceKeyPublic => "device/key/public" {
            params: v2::DeviceKeyPublicParams,
            response: v2::DeviceKeyPublicResponse,
        },
        /// Signs a statement with the private half of such a pair.
        DeviceKeySign => "device/key/sign" { params: v2::DeviceKeySignParams, response: v2::DeviceKeySignResponse },

        /// Records one typed product event that happened in the client.
        TrackProductAnalyticsEvent => "analytics/productEvent/track" {
            params: v2::TrackProductAnalyticsEventParams,
            response: v2::TrackProductAnalyticsEventResponse,
        },
        /// Uploads a report by the user, with the server's log when the user agrees to that.
        FeedbackUpload => "feedback/upload" { params: v2::FeedbackUploadParams, response: v2::FeedbackUploadResponse },
    }

    server requests ServerRequest, ServerResponse {
        /// Asks the user whether a command may run, or whether a running command may reach a host. The turn waits for
        /// the answer.
        CommandExecutionRequestApproval => "item/commandExecution/requestApproval" {
            params: approval::CommandExecutionRequestApprovalParams,
            response: approval::CommandExecutionRequestApprovalResponse,
        },
        /// Asks the user whether the agent may change files. The turn waits for the answer.
        FileChangeRequestApproval => "item/fileChange/requestApproval" {
            params: approval::FileChangeRequestApprovalParams,
            response: approval::FileChangeRequestApprovalResponse,
        },
        /// Asks the user for permissions that the sandbox does not grant, before the agent makes use of them. The turn
        /// waits for the answer.
        PermissionsRequestApproval => "item/permissions/requestApproval" {
            params: approval::PermissionsRequestApprovalParams,
            response: approval::PermissionsRequestApprovalResponse,
        },

        /// Puts questions of the agent to the user, for a choice or for an answer in words. The turn waits for the
        /// answers.
        ToolRequestUserInput => "item/tool/requestUserInput" {
            params: tool::ToolRequestUserInputParams,
            response: tool::ToolRequestUserInputResponse,
        },
        /// Calls a tool that the client offered for the thread. The turn waits for the result.
        DynamicToolCall => "item/tool/call" {
            params: tool::DynamicToolCallParams,
            response: tool::DynamicToolCallResponse,
        },
        /// Asks the user something on behalf of an MCP server: by a form, or by a web page to go to. The MCP server
        /// waits for the answer.
        McpServerElicitationRequest => "mcpServer/elicitation/request" {
            params: elicitation::McpServerElicitationRequestParams,
            response: elicitation::McpServerElicitationRequestResponse,
        },

        /// Asks the user whether the agent may change files, in the form for older clients. Threads that were started
        /// by `thread/start` use `item/fileChange/requestApproval` instead.
        ApplyPatchApproval => "applyPatchApproval" {
            params: legacy_approval::ApplyPatchApprovalParams,
            response: legacy_approval::ApplyPatchApprovalResponse,
        },
        /// Asks the user whether a command may run, in the form for older clients. Threads that were started by
        /// `thread/start` use `item/commandExecution/requestApproval` instead.
        ExecCommandApproval => "execCommandApproval" {
            params: legacy_approval::ExecCommandApprovalParams,
            response: legacy_approval::ExecCommandApprovalResponse,
        },

        /// Asks the client for new tokens of the account that it signed in with. The work waits for the answer.
        ChatgptAuthTokensRefresh => "account/chatgptAuthTokens/refresh" {
            params: auth_tokens::ChatgptAuthTokensRefreshParams,
            response: auth_tokens::ChatgptAuthTokensRefreshResponse,
        },
    }

    client notifications ClientNotification {
        /// Confirms the handshake. The client sends it once, after the response to `initialize`; notifications of the
        /// server begin then.
        Initialized => "initialized"
    }

    server notifications ServerNotification {
        /// Tells that something went wrong in a turn, and whether the server tries again. When it does not,
        /// `turn/completed` follows with the status `failed`.
        Error => "error" { params: v2::ErrorNotification },
        /// Tells the user of something that is not as it should be although the work goes on.
        Warning => "warning" { params: v2::WarningNotification },
        /// Tells the user of something that the reviewing agent has noticed.
        GuardianWarning => "guardianWarning" { params: v2::GuardianWarningNotification },
        /// Tells the user that something they rely on, such as a setting, will go, and what to use instead.
        DeprecationNotice => "deprecationNotice" { params: v2::DeprecationNoticeNotification },
        /// Tells the user of a mistake in the configuration, and where it is.
        ConfigWarning => "configWarning" { params: v2::ConfigWarningNotification },

        /// Tells that a thread exists and can be worked with.
        ThreadStarted => "thread/started" { params: v2::ThreadStartedNotification },
        /// Tells that a thread does something else now: that it works, waits, rests or is broken.
        ThreadStatusChanged => "thread/status/changed" { params: v2::ThreadStatusChangedNotification },
        /// Tells that a thread was put away.
        ThreadArchived => "thread/archived" { params: v2::ThreadArchivedNotification },
        /// Tells that a thread was brought back from the archive.
        ThreadUnarchived => "thread/unarchived" { params: v2::ThreadUnarchivedNotification },
        /// Tells that a thread has left the server's memory. To go on with it, it has to be resumed.
        ThreadClosed => "thread/closed" { params: v2::ThreadClosedNotification },
        /// Tells that a thread's title has changed.
        ThreadNameUpdated => "thread/name/updated" { params: v2::ThreadNameUpdatedNotification },
        /// Tells how many tokens a thread has used, whenever the model has used more.
        ThreadTokenUsageUpdated => "thread/tokenUsage/updated" { params: v2::ThreadTokenUsageUpdatedNotification },
        /// Tells that a summary has taken the place of the older part of a conversation. The item `contextCompaction`
        /// tells the same.
        ContextCompacted => "thread/compacted" { params: v2::ContextCompactedNotification },
        /// Tells that a thread's goal, its state or its counts have changed.
        #[experimental("thread/goal/updated")]
        ThreadGoalUpdated => "thread/goal/updated" { params: v2::ThreadGoalUpdatedNotification },
        /// Tells that a thread no longer has a goal.
        #[experimental("thread/goal/cleared")]
        ThreadGoalCleared => "thread/goal/cleared" { params: v2::ThreadGoalClearedNotification },

        /// Tells that the agent has begun to work at a message.
        TurnStarted => "turn/started" { params: v2::TurnStartedNotification },
        /// Tells that a turn has ended and how. Nothing more comes about the turn after it.
        TurnCompleted => "turn/completed" { params: v2::TurnCompletedNotification },
        /// Brings all that a turn has changed in files so far, after each change.
        TurnDiffUpdated => "turn/diff/updated" { params: v2::TurnDiffUpdatedNotification },
        /// Brings the agent's list of steps whenever the agent changes it.
        TurnPlanUpdated => "turn/plan/updated" { params: v2::TurnPlanUpdatedNotification },

        /// Tells that a conversation by voice can begin.
        #[experimental("thread/realtime/started")]
        ThreadRealtimeStarted => "thread/realtime/started" { params: v2::ThreadRealtimeStartedNotification },
        /// Brings an item of a conversation by voice that is neither sound nor transcript.
        #[experimental("thread/realtime/itemAdded")]
        ThreadRealtimeItemAdded => "thread/realtime/itemAdded" { params: v2::ThreadRealtimeItemAddedNotification },
        /// Brings the next piece of what the user or the model is saying, in writing.
        #[experimental("thread/realtime/transcript/delta")]
        ThreadRealtimeTranscriptDelta => "thread/realtime/transcript/delta" {
            params: v2::ThreadRealtimeTranscriptDeltaNotification,
        },
        /// Brings all that the user or the model has said, in writing, when that transcript is complete.
        #[experimental("thread/realtime/transcript/done")]
        ThreadRealtimeTranscriptDone => "thread/realtime/transcript/done" {
            params: v2::ThreadRealtimeTranscriptDoneNotification,
        },
        /// Brings the next piece of the model's speech, when sound travels by this protocol.
        #[experimental("thread/realtime/outputAudio/delta")]
        ThreadRealtimeOutputAudioDelta => "thread/realtime/outputAudio/delta" {
            params: v2::ThreadRealtimeOutputAudioDeltaNotification,
        },
        /// Brings the answer to the client's WebRTC offer, when sound travels that way.
        #[experimental("thread/realtime/sdp")]
        ThreadRealtimeSdp => "thread/realtime/sdp" { params: v2::ThreadRealtimeSdpNotification },
        /// Tells that something went wrong in a conversation by voice.
        #[experimental("thread/realtime/error")]
        ThreadRealtimeError => "thread/realtime/error" { params: v2::ThreadRealtimeErrorNotification },
        /// Tells that a conversation by voice has ended. Nothing more comes about it.
        #[experimental("thread/realtime/closed")]
        ThreadRealtimeClosed => "thread/realtime/closed" { params: v2::ThreadRealtimeClosedNotification },

        /// Tells that a step of a turn has begun. For each item exactly one `item/completed` follows.
        ItemStarted => "item/started" { params: v2::ItemStartedNotification },
        /// Tells that a step of a turn has ended, with its final form.
        ItemCompleted => "item/completed" { params: v2::ItemCompletedNotification },
        /// Brings the next piece of a message while the agent writes it. All pieces of an item in order make up its
        /// text.
        AgentMessageDelta => "item/agentMessage/delta" { params: v2::AgentMessageDeltaNotification },
        /// Brings the next piece of a plan while the agent writes it.
        PlanDelta => "item/plan/delta" { params: v2::PlanDeltaNotification },
        /// Brings the next piece of the agent's thoughts in short.
        ReasoningSummaryTextDelta => "item/reasoning/summaryTextDelta" {
            params: v2::ReasoningSummaryTextDeltaNotification,
        },
        /// Tells that the agent's thoughts in short go on in a new part; the pieces that follow belong there.
        ReasoningSummaryPartAdded => "item/reasoning/summaryPartAdded" {
            params: v2::ReasoningSummaryPartAddedNotification,
        },
        /// Brings the next piece of the agent's thoughts in full, from models that show them.
        ReasoningTextDelta => "item/reasoning/textDelta" { params: v2::ReasoningTextDeltaNotification },
        /// Brings what a command prints while it runs.
        CommandExecutionOutputDelta => "item/commandExecution/outputDelta" {
            params: v2::CommandExecutionOutputDeltaNotification,
        },
        /// Tells that the agent has typed something into a running command, or has looked at what it printed.
        TerminalInteraction => "item/commandExecution/terminalInteraction" {
            params: v2::TerminalInteractionNotification,
        },
        /// Brings what is printed while files are changed.
        FileChangeOutputDelta => "item/fileChange/outputDelta" { params: v2::FileChangeOutputDeltaNotification },
        /// Brings a change of files as far as the agent has written it. It is not made yet.
        FileChangePatchUpdated => "item/fileChange/patchUpdated" { params: v2::FileChangePatchUpdatedNotification },
        /// Tells what a tool of an MCP server is doing while its call goes on.
        McpToolCallProgress => "item/mcpToolCall/progress" { params: v2::McpToolCallProgressNotification },
        /// Tells that a second agent has begun to decide, in the user's place, whether the agent may act.
        ItemGuardianApprovalReviewStarted => "item/autoApprovalReview/started" {
            params: v2::ItemGuardianApprovalReviewStartedNotification,
        },
        /// Tells what the second agent has decided. For each review that started exactly one such notification follows.
        ItemGuardianApprovalReviewCompleted => "item/autoApprovalReview/completed" {
            params: v2::ItemGuardianApprovalReviewCompletedNotification,
        },

        /// Tells that a hook has begun to run.
        HookStarted => "hook/started" { params: v2::HookStartedNotification },
        /// Tells that a hook's run has ended, with its outcome.
        HookCompleted => "hook/completed" { params: v2::HookCompletedNotification },

        /// Tells that a question to the user is settled, answered here or elsewhere, and need not be shown any longer.
        ServerRequestResolved => "serverRequest/resolved" { params: v2::ServerRequestResolvedNotification },

        /// Tells how signing in to an MCP server has ended, once after each `mcpServer/oauth/login`.
        McpServerOauthLoginCompleted => "mcpServer/oauthLogin/completed" {
            params: v2::McpServerOauthLoginCompletedNotification,
        },
        /// Tells how far an MCP server's start has come, at each step.
        McpServerStatusUpdated => "mcpServer/startupStatus/updated" { params: v2::McpServerStatusUpdatedNotification },

        /// Tells what an open search for files has found so far for its present letters.
        FuzzyFileSearchSessionUpdated => "fuzzyFileSearch/sessionUpdated" {
            params: file_search::FuzzyFileSearchSessionUpdatedNotification,
        },
        /// Tells that an open search for files has looked at everything for its present letters. It stays open.
        FuzzyFileSearchSessionCompleted => "fuzzyFileSearch/sessionCompleted" {
            params: file_search::FuzzyFileSearchSessionCompletedNotification,
        },

        /// Warns of folders that the sandbox on Windows cannot protect.
        WindowsWorldWritableWarning => "windows/worldWritableWarning" {
            params: v2::WindowsWorldWritableWarningNotification,
        },
        /// Tells how setting up the sandbox on Windows has ended.
        WindowsSandboxSetupCompleted => "windowsSandbox/setupCompleted" {
            params: v2::WindowsSandboxSetupCompletedNotification,
        },

        /// Tells that another model answers in a turn than the one that was chosen.
        ModelRerouted => "model/rerouted" { params: v2::ModelReroutedNotification },
        /// Tells that the user should show who they are before the model does all that a turn asks of it.
        ModelVerification => "model/verification" { params: v2::ModelVerificationNotification },

        /// Tells how an attempt to sign in has ended, once for each attempt.
        AccountLoginCompleted => "account/login/completed" { params: v2::AccountLoginCompletedNotification },
        /// Tells that another account is in use, that nobody is signed in any more, or that the plan has changed.
        AccountUpdated => "account/updated" { params: v2::AccountUpdatedNotification },
        /// Tells how much is used up, whenever the model's server has told so.
        AccountRateLimitsUpdated => "account/rateLimits/updated" { params: v2::AccountRateLimitsUpdatedNotification },

        /// Tells that files of skills have changed, so that an earlier `skills/list` may be out of date.
        SkillsChanged => "skills/changed" { params: v2::SkillsChangedNotification },
        /// Brings all apps after the list of them has changed.
        AppListUpdated => "app/list/updated" { params: v2::AppListUpdatedNotification },
        /// Tells that `externalAgentConfig/import` is done.
        ExternalAgentConfigImportCompleted => "externalAgentConfig/import/completed" {
            params: v2::ExternalAgentConfigImportCompletedNotification,
        },

        /// Brings the next piece of the output of a process that `command/exec` has started.
        CommandExecOutputDelta => "command/exec/outputDelta" { params: v2::CommandExecOutputDeltaNotification },
        /// Tells what has changed in something that `fs/watch` watches.
        FsChanged => "fs/changed" { params: v2::FsChangedNotification },
    }

    // Published for clients that ask for the model's own events; the notification that carries it is not.
    types { v2::RawResponseItemCompletedNotification }
}
