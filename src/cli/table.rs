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

/// Rows under headings. Where the window is too narrow and nobody asked for columns, the last ones are left out.
pub(crate) fn rows<T>(mut columns: Vec<Column<T>>, items: &[T], asked_for: bool) -> String {
    let line = |columns: &[Column<T>], item: &T| columns.iter().map(|column| (column.value)(item)).collect::<Vec<_>>();
    let heading = |columns: &[Column<T>]| columns.iter().map(|column| heading(column.name)).collect::<Vec<_>>();
    loop {
        let lines: Vec<_> = items.iter().map(|item| line(&columns, item)).collect();
        let mut table = filled(Some(heading(&columns)), lines);
        if asked_for || columns.len() <= FEWEST || fits(&mut table) {
            return written(table);
        }
        columns.pop();
    }
}

fn heading(name: &str) -> String {
    name.replace('_', " ").to_uppercase()
}

/// One object: a line per column, name and value. What is not known is left out.
pub(crate) fn card<T>(columns: &[Column<T>], item: &T) -> String {
    let lines = columns.iter().map(|column| (column, (column.value)(item))).filter(|(_, value)| !value.is_empty());
    render(None, lines.map(|(column, value)| vec![column.name.replace('_', " "), value]).collect())
}

/// Any table; headings are capitals, cells are made safe here.
pub(crate) fn render(headings: Option<Vec<String>>, lines: Vec<Vec<String>>) -> String {
    let mut table = filled(headings, lines);
    fits(&mut table);
    written(table)
}

/// Fewer columns than these tell nothing.
const FEWEST: usize = 3;
/// Columns up to this width are not cut, if that can be helped: half a status or a time is of no use.
const SHORT: u16 = 16;
/// Columns that are cut keep this width.
const LEAST: u16 = 8;
const PADDING: u16 = 2;

fn filled(headings: Option<Vec<String>>, lines: Vec<Vec<String>>) -> Table {
    let terminal = std::io::stdout().is_terminal();
    let colour = terminal && colours();
    let mut table = Table::new();
    table.load_style(TableStyle::new()).set_truncation_indicator("…");
    let is_status = |name: &String| matches!(name.as_str(), "STATUS" | "STATE");
    let status = headings.as_ref().and_then(|names| names.iter().position(is_status));
    let one_line = |cells: Vec<Cell>| {
        let mut row = Row::from(cells);
        if terminal {
            row.max_height(1);
        }
        row
    };
    if let Some(headings) = headings {
        let bold = |name: String| if colour { Cell::new(name).add_attribute(Attribute::Bold) } else { Cell::new(name) };
        table.set_header(one_line(headings.into_iter().map(bold).collect()));
    }
    for line in lines {
        let cells = line.into_iter().enumerate().map(|(index, text)| {
            let text = if text.is_empty() { "-".to_owned() } else { safe(&text) };
            match colour_of(&text).filter(|_| colour && Some(index) == status) {
                Some(colour) => Cell::new(text).fg(colour),
                None => Cell::new(text),
            }
        });
        table.add_row(one_line(cells.collect()));
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, PADDING));
    }
    if terminal {
        table.set_content_arrangement(ContentArrangement::Dynamic);
    }
    table
}

/// Lets long texts give way first, and never an id; false if even that is too wide for the window.
fn fits(table: &mut Table) -> bool {
    let Some(window) = table.width().filter(|_| std::io::stdout().is_terminal()) else { return true };
    let widths = table.column_max_content_widths();
    let kept = |index: usize, width: u16| index == 0 || width <= SHORT;
    let needed: u16 = widths
        .iter()
        .enumerate()
        .map(|(index, width)| PADDING + if kept(index, *width) { *width } else { LEAST })
        .fold(0, u16::saturating_add);
    let fits = needed <= window;
    for (index, width) in widths.into_iter().enumerate() {
        if let Some(column) = table.column_mut(index).filter(|_| index == 0 || (fits && kept(index, width))) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    fits
}

fn written(table: Table) -> String {
    table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn colour_of(text: &str) -> Option<Color> {
    match text {
        "ready" | "done" => Some(Color::Green),
        "creating" | "deleting" | "pending" | "running" => Some(Color::Yellow),
        "failed" | "gone" => Some(Color::Red),
        _ => None,
    }
}
