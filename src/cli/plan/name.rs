//! The name of a plan's snapshots: a template such as `nightly-{date}`.

use jiff::Zoned;

/// A fixed prefix must be this long: what begins with it is taken for the plan's own, and may be deleted.
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
            return Err(format!("must begin with a fixed text of at least {PREFIX} characters, e.g. nightly-{{date}}"));
        }
        if !template.parts.contains(&Part::Date) {
            return Err("must contain {date}: it tells one night's snapshot from the next".to_owned());
        }
        Ok(template)
    }
}

impl Template {
    /// The fixed text at its beginning.
    pub(crate) fn prefix(&self) -> &str {
        match self.parts.first() {
            Some(Part::Text(text)) => text,
            _ => "",
        }
    }

    /// The name of a snapshot that is made now.
    pub(crate) fn name(&self, now: &Zoned, vm: &str) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Date => now.strftime("%Y-%m-%d").to_string(),
            Part::Time => now.strftime("%H%M").to_string(),
            Part::Vm => vm.to_owned(),
        };
        self.parts.iter().map(part).collect()
    }

    /// Whether a name is one that this template gives on some day, or on that one.
    pub(crate) fn fits(&self, name: &str, on: Option<&Zoned>) -> bool {
        let date = on.map_or_else(|| "????-??-??".to_owned(), |on| on.strftime("%Y-%m-%d").to_string());
        fits(&self.parts, name, &date)
    }
}

/// Whether the text matches digit by digit; `?` is any digit.
fn is_like(text: &str, pattern: &str) -> bool {
    let like = |(c, p): (u8, u8)| if p == b'?' { c.is_ascii_digit() } else { c == p };
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(like)
}

fn fits(parts: &[Part], name: &str, date: &str) -> bool {
    let digits = |pattern: &str, rest: &[Part]| {
        let (head, tail) = (name.get(..pattern.len()), name.get(pattern.len()..));
        head.is_some_and(|head| is_like(head, pattern)) && tail.is_some_and(|tail| fits(rest, tail, date))
    };
    match parts {
        [] => name.is_empty(),
        [Part::Text(text), rest @ ..] => name.strip_prefix(text.as_str()).is_some_and(|tail| fits(rest, tail, date)),
        [Part::Date, rest @ ..] => digits(date, rest),
        [Part::Time, rest @ ..] => digits("????", rest),
        [Part::Vm, rest @ ..] => {
            name.char_indices().map(|(at, c)| at + c.len_utf8()).any(|end| fits(rest, &name[end..], date))
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
    fn what_is_no_template_is_told() {
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
    fn names_of_a_night() {
        let now: Zoned = "2026-11-27T02:15:00+01:00[Europe/Berlin]".parse().unwrap();
        assert_eq!(template("nightly-{date}").name(&now, "web-1"), "nightly-2026-11-27");
        assert_eq!(template("auto-{vm}-{date}-{time}").name(&now, "web-1"), "auto-web-1-2026-11-27-0215");
        let plain = template("nightly-{date}");
        assert!(plain.fits("nightly-2026-11-27", None) && plain.fits("nightly-2026-11-27", Some(&now)));
        assert!(plain.fits("nightly-2026-11-26", None) && !plain.fits("nightly-2026-11-26", Some(&now)));
        for other in
            ["nightly-manual", "nightly-2026-11-27-x", "x-nightly-2026-11-27", "Nightly-2026-11-27", "nightly-"]
        {
            assert!(!plain.fits(other, None), "{other}");
        }
        assert!(template("auto-{vm}-{date}-{time}").fits("auto-web-1-2026-11-27-0359", Some(&now)));
        assert!(!template("auto-{vm}-{date}").fits("auto--2026-11-27", Some(&now)));
    }
}
