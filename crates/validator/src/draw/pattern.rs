//! Texts that match a regular expression, drawn from the expression itself.

use regex_syntax::hir::{Class, Hir, HirKind};

use super::Choices;

/// How many more than the least a repetition without an end gives at most.
const MORE: u32 = 3;

/// A text that matches `pattern` somewhere; `None` for one that cannot be read, or that looks around.
pub(super) fn matching(pattern: &str, choices: &mut Choices<'_>) -> Option<String> {
    let hir = regex_syntax::Parser::new().parse(pattern).ok()?;
    let mut text = String::new();
    write(&hir, choices, &mut text)?;
    Some(text)
}

fn write(hir: &Hir, choices: &mut Choices<'_>, text: &mut String) -> Option<()> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(Class::Unicode(class)) => {
            let range = choices.pick(class.ranges())?;
            let width = (range.end() as u32 - range.start() as u32).min(64);
            let offset = u32::try_from(choices.below(width as usize + 1)).ok()?;
            // In a range across the surrogates the offset may hit one, which is no character.
            text.push(char::from_u32(range.start() as u32 + offset).unwrap_or(range.start()));
        }
        HirKind::Class(Class::Bytes(class)) => text.push(char::from(choices.pick(class.ranges())?.start())),
        HirKind::Repetition(repetition) => {
            let most =
                repetition.max.unwrap_or(repetition.min.saturating_add(MORE)).min(repetition.min.saturating_add(MORE));
            let more = u32::try_from(choices.below((most - repetition.min) as usize + 1)).ok()?;
            for _ in 0..repetition.min + more {
                write(&repetition.sub, choices, text)?;
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, choices, text)?,
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| write(part, choices, text))?,
        HirKind::Alternation(parts) => write(choices.pick(parts)?, choices, text)?,
    }
    Some(())
}
