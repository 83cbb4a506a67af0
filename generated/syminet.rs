#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /**An automatic backup of a slice. Its ID is called `backup_id`, not `id`, and it does not name its slice.
*/
    #[derive(Clone, Debug)]
    pub struct Backup {
        /**The size of the backup. The API pages give no unit; the panel shows the size of a backup in GB, so it is
probably GB. Do not convert it to bytes.
*/
        pub backup_full_size: ::std::option::Option<i64>,
        ///The ID of the backup.
        pub backup_id: i64,
        /**When the backup was created: date, space, time with microseconds, no time zone. Treat it as UTC, as shown in
the panel. Not an RFC 3339 time.
*/
        pub created: ::std::string::String,
        /**How long creation took, as text such as `52s`. The format beyond a minute is not documented. Presumably
absent or null while the backup is being created.
*/
        pub duration: ::std::option::Option<::std::string::String>,
        ///The name of the backup. Only `automatic` was shown, so it does not distinguish backups.
        pub name: ::std::string::String,
    }
    crate::fields::read_fields! {
        Backup { backup_full_size backup_id created duration name }
    }
    crate::fields::write_fields! {
        Backup { backup_full_size[optional] backup_id created duration[optional] name }
    }
    ///The backups kept for one slice. There are no pagination keys.
    #[derive(Clone, Debug)]
    pub struct BackupList {
        ///The backups of the slice. The vendor's example is sorted from oldest to newest.
        pub data: ::std::vec::Vec<Backup>,
    }
    crate::fields::read_fields! {
        BackupList { data }
    }
    crate::fields::write_fields! {
        BackupList { data }
    }
    /**An error. The manual says that errors are typically an object with the key `error`, and shows one. Nothing is
required, other keys are possible, and clients must cope with a body that is not JSON at all.
*/
    #[derive(Clone, Debug, Default)]
    pub struct ErrorAnswer {
        ///What went wrong, as a human-readable sentence. Do not base decisions on its wording.
        pub error: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        ErrorAnswer { error }
    }
    crate::fields::write_fields! {
        ErrorAnswer { error[optional] }
    }
    /**A snapshot as listed for one slice: without region, permissions and progress. Whether a snapshot in progress is
listed here, and what it looks like, is not documented.
*/
    #[derive(Clone, Debug)]
    pub struct SliceSnapshot {
        /**A size. The unit is not documented; probably GB. What it measures is not documented either: it differs from
the `snapshot_size` of the same ID in the vendor's examples. Do not convert it to bytes.
*/
        pub backup_full_size: ::std::option::Option<i64>,
        /**When the snapshot was created: date, space, time with microseconds, no time zone. Treat it as UTC, as shown
in the panel. Not an RFC 3339 time.
*/
        pub created: ::std::string::String,
        /**How long creation took, as text such as `38s`. The format beyond a minute is not documented. Presumably
absent or null while the snapshot is being created.
*/
        pub duration: ::std::option::Option<::std::string::String>,
        ///The ID of the snapshot, the same as in the account's list.
        pub id: i64,
        ///The name of the snapshot.
        pub name: ::std::string::String,
    }
    crate::fields::read_fields! {
        SliceSnapshot { backup_full_size created duration id name }
    }
    crate::fields::write_fields! {
        SliceSnapshot { backup_full_size[optional] created duration[optional] id name }
    }
    ///All snapshots of one slice. There are no pagination keys.
    #[derive(Clone, Debug)]
    pub struct SliceSnapshotList {
        ///The snapshots of the slice. The order is not documented.
        pub data: ::std::vec::Vec<SliceSnapshot>,
    }
    crate::fields::read_fields! {
        SliceSnapshotList { data }
    }
    crate::fields::write_fields! {
        SliceSnapshotList { data }
    }
    /**A snapshot as listed for the account. The vendor's examples show all of these fields, but only for finished
snapshots of existing slices; a snapshot in progress, or one whose slice is gone, was never shown. So only its
ID, name and time are required.
*/
    #[derive(Clone, Debug)]
    pub struct Snapshot {
        /**When the snapshot was created: date, space, time with microseconds, no time zone. Treat it as UTC, as shown
in the panel. Not an RFC 3339 time.
*/
        pub created: ::std::string::String,
        ///The ID of the data center that holds the snapshot.
        pub datacenter_id: ::std::option::Option<i64>,
        /**How long creation took, as text such as `38s` or `05s`. The format beyond a minute is not documented.
Presumably absent or null while the snapshot is being created.
*/
        pub duration: ::std::option::Option<::std::string::String>,
        ///The ID of the snapshot.
        pub id: i64,
        /**Presumably indicates that the snapshot is still being created. Only null was shown (for finished snapshots),
so the type is unknown: any value is possible.
*/
        pub in_progress: ::std::option::Option<::serde_json::Value>,
        /**The meaning is not documented. Only null was shown, so the type is unknown: any value is possible.
*/
        pub legacy: ::std::option::Option<::serde_json::Value>,
        ///The name of the snapshot.
        pub name: ::std::string::String,
        /**What the token's user may do with the snapshot. `rw` and `ro` were shown; restoring needs `rw`. Other values
are possible.
*/
        pub perms: ::std::option::Option<::std::string::String>,
        /**Presumably the progress of the creation. Only null was shown, so type and unit are unknown: any value is
possible.
*/
        pub progress: ::std::option::Option<::serde_json::Value>,
        ///The short name of the region that holds the snapshot. `SFO1` was shown; other values are possible.
        pub region: ::std::option::Option<::std::string::String>,
        /**The size of the snapshot. The unit is not documented; probably GB. It is not the same measure as
`backup_full_size`: the vendor's pages show 21 here and 50 there for the same ID. Do not convert it to
bytes.
*/
        pub snapshot_size: ::std::option::Option<i64>,
        ///The ID of the data center of the slice.
        pub vm_datacenter_id: ::std::option::Option<i64>,
        /**Presumably indicates that the slice was deleted, since snapshots outlive their slice. Only null was shown,
so the type is unknown: any value is possible.
*/
        pub vm_deleted: ::std::option::Option<::serde_json::Value>,
        ///The ID of the slice that the snapshot was taken of; possibly null once the slice is gone.
        pub vm_id: ::std::option::Option<i64>,
        /**What the token's user may do with the slice. Only `rw` was shown; `ro` is expected, as for `perms`, and
other values are possible.
*/
        pub vm_perms: ::std::option::Option<::std::string::String>,
        ///The ID of the user who owns the slice (inferred from the field's name).
        pub vm_user_id: ::std::option::Option<i64>,
        ///The name of the slice that the snapshot was taken of; possibly null once the slice is gone.
        pub vmname: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        Snapshot { created datacenter_id duration id in_progress legacy name perms
        progress region snapshot_size vm_datacenter_id vm_deleted vm_id vm_perms
        vm_user_id vmname }
    }
    crate::fields::write_fields! {
        Snapshot { created datacenter_id[optional] duration[optional] id
        in_progress[optional] legacy[optional] name perms[optional] progress[optional]
        region[optional] snapshot_size[optional] vm_datacenter_id[optional]
        vm_deleted[optional] vm_id[optional] vm_perms[optional] vm_user_id[optional]
        vmname[optional] }
    }
    ///The request body for creating and renaming a snapshot.
    #[derive(Clone, Debug)]
    pub struct SnapshotNameRequest {
        /**The name of the snapshot. That it must not be empty is an assumption; allowed characters and the maximum
length are not documented.
*/
        pub snapshot_name: ::std::string::String,
    }
    crate::fields::read_fields! {
        SnapshotNameRequest { snapshot_name }
    }
    crate::fields::write_fields! {
        SnapshotNameRequest { snapshot_name }
    }
    impl SnapshotNameRequest {
        #[inline]
        pub fn builder() -> builder::SnapshotNameRequest {
            Default::default()
        }
    }
    ///One page of the account's snapshots.
    #[derive(Clone, Debug)]
    pub struct SnapshotPage {
        ///The snapshots on this page. The order is not documented.
        pub data: ::std::vec::Vec<Snapshot>,
        /**The number of this page. The first is 1; for an empty list 0 is expected, as in the vendor's list of slices.
*/
        pub page: i64,
        ///The number of pages; 0 is expected for an empty list.
        pub pages: i64,
        /**The number of snapshots, assumed to be the total over all pages. The vendor's example has a single page, so
this could be the number on this page instead; do not use it to decide when to stop.
*/
        pub results: i64,
    }
    crate::fields::read_fields! {
        SnapshotPage { data page pages results }
    }
    crate::fields::write_fields! {
        SnapshotPage { data page pages results }
    }
    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct SnapshotNameRequest {
            snapshot_name: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotNameRequest {
            #[inline]
            fn default() -> Self {
                Self {
                    snapshot_name: Err("no value supplied for snapshot_name".to_string()),
                }
            }
        }
        impl SnapshotNameRequest {
            #[inline]
            pub fn snapshot_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.snapshot_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for snapshot_name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotNameRequest>
        for super::SnapshotNameRequest {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotNameRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    snapshot_name: value.snapshot_name?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotNameRequest> for SnapshotNameRequest {
            #[inline]
            fn from(value: super::SnapshotNameRequest) -> Self {
                Self {
                    snapshot_name: Ok(value.snapshot_name),
                }
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            #[inline]
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            #[inline]
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            #[inline]
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            #[inline]
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for Syminet snapshots and backups (unofficial)

Snapshots and automatic backups of Syminet slices. Unofficial: not affiliated with the vendor and not endorsed by it. See the tag "Guide" for usage.

Version: 0.1.0*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::transport::Transport,
}
impl Client {
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    #[inline]
    pub(crate) fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: crate::transport::Transport,
    ) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            inner,
        }
    }
}
#[doc(hidden)]
impl ClientInfo<crate::transport::Transport> for Client {
    #[inline]
    fn api_version() -> &'static str {
        "0.1.0"
    }
    #[inline]
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    #[inline]
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    #[inline]
    fn inner(&self) -> &crate::transport::Transport {
        &self.inner
    }
}
const _: () = {
    #[allow(dead_code)]
    #[inline]
    fn assert_client_hooks()
    where
        Client: ClientHooks<crate::transport::Transport>,
    {}
};
impl Client {
    /**List all snapshots of the account

Lists one page of all snapshots visible to the token, including those of deleted slices. There is no operation
for a single snapshot: find it in this list. The sort order is not documented.


Sends a `GET` request to `/images`

Arguments:
- `page`: The number of the page to return. By default, the first page is returned, which the vendor's example numbers 1.
The response to a page number beyond the last page is not documented.

- `query`: Returns only snapshots whose name contains this text. The manual's text says that the snapshot's name is
compared, although its sample URL calls the value a slice name. Whether the comparison is case-sensitive is not
documented.

```text
let response = client.list_snapshots()
    .page(page)
    .query(query)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_snapshots(&self) -> builder::ListSnapshots<'_> {
        builder::ListSnapshots::new(self)
    }
    /**List the snapshots of a slice

Lists the snapshots of one slice. The entries have fewer fields than those of `list_snapshots`, and the response
has no pagination keys, so it is assumed to be complete. The number in the path is a slice ID.


Sends a `GET` request to `/images/snapshots/{slice_id}`

Arguments:
- `slice_id`: The ID of a slice (virtual machine): `vm_id` in the account's list of snapshots. The lower bound is an
assumption; only positive IDs were seen.

```text
let response = client.list_slice_snapshots()
    .slice_id(slice_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_slice_snapshots(&self) -> builder::ListSliceSnapshots<'_> {
        builder::ListSliceSnapshots::new(self)
    }
    /**Create a snapshot of a slice

Requests a new snapshot of a slice. The response is not known to contain the new ID: compare the IDs listed
before and after. Whether the server keeps the name as given is not documented (the vendor's panel proposes
names that end in a Unix time), so use the name only to choose among several new IDs. A repeated request may
create a second snapshot. The number in the path is a slice ID.


Sends a `POST` request to `/images/snapshots/{slice_id}/create`

Arguments:
- `slice_id`: The ID of a slice (virtual machine): `vm_id` in the account's list of snapshots. The lower bound is an
assumption; only positive IDs were seen.

- `body`: The name of the new snapshot.
```text
let response = client.create_snapshot()
    .slice_id(slice_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn create_snapshot(&self) -> builder::CreateSnapshot<'_> {
        builder::CreateSnapshot::new(self)
    }
    /**Restore a slice from a snapshot

Replaces **all data** on the slice with the snapshot. Everything on the slice is lost. The token needs
read-write permission on both the slice and the snapshot, so a snapshot with `perms` `ro` is expected to be
refused with a 403. Whether a snapshot of another slice is accepted is not documented. This API offers no way to
observe the completion of the restore. Never retry this request automatically. The first number in the path is a
snapshot ID.


Sends a `POST` request to `/images/snapshots/{snapshot_id}/restore/{slice_id}`

Arguments:
- `snapshot_id`: The ID of a snapshot: `id` in the lists of snapshots. The lower bound is an assumption; only positive IDs were
seen.

- `slice_id`: The ID of a slice (virtual machine): `vm_id` in the account's list of snapshots. The lower bound is an
assumption; only positive IDs were seen.

```text
let response = client.restore_snapshot()
    .snapshot_id(snapshot_id)
    .slice_id(slice_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn restore_snapshot(&self) -> builder::RestoreSnapshot<'_> {
        builder::RestoreSnapshot::new(self)
    }
    /**Rename a snapshot

Renames a snapshot. Setting the same name twice is assumed to leave the same state. The response may arrive
before the new name is listed. The number in the path is a snapshot ID.


Sends a `POST` request to `/images/snapshots/{snapshot_id}/rename`

Arguments:
- `snapshot_id`: The ID of a snapshot: `id` in the lists of snapshots. The lower bound is an assumption; only positive IDs were
seen.

- `body`: The new name of the snapshot.
```text
let response = client.rename_snapshot()
    .snapshot_id(snapshot_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn rename_snapshot(&self) -> builder::RenameSnapshot<'_> {
        builder::RenameSnapshot::new(self)
    }
    /**Delete a snapshot

Permanently deletes a snapshot. The response may arrive before the snapshot has left the lists. The response to
a second request is not documented; 404 is expected. The number in the path is a snapshot ID.


Sends a `DELETE` request to `/images/snapshots/{snapshot_id}/delete`

Arguments:
- `snapshot_id`: The ID of a snapshot: `id` in the lists of snapshots. The lower bound is an assumption; only positive IDs were
seen.

```text
let response = client.delete_snapshot()
    .snapshot_id(snapshot_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn delete_snapshot(&self) -> builder::DeleteSnapshot<'_> {
        builder::DeleteSnapshot::new(self)
    }
    /**List the backups of a slice

Lists the automatic backups kept for a slice. The panel's manual says that a backup is taken every 72 hours and
that three are kept. The response for a slice without the backup service is not documented.


Sends a `GET` request to `/backups/{slice_id}`

Arguments:
- `slice_id`: The ID of a slice (virtual machine): `vm_id` in the account's list of snapshots. The lower bound is an
assumption; only positive IDs were seen.

```text
let response = client.list_backups()
    .slice_id(slice_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_backups(&self) -> builder::ListBackups<'_> {
        builder::ListBackups::new(self)
    }
    /**Restore a slice from a backup

Replaces **all data** on the slice with the backup. Everything on the slice is lost. This API offers no way to
observe the completion of the restore. Never retry this request automatically. Read-write permission on the
slice is expected to be required, as for a snapshot.


Sends a `POST` request to `/backups/{slice_id}/restore/{backup_id}`

Arguments:
- `slice_id`: The ID of a slice (virtual machine): `vm_id` in the account's list of snapshots. The lower bound is an
assumption; only positive IDs were seen.

- `backup_id`: The ID of a backup: `backup_id` in the list of backups. The lower bound is an assumption; only positive IDs were
seen.

```text
let response = client.restore_backup()
    .slice_id(slice_id)
    .backup_id(backup_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn restore_backup(&self) -> builder::RestoreBackup<'_> {
        builder::RestoreBackup::new(self)
    }
    /**Enable the automatic backups of a slice (changes state)

**A GET that changes state.** Enables the backup service of the slice; the panel's manual says that the service
is billed. After `disable_backups` the service cannot be re-enabled for 72 hours; the status of such a refusal
is not documented (409 or 422 is likely). No operation reports whether the service is enabled.


Sends a `GET` request to `/backups/{slice_id}/backups/enable`

Arguments:
- `slice_id`: The ID of a slice (virtual machine): `vm_id` in the account's list of snapshots. The lower bound is an
assumption; only positive IDs were seen.

```text
let response = client.enable_backups()
    .slice_id(slice_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn enable_backups(&self) -> builder::EnableBackups<'_> {
        builder::EnableBackups::new(self)
    }
    /**Disable the automatic backups of a slice (changes state)

**A GET that changes state.** Disables the backup service of the slice. It cannot be re-enabled for 72 hours.
Whether existing backups are removed, and whether a second request restarts the 72 hours, is not documented.


Sends a `GET` request to `/backups/{slice_id}/backups/disable`

Arguments:
- `slice_id`: The ID of a slice (virtual machine): `vm_id` in the account's list of snapshots. The lower bound is an
assumption; only positive IDs were seen.

```text
let response = client.disable_backups()
    .slice_id(slice_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn disable_backups(&self) -> builder::DisableBackups<'_> {
        builder::DisableBackups::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::list_snapshots`]

[`Client::list_snapshots`]: super::Client::list_snapshots*/
    #[derive(Debug, Clone)]
    pub struct ListSnapshots<'a> {
        client: &'a super::Client,
        page: Result<Option<i64>, String>,
        query: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListSnapshots<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                page: Ok(None),
                query: Ok(None),
            }
        }
        #[inline]
        pub fn page<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.page = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for page failed".to_string());
            self
        }
        #[inline]
        pub fn query<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.query = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for query failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/images`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotPage>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, page, query } = self;
            let page = page.map_err(Error::InvalidRequest)?;
            let query = query.map_err(Error::InvalidRequest)?;
            let url = format!("{}/images", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page", &page))
                .query(&progenitor_client::QueryParam::new("query", &query))
                .build()?;
            let info = OperationInfo {
                operation_id: "list_snapshots",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::list_slice_snapshots`]

[`Client::list_slice_snapshots`]: super::Client::list_slice_snapshots*/
    #[derive(Debug, Clone)]
    pub struct ListSliceSnapshots<'a> {
        client: &'a super::Client,
        slice_id: Result<i64, String>,
    }
    impl<'a> ListSliceSnapshots<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                slice_id: Err("slice_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn slice_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.slice_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for slice_id failed".to_string());
            self
        }
        ///Sends a `GET` request to `/images/snapshots/{slice_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SliceSnapshotList>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, slice_id } = self;
            let slice_id = slice_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/images/snapshots/{}", client.baseurl, encode_path(& slice_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let info = OperationInfo {
                operation_id: "list_slice_snapshots",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::create_snapshot`]

[`Client::create_snapshot`]: super::Client::create_snapshot*/
    #[derive(Debug, Clone)]
    pub struct CreateSnapshot<'a> {
        client: &'a super::Client,
        slice_id: Result<i64, String>,
        body: Result<types::builder::SnapshotNameRequest, String>,
    }
    impl<'a> CreateSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                slice_id: Err("slice_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        #[inline]
        pub fn slice_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.slice_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for slice_id failed".to_string());
            self
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SnapshotNameRequest>,
            <V as std::convert::TryInto<
                types::SnapshotNameRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SnapshotNameRequest` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SnapshotNameRequest,
            ) -> types::builder::SnapshotNameRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/images/snapshots/{slice_id}/create`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, slice_id, body } = self;
            let slice_id = slice_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::SnapshotNameRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/images/snapshots/{}/create", client.baseurl, encode_path(& slice_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_snapshot",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => crate::generated::undecoded(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::restore_snapshot`]

[`Client::restore_snapshot`]: super::Client::restore_snapshot*/
    #[derive(Debug, Clone)]
    pub struct RestoreSnapshot<'a> {
        client: &'a super::Client,
        snapshot_id: Result<i64, String>,
        slice_id: Result<i64, String>,
    }
    impl<'a> RestoreSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                snapshot_id: Err("snapshot_id was not initialized".to_string()),
                slice_id: Err("slice_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn snapshot_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.snapshot_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for snapshot_id failed".to_string());
            self
        }
        #[inline]
        pub fn slice_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.slice_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for slice_id failed".to_string());
            self
        }
        ///Sends a `POST` request to `/images/snapshots/{snapshot_id}/restore/{slice_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, snapshot_id, slice_id } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let slice_id = slice_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/images/snapshots/{}/restore/{}", client.baseurl, encode_path(&
                snapshot_id.to_string()), encode_path(& slice_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.post(url).build()?;
            let info = OperationInfo {
                operation_id: "restore_snapshot",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => crate::generated::undecoded(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::rename_snapshot`]

[`Client::rename_snapshot`]: super::Client::rename_snapshot*/
    #[derive(Debug, Clone)]
    pub struct RenameSnapshot<'a> {
        client: &'a super::Client,
        snapshot_id: Result<i64, String>,
        body: Result<types::builder::SnapshotNameRequest, String>,
    }
    impl<'a> RenameSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                snapshot_id: Err("snapshot_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        #[inline]
        pub fn snapshot_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.snapshot_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for snapshot_id failed".to_string());
            self
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SnapshotNameRequest>,
            <V as std::convert::TryInto<
                types::SnapshotNameRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SnapshotNameRequest` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SnapshotNameRequest,
            ) -> types::builder::SnapshotNameRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/images/snapshots/{snapshot_id}/rename`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, snapshot_id, body } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::SnapshotNameRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/images/snapshots/{}/rename", client.baseurl, encode_path(&
                snapshot_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .json(&body)
                .build()?;
            let info = OperationInfo {
                operation_id: "rename_snapshot",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => crate::generated::undecoded(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::delete_snapshot`]

[`Client::delete_snapshot`]: super::Client::delete_snapshot*/
    #[derive(Debug, Clone)]
    pub struct DeleteSnapshot<'a> {
        client: &'a super::Client,
        snapshot_id: Result<i64, String>,
    }
    impl<'a> DeleteSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                snapshot_id: Err("snapshot_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn snapshot_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.snapshot_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for snapshot_id failed".to_string());
            self
        }
        ///Sends a `DELETE` request to `/images/snapshots/{snapshot_id}/delete`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, snapshot_id } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/images/snapshots/{}/delete", client.baseurl, encode_path(&
                snapshot_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).build()?;
            let info = OperationInfo {
                operation_id: "delete_snapshot",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => crate::generated::undecoded(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::list_backups`]

[`Client::list_backups`]: super::Client::list_backups*/
    #[derive(Debug, Clone)]
    pub struct ListBackups<'a> {
        client: &'a super::Client,
        slice_id: Result<i64, String>,
    }
    impl<'a> ListBackups<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                slice_id: Err("slice_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn slice_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.slice_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for slice_id failed".to_string());
            self
        }
        ///Sends a `GET` request to `/backups/{slice_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<types::BackupList>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, slice_id } = self;
            let slice_id = slice_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/backups/{}", client.baseurl, encode_path(& slice_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let info = OperationInfo {
                operation_id: "list_backups",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::restore_backup`]

[`Client::restore_backup`]: super::Client::restore_backup*/
    #[derive(Debug, Clone)]
    pub struct RestoreBackup<'a> {
        client: &'a super::Client,
        slice_id: Result<i64, String>,
        backup_id: Result<i64, String>,
    }
    impl<'a> RestoreBackup<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                slice_id: Err("slice_id was not initialized".to_string()),
                backup_id: Err("backup_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn slice_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.slice_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for slice_id failed".to_string());
            self
        }
        #[inline]
        pub fn backup_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.backup_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for backup_id failed".to_string());
            self
        }
        ///Sends a `POST` request to `/backups/{slice_id}/restore/{backup_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, slice_id, backup_id } = self;
            let slice_id = slice_id.map_err(Error::InvalidRequest)?;
            let backup_id = backup_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/backups/{}/restore/{}", client.baseurl, encode_path(& slice_id
                .to_string()), encode_path(& backup_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.post(url).build()?;
            let info = OperationInfo {
                operation_id: "restore_backup",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => crate::generated::undecoded(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::enable_backups`]

[`Client::enable_backups`]: super::Client::enable_backups*/
    #[derive(Debug, Clone)]
    pub struct EnableBackups<'a> {
        client: &'a super::Client,
        slice_id: Result<i64, String>,
    }
    impl<'a> EnableBackups<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                slice_id: Err("slice_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn slice_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.slice_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for slice_id failed".to_string());
            self
        }
        ///Sends a `GET` request to `/backups/{slice_id}/backups/enable`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, slice_id } = self;
            let slice_id = slice_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/backups/{}/backups/enable", client.baseurl, encode_path(& slice_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.get(url).build()?;
            let info = OperationInfo {
                operation_id: "enable_backups",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => crate::generated::undecoded(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::disable_backups`]

[`Client::disable_backups`]: super::Client::disable_backups*/
    #[derive(Debug, Clone)]
    pub struct DisableBackups<'a> {
        client: &'a super::Client,
        slice_id: Result<i64, String>,
    }
    impl<'a> DisableBackups<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                slice_id: Err("slice_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn slice_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.slice_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for slice_id failed".to_string());
            self
        }
        ///Sends a `GET` request to `/backups/{slice_id}/backups/disable`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, slice_id } = self;
            let slice_id = slice_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/backups/{}/backups/disable", client.baseurl, encode_path(& slice_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.get(url).build()?;
            let info = OperationInfo {
                operation_id: "disable_backups",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                202u16 => crate::generated::undecoded(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
