// Compiles a flat bundle with Ajv in strict mode, and says of each case what Ajv says: null, or why it refuses.
import { readFileSync } from "node:fs";

import { compile } from "./strict.js";

const [bundleFile, casesFile] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const { ajv, compiled } = compile(read(bundleFile));
const verdicts = read(casesFile).map(({ definition, value }) => {
  const validate = compiled.get(definition);
  return validate(value) ? null : ajv.errorsText(validate.errors, { dataVar: "payload" });
});
process.stdout.write(JSON.stringify(verdicts));
