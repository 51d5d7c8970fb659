// What the package weighs in a program: nothing for its types, little for its client.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

import { here } from "./support/compile.js";

/** How much `createClient` may weigh, compressed. */
const CLIENT_LIMIT = 6 * 1024;

/** Bundles a program as its author would for a page. */
async function bundled(contents, tsconfigRaw) {
  const { outputFiles, warnings, metafile } = await build({
    stdin: { contents, resolveDir: here, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    metafile: true,
    write: false,
    tsconfigRaw,
  });
  assert.deepEqual(warnings, []);
  const { text } = outputFiles[0];
  const inputs = Object.values(metafile.outputs)[0].inputs;
  const modules = Object.keys(inputs).filter((name) => inputs[name].bytesInOutput > 0);
  return { text, modules, gzip: gzipSync(text, { level: 9 }).length };
}

for (const verbatimModuleSyntax of [false, true]) {
  const options = { compilerOptions: { verbatimModuleSyntax } };
  const flavour = `verbatimModuleSyntax ${verbatimModuleSyntax}`;

  test(`types alone add no byte, with ${flavour}`, async () => {
    const imports = [
      'import type { ThreadItem } from "app-server-protocol"; let item: ThreadItem;',
      'import { type Client, type ClientRequests } from "app-server-protocol/experimental"; let client: Client;',
      'import type { Transport } from "app-server-protocol/transport"; let transport: Transport;',
      'import { type Transport } from "app-server-protocol/transport"; let transport: Transport;',
    ];
    for (const text of imports) {
      const program = text.replace(/let .*/, "");
      assert.equal((await bundled(program, options)).text, "", program);
    }
  });

  test(`what is imported and not used adds no byte, with ${flavour}`, async () => {
    for (const module of ["", "/experimental", "/transports/ndjson", "/transports/websocket", "/transports/memory"]) {
      const { text } = await bundled(`import * as all from "app-server-protocol${module}";`, options);
      assert.equal(text, "", module);
    }
  });
}

test("the client is small, and brings neither transports nor validation", async (t) => {
  for (const surface of ["", "/experimental"]) {
    const { gzip, modules, text } = await bundled(`export { createClient } from "app-server-protocol${surface}";`);
    t.diagnostic(`createClient${surface}: ${text.length} bytes, ${gzip} compressed`);
    assert.ok(gzip > 500 && gzip < CLIENT_LIMIT, `${gzip} bytes`);
    assert.deepEqual(modules.filter((name) => /transports|validat|meta|types/.test(name)), []);
  }
});

test("an error class alone brings no client", async () => {
  const { modules, gzip } = await bundled('export { RpcError } from "app-server-protocol";');
  const names = modules.map((name) => name.replace(/^.*\//, ""));
  assert.deepEqual(names.filter((name) => name !== "<stdin>"), ["errors.js"]);
  assert.ok(gzip < 500, `${gzip} bytes`);
});

test("each transport brings itself alone", async (t) => {
  const wanted = {
    "ndjson": ["lines.js", "ndjson.js", "streams.js"],
    "websocket": ["websocket.js"],
    "memory": ["memory.js"],
  };
  for (const [name, files] of Object.entries(wanted)) {
    const { modules, gzip } = await bundled(`export * from "app-server-protocol/transports/${name}";`);
    t.diagnostic(`transports/${name}: ${gzip} bytes compressed`);
    assert.deepEqual(modules.map((module) => module.replace(/^.*\//, "")).sort(), files);
    assert.ok(gzip < 2500, `${gzip} bytes`);
  }
});
