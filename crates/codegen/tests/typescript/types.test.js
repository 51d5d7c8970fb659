// Compiles the consumers with each TypeScript, module resolution and strictness that a client may use.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { compile, compileText, compilers, inFolder, resolutions, versionOf } from "./support/compile.js";

const strictness = [{ exactOptionalPropertyTypes: false }, { exactOptionalPropertyTypes: true }];

/** What can be imported, as the package itself says it. */
const manifest = JSON.parse(readFileSync(new URL("../../../../generated-ts/package.json", import.meta.url), "utf8"));
const entries = Object.keys(manifest.exports).filter((entry) => !entry.endsWith(".json"));
const specifier = (entry) => manifest.name + entry.slice(1);

describe("a client's program compiles", { concurrency: 2 }, () => {
  for (const compiler of compilers) {
    const version = versionOf(compiler);
    for (const resolution of resolutions) {
      for (const strict of strictness) {
        const kind = `${resolution.moduleResolution}.${strict.exactOptionalPropertyTypes ? "exact" : "loose"}`;
        test(`TypeScript ${version}, ${kind}`, async () => {
          const files = [...inFolder("consumer"), ...inFolder("rejects")];
          const options = { ...resolution, ...strict, skipLibCheck: true };
          const { status, output } = await compile(compiler, `${compiler}.${kind}`, options, files);
          assert.equal(status, 0, output);
        });

        test(`TypeScript ${version}, ${kind}, the declarations of every module, without DOM and Node.js`, async () => {
          const imports = entries.map((entry, n) => `import * as m${n} from ${JSON.stringify(specifier(entry))};\n`);
          const uses = `export const all: unknown[] = [${entries.map((_, n) => `m${n}`).join(", ")}];\n`;
          const lib = ["es2020"];
          const options = { ...resolution, ...strict, lib, declaration: true, isolatedDeclarations: true };
          const name = `${compiler}.${kind}.bare`;
          const { status, output } = await compileText(compiler, name, options, imports.join("") + uses);
          assert.equal(status, 0, output);
        });
      }
    }

    test(`TypeScript ${version}, with the types of Node.js, and of Node.js and the DOM`, async () => {
      for (const lib of [["es2023"], ["es2023", "dom"]]) {
        const options = { ...resolutions[0], lib, types: ["node"], skipLibCheck: true };
        const name = `${compiler}.node.${lib.length}`;
        const { status, output } = await compile(compiler, name, options, inFolder("consumer/node"));
        assert.equal(status, 0, output);
      }
    });

    test(`TypeScript ${version} fails on a consumer that is wrong`, async () => {
      const text =
        `import type { TurnInterruptParams } from "app-server-protocol";\n` +
        `export const params: TurnInterruptParams = { threadId: "t" };\n`;
      const options = { ...resolutions[0], skipLibCheck: true };
      const { status, output } = await compileText(compiler, `${compiler}.wrong`, options, text);
      assert.notEqual(status, 0);
      assert.match(output, /turnId/);
    });
  }
});
