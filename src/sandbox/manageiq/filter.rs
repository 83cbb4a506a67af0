//! `filter[]`: conditions as the server interprets them, including wildcards.

use jiff::Timestamp;
use serde_json::Value;

use super::record::{Model, Record};
use super::{Refused, error};

/// Longest first, because some are prefixes of others.
const OPERATORS: [&str; 10] = ["!==", "==", "!=", "=~", "!~", "<=", ">=", "=", "<", ">"];

/// Characters that are special in regular expressions, and the quotes.
const SPECIAL: [char; 16] = ['.', '^', '$', '|', '(', ')', '[', ']', '{', '}', '+', '?', '\\', '\'', '"', ','];

/// All conditions of a request.
pub(super) struct Filter {
    all: Vec<Condition>,
    any: Vec<Condition>,
}

struct Condition {
    attribute: String,
    operator: &'static str,
    wanted: Wanted,
}

enum Wanted {
    Null,
    Literal(String),
    /// A quoted value with wildcards.
    Glob(String),
    /// A regular expression, to the extent emulated: `.*` and anchors.
    Pattern {
        text: String,
        ignore_case: bool,
    },
    OneOf(Vec<String>),
    Time(Timestamp),
}

impl Filter {
    /// Parses the conditions; `None` if there are none.
    pub fn read(texts: &[&str], model: &Model) -> Result<Option<Self>, Refused> {
        let (mut all, mut any) = (Vec::new(), Vec::new());
        for text in texts {
            match text.strip_prefix("or ") {
                Some(text) => any.push(condition(text, model)?),
                None => all.push(condition(text, model)?),
            }
        }
        Ok((!texts.is_empty()).then_some(Self { all, any }))
    }

    /// Whether all of the plain conditions, or any of the `or` conditions, match.
    pub fn fits(&self, record: &Record) -> bool {
        let together = !self.all.is_empty() && self.all.iter().all(|condition| condition.fits(record));
        together || self.any.iter().any(|condition| condition.fits(record))
    }
}

fn condition(text: &str, model: &Model) -> Result<Condition, Refused> {
    let unknown = || error(400, format!("Unknown operator specified in filter {text}"));
    let at = text.find(['=', '!', '<', '>']).ok_or_else(unknown)?;
    let (attribute, rest) = (text[..at].trim(), &text[at..]);
    let operator = OPERATORS.into_iter().find(|operator| rest.starts_with(operator)).ok_or_else(unknown)?;
    let value = rest[operator.len()..].trim();
    let root = attribute.split(['.', '/']).next().unwrap_or_default();
    let known = if root == attribute { model.has_value(attribute) } else { model.relations.contains(&root) };
    if !known {
        return Err(error(400, format!("attribute {}-{attribute} does not exist", model.class)));
    }
    let wanted = wanted(attribute, operator, value)?;
    Ok(Condition { attribute: attribute.to_owned(), operator, wanted })
}

fn wanted(attribute: &str, operator: &str, value: &str) -> Result<Wanted, Refused> {
    let quoted = ['\'', '"'].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    if matches!(operator, "=~" | "!~") {
        let (text, ignore_case) = match value.strip_prefix('/').and_then(|rest| rest.rsplit_once('/')) {
            Some((text, options)) => (text, options.contains('i')),
            None => (value, false),
        };
        return Ok(Wanted::Pattern { text: text.to_owned(), ignore_case });
    }
    if let Some(text) = quoted {
        let glob = matches!(operator, "=" | "!=") && text.contains(['*', '%']);
        return Ok(if glob { Wanted::Glob(text.to_owned()) } else { Wanted::Literal(text.to_owned()) });
    }
    if matches!(operator, "=" | "!=") && (value.eq_ignore_ascii_case("null") || value.eq_ignore_ascii_case("nil")) {
        return Ok(Wanted::Null);
    }
    if let Some(list) = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).filter(|_| operator == "=") {
        return Ok(Wanted::OneOf(list.split(',').map(|entry| entry.trim().to_owned()).collect()));
    }
    if ["_on", "_time", "_at"].iter().any(|ending| attribute.ends_with(ending)) {
        if !matches!(operator, "=" | "<" | ">") {
            return Err(error(400, format!("Unsupported operator for datetime: {operator}")));
        }
        let date = || format!("{value}T00:00:00Z").parse::<Timestamp>();
        let time = value.parse::<Timestamp>().or_else(|_| date());
        return time.map(Wanted::Time).map_err(|_| error(400, format!("Bad format for datetime: {value}")));
    }
    Ok(Wanted::Literal(value.to_owned()))
}

impl Condition {
    fn fits(&self, record: &Record) -> bool {
        match self.attribute.split_once(['.', '/']) {
            None => self.fits_value(record.value(&self.attribute)),
            Some((relation, inner)) => {
                let related = record.relations.get(relation).and_then(Value::as_array);
                related.is_some_and(|entries| entries.iter().any(|entry| self.fits_value(entry.get(inner))))
            }
        }
    }

    fn fits_value(&self, value: Option<&Value>) -> bool {
        let negated = self.operator.starts_with('!');
        let Some(value) = value.filter(|value| !value.is_null()) else {
            return matches!(self.wanted, Wanted::Null) != negated;
        };
        let text = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let equal = match &self.wanted {
            Wanted::Null => false,
            // The real server turns this into a regular expression. Other special characters are not emulated and never
            // match.
            Wanted::Glob(pattern) if pattern.contains(SPECIAL) => false,
            Wanted::Glob(pattern) => glob(&pattern.replace('%', "*"), &text),
            Wanted::Pattern { text: pattern, ignore_case } => matches(pattern, &text, *ignore_case),
            Wanted::OneOf(wanted) => wanted.contains(&text),
            Wanted::Time(wanted) => {
                let Ok(time) = text.parse::<Timestamp>() else { return false };
                return ordered(self.operator, time.cmp(wanted));
            }
            Wanted::Literal(wanted) => {
                let numbers = text.parse::<i64>().ok().zip(wanted.parse::<i64>().ok());
                let order = numbers.map_or_else(|| text.cmp(wanted), |(value, wanted)| value.cmp(&wanted));
                return ordered(self.operator, order);
            }
        };
        equal != negated
    }
}

fn ordered(operator: &str, order: std::cmp::Ordering) -> bool {
    match operator {
        "<" => order.is_lt(),
        "<=" => order.is_le(),
        ">" => order.is_gt(),
        ">=" => order.is_ge(),
        "!=" | "!==" => order.is_ne(),
        _ => order.is_eq(),
    }
}

/// Whether the whole text matches a pattern in which `*` stands for any characters.
fn glob(pattern: &str, text: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut left) = text.strip_prefix(head) else { return false };
    loop {
        if glob(rest, left) {
            return true;
        }
        let mut characters = left.chars();
        if characters.next().is_none() {
            return false;
        }
        left = characters.as_str();
    }
}

fn matches(pattern: &str, text: &str, ignore_case: bool) -> bool {
    let fold = |text: &str| if ignore_case { text.to_lowercase() } else { text.to_owned() };
    let pattern = fold(pattern).replace(".*", "*");
    let (head, pattern) = pattern.strip_prefix('^').map_or(("*", pattern.as_str()), |rest| ("", rest));
    let (tail, pattern) = pattern.strip_suffix('$').map_or(("*", pattern), |rest| ("", rest));
    glob(&format!("{head}{pattern}{tail}"), &fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_go_from_end_to_end() {
        for (pattern, text) in [("aa*", "aa_A1"), ("*x*", "axb"), ("", ""), ("*", ""), ("a*b*c", "a1b2c"), ("é*", "éa")]
        {
            assert!(glob(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [("aa", "aab"), ("aa*", "baa"), ("a*c", "ab"), ("A*", "ab")] {
            assert!(!glob(pattern, text), "{pattern} {text}");
        }
        assert!(matches("^NIGHT.*1$", "nightly-1", true) && !matches("^ight", "night", false));
    }
}
