// The declarations of a package as text, for messages and for the question which there are. TypeScript's own parser
// reads them; whether two types agree is never decided here, but by the compiler.
import { readFileSync } from "node:fs";
import ts from "typescript-5";

/**
 * What a file of declarations declares, by name: what stands behind the equals sign, or an interface's body.
 *
 * @param {string} path
 * @returns {Map<string, string>}
 */
export function declared(path) {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ESNext);
  const found = new Map();
  for (const statement of file.statements) {
    if (ts.isTypeAliasDeclaration(statement)) {
      found.set(statement.name.text, print(statement.type, file));
    } else if (ts.isInterfaceDeclaration(statement)) {
      found.set(statement.name.text, print(ts.factory.createTypeLiteralNode(statement.members), file));
    }
  }
  return found;
}

/**
 * A type that stands alone, in the layout of those that `declared` gives.
 *
 * @param {string} body
 * @returns {string}
 */
export function layout(body) {
  const file = ts.createSourceFile("body.ts", `type Body = ${body};`, ts.ScriptTarget.ESNext);
  const [statement] = file.statements;
  return statement && ts.isTypeAliasDeclaration(statement) ? print(statement.type, file) : body;
}

/** Without comments, one member a line: what remains is what two declarations can differ in. */
function print(type, file) {
  return ts.createPrinter({ removeComments: true }).printNode(ts.EmitHint.Unspecified, type, file);
}
