//! Tables for people: columns of objects, fitted to the terminal window.

use std::io::IsTerminal;

use comfy_table::{Attribute, Cell, Color, ColumnConstraint, ContentArrangement, Row, Table, TableStyle, Width};

use super::console::colours;
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

/// The importance of a column in a narrow window; the lowest are dropped first.
fn rank(name: &str) -> u8 {
    match name {
        "age" => 0,
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

fn heading(name: &str) -> String {
    match name {
        "created" | "started" => format!("{} ({})", name, zone_label()),
        name => name.replace('_', " "),
    }
    .to_uppercase()
}

fn rows_in<T: Columns>(window: Window, columns: Vec<Column<T>>, items: &[T], selected: bool) -> String {
    let lines = |columns: &[&Column<T>]| {
        let line = |item: &T| columns.iter().map(|column| (column.value)(item)).collect();
        (Some(columns.iter().map(|column| heading(column.name)).collect()), items.iter().map(line).collect())
    };
    let mut chosen: Vec<_> = columns.iter().collect();
    if T::WRAPS {
        let (headings, lines) = lines(&chosen);
        let (table, fits) = wrapped(window, headings, lines);
        if fits || items.is_empty() {
            return lines_of(table);
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
    lines_of(wrapped(window, None, lines.map(|(column, value)| vec![column.name.replace('_', " "), value]).collect()).0)
}

/// Any table. Cells are made safe here, and nothing is cut.
pub(crate) fn render(headings: Option<Vec<String>>, lines: Vec<Vec<String>>) -> String {
    lines_of(wrapped(Window::of_stdout(), headings, lines).0)
}

/// The same; `None` if the window is too narrow for its words.
pub(crate) fn render_if_it_fits(headings: Vec<String>, lines: Vec<Vec<String>>) -> Option<String> {
    let (table, fits) = wrapped(Window::of_stdout(), Some(headings), lines);
    fits.then(|| lines_of(table))
}

/// The width of the terminal window of stdout, if it is a terminal.
pub(crate) fn width_of_stdout() -> Option<u16> {
    Window::of_stdout().width
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
        let terminal = std::io::stdout().is_terminal();
        Self { width: terminal.then(|| usable(Table::new().width())), colour: terminal && colours() }
    }
}

/// The width of the terminal window of stderr, if it is a terminal.
pub(crate) fn width_of_stderr() -> Option<u16> {
    let mut table = Table::new();
    std::io::stderr().is_terminal().then(|| usable(table.use_stderr().width()))
}

/// Serial consoles and `script` report a width of 0: then it is that of `COLUMNS`, or 80.
fn usable(reported: Option<u16>) -> u16 {
    let by_variable = || std::env::var("COLUMNS").ok()?.trim().parse().ok();
    let at_least_one = |width: &u16| *width > 0;
    reported.filter(at_least_one).or_else(|| by_variable().filter(at_least_one)).unwrap_or(80)
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
    for column in table.column_iter_mut() {
        column.set_padding((0, PADDING));
    }
    if let Some(width) = window.width {
        table.set_width(width).set_content_arrangement(ContentArrangement::Dynamic);
    }
    table
}

/// Cuts long texts, but never columns that must stay whole; false if the table is still too wide for the window.
fn fit(window: Window, table: &mut Table, names: &[&str], is_whole: impl Fn(usize) -> bool) -> bool {
    let Some(window) = window.width else { return true };
    let widths = table.column_max_content_widths();
    let uncut = |index: usize, width: u16| is_whole(index) || width <= UNCUT_WIDTH;
    let needed: u16 = widths
        .iter()
        .enumerate()
        .map(|(index, width)| PADDING + if uncut(index, *width) { *width } else { min_width(names[index]).min(*width) })
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
    let fits = words.iter().fold(0_u16, |sum, word| sum.saturating_add(word.saturating_add(PADDING))) <= width;
    for (column, word) in table.column_iter_mut().zip(words) {
        if fits {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(word + PADDING)));
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
mod tests {
    use super::*;

    struct Row([&'static str; 5]);

    impl Columns for Row {
        fn columns() -> Vec<Column<Self>> {
            vec![
                Column { name: "id", shown: true, value: |it| it.0[0].to_owned() },
                Column { name: "name", shown: true, value: |it| it.0[1].to_owned() },
                Column { name: "status", shown: true, value: |it| it.0[2].to_owned() },
                Column { name: "vm", shown: true, value: |it| it.0[3].to_owned() },
                Column { name: "created", shown: true, value: |it| it.0[4].to_owned() },
            ]
        }
    }

    struct Reported(&'static str, &'static str);

    impl Columns for Reported {
        const WRAPS: bool = true;

        fn columns() -> Vec<Column<Self>> {
            vec![
                Column { name: "operation", shown: true, value: |it| it.0.to_owned() },
                Column { name: "not_tried", shown: true, value: |it| it.1.to_owned() },
            ]
        }
    }

    fn window(width: u16) -> Window {
        Window { width: Some(width), colour: false }
    }

    #[test]
    fn machines_stay_whole_and_less_important_columns_are_dropped() {
        let row =
            Row(["1000000003347", "golden-image-of-a-year", "ready", "instances/1000000003276", "2026-11-18 02:11"]);
        let shown = |width, selected| rows_in(window(width), Row::columns(), std::slice::from_ref(&row), selected);
        let heading = |table: &str| table.lines().next().unwrap_or_default().replace(" (UTC)", "");
        let headings = |table: &str| heading(table).split_whitespace().count();
        for (width, columns) in [(100, 5), (80, 5), (60, 3)] {
            let table = shown(width, false);
            assert!(table.contains("1000000003347 ") && table.contains("instances/1000000003276"), "{width}\n{table}");
            assert_eq!(headings(&table), columns, "{width}\n{table}");
            assert!(heading(&table).contains("CREATED"), "the creation time must be shown: {width}\n{table}");
            assert!(table.lines().all(|line| line.chars().count() <= usize::from(width)), "{width}\n{table}");
        }
        // Machine IDs are shown whole or not at all.
        let table = shown(40, false);
        assert!(!table.contains("VM") && !table.contains("instances"), "{table}");
        assert!(heading(&table).contains("CREATED"), "the creation time is dropped last: {table}");
        // Selected columns are all shown, with whole IDs.
        let table = shown(70, true);
        assert!(headings(&table) == 5 && table.contains("instances/1000000003276"), "{table}");
    }

    #[test]
    fn the_first_column_is_whole_even_if_few_columns_remain() {
        let row = Row(["a3907cb0-073e-4795-a16e-8bf42c9af8e3", "before-upgrade", "ready", "", ""]);
        let table = rows_in(window(60), Row::columns(), &[row], false);
        assert!(table.contains("a3907cb0-073e-4795-a16e-8bf42c9af8e3"), "{table}");
    }

    #[test]
    fn wrapped_texts_are_complete() {
        let why = "it requires a body or a parameter that cannot be guessed";
        let shown = |width| {
            rows_in(window(width), Reported::columns(), &[Reported("list", "-"), Reported("query", why)], false)
        };
        let table = shown(40);
        assert!(table.starts_with("OPERATION") && table.lines().count() > 3, "{table}");
        assert!(table.lines().all(|line| line.chars().count() <= 40), "{table}");
        assert!(table.split_whitespace().collect::<Vec<_>>().join(" ").ends_with(why), "{table}");
        // Too narrow for single words: a card for each row.
        let cards = shown(20);
        assert!(cards.starts_with("operation  list\n") && cards.contains("\n\noperation  query\n"), "{cards}");
        assert!(!shown(40).contains('…') && !cards.contains('…'), "{cards}");
    }

    #[test]
    fn a_card_is_not_cut() {
        let row = Row(["7", "a name that is a good deal longer than the window", "", "", ""]);
        let card = card_in(window(30), &Row::columns(), &row);
        assert!(card.split_whitespace().collect::<Vec<_>>().join(" ").ends_with("longer than the window"), "{card}");
    }
}
