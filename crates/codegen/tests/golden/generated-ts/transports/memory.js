// Client of Library, generated with its types. Do not edit.
// Two transports in one process that lead to each other, for tests and for a server in the same program.

/** @returns {[import("../transport.js").Transport, import("../transport.js").Transport]} */
export function memoryTransportPair() {
  let ended;
  const ends = [end(), end()];

  function end() {
    return { receiver: undefined, early: [] };
  }

  function close(info) {
    if (ended) return;
    ended = info;
    for (const { receiver } of ends) queueMicrotask(() => receiver?.closed(info));
  }

  function transport(own, other) {
    return {
      start(receiver) {
        own.receiver = receiver;
        for (const text of own.early.splice(0)) queueMicrotask(() => receiver.message(text));
        if (ended) queueMicrotask(() => receiver.closed(ended));
      },
      send(text) {
        if (ended) throw new Error(`the connection is closed: ${ended.reason}`);
        const { receiver } = other;
        // As on a wire, a message arrives later than it is sent.
        if (receiver) queueMicrotask(() => receiver.message(text));
        else other.early.push(text);
      },
      close() {
        close({ reason: "one end was closed" });
      },
    };
  }

  return [transport(ends[0], ends[1]), transport(ends[1], ends[0])];
}
