// Client of AppServerProtocol, generated with its types. Do not edit.
import type { Transport } from "../transport.js";

/** What a WebSocket has that is needed; that of browsers, of Node.js and of the library `ws` is one. */
export interface WebSocketLike {
  readonly readyState: number;
  readonly bufferedAmount: number;
  binaryType: string;
  send(text: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: "open" | "message" | "close" | "error", listener: (event: any) => void): void;
}

/** What can be said of a WebSocket. */
export interface WebSocketOptions {
  /** The subprotocols to ask for. */
  readonly protocols?: string | string[] | undefined;
  /** The class to connect with, where it is not the global one. */
  readonly WebSocket?: (new (url: string, protocols?: string | string[]) => WebSocketLike) | undefined;
  /** How many bytes may wait in the socket before the promise of a send does; 1 MiB without it. */
  readonly highWaterBytes?: number | undefined;
}

/**
 * One JSON message a text frame, over a WebSocket: one that is connected to a URL, or one that exists. What is sent
 * before it is open waits until it is. Its close code is in the `CloseInfo`.
 *
 * An existing one has to be handed over before messages arrive: those that came earlier are gone.
 *
 * ```
 * const client = createClient(webSocketTransport("ws://127.0.0.1:4500"));
 * ```
 */
export declare function webSocketTransport(
  target: string | { readonly href: string } | WebSocketLike,
  options?: WebSocketOptions,
): Transport;
