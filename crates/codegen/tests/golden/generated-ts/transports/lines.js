// Client of Library, generated with its types. Do not edit.
// Cuts a stream of bytes into lines, wherever the chunks of the stream begin and end.

const LINE_FEED = 10;

/** How much of a line that is too long is shown. */
const EXCERPT = 200;

/**
 * Cuts chunks into lines of UTF-8 text.
 *
 * A line ends with a line feed, or a carriage return and a line feed; empty lines are skipped. A line of more bytes
 * than the limit is not kept: `invalid` is told of it once, with its beginning, and the next line is read as usual.
 *
 * @param {{ limit: number; line(text: string): void; invalid(error: Error, excerpt: string): void }} options
 */
export function lines({ limit, line, invalid }) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const lenient = new TextDecoder();
  const encoder = new TextEncoder();
  // The line so far. It is put together once, when it is whole: appending to it would copy it with each chunk.
  let parts = [];
  let length = 0;
  let tooLong = false;

  function add(bytes) {
    length += bytes.length;
    if (tooLong) return;
    parts.push(bytes);
    if (length <= limit) return;
    tooLong = true;
    // What came before is within the limit; no more than an excerpt of it is needed from here on.
    parts = [new Uint8Array(joined().subarray(0, EXCERPT))];
  }

  function joined() {
    if (parts.length === 1) return parts[0];
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  function finish() {
    if (length === 0) return;
    const bytes = joined();
    const size = length;
    const isTooLong = tooLong;
    parts = [];
    length = 0;
    tooLong = false;
    if (isTooLong) {
      invalid(new RangeError(`a line has ${size} bytes; at most ${limit} are taken`), lenient.decode(bytes));
      return;
    }
    let text;
    try {
      text = decoder.decode(bytes);
    } catch {
      invalid(new TypeError("a line is not UTF-8"), lenient.decode(bytes).slice(0, EXCERPT));
      return;
    }
    if (text.trim() !== "") line(text);
  }

  return {
    /** Takes a chunk, of bytes or of text. */
    push(chunk) {
      const bytes = typeof chunk === "string" ? encoder.encode(chunk) : chunk;
      let from = 0;
      for (let to = bytes.indexOf(LINE_FEED); to !== -1; to = bytes.indexOf(LINE_FEED, from)) {
        add(bytes.subarray(from, to));
        finish();
        from = to + 1;
      }
      if (from < bytes.length) add(bytes.subarray(from));
    },
    /** Takes what is left as a line, at the end of the stream. */
    end: finish,
  };
}
