// Runs the TypeScript compilers on programs that use the package.
import { spawn } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** The folder of the tests, where the package is installed. */
export const here = fileURLToPath(new URL("..", import.meta.url));

/** The compilers, by the names under which they are installed. */
export const compilers = ["typescript-5", "typescript-7"];

/** How a client's program may find its modules. */
export const resolutions = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];

/** The version of a compiler. */
export const versionOf = (compiler) => require(`${compiler}/package.json`).version;

/** The TypeScript files of a folder of the tests. */
export const inFolder = (folder) =>
  readdirSync(join(here, folder)).filter((file) => file.endsWith(".ts")).map((file) => `./${folder}/${file}`);

/** Runs a compiler on a configuration and gives its status with what it printed. */
export async function compile(compiler, name, options, files, flags = []) {
  const config = join(here, `tsconfig.${name}.tmp.json`);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2023", "dom"],
    types: [],
    verbatimModuleSyntax: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    noUncheckedIndexedAccess: true,
    // Declarations are under test too, unless a test says that another one looks at them.
    skipLibCheck: false,
    ...options,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  try {
    const tsc = join(dirname(require.resolve(`${compiler}/package.json`)), "bin", "tsc");
    const child = spawn(process.execPath, [tsc, "--pretty", "false", "-p", config, ...flags]);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    const status = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
    return { status, output };
  } finally {
    rmSync(config, { force: true });
  }
}

/** Runs a compiler on the text of one program. */
export async function compileText(compiler, name, options, text, flags) {
  const file = join(here, `${name}.tmp.ts`);
  writeFileSync(file, text);
  try {
    return await compile(compiler, name, options, [file], flags);
  } finally {
    rmSync(file, { force: true });
  }
}
