#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /**The new image. The published responses have `image`; the vendor's SDK spec has only `id`. Expect one of the two.
*/
    #[derive(Clone, Debug)]
    pub struct CreateImageAnswer {
        ///ID of the new image.
        pub id: ::std::option::Option<i64>,
        pub image: ::std::option::Option<Image>,
        ///What was done, for humans.
        pub message: ::std::string::String,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    crate::fields::read_fields! {
        CreateImageAnswer { id image message status }
    }
    crate::fields::write_fields! {
        CreateImageAnswer { id[optional] image[optional] message status }
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
    #[derive(Clone, Debug, Default)]
    pub struct EnhancedMetricsInner {
        ///Whether they are collected.
        pub enabled: ::std::option::Option<bool>,
    }
    crate::fields::read_fields! {
        EnhancedMetricsInner { enabled }
    }
    crate::fields::write_fields! {
        EnhancedMetricsInner { enabled[optional] }
    }
    ///Properties of an environment, or of a machine in it.
    #[derive(Clone, Debug, Default)]
    pub struct EnvironmentFeatures {
        ///How green the power is. Missing in older responses.
        pub green_status: ::std::option::Option<::std::string::String>,
        ///Whether the network is of the faster type.
        pub network_optimised: ::std::option::Option<bool>,
    }
    crate::fields::read_fields! {
        EnvironmentFeatures { green_status network_optimised }
    }
    crate::fields::write_fields! {
        EnvironmentFeatures { green_status[optional] network_optimised[optional] }
    }
    /**An error. No field is guaranteed: some errors contain only a `message`. Base decisions on the HTTP status, then
on `error_reason`, never on the text.
*/
    #[derive(Clone, Debug, Default)]
    pub struct ErrorAnswer {
        ///What went wrong, for programs. The documented reasons are listed; others are possible.
        pub error_reason: ::std::option::Option<::std::string::String>,
        ///What went wrong, for humans. Several wordings exist for one condition.
        pub message: ::std::option::Option<::std::string::String>,
        ///False on errors.
        pub status: ::std::option::Option<bool>,
    }
    crate::fields::read_fields! {
        ErrorAnswer { error_reason message status }
    }
    crate::fields::write_fields! {
        ErrorAnswer { error_reason[optional] message[optional] status[optional] }
    }
    ///Properties of a flavor. Older responses have only the first one.
    #[derive(Clone, Debug, Default)]
    pub struct FlavorFeatures {
        ///Whether the flavor is available through the API only.
        pub api_only: ::std::option::Option<bool>,
        ///Whether the flavor has local storage only.
        pub local_storage_only: ::std::option::Option<bool>,
        ///Whether the network is of the faster type.
        pub network_optimised: ::std::option::Option<bool>,
        ///Whether machines of this flavor cannot be hibernated.
        pub no_hibernation: ::std::option::Option<bool>,
        ///Whether machines of this flavor cannot be rebooted.
        pub no_reboot: ::std::option::Option<bool>,
        ///Whether machines of this flavor do not support snapshots.
        pub no_snapshot: ::std::option::Option<bool>,
    }
    crate::fields::read_fields! {
        FlavorFeatures { api_only local_storage_only network_optimised no_hibernation
        no_reboot no_snapshot }
    }
    crate::fields::write_fields! {
        FlavorFeatures { api_only[optional] local_storage_only[optional]
        network_optimised[optional] no_hibernation[optional] no_reboot[optional]
        no_snapshot[optional] }
    }
    ///An image, with the fields of all sources. Which of them are present depends on the operation.
    #[derive(Clone, Debug)]
    pub struct Image {
        ///When the image was created, in the same formats as a snapshot's times.
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Whether the image is deleted.
        pub deleted: ::std::option::Option<bool>,
        ///Description of the image. Null on custom images.
        pub description: ::std::option::Option<::std::string::String>,
        ///Size for display.
        pub display_size: ::std::option::Option<::std::string::String>,
        pub flavor_restrictions: ::std::option::Option<ImageFlavorRestrictions>,
        ///ID of the image.
        pub id: i64,
        ///Whether everyone can use the image.
        pub is_public: ::std::option::Option<bool>,
        ///Labels of the image.
        pub labels: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
        ///Name of the image.
        pub name: ::std::string::String,
        ///ID of the image in the underlying platform (a UUID was seen).
        pub openstack_id: ::std::option::Option<::std::string::String>,
        ///IDs of the organizations that can use the image.
        pub org_ids: ::std::option::Option<::std::vec::Vec<i64>>,
        ///IDs of the organizations that can use the image, again.
        pub organizations: ::std::option::Option<::std::vec::Vec<i64>>,
        ///ID of the image's region.
        pub region_id: ::std::option::Option<i64>,
        ///Name of the image's region.
        pub region_name: ::std::option::Option<::std::string::String>,
        ///Size in bytes.
        pub size: ::std::option::Option<i64>,
        pub snapshot: ::std::option::Option<ImageSnapshot>,
        ///ID of the snapshot that the image was created from.
        pub snapshot_id: ::std::option::Option<i64>,
        ///Operating system, or `Snapshot` for a custom image.
        pub type_: ::std::option::Option<::std::string::String>,
        ///Apparently whether the image is hidden from lists.
        pub unlisted: ::std::option::Option<bool>,
        ///Version of the operating system, or the snapshot's name for a custom image.
        pub version: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        Image { created_at deleted description display_size flavor_restrictions id
        is_public labels name openstack_id org_ids organizations region_id region_name
        size snapshot snapshot_id type_ "type" unlisted version }
    }
    crate::fields::write_fields! {
        Image { created_at[optional] deleted[optional] description[optional]
        display_size[optional] flavor_restrictions[optional] id is_public[optional]
        labels[optional] name openstack_id[optional] org_ids[optional]
        organizations[optional] region_id[optional] region_name[optional] size[optional]
        snapshot[optional] snapshot_id[optional] type_ "type"[optional]
        unlisted[optional] version[optional] }
    }
    ///One image. The vendor's SDK spec has only `image`, the older docs have the usual envelope.
    #[derive(Clone, Debug)]
    pub struct ImageAnswer {
        pub image: Image,
        ///What was done, for humans.
        pub message: ::std::option::Option<::std::string::String>,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::std::option::Option<::serde_json::Value>,
    }
    crate::fields::read_fields! {
        ImageAnswer { image message status }
    }
    crate::fields::write_fields! {
        ImageAnswer { image message[optional] status[optional] }
    }
    ///Name of the new image. The server refuses fields other than these two.
    #[derive(Clone, Debug)]
    pub struct ImageCreation {
        ///Labels for the image.
        pub labels: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Name of the image, at most 50 characters according to the vendor's docs.
        pub name: ::std::string::String,
    }
    crate::fields::read_fields! {
        ImageCreation { labels name }
    }
    crate::fields::write_fields! {
        ImageCreation { labels[optional] name }
    }
    impl ImageCreation {
        #[inline]
        pub fn builder() -> builder::ImageCreation {
            Default::default()
        }
    }
    ///Which flavors the image can be used with. In the vendor's SDK spec only, never seen.
    #[derive(Clone, Debug, Default)]
    pub struct ImageFlavorRestrictions {
        ///The flavors that the image can be used with.
        pub compatible_flavors: ::std::option::Option<
            ::std::vec::Vec<::serde_json::Value>,
        >,
        ///Whether there are restrictions at all.
        pub has_flavor_restrictions: ::std::option::Option<bool>,
        ///How strict they are; null without restrictions.
        pub restriction_type: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        ImageFlavorRestrictions { compatible_flavors has_flavor_restrictions
        restriction_type }
    }
    crate::fields::write_fields! {
        ImageFlavorRestrictions { compatible_flavors[optional]
        has_flavor_restrictions[optional] restriction_type[optional] }
    }
    ///The images of one region and type.
    #[derive(Clone, Debug)]
    pub struct ImageGroup {
        ///How green the power of the region is.
        pub green_status: ::std::option::Option<::std::string::String>,
        ///The images.
        pub images: ::std::vec::Vec<Image>,
        ///URL of a picture.
        pub logo: ::std::option::Option<::std::string::String>,
        ///Name of the region.
        pub region_name: ::std::option::Option<::std::string::String>,
        ///Operating system, or `Snapshot` for custom images.
        pub type_: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        ImageGroup { green_status images logo region_name type_ "type" }
    }
    crate::fields::write_fields! {
        ImageGroup { green_status[optional] images logo[optional] region_name[optional]
        type_ "type"[optional] }
    }
    ///Images in groups, each for one region and type.
    #[derive(Clone, Debug)]
    pub struct ImageListAnswer {
        ///The groups.
        pub images: ::std::vec::Vec<ImageGroup>,
        ///What was done, for humans.
        pub message: ::std::option::Option<::std::string::String>,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::std::option::Option<::serde_json::Value>,
    }
    crate::fields::read_fields! {
        ImageListAnswer { images message status }
    }
    crate::fields::write_fields! {
        ImageListAnswer { images message[optional] status[optional] }
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
    #[derive(Clone, Debug, Default)]
    pub struct ImageSnapshotInner {
        ///When the snapshot was requested, in the same formats as the snapshot's own times.
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Size for display.
        pub display_size: ::std::option::Option<::std::string::String>,
        ///ID of the snapshot.
        pub id: ::std::option::Option<i64>,
        ///Name of the snapshot.
        pub name: ::std::option::Option<::std::string::String>,
        ///Size in GB, like the snapshot's own size.
        pub size: ::std::option::Option<f64>,
    }
    crate::fields::read_fields! {
        ImageSnapshotInner { created_at display_size id name size }
    }
    crate::fields::write_fields! {
        ImageSnapshotInner { created_at[optional] display_size[optional] id[optional]
        name[optional] size[optional] }
    }
    ///A response that only says what was done.
    #[derive(Clone, Debug)]
    pub struct MessageAnswer {
        ///What was done, for humans.
        pub message: ::std::string::String,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    crate::fields::read_fields! {
        MessageAnswer { message status }
    }
    crate::fields::write_fields! {
        MessageAnswer { message status }
    }
    ///Whether a name is available. This response has no `status`.
    #[derive(Clone, Debug)]
    pub struct NameAvailability {
        ///Whether the name is available.
        pub available: bool,
        ///The same, for humans.
        pub message: ::std::string::String,
        ///The name that was checked.
        pub name: ::std::string::String,
    }
    crate::fields::read_fields! {
        NameAvailability { available message name }
    }
    crate::fields::write_fields! {
        NameAvailability { available message name }
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
    #[derive(Clone, Debug)]
    pub struct RestoreSnapshotAnswer {
        pub errors: ::std::option::Option<RestoreErrors>,
        pub instance: ::std::option::Option<Vm>,
        ///The new machine, as the only element.
        pub instances: ::std::option::Option<::std::vec::Vec<Vm>>,
        ///What was done, for humans.
        pub message: ::std::string::String,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    crate::fields::read_fields! {
        RestoreSnapshotAnswer { errors instance instances message status }
    }
    crate::fields::write_fields! {
        RestoreSnapshotAnswer { errors[optional] instance[optional] instances[optional]
        message status }
    }
    /**A copy of the root disk of a machine. The fields from `region` on are missing right after a create and in the
short form of the list. A recorded older response has only `id`, `name`, `description`, `vm_id` and
`created_at`, so only what all sources show is required.
*/
    #[derive(Clone, Debug)]
    pub struct Snapshot {
        /**When the snapshot was requested: `2026-07-14T02:15:09` (no time zone, to be treated as UTC) or RFC 3339,
with or without a fraction of a second. Missing in an older response to a create.
*/
        pub created_at: ::std::option::Option<::std::string::String>,
        pub custom_image: ::std::option::Option<SnapshotCustomImage>,
        ///Description of the snapshot.
        pub description: ::std::option::Option<::std::string::String>,
        ///Whether the machine had a floating address when the snapshot was taken. Missing in older responses.
        pub has_floating_ip: ::std::option::Option<bool>,
        ///ID of the snapshot.
        pub id: i64,
        ///Whether a custom image was created from the snapshot (inferred). Missing in older responses.
        pub is_image: ::std::option::Option<bool>,
        ///Labels of the snapshot, an empty array if it has none. Missing in older responses.
        pub labels: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Name of the snapshot.
        pub name: ::std::string::String,
        ///Name of the region that holds the snapshot.
        pub region: ::std::option::Option<::std::string::String>,
        ///ID of the region that holds the snapshot.
        pub region_id: ::std::option::Option<i64>,
        /**Size in GB, and 0 while the snapshot is being taken. Note that the size of an image is in bytes. The vendor
does not say whether a GB is 10^9 or 2^30 bytes; alongside a size of 4, an image of 4 * 2^30 bytes was
published.
*/
        pub size: ::std::option::Option<i64>,
        /**Status of the snapshot. `CREATING` and `SUCCESS` were seen in published responses; `SUCCESSFUL` and
`COMPLETE` occur only in the vendor's prose. No list of all statuses is published. Neither a failed nor a
deleting snapshot was ever seen; third-party clients expect `ERROR` or `FAILED` for the one and `DELETING`
for the other.
*/
        pub status: ::std::option::Option<::std::string::String>,
        ///When the snapshot was last modified, in the same formats as created_at. Missing in older responses.
        pub updated_at: ::std::option::Option<::std::string::String>,
        pub vm_environment: ::std::option::Option<SnapshotVmEnvironment>,
        pub vm_flavor: ::std::option::Option<SnapshotVmFlavor>,
        ///ID of the machine that the snapshot was taken of. The machine may no longer exist.
        pub vm_id: i64,
        pub vm_image: ::std::option::Option<SnapshotVmImage>,
        pub vm_keypair: ::std::option::Option<SnapshotVmKeypair>,
        ///Name of the machine that the snapshot was taken of.
        pub vm_name: ::std::option::Option<::std::string::String>,
        /**Status of that machine, presumably with the values of a machine's status; `SHUTOFF` and `DELETED` were seen.
*/
        pub vm_status: ::std::option::Option<::std::string::String>,
        /**Only null was ever seen. The vendor's spec says string, while the IDs of its volumes are integers elsewhere,
so it has no type here: with the wrong one, a client would lose the whole response.
*/
        pub volume_id: ::std::option::Option<::serde_json::Value>,
        ///Only null was ever seen. The vendor's spec says string.
        pub volume_name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        Snapshot { created_at custom_image description has_floating_ip id is_image labels
        name region region_id size status updated_at vm_environment vm_flavor vm_id
        vm_image vm_keypair vm_name vm_status volume_id volume_name }
    }
    crate::fields::write_fields! {
        Snapshot { created_at[optional] custom_image[optional] description[optional]
        has_floating_ip[optional] id is_image[optional] labels[optional] name
        region[optional] region_id[optional] size[optional] status[optional]
        updated_at[optional] vm_environment[optional] vm_flavor[optional] vm_id
        vm_image[optional] vm_keypair[optional] vm_name[optional] vm_status[optional]
        volume_id[optional] volume_name[optional] }
    }
    /**One snapshot. In the response of a create, the snapshot has at most its twelve basic fields; in that of a get,
it has all of them.
*/
    #[derive(Clone, Debug)]
    pub struct SnapshotAnswer {
        ///What was done, for humans.
        pub message: ::std::string::String,
        pub snapshot: Snapshot,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    crate::fields::read_fields! {
        SnapshotAnswer { message snapshot status }
    }
    crate::fields::write_fields! {
        SnapshotAnswer { message snapshot status }
    }
    /**Name and description of the new snapshot. Older versions of the API had a field `is_image` here; it is gone and
must not be sent.
*/
    #[derive(Clone, Debug)]
    pub struct SnapshotCreation {
        /**Description of the snapshot. Required, although the older docs call it optional. Whether an empty string is
accepted is not known, nor is a maximum length.
*/
        pub description: ::std::string::String,
        ///Labels for the snapshot.
        pub labels: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        /**Name of the snapshot, at most 50 characters according to the older docs. The allowed characters are not
documented.
*/
        pub name: ::std::string::String,
    }
    crate::fields::read_fields! {
        SnapshotCreation { description labels name }
    }
    crate::fields::write_fields! {
        SnapshotCreation { description labels[optional] name }
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
    #[derive(Clone, Debug, Default)]
    pub struct SnapshotCustomImageInner {
        ///When the image was created, in the same formats as the snapshot's times.
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Description of the image. Only null was seen.
        pub description: ::std::option::Option<::std::string::String>,
        ///ID of the image.
        pub id: ::std::option::Option<i64>,
        ///Whether everyone can use the image.
        pub is_public: ::std::option::Option<bool>,
        ///Labels of the image.
        pub labels: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
        ///Name of the image.
        pub name: ::std::option::Option<::std::string::String>,
        ///Name of the image's region.
        pub region_name: ::std::option::Option<::std::string::String>,
        ///Size in bytes, unlike the snapshot's own size.
        pub size: ::std::option::Option<i64>,
        ///Type of the image; `Snapshot` was seen.
        pub type_: ::std::option::Option<::std::string::String>,
        ///The snapshot's name.
        pub version: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        SnapshotCustomImageInner { created_at description id is_public labels name
        region_name size type_ "type" version }
    }
    crate::fields::write_fields! {
        SnapshotCustomImageInner { created_at[optional] description[optional]
        id[optional] is_public[optional] labels[optional] name[optional]
        region_name[optional] size[optional] type_ "type"[optional] version[optional] }
    }
    ///Something that happened to a snapshot. Known from a single published example.
    #[derive(Clone, Debug)]
    pub struct SnapshotEvent {
        ///ID of the event.
        pub id: i64,
        ///What happened, for humans.
        pub message: ::std::option::Option<::std::string::String>,
        ///Name of the snapshot.
        pub object: ::std::option::Option<::std::string::String>,
        ///ID of that user's organization.
        pub org_id: ::std::option::Option<i64>,
        ///What happened, for programs; only `SnapshotCreateRequest` was seen.
        pub reason: ::std::option::Option<::std::string::String>,
        ///ID of the snapshot.
        pub snapshot_id: ::std::option::Option<i64>,
        ///When it happened, in the same formats as a snapshot's times.
        pub time: ::std::option::Option<::std::string::String>,
        ///Type of the event; only `normal` was seen.
        pub type_: ::std::option::Option<::std::string::String>,
        ///ID of the user who caused it.
        pub user_id: ::std::option::Option<i64>,
    }
    crate::fields::read_fields! {
        SnapshotEvent { id message object org_id reason snapshot_id time type_ "type"
        user_id }
    }
    crate::fields::write_fields! {
        SnapshotEvent { id message[optional] object[optional] org_id[optional]
        reason[optional] snapshot_id[optional] time[optional] type_ "type"[optional]
        user_id[optional] }
    }
    ///The events of a snapshot.
    #[derive(Clone, Debug)]
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
    crate::fields::read_fields! {
        SnapshotEventsAnswer { message snapshot_events status }
    }
    crate::fields::write_fields! {
        SnapshotEventsAnswer { message snapshot_events status }
    }
    ///A page of snapshots.
    #[derive(Clone, Debug)]
    pub struct SnapshotListAnswer {
        ///A number of snapshots; whether of this page or of all pages is uncertain. Do not paginate by it.
        pub count: ::std::option::Option<i64>,
        ///What was done, for humans.
        pub message: ::std::string::String,
        ///Number of this page; null if none was requested.
        pub page: ::std::option::Option<i64>,
        ///Items per page; null if none was requested.
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
    crate::fields::read_fields! {
        SnapshotListAnswer { count message page page_size snapshots status }
    }
    crate::fields::write_fields! {
        SnapshotListAnswer { count[optional] message page[optional] page_size[optional]
        snapshots status }
    }
    ///Name of the new machine. Its flavor, key pair and environment come from the snapshot.
    #[derive(Clone, Debug)]
    pub struct SnapshotRestoration {
        /**ID of a contract to bill the new machine under. The older docs call it a string, and send a number in the
accompanying example.
*/
        pub contract_id: ::std::option::Option<i64>,
        ///Name of the new machine, at most 50 characters and not in use, according to the older docs.
        pub new_vm_name: ::std::string::String,
    }
    crate::fields::read_fields! {
        SnapshotRestoration { contract_id new_vm_name }
    }
    crate::fields::write_fields! {
        SnapshotRestoration { contract_id[optional] new_vm_name }
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
    #[derive(Clone, Debug, Default)]
    pub struct SnapshotVmEnvironmentInner {
        ///When the environment was created, in the same formats as the snapshot's times.
        pub created_at: ::std::option::Option<::std::string::String>,
        pub features: ::std::option::Option<EnvironmentFeatures>,
        ///ID of the environment.
        pub id: ::std::option::Option<i64>,
        ///Name of the environment.
        pub name: ::std::option::Option<::std::string::String>,
        ///Name of the environment's region.
        pub region: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        SnapshotVmEnvironmentInner { created_at features id name region }
    }
    crate::fields::write_fields! {
        SnapshotVmEnvironmentInner { created_at[optional] features[optional] id[optional]
        name[optional] region[optional] }
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
    #[derive(Clone, Debug, Default)]
    pub struct SnapshotVmFlavorInner {
        ///Number of processors.
        pub cpu: ::std::option::Option<i64>,
        ///When the flavor was created, in the same formats as the snapshot's times.
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Root disk, apparently in GB.
        pub disk: ::std::option::Option<i64>,
        ///Display name. Only null was seen.
        pub display_name: ::std::option::Option<::std::string::String>,
        ///Ephemeral disk, apparently in GB. Null in lists of flavors.
        pub ephemeral: ::std::option::Option<i64>,
        pub features: ::std::option::Option<FlavorFeatures>,
        ///Model of the GPU; empty if there is none.
        pub gpu: ::std::option::Option<::std::string::String>,
        ///Number of GPUs.
        pub gpu_count: ::std::option::Option<i64>,
        ///ID of the flavor.
        pub id: ::std::option::Option<i64>,
        ///Labels of the flavor; only an empty array was seen.
        pub labels: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
        ///Name of the flavor.
        pub name: ::std::option::Option<::std::string::String>,
        ///Memory, apparently in GB. Sources differ on whether it is an integer.
        pub ram: ::std::option::Option<f64>,
        ///Name of the flavor's region.
        pub region_name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        SnapshotVmFlavorInner { cpu created_at disk display_name ephemeral features gpu
        gpu_count id labels name ram region_name }
    }
    crate::fields::write_fields! {
        SnapshotVmFlavorInner { cpu[optional] created_at[optional] disk[optional]
        display_name[optional] ephemeral[optional] features[optional] gpu[optional]
        gpu_count[optional] id[optional] labels[optional] name[optional] ram[optional]
        region_name[optional] }
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
    #[derive(Clone, Debug, Default)]
    pub struct SnapshotVmImageInner {
        ///When the image was created, in the same formats as the snapshot's times.
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Description of the image, often empty.
        pub description: ::std::option::Option<::std::string::String>,
        ///Size for display.
        pub display_size: ::std::option::Option<::std::string::String>,
        ///ID of the image.
        pub id: ::std::option::Option<i64>,
        ///Whether everyone can use the image.
        pub is_public: ::std::option::Option<bool>,
        ///Labels of the image.
        pub labels: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
        ///Name of the image.
        pub name: ::std::option::Option<::std::string::String>,
        ///Name of the image's region.
        pub region_name: ::std::option::Option<::std::string::String>,
        ///Size in bytes, unlike the snapshot's own size.
        pub size: ::std::option::Option<i64>,
        pub snapshot: ::std::option::Option<ImageSnapshot>,
        ///Operating system, or `Snapshot` for a custom image.
        pub type_: ::std::option::Option<::std::string::String>,
        ///Version of the operating system, or the snapshot's name for a custom image.
        pub version: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        SnapshotVmImageInner { created_at description display_size id is_public labels
        name region_name size snapshot type_ "type" version }
    }
    crate::fields::write_fields! {
        SnapshotVmImageInner { created_at[optional] description[optional]
        display_size[optional] id[optional] is_public[optional] labels[optional]
        name[optional] region_name[optional] size[optional] snapshot[optional] type_
        "type"[optional] version[optional] }
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
    #[derive(Clone, Debug, Default)]
    pub struct SnapshotVmKeypairInner {
        ///When the key pair was created, in the same formats as the snapshot's times.
        pub created_at: ::std::option::Option<::std::string::String>,
        /**The environment of the key pair: an object in current published responses, a string (apparently its name) in
the older docs.
*/
        pub environment: ::std::option::Option<::serde_json::Value>,
        ///MD5 fingerprint of the public key, in pairs of hexadecimal digits.
        pub fingerprint: ::std::option::Option<::std::string::String>,
        ///ID of the key pair.
        pub id: ::std::option::Option<i64>,
        ///Name of the key pair.
        pub name: ::std::option::Option<::std::string::String>,
        ///The public half of the key. Missing in older responses.
        pub public_key: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        SnapshotVmKeypairInner { created_at environment fingerprint id name public_key }
    }
    crate::fields::write_fields! {
        SnapshotVmKeypairInner { created_at[optional] environment[optional]
        fingerprint[optional] id[optional] name[optional] public_key[optional] }
    }
    /**A virtual machine. The fields that matter for snapshots are described in full, the others as far as they were
seen.
*/
    #[derive(Clone, Debug)]
    pub struct Vm {
        ///URL that the vendor calls on events of the machine; null if there is none.
        pub callback_url: ::std::option::Option<::std::string::String>,
        /**ID of the Kubernetes cluster that the machine is a node of; null if it is not. Only null was seen; the type
is that of the vendor's Python SDK.
*/
        pub cluster_id: ::std::option::Option<i64>,
        ///ID of the contract that the machine is billed under; null if it runs on demand.
        pub contract_id: ::std::option::Option<i64>,
        ///When the machine was created, in the same formats as a snapshot's times.
        pub created_at: ::std::option::Option<::std::string::String>,
        /**ID of the inference endpoint that the machine serves; null if it serves none. From the vendor's Python SDK,
never seen.
*/
        pub dedicated_inference_id: ::std::option::Option<i64>,
        pub enhanced_metrics: ::std::option::Option<EnhancedMetrics>,
        pub environment: ::std::option::Option<VmEnvironment>,
        ///Apparently whether the machine is not billed. Seen in the response of get_vm only; in no spec.
        pub excluded_billing: ::std::option::Option<bool>,
        pub features: ::std::option::Option<EnvironmentFeatures>,
        ///Private address; null while the machine is being created.
        pub fixed_ip: ::std::option::Option<::std::string::String>,
        pub flavor: ::std::option::Option<VmFlavor>,
        ///Public address; null or an empty string if there is none.
        pub floating_ip: ::std::option::Option<::std::string::String>,
        ///Status of the public address.
        pub floating_ip_status: ::std::option::Option<::std::string::String>,
        ///ID of the machine.
        pub id: i64,
        pub image: ::std::option::Option<VmImage>,
        ///Whether a snapshot of the machine is being taken. Seen in published responses, in no spec.
        pub is_snapshotting: ::std::option::Option<bool>,
        pub keypair: ::std::option::Option<VmKeypair>,
        ///Labels of the machine.
        pub labels: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Whether the machine is locked; the effect of a lock is not part of this description.
        pub locked: ::std::option::Option<bool>,
        ///Name of the machine.
        pub name: ::std::string::String,
        ///Operating system, for display.
        pub os: ::std::option::Option<::std::string::String>,
        ///Whether ports are randomized.
        pub port_randomization: ::std::option::Option<bool>,
        ///Status of that randomization; only `NO_FLOATING_IP` was seen.
        pub port_randomization_status: ::std::option::Option<::std::string::String>,
        ///Whether the machine is powered on; null while it is being created.
        pub power_state: ::std::option::Option<::std::string::String>,
        ///Whether the machine requires a public address.
        pub requires_public_ip: ::std::option::Option<bool>,
        ///The firewall rules of the machine.
        pub security_rules: ::std::option::Option<::std::vec::Vec<VmSecurityRule>>,
        ///Status of the machine. The known ones are listed; others are possible.
        pub status: ::std::string::String,
        ///Status in the underlying platform; null while the machine is being created.
        pub vm_state: ::std::option::Option<::std::string::String>,
        ///The attached volumes. They are not part of a snapshot.
        pub volume_attachments: ::std::option::Option<
            ::std::vec::Vec<VmVolumeAttachment>,
        >,
    }
    crate::fields::read_fields! {
        Vm { callback_url cluster_id contract_id created_at dedicated_inference_id
        enhanced_metrics environment excluded_billing features fixed_ip flavor
        floating_ip floating_ip_status id image is_snapshotting keypair labels locked
        name os port_randomization port_randomization_status power_state
        requires_public_ip security_rules status vm_state volume_attachments }
    }
    crate::fields::write_fields! {
        Vm { callback_url[optional] cluster_id[optional] contract_id[optional]
        created_at[optional] dedicated_inference_id[optional] enhanced_metrics[optional]
        environment[optional] excluded_billing[optional] features[optional]
        fixed_ip[optional] flavor[optional] floating_ip[optional]
        floating_ip_status[optional] id image[optional] is_snapshotting[optional]
        keypair[optional] labels[optional] locked[optional] name os[optional]
        port_randomization[optional] port_randomization_status[optional]
        power_state[optional] requires_public_ip[optional] security_rules[optional]
        status vm_state[optional] volume_attachments[optional] }
    }
    ///One machine.
    #[derive(Clone, Debug)]
    pub struct VmAnswer {
        pub instance: Vm,
        ///What was done, for humans.
        pub message: ::std::string::String,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    crate::fields::read_fields! {
        VmAnswer { instance message status }
    }
    crate::fields::write_fields! {
        VmAnswer { instance message status }
    }
    ///The environment of a machine.
    #[derive(Clone, Debug, Default)]
    pub struct VmEnvironment {
        pub features: ::std::option::Option<EnvironmentFeatures>,
        ///ID of the environment.
        pub id: ::std::option::Option<i64>,
        ///Name of the environment.
        pub name: ::std::option::Option<::std::string::String>,
        ///ID of the organization.
        pub org_id: ::std::option::Option<i64>,
        ///Name of the region.
        pub region: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        VmEnvironment { features id name org_id region }
    }
    crate::fields::write_fields! {
        VmEnvironment { features[optional] id[optional] name[optional] org_id[optional]
        region[optional] }
    }
    ///Something that happened to a machine. From the vendor's specs; no example is published.
    #[derive(Clone, Debug, Default)]
    pub struct VmEvent {
        ///ID of the machine.
        pub instance_id: ::std::option::Option<i64>,
        ///What happened, for humans.
        pub message: ::std::option::Option<::std::string::String>,
        ///Name of the object it happened to.
        pub object: ::std::option::Option<::std::string::String>,
        ///ID of that user's organization.
        pub org_id: ::std::option::Option<i64>,
        ///What happened, for programs. The values are not published.
        pub reason: ::std::option::Option<::std::string::String>,
        ///When it happened, in the same formats as a snapshot's times.
        pub time: ::std::option::Option<::std::string::String>,
        ///Type of the event; `normal` is the one seen on snapshots.
        pub type_: ::std::option::Option<::std::string::String>,
        ///ID of the user who caused it.
        pub user_id: ::std::option::Option<i64>,
    }
    crate::fields::read_fields! {
        VmEvent { instance_id message object org_id reason time type_ "type" user_id }
    }
    crate::fields::write_fields! {
        VmEvent { instance_id[optional] message[optional] object[optional]
        org_id[optional] reason[optional] time[optional] type_ "type"[optional]
        user_id[optional] }
    }
    ///The events of a machine.
    #[derive(Clone, Debug)]
    pub struct VmEventsAnswer {
        ///The events.
        pub instance_events: ::std::vec::Vec<VmEvent>,
        ///What was done, for humans.
        pub message: ::std::option::Option<::std::string::String>,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::std::option::Option<::serde_json::Value>,
    }
    crate::fields::read_fields! {
        VmEventsAnswer { instance_events message status }
    }
    crate::fields::write_fields! {
        VmEventsAnswer { instance_events message[optional] status[optional] }
    }
    ///The flavor (size) of a machine.
    #[derive(Clone, Debug, Default)]
    pub struct VmFlavor {
        ///Number of processors.
        pub cpu: ::std::option::Option<i64>,
        ///Root disk, apparently in GB.
        pub disk: ::std::option::Option<i64>,
        ///Ephemeral disk, apparently in GB. Null in lists of flavors.
        pub ephemeral: ::std::option::Option<i64>,
        pub features: ::std::option::Option<FlavorFeatures>,
        ///Model of the GPU; empty if there is none.
        pub gpu: ::std::option::Option<::std::string::String>,
        ///Number of GPUs.
        pub gpu_count: ::std::option::Option<i64>,
        ///ID of the flavor.
        pub id: ::std::option::Option<i64>,
        ///Labels of the flavor; only an empty array was seen.
        pub labels: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
        ///Name of the flavor.
        pub name: ::std::option::Option<::std::string::String>,
        ///Memory, apparently in GB. Sources differ on whether it is an integer.
        pub ram: ::std::option::Option<f64>,
    }
    crate::fields::read_fields! {
        VmFlavor { cpu disk ephemeral features gpu gpu_count id labels name ram }
    }
    crate::fields::write_fields! {
        VmFlavor { cpu[optional] disk[optional] ephemeral[optional] features[optional]
        gpu[optional] gpu_count[optional] id[optional] labels[optional] name[optional]
        ram[optional] }
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
    #[derive(Clone, Debug, Default)]
    pub struct VmImageInner {
        ///Name of the image.
        pub name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        VmImageInner { name }
    }
    crate::fields::write_fields! {
        VmImageInner { name[optional] }
    }
    ///The SSH key pair of a machine.
    #[derive(Clone, Debug, Default)]
    pub struct VmKeypair {
        ///Name of the key pair.
        pub name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        VmKeypair { name }
    }
    crate::fields::write_fields! {
        VmKeypair { name[optional] }
    }
    ///A page of machines.
    #[derive(Clone, Debug)]
    pub struct VmListAnswer {
        ///A number of machines; whether of this page or of all pages is uncertain. Do not paginate by it.
        pub count: ::std::option::Option<i64>,
        ///The machines.
        pub instances: ::std::vec::Vec<Vm>,
        ///What was done, for humans.
        pub message: ::std::string::String,
        ///Number of this page; null if none was requested.
        pub page: ::std::option::Option<i64>,
        ///Items per page; null if none was requested.
        pub page_size: ::std::option::Option<i64>,
        /**Whether the request succeeded: true on success. The published response of get_snapshot has the HTTP status
(200) instead, so both types are accepted in every response. Rely on the HTTP status, not on this.
*/
        pub status: ::serde_json::Value,
    }
    crate::fields::read_fields! {
        VmListAnswer { count instances message page page_size status }
    }
    crate::fields::write_fields! {
        VmListAnswer { count[optional] instances message page[optional]
        page_size[optional] status }
    }
    ///A firewall rule of a machine.
    #[derive(Clone, Debug, Default)]
    pub struct VmSecurityRule {
        ///When the rule was created, in the same formats as a snapshot's times.
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Direction of the traffic.
        pub direction: ::std::option::Option<::std::string::String>,
        ///Type of address.
        pub ethertype: ::std::option::Option<::std::string::String>,
        ///ID of the rule.
        pub id: ::std::option::Option<i64>,
        ///Last port.
        pub port_range_max: ::std::option::Option<i64>,
        ///First port.
        pub port_range_min: ::std::option::Option<i64>,
        ///Protocol, or `any`.
        pub protocol: ::std::option::Option<::std::string::String>,
        ///Addresses of the remote side.
        pub remote_ip_prefix: ::std::option::Option<::std::string::String>,
        ///Status of the rule; only `SUCCESS` was seen here.
        pub status: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        VmSecurityRule { created_at direction ethertype id port_range_max port_range_min
        protocol remote_ip_prefix status }
    }
    crate::fields::write_fields! {
        VmSecurityRule { created_at[optional] direction[optional] ethertype[optional]
        id[optional] port_range_max[optional] port_range_min[optional] protocol[optional]
        remote_ip_prefix[optional] status[optional] }
    }
    ///A volume. From the vendor's SDK spec, not seen attached to a machine.
    #[derive(Clone, Debug, Default)]
    pub struct VmVolume {
        ///Whether a machine can boot from it.
        pub bootable: ::std::option::Option<bool>,
        ///Description of the volume.
        pub description: ::std::option::Option<::std::string::String>,
        ///ID of the volume.
        pub id: ::std::option::Option<i64>,
        ///Name of the volume.
        pub name: ::std::option::Option<::std::string::String>,
        ///Size in GB.
        pub size: ::std::option::Option<i64>,
        ///Type of the volume.
        pub volume_type: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        VmVolume { bootable description id name size volume_type }
    }
    crate::fields::write_fields! {
        VmVolume { bootable[optional] description[optional] id[optional] name[optional]
        size[optional] volume_type[optional] }
    }
    /**A volume attached to a machine. From the vendor's SDK spec; the published responses have empty arrays.
*/
    #[derive(Clone, Debug, Default)]
    pub struct VmVolumeAttachment {
        ///When the volume was attached, in the same formats as a snapshot's times.
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Device name of the volume on the machine.
        pub device: ::std::option::Option<::std::string::String>,
        ///ID of the attachment. From later versions of the vendor's spec.
        pub id: ::std::option::Option<i64>,
        ///Whether the attached volume is protected. From later versions of the vendor's spec.
        pub protected: ::std::option::Option<bool>,
        ///Status of the attachment.
        pub status: ::std::option::Option<::std::string::String>,
        pub volume: ::std::option::Option<VmVolume>,
    }
    crate::fields::read_fields! {
        VmVolumeAttachment { created_at device id protected status volume }
    }
    crate::fields::write_fields! {
        VmVolumeAttachment { created_at[optional] device[optional] id[optional]
        protected[optional] status[optional] volume[optional] }
    }
    /// Types for composing complex structures.
    pub mod builder {
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
