// Compares a generated package with the types that ts-rs makes of the same Rust declarations.
//
//   node cli.js --package FOLDER --differences FILE < declarations.json
//
// `declarations.json` is what `methodic::ts::declarations` gives; FILE exports the intended differences. Prints what is
// wrong and exits with 1, or prints one line and exits with 0; with 2 where it could not compare.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { compare } from "./compare.js";

try {
  const { values } = parseArgs({ options: { package: { type: "string" }, differences: { type: "string" } } });
  if (!values.package || !values.differences) {
    throw new Error("usage: cli.js --package FOLDER --differences FILE < declarations.json");
  }
  const { default: differences } = await import(pathToFileURL(resolve(values.differences)));
  const rendered = JSON.parse(readFileSync(0, "utf8"));
  const { findings, compared, used } = compare(resolve(values.package), rendered, differences);
  for (const { kind, name, message } of findings) console.log(`${kind} ${name}: ${message}\n`);
  const classes = [...used].map(([name, types]) => `${name} ${types.length}`).join(", ");
  const verdict = findings.length === 0 ? "agree" : `compared, ${findings.length} findings`;
  console.log(`${compared} types ${verdict}; intended differences: ${classes || "none"}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`cannot compare: ${error.message}`);
  process.exitCode = 2;
}
