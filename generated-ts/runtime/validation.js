// Validation of AppServerProtocol, generated from its Rust declaration. Do not edit.
// Validation of what a client sends and receives, by method: never through the union of all messages, where one bad
// member is reported once for every method there is.
//
// The policy, for whoever talks to a peer of another version:
//
// - What is sent is held to what the receiver accepts: an unknown value of an enum, a member that a closed object
//   does not have, a number beyond its Rust type are faults like a wrong type or a missing member.
// - What is received may come from a newer peer. Unknown members, unknown values of enums, unknown variants of unions
//   and messages of unknown methods reach the application as they are. All of them but the unknown members of open
//   objects, which mean nothing, and unknown methods, which the client reports, are told to `onProblem`. A wrong type
//   and a missing member are faults.
// - Values pass through as they are, the same reference: no defaults are applied and no members are removed.
// - A fault concerns the one message that has it. The connection goes on.

/** What a method carries does not fit its type. */
export class ValidationError extends Error {
  constructor({ method, what, direction, issues }) {
    const [first] = issues;
    const place = first.pointer === "" ? what : `${what} at ${first.pointer}`;
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
    super(`${method}: ${direction} ${place}: ${first.message}${more}`);
    this.name = "ValidationError";
    this.method = method;
    this.what = what;
    this.direction = direction;
    this.pointer = first.pointer;
    this.issues = issues;
  }
}

const MODES = ["off", "warn", "strict"];

/** Validation of the methods whose schemas are given; the others pass unseen. A bundler keeps only those. */
export function createValidationOf(schemas, options = {}) {
  const { mode = "strict", send = mode, receive = mode, onProblem } = options;
  for (const [name, value] of Object.entries({ mode, send, receive })) {
    if (!MODES.includes(value)) {
      throw new TypeError(`createValidation: ${name} is ${JSON.stringify(value)}, expected ${MODES.join(", ")}`);
    }
  }
  const find = (direction, what, method) => {
    const table = schemas[direction]?.[what];
    return table && Object.hasOwn(table, method) ? table[method] : undefined;
  };
  const check = (strictness, direction, what, method, value) => {
    const schema = strictness === "off" ? undefined : find(direction, what, method);
    if (!schema) return;
    const issues = schema.inspect(value);
    if (issues.length === 0) return;
    // Faults come first, so that they are what the error is about.
    const refused = strictness === "strict" && !issues[0].tolerated;
    const error = new ValidationError({ method, what, direction, issues });
    if (onProblem) onProblem({ method, what, direction, value, issues, error, refused });
    else if (strictness === "warn") console.warn(error.message);
    if (refused) throw error;
  };
  return {
    outgoing: (what, method, value) => check(send, "outgoing", what, method, value),
    incoming: (what, method, value) => {
      check(receive, "incoming", what, method, value);
      return value;
    },
  };
}
