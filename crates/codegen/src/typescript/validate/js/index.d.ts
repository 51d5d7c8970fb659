import type { MessageCheck, ValidationOptions } from "@@root@@runtime/validation.js";

export { ValidationError, createValidationOf } from "@@root@@runtime/validation.js";
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
} from "@@root@@runtime/validation.js";

/**
 * Validation of all methods: what the option `validate` of `createClient` takes.
 *
 * ```js
 * const client = createClient(transport, { validate: createValidation({ mode: "strict", receive: "warn" }) });
 * ```
 */
export declare function createValidation(options?: ValidationOptions): MessageCheck;
