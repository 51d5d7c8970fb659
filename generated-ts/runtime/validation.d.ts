// Validation of AppServerProtocol, generated from its Rust declaration. Do not edit.
// Validation of what a client sends and receives, by method. No types of any library are needed to use it.
import type { MessageCheck } from "./options.js";

export type { MessageCheck };

/** Which payload of a method: what it carries, or what answers it. */
export type Payload = "params" | "result";

/** Who wrote it: this client, or its peer. */
export type MessageDirection = "outgoing" | "incoming";

/** What to do: nothing; report; or report and refuse what has faults. */
export type ValidationMode = "off" | "warn" | "strict";

/** One thing that does not fit. */
export interface ValidationIssue {
  /** What was expected, and what was found. */
  readonly message: string;
  /** The place, as member names and item numbers. */
  readonly path: readonly (string | number)[];
  /** The place as a JSON pointer (RFC 6901); empty for the whole payload. */
  readonly pointer: string;
  /** The kind of fault, named as in JSON Schema where that has a word for it. */
  readonly keyword: string;
  /** Whether it is let pass, because a newer peer may know more than this package. */
  readonly tolerated: boolean;
}

/** The members of a Standard Schema (https://standardschema.dev, version 1). */
export interface StandardProps<T> {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (
    value: unknown,
  ) => { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly ValidationIssue[] };
  readonly types?: { readonly input: unknown; readonly output: T } | undefined;
}

/** A payload of one method, by the rules of the direction in which it travels. It is a Standard Schema. */
export interface PayloadSchema<T> {
  readonly direction: MessageDirection;
  /** All that does not fit, faults before what is tolerated; empty where everything fits. */
  readonly inspect: (value: unknown) => readonly ValidationIssue[];
  readonly "~standard": StandardProps<T>;
}

/** The schemas of some methods, by wire name. */
export type PayloadSchemas = { readonly [method: string]: PayloadSchema<unknown> };

/** The schemas that a client needs. */
export interface Schemas {
  readonly outgoing?: { readonly params?: PayloadSchemas; readonly result?: PayloadSchemas };
  readonly incoming?: { readonly params?: PayloadSchemas; readonly result?: PayloadSchemas };
}

/** What does not fit about one payload. */
export interface ValidationProblem {
  readonly method: string;
  readonly what: Payload;
  readonly direction: MessageDirection;
  /** The payload. */
  readonly value: unknown;
  readonly issues: readonly ValidationIssue[];
  /** All of it as an error, whose message fits a log. */
  readonly error: ValidationError;
  /** Whether the error is thrown: in mode `strict`, where not everything is tolerated. */
  readonly refused: boolean;
}

/** How to validate. */
export interface ValidationOptions {
  /** For both directions; `strict` where nothing is said. */
  readonly mode?: ValidationMode | undefined;
  /** For what is sent, instead of `mode`. */
  readonly send?: ValidationMode | undefined;
  /** For what is received, instead of `mode`. */
  readonly receive?: ValidationMode | undefined;
  /**
   * Told of every payload that does not fit, the tolerated ones included; it must not throw. Without it, the mode
   * `warn` writes to the console.
   */
  readonly onProblem?: ((problem: ValidationProblem) => void) | undefined;
}

/** What a method carries does not fit its type. */
export declare class ValidationError extends Error {
  readonly name: "ValidationError";
  readonly method: string;
  readonly what: Payload;
  readonly direction: MessageDirection;
  /** The place of the first issue, as a JSON pointer into the payload. */
  readonly pointer: string;
  readonly issues: readonly ValidationIssue[];
  constructor(problem: {
    method: string;
    what: Payload;
    direction: MessageDirection;
    issues: readonly ValidationIssue[];
  });
}

/**
 * Validation of the methods whose schemas are given; messages of others pass unseen. A bundler keeps only those
 * schemas, and the types that they need.
 *
 * ```js
 * import { someMethodParams } from ".../validate/schemas";
 * const validate = createValidationOf({ outgoing: { params: { "some/method": someMethodParams } } });
 * ```
 */
export declare function createValidationOf(schemas: Schemas, options?: ValidationOptions): MessageCheck;
