// What a rich client does with the server, from the first message to the last. It runs wherever the client does.
import { createClient, RpcError } from "app-server-protocol/experimental";
import type {
  Client,
  ProductAnalyticsEvent,
  ServerNotifications,
  Turn,
  UserInputInput,
} from "app-server-protocol/experimental";
import type { Transport } from "app-server-protocol/transport";
import { createValidation } from "app-server-protocol/experimental/validate";

/** What the script of the server's agent (script.json) says in the first turn, and is asked to run. */
export const SAID = "You said: list the files";
export const COMMAND = "ls";

/** Fails unless the two are the same as JSON. */
function same(found: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right}, found ${left}`);
}

/** Fails unless the call is refused so. */
async function refused(call: Promise<unknown>, code: number, message: RegExp, what: string): Promise<void> {
  const error = await call.then(
    (result) => new Error(`${what}: expected a refusal, found ${JSON.stringify(result)}`),
    (error: unknown) => error,
  );
  if (!(error instanceof RpcError) || error.code !== code || !message.test(error.message)) throw error;
}

const text = (text: string): UserInputInput[] => [{ type: "text", text }];

/** A client that holds everything it sends and gets against its type, and misses nothing without a word. */
function connect(transport: Transport, surprises: string[]): Client {
  return createClient(transport, {
    timeoutMs: 20_000,
    validate: createValidation({ mode: "strict" }),
    onUnknownNotification: ({ method }) => surprises.push(`unknown notification ${method}`),
    onUnknownRequest: ({ method }) => surprises.push(`unknown request ${method}`),
    onLateResponse: (_, method) => surprises.push(`late response to ${method}`),
    onInvalidMessage: (error) => surprises.push(error.message),
    onHandlerError: (error) => surprises.push(String(error)),
  });
}

const clientInfo = { name: "proof", title: "Proof", version: "1.0.0" };

/** One turn from its request to its end, with all that is said of it. */
async function turn(client: Client, threadId: string, input: string, during?: (turn: Turn) => Promise<unknown>) {
  const heard: (keyof ServerNotifications)[] = [];
  const deltas: string[] = [];
  const messages: string[] = [];
  const disorder: string[] = [];
  const items = new Set<string>();
  const stream = client.notifications({ where: ({ params }) => "threadId" in params && params.threadId === threadId });
  const { turn } = await client.request("turn/start", { threadId, input: text(input) });
  same(turn.status, "inProgress", "the status of a turn that has begun");
  const done = during?.(turn);
  for await (const { method, params } of stream) {
    heard.push(method);
    if (method === "item/started") items.add(params.item.id);
    // What an item says comes between its begin and its end, and both between those of the turn.
    const known = "itemId" in params ? items.has(params.itemId) : method !== "item/completed" || items.delete(params.item.id);
    if (!known || (method.startsWith("item/") && !heard.includes("turn/started"))) disorder.push(JSON.stringify(params));
    if (method === "item/agentMessage/delta") deltas.push(params.delta);
    if (method === "item/completed" && params.item.type === "agentMessage") messages.push(params.item.text);
    if (method === "turn/completed") {
      await done;
      same(params.turn.id, turn.id, "the turn that ends");
      same([...items], [], "the items that never ended");
      return { heard, deltas, messages, disorder, turn: params.turn };
    }
  }
  throw new Error(`the connection ended before the turn did: ${JSON.stringify(await client.closed)}`);
}

/** Everything that a well-behaved client does. Returns how often each product event was sent. */
export async function session(transport: Transport): Promise<number> {
  const surprises: string[] = [];
  const client = connect(transport, surprises);
  const asked: (string | null | undefined)[] = [];
  client.onRequest("item/commandExecution/requestApproval", ({ command }) => {
    asked.push(command);
    return { decision: "accept" };
  });

  const { userAgent } = await client.request("initialize", {
    clientInfo,
    capabilities: { experimentalApi: true, optOutNotificationMethods: ["thread/tokenUsage/updated"] },
  });
  if (!userAgent.includes("proof/1.0.0")) throw new Error(`the user agent does not name the client: ${userAgent}`);
  await client.notify("initialized");

  const events: ProductAnalyticsEvent[] = (["shown", "cta_clicked"] as const).flatMap((action) =>
    (["workspace_member_credits_depleted", "workspace_member_usage_limit_reached"] as const).map((bannerType) => ({
      type: "usageLimitBanner" as const,
      action,
      bannerType,
    })),
  );
  for (const event of events) same(await client.request("analytics/productEvent/track", { event }), {}, "track");

  for (const creditType of ["credits", "usage_limit"] as const) {
    const nudge = () => client.request("account/sendAddCreditsNudgeEmail", { creditType });
    const both = [await nudge(), await nudge()].map(({ status }) => status);
    // Another client of this server may have reminded before.
    if (both[0] !== "sent" && both[0] !== "cooldown_active") throw new Error(`a reminder was ${both[0]}`);
    same(both[1], "cooldown_active", "a second reminder");
  }

  const { thread } = await client.request("thread/start", { cwd: "/" });
  const report = { classification: "bug", reason: "none", includeLogs: false, threadId: thread.id };
  const { threadId } = await client.request("feedback/upload", report);
  same(typeof threadId, "string", "the report's thread");

  const first = await turn(client, thread.id, "list the files");
  same(first.turn.status, "completed", "the first turn");
  same(asked, [COMMAND], "what the agent asked");
  same(first.deltas.join(""), SAID, "the pieces of the message");
  same(first.messages, [SAID], "the message");
  same(first.disorder, [], "what came out of order");
  if (first.heard.includes("thread/tokenUsage/updated")) throw new Error("a notification came that was opted out of");

  const steered = await turn(client, thread.id, "wait", async ({ id }) => {
    const answer = await client.request("turn/steer", { threadId: thread.id, expectedTurnId: id, input: text("hurry") });
    same(answer.turnId, id, "the turn that was steered");
  });
  same(steered.turn.status, "completed", "the steered turn");
  if (!steered.messages.some((message) => message.includes("hurry"))) {
    throw new Error(`the agent did not notice: ${steered.messages.join("; ")}`);
  }

  const stopped = await turn(client, thread.id, "wait for ever", ({ id }) =>
    client.request("turn/interrupt", { threadId: thread.id, turnId: id }),
  );
  same(stopped.turn.status, "interrupted", "the interrupted turn");

  const { goal } = await client.request("thread/goal/set", { threadId: thread.id, objective: "prove it" });
  same((await client.request("thread/goal/get", { threadId: thread.id })).goal, goal, "the goal");
  same((await client.request("thread/goal/clear", { threadId: thread.id })).cleared, true, "whether the goal was cleared");

  // A method that this server does not have is named.
  await refused(client.request("account/logout"), -32601, /account\/logout/, "a method without a handler");

  await client.close();
  same(surprises, [], "what was not expected");
  return events.length;
}

/** Everything that a client does wrong, and what it is told. */
export async function misuse(open: () => Transport): Promise<void> {
  const surprises: string[] = [];
  const client = connect(open(), surprises);
  await refused(client.request("thread/start", {}), -32600, /^Not initialized$/, "a request before the handshake");
  await refused(
    client.request("initialize", { clientInfo: { ...clientInfo, name: "no\nheader" } }),
    -32602,
    /clientInfo\/name/,
    "a name that no header can have",
  );
  await client.request("initialize", { clientInfo });
  await refused(client.request("initialize", { clientInfo }), -32600, /^Already initialized$/, "a second handshake");
  await client.notify("initialized");
  const { thread } = await client.request("thread/start", {});
  const goal = { threadId: thread.id, objective: "prove it" };
  await refused(client.request("thread/goal/set", goal), -32600, /experimentalApi/, "an experimental method");
  const steer = { threadId: thread.id, expectedTurnId: "none", input: text("hurry") };
  await refused(client.request("turn/steer", steer), -32600, /turn/, "steering without a turn");
  await client.close();
  same(surprises, [], "what was not expected");
}
