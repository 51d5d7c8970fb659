// Client of Library, generated with its types. Do not edit.
// One JSON message a text frame, over the WebSocket of a browser, of Node.js or of a library.

const OPEN = 1;
const CLOSING = 2;

/** How much may wait in the socket before senders are asked to wait. */
const HIGH_WATER_BYTES = 1024 * 1024;

/** How often the socket is asked how much still waits: it does not tell by itself. */
const POLL_MS = 10;

/** How long the other side may take to agree to the end. */
const CLOSE_WITHIN_MS = 2000;

/**
 * @param {any} target
 * @param {{ protocols?: string | string[]; WebSocket?: any; highWaterBytes?: number }} [options]
 * @returns {import("../transport.js").Transport}
 */
export function webSocketTransport(target, options = {}) {
  const { highWaterBytes = HIGH_WATER_BYTES } = options;
  const socket = isAddress(target) ? connect(String(target.href ?? target), options) : target;
  // The default of browsers would have to be awaited, and then messages could overtake each other.
  if (socket.binaryType === "blob") socket.binaryType = "arraybuffer";

  let finish;
  const finished = new Promise((resolve) => (finish = resolve));
  let receiver;
  let isClosed = false;
  let failure;
  let draining;
  let forced;
  const early = [];

  function closed(info) {
    if (isClosed) return;
    isClosed = true;
    clearTimeout(forced);
    receiver?.closed(info);
    for (const { reject } of early.splice(0)) reject(new Error(info.reason));
    finish();
  }

  function ending({ code, reason }) {
    const said = reason ? `: ${reason}` : "";
    const error = failure?.error ?? (failure && new Error(failure.message || "the WebSocket failed"));
    return { reason: `the WebSocket has ended with code ${code}${said}`, code, ...(error && { error }) };
  }

  function drained() {
    draining ??= new Promise((resolve) => {
      const look = () => {
        if (isClosed || socket.bufferedAmount <= highWaterBytes) {
          draining = undefined;
          resolve();
        } else setTimeout(look, POLL_MS);
      };
      look();
    });
    return draining;
  }

  function received({ data }) {
    if (typeof data === "string") receiver.message(data);
    else if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) receiver.message(new TextDecoder().decode(data));
    else receiver.invalid(new TypeError("a frame is neither text nor bytes"), String(data).slice(0, 200));
  }

  // From the beginning: libraries throw errors that nobody listens to.
  socket.addEventListener("error", (event) => (failure = event));
  socket.addEventListener("close", (event) => closed(ending(event)));
  socket.addEventListener("open", () => {
    for (const { text, resolve } of early.splice(0)) {
      socket.send(text);
      resolve();
    }
  });

  return {
    start(to) {
      receiver = to;
      if (socket.readyState >= CLOSING) queueMicrotask(() => closed({ reason: "the WebSocket was closed already" }));
      else socket.addEventListener("message", received);
    },
    send(text) {
      if (isClosed || socket.readyState >= CLOSING) return finished.then(ended);
      if (socket.readyState !== OPEN) {
        return new Promise((resolve, reject) => void early.push({ text, resolve, reject }));
      }
      socket.send(text);
      return socket.bufferedAmount > highWaterBytes ? drained() : undefined;
    },
    close() {
      if (isClosed) return;
      forced ??= setTimeout(() => closed({ reason: "closed by this side; the other did not answer" }), CLOSE_WITHIN_MS);
      socket.close(1000);
      return finished;
    },
  };
}

function ended() {
  throw new Error("the WebSocket has ended");
}

function isAddress(target) {
  return typeof target === "string" || typeof target.href === "string";
}

function connect(url, { protocols, WebSocket = globalThis.WebSocket }) {
  if (!WebSocket) {
    throw new TypeError("there is no global WebSocket (Node.js has one from version 22); pass one as an option");
  }
  return new WebSocket(url, protocols);
}
