// The methods of Library, generated from its Rust declaration. Do not edit.

/** Which protocol, and which state of it. */
export const protocol = {
  name: "library",
  title: "Library",
  version: "0.1.0",
  hash: "e39f86dc832bad54a33c4507df2223e0d8a0e1c5ca5395b620eb03a192a6e662",
};

/** The methods of requests that the client sends. */
export const clientRequests = [
  "enter",
  "book/search",
  "book/list",
  "book/add",
  "book/scan",
  "leave",
];

/** The methods of requests that the server sends. */
export const serverRequests = [
  "loan/renew",
];

/** The methods of notifications that the client sends. */
export const clientNotifications = [
  "present",
];

/** The methods of notifications that the server sends. */
export const serverNotifications = [
  "loan/due",
  "book/scan/progress",
  "closing",
];

/** Every method: who sends it, whether it is answered, and how far it can be relied on. */
export const methods = {
  enter: { direction: "client-to-server", kind: "request", stability: "stable" },
  "book/search": { direction: "client-to-server", kind: "request", stability: "stable" },
  "book/list": { direction: "client-to-server", kind: "request", stability: "deprecated", note: "book/search" },
  "book/add": { direction: "client-to-server", kind: "request", stability: "stable" },
  "book/scan": { direction: "client-to-server", kind: "request", stability: "experimental", reason: "book/scan" },
  leave: { direction: "client-to-server", kind: "request", stability: "stable" },
  "loan/renew": { direction: "server-to-client", kind: "request", stability: "stable" },
  present: { direction: "client-to-server", kind: "notification", stability: "stable" },
  "loan/due": { direction: "server-to-client", kind: "notification", stability: "stable" },
  "book/scan/progress": {
    direction: "server-to-client",
    kind: "notification",
    stability: "experimental",
    reason: "book/scan",
  },
  closing: { direction: "server-to-client", kind: "notification", stability: "stable" },
};

const known = (methods) => {
  const names = new Set(methods);
  return (method) => typeof method === "string" && names.has(method);
};
const message = (isMethod, answered) => (value) =>
  typeof value === "object" && value !== null && isMethod(value.method) && (value.id !== undefined) === answered;

/** Whether this is the method of a request that the client sends. */
export const isClientRequestMethod = /* @__PURE__ */ known(clientRequests);
/** Whether this is a request that the client sends. */
export const isClientRequest = /* @__PURE__ */ message(isClientRequestMethod, true);

/** Whether this is the method of a request that the server sends. */
export const isServerRequestMethod = /* @__PURE__ */ known(serverRequests);
/** Whether this is a request that the server sends. */
export const isServerRequest = /* @__PURE__ */ message(isServerRequestMethod, true);

/** Whether this is the method of a notification that the client sends. */
export const isClientNotificationMethod = /* @__PURE__ */ known(clientNotifications);
/** Whether this is a notification that the client sends. */
export const isClientNotification = /* @__PURE__ */ message(isClientNotificationMethod, false);

/** Whether this is the method of a notification that the server sends. */
export const isServerNotificationMethod = /* @__PURE__ */ known(serverNotifications);
/** Whether this is a notification that the server sends. */
export const isServerNotification = /* @__PURE__ */ message(isServerNotificationMethod, false);
