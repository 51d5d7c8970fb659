// Types of AppServerProtocol, generated from its Rust declaration. Do not edit.

export type * from "./methods.js";
export type * from "./types.js";
export type {
  Client,
  ClientOptions,
  MessageCheck,
  NotificationOptions,
  NotificationStream,
  RequestContext,
  RequestOptions,
} from "./client.js";
export {
  ConnectionClosedError,
  InvalidMessageError,
  NotificationOverflowError,
  RequestTimeoutError,
  RpcError,
  RpcErrorCode,
  createClient,
} from "./client.js";
