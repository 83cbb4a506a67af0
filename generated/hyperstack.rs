#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /**The new image. The published responses have `image`; the vendor's SDK spec has only `id`. Expect one of the two.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct CreateImageAnswer {
        ///ID of the new image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub image: ::std::option::Option<Image>,
        ///What was done, for humans.
        pub message: ::std::string::String,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    impl CreateImageAnswer {
        #[inline]
        pub fn builder() -> builder::CreateImageAnswer {
            Default::default()
        }
    }
    ///Whether enhanced metrics are collected for a machine. From the vendor's raw spec and SDKs, never seen.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct EnhancedMetrics(pub ::std::option::Option<EnhancedMetricsInner>);
    impl ::std::ops::Deref for EnhancedMetrics {
        type Target = ::std::option::Option<EnhancedMetricsInner>;
        #[inline]
        fn deref(&self) -> &::std::option::Option<EnhancedMetricsInner> {
            &self.0
        }
    }
    impl ::std::convert::From<EnhancedMetrics>
    for ::std::option::Option<EnhancedMetricsInner> {
        #[inline]
        fn from(value: EnhancedMetrics) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::option::Option<EnhancedMetricsInner>>
    for EnhancedMetrics {
        #[inline]
        fn from(value: ::std::option::Option<EnhancedMetricsInner>) -> Self {
            Self(value)
        }
    }
    ///Whether enhanced metrics are collected for a machine. From the vendor's raw spec and SDKs, never seen.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct EnhancedMetricsInner {
        ///Whether they are collected.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub enabled: ::std::option::Option<bool>,
    }
    impl EnhancedMetricsInner {
        #[inline]
        pub fn builder() -> builder::EnhancedMetricsInner {
            Default::default()
        }
    }
    ///Properties of an environment, or of a machine in it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct EnvironmentFeatures {
        ///How green the power is. Missing in older responses.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub green_status: ::std::option::Option<::std::string::String>,
        ///Whether the network is of the faster type.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub network_optimised: ::std::option::Option<bool>,
    }
    impl EnvironmentFeatures {
        #[inline]
        pub fn builder() -> builder::EnvironmentFeatures {
            Default::default()
        }
    }
    /**An error. No field is guaranteed: some errors contain only a `message`. Base decisions on the HTTP status, then
on `error_reason`, never on the text.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ErrorAnswer {
        ///What went wrong, for programs. The documented reasons are listed; others are possible.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub error_reason: ::std::option::Option<::std::string::String>,
        ///What went wrong, for humans. Several wordings exist for one condition.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        ///False on errors.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<bool>,
    }
    impl ErrorAnswer {
        #[inline]
        pub fn builder() -> builder::ErrorAnswer {
            Default::default()
        }
    }
    ///Properties of a flavor. Older responses have only the first one.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct FlavorFeatures {
        ///Whether the flavor is available through the API only.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub api_only: ::std::option::Option<bool>,
        ///Whether the flavor has local storage only.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub local_storage_only: ::std::option::Option<bool>,
        ///Whether the network is of the faster type.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub network_optimised: ::std::option::Option<bool>,
        ///Whether machines of this flavor cannot be hibernated.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub no_hibernation: ::std::option::Option<bool>,
        ///Whether machines of this flavor cannot be rebooted.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub no_reboot: ::std::option::Option<bool>,
        ///Whether machines of this flavor do not support snapshots.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub no_snapshot: ::std::option::Option<bool>,
    }
    impl FlavorFeatures {
        #[inline]
        pub fn builder() -> builder::FlavorFeatures {
            Default::default()
        }
    }
    ///An image, with the fields of all sources. Which of them are present depends on the operation.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Image {
        ///When the image was created, in the same formats as a snapshot's times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Whether the image is deleted.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub deleted: ::std::option::Option<bool>,
        ///Description of the image. Null on custom images.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Size for display.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub display_size: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub flavor_restrictions: ::std::option::Option<ImageFlavorRestrictions>,
        ///ID of the image.
        pub id: i64,
        ///Whether everyone can use the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub is_public: ::std::option::Option<bool>,
        ///Labels of the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub labels: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
        ///Name of the image.
        pub name: ::std::string::String,
        ///ID of the image in the underlying platform (a UUID was seen).
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub openstack_id: ::std::option::Option<::std::string::String>,
        ///IDs of the organizations that can use the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub org_ids: ::std::option::Option<::std::vec::Vec<i64>>,
        ///IDs of the organizations that can use the image, again.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub organizations: ::std::option::Option<::std::vec::Vec<i64>>,
        ///ID of the image's region.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region_id: ::std::option::Option<i64>,
        ///Name of the image's region.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region_name: ::std::option::Option<::std::string::String>,
        ///Size in bytes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<i64>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub snapshot: ::std::option::Option<ImageSnapshot>,
        ///ID of the snapshot that the image was created from.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub snapshot_id: ::std::option::Option<i64>,
        ///Operating system, or `Snapshot` for a custom image.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///Apparently whether the image is hidden from lists.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub unlisted: ::std::option::Option<bool>,
        ///Version of the operating system, or the snapshot's name for a custom image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub version: ::std::option::Option<::std::string::String>,
    }
    impl Image {
        #[inline]
        pub fn builder() -> builder::Image {
            Default::default()
        }
    }
    ///One image. The vendor's SDK spec has only `image`, the older docs have the usual envelope.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ImageAnswer {
        pub image: Image,
        ///What was done, for humans.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::serde_json::Value>,
    }
    impl ImageAnswer {
        #[inline]
        pub fn builder() -> builder::ImageAnswer {
            Default::default()
        }
    }
    ///Name of the new image. The server refuses fields other than these two.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ImageCreation {
        ///Labels for the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub labels: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Name of the image, at most 50 characters according to the vendor's docs.
        pub name: ::std::string::String,
    }
    impl ImageCreation {
        #[inline]
        pub fn builder() -> builder::ImageCreation {
            Default::default()
        }
    }
    ///Which flavors the image can be used with. In the vendor's SDK spec only, never seen.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ImageFlavorRestrictions {
        ///The flavors that the image can be used with.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub compatible_flavors: ::std::option::Option<
            ::std::vec::Vec<::serde_json::Value>,
        >,
        ///Whether there are restrictions at all.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub has_flavor_restrictions: ::std::option::Option<bool>,
        ///How strict they are; null without restrictions.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub restriction_type: ::std::option::Option<::std::string::String>,
    }
    impl ImageFlavorRestrictions {
        #[inline]
        pub fn builder() -> builder::ImageFlavorRestrictions {
            Default::default()
        }
    }
    ///The images of one region and type.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ImageGroup {
        ///How green the power of the region is.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub green_status: ::std::option::Option<::std::string::String>,
        ///The images.
        pub images: ::std::vec::Vec<Image>,
        ///URL of a picture.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub logo: ::std::option::Option<::std::string::String>,
        ///Name of the region.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region_name: ::std::option::Option<::std::string::String>,
        ///Operating system, or `Snapshot` for custom images.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
    }
    impl ImageGroup {
        #[inline]
        pub fn builder() -> builder::ImageGroup {
            Default::default()
        }
    }
    ///Images in groups, each for one region and type.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ImageListAnswer {
        ///The groups.
        pub images: ::std::vec::Vec<ImageGroup>,
        ///What was done, for humans.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::serde_json::Value>,
    }
    impl ImageListAnswer {
        #[inline]
        pub fn builder() -> builder::ImageListAnswer {
            Default::default()
        }
    }
    ///The snapshot that an image was created from; null if there is none.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct ImageSnapshot(pub ::std::option::Option<ImageSnapshotInner>);
    impl ::std::ops::Deref for ImageSnapshot {
        type Target = ::std::option::Option<ImageSnapshotInner>;
        #[inline]
        fn deref(&self) -> &::std::option::Option<ImageSnapshotInner> {
            &self.0
        }
    }
    impl ::std::convert::From<ImageSnapshot>
    for ::std::option::Option<ImageSnapshotInner> {
        #[inline]
        fn from(value: ImageSnapshot) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::option::Option<ImageSnapshotInner>>
    for ImageSnapshot {
        #[inline]
        fn from(value: ::std::option::Option<ImageSnapshotInner>) -> Self {
            Self(value)
        }
    }
    ///The snapshot that an image was created from; null if there is none.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ImageSnapshotInner {
        ///When the snapshot was requested, in the same formats as the snapshot's own times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Size for display.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub display_size: ::std::option::Option<::std::string::String>,
        ///ID of the snapshot.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        ///Name of the snapshot.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Size in GB, like the snapshot's own size.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<f64>,
    }
    impl ImageSnapshotInner {
        #[inline]
        pub fn builder() -> builder::ImageSnapshotInner {
            Default::default()
        }
    }
    ///A response that only says what was done.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct MessageAnswer {
        ///What was done, for humans.
        pub message: ::std::string::String,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    impl MessageAnswer {
        #[inline]
        pub fn builder() -> builder::MessageAnswer {
            Default::default()
        }
    }
    ///Whether a name is available. This response has no `status`.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct NameAvailability {
        ///Whether the name is available.
        pub available: bool,
        ///The same, for humans.
        pub message: ::std::string::String,
        ///The name that was checked.
        pub name: ::std::string::String,
    }
    impl NameAvailability {
        #[inline]
        pub fn builder() -> builder::NameAvailability {
            Default::default()
        }
    }
    /**What failed although the machine is being created, by subject. Only `contract` is documented: the machine then
runs on demand.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct RestoreErrors(
        pub ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    );
    impl ::std::ops::Deref for RestoreErrors {
        type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
        #[inline]
        fn deref(
            &self,
        ) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
            &self.0
        }
    }
    impl ::std::convert::From<RestoreErrors>
    for ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        #[inline]
        fn from(value: RestoreErrors) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    > for RestoreErrors {
        #[inline]
        fn from(
            value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ) -> Self {
            Self(value)
        }
    }
    /**The new machine. The published responses have `instances`, an array of one; the vendor's SDK spec has
`instance`. Expect one of the two. A response with neither does not reveal the new machine's ID: look for the
name in the list.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct RestoreSnapshotAnswer {
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub errors: ::std::option::Option<RestoreErrors>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub instance: ::std::option::Option<Vm>,
        ///The new machine, as the only element.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub instances: ::std::option::Option<::std::vec::Vec<Vm>>,
        ///What was done, for humans.
        pub message: ::std::string::String,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    impl RestoreSnapshotAnswer {
        #[inline]
        pub fn builder() -> builder::RestoreSnapshotAnswer {
            Default::default()
        }
    }
    /**A copy of the root disk of a machine. The fields from `region` on are missing right after a create and in the
short form of the list. A recorded older response has only `id`, `name`, `description`, `vm_id` and
`created_at`, so only what all sources show is required.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Snapshot {
        /**When the snapshot was requested: `2026-07-14T02:15:09` (no time zone, to be treated as UTC) or RFC 3339,
with or without a fraction of a second. Missing in an older response to a create.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub custom_image: ::std::option::Option<SnapshotCustomImage>,
        ///Description of the snapshot.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Whether the machine had a floating address when the snapshot was taken. Missing in older responses.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub has_floating_ip: ::std::option::Option<bool>,
        ///ID of the snapshot.
        pub id: i64,
        ///Whether a custom image was created from the snapshot (inferred). Missing in older responses.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub is_image: ::std::option::Option<bool>,
        ///Labels of the snapshot, an empty array if it has none. Missing in older responses.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub labels: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Name of the snapshot.
        pub name: ::std::string::String,
        ///Name of the region that holds the snapshot.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region: ::std::option::Option<::std::string::String>,
        ///ID of the region that holds the snapshot.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region_id: ::std::option::Option<i64>,
        /**Size in GB, and 0 while the snapshot is being taken. Note that the size of an image is in bytes. The vendor
does not say whether a GB is 10^9 or 2^30 bytes; alongside a size of 4, an image of 4 * 2^30 bytes was
published.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<i64>,
        /**Status of the snapshot. `CREATING` and `SUCCESS` were seen in published responses; `SUCCESSFUL` and
`COMPLETE` occur only in the vendor's prose. No list of all statuses is published. Neither a failed nor a
deleting snapshot was ever seen; third-party clients expect `ERROR` or `FAILED` for the one and `DELETING`
for the other.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::std::string::String>,
        ///When the snapshot was last modified, in the same formats as created_at. Missing in older responses.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub updated_at: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub vm_environment: ::std::option::Option<SnapshotVmEnvironment>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub vm_flavor: ::std::option::Option<SnapshotVmFlavor>,
        ///ID of the machine that the snapshot was taken of. The machine may no longer exist.
        pub vm_id: i64,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub vm_image: ::std::option::Option<SnapshotVmImage>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub vm_keypair: ::std::option::Option<SnapshotVmKeypair>,
        ///Name of the machine that the snapshot was taken of.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub vm_name: ::std::option::Option<::std::string::String>,
        /**Status of that machine, presumably with the values of a machine's status; `SHUTOFF` and `DELETED` were seen.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub vm_status: ::std::option::Option<::std::string::String>,
        /**Only null was ever seen. The vendor's spec says string, while the IDs of its volumes are integers elsewhere,
so it has no type here: with the wrong one, a client would lose the whole response.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub volume_id: ::std::option::Option<::serde_json::Value>,
        ///Only null was ever seen. The vendor's spec says string.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub volume_name: ::std::option::Option<::std::string::String>,
    }
    impl Snapshot {
        #[inline]
        pub fn builder() -> builder::Snapshot {
            Default::default()
        }
    }
    /**One snapshot. In the response of a create, the snapshot has at most its twelve basic fields; in that of a get,
it has all of them.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SnapshotAnswer {
        ///What was done, for humans.
        pub message: ::std::string::String,
        pub snapshot: Snapshot,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    impl SnapshotAnswer {
        #[inline]
        pub fn builder() -> builder::SnapshotAnswer {
            Default::default()
        }
    }
    /**Name and description of the new snapshot. Older versions of the API had a field `is_image` here; it is gone and
must not be sent.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SnapshotCreation {
        /**Description of the snapshot. Required, although the older docs call it optional. Whether an empty string is
accepted is not known, nor is a maximum length.
*/
        pub description: ::std::string::String,
        ///Labels for the snapshot.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub labels: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /**Name of the snapshot, at most 50 characters according to the older docs. The allowed characters are not
documented.
*/
        pub name: ::std::string::String,
    }
    impl SnapshotCreation {
        #[inline]
        pub fn builder() -> builder::SnapshotCreation {
            Default::default()
        }
    }
    /**The custom image created from the snapshot. The vendor's spec says string, its published responses have an
object. That it is null if there is none is inferred, not seen.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct SnapshotCustomImage(pub ::std::option::Option<SnapshotCustomImageInner>);
    impl ::std::ops::Deref for SnapshotCustomImage {
        type Target = ::std::option::Option<SnapshotCustomImageInner>;
        #[inline]
        fn deref(&self) -> &::std::option::Option<SnapshotCustomImageInner> {
            &self.0
        }
    }
    impl ::std::convert::From<SnapshotCustomImage>
    for ::std::option::Option<SnapshotCustomImageInner> {
        #[inline]
        fn from(value: SnapshotCustomImage) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::option::Option<SnapshotCustomImageInner>>
    for SnapshotCustomImage {
        #[inline]
        fn from(value: ::std::option::Option<SnapshotCustomImageInner>) -> Self {
            Self(value)
        }
    }
    /**The custom image created from the snapshot. The vendor's spec says string, its published responses have an
object. That it is null if there is none is inferred, not seen.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct SnapshotCustomImageInner {
        ///When the image was created, in the same formats as the snapshot's times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Description of the image. Only null was seen.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///ID of the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        ///Whether everyone can use the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub is_public: ::std::option::Option<bool>,
        ///Labels of the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub labels: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
        ///Name of the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Name of the image's region.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region_name: ::std::option::Option<::std::string::String>,
        ///Size in bytes, unlike the snapshot's own size.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<i64>,
        ///Type of the image; `Snapshot` was seen.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///The snapshot's name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub version: ::std::option::Option<::std::string::String>,
    }
    impl SnapshotCustomImageInner {
        #[inline]
        pub fn builder() -> builder::SnapshotCustomImageInner {
            Default::default()
        }
    }
    ///Something that happened to a snapshot. Known from a single published example.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SnapshotEvent {
        ///ID of the event.
        pub id: i64,
        ///What happened, for humans.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        ///Name of the snapshot.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub object: ::std::option::Option<::std::string::String>,
        ///ID of that user's organization.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub org_id: ::std::option::Option<i64>,
        ///What happened, for programs; only `SnapshotCreateRequest` was seen.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        ///ID of the snapshot.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub snapshot_id: ::std::option::Option<i64>,
        ///When it happened, in the same formats as a snapshot's times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub time: ::std::option::Option<::std::string::String>,
        ///Type of the event; only `normal` was seen.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///ID of the user who caused it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub user_id: ::std::option::Option<i64>,
    }
    impl SnapshotEvent {
        #[inline]
        pub fn builder() -> builder::SnapshotEvent {
            Default::default()
        }
    }
    ///The events of a snapshot.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SnapshotEventsAnswer {
        ///What was done, for humans.
        pub message: ::std::string::String,
        ///The events.
        pub snapshot_events: ::std::vec::Vec<SnapshotEvent>,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    impl SnapshotEventsAnswer {
        #[inline]
        pub fn builder() -> builder::SnapshotEventsAnswer {
            Default::default()
        }
    }
    ///A page of snapshots.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SnapshotListAnswer {
        ///A number of snapshots; whether of this page or of all pages is uncertain. Do not paginate by it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub count: ::std::option::Option<i64>,
        ///What was done, for humans.
        pub message: ::std::string::String,
        ///Number of this page; null if none was requested.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub page: ::std::option::Option<i64>,
        ///Items per page; null if none was requested.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub page_size: ::std::option::Option<i64>,
        /**The snapshots. In the vendor's spec each has the twelve basic fields, in the published responses all
twenty-two.
*/
        pub snapshots: ::std::vec::Vec<Snapshot>,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    impl SnapshotListAnswer {
        #[inline]
        pub fn builder() -> builder::SnapshotListAnswer {
            Default::default()
        }
    }
    ///Name of the new machine. Its flavor, key pair and environment come from the snapshot.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SnapshotRestoration {
        /**ID of a contract to bill the new machine under. The older docs call it a string, and send a number in the
accompanying example.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub contract_id: ::std::option::Option<i64>,
        ///Name of the new machine, at most 50 characters and not in use, according to the older docs.
        pub new_vm_name: ::std::string::String,
    }
    impl SnapshotRestoration {
        #[inline]
        pub fn builder() -> builder::SnapshotRestoration {
            Default::default()
        }
    }
    /**The environment of the machine. The vendor's spec says string, its published responses have an object. Null was
not seen, and is allowed because the environment may no longer exist.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct SnapshotVmEnvironment(
        pub ::std::option::Option<SnapshotVmEnvironmentInner>,
    );
    impl ::std::ops::Deref for SnapshotVmEnvironment {
        type Target = ::std::option::Option<SnapshotVmEnvironmentInner>;
        #[inline]
        fn deref(&self) -> &::std::option::Option<SnapshotVmEnvironmentInner> {
            &self.0
        }
    }
    impl ::std::convert::From<SnapshotVmEnvironment>
    for ::std::option::Option<SnapshotVmEnvironmentInner> {
        #[inline]
        fn from(value: SnapshotVmEnvironment) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::option::Option<SnapshotVmEnvironmentInner>>
    for SnapshotVmEnvironment {
        #[inline]
        fn from(value: ::std::option::Option<SnapshotVmEnvironmentInner>) -> Self {
            Self(value)
        }
    }
    /**The environment of the machine. The vendor's spec says string, its published responses have an object. Null was
not seen, and is allowed because the environment may no longer exist.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct SnapshotVmEnvironmentInner {
        ///When the environment was created, in the same formats as the snapshot's times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub features: ::std::option::Option<EnvironmentFeatures>,
        ///ID of the environment.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        ///Name of the environment.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Name of the environment's region.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region: ::std::option::Option<::std::string::String>,
    }
    impl SnapshotVmEnvironmentInner {
        #[inline]
        pub fn builder() -> builder::SnapshotVmEnvironmentInner {
            Default::default()
        }
    }
    /**The flavor (size) of the machine. The vendor's spec says string, its published responses have an object. Null
was not seen, and is allowed because the flavor may no longer exist.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct SnapshotVmFlavor(pub ::std::option::Option<SnapshotVmFlavorInner>);
    impl ::std::ops::Deref for SnapshotVmFlavor {
        type Target = ::std::option::Option<SnapshotVmFlavorInner>;
        #[inline]
        fn deref(&self) -> &::std::option::Option<SnapshotVmFlavorInner> {
            &self.0
        }
    }
    impl ::std::convert::From<SnapshotVmFlavor>
    for ::std::option::Option<SnapshotVmFlavorInner> {
        #[inline]
        fn from(value: SnapshotVmFlavor) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::option::Option<SnapshotVmFlavorInner>>
    for SnapshotVmFlavor {
        #[inline]
        fn from(value: ::std::option::Option<SnapshotVmFlavorInner>) -> Self {
            Self(value)
        }
    }
    /**The flavor (size) of the machine. The vendor's spec says string, its published responses have an object. Null
was not seen, and is allowed because the flavor may no longer exist.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct SnapshotVmFlavorInner {
        ///Number of processors.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub cpu: ::std::option::Option<i64>,
        ///When the flavor was created, in the same formats as the snapshot's times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Root disk, apparently in GB.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub disk: ::std::option::Option<i64>,
        ///Display name. Only null was seen.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub display_name: ::std::option::Option<::std::string::String>,
        ///Ephemeral disk, apparently in GB. Null in lists of flavors.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub ephemeral: ::std::option::Option<i64>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub features: ::std::option::Option<FlavorFeatures>,
        ///Model of the GPU; empty if there is none.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub gpu: ::std::option::Option<::std::string::String>,
        ///Number of GPUs.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub gpu_count: ::std::option::Option<i64>,
        ///ID of the flavor.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        ///Labels of the flavor; only an empty array was seen.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub labels: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
        ///Name of the flavor.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Memory, apparently in GB. Sources differ on whether it is an integer.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub ram: ::std::option::Option<f64>,
        ///Name of the flavor's region.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region_name: ::std::option::Option<::std::string::String>,
    }
    impl SnapshotVmFlavorInner {
        #[inline]
        pub fn builder() -> builder::SnapshotVmFlavorInner {
            Default::default()
        }
    }
    /**The image that the machine was created from. The vendor's spec says string, its published responses have an
object. Null is inferred: a machine that was itself restored from a snapshot has no image.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct SnapshotVmImage(pub ::std::option::Option<SnapshotVmImageInner>);
    impl ::std::ops::Deref for SnapshotVmImage {
        type Target = ::std::option::Option<SnapshotVmImageInner>;
        #[inline]
        fn deref(&self) -> &::std::option::Option<SnapshotVmImageInner> {
            &self.0
        }
    }
    impl ::std::convert::From<SnapshotVmImage>
    for ::std::option::Option<SnapshotVmImageInner> {
        #[inline]
        fn from(value: SnapshotVmImage) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::option::Option<SnapshotVmImageInner>>
    for SnapshotVmImage {
        #[inline]
        fn from(value: ::std::option::Option<SnapshotVmImageInner>) -> Self {
            Self(value)
        }
    }
    /**The image that the machine was created from. The vendor's spec says string, its published responses have an
object. Null is inferred: a machine that was itself restored from a snapshot has no image.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct SnapshotVmImageInner {
        ///When the image was created, in the same formats as the snapshot's times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Description of the image, often empty.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///Size for display.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub display_size: ::std::option::Option<::std::string::String>,
        ///ID of the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        ///Whether everyone can use the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub is_public: ::std::option::Option<bool>,
        ///Labels of the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub labels: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
        ///Name of the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Name of the image's region.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region_name: ::std::option::Option<::std::string::String>,
        ///Size in bytes, unlike the snapshot's own size.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<i64>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub snapshot: ::std::option::Option<ImageSnapshot>,
        ///Operating system, or `Snapshot` for a custom image.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///Version of the operating system, or the snapshot's name for a custom image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub version: ::std::option::Option<::std::string::String>,
    }
    impl SnapshotVmImageInner {
        #[inline]
        pub fn builder() -> builder::SnapshotVmImageInner {
            Default::default()
        }
    }
    /**The SSH key pair of the machine. The vendor's spec says string, its published responses have an object. Null was
not seen, and is allowed because the key pair may no longer exist.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct SnapshotVmKeypair(pub ::std::option::Option<SnapshotVmKeypairInner>);
    impl ::std::ops::Deref for SnapshotVmKeypair {
        type Target = ::std::option::Option<SnapshotVmKeypairInner>;
        #[inline]
        fn deref(&self) -> &::std::option::Option<SnapshotVmKeypairInner> {
            &self.0
        }
    }
    impl ::std::convert::From<SnapshotVmKeypair>
    for ::std::option::Option<SnapshotVmKeypairInner> {
        #[inline]
        fn from(value: SnapshotVmKeypair) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::option::Option<SnapshotVmKeypairInner>>
    for SnapshotVmKeypair {
        #[inline]
        fn from(value: ::std::option::Option<SnapshotVmKeypairInner>) -> Self {
            Self(value)
        }
    }
    /**The SSH key pair of the machine. The vendor's spec says string, its published responses have an object. Null was
not seen, and is allowed because the key pair may no longer exist.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct SnapshotVmKeypairInner {
        ///When the key pair was created, in the same formats as the snapshot's times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        /**The environment of the key pair: an object in current published responses, a string (apparently its name) in
the older docs.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub environment: ::std::option::Option<::serde_json::Value>,
        ///MD5 fingerprint of the public key, in pairs of hexadecimal digits.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub fingerprint: ::std::option::Option<::std::string::String>,
        ///ID of the key pair.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        ///Name of the key pair.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///The public half of the key. Missing in older responses.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub public_key: ::std::option::Option<::std::string::String>,
    }
    impl SnapshotVmKeypairInner {
        #[inline]
        pub fn builder() -> builder::SnapshotVmKeypairInner {
            Default::default()
        }
    }
    /**A virtual machine. The fields that matter for snapshots are described in full, the others as far as they were
seen.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Vm {
        ///URL that the vendor calls on events of the machine; null if there is none.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub callback_url: ::std::option::Option<::std::string::String>,
        /**ID of the Kubernetes cluster that the machine is a node of; null if it is not. Only null was seen; the type
is that of the vendor's Python SDK.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub cluster_id: ::std::option::Option<i64>,
        ///ID of the contract that the machine is billed under; null if it runs on demand.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub contract_id: ::std::option::Option<i64>,
        ///When the machine was created, in the same formats as a snapshot's times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        /**ID of the inference endpoint that the machine serves; null if it serves none. From the vendor's Python SDK,
never seen.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub dedicated_inference_id: ::std::option::Option<i64>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub enhanced_metrics: ::std::option::Option<EnhancedMetrics>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub environment: ::std::option::Option<VmEnvironment>,
        ///Apparently whether the machine is not billed. Seen in the response of get_vm only; in no spec.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub excluded_billing: ::std::option::Option<bool>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub features: ::std::option::Option<EnvironmentFeatures>,
        ///Private address; null while the machine is being created.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub fixed_ip: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub flavor: ::std::option::Option<VmFlavor>,
        ///Public address; null or an empty string if there is none.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub floating_ip: ::std::option::Option<::std::string::String>,
        ///Status of the public address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub floating_ip_status: ::std::option::Option<::std::string::String>,
        ///ID of the machine.
        pub id: i64,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub image: ::std::option::Option<VmImage>,
        ///Whether a snapshot of the machine is being taken. Seen in published responses, in no spec.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub is_snapshotting: ::std::option::Option<bool>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub keypair: ::std::option::Option<VmKeypair>,
        ///Labels of the machine.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub labels: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Whether the machine is locked; the effect of a lock is not part of this description.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub locked: ::std::option::Option<bool>,
        ///Name of the machine.
        pub name: ::std::string::String,
        ///Operating system, for display.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub os: ::std::option::Option<::std::string::String>,
        ///Whether ports are randomized.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub port_randomization: ::std::option::Option<bool>,
        ///Status of that randomization; only `NO_FLOATING_IP` was seen.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub port_randomization_status: ::std::option::Option<::std::string::String>,
        ///Whether the machine is powered on; null while it is being created.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub power_state: ::std::option::Option<::std::string::String>,
        ///Whether the machine requires a public address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub requires_public_ip: ::std::option::Option<bool>,
        ///The firewall rules of the machine.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub security_rules: ::std::option::Option<::std::vec::Vec<VmSecurityRule>>,
        ///Status of the machine. The known ones are listed; others are possible.
        pub status: ::std::string::String,
        ///Status in the underlying platform; null while the machine is being created.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub vm_state: ::std::option::Option<::std::string::String>,
        ///The attached volumes. They are not part of a snapshot.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub volume_attachments: ::std::option::Option<
            ::std::vec::Vec<VmVolumeAttachment>,
        >,
    }
    impl Vm {
        #[inline]
        pub fn builder() -> builder::Vm {
            Default::default()
        }
    }
    ///One machine.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct VmAnswer {
        pub instance: Vm,
        ///What was done, for humans.
        pub message: ::std::string::String,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    impl VmAnswer {
        #[inline]
        pub fn builder() -> builder::VmAnswer {
            Default::default()
        }
    }
    ///The environment of a machine.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct VmEnvironment {
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub features: ::std::option::Option<EnvironmentFeatures>,
        ///ID of the environment.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        ///Name of the environment.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///ID of the organization.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub org_id: ::std::option::Option<i64>,
        ///Name of the region.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub region: ::std::option::Option<::std::string::String>,
    }
    impl VmEnvironment {
        #[inline]
        pub fn builder() -> builder::VmEnvironment {
            Default::default()
        }
    }
    ///Something that happened to a machine. From the vendor's specs; no example is published.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct VmEvent {
        ///ID of the machine.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub instance_id: ::std::option::Option<i64>,
        ///What happened, for humans.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        ///Name of the object it happened to.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub object: ::std::option::Option<::std::string::String>,
        ///ID of that user's organization.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub org_id: ::std::option::Option<i64>,
        ///What happened, for programs. The values are not published.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        ///When it happened, in the same formats as a snapshot's times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub time: ::std::option::Option<::std::string::String>,
        ///Type of the event; `normal` is the one seen on snapshots.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
        ///ID of the user who caused it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub user_id: ::std::option::Option<i64>,
    }
    impl VmEvent {
        #[inline]
        pub fn builder() -> builder::VmEvent {
            Default::default()
        }
    }
    ///The events of a machine.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct VmEventsAnswer {
        ///The events.
        pub instance_events: ::std::vec::Vec<VmEvent>,
        ///What was done, for humans.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::serde_json::Value>,
    }
    impl VmEventsAnswer {
        #[inline]
        pub fn builder() -> builder::VmEventsAnswer {
            Default::default()
        }
    }
    ///The flavor (size) of a machine.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct VmFlavor {
        ///Number of processors.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub cpu: ::std::option::Option<i64>,
        ///Root disk, apparently in GB.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub disk: ::std::option::Option<i64>,
        ///Ephemeral disk, apparently in GB. Null in lists of flavors.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub ephemeral: ::std::option::Option<i64>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub features: ::std::option::Option<FlavorFeatures>,
        ///Model of the GPU; empty if there is none.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub gpu: ::std::option::Option<::std::string::String>,
        ///Number of GPUs.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub gpu_count: ::std::option::Option<i64>,
        ///ID of the flavor.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        ///Labels of the flavor; only an empty array was seen.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub labels: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
        ///Name of the flavor.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Memory, apparently in GB. Sources differ on whether it is an integer.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub ram: ::std::option::Option<f64>,
    }
    impl VmFlavor {
        #[inline]
        pub fn builder() -> builder::VmFlavor {
            Default::default()
        }
    }
    ///The image that a machine was created from; null on a machine that was restored from a snapshot.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct VmImage(pub ::std::option::Option<VmImageInner>);
    impl ::std::ops::Deref for VmImage {
        type Target = ::std::option::Option<VmImageInner>;
        #[inline]
        fn deref(&self) -> &::std::option::Option<VmImageInner> {
            &self.0
        }
    }
    impl ::std::convert::From<VmImage> for ::std::option::Option<VmImageInner> {
        #[inline]
        fn from(value: VmImage) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::option::Option<VmImageInner>> for VmImage {
        #[inline]
        fn from(value: ::std::option::Option<VmImageInner>) -> Self {
            Self(value)
        }
    }
    ///The image that a machine was created from; null on a machine that was restored from a snapshot.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct VmImageInner {
        ///Name of the image.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl VmImageInner {
        #[inline]
        pub fn builder() -> builder::VmImageInner {
            Default::default()
        }
    }
    ///The SSH key pair of a machine.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct VmKeypair {
        ///Name of the key pair.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl VmKeypair {
        #[inline]
        pub fn builder() -> builder::VmKeypair {
            Default::default()
        }
    }
    ///A page of machines.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct VmListAnswer {
        ///A number of machines; whether of this page or of all pages is uncertain. Do not paginate by it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub count: ::std::option::Option<i64>,
        ///The machines.
        pub instances: ::std::vec::Vec<Vm>,
        ///What was done, for humans.
        pub message: ::std::string::String,
        ///Number of this page; null if none was requested.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub page: ::std::option::Option<i64>,
        ///Items per page; null if none was requested.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub page_size: ::std::option::Option<i64>,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    impl VmListAnswer {
        #[inline]
        pub fn builder() -> builder::VmListAnswer {
            Default::default()
        }
    }
    ///A firewall rule of a machine.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct VmSecurityRule {
        ///When the rule was created, in the same formats as a snapshot's times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Direction of the traffic.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub direction: ::std::option::Option<::std::string::String>,
        ///Type of address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub ethertype: ::std::option::Option<::std::string::String>,
        ///ID of the rule.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        ///Last port.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub port_range_max: ::std::option::Option<i64>,
        ///First port.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub port_range_min: ::std::option::Option<i64>,
        ///Protocol, or `any`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub protocol: ::std::option::Option<::std::string::String>,
        ///Addresses of the remote side.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub remote_ip_prefix: ::std::option::Option<::std::string::String>,
        ///Status of the rule; only `SUCCESS` was seen here.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::std::string::String>,
    }
    impl VmSecurityRule {
        #[inline]
        pub fn builder() -> builder::VmSecurityRule {
            Default::default()
        }
    }
    ///A volume. From the vendor's SDK spec, not seen attached to a machine.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct VmVolume {
        ///Whether a machine can boot from it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub bootable: ::std::option::Option<bool>,
        ///Description of the volume.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///ID of the volume.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        ///Name of the volume.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        ///Size in GB.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub size: ::std::option::Option<i64>,
        ///Type of the volume.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub volume_type: ::std::option::Option<::std::string::String>,
    }
    impl VmVolume {
        #[inline]
        pub fn builder() -> builder::VmVolume {
            Default::default()
        }
    }
    /**A volume attached to a machine. From the vendor's SDK spec; the published responses have empty arrays.
*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct VmVolumeAttachment {
        ///When the volume was attached, in the same formats as a snapshot's times.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Device name of the volume on the machine.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub device: ::std::option::Option<::std::string::String>,
        ///ID of the attachment. From later versions of the vendor's spec.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
        ///Whether the attached volume is protected. From later versions of the vendor's spec.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub protected: ::std::option::Option<bool>,
        ///Status of the attachment.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub volume: ::std::option::Option<VmVolume>,
    }
    impl VmVolumeAttachment {
        #[inline]
        pub fn builder() -> builder::VmVolumeAttachment {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct CreateImageAnswer {
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            image: ::std::result::Result<
                ::std::option::Option<super::Image>,
                ::std::string::String,
            >,
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            status: ::std::result::Result<::serde_json::Value, ::std::string::String>,
        }
        impl ::std::default::Default for CreateImageAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    id: Ok(Default::default()),
                    image: Ok(Default::default()),
                    message: Err("no value supplied for message".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl CreateImageAnswer {
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn image<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::Image>>,
                T::Error: ::std::fmt::Display,
            {
                self.image = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for image: {e}")
                    });
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<CreateImageAnswer> for super::CreateImageAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: CreateImageAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    id: value.id?,
                    image: value.image?,
                    message: value.message?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::CreateImageAnswer> for CreateImageAnswer {
            #[inline]
            fn from(value: super::CreateImageAnswer) -> Self {
                Self {
                    id: Ok(value.id),
                    image: Ok(value.image),
                    message: Ok(value.message),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct EnhancedMetricsInner {
            enabled: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for EnhancedMetricsInner {
            #[inline]
            fn default() -> Self {
                Self {
                    enabled: Ok(Default::default()),
                }
            }
        }
        impl EnhancedMetricsInner {
            #[inline]
            pub fn enabled<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.enabled = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for enabled: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<EnhancedMetricsInner>
        for super::EnhancedMetricsInner {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: EnhancedMetricsInner,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { enabled: value.enabled? })
            }
        }
        impl ::std::convert::From<super::EnhancedMetricsInner> for EnhancedMetricsInner {
            #[inline]
            fn from(value: super::EnhancedMetricsInner) -> Self {
                Self { enabled: Ok(value.enabled) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct EnvironmentFeatures {
            green_status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            network_optimised: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for EnvironmentFeatures {
            #[inline]
            fn default() -> Self {
                Self {
                    green_status: Ok(Default::default()),
                    network_optimised: Ok(Default::default()),
                }
            }
        }
        impl EnvironmentFeatures {
            #[inline]
            pub fn green_status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.green_status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for green_status: {e}")
                    });
                self
            }
            #[inline]
            pub fn network_optimised<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.network_optimised = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for network_optimised: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<EnvironmentFeatures>
        for super::EnvironmentFeatures {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: EnvironmentFeatures,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    green_status: value.green_status?,
                    network_optimised: value.network_optimised?,
                })
            }
        }
        impl ::std::convert::From<super::EnvironmentFeatures> for EnvironmentFeatures {
            #[inline]
            fn from(value: super::EnvironmentFeatures) -> Self {
                Self {
                    green_status: Ok(value.green_status),
                    network_optimised: Ok(value.network_optimised),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ErrorAnswer {
            error_reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ErrorAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    error_reason: Ok(Default::default()),
                    message: Ok(Default::default()),
                    status: Ok(Default::default()),
                }
            }
        }
        impl ErrorAnswer {
            #[inline]
            pub fn error_reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.error_reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error_reason: {e}")
                    });
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ErrorAnswer> for super::ErrorAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ErrorAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    error_reason: value.error_reason?,
                    message: value.message?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::ErrorAnswer> for ErrorAnswer {
            #[inline]
            fn from(value: super::ErrorAnswer) -> Self {
                Self {
                    error_reason: Ok(value.error_reason),
                    message: Ok(value.message),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct FlavorFeatures {
            api_only: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            local_storage_only: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            network_optimised: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            no_hibernation: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            no_reboot: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            no_snapshot: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for FlavorFeatures {
            #[inline]
            fn default() -> Self {
                Self {
                    api_only: Ok(Default::default()),
                    local_storage_only: Ok(Default::default()),
                    network_optimised: Ok(Default::default()),
                    no_hibernation: Ok(Default::default()),
                    no_reboot: Ok(Default::default()),
                    no_snapshot: Ok(Default::default()),
                }
            }
        }
        impl FlavorFeatures {
            #[inline]
            pub fn api_only<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.api_only = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for api_only: {e}")
                    });
                self
            }
            #[inline]
            pub fn local_storage_only<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.local_storage_only = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for local_storage_only: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn network_optimised<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.network_optimised = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for network_optimised: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn no_hibernation<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.no_hibernation = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for no_hibernation: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn no_reboot<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.no_reboot = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for no_reboot: {e}")
                    });
                self
            }
            #[inline]
            pub fn no_snapshot<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.no_snapshot = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for no_snapshot: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<FlavorFeatures> for super::FlavorFeatures {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: FlavorFeatures,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    api_only: value.api_only?,
                    local_storage_only: value.local_storage_only?,
                    network_optimised: value.network_optimised?,
                    no_hibernation: value.no_hibernation?,
                    no_reboot: value.no_reboot?,
                    no_snapshot: value.no_snapshot?,
                })
            }
        }
        impl ::std::convert::From<super::FlavorFeatures> for FlavorFeatures {
            #[inline]
            fn from(value: super::FlavorFeatures) -> Self {
                Self {
                    api_only: Ok(value.api_only),
                    local_storage_only: Ok(value.local_storage_only),
                    network_optimised: Ok(value.network_optimised),
                    no_hibernation: Ok(value.no_hibernation),
                    no_reboot: Ok(value.no_reboot),
                    no_snapshot: Ok(value.no_snapshot),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Image {
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            deleted: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            display_size: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            flavor_restrictions: ::std::result::Result<
                ::std::option::Option<super::ImageFlavorRestrictions>,
                ::std::string::String,
            >,
            id: ::std::result::Result<i64, ::std::string::String>,
            is_public: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            openstack_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            org_ids: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<i64>>,
                ::std::string::String,
            >,
            organizations: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<i64>>,
                ::std::string::String,
            >,
            region_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            region_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            size: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            snapshot: ::std::result::Result<
                ::std::option::Option<super::ImageSnapshot>,
                ::std::string::String,
            >,
            snapshot_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            unlisted: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Image {
            #[inline]
            fn default() -> Self {
                Self {
                    created_at: Ok(Default::default()),
                    deleted: Ok(Default::default()),
                    description: Ok(Default::default()),
                    display_size: Ok(Default::default()),
                    flavor_restrictions: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    is_public: Ok(Default::default()),
                    labels: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    openstack_id: Ok(Default::default()),
                    org_ids: Ok(Default::default()),
                    organizations: Ok(Default::default()),
                    region_id: Ok(Default::default()),
                    region_name: Ok(Default::default()),
                    size: Ok(Default::default()),
                    snapshot: Ok(Default::default()),
                    snapshot_id: Ok(Default::default()),
                    type_: Ok(Default::default()),
                    unlisted: Ok(Default::default()),
                    version: Ok(Default::default()),
                }
            }
        }
        impl Image {
            #[inline]
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn deleted<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.deleted = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for deleted: {e}")
                    });
                self
            }
            #[inline]
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            #[inline]
            pub fn display_size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.display_size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for display_size: {e}")
                    });
                self
            }
            #[inline]
            pub fn flavor_restrictions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::ImageFlavorRestrictions>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.flavor_restrictions = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for flavor_restrictions: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn is_public<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.is_public = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_public: {e}")
                    });
                self
            }
            #[inline]
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn openstack_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.openstack_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for openstack_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn org_ids<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::vec::Vec<i64>>>,
                T::Error: ::std::fmt::Display,
            {
                self.org_ids = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for org_ids: {e}")
                    });
                self
            }
            #[inline]
            pub fn organizations<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::vec::Vec<i64>>>,
                T::Error: ::std::fmt::Display,
            {
                self.organizations = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for organizations: {e}")
                    });
                self
            }
            #[inline]
            pub fn region_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.region_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for region_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn region_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.region_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for region_name: {e}")
                    });
                self
            }
            #[inline]
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
            #[inline]
            pub fn snapshot<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ImageSnapshot>>,
                T::Error: ::std::fmt::Display,
            {
                self.snapshot = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for snapshot: {e}")
                    });
                self
            }
            #[inline]
            pub fn snapshot_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.snapshot_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for snapshot_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
            #[inline]
            pub fn unlisted<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.unlisted = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for unlisted: {e}")
                    });
                self
            }
            #[inline]
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Image> for super::Image {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Image,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    deleted: value.deleted?,
                    description: value.description?,
                    display_size: value.display_size?,
                    flavor_restrictions: value.flavor_restrictions?,
                    id: value.id?,
                    is_public: value.is_public?,
                    labels: value.labels?,
                    name: value.name?,
                    openstack_id: value.openstack_id?,
                    org_ids: value.org_ids?,
                    organizations: value.organizations?,
                    region_id: value.region_id?,
                    region_name: value.region_name?,
                    size: value.size?,
                    snapshot: value.snapshot?,
                    snapshot_id: value.snapshot_id?,
                    type_: value.type_?,
                    unlisted: value.unlisted?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Image> for Image {
            #[inline]
            fn from(value: super::Image) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    deleted: Ok(value.deleted),
                    description: Ok(value.description),
                    display_size: Ok(value.display_size),
                    flavor_restrictions: Ok(value.flavor_restrictions),
                    id: Ok(value.id),
                    is_public: Ok(value.is_public),
                    labels: Ok(value.labels),
                    name: Ok(value.name),
                    openstack_id: Ok(value.openstack_id),
                    org_ids: Ok(value.org_ids),
                    organizations: Ok(value.organizations),
                    region_id: Ok(value.region_id),
                    region_name: Ok(value.region_name),
                    size: Ok(value.size),
                    snapshot: Ok(value.snapshot),
                    snapshot_id: Ok(value.snapshot_id),
                    type_: Ok(value.type_),
                    unlisted: Ok(value.unlisted),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ImageAnswer {
            image: ::std::result::Result<super::Image, ::std::string::String>,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ImageAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    image: Err("no value supplied for image".to_string()),
                    message: Ok(Default::default()),
                    status: Ok(Default::default()),
                }
            }
        }
        impl ImageAnswer {
            #[inline]
            pub fn image<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Image>,
                T::Error: ::std::fmt::Display,
            {
                self.image = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for image: {e}")
                    });
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ImageAnswer> for super::ImageAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ImageAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    image: value.image?,
                    message: value.message?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::ImageAnswer> for ImageAnswer {
            #[inline]
            fn from(value: super::ImageAnswer) -> Self {
                Self {
                    image: Ok(value.image),
                    message: Ok(value.message),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ImageCreation {
            labels: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for ImageCreation {
            #[inline]
            fn default() -> Self {
                Self {
                    labels: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl ImageCreation {
            #[inline]
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ImageCreation> for super::ImageCreation {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ImageCreation,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    labels: value.labels?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::ImageCreation> for ImageCreation {
            #[inline]
            fn from(value: super::ImageCreation) -> Self {
                Self {
                    labels: Ok(value.labels),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ImageFlavorRestrictions {
            compatible_flavors: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                ::std::string::String,
            >,
            has_flavor_restrictions: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            restriction_type: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ImageFlavorRestrictions {
            #[inline]
            fn default() -> Self {
                Self {
                    compatible_flavors: Ok(Default::default()),
                    has_flavor_restrictions: Ok(Default::default()),
                    restriction_type: Ok(Default::default()),
                }
            }
        }
        impl ImageFlavorRestrictions {
            #[inline]
            pub fn compatible_flavors<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.compatible_flavors = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for compatible_flavors: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn has_flavor_restrictions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.has_flavor_restrictions = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for has_flavor_restrictions: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn restriction_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.restriction_type = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for restriction_type: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ImageFlavorRestrictions>
        for super::ImageFlavorRestrictions {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ImageFlavorRestrictions,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    compatible_flavors: value.compatible_flavors?,
                    has_flavor_restrictions: value.has_flavor_restrictions?,
                    restriction_type: value.restriction_type?,
                })
            }
        }
        impl ::std::convert::From<super::ImageFlavorRestrictions>
        for ImageFlavorRestrictions {
            #[inline]
            fn from(value: super::ImageFlavorRestrictions) -> Self {
                Self {
                    compatible_flavors: Ok(value.compatible_flavors),
                    has_flavor_restrictions: Ok(value.has_flavor_restrictions),
                    restriction_type: Ok(value.restriction_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ImageGroup {
            green_status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            images: ::std::result::Result<
                ::std::vec::Vec<super::Image>,
                ::std::string::String,
            >,
            logo: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            region_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ImageGroup {
            #[inline]
            fn default() -> Self {
                Self {
                    green_status: Ok(Default::default()),
                    images: Err("no value supplied for images".to_string()),
                    logo: Ok(Default::default()),
                    region_name: Ok(Default::default()),
                    type_: Ok(Default::default()),
                }
            }
        }
        impl ImageGroup {
            #[inline]
            pub fn green_status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.green_status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for green_status: {e}")
                    });
                self
            }
            #[inline]
            pub fn images<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Image>>,
                T::Error: ::std::fmt::Display,
            {
                self.images = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for images: {e}")
                    });
                self
            }
            #[inline]
            pub fn logo<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.logo = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for logo: {e}")
                    });
                self
            }
            #[inline]
            pub fn region_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.region_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for region_name: {e}")
                    });
                self
            }
            #[inline]
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ImageGroup> for super::ImageGroup {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ImageGroup,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    green_status: value.green_status?,
                    images: value.images?,
                    logo: value.logo?,
                    region_name: value.region_name?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::ImageGroup> for ImageGroup {
            #[inline]
            fn from(value: super::ImageGroup) -> Self {
                Self {
                    green_status: Ok(value.green_status),
                    images: Ok(value.images),
                    logo: Ok(value.logo),
                    region_name: Ok(value.region_name),
                    type_: Ok(value.type_),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ImageListAnswer {
            images: ::std::result::Result<
                ::std::vec::Vec<super::ImageGroup>,
                ::std::string::String,
            >,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ImageListAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    images: Err("no value supplied for images".to_string()),
                    message: Ok(Default::default()),
                    status: Ok(Default::default()),
                }
            }
        }
        impl ImageListAnswer {
            #[inline]
            pub fn images<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ImageGroup>>,
                T::Error: ::std::fmt::Display,
            {
                self.images = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for images: {e}")
                    });
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ImageListAnswer> for super::ImageListAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ImageListAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    images: value.images?,
                    message: value.message?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::ImageListAnswer> for ImageListAnswer {
            #[inline]
            fn from(value: super::ImageListAnswer) -> Self {
                Self {
                    images: Ok(value.images),
                    message: Ok(value.message),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ImageSnapshotInner {
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            display_size: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            size: ::std::result::Result<
                ::std::option::Option<f64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ImageSnapshotInner {
            #[inline]
            fn default() -> Self {
                Self {
                    created_at: Ok(Default::default()),
                    display_size: Ok(Default::default()),
                    id: Ok(Default::default()),
                    name: Ok(Default::default()),
                    size: Ok(Default::default()),
                }
            }
        }
        impl ImageSnapshotInner {
            #[inline]
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn display_size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.display_size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for display_size: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<f64>>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ImageSnapshotInner> for super::ImageSnapshotInner {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ImageSnapshotInner,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    display_size: value.display_size?,
                    id: value.id?,
                    name: value.name?,
                    size: value.size?,
                })
            }
        }
        impl ::std::convert::From<super::ImageSnapshotInner> for ImageSnapshotInner {
            #[inline]
            fn from(value: super::ImageSnapshotInner) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    display_size: Ok(value.display_size),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    size: Ok(value.size),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct MessageAnswer {
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            status: ::std::result::Result<::serde_json::Value, ::std::string::String>,
        }
        impl ::std::default::Default for MessageAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    message: Err("no value supplied for message".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl MessageAnswer {
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<MessageAnswer> for super::MessageAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: MessageAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    message: value.message?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::MessageAnswer> for MessageAnswer {
            #[inline]
            fn from(value: super::MessageAnswer) -> Self {
                Self {
                    message: Ok(value.message),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct NameAvailability {
            available: ::std::result::Result<bool, ::std::string::String>,
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for NameAvailability {
            #[inline]
            fn default() -> Self {
                Self {
                    available: Err("no value supplied for available".to_string()),
                    message: Err("no value supplied for message".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl NameAvailability {
            #[inline]
            pub fn available<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.available = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for available: {e}")
                    });
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<NameAvailability> for super::NameAvailability {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: NameAvailability,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    available: value.available?,
                    message: value.message?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::NameAvailability> for NameAvailability {
            #[inline]
            fn from(value: super::NameAvailability) -> Self {
                Self {
                    available: Ok(value.available),
                    message: Ok(value.message),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RestoreSnapshotAnswer {
            errors: ::std::result::Result<
                ::std::option::Option<super::RestoreErrors>,
                ::std::string::String,
            >,
            instance: ::std::result::Result<
                ::std::option::Option<super::Vm>,
                ::std::string::String,
            >,
            instances: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::Vm>>,
                ::std::string::String,
            >,
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            status: ::std::result::Result<::serde_json::Value, ::std::string::String>,
        }
        impl ::std::default::Default for RestoreSnapshotAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    errors: Ok(Default::default()),
                    instance: Ok(Default::default()),
                    instances: Ok(Default::default()),
                    message: Err("no value supplied for message".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl RestoreSnapshotAnswer {
            #[inline]
            pub fn errors<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::RestoreErrors>>,
                T::Error: ::std::fmt::Display,
            {
                self.errors = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for errors: {e}")
                    });
                self
            }
            #[inline]
            pub fn instance<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::Vm>>,
                T::Error: ::std::fmt::Display,
            {
                self.instance = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for instance: {e}")
                    });
                self
            }
            #[inline]
            pub fn instances<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<super::Vm>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.instances = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for instances: {e}")
                    });
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<RestoreSnapshotAnswer>
        for super::RestoreSnapshotAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: RestoreSnapshotAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    errors: value.errors?,
                    instance: value.instance?,
                    instances: value.instances?,
                    message: value.message?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::RestoreSnapshotAnswer>
        for RestoreSnapshotAnswer {
            #[inline]
            fn from(value: super::RestoreSnapshotAnswer) -> Self {
                Self {
                    errors: Ok(value.errors),
                    instance: Ok(value.instance),
                    instances: Ok(value.instances),
                    message: Ok(value.message),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Snapshot {
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            custom_image: ::std::result::Result<
                ::std::option::Option<super::SnapshotCustomImage>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            has_floating_ip: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            id: ::std::result::Result<i64, ::std::string::String>,
            is_image: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            region: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            region_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            size: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            updated_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            vm_environment: ::std::result::Result<
                ::std::option::Option<super::SnapshotVmEnvironment>,
                ::std::string::String,
            >,
            vm_flavor: ::std::result::Result<
                ::std::option::Option<super::SnapshotVmFlavor>,
                ::std::string::String,
            >,
            vm_id: ::std::result::Result<i64, ::std::string::String>,
            vm_image: ::std::result::Result<
                ::std::option::Option<super::SnapshotVmImage>,
                ::std::string::String,
            >,
            vm_keypair: ::std::result::Result<
                ::std::option::Option<super::SnapshotVmKeypair>,
                ::std::string::String,
            >,
            vm_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            vm_status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            volume_id: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            volume_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Snapshot {
            #[inline]
            fn default() -> Self {
                Self {
                    created_at: Ok(Default::default()),
                    custom_image: Ok(Default::default()),
                    description: Ok(Default::default()),
                    has_floating_ip: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    is_image: Ok(Default::default()),
                    labels: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    region: Ok(Default::default()),
                    region_id: Ok(Default::default()),
                    size: Ok(Default::default()),
                    status: Ok(Default::default()),
                    updated_at: Ok(Default::default()),
                    vm_environment: Ok(Default::default()),
                    vm_flavor: Ok(Default::default()),
                    vm_id: Err("no value supplied for vm_id".to_string()),
                    vm_image: Ok(Default::default()),
                    vm_keypair: Ok(Default::default()),
                    vm_name: Ok(Default::default()),
                    vm_status: Ok(Default::default()),
                    volume_id: Ok(Default::default()),
                    volume_name: Ok(Default::default()),
                }
            }
        }
        impl Snapshot {
            #[inline]
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn custom_image<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::SnapshotCustomImage>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.custom_image = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for custom_image: {e}")
                    });
                self
            }
            #[inline]
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            #[inline]
            pub fn has_floating_ip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.has_floating_ip = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for has_floating_ip: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn is_image<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.is_image = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_image: {e}")
                    });
                self
            }
            #[inline]
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn region<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.region = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for region: {e}")
                    });
                self
            }
            #[inline]
            pub fn region_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.region_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for region_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            #[inline]
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn vm_environment<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::SnapshotVmEnvironment>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.vm_environment = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for vm_environment: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn vm_flavor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::SnapshotVmFlavor>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.vm_flavor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for vm_flavor: {e}")
                    });
                self
            }
            #[inline]
            pub fn vm_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.vm_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for vm_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn vm_image<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::SnapshotVmImage>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.vm_image = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for vm_image: {e}")
                    });
                self
            }
            #[inline]
            pub fn vm_keypair<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::SnapshotVmKeypair>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.vm_keypair = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for vm_keypair: {e}")
                    });
                self
            }
            #[inline]
            pub fn vm_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.vm_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for vm_name: {e}")
                    });
                self
            }
            #[inline]
            pub fn vm_status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.vm_status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for vm_status: {e}")
                    });
                self
            }
            #[inline]
            pub fn volume_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.volume_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for volume_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn volume_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.volume_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for volume_name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Snapshot> for super::Snapshot {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Snapshot,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    custom_image: value.custom_image?,
                    description: value.description?,
                    has_floating_ip: value.has_floating_ip?,
                    id: value.id?,
                    is_image: value.is_image?,
                    labels: value.labels?,
                    name: value.name?,
                    region: value.region?,
                    region_id: value.region_id?,
                    size: value.size?,
                    status: value.status?,
                    updated_at: value.updated_at?,
                    vm_environment: value.vm_environment?,
                    vm_flavor: value.vm_flavor?,
                    vm_id: value.vm_id?,
                    vm_image: value.vm_image?,
                    vm_keypair: value.vm_keypair?,
                    vm_name: value.vm_name?,
                    vm_status: value.vm_status?,
                    volume_id: value.volume_id?,
                    volume_name: value.volume_name?,
                })
            }
        }
        impl ::std::convert::From<super::Snapshot> for Snapshot {
            #[inline]
            fn from(value: super::Snapshot) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    custom_image: Ok(value.custom_image),
                    description: Ok(value.description),
                    has_floating_ip: Ok(value.has_floating_ip),
                    id: Ok(value.id),
                    is_image: Ok(value.is_image),
                    labels: Ok(value.labels),
                    name: Ok(value.name),
                    region: Ok(value.region),
                    region_id: Ok(value.region_id),
                    size: Ok(value.size),
                    status: Ok(value.status),
                    updated_at: Ok(value.updated_at),
                    vm_environment: Ok(value.vm_environment),
                    vm_flavor: Ok(value.vm_flavor),
                    vm_id: Ok(value.vm_id),
                    vm_image: Ok(value.vm_image),
                    vm_keypair: Ok(value.vm_keypair),
                    vm_name: Ok(value.vm_name),
                    vm_status: Ok(value.vm_status),
                    volume_id: Ok(value.volume_id),
                    volume_name: Ok(value.volume_name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotAnswer {
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            snapshot: ::std::result::Result<super::Snapshot, ::std::string::String>,
            status: ::std::result::Result<::serde_json::Value, ::std::string::String>,
        }
        impl ::std::default::Default for SnapshotAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    message: Err("no value supplied for message".to_string()),
                    snapshot: Err("no value supplied for snapshot".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl SnapshotAnswer {
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn snapshot<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Snapshot>,
                T::Error: ::std::fmt::Display,
            {
                self.snapshot = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for snapshot: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotAnswer> for super::SnapshotAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    message: value.message?,
                    snapshot: value.snapshot?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotAnswer> for SnapshotAnswer {
            #[inline]
            fn from(value: super::SnapshotAnswer) -> Self {
                Self {
                    message: Ok(value.message),
                    snapshot: Ok(value.snapshot),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotCreation {
            description: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for SnapshotCreation {
            #[inline]
            fn default() -> Self {
                Self {
                    description: Err("no value supplied for description".to_string()),
                    labels: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl SnapshotCreation {
            #[inline]
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            #[inline]
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotCreation> for super::SnapshotCreation {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotCreation,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    labels: value.labels?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotCreation> for SnapshotCreation {
            #[inline]
            fn from(value: super::SnapshotCreation) -> Self {
                Self {
                    description: Ok(value.description),
                    labels: Ok(value.labels),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotCustomImageInner {
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            is_public: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            region_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            size: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotCustomImageInner {
            #[inline]
            fn default() -> Self {
                Self {
                    created_at: Ok(Default::default()),
                    description: Ok(Default::default()),
                    id: Ok(Default::default()),
                    is_public: Ok(Default::default()),
                    labels: Ok(Default::default()),
                    name: Ok(Default::default()),
                    region_name: Ok(Default::default()),
                    size: Ok(Default::default()),
                    type_: Ok(Default::default()),
                    version: Ok(Default::default()),
                }
            }
        }
        impl SnapshotCustomImageInner {
            #[inline]
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn is_public<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.is_public = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_public: {e}")
                    });
                self
            }
            #[inline]
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn region_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.region_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for region_name: {e}")
                    });
                self
            }
            #[inline]
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
            #[inline]
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
            #[inline]
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotCustomImageInner>
        for super::SnapshotCustomImageInner {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotCustomImageInner,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    description: value.description?,
                    id: value.id?,
                    is_public: value.is_public?,
                    labels: value.labels?,
                    name: value.name?,
                    region_name: value.region_name?,
                    size: value.size?,
                    type_: value.type_?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotCustomImageInner>
        for SnapshotCustomImageInner {
            #[inline]
            fn from(value: super::SnapshotCustomImageInner) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    description: Ok(value.description),
                    id: Ok(value.id),
                    is_public: Ok(value.is_public),
                    labels: Ok(value.labels),
                    name: Ok(value.name),
                    region_name: Ok(value.region_name),
                    size: Ok(value.size),
                    type_: Ok(value.type_),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotEvent {
            id: ::std::result::Result<i64, ::std::string::String>,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            object: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            org_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            snapshot_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            time: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            user_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotEvent {
            #[inline]
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    message: Ok(Default::default()),
                    object: Ok(Default::default()),
                    org_id: Ok(Default::default()),
                    reason: Ok(Default::default()),
                    snapshot_id: Ok(Default::default()),
                    time: Ok(Default::default()),
                    type_: Ok(Default::default()),
                    user_id: Ok(Default::default()),
                }
            }
        }
        impl SnapshotEvent {
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn object<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.object = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for object: {e}")
                    });
                self
            }
            #[inline]
            pub fn org_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.org_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for org_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            #[inline]
            pub fn snapshot_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.snapshot_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for snapshot_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn time<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.time = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for time: {e}")
                    });
                self
            }
            #[inline]
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
            #[inline]
            pub fn user_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.user_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for user_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotEvent> for super::SnapshotEvent {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotEvent,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    id: value.id?,
                    message: value.message?,
                    object: value.object?,
                    org_id: value.org_id?,
                    reason: value.reason?,
                    snapshot_id: value.snapshot_id?,
                    time: value.time?,
                    type_: value.type_?,
                    user_id: value.user_id?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotEvent> for SnapshotEvent {
            #[inline]
            fn from(value: super::SnapshotEvent) -> Self {
                Self {
                    id: Ok(value.id),
                    message: Ok(value.message),
                    object: Ok(value.object),
                    org_id: Ok(value.org_id),
                    reason: Ok(value.reason),
                    snapshot_id: Ok(value.snapshot_id),
                    time: Ok(value.time),
                    type_: Ok(value.type_),
                    user_id: Ok(value.user_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotEventsAnswer {
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            snapshot_events: ::std::result::Result<
                ::std::vec::Vec<super::SnapshotEvent>,
                ::std::string::String,
            >,
            status: ::std::result::Result<::serde_json::Value, ::std::string::String>,
        }
        impl ::std::default::Default for SnapshotEventsAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    message: Err("no value supplied for message".to_string()),
                    snapshot_events: Err(
                        "no value supplied for snapshot_events".to_string(),
                    ),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl SnapshotEventsAnswer {
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn snapshot_events<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::SnapshotEvent>>,
                T::Error: ::std::fmt::Display,
            {
                self.snapshot_events = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for snapshot_events: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotEventsAnswer>
        for super::SnapshotEventsAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotEventsAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    message: value.message?,
                    snapshot_events: value.snapshot_events?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotEventsAnswer> for SnapshotEventsAnswer {
            #[inline]
            fn from(value: super::SnapshotEventsAnswer) -> Self {
                Self {
                    message: Ok(value.message),
                    snapshot_events: Ok(value.snapshot_events),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotListAnswer {
            count: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            page: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            page_size: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            snapshots: ::std::result::Result<
                ::std::vec::Vec<super::Snapshot>,
                ::std::string::String,
            >,
            status: ::std::result::Result<::serde_json::Value, ::std::string::String>,
        }
        impl ::std::default::Default for SnapshotListAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    count: Ok(Default::default()),
                    message: Err("no value supplied for message".to_string()),
                    page: Ok(Default::default()),
                    page_size: Ok(Default::default()),
                    snapshots: Err("no value supplied for snapshots".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl SnapshotListAnswer {
            #[inline]
            pub fn count<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.count = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for count: {e}")
                    });
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for page: {e}")
                    });
                self
            }
            #[inline]
            pub fn page_size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.page_size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for page_size: {e}")
                    });
                self
            }
            #[inline]
            pub fn snapshots<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Snapshot>>,
                T::Error: ::std::fmt::Display,
            {
                self.snapshots = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for snapshots: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotListAnswer> for super::SnapshotListAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotListAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    count: value.count?,
                    message: value.message?,
                    page: value.page?,
                    page_size: value.page_size?,
                    snapshots: value.snapshots?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotListAnswer> for SnapshotListAnswer {
            #[inline]
            fn from(value: super::SnapshotListAnswer) -> Self {
                Self {
                    count: Ok(value.count),
                    message: Ok(value.message),
                    page: Ok(value.page),
                    page_size: Ok(value.page_size),
                    snapshots: Ok(value.snapshots),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotRestoration {
            contract_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            new_vm_name: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotRestoration {
            #[inline]
            fn default() -> Self {
                Self {
                    contract_id: Ok(Default::default()),
                    new_vm_name: Err("no value supplied for new_vm_name".to_string()),
                }
            }
        }
        impl SnapshotRestoration {
            #[inline]
            pub fn contract_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.contract_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for contract_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn new_vm_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.new_vm_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for new_vm_name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotRestoration>
        for super::SnapshotRestoration {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotRestoration,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    contract_id: value.contract_id?,
                    new_vm_name: value.new_vm_name?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotRestoration> for SnapshotRestoration {
            #[inline]
            fn from(value: super::SnapshotRestoration) -> Self {
                Self {
                    contract_id: Ok(value.contract_id),
                    new_vm_name: Ok(value.new_vm_name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotVmEnvironmentInner {
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            features: ::std::result::Result<
                ::std::option::Option<super::EnvironmentFeatures>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            region: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotVmEnvironmentInner {
            #[inline]
            fn default() -> Self {
                Self {
                    created_at: Ok(Default::default()),
                    features: Ok(Default::default()),
                    id: Ok(Default::default()),
                    name: Ok(Default::default()),
                    region: Ok(Default::default()),
                }
            }
        }
        impl SnapshotVmEnvironmentInner {
            #[inline]
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn features<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::EnvironmentFeatures>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.features = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for features: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn region<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.region = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for region: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotVmEnvironmentInner>
        for super::SnapshotVmEnvironmentInner {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotVmEnvironmentInner,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    features: value.features?,
                    id: value.id?,
                    name: value.name?,
                    region: value.region?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotVmEnvironmentInner>
        for SnapshotVmEnvironmentInner {
            #[inline]
            fn from(value: super::SnapshotVmEnvironmentInner) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    features: Ok(value.features),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    region: Ok(value.region),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotVmFlavorInner {
            cpu: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            disk: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            display_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            ephemeral: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            features: ::std::result::Result<
                ::std::option::Option<super::FlavorFeatures>,
                ::std::string::String,
            >,
            gpu: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            gpu_count: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            labels: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            ram: ::std::result::Result<
                ::std::option::Option<f64>,
                ::std::string::String,
            >,
            region_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotVmFlavorInner {
            #[inline]
            fn default() -> Self {
                Self {
                    cpu: Ok(Default::default()),
                    created_at: Ok(Default::default()),
                    disk: Ok(Default::default()),
                    display_name: Ok(Default::default()),
                    ephemeral: Ok(Default::default()),
                    features: Ok(Default::default()),
                    gpu: Ok(Default::default()),
                    gpu_count: Ok(Default::default()),
                    id: Ok(Default::default()),
                    labels: Ok(Default::default()),
                    name: Ok(Default::default()),
                    ram: Ok(Default::default()),
                    region_name: Ok(Default::default()),
                }
            }
        }
        impl SnapshotVmFlavorInner {
            #[inline]
            pub fn cpu<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.cpu = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for cpu: {e}")
                    });
                self
            }
            #[inline]
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn disk<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.disk = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for disk: {e}")
                    });
                self
            }
            #[inline]
            pub fn display_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.display_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for display_name: {e}")
                    });
                self
            }
            #[inline]
            pub fn ephemeral<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.ephemeral = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ephemeral: {e}")
                    });
                self
            }
            #[inline]
            pub fn features<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::FlavorFeatures>>,
                T::Error: ::std::fmt::Display,
            {
                self.features = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for features: {e}")
                    });
                self
            }
            #[inline]
            pub fn gpu<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.gpu = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for gpu: {e}")
                    });
                self
            }
            #[inline]
            pub fn gpu_count<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.gpu_count = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for gpu_count: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn ram<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<f64>>,
                T::Error: ::std::fmt::Display,
            {
                self.ram = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ram: {e}")
                    });
                self
            }
            #[inline]
            pub fn region_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.region_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for region_name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotVmFlavorInner>
        for super::SnapshotVmFlavorInner {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotVmFlavorInner,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    cpu: value.cpu?,
                    created_at: value.created_at?,
                    disk: value.disk?,
                    display_name: value.display_name?,
                    ephemeral: value.ephemeral?,
                    features: value.features?,
                    gpu: value.gpu?,
                    gpu_count: value.gpu_count?,
                    id: value.id?,
                    labels: value.labels?,
                    name: value.name?,
                    ram: value.ram?,
                    region_name: value.region_name?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotVmFlavorInner>
        for SnapshotVmFlavorInner {
            #[inline]
            fn from(value: super::SnapshotVmFlavorInner) -> Self {
                Self {
                    cpu: Ok(value.cpu),
                    created_at: Ok(value.created_at),
                    disk: Ok(value.disk),
                    display_name: Ok(value.display_name),
                    ephemeral: Ok(value.ephemeral),
                    features: Ok(value.features),
                    gpu: Ok(value.gpu),
                    gpu_count: Ok(value.gpu_count),
                    id: Ok(value.id),
                    labels: Ok(value.labels),
                    name: Ok(value.name),
                    ram: Ok(value.ram),
                    region_name: Ok(value.region_name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotVmImageInner {
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            display_size: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            is_public: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            region_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            size: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            snapshot: ::std::result::Result<
                ::std::option::Option<super::ImageSnapshot>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            version: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotVmImageInner {
            #[inline]
            fn default() -> Self {
                Self {
                    created_at: Ok(Default::default()),
                    description: Ok(Default::default()),
                    display_size: Ok(Default::default()),
                    id: Ok(Default::default()),
                    is_public: Ok(Default::default()),
                    labels: Ok(Default::default()),
                    name: Ok(Default::default()),
                    region_name: Ok(Default::default()),
                    size: Ok(Default::default()),
                    snapshot: Ok(Default::default()),
                    type_: Ok(Default::default()),
                    version: Ok(Default::default()),
                }
            }
        }
        impl SnapshotVmImageInner {
            #[inline]
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            #[inline]
            pub fn display_size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.display_size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for display_size: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn is_public<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.is_public = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_public: {e}")
                    });
                self
            }
            #[inline]
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn region_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.region_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for region_name: {e}")
                    });
                self
            }
            #[inline]
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
            #[inline]
            pub fn snapshot<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::ImageSnapshot>>,
                T::Error: ::std::fmt::Display,
            {
                self.snapshot = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for snapshot: {e}")
                    });
                self
            }
            #[inline]
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
            #[inline]
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotVmImageInner>
        for super::SnapshotVmImageInner {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotVmImageInner,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    description: value.description?,
                    display_size: value.display_size?,
                    id: value.id?,
                    is_public: value.is_public?,
                    labels: value.labels?,
                    name: value.name?,
                    region_name: value.region_name?,
                    size: value.size?,
                    snapshot: value.snapshot?,
                    type_: value.type_?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotVmImageInner> for SnapshotVmImageInner {
            #[inline]
            fn from(value: super::SnapshotVmImageInner) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    description: Ok(value.description),
                    display_size: Ok(value.display_size),
                    id: Ok(value.id),
                    is_public: Ok(value.is_public),
                    labels: Ok(value.labels),
                    name: Ok(value.name),
                    region_name: Ok(value.region_name),
                    size: Ok(value.size),
                    snapshot: Ok(value.snapshot),
                    type_: Ok(value.type_),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotVmKeypairInner {
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            environment: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            fingerprint: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            public_key: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotVmKeypairInner {
            #[inline]
            fn default() -> Self {
                Self {
                    created_at: Ok(Default::default()),
                    environment: Ok(Default::default()),
                    fingerprint: Ok(Default::default()),
                    id: Ok(Default::default()),
                    name: Ok(Default::default()),
                    public_key: Ok(Default::default()),
                }
            }
        }
        impl SnapshotVmKeypairInner {
            #[inline]
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn environment<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.environment = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for environment: {e}")
                    });
                self
            }
            #[inline]
            pub fn fingerprint<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.fingerprint = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for fingerprint: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn public_key<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.public_key = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for public_key: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotVmKeypairInner>
        for super::SnapshotVmKeypairInner {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotVmKeypairInner,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    environment: value.environment?,
                    fingerprint: value.fingerprint?,
                    id: value.id?,
                    name: value.name?,
                    public_key: value.public_key?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotVmKeypairInner>
        for SnapshotVmKeypairInner {
            #[inline]
            fn from(value: super::SnapshotVmKeypairInner) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    environment: Ok(value.environment),
                    fingerprint: Ok(value.fingerprint),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    public_key: Ok(value.public_key),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Vm {
            callback_url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            cluster_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            contract_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            dedicated_inference_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            enhanced_metrics: ::std::result::Result<
                ::std::option::Option<super::EnhancedMetrics>,
                ::std::string::String,
            >,
            environment: ::std::result::Result<
                ::std::option::Option<super::VmEnvironment>,
                ::std::string::String,
            >,
            excluded_billing: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            features: ::std::result::Result<
                ::std::option::Option<super::EnvironmentFeatures>,
                ::std::string::String,
            >,
            fixed_ip: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            flavor: ::std::result::Result<
                ::std::option::Option<super::VmFlavor>,
                ::std::string::String,
            >,
            floating_ip: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            floating_ip_status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<i64, ::std::string::String>,
            image: ::std::result::Result<
                ::std::option::Option<super::VmImage>,
                ::std::string::String,
            >,
            is_snapshotting: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            keypair: ::std::result::Result<
                ::std::option::Option<super::VmKeypair>,
                ::std::string::String,
            >,
            labels: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            locked: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            os: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            port_randomization: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            port_randomization_status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            power_state: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            requires_public_ip: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            security_rules: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::VmSecurityRule>>,
                ::std::string::String,
            >,
            status: ::std::result::Result<::std::string::String, ::std::string::String>,
            vm_state: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            volume_attachments: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::VmVolumeAttachment>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Vm {
            #[inline]
            fn default() -> Self {
                Self {
                    callback_url: Ok(Default::default()),
                    cluster_id: Ok(Default::default()),
                    contract_id: Ok(Default::default()),
                    created_at: Ok(Default::default()),
                    dedicated_inference_id: Ok(Default::default()),
                    enhanced_metrics: Ok(Default::default()),
                    environment: Ok(Default::default()),
                    excluded_billing: Ok(Default::default()),
                    features: Ok(Default::default()),
                    fixed_ip: Ok(Default::default()),
                    flavor: Ok(Default::default()),
                    floating_ip: Ok(Default::default()),
                    floating_ip_status: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    image: Ok(Default::default()),
                    is_snapshotting: Ok(Default::default()),
                    keypair: Ok(Default::default()),
                    labels: Ok(Default::default()),
                    locked: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    os: Ok(Default::default()),
                    port_randomization: Ok(Default::default()),
                    port_randomization_status: Ok(Default::default()),
                    power_state: Ok(Default::default()),
                    requires_public_ip: Ok(Default::default()),
                    security_rules: Ok(Default::default()),
                    status: Err("no value supplied for status".to_string()),
                    vm_state: Ok(Default::default()),
                    volume_attachments: Ok(Default::default()),
                }
            }
        }
        impl Vm {
            #[inline]
            pub fn callback_url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.callback_url = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for callback_url: {e}")
                    });
                self
            }
            #[inline]
            pub fn cluster_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.cluster_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for cluster_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn contract_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.contract_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for contract_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn dedicated_inference_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.dedicated_inference_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for dedicated_inference_id: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn enhanced_metrics<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::EnhancedMetrics>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.enhanced_metrics = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for enhanced_metrics: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn environment<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::VmEnvironment>>,
                T::Error: ::std::fmt::Display,
            {
                self.environment = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for environment: {e}")
                    });
                self
            }
            #[inline]
            pub fn excluded_billing<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.excluded_billing = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for excluded_billing: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn features<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::EnvironmentFeatures>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.features = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for features: {e}")
                    });
                self
            }
            #[inline]
            pub fn fixed_ip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.fixed_ip = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for fixed_ip: {e}")
                    });
                self
            }
            #[inline]
            pub fn flavor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::VmFlavor>>,
                T::Error: ::std::fmt::Display,
            {
                self.flavor = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for flavor: {e}")
                    });
                self
            }
            #[inline]
            pub fn floating_ip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.floating_ip = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for floating_ip: {e}")
                    });
                self
            }
            #[inline]
            pub fn floating_ip_status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.floating_ip_status = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for floating_ip_status: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn image<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::VmImage>>,
                T::Error: ::std::fmt::Display,
            {
                self.image = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for image: {e}")
                    });
                self
            }
            #[inline]
            pub fn is_snapshotting<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.is_snapshotting = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for is_snapshotting: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn keypair<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::VmKeypair>>,
                T::Error: ::std::fmt::Display,
            {
                self.keypair = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for keypair: {e}")
                    });
                self
            }
            #[inline]
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            #[inline]
            pub fn locked<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.locked = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for locked: {e}")
                    });
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn os<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.os = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for os: {e}"));
                self
            }
            #[inline]
            pub fn port_randomization<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.port_randomization = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for port_randomization: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn port_randomization_status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.port_randomization_status = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for port_randomization_status: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn power_state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.power_state = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for power_state: {e}")
                    });
                self
            }
            #[inline]
            pub fn requires_public_ip<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.requires_public_ip = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for requires_public_ip: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn security_rules<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<super::VmSecurityRule>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.security_rules = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for security_rules: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            #[inline]
            pub fn vm_state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.vm_state = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for vm_state: {e}")
                    });
                self
            }
            #[inline]
            pub fn volume_attachments<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<super::VmVolumeAttachment>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.volume_attachments = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for volume_attachments: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Vm> for super::Vm {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Vm,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    callback_url: value.callback_url?,
                    cluster_id: value.cluster_id?,
                    contract_id: value.contract_id?,
                    created_at: value.created_at?,
                    dedicated_inference_id: value.dedicated_inference_id?,
                    enhanced_metrics: value.enhanced_metrics?,
                    environment: value.environment?,
                    excluded_billing: value.excluded_billing?,
                    features: value.features?,
                    fixed_ip: value.fixed_ip?,
                    flavor: value.flavor?,
                    floating_ip: value.floating_ip?,
                    floating_ip_status: value.floating_ip_status?,
                    id: value.id?,
                    image: value.image?,
                    is_snapshotting: value.is_snapshotting?,
                    keypair: value.keypair?,
                    labels: value.labels?,
                    locked: value.locked?,
                    name: value.name?,
                    os: value.os?,
                    port_randomization: value.port_randomization?,
                    port_randomization_status: value.port_randomization_status?,
                    power_state: value.power_state?,
                    requires_public_ip: value.requires_public_ip?,
                    security_rules: value.security_rules?,
                    status: value.status?,
                    vm_state: value.vm_state?,
                    volume_attachments: value.volume_attachments?,
                })
            }
        }
        impl ::std::convert::From<super::Vm> for Vm {
            #[inline]
            fn from(value: super::Vm) -> Self {
                Self {
                    callback_url: Ok(value.callback_url),
                    cluster_id: Ok(value.cluster_id),
                    contract_id: Ok(value.contract_id),
                    created_at: Ok(value.created_at),
                    dedicated_inference_id: Ok(value.dedicated_inference_id),
                    enhanced_metrics: Ok(value.enhanced_metrics),
                    environment: Ok(value.environment),
                    excluded_billing: Ok(value.excluded_billing),
                    features: Ok(value.features),
                    fixed_ip: Ok(value.fixed_ip),
                    flavor: Ok(value.flavor),
                    floating_ip: Ok(value.floating_ip),
                    floating_ip_status: Ok(value.floating_ip_status),
                    id: Ok(value.id),
                    image: Ok(value.image),
                    is_snapshotting: Ok(value.is_snapshotting),
                    keypair: Ok(value.keypair),
                    labels: Ok(value.labels),
                    locked: Ok(value.locked),
                    name: Ok(value.name),
                    os: Ok(value.os),
                    port_randomization: Ok(value.port_randomization),
                    port_randomization_status: Ok(value.port_randomization_status),
                    power_state: Ok(value.power_state),
                    requires_public_ip: Ok(value.requires_public_ip),
                    security_rules: Ok(value.security_rules),
                    status: Ok(value.status),
                    vm_state: Ok(value.vm_state),
                    volume_attachments: Ok(value.volume_attachments),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmAnswer {
            instance: ::std::result::Result<super::Vm, ::std::string::String>,
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            status: ::std::result::Result<::serde_json::Value, ::std::string::String>,
        }
        impl ::std::default::Default for VmAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    instance: Err("no value supplied for instance".to_string()),
                    message: Err("no value supplied for message".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl VmAnswer {
            #[inline]
            pub fn instance<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Vm>,
                T::Error: ::std::fmt::Display,
            {
                self.instance = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for instance: {e}")
                    });
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmAnswer> for super::VmAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    instance: value.instance?,
                    message: value.message?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::VmAnswer> for VmAnswer {
            #[inline]
            fn from(value: super::VmAnswer) -> Self {
                Self {
                    instance: Ok(value.instance),
                    message: Ok(value.message),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmEnvironment {
            features: ::std::result::Result<
                ::std::option::Option<super::EnvironmentFeatures>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            org_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            region: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VmEnvironment {
            #[inline]
            fn default() -> Self {
                Self {
                    features: Ok(Default::default()),
                    id: Ok(Default::default()),
                    name: Ok(Default::default()),
                    org_id: Ok(Default::default()),
                    region: Ok(Default::default()),
                }
            }
        }
        impl VmEnvironment {
            #[inline]
            pub fn features<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::EnvironmentFeatures>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.features = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for features: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn org_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.org_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for org_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn region<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.region = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for region: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmEnvironment> for super::VmEnvironment {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmEnvironment,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    features: value.features?,
                    id: value.id?,
                    name: value.name?,
                    org_id: value.org_id?,
                    region: value.region?,
                })
            }
        }
        impl ::std::convert::From<super::VmEnvironment> for VmEnvironment {
            #[inline]
            fn from(value: super::VmEnvironment) -> Self {
                Self {
                    features: Ok(value.features),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    org_id: Ok(value.org_id),
                    region: Ok(value.region),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmEvent {
            instance_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            object: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            org_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            time: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            user_id: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VmEvent {
            #[inline]
            fn default() -> Self {
                Self {
                    instance_id: Ok(Default::default()),
                    message: Ok(Default::default()),
                    object: Ok(Default::default()),
                    org_id: Ok(Default::default()),
                    reason: Ok(Default::default()),
                    time: Ok(Default::default()),
                    type_: Ok(Default::default()),
                    user_id: Ok(Default::default()),
                }
            }
        }
        impl VmEvent {
            #[inline]
            pub fn instance_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.instance_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for instance_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn object<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.object = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for object: {e}")
                    });
                self
            }
            #[inline]
            pub fn org_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.org_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for org_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            #[inline]
            pub fn time<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.time = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for time: {e}")
                    });
                self
            }
            #[inline]
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
            #[inline]
            pub fn user_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.user_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for user_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmEvent> for super::VmEvent {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmEvent,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    instance_id: value.instance_id?,
                    message: value.message?,
                    object: value.object?,
                    org_id: value.org_id?,
                    reason: value.reason?,
                    time: value.time?,
                    type_: value.type_?,
                    user_id: value.user_id?,
                })
            }
        }
        impl ::std::convert::From<super::VmEvent> for VmEvent {
            #[inline]
            fn from(value: super::VmEvent) -> Self {
                Self {
                    instance_id: Ok(value.instance_id),
                    message: Ok(value.message),
                    object: Ok(value.object),
                    org_id: Ok(value.org_id),
                    reason: Ok(value.reason),
                    time: Ok(value.time),
                    type_: Ok(value.type_),
                    user_id: Ok(value.user_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmEventsAnswer {
            instance_events: ::std::result::Result<
                ::std::vec::Vec<super::VmEvent>,
                ::std::string::String,
            >,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VmEventsAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    instance_events: Err(
                        "no value supplied for instance_events".to_string(),
                    ),
                    message: Ok(Default::default()),
                    status: Ok(Default::default()),
                }
            }
        }
        impl VmEventsAnswer {
            #[inline]
            pub fn instance_events<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::VmEvent>>,
                T::Error: ::std::fmt::Display,
            {
                self.instance_events = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for instance_events: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmEventsAnswer> for super::VmEventsAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmEventsAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    instance_events: value.instance_events?,
                    message: value.message?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::VmEventsAnswer> for VmEventsAnswer {
            #[inline]
            fn from(value: super::VmEventsAnswer) -> Self {
                Self {
                    instance_events: Ok(value.instance_events),
                    message: Ok(value.message),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmFlavor {
            cpu: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            disk: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            ephemeral: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            features: ::std::result::Result<
                ::std::option::Option<super::FlavorFeatures>,
                ::std::string::String,
            >,
            gpu: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            gpu_count: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            labels: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            ram: ::std::result::Result<
                ::std::option::Option<f64>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VmFlavor {
            #[inline]
            fn default() -> Self {
                Self {
                    cpu: Ok(Default::default()),
                    disk: Ok(Default::default()),
                    ephemeral: Ok(Default::default()),
                    features: Ok(Default::default()),
                    gpu: Ok(Default::default()),
                    gpu_count: Ok(Default::default()),
                    id: Ok(Default::default()),
                    labels: Ok(Default::default()),
                    name: Ok(Default::default()),
                    ram: Ok(Default::default()),
                }
            }
        }
        impl VmFlavor {
            #[inline]
            pub fn cpu<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.cpu = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for cpu: {e}")
                    });
                self
            }
            #[inline]
            pub fn disk<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.disk = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for disk: {e}")
                    });
                self
            }
            #[inline]
            pub fn ephemeral<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.ephemeral = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ephemeral: {e}")
                    });
                self
            }
            #[inline]
            pub fn features<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::FlavorFeatures>>,
                T::Error: ::std::fmt::Display,
            {
                self.features = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for features: {e}")
                    });
                self
            }
            #[inline]
            pub fn gpu<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.gpu = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for gpu: {e}")
                    });
                self
            }
            #[inline]
            pub fn gpu_count<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.gpu_count = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for gpu_count: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.labels = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for labels: {e}")
                    });
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn ram<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<f64>>,
                T::Error: ::std::fmt::Display,
            {
                self.ram = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ram: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmFlavor> for super::VmFlavor {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmFlavor,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    cpu: value.cpu?,
                    disk: value.disk?,
                    ephemeral: value.ephemeral?,
                    features: value.features?,
                    gpu: value.gpu?,
                    gpu_count: value.gpu_count?,
                    id: value.id?,
                    labels: value.labels?,
                    name: value.name?,
                    ram: value.ram?,
                })
            }
        }
        impl ::std::convert::From<super::VmFlavor> for VmFlavor {
            #[inline]
            fn from(value: super::VmFlavor) -> Self {
                Self {
                    cpu: Ok(value.cpu),
                    disk: Ok(value.disk),
                    ephemeral: Ok(value.ephemeral),
                    features: Ok(value.features),
                    gpu: Ok(value.gpu),
                    gpu_count: Ok(value.gpu_count),
                    id: Ok(value.id),
                    labels: Ok(value.labels),
                    name: Ok(value.name),
                    ram: Ok(value.ram),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmImageInner {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VmImageInner {
            #[inline]
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl VmImageInner {
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmImageInner> for super::VmImageInner {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmImageInner,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::VmImageInner> for VmImageInner {
            #[inline]
            fn from(value: super::VmImageInner) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmKeypair {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VmKeypair {
            #[inline]
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl VmKeypair {
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmKeypair> for super::VmKeypair {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmKeypair,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::VmKeypair> for VmKeypair {
            #[inline]
            fn from(value: super::VmKeypair) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmListAnswer {
            count: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            instances: ::std::result::Result<
                ::std::vec::Vec<super::Vm>,
                ::std::string::String,
            >,
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            page: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            page_size: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            status: ::std::result::Result<::serde_json::Value, ::std::string::String>,
        }
        impl ::std::default::Default for VmListAnswer {
            #[inline]
            fn default() -> Self {
                Self {
                    count: Ok(Default::default()),
                    instances: Err("no value supplied for instances".to_string()),
                    message: Err("no value supplied for message".to_string()),
                    page: Ok(Default::default()),
                    page_size: Ok(Default::default()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl VmListAnswer {
            #[inline]
            pub fn count<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.count = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for count: {e}")
                    });
                self
            }
            #[inline]
            pub fn instances<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Vm>>,
                T::Error: ::std::fmt::Display,
            {
                self.instances = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for instances: {e}")
                    });
                self
            }
            #[inline]
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            #[inline]
            pub fn page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for page: {e}")
                    });
                self
            }
            #[inline]
            pub fn page_size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.page_size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for page_size: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmListAnswer> for super::VmListAnswer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmListAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    count: value.count?,
                    instances: value.instances?,
                    message: value.message?,
                    page: value.page?,
                    page_size: value.page_size?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::VmListAnswer> for VmListAnswer {
            #[inline]
            fn from(value: super::VmListAnswer) -> Self {
                Self {
                    count: Ok(value.count),
                    instances: Ok(value.instances),
                    message: Ok(value.message),
                    page: Ok(value.page),
                    page_size: Ok(value.page_size),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmSecurityRule {
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            direction: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            ethertype: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            port_range_max: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            port_range_min: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            protocol: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            remote_ip_prefix: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VmSecurityRule {
            #[inline]
            fn default() -> Self {
                Self {
                    created_at: Ok(Default::default()),
                    direction: Ok(Default::default()),
                    ethertype: Ok(Default::default()),
                    id: Ok(Default::default()),
                    port_range_max: Ok(Default::default()),
                    port_range_min: Ok(Default::default()),
                    protocol: Ok(Default::default()),
                    remote_ip_prefix: Ok(Default::default()),
                    status: Ok(Default::default()),
                }
            }
        }
        impl VmSecurityRule {
            #[inline]
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn direction<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.direction = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for direction: {e}")
                    });
                self
            }
            #[inline]
            pub fn ethertype<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.ethertype = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ethertype: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn port_range_max<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.port_range_max = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for port_range_max: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn port_range_min<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.port_range_min = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for port_range_min: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn protocol<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.protocol = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for protocol: {e}")
                    });
                self
            }
            #[inline]
            pub fn remote_ip_prefix<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.remote_ip_prefix = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for remote_ip_prefix: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmSecurityRule> for super::VmSecurityRule {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmSecurityRule,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    direction: value.direction?,
                    ethertype: value.ethertype?,
                    id: value.id?,
                    port_range_max: value.port_range_max?,
                    port_range_min: value.port_range_min?,
                    protocol: value.protocol?,
                    remote_ip_prefix: value.remote_ip_prefix?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::VmSecurityRule> for VmSecurityRule {
            #[inline]
            fn from(value: super::VmSecurityRule) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    direction: Ok(value.direction),
                    ethertype: Ok(value.ethertype),
                    id: Ok(value.id),
                    port_range_max: Ok(value.port_range_max),
                    port_range_min: Ok(value.port_range_min),
                    protocol: Ok(value.protocol),
                    remote_ip_prefix: Ok(value.remote_ip_prefix),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmVolume {
            bootable: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            size: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            volume_type: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VmVolume {
            #[inline]
            fn default() -> Self {
                Self {
                    bootable: Ok(Default::default()),
                    description: Ok(Default::default()),
                    id: Ok(Default::default()),
                    name: Ok(Default::default()),
                    size: Ok(Default::default()),
                    volume_type: Ok(Default::default()),
                }
            }
        }
        impl VmVolume {
            #[inline]
            pub fn bootable<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.bootable = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for bootable: {e}")
                    });
                self
            }
            #[inline]
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            #[inline]
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for size: {e}")
                    });
                self
            }
            #[inline]
            pub fn volume_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.volume_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for volume_type: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmVolume> for super::VmVolume {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmVolume,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    bootable: value.bootable?,
                    description: value.description?,
                    id: value.id?,
                    name: value.name?,
                    size: value.size?,
                    volume_type: value.volume_type?,
                })
            }
        }
        impl ::std::convert::From<super::VmVolume> for VmVolume {
            #[inline]
            fn from(value: super::VmVolume) -> Self {
                Self {
                    bootable: Ok(value.bootable),
                    description: Ok(value.description),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    size: Ok(value.size),
                    volume_type: Ok(value.volume_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmVolumeAttachment {
            created_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            device: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::option::Option<i64>, ::std::string::String>,
            protected: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            volume: ::std::result::Result<
                ::std::option::Option<super::VmVolume>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VmVolumeAttachment {
            #[inline]
            fn default() -> Self {
                Self {
                    created_at: Ok(Default::default()),
                    device: Ok(Default::default()),
                    id: Ok(Default::default()),
                    protected: Ok(Default::default()),
                    status: Ok(Default::default()),
                    volume: Ok(Default::default()),
                }
            }
        }
        impl VmVolumeAttachment {
            #[inline]
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            #[inline]
            pub fn device<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.device = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for device: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn protected<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.protected = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for protected: {e}")
                    });
                self
            }
            #[inline]
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            #[inline]
            pub fn volume<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::VmVolume>>,
                T::Error: ::std::fmt::Display,
            {
                self.volume = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for volume: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmVolumeAttachment> for super::VmVolumeAttachment {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmVolumeAttachment,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    device: value.device?,
                    id: value.id?,
                    protected: value.protected?,
                    status: value.status?,
                    volume: value.volume?,
                })
            }
        }
        impl ::std::convert::From<super::VmVolumeAttachment> for VmVolumeAttachment {
            #[inline]
            fn from(value: super::VmVolumeAttachment) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    device: Ok(value.device),
                    id: Ok(value.id),
                    protected: Ok(value.protected),
                    status: Ok(value.status),
                    volume: Ok(value.volume),
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
/**Client for Hyperstack snapshots and backups (unofficial)

Snapshots of Hyperstack virtual machines, and custom images. Unofficial: not affiliated with the vendor and not approved by it. See the tag "Guide" for usage.

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
    /**List the virtual machines of the account

All machines visible to the key, in all regions, oldest first according to the vendor. The vendor declares 400
and 401; 403 and 429 are to be expected as well.


Sends a `GET` request to `/core/virtual-machines`

Arguments:
- `environment`: Returns only machines in this environment, given by name. A part of the name is enough unless
exact_environment_match is true.

- `exact_environment_match`: Compares the whole name of the environment. The server defaults to false.
- `page`: Number of the page, from 1. Without it, and without pageSize, the published responses contain everything at
once.

- `page_size`: Items per page. Neither a default nor a maximum is documented; 25, 50 and 100 are in use.
- `search`: Returns only machines whose name contains this text, ignoring case.
```text
let response = client.list_vms()
    .environment(environment)
    .exact_environment_match(exact_environment_match)
    .page(page)
    .page_size(page_size)
    .search(search)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_vms(&self) -> builder::ListVms<'_> {
        builder::ListVms::new(self)
    }
    /**Get a virtual machine

One machine with its status. After a restore, poll the new machine here until it is `ACTIVE` or `ERROR`. The
vendor declares 400, 401 and 404; 403 and 429 are to be expected as well.


Sends a `GET` request to `/core/virtual-machines/{vm_id}`

Arguments:
- `vm_id`: ID of a virtual machine. According to the vendor, the ID of a machine in another region results in 404.
```text
let response = client.get_vm()
    .vm_id(vm_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_vm(&self) -> builder::GetVm<'_> {
        builder::GetVm::new(self)
    }
    /**Delete a virtual machine

Permanently deletes a machine, with its root disk; its snapshots remain. The response says that the machine is
deleted or being deleted; the deletion is complete when `get_vm` returns 404, or the machine is `DELETED` or no
longer listed (inferred, not documented). While a snapshot of it is being taken, the response is 400. The vendor
declares 400, 401, 404 and 409 (the cause of a 409 is not documented); 403 and 429 are to be expected as well.


Sends a `DELETE` request to `/core/virtual-machines/{vm_id}`

Arguments:
- `vm_id`: ID of a virtual machine. According to the vendor, the ID of a machine in another region results in 404.
```text
let response = client.delete_vm()
    .vm_id(vm_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn delete_vm(&self) -> builder::DeleteVm<'_> {
        builder::DeleteVm::new(self)
    }
    /**Check whether a machine name is available

Says whether a new machine could have this name. The scope in which names must be unique is not documented. The
vendor declares 400, 401 and 404; 403 and 429 are to be expected as well.


Sends a `GET` request to `/core/virtual-machines/name-availability/{name}`

Arguments:
- `name`: The name to check. Names with other characters cannot be checked through this description.
```text
let response = client.check_vm_name()
    .name(name)
    .send()
    .await;
```*/
    #[inline]
    pub fn check_vm_name(&self) -> builder::CheckVmName<'_> {
        builder::CheckVmName::new(self)
    }
    /**List the events of a virtual machine

What was done to a machine, and when: the place to look when a restore does not finish. There is no pagination;
the order is not documented. The vendor declares 400, 401 and 404; 403 and 429 are to be expected as well.


Sends a `GET` request to `/core/virtual-machines/{vm_id}/events`

Arguments:
- `vm_id`: ID of a virtual machine. According to the vendor, the ID of a machine in another region results in 404.
```text
let response = client.list_vm_events()
    .vm_id(vm_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_vm_events(&self) -> builder::ListVmEvents<'_> {
        builder::ListVmEvents::new(self)
    }
    /**Start a virtual machine (changes state)

A GET that changes state: it starts a machine that is `SHUTOFF`. The response only says that the start is
scheduled. In any other status, according to the vendor, the response is 400. A second, identical request
therefore reports a failure for something that is in progress, and one that arrives late could start a machine
that was stopped in between: the operation is marked as not idempotent. If the outcome of a request is unknown,
check `get_vm` and do not retry. The vendor declares 400, 401 and 404; 403 and 429 are to be expected as well.


Sends a `GET` request to `/core/virtual-machines/{vm_id}/start`

Arguments:
- `vm_id`: ID of a virtual machine. According to the vendor, the ID of a machine in another region results in 404.
```text
let response = client.start_vm()
    .vm_id(vm_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn start_vm(&self) -> builder::StartVm<'_> {
        builder::StartVm::new(self)
    }
    /**Stop a virtual machine (changes state)

A GET that changes state: it shuts down a machine that is `ACTIVE` or `ERROR`. The response only says that the
stop is scheduled. While a snapshot of the machine is being taken, the response is 400. The response for a
machine that is already stopped is not documented, and a request that arrives late could stop a machine that was
started in between: the operation is marked as not idempotent. If the outcome of a request is unknown, check
`get_vm` and do not retry. The vendor declares 400, 401 and 404; 403 and 429 are to be expected as well.


Sends a `GET` request to `/core/virtual-machines/{vm_id}/stop`

Arguments:
- `vm_id`: ID of a virtual machine. According to the vendor, the ID of a machine in another region results in 404.
```text
let response = client.stop_vm()
    .vm_id(vm_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn stop_vm(&self) -> builder::StopVm<'_> {
        builder::StopVm::new(self)
    }
    /**Create a snapshot of a virtual machine

Takes a snapshot of the root disk; attached volumes are not included. The response is immediate; the snapshot is
then `CREATING`, and it is complete at `SUCCESS`.

The machine must be `ACTIVE` or `SHUTOFF` and have no other snapshot in progress. One page of the vendor says
that a running machine is powered off temporarily and started again; another says that it keeps running. While
the snapshot is being taken, other operations on the machine respond with 400.

Limits documented by the vendor: 100 GB at most; not for machines of a Kubernetes cluster, machines that boot
from a volume, or flavors with `no_snapshot`. The first snapshot of a machine is full, later ones are
incremental.

There is no idempotency key. Whether a name may be used twice is not documented (`check_snapshot_name` suggests
that it may not), so a request with an unknown outcome must not be retried blindly: check the list first.

The vendor declares 400, 401 and 404; 403, 409 and 429 are to be expected as well.


Sends a `POST` request to `/core/virtual-machines/{vm_id}/snapshots`

Arguments:
- `vm_id`: ID of a virtual machine. According to the vendor, the ID of a machine in another region results in 404.
- `body`
```text
let response = client.create_snapshot()
    .vm_id(vm_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn create_snapshot(&self) -> builder::CreateSnapshot<'_> {
        builder::CreateSnapshot::new(self)
    }
    /**List the snapshots of the account

All snapshots visible to the key. They cannot be filtered by machine, region, status or label: filter on the
client side by `vm_id`. Snapshots outlive their machine, so `vm_status` may be `DELETED`. The vendor declares
400 and 401; 403 and 429 are to be expected as well.


Sends a `GET` request to `/core/snapshots`

Arguments:
- `page`: Number of the page, from 1. Without it, and without pageSize, the published responses contain everything at
once.

- `page_size`: Items per page. Neither a default nor a maximum is documented; 25, 50 and 100 are in use.
- `search`: Returns only snapshots whose ID or name matches. Whether a part of the name is enough is not documented.
```text
let response = client.list_snapshots()
    .page(page)
    .page_size(page_size)
    .search(search)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_snapshots(&self) -> builder::ListSnapshots<'_> {
        builder::ListSnapshots::new(self)
    }
    /**Check whether a snapshot name is available

Says whether a new snapshot could have this name. The scope in which names must be unique (organization, region,
machine) is not documented. The response has no `status`.

By its form the path also matches `/core/snapshots/{snapshot_id}/events` if the name is `events`; snapshot IDs
are integers, so a router that checks types cannot confuse the two.

The vendor declares 400, 401 and 404; 403 and 429 are to be expected as well.


Sends a `GET` request to `/core/snapshots/name-availability/{name}`

Arguments:
- `name`: The name to check. Names with other characters cannot be checked through this description.
```text
let response = client.check_snapshot_name()
    .name(name)
    .send()
    .await;
```*/
    #[inline]
    pub fn check_snapshot_name(&self) -> builder::CheckSnapshotName<'_> {
        builder::CheckSnapshotName::new(self)
    }
    /**Get a snapshot

One snapshot with its status. Poll it after a create, until the status is no longer `CREATING`, and after a
delete, until the response is 404. The vendor declares 400 and 401; 403, 404 and 429 are to be expected as well
(404 because the delete has it).


Sends a `GET` request to `/core/snapshots/{snapshot_id}`

Arguments:
- `snapshot_id`: ID of a snapshot. The vendor names it `id` in some paths; the name is not part of the request.
```text
let response = client.get_snapshot()
    .snapshot_id(snapshot_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_snapshot(&self) -> builder::GetSnapshot<'_> {
        builder::GetSnapshot::new(self)
    }
    /**Delete a snapshot

Deletes a snapshot **and the custom image created from it**, if there is one; the message then contains that
image's ID. The response says that the deletion has started. It is complete when `get_snapshot` returns 404 or
the snapshot is no longer listed (inferred, not documented). The vendor declares 400, 401, 404 and 409 (the
cause of a 409 is not documented); 403 and 429 are to be expected as well.


Sends a `DELETE` request to `/core/snapshots/{snapshot_id}`

Arguments:
- `snapshot_id`: ID of a snapshot. The vendor names it `id` in some paths; the name is not part of the request.
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
    /**Restore a snapshot to a new virtual machine

Creates a **new** machine, in the snapshot's region; the machine that the snapshot was taken of is not touched.
There is no in-place restore. The new machine goes through `CREATING` and `BUILD` to `ACTIVE` or `ERROR`: poll
`get_vm`.

The snapshot must be complete, otherwise the response is 400. One page of the vendor calls that state
`COMPLETE`, a value that was never seen in a response; `SUCCESS` is the one seen.

A contract that cannot be used does not make the request fail: the machine is created on demand, and `errors`
says why.

There is no idempotency key. The vendor calls the new machine's name unique, but what happens if the name is in
use is not documented, so a request with an unknown outcome must not be retried blindly: look for the name
first.

The vendor declares 400 and 401; 403, 404, 409 and 429 are to be expected as well. Insufficient credit is a 400
according to the page on errors; elsewhere in the API the vendor declares 402 for it, which is not declared
here.


Sends a `POST` request to `/core/snapshots/{snapshot_id}/restore`

Arguments:
- `snapshot_id`: ID of a snapshot. The vendor names it `id` in some paths; the name is not part of the request.
- `body`
```text
let response = client.restore_snapshot()
    .snapshot_id(snapshot_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn restore_snapshot(&self) -> builder::RestoreSnapshot<'_> {
        builder::RestoreSnapshot::new(self)
    }
    /**List the events of a snapshot

What was done to a snapshot, and when. There is no pagination; the order is not documented. The vendor declares
no errors at all; 401, 403, 404 and 429 are to be expected.


Sends a `GET` request to `/core/snapshots/{snapshot_id}/events`

Arguments:
- `snapshot_id`: ID of a snapshot. The vendor names it `id` in some paths; the name is not part of the request.
```text
let response = client.list_snapshot_events()
    .snapshot_id(snapshot_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_snapshot_events(&self) -> builder::ListSnapshotEvents<'_> {
        builder::ListSnapshotEvents::new(self)
    }
    /**Create a custom image from a snapshot

Creates an image from which new machines can be deployed. The image belongs to the snapshot: it is deleted
together with it. Fields other than the two below are refused. The vendor declares 400, 401, 404 and 406 (the
cause of a 406 is not documented); 403, 409 and 429 are to be expected as well.


Sends a `POST` request to `/core/snapshots/{snapshot_id}/image`

Arguments:
- `snapshot_id`: ID of a snapshot. The vendor names it `id` in some paths; the name is not part of the request.
- `body`
```text
let response = client.create_image()
    .snapshot_id(snapshot_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn create_image(&self) -> builder::CreateImage<'_> {
        builder::CreateImage::new(self)
    }
    /**List the images

Images by region and type, both public ones and those created from snapshots: the response is grouped, not flat.
The vendor declares 400, 401, 404 and 406 (the cause is not documented); 403 and 429 are to be expected as well.


Sends a `GET` request to `/core/images`

Arguments:
- `include_public`: Whether to list public images, too. The server defaults to true.
- `page`: Number of the page, from 1. Without it, and without pageSize, the published responses contain everything at
once.

- `per_page`: Images per page. Only this list uses this name.
- `region`: Returns only images in this region, given by name.
- `search`: Returns only images whose name matches.
```text
let response = client.list_images()
    .include_public(include_public)
    .page(page)
    .per_page(per_page)
    .region(region)
    .search(search)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_images(&self) -> builder::ListImages<'_> {
        builder::ListImages::new(self)
    }
    /**Check whether an image name is available

Says whether a new image could have this name. The scope in which names must be unique is not documented. The
vendor declares 400, 401 and 404; 403 and 429 are to be expected as well.


Sends a `GET` request to `/core/image/name-availability/{name}`

Arguments:
- `name`: The name to check. Names with other characters cannot be checked through this description.
```text
let response = client.check_image_name()
    .name(name)
    .send()
    .await;
```*/
    #[inline]
    pub fn check_image_name(&self) -> builder::CheckImageName<'_> {
        builder::CheckImageName::new(self)
    }
    /**Get an image

One image, public or created from a snapshot. The vendor's optional parameter `include_related_vms` is left out
here, because no source shows what it adds to the response. The vendor declares 400, 401 and 404; 403 and 429
are to be expected as well.


Sends a `GET` request to `/core/images/{image_id}`

Arguments:
- `image_id`: ID of an image. The vendor names it `id`; the name is not part of the request.
```text
let response = client.get_image()
    .image_id(image_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_image(&self) -> builder::GetImage<'_> {
        builder::GetImage::new(self)
    }
    /**Delete a custom image

Permanently deletes an image created from a snapshot. As far as is known, the snapshot remains. The vendor
declares 400, 401 and 404; 403 and 429 are to be expected as well.


Sends a `DELETE` request to `/core/images/{image_id}`

Arguments:
- `image_id`: ID of an image. The vendor names it `id`; the name is not part of the request.
```text
let response = client.delete_image()
    .image_id(image_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn delete_image(&self) -> builder::DeleteImage<'_> {
        builder::DeleteImage::new(self)
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
    /**Builder for [`Client::list_vms`]

[`Client::list_vms`]: super::Client::list_vms*/
    #[derive(Debug, Clone)]
    pub struct ListVms<'a> {
        client: &'a super::Client,
        environment: Result<Option<::std::string::String>, String>,
        exact_environment_match: Result<Option<bool>, String>,
        page: Result<Option<i64>, String>,
        page_size: Result<Option<i64>, String>,
        search: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListVms<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                environment: Ok(None),
                exact_environment_match: Ok(None),
                page: Ok(None),
                page_size: Ok(None),
                search: Ok(None),
            }
        }
        #[inline]
        pub fn environment<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.environment = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for environment failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn exact_environment_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.exact_environment_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `bool` for exact_environment_match failed".to_string()
                });
            self
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
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for page_size failed".to_string());
            self
        }
        #[inline]
        pub fn search<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.search = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for search failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/core/virtual-machines`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::VmListAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self {
                client,
                environment,
                exact_environment_match,
                page,
                page_size,
                search,
            } = self;
            let environment = environment.map_err(Error::InvalidRequest)?;
            let exact_environment_match = exact_environment_match
                .map_err(Error::InvalidRequest)?;
            let page = page.map_err(Error::InvalidRequest)?;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let search = search.map_err(Error::InvalidRequest)?;
            let url = format!("{}/core/virtual-machines", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("environment", &environment))
                .query(
                    &progenitor_client::QueryParam::new(
                        "exact_environment_match",
                        &exact_environment_match,
                    ),
                )
                .query(&progenitor_client::QueryParam::new("page", &page))
                .query(&progenitor_client::QueryParam::new("pageSize", &page_size))
                .query(&progenitor_client::QueryParam::new("search", &search))
                .build()?;
            let info = OperationInfo {
                operation_id: "list_vms",
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
    /**Builder for [`Client::get_vm`]

[`Client::get_vm`]: super::Client::get_vm*/
    #[derive(Debug, Clone)]
    pub struct GetVm<'a> {
        client: &'a super::Client,
        vm_id: Result<i64, String>,
    }
    impl<'a> GetVm<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                vm_id: Err("vm_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn vm_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for vm_id failed".to_string());
            self
        }
        ///Sends a `GET` request to `/core/virtual-machines/{vm_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<types::VmAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, vm_id } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/virtual-machines/{}", client.baseurl, encode_path(& vm_id
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
                operation_id: "get_vm",
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
    /**Builder for [`Client::delete_vm`]

[`Client::delete_vm`]: super::Client::delete_vm*/
    #[derive(Debug, Clone)]
    pub struct DeleteVm<'a> {
        client: &'a super::Client,
        vm_id: Result<i64, String>,
    }
    impl<'a> DeleteVm<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                vm_id: Err("vm_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn vm_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for vm_id failed".to_string());
            self
        }
        ///Sends a `DELETE` request to `/core/virtual-machines/{vm_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::MessageAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, vm_id } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/virtual-machines/{}", client.baseurl, encode_path(& vm_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_vm",
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
    /**Builder for [`Client::check_vm_name`]

[`Client::check_vm_name`]: super::Client::check_vm_name*/
    #[derive(Debug, Clone)]
    pub struct CheckVmName<'a> {
        client: &'a super::Client,
        name: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> CheckVmName<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for name failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/core/virtual-machines/name-availability/{name}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::NameAvailability>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, name } = self;
            let name = name.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/virtual-machines/name-availability/{}", client.baseurl,
                encode_path(& name.to_string()),
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
                operation_id: "check_vm_name",
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
    /**Builder for [`Client::list_vm_events`]

[`Client::list_vm_events`]: super::Client::list_vm_events*/
    #[derive(Debug, Clone)]
    pub struct ListVmEvents<'a> {
        client: &'a super::Client,
        vm_id: Result<i64, String>,
    }
    impl<'a> ListVmEvents<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                vm_id: Err("vm_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn vm_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for vm_id failed".to_string());
            self
        }
        ///Sends a `GET` request to `/core/virtual-machines/{vm_id}/events`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::VmEventsAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, vm_id } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/virtual-machines/{}/events", client.baseurl, encode_path(& vm_id
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
                operation_id: "list_vm_events",
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
    /**Builder for [`Client::start_vm`]

[`Client::start_vm`]: super::Client::start_vm*/
    #[derive(Debug, Clone)]
    pub struct StartVm<'a> {
        client: &'a super::Client,
        vm_id: Result<i64, String>,
    }
    impl<'a> StartVm<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                vm_id: Err("vm_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn vm_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for vm_id failed".to_string());
            self
        }
        ///Sends a `GET` request to `/core/virtual-machines/{vm_id}/start`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::MessageAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, vm_id } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/virtual-machines/{}/start", client.baseurl, encode_path(& vm_id
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
                operation_id: "start_vm",
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
    /**Builder for [`Client::stop_vm`]

[`Client::stop_vm`]: super::Client::stop_vm*/
    #[derive(Debug, Clone)]
    pub struct StopVm<'a> {
        client: &'a super::Client,
        vm_id: Result<i64, String>,
    }
    impl<'a> StopVm<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                vm_id: Err("vm_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn vm_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for vm_id failed".to_string());
            self
        }
        ///Sends a `GET` request to `/core/virtual-machines/{vm_id}/stop`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::MessageAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, vm_id } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/virtual-machines/{}/stop", client.baseurl, encode_path(& vm_id
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
                operation_id: "stop_vm",
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
        vm_id: Result<i64, String>,
        body: Result<types::builder::SnapshotCreation, String>,
    }
    impl<'a> CreateSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                vm_id: Err("vm_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        #[inline]
        pub fn vm_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for vm_id failed".to_string());
            self
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SnapshotCreation>,
            <V as std::convert::TryInto<
                types::SnapshotCreation,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SnapshotCreation` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SnapshotCreation,
            ) -> types::builder::SnapshotCreation,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/core/virtual-machines/{vm_id}/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, vm_id, body } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::SnapshotCreation::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/virtual-machines/{}/snapshots", client.baseurl, encode_path(&
                vm_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
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
                201u16 => Ok(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::list_snapshots`]

[`Client::list_snapshots`]: super::Client::list_snapshots*/
    #[derive(Debug, Clone)]
    pub struct ListSnapshots<'a> {
        client: &'a super::Client,
        page: Result<Option<i64>, String>,
        page_size: Result<Option<i64>, String>,
        search: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListSnapshots<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                page: Ok(None),
                page_size: Ok(None),
                search: Ok(None),
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
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for page_size failed".to_string());
            self
        }
        #[inline]
        pub fn search<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.search = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for search failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/core/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotListAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, page, page_size, search } = self;
            let page = page.map_err(Error::InvalidRequest)?;
            let page_size = page_size.map_err(Error::InvalidRequest)?;
            let search = search.map_err(Error::InvalidRequest)?;
            let url = format!("{}/core/snapshots", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page", &page))
                .query(&progenitor_client::QueryParam::new("pageSize", &page_size))
                .query(&progenitor_client::QueryParam::new("search", &search))
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
    /**Builder for [`Client::check_snapshot_name`]

[`Client::check_snapshot_name`]: super::Client::check_snapshot_name*/
    #[derive(Debug, Clone)]
    pub struct CheckSnapshotName<'a> {
        client: &'a super::Client,
        name: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> CheckSnapshotName<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for name failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/core/snapshots/name-availability/{name}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::NameAvailability>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, name } = self;
            let name = name.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/snapshots/name-availability/{}", client.baseurl, encode_path(&
                name.to_string()),
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
                operation_id: "check_snapshot_name",
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
    /**Builder for [`Client::get_snapshot`]

[`Client::get_snapshot`]: super::Client::get_snapshot*/
    #[derive(Debug, Clone)]
    pub struct GetSnapshot<'a> {
        client: &'a super::Client,
        snapshot_id: Result<i64, String>,
    }
    impl<'a> GetSnapshot<'a> {
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
        ///Sends a `GET` request to `/core/snapshots/{snapshot_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, snapshot_id } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/snapshots/{}", client.baseurl, encode_path(& snapshot_id
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
                operation_id: "get_snapshot",
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
        ///Sends a `DELETE` request to `/core/snapshots/{snapshot_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::MessageAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, snapshot_id } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/snapshots/{}", client.baseurl, encode_path(& snapshot_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_snapshot",
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
    /**Builder for [`Client::restore_snapshot`]

[`Client::restore_snapshot`]: super::Client::restore_snapshot*/
    #[derive(Debug, Clone)]
    pub struct RestoreSnapshot<'a> {
        client: &'a super::Client,
        snapshot_id: Result<i64, String>,
        body: Result<types::builder::SnapshotRestoration, String>,
    }
    impl<'a> RestoreSnapshot<'a> {
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
            V: std::convert::TryInto<types::SnapshotRestoration>,
            <V as std::convert::TryInto<
                types::SnapshotRestoration,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SnapshotRestoration` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SnapshotRestoration,
            ) -> types::builder::SnapshotRestoration,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/core/snapshots/{snapshot_id}/restore`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::RestoreSnapshotAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, snapshot_id, body } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::SnapshotRestoration::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/snapshots/{}/restore", client.baseurl, encode_path(& snapshot_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()?;
            let info = OperationInfo {
                operation_id: "restore_snapshot",
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
    /**Builder for [`Client::list_snapshot_events`]

[`Client::list_snapshot_events`]: super::Client::list_snapshot_events*/
    #[derive(Debug, Clone)]
    pub struct ListSnapshotEvents<'a> {
        client: &'a super::Client,
        snapshot_id: Result<i64, String>,
    }
    impl<'a> ListSnapshotEvents<'a> {
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
        ///Sends a `GET` request to `/core/snapshots/{snapshot_id}/events`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotEventsAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, snapshot_id } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/snapshots/{}/events", client.baseurl, encode_path(& snapshot_id
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
                operation_id: "list_snapshot_events",
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
    /**Builder for [`Client::create_image`]

[`Client::create_image`]: super::Client::create_image*/
    #[derive(Debug, Clone)]
    pub struct CreateImage<'a> {
        client: &'a super::Client,
        snapshot_id: Result<i64, String>,
        body: Result<types::builder::ImageCreation, String>,
    }
    impl<'a> CreateImage<'a> {
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
            V: std::convert::TryInto<types::ImageCreation>,
            <V as std::convert::TryInto<types::ImageCreation>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ImageCreation` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ImageCreation,
            ) -> types::builder::ImageCreation,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/core/snapshots/{snapshot_id}/image`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::CreateImageAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, snapshot_id, body } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::ImageCreation::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/snapshots/{}/image", client.baseurl, encode_path(& snapshot_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_image",
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
    /**Builder for [`Client::list_images`]

[`Client::list_images`]: super::Client::list_images*/
    #[derive(Debug, Clone)]
    pub struct ListImages<'a> {
        client: &'a super::Client,
        include_public: Result<Option<bool>, String>,
        page: Result<Option<i64>, String>,
        per_page: Result<Option<i64>, String>,
        region: Result<Option<::std::string::String>, String>,
        search: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListImages<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                include_public: Ok(None),
                page: Ok(None),
                per_page: Ok(None),
                region: Ok(None),
                search: Ok(None),
            }
        }
        #[inline]
        pub fn include_public<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.include_public = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `bool` for include_public failed".to_string()
                });
            self
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
        pub fn per_page<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.per_page = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for per_page failed".to_string());
            self
        }
        #[inline]
        pub fn region<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.region = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for region failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn search<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.search = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for search failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/core/images`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ImageListAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, include_public, page, per_page, region, search } = self;
            let include_public = include_public.map_err(Error::InvalidRequest)?;
            let page = page.map_err(Error::InvalidRequest)?;
            let per_page = per_page.map_err(Error::InvalidRequest)?;
            let region = region.map_err(Error::InvalidRequest)?;
            let search = search.map_err(Error::InvalidRequest)?;
            let url = format!("{}/core/images", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(
                    &progenitor_client::QueryParam::new(
                        "include_public",
                        &include_public,
                    ),
                )
                .query(&progenitor_client::QueryParam::new("page", &page))
                .query(&progenitor_client::QueryParam::new("per_page", &per_page))
                .query(&progenitor_client::QueryParam::new("region", &region))
                .query(&progenitor_client::QueryParam::new("search", &search))
                .build()?;
            let info = OperationInfo {
                operation_id: "list_images",
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
    /**Builder for [`Client::check_image_name`]

[`Client::check_image_name`]: super::Client::check_image_name*/
    #[derive(Debug, Clone)]
    pub struct CheckImageName<'a> {
        client: &'a super::Client,
        name: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> CheckImageName<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                name: Err("name was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn name<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.name = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for name failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/core/image/name-availability/{name}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::NameAvailability>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, name } = self;
            let name = name.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/image/name-availability/{}", client.baseurl, encode_path(& name
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
                operation_id: "check_image_name",
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
    /**Builder for [`Client::get_image`]

[`Client::get_image`]: super::Client::get_image*/
    #[derive(Debug, Clone)]
    pub struct GetImage<'a> {
        client: &'a super::Client,
        image_id: Result<i64, String>,
    }
    impl<'a> GetImage<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                image_id: Err("image_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn image_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.image_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for image_id failed".to_string());
            self
        }
        ///Sends a `GET` request to `/core/images/{image_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<types::ImageAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, image_id } = self;
            let image_id = image_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/images/{}", client.baseurl, encode_path(& image_id.to_string()),
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
                operation_id: "get_image",
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
    /**Builder for [`Client::delete_image`]

[`Client::delete_image`]: super::Client::delete_image*/
    #[derive(Debug, Clone)]
    pub struct DeleteImage<'a> {
        client: &'a super::Client,
        image_id: Result<i64, String>,
    }
    impl<'a> DeleteImage<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                image_id: Err("image_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn image_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.image_id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for image_id failed".to_string());
            self
        }
        ///Sends a `DELETE` request to `/core/images/{image_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::MessageAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, image_id } = self;
            let image_id = image_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/core/images/{}", client.baseurl, encode_path(& image_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_image",
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
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
