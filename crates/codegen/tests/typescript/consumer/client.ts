// A client's author at work with the client itself, on the stable surface.
import {
  ConnectionClosedError,
  RequestTimeoutError,
  RpcError,
  RpcErrorCode,
  createClient,
  type Client,
  type ClientOptions,
  type NotificationStream,
  type RequestContext,
  type RequestOptions,
} from "app-server-protocol";
import type {
  DynamicToolCallResponse,
  NotificationOf,
  ServerNotifications,
  ServerRequests,
  ThreadStartResponse,
} from "app-server-protocol";
import type { CloseInfo, Transport } from "app-server-protocol/transport";
import { memoryTransportPair } from "app-server-protocol/transports/memory";
import { webSocketTransport } from "app-server-protocol/transports/websocket";

const [transport] = memoryTransportPair();
const options: ClientOptions = {
  timeoutMs: 1000,
  nextId: () => crypto.randomUUID(),
  onUnknownNotification: ({ method, params }) => console.log(method, params),
  onLateResponse: ({ id, error }, method) => console.log(id, error?.message, method),
  onInvalidMessage: ({ message, received }) => console.log(message, received),
};
const client: Client = createClient(transport, options);

export async function calls(signal: AbortSignal): Promise<string> {
  const started: ThreadStartResponse = await client.request("thread/start", { cwd: "/home/ada" });
  await client.request("thread/start", {}, { signal, timeoutMs: 5 });
  const more: RequestOptions = { signal: AbortSignal.timeout(5), trace: { traceparent: "00" } };
  await client.request("account/logout");
  await client.request("account/logout", undefined, more);
  await client.notify("initialized");
  return started.thread.id;
}

// Functions over all methods are as typed as the client itself.
export const call = client.request;
export const stop: () => void = client.onNotification("turn/completed", ({ turn }) => console.log(turn.status));

client.onRequest("item/commandExecution/requestApproval", async (params, { signal }: RequestContext) => {
  await fetch("https://example.org", { signal });
  return { decision: params.networkApprovalContext ? "decline" : "accept" };
});
client.onRequest("item/tool/call", (): DynamicToolCallResponse => ({ contentItems: [], success: true }));
client.onRequest("item/fileChange/requestApproval", () => {
  throw new RpcError(RpcErrorCode.InternalError, "not now", { retry: true });
});

export async function watch(): Promise<string> {
  let text = "";
  const stream = client.notifications({
    methods: ["item/agentMessage/delta", "turn/completed"],
    where: (notification) => notification.params.threadId === "t",
    limit: 100,
    overflow: "drop-oldest",
  });
  for await (const notification of stream) {
    switch (notification.method) {
      case "item/agentMessage/delta":
        text += notification.params.delta;
        break;
      case "turn/completed":
        return text + notification.params.turn.status + stream.dropped;
      default:
        // Nothing else can come: both methods are dealt with.
        notification satisfies never;
    }
  }
  return text;
}

export async function everything(): Promise<void> {
  const stream: NotificationStream<NotificationOf> = client.notifications();
  for await (const notification of stream) {
    if (notification.method === "error") console.log(notification.params.error.message);
  }
}

export function explain(error: unknown): string {
  if (error instanceof RpcError) return `${error.code} ${error.method ?? ""} ${String(error.data)}`;
  if (error instanceof RequestTimeoutError) return `${error.method} ${error.timeoutMs}`;
  if (error instanceof ConnectionClosedError) return `${error.info.reason} ${error.info.code ?? ""}`;
  return String(error);
}

export async function ends(): Promise<CloseInfo> {
  await client.close();
  return client.closed;
}

// A listener for each notification, and a handler for each request.
export const listeners: { [M in keyof ServerNotifications]?: (params: ServerNotifications[M]["params"]) => void } = {
  "turn/started": ({ turn }) => console.log(turn.id),
};
export type Handlers = {
  [M in keyof ServerRequests]: (params: ServerRequests[M]["params"]) => Promise<ServerRequests[M]["result"]>;
};

// Anyone can write a transport, and pass what a browser has.
export const own: Transport = { start() {}, send: async (text) => void text, close() {} };
export const socket: Transport = webSocketTransport(new WebSocket("ws://127.0.0.1"));
export const address: Transport = webSocketTransport(new URL("ws://127.0.0.1"), { protocols: ["one"], WebSocket });
