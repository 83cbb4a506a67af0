//! Tables for people: columns of an object, fitted to the window.

use std::io::IsTerminal;

use comfy_table::{Attribute, Cell, Color, ColumnConstraint, ContentArrangement, Row, Table, TableStyle};

use super::console::colours;
use super::text::safe;

/// A column of a table.
pub(crate) struct Column<T> {
    /// Its name: what `--columns` takes. The heading is the same in capitals.
    pub(crate) name: &'static str,
    /// It is shown without being asked for.
    pub(crate) shown: bool,
    /// Its text; empty where nothing is known.
    pub(crate) value: fn(&T) -> String,
}

/// What can be shown as rows of a table.
pub(crate) trait Columns: Sized {
    /// All columns, in order. The first is never cut.
    fn columns() -> Vec<Column<Self>>;
}

/// The columns that are asked for, by name.
pub(crate) fn choose<T: Columns>(names: Option<&[String]>) -> Result<Vec<Column<T>>, String> {
    let all = T::columns();
    let Some(names) = names else { return Ok(all.into_iter().filter(|column| column.shown).collect()) };
    let known = || all.iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
    let mut chosen = Vec::new();
    for name in names {
        let found = T::columns().into_iter().find(|column| column.name.eq_ignore_ascii_case(name.trim()));
        chosen.push(found.ok_or_else(|| format!("there is no column {name:?}; columns are {}", known()))?);
    }
    Ok(chosen)
}

/// Rows under headings.
pub(crate) fn rows<T>(columns: &[Column<T>], items: &[T]) -> String {
    let headings = columns.iter().map(|column| column.name.replace('_', " ").to_uppercase()).collect();
    let lines = items.iter().map(|item| columns.iter().map(|column| (column.value)(item)).collect()).collect();
    render(Some(headings), lines)
}

/// One object: a line per column, name and value. What is not known is left out.
pub(crate) fn card<T>(columns: &[Column<T>], item: &T) -> String {
    let lines = columns.iter().map(|column| (column, (column.value)(item))).filter(|(_, value)| !value.is_empty());
    render(None, lines.map(|(column, value)| vec![column.name.replace('_', " "), value]).collect())
}

/// Any table; headings are capitals, cells are made safe here.
pub(crate) fn render(headings: Option<Vec<String>>, lines: Vec<Vec<String>>) -> String {
    let terminal = std::io::stdout().is_terminal();
    let colour = terminal && colours();
    let mut table = Table::new();
    table.load_style(TableStyle::new()).set_truncation_indicator("…");
    let status =
        headings.as_ref().and_then(|names| names.iter().position(|name| matches!(name.as_str(), "STATUS" | "STATE")));
    if let Some(headings) = headings {
        let bold = |name: String| if colour { Cell::new(name).add_attribute(Attribute::Bold) } else { Cell::new(name) };
        table.set_header(headings.into_iter().map(bold));
    }
    for line in lines {
        let cells = line.into_iter().enumerate().map(|(index, text)| {
            let text = if text.is_empty() { "-".to_owned() } else { safe(&text) };
            match colour_of(&text).filter(|_| colour && Some(index) == status) {
                Some(colour) => Cell::new(text).fg(colour),
                None => Cell::new(text),
            }
        });
        let mut row = Row::from(cells.collect::<Vec<_>>());
        if terminal {
            row.max_height(1);
        }
        table.add_row(row);
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    if terminal {
        fit(&mut table);
    }
    table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// Lets long texts give way first: half an id, a status or a time is of no use.
fn fit(table: &mut Table) {
    const SHORT: u16 = 16;
    const LEAST: u16 = 8;
    const PADDING: u16 = 2;
    table.set_content_arrangement(ContentArrangement::Dynamic);
    let widths = table.column_max_content_widths();
    let kept = |index: usize, width: u16| index == 0 || width <= SHORT;
    let needed: u16 = widths
        .iter()
        .enumerate()
        .map(|(index, width)| PADDING + if kept(index, *width) { *width } else { LEAST })
        .fold(0, u16::saturating_add);
    let all = table.width().is_none_or(|window| needed <= window);
    for (index, width) in widths.into_iter().enumerate() {
        if let Some(column) = table.column_mut(index).filter(|_| index == 0 || (all && kept(index, width))) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
}

fn colour_of(text: &str) -> Option<Color> {
    match text {
        "ready" | "done" => Some(Color::Green),
        "creating" | "deleting" | "pending" | "running" => Some(Color::Yellow),
        "failed" | "gone" => Some(Color::Red),
        _ => None,
    }
}
