// Writes the types that json-schema-to-typescript generates from a flat bundle.
import { readFileSync, writeFileSync } from "node:fs";

import { compile } from "json-schema-to-typescript";

const [bundleFile, typesFile] = process.argv.slice(2);
const bundle = JSON.parse(readFileSync(bundleFile, "utf8"));

/** What says of a schema which values it lets pass; one with none of these lets every value pass. */
const LIMITS = ["type", "enum", "$ref", "allOf", "anyOf", "oneOf", "properties", "definitions"];

/** Takes from a schema, and from what is inside it, what the generator stumbles on. */
function prepare(schema) {
  if (typeof schema !== "object" || schema === null) return;
  // A variant with a title becomes a type of its own, which may take a definition's name from it.
  delete schema.title;
  // Free-form JSON that has a description would become an object.
  if (!LIMITS.some((keyword) => keyword in schema)) schema.tsType = "unknown";
  for (const keyword of ["definitions", "properties"]) Object.values(schema[keyword] ?? {}).forEach(prepare);
  for (const keyword of ["allOf", "anyOf", "oneOf"]) (schema[keyword] ?? []).forEach(prepare);
  for (const keyword of ["items", "additionalProperties"]) prepare(schema[keyword]);
}

prepare(bundle);
const types = await compile(bundle, "Bundle", { bannerComment: "", format: false, unreachableDefinitions: true });
writeFileSync(typesFile, types);
