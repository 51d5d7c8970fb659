// Client of AppServerProtocol, generated with its types. Do not edit.
// Watching an AbortSignal for many calls at once. A listener for each would make Node.js suspect a leak from the
// eleventh on.

const watched = /* @__PURE__ */ new WeakMap();

/** The reason of a signal that has aborted. */
export function reasonOf(signal) {
  return signal.reason ?? new Error("the call was aborted");
}

/**
 * Calls a function when a signal aborts.
 *
 * @param {import("./options.js").AbortSignalLike | undefined} signal
 * @param {() => void} call
 * @returns {() => void} stops watching
 */
export function onAbort(signal, call) {
  if (!signal) return () => {};
  let watch = watched.get(signal);
  if (!watch) {
    const calls = new Set();
    watch = { calls, listener: () => [...calls].forEach((each) => each()) };
    watched.set(signal, watch);
    signal.addEventListener("abort", watch.listener);
  }
  watch.calls.add(call);
  return () => {
    if (!watch.calls.delete(call) || watch.calls.size > 0) return;
    signal.removeEventListener("abort", watch.listener);
    watched.delete(signal);
  };
}
