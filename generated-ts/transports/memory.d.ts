// Client of AppServerProtocol, generated with its types. Do not edit.
import type { Transport } from "../transport.js";

/**
 * Makes two transports that lead to each other: what one sends, the other receives, as text and a moment later. Closing
 * one closes both.
 *
 * ```
 * const [forClient, forServer] = memoryTransportPair();
 * ```
 */
export declare function memoryTransportPair(): [Transport, Transport];
