// Validation of Library, generated from its Rust declaration. Do not edit.
// A schema for every payload of every method. Each is a Standard Schema, and is dropped by bundlers if unused.
import { absent, schema } from "../runtime/checks.js";
import * as types from "./types.js";

export const enterParams = /* @__PURE__ */ schema(types.EnterParams, "outgoing");
export const enterResult = /* @__PURE__ */ schema(types.EnterResponse, "incoming");
export const bookSearchParams = /* @__PURE__ */ schema(types.BookSearchParams, "outgoing");
export const bookSearchResult = /* @__PURE__ */ schema(types.BookSearchResponse, "incoming");
export const bookListParams = /* @__PURE__ */ schema(absent, "outgoing");
export const bookListResult = /* @__PURE__ */ schema(types.BookSearchResponse, "incoming");
export const bookAddParams = /* @__PURE__ */ schema(types.BookAddParams, "outgoing");
export const bookAddResult = /* @__PURE__ */ schema(types.BookAddResponse, "incoming");
export const leaveParams = /* @__PURE__ */ schema(absent, "outgoing");
export const leaveResult = /* @__PURE__ */ schema(types.LeaveResponse, "incoming");
export const loanRenewParams = /* @__PURE__ */ schema(types.LoanRenewParams, "incoming");
export const loanRenewResult = /* @__PURE__ */ schema(types.LoanRenewResponse, "outgoing");
export const presentParams = /* @__PURE__ */ schema(absent, "outgoing");
export const loanDueParams = /* @__PURE__ */ schema(types.LoanDueNotification, "incoming");
export const closingParams = /* @__PURE__ */ schema(absent, "incoming");

/** All of them, by direction, payload and method. */
export const all = {
  outgoing: {
    params: {
      enter: enterParams,
      "book/search": bookSearchParams,
      "book/list": bookListParams,
      "book/add": bookAddParams,
      leave: leaveParams,
      present: presentParams,
    },
    result: {
      "loan/renew": loanRenewResult,
    },
  },
  incoming: {
    params: {
      "loan/renew": loanRenewParams,
      "loan/due": loanDueParams,
      closing: closingParams,
    },
    result: {
      enter: enterResult,
      "book/search": bookSearchResult,
      "book/list": bookListResult,
      "book/add": bookAddResult,
      leave: leaveResult,
    },
  },
};
