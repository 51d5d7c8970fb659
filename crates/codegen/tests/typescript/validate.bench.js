// How large and how fast the generated validation is, beside Ajv's standalone code for the same methods.
//
//   node validate.bench.js
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import Ajv from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../../..");
const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const { methods } = read("schema/methods.json");
const nameOf = (definition) => definition.split("/").at(-1);
const work = mkdtempSync(join(here, ".bench-"));

/** Bundles a module, says its size, and loads the bundle. */
async function bundled(label, contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    write: false,
  });
  const [{ contents: bytes }] = outputFiles;
  const compressed = gzipSync(bytes, { level: 9 }).length;
  console.log(`${label}: ${bytes.length} bytes minified, ${compressed} with gzip`);
  const file = join(work, `${label}.mjs`);
  writeFileSync(file, bytes);
  return import(pathToFileURL(file).href);
}

/** Ajv's code for every payload. Formats are left out: it would have to be given functions for the integer ones. */
function ajvCode() {
  const ajv = new Ajv({ strict: false, validateFormats: false, code: { source: true, esm: true } });
  ajv.addSchema({ ...read("schema/app_server_protocol.v2.schemas.json"), $id: "mem:bundle" });
  const exported = {};
  for (const name of new Set(
    methods
      .flatMap(({ params, result }) => [params, result])
      .filter(Boolean)
      .map(nameOf),
  )) {
    ajv.addSchema({ $id: `mem:${name}`, $ref: `mem:bundle#/definitions/${name}` });
    exported[`$${name}`] = `mem:${name}`;
  }
  return standalone(ajv, exported);
}

/** The shortest time that a call took, in nanoseconds. */
function time(run) {
  const calls = 20_000;
  let best = Infinity;
  for (let round = 0; round < 8; round += 1) {
    const start = process.hrtime.bigint();
    for (let call = 0; call < calls; call += 1) run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / calls);
  }
  return Math.round(best);
}

const MESSAGES = [
  ["thread/start", "params", "thread-start/accept/everything.json"],
  ["thread/start", "result", "thread-start/accept/result-with-everything.json"],
  ["turn/interrupt", "params", "turn-interrupt/accept/minimal.json"],
  ["item/agentMessage/delta", "params", "item-agentMessage-delta/accept/minimal.json"],
];

try {
  const ours = await bundled("ours", `export { all } from "app-server-protocol/validate/schemas";`);
  writeFileSync(join(work, "code.mjs"), ajvCode());
  const ajv = await bundled("ajv", `export * from ${JSON.stringify(join(work, "code.mjs"))};`);
  for (const [method, what, file] of MESSAGES) {
    const value = read(`crates/app-server-protocol/fixtures/${file}`)[what];
    const text = JSON.stringify(value);
    const { inspect } = ours.all.outgoing[what][method] ?? ours.all.incoming[what][method];
    const check = ajv[`$${nameOf(methods.find((row) => row.method === method)[what])}`];
    if (inspect(value).length > 0 || !check(value)) throw new Error(`${file} is refused`);
    const row = {
      ours: time(() => inspect(value)),
      ajv: time(() => check(value)),
      "JSON.parse": time(() => JSON.parse(text)),
    };
    const shown = Object.entries(row).map(([label, nanoseconds]) => `${label} ${nanoseconds} ns`);
    console.log(`${method} ${what}, ${text.length} bytes: ${shown.join(", ")}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
