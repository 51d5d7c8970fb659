import type { Transport } from "../transport.js";

/** What a readable stream of the web has that is needed; a `ReadableStream` of bytes or text is one. */
export interface WebReadable {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Uint8Array | string | undefined }>;
    cancel(reason?: unknown): Promise<void>;
  };
}

/** What a writable stream of the web has that is needed; a `WritableStream` of bytes is one. */
export interface WebWritable {
  getWriter(): {
    readonly closed: Promise<unknown>;
    write(chunk: Uint8Array): Promise<void>;
    close(): Promise<void>;
  };
}

/** What a readable stream of Node.js has that is needed. */
export interface NodeReadable {
  on(event: string, listener: (...facts: any[]) => void): unknown;
  destroy?(): unknown;
}

/** What a writable stream of Node.js has that is needed. */
export interface NodeWritable {
  on(event: string, listener: (...facts: any[]) => void): unknown;
  write(chunk: string, written: (error?: Error | null) => void): unknown;
  end(ended?: () => void): unknown;
}

/** What a `ChildProcess` of Node.js has that is needed. */
export interface ChildProcessLike {
  readonly stdin: NodeWritable | null;
  readonly stdout: NodeReadable | null;
  readonly pid?: number | undefined;
  readonly exitCode?: number | null;
  readonly signalCode?: string | null;
  on(event: string, listener: (...facts: any[]) => void): unknown;
  kill(signal?: "SIGKILL"): unknown;
}

/** What can be said of messages as lines. */
export interface LineOptions {
  /**
   * The longest line that is taken, in bytes; 64 MiB without it. A longer one is skipped and goes to the hook
   * `onInvalidMessage`.
   */
  readonly maxLineBytes?: number | undefined;
}

/** What can be said of a process. */
export interface ChildProcessOptions extends LineOptions {
  /** How long the process may take to end after its input was closed, before it is killed; 5,000 without it. */
  readonly killAfterMs?: number | undefined;
}

/**
 * One JSON message a line, over a pair of streams: of Node.js (a socket is both), or of the web.
 *
 * ```
 * const client = createClient(streamTransport({ readable: socket, writable: socket }));
 * ```
 */
export declare function streamTransport(
  streams: { readonly readable: NodeReadable | WebReadable; readonly writable: NodeWritable | WebWritable },
  options?: LineOptions,
): Transport;

/**
 * One JSON message a line, over the standard input and output of a child process of Node.js.
 *
 * Closing it ends the input of the process and waits for the process; one that does not end is killed. When the process
 * ends, the connection does, with its exit code or signal in the `CloseInfo`.
 *
 * ```
 * const child = spawn("server", [], { stdio: ["pipe", "pipe", "inherit"] });
 * const client = createClient(childProcessTransport(child));
 * ```
 */
export declare function childProcessTransport(child: ChildProcessLike, options?: ChildProcessOptions): Transport;
