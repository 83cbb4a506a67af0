//! Lists, over all pages, of one machine or of all, without records that are not snapshots.

use super::machine::{Machine, Slice};
use super::{map, rows};
use crate::error::{Error, ErrorKind};
use crate::generated::manageiq::Client;
use crate::model::{ListSnapshots, Snapshot, SnapshotId, VmKind};
use crate::page::{self, Key, Page, PageToken};
use crate::provider::kit::{Adapter, Kept, identified, unfit};

/// The requested page size; the server may return less.
const SNAPSHOTS: i64 = 1000;
/// The same for machines, which include all their snapshots.
const MACHINES: i64 = 100;

/// A position in the list of machines of both kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    pass: Pass,
    after: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pass {
    /// First, the instances.
    Instances,
    /// Then the machines under `/vms` that are not instances.
    Rest,
    /// Instead of both, if the role may not list instances: all machines under `/vms`, including instances.
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

/// The entries in a response. They are always requested and then always sent, so a response without them is invalid, not empty.
pub(super) fn entries<T>(resources: Option<Vec<T>>) -> Result<Vec<T>, Error> {
    let why = "the response has no `resources`: the entries of the list are missing, although they were requested";
    resources.ok_or_else(|| Error::new(ErrorKind::Decode, why))
}

/// Where the next page begins: after the last entry, unless the server's count shows that this page contains all remaining entries.
///
/// The server counts the matches because a filter is sent. Without a count, with one that is less than the page, or with one that may be
/// the length of a full page, the list ends with an empty page. The requested page size means nothing: the server may silently return
/// less. Pages are delimited by IDs rather than offsets, so no entry is skipped when another disappears.
///
/// This requires entries in the order of their IDs. Pages out of order or with earlier entries could make the walk skip entries or never
/// end, even if the caller does not see these entries.
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
                Err(page::contradiction(format!("a page is empty, but the server counts {left} entries after {after}")))
            }
        };
    }
    let whole = left == Some(length) && !page::may_be_full(length, asked);
    let (mut last, mut in_order) = (after, true);
    for id in ids {
        let id = map::id_of(id.as_deref())?;
        // Duplicates are harmless.
        in_order &= id > after && id >= last;
        last = last.max(id);
    }
    match (whole, in_order) {
        (true, _) => Ok(None),
        (false, true) => Ok(Some(last)),
        (false, false) => Err(page::contradiction(format!(
            "it does not advance: the entries after {after} are not in the order of their IDs"
        ))),
    }
}

impl Adapter<Client> {
    // --- of one machine ---

    /// A page of the records of a machine, without the running state of an oVirt machine.
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

    /// All records of a machine that match the conditions.
    pub(super) async fn all_snapshots(
        &self,
        machine: &Machine,
        conditions: &[String],
    ) -> Result<Vec<Kept<rows::Snapshot>>, Error> {
        self.all(|page| Box::pin(self.snapshot_page(machine, conditions, page.token))).await
    }

    /// On oVirt the record with `current` 1 is the running state, not a snapshot.
    ///
    /// Elsewhere that number marks the snapshot that the machine is based on. The record's class identifies the provider; older servers do
    /// not send it, so the vendor of the machine is requested.
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

    /// The record with an ID, if it is listed.
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

    /// A page of the snapshots that a caller requested.
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
            // The records may be missing if there are none or if the role may not read them. Without their number, it is unknown whether
            // they are complete.
            let embedded = row.snapshots.take().filter(|rows| {
                row.v_total_snapshots.is_some_and(|total| i64::try_from(rows.len()).is_ok_and(|count| count >= total))
            });
            let rows = match embedded {
                Some(rows) => self.without_running_state(&machine, row.vendor.as_deref(), rows).await?,
                None if row.v_total_snapshots == Some(0) => Vec::new(),
                None => match self.all_snapshots(&machine, &[]).await {
                    // The same machine is also under `/vms`, which requires another permission.
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

    /// A page of the machines of both kinds, each once, with the kind whose actions apply to it.
    ///
    /// A kind that the role may not list is omitted, as the server omits machines that it may not see. If it may list neither, that is an
    /// error.
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
                // Later pages of a list need the same permission as the first.
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

/// Checks that an entry in the list of a machine does not belong to another one.
fn of_machine(row: &rows::Snapshot, machine: &Machine) -> Result<(), Error> {
    match row.vm_or_template_id.as_deref() {
        Some(of) if of != machine.id => {
            let id = map::id_of(row.id.as_deref())?;
            Err(unfit(format!("the list of machine {machine} contains snapshot {id} of another machine")))
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

/// The filter for a part of a name, if the server interprets the text literally.
///
/// Wildcards require quotes, and the quoted value becomes a regular expression. Text with special characters is therefore searched for
/// here instead. So is "offset", which breaks the server's links.
fn name_condition(text: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '_' | '-');
    let usable = !text.is_empty() && text.trim() == text && text.chars().all(plain) && !text.contains("offset");
    usable.then(|| format!("name='%{text}%'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_searches_only_for_plain_text() {
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
            "so may a count that equals the requested size"
        );
        assert_eq!(next(&[], None), None);
        for lie in [1, 0, -1, i64::MIN] {
            assert_eq!(next(&[3, 9], Some(lie)), Some(9), "{lie} is less than the length of the page");
        }
        assert!(next_after([None::<String>].iter(), 2, None, SNAPSHOTS).is_err());
    }

    #[test]
    fn a_page_that_is_not_after_the_one_before_is_reported() {
        let ids = |ids: &[u64]| ids.iter().map(|id| Some(id.to_string())).collect::<Vec<_>>();
        for page in [&[9, 3][..], &[2], &[1, 5]] {
            let error = next_after(ids(page).iter(), 2, None, SNAPSHOTS).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Contract, "{page:?}: {error}");
            // A complete list needs no order.
            assert_eq!(next_after(ids(page).iter(), 2, Some(page.len() as i64), SNAPSHOTS).unwrap(), None);
        }
        assert_eq!(next_after(ids(&[3, 3]).iter(), 2, None, SNAPSHOTS).unwrap(), Some(3), "duplicates are harmless");
    }

    #[test]
    fn a_list_without_entries_is_an_error() {
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
