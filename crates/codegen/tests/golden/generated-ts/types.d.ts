// Types of Library, generated from its Rust declaration. Do not edit.

/** Any JSON value. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue | undefined };

/** A book. The client leaves out what the catalogue fills in. */
export type Book = {
  /** How well it is kept. */
  condition: Condition;
  /** Its place in the catalogue. */
  id: BookId | null;
  /**
   * What it is written in.
   *
   * @default "english"
   */
  language: Language;
  /** What it is made of. */
  medium: Medium;
  /** Whatever the publisher says. */
  meta: JsonValue;
  /**
   * Its parts.
   *
   * @default []
   */
  parts: Part[];
  /** Where it is. */
  place: Place;
  /** What stands on the cover. */
  title: string;
};

/**
 * A book. The client leaves out what the catalogue fills in.
 *
 * As it is written; `Book` is what is read.
 */
export type BookInput = {
  /** How well it is kept. */
  condition: Condition;
  /** Its place in the catalogue. */
  id?: BookId | null;
  /**
   * What it is written in.
   *
   * @default "english"
   */
  language?: Language;
  /** What it is made of. */
  medium: MediumInput;
  /** Whatever the publisher says. */
  meta: JsonValue;
  /**
   * Its parts.
   *
   * @default []
   */
  parts?: Part[];
  /** Where it is. */
  place: PlaceInput;
  /** What stands on the cover. */
  title: string;
};

/** A book that the catalogue does not have yet. */
export type BookAddParams = {
  /** The book. */
  book: BookInput;
};

/** The book as the catalogue has it. */
export type BookAddResponse = {
  /** The book. */
  book: Book;
  /** The first of its name was found under another. */
  insteadOf: BookAddResponse | null;
};

/** A book's place in the catalogue. */
export type BookId = string;

/** What is looked for. Everything that is said must hold. */
export type BookSearchParams = {
  /** The cursor of the page before. */
  cursor?: string | null;
  /** Only in these languages, each once. */
  languages?: Language[];
  /**
   * How many books a page has.
   *
   * @default 20
   */
  limit?: number;
  /** Null for books without a note, a text for books with this note, absent for both. */
  note?: string | null;
  /**
   * The old name of `words`.
   *
   * @deprecated words
   */
  title?: string | null;
  /** Words of the title: `a*` stands for all that begin with `a` (and `/* *\/` for nothing). */
  words: string[];
  /** A name that is no identifier. */
  "x-trace"?: JsonValue;
  /** First and last year. */
  years?: [number, number] | null;
};

/** One page of what was found. */
export type BookSearchResponse = {
  /** The books. */
  books: Book[];
  /** How many books there are on all pages, by language. */
  counts: { [key: string]: number };
  /** Asks for the next page; null on the last. */
  cursor: string | null;
};

/** A card as it is read or as it is typed. */
export type Card =
  /** From the chip. */
  | number
  /** From the keyboard. */
  | string;

/** Any notification that the client sends. */
export type ClientNotification =
  /** The reader is still here. */
  | {
    method: "present";
  };

/** Any request that the client sends. */
export type ClientRequest =
  /** Opens the door. Comes first. */
  | {
    method: "enter";
    id: RequestId;
    params: EnterParams;
  }
  /**
   * Looks for books.
   *
   * The answer comes in pages: the cursor of one answer asks for the next.
   */
  | {
    method: "book/search";
    id: RequestId;
    params: BookSearchParams;
  }
  /**
   * All books at once.
   *
   * @deprecated book/search
   */
  | {
    method: "book/list";
    id: RequestId;
    params?: null;
  }
  /** Adds a book to the catalogue; the answer is the book as the catalogue has it. */
  | {
    method: "book/add";
    id: RequestId;
    params: BookAddParams;
  }
  /** Closes the door. */
  | {
    method: "leave";
    id: RequestId;
    params?: null;
  };

/** How well a book is kept. */
export type Condition =
  /** As new. */
  | "like_new"
  /** Nothing is missing. */
  | "read"
  /**
   * Nobody knows.
   *
   * @deprecated read
   */
  | "unknown";

/** Who comes in. */
export type EnterParams = {
  /** The number on the reader's card. */
  card: Card;
  /**
   * What the terminal can show.
   *
   * @default { "colours": false, "height": 25, "width": 80 }
   */
  screen?: Screen;
};

/** What the reader may do. */
export type EnterResponse = {
  /** How many books the reader may have. */
  allowance: number;
  /** What the librarian calls the reader; null for who is new. */
  nickname: string | null;
};

/** The answer to a request that failed. */
export type JSONRPCError = {
  /** Why it failed. */
  error: JSONRPCErrorError;
  /** The id of the request. */
  id: RequestId;
};

/** Why a request failed. */
export type JSONRPCErrorError = {
  /** A JSON-RPC error code, such as -32602 for params that do not fit. */
  code: number;
  /** Facts about the error, for programs. */
  data?: JsonValue;
  /** One line for people. */
  message: string;
};

/** Any message: which of the four it is follows from its members, never from what happens to parse. */
export type JSONRPCMessage =
  /** Has a method and an id. */
  | JSONRPCRequest
  /** Has a method and no id. */
  | JSONRPCNotification
  /** Has an id and a result. */
  | JSONRPCResponse
  /** Has an id and an error. */
  | JSONRPCError;

/** A message that is not answered. */
export type JSONRPCNotification = {
  /** The method's wire name. */
  method: string;
  /** What the method carries; absent where it carries nothing. */
  params?: JsonValue;
};

/** A call that is answered with the same id. */
export type JSONRPCRequest = {
  /** Chosen by the sender, and carried back by the answer. */
  id: RequestId;
  /** The method's wire name. */
  method: string;
  /** What the method takes; absent where it takes nothing. */
  params?: JsonValue;
  /** Ties the request to a distributed trace. */
  trace?: W3cTraceContext | null;
};

/** The answer to a request that succeeded. */
export type JSONRPCResponse = {
  /** The id of the request. */
  id: RequestId;
  /** What the method gives back. */
  result: JsonValue;
};

/** What a book is written in; a word for each says enough. */
export type Language = "english" | "german" | "oldNorse";

/** Nothing to say. */
export type LeaveResponse = Record<string, never>;

/** A book that is to be brought back. */
export type LoanDueNotification = {
  /** The book. */
  book: BookId;
  /** Where to bring it. */
  place?: Place;
};

/** Which loan it is about. */
export type LoanRenewParams = {
  /** The book. */
  book: BookId;
  /** Until when it can be kept, in seconds since 1970. */
  until: number;
  [key: string]: string | null | BookId | number | undefined;
};

/** What the reader says. */
export type LoanRenewResponse = {
  /** Whether to keep the book. */
  renew: boolean;
};

/** What a book is made of. */
export type Medium =
  /** Printed. */
  | {
    type: "paper";
    /** How many pages there are. */
    pages: number;
    /** In grams. */
    weight: number | null;
  }
  /** Spoken. */
  | {
    type: "audio";
    /** In seconds. */
    duration: number;
    /** Who reads; in order of appearance. */
    voices: string[];
  }
  /**
   * A row of pictures.
   *
   * @deprecated paper
   */
  | {
    type: "film";
    /** How many pictures there are. */
    pictures: number;
  }
  /** Gone. */
  | {
    type: "lost";
  };

/**
 * What a book is made of.
 *
 * As it is written; `Medium` is what is read.
 */
export type MediumInput =
  /** Printed. */
  | {
    type: "paper";
    /** How many pages there are. */
    pages: number;
    /** In grams. */
    weight?: number | null;
  }
  /** Spoken. */
  | {
    type: "audio";
    /** In seconds. */
    duration: number;
    /** Who reads; in order of appearance. */
    voices: string[];
  }
  /**
   * A row of pictures.
   *
   * @deprecated paper
   */
  | {
    type: "film";
    /** How many pictures there are. */
    pictures: number;
  }
  /** Gone. */
  | {
    type: "lost";
  };

/** A part of a book, which has parts. */
export type Part = {
  /** What stands over it. */
  heading: string;
  /** What it consists of. */
  parts: Part[];
};

/** Where a book is. */
export type Place =
  /** With a reader. */
  | "onLoan"
  /** On a shelf. */
  | {
    shelf: {
      /** Counted from the floor. */
      board: number | null;
      /** Counted from the door. */
      row: number;
    };
  }
  /** Wherever this says. */
  | {
    elsewhere: string;
  };

/**
 * Where a book is.
 *
 * As it is written; `Place` is what is read.
 */
export type PlaceInput =
  /** With a reader. */
  | "onLoan"
  /** On a shelf. */
  | {
    shelf: {
      /** Counted from the floor. */
      board?: number | null;
      /** Counted from the door. */
      row: number;
    };
  }
  /** Wherever this says. */
  | {
    elsewhere: string;
  };

/** A string or an integer, chosen by whoever sends the request; the response carries it back unchanged. */
export type RequestId = string | number;

/** A screen's size. The members are out of order on purpose: their default must not be. */
export type Screen = {
  /** Whether it shows colours. */
  colours: boolean;
  /** In lines. */
  height: number;
  /** In characters. */
  width: number;
};

/** Any notification that the server sends. */
export type ServerNotification =
  /** A book is to be brought back. */
  | {
    method: "loan/due";
    params: LoanDueNotification;
  }
  /** The library closes in a minute. */
  | {
    method: "closing";
  };

/** Any request that the server sends. */
export type ServerRequest =
  /** Asks the reader whether a loan is to be renewed. */
  | {
    method: "loan/renew";
    id: RequestId;
    params: LoanRenewParams;
  };

/** A position in a distributed trace, as W3C Trace Context defines it. */
export type W3cTraceContext = {
  /** Version, trace id, parent id and flags, in lower-case hexadecimal separated by dashes. */
  traceparent?: string | null;
  /** Vendors' own key-value pairs. */
  tracestate?: string | null;
};
