// Types of AppServerProtocol, generated from its Rust declaration. Do not edit.

/** Any JSON value. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue | undefined };

/** An absolute path on the server's machine, spelled as that machine's operating system spells it. */
export type AbsolutePathBuf = string;

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

/** Access to the network beyond what is granted already. */
export type AdditionalNetworkPermissions = {
  /** Whether the network shall be open. Null leaves it as it is. */
  enabled: boolean | null;
};

/** Permissions on top of those that a turn's sandbox grants already. */
export type AdditionalPermissionProfile = {
  /** Further access to files. Null asks for none. */
  fileSystem: AdditionalFileSystemPermissions | null;
  /** Further network access. Null asks for none. */
  network: AdditionalNetworkPermissions | null;
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

/** Who answers when the agent asks for approval. */
export type ApprovalsReviewer =
  /** The user, through the client. */
  | "user"
  /** A second agent that weighs the risk of each request. */
  | "auto_review"
  /** The second agent under its former name; means the same as `auto_review`. */
  | "guardian_subagent";

/** When the agent stops to ask before it acts. */
export type AskForApproval =
  /** Before every command that is not known to be harmless. */
  | "untrusted"
  /** When a command failed in the sandbox and the agent wants to run it outside. */
  | "on-failure"
  /** When the agent itself finds that it should ask. */
  | "on-request"
  /**
   * When the agent asks for something of a kind that is switched on here; other requests are refused unasked.
   *
   * @experimental askForApproval.granular
   */
  | {
    granular: {
      /** Whether questions of MCP servers reach the user. */
      mcp_elicitations: boolean;
      /**
       * Whether requests for further permissions reach the user.
       *
       * @default false
       */
      request_permissions: boolean;
      /** Whether requests that a rule of the command policy gives rise to reach the user. */
      rules: boolean;
      /** Whether requests to leave the sandbox reach the user. */
      sandbox_approval: boolean;
      /**
       * Whether requests about running the scripts of a skill reach the user.
       *
       * @default false
       */
      skill_approval: boolean;
    };
  }
  /** Never: what the sandbox does not allow fails, and the agent has to deal with that. */
  | "never";

/**
 * When the agent stops to ask before it acts.
 *
 * As it is written; `AskForApproval` is what is read.
 */
export type AskForApprovalInput =
  /** Before every command that is not known to be harmless. */
  | "untrusted"
  /** When a command failed in the sandbox and the agent wants to run it outside. */
  | "on-failure"
  /** When the agent itself finds that it should ask. */
  | "on-request"
  /**
   * When the agent asks for something of a kind that is switched on here; other requests are refused unasked.
   *
   * @experimental askForApproval.granular
   */
  | {
    granular: {
      /** Whether questions of MCP servers reach the user. */
      mcp_elicitations: boolean;
      /**
       * Whether requests for further permissions reach the user.
       *
       * @default false
       */
      request_permissions?: boolean;
      /** Whether requests that a rule of the command policy gives rise to reach the user. */
      rules: boolean;
      /** Whether requests to leave the sandbox reach the user. */
      sandbox_approval: boolean;
      /**
       * Whether requests about running the scripts of a skill reach the user.
       *
       * @default false
       */
      skill_approval?: boolean;
    };
  }
  /** Never: what the sandbox does not allow fails, and the agent has to deal with that. */
  | "never";

/** A stretch of a text, counted in bytes of its UTF-8 form (not in characters, nor in UTF-16 units). */
export type ByteRange = {
  /** Offset after the last byte. */
  end: number;
  /** Offset of the first byte. */
  start: number;
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
   * Gives a thread a goal to work at over many turns, or changes the goal it has. `thread/goal/updated` follows.
   *
   * @experimental thread/goal/set
   */
  | {
    method: "thread/goal/set";
    id: RequestId;
    params: ThreadGoalSetParams;
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
  /** Signs the user out: forgets the stored credentials, for all threads of the server. */
  | {
    method: "account/logout";
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

/** How agent and user work together: a mode, with the settings that come with it. */
export type CollaborationMode = {
  /** The mode. */
  mode: ModeKind;
  /** What holds while the mode is on. */
  settings: Settings;
};

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

/**
 * Asks whether a command, or the network access of a running command, is allowed.
 *
 * Most fields belong to one kind of request only, so the server leaves out what does not apply.
 */
export type CommandExecutionRequestApprovalParams = {
  /**
   * Permissions that the command would get beyond those of the turn's sandbox.
   *
   * @experimental item/commandExecution/requestApproval.additionalPermissions
   */
  additionalPermissions?: AdditionalPermissionProfile;
  /** Tells apart several requests about one item. Absent or null for the request about the item's own command. */
  approvalId?: string;
  /**
   * The answers that make sense here, in the order in which to show them. Absent or null leaves the choice to the
   * client.
   *
   * @experimental item/commandExecution/requestApproval.availableDecisions
   */
  availableDecisions?: CommandExecutionApprovalDecision[];
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

/** How far the call of a client's tool has come. */
export type DynamicToolCallStatus =
  /** The client is at work. */
  | "inProgress"
  /** The client answered. */
  | "completed"
  /** The client answered that the tool failed, or did not answer. */
  | "failed";

/** A tool that the client offers to the agent. When the agent uses it, the server calls the client. */
export type DynamicToolSpec = {
  /** Whether the model learns about the tool only when it looks for one. Absent means no. */
  deferLoading?: boolean;
  /** What the tool does and when to use it, written for the model. */
  description: string;
  /** JSON Schema of the arguments. */
  inputSchema: JsonValue;
  /** The name by which the agent calls the tool. */
  name: string;
  /** Group in which the tool's name is unique. Absent or null puts it among the ungrouped ones. */
  namespace?: string | null;
};

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

/** The state of a Git repository. */
export type GitInfo = {
  /** The branch that is checked out. Null when there is none. */
  branch: string | null;
  /** Address of the remote named `origin`. Null when there is none. */
  originUrl: string | null;
  /** The commit that is checked out. Null when there is none yet. */
  sha: string | null;
};

/** What one run of a hook added. */
export type HookPromptFragment = {
  /** Identifier of the hook's run. */
  hookRunId: string;
  /** The text as the agent reads it. */
  text: string;
};

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

/** Says that a step of a turn has ended. */
export type ItemCompletedNotification = {
  /** The step in its final form; it replaces what `item/started` and the deltas have built up. */
  item: ThreadItem;
  /** The thread of the turn. */
  threadId: string;
  /** The turn that the step belongs to. */
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

/** Nothing but the fact that the stored credentials are gone. */
export type LogoutAccountResponse = Record<string, never>;

/** Why the call of an MCP server's tool gave no result. */
export type McpToolCallError = {
  /** The reason in words. */
  message: string;
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

/** Whether a message of the agent leads to its answer or is the answer. */
export type MessagePhase =
  /** Said along the way; the agent goes on working. */
  | "commentary"
  /** The answer that ends the turn. */
  | "final_answer";

/** The modes in which agent and user can work together. */
export type ModeKind =
  /** The agent works out a plan with the user and changes nothing yet. */
  | "plan"
  /** The agent does what it is asked to do. */
  | "default";

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

/** The manner in which the agent talks. */
export type Personality =
  /** The model's own manner, without instructions about it. */
  | "none"
  /** Warm and encouraging. */
  | "friendly"
  /** Brief and to the point. */
  | "pragmatic";

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

/** A string or an integer, chosen by whoever sends the request; the response carries it back unchanged. */
export type RequestId = string | number;

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
  /** Tells that a thread exists and can be worked with. */
  | {
    method: "thread/started";
    params: ThreadStartedNotification;
  }
  /**
   * Tells that a thread's goal, its state or its counts have changed.
   *
   * @experimental thread/goal/updated
   */
  | {
    method: "thread/goal/updated";
    params: ThreadGoalUpdatedNotification;
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
  /** Tells that a question to the user is settled, answered here or elsewhere, and need not be shown any longer. */
  | {
    method: "serverRequest/resolved";
    params: ServerRequestResolvedNotification;
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

/** The settings of a mode; they take precedence over those of the turn. */
export type Settings = {
  /** Instructions to the agent that go with the mode. Absent or null means those built into the server. */
  developer_instructions?: string | null;
  /** Identifier of the model. */
  model: string;
  /** How much the model thinks. Absent or null leaves it to the model's default. */
  reasoning_effort?: ReasoningEffort | null;
};

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

/** What a thread is to achieve, and how far its means have been used. */
export type ThreadGoal = {
  /** When the goal was set, in Unix seconds. */
  createdAt: number;
  /** What is to be achieved, in the user's words. */
  objective: string;
  /** Whether the thread is working at it. */
  status: ThreadGoalStatus;
  /** The thread that works at the goal. */
  threadId: string;
  /** The time worked at the goal so far, in seconds. */
  timeUsedSeconds: number;
  /** The number of tokens that may be spent. Null means without limit. */
  tokenBudget: number | null;
  /** The number of tokens spent so far. */
  tokensUsed: number;
  /** When the goal was last changed, in Unix seconds. */
  updatedAt: number;
};

/** Gives a thread a goal, or changes the goal it has. What is absent stays as it is. */
export type ThreadGoalSetParams = {
  /** What is to be achieved. A thread without a goal needs it. */
  objective?: string | null;
  /** The state to put the goal into. */
  status?: ThreadGoalStatus | null;
  /** The thread whose goal is set. */
  threadId: string;
  /** The number of tokens that may be spent on the goal. Null lifts the limit. */
  tokenBudget?: number | null;
};

/** The goal after the change. */
export type ThreadGoalSetResponse = {
  /** The thread's goal as it now is. */
  goal: ThreadGoal;
};

/** The states of a goal. */
export type ThreadGoalStatus =
  /** The thread works at the goal. */
  | "active"
  /** The goal rests until it is made active again. */
  | "paused"
  /** The goal rests because its token budget is spent. */
  | "budgetLimited"
  /** The goal is achieved. */
  | "complete";

/** Says that a thread's goal, its state or its counts have changed. */
export type ThreadGoalUpdatedNotification = {
  /** The thread's goal as it now is. */
  goal: ThreadGoal;
  /** The thread whose goal changed. */
  threadId: string;
  /** The turn whose work changed it. Null when it was changed outside of any turn. */
  turnId: string | null;
};

/** Identifier of a thread. */
export type ThreadId = string;

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

/** How a new thread shall work. What is absent or null comes from the server's configuration. */
export type ThreadStartParams = {
  /** When the agent asks before it acts. */
  approvalPolicy?: AskForApprovalInput | null;
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
   * Tools that the client offers to the agent.
   *
   * @experimental thread/start.dynamicTools
   */
  dynamicTools?: DynamicToolSpec[] | null;
  /**
   * The environments that the agent can work in. Absent or null means the server's own; empty means none.
   *
   * @experimental thread/start.environments
   */
  environments?: TurnEnvironmentParams[] | null;
  /** Whether the thread is kept in memory only and is gone when the server ends. Absent or null means no. */
  ephemeral?: boolean | null;
  /**
   * Whether to send the model's own events along, unprocessed. For internal use; they can change at any time.
   *
   * @experimental thread/start.experimentalRawEvents
   * @default false
   */
  experimentalRawEvents?: boolean;
  /**
   * A field without any effect, by which a client can test that it may use experimental fields.
   *
   * @experimental thread/start.mockExperimentalField
   */
  mockExperimentalField?: string | null;
  /** Identifier of the model. */
  model?: string | null;
  /** Name of the configured provider that serves the model. */
  modelProvider?: string | null;
  /** The permissions of commands in detail. Not to be combined with `sandbox`. */
  permissionProfile?: PermissionProfileInput | null;
  /**
   * Whether to record more than what is needed to go on later, so that the items can be shown in full again.
   *
   * @experimental thread/start.persistFullHistory
   * @default false
   */
  persistExtendedHistory?: boolean;
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

/** An environment that the agent can work in, and where in it to begin. */
export type TurnEnvironmentParams = {
  /** The folder to work in, as a path in that environment. */
  cwd: AbsolutePathBuf;
  /** Identifier of the environment, as the server knows it. */
  environmentId: string;
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

/**
 * What the agent shall do now, and with which settings. Unless said otherwise, a setting holds for this turn and all
 * later ones, and what is absent or null stays as it is.
 */
export type TurnStartParams = {
  /** When the agent asks before it acts. */
  approvalPolicy?: AskForApprovalInput | null;
  /** Who answers when the agent asks. */
  approvalsReviewer?: ApprovalsReviewer | null;
  /**
   * The mode to work in. Its settings take precedence over `model`, `effort` and the developer instructions.
   *
   * @experimental turn/start.collaborationMode
   */
  collaborationMode?: CollaborationMode | null;
  /** The folder to work in. */
  cwd?: string | null;
  /** How much the model thinks. */
  effort?: ReasoningEffort | null;
  /**
   * The environments that the agent can work in. For this turn only; empty means none.
   *
   * @experimental turn/start.environments
   */
  environments?: TurnEnvironmentParams[] | null;
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
  /**
   * Values that the server adds to its requests to the model's server, by name. For this turn only.
   *
   * @experimental turn/start.responsesapiClientMetadata
   */
  responsesapiClientMetadata?: { [key: string]: string } | null;
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
  /**
   * Values that the server adds to its requests to the model's server, by name.
   *
   * @experimental turn/steer.responsesapiClientMetadata
   */
  responsesapiClientMetadata?: { [key: string]: string } | null;
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

/** A position in a distributed trace, as W3C Trace Context defines it. */
export type W3cTraceContext = {
  /** Version, trace id, parent id and flags, in lower-case hexadecimal separated by dashes. */
  traceparent?: string | null;
  /** Vendors' own key-value pairs. */
  tracestate?: string | null;
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
