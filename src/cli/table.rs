//! Tables for people: columns of objects, fitted to the terminal window.

use comfy_table::{Attribute, Cell, Color, ColumnConstraint, ContentArrangement, Row, Table, TableStyle, Width};

use super::terminal::{colours, width_of_stdout};
use super::text::{safe, zone_label};

/// A column of a table.
pub(crate) struct Column<T> {
    /// Its name, for `--columns`. The heading is the same in capitals.
    pub(crate) name: &'static str,
    /// Whether it is shown by default.
    pub(crate) shown: bool,
    /// Its text; empty if not known.
    pub(crate) value: fn(&T) -> String,
}

/// An object that can be shown as a row of a table.
pub(crate) trait Columns: Sized {
    /// Whether texts that are too long are wrapped instead of cut, for tables that are read rather than scanned.
    const WRAPS: bool = false;

    /// All columns, in order. The first column and that of machines are never cut: they hold IDs for other commands.
    fn columns() -> Vec<Column<Self>>;
}

/// The columns with these names; without names, those shown by default.
pub(crate) fn choose<T: Columns>(names: Option<&[String]>) -> Result<Vec<Column<T>>, String> {
    let all = T::columns();
    let Some(names) = names else { return Ok(all.into_iter().filter(|column| column.shown).collect()) };
    let known = || all.iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
    let mut chosen = Vec::new();
    for name in names {
        let found = T::columns().into_iter().find(|column| column.name.eq_ignore_ascii_case(name.trim()));
        chosen.push(found.ok_or_else(|| format!("unknown column {name:?}; available: {}", known()))?);
    }
    Ok(chosen)
}

/// A table of rows, with or without headings. In a window that is too narrow, and unless the columns were selected, columns are
/// dropped: the age and the size first, the creation time last. A table with wrapped texts becomes a card for each row.
pub(crate) fn rows<T: Columns>(mut columns: Vec<Column<T>>, items: &[T], selected: bool, headings: bool) -> String {
    if !selected {
        // Labels are rare; an empty column would only take space.
        columns.retain(|column| column.name != LABELS || items.iter().any(|item| !(column.value)(item).is_empty()));
    }
    let table = rows_in(Window::of_stdout(), columns, items, selected);
    match table.split_once('\n') {
        Some((_, rest)) if !headings && !T::WRAPS => rest.to_owned(),
        _ => table,
    }
}

/// The bare values: one line for each object, separated by tabs, never cut.
pub(crate) fn values<T>(columns: &[Column<T>], items: &[T]) -> String {
    let line = |item: &T| columns.iter().map(|column| safe(&(column.value)(item))).collect::<Vec<_>>().join("\t");
    items.iter().map(|item| line(item) + "\n").collect()
}

/// Columns of this rank or higher are not dropped from a table with wrapped texts.
const RANK_KEPT: u8 = 1;

/// The importance of a column in a narrow window; the lowest are dropped first.
fn rank(name: &str) -> u8 {
    match name {
        "age" | "calls" | "additions" => 0,
        "size" | "region" | "provider" | "operation" | LABELS => 1,
        "created" | "started" => 4,
        "status" | "state" => 3,
        _ => 2,
    }
}

/// The column to drop next: the last one of the lowest rank.
fn next_to_drop<T>(columns: &[&Column<T>], can_drop: impl Fn(usize, &Column<T>) -> bool) -> Option<usize> {
    let candidates = (0..columns.len()).rev().filter(|index| can_drop(*index, columns[*index]));
    candidates.min_by_key(|index| rank(columns[*index].name))
}

/// The name of a column as shown: with the time zone of its times.
fn label(name: &str) -> String {
    match name {
        "created" | "started" => format!("{} ({})", name, zone_label()),
        name => name.replace('_', " "),
    }
}

fn rows_in<T: Columns>(window: Window, columns: Vec<Column<T>>, items: &[T], selected: bool) -> String {
    let lines = |columns: &[&Column<T>]| {
        let line = |item: &T| columns.iter().map(|column| (column.value)(item)).collect();
        let headings = columns.iter().map(|column| label(column.name).to_uppercase()).collect();
        (Some(headings), items.iter().map(line).collect())
    };
    let mut chosen: Vec<_> = columns.iter().collect();
    if T::WRAPS {
        loop {
            let (headings, lines) = lines(&chosen);
            let (table, fits) = wrapped(window, headings, lines);
            if fits || items.is_empty() {
                return lines_of(table);
            }
            match next_to_drop(&chosen, |_, column| rank(column.name) < RANK_KEPT).filter(|_| !selected) {
                Some(index) => drop(chosen.remove(index)),
                None => break,
            }
        }
        return items.iter().map(|item| card_in(window, &columns, item)).collect::<Vec<_>>().join("\n");
    }
    let cut = |columns: &[&Column<T>]| {
        let (headings, lines) = lines(columns);
        let mut table = filled(window, headings, lines, false);
        let names: Vec<_> = columns.iter().map(|column| column.name).collect();
        let fits = fit(window, &mut table, &names, |index| is_whole(index, columns[index])) || selected;
        (table, fits)
    };
    loop {
        let (table, fits) = cut(&chosen);
        if fits {
            return lines_of(table);
        }
        let next = next_to_drop(&chosen, |index, column| !is_whole(index, column));
        match next.filter(|_| chosen.len() > MIN_COLUMNS) {
            Some(index) => drop(chosen.remove(index)),
            None => break,
        }
    }
    // Whole machine IDs do not fit: the other columns are more useful than part of an ID.
    chosen =
        columns.iter().enumerate().filter(|(index, it)| *index == 0 || it.name != MACHINE).map(|(_, it)| it).collect();
    loop {
        let (table, fits) = cut(&chosen);
        // With a long ID, the creation time is dropped last.
        match next_to_drop(&chosen, |index, _| index > 0).filter(|_| !fits && chosen.len() > 2) {
            Some(index) => drop(chosen.remove(index)),
            None => return lines_of(table),
        }
    }
}

/// One object: one line per column with its name and value. Unknown values are omitted, and nothing is cut.
pub(crate) fn card<T>(columns: &[Column<T>], item: &T) -> String {
    card_in(Window::of_stdout(), columns, item)
}

fn card_in<T>(window: Window, columns: &[Column<T>], item: &T) -> String {
    let lines = columns.iter().map(|column| (column, (column.value)(item))).filter(|(_, value)| !value.is_empty());
    lines_of(wrapped(window, None, lines.map(|(column, value)| vec![label(column.name), value]).collect()).0)
}

/// Any table, with cells made safe and nothing cut; `None` if the window is too narrow for its words.
pub(crate) fn render_if_it_fits(headings: Vec<String>, lines: Vec<Vec<String>>) -> Option<String> {
    let (table, fits) = wrapped(Window::of_stdout(), Some(headings), lines);
    fits.then(|| lines_of(table))
}

/// The terminal window that shows a table.
#[derive(Clone, Copy)]
struct Window {
    /// None if the output is not a terminal: unlimited.
    width: Option<u16>,
    colour: bool,
}

impl Window {
    fn of_stdout() -> Self {
        let width = width_of_stdout();
        Self { width, colour: width.is_some() && colours() }
    }
}

/// A table with fewer columns is not useful.
const MIN_COLUMNS: usize = 3;
/// Columns up to this width are not cut if possible: part of a status or time is not useful.
const UNCUT_WIDTH: u16 = 16;
/// The least width of a column that is cut.
fn min_width(name: &str) -> u16 {
    match name {
        "object" => 18,
        "name" => 12,
        _ => 8,
    }
}
/// The space between columns.
const PADDING: u16 = 2;
/// The column of labels.
const LABELS: &str = "labels";
/// The column of machines.
const MACHINE: &str = "vm";

fn is_whole<T>(index: usize, column: &Column<T>) -> bool {
    index == 0 || column.name == MACHINE
}

fn filled(window: Window, headings: Option<Vec<String>>, lines: Vec<Vec<String>>, wraps: bool) -> Table {
    let mut table = Table::new();
    table.load_style(TableStyle::new()).set_truncation_indicator("…");
    let is_status = |name: &String| matches!(name.as_str(), "STATUS" | "STATE");
    let status = headings.as_ref().and_then(|names| names.iter().position(is_status));
    let row = |cells: Vec<Cell>| {
        let mut row = Row::from(cells);
        if window.width.is_some() && !wraps {
            row.max_height(1);
        }
        row
    };
    if let Some(headings) = headings {
        let bold = |name| if window.colour { Cell::new(name).add_attribute(Attribute::Bold) } else { Cell::new(name) };
        table.set_header(row(headings.into_iter().map(bold).collect()));
    }
    for line in lines {
        let cells = line.into_iter().enumerate().map(|(index, text)| {
            let text = if text.is_empty() { "-".to_owned() } else { safe(&text) };
            match colour_of(&text).filter(|_| window.colour && Some(index) == status) {
                Some(colour) => Cell::new(text).fg(colour),
                None => Cell::new(text),
            }
        });
        table.add_row(row(cells.collect()));
    }
    let count = table.column_count();
    for column in table.column_iter_mut() {
        let padding = padding(column.index, count);
        column.set_padding((0, padding));
    }
    if let Some(width) = window.width {
        table.set_width(width).set_content_arrangement(ContentArrangement::Dynamic);
    }
    table
}

/// The last column needs no space after it.
fn padding(index: usize, count: usize) -> u16 {
    if index + 1 < count { PADDING } else { 0 }
}

/// Cuts long texts, but never columns that must stay whole; false if the table is still too wide for the window.
fn fit(window: Window, table: &mut Table, names: &[&str], is_whole: impl Fn(usize) -> bool) -> bool {
    let Some(window) = window.width else { return true };
    let widths = table.column_max_content_widths();
    let uncut = |index: usize, width: u16| is_whole(index) || width <= UNCUT_WIDTH;
    let needed: u16 = widths
        .iter()
        .enumerate()
        .map(|(index, width)| {
            let text = if uncut(index, *width) { *width } else { min_width(names[index]).min(*width) };
            padding(index, widths.len()) + text
        })
        .fold(0, u16::saturating_add);
    let fits = needed <= window;
    for (index, width) in widths.into_iter().enumerate() {
        if let Some(column) = table.column_mut(index).filter(|_| is_whole(index) || (fits && uncut(index, width))) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    fits
}

/// A table whose long texts are wrapped between words; false if the window is too narrow for the longest words.
fn wrapped(window: Window, headings: Option<Vec<String>>, lines: Vec<Vec<String>>) -> (Table, bool) {
    let mut words = Vec::new();
    for line in headings.iter().chain(&lines) {
        words.resize(words.len().max(line.len()), 1);
        for (longest, text) in words.iter_mut().zip(line) {
            let longest_here = text.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
            *longest = u16::try_from(longest_here).unwrap_or(u16::MAX).max(*longest);
        }
    }
    let mut table = filled(window, headings, lines, true);
    let Some(width) = window.width else { return (table, true) };
    // The first column is never wrapped.
    words.iter_mut().zip(table.column_max_content_widths()).take(1).for_each(|(word, whole)| *word = whole);
    let count = words.len();
    let needed = words.iter().enumerate().map(|(index, word)| word.saturating_add(padding(index, count)));
    let fits = needed.fold(0_u16, u16::saturating_add) <= width;
    for (column, word) in table.column_iter_mut().zip(words) {
        if fits {
            let least = word + padding(column.index, count);
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
        } else if column.index == 0 {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    (table, fits)
}

fn lines_of(table: Table) -> String {
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

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
