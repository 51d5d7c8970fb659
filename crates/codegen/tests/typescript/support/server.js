// A server as a child process, for tests: it answers what it is asked, in the way that the test names as an argument.
import { createInterface } from "node:readline";

const [behaviour = "echo"] = process.argv.slice(2);
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

if (behaviour === "deaf") {
  process.on("SIGTERM", () => {});
  setInterval(() => {}, 1000);
  // Not before its handler is there.
  say({ method: "configWarning", params: { summary: "ready" } });
} else if (behaviour === "crash") {
  process.stdout.write('{"method":"error","params":{"last":true}}\n', () => process.exit(3));
} else if (behaviour === "half") {
  process.stdout.write('{"method":"error","params":{}}', () => process.exit(0));
} else {
  say({ method: "configWarning", params: { summary: "ready" } });
  const answers = {
    // The params come back.
    "thread/start": ({ id, params }) => say({ id, result: params }),
    // Asks something itself before it answers.
    "turn/start": ({ id }) => {
      say({ method: "item/tool/call", id: "ask", params: { tool: "t" } });
      asked = (message) => say({ id, result: message });
    },
    "account/logout": () => process.exit(7),
  };
  let asked;
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    const message = JSON.parse(line);
    if (message.method) answers[message.method]?.(message);
    else asked(message);
  });
  lines.on("close", () => process.exit(0));
}
