//! Applies the parameters of lists and gets to records: `expand`, `attributes`, `filter[]`, sorting, paging, links.

use std::cmp::Ordering;

use serde_json::{Map, Value, json};

use super::filter::Filter;
use super::{Refused, ReplyResult, error};
use crate::sandbox::context::Context;
use crate::sandbox::wire::{Reply, Request};

/// Describes a class of records.
pub(super) struct Model {
    /// The class name used in messages.
    pub class: &'static str,
    /// The columns of a complete record, in order.
    pub columns: &'static [&'static str],
    /// Columns that exist but are not emulated.
    pub hidden: &'static [&'static str],
    /// Computed attributes, sent on request.
    pub virtuals: &'static [&'static str],
    /// Relations to other records, sent on request.
    pub relations: &'static [&'static str],
}

impl Model {
    /// Whether an attribute has a single value that can be compared.
    pub fn has_value(&self, name: &str) -> bool {
        [self.columns, self.hidden, self.virtuals].iter().any(|names| names.contains(&name))
    }
}

/// A record before it is reduced to the requested fields.
pub(super) struct Record {
    pub href: String,
    pub columns: Map<String, Value>,
    pub virtuals: Map<String, Value>,
    pub relations: Map<String, Value>,
    /// Subcollections that `expand` can embed. Empty ones are omitted from the record.
    pub embedded: Map<String, Value>,
    pub actions: Vec<Value>,
}

impl Record {
    pub fn new(href: String, columns: Value) -> Self {
        let columns = match columns {
            Value::Object(columns) => columns,
            _ => Map::new(),
        };
        let (virtuals, relations, embedded) = (Map::new(), Map::new(), Map::new());
        Self { href, columns, virtuals, relations, embedded, actions: Vec::new() }
    }

    pub fn value(&self, name: &str) -> Option<&Value> {
        self.columns.get(name).or_else(|| self.virtuals.get(name))
    }

    /// The complete record: all columns, and the actions the role may perform.
    pub fn whole(&self) -> Value {
        self.shaped(&Shape::default())
    }

    /// The record as selected by `attributes` and `expand`.
    pub fn shaped(&self, shape: &Shape) -> Value {
        let mut shown = Map::new();
        shown.insert("href".to_owned(), self.href.clone().into());
        let trimmed = shape.attributes.iter().any(|name| self.columns.contains_key(name));
        for (name, value) in &self.columns {
            if !trimmed || name == "id" || shape.attributes.contains(name) {
                shown.insert(name.clone(), value.clone());
            }
        }
        for name in &shape.attributes {
            let related = |relation: &str| self.relations.get(relation).cloned();
            let value = match name.as_str() {
                "href_slug" => self.href.split_once("/api/").map(|(_, slug)| strip_version(slug).to_owned().into()),
                name => self.virtuals.get(name).cloned().or_else(|| related(name)),
            };
            if let Some(value) = value {
                shown.insert(name.clone(), value);
            }
        }
        for name in &shape.expand {
            if let Some(value) = self.embedded.get(name).filter(|value| value.as_array().is_some_and(|v| !v.is_empty()))
            {
                shown.insert(name.clone(), value.clone());
            }
        }
        let with_actions = !trimmed || shape.attributes.iter().any(|name| name == "actions");
        if with_actions && !self.actions.is_empty() {
            shown.insert("actions".to_owned(), self.actions.clone().into());
        }
        Value::Object(shown)
    }
}

fn strip_version(slug: &str) -> &str {
    match slug.strip_prefix('v').and_then(|rest| rest.split_once('/')) {
        Some((version, rest)) if version.starts_with(|c: char| c.is_ascii_digit()) => rest,
        _ => slug,
    }
}

/// The fields selected by `attributes` and `expand`.
#[derive(Default)]
pub(super) struct Shape {
    pub attributes: Vec<String>,
    pub expand: Vec<String>,
}

impl Shape {
    pub fn read(request: &Request, model: &Model) -> Result<Self, Refused> {
        let names = |parameter: &str| -> Vec<String> {
            let text = request.query(parameter).unwrap_or_default();
            text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
        };
        let (attributes, expand) = (names("attributes"), names("expand"));
        let known = |name: &str| {
            matches!(name, "id" | "href" | "href_slug" | "actions")
                || model.has_value(name)
                || model.relations.contains(&name.split(['.', '/']).next().unwrap_or_default())
        };
        let unknown: Vec<&str> = attributes.iter().map(String::as_str).filter(|name| !known(name)).collect();
        if !unknown.is_empty() {
            return Err(error(400, format!("Invalid attributes specified: {}", unknown.join(","))));
        }
        if let Some(both) = expand.iter().find(|name| attributes.contains(name)) {
            return Err(error(400, format!("Cannot expand subcollection {both} by name and virtual attribute")));
        }
        Ok(Self { attributes, expand })
    }

    fn expands(&self, name: &str) -> bool {
        self.expand.iter().any(|known| known == name)
    }
}

/// A list of records and the data around it.
pub(super) struct Collection<'a> {
    pub name: &'a str,
    pub model: &'a Model,
    pub records: Vec<Record>,
    /// The number of all records of the class, whatever their parent.
    pub total: usize,
    pub actions: Vec<Value>,
}

impl Collection<'_> {
    /// The response to a list request.
    pub fn page(self, request: &Request, ctx: &Context<'_>) -> ReplyResult {
        // Without brackets, the real server fails because it expects a list.
        if request.query("filter").is_some() {
            return Err(error(500, "undefined method `each' for an instance of String"));
        }
        let shape = Shape::read(request, self.model)?;
        let (offset, limit) = (number(request, "offset")?, number(request, "limit")?);
        if limit == Some(0) {
            return Err(error(400, "Limit must be greater than zero if offset is specified"));
        }
        // Larger limits are silently capped.
        let most = ctx.settings.page_size;
        let (offset, limit) = (offset.unwrap_or(0), limit.unwrap_or(most).min(most));

        let texts: Vec<&str> =
            request.query.iter().filter(|(name, _)| name == "filter[]").map(|(_, text)| text.as_str()).collect();
        let filter = Filter::read(&texts, self.model)?;
        let mut records: Vec<&Record> = self.records.iter().collect();
        if let Some(filter) = &filter {
            records.retain(|record| filter.fits(record));
        }
        sort(&mut records, request, self.model)?;

        let found = records.len();
        let paged: Vec<&Record> = records.into_iter().skip(offset).take(limit).collect();
        let all = if filter.is_some() { found } else { self.total };
        let mut reply = Map::new();
        reply.insert("name".to_owned(), self.name.into());
        reply.insert("count".to_owned(), self.total.into());
        reply.insert("subcount".to_owned(), paged.len().into());
        if filter.is_some() {
            reply.insert("subquery_count".to_owned(), found.into());
        }
        reply.insert("pages".to_owned(), all.div_ceil(limit).max(1).into());
        if request.query("hide") != Some("resources") {
            let whole = shape.expands("resources");
            let shown = |record: &&Record| if whole { record.shaped(&shape) } else { json!({ "href": record.href }) };
            reply.insert("resources".to_owned(), paged.iter().map(shown).collect());
        }
        if !self.actions.is_empty() {
            reply.insert("actions".to_owned(), self.actions.into());
        }
        reply.insert("links".to_owned(), links(request, offset, limit, all));
        Ok(Reply::json(200, Value::Object(reply)))
    }
}

fn number(request: &Request, name: &str) -> Result<Option<usize>, Refused> {
    let read = |text: &str| text.parse().map_err(|_| error(400, format!("Non numeric parameter: {name}")));
    request.query(name).map(read).transpose()
}

fn sort(records: &mut [&Record], request: &Request, model: &Model) -> Result<(), Refused> {
    let list = |name: &str| -> Vec<String> {
        let text = request.query(name).unwrap_or_default();
        text.split(',').filter(|entry| !entry.is_empty()).map(|entry| entry.trim().to_owned()).collect()
    };
    let (by, orders) = (list("sort_by"), list("sort_order"));
    if let Some(unknown) = by.iter().find(|name| !model.has_value(name)) {
        return Err(error(400, format!("{unknown} is not a valid attribute for {}", model.class)));
    }
    let ignore_case = list("sort_options").iter().any(|option| option == "ignore_case");
    records.sort_by(|a, b| {
        by.iter().enumerate().fold(Ordering::Equal, |order, (n, name)| {
            order.then_with(|| {
                let fold = ignore_case && orders.len() > n;
                let order = compare(a.value(name), b.value(name), fold);
                let down = orders.get(n).is_some_and(|order| matches!(order.as_str(), "desc" | "descending"));
                if down { order.reverse() } else { order }
            })
        })
    });
    Ok(())
}

fn compare(a: Option<&Value>, b: Option<&Value>, fold: bool) -> Ordering {
    let text = |value: Option<&Value>| match value {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(if fold { text.to_lowercase() } else { text.clone() }),
        Some(other) => Some(other.to_string()),
    };
    match (text(a), text(b)) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) => match (a.parse::<i64>(), b.parse::<i64>()) {
            (Ok(a), Ok(b)) => a.cmp(&b),
            _ => a.cmp(&b),
        },
    }
}

/// Links to the surrounding pages, based on a count that may include other machines.
fn links(request: &Request, offset: usize, limit: usize, all: usize) -> Value {
    let at = |offset: usize| {
        let query = request.raw_query.as_deref().unwrap_or_default();
        let mut found = false;
        let mut parts: Vec<String> = Vec::new();
        for part in query.split('&').filter(|part| !part.is_empty()) {
            let is_offset = part.starts_with("offset=");
            found |= is_offset;
            parts.push(if is_offset { format!("offset={offset}") } else { part.to_owned() });
        }
        if !found {
            parts.push(format!("offset={offset}"));
        }
        format!("{}{}?{}", request.base_url, request.path, parts.join("&"))
    };
    let mut links = Map::new();
    links.insert("self".to_owned(), at(offset).into());
    if offset + limit < all {
        links.insert("next".to_owned(), at(offset + limit).into());
    }
    if offset > 0 {
        links.insert("previous".to_owned(), at(offset.saturating_sub(limit)).into());
    }
    links.insert("first".to_owned(), at(0).into());
    // One past the end if the limit divides the count.
    links.insert("last".to_owned(), at(all - all % limit).into());
    Value::Object(links)
}
