// A headless Chromium: the one that CHROME names, one on the PATH, or the one that npm has brought along.
import { execFileSync, spawn } from "node:child_process";
import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

function onPath() {
  for (const folder of (process.env.PATH ?? "").split(delimiter).filter(Boolean)) {
    for (const name of NAMES) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

/** Unpacks an archive of the package into a folder. */
async function unpack(archive, folder) {
  const tar = join(folder, "archive.tar");
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(tar));
  execFileSync("tar", ["-xf", tar, "-C", folder]);
  rmSync(tar);
}

/** The browser of the npm package, with the libraries that it ships for machines that have none; unpacked once. */
async function shipped() {
  const require = createRequire(import.meta.url);
  // Its package.json is not exported; its folder is found from its entry, build/esm/index.js.
  const root = fileURLToPath(new URL("../../", import.meta.resolve("@sparticuz/chromium")));
  const { version } = require(join(root, "package.json"));
  const folder = fileURLToPath(new URL(`../node_modules/.cache/chromium-${version}`, import.meta.url));
  const program = join(folder, "chromium");
  if (!existsSync(program)) {
    // In another folder first, lest an interrupted run leave half of it.
    const partial = `${folder}.${process.pid}`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    const packed = createReadStream(join(root, "bin/chromium.br"));
    const to = createWriteStream(join(partial, "chromium"), { mode: 0o755 });
    await pipeline(packed, createBrotliDecompress(), to);
    await unpack(join(root, "bin/swiftshader.tar.br"), partial);
    await unpack(join(root, "bin/al2023.tar.br"), partial);
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  }
  const lacksLibraries = /not found/.test(execFileSync("ldd", [program], { encoding: "utf8" }));
  return { program, env: lacksLibraries ? { LD_LIBRARY_PATH: join(folder, "lib") } : {} };
}

/** The browser's program and environment, or why there is none. */
export async function findChromium() {
  const named = process.env.CHROME;
  if (named && !existsSync(named)) return { missing: `CHROME names ${named}, which is not there` };
  if (named) return { program: named, env: {} };
  const installed = onPath();
  if (installed) return { program: installed, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64") {
    return { missing: "no Chromium on the PATH; the environment variable CHROME can name one" };
  }
  try {
    return await shipped();
  } catch (error) {
    return { missing: `the Chromium of @sparticuz/chromium could not be unpacked: ${error.message}` };
  }
}

/** Opens a page until the function that is returned is called. */
export function open({ program, env }, url) {
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  const flags = [
    "--headless",
    "--no-sandbox",
    "--no-zygote",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-proxy-server",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
  ];
  const options = { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "pipe"] };
  const child = spawn(program, [...flags, url], options);
  let printed = "";
  child.stderr.on("data", (chunk) => (printed = (printed + chunk).slice(-4000)));
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(`it did not start: ${error.message}`));
    child.on("close", (code, signal) => resolve(`it ended with ${signal ?? code}: ${printed}`));
  });
  return {
    /** Resolved when the browser has ended, with what it printed. */
    ended,
    async close() {
      child.kill("SIGKILL");
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
