// Client of AppServerProtocol, generated with its types. Do not edit.
// One face for the streams of the web and those of Node.js.

/**
 * What there is to read: `start` hands over chunks and tells of the end, once; `cancel` wants no more.
 *
 * @param {any} readable
 */
export function reader(readable) {
  if (typeof readable?.getReader === "function") {
    const from = readable.getReader();
    return {
      async start(push, ended) {
        try {
          for (;;) {
            const { done, value } = await from.read();
            if (done) break;
            push(value);
          }
          ended();
        } catch (error) {
          ended(error);
        }
      },
      cancel: () => void from.cancel().catch(() => {}),
    };
  }
  if (typeof readable?.on !== "function") throw new TypeError("readable is no stream of Node.js or of the web");
  return {
    start(push, ended) {
      let isOver = false;
      const over = (error) => {
        if (isOver) return;
        isOver = true;
        ended(error);
      };
      readable.on("data", push);
      readable.on("end", () => over());
      readable.on("error", over);
      // A stream that is destroyed has no end.
      readable.on("close", () => over());
      if (readable.destroyed || readable.readableEnded) queueMicrotask(() => over());
    },
    cancel: () => void readable.destroy?.(),
  };
}

/**
 * What can be written to, by lines: `failed` says whom to tell of errors that belong to no write.
 *
 * @param {any} writable
 */
export function writer(writable) {
  if (typeof writable?.getWriter === "function") {
    const to = writable.getWriter();
    const encoder = new TextEncoder();
    return {
      write: (text) => to.write(encoder.encode(`${text}\n`)),
      end: once(() => to.close().catch(() => {})),
      failed: (tell) => void to.closed.catch(tell),
    };
  }
  if (typeof writable?.write !== "function") throw new TypeError("writable is no stream of Node.js or of the web");
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        // The callback comes when the line has been handed on: whoever waits for it does not fill the buffer.
        writable.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
      }),
    end: once(
      () =>
        new Promise((resolve) => {
          if (writable.destroyed || writable.writableFinished) resolve();
          else {
            writable.on("close", resolve);
            writable.end(resolve);
          }
        }),
    ),
    failed: (tell) => void writable.on("error", tell),
  };
}

function once(make) {
  let made;
  return () => (made ??= make());
}
