//! Tables for people: columns of an object, fitted to the window.

use std::io::IsTerminal;

use comfy_table::{Attribute, Cell, Color, ColumnConstraint, ContentArrangement, Row, Table, TableStyle, Width};

use super::console::colours;
use super::text::{safe, zone_label};

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
    /// Texts that are too long for the window go on below; else they are cut. It is for tables that are read, not scanned.
    const WRAPS: bool = false;

    /// All columns, in order. The first, and the one of machines, are never cut: other commands take what they hold.
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
        chosen.push(found.ok_or_else(|| format!("unknown column {name:?}; available: {}", known()))?);
    }
    Ok(chosen)
}

/// Rows, under headings if wanted. In a window that is too narrow, and unless columns were asked for, columns are dropped: the
/// age and the size first, the creation time last. A table whose texts wrap becomes a card for each row.
pub(crate) fn rows<T: Columns>(mut columns: Vec<Column<T>>, items: &[T], asked_for: bool, headings: bool) -> String {
    if !asked_for {
        // Few have labels; where no row has one, the column says nothing.
        columns.retain(|column| column.name != LABELS || items.iter().any(|item| !(column.value)(item).is_empty()));
    }
    let table = rows_in(Window::of_stdout(), columns, items, asked_for);
    match table.split_once('\n') {
        Some((_, rest)) if !headings && !T::WRAPS => rest.to_owned(),
        _ => table,
    }
}

/// The bare values: a line for each object, separated by tabs, never cut.
pub(crate) fn values<T>(columns: &[Column<T>], items: &[T]) -> String {
    let line = |item: &T| columns.iter().map(|column| safe(&(column.value)(item))).collect::<Vec<_>>().join("\t");
    items.iter().map(|item| line(item) + "\n").collect()
}

/// How long a column is kept in a narrow window; the lowest are dropped first.
fn rank(name: &str) -> u8 {
    match name {
        "age" => 0,
        "size" | "region" | "provider" | "operation" | LABELS => 1,
        "created" | "started" => 4,
        "status" | "state" => 3,
        _ => 2,
    }
}

/// The column that is dropped next: of the lowest rank, the last.
fn dropped_next<T>(columns: &[&Column<T>], may_go: impl Fn(usize, &Column<T>) -> bool) -> Option<usize> {
    let candidates = (0..columns.len()).rev().filter(|index| may_go(*index, columns[*index]));
    candidates.min_by_key(|index| rank(columns[*index].name))
}

fn heading(name: &str) -> String {
    match name {
        "created" | "started" => format!("{} ({})", name, zone_label()),
        name => name.replace('_', " "),
    }
    .to_uppercase()
}

fn rows_in<T: Columns>(window: Window, columns: Vec<Column<T>>, items: &[T], asked_for: bool) -> String {
    let lines = |columns: &[&Column<T>]| {
        let line = |item: &T| columns.iter().map(|column| (column.value)(item)).collect();
        (Some(columns.iter().map(|column| heading(column.name)).collect()), items.iter().map(line).collect())
    };
    let mut chosen: Vec<_> = columns.iter().collect();
    if T::WRAPS {
        let (headings, lines) = lines(&chosen);
        let (table, fits) = wrapped(window, headings, lines);
        if fits || items.is_empty() {
            return written(table);
        }
        return items.iter().map(|item| card_in(window, &columns, item)).collect::<Vec<_>>().join("\n");
    }
    let cut = |columns: &[&Column<T>]| {
        let (headings, lines) = lines(columns);
        let mut table = filled(window, headings, lines, false);
        let names: Vec<_> = columns.iter().map(|column| column.name).collect();
        let fits = fit(window, &mut table, &names, |index| is_whole(index, columns[index])) || asked_for;
        (table, fits)
    };
    loop {
        let (table, fits) = cut(&chosen);
        if fits {
            return written(table);
        }
        let next = dropped_next(&chosen, |index, column| !is_whole(index, column));
        match next.filter(|_| chosen.len() > FEWEST) {
            Some(index) => drop(chosen.remove(index)),
            None => break,
        }
    }
    // There is no room for whole ids of machines: the other columns tell more than half of one.
    chosen =
        columns.iter().enumerate().filter(|(index, it)| *index == 0 || it.name != MACHINE).map(|(_, it)| it).collect();
    loop {
        let (table, fits) = cut(&chosen);
        // Beside a long id the creation time is the last to go.
        match dropped_next(&chosen, |index, _| index > 0).filter(|_| !fits && chosen.len() > 2) {
            Some(index) => drop(chosen.remove(index)),
            None => return written(table),
        }
    }
}

/// One object: a line per column, name and value. What is not known is left out, and nothing is cut.
pub(crate) fn card<T>(columns: &[Column<T>], item: &T) -> String {
    card_in(Window::of_stdout(), columns, item)
}

fn card_in<T>(window: Window, columns: &[Column<T>], item: &T) -> String {
    let lines = columns.iter().map(|column| (column, (column.value)(item))).filter(|(_, value)| !value.is_empty());
    written(wrapped(window, None, lines.map(|(column, value)| vec![column.name.replace('_', " "), value]).collect()).0)
}

/// Any table; headings are capitals, cells are made safe here, and nothing is cut.
pub(crate) fn render(headings: Option<Vec<String>>, lines: Vec<Vec<String>>) -> String {
    written(wrapped(Window::of_stdout(), headings, lines).0)
}

/// The same, unless the window is too narrow for the words of it.
pub(crate) fn render_if_it_fits(headings: Vec<String>, lines: Vec<Vec<String>>) -> Option<String> {
    let (table, fits) = wrapped(Window::of_stdout(), Some(headings), lines);
    fits.then(|| written(table))
}

/// How wide the window is in which stdout is shown, if it is one.
pub(crate) fn width_of_stdout() -> Option<u16> {
    Window::of_stdout().width
}

/// Where a table is shown.
#[derive(Clone, Copy)]
struct Window {
    /// None: it goes on for ever.
    width: Option<u16>,
    colour: bool,
}

impl Window {
    fn of_stdout() -> Self {
        let terminal = std::io::stdout().is_terminal();
        Self { width: terminal.then(|| usable(Table::new().width())), colour: terminal && colours() }
    }
}

/// How wide the window is in which stderr is shown, if it is one.
pub(crate) fn width_of_stderr() -> Option<u16> {
    let mut table = Table::new();
    std::io::stderr().is_terminal().then(|| usable(table.use_stderr().width()))
}

/// Serial consoles and `script` report a width of 0: then `COLUMNS` tells it, else it is 80.
fn usable(reported: Option<u16>) -> u16 {
    let by_variable = || std::env::var("COLUMNS").ok()?.trim().parse().ok();
    let at_least_one = |width: &u16| *width > 0;
    reported.filter(at_least_one).or_else(|| by_variable().filter(at_least_one)).unwrap_or(80)
}

/// Fewer columns than these tell nothing.
const FEWEST: usize = 3;
/// Columns up to this width are not cut, if that can be helped: half a status or a time is of no use.
const SHORT: u16 = 16;
/// Columns that are cut keep this width; names are told apart by more.
fn least(name: &str) -> u16 {
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

/// Lets long texts give way first, and never what must stay whole; false if even that is too wide for the window.
fn fit(window: Window, table: &mut Table, names: &[&str], is_whole: impl Fn(usize) -> bool) -> bool {
    let Some(window) = window.width else { return true };
    let widths = table.column_max_content_widths();
    let kept = |index: usize, width: u16| is_whole(index) || width <= SHORT;
    let needed: u16 = widths
        .iter()
        .enumerate()
        .map(|(index, width)| PADDING + if kept(index, *width) { *width } else { least(names[index]).min(*width) })
        .fold(0, u16::saturating_add);
    let fits = needed <= window;
    for (index, width) in widths.into_iter().enumerate() {
        if let Some(column) = table.column_mut(index).filter(|_| is_whole(index) || (fits && kept(index, width))) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    fits
}

/// A table in which long texts go on below, between words; false if the window is too narrow for the longest of them.
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
    // The first column is never broken.
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
    fn machines_stay_whole_and_later_columns_give_way() {
        let row =
            Row(["1000000003347", "golden-image-of-a-year", "ready", "instances/1000000003276", "2026-11-18 02:11"]);
        let shown = |width, asked_for| rows_in(window(width), Row::columns(), std::slice::from_ref(&row), asked_for);
        let heading = |table: &str| table.lines().next().unwrap_or_default().replace(" (UTC)", "");
        let headings = |table: &str| heading(table).split_whitespace().count();
        for (width, columns) in [(100, 5), (80, 5), (60, 3)] {
            let table = shown(width, false);
            assert!(table.contains("1000000003347 ") && table.contains("instances/1000000003276"), "{width}\n{table}");
            assert_eq!(headings(&table), columns, "{width}\n{table}");
            assert!(heading(&table).contains("CREATED"), "what is old is the question: {width}\n{table}");
            assert!(table.lines().all(|line| line.chars().count() <= usize::from(width)), "{width}\n{table}");
        }
        // Whole or not at all.
        let table = shown(40, false);
        assert!(!table.contains("VM") && !table.contains("instances") && table.contains("STATUS"), "{table}");
        // What was asked for is there, and ids are whole in it.
        let table = shown(70, true);
        assert!(headings(&table) == 5 && table.contains("instances/1000000003276"), "{table}");
    }

    #[test]
    fn the_first_column_is_whole_where_few_columns_are_left() {
        let row = Row(["a3907cb0-073e-4795-a16e-8bf42c9af8e3", "before-upgrade", "ready", "", ""]);
        let table = rows_in(window(60), Row::columns(), &[row], false);
        assert!(table.contains("a3907cb0-073e-4795-a16e-8bf42c9af8e3"), "{table}");
    }

    #[test]
    fn texts_that_wrap_lose_nothing() {
        let why = "it needs a body or a parameter that cannot be guessed";
        let shown = |width| {
            rows_in(window(width), Reported::columns(), &[Reported("list", "-"), Reported("query", why)], false)
        };
        let table = shown(40);
        assert!(table.starts_with("OPERATION") && table.lines().count() > 3, "{table}");
        assert!(table.lines().all(|line| line.chars().count() <= 40), "{table}");
        assert!(table.split_whitespace().collect::<Vec<_>>().join(" ").ends_with(why), "{table}");
        // Too narrow for the words themselves: a card for each.
        let cards = shown(20);
        assert!(cards.starts_with("operation  list\n") && cards.contains("\n\noperation  query\n"), "{cards}");
        assert!(!shown(40).contains('…') && !cards.contains('…'), "{cards}");
    }

    #[test]
    fn a_card_is_not_cut() {
        let row = Row(["7", "a name that goes on for longer than the window", "", "", ""]);
        let card = card_in(window(30), &Row::columns(), &row);
        assert!(card.split_whitespace().collect::<Vec<_>>().join(" ").ends_with("longer than the window"), "{card}");
    }
}
