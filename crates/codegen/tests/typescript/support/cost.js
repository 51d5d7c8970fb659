// What the types cost the compiler: a program that calls every stable method once. Run by itself, it prints that as JSON.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { compileText, compilers, resolutions, versionOf } from "./compile.js";

const { methods } = JSON.parse(readFileSync(new URL("../../../../../schema/methods.json", import.meta.url), "utf8"));

/** How each kind of method is used. */
const uses = {
  "client-to-server request": (name, params) =>
    `  console.log(await client.request(${name}${params && `, {} as ClientRequests[${name}]["params"]`}));\n`,
  "client-to-server notification": (name, params) =>
    `  await client.notify(${name}${params && `, {} as ClientNotifications[${name}]["params"]`});\n`,
  "server-to-client request": (name) => `  client.onRequest(${name}, (params) => { throw params; });\n`,
  "server-to-client notification": (name) => `  client.onNotification(${name}, (params) => console.log(params));\n`,
};

function program() {
  const lines = methods.map(({ method, direction, kind, params }) =>
    uses[`${direction} ${kind}`](JSON.stringify(method), params ?? ""),
  );
  assert.ok(lines.length > 100);
  return `import type { Client, ClientNotifications, ClientRequests } from "app-server-protocol";
declare const console: { log(value: unknown): void };
export async function everything(client: Client): Promise<void> {
${lines.join("")}}
export type Used = ClientNotifications;
`;
}

const number = (output, what) => Number(new RegExp(`^${what}: +([\\d.]+)`, "m").exec(output)?.[1]);

/** Compiles the program with one compiler; the declarations themselves are checked too, unless they are skipped. */
export async function cost(compiler, skipLibCheck) {
  // Checked by several threads at once, the standard library counts several times.
  const flags = ["--extendedDiagnostics", ...(compiler === "typescript-7" ? ["--singleThreaded"] : [])];
  const options = { ...resolutions[0], lib: ["es2023"], skipLibCheck };
  const { status, output } = await compileText(compiler, `${compiler}.cost`, options, program(), flags);
  assert.equal(status, 0, output);
  return {
    typescript: versionOf(compiler),
    methods: methods.length,
    instantiations: number(output, "Instantiations"),
    checkSeconds: number(output, "Check time"),
    totalSeconds: number(output, "Total time"),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = [];
  for (const compiler of compilers) all.push(await cost(compiler, false));
  console.log(JSON.stringify(all));
}
