//! Lists: over all pages, of one machine or of all, and what in them is no snapshot.

use super::machine::{Machine, Slice};
use super::{map, rows};
use crate::error::{Error, ErrorKind};
use crate::generated::manageiq::Client;
use crate::model::{ListSnapshots, Snapshot, SnapshotId, VmKind};
use crate::page::{self, Key, Page, PageToken};
use crate::provider::kit::{Adapter, Kept, identified, unfit};

/// What is asked for; the server may give less.
const SNAPSHOTS: i64 = 1000;
/// Each machine brings all its snapshots along.
const MACHINES: i64 = 100;

/// Where a walk over the machines of both kinds stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    pass: Pass,
    after: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pass {
    /// First the instances.
    Instances,
    /// Then those under `/vms` that are no instances.
    Rest,
    /// In place of both, where the role may not list instances: all that is under `/vms`, instances included.
    All,
}

impl Place {
    const START: Self = Self { pass: Pass::Instances, after: 0 };

    fn of(token: Option<&PageToken>, list: &str) -> Result<Self, Error> {
        let Some(token) = token else { return Ok(Self::START) };
        let [pass, after] = page::parse(token, list)?;
        let pass = match pass {
            0 => Pass::Instances,
            1 => Pass::Rest,
            _ => Pass::All,
        };
        Ok(Self { pass, after })
    }

    fn token(self, list: &str) -> PageToken {
        page::token(list, [self.pass as u64, self.after])
    }

    fn kind(self) -> VmKind {
        if self.pass == Pass::Instances { VmKind::Instance } else { VmKind::Vm }
    }
}

/// The entries of an answer. They are always asked for, and then always sent: without them it is no list, and not an empty one.
pub(super) fn entries<T>(resources: Option<Vec<T>>) -> Result<Vec<T>, Error> {
    let why = "the answer has no `resources`: the entries of the list are missing, though they were asked for";
    resources.ok_or_else(|| Error::new(ErrorKind::Decode, why))
}

/// Where the next page begins: after the last entry, unless the server's count says that this page has all that is left.
///
/// A count of all matches is only there since a filter is sent. Without one, where it is not even as large as the page, and where it
/// may be no more than the length of a full page, an empty page ends the list. The number that was asked for says nothing: the server
/// may give less without a word. Going by ids, not by offsets, no entry is skipped when another disappears meanwhile.
///
/// That holds only for entries in the order of their ids. A page out of order, or with what came before, would make the walk skip
/// entries or never end, also where none of them is told to the caller.
fn next_after<'a, T: std::ops::Deref<Target = str> + 'a>(
    ids: impl ExactSizeIterator<Item = &'a Option<T>>,
    after: u64,
    subquery_count: Option<i64>,
    asked: i64,
) -> Result<Option<u64>, Error> {
    let length = ids.len();
    let left = subquery_count.and_then(|left| usize::try_from(left).ok());
    if length == 0 {
        return match left {
            None | Some(0) => Ok(None),
            Some(left) => {
                Err(page::contradiction(format!("a page is empty, and the server counts {left} entries after {after}")))
            }
        };
    }
    let whole = left == Some(length) && !page::may_be_full(length, asked);
    let (mut last, mut in_order) = (after, true);
    for id in ids {
        let id = map::id_of(id.as_deref())?;
        // One that stands twice is no loss.
        in_order &= id > after && id >= last;
        last = last.max(id);
    }
    match (whole, in_order) {
        (true, _) => Ok(None),
        (false, true) => Ok(Some(last)),
        (false, false) => Err(page::contradiction(format!(
            "it does not advance, its entries are not in the order of ids, after {after}"
        ))),
    }
}

impl Adapter<Client> {
    // --- one machine ---

    /// A page of the records of a machine, the running state of an oVirt machine left out.
    async fn snapshot_page(
        &self,
        machine: &Machine,
        conditions: &[String],
        token: Option<PageToken>,
    ) -> Result<Page<Kept<rows::Snapshot>>, Error> {
        let list = format!("manageiq snapshots {machine} {conditions:?}");
        let [after] = token.as_ref().map_or(Ok([0]), |token| page::parse(token, &list))?;
        let slice = Slice { after, conditions, limit: SNAPSHOTS };
        let page = self.list_snapshots(machine, slice).await?;
        let rows = entries(page.resources)?;
        for row in &rows {
            of_machine(row, machine)?;
        }
        let next = next_after(rows.iter().map(|row| &row.id), after, page.subquery_count, SNAPSHOTS)?;
        let total = page.subquery_count.filter(|_| after == 0).and_then(|count| u64::try_from(count).ok());
        let mut page = Page::last(rows).then(next.map(|next| page::token(&list, [next]))).of_total(total);
        page.items = self.without_running_state(machine, None, std::mem::take(&mut page.items)).await?;
        Ok(page)
    }

    /// All records of a machine that fit the conditions.
    pub(super) async fn all_snapshots(
        &self,
        machine: &Machine,
        conditions: &[String],
    ) -> Result<Vec<Kept<rows::Snapshot>>, Error> {
        self.all(|page| Box::pin(self.snapshot_page(machine, conditions, page.token))).await
    }

    /// On oVirt the record with `current` 1 is the running state, not a snapshot.
    ///
    /// Elsewhere that number marks the snapshot that the machine runs on. The record's class tells the provider; older servers
    /// send none, and then the machine is asked for its vendor.
    async fn without_running_state(
        &self,
        machine: &Machine,
        vendor: Option<&str>,
        mut rows: Vec<Kept<rows::Snapshot>>,
    ) -> Result<Vec<Kept<rows::Snapshot>>, Error> {
        let mut vendor = vendor.map(str::to_owned);
        if vendor.is_none() && rows.iter().any(|row| map::is_running_state(row, None).is_none()) {
            vendor = Some(self.vendor(machine).await?);
        }
        rows.retain(|row| map::is_running_state(row, vendor.as_deref()) == Some(false));
        Ok(rows)
    }

    /// Whether a record is the running state of its machine.
    pub(super) async fn is_running_state(&self, machine: &Machine, row: &Kept<rows::Snapshot>) -> Result<bool, Error> {
        Ok(self.without_running_state(machine, None, vec![row.clone()]).await?.is_empty())
    }

    /// The records of one id: one or none.
    pub(super) async fn listed_row(
        &self,
        machine: &Machine,
        id: &SnapshotId,
    ) -> Result<Option<Kept<rows::Snapshot>>, Error> {
        let id = id.number()?;
        let rows = self.all_snapshots(machine, &[format!("id={id}")]).await?;
        let id = id.to_string();
        Ok(rows.into_iter().find(|row| row.id.as_deref() == Some(id.as_str())))
    }

    // --- lists for callers ---

    /// A page of the snapshots that a caller asks for.
    pub(super) async fn listed(&self, list: &ListSnapshots, token: Option<PageToken>) -> Result<Page<Snapshot>, Error> {
        let page = match &list.vm {
            Some(vm) => {
                let machine = Machine::of(vm)?;
                let conditions: Vec<String> = list.name.as_deref().and_then(name_condition).into_iter().collect();
                let page = self.snapshot_page(&machine, &conditions, token).await?;
                page.try_map(|row| map::snapshot(row, machine.vm_id()?))?
            }
            None => self.everywhere(token).await?,
        };
        Ok(match &list.name {
            Some(wanted) => page
                .retain(|snapshot| snapshot.name.as_ref().is_some_and(|name| name.contains(wanted.as_str())))
                .of_total(None),
            None => page,
        })
    }

    /// The snapshots of a page of machines of both kinds.
    async fn everywhere(&self, token: Option<PageToken>) -> Result<Page<Snapshot>, Error> {
        let page = self.vm_page(token, true).await?;
        let mut items = Vec::new();
        for (machine, row) in page.items {
            let (mut row, _) = row.parts();
            // The records may be missing where there are none, and where the role may not see them. Without their number nothing
            // tells whether they are all.
            let embedded = row.snapshots.take().filter(|rows| {
                row.v_total_snapshots.is_some_and(|total| i64::try_from(rows.len()).is_ok_and(|count| count >= total))
            });
            let rows = match embedded {
                Some(rows) => self.without_running_state(&machine, row.vendor.as_deref(), rows).await?,
                None if row.v_total_snapshots == Some(0) => Vec::new(),
                None => match self.all_snapshots(&machine, &[]).await {
                    // The same machine is under `/vms` as well, which another permission opens.
                    Err(error) if error.kind() == ErrorKind::Forbidden && machine.kind == VmKind::Instance => {
                        let machine = Machine { kind: VmKind::Vm, id: machine.id.clone() };
                        self.all_snapshots(&machine, &[]).await?
                    }
                    rows => rows?,
                },
            };
            for snapshot in rows {
                let mut snapshot = map::snapshot(snapshot, machine.vm_id()?)?;
                snapshot.vm.name.clone_from(&row.name);
                items.push(snapshot);
            }
        }
        Ok(Page::last(items).then(page.next))
    }

    /// A page of the machines of both kinds, each once, by the kind whose actions fit it.
    ///
    /// What a role may not list is left out, as the server leaves out what it may not see; if it may list neither, that is an error.
    pub(super) async fn vm_page(
        &self,
        token: Option<PageToken>,
        with_snapshots: bool,
    ) -> Result<Page<(Machine, Kept<rows::Vm>)>, Error> {
        let list = if with_snapshots { "manageiq snapshots of all machines" } else { "manageiq machines" };
        let mut place = Place::of(token.as_ref(), list)?;
        let conditions = ["archived=false".to_owned()];
        loop {
            let limit = if with_snapshots { MACHINES } else { SNAPSHOTS };
            let slice = Slice { after: place.after, conditions: &conditions, limit };
            let page = match self.list_machines(place.kind(), slice, with_snapshots).await {
                Err(error) if error.kind() == ErrorKind::Forbidden && place == Place::START => {
                    place = Place { pass: Pass::All, after: 0 };
                    continue;
                }
                // Who has read a page of a list may read the next.
                Err(error)
                    if error.kind() == ErrorKind::Forbidden && place == (Place { pass: Pass::Rest, after: 0 }) =>
                {
                    return Ok(Page::last(Vec::new()));
                }
                page => page?,
            };
            let rows = entries(page.resources)?;
            let next = match next_after(rows.iter().map(|row| &row.id), place.after, page.subquery_count, limit)? {
                Some(after) => Some(Place { after, ..place }),
                None if place.pass == Pass::Instances => Some(Place { pass: Pass::Rest, after: 0 }),
                None => None,
            };
            let mut items = Vec::new();
            for row in rows.into_iter().filter(|row| place.pass != Pass::Rest || !map::is_instance(row)) {
                let id = map::id_of(row.id.as_deref())?.to_string();
                items.push((Machine { kind: place.kind(), id }, row));
            }
            match next {
                Some(next) if items.is_empty() => place = next,
                next => return Ok(Page::last(items).then(next.map(|next| next.token(list)))),
            }
        }
    }
}

/// An entry of a machine's list is of that machine, for all that is shown.
fn of_machine(row: &rows::Snapshot, machine: &Machine) -> Result<(), Error> {
    match row.vm_or_template_id.as_deref() {
        Some(of) if of != machine.id => {
            let id = map::id_of(row.id.as_deref())?;
            Err(unfit(format!("the list of vm {machine} holds snapshot {id} of another machine")))
        }
        _ => Ok(()),
    }
}

impl page::Identified for (Machine, Kept<rows::Vm>) {
    fn key(&self) -> Key {
        Key::of(&self.0.to_string())
    }
}

identified!(rows::Snapshot);

/// The filter for a part of a name, where the text means the same to the server as here.
///
/// A value is only searched with wildcards when it is quoted, and then it becomes a regular expression: text that could mean
/// something in one, or end the quotes, is looked for here instead. So is "offset", which breaks the server's links.
fn name_condition(text: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '_' | '-');
    let usable = !text.is_empty() && text.trim() == text && text.chars().all(plain) && !text.contains("offset");
    usable.then(|| format!("name='%{text}%'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_text_is_searched_by_the_server() {
        assert_eq!(name_condition("nightly 2-a_b").as_deref(), Some("name='%nightly 2-a_b%'"));
        for odd in ["", "it's", "50%", "a*b", "a,b", "[x]", "a.b", "\"", "é", " a", "my offset", "a\\b", "a+b", "(a"] {
            assert_eq!(name_condition(odd), None, "{odd:?}");
        }
    }

    #[test]
    fn a_list_ends_by_the_filtered_count_or_an_empty_page() {
        let ids = |ids: &[u64]| ids.iter().map(|id| Some(id.to_string())).collect::<Vec<_>>();
        let next = |page: &[u64], count| next_after(ids(page).iter(), 2, count, SNAPSHOTS).unwrap();
        assert_eq!(next(&[3, 9], Some(2)), None);
        assert_eq!(next(&[3, 9], Some(3)), Some(9));
        assert_eq!(next(&[3, 9], None), Some(9));
        assert_eq!(next(&[], Some(0)), None);
        assert!(next_after(ids(&[]).iter(), 2, Some(3), SNAPSHOTS).is_err(), "an empty page below the count");
        let ten: Vec<u64> = (3..13).collect();
        assert_eq!(next(&ten, Some(10)), Some(12), "the count may be the length of the page");
        assert_eq!(
            next_after(ids(&[3, 9]).iter(), 2, Some(2), 2).unwrap(),
            Some(9),
            "and so it may with what was asked for"
        );
        assert_eq!(next(&[], None), None);
        for lie in [1, 0, -1, i64::MIN] {
            assert_eq!(next(&[3, 9], Some(lie)), Some(9), "{lie} is less than what is there");
        }
        assert!(next_after([None::<String>].iter(), 2, None, SNAPSHOTS).is_err());
    }

    #[test]
    fn a_page_that_is_not_after_the_one_before_is_reported() {
        let ids = |ids: &[u64]| ids.iter().map(|id| Some(id.to_string())).collect::<Vec<_>>();
        for page in [&[9, 3][..], &[2], &[1, 5]] {
            let error = next_after(ids(page).iter(), 2, None, SNAPSHOTS).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Contract, "{page:?}: {error}");
            // What is all there is needs no order.
            assert_eq!(next_after(ids(page).iter(), 2, Some(page.len() as i64), SNAPSHOTS).unwrap(), None);
        }
        assert_eq!(
            next_after(ids(&[3, 3]).iter(), 2, None, SNAPSHOTS).unwrap(),
            Some(3),
            "one that stands twice is no loss"
        );
    }

    #[test]
    fn a_list_without_entries_is_no_empty_list() {
        assert_eq!(entries(Some(Vec::<u8>::new())).unwrap(), Vec::<u8>::new());
        assert!(entries::<u8>(None).unwrap_err().message().contains("`resources`"));
    }

    #[test]
    fn a_place_survives_its_token() {
        for place in [Place::START, Place { pass: Pass::Rest, after: 7 }, Place { pass: Pass::All, after: u64::MAX }] {
            assert_eq!(Place::of(Some(&place.token("a")), "a").unwrap(), place);
        }
        assert!(Place::of(Some(&Place::START.token("b")), "a").is_err());
    }
}
