//! A small protocol that has every shape once: what a reader's terminal and a library's server say to each other.
#![allow(dead_code, unreachable_pub, reason = "each test binary uses its own part; the types of a protocol are public")]

pub mod v1;
pub mod v2;

methodic::protocol! {
    /// What a reader's terminal and the library's server say to each other.
    pub protocol Library { name: "library", title: "Library" }

    client requests ClientRequest, ClientResponse {
        /// Opens the door. Comes first.
        Enter => "enter" { params: v1::EnterParams, response: v1::EnterResponse },
        /// Looks for books.
        ///
        /// The answer comes in pages: the cursor of one answer asks for the next.
        BookSearch => "book/search" { params: v2::BookSearchParams, response: v2::BookSearchResponse },
        /// All books at once.
        #[deprecated("book/search")]
        BookList => "book/list" { response: v2::BookSearchResponse },
        /// Adds a book to the catalogue; the answer is the book as the catalogue has it.
        BookAdd => "book/add" { params: v2::BookAddParams, response: v2::BookAddResponse },
        /// Has a machine turn the pages of a book.
        #[experimental("book/scan")]
        BookScan => "book/scan" { params: v2::BookScanParams, response: v2::BookScanResponse },
        /// Closes the door.
        Leave => "leave" { response: v2::LeaveResponse },
    }

    server requests ServerRequest, ServerResponse {
        /// Asks the reader whether a loan is to be renewed.
        LoanRenew => "loan/renew" { params: v2::LoanRenewParams, response: v2::LoanRenewResponse },
    }

    client notifications ClientNotification {
        /// The reader is still here.
        Present => "present",
    }

    server notifications ServerNotification {
        /// A book is to be brought back.
        LoanDue => "loan/due" { params: v2::LoanDueNotification },
        /// A scan has come further.
        #[experimental("book/scan")]
        ScanProgress => "book/scan/progress" { params: v2::ScanProgressNotification },
        /// The library closes in a minute.
        Closing => "closing",
    }
}
