// What must not compile. Each line that follows an expectation fails for the reason it states; the compiler reports an
// expectation that is not met.
import type {
  ClientRequests,
  LogoutAccountResponse,
  ParamsOf,
  ResultOf,
  ServerNotification,
  ServerNotifications,
  ThreadStartParams,
} from "app-server-protocol";

declare function request<M extends keyof ClientRequests>(
  method: M,
  ...params: undefined extends ParamsOf<M> ? [] : [params: ParamsOf<M>]
): Promise<ResultOf<M>>;

// @ts-expect-error a wrong method name
void request("thread/strat", {});
// @ts-expect-error a missing member
void request("turn/interrupt", { threadId: "t" });
// @ts-expect-error params on a method without any
void request("account/logout", {});
// @ts-expect-error a member that does not exist
void request("thread/start", { cwdd: "/" });
// @ts-expect-error a value outside of the enum
void request("thread/start", { sandbox: "full" });
// @ts-expect-error a wrong result type
export const wrong: Promise<{ turn: number }> = request("turn/start", { threadId: "t", input: [] });
// @ts-expect-error an experimental method on the stable surface
export type Goal = ClientRequests["thread/goal/set"];
// @ts-expect-error an experimental member on the stable surface
export const environments: ThreadStartParams = { environments: [] };
// @ts-expect-error an experimental variant on the stable surface
export const granular: ThreadStartParams["approvalPolicy"] = { granular: { rules: true } };
// @ts-expect-error an empty result holds nothing
export const empty: LogoutAccountResponse = { ok: true };
// @ts-expect-error a coverage map that lacks methods
export const seen = { "error": true } satisfies Record<keyof ServerNotifications, true>;

export function late(notification: ServerNotification): string {
  // @ts-expect-error a member of another method's params
  return notification.method === "turn/completed" ? notification.params.delta : "";
}
