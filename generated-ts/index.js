// Types of AppServerProtocol, generated from its Rust declaration. Do not edit.

export {
  ConnectionClosedError,
  InvalidMessageError,
  NotificationOverflowError,
  RequestTimeoutError,
  RpcError,
  RpcErrorCode,
  createClient,
} from "./client.js";
