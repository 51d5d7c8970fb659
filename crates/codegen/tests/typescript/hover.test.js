// What an editor shows: the documentation of methods and fields, where the mouse rests.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import ts from "typescript-5";

import { here } from "./support/compile.js";

const file = join(here, "hover.tmp.ts");

/** A language service that knows one program, which need not be a file. */
function service(text) {
  const options = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const read = (name) => (name === file ? text : ts.sys.readFile(name));
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const found = read(name);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getCurrentDirectory: () => here,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    realpath: ts.sys.realpath,
  });
}

/** What is shown for the first place where a text stands. */
function hover(languageService, program, where) {
  const position = program.indexOf(where);
  assert.notEqual(position, -1);
  const info = languageService.getQuickInfoAtPosition(file, position + 1);
  assert.ok(info, `nothing is shown for ${where}`);
  return { shown: ts.displayPartsToString(info.displayParts), docs: ts.displayPartsToString(info.documentation) };
}

test("methods, fields and notifications show what they are for", () => {
  const program = `
import { createClient, type ClientRequests, type ServerNotifications, type NotificationOf } from "app-server-protocol";
import type { Transport } from "app-server-protocol/transport";
declare const transport: Transport;
const client = createClient(transport, { timeoutMs: 5 });
const started = await client.request("thread/start", { cwd: "/", ephemeral: true }, { signal: undefined });
export const shown = started.thread.preview;
export type Params = ClientRequests["turn/start"]["params"];
export const covered: { [M in keyof ServerNotifications]?: boolean } = { "turn/completed": true };
client.onNotification("turn/diff/updated", ({ diff }) => diff);
export type One = NotificationOf<"turn/started">;
`;
  const languageService = service(program);
  assert.deepEqual(languageService.getSemanticDiagnostics(file).map(({ messageText }) => messageText), []);
  const at = (where) => hover(languageService, program, where);

  const request = at("request(\"thread/start\"");
  assert.match(request.shown, /<"thread\/start">\(method: "thread\/start", params: ThreadStartParams, options\?:/);
  assert.match(request.shown, /Promise<ThreadStartResponse>/);
  assert.match(request.docs, /Sends a request and gives its result/);
  assert.match(at("createClient(transport").docs, /Connects to a server/);
  assert.match(at("onNotification").docs, /Calls a function with the params/);

  assert.match(at("\"turn/start\"]").docs, /agent|message|turn/i);
  assert.match(at("\"turn/completed\"").docs, /a turn has ended/);

  for (const field of ["cwd", "ephemeral", "preview", "diff })"]) assert.notEqual(at(field).docs, "", field);
  for (const field of ["timeoutMs", "signal"]) assert.notEqual(at(field).docs, "", field);
});

test("the methods are offered where one is expected", () => {
  const program = `
import type { Client } from "app-server-protocol";
declare const client: Client;
void client.request("");
void client.onNotification("", () => {});
void client.request("thread/start", { });
`;
  const languageService = service(program);
  const offered = (where) => {
    const found = languageService.getCompletionsAtPosition(file, program.indexOf(where) + where.length, {});
    return found.entries.map(({ name }) => name);
  };
  assert.ok(offered("client.request(\"").includes("thread/start"));
  assert.ok(!offered("client.request(\"").includes("turn/completed"));
  assert.ok(offered("client.onNotification(\"").includes("turn/completed"));
  assert.ok(offered("\"thread/start\", {").includes("cwd"));
});

test("every method, and every member of a stable type, has documentation", () => {
  const languageService = service('export type * from "app-server-protocol";');
  const program = languageService.getProgram();
  const bare = [];
  for (const source of program.getSourceFiles()) {
    if (!/generated-ts\/(types|methods)\.d\.ts$/.test(source.fileName)) continue;
    const visit = (node, name) => {
      const within = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) ? node.name.text : name;
      const isMethod = ts.isPropertySignature(node) && ts.isInterfaceDeclaration(node.parent);
      const isDeclared = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);
      if ((isMethod || isDeclared) && ts.getJSDocCommentsAndTags(node).length === 0) {
        bare.push(`${within}${isMethod ? `: ${node.name.getText()}` : ""}`);
      }
      ts.forEachChild(node, (child) => visit(child, within));
    };
    visit(source, "");
  }
  assert.deepEqual(bare, []);
});
