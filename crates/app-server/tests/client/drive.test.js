// The server driven by the generated client, over each way that there is to it, and every session judged afterwards.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

import { childProcessTransport } from "app-server-protocol/transports/ndjson";
import { webSocketTransport } from "app-server-protocol/transports/websocket";
import { build } from "esbuild";
import { WebSocket } from "ws";

import { findChromium, open } from "../../../codegen/tests/typescript/support/chromium.js";
import { here, makeFolder, methodic, remove, start } from "./server.js";

const LIMIT = { timeout: 60_000 };

/** Bundles one of the programs beside this file. */
async function bundle(file, platform) {
  const options = { bundle: true, format: "esm", write: false, absWorkingDir: here, platform };
  const { outputFiles } = await build({ ...options, entryPoints: [join(here, file)] });
  return outputFiles[0].text;
}

const program = join(here, "node_modules/.cache/session.mjs");
mkdirSync(dirname(program), { recursive: true });
writeFileSync(program, await bundle("session.ts", "node"));
const { misuse, session } = await import(pathToFileURL(program).href);

const folders = [];
after(() => folders.forEach(remove));

function server(...flags) {
  folders.push(makeFolder());
  return start(folders.at(-1), ...flags);
}

/** A recorded session is without fault: the methods, the handshake, every payload, every answer. */
function agrees(recording) {
  const { status, printed } = methodic("transcript", recording);
  assert.equal(status, 0, printed);
  assert.match(printed, /, 0 findings/);
}

/** What was kept for the backend is what its contract says, and as much as was done. */
function delivered(server, banners, sessions) {
  const file = join(server.data, "analytics", "events.jsonl");
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  const events = lines.map(({ event }) => event);
  const count = (type) => events.filter(({ event_type }) => event_type.startsWith(type)).length;
  assert.deepEqual(
    ["codex_usage_limit_banner_", "codex_thread_initialized", "codex_turn_event", "codex_turn_steer_event"].map(count),
    // Each session starts a thread and steers once, be it in vain.
    [banners, sessions, 3, sessions],
  );
  assert.equal(new Set(lines.map(({ event_id }) => event_id)).size, events.length);
  const batch = join(server.folder, "batch.json");
  writeFileSync(batch, JSON.stringify({ events }));
  const { status, printed } = methodic("validate", "--schema", "schema/analytics", "--as", "EventBatch", batch);
  assert.equal(status, 0, printed);
}

test("the programs fit the types", LIMIT, () => {
  const require = createRequire(import.meta.url);
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "--pretty", "false", "-p", here], { encoding: "utf8" });
  assert.equal(status, 0, stdout);
});

test("over stdio", LIMIT, async () => {
  const one = server();
  const banners = await session(childProcessTransport(one.child));
  assert.equal(await one.ended, 0, one.log());
  const [recording, ...more] = one.recordings();
  assert.deepEqual(more, []);
  agrees(recording);
  delivered(one, banners, 1);
});

test("what a client does wrong, over stdio", LIMIT, async () => {
  const one = server();
  await misuse(() => childProcessTransport(one.child));
  assert.equal(await one.ended, 0, one.log());
});

test("over WebSocket, from Node.js", LIMIT, async () => {
  const one = server("--listen", "ws://127.0.0.1:0");
  const address = await one.address();
  const open = () => webSocketTransport(address, { WebSocket });
  const banners = await session(open());
  await misuse(open);
  assert.equal(await one.stop(), 0, one.log());
  const [recording, wrong] = one.recordings();
  agrees(recording);
  // The judge sees what the server refused.
  assert.equal(methodic("transcript", wrong).status, 1);
  delivered(one, banners, 2);
});

test("over WebSocket, from a page in Chromium", { timeout: 120_000 }, async (t) => {
  const chromium = await findChromium();
  if (chromium.missing) {
    // Where everything is checked, the browser is, too.
    assert.ok(process.env.CI !== "true" && process.env.CI !== "1", chromium.missing);
    t.skip(chromium.missing);
    return;
  }
  const page = await bundle("page.ts", "browser");
  let tell;
  const outcome = new Promise((resolve) => (tell = resolve));
  const site = createServer(async (request, response) => {
    if (request.url === "/outcome") {
      let body = "";
      for await (const chunk of request) body += chunk;
      tell(JSON.parse(body));
    }
    response.setHeader("content-type", "text/html");
    response.end(`<script type="module">${page.replaceAll("</script", "<\\/script")}</script>`);
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  const origin = `http://127.0.0.1:${site.address().port}`;
  const one = server("--listen", "ws://127.0.0.1:0", "--allow-origin", origin);
  const url = `${origin}/?server=${encodeURIComponent(await one.address())}`;
  const browser = open(chromium, url);
  try {
    const ended = browser.ended.then((why) => ({ failed: `Chromium: ${why}` }));
    const { failed, browser: agent, events } = await Promise.race([outcome, ended]);
    assert.equal(failed, undefined, one.log());
    assert.match(agent, /Chrome/);
    assert.equal(await one.stop(), 0, one.log());
    agrees(one.recordings()[0]);
    delivered(one, events, 2);
  } finally {
    await browser.close();
    one.child.kill("SIGKILL");
    site.closeAllConnections();
    site.close();
  }
});
