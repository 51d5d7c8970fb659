// Cutting bytes into lines: wherever chunks end, the lines are the same.
import assert from "node:assert/strict";
import { test } from "node:test";

import { lines } from "../../../../generated-ts/transports/lines.js";

/** All lines of some chunks, and what was refused. */
function cut(chunks, limit = 1000) {
  const found = { texts: [], invalid: [] };
  const splitter = lines({
    limit,
    line: (text) => found.texts.push(text),
    invalid: (error, excerpt) => found.invalid.push([error.message, excerpt]),
  });
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return found;
}

const bytes = (...of) => Uint8Array.from(of);

test("a line ends with a line feed, with or without a carriage return", () => {
  assert.deepEqual(cut(["a\nb\r\nc"]).texts.map((text) => text.trim()), ["a", "b", "c"]);
});

test("several lines in a chunk, and a line in several chunks", () => {
  assert.deepEqual(cut(["1\n2\n3", "3\n", "4", "4", "4", "\n"]).texts, ["1", "2", "33", "444"]);
});

test("empty lines are skipped", () => {
  assert.deepEqual(cut(["\n\r\n  \n\n", "", "1\n"]), { texts: ["1"], invalid: [] });
});

test("a character that lies in two chunks is whole", () => {
  const euro = new TextEncoder().encode("€😀\n");
  for (let at = 0; at <= euro.length; at++) {
    assert.deepEqual(cut([euro.subarray(0, at), euro.subarray(at)]).texts, ["€😀"]);
  }
});

test("bytes that are no UTF-8 are refused, and the next line is read", () => {
  const { texts, invalid } = cut([bytes(0x22, 0xff, 0x22, 10, 0x31, 10)]);
  assert.deepEqual(texts, ["1"]);
  assert.deepEqual(invalid, [["a line is not UTF-8", '"�"']]);
});

test("a line of the limit is taken, a longer one refused once with its beginning", () => {
  assert.deepEqual(cut(["x".repeat(10), "\n"], 10), { texts: ["x".repeat(10)], invalid: [] });
  const { texts, invalid } = cut(["0123456789", "a", "b".repeat(500), "c\n1\n"], 10);
  assert.deepEqual(texts, ["1"]);
  assert.deepEqual(invalid, [["a line has 512 bytes; at most 10 are taken", "0123456789a"]]);
  const inOne = cut([`${"y".repeat(300)}\n2\n`], 250);
  assert.deepEqual(inOne.texts, ["2"]);
  assert.equal(inOne.invalid[0][1].length, 200);
});

test("a line that is too long at the end of the stream is refused too", () => {
  assert.equal(cut(["x".repeat(11)], 10).invalid.length, 1);
});

test("a long line in small chunks takes time in proportion", () => {
  const chunk = new Uint8Array(1024).fill(0x61);
  const time = (count) => {
    const started = performance.now();
    const { texts } = cut([...Array(count).fill(chunk), "\n"], 2 ** 30);
    assert.equal(texts[0].length, count * 1024);
    return performance.now() - started;
  };
  time(1000);
  const [short, long] = [time(2000), time(32_000)];
  // Sixteen times the length; copying the line with each chunk would take 256 times as long.
  assert.ok(long < Math.max(short, 1) * 100, `${short} ms and ${long} ms`);
});

test("any chunking of any lines gives the same lines", () => {
  let state = 20_240_229;
  const random = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const alphabet = ["a", "\"", "{", "é", "€", "😀", "\\n", "\u2028", "\r", " ", "z".repeat(40)];
  for (let round = 0; round < 500; round++) {
    const wanted = Array.from({ length: random(8) }, () =>
      `x${Array.from({ length: random(12) }, () => alphabet[random(alphabet.length)]).join("")}y`,
    );
    const ending = random(2) ? "\n" : "\r\n";
    const whole = new TextEncoder().encode(wanted.map((line) => line + ending).join(""));
    const chunks = [];
    for (let at = 0; at < whole.length; ) {
      const to = at + 1 + random(random(2) ? 3 : 60);
      chunks.push(whole.subarray(at, to));
      at = to;
    }
    const limit = 100;
    const fits = (line) => new TextEncoder().encode(line + ending.slice(1)).length <= limit;
    const { texts, invalid } = cut(chunks, limit);
    assert.deepEqual(texts.map((text) => text.replace(/\r$/, "")), wanted.filter(fits), `round ${round}`);
    assert.equal(invalid.length, wanted.filter((line) => !fits(line)).length, `round ${round}`);
  }
});
