// Runs in a page: the whole session over the browser's own WebSocket. Whatever comes of it is sent back to the test.
import { webSocketTransport } from "app-server-protocol/transports/websocket";

import { misuse, session } from "./session.js";

const server = new URLSearchParams(location.search).get("server") ?? "";

async function run(): Promise<unknown> {
  const open = () => webSocketTransport(server);
  const events = await session(open());
  await misuse(open);
  return { browser: navigator.userAgent, events };
}

run()
  .catch((error: unknown) => ({ failed: error instanceof Error ? error.stack : String(error) }))
  .then((outcome) => fetch("/outcome", { method: "POST", body: JSON.stringify(outcome) }));
