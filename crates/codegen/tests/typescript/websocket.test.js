// Messages over WebSockets: of the library `ws`, of Node.js itself, and one made for the test.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { ConnectionClosedError, createClient } from "app-server-protocol";
import { webSocketTransport } from "app-server-protocol/transports/websocket";
import { WebSocket } from "ws";

import { settled } from "./support/peer.js";
import { socketServer } from "./support/socket-server.js";

/** What the server does with a message that it does not answer by itself. */
let react = () => {};
let server;
before(async () => (server = await socketServer((socket, message) => react(socket, message))));
after(() => server.close());

const connect = (options) => createClient(webSocketTransport(server.url, { WebSocket, ...options }));

test("what is sent before the socket is open waits, and arrives in order", async () => {
  const client = connect();
  const calls = Array.from({ length: 500 }, (_, n) => client.request("thread/start", { cwd: `/€${n}` }));
  (await Promise.all(calls)).forEach((result, n) => assert.deepEqual(result, { cwd: `/€${n}` }));
  const info = await client.close();
  assert.deepEqual(info, { reason: "the WebSocket has ended with code 1000", code: 1000 });
  await assert.rejects(client.request("account/logout"), ConnectionClosedError);
});

test("a URL can be an object, and protocols are asked for", async () => {
  const socket = once(server.sockets, "connection");
  const client = createClient(webSocketTransport(new URL(server.url), { WebSocket, protocols: ["one"] }));
  assert.equal((await socket)[0].protocol, "one");
  await client.close();
});

test("a server that is not there rejects what waits, with the error", async () => {
  const client = createClient(webSocketTransport("ws://127.0.0.1:1", { WebSocket }));
  const error = await client.request("thread/start", {}).catch((error) => error);
  assert.ok(error instanceof ConnectionClosedError);
  assert.equal(error.info.code, 1006);
  assert.match(String(error.cause?.code ?? error.cause), /ECONNREFUSED/);
});

test("when the server closes, its code and reason are there", async () => {
  react = (socket) => socket.close(4001, "maintenance");
  const client = connect();
  const error = await client.request("account/logout").catch((error) => error);
  assert.deepEqual(error.info, { reason: "the WebSocket has ended with code 4001: maintenance", code: 4001 });
});

test("when the connection breaks, that is told", async () => {
  react = (socket) => socket.terminate();
  const client = connect();
  await assert.rejects(client.request("account/logout"), ConnectionClosedError);
  assert.equal((await client.closed).code, 1006);
});

test("a frame of bytes is read as text", async () => {
  react = (socket, { id }) => socket.send(Buffer.from(JSON.stringify({ id, result: "€" })), { binary: true });
  const client = connect();
  assert.equal(await client.request("account/logout"), "€");
  await client.close();
});

test("an existing socket, connecting or open, is used as it is", async () => {
  react = (socket, { id }) => socket.send(JSON.stringify({ id, result: "open" }));
  for (const wait of [false, true]) {
    const socket = new WebSocket(server.url);
    if (wait) await once(socket, "open");
    const client = createClient(webSocketTransport(socket));
    assert.equal(await client.request("account/logout"), "open");
    await client.close();
    assert.equal(socket.readyState, WebSocket.CLOSED);
  }
});

test("a socket that is closed already ends the connection", async () => {
  const socket = new WebSocket(server.url);
  await once(socket, "open");
  socket.close();
  await once(socket, "close");
  const client = createClient(webSocketTransport(socket));
  assert.match((await client.closed).reason, /closed already/);
});

/** A socket that does what a test tells it. */
class Puppet extends EventTarget {
  binaryType = "blob";
  readyState = 1;
  bufferedAmount = 0;
  sent = [];
  send(text) {
    this.sent.push(text);
  }
  close(code) {
    this.readyState = 2;
    this.closedWith = code;
  }
  tell(type, facts) {
    this.dispatchEvent(Object.assign(new Event(type), facts));
  }
}

test("frames of bytes are asked for as such, and others are told to the hook", async () => {
  const socket = new Puppet();
  const refused = [];
  const client = createClient(webSocketTransport(socket), { onInvalidMessage: (error) => refused.push(error.message) });
  assert.equal(socket.binaryType, "arraybuffer");
  const seen = [];
  client.onNotification("error", (params) => void seen.push(params));
  socket.tell("message", { data: new TextEncoder().encode('{"method":"error","params":1}').buffer });
  socket.tell("message", { data: new Blob(["{}"]) });
  assert.deepEqual(seen, [1]);
  assert.deepEqual(refused, ["a frame is neither text nor bytes"]);
});

test("a send waits while too much waits in the socket", async () => {
  const socket = new Puppet();
  const transport = webSocketTransport(socket, { highWaterBytes: 100 });
  transport.start({ message() {}, invalid() {}, closed() {} });
  socket.bufferedAmount = 100;
  assert.equal(transport.send("1"), undefined);
  socket.bufferedAmount = 101;
  let done = 0;
  const waiting = ["2", "3"].map((text) => transport.send(text).then(() => done++));
  await settled();
  assert.deepEqual([socket.sent, done], [["1", "2", "3"], 0]);
  socket.bufferedAmount = 0;
  await Promise.all(waiting);
  assert.equal(done, 2);
});

test("closing does not wait for a server that does not answer", async () => {
  const socket = new Puppet();
  const client = createClient(webSocketTransport(socket));
  const pending = client.request("account/logout");
  const closing = client.close();
  await assert.rejects(pending, ConnectionClosedError);
  assert.equal(socket.closedWith, 1000);
  assert.match((await closing).reason, /did not answer/);
});

test("a platform without WebSocket says so", { skip: globalThis.WebSocket && "this one has it" }, () => {
  assert.throws(() => webSocketTransport(server.url), /no global WebSocket .*version 22/);
});

test("the global WebSocket of Node.js", async () => {
  const program = `
    import { createClient } from "app-server-protocol";
    import { webSocketTransport } from "app-server-protocol/transports/websocket";
    const client = createClient(webSocketTransport(process.argv[1]));
    const result = await client.request("thread/start", { cwd: "/€" });
    const { code } = await client.close();
    console.log(JSON.stringify({ result, code }));
  `;
  const flag = "--experimental-websocket";
  const flags = globalThis.WebSocket || !process.allowedNodeEnvironmentFlags.has(flag) ? [] : [flag, "--no-warnings"];
  const here = fileURLToPath(new URL(".", import.meta.url));
  const args = [...flags, "--input-type=module", "--eval", program, server.url];
  const child = spawn(process.execPath, args, { cwd: here, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(output), { result: { cwd: "/€" }, code: 1000 });
});
