// Validation of AppServerProtocol, generated from its Rust declaration. Do not edit.
// A check for every type, from those of the run time; ./schemas.js has those of each method.
import {
  any,
  boolean,
  both,
  define,
  either,
  int32,
  int64,
  keyed,
  list,
  map,
  number,
  object,
  oneOf,
  orNull,
  string,
  tagged,
  uint,
  uint16,
  uint32,
  uint64,
  unset,
  within,
} from "../../runtime/checks.js";

export const AbsolutePathBuf = /* @__PURE__ */ define(() => string);
export const Account = /* @__PURE__ */ define(() => tagged("type", {
  apiKey: object({}),
  chatgpt: object({ email: string, planType: PlanType }),
  amazonBedrock: object({}),
}));
export const AccountLoginCompletedNotification = /* @__PURE__ */ define(() => object({
  error: orNull(string),
  loginId: orNull(string),
  success: boolean,
}));
export const AccountRateLimitsUpdatedNotification = /* @__PURE__ */ define(() => object({
  rateLimits: RateLimitSnapshot,
}));
export const AccountUpdatedNotification = /* @__PURE__ */ define(() => object({
  authMode: orNull(AuthMode),
  planType: orNull(PlanType),
}));
export const AddCreditsNudgeCreditType = /* @__PURE__ */ define(() => oneOf("credits", "usage_limit"));
export const AddCreditsNudgeEmailStatus = /* @__PURE__ */ define(() => oneOf("sent", "cooldown_active"));
export const AdditionalFileSystemPermissions = /* @__PURE__ */ define(() => object({
  entries: orNull(list(FileSystemSandboxEntry)),
  globScanMaxDepth: orNull(within(uint, 1)),
  read: orNull(list(AbsolutePathBuf)),
  write: orNull(list(AbsolutePathBuf)),
}));
export const AdditionalFileSystemPermissionsInput = /* @__PURE__ */ define(() => object({}, {
  entries: orNull(list(FileSystemSandboxEntryInput)),
  globScanMaxDepth: orNull(within(uint, 1)),
  read: orNull(list(AbsolutePathBuf)),
  write: orNull(list(AbsolutePathBuf)),
}));
export const AdditionalNetworkPermissions = /* @__PURE__ */ define(() => object({ enabled: orNull(boolean) }));
export const AdditionalNetworkPermissionsInput = /* @__PURE__ */ define(() => object({}, {
  enabled: orNull(boolean),
}));
export const AdditionalPermissionProfile = /* @__PURE__ */ define(() => object({
  fileSystem: orNull(AdditionalFileSystemPermissions),
  network: orNull(AdditionalNetworkPermissions),
}));
export const AgentMessageDeltaNotification = /* @__PURE__ */ define(() => object({
  delta: string,
  itemId: string,
  threadId: string,
  turnId: string,
}));
export const AgentPath = /* @__PURE__ */ define(() => string);
export const AnalyticsConfig = /* @__PURE__ */ define(() => object({ enabled: orNull(boolean) }));
export const AppBranding = /* @__PURE__ */ define(() => object({
  category: orNull(string),
  developer: orNull(string),
  isDiscoverableApp: boolean,
  privacyPolicy: orNull(string),
  termsOfService: orNull(string),
  website: orNull(string),
}));
export const AppConfig = /* @__PURE__ */ define(() => object({
  default_tools_approval_mode: orNull(AppToolApproval),
  default_tools_enabled: orNull(boolean),
  destructive_enabled: orNull(boolean),
  enabled: boolean,
  open_world_enabled: orNull(boolean),
  tools: orNull(AppToolsConfig),
}));
export const AppInfo = /* @__PURE__ */ define(() => object({
  appMetadata: orNull(AppMetadata),
  branding: orNull(AppBranding),
  description: orNull(string),
  distributionChannel: orNull(string),
  id: string,
  installUrl: orNull(string),
  isAccessible: boolean,
  isEnabled: boolean,
  labels: orNull(map(string)),
  logoUrl: orNull(string),
  logoUrlDark: orNull(string),
  name: string,
  pluginDisplayNames: list(string),
}));
export const AppListUpdatedNotification = /* @__PURE__ */ define(() => object({ data: list(AppInfo) }));
export const AppMetadata = /* @__PURE__ */ define(() => object({
  categories: orNull(list(string)),
  developer: orNull(string),
  firstPartyRequiresInstall: orNull(boolean),
  firstPartyType: orNull(string),
  review: orNull(AppReview),
  screenshots: orNull(list(AppScreenshot)),
  seoDescription: orNull(string),
  showInComposerWhenUnlinked: orNull(boolean),
  subCategories: orNull(list(string)),
  version: orNull(string),
  versionId: orNull(string),
  versionNotes: orNull(string),
}));
export const AppReview = /* @__PURE__ */ define(() => object({ status: string }));
export const AppScreenshot = /* @__PURE__ */ define(() => object({
  fileId: orNull(string),
  url: orNull(string),
  userPrompt: string,
}));
export const AppSummary = /* @__PURE__ */ define(() => object({
  description: orNull(string),
  id: string,
  installUrl: orNull(string),
  name: string,
  needsAuth: boolean,
}));
export const AppToolApproval = /* @__PURE__ */ define(() => oneOf("auto", "prompt", "approve"));
export const AppToolConfig = /* @__PURE__ */ define(() => object({
  approval_mode: orNull(AppToolApproval),
  enabled: orNull(boolean),
}));
export const AppToolsConfig = /* @__PURE__ */ define(() => object({}, {}, { rest: AppToolConfig }));
export const ApplyPatchApprovalParams = /* @__PURE__ */ define(() => object({
  callId: string,
  conversationId: ThreadId,
  fileChanges: map(FileChange),
  grantRoot: orNull(string),
  reason: orNull(string),
}));
export const ApplyPatchApprovalResponse = /* @__PURE__ */ define(() => object({ decision: ReviewDecision }));
export const ApprovalsReviewer = /* @__PURE__ */ define(() => oneOf("user", "auto_review", "guardian_subagent"));
export const AppsConfig = /* @__PURE__ */ define(() => object({ _default: orNull(AppsDefaultConfig) }, {}, {
  rest: AppConfig,
}));
export const AppsDefaultConfig = /* @__PURE__ */ define(() => object({
  destructive_enabled: boolean,
  enabled: boolean,
  open_world_enabled: boolean,
}));
export const AppsListParams = /* @__PURE__ */ define(() => object({}, {
  cursor: orNull(string),
  forceRefetch: boolean,
  limit: orNull(uint32),
  threadId: orNull(string),
}));
export const AppsListResponse = /* @__PURE__ */ define(() => object({
  data: list(AppInfo),
  nextCursor: orNull(string),
}));
export const AskForApproval = /* @__PURE__ */ define(() => keyed(["untrusted", "on-failure", "on-request", "never"], {
  granular: object({
    mcp_elicitations: boolean,
    request_permissions: boolean,
    rules: boolean,
    sandbox_approval: boolean,
    skill_approval: boolean,
  }),
}));
export const AskForApprovalInput = /* @__PURE__ */ define(() => keyed([
  "untrusted",
  "on-failure",
  "on-request",
  "never",
], {
  granular: object({ mcp_elicitations: boolean, rules: boolean, sandbox_approval: boolean }, {
    request_permissions: boolean,
    skill_approval: boolean,
  }),
}));
export const AuthMode = /* @__PURE__ */ define(() => oneOf(
  "apikey",
  "chatgpt",
  "chatgptAuthTokens",
  "agentIdentity",
));
export const AutoReviewDecisionSource = /* @__PURE__ */ define(() => oneOf("agent"));
export const ByteRange = /* @__PURE__ */ define(() => object({ end: uint, start: uint }));
export const CancelLoginAccountParams = /* @__PURE__ */ define(() => object({ loginId: string }));
export const CancelLoginAccountResponse = /* @__PURE__ */ define(() => object({ status: CancelLoginAccountStatus }));
export const CancelLoginAccountStatus = /* @__PURE__ */ define(() => oneOf("canceled", "notFound"));
export const ChatgptAuthTokensRefreshParams = /* @__PURE__ */ define(() => object({
  previousAccountId: orNull(string),
  reason: ChatgptAuthTokensRefreshReason,
}));
export const ChatgptAuthTokensRefreshReason = /* @__PURE__ */ define(() => oneOf("unauthorized"));
export const ChatgptAuthTokensRefreshResponse = /* @__PURE__ */ define(() => object({
  accessToken: string,
  chatgptAccountId: string,
}, { chatgptPlanType: orNull(string) }));
export const ClientInfo = /* @__PURE__ */ define(() => object({ name: string, version: string }, {
  title: orNull(string),
}));
export const CodexErrorInfo = /* @__PURE__ */ define(() => keyed([
  "contextWindowExceeded",
  "usageLimitExceeded",
  "serverOverloaded",
  "cyberPolicy",
  "internalServerError",
  "unauthorized",
  "badRequest",
  "threadRollbackFailed",
  "sandboxError",
  "other",
], {
  httpConnectionFailed: object({ httpStatusCode: orNull(uint16) }),
  responseStreamConnectionFailed: object({ httpStatusCode: orNull(uint16) }),
  responseStreamDisconnected: object({ httpStatusCode: orNull(uint16) }),
  responseTooManyFailedAttempts: object({ httpStatusCode: orNull(uint16) }),
  activeTurnNotSteerable: object({ turnKind: NonSteerableTurnKind }),
}));
export const CollabAgentState = /* @__PURE__ */ define(() => object({
  message: orNull(string),
  status: CollabAgentStatus,
}));
export const CollabAgentStatus = /* @__PURE__ */ define(() => oneOf(
  "pendingInit",
  "running",
  "interrupted",
  "completed",
  "errored",
  "shutdown",
  "notFound",
));
export const CollabAgentTool = /* @__PURE__ */ define(() => oneOf(
  "spawnAgent",
  "sendInput",
  "resumeAgent",
  "wait",
  "closeAgent",
));
export const CollabAgentToolCallStatus = /* @__PURE__ */ define(() => oneOf("inProgress", "completed", "failed"));
export const CollaborationMode = /* @__PURE__ */ define(() => object({ mode: ModeKind, settings: Settings }));
export const CollaborationModeListParams = /* @__PURE__ */ define(() => object({}));
export const CollaborationModeListResponse = /* @__PURE__ */ define(() => object({
  data: list(CollaborationModeMask),
}));
export const CollaborationModeMask = /* @__PURE__ */ define(() => object({
  mode: orNull(ModeKind),
  model: orNull(string),
  name: string,
}, { reasoning_effort: orNull(ReasoningEffort) }));
export const CommandAction = /* @__PURE__ */ define(() => tagged("type", {
  read: object({ command: string, name: string, path: AbsolutePathBuf }),
  listFiles: object({ command: string, path: orNull(string) }),
  search: object({ command: string, path: orNull(string), query: orNull(string) }),
  unknown: object({ command: string }),
}));
export const CommandExecOutputDeltaNotification = /* @__PURE__ */ define(() => object({
  capReached: boolean,
  deltaBase64: string,
  processId: string,
  stream: CommandExecOutputStream,
}));
export const CommandExecOutputStream = /* @__PURE__ */ define(() => oneOf("stdout", "stderr"));
export const CommandExecParams = /* @__PURE__ */ define(() => object({ command: list(string) }, {
  cwd: orNull(string),
  disableOutputCap: boolean,
  disableTimeout: boolean,
  env: orNull(map(orNull(string))),
  outputBytesCap: orNull(uint),
  permissionProfile: orNull(PermissionProfileInput),
  processId: orNull(string),
  sandboxPolicy: orNull(SandboxPolicyInput),
  size: orNull(CommandExecTerminalSize),
  streamStdin: boolean,
  streamStdoutStderr: boolean,
  timeoutMs: orNull(int64),
  tty: boolean,
}));
export const CommandExecResizeParams = /* @__PURE__ */ define(() => object({
  processId: string,
  size: CommandExecTerminalSize,
}));
export const CommandExecResizeResponse = /* @__PURE__ */ define(() => object({}));
export const CommandExecResponse = /* @__PURE__ */ define(() => object({
  exitCode: int32,
  stderr: string,
  stdout: string,
}));
export const CommandExecTerminalSize = /* @__PURE__ */ define(() => object({ cols: uint16, rows: uint16 }));
export const CommandExecTerminateParams = /* @__PURE__ */ define(() => object({ processId: string }));
export const CommandExecTerminateResponse = /* @__PURE__ */ define(() => object({}));
export const CommandExecWriteParams = /* @__PURE__ */ define(() => object({ processId: string }, {
  closeStdin: boolean,
  deltaBase64: orNull(string),
}));
export const CommandExecWriteResponse = /* @__PURE__ */ define(() => object({}));
export const CommandExecutionApprovalDecision = /* @__PURE__ */ define(() => keyed([
  "accept",
  "acceptForSession",
  "decline",
  "cancel",
], {
  acceptWithExecpolicyAmendment: object({ execpolicy_amendment: list(string) }),
  applyNetworkPolicyAmendment: object({ network_policy_amendment: NetworkPolicyAmendment }),
}));
export const CommandExecutionOutputDeltaNotification = /* @__PURE__ */ define(() => object({
  delta: string,
  itemId: string,
  threadId: string,
  turnId: string,
}));
export const CommandExecutionRequestApprovalParams = /* @__PURE__ */ define(() => object({
  itemId: string,
  threadId: string,
  turnId: string,
}, {
  additionalPermissions: unset(AdditionalPermissionProfile),
  approvalId: unset(string),
  availableDecisions: unset(list(CommandExecutionApprovalDecision)),
  command: unset(string),
  commandActions: unset(list(CommandAction)),
  cwd: unset(AbsolutePathBuf),
  networkApprovalContext: unset(NetworkApprovalContext),
  proposedExecpolicyAmendment: unset(list(string)),
  proposedNetworkPolicyAmendments: unset(list(NetworkPolicyAmendment)),
  reason: unset(string),
}));
export const CommandExecutionRequestApprovalResponse = /* @__PURE__ */ define(() => object({
  decision: CommandExecutionApprovalDecision,
}));
export const CommandExecutionSource = /* @__PURE__ */ define(() => oneOf(
  "agent",
  "userShell",
  "unifiedExecStartup",
  "unifiedExecInteraction",
));
export const CommandExecutionStatus = /* @__PURE__ */ define(() => oneOf(
  "inProgress",
  "completed",
  "failed",
  "declined",
));
export const Config = /* @__PURE__ */ define(() => object({
  analytics: orNull(AnalyticsConfig),
  approval_policy: orNull(AskForApproval),
  compact_prompt: orNull(string),
  developer_instructions: orNull(string),
  forced_chatgpt_workspace_id: orNull(string),
  forced_login_method: orNull(ForcedLoginMethod),
  instructions: orNull(string),
  model: orNull(string),
  model_auto_compact_token_limit: orNull(int64),
  model_context_window: orNull(int64),
  model_provider: orNull(string),
  model_reasoning_effort: orNull(ReasoningEffort),
  model_reasoning_summary: orNull(ReasoningSummary),
  model_verbosity: orNull(Verbosity),
  profile: orNull(string),
  profiles: map(ProfileV2),
  review_model: orNull(string),
  sandbox_mode: orNull(SandboxMode),
  sandbox_workspace_write: orNull(SandboxWorkspaceWrite),
  service_tier: orNull(ServiceTier),
  tools: orNull(ToolsV2),
  web_search: orNull(WebSearchMode),
}, { approvals_reviewer: unset(ApprovalsReviewer), apps: unset(AppsConfig) }));
export const ConfigBatchWriteParams = /* @__PURE__ */ define(() => object({ edits: list(ConfigEdit) }, {
  expectedVersion: orNull(string),
  filePath: orNull(string),
  reloadUserConfig: boolean,
}));
export const ConfigEdit = /* @__PURE__ */ define(() => object({
  keyPath: string,
  mergeStrategy: MergeStrategy,
  value: any,
}));
export const ConfigLayer = /* @__PURE__ */ define(() => object({
  config: any,
  disabledReason: orNull(string),
  name: ConfigLayerSource,
  version: string,
}));
export const ConfigLayerMetadata = /* @__PURE__ */ define(() => object({ name: ConfigLayerSource, version: string }));
export const ConfigLayerSource = /* @__PURE__ */ define(() => tagged("type", {
  mdm: object({ domain: string, key: string }),
  system: object({ file: AbsolutePathBuf }),
  user: object({ file: AbsolutePathBuf }),
  project: object({ dotCodexFolder: AbsolutePathBuf }),
  sessionFlags: object({}),
  legacyManagedConfigTomlFromFile: object({ file: AbsolutePathBuf }),
  legacyManagedConfigTomlFromMdm: object({}),
}));
export const ConfigReadParams = /* @__PURE__ */ define(() => object({}, {
  cwd: orNull(string),
  includeLayers: boolean,
}));
export const ConfigReadResponse = /* @__PURE__ */ define(() => object({
  config: Config,
  layers: orNull(list(ConfigLayer)),
  origins: map(ConfigLayerMetadata),
}));
export const ConfigRequirements = /* @__PURE__ */ define(() => object({
  allowedApprovalPolicies: orNull(list(AskForApproval)),
  allowedSandboxModes: orNull(list(SandboxMode)),
  allowedWebSearchModes: orNull(list(WebSearchMode)),
  enforceResidency: orNull(ResidencyRequirement),
  featureRequirements: orNull(map(boolean)),
}, {
  allowedApprovalsReviewers: unset(list(ApprovalsReviewer)),
  hooks: unset(ManagedHooksRequirements),
  network: unset(NetworkRequirements),
}));
export const ConfigRequirementsReadResponse = /* @__PURE__ */ define(() => object({
  requirements: orNull(ConfigRequirements),
}));
export const ConfigValueWriteParams = /* @__PURE__ */ define(() => object({
  keyPath: string,
  mergeStrategy: MergeStrategy,
  value: any,
}, { expectedVersion: orNull(string), filePath: orNull(string) }));
export const ConfigWarningNotification = /* @__PURE__ */ define(() => object({
  details: orNull(string),
  path: orNull(string),
  range: orNull(TextRange),
  summary: string,
}));
export const ConfigWriteResponse = /* @__PURE__ */ define(() => object({
  filePath: AbsolutePathBuf,
  overriddenMetadata: orNull(OverriddenMetadata),
  status: WriteStatus,
  version: string,
}));
export const ConfiguredHookHandler = /* @__PURE__ */ define(() => tagged("type", {
  command: object({ async: boolean, command: string, statusMessage: orNull(string), timeoutSec: orNull(uint64) }),
  prompt: object({}),
  agent: object({}),
}));
export const ConfiguredHookMatcherGroup = /* @__PURE__ */ define(() => object({
  hooks: list(ConfiguredHookHandler),
  matcher: orNull(string),
}));
export const ContentItem = /* @__PURE__ */ define(() => tagged("type", {
  input_text: object({ text: string }),
  input_image: object({ image_url: string }, { detail: orNull(ImageDetail) }),
  output_text: object({ text: string }),
}));
export const ContextCompactedNotification = /* @__PURE__ */ define(() => object({ threadId: string, turnId: string }));
export const CreditsSnapshot = /* @__PURE__ */ define(() => object({
  balance: orNull(string),
  hasCredits: boolean,
  unlimited: boolean,
}));
export const DeprecationNoticeNotification = /* @__PURE__ */ define(() => object({
  details: orNull(string),
  summary: string,
}));
export const DeviceKeyAlgorithm = /* @__PURE__ */ define(() => oneOf("ecdsa_p256_sha256"));
export const DeviceKeyCreateParams = /* @__PURE__ */ define(() => object({ accountUserId: string, clientId: string }, {
  protectionPolicy: orNull(DeviceKeyProtectionPolicy),
}));
export const DeviceKeyCreateResponse = /* @__PURE__ */ define(() => object({
  algorithm: DeviceKeyAlgorithm,
  keyId: string,
  protectionClass: DeviceKeyProtectionClass,
  publicKeySpkiDerBase64: string,
}));
export const DeviceKeyProtectionClass = /* @__PURE__ */ define(() => oneOf(
  "hardware_secure_enclave",
  "hardware_tpm",
  "os_protected_nonextractable",
));
export const DeviceKeyProtectionPolicy = /* @__PURE__ */ define(() => oneOf(
  "hardware_only",
  "allow_os_protected_nonextractable",
));
export const DeviceKeyPublicParams = /* @__PURE__ */ define(() => object({ keyId: string }));
export const DeviceKeyPublicResponse = /* @__PURE__ */ define(() => object({
  algorithm: DeviceKeyAlgorithm,
  keyId: string,
  protectionClass: DeviceKeyProtectionClass,
  publicKeySpkiDerBase64: string,
}));
export const DeviceKeySignParams = /* @__PURE__ */ define(() => object({
  keyId: string,
  payload: DeviceKeySignPayload,
}));
export const DeviceKeySignPayload = /* @__PURE__ */ define(() => tagged("type", {
  remoteControlClientConnection: object({
    accountUserId: string,
    audience: RemoteControlClientConnectionAudience,
    clientId: string,
    nonce: string,
    scopes: list(string),
    sessionId: string,
    targetOrigin: string,
    targetPath: string,
    tokenExpiresAt: int64,
    tokenSha256Base64url: string,
  }),
  remoteControlClientEnrollment: object({
    accountUserId: string,
    audience: RemoteControlClientEnrollmentAudience,
    challengeExpiresAt: int64,
    challengeId: string,
    clientId: string,
    deviceIdentitySha256Base64url: string,
    nonce: string,
    targetOrigin: string,
    targetPath: string,
  }),
}));
export const DeviceKeySignResponse = /* @__PURE__ */ define(() => object({
  algorithm: DeviceKeyAlgorithm,
  signatureDerBase64: string,
  signedPayloadBase64: string,
}));
export const DynamicToolCallOutputContentItem = /* @__PURE__ */ define(() => tagged("type", {
  inputText: object({ text: string }),
  inputImage: object({ imageUrl: string }),
}));
export const DynamicToolCallParams = /* @__PURE__ */ define(() => object({
  arguments: any,
  callId: string,
  namespace: orNull(string),
  threadId: string,
  tool: string,
  turnId: string,
}));
export const DynamicToolCallResponse = /* @__PURE__ */ define(() => object({
  contentItems: list(DynamicToolCallOutputContentItem),
  success: boolean,
}));
export const DynamicToolCallStatus = /* @__PURE__ */ define(() => oneOf("inProgress", "completed", "failed"));
export const DynamicToolSpec = /* @__PURE__ */ define(() => object({
  description: string,
  inputSchema: any,
  name: string,
}, { deferLoading: boolean, namespace: orNull(string) }));
export const ErrorNotification = /* @__PURE__ */ define(() => object({
  error: TurnError,
  threadId: string,
  turnId: string,
  willRetry: boolean,
}));
export const ExecCommandApprovalParams = /* @__PURE__ */ define(() => object({
  approvalId: orNull(string),
  callId: string,
  command: list(string),
  conversationId: ThreadId,
  cwd: string,
  parsedCmd: list(ParsedCommand),
  reason: orNull(string),
}));
export const ExecCommandApprovalResponse = /* @__PURE__ */ define(() => object({ decision: ReviewDecision }));
export const ExperimentalFeature = /* @__PURE__ */ define(() => object({
  announcement: orNull(string),
  defaultEnabled: boolean,
  description: orNull(string),
  displayName: orNull(string),
  enabled: boolean,
  name: string,
  stage: ExperimentalFeatureStage,
}));
export const ExperimentalFeatureEnablementSetParams = /* @__PURE__ */ define(() => object({
  enablement: map(boolean),
}));
export const ExperimentalFeatureEnablementSetResponse = /* @__PURE__ */ define(() => object({
  enablement: map(boolean),
}));
export const ExperimentalFeatureListParams = /* @__PURE__ */ define(() => object({}, {
  cursor: orNull(string),
  limit: orNull(uint32),
}));
export const ExperimentalFeatureListResponse = /* @__PURE__ */ define(() => object({
  data: list(ExperimentalFeature),
  nextCursor: orNull(string),
}));
export const ExperimentalFeatureStage = /* @__PURE__ */ define(() => oneOf(
  "beta",
  "underDevelopment",
  "stable",
  "deprecated",
  "removed",
));
export const ExternalAgentConfigDetectParams = /* @__PURE__ */ define(() => object({}, {
  cwds: orNull(list(string)),
  includeHome: boolean,
}));
export const ExternalAgentConfigDetectResponse = /* @__PURE__ */ define(() => object({
  items: list(ExternalAgentConfigMigrationItem),
}));
export const ExternalAgentConfigImportCompletedNotification = /* @__PURE__ */ define(() => object({}));
export const ExternalAgentConfigImportParams = /* @__PURE__ */ define(() => object({
  migrationItems: list(ExternalAgentConfigMigrationItemInput),
}));
export const ExternalAgentConfigImportResponse = /* @__PURE__ */ define(() => object({}));
export const ExternalAgentConfigMigrationItem = /* @__PURE__ */ define(() => object({
  cwd: orNull(string),
  description: string,
  details: orNull(MigrationDetails),
  itemType: ExternalAgentConfigMigrationItemType,
}));
export const ExternalAgentConfigMigrationItemInput = /* @__PURE__ */ define(() => object({
  description: string,
  itemType: ExternalAgentConfigMigrationItemType,
}, { cwd: orNull(string), details: orNull(MigrationDetails) }));
export const ExternalAgentConfigMigrationItemType = /* @__PURE__ */ define(() => oneOf(
  "AGENTS_MD",
  "CONFIG",
  "SKILLS",
  "PLUGINS",
  "MCP_SERVER_CONFIG",
));
export const FeedbackUploadParams = /* @__PURE__ */ define(() => object({
  classification: string,
  includeLogs: boolean,
}, {
  extraLogFiles: orNull(list(string)),
  reason: orNull(string),
  tags: orNull(map(string)),
  threadId: orNull(string),
}));
export const FeedbackUploadResponse = /* @__PURE__ */ define(() => object({ threadId: string }));
export const FileChange = /* @__PURE__ */ define(() => tagged("type", {
  add: object({ content: string }),
  delete: object({ content: string }),
  update: object({ move_path: orNull(string), unified_diff: string }),
}));
export const FileChangeApprovalDecision = /* @__PURE__ */ define(() => oneOf(
  "accept",
  "acceptForSession",
  "decline",
  "cancel",
));
export const FileChangeOutputDeltaNotification = /* @__PURE__ */ define(() => object({
  delta: string,
  itemId: string,
  threadId: string,
  turnId: string,
}));
export const FileChangePatchUpdatedNotification = /* @__PURE__ */ define(() => object({
  changes: list(FileUpdateChange),
  itemId: string,
  threadId: string,
  turnId: string,
}));
export const FileChangeRequestApprovalParams = /* @__PURE__ */ define(() => object({
  itemId: string,
  threadId: string,
  turnId: string,
}, { grantRoot: unset(string), reason: unset(string) }));
export const FileChangeRequestApprovalResponse = /* @__PURE__ */ define(() => object({
  decision: FileChangeApprovalDecision,
}));
export const FileSystemAccessMode = /* @__PURE__ */ define(() => oneOf("read", "write", "none"));
export const FileSystemPath = /* @__PURE__ */ define(() => tagged("type", {
  path: object({ path: AbsolutePathBuf }),
  glob_pattern: object({ pattern: string }),
  special: object({ value: FileSystemSpecialPath }),
}));
export const FileSystemPathInput = /* @__PURE__ */ define(() => tagged("type", {
  path: object({ path: AbsolutePathBuf }),
  glob_pattern: object({ pattern: string }),
  special: object({ value: FileSystemSpecialPathInput }),
}));
export const FileSystemSandboxEntry = /* @__PURE__ */ define(() => object({
  access: FileSystemAccessMode,
  path: FileSystemPath,
}));
export const FileSystemSandboxEntryInput = /* @__PURE__ */ define(() => object({
  access: FileSystemAccessMode,
  path: FileSystemPathInput,
}));
export const FileSystemSpecialPath = /* @__PURE__ */ define(() => tagged("kind", {
  root: object({}),
  minimal: object({}),
  project_roots: object({ subpath: orNull(string) }),
  tmpdir: object({}),
  slash_tmp: object({}),
  unknown: object({ path: string, subpath: orNull(string) }),
}));
export const FileSystemSpecialPathInput = /* @__PURE__ */ define(() => tagged("kind", {
  root: object({}),
  minimal: object({}),
  project_roots: object({}, { subpath: orNull(string) }),
  tmpdir: object({}),
  slash_tmp: object({}),
  unknown: object({ path: string }, { subpath: orNull(string) }),
}));
export const FileUpdateChange = /* @__PURE__ */ define(() => object({
  diff: string,
  kind: PatchChangeKind,
  path: string,
}));
export const ForcedLoginMethod = /* @__PURE__ */ define(() => oneOf("chatgpt", "api"));
export const FsChangedNotification = /* @__PURE__ */ define(() => object({
  changedPaths: list(AbsolutePathBuf),
  watchId: string,
}));
export const FsCopyParams = /* @__PURE__ */ define(() => object({
  destinationPath: AbsolutePathBuf,
  sourcePath: AbsolutePathBuf,
}, { recursive: boolean }));
export const FsCopyResponse = /* @__PURE__ */ define(() => object({}));
export const FsCreateDirectoryParams = /* @__PURE__ */ define(() => object({ path: AbsolutePathBuf }, {
  recursive: orNull(boolean),
}));
export const FsCreateDirectoryResponse = /* @__PURE__ */ define(() => object({}));
export const FsGetMetadataParams = /* @__PURE__ */ define(() => object({ path: AbsolutePathBuf }));
export const FsGetMetadataResponse = /* @__PURE__ */ define(() => object({
  createdAtMs: int64,
  isDirectory: boolean,
  isFile: boolean,
  isSymlink: boolean,
  modifiedAtMs: int64,
}));
export const FsReadDirectoryEntry = /* @__PURE__ */ define(() => object({
  fileName: string,
  isDirectory: boolean,
  isFile: boolean,
}));
export const FsReadDirectoryParams = /* @__PURE__ */ define(() => object({ path: AbsolutePathBuf }));
export const FsReadDirectoryResponse = /* @__PURE__ */ define(() => object({ entries: list(FsReadDirectoryEntry) }));
export const FsReadFileParams = /* @__PURE__ */ define(() => object({ path: AbsolutePathBuf }));
export const FsReadFileResponse = /* @__PURE__ */ define(() => object({ dataBase64: string }));
export const FsRemoveParams = /* @__PURE__ */ define(() => object({ path: AbsolutePathBuf }, {
  force: orNull(boolean),
  recursive: orNull(boolean),
}));
export const FsRemoveResponse = /* @__PURE__ */ define(() => object({}));
export const FsUnwatchParams = /* @__PURE__ */ define(() => object({ watchId: string }));
export const FsUnwatchResponse = /* @__PURE__ */ define(() => object({}));
export const FsWatchParams = /* @__PURE__ */ define(() => object({ path: AbsolutePathBuf, watchId: string }));
export const FsWatchResponse = /* @__PURE__ */ define(() => object({ path: AbsolutePathBuf }));
export const FsWriteFileParams = /* @__PURE__ */ define(() => object({ dataBase64: string, path: AbsolutePathBuf }));
export const FsWriteFileResponse = /* @__PURE__ */ define(() => object({}));
export const FunctionCallOutputBody = /* @__PURE__ */ define(() => either(string, list(
  FunctionCallOutputContentItem,
)));
export const FunctionCallOutputContentItem = /* @__PURE__ */ define(() => tagged("type", {
  input_text: object({ text: string }),
  input_image: object({ image_url: string }, { detail: orNull(ImageDetail) }),
}));
export const FuzzyFileSearchMatchType = /* @__PURE__ */ define(() => oneOf("file", "directory"));
export const FuzzyFileSearchParams = /* @__PURE__ */ define(() => object({ query: string, roots: list(string) }, {
  cancellationToken: orNull(string),
}));
export const FuzzyFileSearchResponse = /* @__PURE__ */ define(() => object({ files: list(FuzzyFileSearchResult) }));
export const FuzzyFileSearchResult = /* @__PURE__ */ define(() => object({
  file_name: string,
  indices: orNull(list(uint32)),
  match_type: FuzzyFileSearchMatchType,
  path: string,
  root: string,
  score: uint32,
}));
export const FuzzyFileSearchSessionCompletedNotification = /* @__PURE__ */ define(() => object({ sessionId: string }));
export const FuzzyFileSearchSessionStartParams = /* @__PURE__ */ define(() => object({
  roots: list(string),
  sessionId: string,
}));
export const FuzzyFileSearchSessionStartResponse = /* @__PURE__ */ define(() => object({}));
export const FuzzyFileSearchSessionStopParams = /* @__PURE__ */ define(() => object({ sessionId: string }));
export const FuzzyFileSearchSessionStopResponse = /* @__PURE__ */ define(() => object({}));
export const FuzzyFileSearchSessionUpdateParams = /* @__PURE__ */ define(() => object({
  query: string,
  sessionId: string,
}));
export const FuzzyFileSearchSessionUpdateResponse = /* @__PURE__ */ define(() => object({}));
export const FuzzyFileSearchSessionUpdatedNotification = /* @__PURE__ */ define(() => object({
  files: list(FuzzyFileSearchResult),
  query: string,
  sessionId: string,
}));
export const GetAccountParams = /* @__PURE__ */ define(() => object({}, { refreshToken: boolean }));
export const GetAccountRateLimitsResponse = /* @__PURE__ */ define(() => object({
  rateLimits: RateLimitSnapshot,
  rateLimitsByLimitId: orNull(map(RateLimitSnapshot)),
}));
export const GetAccountResponse = /* @__PURE__ */ define(() => object({
  account: orNull(Account),
  requiresOpenaiAuth: boolean,
}));
export const GhostCommit = /* @__PURE__ */ define(() => object({
  id: string,
  preexisting_untracked_dirs: list(string),
  preexisting_untracked_files: list(string),
}, { parent: orNull(string) }));
export const GitInfo = /* @__PURE__ */ define(() => object({
  branch: orNull(string),
  originUrl: orNull(string),
  sha: orNull(string),
}));
export const GrantedPermissionProfile = /* @__PURE__ */ define(() => object({}, {
  fileSystem: orNull(AdditionalFileSystemPermissionsInput),
  network: orNull(AdditionalNetworkPermissionsInput),
}));
export const GuardianApprovalReview = /* @__PURE__ */ define(() => object({
  rationale: orNull(string),
  riskLevel: orNull(GuardianRiskLevel),
  status: GuardianApprovalReviewStatus,
  userAuthorization: orNull(GuardianUserAuthorization),
}));
export const GuardianApprovalReviewAction = /* @__PURE__ */ define(() => tagged("type", {
  command: object({ command: string, cwd: AbsolutePathBuf, source: GuardianCommandSource }),
  execve: object({ argv: list(string), cwd: AbsolutePathBuf, program: string, source: GuardianCommandSource }),
  applyPatch: object({ cwd: AbsolutePathBuf, files: list(AbsolutePathBuf) }),
  networkAccess: object({ host: string, port: uint16, protocol: NetworkApprovalProtocol, target: string }),
  mcpToolCall: object({
    connectorId: orNull(string),
    connectorName: orNull(string),
    server: string,
    toolName: string,
    toolTitle: orNull(string),
  }),
  requestPermissions: object({ permissions: RequestPermissionProfile, reason: orNull(string) }),
}));
export const GuardianApprovalReviewStatus = /* @__PURE__ */ define(() => oneOf(
  "inProgress",
  "approved",
  "denied",
  "timedOut",
  "aborted",
));
export const GuardianCommandSource = /* @__PURE__ */ define(() => oneOf("shell", "unifiedExec"));
export const GuardianRiskLevel = /* @__PURE__ */ define(() => oneOf("low", "medium", "high", "critical"));
export const GuardianUserAuthorization = /* @__PURE__ */ define(() => oneOf("unknown", "low", "medium", "high"));
export const GuardianWarningNotification = /* @__PURE__ */ define(() => object({ message: string, threadId: string }));
export const HookCompletedNotification = /* @__PURE__ */ define(() => object({
  run: HookRunSummary,
  threadId: string,
  turnId: orNull(string),
}));
export const HookEventName = /* @__PURE__ */ define(() => oneOf(
  "preToolUse",
  "permissionRequest",
  "postToolUse",
  "sessionStart",
  "userPromptSubmit",
  "stop",
));
export const HookExecutionMode = /* @__PURE__ */ define(() => oneOf("sync", "async"));
export const HookHandlerType = /* @__PURE__ */ define(() => oneOf("command", "prompt", "agent"));
export const HookOutputEntry = /* @__PURE__ */ define(() => object({ kind: HookOutputEntryKind, text: string }));
export const HookOutputEntryKind = /* @__PURE__ */ define(() => oneOf(
  "warning",
  "stop",
  "feedback",
  "context",
  "error",
));
export const HookPromptFragment = /* @__PURE__ */ define(() => object({ hookRunId: string, text: string }));
export const HookRunStatus = /* @__PURE__ */ define(() => oneOf(
  "running",
  "completed",
  "failed",
  "blocked",
  "stopped",
));
export const HookRunSummary = /* @__PURE__ */ define(() => object({
  completedAt: orNull(int64),
  displayOrder: int64,
  durationMs: orNull(int64),
  entries: list(HookOutputEntry),
  eventName: HookEventName,
  executionMode: HookExecutionMode,
  handlerType: HookHandlerType,
  id: string,
  scope: HookScope,
  source: HookSource,
  sourcePath: AbsolutePathBuf,
  startedAt: int64,
  status: HookRunStatus,
  statusMessage: orNull(string),
}));
export const HookScope = /* @__PURE__ */ define(() => oneOf("thread", "turn"));
export const HookSource = /* @__PURE__ */ define(() => oneOf(
  "system",
  "user",
  "project",
  "mdm",
  "sessionFlags",
  "legacyManagedConfigFile",
  "legacyManagedConfigMdm",
  "unknown",
));
export const HookStartedNotification = /* @__PURE__ */ define(() => object({
  run: HookRunSummary,
  threadId: string,
  turnId: orNull(string),
}));
export const ImageDetail = /* @__PURE__ */ define(() => oneOf("auto", "low", "high", "original"));
export const InitializeCapabilities = /* @__PURE__ */ define(() => object({}, {
  experimentalApi: boolean,
  optOutNotificationMethods: orNull(list(string)),
}));
export const InitializeParams = /* @__PURE__ */ define(() => object({ clientInfo: ClientInfo }, {
  capabilities: orNull(InitializeCapabilities),
}));
export const InitializeResponse = /* @__PURE__ */ define(() => object({
  codexHome: AbsolutePathBuf,
  platformFamily: string,
  platformOs: string,
  userAgent: string,
}));
export const InputModality = /* @__PURE__ */ define(() => oneOf("text", "image"));
export const ItemCompletedNotification = /* @__PURE__ */ define(() => object({
  item: ThreadItem,
  threadId: string,
  turnId: string,
}));
export const ItemGuardianApprovalReviewCompletedNotification = /* @__PURE__ */ define(() => object({
  action: GuardianApprovalReviewAction,
  decisionSource: AutoReviewDecisionSource,
  review: GuardianApprovalReview,
  reviewId: string,
  targetItemId: orNull(string),
  threadId: string,
  turnId: string,
}));
export const ItemGuardianApprovalReviewStartedNotification = /* @__PURE__ */ define(() => object({
  action: GuardianApprovalReviewAction,
  review: GuardianApprovalReview,
  reviewId: string,
  targetItemId: orNull(string),
  threadId: string,
  turnId: string,
}));
export const ItemStartedNotification = /* @__PURE__ */ define(() => object({
  item: ThreadItem,
  threadId: string,
  turnId: string,
}));
export const ListMcpServerStatusParams = /* @__PURE__ */ define(() => object({}, {
  cursor: orNull(string),
  detail: orNull(McpServerStatusDetail),
  limit: orNull(uint32),
}));
export const ListMcpServerStatusResponse = /* @__PURE__ */ define(() => object({
  data: list(McpServerStatus),
  nextCursor: orNull(string),
}));
export const LocalShellAction = /* @__PURE__ */ define(() => tagged("type", {
  exec: object({ command: list(string) }, {
    env: orNull(map(string)),
    timeout_ms: orNull(uint64),
    user: orNull(string),
    working_directory: orNull(string),
  }),
}));
export const LocalShellStatus = /* @__PURE__ */ define(() => oneOf("completed", "in_progress", "incomplete"));
export const LoginAccountParams = /* @__PURE__ */ define(() => tagged("type", {
  apiKey: object({ apiKey: string }),
  chatgpt: object({}),
  chatgptDeviceCode: object({}),
  chatgptAuthTokens: object({ accessToken: string, chatgptAccountId: string }, { chatgptPlanType: orNull(string) }),
}));
export const LoginAccountResponse = /* @__PURE__ */ define(() => tagged("type", {
  apiKey: object({}),
  chatgpt: object({ authUrl: string, loginId: string }),
  chatgptDeviceCode: object({ loginId: string, userCode: string, verificationUrl: string }),
  chatgptAuthTokens: object({}),
}));
export const LogoutAccountResponse = /* @__PURE__ */ define(() => object({}));
export const ManagedHooksRequirements = /* @__PURE__ */ define(() => object({
  PermissionRequest: list(ConfiguredHookMatcherGroup),
  PostToolUse: list(ConfiguredHookMatcherGroup),
  PreToolUse: list(ConfiguredHookMatcherGroup),
  SessionStart: list(ConfiguredHookMatcherGroup),
  Stop: list(ConfiguredHookMatcherGroup),
  UserPromptSubmit: list(ConfiguredHookMatcherGroup),
  managedDir: orNull(string),
  windowsManagedDir: orNull(string),
}));
export const MarketplaceAddParams = /* @__PURE__ */ define(() => object({ source: string }, {
  refName: orNull(string),
  sparsePaths: orNull(list(string)),
}));
export const MarketplaceAddResponse = /* @__PURE__ */ define(() => object({
  alreadyAdded: boolean,
  installedRoot: AbsolutePathBuf,
  marketplaceName: string,
}));
export const MarketplaceInterface = /* @__PURE__ */ define(() => object({ displayName: orNull(string) }));
export const MarketplaceLoadErrorInfo = /* @__PURE__ */ define(() => object({
  marketplacePath: AbsolutePathBuf,
  message: string,
}));
export const MarketplaceRemoveParams = /* @__PURE__ */ define(() => object({ marketplaceName: string }));
export const MarketplaceRemoveResponse = /* @__PURE__ */ define(() => object({
  installedRoot: orNull(AbsolutePathBuf),
  marketplaceName: string,
}));
export const MarketplaceUpgradeErrorInfo = /* @__PURE__ */ define(() => object({
  marketplaceName: string,
  message: string,
}));
export const MarketplaceUpgradeParams = /* @__PURE__ */ define(() => object({}, { marketplaceName: orNull(string) }));
export const MarketplaceUpgradeResponse = /* @__PURE__ */ define(() => object({
  errors: list(MarketplaceUpgradeErrorInfo),
  selectedMarketplaces: list(string),
  upgradedRoots: list(AbsolutePathBuf),
}));
export const McpAuthStatus = /* @__PURE__ */ define(() => oneOf(
  "unsupported",
  "notLoggedIn",
  "bearerToken",
  "oAuth",
));
export const McpElicitationArrayType = /* @__PURE__ */ define(() => oneOf("array"));
export const McpElicitationBooleanSchema = /* @__PURE__ */ define(() => object({ type: McpElicitationBooleanType }, {
  default: unset(boolean),
  description: unset(string),
  title: unset(string),
}, { closed: true }));
export const McpElicitationBooleanType = /* @__PURE__ */ define(() => oneOf("boolean"));
export const McpElicitationConstOption = /* @__PURE__ */ define(() => object({ const: string, title: string }, {}, {
  closed: true,
}));
export const McpElicitationEnumSchema = /* @__PURE__ */ define(() => either(
  McpElicitationSingleSelectEnumSchema,
  McpElicitationMultiSelectEnumSchema,
  McpElicitationLegacyTitledEnumSchema,
));
export const McpElicitationLegacyTitledEnumSchema = /* @__PURE__ */ define(() => object({
  enum: list(string),
  type: McpElicitationStringType,
}, { default: unset(string), description: unset(string), enumNames: unset(list(string)), title: unset(string) }, {
  closed: true,
}));
export const McpElicitationMultiSelectEnumSchema = /* @__PURE__ */ define(() => either(
  McpElicitationUntitledMultiSelectEnumSchema,
  McpElicitationTitledMultiSelectEnumSchema,
));
export const McpElicitationNumberSchema = /* @__PURE__ */ define(() => object({ type: McpElicitationNumberType }, {
  default: unset(number),
  description: unset(string),
  maximum: unset(number),
  minimum: unset(number),
  title: unset(string),
}, { closed: true }));
export const McpElicitationNumberType = /* @__PURE__ */ define(() => oneOf("number", "integer"));
export const McpElicitationObjectType = /* @__PURE__ */ define(() => oneOf("object"));
export const McpElicitationPrimitiveSchema = /* @__PURE__ */ define(() => either(
  McpElicitationEnumSchema,
  McpElicitationStringSchema,
  McpElicitationNumberSchema,
  McpElicitationBooleanSchema,
));
export const McpElicitationSchema = /* @__PURE__ */ define(() => object({
  properties: map(McpElicitationPrimitiveSchema),
  type: McpElicitationObjectType,
}, { $schema: unset(string), required: unset(list(string)) }, { closed: true }));
export const McpElicitationSingleSelectEnumSchema = /* @__PURE__ */ define(() => either(
  McpElicitationUntitledSingleSelectEnumSchema,
  McpElicitationTitledSingleSelectEnumSchema,
));
export const McpElicitationStringFormat = /* @__PURE__ */ define(() => oneOf("email", "uri", "date", "date-time"));
export const McpElicitationStringSchema = /* @__PURE__ */ define(() => object({ type: McpElicitationStringType }, {
  default: unset(string),
  description: unset(string),
  format: unset(McpElicitationStringFormat),
  maxLength: unset(uint32),
  minLength: unset(uint32),
  title: unset(string),
}, { closed: true }));
export const McpElicitationStringType = /* @__PURE__ */ define(() => oneOf("string"));
export const McpElicitationTitledEnumItems = /* @__PURE__ */ define(() => object({
  anyOf: list(McpElicitationConstOption),
}, {}, { closed: true }));
export const McpElicitationTitledMultiSelectEnumSchema = /* @__PURE__ */ define(() => object({
  items: McpElicitationTitledEnumItems,
  type: McpElicitationArrayType,
}, {
  default: unset(list(string)),
  description: unset(string),
  maxItems: unset(uint64),
  minItems: unset(uint64),
  title: unset(string),
}, { closed: true }));
export const McpElicitationTitledSingleSelectEnumSchema = /* @__PURE__ */ define(() => object({
  oneOf: list(McpElicitationConstOption),
  type: McpElicitationStringType,
}, { default: unset(string), description: unset(string), title: unset(string) }, { closed: true }));
export const McpElicitationUntitledEnumItems = /* @__PURE__ */ define(() => object({
  enum: list(string),
  type: McpElicitationStringType,
}, {}, { closed: true }));
export const McpElicitationUntitledMultiSelectEnumSchema = /* @__PURE__ */ define(() => object({
  items: McpElicitationUntitledEnumItems,
  type: McpElicitationArrayType,
}, {
  default: unset(list(string)),
  description: unset(string),
  maxItems: unset(uint64),
  minItems: unset(uint64),
  title: unset(string),
}, { closed: true }));
export const McpElicitationUntitledSingleSelectEnumSchema = /* @__PURE__ */ define(() => object({
  enum: list(string),
  type: McpElicitationStringType,
}, { default: unset(string), description: unset(string), title: unset(string) }, { closed: true }));
export const McpResourceReadParams = /* @__PURE__ */ define(() => object({ server: string, uri: string }, {
  threadId: orNull(string),
}));
export const McpResourceReadResponse = /* @__PURE__ */ define(() => object({ contents: list(ResourceContent) }));
export const McpServerElicitationAction = /* @__PURE__ */ define(() => oneOf("accept", "decline", "cancel"));
export const McpServerElicitationRequestParams = /* @__PURE__ */ define(() => both(object({
  serverName: string,
  threadId: string,
}, { turnId: unset(string) }), tagged("mode", {
  form: object({ message: string, requestedSchema: McpElicitationSchema }, { _meta: any }),
  url: object({ elicitationId: string, message: string, url: string }, { _meta: any }),
})));
export const McpServerElicitationRequestResponse = /* @__PURE__ */ define(() => object({
  action: McpServerElicitationAction,
}, { _meta: any, content: any }));
export const McpServerOauthLoginCompletedNotification = /* @__PURE__ */ define(() => object({
  error: orNull(string),
  name: string,
  success: boolean,
}));
export const McpServerOauthLoginParams = /* @__PURE__ */ define(() => object({ name: string }, {
  scopes: orNull(list(string)),
  timeoutSecs: orNull(int64),
}));
export const McpServerOauthLoginResponse = /* @__PURE__ */ define(() => object({ authorizationUrl: string }));
export const McpServerRefreshResponse = /* @__PURE__ */ define(() => object({}));
export const McpServerStartupState = /* @__PURE__ */ define(() => oneOf("starting", "ready", "failed", "cancelled"));
export const McpServerStatus = /* @__PURE__ */ define(() => object({
  authStatus: McpAuthStatus,
  name: string,
  resourceTemplates: list(ResourceTemplate),
  resources: list(Resource),
  tools: map(Tool),
}));
export const McpServerStatusDetail = /* @__PURE__ */ define(() => oneOf("full", "toolsAndAuthOnly"));
export const McpServerStatusUpdatedNotification = /* @__PURE__ */ define(() => object({
  error: orNull(string),
  name: string,
  status: McpServerStartupState,
}));
export const McpServerToolCallParams = /* @__PURE__ */ define(() => object({
  server: string,
  threadId: string,
  tool: string,
}, { _meta: any, arguments: any }));
export const McpServerToolCallResponse = /* @__PURE__ */ define(() => object({
  _meta: any,
  content: list(any),
  isError: orNull(boolean),
  structuredContent: any,
}));
export const McpToolCallError = /* @__PURE__ */ define(() => object({ message: string }));
export const McpToolCallProgressNotification = /* @__PURE__ */ define(() => object({
  itemId: string,
  message: string,
  threadId: string,
  turnId: string,
}));
export const McpToolCallResult = /* @__PURE__ */ define(() => object({
  _meta: any,
  content: list(any),
  structuredContent: any,
}));
export const McpToolCallStatus = /* @__PURE__ */ define(() => oneOf("inProgress", "completed", "failed"));
export const MemoryCitation = /* @__PURE__ */ define(() => object({
  entries: list(MemoryCitationEntry),
  threadIds: list(string),
}));
export const MemoryCitationEntry = /* @__PURE__ */ define(() => object({
  lineEnd: uint32,
  lineStart: uint32,
  note: string,
  path: string,
}));
export const MemoryResetResponse = /* @__PURE__ */ define(() => object({}));
export const MergeStrategy = /* @__PURE__ */ define(() => oneOf("replace", "upsert"));
export const MessagePhase = /* @__PURE__ */ define(() => oneOf("commentary", "final_answer"));
export const MigrationDetails = /* @__PURE__ */ define(() => object({ plugins: list(PluginsMigration) }));
export const MockExperimentalMethodParams = /* @__PURE__ */ define(() => object({}, { value: orNull(string) }));
export const MockExperimentalMethodResponse = /* @__PURE__ */ define(() => object({ echoed: orNull(string) }));
export const ModeKind = /* @__PURE__ */ define(() => oneOf("plan", "default"));
export const Model = /* @__PURE__ */ define(() => object({
  additionalSpeedTiers: list(string),
  availabilityNux: orNull(ModelAvailabilityNux),
  defaultReasoningEffort: ReasoningEffort,
  description: string,
  displayName: string,
  hidden: boolean,
  id: string,
  inputModalities: list(InputModality),
  isDefault: boolean,
  model: string,
  supportedReasoningEfforts: list(ReasoningEffortOption),
  supportsPersonality: boolean,
  upgrade: orNull(string),
  upgradeInfo: orNull(ModelUpgradeInfo),
}));
export const ModelAvailabilityNux = /* @__PURE__ */ define(() => object({ message: string }));
export const ModelListParams = /* @__PURE__ */ define(() => object({}, {
  cursor: orNull(string),
  includeHidden: orNull(boolean),
  limit: orNull(uint32),
}));
export const ModelListResponse = /* @__PURE__ */ define(() => object({
  data: list(Model),
  nextCursor: orNull(string),
}));
export const ModelRerouteReason = /* @__PURE__ */ define(() => oneOf("highRiskCyberActivity"));
export const ModelReroutedNotification = /* @__PURE__ */ define(() => object({
  fromModel: string,
  reason: ModelRerouteReason,
  threadId: string,
  toModel: string,
  turnId: string,
}));
export const ModelUpgradeInfo = /* @__PURE__ */ define(() => object({
  migrationMarkdown: orNull(string),
  model: string,
  modelLink: orNull(string),
  upgradeCopy: orNull(string),
}));
export const ModelVerification = /* @__PURE__ */ define(() => oneOf("trustedAccessForCyber"));
export const ModelVerificationNotification = /* @__PURE__ */ define(() => object({
  threadId: string,
  turnId: string,
  verifications: list(ModelVerification),
}));
export const NetworkAccess = /* @__PURE__ */ define(() => oneOf("restricted", "enabled"));
export const NetworkApprovalContext = /* @__PURE__ */ define(() => object({
  host: string,
  protocol: NetworkApprovalProtocol,
}));
export const NetworkApprovalProtocol = /* @__PURE__ */ define(() => oneOf("http", "https", "socks5Tcp", "socks5Udp"));
export const NetworkDomainPermission = /* @__PURE__ */ define(() => oneOf("allow", "deny"));
export const NetworkPolicyAmendment = /* @__PURE__ */ define(() => object({
  action: NetworkPolicyRuleAction,
  host: string,
}));
export const NetworkPolicyRuleAction = /* @__PURE__ */ define(() => oneOf("allow", "deny"));
export const NetworkRequirements = /* @__PURE__ */ define(() => object({
  allowLocalBinding: orNull(boolean),
  allowUnixSockets: orNull(list(string)),
  allowUpstreamProxy: orNull(boolean),
  allowedDomains: orNull(list(string)),
  dangerouslyAllowAllUnixSockets: orNull(boolean),
  dangerouslyAllowNonLoopbackProxy: orNull(boolean),
  deniedDomains: orNull(list(string)),
  domains: orNull(map(NetworkDomainPermission)),
  enabled: orNull(boolean),
  httpPort: orNull(uint16),
  managedAllowedDomainsOnly: orNull(boolean),
  socksPort: orNull(uint16),
  unixSockets: orNull(map(NetworkUnixSocketPermission)),
}));
export const NetworkUnixSocketPermission = /* @__PURE__ */ define(() => oneOf("allow", "none"));
export const NonSteerableTurnKind = /* @__PURE__ */ define(() => oneOf("review", "compact"));
export const OverriddenMetadata = /* @__PURE__ */ define(() => object({
  effectiveValue: any,
  message: string,
  overridingLayer: ConfigLayerMetadata,
}));
export const ParsedCommand = /* @__PURE__ */ define(() => tagged("type", {
  read: object({ cmd: string, name: string, path: string }),
  list_files: object({ cmd: string, path: orNull(string) }),
  search: object({ cmd: string, path: orNull(string), query: orNull(string) }),
  unknown: object({ cmd: string }),
}));
export const PatchApplyStatus = /* @__PURE__ */ define(() => oneOf("inProgress", "completed", "failed", "declined"));
export const PatchChangeKind = /* @__PURE__ */ define(() => tagged("type", {
  add: object({}),
  delete: object({}),
  update: object({ move_path: orNull(string) }),
}));
export const PermissionGrantScope = /* @__PURE__ */ define(() => oneOf("turn", "session"));
export const PermissionProfile = /* @__PURE__ */ define(() => tagged("type", {
  managed: object({
    fileSystem: PermissionProfileFileSystemPermissions,
    network: PermissionProfileNetworkPermissions,
  }),
  disabled: object({}),
  external: object({ network: PermissionProfileNetworkPermissions }),
}));
export const PermissionProfileInput = /* @__PURE__ */ define(() => tagged("type", {
  managed: object({
    fileSystem: PermissionProfileFileSystemPermissionsInput,
    network: PermissionProfileNetworkPermissions,
  }),
  disabled: object({}),
  external: object({ network: PermissionProfileNetworkPermissions }),
}));
export const PermissionProfileFileSystemPermissions = /* @__PURE__ */ define(() => tagged("type", {
  restricted: object({ entries: list(FileSystemSandboxEntry), globScanMaxDepth: orNull(within(uint, 1)) }),
  unrestricted: object({}),
}));
export const PermissionProfileFileSystemPermissionsInput = /* @__PURE__ */ define(() => tagged("type", {
  restricted: object({ entries: list(FileSystemSandboxEntryInput) }, { globScanMaxDepth: orNull(within(uint, 1)) }),
  unrestricted: object({}),
}));
export const PermissionProfileNetworkPermissions = /* @__PURE__ */ define(() => object({ enabled: boolean }));
export const PermissionsRequestApprovalParams = /* @__PURE__ */ define(() => object({
  cwd: AbsolutePathBuf,
  itemId: string,
  permissions: RequestPermissionProfile,
  reason: orNull(string),
  threadId: string,
  turnId: string,
}));
export const PermissionsRequestApprovalResponse = /* @__PURE__ */ define(() => object({
  permissions: GrantedPermissionProfile,
}, { scope: PermissionGrantScope, strictAutoReview: orNull(boolean) }));
export const Personality = /* @__PURE__ */ define(() => oneOf("none", "friendly", "pragmatic"));
export const PlanDeltaNotification = /* @__PURE__ */ define(() => object({
  delta: string,
  itemId: string,
  threadId: string,
  turnId: string,
}));
export const PlanType = /* @__PURE__ */ define(() => oneOf(
  "free",
  "go",
  "plus",
  "pro",
  "prolite",
  "team",
  "self_serve_business_usage_based",
  "business",
  "enterprise_cbp_usage_based",
  "enterprise",
  "edu",
  "unknown",
));
export const PluginAuthPolicy = /* @__PURE__ */ define(() => oneOf("ON_INSTALL", "ON_USE"));
export const PluginDetail = /* @__PURE__ */ define(() => object({
  apps: list(AppSummary),
  description: orNull(string),
  marketplaceName: string,
  marketplacePath: orNull(AbsolutePathBuf),
  mcpServers: list(string),
  skills: list(SkillSummary),
  summary: PluginSummary,
}));
export const PluginInstallParams = /* @__PURE__ */ define(() => object({ pluginName: string }, {
  marketplacePath: orNull(AbsolutePathBuf),
  remoteMarketplaceName: orNull(string),
}));
export const PluginInstallPolicy = /* @__PURE__ */ define(() => oneOf(
  "NOT_AVAILABLE",
  "AVAILABLE",
  "INSTALLED_BY_DEFAULT",
));
export const PluginInstallResponse = /* @__PURE__ */ define(() => object({
  appsNeedingAuth: list(AppSummary),
  authPolicy: PluginAuthPolicy,
}));
export const PluginInterface = /* @__PURE__ */ define(() => object({
  brandColor: orNull(string),
  capabilities: list(string),
  category: orNull(string),
  composerIcon: orNull(AbsolutePathBuf),
  composerIconUrl: orNull(string),
  defaultPrompt: orNull(list(string)),
  developerName: orNull(string),
  displayName: orNull(string),
  logo: orNull(AbsolutePathBuf),
  logoUrl: orNull(string),
  longDescription: orNull(string),
  privacyPolicyUrl: orNull(string),
  screenshotUrls: list(string),
  screenshots: list(AbsolutePathBuf),
  shortDescription: orNull(string),
  termsOfServiceUrl: orNull(string),
  websiteUrl: orNull(string),
}));
export const PluginListParams = /* @__PURE__ */ define(() => object({}, { cwds: orNull(list(AbsolutePathBuf)) }));
export const PluginListResponse = /* @__PURE__ */ define(() => object({
  featuredPluginIds: list(string),
  marketplaceLoadErrors: list(MarketplaceLoadErrorInfo),
  marketplaces: list(PluginMarketplaceEntry),
}));
export const PluginMarketplaceEntry = /* @__PURE__ */ define(() => object({
  interface: orNull(MarketplaceInterface),
  name: string,
  path: orNull(AbsolutePathBuf),
  plugins: list(PluginSummary),
}));
export const PluginReadParams = /* @__PURE__ */ define(() => object({ pluginName: string }, {
  marketplacePath: orNull(AbsolutePathBuf),
  remoteMarketplaceName: orNull(string),
}));
export const PluginReadResponse = /* @__PURE__ */ define(() => object({ plugin: PluginDetail }));
export const PluginSource = /* @__PURE__ */ define(() => tagged("type", {
  local: object({ path: AbsolutePathBuf }),
  git: object({ path: orNull(string), refName: orNull(string), sha: orNull(string), url: string }),
  remote: object({}),
}));
export const PluginSummary = /* @__PURE__ */ define(() => object({
  authPolicy: PluginAuthPolicy,
  enabled: boolean,
  id: string,
  installPolicy: PluginInstallPolicy,
  installed: boolean,
  interface: orNull(PluginInterface),
  name: string,
  source: PluginSource,
}));
export const PluginUninstallParams = /* @__PURE__ */ define(() => object({ pluginId: string }));
export const PluginUninstallResponse = /* @__PURE__ */ define(() => object({}));
export const PluginsMigration = /* @__PURE__ */ define(() => object({
  marketplaceName: string,
  pluginNames: list(string),
}));
export const ProductAnalyticsEvent = /* @__PURE__ */ define(() => tagged("type", {
  usageLimitBanner: object({ action: UsageLimitBannerAction, bannerType: UsageLimitBannerType }),
}));
export const ProfileV2 = /* @__PURE__ */ define(() => object({
  approval_policy: orNull(AskForApproval),
  chatgpt_base_url: orNull(string),
  model: orNull(string),
  model_provider: orNull(string),
  model_reasoning_effort: orNull(ReasoningEffort),
  model_reasoning_summary: orNull(ReasoningSummary),
  model_verbosity: orNull(Verbosity),
  service_tier: orNull(ServiceTier),
  tools: orNull(ToolsV2),
  web_search: orNull(WebSearchMode),
}, { approvals_reviewer: unset(ApprovalsReviewer) }));
export const RateLimitReachedType = /* @__PURE__ */ define(() => oneOf(
  "rate_limit_reached",
  "workspace_owner_credits_depleted",
  "workspace_member_credits_depleted",
  "workspace_owner_usage_limit_reached",
  "workspace_member_usage_limit_reached",
));
export const RateLimitSnapshot = /* @__PURE__ */ define(() => object({
  credits: orNull(CreditsSnapshot),
  limitId: orNull(string),
  limitName: orNull(string),
  planType: orNull(PlanType),
  primary: orNull(RateLimitWindow),
  rateLimitReachedType: orNull(RateLimitReachedType),
  secondary: orNull(RateLimitWindow),
}));
export const RateLimitWindow = /* @__PURE__ */ define(() => object({
  resetsAt: orNull(int64),
  usedPercent: int32,
  windowDurationMins: orNull(int64),
}));
export const RealtimeConversationVersion = /* @__PURE__ */ define(() => oneOf("v1", "v2"));
export const RealtimeOutputModality = /* @__PURE__ */ define(() => oneOf("text", "audio"));
export const RealtimeVoice = /* @__PURE__ */ define(() => oneOf(
  "alloy",
  "arbor",
  "ash",
  "ballad",
  "breeze",
  "cedar",
  "coral",
  "cove",
  "echo",
  "ember",
  "juniper",
  "maple",
  "marin",
  "sage",
  "shimmer",
  "sol",
  "spruce",
  "vale",
  "verse",
));
export const RealtimeVoicesList = /* @__PURE__ */ define(() => object({
  defaultV1: RealtimeVoice,
  defaultV2: RealtimeVoice,
  v1: list(RealtimeVoice),
  v2: list(RealtimeVoice),
}));
export const ReasoningEffort = /* @__PURE__ */ define(() => oneOf(
  "none",
  "minimal",
  "low",
  "medium",
  "high",
  "xhigh",
));
export const ReasoningEffortOption = /* @__PURE__ */ define(() => object({
  description: string,
  reasoningEffort: ReasoningEffort,
}));
export const ReasoningItemContent = /* @__PURE__ */ define(() => tagged("type", {
  reasoning_text: object({ text: string }),
  text: object({ text: string }),
}));
export const ReasoningItemReasoningSummary = /* @__PURE__ */ define(() => tagged("type", {
  summary_text: object({ text: string }),
}));
export const ReasoningSummary = /* @__PURE__ */ define(() => oneOf("auto", "concise", "detailed", "none"));
export const ReasoningSummaryPartAddedNotification = /* @__PURE__ */ define(() => object({
  itemId: string,
  summaryIndex: int64,
  threadId: string,
  turnId: string,
}));
export const ReasoningSummaryTextDeltaNotification = /* @__PURE__ */ define(() => object({
  delta: string,
  itemId: string,
  summaryIndex: int64,
  threadId: string,
  turnId: string,
}));
export const ReasoningTextDeltaNotification = /* @__PURE__ */ define(() => object({
  contentIndex: int64,
  delta: string,
  itemId: string,
  threadId: string,
  turnId: string,
}));
export const RemoteControlClientConnectionAudience = /* @__PURE__ */ define(() => oneOf(
  "remote_control_client_websocket",
));
export const RemoteControlClientEnrollmentAudience = /* @__PURE__ */ define(() => oneOf(
  "remote_control_client_enrollment",
));
export const RequestId = /* @__PURE__ */ define(() => either(string, int64));
export const RequestPermissionProfile = /* @__PURE__ */ define(() => object({
  fileSystem: orNull(AdditionalFileSystemPermissions),
  network: orNull(AdditionalNetworkPermissions),
}, {}, { closed: true }));
export const ResidencyRequirement = /* @__PURE__ */ define(() => oneOf("us"));
export const Resource = /* @__PURE__ */ define(() => object({
  _meta: any,
  annotations: any,
  description: orNull(string),
  icons: orNull(list(any)),
  mimeType: orNull(string),
  name: string,
  size: orNull(int64),
  title: orNull(string),
  uri: string,
}));
export const ResourceContent = /* @__PURE__ */ define(() => either(object({ text: string, uri: string }, {
  _meta: any,
  mimeType: unset(string),
}), object({ blob: string, uri: string }, { _meta: any, mimeType: unset(string) })));
export const ResourceTemplate = /* @__PURE__ */ define(() => object({
  annotations: any,
  description: orNull(string),
  mimeType: orNull(string),
  name: string,
  title: orNull(string),
  uriTemplate: string,
}));
export const ResponseItem = /* @__PURE__ */ define(() => tagged("type", {
  message: object({ content: list(ContentItem), role: string }, { id: orNull(string), phase: orNull(MessagePhase) }),
  reasoning: object({ summary: list(ReasoningItemReasoningSummary) }, {
    content: orNull(list(ReasoningItemContent)),
    encrypted_content: orNull(string),
  }),
  local_shell_call: object({ action: LocalShellAction, status: LocalShellStatus }, {
    call_id: orNull(string),
    id: orNull(string),
  }),
  function_call: object({ arguments: string, call_id: string, name: string }, {
    id: orNull(string),
    namespace: orNull(string),
  }),
  tool_search_call: object({ arguments: any, execution: string }, {
    call_id: orNull(string),
    id: orNull(string),
    status: orNull(string),
  }),
  function_call_output: object({ call_id: string, output: FunctionCallOutputBody }),
  custom_tool_call: object({ call_id: string, input: string, name: string }, {
    id: orNull(string),
    status: orNull(string),
  }),
  custom_tool_call_output: object({ call_id: string, output: FunctionCallOutputBody }, { name: orNull(string) }),
  tool_search_output: object({ execution: string, status: string, tools: list(any) }, { call_id: orNull(string) }),
  web_search_call: object({}, {
    action: orNull(ResponsesApiWebSearchAction),
    id: orNull(string),
    status: orNull(string),
  }),
  image_generation_call: object({ id: string, result: string, status: string }, { revised_prompt: orNull(string) }),
  ghost_snapshot: object({ ghost_commit: GhostCommit }),
  compaction: object({ encrypted_content: string }),
  other: object({}),
}));
export const ResponsesApiWebSearchAction = /* @__PURE__ */ define(() => tagged("type", {
  search: object({}, { queries: orNull(list(string)), query: orNull(string) }),
  open_page: object({}, { url: orNull(string) }),
  find_in_page: object({}, { pattern: orNull(string), url: orNull(string) }),
  other: object({}),
}));
export const ReviewDecision = /* @__PURE__ */ define(() => keyed([
  "approved",
  "approved_for_session",
  "denied",
  "timed_out",
  "abort",
], {
  approved_execpolicy_amendment: object({ proposed_execpolicy_amendment: list(string) }),
  network_policy_amendment: object({ network_policy_amendment: NetworkPolicyAmendment }),
}));
export const ReviewDelivery = /* @__PURE__ */ define(() => oneOf("inline", "detached"));
export const ReviewStartParams = /* @__PURE__ */ define(() => object({ target: ReviewTarget, threadId: string }, {
  delivery: orNull(ReviewDelivery),
}));
export const ReviewStartResponse = /* @__PURE__ */ define(() => object({ reviewThreadId: string, turn: Turn }));
export const ReviewTarget = /* @__PURE__ */ define(() => tagged("type", {
  uncommittedChanges: object({}),
  baseBranch: object({ branch: string }),
  commit: object({ sha: string }, { title: orNull(string) }),
  custom: object({ instructions: string }),
}));
export const SandboxMode = /* @__PURE__ */ define(() => oneOf("read-only", "workspace-write", "danger-full-access"));
export const SandboxPolicy = /* @__PURE__ */ define(() => tagged("type", {
  dangerFullAccess: object({}),
  readOnly: object({ networkAccess: boolean }),
  externalSandbox: object({ networkAccess: NetworkAccess }),
  workspaceWrite: object({
    excludeSlashTmp: boolean,
    excludeTmpdirEnvVar: boolean,
    networkAccess: boolean,
    writableRoots: list(AbsolutePathBuf),
  }),
}));
export const SandboxPolicyInput = /* @__PURE__ */ define(() => tagged("type", {
  dangerFullAccess: object({}),
  readOnly: object({}, { networkAccess: boolean }),
  externalSandbox: object({}, { networkAccess: NetworkAccess }),
  workspaceWrite: object({}, {
    excludeSlashTmp: boolean,
    excludeTmpdirEnvVar: boolean,
    networkAccess: boolean,
    writableRoots: list(AbsolutePathBuf),
  }),
}));
export const SandboxWorkspaceWrite = /* @__PURE__ */ define(() => object({
  exclude_slash_tmp: boolean,
  exclude_tmpdir_env_var: boolean,
  network_access: boolean,
  writable_roots: list(string),
}));
export const SendAddCreditsNudgeEmailParams = /* @__PURE__ */ define(() => object({
  creditType: AddCreditsNudgeCreditType,
}));
export const SendAddCreditsNudgeEmailResponse = /* @__PURE__ */ define(() => object({
  status: AddCreditsNudgeEmailStatus,
}));
export const ServerRequestResolvedNotification = /* @__PURE__ */ define(() => object({
  requestId: RequestId,
  threadId: string,
}));
export const ServiceTier = /* @__PURE__ */ define(() => oneOf("fast", "flex"));
export const SessionSource = /* @__PURE__ */ define(() => keyed(["cli", "vscode", "exec", "appServer", "unknown"], {
  custom: string,
  subAgent: SubAgentSource,
}));
export const Settings = /* @__PURE__ */ define(() => object({ model: string }, {
  developer_instructions: orNull(string),
  reasoning_effort: orNull(ReasoningEffort),
}));
export const SkillDependencies = /* @__PURE__ */ define(() => object({ tools: list(SkillToolDependency) }));
export const SkillErrorInfo = /* @__PURE__ */ define(() => object({ message: string, path: string }));
export const SkillInterface = /* @__PURE__ */ define(() => object({
  brandColor: orNull(string),
  defaultPrompt: orNull(string),
  displayName: orNull(string),
  iconLarge: orNull(AbsolutePathBuf),
  iconSmall: orNull(AbsolutePathBuf),
  shortDescription: orNull(string),
}));
export const SkillMetadata = /* @__PURE__ */ define(() => object({
  dependencies: orNull(SkillDependencies),
  description: string,
  enabled: boolean,
  interface: orNull(SkillInterface),
  name: string,
  path: AbsolutePathBuf,
  scope: SkillScope,
  shortDescription: orNull(string),
}));
export const SkillScope = /* @__PURE__ */ define(() => oneOf("user", "repo", "system", "admin"));
export const SkillSummary = /* @__PURE__ */ define(() => object({
  description: string,
  enabled: boolean,
  interface: orNull(SkillInterface),
  name: string,
  path: orNull(AbsolutePathBuf),
  shortDescription: orNull(string),
}));
export const SkillToolDependency = /* @__PURE__ */ define(() => object({
  command: orNull(string),
  description: orNull(string),
  transport: orNull(string),
  type: string,
  url: orNull(string),
  value: string,
}));
export const SkillsChangedNotification = /* @__PURE__ */ define(() => object({}));
export const SkillsConfigWriteParams = /* @__PURE__ */ define(() => object({ enabled: boolean }, {
  name: orNull(string),
  path: orNull(AbsolutePathBuf),
}));
export const SkillsConfigWriteResponse = /* @__PURE__ */ define(() => object({ effectiveEnabled: boolean }));
export const SkillsListEntry = /* @__PURE__ */ define(() => object({
  cwd: string,
  errors: list(SkillErrorInfo),
  skills: list(SkillMetadata),
}));
export const SkillsListExtraRootsForCwd = /* @__PURE__ */ define(() => object({
  cwd: string,
  extraUserRoots: list(string),
}));
export const SkillsListParams = /* @__PURE__ */ define(() => object({}, {
  cwds: list(string),
  forceReload: boolean,
  perCwdExtraUserRoots: orNull(list(SkillsListExtraRootsForCwd)),
}));
export const SkillsListResponse = /* @__PURE__ */ define(() => object({ data: list(SkillsListEntry) }));
export const SortDirection = /* @__PURE__ */ define(() => oneOf("asc", "desc"));
export const SubAgentSource = /* @__PURE__ */ define(() => keyed(["review", "compact", "memory_consolidation"], {
  thread_spawn: object({
    agent_nickname: orNull(string),
    agent_path: orNull(AgentPath),
    agent_role: orNull(string),
    depth: int32,
    parent_thread_id: ThreadId,
  }),
  other: string,
}));
export const TerminalInteractionNotification = /* @__PURE__ */ define(() => object({
  itemId: string,
  processId: string,
  stdin: string,
  threadId: string,
  turnId: string,
}));
export const TextElement = /* @__PURE__ */ define(() => object({ byteRange: ByteRange, placeholder: orNull(string) }));
export const TextElementInput = /* @__PURE__ */ define(() => object({ byteRange: ByteRange }, {
  placeholder: orNull(string),
}));
export const TextPosition = /* @__PURE__ */ define(() => object({ column: uint, line: uint }));
export const TextRange = /* @__PURE__ */ define(() => object({ end: TextPosition, start: TextPosition }));
export const Thread = /* @__PURE__ */ define(() => object({
  agentNickname: orNull(string),
  agentRole: orNull(string),
  cliVersion: string,
  createdAt: int64,
  cwd: AbsolutePathBuf,
  ephemeral: boolean,
  forkedFromId: orNull(string),
  gitInfo: orNull(GitInfo),
  id: string,
  modelProvider: string,
  name: orNull(string),
  path: orNull(string),
  preview: string,
  source: SessionSource,
  status: ThreadStatus,
  turns: list(Turn),
  updatedAt: int64,
}));
export const ThreadActiveFlag = /* @__PURE__ */ define(() => oneOf("waitingOnApproval", "waitingOnUserInput"));
export const ThreadApproveGuardianDeniedActionParams = /* @__PURE__ */ define(() => object({
  event: any,
  threadId: string,
}));
export const ThreadApproveGuardianDeniedActionResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadArchiveParams = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadArchiveResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadArchivedNotification = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadBackgroundTerminalsCleanParams = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadBackgroundTerminalsCleanResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadClosedNotification = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadCompactStartParams = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadCompactStartResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadDecrementElicitationParams = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadDecrementElicitationResponse = /* @__PURE__ */ define(() => object({
  count: uint64,
  paused: boolean,
}));
export const ThreadForkParams = /* @__PURE__ */ define(() => object({ threadId: string }, {
  approvalPolicy: orNull(AskForApprovalInput),
  approvalsReviewer: orNull(ApprovalsReviewer),
  baseInstructions: orNull(string),
  config: orNull(map(any)),
  cwd: orNull(string),
  developerInstructions: orNull(string),
  ephemeral: boolean,
  excludeTurns: boolean,
  model: orNull(string),
  modelProvider: orNull(string),
  path: orNull(string),
  permissionProfile: orNull(PermissionProfileInput),
  persistExtendedHistory: boolean,
  sandbox: orNull(SandboxMode),
  serviceTier: orNull(ServiceTier),
}));
export const ThreadForkResponse = /* @__PURE__ */ define(() => object({
  approvalPolicy: AskForApproval,
  approvalsReviewer: ApprovalsReviewer,
  cwd: AbsolutePathBuf,
  instructionSources: list(AbsolutePathBuf),
  model: string,
  modelProvider: string,
  permissionProfile: orNull(PermissionProfile),
  reasoningEffort: orNull(ReasoningEffort),
  sandbox: SandboxPolicy,
  serviceTier: orNull(ServiceTier),
  thread: Thread,
}));
export const ThreadGoal = /* @__PURE__ */ define(() => object({
  createdAt: int64,
  objective: string,
  status: ThreadGoalStatus,
  threadId: string,
  timeUsedSeconds: int64,
  tokenBudget: orNull(int64),
  tokensUsed: int64,
  updatedAt: int64,
}));
export const ThreadGoalClearParams = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadGoalClearResponse = /* @__PURE__ */ define(() => object({ cleared: boolean }));
export const ThreadGoalClearedNotification = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadGoalGetParams = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadGoalGetResponse = /* @__PURE__ */ define(() => object({ goal: orNull(ThreadGoal) }));
export const ThreadGoalSetParams = /* @__PURE__ */ define(() => object({ threadId: string }, {
  objective: orNull(string),
  status: orNull(ThreadGoalStatus),
  tokenBudget: orNull(int64),
}));
export const ThreadGoalSetResponse = /* @__PURE__ */ define(() => object({ goal: ThreadGoal }));
export const ThreadGoalStatus = /* @__PURE__ */ define(() => oneOf("active", "paused", "budgetLimited", "complete"));
export const ThreadGoalUpdatedNotification = /* @__PURE__ */ define(() => object({
  goal: ThreadGoal,
  threadId: string,
  turnId: orNull(string),
}));
export const ThreadId = /* @__PURE__ */ define(() => string);
export const ThreadIncrementElicitationParams = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadIncrementElicitationResponse = /* @__PURE__ */ define(() => object({
  count: uint64,
  paused: boolean,
}));
export const ThreadInjectItemsParams = /* @__PURE__ */ define(() => object({ items: list(any), threadId: string }));
export const ThreadInjectItemsResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadItem = /* @__PURE__ */ define(() => tagged("type", {
  userMessage: object({ content: list(UserInput), id: string }),
  hookPrompt: object({ fragments: list(HookPromptFragment), id: string }),
  agentMessage: object({
    id: string,
    memoryCitation: orNull(MemoryCitation),
    phase: orNull(MessagePhase),
    text: string,
  }),
  plan: object({ id: string, text: string }),
  reasoning: object({ content: list(string), id: string, summary: list(string) }),
  commandExecution: object({
    aggregatedOutput: orNull(string),
    command: string,
    commandActions: list(CommandAction),
    cwd: AbsolutePathBuf,
    durationMs: orNull(int64),
    exitCode: orNull(int32),
    id: string,
    processId: orNull(string),
    source: CommandExecutionSource,
    status: CommandExecutionStatus,
  }),
  fileChange: object({ changes: list(FileUpdateChange), id: string, status: PatchApplyStatus }),
  mcpToolCall: object({
    arguments: any,
    durationMs: orNull(int64),
    error: orNull(McpToolCallError),
    id: string,
    mcpAppResourceUri: orNull(string),
    result: orNull(McpToolCallResult),
    server: string,
    status: McpToolCallStatus,
    tool: string,
  }),
  dynamicToolCall: object({
    arguments: any,
    contentItems: orNull(list(DynamicToolCallOutputContentItem)),
    durationMs: orNull(int64),
    id: string,
    namespace: orNull(string),
    status: DynamicToolCallStatus,
    success: orNull(boolean),
    tool: string,
  }),
  collabAgentToolCall: object({
    agentsStates: map(CollabAgentState),
    id: string,
    model: orNull(string),
    prompt: orNull(string),
    reasoningEffort: orNull(ReasoningEffort),
    receiverThreadIds: list(string),
    senderThreadId: string,
    status: CollabAgentToolCallStatus,
    tool: CollabAgentTool,
  }),
  webSearch: object({ action: orNull(WebSearchAction), id: string, query: string }),
  imageView: object({ id: string, path: AbsolutePathBuf }),
  imageGeneration: object({
    id: string,
    result: string,
    revisedPrompt: orNull(string),
    savedPath: orNull(AbsolutePathBuf),
    status: string,
  }),
  enteredReviewMode: object({ id: string, review: string }),
  exitedReviewMode: object({ id: string, review: string }),
  contextCompaction: object({ id: string }),
}));
export const ThreadListCwdFilter = /* @__PURE__ */ define(() => either(string, list(string)));
export const ThreadListParams = /* @__PURE__ */ define(() => object({}, {
  archived: orNull(boolean),
  cursor: orNull(string),
  cwd: orNull(ThreadListCwdFilter),
  limit: orNull(uint32),
  modelProviders: orNull(list(string)),
  searchTerm: orNull(string),
  sortDirection: orNull(SortDirection),
  sortKey: orNull(ThreadSortKey),
  sourceKinds: orNull(list(ThreadSourceKind)),
  useStateDbOnly: boolean,
}));
export const ThreadListResponse = /* @__PURE__ */ define(() => object({
  backwardsCursor: orNull(string),
  data: list(Thread),
  nextCursor: orNull(string),
}));
export const ThreadLoadedListParams = /* @__PURE__ */ define(() => object({}, {
  cursor: orNull(string),
  limit: orNull(uint32),
}));
export const ThreadLoadedListResponse = /* @__PURE__ */ define(() => object({
  data: list(string),
  nextCursor: orNull(string),
}));
export const ThreadMemoryMode = /* @__PURE__ */ define(() => oneOf("enabled", "disabled"));
export const ThreadMemoryModeSetParams = /* @__PURE__ */ define(() => object({
  mode: ThreadMemoryMode,
  threadId: string,
}));
export const ThreadMemoryModeSetResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadMetadataGitInfoUpdateParams = /* @__PURE__ */ define(() => object({}, {
  branch: orNull(string),
  originUrl: orNull(string),
  sha: orNull(string),
}));
export const ThreadMetadataUpdateParams = /* @__PURE__ */ define(() => object({ threadId: string }, {
  gitInfo: orNull(ThreadMetadataGitInfoUpdateParams),
}));
export const ThreadMetadataUpdateResponse = /* @__PURE__ */ define(() => object({ thread: Thread }));
export const ThreadNameUpdatedNotification = /* @__PURE__ */ define(() => object({
  threadId: string,
  threadName: orNull(string),
}));
export const ThreadReadParams = /* @__PURE__ */ define(() => object({ threadId: string }, { includeTurns: boolean }));
export const ThreadReadResponse = /* @__PURE__ */ define(() => object({ thread: Thread }));
export const ThreadRealtimeAppendAudioParams = /* @__PURE__ */ define(() => object({
  audio: ThreadRealtimeAudioChunkInput,
  threadId: string,
}));
export const ThreadRealtimeAppendAudioResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadRealtimeAppendTextParams = /* @__PURE__ */ define(() => object({ text: string, threadId: string }));
export const ThreadRealtimeAppendTextResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadRealtimeAudioChunk = /* @__PURE__ */ define(() => object({
  data: string,
  itemId: orNull(string),
  numChannels: uint16,
  sampleRate: uint32,
  samplesPerChannel: orNull(uint32),
}));
export const ThreadRealtimeAudioChunkInput = /* @__PURE__ */ define(() => object({
  data: string,
  numChannels: uint16,
  sampleRate: uint32,
}, { itemId: orNull(string), samplesPerChannel: orNull(uint32) }));
export const ThreadRealtimeClosedNotification = /* @__PURE__ */ define(() => object({
  reason: orNull(string),
  threadId: string,
}));
export const ThreadRealtimeErrorNotification = /* @__PURE__ */ define(() => object({
  message: string,
  threadId: string,
}));
export const ThreadRealtimeItemAddedNotification = /* @__PURE__ */ define(() => object({
  item: any,
  threadId: string,
}));
export const ThreadRealtimeListVoicesParams = /* @__PURE__ */ define(() => object({}));
export const ThreadRealtimeListVoicesResponse = /* @__PURE__ */ define(() => object({ voices: RealtimeVoicesList }));
export const ThreadRealtimeOutputAudioDeltaNotification = /* @__PURE__ */ define(() => object({
  audio: ThreadRealtimeAudioChunk,
  threadId: string,
}));
export const ThreadRealtimeSdpNotification = /* @__PURE__ */ define(() => object({ sdp: string, threadId: string }));
export const ThreadRealtimeStartParams = /* @__PURE__ */ define(() => object({
  outputModality: RealtimeOutputModality,
  threadId: string,
}, {
  prompt: orNull(string),
  sessionId: orNull(string),
  transport: orNull(ThreadRealtimeStartTransport),
  voice: orNull(RealtimeVoice),
}));
export const ThreadRealtimeStartResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadRealtimeStartTransport = /* @__PURE__ */ define(() => tagged("type", {
  websocket: object({}),
  webrtc: object({ sdp: string }),
}));
export const ThreadRealtimeStartedNotification = /* @__PURE__ */ define(() => object({
  sessionId: orNull(string),
  threadId: string,
  version: RealtimeConversationVersion,
}));
export const ThreadRealtimeStopParams = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadRealtimeStopResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadRealtimeTranscriptDeltaNotification = /* @__PURE__ */ define(() => object({
  delta: string,
  role: string,
  threadId: string,
}));
export const ThreadRealtimeTranscriptDoneNotification = /* @__PURE__ */ define(() => object({
  role: string,
  text: string,
  threadId: string,
}));
export const ThreadResumeParams = /* @__PURE__ */ define(() => object({ threadId: string }, {
  approvalPolicy: orNull(AskForApprovalInput),
  approvalsReviewer: orNull(ApprovalsReviewer),
  baseInstructions: orNull(string),
  config: orNull(map(any)),
  cwd: orNull(string),
  developerInstructions: orNull(string),
  excludeTurns: boolean,
  history: orNull(list(ResponseItem)),
  model: orNull(string),
  modelProvider: orNull(string),
  path: orNull(string),
  permissionProfile: orNull(PermissionProfileInput),
  persistExtendedHistory: boolean,
  personality: orNull(Personality),
  sandbox: orNull(SandboxMode),
  serviceTier: orNull(ServiceTier),
}));
export const ThreadResumeResponse = /* @__PURE__ */ define(() => object({
  approvalPolicy: AskForApproval,
  approvalsReviewer: ApprovalsReviewer,
  cwd: AbsolutePathBuf,
  instructionSources: list(AbsolutePathBuf),
  model: string,
  modelProvider: string,
  permissionProfile: orNull(PermissionProfile),
  reasoningEffort: orNull(ReasoningEffort),
  sandbox: SandboxPolicy,
  serviceTier: orNull(ServiceTier),
  thread: Thread,
}));
export const ThreadRollbackParams = /* @__PURE__ */ define(() => object({ numTurns: uint32, threadId: string }));
export const ThreadRollbackResponse = /* @__PURE__ */ define(() => object({ thread: Thread }));
export const ThreadSetNameParams = /* @__PURE__ */ define(() => object({ name: string, threadId: string }));
export const ThreadSetNameResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadShellCommandParams = /* @__PURE__ */ define(() => object({ command: string, threadId: string }));
export const ThreadShellCommandResponse = /* @__PURE__ */ define(() => object({}));
export const ThreadSortKey = /* @__PURE__ */ define(() => oneOf("created_at", "updated_at"));
export const ThreadSourceKind = /* @__PURE__ */ define(() => oneOf(
  "cli",
  "vscode",
  "exec",
  "appServer",
  "subAgent",
  "subAgentReview",
  "subAgentCompact",
  "subAgentThreadSpawn",
  "subAgentOther",
  "unknown",
));
export const ThreadStartParams = /* @__PURE__ */ define(() => object({}, {
  approvalPolicy: orNull(AskForApprovalInput),
  approvalsReviewer: orNull(ApprovalsReviewer),
  baseInstructions: orNull(string),
  config: orNull(map(any)),
  cwd: orNull(string),
  developerInstructions: orNull(string),
  dynamicTools: orNull(list(DynamicToolSpec)),
  environments: orNull(list(TurnEnvironmentParams)),
  ephemeral: orNull(boolean),
  experimentalRawEvents: boolean,
  mockExperimentalField: orNull(string),
  model: orNull(string),
  modelProvider: orNull(string),
  permissionProfile: orNull(PermissionProfileInput),
  persistExtendedHistory: boolean,
  personality: orNull(Personality),
  sandbox: orNull(SandboxMode),
  serviceName: orNull(string),
  serviceTier: orNull(ServiceTier),
  sessionStartSource: orNull(ThreadStartSource),
}));
export const ThreadStartResponse = /* @__PURE__ */ define(() => object({
  approvalPolicy: AskForApproval,
  approvalsReviewer: ApprovalsReviewer,
  cwd: AbsolutePathBuf,
  instructionSources: list(AbsolutePathBuf),
  model: string,
  modelProvider: string,
  permissionProfile: orNull(PermissionProfile),
  reasoningEffort: orNull(ReasoningEffort),
  sandbox: SandboxPolicy,
  serviceTier: orNull(ServiceTier),
  thread: Thread,
}));
export const ThreadStartSource = /* @__PURE__ */ define(() => oneOf("startup", "clear"));
export const ThreadStartedNotification = /* @__PURE__ */ define(() => object({ thread: Thread }));
export const ThreadStatus = /* @__PURE__ */ define(() => tagged("type", {
  notLoaded: object({}),
  idle: object({}),
  systemError: object({}),
  active: object({ activeFlags: list(ThreadActiveFlag) }),
}));
export const ThreadStatusChangedNotification = /* @__PURE__ */ define(() => object({
  status: ThreadStatus,
  threadId: string,
}));
export const ThreadTokenUsage = /* @__PURE__ */ define(() => object({
  last: TokenUsageBreakdown,
  modelContextWindow: orNull(int64),
  total: TokenUsageBreakdown,
}));
export const ThreadTokenUsageUpdatedNotification = /* @__PURE__ */ define(() => object({
  threadId: string,
  tokenUsage: ThreadTokenUsage,
  turnId: string,
}));
export const ThreadTurnsListParams = /* @__PURE__ */ define(() => object({ threadId: string }, {
  cursor: orNull(string),
  limit: orNull(uint32),
  sortDirection: orNull(SortDirection),
}));
export const ThreadTurnsListResponse = /* @__PURE__ */ define(() => object({
  backwardsCursor: orNull(string),
  data: list(Turn),
  nextCursor: orNull(string),
}));
export const ThreadUnarchiveParams = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadUnarchiveResponse = /* @__PURE__ */ define(() => object({ thread: Thread }));
export const ThreadUnarchivedNotification = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadUnsubscribeParams = /* @__PURE__ */ define(() => object({ threadId: string }));
export const ThreadUnsubscribeResponse = /* @__PURE__ */ define(() => object({ status: ThreadUnsubscribeStatus }));
export const ThreadUnsubscribeStatus = /* @__PURE__ */ define(() => oneOf(
  "notLoaded",
  "notSubscribed",
  "unsubscribed",
));
export const TokenUsageBreakdown = /* @__PURE__ */ define(() => object({
  cachedInputTokens: int64,
  inputTokens: int64,
  outputTokens: int64,
  reasoningOutputTokens: int64,
  totalTokens: int64,
}));
export const Tool = /* @__PURE__ */ define(() => object({
  _meta: any,
  annotations: any,
  description: orNull(string),
  icons: orNull(list(any)),
  inputSchema: any,
  name: string,
  outputSchema: any,
  title: orNull(string),
}));
export const ToolRequestUserInputAnswer = /* @__PURE__ */ define(() => object({ answers: list(string) }));
export const ToolRequestUserInputOption = /* @__PURE__ */ define(() => object({ description: string, label: string }));
export const ToolRequestUserInputParams = /* @__PURE__ */ define(() => object({
  itemId: string,
  questions: list(ToolRequestUserInputQuestion),
  threadId: string,
  turnId: string,
}));
export const ToolRequestUserInputQuestion = /* @__PURE__ */ define(() => object({
  header: string,
  id: string,
  isOther: boolean,
  isSecret: boolean,
  options: orNull(list(ToolRequestUserInputOption)),
  question: string,
}));
export const ToolRequestUserInputResponse = /* @__PURE__ */ define(() => object({
  answers: map(ToolRequestUserInputAnswer),
}));
export const ToolsV2 = /* @__PURE__ */ define(() => object({
  view_image: orNull(boolean),
  web_search: orNull(WebSearchToolConfig),
}));
export const TrackProductAnalyticsEventParams = /* @__PURE__ */ define(() => object({ event: ProductAnalyticsEvent }));
export const TrackProductAnalyticsEventResponse = /* @__PURE__ */ define(() => object({}));
export const Turn = /* @__PURE__ */ define(() => object({
  completedAt: orNull(int64),
  durationMs: orNull(int64),
  error: orNull(TurnError),
  id: string,
  items: list(ThreadItem),
  startedAt: orNull(int64),
  status: TurnStatus,
}));
export const TurnCompletedNotification = /* @__PURE__ */ define(() => object({ threadId: string, turn: Turn }));
export const TurnDiffUpdatedNotification = /* @__PURE__ */ define(() => object({
  diff: string,
  threadId: string,
  turnId: string,
}));
export const TurnEnvironmentParams = /* @__PURE__ */ define(() => object({
  cwd: AbsolutePathBuf,
  environmentId: string,
}));
export const TurnError = /* @__PURE__ */ define(() => object({
  additionalDetails: orNull(string),
  codexErrorInfo: orNull(CodexErrorInfo),
  message: string,
}));
export const TurnInterruptParams = /* @__PURE__ */ define(() => object({ threadId: string, turnId: string }));
export const TurnInterruptResponse = /* @__PURE__ */ define(() => object({}));
export const TurnPlanStep = /* @__PURE__ */ define(() => object({ status: TurnPlanStepStatus, step: string }));
export const TurnPlanStepStatus = /* @__PURE__ */ define(() => oneOf("pending", "inProgress", "completed"));
export const TurnPlanUpdatedNotification = /* @__PURE__ */ define(() => object({
  explanation: orNull(string),
  plan: list(TurnPlanStep),
  threadId: string,
  turnId: string,
}));
export const TurnStartParams = /* @__PURE__ */ define(() => object({ input: list(UserInputInput), threadId: string }, {
  approvalPolicy: orNull(AskForApprovalInput),
  approvalsReviewer: orNull(ApprovalsReviewer),
  collaborationMode: orNull(CollaborationMode),
  cwd: orNull(string),
  effort: orNull(ReasoningEffort),
  environments: orNull(list(TurnEnvironmentParams)),
  model: orNull(string),
  outputSchema: any,
  permissionProfile: orNull(PermissionProfileInput),
  personality: orNull(Personality),
  responsesapiClientMetadata: orNull(map(string)),
  sandboxPolicy: orNull(SandboxPolicyInput),
  serviceTier: orNull(ServiceTier),
  summary: orNull(ReasoningSummary),
}));
export const TurnStartResponse = /* @__PURE__ */ define(() => object({ turn: Turn }));
export const TurnStartedNotification = /* @__PURE__ */ define(() => object({ threadId: string, turn: Turn }));
export const TurnStatus = /* @__PURE__ */ define(() => oneOf("completed", "interrupted", "failed", "inProgress"));
export const TurnSteerParams = /* @__PURE__ */ define(() => object({
  expectedTurnId: string,
  input: list(UserInputInput),
  threadId: string,
}, { responsesapiClientMetadata: orNull(map(string)) }));
export const TurnSteerResponse = /* @__PURE__ */ define(() => object({ turnId: string }));
export const UsageLimitBannerAction = /* @__PURE__ */ define(() => oneOf("shown", "cta_clicked"));
export const UsageLimitBannerType = /* @__PURE__ */ define(() => oneOf(
  "workspace_member_credits_depleted",
  "workspace_member_usage_limit_reached",
));
export const UserInput = /* @__PURE__ */ define(() => tagged("type", {
  text: object({ text: string, text_elements: list(TextElement) }),
  image: object({ url: string }),
  localImage: object({ path: string }),
  skill: object({ name: string, path: string }),
  mention: object({ name: string, path: string }),
}));
export const UserInputInput = /* @__PURE__ */ define(() => tagged("type", {
  text: object({ text: string }, { text_elements: list(TextElementInput) }),
  image: object({ url: string }),
  localImage: object({ path: string }),
  skill: object({ name: string, path: string }),
  mention: object({ name: string, path: string }),
}));
export const Verbosity = /* @__PURE__ */ define(() => oneOf("low", "medium", "high"));
export const WarningNotification = /* @__PURE__ */ define(() => object({ message: string, threadId: orNull(string) }));
export const WebSearchAction = /* @__PURE__ */ define(() => tagged("type", {
  search: object({ queries: orNull(list(string)), query: orNull(string) }),
  openPage: object({ url: orNull(string) }),
  findInPage: object({ pattern: orNull(string), url: orNull(string) }),
  other: object({}),
}));
export const WebSearchContextSize = /* @__PURE__ */ define(() => oneOf("low", "medium", "high"));
export const WebSearchLocation = /* @__PURE__ */ define(() => object({
  city: orNull(string),
  country: orNull(string),
  region: orNull(string),
  timezone: orNull(string),
}, {}, { closed: true }));
export const WebSearchMode = /* @__PURE__ */ define(() => oneOf("disabled", "cached", "live"));
export const WebSearchToolConfig = /* @__PURE__ */ define(() => object({
  allowed_domains: orNull(list(string)),
  context_size: orNull(WebSearchContextSize),
  location: orNull(WebSearchLocation),
}, {}, { closed: true }));
export const WindowsSandboxSetupCompletedNotification = /* @__PURE__ */ define(() => object({
  error: orNull(string),
  mode: WindowsSandboxSetupMode,
  success: boolean,
}));
export const WindowsSandboxSetupMode = /* @__PURE__ */ define(() => oneOf("elevated", "unelevated"));
export const WindowsSandboxSetupStartParams = /* @__PURE__ */ define(() => object({ mode: WindowsSandboxSetupMode }, {
  cwd: orNull(AbsolutePathBuf),
}));
export const WindowsSandboxSetupStartResponse = /* @__PURE__ */ define(() => object({ started: boolean }));
export const WindowsWorldWritableWarningNotification = /* @__PURE__ */ define(() => object({
  extraCount: uint,
  failedScan: boolean,
  samplePaths: list(string),
}));
export const WriteStatus = /* @__PURE__ */ define(() => oneOf("ok", "okOverridden"));
