//! The name of a plan's snapshots: a template such as `nightly-{date}`.

use jiff::Zoned;

/// The least length of the fixed prefix. Snapshots that start with it are considered the plan's own and may be deleted.
pub(crate) const PREFIX: usize = 3;

const FIELDS: [&str; 3] = ["date", "time", "vm"];

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Date,
    Time,
    Vm,
}

/// A template: text, `{date}` (2026-11-27), `{time}` (0215) and `{vm}` (the machine's name).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template {
    parts: Vec<Part>,
}

impl std::str::FromStr for Template {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (mut parts, mut rest) = (Vec::new(), text);
        while !rest.is_empty() {
            let (before, field) = rest.split_once('{').map_or((rest, None), |(before, after)| (before, Some(after)));
            if before.contains('}') {
                return Err("a `}` without `{`".to_owned());
            }
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            let Some(field) = field else { break };
            let (field, after) = field.split_once('}').ok_or("a `{` without `}`")?;
            parts.push(match field {
                "date" => Part::Date,
                "time" => Part::Time,
                "vm" => Part::Vm,
                other => {
                    let near = crate::config::nearest(other, &FIELDS).unwrap_or("date");
                    return Err(format!(
                        "unknown field in braces: did you mean {{{near}}}? Known: {{date}}, {{time}}, {{vm}}"
                    ));
                }
            });
            rest = after;
        }
        let template = Self { parts };
        if template.prefix().trim_start().chars().count() < PREFIX {
            return Err(format!("must start with a fixed text of at least {PREFIX} characters, e.g. nightly-{{date}}"));
        }
        if !template.parts.contains(&Part::Date) {
            return Err("must contain {date}, so that each day's snapshot has its own name".to_owned());
        }
        Ok(template)
    }
}

impl Template {
    /// The fixed text at its start.
    pub(crate) fn prefix(&self) -> &str {
        match self.parts.first() {
            Some(Part::Text(text)) => text,
            _ => "",
        }
    }

    /// The name of a snapshot created at `now`.
    pub(crate) fn name(&self, now: &Zoned, vm: &str) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Date => now.strftime("%Y-%m-%d").to_string(),
            Part::Time => now.strftime("%H%M").to_string(),
            Part::Vm => vm.to_owned(),
        };
        self.parts.iter().map(part).collect()
    }

    /// Whether this template can produce a name, on any day or on the given one.
    pub(crate) fn matches(&self, name: &str, on: Option<&Zoned>) -> bool {
        let date = on.map_or_else(|| "????-??-??".to_owned(), |on| on.strftime("%Y-%m-%d").to_string());
        matches_parts(&self.parts, name, &date)
    }
}

/// Whether the text matches a pattern in which `?` is any digit.
fn is_like(text: &str, pattern: &str) -> bool {
    let like = |(c, p): (u8, u8)| if p == b'?' { c.is_ascii_digit() } else { c == p };
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(like)
}

fn matches_parts(parts: &[Part], name: &str, date: &str) -> bool {
    let digits = |pattern: &str, rest: &[Part]| {
        let (head, tail) = (name.get(..pattern.len()), name.get(pattern.len()..));
        head.is_some_and(|head| is_like(head, pattern)) && tail.is_some_and(|tail| matches_parts(rest, tail, date))
    };
    match parts {
        [] => name.is_empty(),
        [Part::Text(text), rest @ ..] => {
            name.strip_prefix(text.as_str()).is_some_and(|tail| matches_parts(rest, tail, date))
        }
        [Part::Date, rest @ ..] => digits(date, rest),
        [Part::Time, rest @ ..] => digits("????", rest),
        [Part::Vm, rest @ ..] => {
            name.char_indices().map(|(at, c)| at + c.len_utf8()).any(|end| matches_parts(rest, &name[end..], date))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(text: &str) -> Template {
        text.parse().unwrap()
    }

    #[test]
    fn invalid_templates_are_reported() {
        for (text, why) in [
            ("nightly", "{date}"),
            ("{date}", "at least 3"),
            ("ab{date}", "at least 3"),
            ("nightly-{dat}", "did you mean {date}"),
            ("nightly-{date", "`{` without"),
            ("nightly-date}", "`}` without"),
        ] {
            let reported = text.parse::<Template>().unwrap_err();
            assert!(reported.contains(why), "{text}: {reported}");
        }
    }

    #[test]
    fn names_of_a_day() {
        let now: Zoned = "2026-11-27T02:15:00+01:00[Europe/Berlin]".parse().unwrap();
        assert_eq!(template("nightly-{date}").name(&now, "web-1"), "nightly-2026-11-27");
        assert_eq!(template("auto-{vm}-{date}-{time}").name(&now, "web-1"), "auto-web-1-2026-11-27-0215");
        let plain = template("nightly-{date}");
        assert!(plain.matches("nightly-2026-11-27", None) && plain.matches("nightly-2026-11-27", Some(&now)));
        assert!(plain.matches("nightly-2026-11-26", None) && !plain.matches("nightly-2026-11-26", Some(&now)));
        for other in
            ["nightly-manual", "nightly-2026-11-27-x", "x-nightly-2026-11-27", "Nightly-2026-11-27", "nightly-"]
        {
            assert!(!plain.matches(other, None), "{other}");
        }
        assert!(template("auto-{vm}-{date}-{time}").matches("auto-web-1-2026-11-27-0359", Some(&now)));
        assert!(!template("auto-{vm}-{date}").matches("auto--2026-11-27", Some(&now)));
    }
}
