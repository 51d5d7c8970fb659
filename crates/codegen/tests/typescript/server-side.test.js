// What the server starts: its requests, its notifications and streams of them, and validation of all.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ConnectionClosedError, InvalidMessageError, NotificationOverflowError, RpcError } from "app-server-protocol";
import { createClient as createExperimental } from "app-server-protocol/experimental";
import { memoryTransportPair } from "app-server-protocol/transports/memory";

import { connected, settled } from "./support/peer.js";

const approval = "item/commandExecution/requestApproval";
const delta = (n) => ({ method: "item/agentMessage/delta", params: { delta: String(n) } });

test("a handler answers a request, with number and text as ids", async () => {
  const { client, next, send } = connected();
  const seen = [];
  client.onRequest(approval, async (params, context) => {
    seen.push([params, context.id, context.method, context.trace, context.signal.aborted]);
    return { decision: "accept" };
  });
  send({ id: 0, method: approval, params: { threadId: "t" }, trace: { traceparent: "00" } });
  assert.deepEqual(await next(), { id: 0, result: { decision: "accept" } });
  send({ id: "a", method: approval });
  assert.deepEqual(await next(), { id: "a", result: { decision: "accept" } });
  assert.deepEqual(seen, [
    [{ threadId: "t" }, 0, approval, { traceparent: "00" }, false],
    [undefined, "a", approval, undefined, false],
  ]);
});

test("an RpcError of a handler is the answer", async () => {
  const { client, next, send, told } = connected();
  client.onRequest(approval, () => {
    throw new RpcError(-32000, "not now", { retry: true });
  });
  send({ id: 1, method: approval });
  assert.deepEqual(await next(), { id: 1, error: { code: -32000, message: "not now", data: { retry: true } } });
  assert.deepEqual(told, []);
});

test("any other error is told to the hook, and the server learns nothing of it", async () => {
  const cyclic = {};
  cyclic.self = cyclic;
  const secret = new Error("/home/ada/.ssh/id");
  const faults = [
    () => { throw secret; },
    () => Promise.reject(secret),
    () => { throw "text"; },
    () => { throw undefined; },
    () => cyclic,
    () => 10n,
  ];
  for (const fault of faults) {
    const { client, next, send, told } = connected();
    client.onRequest(approval, fault);
    send({ id: 1, method: approval });
    assert.deepEqual(await next(), { id: 1, error: { code: -32603, message: `the handler of ${approval} failed` } });
    assert.equal(told.length, 1);
    assert.deepEqual([told[0][0], told[0][2]], ["onHandlerError", { method: approval, id: 1 }]);
  }
});

test("a handler that returns nothing answers null", async () => {
  const { client, next, send } = connected();
  client.onRequest(approval, () => {});
  send({ id: 1, method: approval });
  assert.deepEqual(await next(), { id: 1, result: null });
});

test("a request without a handler is answered and told", async () => {
  const { client, next, send, told } = connected();
  const remove = client.onRequest(approval, () => ({ decision: "accept" }));
  assert.throws(() => client.onRequest(approval, () => {}), /has a handler already/);
  remove();
  remove();
  for (const method of [approval, "far/future", "toString", "__proto__"]) {
    send({ id: 1, method, params: { a: 1 } });
    assert.deepEqual(await next(), { id: 1, error: { code: -32601, message: `method not found: ${method}` } });
    assert.deepEqual(told.pop(), ["onUnknownRequest", { method, id: 1, params: { a: 1 } }]);
  }
  // An old remover does not remove the next handler.
  client.onRequest(approval, () => ({ decision: "decline" }));
  remove();
  send({ id: 2, method: approval });
  assert.deepEqual(await next(), { id: 2, result: { decision: "decline" } });
});

test("handlers run side by side, and their answers go out as they come", async () => {
  const { client, next, send } = connected();
  const free = [];
  client.onRequest(approval, () => new Promise((resolve) => free.push(resolve)));
  send({ id: 1, method: approval });
  send({ id: 2, method: approval });
  await settled();
  free[1]("second");
  assert.deepEqual(await next(), { id: 2, result: "second" });
  free[0]("first");
  assert.deepEqual(await next(), { id: 1, result: "first" });
});

test("the end of the connection aborts the handlers", async () => {
  const { client, send, told, end } = connected();
  let reason;
  client.onRequest(approval, async (_, { signal }) => {
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    reason = signal.reason;
    throw new Error("aborted");
  });
  send({ id: 1, method: approval });
  await settled();
  end();
  await client.closed;
  await settled();
  assert.ok(reason instanceof ConnectionClosedError);
  assert.equal(told[0][0], "onHandlerError");
});

test("listeners are called in order, each as often as it was added, until it is removed", async () => {
  const { client, send } = connected();
  const seen = [];
  const listener = (params) => void seen.push(params.delta);
  const removeFirst = client.onNotification("item/agentMessage/delta", listener);
  const removeSecond = client.onNotification("item/agentMessage/delta", listener);
  send(delta(1));
  await settled();
  removeFirst();
  removeFirst();
  send(delta(2));
  await settled();
  removeSecond();
  send(delta(3));
  await settled();
  assert.deepEqual(seen, ["1", "1", "2"]);
});

test("a listener that fails does not keep the next from being called", async () => {
  const { client, send, told } = connected();
  const wrong = new Error("listener");
  const seen = [];
  client.onNotification("error", () => { throw wrong; });
  client.onNotification("error", () => Promise.reject(wrong));
  client.onNotification("error", (params) => void seen.push(params));
  send({ method: "error", params: { a: 1 } });
  await settled();
  assert.deepEqual(seen, [{ a: 1 }]);
  assert.deepEqual(told, Array(2).fill(["onHandlerError", wrong, { method: "error" }]));
});

test("a listener can remove itself or another while they are called", async () => {
  const { client, send } = connected();
  const seen = [];
  const removeFirst = client.onNotification("error", () => {
    seen.push("first");
    removeFirst();
  });
  client.onNotification("error", () => void seen.push("second"));
  send({ method: "error", params: {} });
  send({ method: "error", params: {} });
  await settled();
  assert.deepEqual(seen, ["first", "second", "second"]);
});

test("an unknown notification goes to the hook; a known one that nobody wants goes nowhere", async () => {
  const { client, send, told } = connected();
  const all = client.notifications();
  send({ method: "far/future", params: { a: 1 } });
  send({ method: "toString" });
  send({ method: "thread/closed", params: { threadId: "t" } });
  await settled();
  assert.deepEqual(told, [
    ["onUnknownNotification", { method: "far/future", params: { a: 1 } }],
    ["onUnknownNotification", { method: "toString" }],
  ]);
  assert.equal((await all.next()).value.method, "thread/closed");
  // Whoever asks for it by name gets it.
  const seen = [];
  client.onNotification("far/future", (params) => void seen.push(params));
  send({ method: "far/future", params: { a: 2 } });
  await settled();
  assert.deepEqual(seen, [{ a: 2 }]);
  assert.equal(told.length, 2);
});

test("each surface knows its own notifications", async () => {
  const experimental = { method: "thread/goal/cleared", params: { threadId: "t" } };
  const { send, told } = connected();
  send(experimental);
  await settled();
  assert.equal(told.length, 1);
  const [near, far] = memoryTransportPair();
  const unknown = [];
  const client = createExperimental(near, { onUnknownNotification: (notification) => void unknown.push(notification) });
  const stream = client.notifications({ methods: ["thread/goal/cleared"] });
  far.send(JSON.stringify(experimental));
  assert.deepEqual((await stream.next()).value, experimental);
  assert.deepEqual(unknown, []);
});

test("a stream begins when it is made, and narrows by method and content", async () => {
  const { client, send } = connected();
  const stream = client.notifications({
    methods: ["item/agentMessage/delta", "turn/completed"],
    where: (notification) => notification.params.delta !== "2",
  });
  for (const n of [1, 2, 3]) send(delta(n));
  send({ method: "error", params: {} });
  send({ method: "turn/completed", params: { turn: {} } });
  await settled();
  const seen = [];
  for await (const notification of stream) {
    seen.push(notification.params.delta ?? notification.method);
    if (notification.method === "turn/completed") break;
  }
  assert.deepEqual(seen, ["1", "3", "turn/completed"]);
  // The loop has unsubscribed: nothing is kept any longer.
  send(delta(4));
  await settled();
  assert.deepEqual(await stream.next(), { done: true, value: undefined });
});

test("what arrives between request and response is not missed", async () => {
  const { client, next, send } = connected();
  const stream = client.notifications({ methods: ["turn/started"] });
  const pending = client.request("turn/start", { threadId: "t", input: [] });
  const { id } = await next();
  send({ method: "turn/started", params: { turn: { id: "u" } } });
  send({ id, result: { turn: { id: "u" } } });
  await pending;
  assert.equal((await stream.next()).value.params.turn.id, "u");
});

test("several consumers take turns, and each stream has all of it", async () => {
  const { client, send } = connected();
  const [first, second] = [client.notifications(), client.notifications()];
  const waiting = [first.next(), first.next()];
  send(delta(1));
  send(delta(2));
  assert.deepEqual((await Promise.all(waiting)).map(({ value }) => value.params.delta), ["1", "2"]);
  assert.deepEqual([(await second.next()).value, (await second.next()).value], [delta(1), delta(2)]);
});

test("the end of the connection ends a stream after what was waiting", async () => {
  const { client, send, end } = connected();
  const [behind, ahead] = [client.notifications(), client.notifications()];
  const seen = [];
  const reading = (async () => {
    for await (const { params } of ahead) seen.push(params.delta);
  })();
  send(delta(1));
  send(delta(2));
  end();
  await reading;
  assert.deepEqual(seen, ["1", "2"]);
  for await (const { params } of behind) seen.push(params.delta);
  assert.deepEqual(seen, ["1", "2", "1", "2"]);
  assert.deepEqual(await client.notifications().next(), { done: true, value: undefined });
});

test("overflow as an error comes after what was waiting, and once", async () => {
  const { client, send } = connected();
  const stream = client.notifications({ limit: 2 });
  for (const n of [1, 2, 3, 4]) send(delta(n));
  await settled();
  assert.deepEqual([(await stream.next()).value, (await stream.next()).value], [delta(1), delta(2)]);
  const error = await stream.next().catch((error) => error);
  assert.ok(error instanceof NotificationOverflowError);
  assert.equal(error.limit, 2);
  assert.equal((await stream.next()).done, true);
});

for (const [overflow, kept] of [
  ["drop-oldest", [3, 4]],
  ["drop-newest", [1, 2]],
]) {
  test(`overflow with ${overflow} keeps to the limit and counts`, async () => {
    const { client, send } = connected();
    const stream = client.notifications({ limit: 2, overflow });
    for (const n of [1, 2, 3, 4]) send(delta(n));
    await settled();
    assert.equal(stream.dropped, 2);
    assert.deepEqual([(await stream.next()).value, (await stream.next()).value], kept.map(delta));
    send(delta(5));
    assert.deepEqual((await stream.next()).value, delta(5));
    assert.equal(stream.dropped, 2);
  });
}

test("a consumer that keeps up never overflows, and a long queue stays in order", async () => {
  const { client, send } = connected();
  const stream = client.notifications({ limit: 1 });
  for (let n = 0; n < 100; n++) {
    send(delta(n));
    assert.deepEqual((await stream.next()).value, delta(n));
  }
  const long = client.notifications({ limit: 10_000 });
  for (let n = 0; n < 10_000; n++) send(delta(n));
  for (let n = 0; n < 10_000; n++) assert.equal((await long.next()).value.params.delta, String(n));
  await stream.return();
});

test("a stream that makes no sense is refused", () => {
  const { client } = connected();
  for (const limit of [0, -1, 1.5, NaN]) assert.throws(() => client.notifications({ limit }), RangeError);
  assert.throws(() => client.notifications({ overflow: "block" }), /one of error, drop-oldest, drop-newest/);
});

test("a condition that fails ends its stream and no other", async () => {
  const { client, send } = connected();
  const wrong = new Error("where");
  const failing = client.notifications({ where: () => { throw wrong; } });
  const other = client.notifications();
  const waiting = failing.next();
  send(delta(1));
  await assert.rejects(waiting, (error) => error === wrong);
  assert.deepEqual((await other.next()).value, delta(1));
});

test("a signal ends a stream with its reason", async () => {
  const { client, send } = connected();
  const controller = new AbortController();
  const stream = client.notifications({ signal: controller.signal });
  send(delta(1));
  await settled();
  const reason = new Error("enough");
  controller.abort(reason);
  assert.deepEqual((await stream.next()).value, delta(1));
  await assert.rejects(stream.next(), (error) => error === reason);
  await assert.rejects(client.notifications({ signal: controller.signal }).next(), (error) => error === reason);
});

test("a check is asked about everything, in its direction", async () => {
  const asked = [];
  const validate = {
    outgoing: (...of) => void asked.push(["out", ...of]),
    incoming: (...of) => (asked.push(["in", ...of]), of[2] && { ...of[2], checked: true }),
  };
  const { client, next, send } = connected({ validate });
  client.onRequest(approval, (params) => ({ decision: params.checked ? "accept" : "decline" }));
  const stream = client.notifications();
  const pending = client.request("thread/start", { cwd: "/" });
  await next();
  send({ id: 1, result: { a: 1 } });
  assert.deepEqual(await pending, { a: 1, checked: true });
  await client.notify("initialized");
  await next();
  send({ id: 5, method: approval, params: {} });
  assert.deepEqual(await next(), { id: 5, result: { decision: "accept" } });
  send(delta(1));
  assert.deepEqual((await stream.next()).value.params, { delta: "1", checked: true });
  assert.deepEqual(asked, [
    ["out", "params", "thread/start", { cwd: "/" }],
    ["in", "result", "thread/start", { a: 1 }],
    ["out", "params", "initialized", undefined],
    ["in", "params", approval, {}],
    ["out", "result", approval, { decision: "accept" }],
    ["in", "params", "item/agentMessage/delta", { delta: "1" }],
  ]);
});

test("a check that refuses ends what it concerns and no more", async () => {
  const refused = new Error("/cwd is no string");
  let refuse = true;
  const check = (_what, _method, value) => {
    if (refuse) throw refused;
    return value;
  };
  const { client, next, sent, send, told } = connected({ validate: { outgoing: check, incoming: check } });
  const isRefused = (error) => error === refused;
  await assert.rejects(client.request("thread/start", {}), isRefused);
  await assert.rejects(client.notify("initialized"), isRefused);
  assert.deepEqual(sent, []);
  // A response.
  refuse = false;
  const pending = client.request("account/logout");
  const { id } = await next();
  refuse = true;
  send({ id, result: {} });
  await assert.rejects(pending, isRefused);
  // A request.
  const called = [];
  client.onRequest(approval, () => void called.push(1));
  send({ id: 7, method: approval, params: {} });
  assert.deepEqual(await next(), { id: 7, error: { code: -32602, message: "invalid params: /cwd is no string" } });
  // A notification.
  client.onNotification("error", () => void called.push(1));
  send({ method: "error", params: {} });
  await settled();
  assert.deepEqual(called, []);
  assert.deepEqual(told.map(([hook]) => hook), ["onInvalidMessage", "onInvalidMessage"]);
  for (const [, error] of told) {
    assert.ok(error instanceof InvalidMessageError);
    assert.equal(error.cause, refused);
  }
  // A result of a handler.
  refuse = false;
  client.onRequest("item/tool/call", () => {
    refuse = true;
    return {};
  });
  send({ id: 8, method: "item/tool/call" });
  assert.equal((await next()).error.code, -32603);
  assert.deepEqual(told.at(-1).slice(0, 2), ["onHandlerError", refused]);
  // And the connection goes on.
  refuse = false;
  const after = client.request("account/logout");
  send({ id: (await next()).id, result: "on" });
  assert.equal(await after, "on");
});
