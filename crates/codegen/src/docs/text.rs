//! Doc comments as Markdown that stays in its place: in a paragraph, in a table's cell, or cut to one sentence.

/// A piece of a doc comment.
pub(super) enum Piece<'a> {
    /// Markdown as it was written.
    Plain(&'a str),
    /// What stands between backticks, with them.
    Code {
        /// All of it.
        whole: &'a str,
        /// What is between the backticks.
        content: &'a str,
    },
}

/// Splits a doc comment at its code spans. A backtick that nothing closes is plain.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(at) = text[from..].find('`').map(|at| from + at) {
        let run = text[at..].bytes().take_while(|byte| *byte == b'`').count();
        let Some(end) = closing(text, at + run, run) else {
            from = at + run;
            continue;
        };
        if start < at {
            pieces.push(Piece::Plain(&text[start..at]));
        }
        pieces.push(Piece::Code { whole: &text[at..end + run], content: &text[at + run..end] });
        (start, from) = (end + run, end + run);
    }
    if start < text.len() {
        pieces.push(Piece::Plain(&text[start..]));
    }
    pieces
}

/// Where the next run of exactly so many backticks begins.
fn closing(text: &str, mut from: usize, run: usize) -> Option<usize> {
    loop {
        let at = from + text[from..].find('`')?;
        let length = text[at..].bytes().take_while(|byte| *byte == b'`').count();
        if length == run {
            return Some(at);
        }
        from = at + length;
    }
}

/// Plain text whose angle brackets are no tags.
pub(super) fn without_tags(text: &str) -> String {
    if text.contains(['<', '>']) { text.replace('<', "&lt;").replace('>', "&gt;") } else { text.to_owned() }
}

/// Markdown as one line of a table's cell.
pub(super) fn cell(markdown: &str) -> String {
    let line = if markdown.contains('\n') {
        markdown.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    } else {
        markdown.trim().to_owned()
    };
    if line.contains('|') { line.replace('|', "\\|") } else { line }
}

/// The first sentence, without its full stop where that ends it.
pub(super) fn first_sentence(docs: &str) -> String {
    let paragraph: Vec<&str> = docs.trim().lines().take_while(|line| !line.trim().is_empty()).map(str::trim).collect();
    let paragraph = paragraph.join(" ");
    let mut end = paragraph.len();
    let mut at = 0;
    for piece in pieces(&paragraph) {
        match piece {
            Piece::Code { whole, .. } => at += whole.len(),
            Piece::Plain(text) => {
                if let Some(stop) = stop(text) {
                    end = at + stop;
                    break;
                }
                at += text.len();
            }
        }
    }
    paragraph[..end].trim_end_matches('.').to_owned()
}

/// Where a sentence ends that another one follows.
fn stop(text: &str) -> Option<usize> {
    text.match_indices(". ").map(|(at, _)| at).find(|at| {
        let next = text[at + 2..].trim_start().chars().next();
        // A code span may follow, which begins the next piece.
        next.is_none_or(char::is_uppercase)
    })
}

/// A word that begins a sentence.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Items as a person lists them.
pub(super) fn listed(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [front @ .., end] => format!("{} {last} {end}", front.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, cell, first_sentence, listed, pieces, without_tags};

    fn shown(text: &str) -> Vec<String> {
        let show = |piece: Piece<'_>| match piece {
            Piece::Plain(text) => text.to_owned(),
            Piece::Code { content, .. } => format!("code:{content}"),
        };
        pieces(text).into_iter().map(show).collect()
    }

    #[test]
    fn code_spans_end_at_as_many_backticks_as_they_begin_with() {
        assert_eq!(shown("a `b` c"), ["a ", "code:b", " c"]);
        assert_eq!(shown("`` a`b ``"), ["code: a`b "]);
        assert_eq!(shown("an open ` one and `a`"), ["an open ", "code: one and ", "a`"]);
        assert_eq!(shown("an open `` one and `a`"), ["an open `` one and ", "code:a"]);
        assert!(shown("").is_empty());
    }

    #[test]
    fn a_cell_is_one_line_without_a_column_of_its_own() {
        assert_eq!(cell("a | b\n\nc\n  d\n"), "a \\| b c d");
        assert_eq!(without_tags("List<T> & more"), "List&lt;T&gt; & more");
    }

    #[test]
    fn a_sentence_ends_where_another_begins() {
        for (docs, expected) in [
            ("Looks for books.", "Looks for books"),
            ("Looks for\nbooks. Then\nreads.\n\nMore.", "Looks for books"),
            ("Looks for `a. B` of v. 2 and more. `x` follows.", "Looks for `a. B` of v. 2 and more"),
            ("No stop\n\nMore.", "No stop"),
            ("", ""),
        ] {
            assert_eq!(first_sentence(docs), expected);
        }
    }

    #[test]
    fn lists_read_like_sentences() {
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(listed(&items, "and"), "a, b and c");
        assert_eq!((listed(&items[..1], "and"), listed(&[], "and")), ("a".into(), String::new()));
    }
}
