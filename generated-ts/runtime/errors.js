// Client of AppServerProtocol, generated with its types. Do not edit.
// What can go wrong with a call, one class for each cause, so that callers can tell them apart.

/** The error codes of JSON-RPC 2.0, and the one for a server that has no room for more. */
export const RpcErrorCode = {
  ParseError: -32700,
  InvalidRequest: -32600,
  MethodNotFound: -32601,
  InvalidParams: -32602,
  InternalError: -32603,
  Overloaded: -32001,
};

/** The peer answered a request with an error. A handler throws it to choose the answer. */
export class RpcError extends Error {
  /**
   * @param {number} code
   * @param {string} message
   * @param {unknown} [data]
   * @param {{ method?: string; id?: string | number }} [origin]
   */
  constructor(code, message, data, origin) {
    super(message);
    this.name = "RpcError";
    this.code = code;
    this.data = data;
    this.method = origin?.method;
    this.id = origin?.id;
  }
}

/** The connection ended before the call did. */
export class ConnectionClosedError extends Error {
  /** @param {{ reason: string; code?: number; signal?: string; error?: unknown }} info */
  constructor(info) {
    super(`the connection is closed: ${info.reason}`, info.error === undefined ? undefined : { cause: info.error });
    this.name = "ConnectionClosedError";
    this.info = info;
  }
}

/** No response came in time. The server may still do what it was asked for. */
export class RequestTimeoutError extends Error {
  /**
   * @param {string} method
   * @param {string | number} id
   * @param {number} timeoutMs
   */
  constructor(method, id, timeoutMs) {
    super(`no response to ${method} within ${timeoutMs} ms`);
    this.name = "RequestTimeoutError";
    this.method = method;
    this.id = id;
    this.timeoutMs = timeoutMs;
  }
}

/** What arrived is no message, or not one that its receiver can take. */
export class InvalidMessageError extends Error {
  /**
   * @param {string} message
   * @param {unknown} received
   * @param {unknown} [cause]
   */
  constructor(message, received, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "InvalidMessageError";
    this.received = received;
  }
}

/** More notifications arrived than a stream was allowed to hold for a consumer that did not keep up. */
export class NotificationOverflowError extends Error {
  /** @param {number} limit */
  constructor(limit) {
    super(`${limit} notifications are waiting and another arrived: take them sooner, raise the limit or let some drop`);
    this.name = "NotificationOverflowError";
    this.limit = limit;
  }
}
