// Client of Library, generated with its types. Do not edit.
// The client: a connection that knows which notifications this surface has.
import { connect } from "./runtime/connection.js";

export {
  ConnectionClosedError,
  InvalidMessageError,
  NotificationOverflowError,
  RequestTimeoutError,
  RpcError,
  RpcErrorCode,
} from "./runtime/errors.js";

/** The notifications that the server sends; any other is reported as unknown. */
const NOTIFICATIONS = /* @__PURE__ */ new Set([
  "loan/due",
  "closing",
]);

/**
 * Connects to a server. What arrives is dealt with from now on: add handlers before anything is awaited.
 *
 * @param {import("./transport.js").Transport} transport
 * @param {import("./runtime/options.js").ClientOptions} [options]
 * @returns {import("./client.js").Client}
 */
export function createClient(transport, options) {
  return connect(transport, NOTIFICATIONS, options);
}
