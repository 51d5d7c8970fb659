// The experimental surface: the same names, with what needs the opt-in.
import type { AskForApproval, ClientRequests, ServerNotifications, ThreadStartParams } from "app-server-protocol/experimental";
import type { ThreadStartParams as Stable } from "app-server-protocol";

export const start: ThreadStartParams = { environments: [], persistExtendedHistory: true };
export const goal: ClientRequests["thread/goal/set"]["params"] = { threadId: "t", objective: "All tests pass." };
export const approval: AskForApproval = {
  granular: { mcp_elicitations: true, request_permissions: false, rules: true, sandbox_approval: true, skill_approval: false },
};
export type Updated = ServerNotifications["thread/goal/updated"]["params"]["goal"];

// Whoever builds for the stable surface can hand its params to code that knows the whole.
export const widened = (params: Stable): ThreadStartParams => params;
