// The package as npm would publish it: what is in it, and whether every module is found with its types.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript-5";

import { here } from "./support/compile.js";

const source = fileURLToPath(new URL("../../../../generated-ts/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "package-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Packs a folder; gives the archive and what is in it. */
function pack(folder) {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", scratch, folder];
  const output = execFileSync(npm, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [{ filename, files }] = JSON.parse(output);
  return { archive: join(scratch, filename), files: files.map(({ path }) => path).sort() };
}

/** A copy of the package with a fault. */
function faulty(name, plant) {
  const folder = join(scratch, name);
  cpSync(source, folder, { recursive: true });
  const file = join(folder, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  plant(manifest, folder);
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

async function lint(folder) {
  const { archive } = pack(folder);
  const packed = readFileSync(archive);
  const tarball = packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength);
  const { messages, pkg } = await publint({ strict: true, pack: { tarball } });
  return messages.map((message) => formatMessage(message, pkg, { color: false }));
}

/** Asks whether the types are wrong; the package is for ES modules alone. */
function attw(folder) {
  const { archive } = pack(folder);
  const cli = join(here, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const args = [cli, archive, "--profile", "esm-only", "--no-definitely-typed", "--format", "ascii", "--no-emoji"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: scratch });
  return { status, output: stdout + stderr };
}

test("the package holds its modules, its types and its documentation, and nothing else", () => {
  const { files } = pack(source);
  const everything = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== ".manifest")
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(source.length))
    .map((path) => path.replaceAll("\\", "/"));
  assert.deepEqual(files, everything.sort());
});

test("every module that can be imported is found, with its types, and only those", async () => {
  const { exports, name } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  for (const [entry, target] of Object.entries(exports)) {
    if (typeof target === "string") continue;
    assert.deepEqual(Object.keys(target), ["types", "default"], entry);
    assert.ok(existsSync(join(source, target.types)) && existsSync(join(source, target.default)), entry);
    await import(name + entry.slice(1));
  }
  await assert.rejects(import(`${name}/runtime/connection.js`), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
});

test("each module of JavaScript has its types beside it, where it is not for the package alone", () => {
  const own = /^(runtime|transports\/(lines|streams)|validate)/;
  for (const path of readdirSync(source, { recursive: true }).map(String)) {
    if (!path.endsWith(".js") || own.test(path.replace(/^experimental\//, ""))) continue;
    assert.ok(existsSync(join(source, path.replace(/\.js$/, ".d.ts"))), path);
  }
});

test("publint finds nothing", async () => {
  assert.deepEqual(await lint(source), []);
});

test("publint finds what is planted", async () => {
  const folder = faulty("wrong-order", ({ exports }) => {
    exports["."] = { default: exports["."].default, types: exports["."].types };
  });
  assert.match((await lint(folder)).join("\n"), /types.*first/is);
});

test("the types are right for whoever resolves them", () => {
  const { status, output } = attw(source);
  assert.equal(status, 0, output);
});

test("wrong types are found where they are planted", () => {
  const folder = faulty("no-types", ({ exports }, root) => {
    rmSync(join(root, exports["./transports/memory"].types));
  });
  const { status, output } = attw(folder);
  assert.notEqual(status, 0, output);
  assert.match(output, /transports\/memory/);
});

test("what the index exports of its own hides no type of the protocol", () => {
  const options = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [] };
  for (const folder of ["", "experimental/"]) {
    const files = ["index.d.ts", "types.d.ts", "methods.d.ts"].map((name) => join(source, folder, name));
    const program = ts.createProgram(files, options);
    const checker = program.getTypeChecker();
    const exportsOf = (file) => checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
    const target = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
    const index = new Map(exportsOf(files[0]).map((symbol) => [symbol.name, target(symbol)]));
    for (const symbol of files.slice(1).flatMap(exportsOf)) {
      assert.equal(index.get(symbol.name), target(symbol), symbol.name);
    }
    assert.ok(index.size > 100 && index.has("createClient") && index.has("RpcError"), folder);
  }
});
