//! Tables fitted to windows of different widths.

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

struct Counted(&'static str, &'static str, &'static str);

impl Columns for Counted {
    const WRAPS: bool = true;

    fn columns() -> Vec<Column<Self>> {
        vec![
            Column { name: "operation", shown: true, value: |it| it.0.to_owned() },
            Column { name: "calls", shown: true, value: |it| it.1.to_owned() },
            Column { name: "not_tried", shown: true, value: |it| it.2.to_owned() },
        ]
    }
}

fn window(width: u16) -> Window {
    Window { width: Some(width), colour: false }
}

#[test]
fn machines_stay_whole_and_less_important_columns_are_dropped() {
    let row = Row(["1000000003347", "golden-image-of-a-year", "ready", "instances/1000000003276", "2026-11-18 02:11"]);
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
fn the_last_column_needs_no_space_after_it() {
    let row = Row(["1000000003342", "before-upgrade", "ready", "instances/1000000003276", "2026-11-22 09:56"]);
    let table = rows_in(window(80), Row::columns(), &[row], false);
    assert!(table.starts_with("ID             NAME"), "{table}");
    assert_eq!(table.lines().map(|line| line.chars().count()).max(), Some(80), "{table}");
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
    let shown =
        |width| rows_in(window(width), Reported::columns(), &[Reported("list", "-"), Reported("query", why)], false);
    let table = shown(40);
    assert!(table.starts_with("OPERATION") && table.lines().count() > 3, "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 40), "{table}");
    assert!(table.split_whitespace().collect::<Vec<_>>().join(" ").ends_with(why), "{table}");
    // Columns of little importance are dropped first.
    let row = Counted("list_vm_snapshots", "1", "no image_id available");
    let table = rows_in(window(30), Counted::columns(), std::slice::from_ref(&row), false);
    assert!(table.starts_with("OPERATION          NOT TRIED\n"), "{table}");
    let table = rows_in(window(44), Counted::columns(), &[row], false);
    assert!(table.starts_with("OPERATION          CALLS  NOT TRIED\n"), "{table}");
    // Too narrow for single words: a card for each row.
    let cards = shown(19);
    assert!(cards.starts_with("operation  list\n") && cards.contains("\n\noperation  query\n"), "{cards}");
    assert!(!shown(40).contains('…') && !cards.contains('…'), "{cards}");
}

#[test]
fn a_card_is_not_cut() {
    let row = Row(["7", "a name that is a good deal longer than the window", "", "", ""]);
    let card = card_in(window(30), &Row::columns(), &row);
    assert!(card.split_whitespace().collect::<Vec<_>>().join(" ").ends_with("longer than the window"), "{card}");
}
