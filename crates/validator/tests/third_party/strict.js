// Ajv in strict mode with all definitions of a flat bundle compiled, by name.
import Ajv from "ajv";

/** Where a schema holds other schemas: by name, in a list, or one alone. */
const BY_NAME = ["properties", "definitions"];
const LISTS = ["oneOf", "anyOf", "allOf"];
const SINGLE = ["items", "additionalProperties", "x-additionalProperties"];

/** The keywords of a schema and of all inside it. A member of `properties` or a default may have any name. */
function* keywords(schema) {
  if (typeof schema !== "object" || schema === null) return;
  yield* Object.keys(schema);
  for (const name of BY_NAME) for (const inner of Object.values(schema[name] ?? {})) yield* keywords(inner);
  for (const name of LISTS) for (const inner of schema[name] ?? []) yield* keywords(inner);
  for (const name of SINGLE) yield* keywords(schema[name]);
}

/** The validators of a bundle, and the Ajv that says what they found. */
export function compile(bundle) {
  // strictTypes, strictRequired and the rest follow from `strict`: what is odd in a schema throws.
  const ajv = new Ajv({ strict: true });
  ajv.addVocabulary([...new Set(keywords(bundle))].filter((name) => name.startsWith("x-")));

  // The integer types of the protocol. Of 64 bits the last value is a power of two once JavaScript has parsed it.
  for (const bits of [8, 16, 32, 64]) {
    const within = (low, end) => ({ type: "number", validate: (value) => value >= low && value < end });
    const [signed, unsigned] = [within(-(2 ** (bits - 1)), 2 ** (bits - 1)), within(0, 2 ** bits)];
    ajv.addFormat(`int${bits}`, signed).addFormat(`uint${bits}`, unsigned);
    if (bits === 64) ajv.addFormat("int", signed).addFormat("uint", unsigned);
  }
  ajv.addFormat("double", true).addFormat("float", true);

  ajv.addSchema({ ...bundle, $id: "mem:bundle" });
  const compiled = new Map();
  for (const name of Object.keys(bundle.definitions)) {
    compiled.set(name, ajv.compile({ $ref: `mem:bundle#/definitions/${name}` }));
  }
  return { ajv, compiled };
}
