//! Applies the parameters of lists and gets to records: `expand`, `attributes`, `filter[]`, sorting, paging, links.

use std::cmp::Ordering;

use serde_json::{Map, Value, json};

use super::filter::Filter;
use super::record::{Model, Record, Shape};
use super::{Refused, ReplyResult, error};
use crate::sandbox::context::Context;
use crate::sandbox::wire::{Reply, Request};

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
