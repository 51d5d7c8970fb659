// Asks the TypeScript compiler yes-or-no questions about types, many in one run.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** A question that could not be asked, such as one about a type that does not exist. */
export class CompilerError extends Error {}

/**
 * Answers questions. Each is a type that is `true` or `false`.
 *
 * @param {string[]} prelude declarations that the questions use, one line each
 * @param {string[]} questions types, one line each
 * @returns {boolean[]} the answers, in order
 * @throws {CompilerError} where anything in it does not compile
 */
export function answers(prelude, questions) {
  if (questions.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), "agreement-"));
  try {
    const lines = [...prelude, ...questions.map((question, index) => `export const q${index}: ${question} = true;`)];
    writeFileSync(join(folder, "questions.ts"), `${lines.join("\n")}\n`);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["questions.ts"] }));
    const result = questions.map(() => true);
    const faults = [];
    for (const { file, line, code, message } of diagnostics(folder)) {
      const asked = file === "questions.ts" ? line - 1 - prelude.length : -1;
      // `true` does not fit `false`: that is an answer. All else says that there is none.
      if (asked >= 0 && code === "TS2322" && message === "Type 'true' is not assignable to type 'false'.") {
        result[asked] = false;
      } else {
        const where = file === "questions.ts" ? lines[line - 1] : `${file}:${line}`;
        faults.push(`${code}: ${message}\n    ${where}`);
      }
    }
    if (faults.length > 0) throw new CompilerError(faults.join("\n"));
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const compilerOptions = {
  strict: true,
  // Absent and undefined are two things.
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: "es2022",
  lib: ["es2022"],
  types: [],
  module: "nodenext",
  moduleResolution: "nodenext",
  // A package that does not compile by itself would make its types `any`.
  skipLibCheck: false,
  noErrorTruncation: true,
};

function diagnostics(folder) {
  const tsc = join(dirname(require.resolve("typescript-7/package.json")), "bin", "tsc");
  const options = { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 };
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [tsc, "--pretty", "false", "-p", "."], options);
  if (error) throw error;
  const found = [];
  for (const text of stdout.split("\n")) {
    const match = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/.exec(text.trimEnd());
    if (match) found.push({ file: match[1], line: Number(match[2]), code: match[3], message: match[4] });
  }
  if (status !== 0 && found.length === 0) throw new CompilerError(`tsc ended with ${status}: ${stdout}${stderr}`);
  return found;
}
