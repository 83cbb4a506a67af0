//! Lists of Genesis Cloud: pages by number, whole lists for looking things up.

use super::{GenesisCloud, PROVIDER, check};
use crate::error::{Error, ErrorKind};
use crate::generated::genesiscloud::types;
use crate::model::VmId;
use crate::page::{self, Claims, Key, Page, PageToken, Place};
use crate::transport::CallOptions;

/// As many entries as the provider gives at once.
const PER_PAGE: i64 = 100;

impl page::Identified for types::Snapshot {
    fn key(&self) -> Key {
        Key::of(&self.id)
    }
}

impl page::Identified for types::Instance {
    fn key(&self) -> Key {
        Key::of(&self.id)
    }
}

impl GenesisCloud {
    /// One page of the snapshots of the account, or of an instance.
    pub(super) async fn snapshot_page(
        &self,
        options: &CallOptions,
        vm: Option<&VmId>,
        token: Option<PageToken>,
    ) -> Result<Page<types::Snapshot>, Error> {
        let vm = vm.map(check::instance_id).transpose()?;
        let list = format!("genesiscloud snapshots {vm:?}");
        let place = Place::of(token.as_ref(), &list)?;
        let (number, client) = (number_of(&place), self.per_call(options));
        let page = match vm {
            Some(vm) => {
                let request = client.list_instance_snapshots().instance_id(vm).page(number).per_page(PER_PAGE);
                self.ask("list_instance_snapshots", request.send()).await
            }
            None => {
                let request = client.list_snapshots().page(number).per_page(PER_PAGE);
                self.ask("list_snapshots", request.send()).await
            }
        };
        if place.is_probe() && page.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            return Ok(Page::last(Vec::new()));
        }
        let page = page?;
        let claims = claims(page.total_count, page.per_page, page.snapshots.len());
        Ok(Page::last(page.snapshots).at(&place, &list, claims)?.of_total(u64::try_from(page.total_count).ok()))
    }

    /// One page of the instances of the account.
    pub(super) async fn instance_page(
        &self,
        options: &CallOptions,
        token: Option<PageToken>,
    ) -> Result<Page<types::Instance>, Error> {
        let list = "genesiscloud instances";
        let place = Place::of(token.as_ref(), list)?;
        let client = self.per_call(options);
        let request = client.list_instances().page(number_of(&place)).per_page(PER_PAGE);
        let page = self.ask("list_instances", request.send()).await;
        if place.is_probe() && page.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            return Ok(Page::last(Vec::new()));
        }
        let page = page?;
        let claims = claims(page.total_count, page.per_page, page.instances.len());
        Ok(Page::last(page.instances).at(&place, list, claims)?.of_total(u64::try_from(page.total_count).ok()))
    }

    /// All snapshots of the account, or of an instance.
    pub(super) async fn all_snapshots(
        &self,
        options: &CallOptions,
        vm: Option<&VmId>,
    ) -> Result<Vec<types::Snapshot>, Error> {
        page::collect(page::stream(PROVIDER, |token| Box::pin(self.snapshot_page(options, vm, token)))).await
    }

    /// All instances of the account.
    pub(super) async fn all_instances(&self, options: &CallOptions) -> Result<Vec<types::Instance>, Error> {
        page::collect(page::stream(PROVIDER, |token| Box::pin(self.instance_page(options, token)))).await
    }
}

fn number_of(place: &Place) -> i64 {
    i64::try_from(place.number).unwrap_or(i64::MAX)
}

/// What an answer says of its list. The provider may give fewer entries at once than were asked for, and then says how many.
fn claims(total: i64, per_page: i64, length: usize) -> Claims {
    Claims { total: Some(total), pages: None, full: page::may_be_full(length, per_page.min(PER_PAGE)) }
}
