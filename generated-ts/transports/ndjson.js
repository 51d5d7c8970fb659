// Client of AppServerProtocol, generated with its types. Do not edit.
// One JSON message a line, over the streams of Node.js or of the web, or over a child process.
import { lines } from "./lines.js";
import { reader, writer } from "./streams.js";

/** Lines are held in memory until they are whole. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** How long a process may take to end by itself after its input was closed. */
const KILL_AFTER_MS = 5000;

/** How long what is on its way may take: output of a process that has ended, or input of a peer that is slow. */
const LINGER_MS = 1000;

/**
 * @param {{ readable: any; writable: any }} streams
 * @param {{ maxLineBytes?: number }} [options]
 * @returns {import("../transport.js").Transport}
 */
export function streamTransport({ readable, writable }, options = {}) {
  const input = reader(readable);
  const output = writer(writable);
  let receiver;
  let isClosed = false;

  function closed(info) {
    if (isClosed) return;
    isClosed = true;
    // Without someone who reads, the other side should not go on writing, nor the process wait for it.
    input.cancel();
    void output.end();
    receiver?.closed(info);
  }

  return {
    start(to) {
      receiver = to;
      output.failed((error) => closed({ reason: `writing failed: ${error.message}`, error }));
      read(input, receiver, options, (error) =>
        closed(error ? { reason: `reading failed: ${error.message}`, error } : { reason: "the stream has ended" }),
      );
    },
    send: (text) =>
      output.write(text).catch((error) => {
        closed({ reason: `writing failed: ${error.message}`, error });
        throw error;
      }),
    async close() {
      if (isClosed) return;
      // What was sent before gets through first, unless the other side has stopped reading.
      let timer;
      await Promise.race([output.end(), new Promise((resolve) => (timer = setTimeout(resolve, LINGER_MS)))]);
      clearTimeout(timer);
      closed({ reason: "closed by this side" });
    },
  };
}

/**
 * @param {any} child
 * @param {{ maxLineBytes?: number; killAfterMs?: number }} [options]
 * @returns {import("../transport.js").Transport}
 */
export function childProcessTransport(child, options = {}) {
  const { killAfterMs = KILL_AFTER_MS } = options;
  if (!child.stdin || !child.stdout) throw new TypeError("the process has no pipes: start it with stdio \"pipe\"");
  const input = reader(child.stdout);
  const output = writer(child.stdin);
  let finish;
  const finished = new Promise((resolve) => (finish = resolve));
  let receiver;
  /** How the process ended, once it has. */
  let exit;
  let hasEnded = false;
  let isClosed = false;
  let killer;
  let lingering;

  function settle() {
    if (isClosed || !exit || !(hasEnded || exit.error)) return;
    isClosed = true;
    clearTimeout(killer);
    clearTimeout(lingering);
    input.cancel();
    receiver?.closed(exit);
    finish();
  }

  function exited(info) {
    if (exit) return;
    exit = info;
    lingering = setTimeout(() => {
      hasEnded = true;
      settle();
    }, LINGER_MS);
    settle();
  }

  function stop() {
    void output.end();
    if (exit || killer) return;
    killer = setTimeout(() => {
      child.kill();
      killer = setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    }, killAfterMs);
  }

  // From the beginning: an event that nobody listens to is lost, and an error that nobody listens to ends the program.
  child.on("error", (error) => {
    // It comes also when a signal could not be sent, and then the process goes on.
    if (child.pid === undefined) exited({ reason: `the process did not start: ${error.message}`, error });
  });
  child.on("exit", (code, signal) => exited(ending(code, signal)));
  if (child.exitCode != null || child.signalCode != null) exited(ending(child.exitCode, child.signalCode));
  output.failed(stop);

  return {
    start(to) {
      receiver = to;
      if (isClosed) {
        queueMicrotask(() => receiver.closed(exit));
        return;
      }
      read(input, receiver, options, () => {
        hasEnded = true;
        // It can say nothing more.
        stop();
        settle();
      });
    },
    send(text) {
      // How the process ended says more than that it does not read: a failure waits for that.
      const written = exit ? Promise.reject(new Error(exit.reason)) : output.write(text);
      return written.catch((error) => {
        stop();
        return finished.then(() => Promise.reject(error));
      });
    },
    close() {
      if (!isClosed) stop();
      return finished;
    },
  };
}

function ending(code, signal) {
  if (signal) return { reason: `the process was ended by ${signal}`, signal };
  return { reason: `the process has ended with code ${code}`, code };
}

/** Reads all lines, until the end or an error, which is told once. */
function read(input, receiver, { maxLineBytes = MAX_LINE_BYTES }, ended) {
  const splitter = lines({
    limit: maxLineBytes,
    line: (text) => receiver.message(text),
    invalid: (error, excerpt) => receiver.invalid(error, excerpt),
  });
  input.start(splitter.push, (error) => {
    splitter.end();
    ended(error);
  });
}
