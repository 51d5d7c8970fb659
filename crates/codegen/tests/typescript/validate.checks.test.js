// The checks that the generated validation is put together from: for each, what it accepts, what it refuses and where,
// in what is sent and in what is received.
import assert from "node:assert/strict";
import { test } from "node:test";

import * as c from "../../../../generated-ts/runtime/checks.js";
import { all as library } from "../golden/generated-ts/experimental/validate/schemas.js";

const sent = (check, value) => c.schema(check, "outgoing").inspect(value);
const received = (check, value) => c.schema(check, "incoming").inspect(value);
/** An issue in short; `~` before what is tolerated. */
const short = (issues) =>
  issues.map(({ pointer, keyword, tolerated }) => `${tolerated ? "~" : ""}${pointer} ${keyword}`);

const person = c.object({ name: c.string }, { age: c.orNull(c.uint8) });
const closed = c.object({ name: c.string }, {}, { closed: true });
const kept = c.object({ name: c.string }, {}, { rest: c.number });
const animal = c.tagged("kind", { cat: c.object({ lives: c.uint8 }), dog: c.object({}) });
const place = c.keyed(["home"], { shelf: c.object({ row: c.uint32 }), room: c.string });
const text = c.either(c.string, c.list(c.object({ text: c.string })));
const tree = c.define(() => c.object({ parts: c.list(tree) }));

/** Check, what it accepts, and what it refuses with the issue in what is sent. */
const KINDS = {
  any: [
    c.any,
    [null, 0, "", [], {}, false],
    [
      [undefined, " type"],
      [() => 0, " type"],
      [1n, " type"],
    ],
  ],
  nothing: [
    c.nothing,
    [null],
    [
      [0, " type"],
      [undefined, " type"],
    ],
  ],
  absent: [c.absent, [undefined, null], [[{}, " type"]]],
  boolean: [
    c.boolean,
    [true, false],
    [
      ["true", " type"],
      [null, " type"],
      [0, " type"],
    ],
  ],
  string: [
    c.string,
    ["", "ä 語"],
    [
      [0, " type"],
      [null, " type"],
      [new Date(0), " type"],
    ],
  ],
  number: [
    c.number,
    [0, -0.5, 1e300],
    [
      ["1", " type"],
      [NaN, " type"],
      [Infinity, " type"],
    ],
  ],
  uint8: [
    c.uint8,
    [0, 255],
    [
      [-1, " minimum"],
      [256, " format"],
      [1.5, " type"],
      ["1", " type"],
    ],
  ],
  int16: [
    c.int16,
    [-32768, 32767],
    [
      [-32769, " format"],
      [32768, " format"],
    ],
  ],
  uint32: [
    c.uint32,
    [0, 4294967295],
    [
      [4294967296, " format"],
      [NaN, " type"],
    ],
  ],
  int64: [
    c.int64,
    [-(2 ** 63), 2 ** 53 + 2, 2 ** 63 - 1024],
    [
      [2 ** 63, " format"],
      [-(2 ** 63) - 2048, " format"],
    ],
  ],
  uint64: [
    c.uint64,
    [2 ** 64 - 2048],
    [
      [2 ** 64, " format"],
      [-1, " minimum"],
    ],
  ],
  whole: [
    c.whole,
    [-(2 ** 80), 2 ** 80],
    [
      [0.5, " type"],
      [Infinity, " type"],
    ],
  ],
  minimum: [
    c.within(c.uint32, 1),
    [1],
    [
      [0, " minimum"],
      ["0", " type"],
    ],
  ],
  maximum: [c.within(c.number, undefined, 0.5), [-3, 0.5], [[0.6, " maximum"]]],
  enum: [
    c.oneOf("a", "b"),
    ["a", "b"],
    [
      ["c", " enum"],
      [0, " enum"],
      [null, " enum"],
    ],
  ],
  orNull: [
    c.orNull(c.string),
    ["", null],
    [
      [0, " type"],
      [undefined, " type"],
    ],
  ],
  list: [
    c.list(c.uint8),
    [[], [1, 2]],
    [
      [{}, " type"],
      [[0, "1"], "/1 type"],
      [[undefined], "/0 type"],
      [{ length: 0 }, " type"],
    ],
  ],
  uniqueItems: [
    c.uniqueList(c.any),
    [[1, "1", { a: 1 }]],
    [
      [
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        "/1 uniqueItems",
      ],
      ["aa", " type"],
    ],
  ],
  tuple: [
    c.tuple(c.string, c.uint8),
    [["a", 1]],
    [
      [["a"], " minItems"],
      [["a", 1, 1], " maxItems"],
      [[1, 1], "/0 type"],
      ["a1", " type"],
    ],
  ],
  map: [
    c.map(c.uint8),
    [{}, { a: 1, b: undefined }],
    [
      [[], " type"],
      [{ a: "1" }, "/a type"],
      [{ constructor: "1" }, "/constructor type"],
    ],
  ],
  object: [
    person,
    [{ name: "a" }, { name: "a", age: null }, { name: "a", age: undefined, more: 1 }],
    [
      [{}, " required"],
      [{ name: undefined }, " required"],
      [{ name: null }, "/name type"],
      [{ name: "a", age: 256 }, "/age format"],
      [[], " type"],
      [null, " type"],
      ["name", " type"],
    ],
  ],
  closed: [
    closed,
    [{ name: "a" }, { name: "a", more: undefined }],
    [[{ name: "a", more: 1 }, "/more additionalProperties"]],
  ],
  rest: [kept, [{ name: "a", more: 1 }], [[{ name: "a", more: "1" }, "/more type"]]],
  both: [
    c.both(person, animal),
    [{ name: "a", kind: "dog" }],
    [
      [{ kind: "dog" }, " required"],
      [{ name: "a", kind: "cat" }, " required"],
      [0, " type"],
    ],
  ],
  tagged: [
    animal,
    [
      { kind: "cat", lives: 9 },
      { kind: "dog", more: 1 },
    ],
    [
      [{}, " required"],
      [{ kind: "cow" }, "/kind enum"],
      [{ kind: 1 }, "/kind type"],
      [{ kind: "cat", lives: "9" }, "/lives type"],
      [{ kind: "constructor" }, "/kind enum"],
      ["cat", " type"],
    ],
  ],
  keyed: [
    place,
    ["home", { shelf: { row: 1 } }, { room: "a" }],
    [
      ["away", " enum"],
      [{ shelf: { row: -1 } }, "/shelf/row minimum"],
      [{}, " oneOf"],
      [{ room: "a", shelf: 1 }, "/shelf oneOf"],
      [{ attic: 1 }, "/attic oneOf"],
      [{ home: 1 }, "/home oneOf"],
      [1, " type"],
      [null, " type"],
      [[], " type"],
    ],
  ],
  either: [
    text,
    ["", [], [{ text: "a" }]],
    [
      [0, " anyOf"],
      [[{ text: 1 }], "/0/text type"],
      [["a"], "/0 type"],
    ],
  ],
  define: [
    tree,
    [{ parts: [] }, { parts: [{ parts: [] }] }],
    [[{ parts: [{ parts: [{}] }] }, "/parts/0/parts/0 required"]],
  ],
};

for (const [name, [check, accepted, refused]] of Object.entries(KINDS)) {
  test(`${name}: what fits and what does not`, () => {
    for (const value of accepted) {
      assert.deepEqual(sent(check, value), [], `sent ${JSON.stringify(value)}`);
      assert.deepEqual(received(check, value), [], `received ${JSON.stringify(value)}`);
    }
    for (const [value, issue] of refused) {
      const issues = sent(check, value);
      assert.equal(short(issues)[0], issue, `sent ${String(value)}: ${JSON.stringify(issues)}`);
    }
  });
}

test("what a newer peer may know is tolerated in what is received, and only there", () => {
  const cases = [
    [c.oneOf("a", "b"), "c", " enum"],
    [animal, { kind: "cow" }, "/kind enum"],
    [place, "away", " enum"],
    [place, { attic: 1 }, "/attic oneOf"],
    [closed, { name: "a", more: 1 }, "/more additionalProperties"],
    [c.absent, { more: 1 }, " type"],
  ];
  for (const [check, value, issue] of cases) {
    assert.deepEqual(short(sent(check, value)), [issue]);
    assert.deepEqual(short(received(check, value)), [`~${issue}`]);
    assert.equal(c.schema(check, "incoming")["~standard"].validate(value).value, value);
    assert.ok(c.schema(check, "outgoing")["~standard"].validate(value).issues);
  }
  const mixed = c.either(c.oneOf("a"), c.list(c.string));
  assert.deepEqual(short(sent(mixed, "b")), [" anyOf"]);
  assert.deepEqual(short(received(mixed, "b")), ["~ enum"]);
  const left = c.object({}, { note: c.unset(c.string) });
  assert.deepEqual(short(received(left, { note: null })), ["~/note type"]);
  assert.deepEqual(short(sent(left, { note: null })), ["/note type"]);
});

test("a wrong type and a missing member are faults in what is received", () => {
  for (const [name, issues] of [
    ["enum", short(received(c.oneOf("a"), 1))],
    ["tag", short(received(animal, { kind: 1 }))],
    ["no tag", short(received(animal, {}))],
    ["missing", short(received(animal, { kind: "cat" }))],
    ["two variants", short(received(place, { room: "a", shelf: 1 }))],
  ]) {
    assert.ok(issues.length === 1 && !issues[0].startsWith("~"), `${name}: ${issues}`);
  }
});

test("faults come before what is tolerated, and neither hides the other", () => {
  const check = c.object({ many: c.list(c.oneOf("a")), last: c.string });
  const issues = received(check, { many: Array.from({ length: 1000 }, () => "b") });
  assert.equal(issues[0].keyword, "required");
  assert.ok(!issues[0].tolerated && issues.length <= 40, "bounded");
  const faults = sent(
    c.list(c.string),
    Array.from({ length: 1000 }, () => 1),
  );
  assert.ok(faults.length > 1 && faults.length <= 20);
});

test("a form that fits is taken before one that is tolerated, whatever the order", () => {
  const loose = c.either(c.object({ a: c.oneOf("x") }), c.object({ a: c.string, b: c.string }));
  assert.deepEqual(received(loose, { a: "y", b: "z" }), []);
  assert.deepEqual(short(received(loose, { a: "y" })), ["~/a enum"]);
});

test("members that every object inherits are not members", () => {
  const odd = c.object({ constructor: c.any }, { toString: c.string });
  assert.deepEqual(short(sent(odd, {})), [" required"]);
  assert.deepEqual(sent(odd, { constructor: 1 }), []);
  const proto = c.object({ ["__proto__"]: c.string });
  assert.deepEqual(short(sent(proto, {})), [" required"]);
  assert.deepEqual(short(sent(proto, JSON.parse('{"__proto__":1}'))), ["/__proto__ type"]);
});

test("depth is bounded, for values that are deep and for those that contain themselves", () => {
  let deep = { parts: [] };
  for (let level = 0; level < 100_000; level += 1) deep = { parts: [deep] };
  assert.equal(sent(tree, deep)[0].keyword, "depth");
  const cycle = { parts: [] };
  cycle.parts.push(cycle);
  assert.equal(sent(tree, cycle)[0].keyword, "depth");
  let fine = { parts: [] };
  for (let level = 0; level < 60; level += 1) fine = { parts: [fine] };
  assert.deepEqual(sent(tree, fine), []);
});

test("pointers are those of RFC 6901", () => {
  const [issue] = sent(c.map(c.map(c.list(c.string))), { "a/b": { "m~n": ["", 1] } });
  assert.equal(issue.pointer, "/a~1b/m~0n/1");
  assert.deepEqual(issue.path, ["a/b", "m~n", 1]);
});

test("messages say what was expected and what was found, in bounded length", () => {
  const say = (check, value) => sent(check, value)[0].message;
  assert.equal(say(c.string, 5), "expected a string, found 5");
  assert.equal(say(person, {}), "missing `name`");
  assert.equal(say(closed, { name: "a", more: 1 }), "unexpected member `more`");
  assert.equal(say(c.oneOf("a", "b"), "c"), 'expected one of "a", "b", found "c"');
  assert.equal(say(text, 5), "expected a string, or a list, found 5");
  assert.equal(say(c.uint8, 256), "expected an integer that fits uint8, found 256");
  assert.equal(say(c.list(c.string), {}), "expected a list, found an object");
  assert.ok(say(c.uint8, "x".repeat(1e6)).length < 150);
  assert.ok(say(c.oneOf(...Array.from({ length: 500 }, (_, at) => `value${at}`)), "x").length < 300);
  assert.ok(say(closed, { name: "a", ["x".repeat(1e6)]: 1 }).length < 150);
});

test("shapes that no method of the real protocol has are checked as well", () => {
  const search = library.outgoing.params["book/search"];
  assert.deepEqual(search.inspect({ words: [], languages: ["english", "german"], years: [1900, 2000] }), []);
  assert.deepEqual(short(search.inspect({ words: [], languages: ["english", "english"] })), [
    "/languages/1 uniqueItems",
  ]);
  assert.deepEqual(short(search.inspect({ words: [], years: [1900] })), ["/years minItems"]);
  assert.deepEqual(short(search.inspect({ words: [], note: null, "x-trace": null })), []);
  const renew = library.incoming.params["loan/renew"];
  assert.deepEqual(short(renew.inspect({ book: "b", until: 1, desk: null, other: 1 })), ["/other type"]);
  const enter = library.incoming.result.enter;
  assert.deepEqual(short(enter.inspect({ allowance: 256, nickname: null })), ["/allowance format"]);
  assert.deepEqual(short(enter.inspect({ allowance: 1 })), [" required"]);
  assert.deepEqual(short(enter.inspect({ allowance: 1, nickname: null, more: 1 })), ["~/more additionalProperties"]);
  const due = library.incoming.params["loan/due"];
  assert.deepEqual(short(due.inspect({ book: "b", place: null })), ["~/place type"]);
  assert.deepEqual(short(due.inspect({ book: "b", place: { attic: 1 } })), ["~/place/attic oneOf"]);
});
