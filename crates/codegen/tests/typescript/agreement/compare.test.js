// What the comparison catches, on a package small enough to see: each test plants one mistake, and the findings name
// the type in which it is and nothing else.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { compare } from "./compare.js";
import { CompilerError } from "./compiler.js";

const TYPES = `
export type Book = { title: string; pages: number; shelf?: Shelf; loan: Loan | null };
export type Leaf = { leaves: Leaf[] };
export type Loan = { kind: "free" } | { to: Reader; kind: "out"; until: number };
export type Out = { until: number; to: Reader };
export type Reader = { name: string; note: string | null };
export type ReaderInput = { name: string; note?: string | null };
export type Shelf = "low" | "high";
`;

const METHODS = `
import type { Book, ReaderInput } from "./types.js";
export interface ClientRequests { "book/lend": { params: ReaderInput; result: Book } }
`;

const RENDERED = {
  Book: "{ pages: number, \n/** What stands on its back. */\ntitle: string, loan: Loan | null, shelf?: Shelf, }",
  Leaf: "{ leaves: Array<Leaf>, }",
  Loan: `{ "kind": "free" } | { "kind": "out" } & Out`,
  Out: "{ until: number, to: Reader, }",
  Reader: "{ name: string, note: string | null, }",
  Reader$Input: "{ name: string, note?: string | null, }",
  Shelf: `"high" | "low"`,
  ClientRequests: `{ "book/lend": { params: Reader$Input, result: Book }, }`,
};

/** Compares the two after a change to either, and gives what was found as `kind name`. */
function findings({ types = TYPES, methods = METHODS, rendered = {}, differences = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "package-"));
  try {
    writeFileSync(join(folder, "types.d.ts"), types);
    writeFileSync(join(folder, "methods.d.ts"), methods);
    writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
    const all = Object.entries({ ...RENDERED, ...rendered }).filter(([, body]) => body !== null);
    const result = compare(folder, all.map(([name, body]) => ({ name, rust: `crate::${name}`, body })), differences);
    return { ...result, names: result.findings.map(({ kind, name }) => `${kind} ${name}`) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The package with one place changed; the place has to be there. */
function planted(from, to, text = TYPES) {
  assert.ok(text.includes(from), `\`${from}\` is not there to be changed`);
  return text.replace(from, to);
}

test("two renderings of the same types agree, whatever the order of members and variants", () => {
  const { names, compared } = findings();
  assert.deepEqual(names, []);
  assert.equal(compared, 8);
});

const MISTAKES = [
  ["the type of a member", "pages: number", "pages: string", "Book"],
  ["a member that may be absent and must not be", "title: string", "title?: string", "Book"],
  ["a member that is optional and required here", "shelf?: Shelf", "shelf: Shelf", "Book"],
  ["undefined in place of absent", "shelf?: Shelf", "shelf?: Shelf | undefined", "Book"],
  ["a member that is never null", "loan: Loan | null", "loan: Loan", "Book"],
  ["a required member too few", "title: string; ", "", "Book"],
  // These two are assignable both ways.
  ["an optional member too few", "shelf?: Shelf; ", "", "Book"],
  ["an optional member too many", "pages: number;", "pages: number; size?: number;", "Book"],
  ["a member that takes anything", "pages: number", "pages: any", "Book"],
  ["a type that takes anything", `"low" | "high"`, "any", "Shelf"],
  ["a type that nothing fits", `"low" | "high"`, "never", "Shelf"],
  ["a read-only member", "pages: number", "readonly pages: number", "Book"],
  ["a variant too few", ` | "high"`, "", "Shelf"],
  ["a variant too many", `"low"`, `"low" | "middle"`, "Shelf"],
  ["a variant of an object too few", `{ kind: "free" } | `, "", "Loan"],
  ["a wrong tag", `kind: "free"`, `kind: "gratis"`, "Loan"],
  ["a type that refers to itself, wrongly", "leaves: Leaf[]", "leaves: Leaf", "Leaf"],
  ["a reference to another type that looks alike only when read", "to: Reader; kind", "to: ReaderInput; kind", "Loan"],
  ["what is written, required", "note?: string | null", "note: string | null", "ReaderInput"],
];

for (const [what, from, to, name] of MISTAKES) {
  test(`caught: ${what}`, () => {
    const { names, findings: found } = findings({ types: planted(from, to) });
    assert.deepEqual(names, [`differs ${name}`]);
    assert.match(found[0].message, /the package, \w+:\n[^]*ts-rs:\n/);
  });
}

test("the message shows both declarations and marks the lines that differ", () => {
  const { findings: found } = findings({ types: planted("pages: number", "pages: string") });
  assert.equal(
    found[0].message,
    `\`Book\` is not what ts-rs makes of crate::Book
  the package, Book:
      {
          title: string;
    -     pages: string;
          shelf?: Shelf;
          loan: Loan | null;
      }
  ts-rs:
      {
    +     pages: number;
          title: string;
          loan: Loan | null;
          shelf?: Shelf;
      }`,
  );
});

test("caught: a method's params and result", () => {
  for (const [from, to] of [["result: Book", "result: ReaderInput"], [`"book/lend"`, `"book/borrow"`]]) {
    assert.deepEqual(findings({ methods: planted(from, to, METHODS) }).names, ["differs ClientRequests"]);
  }
});

test("caught: one form for what is read and what is written", () => {
  const types = planted("export type ReaderInput = { name: string; note?: string | null };\n", "");
  const methods = METHODS.replaceAll("ReaderInput", "Reader");
  assert.deepEqual(findings({ types, methods }).names, ["differs Reader"]);
});

test("caught: a type that only one side has", () => {
  assert.deepEqual(findings({ rendered: { Page: "{ number: number, }" } }).names, ["missing Page"]);
  assert.deepEqual(findings({ types: `${TYPES}export type Page = { number: number };\n` }).names, ["extra Page"]);
});

test("a type whose name ends in Input is not taken for what is written of another", () => {
  const types = `${TYPES}export type Pen = { ink: string };\nexport type PenInput = { word: string };\n`;
  const pens = { Pen: "{ ink: string, }", PenInput: "{ word: string, }" };
  assert.deepEqual(findings({ types, rendered: { ...pens, Pen$Input: "{ ink: string, }" } }).names, []);
  assert.deepEqual(findings({ types, rendered: { ...pens, Pen$Input: "{ ink?: string, }" } }).names, ["differs Pen"]);
});

test("what does not compile is an error, not agreement", () => {
  assert.throws(() => findings({ types: planted("to: Reader", "to: Raeder") }), CompilerError);
  assert.throws(() => findings({ rendered: { Leaf: "{ leaves: Array<Laef>, }" } }), /Laef/);
});

/** A class that turns `note: string | null` into `note: string`. */
const NOTE = {
  name: "Note",
  reason: "…",
  rewrite: `type Note<T> = { [K in keyof T]: K extends "note" ? string : T[K] };`,
};
const noteless = planted("note: string | null", "note: string");

test("an intended difference is none, and is counted", () => {
  const { names, used } = findings({ types: noteless, differences: [{ ...NOTE, types: ["Reader"] }] });
  assert.deepEqual(names, []);
  assert.deepEqual([...used], [["Note", ["Reader"]]]);
  assert.deepEqual(findings({ types: noteless, differences: [NOTE] }).names, []);
});

test("caught: a difference of a known class in a type that is not listed", () => {
  const types = planted("title: string", "title: string; note: string", noteless);
  const rendered = { Book: "{ pages: number, title: string, note: string | null, loan: Loan | null, shelf?: Shelf, }" };
  const listed = [{ ...NOTE, types: ["Reader"] }];
  assert.deepEqual(findings({ types, rendered, differences: listed }).names, ["differs Book"]);
});

test("caught: a further mistake in a type with an intended difference", () => {
  const types = planted("name: string; note: string", "name: number; note: string", noteless);
  assert.deepEqual(findings({ types, differences: [NOTE] }).names, ["differs Reader", "stale Note"]);
});

test("caught: an intended difference that is gone", () => {
  assert.deepEqual(findings({ differences: [{ ...NOTE, types: ["Reader"] }] }).names, ["stale Reader"]);
  const listed = [{ ...NOTE, types: ["Reader", "Raeder"] }];
  assert.deepEqual(findings({ types: noteless, differences: listed }).names, ["stale Raeder"]);
  assert.deepEqual(findings({ differences: [NOTE] }).names, ["stale Note"]);
});
