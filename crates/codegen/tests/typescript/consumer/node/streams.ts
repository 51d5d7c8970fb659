// The transports with the streams, processes and sockets of Node.js, and with those of the web.
import { spawn, type ChildProcess } from "node:child_process";
import { createConnection } from "node:net";
import { PassThrough } from "node:stream";
import { ReadableStream, WritableStream } from "node:stream/web";

import { createClient } from "app-server-protocol";
import type { Transport } from "app-server-protocol/transport";
import { childProcessTransport, streamTransport } from "app-server-protocol/transports/ndjson";

const piped = spawn("server", [], { stdio: ["pipe", "pipe", "inherit"] });
export const client = createClient(childProcessTransport(piped, { killAfterMs: 10, maxLineBytes: 1000 }));
declare const child: ChildProcess;
export const any: Transport = childProcessTransport(child);

const socket = createConnection(4500);
export const both: Transport = streamTransport({ readable: socket, writable: socket });
export const standard: Transport = streamTransport({ readable: process.stdin, writable: process.stdout });
export const passed: Transport = streamTransport({ readable: new PassThrough(), writable: new PassThrough() });
export const web: Transport = streamTransport({
  readable: new ReadableStream<Uint8Array>(),
  writable: new WritableStream<Uint8Array>(),
});
export const mixed: Transport = streamTransport({ readable: new ReadableStream<string>(), writable: socket });

client.onRequest("item/tool/call", async (_, { signal }) => {
  // The signal is the platform's own.
  const platform: AbortSignal = signal;
  platform.throwIfAborted();
  return { contentItems: [], success: true };
});
