//! From the text of a `compat.toml` to a policy.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::Text;
use super::{Day, Levels, Pin, Policy, PolicyError, Waiver};
use crate::finding::Level;
use crate::rule::Rule;

const KEYS: [&str; 6] = ["fail-on", "experimental", "unknown-notifications", "open-enums", "rules", "waiver"];
const DIRECTIONS: [&str; 2] = ["input", "output"];
const WAIVER: [&str; 6] = ["rule", "path", "baseline", "current", "reason", "expires"];
const LEVELS: [(&str, Level); 3] = [("wire", Level::Wire), ("source", Level::Source), ("info", Level::Info)];

impl Policy {
    /// Reads a policy that speaks about these rules.
    ///
    /// # Errors
    /// What is wrong, and in which line.
    pub fn parse(text: &str, rules: &[&Rule]) -> Result<Self, PolicyError> {
        let source = Text(text);
        let root = DeTable::parse(text).map_err(|error| {
            source.error(&error.span().unwrap_or(text.len()..text.len()), format!("no TOML: {}", error.message()))
        })?;
        let ids: Vec<&str> = rules.iter().map(|rule| rule.id).collect();
        let mut policy = Self::default();
        for (key, value) in root.get_ref() {
            match key.get_ref().as_ref() {
                "fail-on" => policy.fail_on = source.choice(value, "`fail-on`", &LEVELS[..2])?,
                "experimental" => {
                    policy.experimental =
                        source.choice(value, "`experimental`", &[("exempt", false), ("check", true)])?;
                }
                "unknown-notifications" => {
                    let choices = [("ignored", true), ("rejected", false)];
                    policy.unknown_notifications_ignored = source.choice(value, "`unknown-notifications`", &choices)?;
                }
                "open-enums" => policy.open_enums = open_enums(source, value)?,
                "rules" => {
                    for (id, levels) in source.table(value, "`rules`")? {
                        if !ids.contains(&id.get_ref().as_ref()) {
                            return Err(source.unknown(&id.span(), "rule", id.get_ref(), &ids));
                        }
                        policy.levels.insert(id.get_ref().clone().into_owned(), rule_levels(source, levels)?);
                    }
                }
                "waiver" => {
                    let DeValue::Array(waivers) = value.get_ref() else {
                        let expected = "a list of tables, each begun with `[[waiver]]`";
                        return Err(source.mismatch(value, "`waiver`", expected, value.get_ref()));
                    };
                    for value in waivers {
                        policy.waivers.push(waiver(source, value, &ids)?);
                    }
                }
                other => return Err(source.unknown(&key.span(), "key", other, &KEYS)),
            }
        }
        policy.waivers.sort_by_key(|waiver| waiver.line);
        Ok(policy)
    }
}

fn open_enums(source: Text<'_>, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, PolicyError> {
    let DeValue::Array(names) = value.get_ref() else {
        return Err(source.mismatch(
            value,
            "`open-enums`",
            "a list of definitions, such as [\"v2/Status\"]",
            value.get_ref(),
        ));
    };
    names.iter().map(|name| source.string(name, "a name in `open-enums`").map(str::to_owned)).collect()
}

/// One level, or one for each direction.
fn rule_levels(source: Text<'_>, value: &Spanned<DeValue<'_>>) -> Result<Levels, PolicyError> {
    let table = match value.get_ref() {
        DeValue::String(_) => {
            let level = Some(source.choice(value, "the level", &LEVELS)?);
            return Ok(Levels { input: level, output: level });
        }
        DeValue::Table(table) => table,
        other => {
            let expected = "a level, or { input = \"…\", output = \"…\" }";
            return Err(source.mismatch(value, "the level", expected, other));
        }
    };
    let mut levels = Levels::default();
    for (key, value) in table {
        let level = Some(source.choice(value, "the level", &LEVELS)?);
        match key.get_ref().as_ref() {
            "input" => levels.input = level,
            "output" => levels.output = level,
            other => return Err(source.unknown(&key.span(), "direction", other, &DIRECTIONS)),
        }
    }
    Ok(levels)
}

fn waiver(source: Text<'_>, value: &Spanned<DeValue<'_>>, ids: &[&str]) -> Result<Waiver, PolicyError> {
    let table = source.table(value, "a waiver")?;
    let (mut rule, mut path, mut reason) = (None, None, None);
    let (mut baseline, mut current, mut expires) = (None, None, None);
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "rule" => {
                let id = source.string(value, "`rule`")?;
                if !ids.contains(&id) {
                    return Err(source.unknown(&value.span(), "rule", id, ids));
                }
                rule = Some(id.to_owned());
            }
            "path" => path = Some(source.string(value, "`path`")?.split_whitespace().collect::<Vec<_>>().join(" ")),
            "reason" => reason = Some(source.string(value, "`reason`")?.to_owned()),
            "baseline" => baseline = Some(pin(source, value, "`baseline`")?),
            "current" => current = Some(pin(source, value, "`current`")?),
            "expires" => {
                let day = match value.get_ref() {
                    DeValue::Datetime(datetime) => Day::of(datetime),
                    DeValue::String(text) => Day::parse(text),
                    _ => None,
                };
                expires = Some(day.ok_or_else(|| {
                    source.mismatch(value, "`expires`", "a day, such as 2027-01-31", value.get_ref())
                })?);
            }
            other => return Err(source.unknown(&key.span(), "key of a waiver", other, &WAIVER)),
        }
    }
    let needed = |found: Option<String>, key: &str, why: &str| {
        found.ok_or_else(|| source.error(&value.span(), format!("a waiver without `{key}`; {why}")))
    };
    Ok(Waiver {
        line: source.line(&value.span()),
        rule: needed(rule, "rule", "it waives the findings of one rule")?,
        path: needed(path, "path", "`--show-waivers` prints the one of each finding")?,
        reason: needed(reason, "reason", "say why the change is accepted")?,
        baseline,
        current,
        expires,
    })
}

fn pin(source: Text<'_>, value: &Spanned<DeValue<'_>>, what: &str) -> Result<Pin, PolicyError> {
    Pin::parse(source.string(value, what)?).map_err(|why| source.error(&value.span(), format!("{what} {why}")))
}
