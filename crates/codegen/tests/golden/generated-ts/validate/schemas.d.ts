// Validation of Library, generated from its Rust declaration. Do not edit.

import type {
  BookAddParams,
  BookAddResponse,
  BookSearchParams,
  BookSearchResponse,
  EnterParams,
  EnterResponse,
  LeaveResponse,
  LoanDueNotification,
  LoanRenewParams,
  LoanRenewResponse,
} from "../types.js";
import type { PayloadSchema, Schemas } from "../runtime/validation.js";

/** Params of "enter", as the server accepts it. */
export declare const enterParams: PayloadSchema<EnterParams>;

/** Result of "enter", as the server sends it. */
export declare const enterResult: PayloadSchema<EnterResponse>;

/** Params of "book/search", as the server accepts it. */
export declare const bookSearchParams: PayloadSchema<BookSearchParams>;

/** Result of "book/search", as the server sends it. */
export declare const bookSearchResult: PayloadSchema<BookSearchResponse>;

/** Params of "book/list", as the server accepts it. */
export declare const bookListParams: PayloadSchema<undefined>;

/** Result of "book/list", as the server sends it. */
export declare const bookListResult: PayloadSchema<BookSearchResponse>;

/** Params of "book/add", as the server accepts it. */
export declare const bookAddParams: PayloadSchema<BookAddParams>;

/** Result of "book/add", as the server sends it. */
export declare const bookAddResult: PayloadSchema<BookAddResponse>;

/** Params of "leave", as the server accepts it. */
export declare const leaveParams: PayloadSchema<undefined>;

/** Result of "leave", as the server sends it. */
export declare const leaveResult: PayloadSchema<LeaveResponse>;

/** Params of "loan/renew", as the server sends it. */
export declare const loanRenewParams: PayloadSchema<LoanRenewParams>;

/** Result of "loan/renew", as the server accepts it. */
export declare const loanRenewResult: PayloadSchema<LoanRenewResponse>;

/** Params of "present", as the server accepts it. */
export declare const presentParams: PayloadSchema<undefined>;

/** Params of "loan/due", as the server sends it. */
export declare const loanDueParams: PayloadSchema<LoanDueNotification>;

/** Params of "closing", as the server sends it. */
export declare const closingParams: PayloadSchema<undefined>;

/** All of them, by direction, payload and method. */
export declare const all: Required<Schemas>;
