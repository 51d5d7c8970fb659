// Messages as lines over streams of Node.js and of the web, and over a real child process.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createConnection, createServer } from "node:net";
import { PassThrough, Writable } from "node:stream";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { ConnectionClosedError, InvalidMessageError, createClient } from "app-server-protocol";
import { childProcessTransport, streamTransport } from "app-server-protocol/transports/ndjson";

import { settled } from "./support/peer.js";

const script = fileURLToPath(new URL("support/server.js", import.meta.url));
const start = (behaviour) => spawn(process.execPath, [script, behaviour], { stdio: ["pipe", "pipe", "inherit"] });

/** What a transport tells, written down. */
function receiver() {
  const told = { texts: [], invalid: [], closed: [] };
  told.receiver = {
    message: (text) => void told.texts.push(text),
    invalid: (error, excerpt) => void told.invalid.push([error, excerpt]),
    closed: (info) => void told.closed.push(info),
  };
  return told;
}

test("streams of Node.js: each message is a line, in both directions", async () => {
  const [readable, writable] = [new PassThrough(), new PassThrough()];
  const transport = streamTransport({ readable, writable });
  const told = receiver();
  transport.start(told.receiver);
  await transport.send('{"a":1}');
  await transport.send('{"b":"€"}');
  assert.equal(writable.read().toString(), '{"a":1}\n{"b":"€"}\n');
  readable.write('{"c"');
  readable.write(':1}\r\n{"d":2}\n{"e"');
  await settled();
  assert.deepEqual(told.texts.map((text) => JSON.parse(text)), [{ c: 1 }, { d: 2 }]);
  // The end of the stream ends the last line.
  readable.end(":3}");
  await settled();
  await settled();
  assert.equal(told.texts[2], '{"e":3}');
  assert.deepEqual(told.closed, [{ reason: "the stream has ended" }]);
  assert.ok(writable.writableEnded);
});

test("streams of Node.js that carry text instead of bytes", async () => {
  const readable = new PassThrough({ encoding: "utf8" });
  const told = receiver();
  streamTransport({ readable, writable: new PassThrough() }).start(told.receiver);
  readable.write('"€"\n');
  await settled();
  assert.deepEqual(told.texts, ['"€"']);
});

test("a send waits for a stream that does not take more, and closing does not wait for ever", async () => {
  const taken = [];
  let free;
  const slow = new Writable({
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      taken.push(String(chunk));
      free = done;
    },
  });
  const transport = streamTransport({ readable: new PassThrough(), writable: slow });
  const told = receiver();
  transport.start(told.receiver);
  const done = [];
  const sends = ["1", "2"].map((text) => transport.send(text).then(() => done.push(text)));
  await settled();
  assert.deepEqual([taken, done], [["1\n"], []]);
  free();
  await sends[0];
  await settled();
  assert.deepEqual([taken, done], [["1\n", "2\n"], ["1"]]);
  await transport.close();
  assert.deepEqual(told.closed, [{ reason: "closed by this side" }]);
});

test("an error of either stream ends the connection with it", async () => {
  for (const which of ["readable", "writable"]) {
    const streams = { readable: new PassThrough(), writable: new PassThrough() };
    const client = createClient(streamTransport(streams));
    const pending = client.request("account/logout");
    const wrong = new Error("broken");
    streams[which].destroy(wrong);
    const error = await pending.catch((error) => error);
    assert.ok(error instanceof ConnectionClosedError, which);
    assert.equal(error.cause, wrong);
    assert.equal((await client.closed).error, wrong);
    await assert.rejects(client.notify("initialized"), ConnectionClosedError);
  }
});

test("what is no stream is refused", () => {
  assert.throws(() => streamTransport({ readable: {}, writable: new PassThrough() }), /readable is no stream/);
  assert.throws(() => streamTransport({ readable: new PassThrough(), writable: 1 }), /writable is no stream/);
  assert.throws(() => childProcessTransport(spawn(process.execPath, ["-e", ""], { stdio: "ignore" })), /no pipes/);
});

test("a line that is too long reaches the hook, and the connection goes on", async () => {
  const readable = new PassThrough();
  const refused = [];
  const client = createClient(streamTransport({ readable, writable: new PassThrough() }, { maxLineBytes: 100 }), {
    onInvalidMessage: (error) => refused.push(error),
  });
  const stream = client.notifications();
  readable.write(`{"method":"error","params":{"x":"${"y".repeat(100)}"}}\n{"method":"error","params":{}}\n`);
  assert.deepEqual((await stream.next()).value, { method: "error", params: {} });
  assert.equal(refused.length, 1);
  assert.ok(refused[0] instanceof InvalidMessageError);
  assert.match(refused[0].message, /a line has 136 bytes; at most 100/);
  assert.match(refused[0].received, /^\{"method":"error"/);
});

test("streams of the web: both directions, the end, an error", async () => {
  const [incoming, outgoing] = [new TransformStream(), new TransformStream()];
  const transport = streamTransport({ readable: incoming.readable, writable: outgoing.writable });
  const told = receiver();
  transport.start(told.receiver);
  const [writer, reader] = [incoming.writable.getWriter(), outgoing.readable.getReader()];
  const sent = transport.send('"€"');
  assert.equal(new TextDecoder().decode((await reader.read()).value), '"€"\n');
  await sent;
  const euro = new TextEncoder().encode('"€"\n"2"\n"3"');
  await writer.write(euro.subarray(0, 2));
  await writer.write(euro.subarray(2));
  await writer.close();
  await settled();
  assert.deepEqual(told.texts, ['"€"', '"2"', '"3"']);
  assert.deepEqual(told.closed, [{ reason: "the stream has ended" }]);
  assert.equal((await reader.read()).done, true);

  const broken = new TransformStream();
  const client = createClient(streamTransport({ readable: broken.readable, writable: new WritableStream() }));
  const wrong = new Error("broken");
  await broken.writable.abort(wrong);
  assert.equal((await client.closed).error, wrong);
});

test("closing ends both streams of the web", async () => {
  const [incoming, outgoing] = [new TransformStream(), new TransformStream()];
  const client = createClient(streamTransport({ readable: incoming.readable, writable: outgoing.writable }));
  const reader = outgoing.readable.getReader();
  const ended = reader.read();
  assert.deepEqual(await client.close(), { reason: "closed by this side" });
  assert.equal((await ended).done, true);
  await assert.rejects(incoming.writable.getWriter().write(new Uint8Array(1)));
});

test("a socket is both streams", async () => {
  const server = createServer((socket) => {
    socket.on("data", (chunk) => {
      for (const line of String(chunk).trim().split("\n")) {
        const { id, params } = JSON.parse(line);
        socket.write(`${JSON.stringify({ id, result: params })}\n`);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = createConnection(server.address().port, "127.0.0.1");
  const client = createClient(streamTransport({ readable: socket, writable: socket }));
  assert.deepEqual(await client.request("thread/start", { cwd: "/€" }), { cwd: "/€" });
  await client.close();
  server.close();
  await once(server, "close");
});

test("a child process: requests, its own requests, notifications, and its exit", async () => {
  const client = createClient(childProcessTransport(start("echo")));
  const ready = client.notifications({ methods: ["configWarning"] });
  client.onRequest("item/tool/call", async () => ({ success: true, contentItems: [] }));
  assert.equal((await ready.next()).value.params.summary, "ready");
  const calls = Array.from({ length: 2000 }, (_, n) => client.request("thread/start", { cwd: `/€${n}` }));
  (await Promise.all(calls)).forEach((result, n) => assert.deepEqual(result, { cwd: `/€${n}` }));
  const large = "😀".repeat(1_000_000);
  assert.deepEqual(await client.request("thread/start", { cwd: large }), { cwd: large });
  const result = await client.request("turn/start", { threadId: "t", input: [] });
  assert.deepEqual(result, { id: "ask", result: { success: true, contentItems: [] } });
  // It ends while a call is pending.
  const error = await client.request("account/logout").catch((error) => error);
  assert.ok(error instanceof ConnectionClosedError);
  assert.deepEqual(error.info, { reason: "the process has ended with code 7", code: 7 });
  assert.deepEqual(await client.closed, error.info);
});

test("closing lets a child process end by itself", async () => {
  const child = start("echo");
  const client = createClient(childProcessTransport(child));
  const info = await client.close();
  assert.deepEqual(info, { reason: "the process has ended with code 0", code: 0 });
  assert.equal(child.exitCode, 0);
});

test("a child process that does not end is killed, at last without mercy", async () => {
  const child = start("deaf");
  const client = createClient(childProcessTransport(child, { killAfterMs: 50 }));
  // Its handler for the milder signal has to be there first.
  await new Promise((ready) => client.onNotification("configWarning", ready));
  const info = await client.close();
  assert.deepEqual(info, { reason: "the process was ended by SIGKILL", signal: "SIGKILL" });
});

test("what a child process said before it ended is not lost, whole line or not", async () => {
  for (const [behaviour, code] of [["crash", 3], ["half", 0]]) {
    const client = createClient(childProcessTransport(start(behaviour)));
    const seen = [];
    client.onNotification("error", (params) => void seen.push(params));
    assert.equal((await client.closed).code, code);
    assert.equal(seen.length, 1, behaviour);
  }
});

test("writing to a child process that has ended gives its exit code, not the failed write", async () => {
  const child = start("crash");
  const client = createClient(childProcessTransport(child));
  const calls = [];
  const call = () => client.request("thread/start", { cwd: "x".repeat(10_000) }).catch((error) => error);
  const timer = setInterval(() => calls.push(call()), 1);
  await client.closed;
  clearInterval(timer);
  calls.push(call());
  for (const error of await Promise.all(calls)) {
    assert.ok(error instanceof ConnectionClosedError, String(error));
    assert.equal(error.info.code, 3);
  }
});

test("a program that does not exist ends the connection with the reason", async () => {
  const client = createClient(childProcessTransport(spawn("/no/such/program", { stdio: "pipe" })));
  const error = await client.request("account/logout").catch((error) => error);
  assert.ok(error instanceof ConnectionClosedError, String(error));
  assert.match(error.message, /did not start: .*ENOENT/);
  assert.equal(error.cause.code, "ENOENT");
  assert.equal((await client.close()).error.code, "ENOENT");
});

test("a child process that had ended before gives its code", async () => {
  const child = start("half");
  await once(child, "exit");
  const client = createClient(childProcessTransport(child));
  assert.equal((await client.closed).code, 0);
});
