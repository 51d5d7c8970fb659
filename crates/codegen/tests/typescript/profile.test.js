// Writes a client's copy of the package in each layout, and uses it as its owner does: without the package.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { compile, compilers, here, resolutions, versionOf } from "./support/compile.js";

const profile = join(here, "../../../app-server-protocol/profiles/editor.toml");
const folder = join(here, `profile.${process.pid}.tmp`);

/** Writes a copy, and gives its folder. */
function copy(layout, ext) {
  const out = join(folder, `${layout}-${ext}`);
  const args = ["--profile", profile, "--out", out, "--layout", layout, "--import-ext", ext];
  execFileSync(process.env.CARGO ?? "cargo", ["run", "--quiet", "--package", "xtask", "--", "codegen", ...args], {
    cwd: here,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return out;
}

const PROGRAM = `
import { createClient, type Client, type ServerNotifications, type ThreadItem } from "./IMPORT/index.js";
import { isServerNotification } from "./IMPORT/meta.js";
import type { Transport } from "./IMPORT/transport.js";
import { createValidation } from "./IMPORT/validate/index.js";

export const open = (transport: Transport): Client =>
  createClient(transport, { validate: createValidation({ mode: "strict" }) });
export const name = (item: ThreadItem): string => item.type;
export const seen = {
  error: true,
  "item/agentMessage/delta": true,
  "item/completed": true,
  "item/started": true,
  "turn/completed": true,
  "turn/diff/updated": true,
  "turn/started": true,
} satisfies Record<keyof ServerNotifications, true>;
export async function run(client: Client): Promise<string> {
  const { thread } = await client.request("thread/start", { cwd: "/work" });
  client.onNotification("turn/completed", ({ turn }) => console.log(turn.status, isServerNotification(turn)));
  // @ts-expect-error This client does not use it, so its copy does not have it.
  await client.request("model/list", {});
  return thread.id;
}
`;

describe("a vendored copy", () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const layout of ["flat", "per-type"]) {
    for (const ext of ["js", "ts", "none"]) {
      test(`laid out ${layout}, imports ending in ${ext}`, async () => {
        const out = copy(layout, ext);
        const file = join(folder, `${layout}-${ext}.ts`);
        writeFileSync(file, PROGRAM.replaceAll("IMPORT", `${layout}-${ext}`));
        assert.equal(existsSync(join(out, "types/Turn.d.ts")), layout === "per-type" && ext !== "ts");
        // Without an ending, Node's own resolution finds nothing: that layout is for bundlers.
        for (const resolution of resolutions.slice(ext === "none" ? 1 : 0)) {
          for (const compiler of compilers) {
            const options = { ...resolution, allowImportingTsExtensions: ext === "ts", exactOptionalPropertyTypes: true };
            const name = `${compiler}.${layout}.${ext}.${resolution.moduleResolution}`;
            const { status, output } = await compile(compiler, name, options, [file]);
            assert.equal(status, 0, `TypeScript ${versionOf(compiler)}: ${output}`);
          }
        }
      });
    }
  }

  test("runs by itself", async () => {
    const out = copy("flat", "ts");
    const load = (module) => import(pathToFileURL(join(out, module)));
    const [{ createClient }, { protocol, clientRequests }, { memoryTransportPair }] = await Promise.all(
      ["index.js", "meta.js", "transports/memory.js"].map(load),
    );
    const lock = JSON.parse(readFileSync(join(out, "profile.lock.json"), "utf8"));
    assert.equal(protocol.hash, lock.profile.hash);
    assert.deepEqual([...clientRequests].sort(), lock.methods.clientRequests);
    const [near, far] = memoryTransportPair();
    const client = createClient(near);
    const server = createClient(far);
    server.onRequest("turn/interrupt", () => ({}));
    assert.deepEqual(await client.request("turn/interrupt", { threadId: "t", turnId: "u" }), {});
    await client.close();
  });
});
