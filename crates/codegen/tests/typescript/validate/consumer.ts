// Uses `meta` and `validate` as a client's author would.
import type { StandardSchemaV1 } from "@standard-schema/spec";
import type {
  NotificationOf,
  ServerNotifications,
  ThreadStartParams,
  TurnStartedNotification,
} from "app-server-protocol";
import { createClient } from "app-server-protocol";
import * as whole from "app-server-protocol/experimental/meta";
import { createValidation as createWholeValidation } from "app-server-protocol/experimental/validate";
import { threadGoalSetParams } from "app-server-protocol/experimental/validate/schemas";
import {
  isServerNotification,
  isServerNotificationMethod,
  isServerRequest,
  methods,
  protocol,
  serverNotifications,
} from "app-server-protocol/meta";
import type { Method, MethodInfo } from "app-server-protocol/meta";
import { memoryTransportPair } from "app-server-protocol/transports/memory";
import { ValidationError, createValidation, createValidationOf } from "app-server-protocol/validate";
import type { MessageCheck, ValidationProblem } from "app-server-protocol/validate";
import { threadStartParams, turnStartedParams } from "app-server-protocol/validate/schemas";

// The validation is what the client takes, on either surface.
const problems: ValidationProblem[] = [];
const check: MessageCheck = createValidation({
  mode: "strict",
  receive: "warn",
  onProblem: (one) => problems.push(one),
});
const [transport] = memoryTransportPair();
export const client = createClient(transport, { validate: check });
export const wholeCheck = createWholeValidation();
export const some = createValidationOf({
  outgoing: { params: { "thread/start": threadStartParams } },
  incoming: { params: { "turn/started": turnStartedParams } },
});

// Each schema is a Standard Schema of the method's type: what other libraries take, and infer from.
export const standard: StandardSchemaV1<unknown, ThreadStartParams> = threadStartParams;
export const goal: StandardSchemaV1 = threadGoalSetParams;
export type Inferred = StandardSchemaV1.InferOutput<typeof turnStartedParams>;
export const inferred = (value: Inferred): TurnStartedNotification => value;
const result = turnStartedParams["~standard"].validate({});
export const place: string = result.issues ? (result.issues[0]?.pointer ?? "") : result.value.turn.id;

export function where(error: unknown): string {
  if (!(error instanceof ValidationError)) return "";
  return `${error.method} ${error.direction} ${error.what} ${error.pointer} ${error.issues.length}`;
}

// Guards narrow what came from anywhere.
export function route(message: unknown): string {
  if (isServerNotification(message)) {
    if (message.method === "turn/started") return message.params.turn.id;
    return message.method;
  }
  return isServerRequest(message) ? String(message.id) : "";
}
export function label(method: string): keyof ServerNotifications | undefined {
  return isServerNotificationMethod(method) ? method : undefined;
}

// The lists are literal: a map over all of them needs no cast, and misses none.
type Listed = (typeof serverNotifications)[number];
export const listed = (method: Listed): keyof ServerNotifications => method;
export const all = (method: keyof ServerNotifications): Listed => method;
export const handled = {} as { [M in Listed]: (notification: NotificationOf<M>) => void };

// What is known of a method.
const info: MethodInfo = methods["thread/start"];
export const why: string =
  info.stability === "experimental" ? info.reason : info.stability === "deprecated" ? info.note : info.direction;
export const method: Method = "turn/interrupt";
export const hash: string = `${protocol.name} ${protocol.version} ${protocol.hash} ${whole.protocol.hash}`;
