// Validation as a client's author uses it: modes, errors and hooks, the policy for newer peers, and a connection that
// goes on whatever arrives.
import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { InvalidMessageError } from "app-server-protocol";
import * as experimental from "app-server-protocol/experimental/validate";
import { ValidationError, createValidation, createValidationOf } from "app-server-protocol/validate";
import { all, accountReadResult, turnInterruptParams, turnStartedParams } from "app-server-protocol/validate/schemas";

import { connected, settled } from "./support/peer.js";

/** An account of a kind, and one with a plan, that a server may come to know. */
const NEWER = { account: { type: "passkey", device: "d" }, requiresOpenaiAuth: true };
const NEWER_PLAN = { account: { type: "chatgpt", email: "a@b", planType: "galactic" }, requiresOpenaiAuth: false };
const WRONG = { account: null, requiresOpenaiAuth: "yes" };

test("what does not fit is refused before it is sent, with method, place and all issues", () => {
  const check = createValidation();
  const params = { threadId: 7, input: [{ type: "telepathy" }] };
  assert.throws(
    () => check.outgoing("params", "turn/start", params),
    (error) => {
      assert.ok(error instanceof ValidationError && error instanceof Error);
      assert.equal(error.name, "ValidationError");
      assert.equal(error.method, "turn/start");
      assert.equal(error.what, "params");
      assert.equal(error.direction, "outgoing");
      assert.equal(error.pointer, "/input/0/type");
      assert.deepEqual(
        error.issues.map(({ pointer, keyword }) => [pointer, keyword]),
        [
          ["/input/0/type", "enum"],
          ["/threadId", "type"],
        ],
      );
      assert.match(
        error.message,
        /^turn\/start: outgoing params at \/input\/0\/type: expected one of .*"telepathy" \(and 1 more\)$/,
      );
      return true;
    },
  );
});

test("what is received is handed on as it is: the same reference, nothing added or taken away", () => {
  const check = createValidation();
  const value = Object.freeze({ account: null, requiresOpenaiAuth: false, further: Object.freeze({}) });
  assert.equal(check.incoming("result", "account/read", value), value);
  assert.deepEqual(Object.keys(value), ["account", "requiresOpenaiAuth", "further"]);
});

test("a newer peer: unknown members, values, variants and methods reach the application", () => {
  const problems = [];
  const check = createValidation({ mode: "strict", onProblem: (problem) => problems.push(problem) });
  assert.equal(check.incoming("result", "account/read", NEWER), NEWER);
  assert.equal(check.incoming("result", "account/read", NEWER_PLAN), NEWER_PLAN);
  const places = problems.map(({ issues, refused }) => [issues[0].pointer, issues[0].tolerated, refused]);
  assert.deepEqual(places, [
    ["/account/type", true, false],
    ["/account/planType", true, false],
  ]);
  // A member that nobody knows is no news.
  check.incoming("params", "account/updated", { authMode: null, planType: null, since: 0 });
  // Methods that nobody knows are the client's business.
  for (const method of ["galaxy/expanded", "constructor", "__proto__", ""]) {
    const value = { method };
    assert.equal(check.incoming("params", method, value), value);
    assert.equal(check.incoming("result", method, value), value);
    check.outgoing("params", method, value);
  }
  assert.equal(problems.length, 2);
});

test("what is received is refused for a wrong type or a missing member", () => {
  const check = createValidation({ mode: "strict" });
  const pointer = (value) => {
    try {
      check.incoming("result", "account/read", value);
    } catch (error) {
      return `${error.pointer} ${error.issues[0].keyword}`;
    }
    return "accepted";
  };
  assert.equal(pointer(WRONG), "/requiresOpenaiAuth type");
  assert.equal(pointer({ account: null }), " required");
  assert.equal(
    pointer({ requiresOpenaiAuth: true }),
    " required",
    "the sender always writes it, though it may be null",
  );
  assert.equal(pointer({ ...NEWER, requiresOpenaiAuth: 1 }), "/requiresOpenaiAuth type", "before what is tolerated");
  assert.equal(pointer(null), " type");
});

test("the modes: off sees nothing, warn reports and lets pass, strict reports and refuses; for each direction", () => {
  const seen = (options) => {
    const problems = [];
    const check = createValidation({ ...options, onProblem: (problem) => problems.push(problem) });
    const attempt = (act) => {
      try {
        act();
        return "passed";
      } catch {
        return "refused";
      }
    };
    const out = attempt(() => check.outgoing("params", "turn/interrupt", {}));
    const into = attempt(() => check.incoming("result", "account/read", WRONG));
    return [out, into, problems.map(({ direction, refused }) => `${direction} ${refused}`)];
  };
  assert.deepEqual(seen({ mode: "off" }), ["passed", "passed", []]);
  assert.deepEqual(seen({ mode: "warn" }), ["passed", "passed", ["outgoing false", "incoming false"]]);
  assert.deepEqual(seen({ mode: "strict" }), ["refused", "refused", ["outgoing true", "incoming true"]]);
  assert.deepEqual(seen({}), seen({ mode: "strict" }));
  assert.deepEqual(seen({ mode: "strict", receive: "warn" }), [
    "refused",
    "passed",
    ["outgoing true", "incoming false"],
  ]);
  assert.deepEqual(seen({ send: "off", receive: "strict" }), ["passed", "refused", ["incoming true"]]);
  assert.throws(() => createValidation({ mode: "lax" }), /mode is "lax", expected off, warn, strict/);
  assert.throws(() => createValidation({ receive: null }), TypeError);
});

test("without a hook, warn writes one line to the console, and strict none for what is tolerated", () => {
  const warn = mock.method(console, "warn", () => {});
  try {
    createValidation({ mode: "warn" }).outgoing("params", "turn/interrupt", { threadId: "t" });
    assert.deepEqual(
      warn.mock.calls.map((call) => call.arguments),
      [["turn/interrupt: outgoing params: missing `turnId`"]],
    );
    createValidation({ mode: "strict" }).incoming("result", "account/read", NEWER);
    assert.equal(warn.mock.callCount(), 1);
  } finally {
    warn.mock.restore();
  }
});

test("a validation of some methods passes the others unseen", () => {
  const check = createValidationOf({ outgoing: { params: { "turn/interrupt": turnInterruptParams } } });
  assert.throws(() => check.outgoing("params", "turn/interrupt", {}), ValidationError);
  check.outgoing("params", "turn/start", {});
  assert.equal(check.incoming("result", "account/read", WRONG), WRONG);
});

test("the surfaces share their error, and know their own methods", () => {
  assert.equal(experimental.ValidationError, ValidationError);
  const bad = { threadId: 1 };
  createValidation().outgoing("params", "thread/goal/set", bad);
  assert.throws(() => experimental.createValidation().outgoing("params", "thread/goal/set", bad), ValidationError);
});

test("every schema is a Standard Schema, synchronous and without a word about its library", () => {
  let count = 0;
  for (const direction of ["outgoing", "incoming"]) {
    for (const what of ["params", "result"]) {
      for (const schema of Object.values(all[direction][what])) {
        const standard = schema["~standard"];
        assert.equal(standard.version, 1);
        assert.equal(typeof standard.vendor, "string");
        const { issues } = standard.validate(Symbol("no JSON"));
        // What takes no params tolerates whatever a newer server sends with it.
        assert.ok(issues?.length > 0 || direction === "incoming");
        for (const { message, path } of issues ?? []) assert.ok(typeof message === "string" && Array.isArray(path));
        count += 1;
      }
    }
  }
  assert.ok(count > 150, `${count} schemas`);
  assert.deepEqual(turnInterruptParams["~standard"].validate({ threadId: "t", turnId: 1 }), {
    issues: [
      {
        message: "expected a string, found 1",
        path: ["turnId"],
        pointer: "/turnId",
        keyword: "type",
        tolerated: false,
      },
    ],
  });
  assert.deepEqual(accountReadResult["~standard"].validate(NEWER), { value: NEWER });
  assert.equal(turnStartedParams.direction, "incoming");
});

test("with a client: a bad response rejects its call alone, and bad params are not sent", async () => {
  const { client, next, send, sent, told } = connected({ validate: createValidation() });
  const bad = client.request("account/read", {});
  send({ id: (await next()).id, result: WRONG });
  await assert.rejects(bad, (error) => {
    return (
      error instanceof ValidationError && error.direction === "incoming" && error.pointer === "/requiresOpenaiAuth"
    );
  });
  await assert.rejects(client.request("turn/interrupt", { threadId: "t" }), ValidationError);
  await settled();
  assert.deepEqual(sent, []);
  const good = client.request("account/read", {});
  send({ id: (await next()).id, result: NEWER });
  assert.deepEqual(await good, NEWER);
  assert.deepEqual(told, []);
});

test("with a client: what a newer server sends arrives, and what is wrong goes to the hook", async () => {
  const { client, send, told } = connected({ validate: createValidation() });
  const updates = [];
  client.onNotification("account/updated", (params) => updates.push(params));
  const fine = { authMode: "telepathy", planType: null, since: 0 };
  send({ method: "account/updated", params: { authMode: 5, planType: null } });
  send({ method: "account/updated", params: fine });
  send({ method: "galaxy/expanded", params: { by: 2 } });
  await settled();
  assert.deepEqual(updates, [fine]);
  assert.deepEqual(
    told.map(([hook]) => hook),
    ["onInvalidMessage", "onUnknownNotification"],
  );
  const [, error] = told[0];
  assert.ok(error instanceof InvalidMessageError && error.cause instanceof ValidationError, String(error));
  assert.equal(error.cause.pointer, "/authMode");
});

test("with a client: bad params of a server's request are answered, and do not reach the handler", async () => {
  const { client, next, send } = connected({ validate: createValidation() });
  client.onRequest("account/chatgptAuthTokens/refresh", () => assert.fail("called"));
  send({ id: "q", method: "account/chatgptAuthTokens/refresh", params: { reason: 1, previousAccountId: null } });
  const { id, error } = await next();
  assert.equal(id, "q");
  assert.equal(error.code, -32602);
  assert.match(error.message, /reason/);
});

test("with a client: a handler's result that does not fit is not sent, and its author is told", async () => {
  const { client, next, send, told } = connected({ validate: createValidation() });
  client.onRequest("item/commandExecution/requestApproval", () => ({ decision: "perhaps" }));
  const params = { threadId: "t", turnId: "u", itemId: "i", startedAtMs: 0 };
  send({ id: 1, method: "item/commandExecution/requestApproval", params });
  const answer = await next();
  assert.equal(answer.error.code, -32603);
  assert.ok(!("result" in answer));
  assert.ok(
    told.some(([hook, error]) => hook === "onHandlerError" && error instanceof ValidationError),
    JSON.stringify(told),
  );
});
