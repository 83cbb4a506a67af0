#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///How the instance is billed. An open set: `reserved` was added between 2024 and 2025. Which types an account may use is not documented.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct BillingType(pub ::std::string::String);
    impl ::std::ops::Deref for BillingType {
        type Target = ::std::string::String;
        #[inline]
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<BillingType> for ::std::string::String {
        #[inline]
        fn from(value: BillingType) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for BillingType {
        #[inline]
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for BillingType {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for BillingType {
        type Err = ::std::convert::Infallible;
        #[inline]
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    ///An error from the service. Both fields are required in every source; there are no others, and the list of codes could not be accessed.
    #[derive(Clone, Debug)]
    pub struct ErrorAnswer {
        ///The error code, a string of digits that may begin with zero. Parsed as a number, it loses that zero.
        pub code: ::std::string::String,
        ///What went wrong, for humans. Do not base decisions on it.
        pub message: ::std::string::String,
    }
    crate::fields::read_fields! {
        ErrorAnswer { code message }
    }
    crate::fields::write_fields! {
        ErrorAnswer { code message }
    }
    ///The floating address attached to an instance; null for none.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct FloatingIpReference(pub ::std::option::Option<FloatingIpReferenceInner>);
    impl ::std::ops::Deref for FloatingIpReference {
        type Target = ::std::option::Option<FloatingIpReferenceInner>;
        #[inline]
        fn deref(&self) -> &::std::option::Option<FloatingIpReferenceInner> {
            &self.0
        }
    }
    impl ::std::convert::From<FloatingIpReference>
    for ::std::option::Option<FloatingIpReferenceInner> {
        #[inline]
        fn from(value: FloatingIpReference) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::option::Option<FloatingIpReferenceInner>>
    for FloatingIpReference {
        #[inline]
        fn from(value: ::std::option::Option<FloatingIpReferenceInner>) -> Self {
            Self(value)
        }
    }
    ///The floating address attached to an instance; null for none.
    #[derive(Clone, Debug, Default)]
    pub struct FloatingIpReferenceInner {
        ///The ID of the floating address, not the address itself.
        pub id: ::std::option::Option<::std::string::String>,
        ///The name of the floating address.
        pub name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        FloatingIpReferenceInner { id name }
    }
    crate::fields::write_fields! {
        FloatingIpReferenceInner { id[optional] name[optional] }
    }
    ///The image that the instance was created from. For an instance restored from a snapshot, this is inferred to be the snapshot.
    #[derive(Clone, Debug, Default)]
    pub struct ImageReference {
        ///The ID of the image.
        pub id: ::std::option::Option<::std::string::String>,
        ///The name of the image.
        pub name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        ImageReference { id name }
    }
    crate::fields::write_fields! {
        ImageReference { id[optional] name[optional] }
    }
    ///An instance. The required fields are those that the vendor's specifications, its page and a test body of 2020 all show. The specifications of 2023 and later also require `region`, `volumes`, `placement_option`, the two addresses and `updated_at`, the newer ones `dns_name` and `os_type`.
    #[derive(Clone, Debug)]
    pub struct Instance {
        ///When the instance was created, in UTC.
        pub created_at: ::std::string::String,
        ///The size of the boot disk in GiB.
        pub disk_size: ::std::option::Option<i64>,
        ///The DNS name of the instance.
        pub dns_name: ::std::option::Option<::std::string::String>,
        pub floating_ip: ::std::option::Option<FloatingIpReference>,
        ///The host name inside the instance.
        pub hostname: ::std::string::String,
        ///The ID, assigned by the service.
        pub id: ::std::string::String,
        pub image: ImageReference,
        ///Whether the instance is protected from being destroyed. Only the vendor's page has it in responses, there as a string, while requests take a boolean; both are accepted.
        pub is_protected: ::std::option::Option<::serde_json::Value>,
        ///The name, chosen by the user.
        pub name: ::std::string::String,
        pub os_type: ::std::option::Option<OsType>,
        ///How the instance is placed within its zone relative to others. `AUTO` is the only value known today; a specification of 2023 also had `A` and `B`.
        pub placement_option: ::std::option::Option<::std::string::String>,
        ///The private IPv4 address; null until one is assigned.
        pub private_ip: ::std::option::Option<::std::string::String>,
        ///The public IPv4 address; null until one is assigned.
        pub public_ip: ::std::option::Option<::std::string::String>,
        pub region: ::std::option::Option<Region>,
        ///The ID of the reservation that the instance belongs to; null for none.
        pub reservation_id: ::std::option::Option<::std::string::String>,
        ///The security groups of the instance.
        pub security_groups: ::std::vec::Vec<SecurityGroupReference>,
        ///The SSH keys installed on the instance.
        pub ssh_keys: ::std::vec::Vec<SshKeyReference>,
        pub status: InstanceStatus,
        ///The instance type, which determines processors, memory and accelerators.
        pub type_: ::std::string::String,
        ///When the instance was last modified, in UTC. Null in a body of 2020; the newer clients do not expect null.
        pub updated_at: ::std::option::Option<::std::string::String>,
        ///The volumes attached to the instance. Apparently they are not included in snapshots of the instance.
        pub volumes: ::std::option::Option<::std::vec::Vec<VolumeReference>>,
    }
    crate::fields::read_fields! {
        Instance { created_at disk_size dns_name floating_ip hostname id image
        is_protected name os_type placement_option private_ip public_ip region
        reservation_id security_groups ssh_keys status type_ "type" updated_at volumes }
    }
    crate::fields::write_fields! {
        Instance { created_at disk_size[optional] dns_name[optional]
        floating_ip[optional] hostname id image is_protected[optional] name
        os_type[optional] placement_option[optional] private_ip[optional]
        public_ip[optional] region[optional] reservation_id[optional] security_groups
        ssh_keys status type_ "type" updated_at[optional] volumes[optional] }
    }
    ///The instance to create. Send `ssh_keys` or `password`, not both; whether one of them is required is not documented.
    #[derive(Clone, Debug)]
    pub struct InstanceCreation {
        pub billing_type: ::std::option::Option<BillingType>,
        ///Whether the instance is destroyed when it is shut down from inside.
        pub destroy_on_shutdown: ::std::option::Option<bool>,
        ///The size of the boot disk in GiB. The vendor's page states a minimum of 80; its latest clients have no limit. Whether it must be at least the size of the snapshot is not documented.
        pub disk_size: ::std::option::Option<i64>,
        ///The ID of a floating address to attach, not the address itself.
        pub floating_ip: ::std::option::Option<::std::string::String>,
        ///The host name inside the instance.
        pub hostname: ::std::string::String,
        ///What to start from: the ID of a snapshot to restore it, or the ID of an image, its slug, or slug and version separated by a colon.
        pub image: ::std::string::String,
        ///Whether the instance is protected from being destroyed.
        pub is_protected: ::std::option::Option<bool>,
        pub metadata: ::std::option::Option<InstanceMetadata>,
        ///The name of the instance.
        pub name: ::std::string::String,
        pub password: ::std::option::Option<crate::spec::SecretText>,
        ///How to place the instance within its zone. `AUTO` is the only value known today.
        pub placement_option: ::std::option::Option<::std::string::String>,
        ///Whether the instance gets an IPv6 address.
        pub public_ipv6: ::std::option::Option<bool>,
        pub region: Region,
        ///The ID of the reservation to use.
        pub reservation_id: ::std::option::Option<::std::string::String>,
        ///The ID of a long-term subscription to reuse. Without it, billing is on demand unless specified otherwise.
        pub reuse_long_term_subscription: ::std::option::Option<::std::string::String>,
        ///The IDs of security groups. By default, the instance gets the standard group. Older specifications required at least one entry.
        pub security_groups: ::std::option::Option<
            ::std::vec::Vec<::std::string::String>,
        >,
        ///The IDs of SSH keys to install on the instance. Omit it when a password is sent. A specification of 2023 required at least one entry.
        pub ssh_keys: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///The instance type. One that the image cannot run on is refused with error code "02035".
        pub type_: ::std::string::String,
        ///The IDs of volumes to attach.
        pub volumes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    }
    crate::fields::read_fields! {
        InstanceCreation { billing_type destroy_on_shutdown disk_size floating_ip
        hostname image is_protected metadata name password placement_option public_ipv6
        region reservation_id reuse_long_term_subscription security_groups ssh_keys type_
        "type" volumes }
    }
    crate::fields::write_fields! {
        InstanceCreation { billing_type[optional] destroy_on_shutdown[optional]
        disk_size[optional] floating_ip[optional] hostname image is_protected[optional]
        metadata[optional] name password[optional] placement_option[optional]
        public_ipv6[optional] region reservation_id[optional]
        reuse_long_term_subscription[optional] security_groups[optional]
        ssh_keys[optional] type_ "type" volumes[optional] }
    }
    impl InstanceCreation {
        #[inline]
        pub fn builder() -> builder::InstanceCreation {
            Default::default()
        }
    }
    ///One page of instances.
    #[derive(Clone, Debug)]
    pub struct InstanceList {
        ///The instances on this page.
        pub instances: ::std::vec::Vec<Instance>,
        ///The number of this page, counted from 1.
        pub page: i64,
        ///The maximum number of instances per page.
        pub per_page: i64,
        ///The total number of instances over all pages.
        pub total_count: i64,
    }
    crate::fields::read_fields! {
        InstanceList { instances page per_page total_count }
    }
    crate::fields::write_fields! {
        InstanceList { instances page per_page total_count }
    }
    ///What the instance runs on first boot. A specification of 2023 required at least one field.
    #[derive(Clone, Debug, Default)]
    pub struct InstanceMetadata {
        ///A shell script or a cloud-config file, run after first boot. At most 64 KiB.
        pub startup_script: ::std::option::Option<::std::string::String>,
        ///Parts passed to cloud-init. How they are combined with `startup_script` is not documented.
        pub user_data: ::std::option::Option<::std::vec::Vec<UserDataPart>>,
    }
    crate::fields::read_fields! {
        InstanceMetadata { startup_script user_data }
    }
    crate::fields::write_fields! {
        InstanceMetadata { startup_script[optional] user_data[optional] }
    }
    impl InstanceMetadata {
        #[inline]
        pub fn builder() -> builder::InstanceMetadata {
            Default::default()
        }
    }
    ///One instance.
    #[derive(Clone, Debug)]
    pub struct InstanceResponse {
        pub instance: Instance,
    }
    crate::fields::read_fields! {
        InstanceResponse { instance }
    }
    crate::fields::write_fields! {
        InstanceResponse { instance }
    }
    ///The status of the instance. An open set. Until February 2025 the vendor also listed the legacy values `enqueued`, `copying` (while a snapshot was taken), `build`, `restarting`, `shutoff`, `updating` and `unknown`.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct InstanceStatus(pub ::std::string::String);
    impl ::std::ops::Deref for InstanceStatus {
        type Target = ::std::string::String;
        #[inline]
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<InstanceStatus> for ::std::string::String {
        #[inline]
        fn from(value: InstanceStatus) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for InstanceStatus {
        #[inline]
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for InstanceStatus {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for InstanceStatus {
        type Err = ::std::convert::Infallible;
        #[inline]
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    ///The operating system family. An open set, in requests too. The default is not documented.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct OsType(pub ::std::string::String);
    impl ::std::ops::Deref for OsType {
        type Target = ::std::string::String;
        #[inline]
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<OsType> for ::std::string::String {
        #[inline]
        fn from(value: OsType) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for OsType {
        #[inline]
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for OsType {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for OsType {
        type Err = ::std::convert::Infallible;
        #[inline]
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    ///A region of the service. An open set, in requests too: the vendor changed the list three times in two years. The values listed are those of May 2025; `ARC-IS-HAF-1` was removed in February 2025 and still occurs in older texts.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct Region(pub ::std::string::String);
    impl ::std::ops::Deref for Region {
        type Target = ::std::string::String;
        #[inline]
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Region> for ::std::string::String {
        #[inline]
        fn from(value: Region) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Region {
        #[inline]
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Region {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Region {
        type Err = ::std::convert::Infallible;
        #[inline]
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    ///A security group of an instance.
    #[derive(Clone, Debug, Default)]
    pub struct SecurityGroupReference {
        ///The ID of the group.
        pub id: ::std::option::Option<::std::string::String>,
        ///The name of the group.
        pub name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        SecurityGroupReference { id name }
    }
    crate::fields::write_fields! {
        SecurityGroupReference { id[optional] name[optional] }
    }
    ///A snapshot. Only the five fields that every current source shows are required; the vendor's latest clients also require `size`, `os_type` and `updated_at`, which the examples on its own page lack.
    #[derive(Clone, Debug)]
    pub struct Snapshot {
        ///When the snapshot was created, in UTC.
        pub created_at: ::std::string::String,
        ///The ID, assigned by the service.
        pub id: ::std::string::String,
        ///The name, chosen by the user. Nothing says that it is unique.
        pub name: ::std::string::String,
        pub os_type: ::std::option::Option<OsType>,
        pub region: Region,
        ///The ID of the object that the snapshot was taken of, as named in older responses and on the vendor's page. An empty string for an imported snapshot. The vendor's clients dropped it in February 2025 in favor of the two `source_` fields; whether the service still sends it is not known.
        pub resource_id: ::std::option::Option<::std::string::String>,
        ///The storage size in GiB. It may be absent, in particular right after an import. Until about February 2024 the service sent bytes as a string, such as "21474836480"; that form is not valid in this document, and `x-legacy-type` informs clients that it occurred.
        pub size: ::std::option::Option<::serde_json::Value>,
        ///The ID of the instance that the snapshot was taken of; inferred to be absent for clones and imports. Whether a clone keeps it is not known.
        pub source_instance_id: ::std::option::Option<::std::string::String>,
        ///The ID of the snapshot that this one was cloned from; inferred to be absent otherwise.
        pub source_snapshot_id: ::std::option::Option<::std::string::String>,
        pub status: SnapshotStatus,
        ///When the snapshot was last modified, in UTC.
        pub updated_at: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        Snapshot { created_at id name os_type region resource_id size source_instance_id
        source_snapshot_id status updated_at }
    }
    crate::fields::write_fields! {
        Snapshot { created_at id name os_type[optional] region resource_id[optional]
        size[optional] source_instance_id[optional] source_snapshot_id[optional] status
        updated_at[optional] }
    }
    ///The copy of a snapshot to create.
    #[derive(Clone, Debug)]
    pub struct SnapshotClone {
        ///The name of the copy.
        pub name: ::std::string::String,
        pub region: Region,
    }
    crate::fields::read_fields! {
        SnapshotClone { name region }
    }
    crate::fields::write_fields! {
        SnapshotClone { name region }
    }
    impl SnapshotClone {
        #[inline]
        pub fn builder() -> builder::SnapshotClone {
            Default::default()
        }
    }
    ///The snapshot to take of an instance. Its region is that of the instance and cannot be chosen.
    #[derive(Clone, Debug)]
    pub struct SnapshotCreation {
        ///The name of the snapshot.
        pub name: ::std::string::String,
        ///One other region in which a second snapshot is also created. An open set, the same as `Region`. The field is singular and takes only one region.
        pub replicated_region: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        SnapshotCreation { name replicated_region }
    }
    crate::fields::write_fields! {
        SnapshotCreation { name replicated_region[optional] }
    }
    impl SnapshotCreation {
        #[inline]
        pub fn builder() -> builder::SnapshotCreation {
            Default::default()
        }
    }
    ///A snapshot to import from an image URL.
    #[derive(Clone, Debug)]
    pub struct SnapshotImport {
        ///The name of the snapshot. No length limit is known.
        pub name: ::std::string::String,
        pub os_type: ::std::option::Option<OsType>,
        pub region: Region,
        ///A size in GiB, at least 1. On the vendor's page this is the size of the uncompressed image, in its clients the storage size of the snapshot.
        pub size: i64,
        ///Where the service finds the raw disk image, uncompressed or compressed with zstd.
        pub url: ::std::string::String,
    }
    crate::fields::read_fields! {
        SnapshotImport { name os_type region size url }
    }
    crate::fields::write_fields! {
        SnapshotImport { name os_type[optional] region size url }
    }
    impl SnapshotImport {
        #[inline]
        pub fn builder() -> builder::SnapshotImport {
            Default::default()
        }
    }
    ///One page of snapshots.
    #[derive(Clone, Debug)]
    pub struct SnapshotList {
        ///The number of this page, counted from 1.
        pub page: i64,
        ///The maximum number of snapshots per page.
        pub per_page: i64,
        ///The snapshots on this page.
        pub snapshots: ::std::vec::Vec<Snapshot>,
        ///The total number of snapshots over all pages.
        pub total_count: i64,
    }
    crate::fields::read_fields! {
        SnapshotList { page per_page snapshots total_count }
    }
    crate::fields::write_fields! {
        SnapshotList { page per_page snapshots total_count }
    }
    ///The new name of a snapshot. The vendor required `name` in 2023 and made it optional later that year; a request without it has no known use.
    #[derive(Clone, Debug, Default)]
    pub struct SnapshotRenaming {
        ///The new name.
        pub name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        SnapshotRenaming { name }
    }
    crate::fields::write_fields! {
        SnapshotRenaming { name[optional] }
    }
    impl SnapshotRenaming {
        #[inline]
        pub fn builder() -> builder::SnapshotRenaming {
            Default::default()
        }
    }
    ///One snapshot.
    #[derive(Clone, Debug)]
    pub struct SnapshotResponse {
        pub snapshot: Snapshot,
    }
    crate::fields::read_fields! {
        SnapshotResponse { snapshot }
    }
    crate::fields::write_fields! {
        SnapshotResponse { snapshot }
    }
    ///The status of the snapshot. An open set. `creating` becomes `created` or `error`; a deletion goes through `pending_delete` and `deleting`. Legacy accounts reportedly had `active` instead of `created`, and a specification of 2023 had `available` and `snapshotting`.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct SnapshotStatus(pub ::std::string::String);
    impl ::std::ops::Deref for SnapshotStatus {
        type Target = ::std::string::String;
        #[inline]
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<SnapshotStatus> for ::std::string::String {
        #[inline]
        fn from(value: SnapshotStatus) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for SnapshotStatus {
        #[inline]
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for SnapshotStatus {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for SnapshotStatus {
        type Err = ::std::convert::Infallible;
        #[inline]
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    ///An SSH key of an instance.
    #[derive(Clone, Debug, Default)]
    pub struct SshKeyReference {
        ///The ID of the key.
        pub id: ::std::option::Option<::std::string::String>,
        ///The name of the key.
        pub name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        SshKeyReference { id name }
    }
    crate::fields::write_fields! {
        SshKeyReference { id[optional] name[optional] }
    }
    ///One part of the user data.
    #[derive(Clone, Debug)]
    pub struct UserDataPart {
        ///The content of the part.
        pub content: ::std::string::String,
        ///A file name for the part.
        pub filename: ::std::option::Option<::std::string::String>,
        ///The type of the part. The values are not documented; the example assumes a cloud-init media type.
        pub type_: ::std::string::String,
    }
    crate::fields::read_fields! {
        UserDataPart { content filename type_ "type" }
    }
    crate::fields::write_fields! {
        UserDataPart { content filename[optional] type_ "type" }
    }
    impl UserDataPart {
        #[inline]
        pub fn builder() -> builder::UserDataPart {
            Default::default()
        }
    }
    ///A volume attached to an instance.
    #[derive(Clone, Debug, Default)]
    pub struct VolumeReference {
        ///The ID of the volume.
        pub id: ::std::option::Option<::std::string::String>,
        ///The name of the volume.
        pub name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        VolumeReference { id name }
    }
    crate::fields::write_fields! {
        VolumeReference { id[optional] name[optional] }
    }
    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct InstanceCreation {
            billing_type: ::std::result::Result<
                ::std::option::Option<super::BillingType>,
                ::std::string::String,
            >,
            destroy_on_shutdown: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            disk_size: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            floating_ip: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            hostname: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            image: ::std::result::Result<::std::string::String, ::std::string::String>,
            is_protected: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            metadata: ::std::result::Result<
                ::std::option::Option<super::InstanceMetadata>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            password: ::std::result::Result<
                ::std::option::Option<crate::spec::SecretText>,
                ::std::string::String,
            >,
            placement_option: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            public_ipv6: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            region: ::std::result::Result<super::Region, ::std::string::String>,
            reservation_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            reuse_long_term_subscription: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            security_groups: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            ssh_keys: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
            volumes: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for InstanceCreation {
            #[inline]
            fn default() -> Self {
                Self {
                    billing_type: Ok(Default::default()),
                    destroy_on_shutdown: Ok(Default::default()),
                    disk_size: Ok(Default::default()),
                    floating_ip: Ok(Default::default()),
                    hostname: Err("no value supplied for hostname".to_string()),
                    image: Err("no value supplied for image".to_string()),
                    is_protected: Ok(Default::default()),
                    metadata: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    password: Ok(Default::default()),
                    placement_option: Ok(Default::default()),
                    public_ipv6: Ok(Default::default()),
                    region: Err("no value supplied for region".to_string()),
                    reservation_id: Ok(Default::default()),
                    reuse_long_term_subscription: Ok(Default::default()),
                    security_groups: Ok(Default::default()),
                    ssh_keys: Ok(Default::default()),
                    type_: Err("no value supplied for type_".to_string()),
                    volumes: Ok(Default::default()),
                }
            }
        }
        impl InstanceCreation {
            #[inline]
            pub fn billing_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::BillingType>>,
                T::Error: ::std::fmt::Display,
            {
                self.billing_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for billing_type: {e}")
                    });
                self
            }
            #[inline]
            pub fn destroy_on_shutdown<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.destroy_on_shutdown = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for destroy_on_shutdown: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn disk_size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.disk_size = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for disk_size: {e}")
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
            pub fn hostname<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.hostname = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for hostname: {e}")
                    });
                self
            }
            #[inline]
            pub fn image<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
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
            pub fn is_protected<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.is_protected = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_protected: {e}")
                    });
                self
            }
            #[inline]
            pub fn metadata<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::InstanceMetadata>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.metadata = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for metadata: {e}")
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
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<crate::spec::SecretText>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for password: {e}")
                    });
                self
            }
            #[inline]
            pub fn placement_option<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.placement_option = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for placement_option: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn public_ipv6<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.public_ipv6 = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for public_ipv6: {e}")
                    });
                self
            }
            #[inline]
            pub fn region<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Region>,
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
            pub fn reservation_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reservation_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for reservation_id: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn reuse_long_term_subscription<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reuse_long_term_subscription = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for reuse_long_term_subscription: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn security_groups<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.security_groups = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for security_groups: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn ssh_keys<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.ssh_keys = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ssh_keys: {e}")
                    });
                self
            }
            #[inline]
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
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
            pub fn volumes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.volumes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for volumes: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<InstanceCreation> for super::InstanceCreation {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: InstanceCreation,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    billing_type: value.billing_type?,
                    destroy_on_shutdown: value.destroy_on_shutdown?,
                    disk_size: value.disk_size?,
                    floating_ip: value.floating_ip?,
                    hostname: value.hostname?,
                    image: value.image?,
                    is_protected: value.is_protected?,
                    metadata: value.metadata?,
                    name: value.name?,
                    password: value.password?,
                    placement_option: value.placement_option?,
                    public_ipv6: value.public_ipv6?,
                    region: value.region?,
                    reservation_id: value.reservation_id?,
                    reuse_long_term_subscription: value.reuse_long_term_subscription?,
                    security_groups: value.security_groups?,
                    ssh_keys: value.ssh_keys?,
                    type_: value.type_?,
                    volumes: value.volumes?,
                })
            }
        }
        impl ::std::convert::From<super::InstanceCreation> for InstanceCreation {
            #[inline]
            fn from(value: super::InstanceCreation) -> Self {
                Self {
                    billing_type: Ok(value.billing_type),
                    destroy_on_shutdown: Ok(value.destroy_on_shutdown),
                    disk_size: Ok(value.disk_size),
                    floating_ip: Ok(value.floating_ip),
                    hostname: Ok(value.hostname),
                    image: Ok(value.image),
                    is_protected: Ok(value.is_protected),
                    metadata: Ok(value.metadata),
                    name: Ok(value.name),
                    password: Ok(value.password),
                    placement_option: Ok(value.placement_option),
                    public_ipv6: Ok(value.public_ipv6),
                    region: Ok(value.region),
                    reservation_id: Ok(value.reservation_id),
                    reuse_long_term_subscription: Ok(value.reuse_long_term_subscription),
                    security_groups: Ok(value.security_groups),
                    ssh_keys: Ok(value.ssh_keys),
                    type_: Ok(value.type_),
                    volumes: Ok(value.volumes),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct InstanceMetadata {
            startup_script: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            user_data: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::UserDataPart>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for InstanceMetadata {
            #[inline]
            fn default() -> Self {
                Self {
                    startup_script: Ok(Default::default()),
                    user_data: Ok(Default::default()),
                }
            }
        }
        impl InstanceMetadata {
            #[inline]
            pub fn startup_script<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.startup_script = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for startup_script: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn user_data<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<super::UserDataPart>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.user_data = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for user_data: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<InstanceMetadata> for super::InstanceMetadata {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: InstanceMetadata,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    startup_script: value.startup_script?,
                    user_data: value.user_data?,
                })
            }
        }
        impl ::std::convert::From<super::InstanceMetadata> for InstanceMetadata {
            #[inline]
            fn from(value: super::InstanceMetadata) -> Self {
                Self {
                    startup_script: Ok(value.startup_script),
                    user_data: Ok(value.user_data),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotClone {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            region: ::std::result::Result<super::Region, ::std::string::String>,
        }
        impl ::std::default::Default for SnapshotClone {
            #[inline]
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                    region: Err("no value supplied for region".to_string()),
                }
            }
        }
        impl SnapshotClone {
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
                T: ::std::convert::TryInto<super::Region>,
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
        impl ::std::convert::TryFrom<SnapshotClone> for super::SnapshotClone {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotClone,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    region: value.region?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotClone> for SnapshotClone {
            #[inline]
            fn from(value: super::SnapshotClone) -> Self {
                Self {
                    name: Ok(value.name),
                    region: Ok(value.region),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotCreation {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            replicated_region: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotCreation {
            #[inline]
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                    replicated_region: Ok(Default::default()),
                }
            }
        }
        impl SnapshotCreation {
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
            pub fn replicated_region<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.replicated_region = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for replicated_region: {e}"
                        )
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
                    name: value.name?,
                    replicated_region: value.replicated_region?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotCreation> for SnapshotCreation {
            #[inline]
            fn from(value: super::SnapshotCreation) -> Self {
                Self {
                    name: Ok(value.name),
                    replicated_region: Ok(value.replicated_region),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotImport {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            os_type: ::std::result::Result<
                ::std::option::Option<super::OsType>,
                ::std::string::String,
            >,
            region: ::std::result::Result<super::Region, ::std::string::String>,
            size: ::std::result::Result<i64, ::std::string::String>,
            url: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for SnapshotImport {
            #[inline]
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                    os_type: Ok(Default::default()),
                    region: Err("no value supplied for region".to_string()),
                    size: Err("no value supplied for size".to_string()),
                    url: Err("no value supplied for url".to_string()),
                }
            }
        }
        impl SnapshotImport {
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
            pub fn os_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::OsType>>,
                T::Error: ::std::fmt::Display,
            {
                self.os_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for os_type: {e}")
                    });
                self
            }
            #[inline]
            pub fn region<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Region>,
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
            pub fn size<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
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
            pub fn url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.url = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for url: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotImport> for super::SnapshotImport {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotImport,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    os_type: value.os_type?,
                    region: value.region?,
                    size: value.size?,
                    url: value.url?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotImport> for SnapshotImport {
            #[inline]
            fn from(value: super::SnapshotImport) -> Self {
                Self {
                    name: Ok(value.name),
                    os_type: Ok(value.os_type),
                    region: Ok(value.region),
                    size: Ok(value.size),
                    url: Ok(value.url),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotRenaming {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotRenaming {
            #[inline]
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl SnapshotRenaming {
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
        impl ::std::convert::TryFrom<SnapshotRenaming> for super::SnapshotRenaming {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotRenaming,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::SnapshotRenaming> for SnapshotRenaming {
            #[inline]
            fn from(value: super::SnapshotRenaming) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct UserDataPart {
            content: ::std::result::Result<::std::string::String, ::std::string::String>,
            filename: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for UserDataPart {
            #[inline]
            fn default() -> Self {
                Self {
                    content: Err("no value supplied for content".to_string()),
                    filename: Ok(Default::default()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }
        impl UserDataPart {
            #[inline]
            pub fn content<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.content = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for content: {e}")
                    });
                self
            }
            #[inline]
            pub fn filename<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.filename = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for filename: {e}")
                    });
                self
            }
            #[inline]
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
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
        impl ::std::convert::TryFrom<UserDataPart> for super::UserDataPart {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: UserDataPart,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    content: value.content?,
                    filename: value.filename?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::UserDataPart> for UserDataPart {
            #[inline]
            fn from(value: super::UserDataPart) -> Self {
                Self {
                    content: Ok(value.content),
                    filename: Ok(value.filename),
                    type_: Ok(value.type_),
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
/**Client for Genesis Cloud snapshots and backups (unofficial)

Snapshots of Genesis Cloud instances. Unofficial: not affiliated with the vendor. See the tag "Guide" for usage.

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
    /**List snapshots

Lists the snapshots visible to the token, in all regions and from all sources. The order is not documented, and there is no filter.

Sends a `GET` request to `/snapshots`

Arguments:
- `page`: The page to return, counted from 1.
- `per_page`: The number of objects per page. The maximum is 100, which the vendor states in its text but not in its own schema; the effect of a larger number is not known.
```text
let response = client.list_snapshots()
    .page(page)
    .per_page(per_page)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_snapshots(&self) -> builder::ListSnapshots<'_> {
        builder::ListSnapshots::new(self)
    }
    /**Import a snapshot from an image URL

Creates a snapshot from a raw disk image, uncompressed or compressed with zstd, which the service downloads. The response is immediate, with status `creating`. For a snapshot of an existing instance use `create_instance_snapshot`. There is no idempotency key: sending the same request twice creates two snapshots.

Sends a `POST` request to `/snapshots`

Arguments:
- `body`: The image to import and the target region.
```text
let response = client.import_snapshot()
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn import_snapshot(&self) -> builder::ImportSnapshot<'_> {
        builder::ImportSnapshot::new(self)
    }
    /**Get a snapshot

Returns one snapshot. Use it to wait, too: after a creation until the status is `created` or `error`, after a deletion until the response is 404.

Sends a `GET` request to `/snapshots/{snapshot_id}`

Arguments:
- `snapshot_id`: The ID of the snapshot.
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

Starts the deletion; the response has no body. The snapshot remains readable as `pending_delete`, then `deleting`, until getting it returns 404. The response to a second deletion of the same snapshot is not known.

Sends a `DELETE` request to `/snapshots/{snapshot_id}`

Arguments:
- `snapshot_id`: The ID of the snapshot.
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
    /**Rename a snapshot

Changes the name and nothing else; no other field of a snapshot can be changed. Sending the same name again has no further effect.

Sends a `PATCH` request to `/snapshots/{snapshot_id}`

Arguments:
- `snapshot_id`: The ID of the snapshot.
- `body`: The new name.
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
    /**Clone a snapshot to a region

Copies a snapshot to the given region; the original remains. Whether the region of the original is allowed is not documented. There is no idempotency key: sending the same request twice creates two copies.

Sends a `POST` request to `/snapshots/{snapshot_id}/clone`

Arguments:
- `snapshot_id`: The ID of the snapshot.
- `body`: The name and region of the copy.
```text
let response = client.clone_snapshot()
    .snapshot_id(snapshot_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn clone_snapshot(&self) -> builder::CloneSnapshot<'_> {
        builder::CloneSnapshot::new(self)
    }
    /**List the snapshots of an instance

Lists the snapshots taken of one instance. Whether replicas and clones are included is not known.

Sends a `GET` request to `/instances/{instance_id}/snapshots`

Arguments:
- `instance_id`: The ID of the instance.
- `page`: The page to return, counted from 1.
- `per_page`: The number of objects per page. The maximum is 100, which the vendor states in its text but not in its own schema; the effect of a larger number is not known.
```text
let response = client.list_instance_snapshots()
    .instance_id(instance_id)
    .page(page)
    .per_page(per_page)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_instance_snapshots(&self) -> builder::ListInstanceSnapshots<'_> {
        builder::ListInstanceSnapshots::new(self)
    }
    /**Create a snapshot of an instance

Takes a snapshot of the boot disk of an instance, in the instance's own region; attached volumes are apparently not included. No source requires the instance to be stopped. With `replicated_region` a second snapshot is created in that region: its ID is not in the response, and it can probably be found by listing snapshots whose `source_snapshot_id` is the ID of the first. There is no idempotency key: sending the same request twice creates two snapshots.

Sends a `POST` request to `/instances/{instance_id}/snapshots`

Arguments:
- `instance_id`: The ID of the instance.
- `body`: The name and, optionally, a region for a second copy.
```text
let response = client.create_instance_snapshot()
    .instance_id(instance_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn create_instance_snapshot(&self) -> builder::CreateInstanceSnapshot<'_> {
        builder::CreateInstanceSnapshot::new(self)
    }
    /**List instances

Lists the instances visible to the token, in all regions. The order is not documented, and there is no filter.

Sends a `GET` request to `/instances`

Arguments:
- `page`: The page to return, counted from 1.
- `per_page`: The number of objects per page. The maximum is 100, which the vendor states in its text but not in its own schema; the effect of a larger number is not known.
```text
let response = client.list_instances()
    .page(page)
    .per_page(per_page)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_instances(&self) -> builder::ListInstances<'_> {
        builder::ListInstances::new(self)
    }
    /**Create an instance, or restore a snapshot into one

Creates a new, billed instance. To restore a snapshot, put its ID into `image`: there is no in-place restore and no other restore operation. It is inferred that the snapshot must be `created` and in the same region as the new instance; if it is not, clone it there first. Log in with `ssh_keys` or with `password`, never with both. There is no idempotency key: sending the same request twice creates two instances.

Sends a `POST` request to `/instances`

Arguments:
- `body`: The instance to create.
```text
let response = client.create_instance()
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn create_instance(&self) -> builder::CreateInstance<'_> {
        builder::CreateInstance::new(self)
    }
    /**Get an instance

Returns one instance. After a restore, poll it until the status is `active` or `error`.

Sends a `GET` request to `/instances/{instance_id}`

Arguments:
- `instance_id`: The ID of the instance.
```text
let response = client.get_instance()
    .instance_id(instance_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_instance(&self) -> builder::GetInstance<'_> {
        builder::GetInstance::new(self)
    }
    /**Delete an instance

Destroys the instance and its boot disk; its snapshots remain. The deletion continues after the response: the instance is `deleting` and then gone (404). The response for a protected instance (`is_protected`) is not documented.

Sends a `DELETE` request to `/instances/{instance_id}`

Arguments:
- `instance_id`: The ID of the instance.
```text
let response = client.delete_instance()
    .instance_id(instance_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn delete_instance(&self) -> builder::DeleteInstance<'_> {
        builder::DeleteInstance::new(self)
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
        per_page: Result<Option<i64>, String>,
    }
    impl<'a> ListSnapshots<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                page: Ok(None),
                per_page: Ok(None),
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
        ///Sends a `GET` request to `/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotList>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, page, per_page } = self;
            let page = page.map_err(Error::InvalidRequest)?;
            let per_page = per_page.map_err(Error::InvalidRequest)?;
            let url = format!("{}/snapshots", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page", &page))
                .query(&progenitor_client::QueryParam::new("per_page", &per_page))
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
    /**Builder for [`Client::import_snapshot`]

[`Client::import_snapshot`]: super::Client::import_snapshot*/
    #[derive(Debug, Clone)]
    pub struct ImportSnapshot<'a> {
        client: &'a super::Client,
        body: Result<types::builder::SnapshotImport, String>,
    }
    impl<'a> ImportSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SnapshotImport>,
            <V as std::convert::TryInto<
                types::SnapshotImport,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SnapshotImport` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SnapshotImport,
            ) -> types::builder::SnapshotImport,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotResponse>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::SnapshotImport::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/snapshots", client.baseurl,);
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
                operation_id: "import_snapshot",
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
    /**Builder for [`Client::get_snapshot`]

[`Client::get_snapshot`]: super::Client::get_snapshot*/
    #[derive(Debug, Clone)]
    pub struct GetSnapshot<'a> {
        client: &'a super::Client,
        snapshot_id: Result<crate::spec::PathSegment, String>,
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
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.snapshot_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for snapshot_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/snapshots/{snapshot_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotResponse>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, snapshot_id } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/snapshots/{}", client.baseurl, encode_path(& snapshot_id
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
        snapshot_id: Result<crate::spec::PathSegment, String>,
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
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.snapshot_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for snapshot_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/snapshots/{snapshot_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, snapshot_id } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/snapshots/{}", client.baseurl, encode_path(& snapshot_id
                .to_string()),
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
                204u16 => crate::generated::undecoded(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::rename_snapshot`]

[`Client::rename_snapshot`]: super::Client::rename_snapshot*/
    #[derive(Debug, Clone)]
    pub struct RenameSnapshot<'a> {
        client: &'a super::Client,
        snapshot_id: Result<crate::spec::PathSegment, String>,
        body: Result<types::builder::SnapshotRenaming, String>,
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
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.snapshot_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for snapshot_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SnapshotRenaming>,
            <V as std::convert::TryInto<
                types::SnapshotRenaming,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SnapshotRenaming` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SnapshotRenaming,
            ) -> types::builder::SnapshotRenaming,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/snapshots/{snapshot_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotResponse>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, snapshot_id, body } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::SnapshotRenaming::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/snapshots/{}", client.baseurl, encode_path(& snapshot_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
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
                200u16 => Ok(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
    /**Builder for [`Client::clone_snapshot`]

[`Client::clone_snapshot`]: super::Client::clone_snapshot*/
    #[derive(Debug, Clone)]
    pub struct CloneSnapshot<'a> {
        client: &'a super::Client,
        snapshot_id: Result<crate::spec::PathSegment, String>,
        body: Result<types::builder::SnapshotClone, String>,
    }
    impl<'a> CloneSnapshot<'a> {
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
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.snapshot_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for snapshot_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SnapshotClone>,
            <V as std::convert::TryInto<types::SnapshotClone>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SnapshotClone` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SnapshotClone,
            ) -> types::builder::SnapshotClone,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/snapshots/{snapshot_id}/clone`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotResponse>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, snapshot_id, body } = self;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::SnapshotClone::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/snapshots/{}/clone", client.baseurl, encode_path(& snapshot_id
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
                operation_id: "clone_snapshot",
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
    /**Builder for [`Client::list_instance_snapshots`]

[`Client::list_instance_snapshots`]: super::Client::list_instance_snapshots*/
    #[derive(Debug, Clone)]
    pub struct ListInstanceSnapshots<'a> {
        client: &'a super::Client,
        instance_id: Result<crate::spec::PathSegment, String>,
        page: Result<Option<i64>, String>,
        per_page: Result<Option<i64>, String>,
    }
    impl<'a> ListInstanceSnapshots<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                instance_id: Err("instance_id was not initialized".to_string()),
                page: Ok(None),
                per_page: Ok(None),
            }
        }
        #[inline]
        pub fn instance_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.instance_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for instance_id failed"
                        .to_string()
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
        ///Sends a `GET` request to `/instances/{instance_id}/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotList>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, instance_id, page, per_page } = self;
            let instance_id = instance_id.map_err(Error::InvalidRequest)?;
            let page = page.map_err(Error::InvalidRequest)?;
            let per_page = per_page.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/instances/{}/snapshots", client.baseurl, encode_path(& instance_id
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
                .query(&progenitor_client::QueryParam::new("page", &page))
                .query(&progenitor_client::QueryParam::new("per_page", &per_page))
                .build()?;
            let info = OperationInfo {
                operation_id: "list_instance_snapshots",
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
    /**Builder for [`Client::create_instance_snapshot`]

[`Client::create_instance_snapshot`]: super::Client::create_instance_snapshot*/
    #[derive(Debug, Clone)]
    pub struct CreateInstanceSnapshot<'a> {
        client: &'a super::Client,
        instance_id: Result<crate::spec::PathSegment, String>,
        body: Result<types::builder::SnapshotCreation, String>,
    }
    impl<'a> CreateInstanceSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                instance_id: Err("instance_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        #[inline]
        pub fn instance_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.instance_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for instance_id failed"
                        .to_string()
                });
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
        ///Sends a `POST` request to `/instances/{instance_id}/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotResponse>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, instance_id, body } = self;
            let instance_id = instance_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::SnapshotCreation::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/instances/{}/snapshots", client.baseurl, encode_path(& instance_id
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
                operation_id: "create_instance_snapshot",
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
    /**Builder for [`Client::list_instances`]

[`Client::list_instances`]: super::Client::list_instances*/
    #[derive(Debug, Clone)]
    pub struct ListInstances<'a> {
        client: &'a super::Client,
        page: Result<Option<i64>, String>,
        per_page: Result<Option<i64>, String>,
    }
    impl<'a> ListInstances<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                page: Ok(None),
                per_page: Ok(None),
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
        ///Sends a `GET` request to `/instances`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::InstanceList>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, page, per_page } = self;
            let page = page.map_err(Error::InvalidRequest)?;
            let per_page = per_page.map_err(Error::InvalidRequest)?;
            let url = format!("{}/instances", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("page", &page))
                .query(&progenitor_client::QueryParam::new("per_page", &per_page))
                .build()?;
            let info = OperationInfo {
                operation_id: "list_instances",
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
    /**Builder for [`Client::create_instance`]

[`Client::create_instance`]: super::Client::create_instance*/
    #[derive(Debug, Clone)]
    pub struct CreateInstance<'a> {
        client: &'a super::Client,
        body: Result<types::builder::InstanceCreation, String>,
    }
    impl<'a> CreateInstance<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::InstanceCreation>,
            <V as std::convert::TryInto<
                types::InstanceCreation,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `InstanceCreation` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::InstanceCreation,
            ) -> types::builder::InstanceCreation,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/instances`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::InstanceResponse>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::InstanceCreation::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/instances", client.baseurl,);
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
                operation_id: "create_instance",
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
    /**Builder for [`Client::get_instance`]

[`Client::get_instance`]: super::Client::get_instance*/
    #[derive(Debug, Clone)]
    pub struct GetInstance<'a> {
        client: &'a super::Client,
        instance_id: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> GetInstance<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                instance_id: Err("instance_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn instance_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.instance_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for instance_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/instances/{instance_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::InstanceResponse>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, instance_id } = self;
            let instance_id = instance_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/instances/{}", client.baseurl, encode_path(& instance_id
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
                operation_id: "get_instance",
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
    /**Builder for [`Client::delete_instance`]

[`Client::delete_instance`]: super::Client::delete_instance*/
    #[derive(Debug, Clone)]
    pub struct DeleteInstance<'a> {
        client: &'a super::Client,
        instance_id: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> DeleteInstance<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                instance_id: Err("instance_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn instance_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.instance_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for instance_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/instances/{instance_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, instance_id } = self;
            let instance_id = instance_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/instances/{}", client.baseurl, encode_path(& instance_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).build()?;
            let info = OperationInfo {
                operation_id: "delete_instance",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => crate::generated::undecoded(response),
                _ => Err(Error::UnexpectedResponse(crate::generated::whole(response))),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
