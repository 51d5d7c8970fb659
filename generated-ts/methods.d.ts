// Types of AppServerProtocol, generated from its Rust declaration. Do not edit.

import type {
  AgentMessageDeltaNotification,
  CommandExecutionRequestApprovalParams,
  CommandExecutionRequestApprovalResponse,
  ErrorNotification,
  FeedbackUploadParams,
  FeedbackUploadResponse,
  InitializeParams,
  InitializeResponse,
  ItemCompletedNotification,
  ItemStartedNotification,
  LogoutAccountResponse,
  SendAddCreditsNudgeEmailParams,
  SendAddCreditsNudgeEmailResponse,
  ServerRequestResolvedNotification,
  ThreadStartParams,
  ThreadStartResponse,
  ThreadStartedNotification,
  TrackProductAnalyticsEventParams,
  TrackProductAnalyticsEventResponse,
  TurnCompletedNotification,
  TurnInterruptParams,
  TurnInterruptResponse,
  TurnStartParams,
  TurnStartResponse,
  TurnStartedNotification,
  TurnSteerParams,
  TurnSteerResponse,
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
  /** Signs the user out: forgets the stored credentials, for all threads of the server. */
  "account/logout": { params: undefined; result: LogoutAccountResponse };
  /**
   * Asks the workspace's owner by e-mail for more credits or a higher limit, when a member has run out of
   * them. The server sends no second e-mail shortly after the first.
   */
  "account/sendAddCreditsNudgeEmail": { params: SendAddCreditsNudgeEmailParams; result: SendAddCreditsNudgeEmailResponse };
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
  /** Tells that a thread exists and can be worked with. */
  "thread/started": { params: ThreadStartedNotification };
  /** Tells that the agent has begun to work at a message. */
  "turn/started": { params: TurnStartedNotification };
  /** Tells that a turn has ended and how. Nothing more comes about the turn after it. */
  "turn/completed": { params: TurnCompletedNotification };
  /** Tells that a step of a turn has begun. For each item exactly one `item/completed` follows. */
  "item/started": { params: ItemStartedNotification };
  /** Tells that a step of a turn has ended, with its final form. */
  "item/completed": { params: ItemCompletedNotification };
  /**
   * Brings the next piece of a message while the agent writes it. All pieces of an item in order make up its
   * text.
   */
  "item/agentMessage/delta": { params: AgentMessageDeltaNotification };
  /** Tells that a question to the user is settled, answered here or elsewhere, and need not be shown any longer. */
  "serverRequest/resolved": { params: ServerRequestResolvedNotification };
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
