// The methods of Library, generated from its Rust declaration. Do not edit.

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
  "enter",
  "book/search",
  "book/list",
  "book/add",
  "book/scan",
  "leave",
];

/** The methods of requests that the server sends. */
export declare const serverRequests: readonly [
  "loan/renew",
];

/** The methods of notifications that the client sends. */
export declare const clientNotifications: readonly [
  "present",
];

/** The methods of notifications that the server sends. */
export declare const serverNotifications: readonly [
  "loan/due",
  "book/scan/progress",
  "closing",
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
