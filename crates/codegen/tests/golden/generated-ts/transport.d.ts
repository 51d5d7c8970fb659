// Client of Library, generated with its types. Do not edit.
/** How a connection ended. */
export interface CloseInfo {
  /** One line for people. */
  readonly reason: string;
  /** The exit code of a process, or the close code of a WebSocket. */
  readonly code?: number | undefined;
  /** The signal that ended a process. */
  readonly signal?: string | undefined;
  /** What went wrong, if anything did. */
  readonly error?: unknown;
}

/** Whom a transport tells what happens to it. The client implements it. */
export interface TransportReceiver {
  /** One message has arrived, as JSON text. */
  message(text: string): void;
  /** Something arrived that cannot be handed over, such as a message that is too long, with the beginning of it. */
  invalid(error: Error, excerpt: string): void;
  /** The connection has ended, for whatever reason; nothing more arrives or can be sent. Told once. */
  closed(info: CloseInfo): void;
}

/**
 * What carries messages: whole ones, as JSON text, in order. Whatever implements it can be given to `createClient`.
 *
 * ```
 * const transport: Transport = {
 *   start(receiver) {
 *     port.onmessage = (event) => receiver.message(event.data);
 *   },
 *   send(text) {
 *     port.postMessage(text);
 *   },
 *   close() {
 *     port.close();
 *   },
 * };
 * ```
 */
export interface Transport {
  /**
   * Begins to hand over what arrives. The client calls it once, before it sends anything. What arrived before has to
   * be kept for it.
   */
  start(receiver: TransportReceiver): void;
  /**
   * Sends one message. A promise means: not handed on yet. It is resolved when the next can follow, and rejected if
   * this one could not be sent. The text has no line breaks.
   */
  send(text: string): void | Promise<void>;
  /** Ends the connection; a promise is resolved when it has ended. It can be called more than once. */
  close(): void | Promise<void>;
}
