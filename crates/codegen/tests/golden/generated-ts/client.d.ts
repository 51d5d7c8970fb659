// Client of Library, generated with its types. Do not edit.
import type {
  ClientNotifications,
  ClientRequests,
  NotificationOf,
  ServerNotifications,
  ServerRequests,
} from "./methods.js";
import type {
  ClientOptions,
  Connection,
  NotificationStream,
  RequestContext,
  RequestOptions,
  StreamOptions,
} from "./runtime/options.js";
import type { Transport } from "./transport.js";

export {
  ConnectionClosedError,
  InvalidMessageError,
  NotificationOverflowError,
  RequestTimeoutError,
  RpcError,
  RpcErrorCode,
} from "./runtime/errors.js";
export type {
  ClientOptions,
  MessageCheck,
  NotificationStream,
  RequestContext,
  RequestOptions,
} from "./runtime/options.js";

/** What follows the method in a request; a method without params takes options in the third place all the same. */
type RequestArguments<Params> = undefined extends Params
  ? [params?: undefined, options?: RequestOptions]
  : [params: Params, options?: RequestOptions];

/** What follows the method in a notification. */
type NotificationArguments<Params> = undefined extends Params ? [params?: undefined] : [params: Params];

/** Which notifications a stream is made of, and how it deals with a consumer that does not keep up. */
export interface NotificationOptions<M extends keyof ServerNotifications> extends StreamOptions {
  /** The methods; without them, all that this surface knows. */
  readonly methods?: readonly M[] | undefined;
  /** Which of them, by what they carry. */
  readonly where?: ((notification: NotificationOf<M>) => boolean) | undefined;
}

/** One side of a connection: calls methods of the server, and answers those that the server calls. */
export interface Client extends Connection {
  /**
   * Sends a request and gives its result. What each does: {@link ClientRequests}.
   *
   * Rejected with an `RpcError` if the server answers with an error, a `ConnectionClosedError` if the connection ends
   * first, a `RequestTimeoutError` after `timeoutMs`, the signal's reason if `signal` aborts. It never throws at once.
   */
  request<M extends keyof ClientRequests>(
    method: M,
    ...args: RequestArguments<ClientRequests[M]["params"]>
  ): Promise<ClientRequests[M]["result"]>;
  /**
   * Sends a notification; what each tells: {@link ClientNotifications}. The promise is resolved when the transport has
   * taken it, and rejected if it cannot.
   */
  notify<M extends keyof ClientNotifications>(
    method: M,
    ...args: NotificationArguments<ClientNotifications[M]["params"]>
  ): Promise<void>;
  /**
   * Answers a request of the server: with what the handler returns, or with the error that it throws. What each asks:
   * {@link ServerRequests}.
   *
   * An `RpcError` keeps its code, message and data; any other goes to the hook `onHandlerError` and is answered as −32603
   * without a word about why. A method has one handler; the function that is returned removes it.
   */
  onRequest<M extends keyof ServerRequests>(
    method: M,
    handler: (
      params: ServerRequests[M]["params"],
      context: RequestContext,
    ) => ServerRequests[M]["result"] | Promise<ServerRequests[M]["result"]>,
  ): () => void;
  /**
   * Calls a function with the params of each notification of a method, in the order in which they arrive. What each
   * tells: {@link ServerNotifications}. The function that is returned unsubscribes it.
   */
  onNotification<M extends keyof ServerNotifications>(
    method: M,
    listener: (params: ServerNotifications[M]["params"]) => unknown,
  ): () => void;
  /**
   * Notifications one by one, from now on: those that arrive before the loop begins wait for it. They end with the
   * connection.
   */
  notifications<M extends keyof ServerNotifications = keyof ServerNotifications>(
    options?: NotificationOptions<M>,
  ): NotificationStream<NotificationOf<M>>;
}

/** Connects to a server. What arrives is dealt with from now on: add handlers before anything is awaited. */
export declare function createClient(transport: Transport, options?: ClientOptions): Client;
