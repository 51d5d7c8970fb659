// The server and the judge of transcripts: built by cargo, started for a test, ended with it.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The folder of these tests, and that of the workspace. */
export const here = fileURLToPath(new URL(".", import.meta.url));
export const workspace = fileURLToPath(new URL("../../../../", import.meta.url));

/** Builds programs and gives their paths, by name; cargo does nothing where they are fresh. */
function build(...packages) {
  const args = ["build", "--quiet", "--message-format=json-render-diagnostics", ...packages.flatMap((name) => ["-p", name])];
  const printed = execFileSync("cargo", args, { cwd: workspace, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const built = printed.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return Object.fromEntries(built.filter((line) => line.executable).map((line) => [line.target.name, line.executable]));
}

export const programs = build("app-server", "methodic-cli");

/** A folder for one server, or several, one after the other. */
export const makeFolder = () => mkdtempSync(join(tmpdir(), "app-server-"));

/** A server that keeps its data in a folder, and a recording of what it says. */
export function start(folder, ...flags) {
  const data = join(folder, "data");
  const recording = join(folder, "session.ndjson");
  const args = ["--data-dir", data, "--record", recording, "--script", join(here, "script.json"), ...flags];
  const child = spawn(programs["app-server"], args, { stdio: ["pipe", "pipe", "pipe"] });
  // Who kills it goes on writing for a moment.
  child.stdin.on("error", () => {});
  let log = "";
  child.stderr.on("data", (chunk) => (log = (log + chunk).slice(-20_000)));
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(signal ?? code));
  });
  return {
    child,
    folder,
    data,
    /** Resolved when it has ended: its exit code, or the signal. */
    ended,
    /** The recordings of its connections, in the order in which they were made. */
    recordings: () => {
      const number = (name) => Number(/\.(\d+)\.ndjson$/.exec(name)?.[1] ?? 1);
      const names = readdirSync(folder).filter((name) => name.endsWith(".ndjson"));
      return names.sort((a, b) => number(a) - number(b)).map((name) => join(folder, name));
    },
    /** The last that it logged. */
    log: () => log,
    /** The address that it says it listens on. */
    async address() {
      for await (const line of createInterface({ input: child.stdout })) {
        const found = /ws:\/\/\S+/.exec(line);
        if (found) return found[0];
      }
      throw new Error(`the server did not say where it listens: ${log}`);
    },
    /** Ends it in good order, and gives its exit code. */
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** Removes a folder with all in it. */
export const remove = (folder) => rmSync(folder, { recursive: true, force: true });

/** Judges a recording, or other files, and gives the exit code with what was printed. */
export function methodic(...args) {
  const { status, stdout, stderr } = spawnSync(programs.methodic, args, { cwd: workspace, encoding: "utf8" });
  return { status, printed: stdout + stderr };
}
