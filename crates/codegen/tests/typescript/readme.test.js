// Every example of the package's README compiles: alone, or after the client that the text has made.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { compile, compilers, here, resolutions, versionOf } from "./support/compile.js";
import { examples } from "./support/examples.js";

async function check(compiler, text) {
  const folder = join(here, `readme.${compiler}.tmp`);
  mkdirSync(folder, { recursive: true });
  try {
    const files = examples(text, "app-server-protocol").map(({ line, code }) => {
      const file = join(folder, `line-${line}.ts`);
      writeFileSync(file, code);
      return file;
    });
    assert.ok(files.length > 0);
    const options = { ...resolutions[0], types: ["node"], skipLibCheck: true };
    return { count: files.length, ...(await compile(compiler, `readme.${compiler}`, options, files)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const readme = readFileSync(new URL("../../../../generated-ts/README.md", import.meta.url), "utf8");

for (const compiler of compilers) {
  test(`the examples compile with TypeScript ${versionOf(compiler)}`, async () => {
    const { status, output, count } = await check(compiler, readme);
    assert.equal(status, 0, output);
    assert.ok(count >= 15, `${count} examples`);
  });
}

test("an example that does not compile is found", async () => {
  const { status, output } = await check("typescript-7", readme.replace('client.request("', 'client.request("no/'));
  assert.notEqual(status, 0);
  assert.match(output, /line-\d+\.ts.*no\//);
});
