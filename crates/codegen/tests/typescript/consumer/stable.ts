// A client's author at work: everything here must compile, on the stable surface.
import type {
  ClientRequest,
  ClientRequests,
  JSONRPCMessage,
  NotificationOf,
  ParamsOf,
  ResultOf,
  ServerNotification,
  ServerRequests,
  ThreadItem,
  ThreadStartResponse,
  UserInputInput,
} from "app-server-protocol";

// A typed call: params and result follow from the method, and there is no second argument where there are no params.
declare function request<M extends keyof ClientRequests>(
  method: M,
  ...params: undefined extends ParamsOf<M> ? [] : [params: ParamsOf<M>]
): Promise<ResultOf<M>>;

export async function session(): Promise<string> {
  const { userAgent } = await request("initialize", { clientInfo: { name: "editor", version: "1.2.0" } });
  const started: ThreadStartResponse = await request("thread/start", { cwd: "/home/ada/project" });
  await request("thread/start", {});
  await request("thread/start", { cwd: null });
  const input: UserInputInput[] = [{ type: "text", text: "Explain the build." }];
  const { turn } = await request("turn/start", { threadId: started.thread.id, input });
  await request("turn/interrupt", { threadId: started.thread.id, turnId: turn.id });
  const nothing: Record<string, never> = await request("account/logout");
  return userAgent + Object.keys(nothing).length;
}

// What a server sends back is read without asking whether it is there.
export function describe(started: ThreadStartResponse): string {
  const tier: string | null = started.serviceTier;
  return `${started.model} ${tier ?? "default"}`;
}

// What was received can be sent again.
export function again(item: ThreadItem): UserInputInput[] {
  return item.type === "userMessage" ? item.content : [];
}

// Notifications narrow by their method.
export function onNotification(notification: ServerNotification): string | undefined {
  switch (notification.method) {
    case "item/agentMessage/delta":
      return notification.params.delta;
    case "turn/completed":
      return notification.params.turn.status;
    case "error":
      return notification.params.error.message;
    default:
      return undefined;
  }
}

export function onDelta(notification: NotificationOf<"item/agentMessage/delta">): ServerNotification {
  return notification;
}

// A coverage map: leaving a method out does not compile.
export const answered = {
  "item/commandExecution/requestApproval": true,
  "item/fileChange/requestApproval": true,
  "item/permissions/requestApproval": true,
  "item/tool/requestUserInput": true,
  "item/tool/call": true,
  "mcpServer/elicitation/request": true,
  "applyPatchApproval": true,
  "execCommandApproval": true,
  "account/chatgptAuthTokens/refresh": true,
} satisfies Record<keyof ServerRequests, true>;

// A server request is answered with its own result.
export function decide(params: ServerRequests["item/commandExecution/requestApproval"]["params"]) {
  return { decision: params.networkApprovalContext ? "decline" : "accept" } satisfies ResultOf<"item/commandExecution/requestApproval">;
}

// Messages as they lie on the wire.
export const message: ClientRequest = { id: "a", method: "account/logout" };
export const envelope: JSONRPCMessage = { id: 1, method: "anything", params: { free: ["form", 1, null] } };
