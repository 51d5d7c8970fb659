// The package in a real browser: bundled, on a page, over the browser's own WebSocket.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { findChromium, open } from "./support/chromium.js";
import { socketServer } from "./support/socket-server.js";

const LIMIT_MS = 60_000;

/** Runs in the page. Whatever it returns, or fails with, is sent back to the test. */
const page = `
  import { createClient, ConnectionClosedError, RpcError } from "app-server-protocol";
  import { webSocketTransport } from "app-server-protocol/transports/websocket";

  async function run() {
    const client = createClient(webSocketTransport(location.origin.replace("http", "ws")));
    const stream = client.notifications({ methods: ["item/agentMessage/delta"] });
    client.onRequest("item/tool/call", ({ tool }) => ({ success: tool === "t", contentItems: [] }));
    const calls = Array.from({ length: 300 }, (_, n) => client.request("thread/start", { cwd: "/€" + n }));
    const echoed = (await Promise.all(calls)).every(({ cwd }, n) => cwd === "/€" + n);
    const turn = await client.request("turn/start", { threadId: "t", input: [] });
    const { value } = await stream.next();
    const refused = await client.request("model/list", {}).catch((error) => error);
    const closed = await client.request("account/logout").catch((error) => error);
    return {
      browser: navigator.userAgent,
      echoed,
      turn,
      delta: value.params.delta,
      refused: refused instanceof RpcError && [refused.code, refused.message],
      closed: closed instanceof ConnectionClosedError && closed.info,
    };
  }

  run()
    .catch((error) => ({ failed: String(error?.stack ?? error) }))
    .then((outcome) => fetch("/outcome", { method: "POST", body: JSON.stringify(outcome) }));
`;

/** Answers as a server of the protocol would. */
function react(socket, message) {
  const send = (value) => socket.send(JSON.stringify(value));
  if (message.method === "turn/start") {
    send({ method: "item/agentMessage/delta", params: { delta: "Hello" } });
    send({ method: "item/tool/call", id: "ask", params: { tool: "t" } });
    socket.turn = message.id;
  } else if (message.id === "ask") {
    send({ id: socket.turn, result: message.result });
  } else if (message.method === "model/list") {
    send({ id: message.id, error: { code: -32001, message: "busy" } });
  } else if (message.method === "account/logout") {
    socket.close(4000, "bye");
  }
}

test("the client talks to a server from a page in Chromium", { timeout: 2 * LIMIT_MS }, async (t) => {
  const chromium = await findChromium();
  if (chromium.missing) {
    // Where everything is checked, the browser is, too.
    assert.ok(process.env.CI !== "true" && process.env.CI !== "1", chromium.missing);
    t.skip(chromium.missing);
    return;
  }
  const { outputFiles } = await build({
    stdin: { contents: page, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  let tell;
  const outcome = new Promise((resolve) => (tell = resolve));
  const server = await socketServer(react, async (request, response) => {
    if (request.url === "/outcome") {
      let body = "";
      for await (const chunk of request) body += chunk;
      tell(JSON.parse(body));
      response.end();
    } else if (request.url === "/page.js") {
      response.setHeader("content-type", "text/javascript").end(outputFiles[0].text);
    } else {
      response.setHeader("content-type", "text/html").end("<!doctype html><script type=module src=page.js></script>");
    }
  });
  const browser = open(chromium, `http://127.0.0.1:${server.port}/`);
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, LIMIT_MS, "nothing came back in time")));
  try {
    const { browser: agent, ...seen } = await Promise.race([
      outcome,
      Promise.race([browser.ended, late]).then((why) => assert.fail(`the browser at ${chromium.program}: ${why}`)),
    ]);
    assert.match(String(agent), /Chrome/);
    t.diagnostic(agent);
    assert.deepEqual(seen, {
      echoed: true,
      turn: { success: true, contentItems: [] },
      delta: "Hello",
      refused: [-32001, "busy"],
      closed: { reason: "the WebSocket has ended with code 4000: bye", code: 4000 },
    });
  } finally {
    clearTimeout(timer);
    await browser.close();
    await server.close();
  }
});
