// Validation of Library, generated from its Rust declaration. Do not edit.
import type { MessageCheck, ValidationOptions } from "../../runtime/validation.js";

export { ValidationError, createValidationOf } from "../../runtime/validation.js";
export type {
  MessageCheck,
  MessageDirection,
  Payload,
  PayloadSchema,
  PayloadSchemas,
  Schemas,
  StandardProps,
  ValidationIssue,
  ValidationMode,
  ValidationOptions,
  ValidationProblem,
} from "../../runtime/validation.js";

/**
 * Validation of all methods: what the option `validate` of `createClient` takes.
 *
 * ```js
 * const client = createClient(transport, { validate: createValidation({ mode: "strict", receive: "warn" }) });
 * ```
 */
export declare function createValidation(options?: ValidationOptions): MessageCheck;
