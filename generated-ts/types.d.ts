// Types of AppServerProtocol, generated from its Rust declaration. Do not edit.

/** Any JSON value. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue | undefined };

/** An absolute path on the server's machine, spelled as that machine's operating system spells it. */
export type AbsolutePathBuf = string;

/** An account, by what it is held with. */
export type Account =
  /** A key for the API. */
  | {
    type: "apiKey";
  }
  /** An account of ChatGPT. */
  | {
    type: "chatgpt";
    /** The user's e-mail address. */
    email: string;
    /** The plan of the account. */
    planType: PlanType;
  }
  /** An account at Amazon Bedrock, which the server reaches with the credentials of its machine. */
  | {
    type: "amazonBedrock";
  };

/** Says how an attempt to sign in has ended. */
export type AccountLoginCompletedNotification = {
  /** Why not, in words. Null when the user is. */
  error: string | null;
  /** Identifier of the attempt. Null where signing in took no time and had none. */
  loginId: string | null;
  /** Whether the user is signed in. */
  success: boolean;
};

/** Brings what is used up after it has changed. */
export type AccountRateLimitsUpdatedNotification = {
  /** The limit that has changed, as it is now. */
  rateLimits: RateLimitSnapshot;
};

/** Says that another account is in use, or that something about it has changed. */
export type AccountUpdatedNotification = {
  /** How the server shows who it works for. Null when nobody is signed in. */
  authMode: AuthMode | null;
  /** The plan of the account. Null when nobody is signed in, or when there is no plan. */
  planType: PlanType | null;
};

/** What a user can run out of. */
export type AddCreditsNudgeCreditType =
  /** The credits that the workspace has bought. */
  | "credits"
  /** The usage that the plan includes. */
  | "usage_limit";

/** Whether a reminder for the workspace's owner went out. */
export type AddCreditsNudgeEmailStatus =
  /** The e-mail was sent. */
  | "sent"
  /** An e-mail was sent not long ago, so none was sent now. */
  | "cooldown_active";

/** Access to files beyond what is granted already. */
export type AdditionalFileSystemPermissions = {
  /** Further grants and refusals, where plain paths do not say enough. */
  entries: FileSystemSandboxEntry[] | null;
  /** How many levels of folders deep the glob patterns of the entries are looked up. Null means without limit. */
  globScanMaxDepth: number | null;
  /** Paths that may be read in addition, with all they contain. */
  read: AbsolutePathBuf[] | null;
  /** Paths that may be written in addition, with all they contain. */
  write: AbsolutePathBuf[] | null;
};

/**
 * Access to files beyond what is granted already.
 *
 * As it is written; `AdditionalFileSystemPermissions` is what is read.
 */
export type AdditionalFileSystemPermissionsInput = {
  /** Further grants and refusals, where plain paths do not say enough. */
  entries?: FileSystemSandboxEntryInput[] | null;
  /** How many levels of folders deep the glob patterns of the entries are looked up. Null means without limit. */
  globScanMaxDepth?: number | null;
  /** Paths that may be read in addition, with all they contain. */
  read?: AbsolutePathBuf[] | null;
  /** Paths that may be written in addition, with all they contain. */
  write?: AbsolutePathBuf[] | null;
};

/** Access to the network beyond what is granted already. */
export type AdditionalNetworkPermissions = {
  /** Whether the network shall be open. Null leaves it as it is. */
  enabled: boolean | null;
};

/**
 * Access to the network beyond what is granted already.
 *
 * As it is written; `AdditionalNetworkPermissions` is what is read.
 */
export type AdditionalNetworkPermissionsInput = {
  /** Whether the network shall be open. Null leaves it as it is. */
  enabled?: boolean | null;
};

/** Brings the next piece of a message that the agent is writing. */
export type AgentMessageDeltaNotification = {
  /** The text to append. */
  delta: string;
  /** The `agentMessage` item that grows. */
  itemId: string;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the message belongs to. */
  turnId: string;
};

/** The place of an agent in the tree of agents: the names from the root down, each after a slash. */
export type AgentPath = string;

/** Whether the server counts how it is used. */
export type AnalyticsConfig = {
  /** Whether it does. Null leaves it to the server's default. */
  enabled: boolean | null;
  [key: string]: JsonValue | undefined;
};

/** Who makes an app and on which terms. */
export type AppBranding = {
  /** The group to list the app in. */
  category: string | null;
  /** Who makes the app. */
  developer: string | null;
  /** Whether the app may be offered to users who did not ask for it by name. */
  isDiscoverableApp: boolean;
  /** Address of what its maker says about the user's data. */
  privacyPolicy: string | null;
  /** Address of the terms under which it may be used. */
  termsOfService: string | null;
  /** Address of the app's website. */
  website: string | null;
};

/** An app, with all that is known about it. */
export type AppInfo = {
  /** What the app's entry in the directory says about it. */
  appMetadata: AppMetadata | null;
  /** Who makes the app and on which terms. */
  branding: AppBranding | null;
  /** What the app is for, in a few words. */
  description: string | null;
  /** Through which channel the app is given out. Null when that is not known. */
  distributionChannel: string | null;
  /** Identifier of the app. */
  id: string;
  /** Address of the page on which the user connects the app. Null when there is none. */
  installUrl: string | null;
  /**
   * Whether the user has connected the app, so that the agent can reach it.
   *
   * @default false
   */
  isAccessible: boolean;
  /**
   * Whether the configuration allows the agent to use the app. Independent of `isAccessible`.
   *
   * @default true
   */
  isEnabled: boolean;
  /** Labels to sort apps by, as names and values. */
  labels: { [key: string]: string } | null;
  /** Address of the app's logo. */
  logoUrl: string | null;
  /** Address of the logo for dark backgrounds. Null means that the same one serves for both. */
  logoUrlDark: string | null;
  /** The name to show. */
  name: string;
  /**
   * Names of the plugins that use the app, as they are shown to people.
   *
   * @default []
   */
  pluginDisplayNames: string[];
};

/** Brings the whole list of apps after it has changed. */
export type AppListUpdatedNotification = {
  /** All apps as they are now. */
  data: AppInfo[];
};

/** What an app's entry in the directory says about it. */
export type AppMetadata = {
  /** The groups that the app belongs to. */
  categories: string[] | null;
  /** Who makes the app. */
  developer: string | null;
  /** Whether such an app has to be connected by the user like any other. */
  firstPartyRequiresInstall: boolean | null;
  /** The kind of app, where it is made by those who make the agent. Null for the apps of others. */
  firstPartyType: string | null;
  /** How far the directory's review of the app has come. */
  review: AppReview | null;
  /** Pictures of the app at work. */
  screenshots: AppScreenshot[] | null;
  /** A description for search engines. */
  seoDescription: string | null;
  /** Whether to offer the app where messages are written although the user has not connected it. */
  showInComposerWhenUnlinked: boolean | null;
  /** The finer groups that the app belongs to. */
  subCategories: string[] | null;
  /** The version, as its maker numbers it. */
  version: string | null;
  /** Identifier of the version. */
  versionId: string | null;
  /** What is new in the version. */
  versionNotes: string | null;
};

/** How far the directory's review of an app has come. */
export type AppReview = {
  /** The state of the review, in the directory's own words. */
  status: string;
};

/** A picture of an app at work. */
export type AppScreenshot = {
  /** Identifier of the picture in the directory's store of files. */
  fileId: string | null;
  /** Address of the picture. Null when only `fileId` tells where it is. */
  url: string | null;
  /** The user's message that led to what the picture shows. */
  userPrompt: string;
};

/** An app as the plugin that uses it shows it. */
export type AppSummary = {
  /** What the app is for, in a few words. */
  description: string | null;
  /** Identifier of the app. */
  id: string;
  /** Address of the page on which the user connects the app. Null when there is none. */
  installUrl: string | null;
  /** The name to show. */
  name: string;
  /** Whether the user has to sign in to the app before it works. */
  needsAuth: boolean;
};

/** Asks whether changes to files may be made. */
export type ApplyPatchApprovalParams = {
  /** Identifier of the change, by which later messages refer to it. */
  callId: string;
  /** The thread in which the agent wants to change files. */
  conversationId: ThreadId;
  /** What is to be done, by the path of the file. */
  fileChanges: { [key: string]: FileChange };
  /**
   * A folder in which the agent wants to write freely for the rest of the session. Null asks for these changes
   * alone.
   */
  grantRoot: string | null;
  /** Why approval is needed, to be shown to the user. Null when nothing is said. */
  reason: string | null;
};

/** What the user decided about changes to files. */
export type ApplyPatchApprovalResponse = {
  /** The answer to the request. */
  decision: ReviewDecision;
};

/** Who answers when the agent asks for approval. */
export type ApprovalsReviewer =
  /** The user, through the client. */
  | "user"
  /** A second agent that weighs the risk of each request. */
  | "auto_review"
  /** The second agent under its former name; means the same as `auto_review`. */
  | "guardian_subagent";

/** Asks which apps there are, page by page. */
export type AppsListParams = {
  /** The `nextCursor` of the page before. Absent or null asks for the first page. */
  cursor?: string | null;
  /** Whether to ask the service that lists the apps even when the server remembers its answer. Absent means no. */
  forceRefetch?: boolean;
  /** How many apps a page may hold. Absent or null leaves it to the server. */
  limit?: number | null;
  /** A thread whose configuration decides which apps are on. Absent or null means the server's configuration. */
  threadId?: string | null;
};

/** A page of the list of apps. */
export type AppsListResponse = {
  /** The apps of this page. */
  data: AppInfo[];
  /** What to send as `cursor` for the next page. Null when this is the last one. */
  nextCursor: string | null;
};

/** When the agent stops to ask before it acts. */
export type AskForApproval =
  /** Before every command that is not known to be harmless. */
  | "untrusted"
  /** When a command failed in the sandbox and the agent wants to run it outside. */
  | "on-failure"
  /** When the agent itself finds that it should ask. */
  | "on-request"
  /** Never: what the sandbox does not allow fails, and the agent has to deal with that. */
  | "never";

/** How the server shows who it works for. */
export type AuthMode =
  /** With a key for the API. */
  | "apikey"
  /** With tokens of an account of ChatGPT, which the server keeps fresh. */
  | "chatgpt"
  /** With tokens of an account of ChatGPT, which the client keeps fresh. */
  | "chatgptAuthTokens"
  /** With an identity that was given to the agent itself. */
  | "agentIdentity";

/** Who can decide a review. */
export type AutoReviewDecisionSource =
  /** The reviewing agent. */
  | "agent";

/** A stretch of a text, counted in bytes of its UTF-8 form (not in characters, nor in UTF-16 units). */
export type ByteRange = {
  /** Offset after the last byte. */
  end: number;
  /** Offset of the first byte. */
  start: number;
};

/** Gives up an attempt to sign in. */
export type CancelLoginAccountParams = {
  /** Identifier of the attempt. */
  loginId: string;
};

/** What became of the attempt. */
export type CancelLoginAccountResponse = {
  /** Whether there was anything to give up. */
  status: CancelLoginAccountStatus;
};

/** Whether there was an attempt to give up. */
export type CancelLoginAccountStatus =
  /** It was going on and is given up. */
  | "canceled"
  /** There is none of that identifier going on. */
  | "notFound";

/** Asks for new tokens of the account that the client signed in with. */
export type ChatgptAuthTokensRefreshParams = {
  /**
   * The account, or workspace, of the tokens in use, for clients that have several. Null when the server does not
   * know it.
   */
  previousAccountId: string | null;
  /** Why the tokens in use will not do. */
  reason: ChatgptAuthTokensRefreshReason;
};

/** Why the tokens in use will not do. */
export type ChatgptAuthTokensRefreshReason =
  /** A server refused them, mostly because they are too old. */
  | "unauthorized";

/** The new tokens. */
export type ChatgptAuthTokensRefreshResponse = {
  /** The access token, a JSON Web Token. */
  accessToken: string;
  /** The account, or workspace, that the token is for. */
  chatgptAccountId: string;
  /** The plan of the account. Absent or null leaves it to the server to read the plan from the token. */
  chatgptPlanType?: string | null;
};

/** The name and version a client goes by, in log lines and in the user agent of outgoing HTTP requests. */
export type ClientInfo = {
  /** Identifier of the client program, stable over its releases, such as `my_editor_extension`. */
  name: string;
  /** Name to show to people. Absent or null when the identifier serves for that too. */
  title?: string | null;
  /** Version of the client program, in the client's own numbering. */
  version: string;
};

/** Any notification that the client sends. */
export type ClientNotification =
  /**
   * Confirms the handshake. The client sends it once, after the response to `initialize`; notifications of the
   * server begin then.
   */
  | {
    method: "initialized";
  };

/** Any request that the client sends. */
export type ClientRequest =
  /**
   * Opens the connection: each side says who it is, and the client what it can deal with. It comes first and
   * once; the server refuses any other request before it. The client confirms with `initialized`.
   */
  | {
    method: "initialize";
    id: RequestId;
    params: InitializeParams;
  }
  /** Creates a thread with settings of its own and makes this connection listen to it. `thread/started` follows. */
  | {
    method: "thread/start";
    id: RequestId;
    params: ThreadStartParams;
  }
  /**
   * Goes on with a thread that the server has recorded, and makes this connection listen to it. When the thread
   * is in memory already, this connection joins those that listen.
   */
  | {
    method: "thread/resume";
    id: RequestId;
    params: ThreadResumeParams;
  }
  /**
   * Copies a thread with all its turns, to go on in another way, and makes this connection listen to the copy.
   * `thread/started` follows for the copy; the original stays as it is.
   */
  | {
    method: "thread/fork";
    id: RequestId;
    params: ThreadForkParams;
  }
  /**
   * Makes this connection no longer listen to a thread. When nobody is left who listens, the server puts the
   * thread out of its memory and `thread/closed` follows.
   */
  | {
    method: "thread/unsubscribe";
    id: RequestId;
    params: ThreadUnsubscribeParams;
  }
  /** Puts a thread away: it is kept, but lists leave it out unless asked. `thread/archived` follows. */
  | {
    method: "thread/archive";
    id: RequestId;
    params: ThreadArchiveParams;
  }
  /** Brings a thread back from the archive. `thread/unarchived` follows. */
  | {
    method: "thread/unarchive";
    id: RequestId;
    params: ThreadUnarchiveParams;
  }
  /** Lists recorded threads, page by page. */
  | {
    method: "thread/list";
    id: RequestId;
    params: ThreadListParams;
  }
  /** Lists the threads that are in the server's memory, page by page. */
  | {
    method: "thread/loaded/list";
    id: RequestId;
    params: ThreadLoadedListParams;
  }
  /** Looks into a recorded thread without going on with it and without listening to it. */
  | {
    method: "thread/read";
    id: RequestId;
    params: ThreadReadParams;
  }
  /** Lists the turns of a thread, page by page, without going on with it. */
  | {
    method: "thread/turns/list";
    id: RequestId;
    params: ThreadTurnsListParams;
  }
  /** Gives a thread a title, for all clients. `thread/name/updated` follows. */
  | {
    method: "thread/name/set";
    id: RequestId;
    params: ThreadSetNameParams;
  }
  /** Corrects what is recorded about a thread, such as the branch it works on. */
  | {
    method: "thread/metadata/update";
    id: RequestId;
    params: ThreadMetadataUpdateParams;
  }
  /** Takes the last turns of a thread back, as if they had not been. Files that they changed stay changed. */
  | {
    method: "thread/rollback";
    id: RequestId;
    params: ThreadRollbackParams;
  }
  /**
   * Sums up a thread's conversation to make room, without waiting until it is too long. The response comes at
   * once; a turn with a `contextCompaction` item follows.
   */
  | {
    method: "thread/compact/start";
    id: RequestId;
    params: ThreadCompactStartParams;
  }
  /** Adds items to a thread's conversation, as the model's server knows them, without beginning a turn. */
  | {
    method: "thread/inject_items";
    id: RequestId;
    params: ThreadInjectItemsParams;
  }
  /**
   * Runs a command that the user typed, outside of the sandbox. Its `commandExecution` item belongs to the turn
   * that is running, or to one of its own; the agent learns what the command printed.
   */
  | {
    method: "thread/shellCommand";
    id: RequestId;
    params: ThreadShellCommandParams;
  }
  /** Allows an action that the reviewing agent has refused, because the user decides otherwise. */
  | {
    method: "thread/approveGuardianDeniedAction";
    id: RequestId;
    params: ThreadApproveGuardianDeniedActionParams;
  }
  /**
   * Gives the agent the user's message and lets it work. The response comes at once; the work is told by
   * `turn/started`, by the notifications about items, and by `turn/completed` at the end.
   */
  | {
    method: "turn/start";
    id: RequestId;
    params: TurnStartParams;
  }
  /**
   * Adds to what the agent reads while a turn is running. Fails when no turn is running, when it is another
   * than the client expects, and when it is of a kind that takes no input.
   */
  | {
    method: "turn/steer";
    id: RequestId;
    params: TurnSteerParams;
  }
  /** Stops a running turn. `turn/completed` follows with the status `interrupted`. */
  | {
    method: "turn/interrupt";
    id: RequestId;
    params: TurnInterruptParams;
  }
  /**
   * Lets the agent review changes, as a turn of its own kind that takes no input while it runs. Its
   * `enteredReviewMode` and `exitedReviewMode` items say what is reviewed and what was found.
   */
  | {
    method: "review/start";
    id: RequestId;
    params: ReviewStartParams;
  }
  /** Tells in whose name the agent works. */
  | {
    method: "account/read";
    id: RequestId;
    params: GetAccountParams;
  }
  /**
   * Signs the user in. `account/login/completed` follows when that is done or has failed, and `account/updated`
   * when it succeeded.
   */
  | {
    method: "account/login/start";
    id: RequestId;
    params: LoginAccountParams;
  }
  /** Gives up signing in before it is done. `account/login/completed` follows without success. */
  | {
    method: "account/login/cancel";
    id: RequestId;
    params: CancelLoginAccountParams;
  }
  /** Signs the user out: forgets the stored credentials, for all threads of the server. */
  | {
    method: "account/logout";
    id: RequestId;
    params?: null;
  }
  /** Tells how much of the account's allowance is used up. */
  | {
    method: "account/rateLimits/read";
    id: RequestId;
    params?: null;
  }
  /**
   * Asks the workspace's owner by e-mail for more credits or a higher limit, when a member has run out of
   * them. The server sends no second e-mail shortly after the first.
   */
  | {
    method: "account/sendAddCreditsNudgeEmail";
    id: RequestId;
    params: SendAddCreditsNudgeEmailParams;
  }
  /**
   * Lists the configured MCP servers with their tools and resources, page by page. It starts servers that do not
   * run yet, so it may take a while.
   */
  | {
    method: "mcpServerStatus/list";
    id: RequestId;
    params: ListMcpServerStatusParams;
  }
  /**
   * Begins to sign in to an MCP server and tells the page for the user's browser.
   * `mcpServer/oauthLogin/completed` follows when the user is done there or the time is up.
   */
  | {
    method: "mcpServer/oauth/login";
    id: RequestId;
    params: McpServerOauthLoginParams;
  }
  /** Reads something that an MCP server offers, for the client's own use; the agent does not learn of it. */
  | {
    method: "mcpServer/resource/read";
    id: RequestId;
    params: McpResourceReadParams;
  }
  /**
   * Calls a tool of an MCP server for the client's own use, such as for an app that the tool brings along. It
   * makes no item, and the agent does not learn of it.
   */
  | {
    method: "mcpServer/tool/call";
    id: RequestId;
    params: McpServerToolCallParams;
  }
  /** Finds files by a few letters of their path. The response comes when the search is through. */
  | {
    method: "fuzzyFileSearch";
    id: RequestId;
    params: FuzzyFileSearchParams;
  }
  /**
   * Begins to set up the sandbox on a server that runs on Windows. The response comes at once;
   * `windowsSandbox/setupCompleted` follows at the end.
   */
  | {
    method: "windowsSandbox/setupStart";
    id: RequestId;
    params: WindowsSandboxSetupStartParams;
  }
  /** Lists the models that the agent can work with, page by page. */
  | {
    method: "model/list";
    id: RequestId;
    params: ModelListParams;
  }
  /** Lists the features that are not for everybody yet, page by page. */
  | {
    method: "experimentalFeature/list";
    id: RequestId;
    params: ExperimentalFeatureListParams;
  }
  /** Switches such features on or off until the server ends. The configuration stays as it is. */
  | {
    method: "experimentalFeature/enablement/set";
    id: RequestId;
    params: ExperimentalFeatureEnablementSetParams;
  }
  /** Lists the skills that the agent finds in some folders. */
  | {
    method: "skills/list";
    id: RequestId;
    params: SkillsListParams;
  }
  /** Switches a skill on or off in the user's configuration. */
  | {
    method: "skills/config/write";
    id: RequestId;
    params: SkillsConfigWriteParams;
  }
  /** Lists the apps that the agent could use, page by page. */
  | {
    method: "app/list";
    id: RequestId;
    params: AppsListParams;
  }
  /** Lists the plugins of all marketplaces, installed or not. */
  | {
    method: "plugin/list";
    id: RequestId;
    params: PluginListParams;
  }
  /** Tells what a plugin consists of, installed or not. */
  | {
    method: "plugin/read";
    id: RequestId;
    params: PluginReadParams;
  }
  /** Installs a plugin and switches it on. */
  | {
    method: "plugin/install";
    id: RequestId;
    params: PluginInstallParams;
  }
  /** Takes an installed plugin away, with its settings. */
  | {
    method: "plugin/uninstall";
    id: RequestId;
    params: PluginUninstallParams;
  }
  /** Adds a marketplace: fetches it and remembers where it came from. */
  | {
    method: "marketplace/add";
    id: RequestId;
    params: MarketplaceAddParams;
  }
  /** Takes a marketplace away. */
  | {
    method: "marketplace/remove";
    id: RequestId;
    params: MarketplaceRemoveParams;
  }
  /** Fetches the present state of marketplaces. */
  | {
    method: "marketplace/upgrade";
    id: RequestId;
    params: MarketplaceUpgradeParams;
  }
  /** Tells the settings that hold, and which layer of the configuration each comes from. */
  | {
    method: "config/read";
    id: RequestId;
    params: ConfigReadParams;
  }
  /** Changes one setting in a configuration file. */
  | {
    method: "config/value/write";
    id: RequestId;
    params: ConfigValueWriteParams;
  }
  /** Changes several settings in a configuration file at once. */
  | {
    method: "config/batchWrite";
    id: RequestId;
    params: ConfigBatchWriteParams;
  }
  /** Reads the MCP servers' settings again, for all threads; each takes them up with its next turn. */
  | {
    method: "config/mcpServer/reload";
    id: RequestId;
    params?: null;
  }
  /** Tells what an administrator demands of the configuration. */
  | {
    method: "configRequirements/read";
    id: RequestId;
    params?: null;
  }
  /** Looks for what another coding agent has left on the machine. */
  | {
    method: "externalAgentConfig/detect";
    id: RequestId;
    params: ExternalAgentConfigDetectParams;
  }
  /** Takes over what was found. `externalAgentConfig/import/completed` follows when it is done. */
  | {
    method: "externalAgentConfig/import";
    id: RequestId;
    params: ExternalAgentConfigImportParams;
  }
  /** Runs a command outside of any thread. The response comes when it has ended. */
  | {
    method: "command/exec";
    id: RequestId;
    params: CommandExecParams;
  }
  /** Writes to the input of a process that `command/exec` has started, or closes it. */
  | {
    method: "command/exec/write";
    id: RequestId;
    params: CommandExecWriteParams;
  }
  /** Ends such a process. The response to its `command/exec` follows. */
  | {
    method: "command/exec/terminate";
    id: RequestId;
    params: CommandExecTerminateParams;
  }
  /** Gives such a process's terminal another size. */
  | {
    method: "command/exec/resize";
    id: RequestId;
    params: CommandExecResizeParams;
  }
  /** Reads a file. */
  | {
    method: "fs/readFile";
    id: RequestId;
    params: FsReadFileParams;
  }
  /** Writes a file. */
  | {
    method: "fs/writeFile";
    id: RequestId;
    params: FsWriteFileParams;
  }
  /** Makes a folder. */
  | {
    method: "fs/createDirectory";
    id: RequestId;
    params: FsCreateDirectoryParams;
  }
  /** Tells what is at a path. */
  | {
    method: "fs/getMetadata";
    id: RequestId;
    params: FsGetMetadataParams;
  }
  /** Lists what is directly in a folder. */
  | {
    method: "fs/readDirectory";
    id: RequestId;
    params: FsReadDirectoryParams;
  }
  /** Deletes a file or folder. */
  | {
    method: "fs/remove";
    id: RequestId;
    params: FsRemoveParams;
  }
  /** Copies a file or folder. */
  | {
    method: "fs/copy";
    id: RequestId;
    params: FsCopyParams;
  }
  /** Watches a file or folder for this connection: `fs/changed` follows at each change. */
  | {
    method: "fs/watch";
    id: RequestId;
    params: FsWatchParams;
  }
  /** Ends such a watch. */
  | {
    method: "fs/unwatch";
    id: RequestId;
    params: FsUnwatchParams;
  }
  /** Makes a pair of keys that stays on this machine. */
  | {
    method: "device/key/create";
    id: RequestId;
    params: DeviceKeyCreateParams;
  }
  /** Tells the public half of such a pair. */
  | {
    method: "device/key/public";
    id: RequestId;
    params: DeviceKeyPublicParams;
  }
  /** Signs a statement with the private half of such a pair. */
  | {
    method: "device/key/sign";
    id: RequestId;
    params: DeviceKeySignParams;
  }
  /** Records one typed product event that happened in the client. */
  | {
    method: "analytics/productEvent/track";
    id: RequestId;
    params: TrackProductAnalyticsEventParams;
  }
  /** Uploads a report by the user, with the server's log when the user agrees to that. */
  | {
    method: "feedback/upload";
    id: RequestId;
    params: FeedbackUploadParams;
  };

/** The kinds of errors that a client may want to treat in its own way. */
export type CodexErrorInfo =
  /** The conversation no longer fits what the model can read at once. */
  | "contextWindowExceeded"
  /** The account has used up what it may use. */
  | "usageLimitExceeded"
  /** The model's server has too much to do; later may be better. */
  | "serverOverloaded"
  /** The request was refused as a possible misuse for attacks on computer systems. */
  | "cyberPolicy"
  /** No connection to the model's server came about. */
  | {
    httpConnectionFailed: {
      /** The status of the HTTP answer. Null when there was no answer. */
      httpStatusCode: number | null;
    };
  }
  /** The connection came about, but the stream of the answer did not begin. */
  | {
    responseStreamConnectionFailed: {
      /** The status of the HTTP answer. Null when there was no answer. */
      httpStatusCode: number | null;
    };
  }
  /** The model's server failed by its own fault. */
  | "internalServerError"
  /** The account's credentials are missing, expired or refused. */
  | "unauthorized"
  /** The model's server found the request invalid. */
  | "badRequest"
  /** The thread could not be taken back to an earlier turn. */
  | "threadRollbackFailed"
  /** The sandbox for commands could not be set up, or broke down. */
  | "sandboxError"
  /** The stream of the answer broke off before its end. */
  | {
    responseStreamDisconnected: {
      /** The status of the HTTP answer. Null when it is not known. */
      httpStatusCode: number | null;
    };
  }
  /** The server gave up after it had tried again as often as it may. */
  | {
    responseTooManyFailedAttempts: {
      /** The status of the last HTTP answer. Null when there was none. */
      httpStatusCode: number | null;
    };
  }
  /** Input was meant for a running turn that takes none. */
  | {
    activeTurnNotSteerable: {
      /** What kind of turn is running. */
      turnKind: NonSteerableTurnKind;
    };
  }
  /** Anything else; the message says what. */
  | "other";

/** How another agent is doing. */
export type CollabAgentState = {
  /** Its last message, or why it failed. Null while there is none. */
  message: string | null;
  /** Whether it is at work. */
  status: CollabAgentStatus;
};

/** The states of an agent. */
export type CollabAgentStatus =
  /** It is being started. */
  | "pendingInit"
  /** It is at work. */
  | "running"
  /** Its turn was interrupted. */
  | "interrupted"
  /** It has done its work. */
  | "completed"
  /** Its work failed. */
  | "errored"
  /** It was closed. */
  | "shutdown"
  /** There is no such agent. */
  | "notFound";

/** What an agent can do with other agents. */
export type CollabAgentTool =
  /** Start a new agent. */
  | "spawnAgent"
  /** Send a message to an agent. */
  | "sendInput"
  /** Let an agent that was closed go on. */
  | "resumeAgent"
  /** Wait until agents are done. */
  | "wait"
  /** Close an agent that is no longer needed. */
  | "closeAgent";

/** How far the dealing with other agents has come. */
export type CollabAgentToolCallStatus =
  /** It is going on. */
  | "inProgress"
  /** It is done. */
  | "completed"
  /** It could not be done. */
  | "failed";

/** What a part of a command line appears to do. It is a reading of the text, not a promise. */
export type CommandAction =
  /** Reads a file. */
  | {
    type: "read";
    /** The part of the command line. */
    command: string;
    /** Name of the file, short enough to show. */
    name: string;
    /** Path of the file. */
    path: AbsolutePathBuf;
  }
  /** Lists the files of a folder. */
  | {
    type: "listFiles";
    /** The part of the command line. */
    command: string;
    /** The folder as the command names it. Null means the working folder. */
    path: string | null;
  }
  /** Searches files for a text. */
  | {
    type: "search";
    /** The part of the command line. */
    command: string;
    /** Where it is searched, as the command names it. Null means the working folder. */
    path: string | null;
    /** What is searched for. Null when it cannot be told. */
    query: string | null;
  }
  /** Does something that the server does not recognise. */
  | {
    type: "unknown";
    /** The part of the command line. */
    command: string;
  };

/** Brings the next piece of a process's output. Only the connection that started the process gets it. */
export type CommandExecOutputDeltaNotification = {
  /** Whether the stream has reached its limit with this piece, so that no more of it comes. */
  capReached: boolean;
  /** The bytes as Base64. A piece may end within a character. */
  deltaBase64: string;
  /** The name that the client gave to the process. */
  processId: string;
  /** The stream that the process wrote to. */
  stream: CommandExecOutputStream;
};

/** The streams that a process can write to. */
export type CommandExecOutputStream =
  /** The standard output. In a terminal all output is here. */
  | "stdout"
  /** The standard error. */
  | "stderr";

/** Runs a command. The response comes when the command has ended. */
export type CommandExecParams = {
  /** The program and its arguments, one word an element; no shell reads them. Must not be empty. */
  command: string[];
  /** The folder to run in. Absent or null means the server's own working folder. */
  cwd?: string | null;
  /** Whether all output is kept, however long it is. Absent means no. */
  disableOutputCap?: boolean;
  /** Whether the command may run as long as it likes. Absent means no. */
  disableTimeout?: boolean;
  /** Environment variables by name, on top of those of the server. Null takes one of the server's away. */
  env?: { [key: string]: string | null } | null;
  /**
   * How many bytes of each stream to keep; what comes after is thrown away. Absent or null means the server's own
   * limit. Not to be combined with `disableOutputCap`.
   */
  outputBytesCap?: number | null;
  /** The permissions of the command in detail. Not to be combined with `sandboxPolicy`. */
  permissionProfile?: PermissionProfileInput | null;
  /**
   * The client's own name for the process, by which it writes to it, resizes its terminal or ends it; no two
   * running processes of a connection may have the same one. Needed for `tty`, `streamStdin` and
   * `streamStdoutStderr`.
   */
  processId?: string | null;
  /**
   * How far the command reaches. Absent or null means as the server's configuration says. Not to be combined with
   * `permissionProfile`.
   */
  sandboxPolicy?: SandboxPolicyInput | null;
  /** Size of the terminal at the beginning. Only together with `tty`. */
  size?: CommandExecTerminalSize | null;
  /** Whether the client will send input by `command/exec/write`. Absent means no: the command finds no input. */
  streamStdin?: boolean;
  /**
   * Whether output is sent piece by piece, by `command/exec/outputDelta`, and left out of the response. Absent
   * means no.
   */
  streamStdoutStderr?: boolean;
  /**
   * After how many milliseconds the command is ended. Absent or null means the server's own limit. Not to be
   * combined with `disableTimeout`.
   */
  timeoutMs?: number | null;
  /**
   * Whether the command runs in a terminal. Then input and output are streamed, whatever the two fields for that
   * say. Absent means no.
   */
  tty?: boolean;
};

/** Tells a process that its terminal has another size now. */
export type CommandExecResizeParams = {
  /** The name that the client gave to the process; it must run in a terminal. */
  processId: string;
  /** The new size. */
  size: CommandExecTerminalSize;
};

/** Nothing but the fact that the terminal has the new size. */
export type CommandExecResizeResponse = Record<string, never>;

/** How the command has ended. */
export type CommandExecResponse = {
  /** The exit code. */
  exitCode: number;
  /** What the command wrote to its standard error. Empty when that was streamed. */
  stderr: string;
  /** What the command wrote to its standard output. Empty when that was streamed. */
  stdout: string;
};

/** Size of a terminal. */
export type CommandExecTerminalSize = {
  /** Its width in characters. */
  cols: number;
  /** Its height in lines. */
  rows: number;
};

/** Ends a running process. */
export type CommandExecTerminateParams = {
  /** The name that the client gave to the process. */
  processId: string;
};

/** Nothing but the fact that the process is being ended; the response to `command/exec` tells when it has. */
export type CommandExecTerminateResponse = Record<string, never>;

/** Writes to a running process. At least one of `deltaBase64` and `closeStdin` says what to do. */
export type CommandExecWriteParams = {
  /** Whether to close the process's input after that, so that it finds the end. Absent means no. */
  closeStdin?: boolean;
  /** The bytes to write, as Base64. Absent or null writes none. */
  deltaBase64?: string | null;
  /** The name that the client gave to the process. */
  processId: string;
};

/** Nothing but the fact that the process has the input. */
export type CommandExecWriteResponse = Record<string, never>;

/** The possible answers to a request to run a command. */
export type CommandExecutionApprovalDecision =
  /** Yes, this once. */
  | "accept"
  /** Yes, and do not ask about the same command again in this session. */
  | "acceptForSession"
  /** Yes, and allow commands that begin alike from now on. */
  | {
    acceptWithExecpolicyAmendment: {
      /** The leading words of the commands to allow, one word an element. */
      execpolicy_amendment: string[];
    };
  }
  /** Keep a network rule and decide this request by it. */
  | {
    applyNetworkPolicyAmendment: {
      /** The rule to keep. */
      network_policy_amendment: NetworkPolicyAmendment;
    };
  }
  /** No; the agent goes on with the turn and may try another way. */
  | "decline"
  /** No, and the turn is interrupted. */
  | "cancel";

/** Brings what a running command has printed since the last such notification. */
export type CommandExecutionOutputDeltaNotification = {
  /** The output to append, standard output and standard error as they came. */
  delta: string;
  /** The `commandExecution` item whose output grows. */
  itemId: string;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the command belongs to. */
  turnId: string;
};

/**
 * Asks whether a command, or the network access of a running command, is allowed.
 *
 * Most fields belong to one kind of request only, so the server leaves out what does not apply.
 */
export type CommandExecutionRequestApprovalParams = {
  /** Tells apart several requests about one item. Absent or null for the request about the item's own command. */
  approvalId?: string;
  /** The command line to be run. */
  command?: string;
  /** What the command line appears to do, step by step, as a friendlier form of `command`. */
  commandActions?: CommandAction[];
  /** The folder the command would run in. */
  cwd?: AbsolutePathBuf;
  /** The `commandExecution` item that the request is about. */
  itemId: string;
  /** The network access to decide on. Absent or null when the command itself is to be decided. */
  networkApprovalContext?: NetworkApprovalContext;
  /**
   * Leading words of the command that the server offers to allow from now on, for the answer
   * `acceptWithExecpolicyAmendment`. Absent or null when it offers nothing of the kind.
   */
  proposedExecpolicyAmendment?: string[];
  /** Network rules that the server offers to keep, for the answer `applyNetworkPolicyAmendment`. */
  proposedNetworkPolicyAmendments?: NetworkPolicyAmendment[];
  /** Why approval is needed, in the agent's words, to be shown to the user. */
  reason?: string;
  /** The thread in which the agent wants to act. */
  threadId: string;
  /** The turn that waits for the answer. */
  turnId: string;
};

/** What the user decided about a command. */
export type CommandExecutionRequestApprovalResponse = {
  /** The answer to the request. */
  decision: CommandExecutionApprovalDecision;
};

/** On whose behalf a command runs. */
export type CommandExecutionSource =
  /** The agent runs it as a step of its work. */
  | "agent"
  /** The user typed it. */
  | "userShell"
  /** The agent started it as a process that goes on in the background. */
  | "unifiedExecStartup"
  /** The agent wrote to such a process, or looked at its output. */
  | "unifiedExecInteraction";

/** How far a command has come. */
export type CommandExecutionStatus =
  /** It runs, or waits for approval. */
  | "inProgress"
  /** It ended with exit code 0. */
  | "completed"
  /** It could not be run, was cut off, or ended with another exit code. */
  | "failed"
  /** It was not approved and did not run. */
  | "declined";

/** The settings that hold. Null means that no file sets it, and that the server's own default holds. */
export type Config = {
  /** Whether the server counts how it is used. */
  analytics: AnalyticsConfig | null;
  /** When the agent asks before it acts. */
  approval_policy: AskForApproval | null;
  /** Instructions for summing up a conversation, in place of the built-in ones. */
  compact_prompt: string | null;
  /** Instructions to the agent that rank above the user's. */
  developer_instructions: string | null;
  /** The only workspace whose accounts may be used. Null allows all. */
  forced_chatgpt_workspace_id: string | null;
  /** The only way in which the user may sign in. Null allows all. */
  forced_login_method: ForcedLoginMethod | null;
  /** Instructions to the agent from the user. */
  instructions: string | null;
  /** Identifier of the model. */
  model: string | null;
  /** At how many tokens a conversation is summed up to make room. */
  model_auto_compact_token_limit: number | null;
  /** How much the model can read at once, in tokens. Null means as much as the server knows of the model. */
  model_context_window: number | null;
  /** Name of the provider that serves the model. */
  model_provider: string | null;
  /** How much the model thinks. */
  model_reasoning_effort: ReasoningEffort | null;
  /** How the model sums up its thoughts. */
  model_reasoning_summary: ReasoningSummary | null;
  /** How much the model writes. */
  model_verbosity: Verbosity | null;
  /** Name of the profile whose settings take precedence over these. Null means none. */
  profile: string | null;
  /**
   * The profiles to choose from, by name.
   *
   * @default {}
   */
  profiles: { [key: string]: ProfileV2 };
  /** Identifier of the model that reviews changes. */
  review_model: string | null;
  /** How far commands reach without asking. */
  sandbox_mode: SandboxMode | null;
  /** What holds besides when `sandbox_mode` is `workspace-write`. */
  sandbox_workspace_write: SandboxWorkspaceWrite | null;
  /** The class of service. */
  service_tier: ServiceTier | null;
  /** How the agent's own tools work. */
  tools: ToolsV2 | null;
  /** Whether the agent searches the web, and how. */
  web_search: WebSearchMode | null;
  [key: string]: JsonValue | undefined;
};

/** Changes several settings in a configuration file: all of them, or none when one is not possible. */
export type ConfigBatchWriteParams = {
  /** The changes, made in this order. */
  edits: ConfigEdit[];
  /**
   * The version that the client has read. When the file has another one by now, the request fails and changes
   * nothing. Absent or null changes the file in any case.
   */
  expectedVersion?: string | null;
  /** The file to change. Absent or null means the user's own. */
  filePath?: string | null;
  /** Whether threads that are in memory take the new settings too. Absent means no: only new threads do. */
  reloadUserConfig?: boolean;
};

/** A change of one setting. */
export type ConfigEdit = {
  /** The setting: the names from the root down, joined by dots. */
  keyPath: string;
  /** What happens to what is there already. */
  mergeStrategy: MergeStrategy;
  /** The new value. Null takes the setting out of the file. */
  value: JsonValue;
};

/** A layer of the configuration. */
export type ConfigLayer = {
  /** What the layer says, with the names of the configuration file. */
  config: JsonValue;
  /** Why the layer does not count. Null when it counts. */
  disabledReason: string | null;
  /** Where the layer comes from. */
  name: ConfigLayerSource;
  /** A mark that changes whenever the layer does. It says nothing about the order of changes. */
  version: string;
};

/** Which layer it is, and in which state. */
export type ConfigLayerMetadata = {
  /** Where the layer comes from. */
  name: ConfigLayerSource;
  /** A mark that changes whenever the layer does. It says nothing about the order of changes. */
  version: string;
};

/** Where a layer of the configuration comes from. */
export type ConfigLayerSource =
  /** From the management of the device, as on a Mac that belongs to a company. */
  | {
    type: "mdm";
    /** The domain of preferences. */
    domain: string;
    /** The key within it. */
    key: string;
  }
  /** From the file for all users of the machine. */
  | {
    type: "system";
    /** The file; it need not exist. */
    file: AbsolutePathBuf;
  }
  /** From the user's own file. */
  | {
    type: "user";
    /** The file; it need not exist. */
    file: AbsolutePathBuf;
  }
  /** From a project that the user works in. */
  | {
    type: "project";
    /** The project's folder `.codex`, in which the file is. */
    dotCodexFolder: AbsolutePathBuf;
  }
  /** From what was said when the server was started or when the thread was. */
  | {
    type: "sessionFlags";
  }
  /** From a file of the administrator, of the kind that came before requirements. */
  | {
    type: "legacyManagedConfigTomlFromFile";
    /** The file. */
    file: AbsolutePathBuf;
  }
  /** From the management of the device, of the kind that came before requirements. */
  | {
    type: "legacyManagedConfigTomlFromMdm";
  };

/** Asks for the settings that hold. */
export type ConfigReadParams = {
  /**
   * The folder for which the settings shall hold; its project may have a layer of its own. Absent or null means
   * the server's own working folder.
   */
  cwd?: string | null;
  /**
   * Whether to list the layers too.
   *
   * @default false
   */
  includeLayers?: boolean;
};

/** The settings that hold, and where they come from. */
export type ConfigReadResponse = {
  /** The settings, all layers taken together. */
  config: Config;
  /** The layers, the one with the highest precedence first. Null unless the request asked for them. */
  layers: ConfigLayer[] | null;
  /** The layer that each setting comes from, by its path: the names from the root down, joined by dots. */
  origins: { [key: string]: ConfigLayerMetadata };
};

/** What an administrator demands. Null means that nothing is demanded in that respect. */
export type ConfigRequirements = {
  /** The policies of approval to choose from. */
  allowedApprovalPolicies: AskForApproval[] | null;
  /** The sandboxes to choose from. */
  allowedSandboxModes: SandboxMode[] | null;
  /** The ways of searching the web to choose from. Not to search is always among them. */
  allowedWebSearchModes: WebSearchMode[] | null;
  /** The part of the world in which data has to stay. */
  enforceResidency: ResidencyRequirement | null;
  /** Whether each feature has to be on or off, by its name. The features that are not named can be chosen. */
  featureRequirements: { [key: string]: boolean } | null;
};

/** What is demanded. */
export type ConfigRequirementsReadResponse = {
  /** The requirements. Null when there are none. */
  requirements: ConfigRequirements | null;
};

/** Changes one setting in a configuration file. */
export type ConfigValueWriteParams = {
  /**
   * The version that the client has read. When the file has another one by now, the request fails and changes
   * nothing. Absent or null changes the file in any case.
   */
  expectedVersion?: string | null;
  /** The file to change. Absent or null means the user's own. */
  filePath?: string | null;
  /** The setting: the names from the root down, joined by dots. */
  keyPath: string;
  /** What happens to what is there already. */
  mergeStrategy: MergeStrategy;
  /** The new value. Null takes the setting out of the file. */
  value: JsonValue;
};

/** Warns of a mistake in the configuration. What is wrong there has no effect. */
export type ConfigWarningNotification = {
  /** What it means and how to mend it. Null when nothing more is said. */
  details: string | null;
  /** Path of the file with the mistake. Null when it is in no single file. */
  path: string | null;
  /** Where in the file the mistake is. Null when that is not known. */
  range: TextRange | null;
  /** What is wrong, in one line. */
  summary: string;
};

/** What the file looks like after the change. */
export type ConfigWriteResponse = {
  /** The file that was changed, in its canonical form. */
  filePath: AbsolutePathBuf;
  /** What holds in place of the new value. Null when the new value holds. */
  overriddenMetadata: OverriddenMetadata | null;
  /** Whether the new value holds. */
  status: WriteStatus;
  /** The version of the file after the change. */
  version: string;
};

/** One part of a message. */
export type ContentItem =
  /** Text for the model to read. */
  | {
    type: "input_text";
    /** The text as the model reads it. */
    text: string;
  }
  /** A picture for the model to look at. */
  | {
    type: "input_image";
    /** How closely the model looks. Absent or null leaves it to the model's server. */
    detail?: ImageDetail | null;
    /** Where the picture is, or the picture itself as a `data:` address. */
    image_url: string;
  }
  /** Text that the model wrote. */
  | {
    type: "output_text";
    /** The text as the model wrote it. */
    text: string;
  };

/**
 * Says that a summary has taken the place of the older part of a conversation. The item `contextCompaction` says the
 * same within the turn, and is the better one to rely on.
 */
export type ContextCompactedNotification = {
  /** The thread of the conversation. */
  threadId: string;
  /** The turn in which it happened. */
  turnId: string;
};

/** The credits that an account can spend. */
export type CreditsSnapshot = {
  /** How many are left, as a decimal number. Null when it is not known. */
  balance: string | null;
  /** Whether there are any. */
  hasCredits: boolean;
  /** Whether they never run out. */
  unlimited: boolean;
};

/** Says that something the user relies on will go. */
export type DeprecationNoticeNotification = {
  /** What to do about it. Null when nothing more is said. */
  details: string | null;
  /** What will go, in one line. */
  summary: string;
};

/** The ways in which a key can sign. */
export type DeviceKeyAlgorithm =
  /** ECDSA on the curve P-256 over a SHA-256 hash. */
  | "ecdsa_p256_sha256";

/** Makes a new pair of keys. */
export type DeviceKeyCreateParams = {
  /** The user within the account that the key will speak for. */
  accountUserId: string;
  /** The client enrolled for control from afar that the key will speak for. */
  clientId: string;
  /** How well the private half has to be protected. Absent or null means `hardware_only`. */
  protectionPolicy?: DeviceKeyProtectionPolicy | null;
};

/** The new key, as far as it may be known. */
export type DeviceKeyCreateResponse = {
  /** How the key signs. */
  algorithm: DeviceKeyAlgorithm;
  /** Identifier of the key on this machine. */
  keyId: string;
  /** How well the private half is protected in fact. */
  protectionClass: DeviceKeyProtectionClass;
  /** The public half: a SubjectPublicKeyInfo structure in DER, as Base64. */
  publicKeySpkiDerBase64: string;
};

/** How well the private half of a key is protected. */
export type DeviceKeyProtectionClass =
  /** By the Secure Enclave of an Apple device. */
  | "hardware_secure_enclave"
  /** By a trusted platform module. */
  | "hardware_tpm"
  /** By the operating system, which does not hand it out. */
  | "os_protected_nonextractable";

/** How well the private half of a new key has to be protected. */
export type DeviceKeyProtectionPolicy =
  /** By a piece of hardware; where there is none, no key is made. */
  | "hardware_only"
  /** By hardware if there is any, else by the operating system, which must not hand the key out. */
  | "allow_os_protected_nonextractable";

/** Asks for the public half of a key. */
export type DeviceKeyPublicParams = {
  /** Identifier of the key. */
  keyId: string;
};

/** A key, as far as it may be known. */
export type DeviceKeyPublicResponse = {
  /** How the key signs. */
  algorithm: DeviceKeyAlgorithm;
  /** Identifier of the key on this machine. */
  keyId: string;
  /** How well the private half is protected in fact. */
  protectionClass: DeviceKeyProtectionClass;
  /** The public half: a SubjectPublicKeyInfo structure in DER, as Base64. */
  publicKeySpkiDerBase64: string;
};

/** Signs a statement of one of a few fixed kinds; there is no way to have arbitrary bytes signed. */
export type DeviceKeySignParams = {
  /** Identifier of the key. */
  keyId: string;
  /** The statement. */
  payload: DeviceKeySignPayload;
};

/** The statements that a key signs. */
export type DeviceKeySignPayload =
  /** That this machine opens a connection through which it can be controlled. */
  | {
    type: "remoteControlClientConnection";
    /** The user within the account; must be the one that the key was made for. */
    accountUserId: string;
    /** What the statement is for. */
    audience: RemoteControlClientConnectionAudience;
    /** The client; must be the one that the key was made for. */
    clientId: string;
    /** A value that the other side chose and accepts once. */
    nonce: string;
    /** What the token allows. */
    scopes: string[];
    /** The session that the connection belongs to. */
    sessionId: string;
    /** Scheme, host and port of the server to connect to. */
    targetOrigin: string;
    /** Path on that server. */
    targetPath: string;
    /** When the token expires, in Unix seconds. */
    tokenExpiresAt: number;
    /** SHA-256 hash of the token that the connection is opened with, as Base64 for URLs without padding. */
    tokenSha256Base64url: string;
  }
  /** That this machine enrols as one that can be controlled. */
  | {
    type: "remoteControlClientEnrollment";
    /** The user within the account; must be the one that the key was made for. */
    accountUserId: string;
    /** What the statement is for. */
    audience: RemoteControlClientEnrollmentAudience;
    /** When the challenge expires, in Unix seconds. */
    challengeExpiresAt: number;
    /** Identifier of the challenge that the statement answers. */
    challengeId: string;
    /** The client; must be the one that the key was made for. */
    clientId: string;
    /** SHA-256 hash of what identifies this machine, as Base64 for URLs without padding. */
    deviceIdentitySha256Base64url: string;
    /** A value that the other side chose and accepts once. */
    nonce: string;
    /** Scheme, host and port of the server that gave the challenge. */
    targetOrigin: string;
    /** Path on that server. */
    targetPath: string;
  };

/** The signature. */
export type DeviceKeySignResponse = {
  /** How the key signed. */
  algorithm: DeviceKeyAlgorithm;
  /** The signature in DER, as Base64. */
  signatureDerBase64: string;
  /** Exactly the bytes that were signed, as Base64. Who verifies needs these, not a JSON text made anew. */
  signedPayloadBase64: string;
};

/** One part of what a client's tool gives to the model. */
export type DynamicToolCallOutputContentItem =
  /** Text for the model to read. */
  | {
    type: "inputText";
    /** The text as the model reads it. */
    text: string;
  }
  /** A picture for the model to look at. */
  | {
    type: "inputImage";
    /** Where the picture is, or the picture itself as a `data:` address. */
    imageUrl: string;
  };

/** Calls a tool that the client offered when the thread was started. */
export type DynamicToolCallParams = {
  /** What the tool is called with. The model wrote it, so the tool has to check it against its input schema. */
  arguments: JsonValue;
  /** Identifier of the call, which is also that of its `dynamicToolCall` item. */
  callId: string;
  /** The group that the tool belongs to. Null for a tool without a group. */
  namespace: string | null;
  /** The thread in which the agent calls the tool. */
  threadId: string;
  /** Name of the tool. */
  tool: string;
  /** The turn that waits for the result. */
  turnId: string;
};

/** What a tool of the client gave back. */
export type DynamicToolCallResponse = {
  /** The result, or what went wrong, for the model to read. */
  contentItems: DynamicToolCallOutputContentItem[];
  /** Whether the tool did what it should. */
  success: boolean;
};

/** How far the call of a client's tool has come. */
export type DynamicToolCallStatus =
  /** The client is at work. */
  | "inProgress"
  /** The client answered. */
  | "completed"
  /** The client answered that the tool failed, or did not answer. */
  | "failed";

/** Says that something went wrong in a turn. */
export type ErrorNotification = {
  /** What went wrong. */
  error: TurnError;
  /** The thread of the turn. */
  threadId: string;
  /** The turn in which it happened. */
  turnId: string;
  /** Whether the server tries again by itself. When false, the turn ends as failed. */
  willRetry: boolean;
};

/** Asks whether a command may run. */
export type ExecCommandApprovalParams = {
  /** Tells apart several requests about one run. Null for the request about the run's own command. */
  approvalId: string | null;
  /** Identifier of the command's run, by which later messages refer to it. */
  callId: string;
  /** The program and its arguments, one word an element. */
  command: string[];
  /** The thread in which the agent wants to run the command. */
  conversationId: ThreadId;
  /** The folder the command would run in. */
  cwd: string;
  /** What the command appears to do, step by step, as a friendlier form of `command`. */
  parsedCmd: ParsedCommand[];
  /** Why approval is needed, to be shown to the user. Null when nothing is said. */
  reason: string | null;
};

/** What the user decided about a command. */
export type ExecCommandApprovalResponse = {
  /** The answer to the request. */
  decision: ReviewDecision;
};

/** A feature and its switch. */
export type ExperimentalFeature = {
  /** A text by which to make it known to users. Null for features that are not offered to users. */
  announcement: string | null;
  /** Whether it is on for those who have not touched its switch. */
  defaultEnabled: boolean;
  /** What it does, to be shown beside its switch. Null for features that are not offered to users. */
  description: string | null;
  /** The name to show. Null for features that are not offered to users. */
  displayName: string | null;
  /** Whether it is on. */
  enabled: boolean;
  /** The name that the configuration knows it by. */
  name: string;
  /** How mature it is. */
  stage: ExperimentalFeatureStage;
};

/** Switches features on or off, until the server ends. */
export type ExperimentalFeatureEnablementSetParams = {
  /** Whether each feature shall be on, by its name. Features that are not named stay as they are. */
  enablement: { [key: string]: boolean };
};

/** The switches that were set. */
export type ExperimentalFeatureEnablementSetResponse = {
  /** Whether each feature is on now, by its name; only those that the request has named. */
  enablement: { [key: string]: boolean };
};

/** Asks which features there are, page by page. */
export type ExperimentalFeatureListParams = {
  /** The `nextCursor` of the page before. Absent or null asks for the first page. */
  cursor?: string | null;
  /** How many features a page may hold. Absent or null leaves it to the server. */
  limit?: number | null;
};

/** A page of the list of features. */
export type ExperimentalFeatureListResponse = {
  /** The features of this page. */
  data: ExperimentalFeature[];
  /** What to send as `cursor` for the next page. Null when this is the last one. */
  nextCursor: string | null;
};

/** How mature a feature is. */
export type ExperimentalFeatureStage =
  /** Users may try it. */
  | "beta"
  /** It is being made and not meant for use. */
  | "underDevelopment"
  /** It is ready; its switch is there for those who want to do without it. */
  | "stable"
  /** It will go, and should not be used any more. */
  | "deprecated"
  /** It is gone; its name is kept only so that old configurations can still be read. */
  | "removed";

/** Looks for what another agent has left. Nothing is changed. */
export type ExternalAgentConfigDetectParams = {
  /** The folders whose repositories to look in. Absent or null means none. */
  cwds?: string[] | null;
  /** Whether to look in the user's home folder. Absent means no. */
  includeHome?: boolean;
};

/** What was found. */
export type ExternalAgentConfigDetectResponse = {
  /** The things that can be taken over, each by itself. */
  items: ExternalAgentConfigMigrationItem[];
};

/** Says that all has been taken over, as far as that was possible. */
export type ExternalAgentConfigImportCompletedNotification = Record<string, never>;

/** Takes over what was found. */
export type ExternalAgentConfigImportParams = {
  /** The things to take over, as `externalAgentConfig/detect` listed them. */
  migrationItems: ExternalAgentConfigMigrationItemInput[];
};

/** Nothing but the fact that the work has begun; `externalAgentConfig/import/completed` tells when it is done. */
export type ExternalAgentConfigImportResponse = Record<string, never>;

/** One thing that can be taken over. */
export type ExternalAgentConfigMigrationItem = {
  /** The folder of the repository that it belongs to. Null when it belongs to the user's home folder. */
  cwd: string | null;
  /** What would be done, in words for the user. */
  description: string;
  /** What it consists of. Null for kinds that have no parts to name. */
  details: MigrationDetails | null;
  /** What kind of thing it is. */
  itemType: ExternalAgentConfigMigrationItemType;
};

/**
 * One thing that can be taken over.
 *
 * As it is written; `ExternalAgentConfigMigrationItem` is what is read.
 */
export type ExternalAgentConfigMigrationItemInput = {
  /** The folder of the repository that it belongs to. Null when it belongs to the user's home folder. */
  cwd?: string | null;
  /** What would be done, in words for the user. */
  description: string;
  /** What it consists of. Null for kinds that have no parts to name. */
  details?: MigrationDetails | null;
  /** What kind of thing it is. */
  itemType: ExternalAgentConfigMigrationItemType;
};

/** The kinds of things that can be taken over. */
export type ExternalAgentConfigMigrationItemType =
  /** Instructions to the agent, which become a file `AGENTS.md`. */
  | "AGENTS_MD"
  /** Settings, which go into the configuration file. */
  | "CONFIG"
  /** Skills, which are copied. */
  | "SKILLS"
  /** Plugins, which are installed from their marketplaces. */
  | "PLUGINS"
  /** MCP servers, which go into the configuration file. */
  | "MCP_SERVER_CONFIG";

/** A report by the user, to be uploaded to the makers of the agent. */
export type FeedbackUploadParams = {
  /** The kind of report, as the client's feedback form calls it, such as `bug`. */
  classification: string;
  /** Paths of further files to send along. They are read on the server's machine. */
  extraLogFiles?: string[] | null;
  /** Whether the user agreed to send the server's log with the report. */
  includeLogs: boolean;
  /** What the user wrote. */
  reason?: string | null;
  /** Labels to sort reports by, as names and values. */
  tags?: { [key: string]: string } | null;
  /** The thread that the report is about. Absent or null when it is about none in particular. */
  threadId?: string | null;
};

/** Where the report was filed. */
export type FeedbackUploadResponse = {
  /** The thread under which the report can be found again. */
  threadId: string;
};

/** What is done to one file. */
export type FileChange =
  /** The file is new. */
  | {
    type: "add";
    /** What the file will contain. */
    content: string;
  }
  /** The file goes away. */
  | {
    type: "delete";
    /** What the file contained. */
    content: string;
  }
  /** The file's content changes, and its path may. */
  | {
    type: "update";
    /** Path of the file after the change. Null when the file stays where it is. */
    move_path: string | null;
    /** The change as a unified diff. */
    unified_diff: string;
  };

/** The possible answers to a request to change files. */
export type FileChangeApprovalDecision =
  /** Yes, this once. */
  | "accept"
  /** Yes, and do not ask about changes to the same files again in this session. */
  | "acceptForSession"
  /** No; the agent goes on with the turn and may try another way. */
  | "decline"
  /** No, and the turn is interrupted. */
  | "cancel";

/** Brings what has been printed while files were changed. */
export type FileChangeOutputDeltaNotification = {
  /** The output to append. */
  delta: string;
  /** The `fileChange` item that the output belongs to. */
  itemId: string;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the change belongs to. */
  turnId: string;
};

/** Brings a change of files as far as the agent has written it. */
export type FileChangePatchUpdatedNotification = {
  /** All changes known by now, file by file. They replace those of earlier notifications. */
  changes: FileUpdateChange[];
  /** The `fileChange` item that grows. */
  itemId: string;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the change belongs to. */
  turnId: string;
};

/** Asks whether changes to files are allowed. */
export type FileChangeRequestApprovalParams = {
  /**
   * A folder in which the agent wants to write freely for the rest of the session. Absent or null asks for these
   * changes alone.
   */
  grantRoot?: string;
  /** The `fileChange` item that the request is about; it lists the changes. */
  itemId: string;
  /** Why approval is needed, to be shown to the user. Absent or null when nothing is said. */
  reason?: string;
  /** The thread in which the agent wants to change files. */
  threadId: string;
  /** The turn that waits for the answer. */
  turnId: string;
};

/** What the user decided about changes to files. */
export type FileChangeRequestApprovalResponse = {
  /** The answer to the request. */
  decision: FileChangeApprovalDecision;
};

/** What commands may do to a file. */
export type FileSystemAccessMode =
  /** Read it. */
  | "read"
  /** Read it and change it. */
  | "write"
  /** Nothing, even where a wider entry grants more. */
  | "none";

/** A place in the file system, named in one of three ways. */
export type FileSystemPath =
  /** A file or folder by its path. */
  | {
    type: "path";
    /** The path; a folder stands for all it contains. */
    path: AbsolutePathBuf;
  }
  /** All files whose path matches a pattern. */
  | {
    type: "glob_pattern";
    /** The pattern, with `*`, `**` and `?`. */
    pattern: string;
  }
  /** A place that is found when the permissions are applied. */
  | {
    type: "special";
    /** Which place it is. */
    value: FileSystemSpecialPath;
  };

/**
 * A place in the file system, named in one of three ways.
 *
 * As it is written; `FileSystemPath` is what is read.
 */
export type FileSystemPathInput =
  /** A file or folder by its path. */
  | {
    type: "path";
    /** The path; a folder stands for all it contains. */
    path: AbsolutePathBuf;
  }
  /** All files whose path matches a pattern. */
  | {
    type: "glob_pattern";
    /** The pattern, with `*`, `**` and `?`. */
    pattern: string;
  }
  /** A place that is found when the permissions are applied. */
  | {
    type: "special";
    /** Which place it is. */
    value: FileSystemSpecialPathInput;
  };

/** One grant or refusal: a place and what may be done there. */
export type FileSystemSandboxEntry = {
  /** What commands may do there. */
  access: FileSystemAccessMode;
  /** The place. */
  path: FileSystemPath;
};

/**
 * One grant or refusal: a place and what may be done there.
 *
 * As it is written; `FileSystemSandboxEntry` is what is read.
 */
export type FileSystemSandboxEntryInput = {
  /** What commands may do there. */
  access: FileSystemAccessMode;
  /** The place. */
  path: FileSystemPathInput;
};

/** Places whose paths depend on the machine and on the thread. */
export type FileSystemSpecialPath =
  /** The root of the file system, and with it everything. */
  | {
    kind: "root";
  }
  /** What programs of the operating system need to run at all. */
  | {
    kind: "minimal";
  }
  /** The folders of the project that the thread works in. */
  | {
    kind: "project_roots";
    /** A path below each of them. Null means the folders themselves. */
    subpath: string | null;
  }
  /** The folder that the environment variable `TMPDIR` names. */
  | {
    kind: "tmpdir";
  }
  /** The folder `/tmp`. */
  | {
    kind: "slash_tmp";
  }
  /** A place that this version of the server does not know; it is carried along and grants nothing. */
  | {
    kind: "unknown";
    /** The place as it was named. */
    path: string;
    /** A path below it. Null means the place itself. */
    subpath: string | null;
  };

/**
 * Places whose paths depend on the machine and on the thread.
 *
 * As it is written; `FileSystemSpecialPath` is what is read.
 */
export type FileSystemSpecialPathInput =
  /** The root of the file system, and with it everything. */
  | {
    kind: "root";
  }
  /** What programs of the operating system need to run at all. */
  | {
    kind: "minimal";
  }
  /** The folders of the project that the thread works in. */
  | {
    kind: "project_roots";
    /** A path below each of them. Null means the folders themselves. */
    subpath?: string | null;
  }
  /** The folder that the environment variable `TMPDIR` names. */
  | {
    kind: "tmpdir";
  }
  /** The folder `/tmp`. */
  | {
    kind: "slash_tmp";
  }
  /** A place that this version of the server does not know; it is carried along and grants nothing. */
  | {
    kind: "unknown";
    /** The place as it was named. */
    path: string;
    /** A path below it. Null means the place itself. */
    subpath?: string | null;
  };

/** What is done to one file. */
export type FileUpdateChange = {
  /** The change as a unified diff; for a file that is added or deleted, its content. */
  diff: string;
  /** Whether the file is new, goes away or changes. */
  kind: PatchChangeKind;
  /** Path of the file before the change. */
  path: string;
};

/** The ways in which a configuration can oblige the user to sign in. */
export type ForcedLoginMethod =
  /** With an account of ChatGPT. */
  | "chatgpt"
  /** With an API key. */
  | "api";

/** Says that something watched has changed. */
export type FsChangedNotification = {
  /** What was changed, created or deleted. */
  changedPaths: AbsolutePathBuf[];
  /** The name that the client gave to the watch. */
  watchId: string;
};

/** Copies a file or folder. */
export type FsCopyParams = {
  /** Where the copy shall be. */
  destinationPath: AbsolutePathBuf;
  /**
   * Whether to copy a folder with all that is in it; a folder cannot be copied otherwise. Without meaning for a
   * file. Absent means no.
   */
  recursive?: boolean;
  /** What to copy. */
  sourcePath: AbsolutePathBuf;
};

/** Nothing but the fact that the copy is made. */
export type FsCopyResponse = Record<string, never>;

/** Makes a folder. */
export type FsCreateDirectoryParams = {
  /** The folder. */
  path: AbsolutePathBuf;
  /** Whether to make the folders around it too, and to be content when it is there already. Absent or null means yes. */
  recursive?: boolean | null;
};

/** Nothing but the fact that the folder is there. */
export type FsCreateDirectoryResponse = Record<string, never>;

/** Asks what is at a path. */
export type FsGetMetadataParams = {
  /** The path. */
  path: AbsolutePathBuf;
};

/** What is at the path. A symbolic link is followed, except where it is said otherwise. */
export type FsGetMetadataResponse = {
  /** When it was created, in Unix milliseconds; 0 when the file system does not say. */
  createdAtMs: number;
  /** Whether it is a folder. */
  isDirectory: boolean;
  /** Whether it is a regular file. */
  isFile: boolean;
  /** Whether the path itself is a symbolic link. */
  isSymlink: boolean;
  /** When its content was last changed, in Unix milliseconds; 0 when the file system does not say. */
  modifiedAtMs: number;
};

/** One name in a folder. */
export type FsReadDirectoryEntry = {
  /** The name alone, without the folder. */
  fileName: string;
  /** Whether it is a folder. */
  isDirectory: boolean;
  /** Whether it is a regular file. */
  isFile: boolean;
};

/** Lists what is directly in a folder. */
export type FsReadDirectoryParams = {
  /** The folder. */
  path: AbsolutePathBuf;
};

/** What is directly in the folder. */
export type FsReadDirectoryResponse = {
  /** One entry for each name in the folder. */
  entries: FsReadDirectoryEntry[];
};

/** Reads a whole file. */
export type FsReadFileParams = {
  /** The file. */
  path: AbsolutePathBuf;
};

/** What the file contains. */
export type FsReadFileResponse = {
  /** The file's bytes as Base64. */
  dataBase64: string;
};

/** Deletes a file or folder. */
export type FsRemoveParams = {
  /** Whether to be content when nothing is there. Absent or null means yes. */
  force?: boolean | null;
  /** What to delete. */
  path: AbsolutePathBuf;
  /** Whether to delete a folder with all that is in it. Absent or null means yes. */
  recursive?: boolean | null;
};

/** Nothing but the fact that nothing is at the path any more. */
export type FsRemoveResponse = Record<string, never>;

/** Ends a watch. */
export type FsUnwatchParams = {
  /** The name that the client gave to the watch. */
  watchId: string;
};

/** Nothing but the fact that no more changes are told for the watch. */
export type FsUnwatchResponse = Record<string, never>;

/** Asks to be told when a file or folder changes, by `fs/changed`. */
export type FsWatchParams = {
  /** The file or folder. */
  path: AbsolutePathBuf;
  /** The client's own name for this watch; no two of a connection may have the same one. */
  watchId: string;
};

/** What is watched. */
export type FsWatchResponse = {
  /** The path in its canonical form, which later notifications use. */
  path: AbsolutePathBuf;
};

/** Writes a whole file, in place of what it contained if it was there. */
export type FsWriteFileParams = {
  /** The new bytes as Base64. */
  dataBase64: string;
  /** The file. The folder around it must exist. */
  path: AbsolutePathBuf;
};

/** Nothing but the fact that the file is written. */
export type FsWriteFileResponse = Record<string, never>;

/** What a tool answered: a text, or parts of which some may be pictures. */
export type FunctionCallOutputBody =
  /** The answer as one text. */
  | string
  /** The answer part by part. */
  | FunctionCallOutputContentItem[];

/** One part of what a tool answered. */
export type FunctionCallOutputContentItem =
  /** Text for the model to read. */
  | {
    type: "input_text";
    /** The text as the model reads it. */
    text: string;
  }
  /** A picture for the model to look at. */
  | {
    type: "input_image";
    /** How closely the model looks. Absent or null leaves it to the model's server. */
    detail?: ImageDetail | null;
    /** Where the picture is, or the picture itself as a `data:` address. */
    image_url: string;
  };

/** What a search can find. */
export type FuzzyFileSearchMatchType =
  /** A file. */
  | "file"
  /** A folder. */
  | "directory";

/** Looks up files once. */
export type FuzzyFileSearchParams = {
  /**
   * A name for a series of searches of which only the newest counts: a search ends an unfinished one of the same
   * name. Absent or null lets the search run beside all others.
   */
  cancellationToken?: string | null;
  /** The letters to look for, in their order but not necessarily side by side. */
  query: string;
  /** The folders to look in, with all they contain. */
  roots: string[];
};

/** What a single search found. */
export type FuzzyFileSearchResponse = {
  /** The best matches, the best one first. */
  files: FuzzyFileSearchResult[];
};

/** A file or folder whose path matches. */
export type FuzzyFileSearchResult = {
  /** The last part of its path. */
  file_name: string;
  /**
   * Which characters of `path` matched, counted from 0, in ascending order, for the client to set off. Null when
   * they were not worked out.
   */
  indices: number[] | null;
  /** Whether it is a file or a folder. */
  match_type: FuzzyFileSearchMatchType;
  /** Its path, relative to `root`. */
  path: string;
  /** The folder of the search that it lies in. */
  root: string;
  /** How well it matches; more is better. Only scores for the same letters can be compared. */
  score: number;
};

/** Says that an open search has looked at everything for its present letters. */
export type FuzzyFileSearchSessionCompletedNotification = {
  /** The search. */
  sessionId: string;
};

/** Says what an open search has found so far. */
export type FuzzyFileSearchSessionUpdatedNotification = {
  /** The best matches, the best one first. They replace those of earlier notifications. */
  files: FuzzyFileSearchResult[];
  /** The letters that the matches are for. They may be older than those the client sent last. */
  query: string;
  /** The search. */
  sessionId: string;
};

/** Asks in whose name the agent works. */
export type GetAccountParams = {
  /**
   * Whether to get fresh tokens first, so that the answer is up to date. Without effect on an API key and on tokens
   * that the client keeps fresh.
   *
   * @default false
   */
  refreshToken?: boolean;
};

/** How much is used up, limit by limit. */
export type GetAccountRateLimitsResponse = {
  /** The limit that matters most, for clients that show one only. */
  rateLimits: RateLimitSnapshot;
  /** All limits, by identifier. Null when the account's server does not tell them apart. */
  rateLimitsByLimitId: { [key: string]: RateLimitSnapshot } | null;
};

/** In whose name the agent works. */
export type GetAccountResponse = {
  /** The account. Null when nobody is signed in. */
  account: Account | null;
  /** Whether the provider of the models needs the user to sign in. When false, the agent works without an account. */
  requiresOpenaiAuth: boolean;
};

/** A Git commit that belongs to no branch and keeps the state of the files at one moment. */
export type GhostCommit = {
  /** Identifier of the commit. */
  id: string;
  /** The commit that was checked out at that moment. Absent or null when there was none. */
  parent?: string | null;
  /** Folders that Git did not know and that existed already; bringing the state back leaves them alone. */
  preexisting_untracked_dirs: string[];
  /** Files that Git did not know and that existed already; bringing the state back leaves them alone. */
  preexisting_untracked_files: string[];
};

/** The state of a Git repository. */
export type GitInfo = {
  /** The branch that is checked out. Null when there is none. */
  branch: string | null;
  /** Address of the remote named `origin`. Null when there is none. */
  originUrl: string | null;
  /** The commit that is checked out. Null when there is none yet. */
  sha: string | null;
};

/** The permissions that the user grants on top of those of the sandbox. */
export type GrantedPermissionProfile = {
  /** Further access to files. Absent or null grants none. */
  fileSystem?: AdditionalFileSystemPermissionsInput | null;
  /** Further network access. Absent or null grants none. */
  network?: AdditionalNetworkPermissionsInput | null;
};

/** How far a review has come and what it found. */
export type GuardianApprovalReview = {
  /** Why it is decided as it is, to be shown to the user. Null when no reason is given. */
  rationale: string | null;
  /** How much harm the action could do. Null while that is not known. */
  riskLevel: GuardianRiskLevel | null;
  /** How far the review has come, and at its end what is decided. */
  status: GuardianApprovalReviewStatus;
  /** How clearly the user has asked for the action. Null while that is not known. */
  userAuthorization: GuardianUserAuthorization | null;
};

/** The actions that can be reviewed. */
export type GuardianApprovalReviewAction =
  /** Runs a command line. */
  | {
    type: "command";
    /** The command line. */
    command: string;
    /** The folder the command would run in. */
    cwd: AbsolutePathBuf;
    /** Which tool runs it. */
    source: GuardianCommandSource;
  }
  /** Starts one program, from within a command line that is running already. */
  | {
    type: "execve";
    /** What the program is started with, its own name first. */
    argv: string[];
    /** The folder the program would run in. */
    cwd: AbsolutePathBuf;
    /** Path of the program. */
    program: string;
    /** Which tool runs the command line. */
    source: GuardianCommandSource;
  }
  /** Changes files. */
  | {
    type: "applyPatch";
    /** The folder that the agent works in. */
    cwd: AbsolutePathBuf;
    /** The files that would change. */
    files: AbsolutePathBuf[];
  }
  /** Reaches a host on the network. */
  | {
    type: "networkAccess";
    /** Name or address of the host. */
    host: string;
    /** The port on the host. */
    port: number;
    /** How the host would be reached. */
    protocol: NetworkApprovalProtocol;
    /** What would be reached, in a form to show. */
    target: string;
  }
  /** Calls a tool of an MCP server. */
  | {
    type: "mcpToolCall";
    /** Identifier of the connector that the tool belongs to. Null when it belongs to none. */
    connectorId: string | null;
    /** Name of that connector as users know it. Null when it has none. */
    connectorName: string | null;
    /** Name of the MCP server, as it is configured. */
    server: string;
    /** Name of the tool. */
    toolName: string;
    /** Name of the tool as users know it. Null when it has none. */
    toolTitle: string | null;
  }
  /** Asks for permissions that the sandbox does not grant. */
  | {
    type: "requestPermissions";
    /** The permissions that it asks for. */
    permissions: RequestPermissionProfile;
    /** Why the agent needs them, in its own words. Null when it does not say. */
    reason: string | null;
  };

/** How far a review can have come. */
export type GuardianApprovalReviewStatus =
  /** The reviewing agent is at work. */
  | "inProgress"
  /** The action is allowed. */
  | "approved"
  /** The action is refused. */
  | "denied"
  /** The reviewing agent took too long; the action is not allowed. */
  | "timedOut"
  /** The review was broken off, for instance with its turn; the action is not allowed. */
  | "aborted";

/** The tools that run commands. */
export type GuardianCommandSource =
  /** The tool that runs a command and waits for its end. */
  | "shell"
  /** The tool whose processes go on in the background and can be written to. */
  | "unifiedExec";

/** How much harm an action could do, in the reviewing agent's judgement. */
export type GuardianRiskLevel =
  /** Hardly any, and easy to mend. */
  | "low"
  /** Some, that can be mended. */
  | "medium"
  /** Much, or hard to mend. */
  | "high"
  /** So much that it cannot be made good. */
  | "critical";

/** How clearly the user has asked for an action, in the reviewing agent's judgement. */
export type GuardianUserAuthorization =
  /** It cannot be told. */
  | "unknown"
  /** Not at all, or hardly. */
  | "low"
  /** By what was asked for, though not in words. */
  | "medium"
  /** In words. */
  | "high";

/** Warns of something that the reviewing agent has noticed. */
export type GuardianWarningNotification = {
  /** The warning, to be shown to the user. */
  message: string;
  /** The thread that the warning is about. */
  threadId: string;
};

/** Says that a hook's run has ended. */
export type HookCompletedNotification = {
  /** The run with its outcome. */
  run: HookRunSummary;
  /** The thread that the hook ran for. */
  threadId: string;
  /** The turn that the hook ran in. Null for hooks of the thread as a whole. */
  turnId: string | null;
};

/** The moments that hooks can be configured for. */
export type HookEventName =
  /** Before a tool is called. */
  | "preToolUse"
  /** When the agent asks for approval. */
  | "permissionRequest"
  /** After a tool has been called. */
  | "postToolUse"
  /** When a session starts or is taken up again. */
  | "sessionStart"
  /** When the user has sent a message, before the agent reads it. */
  | "userPromptSubmit"
  /** When the agent is about to end its turn. */
  | "stop";

/** Whether the agent waits for a hook. */
export type HookExecutionMode =
  /** The agent waits, and the hook can stop it. */
  | "sync"
  /** The agent goes on at once. */
  | "async";

/** The kinds of hooks. */
export type HookHandlerType =
  /** A command that is run. */
  | "command"
  /** A text that a model is asked about. */
  | "prompt"
  /** An agent that is started. */
  | "agent";

/** One thing that a hook had to say. */
export type HookOutputEntry = {
  /** Whom it concerns. */
  kind: HookOutputEntryKind;
  /** The words. */
  text: string;
};

/** What a hook can have to say. */
export type HookOutputEntryKind =
  /** Something that the user should know. */
  | "warning"
  /** Why the agent is stopped. */
  | "stop"
  /** What the agent should do otherwise; the agent reads it. */
  | "feedback"
  /** Something that the agent should know; the agent reads it. */
  | "context"
  /** What went wrong with the hook. */
  | "error";

/** What one run of a hook added. */
export type HookPromptFragment = {
  /** Identifier of the hook's run. */
  hookRunId: string;
  /** The text as the agent reads it. */
  text: string;
};

/** How far a hook's run can have come. */
export type HookRunStatus =
  /** It goes on. */
  | "running"
  /** It ended, and has nothing against what the agent does. */
  | "completed"
  /** It could not be run, or ended with an error; the agent goes on. */
  | "failed"
  /** It ended, and forbids what the agent was about to do. */
  | "blocked"
  /** It ended, and stops the agent. */
  | "stopped";

/** One run of a hook. */
export type HookRunSummary = {
  /** When the run ended, in Unix seconds. Null until it ends. */
  completedAt: number | null;
  /** The place among hooks of the same moment, in which to show it; lower ones come first. */
  displayOrder: number;
  /** The time the run took, in milliseconds. Null until it ends. */
  durationMs: number | null;
  /** What the hook had to say, in its order. Empty until it ends. */
  entries: HookOutputEntry[];
  /** The moment that the hook is for. */
  eventName: HookEventName;
  /** Whether the agent waits for it. */
  executionMode: HookExecutionMode;
  /** What kind of hook it is. */
  handlerType: HookHandlerType;
  /** Identifier of the run; both notifications about it carry the same one. */
  id: string;
  /** Whether it runs once for the thread or within a turn. */
  scope: HookScope;
  /**
   * What kind of configuration that file is.
   *
   * @default "unknown"
   */
  source: HookSource;
  /** The file that configures the hook. */
  sourcePath: AbsolutePathBuf;
  /** When the run began, in Unix seconds. */
  startedAt: number;
  /** How far the run has come. */
  status: HookRunStatus;
  /** What to show while the hook runs, as it is configured. Null when nothing is. */
  statusMessage: string | null;
};

/** What a hook runs for. */
export type HookScope =
  /** The thread as a whole. */
  | "thread"
  /** One turn. */
  | "turn";

/** Where a hook is configured. */
export type HookSource =
  /** In the configuration of the whole machine. */
  | "system"
  /** In the user's own configuration. */
  | "user"
  /** In the configuration of the project that the thread works in. */
  | "project"
  /** In what the organisation manages through the machine's device management. */
  | "mdm"
  /** On the command line or by the client, for this session alone. */
  | "sessionFlags"
  /** In the former file of managed configuration. */
  | "legacyManagedConfigFile"
  /** In the former kind of managed configuration, through device management. */
  | "legacyManagedConfigMdm"
  /** Not known, as for runs that older servers recorded. */
  | "unknown";

/** Says that a hook has begun to run. */
export type HookStartedNotification = {
  /** The run as it begins. */
  run: HookRunSummary;
  /** The thread that the hook runs for. */
  threadId: string;
  /** The turn that the hook runs in. Null for hooks of the thread as a whole. */
  turnId: string | null;
};

/** How closely a model looks at a picture. */
export type ImageDetail =
  /** As closely as the model's server finds right. */
  | "auto"
  /** At a small copy of the picture, which costs little. */
  | "low"
  /** At a large copy of the picture. */
  | "high"
  /** At the picture in its own size. */
  | "original";

/** Choices that hold for the whole connection; they cannot be changed after `initialize`. */
export type InitializeCapabilities = {
  /**
   * Opens the experimental methods, fields and variants to this client. Without it the server refuses them.
   *
   * @default false
   */
  experimentalApi?: boolean;
  /**
   * Methods of server notifications, spelled exactly as on the wire, that the server shall not send on this
   * connection. Absent or null means that all are sent.
   */
  optOutNotificationMethods?: string[] | null;
};

/** Introduces the client and says what it can deal with. It must be the first message of a connection. */
export type InitializeParams = {
  /** What the client opts in to and out of. Absent or null means the stable API with all notifications. */
  capabilities?: InitializeCapabilities | null;
  /** Which client is connecting. */
  clientInfo: ClientInfo;
};

/** Introduces the server and the machine it runs on. */
export type InitializeResponse = {
  /** The folder in which the server keeps its configuration, credentials and recorded threads. */
  codexHome: AbsolutePathBuf;
  /** Family of the server's operating system, for instance `unix` or `windows`. */
  platformFamily: string;
  /** The server's operating system, for instance `linux`, `macos` or `windows`. */
  platformOs: string;
  /** The user agent that the server sends with its HTTP requests for this client. */
  userAgent: string;
};

/** The kinds of input that a model can take. */
export type InputModality =
  /** Words, as the user writes them. */
  | "text"
  /** Pictures, beside words. */
  | "image";

/** Says that a step of a turn has ended. */
export type ItemCompletedNotification = {
  /** The step in its final form; it replaces what `item/started` and the deltas have built up. */
  item: ThreadItem;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the step belongs to. */
  turnId: string;
};

/** Says what the reviewing agent has decided about an action. */
export type ItemGuardianApprovalReviewCompletedNotification = {
  /** What the agent wants to do. */
  action: GuardianApprovalReviewAction;
  /** Who decided. */
  decisionSource: AutoReviewDecisionSource;
  /** The review with its findings. */
  review: GuardianApprovalReview;
  /** Identifier of the review, as in the notification of its start. */
  reviewId: string;
  /** The item that the action belongs to. Null when it belongs to none, as network access may, or to several. */
  targetItemId: string | null;
  /** The thread in which the agent wants to act. */
  threadId: string;
  /** The turn that waited for the review. */
  turnId: string;
};

/** Says that the reviewing agent has begun to weigh an action. */
export type ItemGuardianApprovalReviewStartedNotification = {
  /** What the agent wants to do. */
  action: GuardianApprovalReviewAction;
  /** The review as it begins, still without findings. */
  review: GuardianApprovalReview;
  /** Identifier of the review; the notification of its end carries the same one. */
  reviewId: string;
  /** The item that the action belongs to. Null when it belongs to none, as network access may, or to several. */
  targetItemId: string | null;
  /** The thread in which the agent wants to act. */
  threadId: string;
  /** The turn that waits for the review. */
  turnId: string;
};

/** Says that a step of a turn has begun. */
export type ItemStartedNotification = {
  /** The step as far as it is known; later notifications complete it. */
  item: ThreadItem;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the step belongs to. */
  turnId: string;
};

/** The answer to a request that failed. */
export type JSONRPCError = {
  /** Why it failed. */
  error: JSONRPCErrorError;
  /** The id of the request. */
  id: RequestId;
};

/** Why a request failed. */
export type JSONRPCErrorError = {
  /** A JSON-RPC error code, such as -32602 for params that do not fit. */
  code: number;
  /** Facts about the error, for programs. */
  data?: JsonValue;
  /** One line for people. */
  message: string;
};

/** Any message: which of the four it is follows from its members, never from what happens to parse. */
export type JSONRPCMessage =
  /** Has a method and an id. */
  | JSONRPCRequest
  /** Has a method and no id. */
  | JSONRPCNotification
  /** Has an id and a result. */
  | JSONRPCResponse
  /** Has an id and an error. */
  | JSONRPCError;

/** A message that is not answered. */
export type JSONRPCNotification = {
  /** The method's wire name. */
  method: string;
  /** What the method carries; absent where it carries nothing. */
  params?: JsonValue;
};

/** A call that is answered with the same id. */
export type JSONRPCRequest = {
  /** Chosen by the sender, and carried back by the answer. */
  id: RequestId;
  /** The method's wire name. */
  method: string;
  /** What the method takes; absent where it takes nothing. */
  params?: JsonValue;
  /** Ties the request to a distributed trace. */
  trace?: W3cTraceContext | null;
};

/** The answer to a request that succeeded. */
export type JSONRPCResponse = {
  /** The id of the request. */
  id: RequestId;
  /** What the method gives back. */
  result: JsonValue;
};

/** Asks for one page of the configured MCP servers. */
export type ListMcpServerStatusParams = {
  /** Where the page begins: `nextCursor` of the page before. Absent or null begins at the first server. */
  cursor?: string | null;
  /** How much to find out about each server. Absent or null means `full`. */
  detail?: McpServerStatusDetail | null;
  /** The greatest number of servers on the page. Absent or null leaves it to the server. */
  limit?: number | null;
};

/** One page of the configured MCP servers. */
export type ListMcpServerStatusResponse = {
  /** The servers of this page, by name. */
  data: McpServerStatus[];
  /** Where the next page begins. Null when this is the last one. */
  nextCursor: string | null;
};

/** What the shell can be asked to do. */
export type LocalShellAction =
  /** Run a command. */
  | {
    type: "exec";
    /** The program and its arguments. */
    command: string[];
    /** Environment variables to set, by name. */
    env?: { [key: string]: string } | null;
    /** The time after which the command is ended, in milliseconds. Absent or null means the server's own limit. */
    timeout_ms?: number | null;
    /** The user of the operating system to run as. Absent or null means the server's own. */
    user?: string | null;
    /** The folder to run in. Absent or null means the working folder. */
    working_directory?: string | null;
  };

/** How far a call of the shell has come. */
export type LocalShellStatus =
  /** The command has ended. */
  | "completed"
  /** The command runs, or is about to. */
  | "in_progress"
  /** The call broke off before its end. */
  | "incomplete";

/** Signs the user in, in the way that the variant names. */
export type LoginAccountParams =
  /** With a key for the API, which the server keeps. It is done with the response. */
  | {
    type: "apiKey";
    /** The key. */
    apiKey: string;
  }
  /** With an account of ChatGPT, through a browser on the server's machine. */
  | {
    type: "chatgpt";
  }
  /** With an account of ChatGPT, through a browser on any machine, into which the user types a code. */
  | {
    type: "chatgptDeviceCode";
  };

/** What the user has to do, if anything; the variant is that of the request. */
export type LoginAccountResponse =
  /** Nothing: the key is kept. */
  | {
    type: "apiKey";
  }
  /** Sign in on a page. */
  | {
    type: "chatgpt";
    /** The page to open in a browser on the server's machine. */
    authUrl: string;
    /** Identifier of this attempt to sign in. */
    loginId: string;
  }
  /** Type a code into a page. */
  | {
    type: "chatgptDeviceCode";
    /** Identifier of this attempt to sign in. */
    loginId: string;
    /** The code to type there. */
    userCode: string;
    /** The page to open in a browser. */
    verificationUrl: string;
  }
  /** Nothing: the tokens are in use. */
  | {
    type: "chatgptAuthTokens";
  };

/** Nothing but the fact that the stored credentials are gone. */
export type LogoutAccountResponse = Record<string, never>;

/** Adds a marketplace to those that the user has. */
export type MarketplaceAddParams = {
  /** The branch, tag or commit to take. Absent or null means the repository's default branch. */
  refName?: string | null;
  /** Where the marketplace is: the address of a Git repository, `owner/repository` on GitHub, or a local folder. */
  source: string;
  /** The paths in the repository to fetch, when not all of it is needed. Absent or null means all. */
  sparsePaths?: string[] | null;
};

/** The marketplace that was added. */
export type MarketplaceAddResponse = {
  /** Whether the user had it already, so that nothing was changed. */
  alreadyAdded: boolean;
  /** The folder on the server's machine that holds the marketplace. */
  installedRoot: AbsolutePathBuf;
  /** The name that the marketplace gives itself; other methods ask for it. */
  marketplaceName: string;
};

/** How to show a marketplace to people. */
export type MarketplaceInterface = {
  /** The name to show. Null means the marketplace's own name. */
  displayName: string | null;
};

/** A marketplace that could not be read. */
export type MarketplaceLoadErrorInfo = {
  /** The file that describes the marketplace. */
  marketplacePath: AbsolutePathBuf;
  /** What is wrong with it, in words. */
  message: string;
};

/** Takes a marketplace away from those that the user has. */
export type MarketplaceRemoveParams = {
  /** Name of the marketplace. */
  marketplaceName: string;
};

/** The marketplace that was taken away. */
export type MarketplaceRemoveResponse = {
  /** The folder that held it and was deleted. Null when there was none to delete. */
  installedRoot: AbsolutePathBuf | null;
  /** Name of the marketplace. */
  marketplaceName: string;
};

/** A marketplace whose present state could not be fetched; it stays as it was. */
export type MarketplaceUpgradeErrorInfo = {
  /** Name of the marketplace. */
  marketplaceName: string;
  /** Why it could not be fetched, in words. */
  message: string;
};

/** Fetches the present state of marketplaces that come from Git repositories. */
export type MarketplaceUpgradeParams = {
  /** Name of the marketplace. Absent or null means all of them. */
  marketplaceName?: string | null;
};

/** What was fetched and what could not be. The request succeeds even when some marketplaces fail. */
export type MarketplaceUpgradeResponse = {
  /** The marketplaces that could not be fetched. */
  errors: MarketplaceUpgradeErrorInfo[];
  /** Names of the marketplaces that were looked at. */
  selectedMarketplaces: string[];
  /** The folders of those that have changed. */
  upgradedRoots: AbsolutePathBuf[];
};

/** How the agent stands with an MCP server's authorization. */
export type McpAuthStatus =
  /** One cannot sign in to the MCP server. */
  | "unsupported"
  /** One can, and nobody has; `mcpServer/oauth/login` is the way. */
  | "notLoggedIn"
  /** A token from the configuration is used. */
  | "bearerToken"
  /** The user has signed in. */
  | "oAuth";

/** The type of fields whose answer is a list of texts. */
export type McpElicitationArrayType =
  /** A list. */
  | "array";

/** A field for yes or no. */
export type McpElicitationBooleanSchema = {
  /** What is chosen before the user changes it. Absent or null chooses nothing. */
  default?: boolean;
  /** What yes and no mean here. Absent or null when the title says it all. */
  description?: string;
  /** Name of the field as the user reads it. Absent or null leaves only the name in the form. */
  title?: string;
  /** Says that the answer is true or false. */
  type: McpElicitationBooleanType;
};

/** The type of fields whose answer is yes or no. */
export type McpElicitationBooleanType =
  /** True or false. */
  | "boolean";

/** An answer with its title. */
export type McpElicitationConstOption = {
  /** The answer as it is sent. */
  const: string;
  /** The answer as the user reads it. */
  title: string;
};

/** A choice among given texts, in any of its spellings. */
export type McpElicitationEnumSchema =
  /** Exactly one of the answers. */
  | McpElicitationSingleSelectEnumSchema
  /** Any number of the answers. */
  | McpElicitationMultiSelectEnumSchema
  /** Exactly one of the answers, with titles, as older MCP servers write it. */
  | McpElicitationLegacyTitledEnumSchema;

/** A choice of one answer with titles in a list beside the answers: the older spelling. */
export type McpElicitationLegacyTitledEnumSchema = {
  /** The answer that is chosen before the user changes it. Absent or null chooses none. */
  default?: string;
  /** What is to be chosen. Absent or null when the title says it all. */
  description?: string;
  /** The answers, in the order in which to show them. */
  enum: string[];
  /** The titles of the answers, in the same order. Absent or null shows the answers as they are. */
  enumNames?: string[];
  /** Name of the field as the user reads it. Absent or null leaves only the name in the form. */
  title?: string;
  /** Says that the answer is a text. */
  type: McpElicitationStringType;
};

/** A choice of any number of answers. */
export type McpElicitationMultiSelectEnumSchema =
  /** The user reads the answers as they are sent. */
  | McpElicitationUntitledMultiSelectEnumSchema
  /** The user reads a title for each answer. */
  | McpElicitationTitledMultiSelectEnumSchema;

/** A field for a number. */
export type McpElicitationNumberSchema = {
  /** What the field holds before the user changes it. Absent or null leaves it empty. */
  default?: number;
  /** What to fill in. Absent or null when the title says it all. */
  description?: string;
  /** The greatest number that is allowed. Absent or null sets no limit. */
  maximum?: number;
  /** The least number that is allowed. Absent or null sets no limit. */
  minimum?: number;
  /** Name of the field as the user reads it. Absent or null leaves only the name in the form. */
  title?: string;
  /** Which numbers the field takes. */
  type: McpElicitationNumberType;
};

/** The types of fields whose answer is a number. */
export type McpElicitationNumberType =
  /** Any number. */
  | "number"
  /** A number without a fraction. */
  | "integer";

/** The type that a whole form has. */
export type McpElicitationObjectType =
  /** An object. */
  | "object";

/** One field of a form. Which kind it is shows in its members; the kinds are tried in this order. */
export type McpElicitationPrimitiveSchema =
  /** A choice among given texts. */
  | McpElicitationEnumSchema
  /** A text that the user writes. */
  | McpElicitationStringSchema
  /** A number that the user writes. */
  | McpElicitationNumberSchema
  /** A yes-or-no question. */
  | McpElicitationBooleanSchema;

/** A form: an object with one member for each field. */
export type McpElicitationSchema = {
  /** The dialect of JSON Schema that the form is written in. Absent or null leaves it to the Model Context Protocol. */
  $schema?: string;
  /** The fields by the names that they have in the answer. */
  properties: { [key: string]: McpElicitationPrimitiveSchema };
  /** Names of the fields that the user has to fill in. Absent or null requires none. */
  required?: string[];
  /** Says that the answer is an object. */
  type: McpElicitationObjectType;
};

/** A choice of exactly one answer. */
export type McpElicitationSingleSelectEnumSchema =
  /** The user reads the answers as they are sent. */
  | McpElicitationUntitledSingleSelectEnumSchema
  /** The user reads a title for each answer. */
  | McpElicitationTitledSingleSelectEnumSchema;

/** What a text can be required to look like. */
export type McpElicitationStringFormat =
  /** An e-mail address. */
  | "email"
  /** An absolute address, such as that of a web page. */
  | "uri"
  /** A day, as `2026-04-27`. */
  | "date"
  /** A moment with its offset from UTC, as `2026-04-27T09:30:00Z`. */
  | "date-time";

/** A field for a text. */
export type McpElicitationStringSchema = {
  /** What the field holds before the user changes it. Absent or null leaves it empty. */
  default?: string;
  /** What to fill in. Absent or null when the title says it all. */
  description?: string;
  /** What the text has to look like. Absent or null takes any text. */
  format?: McpElicitationStringFormat;
  /** The greatest number of characters. Absent or null sets no limit. */
  maxLength?: number;
  /** The least number of characters. Absent or null sets no limit. */
  minLength?: number;
  /** Name of the field as the user reads it. Absent or null leaves only the name in the form. */
  title?: string;
  /** Says that the answer is a text. */
  type: McpElicitationStringType;
};

/** The type of fields whose answer is one text. */
export type McpElicitationStringType =
  /** A text. */
  | "string";

/** The answers of a choice of several, with titles. */
export type McpElicitationTitledEnumItems = {
  /** The answers with their titles, in the order in which to show them. */
  anyOf: McpElicitationConstOption[];
};

/** A choice of several answers that are shown by their titles. */
export type McpElicitationTitledMultiSelectEnumSchema = {
  /** The answers that are chosen before the user changes it. Absent or null chooses none. */
  default?: string[];
  /** What is to be chosen. Absent or null when the title says it all. */
  description?: string;
  /** What can be chosen. */
  items: McpElicitationTitledEnumItems;
  /** The greatest number of answers to choose. Absent or null sets no limit. */
  maxItems?: number;
  /** The least number of answers to choose. Absent or null sets no limit. */
  minItems?: number;
  /** Name of the field as the user reads it. Absent or null leaves only the name in the form. */
  title?: string;
  /** Says that the answer is a list. */
  type: McpElicitationArrayType;
};

/** A choice of one answer that is shown by its title. */
export type McpElicitationTitledSingleSelectEnumSchema = {
  /** The answer that is chosen before the user changes it. Absent or null chooses none. */
  default?: string;
  /** What is to be chosen. Absent or null when the title says it all. */
  description?: string;
  /** The answers with their titles, in the order in which to show them. */
  oneOf: McpElicitationConstOption[];
  /** Name of the field as the user reads it. Absent or null leaves only the name in the form. */
  title?: string;
  /** Says that the answer is a text. */
  type: McpElicitationStringType;
};

/** The answers of a choice of several, without titles. */
export type McpElicitationUntitledEnumItems = {
  /** The answers, in the order in which to show them. */
  enum: string[];
  /** Says that each answer is a text. */
  type: McpElicitationStringType;
};

/** A choice of several answers that are shown as they are sent. */
export type McpElicitationUntitledMultiSelectEnumSchema = {
  /** The answers that are chosen before the user changes it. Absent or null chooses none. */
  default?: string[];
  /** What is to be chosen. Absent or null when the title says it all. */
  description?: string;
  /** What can be chosen. */
  items: McpElicitationUntitledEnumItems;
  /** The greatest number of answers to choose. Absent or null sets no limit. */
  maxItems?: number;
  /** The least number of answers to choose. Absent or null sets no limit. */
  minItems?: number;
  /** Name of the field as the user reads it. Absent or null leaves only the name in the form. */
  title?: string;
  /** Says that the answer is a list. */
  type: McpElicitationArrayType;
};

/** A choice of one answer that is shown as it is sent. */
export type McpElicitationUntitledSingleSelectEnumSchema = {
  /** The answer that is chosen before the user changes it. Absent or null chooses none. */
  default?: string;
  /** What is to be chosen. Absent or null when the title says it all. */
  description?: string;
  /** The answers, in the order in which to show them. */
  enum: string[];
  /** Name of the field as the user reads it. Absent or null leaves only the name in the form. */
  title?: string;
  /** Says that the answer is a text. */
  type: McpElicitationStringType;
};

/** Reads something from an MCP server. */
export type McpResourceReadParams = {
  /** Name of the MCP server, as it is configured. */
  server: string;
  /** The thread with whose settings the MCP server is reached. Absent or null reaches it with those of the server. */
  threadId?: string | null;
  /** The address of what to read. */
  uri: string;
};

/** What was read from an MCP server. */
export type McpResourceReadResponse = {
  /** The content, in several parts where the address stands for several things. */
  contents: ResourceContent[];
};

/** What a user can do with an MCP server's question. */
export type McpServerElicitationAction =
  /** Answer it: send the form, or agree to open the page. */
  | "accept"
  /** Say no. */
  | "decline"
  /** Close it without saying anything. */
  | "cancel";

/** Asks the user something on behalf of an MCP server. */
export type McpServerElicitationRequestParams = {
  /** Name of the MCP server that asks, as it is configured. */
  serverName: string;
  /** The thread that uses the MCP server. */
  threadId: string;
  /**
   * The turn that waits for the answer. Absent or null when the server asks on its own account, outside of a turn
   * or without saying for which one.
   */
  turnId?: string;
} & ({
  mode: "form";
  /** What the MCP server adds for the client, outside of the form. Absent or null when it adds nothing. */
  _meta?: JsonValue;
  /** What is asked and why, to be shown above the form. */
  message: string;
  /** The fields of the form. */
  requestedSchema: McpElicitationSchema;
} | {
  mode: "url";
  /** What the MCP server adds for the client, outside of the page. Absent or null when it adds nothing. */
  _meta?: JsonValue;
  /** Identifier that the MCP server gave the question, by which it recognises the answer. */
  elicitationId: string;
  /** What is asked and why, to be shown before the page is opened. */
  message: string;
  /** Address of the page. */
  url: string;
});

/** What the user made of an MCP server's question. */
export type McpServerElicitationRequestResponse = {
  /** What the client adds for the MCP server, outside of the form. Absent or null when it adds nothing. */
  _meta?: JsonValue;
  /** Whether the user answered. */
  action: McpServerElicitationAction;
  /** The filled-in form: an object with one member a field. Absent or null unless a form was accepted. */
  content?: JsonValue;
};

/** Says how signing in to an MCP server has ended. */
export type McpServerOauthLoginCompletedNotification = {
  /** Why not. Null when the user is. */
  error: string | null;
  /** Name of the MCP server, as it is configured. */
  name: string;
  /** Whether the user is signed in now. */
  success: boolean;
};

/** Begins to sign in to an MCP server. */
export type McpServerOauthLoginParams = {
  /** Name of the MCP server, as it is configured. */
  name: string;
  /**
   * The rights to ask for. Absent or null asks for those of the configuration, else for what the MCP server
   * proposes.
   */
  scopes?: string[] | null;
  /** How long to wait for the user, in seconds. Absent or null leaves it to the server. */
  timeoutSecs?: number | null;
};

/** Where the user signs in to an MCP server. */
export type McpServerOauthLoginResponse = {
  /** Address of the page to open in the user's browser. */
  authorizationUrl: string;
};

/** Nothing but the fact that the MCP servers' settings were read again. */
export type McpServerRefreshResponse = Record<string, never>;

/** How far the start of an MCP server can have come. */
export type McpServerStartupState =
  /** It is being started. */
  | "starting"
  /** It is there, and its tools can be called. */
  | "ready"
  /** It could not be started. */
  | "failed"
  /** Its start was broken off. */
  | "cancelled";

/** What an MCP server offers. */
export type McpServerStatus = {
  /** Whether the agent is signed in to it. */
  authStatus: McpAuthStatus;
  /** Name of the MCP server, as it is configured. */
  name: string;
  /** The families of things that can be read from it. */
  resourceTemplates: ResourceTemplate[];
  /** The things that can be read from it. */
  resources: Resource[];
  /** Its tools by name. Empty when it cannot be reached. */
  tools: { [key: string]: Tool };
};

/** How much can be found out about MCP servers. */
export type McpServerStatusDetail =
  /** Everything that it offers. */
  | "full"
  /** Only tools and authorization: resources and templates stay empty, which is quicker for slow servers. */
  | "toolsAndAuthOnly";

/** Says how far an MCP server's start has come. */
export type McpServerStatusUpdatedNotification = {
  /** Why it failed. Null unless it did. */
  error: string | null;
  /** Name of the MCP server, as it is configured. */
  name: string;
  /** How far it has come. */
  status: McpServerStartupState;
};

/** Calls a tool of an MCP server, without the agent. */
export type McpServerToolCallParams = {
  /** What the client adds for the MCP server. Absent or null adds nothing. */
  _meta?: JsonValue;
  /** What the tool is called with, in the shape of its input schema. Absent or null passes nothing. */
  arguments?: JsonValue;
  /** Name of the MCP server, as it is configured. */
  server: string;
  /** The thread in whose name the tool is called. */
  threadId: string;
  /** Name of the tool. */
  tool: string;
};

/** What a tool of an MCP server gave back. */
export type McpServerToolCallResponse = {
  /** What the MCP server adds for the client. Null when it adds nothing. */
  _meta: JsonValue;
  /** The parts of the result, each a content block of the Model Context Protocol. */
  content: JsonValue[];
  /** Whether the tool failed; the content then says why. Null means that it did not. */
  isError: boolean | null;
  /** The result as data, for tools that declare an output schema. Null when there is none. */
  structuredContent: JsonValue;
};

/** Why the call of an MCP server's tool gave no result. */
export type McpToolCallError = {
  /** The reason in words. */
  message: string;
};

/** Says what a tool of an MCP server is doing. */
export type McpToolCallProgressNotification = {
  /** The `mcpToolCall` item of the running call. */
  itemId: string;
  /** What the MCP server says about its progress, to be shown to the user. */
  message: string;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the call belongs to. */
  turnId: string;
};

/** What an MCP server's tool gave back, in the terms of the Model Context Protocol. */
export type McpToolCallResult = {
  /** What the MCP server says to the client beside the result. Null when it says nothing. */
  _meta: JsonValue;
  /** The parts of the result that the model reads, each a content block of the Model Context Protocol. */
  content: JsonValue[];
  /** The result as data, for tools that declare an output schema. Null when there is none. */
  structuredContent: JsonValue;
};

/** How far the call of an MCP server's tool has come. */
export type McpToolCallStatus =
  /** The tool is at work. */
  | "inProgress"
  /** The tool gave a result. */
  | "completed"
  /** The tool failed, or could not be called. */
  | "failed";

/** The memories of earlier threads that a message rests on. */
export type MemoryCitation = {
  /** The places in the memory's files. */
  entries: MemoryCitationEntry[];
  /** The threads that the memories come from. */
  threadIds: string[];
};

/** One place in a file of the agent's memory. */
export type MemoryCitationEntry = {
  /** The last line of the place, counted from 1. */
  lineEnd: number;
  /** The first line of the place, counted from 1. */
  lineStart: number;
  /** What the memory says for this message. */
  note: string;
  /** Path of the file. */
  path: string;
};

/** What happens to what a setting contains when it gets a new value. */
export type MergeStrategy =
  /** It goes, and the new value takes its place. */
  | "replace"
  /** A table keeps the entries that the new value does not name; anything else goes. */
  | "upsert";

/** Whether a message of the agent leads to its answer or is the answer. */
export type MessagePhase =
  /** Said along the way; the agent goes on working. */
  | "commentary"
  /** The answer that ends the turn. */
  | "final_answer";

/** What a thing to take over consists of. */
export type MigrationDetails = {
  /** The plugins, marketplace by marketplace. */
  plugins: PluginsMigration[];
};

/** A model that the agent can work with. */
export type Model = {
  /**
   * The speeds that the model can answer at beside the usual one, such as `fast`.
   *
   * @default []
   */
  additionalSpeedTiers: string[];
  /** A message that makes the model known to the user. Null when there is none. */
  availabilityNux: ModelAvailabilityNux | null;
  /** How much it thinks when it is not told. */
  defaultReasoningEffort: ReasoningEffort;
  /** What the model is good for, in a few words. */
  description: string;
  /** The name to show. */
  displayName: string;
  /** Whether to keep it out of the list that the user chooses from. */
  hidden: boolean;
  /** Identifier of this entry of the list. */
  id: string;
  /**
   * What the model takes as input. Absent means text and pictures.
   *
   * @default ["text", "image"]
   */
  inputModalities: InputModality[];
  /** Whether it is the model for those who do not choose; one of the list is. */
  isDefault: boolean;
  /** Identifier of the model, as settings name it. */
  model: string;
  /** How much the model can be asked to think, from little to much. */
  supportedReasoningEfforts: ReasoningEffortOption[];
  /**
   * Whether the manner in which the model talks can be chosen.
   *
   * @default false
   */
  supportsPersonality: boolean;
  /** The model to offer in place of this one. Null when there is none; `upgradeInfo` says more about it. */
  upgrade: string | null;
  /** The model to offer in place of this one, with what to tell the user. Null when there is none. */
  upgradeInfo: ModelUpgradeInfo | null;
};

/** A message that makes a model known to the user. */
export type ModelAvailabilityNux = {
  /** What to tell the user. */
  message: string;
};

/** Asks which models there are, page by page. */
export type ModelListParams = {
  /** The `nextCursor` of the page before. Absent or null asks for the first page. */
  cursor?: string | null;
  /** Whether to list models too that are not offered to users. Absent or null means no. */
  includeHidden?: boolean | null;
  /** How many models a page may hold. Absent or null leaves it to the server. */
  limit?: number | null;
};

/** A page of the list of models. */
export type ModelListResponse = {
  /** The models of this page, in the order in which to offer them. */
  data: Model[];
  /** What to send as `cursor` for the next page. Null when this is the last one. */
  nextCursor: string | null;
};

/** Why another model answers than the one that was chosen. */
export type ModelRerouteReason =
  /** What is asked could serve to attack computer systems. */
  | "highRiskCyberActivity";

/** Says that another model answers than the one that was chosen. */
export type ModelReroutedNotification = {
  /** The model that was chosen. */
  fromModel: string;
  /** Why it is another one. */
  reason: ModelRerouteReason;
  /** The thread of the turn. */
  threadId: string;
  /** The model that answers. */
  toModel: string;
  /** The turn in which it happened. */
  turnId: string;
};

/** A model to offer in place of another, with what to tell the user. */
export type ModelUpgradeInfo = {
  /** What changes for the user, at length and in Markdown. */
  migrationMarkdown: string | null;
  /** Identifier of the model to offer. */
  model: string;
  /** Address of a page about the model. */
  modelLink: string | null;
  /** What to tell the user. Null leaves the words to the client. */
  upgradeCopy: string | null;
};

/** The ways in which a user can show who they are. */
export type ModelVerification =
  /** The programme for those whose work is the security of computer systems. */
  | "trustedAccessForCyber";

/** Says that the user should show who they are before the model does all that is asked of it. */
export type ModelVerificationNotification = {
  /** The thread of the turn. */
  threadId: string;
  /** The turn in which it came up. */
  turnId: string;
  /** What the user should go through. */
  verifications: ModelVerification[];
};

/** Whether the network can be reached from an external sandbox. */
export type NetworkAccess =
  /** The network is closed, or open in parts only. */
  | "restricted"
  /** The network is open. */
  | "enabled";

/** The network access that a command was stopped at. */
export type NetworkApprovalContext = {
  /** Name or address of the host to be reached. */
  host: string;
  /** How the host was to be reached. */
  protocol: NetworkApprovalProtocol;
};

/** How a command tried to reach a host. */
export type NetworkApprovalProtocol =
  /** HTTP in the clear. */
  | "http"
  /** HTTP over TLS. */
  | "https"
  /** A TCP connection through a SOCKS 5 proxy. */
  | "socks5Tcp"
  /** UDP datagrams through a SOCKS 5 proxy. */
  | "socks5Udp";

/** A lasting rule about one host. */
export type NetworkPolicyAmendment = {
  /** What happens to connections to the host. */
  action: NetworkPolicyRuleAction;
  /** Name or address of the host. */
  host: string;
};

/** What a network rule does with a connection. */
export type NetworkPolicyRuleAction =
  /** Lets the connection through. */
  | "allow"
  /** Refuses the connection. */
  | "deny";

/** The kinds of turns that take no input while they run. */
export type NonSteerableTurnKind =
  /** A review of changes. */
  | "review"
  /** Summing up the conversation to make room. */
  | "compact";

/** What holds in place of a value that was written. */
export type OverriddenMetadata = {
  /** The value that holds. */
  effectiveValue: JsonValue;
  /** What to tell the user. */
  message: string;
  /** The layer that takes precedence. */
  overridingLayer: ConfigLayerMetadata;
};

/** What a part of a command line appears to do. It is a reading of the text, not a promise. */
export type ParsedCommand =
  /** Reads a file. */
  | {
    type: "read";
    /** The part of the command line. */
    cmd: string;
    /** Name of the file, short enough to show. */
    name: string;
    /** Path of the file, absolute or relative to the folder that the command runs in. */
    path: string;
  }
  /** Lists the files of a folder. */
  | {
    type: "list_files";
    /** The part of the command line. */
    cmd: string;
    /** The folder as the command names it. Null means the working folder. */
    path: string | null;
  }
  /** Searches files for a text. */
  | {
    type: "search";
    /** The part of the command line. */
    cmd: string;
    /** Where it is searched, as the command names it. Null means the working folder. */
    path: string | null;
    /** What is searched for. Null when it cannot be told. */
    query: string | null;
  }
  /** Does something that the server does not recognise. */
  | {
    type: "unknown";
    /** The part of the command line. */
    cmd: string;
  };

/** How far a change of files has come. */
export type PatchApplyStatus =
  /** It is being made, or waits for approval. */
  | "inProgress"
  /** All files are changed. */
  | "completed"
  /** It could not be made. */
  | "failed"
  /** It was not approved and not made. */
  | "declined";

/** What can be done to a file. */
export type PatchChangeKind =
  /** The file is new. */
  | {
    type: "add";
  }
  /** The file goes away. */
  | {
    type: "delete";
  }
  /** The file's content changes, and its path may. */
  | {
    type: "update";
    /** Path of the file after the change. Null when the file stays where it is. */
    move_path: string | null;
  };

/** How long granted permissions last. */
export type PermissionGrantScope =
  /** Until the turn ends. */
  | "turn"
  /** Until the session ends. */
  | "session";

/** All permissions of a thread or turn, and who enforces them. */
export type PermissionProfile =
  /** The server enforces the permissions with its own sandbox. */
  | {
    type: "managed";
    /** What commands may do to files. */
    fileSystem: PermissionProfileFileSystemPermissions;
    /** What commands may do on the network. */
    network: PermissionProfileNetworkPermissions;
  }
  /** Nothing is enforced: commands have all the rights of the server's user. */
  | {
    type: "disabled";
  }
  /** Somebody else enforces what files can be reached, outside of the server. */
  | {
    type: "external";
    /** What commands may do on the network. */
    network: PermissionProfileNetworkPermissions;
  };

/**
 * All permissions of a thread or turn, and who enforces them.
 *
 * As it is written; `PermissionProfile` is what is read.
 */
export type PermissionProfileInput =
  /** The server enforces the permissions with its own sandbox. */
  | {
    type: "managed";
    /** What commands may do to files. */
    fileSystem: PermissionProfileFileSystemPermissionsInput;
    /** What commands may do on the network. */
    network: PermissionProfileNetworkPermissions;
  }
  /** Nothing is enforced: commands have all the rights of the server's user. */
  | {
    type: "disabled";
  }
  /** Somebody else enforces what files can be reached, outside of the server. */
  | {
    type: "external";
    /** What commands may do on the network. */
    network: PermissionProfileNetworkPermissions;
  };

/** What the commands of a thread or turn may do to files. */
export type PermissionProfileFileSystemPermissions =
  /** Only what the entries grant. */
  | {
    type: "restricted";
    /** The grants and refusals. */
    entries: FileSystemSandboxEntry[];
    /** How many levels of folders deep the glob patterns of the entries are looked up. Null means without limit. */
    globScanMaxDepth: number | null;
  }
  /** All files, to read and to change. */
  | {
    type: "unrestricted";
  };

/**
 * What the commands of a thread or turn may do to files.
 *
 * As it is written; `PermissionProfileFileSystemPermissions` is what is read.
 */
export type PermissionProfileFileSystemPermissionsInput =
  /** Only what the entries grant. */
  | {
    type: "restricted";
    /** The grants and refusals. */
    entries: FileSystemSandboxEntryInput[];
    /** How many levels of folders deep the glob patterns of the entries are looked up. Null means without limit. */
    globScanMaxDepth?: number | null;
  }
  /** All files, to read and to change. */
  | {
    type: "unrestricted";
  };

/** What the commands of a thread or turn may do on the network. */
export type PermissionProfileNetworkPermissions = {
  /** Whether the network is open to commands. */
  enabled: boolean;
};

/** Asks for permissions that the sandbox does not grant, before the agent makes use of them. */
export type PermissionsRequestApprovalParams = {
  /** The folder that the agent works in. */
  cwd: AbsolutePathBuf;
  /** Identifier of the tool call by which the agent asks. */
  itemId: string;
  /** The permissions that it asks for. */
  permissions: RequestPermissionProfile;
  /** Why the agent needs the permissions, in its own words, to be shown to the user. Null when it does not say. */
  reason: string | null;
  /** The thread in which the agent asks. */
  threadId: string;
  /** The turn that waits for the answer. */
  turnId: string;
};

/** Which permissions the user grants. It may be fewer than were asked for; whatever goes beyond that has no effect. */
export type PermissionsRequestApprovalResponse = {
  /** The permissions that are granted. Empty refuses them all. */
  permissions: GrantedPermissionProfile;
  /**
   * How long they are granted.
   *
   * @default "turn"
   */
  scope?: PermissionGrantScope;
  /**
   * Whether each later command of the turn has to pass a reviewing agent even where the sandbox would let it run.
   * Absent or null means no.
   */
  strictAutoReview?: boolean | null;
};

/** The manner in which the agent talks. */
export type Personality =
  /** The model's own manner, without instructions about it. */
  | "none"
  /** Warm and encouraging. */
  | "friendly"
  /** Brief and to the point. */
  | "pragmatic";

/** Brings the next piece of a plan that the agent is writing. */
export type PlanDeltaNotification = {
  /** The Markdown to append. The finished item may differ from all pieces put together, and is what counts. */
  delta: string;
  /** The `plan` item that grows. */
  itemId: string;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the plan belongs to. */
  turnId: string;
};

/** The plans that an account can have. */
export type PlanType =
  /** The plan that costs nothing. */
  | "free"
  /** The smallest plan for one person. */
  | "go"
  /** The usual plan for one person. */
  | "plus"
  /** The plan for one person who needs much. */
  | "pro"
  /** The plan for one person who needs more than the usual. */
  | "prolite"
  /** The plan for a small group. */
  | "team"
  /** The plan for a company that signed up by itself and pays for what it uses. */
  | "self_serve_business_usage_based"
  /** The plan for a company. */
  | "business"
  /** The plan for a large company that pays for what it uses. */
  | "enterprise_cbp_usage_based"
  /** The plan for a large company. */
  | "enterprise"
  /** The plan for schools and universities. */
  | "edu"
  /** A plan that this version of the server does not know. */
  | "unknown";

/** When the user signs in to the apps that a plugin brings. */
export type PluginAuthPolicy =
  /** When the plugin is installed. */
  | "ON_INSTALL"
  /** When an app is used for the first time. */
  | "ON_USE";

/** A plugin with what it consists of. */
export type PluginDetail = {
  /** The apps that it uses. */
  apps: AppSummary[];
  /** What the plugin is for. Null when it does not say. */
  description: string | null;
  /** Name of the marketplace that offers it. */
  marketplaceName: string;
  /** The file that describes the marketplace. Null for a marketplace that is not on the server's machine. */
  marketplacePath: AbsolutePathBuf | null;
  /** Names of the MCP servers that it brings. */
  mcpServers: string[];
  /** The skills that it brings. */
  skills: SkillSummary[];
  /** The plugin as a list shows it. */
  summary: PluginSummary;
};

/** Installs a plugin. Exactly one of `marketplacePath` and `remoteMarketplaceName` says where it is. */
export type PluginInstallParams = {
  /** The file that describes the plugin's marketplace, for one that is on the server's machine. */
  marketplacePath?: AbsolutePathBuf | null;
  /** Name of the plugin within its marketplace. */
  pluginName: string;
  /** Name of the plugin's marketplace, for one that is not. */
  remoteMarketplaceName?: string | null;
};

/** Whether a user can install a plugin. */
export type PluginInstallPolicy =
  /** It can be seen and not installed. */
  | "NOT_AVAILABLE"
  /** It can be installed. */
  | "AVAILABLE"
  /** It is there without being asked for. */
  | "INSTALLED_BY_DEFAULT";

/** What is left to do for the user after a plugin was installed. */
export type PluginInstallResponse = {
  /** The apps that the user has to sign in to before they work. */
  appsNeedingAuth: AppSummary[];
  /** When the user signs in to the apps that the plugin brings. */
  authPolicy: PluginAuthPolicy;
};

/** How to show a plugin to people. Pictures are files on the server's machine or addresses on the web. */
export type PluginInterface = {
  /** A colour to go with the plugin, such as `#1f6feb`. */
  brandColor: string | null;
  /** What the plugin can do, in a word or two each, such as `Read` or `Write`. */
  capabilities: string[];
  /** The group to list it in. */
  category: string | null;
  /** A small picture to show where messages are written, as a file. */
  composerIcon: AbsolutePathBuf | null;
  /** A small picture to show where messages are written, by address. */
  composerIconUrl: string | null;
  /** Messages to offer to the user as a beginning. */
  defaultPrompt: string[] | null;
  /** Who makes the plugin. */
  developerName: string | null;
  /** The name to show. Null means the plugin's own name. */
  displayName: string | null;
  /** The plugin's logo, as a file. */
  logo: AbsolutePathBuf | null;
  /** The plugin's logo, by address. */
  logoUrl: string | null;
  /** Some paragraphs about the plugin. */
  longDescription: string | null;
  /** Address of what its maker says about the user's data. */
  privacyPolicyUrl: string | null;
  /** Pictures of the plugin at work, by address. */
  screenshotUrls: string[];
  /** Pictures of the plugin at work, as files. */
  screenshots: AbsolutePathBuf[];
  /** One line about the plugin. */
  shortDescription: string | null;
  /** Address of the terms under which it may be used. */
  termsOfServiceUrl: string | null;
  /** Address of the plugin's website. */
  websiteUrl: string | null;
};

/** Asks which plugins there are. */
export type PluginListParams = {
  /**
   * Folders whose repositories may bring marketplaces of their own. Absent or null means none: only what holds
   * everywhere for the user is listed.
   */
  cwds?: AbsolutePathBuf[] | null;
};

/** The plugins, marketplace by marketplace. */
export type PluginListResponse = {
  /**
   * Identifiers of the plugins to show in a prominent place, the most prominent first.
   *
   * @default []
   */
  featuredPluginIds: string[];
  /**
   * The marketplaces that could not be read.
   *
   * @default []
   */
  marketplaceLoadErrors: MarketplaceLoadErrorInfo[];
  /** The marketplaces with their plugins. */
  marketplaces: PluginMarketplaceEntry[];
};

/** A marketplace and what it offers. */
export type PluginMarketplaceEntry = {
  /** How to show it to people. Null when it says nothing about that. */
  interface: MarketplaceInterface | null;
  /** Name of the marketplace. */
  name: string;
  /** The file that describes it. Null for a marketplace that is not on the server's machine. */
  path: AbsolutePathBuf | null;
  /** What it offers. */
  plugins: PluginSummary[];
};

/** Asks what a plugin consists of. Exactly one of `marketplacePath` and `remoteMarketplaceName` says where it is. */
export type PluginReadParams = {
  /** The file that describes the plugin's marketplace, for one that is on the server's machine. */
  marketplacePath?: AbsolutePathBuf | null;
  /** Name of the plugin within its marketplace. */
  pluginName: string;
  /** Name of the plugin's marketplace, for one that is not. */
  remoteMarketplaceName?: string | null;
};

/** What the plugin consists of. */
export type PluginReadResponse = {
  /** The plugin. */
  plugin: PluginDetail;
};

/** Where a plugin's files come from. */
export type PluginSource =
  /** From a folder on the server's machine. */
  | {
    type: "local";
    /** The folder. */
    path: AbsolutePathBuf;
  }
  /** From a Git repository. */
  | {
    type: "git";
    /** The folder in the repository. Null means its root. */
    path: string | null;
    /** The branch or tag to take. Null means the default branch. */
    refName: string | null;
    /** The commit to take. Null means the latest of the branch. */
    sha: string | null;
    /** Address of the repository. */
    url: string;
  }
  /** From the catalogue on the web, which hands them over when the plugin is installed. */
  | {
    type: "remote";
  };

/** A plugin as a list shows it. */
export type PluginSummary = {
  /** When the user signs in to the apps that it brings. */
  authPolicy: PluginAuthPolicy;
  /** Whether the agent uses it. A plugin can be installed and switched off. */
  enabled: boolean;
  /** Identifier of the plugin, `name@marketplace`. */
  id: string;
  /** Whether a user can install it. */
  installPolicy: PluginInstallPolicy;
  /** Whether it is installed. */
  installed: boolean;
  /** How to show it to people. Null when it says nothing about that. */
  interface: PluginInterface | null;
  /** Name of the plugin within its marketplace. */
  name: string;
  /** Where the plugin's files come from. */
  source: PluginSource;
};

/** Takes an installed plugin away. */
export type PluginUninstallParams = {
  /** Identifier of the plugin, `name@marketplace`. */
  pluginId: string;
};

/** Nothing but the fact that the plugin is gone. */
export type PluginUninstallResponse = Record<string, never>;

/** Plugins of one marketplace. */
export type PluginsMigration = {
  /** Name of the marketplace. */
  marketplaceName: string;
  /** Names of the plugins within it. */
  pluginNames: string[];
};

/** The product events a client can report, one variant for each. */
export type ProductAnalyticsEvent =
  /** The user met a banner which says that a usage limit is reached. */
  | {
    type: "usageLimitBanner";
    /** What happened to the banner. */
    action: UsageLimitBannerAction;
    /** Which banner it was. */
    bannerType: UsageLimitBannerType;
  };

/** Settings that hold together when the user chooses the profile. Null leaves a setting as it is without the profile. */
export type ProfileV2 = {
  /** When the agent asks before it acts. */
  approval_policy: AskForApproval | null;
  /** Address of the server that accounts of ChatGPT belong to. */
  chatgpt_base_url: string | null;
  /** Identifier of the model. */
  model: string | null;
  /** Name of the provider that serves the model. */
  model_provider: string | null;
  /** How much the model thinks. */
  model_reasoning_effort: ReasoningEffort | null;
  /** How the model sums up its thoughts. */
  model_reasoning_summary: ReasoningSummary | null;
  /** How much the model writes. */
  model_verbosity: Verbosity | null;
  /** The class of service. */
  service_tier: ServiceTier | null;
  /** How the agent's own tools work. */
  tools: ToolsV2 | null;
  /** Whether the agent searches the web, and how. */
  web_search: WebSearchMode | null;
  [key: string]: JsonValue | undefined;
};

/** What keeps a user from going on, and who can do something about it. */
export type RateLimitReachedType =
  /** What the plan includes is used up until the next stretch of time. */
  | "rate_limit_reached"
  /** The workspace has no credits left, and the user can buy more. */
  | "workspace_owner_credits_depleted"
  /** The workspace has no credits left, and only its owner can buy more. */
  | "workspace_member_credits_depleted"
  /** The workspace has used up what it may use, and the user can raise that. */
  | "workspace_owner_usage_limit_reached"
  /** The workspace has used up what it may use, and only its owner can raise that. */
  | "workspace_member_usage_limit_reached";

/** How much of one limit is used up. Null means that the account's server did not tell. */
export type RateLimitSnapshot = {
  /** The credits that the account can spend when the limit is reached. */
  credits: CreditsSnapshot | null;
  /** Identifier of the limit. */
  limitId: string | null;
  /** The name to show. */
  limitName: string | null;
  /** The plan of the account. */
  planType: PlanType | null;
  /** What counts in the shorter stretch of time. */
  primary: RateLimitWindow | null;
  /** Which limit keeps the user from going on. Null when none does. */
  rateLimitReachedType: RateLimitReachedType | null;
  /** What counts in the longer stretch of time. */
  secondary: RateLimitWindow | null;
};

/** How much is used up in a stretch of time. */
export type RateLimitWindow = {
  /** When the next stretch begins, in Unix seconds. Null when it is not known. */
  resetsAt: number | null;
  /** The part that is used up, in percent. */
  usedPercent: number;
  /** Length of the stretch in minutes. Null when it is not known. */
  windowDurationMins: number | null;
};

/** Brings an item as the model's server sent it, unprocessed, to a client that asked for raw events at the thread's start. */
export type RawResponseItemCompletedNotification = {
  /** The item. */
  item: ResponseItem;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the item came in. */
  turnId: string;
};

/** How much the model thinks before it answers; more takes longer and costs more. */
export type ReasoningEffort =
  /** Not at all. */
  | "none"
  /** As little as possible. */
  | "minimal"
  /** Less than usual. */
  | "low"
  /** As much as usual. */
  | "medium"
  /** More than usual. */
  | "high"
  /** As much as the model can. */
  | "xhigh";

/** One choice of how much a model thinks. */
export type ReasoningEffortOption = {
  /** What the choice is good for, to be shown to the user. */
  description: string;
  /** How much it thinks. */
  reasoningEffort: ReasoningEffort;
};

/** One part of the model's thoughts in full. */
export type ReasoningItemContent =
  /** A thought, marked as one. */
  | {
    type: "reasoning_text";
    /** The text as the model wrote it. */
    text: string;
  }
  /** A thought under the name that any text can have. */
  | {
    type: "text";
    /** The text as the model wrote it. */
    text: string;
  };

/** One part of the model's thoughts in short. */
export type ReasoningItemReasoningSummary =
  /** A part of the summary. */
  | {
    type: "summary_text";
    /** The text as the model wrote it. */
    text: string;
  };

/** How the model sums up its thoughts for the user. */
export type ReasoningSummary =
  /** The model's server chooses. */
  | "auto"
  /** In short. */
  | "concise"
  /** At length. */
  | "detailed"
  /** Not at all. */
  | "none";

/** Says that the agent's thoughts in short go on in a new part. */
export type ReasoningSummaryPartAddedNotification = {
  /** The `reasoning` item that grows. */
  itemId: string;
  /** The position of the new, still empty element of the item's `summary`, counted from 0. */
  summaryIndex: number;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the thoughts belong to. */
  turnId: string;
};

/** Brings the next piece of the agent's thoughts in short. */
export type ReasoningSummaryTextDeltaNotification = {
  /** The text to append. */
  delta: string;
  /** The `reasoning` item that grows. */
  itemId: string;
  /** The element of the item's `summary` to append it to, counted from 0. */
  summaryIndex: number;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the thoughts belong to. */
  turnId: string;
};

/** Brings the next piece of the agent's thoughts in full. */
export type ReasoningTextDeltaNotification = {
  /** The element of the item's `content` to append it to, counted from 0. */
  contentIndex: number;
  /** The text to append. */
  delta: string;
  /** The `reasoning` item that grows. */
  itemId: string;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the thoughts belong to. */
  turnId: string;
};

/** What a statement about a connection is for. */
export type RemoteControlClientConnectionAudience =
  /** For opening the WebSocket of a controlled machine. */
  | "remote_control_client_websocket";

/** What a statement about an enrolment is for. */
export type RemoteControlClientEnrollmentAudience =
  /** For enrolling a machine to be controlled. */
  | "remote_control_client_enrollment";

/** A string or an integer, chosen by whoever sends the request; the response carries it back unchanged. */
export type RequestId = string | number;

/**
 * Permissions that the agent asks for on top of those of its sandbox. What is not understood is refused, lest the user
 * grant it unseen.
 */
export type RequestPermissionProfile = {
  /** Further access to files. Null asks for none. */
  fileSystem: AdditionalFileSystemPermissions | null;
  /** Further network access. Null asks for none. */
  network: AdditionalNetworkPermissions | null;
};

/** The parts of the world in which data can be made to stay. */
export type ResidencyRequirement =
  /** The United States. */
  | "us";

/** Something that can be read from an MCP server. */
export type Resource = {
  /** What the MCP server adds for the client. Null when it adds nothing. */
  _meta: JsonValue;
  /** Hints at whom it is for and how much it matters. Null when the MCP server gives none. */
  annotations: JsonValue;
  /** What it holds. Null when the MCP server does not say. */
  description: string | null;
  /** Pictures to show with it. Null when it has none. */
  icons: JsonValue[] | null;
  /** The media type of its content. Null when it is not known. */
  mimeType: string | null;
  /** Its name, for programs rather than for users. */
  name: string;
  /** The number of bytes of its content, before any encoding. Null when it is not known. */
  size: number | null;
  /** Its name as users read it. Null when it has none. */
  title: string | null;
  /** The address by which it is read. */
  uri: string;
};

/** One part of what was read: text or bytes. */
export type ResourceContent =
  /** Text. */
  | {
    /** What the MCP server adds for the client. Absent or null when it adds nothing. */
    _meta?: JsonValue;
    /** The media type of this part. Absent or null when it is not known. */
    mimeType?: string;
    /** The text itself. */
    text: string;
    /** The address of this part. */
    uri: string;
  }
  /** Bytes. */
  | {
    /** What the MCP server adds for the client. Absent or null when it adds nothing. */
    _meta?: JsonValue;
    /** The bytes in Base64. */
    blob: string;
    /** The media type of this part. Absent or null when it is not known. */
    mimeType?: string;
    /** The address of this part. */
    uri: string;
  };

/** A family of things that can be read from an MCP server. */
export type ResourceTemplate = {
  /** Hints at whom they are for and how much they matter. Null when the MCP server gives none. */
  annotations: JsonValue;
  /** What the things hold. Null when the MCP server does not say. */
  description: string | null;
  /** The media type that all of them have. Null when they differ or it is not known. */
  mimeType: string | null;
  /** Name of the family, for programs rather than for users. */
  name: string;
  /** Name of the family as users read it. Null when it has none. */
  title: string | null;
  /** A pattern (RFC 6570) from which the address of each thing is made. */
  uriTemplate: string;
};

/** One item of a conversation, as the model's server knows it. */
export type ResponseItem =
  /** Somebody said something. */
  | {
    type: "message";
    /** The parts of the message. */
    content: ContentItem[];
    /** Identifier of the item at the model's server. Absent or null when it has none. */
    id?: string | null;
    /** Whether more is to come in this turn. Absent or null when the model does not say. */
    phase?: MessagePhase | null;
    /** Who said it: `user`, `assistant`, `developer` or `system`. */
    role: string;
  }
  /** The model thought. */
  | {
    type: "reasoning";
    /** The thoughts in full, where the model shows them. Absent or null when it does not. */
    content?: ReasoningItemContent[] | null;
    /** The thoughts in a form that only the model's server can read, to be sent back to it as they came. */
    encrypted_content?: string | null;
    /** The thoughts in short. */
    summary: ReasoningItemReasoningSummary[];
  }
  /** The model called the shell that its server knows as a tool of its own. */
  | {
    type: "local_shell_call";
    /** What the shell shall do. */
    action: LocalShellAction;
    /** Identifier of the call, which its output names. Absent or null when `id` serves for it. */
    call_id?: string | null;
    /**
     * Identifier of the item at the model's server, by which older versions name the call. Absent or null when it
     * has none.
     */
    id?: string | null;
    /** How far the call has come. */
    status: LocalShellStatus;
  }
  /** The model called a tool that takes JSON. */
  | {
    type: "function_call";
    /** What the tool is called with, as JSON in a text; the model wrote it, so it may be malformed. */
    arguments: string;
    /** Identifier of the call, which its output names. */
    call_id: string;
    /** Identifier of the item at the model's server. Absent or null when it has none. */
    id?: string | null;
    /** Name of the tool. */
    name: string;
    /** Group in which the tool's name is unique. Absent or null for a tool without a group. */
    namespace?: string | null;
  }
  /** The model looked for tools that it had not been told about. */
  | {
    type: "tool_search_call";
    /** What is looked for. */
    arguments: JsonValue;
    /** Identifier of the call, which its output names. Absent or null when the model's server itself does the search. */
    call_id?: string | null;
    /** Who does the search, in the words of the model's server, such as `client`. */
    execution: string;
    /** Identifier of the item at the model's server. Absent or null when it has none. */
    id?: string | null;
    /** How far the search has come, in the words of the model's server. */
    status?: string | null;
  }
  /** A tool that takes JSON answered. */
  | {
    type: "function_call_output";
    /** Identifier of the call. */
    call_id: string;
    /** The answer. */
    output: FunctionCallOutputBody;
  }
  /** The model called a tool that takes text as it is. */
  | {
    type: "custom_tool_call";
    /** Identifier of the call, which its output names. */
    call_id: string;
    /** Identifier of the item at the model's server. Absent or null when it has none. */
    id?: string | null;
    /** The text that the tool is called with. */
    input: string;
    /** Name of the tool. */
    name: string;
    /** How far the call has come, in the words of the model's server. */
    status?: string | null;
  }
  /** A tool that takes text answered. */
  | {
    type: "custom_tool_call_output";
    /** Identifier of the call. */
    call_id: string;
    /** Name of the tool. Absent or null when the call alone tells it. */
    name?: string | null;
    /** The answer. */
    output: FunctionCallOutputBody;
  }
  /** The search for tools had a result. */
  | {
    type: "tool_search_output";
    /** Identifier of the call. Absent or null when the model's server itself did the search. */
    call_id?: string | null;
    /** Who did the search, in the words of the model's server, such as `client`. */
    execution: string;
    /** How far the search has come, in the words of the model's server. */
    status: string;
    /** The tools found, each as the model's server takes the description of a tool. */
    tools: JsonValue[];
  }
  /** The model's server looked for something on the web. */
  | {
    type: "web_search_call";
    /** What exactly was done. Absent or null when that is not known. */
    action?: ResponsesApiWebSearchAction | null;
    /** Identifier of the item at the model's server. Absent or null when it has none. */
    id?: string | null;
    /** How far the search has come, in the words of the model's server. */
    status?: string | null;
  }
  /** The model's server made a picture. */
  | {
    type: "image_generation_call";
    /** Identifier of the item at the model's server. */
    id: string;
    /** The picture's bytes in Base64. */
    result: string;
    /** The description that the picture was made from, where it differs from what was asked for. */
    revised_prompt?: string | null;
    /** How far the picture has come, in the words of the model's server. */
    status: string;
  }
  /** The state of the files was kept, so that it can be brought back. The model reads nothing of it. */
  | {
    type: "ghost_snapshot";
    /** The commit that keeps the state. */
    ghost_commit: GhostCommit;
  }
  /** A summary took the place of the older part of the conversation. */
  | {
    type: "compaction";
    /** The summary in a form that only the model's server can read. */
    encrypted_content: string;
  }
  /** Something that this version of the server has no word for. */
  | {
    type: "other";
  };

/** One step of a search on the web, as the model's server tells it. */
export type ResponsesApiWebSearchAction =
  /** Asks a search engine. */
  | {
    type: "search";
    /** What is asked when it is more than one question at once. */
    queries?: string[] | null;
    /** What is asked. Absent or null when `queries` says it, or when it is not known. */
    query?: string | null;
  }
  /** Opens a page. */
  | {
    type: "open_page";
    /** Address of the page. Absent or null when it is not known. */
    url?: string | null;
  }
  /** Looks for a text on a page. */
  | {
    type: "find_in_page";
    /** The text looked for. Absent or null when it is not known. */
    pattern?: string | null;
    /** Address of the page. Absent or null when it is not known. */
    url?: string | null;
  }
  /** Something that this version of the server has no word for. */
  | {
    type: "other";
  };

/** The possible answers to a request for approval. */
export type ReviewDecision =
  /** Yes, this once. */
  | "approved"
  /** Yes, and allow commands that begin alike from now on. */
  | {
    approved_execpolicy_amendment: {
      /** The leading words of the commands to allow, one word an element. */
      proposed_execpolicy_amendment: string[];
    };
  }
  /** Yes, and do not ask about the same thing again in this session. */
  | "approved_for_session"
  /** Keep a network rule and decide this request by it. */
  | {
    network_policy_amendment: {
      /** The rule to keep. */
      network_policy_amendment: NetworkPolicyAmendment;
    };
  }
  /** No; the agent goes on with the turn and may try another way. */
  | "denied"
  /** Nobody decided in time; the agent may not act, but goes on with the turn. */
  | "timed_out"
  /** No, and the turn is interrupted. */
  | "abort";

/** Where a review takes place. */
export type ReviewDelivery =
  /** In the thread itself, as one of its turns. */
  | "inline"
  /** In a new thread that begins as a copy of it. */
  | "detached";

/** What to review, and where to do it. */
export type ReviewStartParams = {
  /** Whether the review becomes a part of the thread. Absent or null means `inline`. */
  delivery?: ReviewDelivery | null;
  /** The changes to review. */
  target: ReviewTarget;
  /** The thread whose working folder holds the changes. */
  threadId: string;
};

/** The review that was begun. */
export type ReviewStartResponse = {
  /** The thread in which the review takes place: the same one for an inline review, the new one for a detached. */
  reviewThreadId: string;
  /** The turn in which the review is made; it is in progress. */
  turn: Turn;
};

/** The changes that a review is about. */
export type ReviewTarget =
  /** All that is not committed yet: what is staged, what is not, and files that Git does not know. */
  | {
    type: "uncommittedChanges";
  }
  /** All that the present branch changes in comparison with another. */
  | {
    type: "baseBranch";
    /** Name of the branch to compare with. */
    branch: string;
  }
  /** All that one commit changes. */
  | {
    type: "commit";
    /** Identifier of the commit. */
    sha: string;
    /**
     * The first line of the commit's message, to show it by. Absent or null when the client has none at
     * hand.
     */
    title?: string | null;
  }
  /** Whatever the user asks to be reviewed. */
  | {
    type: "custom";
    /** The user's words. */
    instructions: string;
  };

/** The sandbox by name, for clients that do not care about its details. */
export type SandboxMode =
  /** Commands may read files and change nothing. */
  | "read-only"
  /** Commands may also change files in the working folder and in the configured writable folders. */
  | "workspace-write"
  /** Commands run without a sandbox. */
  | "danger-full-access";

/** The sandbox in detail. */
export type SandboxPolicy =
  /** Commands run without a sandbox, with all the rights of the server's user. */
  | {
    type: "dangerFullAccess";
  }
  /** Commands may read files and change nothing. */
  | {
    type: "readOnly";
    /**
     * Whether commands may use the network.
     *
     * @default false
     */
    networkAccess: boolean;
  }
  /** The server itself runs in a sandbox that somebody else set up, and adds none of its own. */
  | {
    type: "externalSandbox";
    /**
     * What that sandbox allows on the network, so that the agent can be told.
     *
     * @default "restricted"
     */
    networkAccess: NetworkAccess;
  }
  /** Commands may change files in the working folder, in folders for temporary files and in the folders listed. */
  | {
    type: "workspaceWrite";
    /**
     * Keeps commands from writing to `/tmp`.
     *
     * @default false
     */
    excludeSlashTmp: boolean;
    /**
     * Keeps commands from writing to the folder that the environment variable `TMPDIR` names.
     *
     * @default false
     */
    excludeTmpdirEnvVar: boolean;
    /**
     * Whether commands may use the network.
     *
     * @default false
     */
    networkAccess: boolean;
    /**
     * Further folders in which commands may change files.
     *
     * @default []
     */
    writableRoots: AbsolutePathBuf[];
  };

/**
 * The sandbox in detail.
 *
 * As it is written; `SandboxPolicy` is what is read.
 */
export type SandboxPolicyInput =
  /** Commands run without a sandbox, with all the rights of the server's user. */
  | {
    type: "dangerFullAccess";
  }
  /** Commands may read files and change nothing. */
  | {
    type: "readOnly";
    /**
     * Whether commands may use the network.
     *
     * @default false
     */
    networkAccess?: boolean;
  }
  /** The server itself runs in a sandbox that somebody else set up, and adds none of its own. */
  | {
    type: "externalSandbox";
    /**
     * What that sandbox allows on the network, so that the agent can be told.
     *
     * @default "restricted"
     */
    networkAccess?: NetworkAccess;
  }
  /** Commands may change files in the working folder, in folders for temporary files and in the folders listed. */
  | {
    type: "workspaceWrite";
    /**
     * Keeps commands from writing to `/tmp`.
     *
     * @default false
     */
    excludeSlashTmp?: boolean;
    /**
     * Keeps commands from writing to the folder that the environment variable `TMPDIR` names.
     *
     * @default false
     */
    excludeTmpdirEnvVar?: boolean;
    /**
     * Whether commands may use the network.
     *
     * @default false
     */
    networkAccess?: boolean;
    /**
     * Further folders in which commands may change files.
     *
     * @default []
     */
    writableRoots?: AbsolutePathBuf[];
  };

/** What holds besides when the sandbox lets commands change files in the working folder. */
export type SandboxWorkspaceWrite = {
  /**
   * Keeps commands from writing to `/tmp`.
   *
   * @default false
   */
  exclude_slash_tmp: boolean;
  /**
   * Keeps commands from writing to the folder that the environment variable `TMPDIR` names.
   *
   * @default false
   */
  exclude_tmpdir_env_var: boolean;
  /**
   * Whether commands may use the network.
   *
   * @default false
   */
  network_access: boolean;
  /**
   * Further folders in which commands may change files.
   *
   * @default []
   */
  writable_roots: string[];
};

/** Asks the workspace's owner, by e-mail, to make it possible to go on. */
export type SendAddCreditsNudgeEmailParams = {
  /** What the user has run out of. */
  creditType: AddCreditsNudgeCreditType;
};

/** What became of the e-mail. */
export type SendAddCreditsNudgeEmailResponse = {
  /** Whether the e-mail was sent now. */
  status: AddCreditsNudgeEmailStatus;
};

/** Any notification that the server sends. */
export type ServerNotification =
  /**
   * Tells that something went wrong in a turn, and whether the server tries again. When it does not,
   * `turn/completed` follows with the status `failed`.
   */
  | {
    method: "error";
    params: ErrorNotification;
  }
  /** Tells the user of something that is not as it should be although the work goes on. */
  | {
    method: "warning";
    params: WarningNotification;
  }
  /** Tells the user of something that the reviewing agent has noticed. */
  | {
    method: "guardianWarning";
    params: GuardianWarningNotification;
  }
  /** Tells the user that something they rely on, such as a setting, will go, and what to use instead. */
  | {
    method: "deprecationNotice";
    params: DeprecationNoticeNotification;
  }
  /** Tells the user of a mistake in the configuration, and where it is. */
  | {
    method: "configWarning";
    params: ConfigWarningNotification;
  }
  /** Tells that a thread exists and can be worked with. */
  | {
    method: "thread/started";
    params: ThreadStartedNotification;
  }
  /** Tells that a thread does something else now: that it works, waits, rests or is broken. */
  | {
    method: "thread/status/changed";
    params: ThreadStatusChangedNotification;
  }
  /** Tells that a thread was put away. */
  | {
    method: "thread/archived";
    params: ThreadArchivedNotification;
  }
  /** Tells that a thread was brought back from the archive. */
  | {
    method: "thread/unarchived";
    params: ThreadUnarchivedNotification;
  }
  /** Tells that a thread has left the server's memory. To go on with it, it has to be resumed. */
  | {
    method: "thread/closed";
    params: ThreadClosedNotification;
  }
  /** Tells that a thread's title has changed. */
  | {
    method: "thread/name/updated";
    params: ThreadNameUpdatedNotification;
  }
  /** Tells how many tokens a thread has used, whenever the model has used more. */
  | {
    method: "thread/tokenUsage/updated";
    params: ThreadTokenUsageUpdatedNotification;
  }
  /**
   * Tells that a summary has taken the place of the older part of a conversation. The item `contextCompaction`
   * tells the same.
   */
  | {
    method: "thread/compacted";
    params: ContextCompactedNotification;
  }
  /** Tells that the agent has begun to work at a message. */
  | {
    method: "turn/started";
    params: TurnStartedNotification;
  }
  /** Tells that a turn has ended and how. Nothing more comes about the turn after it. */
  | {
    method: "turn/completed";
    params: TurnCompletedNotification;
  }
  /** Brings all that a turn has changed in files so far, after each change. */
  | {
    method: "turn/diff/updated";
    params: TurnDiffUpdatedNotification;
  }
  /** Brings the agent's list of steps whenever the agent changes it. */
  | {
    method: "turn/plan/updated";
    params: TurnPlanUpdatedNotification;
  }
  /** Tells that a step of a turn has begun. For each item exactly one `item/completed` follows. */
  | {
    method: "item/started";
    params: ItemStartedNotification;
  }
  /** Tells that a step of a turn has ended, with its final form. */
  | {
    method: "item/completed";
    params: ItemCompletedNotification;
  }
  /**
   * Brings the next piece of a message while the agent writes it. All pieces of an item in order make up its
   * text.
   */
  | {
    method: "item/agentMessage/delta";
    params: AgentMessageDeltaNotification;
  }
  /** Brings the next piece of a plan while the agent writes it. */
  | {
    method: "item/plan/delta";
    params: PlanDeltaNotification;
  }
  /** Brings the next piece of the agent's thoughts in short. */
  | {
    method: "item/reasoning/summaryTextDelta";
    params: ReasoningSummaryTextDeltaNotification;
  }
  /** Tells that the agent's thoughts in short go on in a new part; the pieces that follow belong there. */
  | {
    method: "item/reasoning/summaryPartAdded";
    params: ReasoningSummaryPartAddedNotification;
  }
  /** Brings the next piece of the agent's thoughts in full, from models that show them. */
  | {
    method: "item/reasoning/textDelta";
    params: ReasoningTextDeltaNotification;
  }
  /** Brings what a command prints while it runs. */
  | {
    method: "item/commandExecution/outputDelta";
    params: CommandExecutionOutputDeltaNotification;
  }
  /** Tells that the agent has typed something into a running command, or has looked at what it printed. */
  | {
    method: "item/commandExecution/terminalInteraction";
    params: TerminalInteractionNotification;
  }
  /** Brings what is printed while files are changed. */
  | {
    method: "item/fileChange/outputDelta";
    params: FileChangeOutputDeltaNotification;
  }
  /** Brings a change of files as far as the agent has written it. It is not made yet. */
  | {
    method: "item/fileChange/patchUpdated";
    params: FileChangePatchUpdatedNotification;
  }
  /** Tells what a tool of an MCP server is doing while its call goes on. */
  | {
    method: "item/mcpToolCall/progress";
    params: McpToolCallProgressNotification;
  }
  /** Tells that a second agent has begun to decide, in the user's place, whether the agent may act. */
  | {
    method: "item/autoApprovalReview/started";
    params: ItemGuardianApprovalReviewStartedNotification;
  }
  /** Tells what the second agent has decided. For each review that started exactly one such notification follows. */
  | {
    method: "item/autoApprovalReview/completed";
    params: ItemGuardianApprovalReviewCompletedNotification;
  }
  /** Tells that a hook has begun to run. */
  | {
    method: "hook/started";
    params: HookStartedNotification;
  }
  /** Tells that a hook's run has ended, with its outcome. */
  | {
    method: "hook/completed";
    params: HookCompletedNotification;
  }
  /** Tells that a question to the user is settled, answered here or elsewhere, and need not be shown any longer. */
  | {
    method: "serverRequest/resolved";
    params: ServerRequestResolvedNotification;
  }
  /** Tells how signing in to an MCP server has ended, once after each `mcpServer/oauth/login`. */
  | {
    method: "mcpServer/oauthLogin/completed";
    params: McpServerOauthLoginCompletedNotification;
  }
  /** Tells how far an MCP server's start has come, at each step. */
  | {
    method: "mcpServer/startupStatus/updated";
    params: McpServerStatusUpdatedNotification;
  }
  /** Tells what an open search for files has found so far for its present letters. */
  | {
    method: "fuzzyFileSearch/sessionUpdated";
    params: FuzzyFileSearchSessionUpdatedNotification;
  }
  /** Tells that an open search for files has looked at everything for its present letters. It stays open. */
  | {
    method: "fuzzyFileSearch/sessionCompleted";
    params: FuzzyFileSearchSessionCompletedNotification;
  }
  /** Warns of folders that the sandbox on Windows cannot protect. */
  | {
    method: "windows/worldWritableWarning";
    params: WindowsWorldWritableWarningNotification;
  }
  /** Tells how setting up the sandbox on Windows has ended. */
  | {
    method: "windowsSandbox/setupCompleted";
    params: WindowsSandboxSetupCompletedNotification;
  }
  /** Tells that another model answers in a turn than the one that was chosen. */
  | {
    method: "model/rerouted";
    params: ModelReroutedNotification;
  }
  /** Tells that the user should show who they are before the model does all that a turn asks of it. */
  | {
    method: "model/verification";
    params: ModelVerificationNotification;
  }
  /** Tells how an attempt to sign in has ended, once for each attempt. */
  | {
    method: "account/login/completed";
    params: AccountLoginCompletedNotification;
  }
  /** Tells that another account is in use, that nobody is signed in any more, or that the plan has changed. */
  | {
    method: "account/updated";
    params: AccountUpdatedNotification;
  }
  /** Tells how much is used up, whenever the model's server has told so. */
  | {
    method: "account/rateLimits/updated";
    params: AccountRateLimitsUpdatedNotification;
  }
  /** Tells that files of skills have changed, so that an earlier `skills/list` may be out of date. */
  | {
    method: "skills/changed";
    params: SkillsChangedNotification;
  }
  /** Brings all apps after the list of them has changed. */
  | {
    method: "app/list/updated";
    params: AppListUpdatedNotification;
  }
  /** Tells that `externalAgentConfig/import` is done. */
  | {
    method: "externalAgentConfig/import/completed";
    params: ExternalAgentConfigImportCompletedNotification;
  }
  /** Brings the next piece of the output of a process that `command/exec` has started. */
  | {
    method: "command/exec/outputDelta";
    params: CommandExecOutputDeltaNotification;
  }
  /** Tells what has changed in something that `fs/watch` watches. */
  | {
    method: "fs/changed";
    params: FsChangedNotification;
  };

/** Any request that the server sends. */
export type ServerRequest =
  /**
   * Asks the user whether a command may run, or whether a running command may reach a host. The turn waits for
   * the answer.
   */
  | {
    method: "item/commandExecution/requestApproval";
    id: RequestId;
    params: CommandExecutionRequestApprovalParams;
  }
  /** Asks the user whether the agent may change files. The turn waits for the answer. */
  | {
    method: "item/fileChange/requestApproval";
    id: RequestId;
    params: FileChangeRequestApprovalParams;
  }
  /**
   * Asks the user for permissions that the sandbox does not grant, before the agent makes use of them. The turn
   * waits for the answer.
   */
  | {
    method: "item/permissions/requestApproval";
    id: RequestId;
    params: PermissionsRequestApprovalParams;
  }
  /**
   * Puts questions of the agent to the user, for a choice or for an answer in words. The turn waits for the
   * answers.
   */
  | {
    method: "item/tool/requestUserInput";
    id: RequestId;
    params: ToolRequestUserInputParams;
  }
  /** Calls a tool that the client offered for the thread. The turn waits for the result. */
  | {
    method: "item/tool/call";
    id: RequestId;
    params: DynamicToolCallParams;
  }
  /**
   * Asks the user something on behalf of an MCP server: by a form, or by a web page to go to. The MCP server
   * waits for the answer.
   */
  | {
    method: "mcpServer/elicitation/request";
    id: RequestId;
    params: McpServerElicitationRequestParams;
  }
  /**
   * Asks the user whether the agent may change files, in the form for older clients. Threads that were started
   * by `thread/start` use `item/fileChange/requestApproval` instead.
   */
  | {
    method: "applyPatchApproval";
    id: RequestId;
    params: ApplyPatchApprovalParams;
  }
  /**
   * Asks the user whether a command may run, in the form for older clients. Threads that were started by
   * `thread/start` use `item/commandExecution/requestApproval` instead.
   */
  | {
    method: "execCommandApproval";
    id: RequestId;
    params: ExecCommandApprovalParams;
  }
  /** Asks the client for new tokens of the account that it signed in with. The work waits for the answer. */
  | {
    method: "account/chatgptAuthTokens/refresh";
    id: RequestId;
    params: ChatgptAuthTokensRefreshParams;
  };

/** Says which question is settled. */
export type ServerRequestResolvedNotification = {
  /** Identifier of the server's request. */
  requestId: RequestId;
  /** Identifier of the thread in which the server asked. */
  threadId: string;
};

/** The class of service at the model's server. */
export type ServiceTier =
  /** Faster answers at a higher price. */
  | "fast"
  /** Slower answers at a lower price. */
  | "flex";

/** What a thread was started by. */
export type SessionSource =
  /** The terminal program. */
  | "cli"
  /** The editor extension. */
  | "vscode"
  /** The command for runs without a person, as in scripts. */
  | "exec"
  /** A client of this protocol. */
  | "appServer"
  /** Another program, by the name it gave. */
  | {
    custom: string;
  }
  /** An agent that works for another thread. */
  | {
    subAgent: SubAgentSource;
  }
  /** Something that this version of the server cannot tell. */
  | "unknown";

/** What a skill needs in order to work. */
export type SkillDependencies = {
  /** The tools that it uses. */
  tools: SkillToolDependency[];
};

/** A file that looks like a skill and could not be read as such. */
export type SkillErrorInfo = {
  /** What is wrong with it, in words. */
  message: string;
  /** Path of the file. */
  path: string;
};

/** How to show a skill to people. */
export type SkillInterface = {
  /** A colour to go with the skill, such as `#1f6feb`. */
  brandColor: string | null;
  /** A message to offer to the user as a beginning. */
  defaultPrompt: string | null;
  /** The name to show. Null means the skill's own name. */
  displayName: string | null;
  /** A picture for wide places, as a file on the server's machine. */
  iconLarge: AbsolutePathBuf | null;
  /** A picture for narrow places, as a file on the server's machine. */
  iconSmall: AbsolutePathBuf | null;
  /** One line about the skill. */
  shortDescription: string | null;
};

/** A skill as the server knows it. */
export type SkillMetadata = {
  /** What the skill needs in order to work. Null when it needs nothing. */
  dependencies: SkillDependencies | null;
  /** What the skill is for and when to use it, written for the model. */
  description: string;
  /** Whether the agent may use the skill. */
  enabled: boolean;
  /** How to show the skill to people. Null when it says nothing about that. */
  interface: SkillInterface | null;
  /** The name by which the user and the agent call it. */
  name: string;
  /** The file with the skill's instructions. */
  path: AbsolutePathBuf;
  /** On whose behalf the skill is there. */
  scope: SkillScope;
  /** The same in short, from the old place for it. Where `interface` has a short description, show that instead. */
  shortDescription: string | null;
};

/** On whose behalf a skill is there. */
export type SkillScope =
  /** The user's, in all folders. */
  | "user"
  /** The repository's, for everybody who works in it. */
  | "repo"
  /** The agent's own; it comes with the server. */
  | "system"
  /** The administrator's, for all users of the machine. */
  | "admin";

/** A skill that a plugin brings. */
export type SkillSummary = {
  /** What the skill is for and when to use it, written for the model. */
  description: string;
  /** Whether the agent may use the skill, provided that the plugin is installed and on. */
  enabled: boolean;
  /** How to show the skill to people. Null when it says nothing about that. */
  interface: SkillInterface | null;
  /** The name by which the user and the agent call it. */
  name: string;
  /** The file with the skill's instructions. Null while it is not on the server's machine. */
  path: AbsolutePathBuf | null;
  /** The same in short. Null when there is no short form. */
  shortDescription: string | null;
};

/** One tool that a skill uses. */
export type SkillToolDependency = {
  /** The command that starts the tool, where it is a program. */
  command: string | null;
  /** What the skill uses the tool for. */
  description: string | null;
  /** How the tool is reached, such as `streamable_http` or `stdio`. Null leaves it to the server. */
  transport: string | null;
  /** The kind of tool, such as `mcp` for an MCP server. */
  type: string;
  /** The address of the tool, where it is reached over the network. */
  url: string | null;
  /** Which tool of that kind; for an MCP server its name. */
  value: string;
};

/** Says that skills may have changed; `skills/list` tells what there is now. */
export type SkillsChangedNotification = Record<string, never>;

/** Switches a skill on or off. Exactly one of `path` and `name` says which. */
export type SkillsConfigWriteParams = {
  /** Whether the agent may use it. */
  enabled: boolean;
  /** The skill by its name. */
  name?: string | null;
  /** The skill by its file. */
  path?: AbsolutePathBuf | null;
};

/** Whether the skill is on now. */
export type SkillsConfigWriteResponse = {
  /** Whether the agent may use the skill, all settings taken together. */
  effectiveEnabled: boolean;
};

/** The skills that the agent finds when it works in a certain folder. */
export type SkillsListEntry = {
  /** The folder. */
  cwd: string;
  /** The files that look like skills and could not be read as such. */
  errors: SkillErrorInfo[];
  /** The skills, those that are switched off included. */
  skills: SkillMetadata[];
};

/** Further places to look for skills when the agent works in a certain folder. */
export type SkillsListExtraRootsForCwd = {
  /** The folder to work in; one of `cwds`. */
  cwd: string;
  /** The places, as absolute paths; what is found there has the scope `user`. */
  extraUserRoots: string[];
};

/** Asks for the skills that the agent would find in some folders. */
export type SkillsListParams = {
  /** The folders to look from. Empty means the server's own working folder. */
  cwds?: string[];
  /** Whether to read the files again even when the server remembers what they say. Absent means no. */
  forceReload?: boolean;
  /** Further places to look for skills of the scope `user`, for some of the folders. */
  perCwdExtraUserRoots?: SkillsListExtraRootsForCwd[] | null;
};

/** The skills, folder by folder. */
export type SkillsListResponse = {
  /** One entry for each folder asked about. */
  data: SkillsListEntry[];
};

/** The order of a list. */
export type SortDirection =
  /** The earliest first. */
  | "asc"
  /** The latest first. */
  | "desc";

/** Why an agent was set to work for another thread. */
export type SubAgentSource =
  /** To review changes. */
  | "review"
  /** To sum up a conversation that has become too long. */
  | "compact"
  /** Because another agent gave it a part of its work. */
  | {
    thread_spawn: {
      /** The name by which people tell agents apart. Null when it was given none. */
      agent_nickname: string | null;
      /** Where the agent stands in the tree of agents. Null when it has no place there. */
      agent_path: AgentPath | null;
      /** The role in which the agent works, which sets its instructions. Null for the usual one. */
      agent_role: string | null;
      /** How many agents stand between this one and the thread that the user started; 1 for the first. */
      depth: number;
      /** The thread of the agent that gave the work. */
      parent_thread_id: ThreadId;
    };
  }
  /** To put the memories of earlier threads in order. */
  | "memory_consolidation"
  /** For another reason, by the name that the program gave. */
  | {
    other: string;
  };

/** Says that the agent has typed something into a running command. */
export type TerminalInteractionNotification = {
  /** The `commandExecution` item of the running command. */
  itemId: string;
  /** Identifier of the running process, as in the item. */
  processId: string;
  /** What was written to the process's standard input. Empty when the agent only looked at the output. */
  stdin: string;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the command belongs to. */
  turnId: string;
};

/** A stretch of a text that stands for more than its characters. */
export type TextElement = {
  /** Where in the text the stretch is. */
  byteRange: ByteRange;
  /** What to show in place of the stretch. Null shows the text itself. */
  placeholder: string | null;
};

/**
 * A stretch of a text that stands for more than its characters.
 *
 * As it is written; `TextElement` is what is read.
 */
export type TextElementInput = {
  /** Where in the text the stretch is. */
  byteRange: ByteRange;
  /** What to show in place of the stretch. Null shows the text itself. */
  placeholder?: string | null;
};

/** A place in a text file. */
export type TextPosition = {
  /** The character within the line, counted from 1, in Unicode scalar values. */
  column: number;
  /** The line, counted from 1. */
  line: number;
};

/** A stretch of a text file. */
export type TextRange = {
  /** Where it ends. */
  end: TextPosition;
  /** Where it begins. */
  start: TextPosition;
};

/** A conversation with the agent. */
export type Thread = {
  /** The name by which people tell agents apart. Null unless another agent started the thread. */
  agentNickname: string | null;
  /** The role in which the agent works. Null unless another agent started the thread. */
  agentRole: string | null;
  /** Version of the program that created the thread. */
  cliVersion: string;
  /** When the thread was created, in Unix seconds. */
  createdAt: number;
  /** The folder in which the thread works. */
  cwd: AbsolutePathBuf;
  /** Whether the thread is kept in memory only. */
  ephemeral: boolean;
  /** The thread that this one was copied from. Null when it began by itself. */
  forkedFromId: string | null;
  /** The state of the Git repository around `cwd` when the thread was created. Null when there was none. */
  gitInfo: GitInfo | null;
  /** Identifier of the thread. */
  id: string;
  /** Name of the provider that serves the thread's model. */
  modelProvider: string;
  /** The title that the user gave. Null when there is none. */
  name: string | null;
  /** The file in which the server records the thread. Null when it records nothing; not meant to be read by clients. */
  path: string | null;
  /** The beginning of the conversation, mostly the user's first message, to tell threads apart in a list. */
  preview: string;
  /** What the thread was started by. */
  source: SessionSource;
  /** What the thread is doing. */
  status: ThreadStatus;
  /** The turns so far. Filled only where a method says so; empty otherwise, whatever has happened in the thread. */
  turns: Turn[];
  /** When the thread was last changed, in Unix seconds. */
  updatedAt: number;
};

/** What a running turn can be waiting for. */
export type ThreadActiveFlag =
  /** The answer to a request for approval. */
  | "waitingOnApproval"
  /** The answer to a question to the user. */
  | "waitingOnUserInput";

/** Allows, by the user's decision, one action that the reviewing agent has refused. */
export type ThreadApproveGuardianDeniedActionParams = {
  /** The event by which the reviewing agent made its refusal known, as it came. */
  event: JsonValue;
  /** The thread in which the action was refused. */
  threadId: string;
};

/** Nothing but the fact that the action is allowed now. The agent has to try it again for it to happen. */
export type ThreadApproveGuardianDeniedActionResponse = Record<string, never>;

/** Which thread to put away. */
export type ThreadArchiveParams = {
  /** The thread to archive. */
  threadId: string;
};

/** Nothing but the fact that the thread is archived. */
export type ThreadArchiveResponse = Record<string, never>;

/** Says that a thread was put away. */
export type ThreadArchivedNotification = {
  /** The thread that is archived now. */
  threadId: string;
};

/** Says that a thread has left the server's memory. What is recorded of it stays. */
export type ThreadClosedNotification = {
  /** The thread that was closed. */
  threadId: string;
};

/** Which thread's conversation to sum up. */
export type ThreadCompactStartParams = {
  /** The thread whose conversation has become too long. */
  threadId: string;
};

/** Nothing but the fact that the work begins; notifications tell how it goes on. */
export type ThreadCompactStartResponse = Record<string, never>;

/**
 * Which thread to copy, and how the copy shall work. What is absent or null stays as the thread had it, or comes from
 * the server's configuration where the thread recorded nothing.
 */
export type ThreadForkParams = {
  /** When the agent asks before it acts. */
  approvalPolicy?: AskForApproval | null;
  /** Who answers when the agent asks. */
  approvalsReviewer?: ApprovalsReviewer | null;
  /** Instructions that replace those built into the server. */
  baseInstructions?: string | null;
  /** Settings that take precedence over the server's configuration, by their names in the configuration file. */
  config?: { [key: string]: JsonValue } | null;
  /** The folder to work in. */
  cwd?: string | null;
  /** Instructions in addition to the built-in ones. */
  developerInstructions?: string | null;
  /** Whether the copy is kept in memory only and is gone when the server ends. Absent means no. */
  ephemeral?: boolean;
  /**
   * Whether to leave the turns out of the response, for clients that page through them with `thread/turns/list`.
   * Absent means no.
   */
  excludeTurns?: boolean;
  /** Identifier of the model. */
  model?: string | null;
  /** Name of the configured provider that serves the model. */
  modelProvider?: string | null;
  /** The permissions of commands in detail. Not to be combined with `sandbox`. */
  permissionProfile?: PermissionProfileInput | null;
  /** How far commands reach without asking. Not to be combined with `permissionProfile`. */
  sandbox?: SandboxMode | null;
  /** The class of service. Null asks for the usual one, whatever the configuration says. */
  serviceTier?: ServiceTier | null;
  /** The thread to copy. Needed even where `path` takes precedence. */
  threadId: string;
};

/** The copy, and the settings that it works with. */
export type ThreadForkResponse = {
  /** When the agent asks before it acts. */
  approvalPolicy: AskForApproval;
  /** Who answers when the agent asks. */
  approvalsReviewer: ApprovalsReviewer;
  /** The folder to work in. */
  cwd: AbsolutePathBuf;
  /**
   * The files with instructions that the agent has read, such as `AGENTS.md`, the most general first.
   *
   * @default []
   */
  instructionSources: AbsolutePathBuf[];
  /** Identifier of the model. */
  model: string;
  /** Name of the provider that serves the model. */
  modelProvider: string;
  /** The permissions of commands in detail. Null when the server knows them as a sandbox only. */
  permissionProfile: PermissionProfile | null;
  /** How much the model thinks. Null leaves it to the model's default. */
  reasoningEffort: ReasoningEffort | null;
  /** How far commands reach without asking. Where `permissionProfile` is set, that says it more exactly. */
  sandbox: SandboxPolicy;
  /** The class of service. Null means the usual one. */
  serviceTier: ServiceTier | null;
  /** The copy, with its turns unless they were not wanted. It has an identifier of its own. */
  thread: Thread;
};

/** Identifier of a thread. */
export type ThreadId = string;

/** Adds to the conversation what the model shall know from now on. */
export type ThreadInjectItemsParams = {
  /** The items to append, each as the model's server takes it as input. */
  items: JsonValue[];
  /** The thread whose conversation grows. */
  threadId: string;
};

/** Nothing but the fact that the items are part of the conversation. */
export type ThreadInjectItemsResponse = Record<string, never>;

/** One step of a turn. */
export type ThreadItem =
  /** The user said something. */
  | {
    type: "userMessage";
    /** The parts of the message, in the user's order. */
    content: UserInput[];
    /** Identifier of the item, unique in its thread. */
    id: string;
  }
  /** A hook (a command that the user has configured for certain moments) added to what the agent reads. */
  | {
    type: "hookPrompt";
    /** What was added, one fragment for each run of a hook. */
    fragments: HookPromptFragment[];
    /** Identifier of the item, unique in its thread. */
    id: string;
  }
  /** The agent said something. */
  | {
    type: "agentMessage";
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** The memories that the message rests on. Null when there are none. */
    memoryCitation: MemoryCitation | null;
    /** Whether more is to come in this turn. Null when the model does not say. */
    phase: MessagePhase | null;
    /** The whole text. Empty or in part when the item starts; the deltas bring the rest. */
    text: string;
  }
  /** The agent proposed a plan. */
  | {
    type: "plan";
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** The whole plan, as Markdown. */
    text: string;
  }
  /** The agent thought. */
  | {
    type: "reasoning";
    /**
     * The thoughts in full, where the model shows them, one element for each part.
     *
     * @default []
     */
    content: string[];
    /** Identifier of the item, unique in its thread. */
    id: string;
    /**
     * The thoughts in short, one element for each part.
     *
     * @default []
     */
    summary: string[];
  }
  /** A command was run. */
  | {
    type: "commandExecution";
    /** What the command printed, standard output and standard error as they came. Null until it ends. */
    aggregatedOutput: string | null;
    /** The command line. */
    command: string;
    /** What the parts of the command line appear to do, from left to right. */
    commandActions: CommandAction[];
    /** The folder in which the command runs. */
    cwd: AbsolutePathBuf;
    /** The time the command took, in milliseconds. Null until it ends. */
    durationMs: number | null;
    /** The command's exit code. Null until it ends. */
    exitCode: number | null;
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** Identifier by which the running process can be written to. Null when it cannot be, or does not run yet. */
    processId: string | null;
    /**
     * On whose behalf the command runs.
     *
     * @default "agent"
     */
    source: CommandExecutionSource;
    /** How far the command has come. */
    status: CommandExecutionStatus;
  }
  /** Files were changed. */
  | {
    type: "fileChange";
    /** What is done, file by file. */
    changes: FileUpdateChange[];
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** How far the change has come. */
    status: PatchApplyStatus;
  }
  /** A tool of an MCP server was called. */
  | {
    type: "mcpToolCall";
    /** What the tool was called with, in the shape that the tool asks for. */
    arguments: JsonValue;
    /** The time the call took, in milliseconds. Null until it ends. */
    durationMs: number | null;
    /** Why the call failed. Null unless it did. */
    error: McpToolCallError | null;
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** Address of the resource by which the tool's app shows the call. Null when the tool has no app. */
    mcpAppResourceUri: string | null;
    /** What the tool gave back. Null while it is at work, and when the call failed. */
    result: McpToolCallResult | null;
    /** Name of the MCP server, as it is configured. */
    server: string;
    /** How far the call has come. */
    status: McpToolCallStatus;
    /** Name of the tool. */
    tool: string;
  }
  /** A tool of the client was called. */
  | {
    type: "dynamicToolCall";
    /** What the tool was called with, in the shape of its input schema. */
    arguments: JsonValue;
    /** What the tool gave back. Null while it is at work. */
    contentItems: DynamicToolCallOutputContentItem[] | null;
    /** The time the call took, in milliseconds. Null until it ends. */
    durationMs: number | null;
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** The group that the tool belongs to. Null for a tool without a group. */
    namespace: string | null;
    /** How far the call has come. */
    status: DynamicToolCallStatus;
    /** Whether the tool did what it should, by the client's own account. Null while it is at work. */
    success: boolean | null;
    /** Name of the tool. */
    tool: string;
  }
  /** The agent dealt with other agents. */
  | {
    type: "collabAgentToolCall";
    /** How the other agents were doing when this was last looked at, by thread. */
    agentsStates: { [key: string]: CollabAgentState };
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** The model that a new agent works with. Null unless one was started. */
    model: string | null;
    /** What the other agents were told. Null when they were told nothing. */
    prompt: string | null;
    /** How much a new agent's model thinks. Null unless an agent was started. */
    reasoningEffort: ReasoningEffort | null;
    /** The threads of the agents it was done to, the new one included when one was started. */
    receiverThreadIds: string[];
    /** The thread of the agent that did it. */
    senderThreadId: string;
    /** How far it has come. */
    status: CollabAgentToolCallStatus;
    /** What the agent did. */
    tool: CollabAgentTool;
  }
  /** The agent looked for something on the web. */
  | {
    type: "webSearch";
    /** What exactly it did. Null while that is not known. */
    action: WebSearchAction | null;
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** What it looked for, in a form to show. */
    query: string;
  }
  /** The agent looked at a picture. */
  | {
    type: "imageView";
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** The file with the picture. */
    path: AbsolutePathBuf;
  }
  /** The agent made a picture. */
  | {
    type: "imageGeneration";
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** The picture's bytes in Base64. */
    result: string;
    /** The description that the picture was made from, where it differs from what was asked for. */
    revisedPrompt: string | null;
    /** The file that the server saved the picture to. Null when it was not saved. */
    savedPath: AbsolutePathBuf | null;
    /** How far the picture has come, in the words of the model's server. */
    status: string;
  }
  /** The agent began a review. */
  | {
    type: "enteredReviewMode";
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** What is reviewed, in words to show. */
    review: string;
  }
  /** The agent ended a review. */
  | {
    type: "exitedReviewMode";
    /** Identifier of the item, unique in its thread. */
    id: string;
    /** What the review found. */
    review: string;
  }
  /** The conversation had become too long, and a summary took the place of its older part. */
  | {
    type: "contextCompaction";
    /** Identifier of the item, unique in its thread. */
    id: string;
  };

/** The folders whose threads to list. */
export type ThreadListCwdFilter =
  /** One folder, by its path. */
  | string
  /** Several folders, by their paths; a thread in any of them is listed. */
  | string[];

/** Which recorded threads to list, in which order, and how many of them. */
export type ThreadListParams = {
  /** Whether to list the archived threads instead of the others. Absent or null means no. */
  archived?: boolean | null;
  /** Where the page begins, as an earlier response said. Absent or null means at the beginning. */
  cursor?: string | null;
  /** Only threads that work in this folder, or in one of these; the path must be the same to the letter. */
  cwd?: ThreadListCwdFilter | null;
  /** The greatest number of threads to send. Absent or null leaves it to the server. */
  limit?: number | null;
  /**
   * Only threads whose model one of these providers serves. Absent or null leaves the choice to the server; empty
   * means all.
   */
  modelProviders?: string[] | null;
  /** Only threads whose title contains this text. */
  searchTerm?: string | null;
  /** Whether the earliest or the latest comes first. Absent or null means `desc`. */
  sortDirection?: SortDirection | null;
  /** The time to sort by. Absent or null means `created_at`. */
  sortKey?: ThreadSortKey | null;
  /**
   * Only threads that were started in one of these ways. Absent, null or empty means those in which a person took
   * part: `cli` and `vscode`.
   */
  sourceKinds?: ThreadSourceKind[] | null;
  /**
   * Whether to answer from the server's index alone, without looking through the recorded files for what the index
   * lacks. That is quicker and may miss threads. Absent means no.
   */
  useStateDbOnly?: boolean;
};

/** One page of threads. */
export type ThreadListResponse = {
  /**
   * Where a page in the opposite direction begins, to be used with the other `sortDirection`; that page begins with
   * what has come up since. Null when this page is empty.
   */
  backwardsCursor: string | null;
  /** The threads, in the order that was asked for, without their turns. */
  data: Thread[];
  /** Where the next page begins. Null when there is no more. */
  nextCursor: string | null;
};

/** Which part of the list of loaded threads to send. */
export type ThreadLoadedListParams = {
  /** Where the page begins, as an earlier response said. Absent or null means at the beginning. */
  cursor?: string | null;
  /** The greatest number of threads to send. Absent or null means all. */
  limit?: number | null;
};

/** One page of the threads that are in the server's memory. */
export type ThreadLoadedListResponse = {
  /** Identifiers of the threads. */
  data: string[];
  /** Where the next page begins. Null when there is no more. */
  nextCursor: string | null;
};

/**
 * Corrects the recorded state of a Git repository, member by member: absent leaves the member as it is, null clears
 * it, and a text takes its place.
 */
export type ThreadMetadataGitInfoUpdateParams = {
  /** The branch that is checked out. Null means that there is none. */
  branch?: string | null;
  /** Address of the remote named `origin`. Null means that there is none. */
  originUrl?: string | null;
  /** The commit that is checked out. Null means that there is none. */
  sha?: string | null;
};

/** Corrects what is recorded about a thread. */
export type ThreadMetadataUpdateParams = {
  /** The state of the Git repository, as far as it changes. Absent or null leaves it as it is. */
  gitInfo?: ThreadMetadataGitInfoUpdateParams | null;
  /** The thread that the record is about. */
  threadId: string;
};

/** The thread after its record was corrected. */
export type ThreadMetadataUpdateResponse = {
  /** The thread as it is recorded now, without its turns. */
  thread: Thread;
};

/** Says that a thread's title has changed. */
export type ThreadNameUpdatedNotification = {
  /** The thread whose title changed. */
  threadId: string;
  /** The title as it now is. Null when the thread has none. */
  threadName: string | null;
};

/** Which thread to look into. */
export type ThreadReadParams = {
  /**
   * Whether to send the thread's turns with all their items, too.
   *
   * @default false
   */
  includeTurns?: boolean;
  /** The thread to look into. */
  threadId: string;
};

/** The thread that was looked into. */
export type ThreadReadResponse = {
  /** The thread, with its turns if they were asked for. */
  thread: Thread;
};

/**
 * Which thread to go on with, and how. What is absent or null stays as the thread had it, or comes from the server's
 * configuration where the thread recorded nothing.
 */
export type ThreadResumeParams = {
  /** When the agent asks before it acts. */
  approvalPolicy?: AskForApproval | null;
  /** Who answers when the agent asks. */
  approvalsReviewer?: ApprovalsReviewer | null;
  /** Instructions that replace those built into the server. */
  baseInstructions?: string | null;
  /** Settings that take precedence over the server's configuration, by their names in the configuration file. */
  config?: { [key: string]: JsonValue } | null;
  /** The folder to work in. */
  cwd?: string | null;
  /** Instructions in addition to the built-in ones. */
  developerInstructions?: string | null;
  /**
   * Whether to leave the turns out of the response, for clients that page through them with `thread/turns/list`.
   * Absent means no.
   */
  excludeTurns?: boolean;
  /** Identifier of the model. */
  model?: string | null;
  /** Name of the configured provider that serves the model. */
  modelProvider?: string | null;
  /** The permissions of commands in detail. Not to be combined with `sandbox`. */
  permissionProfile?: PermissionProfileInput | null;
  /** The manner in which the agent talks. */
  personality?: Personality | null;
  /** How far commands reach without asking. Not to be combined with `permissionProfile`. */
  sandbox?: SandboxMode | null;
  /** The class of service. Null asks for the usual one, whatever the configuration says. */
  serviceTier?: ServiceTier | null;
  /** The thread to go on with. Needed even where another member takes precedence. */
  threadId: string;
};

/** The thread gone on with, and the settings that it works with. */
export type ThreadResumeResponse = {
  /** When the agent asks before it acts. */
  approvalPolicy: AskForApproval;
  /** Who answers when the agent asks. */
  approvalsReviewer: ApprovalsReviewer;
  /** The folder to work in. */
  cwd: AbsolutePathBuf;
  /**
   * The files with instructions that the agent has read, such as `AGENTS.md`, the most general first.
   *
   * @default []
   */
  instructionSources: AbsolutePathBuf[];
  /** Identifier of the model. */
  model: string;
  /** Name of the provider that serves the model. */
  modelProvider: string;
  /** The permissions of commands in detail. Null when the server knows them as a sandbox only. */
  permissionProfile: PermissionProfile | null;
  /** How much the model thinks. Null leaves it to the model's default. */
  reasoningEffort: ReasoningEffort | null;
  /** How far commands reach without asking. Where `permissionProfile` is set, that says it more exactly. */
  sandbox: SandboxPolicy;
  /** The class of service. Null means the usual one. */
  serviceTier: ServiceTier | null;
  /** The thread, with its turns unless they were not wanted. */
  thread: Thread;
};

/** Takes the last turns back. */
export type ThreadRollbackParams = {
  /** How many turns to take back, counted from the last; at least 1. */
  numTurns: number;
  /** The thread to shorten. */
  threadId: string;
};

/** The thread without the turns that were taken back. */
export type ThreadRollbackResponse = {
  /** The thread, with the turns that are left. */
  thread: Thread;
};

/** Gives a thread a title. */
export type ThreadSetNameParams = {
  /** The title, in place of an earlier one. */
  name: string;
  /** The thread that is given a title. */
  threadId: string;
};

/** Nothing but the fact that the thread has its title. */
export type ThreadSetNameResponse = Record<string, never>;

/** A command that the user typed. */
export type ThreadShellCommandParams = {
  /**
   * The command line, read by the user's own shell with all it knows, such as pipes and redirections. It runs with
   * all the rights of the server's user, whatever the thread's sandbox allows.
   */
  command: string;
  /** The thread in whose working folder the command runs. */
  threadId: string;
};

/** Nothing but the fact that the command was taken; a `commandExecution` item tells how it goes on. */
export type ThreadShellCommandResponse = Record<string, never>;

/** The times by which threads can be sorted. */
export type ThreadSortKey =
  /** When the thread was created. */
  | "created_at"
  /** When the thread was last changed. */
  | "updated_at";

/** The ways in which a thread can have been started, to choose threads by. */
export type ThreadSourceKind =
  /** By the terminal program. */
  | "cli"
  /** By the editor extension. */
  | "vscode"
  /** By the command for runs without a person, as in scripts. */
  | "exec"
  /** By a client of this protocol. */
  | "appServer"
  /** For an agent that works for another thread, for whatever reason. */
  | "subAgent"
  /** For an agent that reviews changes. */
  | "subAgentReview"
  /** For an agent that sums up a conversation that has become too long. */
  | "subAgentCompact"
  /** For an agent that another agent gave a part of its work. */
  | "subAgentThreadSpawn"
  /** For an agent that works for another thread for a reason that has no kind of its own here. */
  | "subAgentOther"
  /** In a way that this version of the server cannot tell. */
  | "unknown";

/** How a new thread shall work. What is absent or null comes from the server's configuration. */
export type ThreadStartParams = {
  /** When the agent asks before it acts. */
  approvalPolicy?: AskForApproval | null;
  /** Who answers when the agent asks. */
  approvalsReviewer?: ApprovalsReviewer | null;
  /** Instructions that replace those built into the server. */
  baseInstructions?: string | null;
  /** Settings that take precedence over the server's configuration, by their names in the configuration file. */
  config?: { [key: string]: JsonValue } | null;
  /** The folder to work in. */
  cwd?: string | null;
  /** Instructions in addition to the built-in ones. */
  developerInstructions?: string | null;
  /** Whether the thread is kept in memory only and is gone when the server ends. Absent or null means no. */
  ephemeral?: boolean | null;
  /** Identifier of the model. */
  model?: string | null;
  /** Name of the configured provider that serves the model. */
  modelProvider?: string | null;
  /** The permissions of commands in detail. Not to be combined with `sandbox`. */
  permissionProfile?: PermissionProfileInput | null;
  /** The manner in which the agent talks. */
  personality?: Personality | null;
  /** How far commands reach without asking. Not to be combined with `permissionProfile`. */
  sandbox?: SandboxMode | null;
  /** The name under which the product around the client wants its use to be counted. */
  serviceName?: string | null;
  /** The class of service. Null asks for the usual one, whatever the configuration says. */
  serviceTier?: ServiceTier | null;
  /** What the thread is started for. Absent or null means `startup`. */
  sessionStartSource?: ThreadStartSource | null;
};

/** The new thread, and the settings that it works with. */
export type ThreadStartResponse = {
  /** When the agent asks before it acts. */
  approvalPolicy: AskForApproval;
  /** Who answers when the agent asks. */
  approvalsReviewer: ApprovalsReviewer;
  /** The folder to work in. */
  cwd: AbsolutePathBuf;
  /**
   * The files with instructions that the agent has read, such as `AGENTS.md`, the most general first.
   *
   * @default []
   */
  instructionSources: AbsolutePathBuf[];
  /** Identifier of the model. */
  model: string;
  /** Name of the provider that serves the model. */
  modelProvider: string;
  /** The permissions of commands in detail. Null when the server knows them as a sandbox only. */
  permissionProfile: PermissionProfile | null;
  /** How much the model thinks. Null leaves it to the model's default. */
  reasoningEffort: ReasoningEffort | null;
  /** How far commands reach without asking. Where `permissionProfile` is set, that says it more exactly. */
  sandbox: SandboxPolicy;
  /** The class of service. Null means the usual one. */
  serviceTier: ServiceTier | null;
  /** The thread; it has no turns yet. */
  thread: Thread;
};

/** What a thread is started for. */
export type ThreadStartSource =
  /** The user begins to work. */
  | "startup"
  /** The user put an earlier conversation away to begin afresh. */
  | "clear";

/** Says that a thread exists and can be worked with. */
export type ThreadStartedNotification = {
  /** The thread. */
  thread: Thread;
};

/** What a thread is doing. */
export type ThreadStatus =
  /** Nothing: it is recorded, but not in memory. */
  | {
    type: "notLoaded";
  }
  /** Nothing: it waits for input. */
  | {
    type: "idle";
  }
  /** Nothing: something broke, and the thread cannot go on. */
  | {
    type: "systemError";
  }
  /** A turn is running. */
  | {
    type: "active";
    /** What the turn is waiting for. Empty while it works. */
    activeFlags: ThreadActiveFlag[];
  };

/** Says that a thread does something else now. */
export type ThreadStatusChangedNotification = {
  /** What the thread is doing now. */
  status: ThreadStatus;
  /** The thread whose status changed. */
  threadId: string;
};

/** The tokens that a thread has used. */
export type ThreadTokenUsage = {
  /** What the latest request to the model has used. It tells how much of the context window is filled. */
  last: TokenUsageBreakdown;
  /** How many tokens the model can read at once. Null when that is not known. */
  modelContextWindow: number | null;
  /** What all requests to the model since the thread began have used together. */
  total: TokenUsageBreakdown;
};

/** Says how many tokens a thread has used. */
export type ThreadTokenUsageUpdatedNotification = {
  /** The thread that used the tokens. */
  threadId: string;
  /** The counts as they now are. */
  tokenUsage: ThreadTokenUsage;
  /** The turn whose work used the latest ones. */
  turnId: string;
};

/** Which turns of a thread to list, in which order, and how many of them. */
export type ThreadTurnsListParams = {
  /** Where the page begins, as an earlier response said. Absent or null means at the beginning. */
  cursor?: string | null;
  /** The greatest number of turns to send. Absent or null leaves it to the server. */
  limit?: number | null;
  /** Whether the earliest or the latest comes first. Absent or null means `desc`. */
  sortDirection?: SortDirection | null;
  /** The thread of the turns. */
  threadId: string;
};

/** One page of a thread's turns. */
export type ThreadTurnsListResponse = {
  /**
   * Where a page in the opposite direction begins, to be used with the other `sortDirection`; that page begins with
   * this page's first turn, so that its present state can be seen. Null when this page is empty.
   */
  backwardsCursor: string | null;
  /** The turns with all their items, in the order that was asked for. */
  data: Turn[];
  /** Where the next page begins. Null when there is no more. */
  nextCursor: string | null;
};

/** Which thread to bring back from the archive. */
export type ThreadUnarchiveParams = {
  /** The archived thread. */
  threadId: string;
};

/** The thread that was brought back. */
export type ThreadUnarchiveResponse = {
  /** The thread, without its turns. It is not in memory until it is resumed. */
  thread: Thread;
};

/** Says that a thread was brought back from the archive. */
export type ThreadUnarchivedNotification = {
  /** The thread that is no longer archived. */
  threadId: string;
};

/** Which thread this connection no longer listens to. */
export type ThreadUnsubscribeParams = {
  /** The thread to let go of. */
  threadId: string;
};

/** What letting go of the thread changed. */
export type ThreadUnsubscribeResponse = {
  /** Whether this connection listened to the thread until now. */
  status: ThreadUnsubscribeStatus;
};

/** What letting go of a thread can come to. */
export type ThreadUnsubscribeStatus =
  /** The thread is not in the server's memory, so there was nothing to listen to. */
  | "notLoaded"
  /** This connection did not listen to the thread. */
  | "notSubscribed"
  /** This connection no longer listens to the thread. */
  | "unsubscribed";

/** A number of tokens, by what they were used for. */
export type TokenUsageBreakdown = {
  /** Those of the tokens read that the model's server still had in its cache. */
  cachedInputTokens: number;
  /** The tokens that the model read. */
  inputTokens: number;
  /** The tokens that the model wrote. */
  outputTokens: number;
  /** Those of the tokens written that were thoughts and no part of an answer. */
  reasoningOutputTokens: number;
  /** All tokens, read and written. */
  totalTokens: number;
};

/** A tool of an MCP server. */
export type Tool = {
  /** What the MCP server adds for the client. Null when it adds nothing. */
  _meta: JsonValue;
  /**
   * Hints at how the tool behaves, such as whether it changes anything. They are claims of the MCP server. Null when
   * it makes none.
   */
  annotations: JsonValue;
  /** What the tool does and when to use it, written for the model. Null when the MCP server does not say. */
  description: string | null;
  /** Pictures to show with the tool. Null when it has none. */
  icons: JsonValue[] | null;
  /** JSON Schema of the arguments. */
  inputSchema: JsonValue;
  /** The name by which the tool is called. */
  name: string;
  /** JSON Schema of the result as data. Null when the tool gives none. */
  outputSchema: JsonValue;
  /** Name of the tool as users read it. Null when it has none. */
  title: string | null;
};

/** The answer to one question. */
export type ToolRequestUserInputAnswer = {
  /** The labels that were chosen and the texts that were written. */
  answers: string[];
};

/** An answer that is offered to the user. */
export type ToolRequestUserInputOption = {
  /** What choosing it leads to. */
  description: string;
  /** The answer in a few words; choosing it answers with them. */
  label: string;
};

/** Puts questions of the agent to the user. */
export type ToolRequestUserInputParams = {
  /** Identifier of the tool call by which the agent asks. */
  itemId: string;
  /** The questions, in the order in which to ask them. */
  questions: ToolRequestUserInputQuestion[];
  /** The thread in which the agent asks. */
  threadId: string;
  /** The turn that waits for the answers. */
  turnId: string;
};

/** One question to the user. */
export type ToolRequestUserInputQuestion = {
  /** A few words that name the question, to be shown above it. */
  header: string;
  /** Identifier of the question, unique in its request; the answers are listed by it. */
  id: string;
  /**
   * Whether the user may write an answer of their own instead of choosing one.
   *
   * @default false
   */
  isOther: boolean;
  /**
   * Whether the answer must be hidden while it is typed and shown nowhere afterwards.
   *
   * @default false
   */
  isSecret: boolean;
  /** The answers to choose from. Null asks for an answer in the user's own words. */
  options: ToolRequestUserInputOption[] | null;
  /** The question in full. */
  question: string;
};

/** What the user answered. */
export type ToolRequestUserInputResponse = {
  /** The answers by the identifiers of the questions. A question that is missing here was not answered. */
  answers: { [key: string]: ToolRequestUserInputAnswer };
};

/** How the agent's own tools work. */
export type ToolsV2 = {
  /** Whether the agent can look at pictures in files. */
  view_image: boolean | null;
  /** How the agent searches the web. */
  web_search: WebSearchToolConfig | null;
};

/** Hands one product event to the server, which adds what it knows and passes it on. */
export type TrackProductAnalyticsEventParams = {
  /** What happened. */
  event: ProductAnalyticsEvent;
};

/** Nothing but the fact that the event was taken; it does not say that the event was delivered. */
export type TrackProductAnalyticsEventResponse = Record<string, never>;

/** One stretch of the agent's work. */
export type Turn = {
  /** When the turn ended, in Unix seconds. Null while it goes on. */
  completedAt: number | null;
  /** The time from begin to end, in milliseconds. Null while the turn goes on. */
  durationMs: number | null;
  /** Why the turn failed. Null unless it did. */
  error: TurnError | null;
  /** Identifier of the turn. */
  id: string;
  /** The steps of the turn. Filled only where a method says so; in notifications they come one by one instead. */
  items: ThreadItem[];
  /** When the turn began, in Unix seconds. Null when that was not recorded. */
  startedAt: number | null;
  /** How far the turn has come. */
  status: TurnStatus;
};

/** Says that a turn has ended, well or not. */
export type TurnCompletedNotification = {
  /** The thread of the turn. */
  threadId: string;
  /** The turn as it ended; its status says how. */
  turn: Turn;
};

/** Brings all that a turn has changed in files so far. */
export type TurnDiffUpdatedNotification = {
  /** All changes of the turn together, as one unified diff; it replaces the one sent before. */
  diff: string;
  /** The thread of the turn. */
  threadId: string;
  /** The turn whose work changed the files. */
  turnId: string;
};

/** Why a turn failed, or failed for the moment. */
export type TurnError = {
  /** More for those who look into the cause, such as an upstream server's answer. Null when there is no more. */
  additionalDetails: string | null;
  /** The kind of error, to act on. Null when it is of no particular kind. */
  codexErrorInfo: CodexErrorInfo | null;
  /** What to tell the user. */
  message: string;
};

/** Stops a running turn. */
export type TurnInterruptParams = {
  /** The thread of the turn. */
  threadId: string;
  /** The turn to stop. */
  turnId: string;
};

/** Nothing but the fact that the turn stops; `turn/completed` tells when it has. */
export type TurnInterruptResponse = Record<string, never>;

/** One step of the agent's list. */
export type TurnPlanStep = {
  /** How far the step has come. */
  status: TurnPlanStepStatus;
  /** What is to be done, in few words. */
  step: string;
};

/** How far a step of the agent's list has come. */
export type TurnPlanStepStatus =
  /** It is still to be done. */
  | "pending"
  /** The agent is at it. */
  | "inProgress"
  /** It is done. */
  | "completed";

/** Brings the list of steps that the agent keeps to show how far it is. */
export type TurnPlanUpdatedNotification = {
  /** Why the list changed, in the agent's words. Null when the agent says nothing about it. */
  explanation: string | null;
  /** The whole list in its order; it replaces the one sent before. */
  plan: TurnPlanStep[];
  /** The thread of the turn. */
  threadId: string;
  /** The turn in which the agent works through the steps. */
  turnId: string;
};

/**
 * What the agent shall do now, and with which settings. Unless said otherwise, a setting holds for this turn and all
 * later ones, and what is absent or null stays as it is.
 */
export type TurnStartParams = {
  /** When the agent asks before it acts. */
  approvalPolicy?: AskForApproval | null;
  /** Who answers when the agent asks. */
  approvalsReviewer?: ApprovalsReviewer | null;
  /** The folder to work in. */
  cwd?: string | null;
  /** How much the model thinks. */
  effort?: ReasoningEffort | null;
  /** The user's message, part by part. */
  input: UserInputInput[];
  /** Identifier of the model. */
  model?: string | null;
  /** JSON Schema that the agent's final answer must meet. For this turn only. */
  outputSchema?: JsonValue;
  /** The permissions of commands in detail. Not to be combined with `sandboxPolicy`. */
  permissionProfile?: PermissionProfileInput | null;
  /** The manner in which the agent talks. */
  personality?: Personality | null;
  /** How far commands reach without asking. Not to be combined with `permissionProfile`. */
  sandboxPolicy?: SandboxPolicyInput | null;
  /** The class of service. Null goes back to the usual one; absent leaves it as it is. */
  serviceTier?: ServiceTier | null;
  /** How the model sums up its thoughts. */
  summary?: ReasoningSummary | null;
  /** The thread to work in. */
  threadId: string;
};

/** The turn that was begun. */
export type TurnStartResponse = {
  /** The turn; it is in progress and has no items yet. */
  turn: Turn;
};

/** Says that a turn has begun. */
export type TurnStartedNotification = {
  /** The thread of the turn. */
  threadId: string;
  /** The turn as it begins. */
  turn: Turn;
};

/** How far a turn has come. */
export type TurnStatus =
  /** The agent has done its work. */
  | "completed"
  /** The turn was stopped before its end. */
  | "interrupted"
  /** An error ended the turn. */
  | "failed"
  /** The agent is at work. */
  | "inProgress";

/** Adds input to the turn that is running, without interrupting it. */
export type TurnSteerParams = {
  /** The turn that the client believes to be running. When another one is, or none, the request fails. */
  expectedTurnId: string;
  /** What the user adds, part by part. */
  input: UserInputInput[];
  /** The thread of the turn. */
  threadId: string;
};

/** The turn that took the input. */
export type TurnSteerResponse = {
  /** Identifier of the turn. */
  turnId: string;
};

/** What can happen to a banner. */
export type UsageLimitBannerAction =
  /** The banner came into the user's view. */
  | "shown"
  /** The user clicked the banner's button (its call to action). */
  | "cta_clicked";

/** The banners about a usage limit. */
export type UsageLimitBannerType =
  /** Tells a member that the workspace has no credits left. */
  | "workspace_member_credits_depleted"
  /** Tells a member that the workspace has used up what it may use. */
  | "workspace_member_usage_limit_reached";

/** One part of what the user gives the agent; several parts make one message. */
export type UserInput =
  /** Text that the user wrote. */
  | {
    type: "text";
    /** The text as the agent reads it. */
    text: string;
    /**
     * Stretches of the text that the client shows in a form of its own, such as a mention of a file.
     *
     * @default []
     */
    text_elements: TextElement[];
  }
  /** A picture by address. */
  | {
    type: "image";
    /** Where the picture is, or the picture itself as a `data:` address. */
    url: string;
  }
  /** A picture in a file on the server's machine. */
  | {
    type: "localImage";
    /** Path of the file. */
    path: string;
  }
  /** A skill that the agent shall use. */
  | {
    type: "skill";
    /** Name of the skill. */
    name: string;
    /** Path of the file that describes the skill. */
    path: string;
  }
  /** Something that the user points at, such as an app or a plugin. */
  | {
    type: "mention";
    /** The name as the user sees it. */
    name: string;
    /** Address by which the server finds the thing. */
    path: string;
  };

/**
 * One part of what the user gives the agent; several parts make one message.
 *
 * As it is written; `UserInput` is what is read.
 */
export type UserInputInput =
  /** Text that the user wrote. */
  | {
    type: "text";
    /** The text as the agent reads it. */
    text: string;
    /**
     * Stretches of the text that the client shows in a form of its own, such as a mention of a file.
     *
     * @default []
     */
    text_elements?: TextElementInput[];
  }
  /** A picture by address. */
  | {
    type: "image";
    /** Where the picture is, or the picture itself as a `data:` address. */
    url: string;
  }
  /** A picture in a file on the server's machine. */
  | {
    type: "localImage";
    /** Path of the file. */
    path: string;
  }
  /** A skill that the agent shall use. */
  | {
    type: "skill";
    /** Name of the skill. */
    name: string;
    /** Path of the file that describes the skill. */
    path: string;
  }
  /** Something that the user points at, such as an app or a plugin. */
  | {
    type: "mention";
    /** The name as the user sees it. */
    name: string;
    /** Address by which the server finds the thing. */
    path: string;
  };

/** How much a model writes. */
export type Verbosity =
  /** Less than usual. */
  | "low"
  /** As much as usual. */
  | "medium"
  /** More than usual. */
  | "high";

/** A position in a distributed trace, as W3C Trace Context defines it. */
export type W3cTraceContext = {
  /** Version, trace id, parent id and flags, in lower-case hexadecimal separated by dashes. */
  traceparent?: string | null;
  /** Vendors' own key-value pairs. */
  tracestate?: string | null;
};

/** Warns of something in words alone. */
export type WarningNotification = {
  /** The warning, to be shown to the user. */
  message: string;
  /** The thread that the warning is about. Null when it is about the server as a whole. */
  threadId: string | null;
};

/** One step of a search on the web. */
export type WebSearchAction =
  /** Asks a search engine. */
  | {
    type: "search";
    /** What is asked when it is more than one question at once. */
    queries: string[] | null;
    /** What is asked. Null when `queries` says it, or when it is not known. */
    query: string | null;
  }
  /** Opens a page. */
  | {
    type: "openPage";
    /** Address of the page. Null when it is not known. */
    url: string | null;
  }
  /** Looks for a text on a page. */
  | {
    type: "findInPage";
    /** The text looked for. Null when it is not known. */
    pattern: string | null;
    /** Address of the page. Null when it is not known. */
    url: string | null;
  }
  /** Something that this version of the server has no word for. */
  | {
    type: "other";
  };

/** How much of what a search finds the model reads. */
export type WebSearchContextSize =
  /** Little: quick and cheap. */
  | "low"
  /** Neither little nor much. */
  | "medium"
  /** Much: for questions that need it. */
  | "high";

/** Where the user is, as exactly as the user wants to tell. */
export type WebSearchLocation = {
  /** The city. */
  city: string | null;
  /** The country, as a code of two letters such as `DE`. */
  country: string | null;
  /** The state or region. */
  region: string | null;
  /** The time zone by its IANA name, such as `Europe/Berlin`. */
  timezone: string | null;
};

/** Whether the agent searches the web, and how. */
export type WebSearchMode =
  /** It does not. */
  | "disabled"
  /** It does, and sees pages as they were when the search engine last read them. */
  | "cached"
  /** It does, and sees pages as they are now. */
  | "live";

/** How the agent searches the web. */
export type WebSearchToolConfig = {
  /** The only domains to search. Null means all. */
  allowed_domains: string[] | null;
  /** How much of what is found the model reads. */
  context_size: WebSearchContextSize | null;
  /** Where the user is, for results that depend on it. */
  location: WebSearchLocation | null;
};

/** Says how setting up the sandbox on Windows has ended. */
export type WindowsSandboxSetupCompletedNotification = {
  /** Why not. Null when it can. */
  error: string | null;
  /** With which rights it was set up. */
  mode: WindowsSandboxSetupMode;
  /** Whether the sandbox can be used now. */
  success: boolean;
};

/** With which rights the sandbox on Windows can be set up. */
export type WindowsSandboxSetupMode =
  /** With those of an administrator, which Windows asks the user for. The sandbox is the stronger one. */
  | "elevated"
  /** With those of the user, unasked. The sandbox is the weaker one. */
  | "unelevated";

/** Begins to set up the sandbox on Windows. */
export type WindowsSandboxSetupStartParams = {
  /** The folder whose configuration decides what the sandbox has to allow. Absent or null means the server's own. */
  cwd?: AbsolutePathBuf | null;
  /** With which rights the sandbox is set up. */
  mode: WindowsSandboxSetupMode;
};

/** Says whether the setup has begun. */
export type WindowsSandboxSetupStartResponse = {
  /** Whether it has; its end is then told by `windowsSandbox/setupCompleted`. */
  started: boolean;
};

/** Warns of folders that every user of the machine may write to: the sandbox on Windows cannot protect them. */
export type WindowsWorldWritableWarningNotification = {
  /** How many there are beyond those in `samplePaths`. */
  extraCount: number;
  /** Whether looking for such folders failed, so that there may be others. */
  failedScan: boolean;
  /** Some of the folders, for the user to see. */
  samplePaths: string[];
};

/** Whether a value that was written holds. */
export type WriteStatus =
  /** It does. */
  | "ok"
  /** It was written, but another layer says something else and takes precedence. */
  | "okOverridden";
