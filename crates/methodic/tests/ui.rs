//! Misuse of `protocol!` and `#[wire]` does not compile, and the message names the entry or the type.
//!
//! After a message was changed: `TRYBUILD=overwrite cargo test -p methodic --test ui`, then read what was written.

#[test]
fn misuse_is_explained() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/ui/pass/*.rs");
    cases.compile_fail("tests/ui/fail/*.rs");
}
