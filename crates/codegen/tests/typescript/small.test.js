// Packages of protocols that lack what others have, or have names that mean something elsewhere: each has to compile,
// to run, to be in order for npm, and to have examples that compile.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { publint } from "publint";

import { compile, compilers, here } from "./support/compile.js";
import { examples } from "./support/examples.js";

// Compilers report the real place of a file.
const folder = realpathSync(mkdtempSync(join(tmpdir(), "small-")));
const golden = join(here, "../golden/generated-ts");
const names = ["asking", "greeting", "hidden", "odd", "silent", "telling"];
const root = (name) => join(folder, name, "generated-ts");

before(() => {
  const args = ["run", "--quiet", "--package", "methodic-codegen", "--example", "small_packages", "--", folder];
  execFileSync(process.env.CARGO ?? "cargo", args, { cwd: here, stdio: ["ignore", "inherit", "inherit"] });
  assert.deepEqual(readdirSync(folder).sort(), names);
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Every file of a package with one of these endings. */
function filesOf(path, ending) {
  const files = readdirSync(path, { recursive: true }).map(String);
  return files.filter((file) => file.endsWith(ending)).map((file) => join(path, file));
}

/** The examples of a package, written beside it: there it can import itself by its name. */
function writeExamples(path) {
  const { name } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  return examples(readFileSync(join(path, "README.md"), "utf8"), name).map(({ line, code }) => {
    const file = join(path, `line-${line}.ts`);
    writeFileSync(file, code);
    return file;
  });
}

describe("packages of small protocols", () => {
  for (const compiler of compilers) {
    test(`their declarations and examples compile with ${compiler}`, async () => {
      const nodenext = { module: "nodenext", moduleResolution: "nodenext" };
      const declarations = [golden, ...names.map(root)].flatMap((path) => filesOf(path, ".d.ts"));
      const bare = await compile(compiler, `${compiler}.small`, { ...nodenext, lib: ["es2020"] }, declarations);
      assert.equal(bare.status, 0, bare.output);
      const programs = names.map(root).flatMap(writeExamples);
      assert.ok(programs.length > names.length * 6, `${programs.length} examples`);
      const types = { types: ["node"], typeRoots: [join(here, "node_modules/@types")], skipLibCheck: true };
      const used = await compile(compiler, `${compiler}.small-readme`, { ...nodenext, ...types }, programs);
      assert.equal(used.status, 0, used.output);
    });
  }

  test("their modules run", async () => {
    for (const path of [golden, ...names.map(root)]) {
      for (const file of filesOf(path, ".js")) await import(pathToFileURL(file));
    }
  });

  test("they are in order for npm", async () => {
    for (const path of names.map(root)) {
      const { messages } = await publint({ pkgDir: path, strict: true, pack: false });
      assert.deepEqual(messages, [], path);
    }
  });

  test("a client whose names are odd works", async () => {
    const { createClient } = await import(pathToFileURL(join(root("odd"), "index.js")));
    const { memoryTransportPair } = await import(pathToFileURL(join(root("odd"), "transports/memory.js")));
    const [near, far] = memoryTransportPair();
    const unknown = [];
    const client = createClient(near, { onUnknownNotification: ({ method }) => unknown.push(method) });
    far.start({
      message: (text) => far.send(JSON.stringify({ id: JSON.parse(text).id, result: JSON.parse(text).method })),
      invalid() {},
      closed() {},
    });
    const stream = client.notifications();
    assert.equal(await client.request("it's \"odd\"", {}), "it's \"odd\"");
    far.send('{"method":"told */"}');
    assert.deepEqual((await stream.next()).value, { method: "told */" });
    far.send('{"method":"__proto__"}');
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(unknown, ["__proto__"]);
    await client.close();
  });
});
