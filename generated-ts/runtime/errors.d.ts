// Client of AppServerProtocol, generated with its types. Do not edit.
import type { CloseInfo } from "../transport.js";

/** The error codes of JSON-RPC 2.0, and the one for a server that has no room for more. */
export declare const RpcErrorCode: {
  /** The bytes are no JSON. */
  readonly ParseError: -32700;
  /** JSON, but no request, notification or response; or something that needs an opt-in. */
  readonly InvalidRequest: -32600;
  /** No such method. */
  readonly MethodNotFound: -32601;
  /** The method exists, its params do not fit. */
  readonly InvalidParams: -32602;
  /** The handler failed. */
  readonly InternalError: -32603;
  /** The server has no room for more requests now; the same request may succeed later. */
  readonly Overloaded: -32001;
};

/**
 * The peer answered a request with an error.
 *
 * A handler of a server request throws it to choose the code, the message and the data of its answer.
 */
export declare class RpcError extends Error {
  /** A JSON-RPC error code: one of `RpcErrorCode`, or the application's own. */
  readonly code: number;
  /** Facts about the error, for programs. */
  readonly data: unknown;
  /** The method that was called; unset in an error that a handler made. */
  readonly method: string | undefined;
  /** The id of the request; unset in an error that a handler made. */
  readonly id: string | number | undefined;
  constructor(code: number, message: string, data?: unknown, origin?: { method?: string; id?: string | number });
}

/** The connection ended before the call did, or had ended before it began. */
export declare class ConnectionClosedError extends Error {
  /** How the connection ended. `cause` holds its `error`, if there is one. */
  readonly info: CloseInfo;
  constructor(info: CloseInfo);
}

/** No response came in time. The server may still do what it was asked for. */
export declare class RequestTimeoutError extends Error {
  /** The method that was called. */
  readonly method: string;
  /** The id of the request. */
  readonly id: string | number;
  /** How long it waited. */
  readonly timeoutMs: number;
  constructor(method: string, id: string | number, timeoutMs: number);
}

/**
 * What arrived is no message, or not one that its receiver can take. A response that is none rejects its call with it;
 * everything else goes to the hook `onInvalidMessage`. The connection goes on.
 */
export declare class InvalidMessageError extends Error {
  /** What arrived: the message, or its text if it is no JSON, or the beginning of it if it was too long. */
  readonly received: unknown;
  constructor(message: string, received: unknown, cause?: unknown);
}

/** More notifications arrived than a stream was allowed to hold for a consumer that did not keep up. */
export declare class NotificationOverflowError extends Error {
  /** How many it may hold. */
  readonly limit: number;
  constructor(limit: number);
}
