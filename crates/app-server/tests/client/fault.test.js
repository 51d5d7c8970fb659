// The server is killed again and again while its events flow to a backend that fails as it likes: what it has acknowledged
// arrives nevertheless, and what arrives twice has the same id.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { createClient } from "app-server-protocol";
import { childProcessTransport } from "app-server-protocol/transports/ndjson";

import { makeFolder, remove, start } from "./server.js";

const KILLS = Number(process.env.FAULT_KILLS ?? 100);

/** Numbers below 1, the same in each run. */
function numbers(seed) {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

/** A backend that takes about half of what it gets, and says what it took: for each event its id and itself. */
async function unreliable(random) {
  const taken = [];
  const outcomes = { taken: 0, refused: 0, cut: 0, late: 0 };
  const backend = createServer(async (request, response) => {
    let body = "";
    try {
      for await (const chunk of request) body += chunk;
    } catch {
      // The sender was killed.
      return;
    }
    assert.equal(request.url, "/codex/analytics-events/events");
    const take = () => {
      const ids = request.headers["x-event-ids"].split(",").map((id) => id.trim());
      const { events } = JSON.parse(body);
      assert.equal(ids.length, events.length);
      events.forEach((event, index) => taken.push({ id: ids[index], event }));
    };
    const choice = random();
    if (choice < 0.5) {
      take();
      outcomes.taken += 1;
      response.writeHead(200).end();
    } else if (choice < 0.7) {
      outcomes.refused += 1;
      response.writeHead(503, { "retry-after": "0" }).end();
    } else if (choice < 0.85) {
      // It took them, and the sender does not learn of it.
      take();
      outcomes.late += 1;
      response.destroy();
    } else {
      outcomes.cut += 1;
      response.destroy();
    }
  });
  backend.listen(0, "127.0.0.1");
  await once(backend, "listening");
  return { backend, taken, outcomes, base: `http://127.0.0.1:${backend.address().port}` };
}

const folder = makeFolder();
after(() => remove(folder));

test(`${KILLS} times killed, nothing that was acknowledged is lost`, { timeout: 240_000 }, async (t) => {
  const random = numbers(20);
  const { backend, taken, outcomes, base } = await unreliable(random);
  const acknowledged = new Set();
  const run = async () => {
    const server = start(folder, "--analytics", `http=${base}`);
    const client = createClient(childProcessTransport(server.child));
    await client.request("initialize", { clientInfo: { name: "fault", version: "1" } });
    await client.notify("initialized");
    return { server, client };
  };
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { server, client } = await run();
      let alive = true;
      // Each thread that was started is an event, known by the thread's id. Few in each life: they all have to arrive.
      const threads = async () => {
        for (let count = 0; alive && count < 8; count += 1) {
          const answer = await client.request("thread/start", {}).catch(() => undefined);
          if (answer) acknowledged.add(answer.thread.id);
        }
      };
      const working = Array.from({ length: 4 }, threads);
      await pause(random() * 60);
      server.child.kill("SIGKILL");
      alive = false;
      await Promise.all([server.ended, ...working]);
    }
    const { server } = await run();
    const missing = () => {
      const arrived = new Set(taken.map(({ event }) => event.event_params.thread_id));
      return [...acknowledged].filter((id) => !arrived.has(id));
    };
    while (missing().length > 0) {
      assert.equal(server.child.exitCode, null, server.log());
      await pause(100, undefined, { signal: t.signal });
    }
    assert.equal(await server.stop(), 0, server.log());
  } finally {
    backend.closeAllConnections();
    backend.close();
  }

  const ids = new Map();
  for (const { id, event } of taken) {
    const { thread_id } = event.event_params;
    assert.equal(ids.get(thread_id) ?? id, id, `the thread ${thread_id} has arrived under two ids`);
    ids.set(thread_id, id);
  }
  assert.equal(new Set(ids.values()).size, ids.size, "two events have one id");
  const duplicates = taken.length - ids.size;
  t.diagnostic(`${acknowledged.size} acknowledged, ${ids.size} arrived, ${duplicates} of them again; ${JSON.stringify(outcomes)}`);
  assert.ok(acknowledged.size > KILLS && duplicates > 0 && outcomes.refused > 0 && outcomes.cut > 0, "nothing was tried");
});
