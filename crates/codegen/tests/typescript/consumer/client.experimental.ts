// The same client on the experimental surface.
import { RpcError, createClient, type Client } from "app-server-protocol/experimental";
import type { Client as StableClient } from "app-server-protocol";
import { memoryTransportPair } from "app-server-protocol/transports/memory";

const client: Client = createClient(memoryTransportPair()[0]);

export async function goal(): Promise<string> {
  await client.request("thread/goal/set", { threadId: "t", objective: "All tests pass." });
  client.onNotification("thread/goal/updated", ({ goal }) => console.log(goal.objective));
  for await (const { params } of client.notifications({ methods: ["thread/goal/cleared"] })) return params.threadId;
  throw new RpcError(1, "none");
}

// Whoever knows only the stable methods can call them on either.
export const narrowed = (): Pick<StableClient, "closed" | "close"> => client;
