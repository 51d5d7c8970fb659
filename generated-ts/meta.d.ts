// The methods of AppServerProtocol, generated from its Rust declaration. Do not edit.

import type { ClientRequests, ServerRequests, ClientNotifications, ServerNotifications } from "./methods.js";
import type { ClientNotification, ClientRequest, ServerNotification, ServerRequest } from "./types.js";

/** Which protocol, and which state of it. */
export declare const protocol: {
  /** As files are named after it. */
  readonly name: string;
  /** As readers know it. */
  readonly title: string;
  /** The version of the package that declares it. */
  readonly version: string;
  /** Of all that the wire can see, SHA-256 in hexadecimal: other docs leave it, another shape changes it. */
  readonly hash: string;
};

/** The methods of requests that the client sends. */
export declare const clientRequests: readonly [
  "initialize",
  "thread/start",
  "thread/resume",
  "thread/fork",
  "thread/unsubscribe",
  "thread/archive",
  "thread/unarchive",
  "thread/list",
  "thread/loaded/list",
  "thread/read",
  "thread/turns/list",
  "thread/name/set",
  "thread/metadata/update",
  "thread/rollback",
  "thread/compact/start",
  "thread/inject_items",
  "thread/shellCommand",
  "thread/approveGuardianDeniedAction",
  "turn/start",
  "turn/steer",
  "turn/interrupt",
  "review/start",
  "account/read",
  "account/login/start",
  "account/login/cancel",
  "account/logout",
  "account/rateLimits/read",
  "account/sendAddCreditsNudgeEmail",
  "mcpServerStatus/list",
  "mcpServer/oauth/login",
  "mcpServer/resource/read",
  "mcpServer/tool/call",
  "fuzzyFileSearch",
  "windowsSandbox/setupStart",
  "model/list",
  "experimentalFeature/list",
  "experimentalFeature/enablement/set",
  "skills/list",
  "skills/config/write",
  "app/list",
  "plugin/list",
  "plugin/read",
  "plugin/install",
  "plugin/uninstall",
  "marketplace/add",
  "marketplace/remove",
  "marketplace/upgrade",
  "config/read",
  "config/value/write",
  "config/batchWrite",
  "config/mcpServer/reload",
  "configRequirements/read",
  "externalAgentConfig/detect",
  "externalAgentConfig/import",
  "command/exec",
  "command/exec/write",
  "command/exec/terminate",
  "command/exec/resize",
  "fs/readFile",
  "fs/writeFile",
  "fs/createDirectory",
  "fs/getMetadata",
  "fs/readDirectory",
  "fs/remove",
  "fs/copy",
  "fs/watch",
  "fs/unwatch",
  "device/key/create",
  "device/key/public",
  "device/key/sign",
  "analytics/productEvent/track",
  "feedback/upload",
];

/** The methods of requests that the server sends. */
export declare const serverRequests: readonly [
  "item/commandExecution/requestApproval",
  "item/fileChange/requestApproval",
  "item/permissions/requestApproval",
  "item/tool/requestUserInput",
  "item/tool/call",
  "mcpServer/elicitation/request",
  "applyPatchApproval",
  "execCommandApproval",
  "account/chatgptAuthTokens/refresh",
];

/** The methods of notifications that the client sends. */
export declare const clientNotifications: readonly [
  "initialized",
];

/** The methods of notifications that the server sends. */
export declare const serverNotifications: readonly [
  "error",
  "warning",
  "guardianWarning",
  "deprecationNotice",
  "configWarning",
  "thread/started",
  "thread/status/changed",
  "thread/archived",
  "thread/unarchived",
  "thread/closed",
  "thread/name/updated",
  "thread/tokenUsage/updated",
  "thread/compacted",
  "turn/started",
  "turn/completed",
  "turn/diff/updated",
  "turn/plan/updated",
  "item/started",
  "item/completed",
  "item/agentMessage/delta",
  "item/plan/delta",
  "item/reasoning/summaryTextDelta",
  "item/reasoning/summaryPartAdded",
  "item/reasoning/textDelta",
  "item/commandExecution/outputDelta",
  "item/commandExecution/terminalInteraction",
  "item/fileChange/outputDelta",
  "item/fileChange/patchUpdated",
  "item/mcpToolCall/progress",
  "item/autoApprovalReview/started",
  "item/autoApprovalReview/completed",
  "hook/started",
  "hook/completed",
  "serverRequest/resolved",
  "mcpServer/oauthLogin/completed",
  "mcpServer/startupStatus/updated",
  "fuzzyFileSearch/sessionUpdated",
  "fuzzyFileSearch/sessionCompleted",
  "windows/worldWritableWarning",
  "windowsSandbox/setupCompleted",
  "model/rerouted",
  "model/verification",
  "account/login/completed",
  "account/updated",
  "account/rateLimits/updated",
  "skills/changed",
  "app/list/updated",
  "externalAgentConfig/import/completed",
  "command/exec/outputDelta",
  "fs/changed",
];

/** The wire name of any method. */
export type Method =
  | keyof ClientRequests
  | keyof ServerRequests
  | keyof ClientNotifications
  | keyof ServerNotifications;

/** How far a method can be relied on. */
export type Stability =
  | { readonly stability: "stable" }
  | {
      readonly stability: "experimental";
      /** What the opt-in is for. */
      readonly reason: string;
    }
  | {
      readonly stability: "deprecated";
      /** What to use instead. */
      readonly note: string;
    };

/** What is known of a method, beside its types. */
export type MethodInfo = Stability & {
  /** Who sends it; `both` where the client and the server have a method of this name each. */
  readonly direction: "client-to-server" | "server-to-client" | "both";
  /** A request is answered, a notification is not. */
  readonly kind: "request" | "notification";
};

/** Every method: who sends it, whether it is answered, and how far it can be relied on. */
export declare const methods: { readonly [M in Method]: MethodInfo };

/** Whether this is the method of a request that the client sends. */
export declare function isClientRequestMethod(method: unknown): method is keyof ClientRequests;
/** Whether this is a request that the client sends: by its method; its params are not looked at. */
export declare function isClientRequest(message: unknown): message is ClientRequest;

/** Whether this is the method of a request that the server sends. */
export declare function isServerRequestMethod(method: unknown): method is keyof ServerRequests;
/** Whether this is a request that the server sends: by its method; its params are not looked at. */
export declare function isServerRequest(message: unknown): message is ServerRequest;

/** Whether this is the method of a notification that the client sends. */
export declare function isClientNotificationMethod(method: unknown): method is keyof ClientNotifications;
/** Whether this is a notification that the client sends: by its method; its params are not looked at. */
export declare function isClientNotification(message: unknown): message is ClientNotification;

/** Whether this is the method of a notification that the server sends. */
export declare function isServerNotificationMethod(method: unknown): method is keyof ServerNotifications;
/** Whether this is a notification that the server sends: by its method; its params are not looked at. */
export declare function isServerNotification(message: unknown): message is ServerNotification;
