// Client of AppServerProtocol, generated with its types. Do not edit.
// A bounded queue between notifications, which arrive when they like, and a consumer that takes them one by one.
import { NotificationOverflowError } from "./errors.js";

const OVERFLOWS = ["error", "drop-oldest", "drop-newest"];

/** How much may wait for a consumer unless it says otherwise. */
const LIMIT = 10_000;

/**
 * Makes a stream and the means to fill it.
 *
 * @param {{ limit?: number; overflow?: string; where?: (item: unknown) => boolean }} options
 * @param {() => void} ended called once, when the stream takes nothing more
 */
export function subscription({ limit = LIMIT, overflow = "error", where }, ended) {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`limit is ${limit}; expected: a whole number from 1`);
  if (!OVERFLOWS.includes(overflow)) {
    throw new RangeError(`overflow is ${JSON.stringify(overflow)}; expected: one of ${OVERFLOWS.join(", ")}`);
  }
  // What waits lies from `first` on: taking from the front of a long array would move all of it.
  let waiting = [];
  let first = 0;
  let dropped = 0;
  let open = true;
  let failure;
  const consumers = [];

  const done = () => ({ done: true, value: undefined });

  function take() {
    const value = waiting[first];
    waiting[first++] = undefined;
    if (first > 1024 && first * 2 > waiting.length) {
      waiting = waiting.slice(first);
      first = 0;
    }
    return value;
  }

  /** Takes nothing more. What waits is still handed out, and then the failure, if there is one. */
  function finish(error) {
    if (!open) return;
    open = false;
    failure = error;
    ended();
    const consumer = error && consumers.shift();
    if (consumer) {
      failure = undefined;
      consumer.reject(error.error);
    }
    for (const { resolve } of consumers.splice(0)) resolve(done());
  }

  function push(item) {
    if (!open) return;
    try {
      if (where && !where(item)) return;
    } catch (error) {
      finish({ error });
      return;
    }
    const consumer = consumers.shift();
    if (consumer) {
      consumer.resolve({ done: false, value: item });
      return;
    }
    if (waiting.length - first >= limit) {
      if (overflow === "error") {
        finish({ error: new NotificationOverflowError(limit) });
        return;
      }
      dropped += 1;
      if (overflow === "drop-newest") return;
      take();
    }
    waiting.push(item);
  }

  const stream = {
    get dropped() {
      return dropped;
    },
    next: () =>
      new Promise((resolve, reject) => {
        if (waiting.length > first) return resolve({ done: false, value: take() });
        if (open) return consumers.push({ resolve, reject });
        const failed = failure;
        failure = undefined;
        return failed ? reject(failed.error) : resolve(done());
      }),
    return: async () => {
      waiting = [];
      first = 0;
      finish();
      failure = undefined;
      return done();
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return { push, finish, stream };
}
