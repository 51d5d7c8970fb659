// Validation of AppServerProtocol, generated from its Rust declaration. Do not edit.
// Checks of JSON values, from which the package's types.js put the protocol's types together. Plain functions:
// nothing is compiled or evaluated at run time.
//
// A check looks at a value and adds to `run.found` what is wrong with it. It never changes the value. The same check
// serves both directions, and `run.lenient` says whose value it is:
//
// - What we send is held to what the receiver accepts.
// - What we receive may come from a peer that is newer than this package. An unknown value of an enum, an unknown
//   variant of a union whose values say which variant they are, a member that a closed object does not have, and null
//   for a member that is otherwise left out are found, but tolerated. A wrong type and a missing member are faults in
//   either direction.

/** How deep types may lie in each other. A peer written with methodic reads no deeper than this either. */
const DEPTH = 128;

/** How many faults of one value are kept, and how many that are tolerated. */
const KEPT = 16;

/** The state of one check of one value. */
class Run {
  constructor(lenient, depth) {
    this.lenient = lenient;
    this.depth = depth;
    this.found = [];
    this.faults = 0;
    this.tolerated = 0;
  }

  /** Records what is wrong at the present place; those who lead there add their part of the path later. */
  add(keyword, expected, value, tolerated = false) {
    if (tolerated ? this.tolerated++ < KEPT : this.faults++ < KEPT) {
      this.found.push({ path: [], keyword, expected, value, tolerated });
    }
  }

  /** Checks a part of the value. */
  below(check, value, step) {
    const before = this.found.length;
    check(value, this);
    for (let at = before; at < this.found.length; at += 1) this.found[at].path.push(step);
  }

  /** Tries a check on the same value, on the side. */
  trial(check, value) {
    const run = new Run(this.lenient, this.depth);
    check(value, run);
    return run;
  }

  /** Takes over what a trial found. */
  adopt(run) {
    this.faults += run.faults;
    this.tolerated += run.tolerated;
    for (const one of run.found) this.found.push(one);
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);
const quoted = (values) => cut(values.map((value) => JSON.stringify(value)).join(", "), 200);
const cut = (text, length) => (text.length > length ? `${text.slice(0, length)}…` : text);

/** A value in a few words. */
function brief(value) {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isObject(value)) return "an object";
  return typeof value === "string" ? cut(JSON.stringify(value.slice(0, 61)), 60) : cut(String(value), 60);
}

const ofType = (keyword, expected, fits) => (value, run) => {
  if (!fits(value)) run.add(keyword, expected, value);
};

const NO_JSON = ["undefined", "function", "symbol", "bigint"];

/** Any JSON value. */
export const any = ofType("type", "a JSON value", (value) => !NO_JSON.includes(typeof value));
/** Only null. */
export const nothing = ofType("type", "null", (value) => value === null);
/** No value at all: the params of a method that takes none. */
export const absent = (value, run) => {
  if (value !== undefined && value !== null) run.add("type", "nothing", value, run.lenient);
};
/** True or false. */
export const boolean = ofType("type", "true or false", (value) => typeof value === "boolean");
/** Any text. */
export const string = ofType("type", "a string", (value) => typeof value === "string");
/** A number that JSON can write. */
export const number = ofType("type", "a number", Number.isFinite);

/**
 * An integer of a Rust type. The greatest one of 64 bits is rounded up to the next power of two, here and when a
 * message is parsed: as that power of two it would be refused where it is sent to, and may be meant where it is
 * received.
 */
const integer = (name, low, high) => (value, run) => {
  if (!Number.isInteger(value)) run.add("type", "an integer", value);
  else if (low === 0 && value < 0) run.add("minimum", "at least 0", value);
  else if (value < low || value > high || (value === high && !Number.isSafeInteger(high) && !run.lenient)) {
    run.add("format", `an integer that fits ${name}`, value);
  }
};
const signed = (name, bits) => integer(name, -(2 ** (bits - 1)), 2 ** (bits - 1) - 1);
const unsigned = (name, bits) => integer(name, 0, 2 ** bits - 1);

/** Integers by the name of their format; where it is said to be as wide as a pointer, 64 bits. */
export const int8 = /* @__PURE__ */ signed("int8", 8);
export const int16 = /* @__PURE__ */ signed("int16", 16);
export const int32 = /* @__PURE__ */ signed("int32", 32);
export const int64 = /* @__PURE__ */ signed("int64", 64);
export const int = /* @__PURE__ */ signed("int", 64);
export const uint8 = /* @__PURE__ */ unsigned("uint8", 8);
export const uint16 = /* @__PURE__ */ unsigned("uint16", 16);
export const uint32 = /* @__PURE__ */ unsigned("uint32", 32);
export const uint64 = /* @__PURE__ */ unsigned("uint64", 64);
export const uint = /* @__PURE__ */ unsigned("uint", 64);
/** An integer of no particular size. */
export const whole = /* @__PURE__ */ integer("any", -Infinity, Infinity);

/** A number with bounds of its own; either may be undefined. */
export const within = (check, low, high) => (value, run) => {
  check(value, run);
  if (typeof value !== "number") return;
  if (value < low) run.add("minimum", `at least ${low}`, value);
  else if (value > high) run.add("maximum", `at most ${high}`, value);
};

/** One of these values. Another of their kind is one that a newer peer knows. */
export const oneOf = (...values) => {
  const known = new Set(values);
  const kinds = new Set(values.map((value) => typeof value));
  return (value, run) => {
    if (known.has(value)) return;
    const expected = known.size > 1 ? `one of ${quoted(values)}` : JSON.stringify(values[0]);
    run.add("enum", expected, value, run.lenient && kinds.has(typeof value));
  };
};

/** A value or null. */
export const orNull = (check) => (value, run) => {
  if (value !== null) check(value, run);
};

/** A member that its sender leaves out where it has no value. */
export const unset = (check) => (value, run) => {
  if (value !== null || !run.lenient) check(value, run);
  else run.add("type", "no such member instead of null", value, true);
};

/** Items of one kind. */
export const list = (item) => (value, run) => {
  if (!Array.isArray(value)) return run.add("type", "a list", value);
  for (let at = 0; at < value.length; at += 1) run.below(item, value[at], at);
};

/** Items of one kind, no two alike. */
export const uniqueList = (item) => {
  const items = list(item);
  return (value, run) => {
    items(value, run);
    if (!Array.isArray(value)) return;
    const seen = new Set();
    value.forEach((one, at) => {
      const text = canonical(one);
      if (seen.has(text)) run.below((again) => run.add("uniqueItems", "no item twice", again), one, at);
      seen.add(text);
    });
  };
};

/** The same text for equal values, whatever the order of their members. */
const canonical = (value) =>
  JSON.stringify(value, (_, inner) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );

/** As many items as there are checks, each of its kind. */
export const tuple =
  (...items) =>
  (value, run) => {
    if (!Array.isArray(value)) return run.add("type", "a list", value);
    if (value.length !== items.length) {
      return run.add(value.length < items.length ? "minItems" : "maxItems", `${items.length} items`, value);
    }
    items.forEach((item, at) => run.below(item, value[at], at));
  };

/** An object with any names and values of one kind. */
export const map = (item) => (value, run) => {
  if (!isObject(value)) return run.add("type", "an object", value);
  for (const name of Object.keys(value)) if (value[name] !== undefined) run.below(item, value[name], name);
};

/**
 * An object with these members, of which some may be left out. Further members are left alone, unless it is `closed` or
 * its type says what they look like. A member that is undefined is one that JSON leaves out.
 */
export const object = (required, optional = {}, { closed = false, rest } = {}) => {
  const needed = Object.entries(required);
  const allowed = Object.entries(optional);
  const named = new Set([...needed, ...allowed].map(([name]) => name));
  return (value, run) => {
    if (!isObject(value)) return run.add("type", "an object", value);
    for (const [name, check] of needed) {
      const member = own(value, name);
      if (member === undefined) run.add("required", name, value);
      else run.below(check, member, name);
    }
    for (const [name, check] of allowed) {
      const member = own(value, name);
      if (member !== undefined) run.below(check, member, name);
    }
    if (!closed && !rest) return;
    for (const name of Object.keys(value)) {
      if (named.has(name) || value[name] === undefined) continue;
      if (rest) run.below(rest, value[name], name);
      else run.below((member) => run.add("additionalProperties", name, member, run.lenient), value[name], name);
    }
  };
};

/** Several checks of one value: members that are always there, and a choice of further ones. */
export const both =
  (...checks) =>
  (value, run) => {
    if (!isObject(value)) return run.add("type", "an object", value);
    for (const check of checks) check(value, run);
  };

/** An object whose member `tag` says which of these it is. */
export const tagged = (tag, variants) => (value, run) => {
  if (!isObject(value)) return run.add("type", "an object", value);
  const name = own(value, tag);
  if (name === undefined) return run.add("required", tag, value);
  const check = typeof name === "string" ? own(variants, name) : undefined;
  if (check) check(value, run);
  else run.below(variant(Object.keys(variants)), name, tag);
};

/** One of these texts, or an object with one of these members alone. */
export const keyed = (units, variants) => {
  const names = Object.keys(variants);
  const text = variant(units);
  const expected = `an object with one of the members ${quoted(names)}`;
  return (value, run) => {
    if (typeof value === "string") return text(value, run);
    if (!isObject(value)) return run.add("type", units.length ? `a string or ${expected}` : expected, value);
    const found = Object.keys(value).filter((name) => value[name] !== undefined);
    const [name, second] = found;
    if (name === undefined) return run.add("oneOf", expected, value);
    if (second !== undefined) {
      const alone = (member) => run.add("oneOf", `no other member beside ${quoted([name])}`, member);
      return run.below(alone, value[second], second);
    }
    const check = own(variants, name);
    if (check) run.below(check, value[name], name);
    else run.below(() => run.add("oneOf", expected, value, run.lenient), value[name], name);
  };
};

/** The name of a variant. */
const variant = (names) => (value, run) => {
  if (names.includes(value)) return;
  if (typeof value !== "string") run.add("type", "a string", value);
  else run.add("enum", names.length > 1 ? `one of ${quoted(names)}` : quoted(names), value, run.lenient);
};

/** Any of these, where nothing in the value says which: the first that fits, or else the one that tolerates least. */
export const either =
  (...checks) =>
  (value, run) => {
    let nearest;
    const expected = [];
    for (const check of checks) {
      const trial = run.trial(check, value);
      if (trial.found.length === 0) return;
      if (!nearest || rank(trial) < rank(nearest)) nearest = trial;
      for (const { path, keyword, expected: one } of trial.found) {
        if (path.length === 0 && (keyword === "type" || keyword === "enum")) expected.push(one);
      }
    }
    if (nearest && nearest.faults === 0) run.adopt(nearest);
    else if (nearest && rank(nearest) < OTHER) run.adopt(nearest);
    else run.add("anyOf", [...new Set(expected)].join(", or ") || "another form", value);
  };

/** From here on a form is not what a value was meant to be. */
const OTHER = 1e9;

/** How far a value is from a form: another type, or another value where one is fixed, means that it is another form. */
const rank = ({ found, faults }) => {
  const other = found.some(
    ({ path, keyword, tolerated }) =>
      !tolerated && ((path.length === 0 && keyword === "type") || (path.length <= 1 && keyword === "enum")),
  );
  // Null for a member that is left out otherwise is less of a difference than anything else that is tolerated.
  const weight = ({ keyword, tolerated }) => (tolerated ? (keyword === "type" ? 1 : KEPT) : 0);
  return (other ? OTHER : 0) + faults * KEPT * KEPT + found.reduce((sum, one) => sum + weight(one), 0);
};

/** A type by name. It is put together at its first use, so that types may refer to each other in any order. */
export const define = (build) => {
  let check;
  return (value, run) => {
    check ??= build();
    run.depth += 1;
    if (run.depth > DEPTH) run.add("depth", `no more than ${DEPTH} types in each other`, value);
    else check(value, run);
    run.depth -= 1;
  };
};

/** What is wrong, in words. */
function describe({ keyword, expected, value }) {
  if (keyword === "required") return `missing \`${expected}\``;
  if (keyword === "additionalProperties") return `unexpected member \`${cut(expected, 60)}\``;
  return `expected ${expected}, found ${brief(value)}`;
}

const escaped = (step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1");

function issue(found) {
  const path = [...found.path].reverse();
  const pointer = path.map((step) => `/${escaped(step)}`).join("");
  return { message: describe(found), path, pointer, keyword: found.keyword, tolerated: found.tolerated };
}

/** A payload of a method, by the rules of the direction in which it travels. */
export function schema(check, direction) {
  const lenient = direction === "incoming";
  const inspect = (value) => {
    const run = new Run(lenient, 0);
    check(value, run);
    // Mostly there is nothing to report: then nothing is copied either.
    return run.found.length === 0 ? NONE : run.found.map(issue).sort((a, b) => a.tolerated - b.tolerated);
  };
  const validate = (value) => {
    const issues = inspect(value).filter((one) => !one.tolerated);
    return issues.length > 0 ? { issues } : { value };
  };
  return { direction, inspect, "~standard": { version: 1, vendor: "methodic", validate } };
}

const NONE = Object.freeze([]);
