// The other end of a client under test: it shows what the client has sent and sends whatever a test wants.
import { createClient } from "app-server-protocol";
import { memoryTransportPair } from "app-server-protocol/transports/memory";

/** Waits until all that is on its way in this process has arrived. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * A client with its peer. The hooks of the client write down what they are told, each under its name, unless the
 * options have their own.
 */
export function connected(options = {}) {
  const [near, far] = memoryTransportPair();
  const told = [];
  const hook = (name) => (...facts) => void told.push([name, ...facts]);
  const hooks = [
    "onUnknownNotification",
    "onUnknownRequest",
    "onLateResponse",
    "onInvalidMessage",
    "onHandlerError",
  ];
  const client = createClient(near, { ...Object.fromEntries(hooks.map((name) => [name, hook(name)])), ...options });
  const sent = [];
  let waiting;
  far.start({
    message(text) {
      sent.push(JSON.parse(text));
      waiting?.();
    },
    invalid(error) {
      throw error;
    },
    closed() {
      waiting?.();
    },
  });
  return {
    client,
    told,
    sent,
    /** Sends text as it is, or a message. */
    send: (message) => far.send(typeof message === "string" ? message : JSON.stringify(message)),
    /** The next message from the client. */
    async next() {
      while (sent.length === 0) await new Promise((resolve) => (waiting = resolve));
      return sent.shift();
    },
    end: () => far.close(),
  };
}

/** What is printed with `console.warn` and `console.error` while a function runs. */
export async function printed(run) {
  const { warn, error } = console;
  const lines = [];
  console.warn = console.error = (...parts) => void lines.push(parts.map(String).join(" "));
  try {
    await run();
  } finally {
    Object.assign(console, { warn, error });
  }
  return lines;
}
