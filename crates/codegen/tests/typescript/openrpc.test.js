// The OpenRPC documents, as the tools of OpenRPC read them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { validateOpenRPCDocument } from "@open-rpc/schema-utils-js";

const schema = new URL("../../../../schema/", import.meta.url);
const read = (file) => JSON.parse(readFileSync(new URL(file, schema), "utf8"));

/** All references of a value, wherever they stand. */
function* references(value) {
  if (typeof value !== "object" || value === null) return;
  if (typeof value.$ref === "string") yield value.$ref;
  for (const inner of Object.values(value)) yield* references(inner);
}

for (const folder of ["", "experimental/"]) {
  const document = read(`${folder}openrpc.json`);
  const { methods } = read(`${folder}methods.json`);

  test(`schema/${folder}openrpc.json is what the specification asks for`, () => {
    const verdict = validateOpenRPCDocument(document);
    assert.equal(verdict, true, String(verdict));
    const broken = structuredClone(document);
    delete broken.methods[0].params[0].schema;
    assert.notEqual(validateOpenRPCDocument(broken), true);
    for (const target of new Set(references(document))) {
      const name = target.replace("#/components/schemas/", "");
      assert.ok(Object.hasOwn(document.components.schemas, name), target);
    }
  });

  test(`schema/${folder}openrpc.json has the methods of the table, and what each takes`, () => {
    assert.deepEqual(
      document.methods.map((method) => [method.name, method["x-direction"], "result" in method ? "request" : "notification"]),
      methods.map(({ method, direction, kind }) => [method, direction, kind]),
    );
    for (const { name, params, ...method } of document.methods) {
      const order = params.map(({ required }) => required);
      assert.deepEqual(order, order.toSorted((a, b) => b - a), `${name}: what must be there comes first`);
      const definition = document.components.schemas[method["x-params"]?.$ref.replace("#/components/schemas/", "")];
      // What alternatives add is not among the properties.
      if (definition?.properties === undefined || definition.oneOf) continue;
      const required = params.filter((param) => param.required).map((param) => param.name);
      assert.deepEqual(params.map((param) => param.name).toSorted(), Object.keys(definition.properties).toSorted(), name);
      assert.deepEqual(required.toSorted(), (definition.required ?? []).toSorted(), name);
    }
    const login = document.methods.find(({ name }) => name === "account/login/start");
    const tag = login.params.find(({ name }) => name === "type");
    assert.ok(tag.required && tag.schema.enum.includes("apiKey"), JSON.stringify(tag));
  });
}
