// Client of AppServerProtocol, generated with its types. Do not edit.
// The client: a connection that knows which notifications this surface has.
import { connect } from "../runtime/connection.js";

export {
  ConnectionClosedError,
  InvalidMessageError,
  NotificationOverflowError,
  RequestTimeoutError,
  RpcError,
  RpcErrorCode,
} from "../runtime/errors.js";

/** The notifications that the server sends; any other is reported as unknown. */
const NOTIFICATIONS = /* @__PURE__ */ new Set([
  "error",
  "warning",
  "guardianWarning",
  "deprecationNotice",
  "configWarning",
  "thread/started",
  "thread/status/changed",
  "thread/archived",
  "thread/unarchived",
  "thread/closed",
  "thread/name/updated",
  "thread/tokenUsage/updated",
  "thread/compacted",
  "thread/goal/updated",
  "thread/goal/cleared",
  "turn/started",
  "turn/completed",
  "turn/diff/updated",
  "turn/plan/updated",
  "thread/realtime/started",
  "thread/realtime/itemAdded",
  "thread/realtime/transcript/delta",
  "thread/realtime/transcript/done",
  "thread/realtime/outputAudio/delta",
  "thread/realtime/sdp",
  "thread/realtime/error",
  "thread/realtime/closed",
  "item/started",
  "item/completed",
  "item/agentMessage/delta",
  "item/plan/delta",
  "item/reasoning/summaryTextDelta",
  "item/reasoning/summaryPartAdded",
  "item/reasoning/textDelta",
  "item/commandExecution/outputDelta",
  "item/commandExecution/terminalInteraction",
  "item/fileChange/outputDelta",
  "item/fileChange/patchUpdated",
  "item/mcpToolCall/progress",
  "item/autoApprovalReview/started",
  "item/autoApprovalReview/completed",
  "hook/started",
  "hook/completed",
  "serverRequest/resolved",
  "mcpServer/oauthLogin/completed",
  "mcpServer/startupStatus/updated",
  "fuzzyFileSearch/sessionUpdated",
  "fuzzyFileSearch/sessionCompleted",
  "windows/worldWritableWarning",
  "windowsSandbox/setupCompleted",
  "model/rerouted",
  "model/verification",
  "account/login/completed",
  "account/updated",
  "account/rateLimits/updated",
  "skills/changed",
  "app/list/updated",
  "externalAgentConfig/import/completed",
  "command/exec/outputDelta",
  "fs/changed",
]);

/**
 * Connects to a server. What arrives is dealt with from now on: add handlers before anything is awaited.
 *
 * @param {import("../transport.js").Transport} transport
 * @param {import("../runtime/options.js").ClientOptions} [options]
 * @returns {import("./client.js").Client}
 */
export function createClient(transport, options) {
  return connect(transport, NOTIFICATIONS, options);
}
