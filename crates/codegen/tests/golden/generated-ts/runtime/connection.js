// Client of Library, generated with its types. Do not edit.
// One connection: it matches responses with calls, and hands what the server sends to whoever asked for it.
import {
  ConnectionClosedError,
  InvalidMessageError,
  RequestTimeoutError,
  RpcError,
  RpcErrorCode,
} from "./errors.js";
import { onAbort, reasonOf } from "./signals.js";
import { subscription } from "./subscription.js";

/** A longer timer fires at once. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** How many calls that were given up are remembered, to tell a late response from one that nobody asked for. */
const REMEMBERED = 1000;

// A larger number would come back as another one.
const isId = (id) => typeof id === "string" || Number.isSafeInteger(id);

/** Calls a function of the application: whatever becomes of it, the connection goes on. */
function guarded(call, failed) {
  try {
    const outcome = call();
    if (typeof outcome?.then === "function") outcome.then(undefined, failed);
  } catch (error) {
    failed(error);
  }
}

/**
 * @param {import("../transport.js").Transport} transport
 * @param {ReadonlySet<string>} known the notifications that the server sends
 * @param {import("./options.js").ClientOptions} options
 */
export function connect(transport, known, options = {}) {
  const { validate } = options;
  const calls = new Map();
  const givenUp = new Map();
  const handlers = new Map();
  const listeners = new Map();
  const streams = new Set();
  const answering = new Set();
  let lastId = 0;
  const nextId = options.nextId ?? (() => ++lastId);
  /** How the connection ended, once it has. */
  let ended;
  let tellClosed;
  const closed = new Promise((resolve) => (tellClosed = resolve));

  /** Calls a hook, or prints a line where there is none. */
  function tell(hook, line, ...facts) {
    const own = options[hook];
    if (own) guarded(() => own(...facts), (error) => console.error(`the hook ${hook} failed`, error));
    else console.warn(line());
  }

  const invalid = (error) => tell("onInvalidMessage", () => error.message, error);

  const failed = (error, origin) =>
    tell("onHandlerError", () => `a handler of ${origin.method} failed: ${error?.stack ?? error}`, error, origin);

  /** Sends a message; gives a promise only if the transport does. */
  function send(message) {
    if (ended) throw new ConnectionClosedError(ended);
    return transport.send(JSON.stringify(message));
  }

  function request(method, params, { signal, timeoutMs = options.timeoutMs, trace } = {}) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) throw reasonOf(signal);
      if (timeoutMs !== undefined && timeoutMs !== Infinity && !(timeoutMs > 0 && timeoutMs <= LONGEST_TIMEOUT)) {
        throw new RangeError(`timeoutMs is ${timeoutMs}; expected: above 0, at most ${LONGEST_TIMEOUT}, or Infinity`);
      }
      validate?.outgoing("params", method, params);
      const id = nextId();
      if (!isId(id) || calls.has(id)) {
        throw new TypeError(`nextId gave ${JSON.stringify(id)}; expected: a string or a whole number not in use`);
      }
      let timer;
      let unwatch;
      const settled = () => {
        clearTimeout(timer);
        unwatch?.();
        return calls.delete(id);
      };
      const giveUp = (error) => {
        settled();
        givenUp.set(id, method);
        if (givenUp.size > REMEMBERED) givenUp.delete(givenUp.keys().next().value);
        reject(error);
      };
      const refuse = (error) => settled() && reject(error);
      const accept = (value) => {
        settled();
        resolve(value);
      };
      calls.set(id, { method, resolve: accept, reject: refuse });
      try {
        // The method first: a server that reads in one pass then knows what the params are.
        send({ method, id, params, trace })?.then(undefined, refuse);
      } catch (error) {
        refuse(error);
        return;
      }
      unwatch = onAbort(signal, () => giveUp(reasonOf(signal)));
      if (timeoutMs < Infinity) {
        timer = setTimeout(() => giveUp(new RequestTimeoutError(method, id, timeoutMs)), timeoutMs);
      }
    });
  }

  async function notify(method, params) {
    validate?.outgoing("params", method, params);
    try {
      await send({ method, params });
    } catch (error) {
      throw ended ? new ConnectionClosedError(ended) : error;
    }
  }

  function onRequest(method, handler) {
    if (handlers.has(method)) throw new Error(`${method} has a handler already; remove that one first`);
    handlers.set(method, handler);
    return () => {
      if (handlers.get(method) === handler) handlers.delete(method);
    };
  }

  function onNotification(method, listener) {
    // A function can be added twice: each time it is an entry of its own.
    const entry = { listener };
    if (!listeners.has(method)) listeners.set(method, new Set());
    const entries = listeners.get(method);
    entries.add(entry);
    return () => {
      entries.delete(entry);
      if (entries.size === 0 && listeners.get(method) === entries) listeners.delete(method);
    };
  }

  function notifications(filter = {}) {
    const { methods, signal } = filter;
    const entry = { methods: methods && new Set(methods) };
    const stop = () => entry.finish({ error: reasonOf(signal) });
    let unwatch;
    const { push, finish, stream } = subscription(filter, () => {
      streams.delete(entry);
      unwatch?.();
    });
    Object.assign(entry, { push, finish });
    if (ended) finish();
    else if (signal?.aborted) stop();
    else {
      streams.add(entry);
      unwatch = onAbort(signal, stop);
    }
    return stream;
  }

  /** What arrives, from here on. */
  function receive(text) {
    if (ended) return;
    let message;
    try {
      message = JSON.parse(text);
    } catch (error) {
      invalid(new InvalidMessageError(`a message is no JSON: ${error.message}`, text, error));
      return;
    }
    const { method, id } = message ?? {};
    if (typeof method === "string" && id === undefined) notified(message);
    else if (typeof method === "string" && isId(id)) void answer(message);
    else if (method === undefined && (isId(id) || id === null)) answered(message);
    else invalid(new InvalidMessageError("a message is neither request, nor response, nor notification", message));
  }

  function answered(message) {
    const { id, result, error } = message;
    const call = calls.get(id);
    const isError = Number.isInteger(error?.code) && typeof error.message === "string";
    if (isError === (result !== undefined) || (!isError && (error ?? null) !== null)) {
      const wrong = new InvalidMessageError("a response has neither a result nor an error, or is both", message);
      invalid(wrong);
      call?.reject(wrong);
    } else if (!call) {
      const method = givenUp.get(id);
      givenUp.delete(id);
      const which = method ? `too late, to ${method}` : `with the id ${JSON.stringify(id)} of no call`;
      tell("onLateResponse", () => `a response came ${which}`, message, method);
    } else if (isError) {
      call.reject(new RpcError(error.code, error.message, error.data, { method: call.method, id }));
    } else {
      try {
        call.resolve(validate ? validate.incoming("result", call.method, result) : result);
      } catch (refused) {
        call.reject(refused);
      }
    }
  }

  function notified({ method, params }) {
    const entries = listeners.get(method);
    const isKnown = known.has(method);
    const asked = [...streams].filter(({ methods }) => (methods ? methods.has(method) : isKnown));
    let notification = params === undefined ? { method } : { method, params };
    if (!isKnown && !entries && asked.length === 0) {
      const line = () => `an unknown notification has arrived: ${method}`;
      tell("onUnknownNotification", line, notification);
      return;
    }
    if (validate) {
      try {
        const checked = validate.incoming("params", method, params);
        if (checked !== undefined) notification = { method, params: checked };
      } catch (error) {
        invalid(new InvalidMessageError(`the params of ${method} do not fit: ${error?.message}`, notification, error));
        return;
      }
    }
    for (const { push } of asked) push(notification);
    for (const { listener } of [...(entries ?? [])]) {
      guarded(() => listener(notification.params), (error) => failed(error, { method }));
    }
  }

  async function answer(message) {
    const { method, id, trace } = message;
    let { params } = message;
    const handler = handlers.get(method);
    const refuse = (code, text, data) => ({ id, error: { code, message: text, data } });
    let response;
    if (!handler) {
      tell("onUnknownRequest", () => `a request without a handler has arrived: ${method}`, { method, id, params });
      response = refuse(RpcErrorCode.MethodNotFound, `method not found: ${method}`);
    } else {
      try {
        if (validate) params = validate.incoming("params", method, params);
      } catch (error) {
        invalid(new InvalidMessageError(`the params of ${method} do not fit: ${error?.message}`, message, error));
        response = refuse(RpcErrorCode.InvalidParams, `invalid params: ${error?.message}`);
      }
    }
    const controller = new AbortController();
    answering.add(controller);
    try {
      if (!response) {
        const result = (await handler(params, { id, method, signal: controller.signal, trace })) ?? null;
        validate?.outgoing("result", method, result);
        response = { id, result };
        // What cannot be written as JSON is the handler's mistake, and is found while it can still be answered.
        JSON.stringify(response);
      }
    } catch (error) {
      if (error instanceof RpcError) {
        response = refuse(error.code, error.message, error.data);
      } else {
        // The server learns that it failed; why is for this side to know.
        response = refuse(RpcErrorCode.InternalError, `the handler of ${method} failed`);
        failed(error, { method, id });
      }
    }
    answering.delete(controller);
    if (ended) return;
    try {
      await send(response);
    } catch (error) {
      if (!ended) failed(error, { method, id });
    }
  }

  /** Ends everything that waits for the other side. */
  function end(info) {
    if (ended) return;
    ended = info;
    for (const call of [...calls.values()]) call.reject(new ConnectionClosedError(info));
    for (const entry of [...streams]) entry.finish();
    for (const controller of answering) controller.abort(new ConnectionClosedError(info));
    givenUp.clear();
  }

  async function close() {
    end({ reason: "closed by this side" });
    try {
      await transport.close();
    } catch (error) {
      tellClosed({ reason: "closing it failed", error });
    }
    tellClosed(ended);
    return closed;
  }

  transport.start({
    message: receive,
    invalid: (error, excerpt) => ended ?? invalid(new InvalidMessageError(error.message, excerpt, error)),
    closed(info) {
      end(info);
      tellClosed(info);
    },
  });

  return { request, notify, onRequest, onNotification, notifications, close, closed };
}
