// What `meta` and `validate` cost and need: size in a bundle, no evaluation of code, types that compile everywhere.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";
import * as wholeMeta from "app-server-protocol/experimental/meta";
import * as meta from "app-server-protocol/meta";

const here = dirname(fileURLToPath(import.meta.url));
const generated = join(here, "../../../../generated-ts");
const require = createRequire(import.meta.url);

/** The size of a program in bytes, bundled, minified and compressed; and its text. */
async function bundled(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  const [{ text }] = outputFiles;
  return { text, size: text.trim() === "" ? 0 : gzipSync(text, { level: 9 }).length };
}

const sizes = [
  ["all methods", `export { createValidation } from "app-server-protocol/validate";`, 20_000],
  [
    "all methods, experimental",
    `export { createValidation } from "app-server-protocol/experimental/validate";`,
    25_000,
  ],
  ["one small schema", `export { turnInterruptParams } from "app-server-protocol/validate/schemas";`, 2_000],
  ["one large schema", `export { threadStartResult } from "app-server-protocol/validate/schemas";`, 5_000],
  [
    "validation of one method",
    `import { createValidationOf } from "app-server-protocol/validate";
     import { turnInterruptParams } from "app-server-protocol/validate/schemas";
     export const check = createValidationOf({ outgoing: { params: { "turn/interrupt": turnInterruptParams } } });`,
    3_000,
  ],
  ["one guard", `export { isServerNotification } from "app-server-protocol/meta";`, 1_000],
  ["the hash", `export { protocol } from "app-server-protocol/meta";`, 300],
];

for (const [name, program, limit] of sizes) {
  test(`${name}: under ${limit} bytes`, async (context) => {
    const { size } = await bundled(program);
    context.diagnostic(`${name}: ${size} bytes`);
    assert.ok(size > 50 && size < limit, `${size} bytes`);
  });
}

test("an import that uses nothing, or types alone, adds nothing", async () => {
  const names = ["meta", "validate", "validate/schemas", "experimental/meta", "experimental/validate"];
  const { size, text } = await bundled(names.map((name) => `import "app-server-protocol/${name}";`).join("\n"));
  assert.equal(size, 0, text);
});

/** The modules of a folder, with those below it. */
const modules = (folder) =>
  readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".js") && !file.includes("node_modules"));

test("no code is evaluated at run time", () => {
  const found = modules(generated).filter((file) => {
    const code = readFileSync(join(generated, file), "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
    return /\beval\b|\bnew\s+Function\b|\bFunction\s*\(|\bimport\s*\(/.test(code);
  });
  assert.deepEqual(found, []);
  const program = `
    const { createValidation } = await import("app-server-protocol/validate");
    const check = createValidation();
    check.outgoing("params", "turn/interrupt", { threadId: "t", turnId: "u" });
    try { check.outgoing("params", "turn/interrupt", {}); } catch (error) { console.log(error.name); }
    try { eval("1"); } catch (error) { console.log(error.name); }`;
  const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "-e", program];
  const { stdout, stderr } = spawnSync(process.execPath, flags, { cwd: here, encoding: "utf8" });
  assert.equal(stdout, "ValidationError\nEvalError\n", stderr);
});

/** Runs a compiler and gives what it printed. */
function compile(compiler, files, options) {
  const config = join(here, `tsconfig.validate.${compiler}.tmp.json`);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2023"],
    types: [],
    module: "nodenext",
    moduleResolution: "nodenext",
    verbatimModuleSyntax: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    ...options,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  try {
    const tsc = join(dirname(require.resolve(`${compiler}/package.json`)), "bin", "tsc");
    const run = spawnSync(process.execPath, [tsc, "--pretty", "false", "-p", config], { encoding: "utf8" });
    return { status: run.status, output: run.stdout + run.stderr };
  } finally {
    rmSync(config, { force: true });
  }
}

for (const compiler of ["typescript-5", "typescript-7"]) {
  for (const [name, options] of [
    ["nodenext", {}],
    ["bundler, exact", { module: "esnext", moduleResolution: "bundler", exactOptionalPropertyTypes: true }],
  ]) {
    test(`${compiler}, ${name}: the consumer compiles, and what is wrong does not`, () => {
      const { status, output } = compile(compiler, ["./validate/consumer.ts", "./validate/rejects.ts"], options);
      assert.equal(status, 0, output);
    });
  }

  test(`${compiler}: the declarations compile as isolated ones`, () => {
    const names = ["meta", "validate/index", "validate/schemas", "runtime/validation"];
    const files = ["", "experimental/"].flatMap((folder) =>
      names
        .filter((name) => !(folder && name.startsWith("runtime")))
        .map((name) => join(generated, `${folder}${name}.d.ts`)),
    );
    const { status, output } = compile(compiler, files, { isolatedDeclarations: true, declaration: true });
    assert.equal(status, 0, output);
  });

  test(`${compiler}: a map over the notifications compiles while it has all of them, and fails without one`, () => {
    const entries = meta.serverNotifications.map((method) => `${JSON.stringify(method)}: 1`);
    const file = join(here, `validate.coverage.${compiler}.tmp.ts`);
    const program = (kept) =>
      `import type { ServerNotifications } from "app-server-protocol";\n` +
      `export const covered = { ${kept.join(", ")} } satisfies Record<keyof ServerNotifications, number>;\n`;
    try {
      writeFileSync(file, program(entries));
      assert.equal(compile(compiler, [file], {}).output, "");
      const [missing] = meta.serverNotifications.slice(3);
      writeFileSync(file, program(entries.filter((_, at) => at !== 3)));
      const { status, output } = compile(compiler, [file], {});
      assert.notEqual(status, 0);
      assert.ok(output.includes(missing), output);
    } finally {
      rmSync(file, { force: true });
    }
  });
}

test("meta says what the method table says, on both surfaces", () => {
  const lists = {
    "client-to-server request": "clientRequests",
    "server-to-client request": "serverRequests",
    "client-to-server notification": "clientNotifications",
    "server-to-client notification": "serverNotifications",
  };
  for (const [module, folder] of [
    [meta, ""],
    [wholeMeta, "experimental/"],
  ]) {
    const table = JSON.parse(readFileSync(join(here, `../../../../schema/${folder}methods.json`), "utf8"));
    for (const [section, list] of Object.entries(lists)) {
      const expected = table.methods.filter(({ direction, kind }) => `${direction} ${kind}` === section);
      assert.deepEqual(
        module[list],
        expected.map(({ method }) => method),
      );
    }
    assert.equal(Object.keys(module.methods).length, table.methods.length);
    for (const { method, direction, kind, stability, reason } of table.methods) {
      const { reason: why, note = why, ...info } = module.methods[method];
      assert.deepEqual({ ...info, why: note }, { direction, kind, stability, why: reason }, method);
    }
    const { name, title, version, hash } = table.protocol;
    assert.deepEqual(module.protocol, { name, title, version, hash });
    assert.match(hash, /^[0-9a-f]{64}$/);
  }
  assert.notEqual(meta.protocol.hash, wholeMeta.protocol.hash);
});

test("guards tell messages by their method and by whether they are answered", () => {
  const { isClientRequest, isClientRequestMethod, isServerNotification, isServerNotificationMethod, isServerRequest } =
    meta;
  assert.ok(isServerNotificationMethod("turn/started") && !isServerNotificationMethod("turn/start"));
  assert.ok(isClientRequestMethod("turn/start") && !isClientRequestMethod("turn/started"));
  for (const other of ["constructor", "", 0, null, undefined, ["turn/started"]])
    assert.ok(!isServerNotificationMethod(other));
  assert.ok(isServerNotification({ method: "turn/started", params: {} }));
  assert.ok(
    !isServerNotification({ method: "turn/started", id: 1 }) &&
      !isServerNotification({ method: "thread/goal/updated" }),
  );
  assert.ok(wholeMeta.isServerNotification({ method: "thread/goal/updated" }));
  assert.ok(isClientRequest({ method: "turn/start", id: 0, params: {} }) && !isClientRequest({ method: "turn/start" }));
  assert.ok(
    isServerRequest({ method: "item/tool/call", id: "a" }) ||
      wholeMeta.isServerRequest({ method: "item/tool/call", id: "a" }),
  );
  for (const other of [null, undefined, "turn/started", [], {}]) assert.ok(!isServerNotification(other));
});
