// What must not compile with the client. Each line that follows an expectation fails for the reason it states.
import { createClient, type Client } from "app-server-protocol";
import { createClient as createExperimental } from "app-server-protocol/experimental";
import type { Transport } from "app-server-protocol/transport";
import { streamTransport } from "app-server-protocol/transports/ndjson";
import { webSocketTransport } from "app-server-protocol/transports/websocket";

declare const transport: Transport;
const client: Client = createClient(transport);

// @ts-expect-error a wrong method name
void client.request("thread/strat", {});
// @ts-expect-error params left out
void client.request("thread/start");
// @ts-expect-error params that are undefined, where there are some
void client.request("thread/start", undefined);
// @ts-expect-error a missing member
void client.request("turn/interrupt", { threadId: "t" });
// @ts-expect-error params on a method without any
void client.request("account/logout", {});
// @ts-expect-error options in the place of the params
void client.request("account/logout", { timeoutMs: 5 });
// @ts-expect-error an option that does not exist
void client.request("thread/start", {}, { timeout: 5 });
// @ts-expect-error a member that does not exist
void client.request("thread/start", { cwdd: "/" });
// @ts-expect-error a wrong result type
export const wrong: Promise<{ turn: number }> = client.request("turn/start", { threadId: "t", input: [] });
// @ts-expect-error a notification is no request
void client.request("initialized");
// @ts-expect-error a request is no notification
void client.notify("thread/start", {});
// @ts-expect-error an experimental method on the stable surface
void client.request("thread/goal/set", { threadId: "t" });

// @ts-expect-error a request of the client has no handler here
client.onRequest("thread/start", () => ({}));
// @ts-expect-error a result of the wrong type
client.onRequest("item/commandExecution/requestApproval", () => ({ decision: "perhaps" }));
// @ts-expect-error a promise of the wrong type
client.onRequest("item/commandExecution/requestApproval", async () => ({ decided: true }));
// @ts-expect-error a handler that returns nothing
client.onRequest("item/commandExecution/requestApproval", () => {});
// @ts-expect-error a member that the params do not have
client.onRequest("item/tool/call", ({ toool }) => ({ contentItems: [], success: toool }));

// @ts-expect-error a wrong notification name
client.onNotification("turn/complete", () => {});
// @ts-expect-error a member of another notification
client.onNotification("turn/completed", ({ delta }) => delta);
// @ts-expect-error an experimental notification on the stable surface
client.onNotification("thread/goal/updated", () => {});
// @ts-expect-error a wrong notification name among others
client.notifications({ methods: ["turn/completed", "turn/complete"] });
// @ts-expect-error a policy that does not exist
client.notifications({ overflow: "block" });
// @ts-expect-error a condition on a member that the notification does not have
client.notifications({ methods: ["turn/completed"], where: ({ params }) => params.delta === "" });

export async function loops(): Promise<void> {
  for await (const notification of client.notifications({ methods: ["turn/completed"] })) {
    // @ts-expect-error a method that was not asked for
    if (notification.method === "error") return;
    // @ts-expect-error a member of another notification
    console.log(notification.params.delta);
  }
}

// @ts-expect-error a hook that does not exist
createClient(transport, { onUnknown: () => {} });
// @ts-expect-error an id that is neither text nor number
createClient(transport, { nextId: () => ({}) });
// @ts-expect-error a transport that cannot be closed
createClient({ start() {}, send() {} });
// @ts-expect-error no client for the other surface
export const other: Client = createExperimental(transport);
// @ts-expect-error no stream
streamTransport({ readable: {}, writable: {} });
// @ts-expect-error no address
webSocketTransport(4500);
