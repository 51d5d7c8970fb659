// Compiles the consumers with each TypeScript, module resolution and strictness that a client may use.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

const compilers = ["typescript-5", "typescript-7"];
const resolutions = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];
const strictness = [{ exactOptionalPropertyTypes: false }, { exactOptionalPropertyTypes: true }];

/** Runs a compiler on a configuration and gives its status with what it printed. */
function compile(compiler, name, options, files) {
  const config = join(here, `tsconfig.${name}.tmp.json`);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2023", "dom"],
    types: [],
    verbatimModuleSyntax: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    noUncheckedIndexedAccess: true,
    // The declarations themselves are under test.
    skipLibCheck: false,
    ...options,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  try {
    const tsc = join(dirname(require.resolve(`${compiler}/package.json`)), "bin", "tsc");
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [tsc, "--pretty", "false", "-p", config], { encoding: "utf8" });
    if (error) throw error;
    return { status, output: stdout + stderr };
  } finally {
    rmSync(config, { force: true });
  }
}

const inFolder = (folder) => readdirSync(join(here, folder)).filter((file) => file.endsWith(".ts")).map((file) => `./${folder}/${file}`);

for (const compiler of compilers) {
  const { version } = require(`${compiler}/package.json`);
  for (const resolution of resolutions) {
    for (const strict of strictness) {
      const name = `${compiler}.${resolution.moduleResolution}.${strict.exactOptionalPropertyTypes ? "exact" : "loose"}`;
      test(`TypeScript ${version}, ${resolution.moduleResolution}, exactOptionalPropertyTypes ${strict.exactOptionalPropertyTypes}`, () => {
        const { status, output } = compile(compiler, name, { ...resolution, ...strict }, [...inFolder("consumer"), ...inFolder("rejects")]);
        assert.equal(status, 0, output);
      });
    }
  }

  test(`TypeScript ${version} fails on a consumer that is wrong`, () => {
    const wrong = join(here, `wrong.${compiler}.tmp.ts`);
    writeFileSync(wrong, `import type { TurnInterruptParams } from "app-server-protocol";\nexport const params: TurnInterruptParams = { threadId: "t" };\n`);
    try {
      const { status, output } = compile(compiler, `${compiler}.wrong`, resolutions[0], [wrong]);
      assert.notEqual(status, 0);
      assert.match(output, /turnId/);
    } finally {
      rmSync(wrong, { force: true });
    }
  });

  test(`TypeScript ${version} accepts the declarations as isolated ones`, () => {
    const options = { ...resolutions[0], isolatedDeclarations: true, declaration: true };
    const files = ["index", "types", "methods", "experimental/index"].map((file) => `../../../../generated-ts/${file}.d.ts`);
    const { status, output } = compile(compiler, `${compiler}.isolated`, options, files);
    assert.equal(status, 0, output);
  });
}

test("the package is found at run time, and brings no code", async () => {
  assert.deepEqual(Object.keys(await import("app-server-protocol")), []);
  assert.deepEqual(Object.keys(await import("app-server-protocol/experimental")), []);
});
