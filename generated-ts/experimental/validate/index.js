// Validation of AppServerProtocol, generated from its Rust declaration. Do not edit.
import { createValidationOf } from "../../runtime/validation.js";
import { all } from "./schemas.js";

export { ValidationError, createValidationOf } from "../../runtime/validation.js";

/** Validation of all methods: what the option `validate` of `createClient` takes. */
export function createValidation(options) {
  return createValidationOf(all, options);
}
