// Holds the generated validation against every fixture, and against Ajv on thousands of damaged ones: two validators
// that share nothing but the protocol.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import Ajv from "ajv";
import { all } from "app-server-protocol/experimental/validate/schemas";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../../..");
const read = (...path) => JSON.parse(readFileSync(join(root, ...path), "utf8"));
const { methods } = read("schema/experimental/methods.json");
const bundle = read("schema/experimental/app_server_protocol.v2.schemas.json");

/**
 * Where we point to another place than the decoder in Rust, by class. Each is a union whose variants do not say which
 * they are: the decoder points to the union, we point into the form that was most likely meant.
 */
const DEEPER = {
  "thread-list/folder-is-null.json": "/cwd/1",
  "mcpServer-elicitation-request/unknown-mode.json": "/mode",
};

/**
 * What is accepted although the decoder refuses it: an integer beyond 64 bits in what the server sends. Once JavaScript
 * has parsed it, it cannot be told from the greatest one of 64 bits.
 */
const ROUNDED = [
  "fs-getMetadata/result-created-at-overflows.json",
  "item-reasoning-summaryPartAdded/summary-index-overflows.json",
  "thread-decrement_elicitation/result-count-overflows.json",
  "thread-started/created-at-overflows.json",
  "thread-tokenUsage-updated/tokens-overflow.json",
];

/** The faults that are let pass in what the server sends. */
const TOLERATED = ["enum", "additionalProperties", "oneOf"];

const directionOf = (method, what) =>
  (method.direction === "client-to-server") === (what === "params") ? "outgoing" : "incoming";

/** All fixtures of a kind: method, name, message and what is expected of a reject. */
function* fixtures(kind) {
  for (const method of methods) {
    const name = method.method.replaceAll("/", "-");
    const folder = join("crates/app-server-protocol/fixtures", name, kind);
    if (!existsSync(join(root, folder))) continue;
    for (const file of readdirSync(join(root, folder))) {
      const content = read(folder, file);
      yield { method, name: `${name}/${file}`, ...(kind === "accept" ? { message: content } : content) };
    }
  }
}

/** The payloads of the accepted messages. */
function* payloads() {
  for (const { method, name, message } of fixtures("accept")) {
    for (const what of ["params", "result"]) {
      // A message with a method has params, said or not; one without is a response.
      if (!(what in message) && !(what === "params" && "method" in message)) continue;
      yield { method, name, what, value: message[what], direction: directionOf(method, what) };
    }
  }
}

test("every accepted message is accepted in the direction in which it travels", () => {
  let count = 0;
  for (const { method, name, what, value, direction } of payloads()) {
    const before = JSON.stringify(value);
    const schema = all[direction][what][method.method];
    assert.deepEqual(schema.inspect(value), [], `${name}: ${what}`);
    const result = schema["~standard"].validate(value);
    assert.equal(result.value, value, "the same reference");
    assert.equal(JSON.stringify(value), before);
    count += 1;
  }
  assert.ok(count > 400, `${count} payloads`);
});

test("every rejected message is refused at the place that the decoder points to", () => {
  const deeper = new Set(Object.keys(DEEPER));
  const rounded = [];
  const found = { outgoing: 0, incoming: 0, tolerated: 0 };
  for (const { method, name, message, expect } of fixtures("reject")) {
    const [, what, place] = /^\/(params|result)(.*)$/s.exec(expect.rust ?? expect.pointer) ?? [];
    assert.ok(what, `${name} is about the envelope, which is no business of the validation`);
    const direction = directionOf(method, what);
    const issues = all[direction][what][method.method].inspect(message[what]);
    if (issues.length === 0) {
      rounded.push(name);
      continue;
    }
    const [{ pointer, keyword, tolerated, message: text }] = issues;
    assert.equal(pointer, DEEPER[name] ?? place, `${name}: ${text}`);
    deeper.delete(name);
    assert.ok(text.length > 0 && text.length < 400, text);
    if (direction === "outgoing") assert.ok(!tolerated, `${name}: what is sent is strict`);
    if (tolerated) assert.ok(TOLERATED.includes(keyword), `${name}: ${keyword} is tolerated`);
    found[direction] += 1;
    found.tolerated += tolerated ? 1 : 0;
  }
  assert.deepEqual(rounded.sort(), ROUNDED, "rejects that are accepted");
  assert.deepEqual([...deeper], [], "exceptions that are none any longer");
  assert.ok(found.outgoing > 200 && found.incoming > 200 && found.tolerated > 20, JSON.stringify(found));
});

/** Formats say what the Rust type holds, as our checks do. Of 64 bits, the upper end is rounded to a power of two. */
const FORMATS = Object.fromEntries(
  [8, 16, 32, 64].flatMap((bits) => [
    [`int${bits}`, [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1]],
    [`uint${bits}`, [0, 2 ** bits - 1]],
  ]),
);
FORMATS.int = FORMATS.int64;
FORMATS.uint = FORMATS.uint64;

/** A schema with the two keywords that plain JSON Schema has no word for. */
function plain(schema, direction) {
  if (Array.isArray(schema)) return schema.map((one) => plain(one, direction));
  if (typeof schema !== "object" || schema === null) return schema;
  const out = {};
  for (const [name, value] of Object.entries(schema)) {
    if (name === "default" || name === "enum") out[name] = value;
    else if (name === "x-additionalProperties") out.additionalProperties = plain(value, direction);
    else if (name === "x-output-required" && Array.isArray(value)) continue;
    else out[name] = plain(value, direction);
  }
  if (direction === "incoming" && Array.isArray(schema["x-output-required"])) {
    out.required = [...(schema.required ?? []), ...schema["x-output-required"]];
  }
  return out;
}

/** Ajv's opinion of a payload. */
function oracle(direction) {
  const ajv = new Ajv({ strict: false });
  for (const [name, [low, high]] of Object.entries(FORMATS)) {
    const last = direction === "incoming" || Number.isSafeInteger(high);
    ajv.addFormat(name, { type: "number", validate: (value) => value >= low && (last ? value <= high : value < high) });
  }
  ajv.addFormat("double", true).addFormat("float", true);
  ajv.addSchema({ ...plain(bundle, direction), $id: "mem:bundle" });
  const compiled = new Map();
  return (definition, value) => {
    const name = definition.split("/").at(-1);
    if (!compiled.has(name)) compiled.set(name, ajv.compile({ $ref: `mem:bundle#/definitions/${name}` }));
    return compiled.get(name)(value);
  };
}

const OTHERS = [null, true, 0, 1, -1, 1.5, 2 ** 32, 2 ** 63, 2 ** 64, "", "unknown", [], ["a"], {}, { unknown: 1 }];

/** The value with one thing changed, for every place and every change. */
function* damaged(value) {
  for (const other of OTHERS) yield other;
  if (typeof value !== "object" || value === null) return;
  const copy = () => (Array.isArray(value) ? [...value] : { ...value });
  for (const key of Object.keys(value)) {
    const without = copy();
    if (Array.isArray(without)) without.splice(Number(key), 1);
    else delete without[key];
    yield without;
    for (const changed of damaged(value[key])) yield Object.assign(copy(), { [key]: changed });
  }
  if (Array.isArray(value)) yield [...value, ...value];
  else yield { ...value, "an unknown member": 1 };
}

test("it says of damaged messages what Ajv says", { timeout: 120_000 }, () => {
  const ask = { outgoing: oracle("outgoing"), incoming: oracle("incoming") };
  const counts = { valid: 0, invalid: 0 };
  for (const { method, name, what, value, direction } of payloads()) {
    if (!method[what]) continue;
    const schema = all[direction][what][method.method];
    for (const changed of damaged(value)) {
      const expected = ask[direction](method[what], changed);
      // That a sender leaves a member out instead of writing null is no matter of the schema.
      const issues = schema.inspect(changed).filter((issue) => !(issue.tolerated && issue.keyword === "type"));
      if ((issues.length === 0) !== expected) {
        const [message, said] = [changed, issues].map((value) => JSON.stringify(value));
        assert.fail(`${name}: Ajv says ${expected} of ${direction} ${what} ${message}, we say ${said}`);
      }
      counts[expected ? "valid" : "invalid"] += 1;
    }
  }
  assert.ok(counts.valid > 10_000 && counts.invalid > 50_000, JSON.stringify(counts));
});
