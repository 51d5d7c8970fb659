// Types of Library, generated from its Rust declaration. Do not edit.

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
} from "./types.js";

/** Requests that the client sends, by method. */
export interface ClientRequests {
  /** Opens the door. Comes first. */
  "enter": { params: EnterParams; result: EnterResponse };
  /**
   * Looks for books.
   *
   * The answer comes in pages: the cursor of one answer asks for the next.
   */
  "book/search": { params: BookSearchParams; result: BookSearchResponse };
  /**
   * All books at once.
   *
   * @deprecated book/search
   */
  "book/list": { params: undefined; result: BookSearchResponse };
  /** Adds a book to the catalogue; the answer is the book as the catalogue has it. */
  "book/add": { params: BookAddParams; result: BookAddResponse };
  /** Closes the door. */
  "leave": { params: undefined; result: LeaveResponse };
}

/** Requests that the server sends, by method. */
export interface ServerRequests {
  /** Asks the reader whether a loan is to be renewed. */
  "loan/renew": { params: LoanRenewParams; result: LoanRenewResponse };
}

/** Notifications that the client sends, by method. */
export interface ClientNotifications {
  /** The reader is still here. */
  "present": { params: undefined };
}

/** Notifications that the server sends, by method. */
export interface ServerNotifications {
  /** A book is to be brought back. */
  "loan/due": { params: LoanDueNotification };
  /** The library closes in a minute. */
  "closing": { params: undefined };
}

/** What a method carries. */
export type ParamsOf<
  M extends keyof ClientRequests | keyof ServerRequests | keyof ClientNotifications | keyof ServerNotifications,
> = (ClientRequests & ServerRequests & ClientNotifications & ServerNotifications)[M]["params"];

/** What answers a request. */
export type ResultOf<M extends keyof ClientRequests | keyof ServerRequests> = (ClientRequests & ServerRequests)[M]["result"];

/** A notification of the server as it arrives; of all methods, or of those named. */
export type NotificationOf<M extends keyof ServerNotifications = keyof ServerNotifications> = {
  [K in M]: undefined extends ServerNotifications[K]["params"]
    ? { method: K; params?: undefined }
    : { method: K; params: ServerNotifications[K]["params"] };
}[M];
