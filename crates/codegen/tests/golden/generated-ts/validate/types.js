// Validation of Library, generated from its Rust declaration. Do not edit.
// A check for every type, from those of the run time; ./schemas.js has those of each method.
import {
  any,
  boolean,
  define,
  either,
  int32,
  int64,
  keyed,
  list,
  map,
  number,
  object,
  oneOf,
  orNull,
  string,
  tagged,
  tuple,
  uint16,
  uint32,
  uint64,
  uint8,
  uniqueList,
  unset,
} from "../runtime/checks.js";

export const Book = /* @__PURE__ */ define(() => object({
  condition: Condition,
  id: orNull(BookId),
  language: Language,
  medium: Medium,
  meta: any,
  parts: list(Part),
  place: Place,
  title: string,
}));
export const BookInput = /* @__PURE__ */ define(() => object({
  condition: Condition,
  medium: MediumInput,
  meta: any,
  place: PlaceInput,
  title: string,
}, { id: orNull(BookId), language: Language, parts: list(Part) }));
export const BookAddParams = /* @__PURE__ */ define(() => object({ book: BookInput }));
export const BookAddResponse = /* @__PURE__ */ define(() => object({
  book: Book,
  insteadOf: orNull(BookAddResponse),
}));
export const BookId = /* @__PURE__ */ define(() => string);
export const BookSearchParams = /* @__PURE__ */ define(() => object({ words: list(string) }, {
  cursor: orNull(string),
  languages: uniqueList(Language),
  limit: uint32,
  note: orNull(string),
  title: orNull(string),
  "x-trace": any,
  years: orNull(tuple(int32, int32)),
}));
export const BookSearchResponse = /* @__PURE__ */ define(() => object({
  books: list(Book),
  counts: map(uint32),
  cursor: orNull(string),
}));
export const Card = /* @__PURE__ */ define(() => either(uint64, string));
export const Condition = /* @__PURE__ */ define(() => oneOf("like_new", "read", "unknown"));
export const EnterParams = /* @__PURE__ */ define(() => object({ card: Card }, { screen: Screen }));
export const EnterResponse = /* @__PURE__ */ define(() => object({ allowance: uint8, nickname: orNull(string) }, {}, {
  closed: true,
}));
export const Language = /* @__PURE__ */ define(() => oneOf("english", "german", "oldNorse"));
export const LeaveResponse = /* @__PURE__ */ define(() => object({}));
export const LoanDueNotification = /* @__PURE__ */ define(() => object({ book: BookId }, { place: unset(Place) }));
export const LoanRenewParams = /* @__PURE__ */ define(() => object({ book: BookId, until: int64 }, {}, {
  rest: orNull(string),
}));
export const LoanRenewResponse = /* @__PURE__ */ define(() => object({ renew: boolean }));
export const Medium = /* @__PURE__ */ define(() => tagged("type", {
  paper: object({ pages: uint32, weight: orNull(uint16) }),
  audio: object({ duration: number, voices: list(string) }),
  film: object({ pictures: uint32 }),
  lost: object({}),
}));
export const MediumInput = /* @__PURE__ */ define(() => tagged("type", {
  paper: object({ pages: uint32 }, { weight: orNull(uint16) }),
  audio: object({ duration: number, voices: list(string) }),
  film: object({ pictures: uint32 }),
  lost: object({}),
}));
export const Part = /* @__PURE__ */ define(() => object({ heading: string, parts: list(Part) }));
export const Place = /* @__PURE__ */ define(() => keyed(["onLoan"], {
  shelf: object({ board: orNull(uint32), row: uint32 }),
  elsewhere: string,
}));
export const PlaceInput = /* @__PURE__ */ define(() => keyed(["onLoan"], {
  shelf: object({ row: uint32 }, { board: orNull(uint32) }),
  elsewhere: string,
}));
export const Screen = /* @__PURE__ */ define(() => object({ colours: boolean, height: uint16, width: uint16 }));
