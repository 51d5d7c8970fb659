// What the types cost the compiler: a program that calls every stable method once.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { compileText, compilers, resolutions, versionOf } from "./support/compile.js";

/** How many instantiations of types the whole program may need, with those of the standard library. */
const LIMIT = 4000;

const { methods } = JSON.parse(readFileSync(new URL("../../../../schema/methods.json", import.meta.url), "utf8"));

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

describe("the types are cheap", () => {
  for (const compiler of compilers) {
    test(`TypeScript ${versionOf(compiler)} checks a program that calls every method once`, async (t) => {
      // Checked by several threads at once, the standard library counts several times.
      const flags = ["--extendedDiagnostics", ...(compiler === "typescript-7" ? ["--singleThreaded"] : [])];
      for (const skipLibCheck of [true, false]) {
        const options = { ...resolutions[0], lib: ["es2023"], skipLibCheck };
        const { status, output } = await compileText(compiler, `${compiler}.cost`, options, program(), flags);
        assert.equal(status, 0, output);
        const instantiations = number(output, "Instantiations");
        t.diagnostic(
          `${methods.length} methods, skipLibCheck ${skipLibCheck}: ${instantiations} instantiations, ` +
            `check ${number(output, "Check time")} s, total ${number(output, "Total time")} s`,
        );
        assert.ok(instantiations > methods.length && instantiations < LIMIT, `${instantiations} instantiations`);
      }
    });
  }
});
