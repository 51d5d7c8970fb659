import type { CloseInfo } from "../transport.js";
import type { InvalidMessageError } from "./errors.js";

/** What an `AbortSignal` has that the client needs. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** The platform's own `AbortSignal`, where its types are known. */
export type PlatformAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : AbortSignalLike;

/** A position in a distributed trace, as W3C Trace Context defines it. */
export interface TraceContext {
  /** Version, trace id, parent id and flags, in lower-case hexadecimal separated by dashes. */
  readonly traceparent?: string | null | undefined;
  /** Vendors' own key-value pairs. */
  readonly tracestate?: string | null | undefined;
}

/** What can be said of a single request. */
export interface RequestOptions {
  /** Gives the call up when it aborts: it is rejected with the signal's reason. The server is not told. */
  readonly signal?: AbortSignalLike | undefined;
  /** Rejects the call with a `RequestTimeoutError` after so long; `Infinity` never does. */
  readonly timeoutMs?: number | undefined;
  /** Ties the request to a distributed trace. */
  readonly trace?: TraceContext | null | undefined;
}

/** What the handler of a server request is told beside its params. */
export interface RequestContext {
  /** The id of the request. */
  readonly id: string | number;
  /** The method. */
  readonly method: string;
  /** Aborts when the connection ends: nobody waits for the answer any longer. */
  readonly signal: PlatformAbortSignal;
  /** The position in a distributed trace, if the request came with one. */
  readonly trace?: TraceContext | null | undefined;
}

/** Where an error comes from that a handler or listener has thrown. */
export interface HandlerOrigin {
  /** The method. */
  readonly method: string;
  /** The id of the request; unset for a notification. */
  readonly id?: string | number;
}

/** A message whose method this package does not know, as it arrived. */
export interface UnknownMessage {
  readonly method: string;
  /** The id of a request; unset for a notification. */
  readonly id?: string | number;
  readonly params?: unknown;
}

/** A response that no call waits for, as it arrived. */
export interface LateResponse {
  /** Null if the server could not tell which request it answers. */
  readonly id: string | number | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/**
 * Looks at params and results before they are sent and after they have arrived. `validate` of this package makes one;
 * anything that has the two functions will do.
 */
export interface MessageCheck {
  /**
   * Called before something is sent: the params of a request or notification, or the result of a handler. To refuse it,
   * throw: the call is rejected with what is thrown; a handler's result is answered as an internal error.
   */
  outgoing(what: "params" | "result", method: string, value: unknown): void;
  /**
   * Called when something has arrived; gives what is handed on. To refuse it, throw: a call is rejected with what is
   * thrown, a request is answered with −32602, a notification goes to `onInvalidMessage`.
   */
  incoming(what: "params" | "result", method: string, value: unknown): unknown;
}

/** What can be said of a client. Without a hook, what it would be told is printed as a warning, in a line. */
export interface ClientOptions {
  /** How long each request waits for its response. Without it, for as long as the connection lasts. */
  readonly timeoutMs?: number | undefined;
  /** Makes the ids of requests: text or whole numbers, none that is still in use. Without it, they count from 1. */
  readonly nextId?: (() => string | number) | undefined;
  /** Looks at what is sent and what has arrived. Without it, nothing is checked. */
  readonly validate?: MessageCheck | undefined;
  /** A notification arrived that this surface does not know, and that nobody listens to: the server may be newer. */
  readonly onUnknownNotification?: ((notification: UnknownMessage) => void) | undefined;
  /** A request arrived that has no handler. It is answered with −32601. */
  readonly onUnknownRequest?: ((request: UnknownMessage) => void) | undefined;
  /** A response arrived after its call was given up; or one to no call at all, and then without a method. */
  readonly onLateResponse?: ((response: LateResponse, method: string | undefined) => void) | undefined;
  /** Something arrived that is no message, or that `validate` refuses. */
  readonly onInvalidMessage?: ((error: InvalidMessageError) => void) | undefined;
  /** A handler of a request has thrown what is no `RpcError`, or a listener has thrown anything. */
  readonly onHandlerError?: ((error: unknown, origin: HandlerOrigin) => void) | undefined;
}

/** How a stream of notifications deals with a consumer that does not keep up. */
export interface StreamOptions {
  /** How many may wait for the consumer; 10,000 without it. */
  readonly limit?: number | undefined;
  /**
   * What happens when one more arrives. `error`, the default: the stream ends with a `NotificationOverflowError`, after
   * what was waiting has been taken, so that no gap goes unseen. `drop-oldest`: the one that has waited longest is
   * dropped. `drop-newest`: the one that arrives is dropped. The stream's `dropped` counts them.
   */
  readonly overflow?: "error" | "drop-oldest" | "drop-newest" | undefined;
  /** Ends the stream when it aborts: the consumer gets the signal's reason as an error, after what was waiting. */
  readonly signal?: AbortSignalLike | undefined;
}

/** Notifications one by one, for `for await`. It is subscribed when it is made, and unsubscribed when the loop ends. */
export interface NotificationStream<Notification> {
  /** How many were dropped because the consumer did not keep up. */
  readonly dropped: number;
  /** The next notification, when there is one; done when the connection has ended. */
  next(): Promise<{ done: false; value: Notification } | { done: true; value: undefined }>;
  /** Unsubscribes, and forgets what was waiting. */
  return(): Promise<{ done: true; value: undefined }>;
  [Symbol.asyncIterator](): NotificationStream<Notification>;
}

/** The part of a client that has nothing to do with methods. */
export interface Connection {
  /**
   * Ends the connection. What is pending is rejected at once with a `ConnectionClosedError`; the promise is resolved
   * when the transport has ended too.
   */
  close(): Promise<CloseInfo>;
  /** Resolved when the connection has ended, whoever ended it; never rejected. */
  readonly closed: Promise<CloseInfo>;
}
