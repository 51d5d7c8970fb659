// Holds a generated package against a second, independent rendering of the same types.
//
// Each type is compared by itself: where one refers to another, both sides refer to the package's. So one mistake is
// one finding, and it names the type in which it is. That each type agrees by itself means that all agree as a whole.
import { join } from "node:path";
import { answers } from "./compiler.js";
import { declared, layout } from "./declarations.js";

/**
 * A type as the other side renders it.
 *
 * @typedef {object} Rendered
 * @property {string} name ends in `$Input` where it is what is written, and another type what is read
 * @property {string} rust where it comes from
 * @property {string} body
 */

/**
 * A class of intended differences.
 *
 * @typedef {object} Difference
 * @property {string} name names the TypeScript type in `rewrite`
 * @property {string} reason why the two sides differ, and which is right
 * @property {string} rewrite declarations, among them `type <name><T>`, which turns the other side's type into the
 *   package's, and leaves alone whatever is not of the class. `$Same<A, B>` and the package's `$types` are at hand.
 * @property {string[]} [types] the names of the types to which it applies; any that need it, where this is left out
 */

/**
 * What is wrong.
 *
 * @typedef {object} Finding
 * @property {"differs" | "missing" | "extra" | "stale"} kind
 * @property {string} name the type, or the class of differences
 * @property {string} message
 */

/**
 * Types that are alike in every respect, optional members and `any` included; being assignable would not be enough.
 * A name that begins with a dollar sign is never a type's own.
 */
const PRELUDE = `
type $Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
type $Flat<T> = { [K in keyof T]: T[K] };
`;

/**
 * Compares.
 *
 * @param {string} folder the package's folder, with `types.d.ts` and `methods.d.ts`
 * @param {Rendered[]} rendered
 * @param {Difference[]} differences
 * @returns {{ findings: Finding[], compared: number, used: Map<string, string[]> }} `used` are the types of each class
 */
export function compare(folder, rendered, differences) {
  const types = declared(join(folder, "types.d.ts"));
  const methods = declared(join(folder, "methods.d.ts"));
  const ours = new Map([...methods, ...types]);
  const pairs = pair(rendered, types, methods);
  const findings = [];
  for (const { name, target, rust } of pairs.filter((pair) => !pair.found)) {
    const message = `${rust} is rendered as \`${name}\`, and the package has no \`${target}\``;
    findings.push({ kind: "missing", name: target, message });
  }
  const met = new Set(pairs.map((pair) => pair.target));
  for (const name of types.keys()) {
    if (!met.has(name)) {
      const body = types.get(name).replaceAll("\n", "\n    ");
      const what = `the package declares \`${name}\`, and no Rust type is rendered as it`;
      const message = `${what}:\n    type ${name} = ${body}`;
      findings.push({ kind: "extra", name, message });
    }
  }

  const present = pairs.filter((pair) => pair.found);
  const prelude = declarations(folder, pairs, differences);
  const same = ({ mine, theirs }) => [`$Same<${mine}, ${theirs}>`, `$Same<$Flat<${mine}>, $Flat<${theirs}>>`];
  const results = answers(prelude, present.flatMap(same));
  const open = present.filter((_, index) => !results[2 * index] && !results[2 * index + 1]);

  const { used, rest } = explain(prelude, open, differences);
  for (const { name, rust, target, body } of rest) {
    const what = `\`${target}\` is not what ts-rs makes of ${rust}${side(name)}`;
    const message = `${what}\n${both(target, ours.get(target), layout(body))}`;
    findings.push({ kind: "differs", name: target, message });
  }
  findings.push(...stale(differences, used));
  return { findings, compared: present.length, used };
}

/** Which type of the package each rendered one is to be like. */
function pair(rendered, types, methods) {
  const names = new Set(rendered.map(({ name }) => name.replace(/\$Input$/, "")));
  return rendered.map(({ name, rust, body }, index) => {
    const plain = name.replace(/\$Input$/, "");
    // The package declares what is written apart only where it differs from what is read.
    const split = plain !== name && types.has(`${plain}Input`) && !names.has(`${plain}Input`);
    const target = split ? `${plain}Input` : plain;
    const found = types.has(target) || methods.has(target);
    const mine = `${types.has(target) ? "$types" : "$methods"}.${target}`;
    return { name, rust, body, target, found, mine, theirs: `$$${index}` };
  });
}

/** One declaration a line. */
function declarations(folder, pairs, differences) {
  const line = (text) => text.replace(/\s*\n\s*/g, " ").trim();
  const file = (name) => JSON.stringify(join(folder, name).replaceAll("\\", "/"));
  return [
    `import type * as $types from ${file("types.js")};`,
    `import type * as $methods from ${file("methods.js")};`,
    ...PRELUDE.trim().split("\n"),
    ...differences.map(({ rewrite }) => line(rewrite)),
    // What one type calls another by means the package's.
    ...pairs.map(({ name, mine, found }) => `type ${name} = ${found ? mine : `{ missing: ${JSON.stringify(name)} }`};`),
    ...pairs.map(({ theirs, body }) => `type ${theirs} = ${line(layout(body))};`),
  ];
}

/** Finds, for each type that differs, the least set of classes that says why. */
function explain(prelude, open, differences) {
  const used = new Map(differences.map(({ name }) => [name, []]));
  const tries = open.flatMap((pair) => {
    const may = differences.filter(({ types }) => !types || types.includes(pair.target));
    return subsets(may).map((set) => ({ pair, set }));
  });
  const questions = tries.map(({ pair, set }) => {
    const rewritten = set.reduce((type, { name }) => `${name}<${type}>`, `$Flat<${pair.theirs}>`);
    return `$Same<$Flat<${pair.mine}>, $Flat<${rewritten}>>`;
  });
  const results = answers(prelude, questions);
  const explained = new Set();
  tries.forEach(({ pair, set }, index) => {
    if (!results[index] || explained.has(pair)) return;
    explained.add(pair);
    for (const { name } of set) used.get(name).push(pair.target);
  });
  return { used, rest: open.filter((pair) => !explained.has(pair)) };
}

/** All sets of one and more, the small ones first. */
function subsets(all) {
  let sets = [[]];
  for (const one of all) sets = [...sets, ...sets.map((set) => [...set, one])];
  return sets.filter((set) => set.length > 0).sort((a, b) => a.length - b.length);
}

/** Differences that are declared and no longer there. */
function stale(differences, used) {
  const findings = [];
  for (const { name, types } of differences) {
    const found = new Set(used.get(name));
    if (!types && found.size === 0) {
      findings.push({ kind: "stale", name, message: `no type needs the class \`${name}\` any longer; remove it` });
    }
    for (const type of types ?? []) {
      if (!found.has(type)) {
        const message = `\`${type}\` does not need the class \`${name}\`, which lists it; take it off the list`;
        findings.push({ kind: "stale", name: type, message });
      }
    }
  }
  return findings;
}

const side = (name) => (name.endsWith("$Input") ? ", as it is written" : "");

/** Both declarations, with a mark on each line that only one has. */
function both(name, ours, theirs) {
  const [left, right] = [ours.split("\n"), theirs.split("\n")];
  const marked = (lines, others, mark) => {
    const known = new Set(others.map((other) => other.trim()));
    return lines.map((line) => `    ${known.has(line.trim()) ? " " : mark} ${line}`).join("\n");
  };
  return `  the package, ${name}:\n${marked(left, right, "-")}\n  ts-rs:\n${marked(right, left, "+")}`;
}
