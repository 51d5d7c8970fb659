// Ajv beside our validator, in one run: standard input has lines, each the name of a benchmark and a number of rounds;
// each is answered with the nanoseconds that the rounds took.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

import { compile } from "./strict.js";

const [bundleFile, methodsFile, corpusFile] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const bundle = read(bundleFile);
const lines = readFileSync(corpusFile, "utf8").trimEnd().split("\n");

let validators;
const benchmarks = {
  /** Parses each line, and asks the validator of its method's params. */
  validate() {
    if (validators === undefined) {
      const { compiled } = compile(bundle);
      const rows = read(methodsFile).methods;
      // The flat bundle has no namespaces.
      const bare = (name) => name.slice(name.lastIndexOf("/") + 1);
      validators = new Map(rows.map(({ method, params }) => [method, params && compiled.get(bare(params))]));
    }
    let valid = 0;
    for (const line of lines) {
      const { method, params } = JSON.parse(line);
      const validator = validators.get(method);
      if (!validator || validator(params)) valid += 1;
    }
    if (valid !== lines.length) throw new Error(`${lines.length - valid} messages are refused`);
  },
  /** Compiles all definitions. */
  compile() {
    compile(bundle);
  },
};

for await (const request of createInterface({ input: process.stdin })) {
  const [name, rounds] = request.split(" ");
  const start = process.hrtime.bigint();
  for (let round = 0; round < Number(rounds); round += 1) benchmarks[name]();
  process.stdout.write(`${process.hrtime.bigint() - start}\n`);
}
