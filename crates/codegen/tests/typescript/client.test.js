// Requests and their ends: results, errors, cancellation, time, closing.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  ConnectionClosedError,
  InvalidMessageError,
  RequestTimeoutError,
  RpcError,
  RpcErrorCode,
  createClient,
} from "app-server-protocol";
import * as experimental from "app-server-protocol/experimental";
import { memoryTransportPair } from "app-server-protocol/transports/memory";

import { connected, printed, settled } from "./support/peer.js";

test("a request is sent with its params and gives the result", async () => {
  const { client, next, send } = connected();
  const pending = client.request("thread/start", { cwd: "/srv" });
  const message = await next();
  assert.deepEqual(message, { method: "thread/start", id: 1, params: { cwd: "/srv" } });
  send({ id: 1, result: { thread: { id: "t" } } });
  assert.deepEqual(await pending, { thread: { id: "t" } });
});

test("a request without params has none on the wire, and may have options", async () => {
  const { client, next, send } = connected();
  const pending = client.request("account/logout", undefined, { timeoutMs: 10_000, trace: { traceparent: "00-1" } });
  assert.deepEqual(await next(), { method: "account/logout", id: 1, trace: { traceparent: "00-1" } });
  send({ id: 1, result: {} });
  assert.deepEqual(await pending, {});
});

test("a result may be null or false, and a further member of a response does no harm", async () => {
  const { client, next, send } = connected();
  for (const result of [null, false, 0, ""]) {
    const pending = client.request("account/logout");
    const { id } = await next();
    send({ jsonrpc: "2.0", id, result, error: null });
    assert.equal(await pending, result);
  }
});

test("an error of the server has its code, message, data, method and id", async () => {
  const { client, next, send } = connected();
  const pending = client.request("turn/interrupt", { threadId: "t", turnId: "u" });
  await next();
  send({ id: 1, error: { code: -32602, message: "no such turn", data: { pointer: "/turnId" } } });
  const error = await pending.catch((error) => error);
  assert.ok(error instanceof RpcError && error instanceof Error);
  const { name, code, message, data, method, id } = error;
  assert.deepEqual(
    { name, code, message, data, method, id },
    {
      name: "RpcError",
      code: RpcErrorCode.InvalidParams,
      message: "no such turn",
      data: { pointer: "/turnId" },
      method: "turn/interrupt",
      id: 1,
    },
  );
});

test("responses in any order reach their calls, by the thousand", async () => {
  const { client, sent, send, told } = connected();
  const count = 5000;
  const pending = Array.from({ length: count }, (_, n) => client.request("model/list", { limit: n }));
  while (sent.length < count) await settled();
  // A fixed shuffle: 1789 has no divisor in common with 5000.
  for (let n = 0; n < count; n++) {
    const { id, params } = sent[(n * 1789) % count];
    const { limit } = params;
    send(limit % 10 === 3 ? { id, error: { code: 1, message: `no ${limit}` } } : { id, result: limit });
  }
  const ends = await Promise.allSettled(pending);
  ends.forEach((end, n) => {
    if (n % 10 === 3) assert.equal(end.reason.message, `no ${n}`);
    else assert.equal(end.value, n);
  });
  assert.deepEqual(told, []);
});

test("ids can be text, and 1 is not \"1\"", async () => {
  let last = 0;
  const { client, next, send, told } = connected({ nextId: () => `call-${++last}` });
  const pending = client.request("account/logout");
  assert.equal((await next()).id, "call-1");
  send({ id: 1, result: "wrong" });
  send({ id: "call-1", result: "right" });
  assert.equal(await pending, "right");
  assert.deepEqual(told, [["onLateResponse", { id: 1, result: "wrong" }, undefined]]);
});

test("an id that is in use or cannot be one is refused, and nothing is sent", async () => {
  for (const id of [1.5, 2 ** 53, null, undefined, {}]) {
    const { client, sent } = connected({ nextId: () => id });
    await assert.rejects(client.request("account/logout"), TypeError);
    await settled();
    assert.deepEqual(sent, []);
  }
  const { client, next, send } = connected({ nextId: () => 7 });
  const first = client.request("account/logout");
  await assert.rejects(client.request("account/logout"), /nextId gave 7/);
  await next();
  send({ id: 7, result: "first" });
  assert.equal(await first, "first");
});

test("aborting gives a call up with the signal's reason, and the late response goes to the hook", async () => {
  const { client, next, send, told } = connected();
  const controller = new AbortController();
  const pending = client.request("thread/start", {}, { signal: controller.signal });
  const { id } = await next();
  const reason = new Error("the user went away");
  controller.abort(reason);
  await assert.rejects(pending, (error) => error === reason);
  send({ id, result: {} });
  await settled();
  assert.deepEqual(told, [["onLateResponse", { id, result: {} }, "thread/start"]]);
  // Once told, it is forgotten.
  send({ id, result: {} });
  await settled();
  assert.deepEqual(told[1], ["onLateResponse", { id, result: {} }, undefined]);
});

test("a signal that has aborted before keeps the request from being sent", async () => {
  const { client, sent } = connected();
  const signal = AbortSignal.abort();
  await assert.rejects(client.request("thread/start", {}, { signal }), { name: "AbortError" });
  await settled();
  assert.deepEqual(sent, []);
});

test("a signal can be shared by many calls, and is left alone when they are done", async () => {
  const warnings = [];
  const onWarning = (warning) => warnings.push(warning);
  process.on("warning", onWarning);
  let listening = 0;
  const controller = new AbortController();
  const { signal } = controller;
  const counted = {
    get aborted() {
      return signal.aborted;
    },
    get reason() {
      return signal.reason;
    },
    addEventListener: (...of) => (listening++, signal.addEventListener(...of)),
    removeEventListener: (...of) => (listening--, signal.removeEventListener(...of)),
  };
  const { client, sent, send } = connected();
  const pending = Array.from({ length: 200 }, () => client.request("account/logout", undefined, { signal: counted }));
  await settled();
  assert.equal(listening, 1, "one listener, however many calls");
  for (const { id } of sent) send({ id, result: {} });
  await Promise.all(pending);
  assert.equal(listening, 0);
  await settled();
  process.off("warning", onWarning);
  assert.deepEqual(warnings, []);
});

test("a call ends with an error of its own when time is up", async () => {
  const { client, next, send, told } = connected({ timeoutMs: 20 });
  const slow = client.request("account/logout", undefined, { timeoutMs: Infinity });
  const pending = client.request("thread/start", {});
  const error = await pending.catch((error) => error);
  assert.ok(error instanceof RequestTimeoutError);
  assert.deepEqual([error.method, error.id, error.timeoutMs], ["thread/start", 2, 20]);
  await next();
  send({ id: 2, error: { code: 1, message: "too late" } });
  send({ id: 1, result: "in time" });
  assert.equal(await slow, "in time");
  assert.deepEqual(told, [["onLateResponse", { id: 2, error: { code: 1, message: "too late" } }, "thread/start"]]);
});

test("a time that is none is refused", async () => {
  const { client, sent } = connected();
  for (const timeoutMs of [0, -1, NaN, 2 ** 31]) {
    await assert.rejects(client.request("thread/start", {}, { timeoutMs }), RangeError);
  }
  await settled();
  assert.deepEqual(sent, []);
});

test("what was given up is remembered within bounds", async () => {
  const { client, sent, send, told } = connected();
  const controller = new AbortController();
  const pending = Array.from({ length: 1001 }, () => client.request("account/logout", undefined, controller));
  await settled();
  controller.abort();
  await Promise.allSettled(pending);
  for (const { id } of [sent[0], sent[1], sent[1000]]) send({ id, result: {} });
  await settled();
  assert.deepEqual(told.map(([, , method]) => method), [undefined, "account/logout", "account/logout"]);
});

test("closing rejects what is pending at once, and what comes later", async () => {
  const { client, sent } = connected();
  const pending = [client.request("thread/start", {}), client.request("account/logout")];
  const closing = client.close();
  for (const call of pending) await assert.rejects(call, ConnectionClosedError);
  const info = await closing;
  assert.equal(await client.closed, info);
  assert.match(info.reason, /closed/);
  const count = sent.length;
  await assert.rejects(client.request("account/logout"), ConnectionClosedError);
  await assert.rejects(client.notify("initialized"), ConnectionClosedError);
  assert.equal(sent.length, count);
  assert.equal(await client.close(), info);
});

test("when the other side closes, what is pending is rejected with how it ended", async () => {
  const { client, next, end } = connected();
  const pending = client.request("thread/start", {});
  await next();
  end();
  const error = await pending.catch((error) => error);
  assert.ok(error instanceof ConnectionClosedError);
  assert.deepEqual(error.info, await client.closed);
});

test("a transport that cannot send rejects the call, and the connection goes on", async () => {
  let receiver;
  const wrong = new Error("no room");
  const replies = [() => Promise.reject(wrong), () => { throw wrong; }, () => undefined];
  const client = createClient({
    start: (to) => void (receiver = to),
    send: () => replies.shift()(),
    close() {},
  });
  await assert.rejects(client.request("account/logout"), (error) => error === wrong);
  await assert.rejects(client.notify("initialized"), (error) => error === wrong);
  const pending = client.request("account/logout");
  receiver.message(JSON.stringify({ id: 2, result: "sent" }));
  assert.equal(await pending, "sent");
});

test("a transport that fails to close does not keep the client from closing", async () => {
  const error = new Error("stuck");
  const client = createClient({ start() {}, send() {}, close: () => Promise.reject(error) });
  const info = await client.close();
  assert.equal(info.error, error);
});

test("a notification is sent, and its promise follows the transport", async () => {
  const { client, next } = connected();
  await client.notify("initialized");
  assert.deepEqual(await next(), { method: "initialized" });
  let handed;
  const slow = createClient({ start() {}, send: () => new Promise((resolve) => (handed = resolve)), close() {} });
  let done = false;
  const notified = slow.notify("initialized").then(() => (done = true));
  await settled();
  assert.equal(done, false);
  handed();
  await notified;
});

test("a malformed message goes to the hook, and the connection goes on", async () => {
  const { client, next, send, told } = connected();
  const pending = client.request("thread/start", {});
  await next();
  const malformed = [
    "{",
    "",
    "null",
    "[]",
    "5",
    '"text"',
    "{}",
    '{"id":1.5,"result":{}}',
    '{"id":{},"result":{}}',
    '{"method":7}',
    '{"method":"thread/started","id":null}',
    '{"method":"thread/started","id":1.5}',
    '{"method":"item/tool/call","id":9007199254740993}',
    '[{"method":"thread/started"}]',
  ];
  for (const text of malformed) send(text);
  send({ id: 1, result: "still here" });
  assert.equal(await pending, "still here");
  assert.equal(told.length, malformed.length);
  for (const [hook, error] of told) {
    assert.equal(hook, "onInvalidMessage");
    assert.ok(error instanceof InvalidMessageError, String(error));
    assert.equal(error.name, "InvalidMessageError");
  }
  assert.equal(told[0][1].received, "{");
  assert.ok(told[0][1].cause instanceof SyntaxError);
  assert.deepEqual(told[7][1].received, { id: 1.5, result: {} });
});

test("a malformed response ends its call, which would wait for ever", async () => {
  for (const wrong of [
    {},
    { result: 1, error: { code: 1, message: "both" } },
    { error: { code: "1", message: "text" } },
    { error: { code: 1 } },
    { error: { code: 1.5, message: "fraction" } },
    { result: 1, error: "text" },
    { error: "text" },
  ]) {
    const { client, next, send, told } = connected();
    const pending = client.request("thread/start", {});
    const { id } = await next();
    send({ id, ...wrong });
    await assert.rejects(pending, InvalidMessageError, JSON.stringify(wrong));
    assert.equal(told.length, 1);
  }
});

test("an error for a request that the server could not read reaches the hook", async () => {
  const { send, told } = connected();
  const response = { id: null, error: { code: -32700, message: "parse error" } };
  send(response);
  await settled();
  assert.deepEqual(told, [["onLateResponse", response, undefined]]);
});

test("without hooks, a line is printed for each thing", async () => {
  const [near, far] = memoryTransportPair();
  const lines = await printed(async () => {
    const client = createClient(near);
    client.onNotification("error", () => {
      throw new Error("listener");
    });
    far.start({ message() {}, closed() {}, invalid() {} });
    far.send("{");
    far.send('{"id":5,"result":{}}');
    far.send('{"method":"far/future","params":{"secret":"s3"}}');
    far.send('{"method":"far/question","id":1}');
    far.send('{"method":"error","params":{}}');
    await settled();
  });
  assert.equal(lines.length, 5, lines.join("\n"));
  assert.match(lines[0], /no JSON/);
  assert.match(lines[1], /id 5 of no call/);
  assert.match(lines[2], /unknown notification .*far\/future/);
  assert.match(lines[3], /without a handler .*far\/question/);
  assert.match(lines[4], /handler of error failed: Error: listener/);
  assert.ok(!lines.join().includes("s3"));
});

test("a hook that fails is reported, and the connection goes on", async () => {
  for (const hook of [() => { throw new Error("hook"); }, () => Promise.reject(new Error("hook"))]) {
    const { client, next, send } = connected({ onLateResponse: hook });
    const lines = await printed(async () => {
      send({ id: 99, result: {} });
      await settled();
    });
    assert.match(lines.join("\n"), /hook onLateResponse failed Error: hook/);
    const pending = client.request("account/logout");
    const { id } = await next();
    send({ id, result: "on" });
    assert.equal(await pending, "on");
  }
});

test("both surfaces have one set of error classes", () => {
  assert.equal(experimental.RpcError, RpcError);
  assert.equal(experimental.ConnectionClosedError, ConnectionClosedError);
  assert.notEqual(experimental.createClient, createClient);
});

test("the functions of a client can be passed around by themselves", async () => {
  const { client, next, send } = connected();
  const { request } = client;
  const pending = request("account/logout");
  await next();
  send({ id: 1, result: "free" });
  assert.equal(await pending, "free");
});
