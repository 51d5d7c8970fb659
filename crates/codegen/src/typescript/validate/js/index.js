import { createValidationOf } from "@@root@@runtime/validation.js";
import { all } from "./schemas.js";

export { ValidationError, createValidationOf } from "@@root@@runtime/validation.js";

/** Validation of all methods: what the option `validate` of `createClient` takes. */
export function createValidation(options) {
  return createValidationOf(all, options);
}
