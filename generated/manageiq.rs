#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///One action that the caller may run, as advertised by the server.
    #[derive(Clone, Debug)]
    pub struct ActionLink {
        ///URL to send the action to.
        pub href: ::std::string::String,
        /**HTTP method in lower case. `post` for all snapshot actions; servers up to the morphy release also listed
`delete`.*/
        pub method: ::std::string::String,
        ///The value to send as `action`. An open set.
        pub name: ::std::string::String,
    }
    crate::fields::read_fields! {
        ActionLink { href method name }
    }
    crate::fields::write_fields! {
        ActionLink { href method name }
    }
    /**Outcome of one action: accepted (`success: true`, usually with a task) or refused (`success:
false`).*/
    #[derive(Clone, Debug)]
    pub struct ActionResult {
        /**Record that the action was about. Never sent for snapshots of machines; after the creation of a volume
snapshot it ends in a slash, without an ID.*/
        pub href: ::std::option::Option<::std::string::String>,
        ///Text for humans, in the language of the server or of the user. For a refusal, the reason.
        pub message: ::std::option::Option<::std::string::String>,
        /**Whether the request was accepted. It does not say that the work has been done: check the task and the
records for that.*/
        pub success: bool,
        ///URL of that task.
        pub task_href: ::std::option::Option<::std::string::String>,
        ///Task that carries out the work. Absent if nothing was queued.
        pub task_id: ::std::option::Option<::std::string::String>,
        ///Tasks, if an action queued several. Not seen for the operations of this document.
        pub tasks: ::std::option::Option<::std::vec::Vec<FreeObject>>,
    }
    crate::fields::read_fields! {
        ActionResult { href message success task_href task_id tasks }
    }
    crate::fields::write_fields! {
        ActionResult { href[optional] message[optional] success task_href[optional]
        task_id[optional] tasks[optional] }
    }
    ///Outcome of one entry of a request on a collection, in the order of the request. `null` if the entry was blank.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct ActionResultEntry(pub ::std::option::Option<ActionResultEntryInner>);
    impl ::std::ops::Deref for ActionResultEntry {
        type Target = ::std::option::Option<ActionResultEntryInner>;
        #[inline]
        fn deref(&self) -> &::std::option::Option<ActionResultEntryInner> {
            &self.0
        }
    }
    impl ::std::convert::From<ActionResultEntry>
    for ::std::option::Option<ActionResultEntryInner> {
        #[inline]
        fn from(value: ActionResultEntry) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::option::Option<ActionResultEntryInner>>
    for ActionResultEntry {
        #[inline]
        fn from(value: ::std::option::Option<ActionResultEntryInner>) -> Self {
            Self(value)
        }
    }
    ///Outcome of one entry of a request on a collection, in the order of the request. `null` if the entry was blank.
    #[derive(Clone, Debug)]
    pub struct ActionResultEntryInner {
        /**Record that the action was about. Never sent for snapshots of machines; after the creation of a volume
snapshot it ends in a slash, without an ID.*/
        pub href: ::std::option::Option<::std::string::String>,
        ///Text for humans, in the language of the server or of the user. For a refusal, the reason.
        pub message: ::std::option::Option<::std::string::String>,
        /**Whether the request was accepted. It does not say that the work has been done: check the task and the
records for that.*/
        pub success: bool,
        ///URL of that task.
        pub task_href: ::std::option::Option<::std::string::String>,
        ///Task that carries out the work. Absent if nothing was queued.
        pub task_id: ::std::option::Option<::std::string::String>,
        ///Tasks, if an action queued several. Not seen for the operations of this document.
        pub tasks: ::std::option::Option<::std::vec::Vec<FreeObject>>,
    }
    crate::fields::read_fields! {
        ActionResultEntryInner { href message success task_href task_id tasks }
    }
    crate::fields::write_fields! {
        ActionResultEntryInner { href[optional] message[optional] success
        task_href[optional] task_id[optional] tasks[optional] }
    }
    ///Outcomes of a request on a collection, one for each entry of the request.
    #[derive(Clone, Debug)]
    pub struct ActionResults {
        ///Outcomes in the order of the request.
        pub results: ::std::vec::Vec<ActionResultEntry>,
    }
    crate::fields::read_fields! {
        ActionResults { results }
    }
    crate::fields::write_fields! {
        ActionResults { results }
    }
    ///What the role may do; only with `attributes=authorization`.
    #[derive(Clone, Debug, Default)]
    pub struct Authorization {
        pub product_features: ::std::option::Option<FreeObject>,
    }
    crate::fields::read_fields! {
        Authorization { product_features }
    }
    crate::fields::write_fields! {
        Authorization { product_features[optional] }
    }
    /**URLs of related pages. For an unfiltered subcollection they are computed from the system-wide `count`, so `next`
may lead to empty pages; do not follow them to find the end.*/
    #[derive(Clone, Debug, Default)]
    pub struct CollectionLinks {
        ///First page.
        pub first: ::std::option::Option<::std::string::String>,
        ///Last page as computed by the server; one past the end if `limit` divides the number of entries.
        pub last: ::std::option::Option<::std::string::String>,
        ///Next page; absent on the last one.
        pub next: ::std::option::Option<::std::string::String>,
        ///Previous page; absent on the first one.
        pub previous: ::std::option::Option<::std::string::String>,
        ///This page.
        pub self_: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        CollectionLinks { first last next previous self_ "self" }
    }
    crate::fields::write_fields! {
        CollectionLinks { first[optional] last[optional] next[optional]
        previous[optional] self_ "self"[optional] }
    }
    ///Metadata of the model behind a collection, as lists of names.
    #[derive(Clone, Debug)]
    pub struct CollectionMetadata {
        ///Columns.
        pub attributes: ::std::vec::Vec<::std::string::String>,
        pub data: FreeObject,
        ///Relations.
        pub relationships: ::std::vec::Vec<::std::string::String>,
        ///Subcollections of a record.
        pub subcollections: ::std::vec::Vec<::std::string::String>,
        ///Computed attributes.
        pub virtual_attributes: ::std::vec::Vec<::std::string::String>,
    }
    crate::fields::read_fields! {
        CollectionMetadata { attributes data relationships subcollections
        virtual_attributes }
    }
    crate::fields::write_fields! {
        CollectionMetadata { attributes data relationships subcollections
        virtual_attributes }
    }
    ///The only action available.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum CreateAction {
        #[serde(rename = "create")]
        Create,
    }
    impl ::std::fmt::Display for CreateAction {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Create => f.write_str("create"),
            }
        }
    }
    impl ::std::str::FromStr for CreateAction {
        type Err = self::error::ConversionError;
        #[inline]
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "create" => Ok(Self::Create),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for CreateAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for CreateAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///The only action available.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum DeleteAction {
        #[serde(rename = "delete")]
        Delete,
    }
    impl ::std::fmt::Display for DeleteAction {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Delete => f.write_str("delete"),
            }
        }
    }
    impl ::std::str::FromStr for DeleteAction {
        type Err = self::error::ConversionError;
        #[inline]
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "delete" => Ok(Self::Delete),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for DeleteAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for DeleteAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///Delete the record named in the path.
    #[derive(Clone, Debug)]
    pub struct Deletion {
        pub action: DeleteAction,
    }
    crate::fields::read_fields! {
        Deletion { action }
    }
    crate::fields::write_fields! {
        Deletion { action }
    }
    impl Deletion {
        #[inline]
        pub fn builder() -> builder::Deletion {
            Default::default()
        }
    }
    /**Delete several records. Refusals have status 200; one unknown ID makes the whole request fail with 404, while
the entries before it stay queued.*/
    #[derive(Clone, Debug)]
    pub struct DeletionOfSeveral {
        pub action: DeleteAction,
        ///The records to delete, one task each.
        pub resources: ::std::vec::Vec<ResourceReference>,
    }
    crate::fields::read_fields! {
        DeletionOfSeveral { action resources }
    }
    crate::fields::write_fields! {
        DeletionOfSeveral { action resources }
    }
    impl DeletionOfSeveral {
        #[inline]
        pub fn builder() -> builder::DeletionOfSeveral {
            Default::default()
        }
    }
    ///Information on the server, on the caller and on the available collections.
    #[derive(Clone, Debug)]
    pub struct EntryPoint {
        pub authorization: ::std::option::Option<Authorization>,
        ///Collections, sorted by name.
        pub collections: ::std::vec::Vec<EntryPointCollection>,
        ///Description of the API.
        pub description: ::std::string::String,
        pub identity: Identity,
        ///Name of the API.
        pub name: ::std::string::String,
        pub product_info: ::std::option::Option<ProductInfo>,
        pub server_info: ::std::option::Option<ServerInfo>,
        pub settings: ::std::option::Option<FreeObject>,
        ///Time zones known to the server. The format of an entry was not seen.
        pub timezones: ::std::option::Option<::std::vec::Vec<::serde_json::Value>>,
        /**Version of the API. All releases from lasker (2021) to spassky say `4.4.0-pre`, so it does not distinguish
releases.*/
        pub version: ::std::string::String,
        ///Versions that may appear in a path.
        pub versions: ::std::vec::Vec<EntryPointVersion>,
    }
    crate::fields::read_fields! {
        EntryPoint { authorization collections description identity name product_info
        server_info settings timezones version versions }
    }
    crate::fields::write_fields! {
        EntryPoint { authorization[optional] collections description identity name
        product_info[optional] server_info[optional] settings[optional]
        timezones[optional] version versions }
    }
    ///A collection available on the server.
    #[derive(Clone, Debug)]
    pub struct EntryPointCollection {
        ///Display name.
        pub description: ::std::string::String,
        ///URL.
        pub href: ::std::string::String,
        ///Name.
        pub name: ::std::string::String,
    }
    crate::fields::read_fields! {
        EntryPointCollection { description href name }
    }
    crate::fields::write_fields! {
        EntryPointCollection { description href name }
    }
    ///A version of the API supported by the server.
    #[derive(Clone, Debug)]
    pub struct EntryPointVersion {
        ///Entry point of that version.
        pub href: ::std::string::String,
        ///Version.
        pub name: ::std::string::String,
    }
    crate::fields::read_fields! {
        EntryPointVersion { href name }
    }
    crate::fields::write_fields! {
        EntryPointVersion { href name }
    }
    /**An error or a refusal, distinguished by its key: `error` is an error of the API itself, `success` (false) a
request on one record that the machine or its provider refuses, `results` the same for a single entry of a
request on a collection. `x-variants` says which keys go together.*/
    #[derive(Clone, Debug, Default)]
    pub struct ErrorAnswer {
        /**What went wrong: an object with kind, message and klass, or a plain string if the router itself responds
because the path does not exist.*/
        pub error: ::std::option::Option<::serde_json::Value>,
        ///Record that the refused action was about, if the server names it.
        pub href: ::std::option::Option<::std::string::String>,
        ///Why the action was refused, in the language of the server or of the user.
        pub message: ::std::option::Option<::std::string::String>,
        ///The refused entry of a request on a collection.
        pub results: ::std::option::Option<::std::vec::Vec<ActionResultEntry>>,
        ///HTTP status again; only where `error` is a plain string.
        pub status: ::std::option::Option<i64>,
        ///False for a refused action.
        pub success: ::std::option::Option<bool>,
    }
    crate::fields::read_fields! {
        ErrorAnswer { error href message results status success }
    }
    crate::fields::write_fields! {
        ErrorAnswer { error[optional] href[optional] message[optional] results[optional]
        status[optional] success[optional] }
    }
    ///One field of a form, in the format of Data Driven Forms. Further keys occur.
    #[derive(Clone, Debug, Default)]
    pub struct FormField {
        ///Type of the field.
        pub component: ::std::option::Option<::std::string::String>,
        ///Hint for humans, translated.
        pub helper_text: ::std::option::Option<::std::string::String>,
        ///ID of the field in the page.
        pub id: ::std::option::Option<::std::string::String>,
        ///Whether the field is currently disabled.
        pub is_disabled: ::std::option::Option<bool>,
        ///Whether the form requires a value. The API itself may be less strict.
        pub is_required: ::std::option::Option<bool>,
        ///Label for humans, translated.
        pub label: ::std::option::Option<::std::string::String>,
        ///Key to send in the request.
        pub name: ::std::option::Option<::std::string::String>,
        ///Label of a switch when off.
        pub off_text: ::std::option::Option<::std::string::String>,
        ///Label of a switch when on.
        pub on_text: ::std::option::Option<::std::string::String>,
        ///Options of a select, each with `label` and `value`.
        pub options: ::std::option::Option<::std::vec::Vec<FreeObject>>,
        ///Type of a text field, as in HTML.
        pub type_: ::std::option::Option<::std::string::String>,
        ///Rules for the value.
        pub validate: ::std::option::Option<::std::vec::Vec<FreeObject>>,
    }
    crate::fields::read_fields! {
        FormField { component helper_text "helperText" id is_disabled "isDisabled"
        is_required "isRequired" label name off_text "offText" on_text "onText" options
        type_ "type" validate }
    }
    crate::fields::write_fields! {
        FormField { component[optional] helper_text "helperText"[optional] id[optional]
        is_disabled "isDisabled"[optional] is_required "isRequired"[optional]
        label[optional] name[optional] off_text "offText"[optional] on_text
        "onText"[optional] options[optional] type_ "type"[optional] validate[optional] }
    }
    ///An object whose keys are not described here: they vary or are unknown.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct FreeObject(
        pub ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    );
    impl ::std::ops::Deref for FreeObject {
        type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
        #[inline]
        fn deref(
            &self,
        ) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
            &self.0
        }
    }
    impl ::std::convert::From<FreeObject>
    for ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        #[inline]
        fn from(value: FreeObject) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    > for FreeObject {
        #[inline]
        fn from(
            value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ) -> Self {
            Self(value)
        }
    }
    ///A part of a response that can be omitted.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum HiddenPart {
        #[serde(rename = "resources")]
        Resources,
    }
    impl ::std::fmt::Display for HiddenPart {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Resources => f.write_str("resources"),
            }
        }
    }
    impl ::std::str::FromStr for HiddenPart {
        type Err = self::error::ConversionError;
        #[inline]
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "resources" => Ok(Self::Resources),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for HiddenPart {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for HiddenPart {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///Who the caller is, in which group and with which role.
    #[derive(Clone, Debug, Default)]
    pub struct Identity {
        ///Group that this request runs under.
        pub group: ::std::option::Option<::std::string::String>,
        ///URL of the group.
        pub group_href: ::std::option::Option<::std::string::String>,
        ///Descriptions of all groups of the user: the values accepted in `X-MIQ-Group`.
        pub groups: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///The same groups as records.
        pub miq_groups: ::std::option::Option<::std::vec::Vec<FreeObject>>,
        ///Name.
        pub name: ::std::option::Option<::std::string::String>,
        ///Role of that group.
        pub role: ::std::option::Option<::std::string::String>,
        ///URL of the role.
        pub role_href: ::std::option::Option<::std::string::String>,
        ///Tenant of that group.
        pub tenant: ::std::option::Option<::std::string::String>,
        ///URL of the user.
        pub user_href: ::std::option::Option<::std::string::String>,
        ///Login.
        pub userid: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        Identity { group group_href groups miq_groups name role role_href tenant
        user_href userid }
    }
    crate::fields::write_fields! {
        Identity { group[optional] group_href[optional] groups[optional]
        miq_groups[optional] name[optional] role[optional] role_href[optional]
        tenant[optional] user_href[optional] userid[optional] }
    }
    ///A notification of the caller.
    #[derive(Clone, Debug)]
    pub struct Notification {
        /**What the role of the caller may do with this record. Absent if nothing is allowed, and if `attributes`
requested only plain columns.*/
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        pub details: ::std::option::Option<NotificationDetails>,
        ///Absolute URL of this record, built from the host and the path of the request.
        pub href: ::std::string::String,
        ///ID, for this caller.
        pub id: ::std::option::Option<::std::string::String>,
        ///ID of what happened, the same for all recipients.
        pub notification_id: ::std::option::Option<::std::string::String>,
        ///Whether the caller has marked it as seen.
        pub seen: ::std::option::Option<bool>,
        ///The caller.
        pub user_id: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        Notification { actions details href id notification_id seen user_id }
    }
    crate::fields::write_fields! {
        Notification { actions[optional] details[optional] href id[optional]
        notification_id[optional] seen[optional] user_id[optional] }
    }
    ///A value for the text.
    #[derive(Clone, Debug, Default)]
    pub struct NotificationBinding {
        pub link: ::std::option::Option<NotificationLink>,
        /**The value; practically always a string. The server inserts what the notification was created with,
unchanged.*/
        pub text: ::std::option::Option<::serde_json::Value>,
    }
    crate::fields::read_fields! {
        NotificationBinding { link text }
    }
    crate::fields::write_fields! {
        NotificationBinding { link[optional] text[optional] }
    }
    /**Values for the `%{...}` placeholders in the text, by name: `initiator`, `subject`, `cause`, and those added by
the type of notification (for a failed snapshot `snapshot_op` and `error`).*/
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct NotificationBindings(
        pub ::std::collections::HashMap<::std::string::String, NotificationBinding>,
    );
    impl ::std::ops::Deref for NotificationBindings {
        type Target = ::std::collections::HashMap<
            ::std::string::String,
            NotificationBinding,
        >;
        #[inline]
        fn deref(
            &self,
        ) -> &::std::collections::HashMap<::std::string::String, NotificationBinding> {
            &self.0
        }
    }
    impl ::std::convert::From<NotificationBindings>
    for ::std::collections::HashMap<::std::string::String, NotificationBinding> {
        #[inline]
        fn from(value: NotificationBindings) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<
        ::std::collections::HashMap<::std::string::String, NotificationBinding>,
    > for NotificationBindings {
        #[inline]
        fn from(
            value: ::std::collections::HashMap<
                ::std::string::String,
                NotificationBinding,
            >,
        ) -> Self {
            Self(value)
        }
    }
    ///A page of the notifications of the caller.
    #[derive(Clone, Debug)]
    pub struct NotificationCollection {
        ///What the role of the caller may do with the collection. Absent if nothing is allowed.
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        /**All records of this class in the whole system that are visible to the caller, regardless of parent and
filter. Do not paginate by it.*/
        pub count: i64,
        pub links: ::std::option::Option<CollectionLinks>,
        ///Name of the collection.
        pub name: ::std::string::String,
        ///Number of pages, computed from `subquery_count` if present, otherwise from `count`.
        pub pages: ::std::option::Option<i64>,
        ///The entries. Absent with `hide=resources`.
        pub resources: ::std::option::Option<::std::vec::Vec<Notification>>,
        ///Number of entries on this page.
        pub subcount: i64,
        /**Number of entries that match the filter within this parent, before pagination. Only sent if `filter[]` was
given.*/
        pub subquery_count: ::std::option::Option<i64>,
    }
    crate::fields::read_fields! {
        NotificationCollection { actions count links name pages resources subcount
        subquery_count }
    }
    crate::fields::write_fields! {
        NotificationCollection { actions[optional] count links[optional] name
        pages[optional] resources[optional] subcount subquery_count[optional] }
    }
    ///What happened; only with `attributes=details`.
    #[derive(Clone, Debug, Default)]
    pub struct NotificationDetails {
        pub bindings: ::std::option::Option<NotificationBindings>,
        ///When it happened.
        pub created_at: ::std::option::Option<::std::string::String>,
        ///Severity. Outcomes of snapshots are sent as `warning`, including successful ones.
        pub level: ::std::option::Option<::std::string::String>,
        ///Whether the caller has marked it as seen.
        pub seen: ::std::option::Option<bool>,
        /**Text, which may contain placeholders such as `%{subject}` to be filled from `bindings`. May be translated:
do not base decisions on it.*/
        pub text: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        NotificationDetails { bindings created_at level seen text }
    }
    crate::fields::write_fields! {
        NotificationDetails { bindings[optional] created_at[optional] level[optional]
        seen[optional] text[optional] }
    }
    ///The record that a value refers to.
    #[derive(Clone, Debug, Default)]
    pub struct NotificationLink {
        ///ID.
        pub id: ::std::option::Option<::std::string::String>,
        ///Ruby class.
        pub model: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        NotificationLink { id model }
    }
    crate::fields::write_fields! {
        NotificationLink { id[optional] model[optional] }
    }
    ///Names of the product. Further keys occur.
    #[derive(Clone, Debug, Default)]
    pub struct ProductInfo {
        pub branding_info: ::std::option::Option<FreeObject>,
        ///Copyright notice.
        pub copyright: ::std::option::Option<::std::string::String>,
        ///Short name.
        pub name: ::std::option::Option<::std::string::String>,
        ///Long name.
        pub name_full: ::std::option::Option<::std::string::String>,
        ///URL of the support page.
        pub support_website: ::std::option::Option<::std::string::String>,
        ///Its name.
        pub support_website_text: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        ProductInfo { branding_info copyright name name_full support_website
        support_website_text }
    }
    crate::fields::write_fields! {
        ProductInfo { branding_info[optional] copyright[optional] name[optional]
        name_full[optional] support_website[optional] support_website_text[optional] }
    }
    ///The only action available.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum QueryAction {
        #[serde(rename = "query")]
        Query,
    }
    impl ::std::fmt::Display for QueryAction {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Query => f.write_str("query"),
            }
        }
    }
    impl ::std::str::FromStr for QueryAction {
        type Err = self::error::ConversionError;
        #[inline]
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "query" => Ok(Self::Query),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for QueryAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for QueryAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///A record, by URL or by ID.
    #[derive(Clone, Debug, Default)]
    pub struct ResourceReference {
        /**URL of the record. Only its end is used, the name of the collection and the digits; host, version and parent
are not compared.*/
        pub href: ::std::option::Option<::std::string::String>,
        /**ID of the record. The server accepts a JSON number as well; send a string, since IDs can exceed the
precision of a double.*/
        pub id: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        ResourceReference { href id }
    }
    crate::fields::write_fields! {
        ResourceReference { href[optional] id[optional] }
    }
    impl ResourceReference {
        #[inline]
        pub fn builder() -> builder::ResourceReference {
            Default::default()
        }
    }
    ///The server that responded. Further keys occur.
    #[derive(Clone, Debug, Default)]
    pub struct ServerInfo {
        ///Name of the appliance.
        pub appliance: ::std::option::Option<::std::string::String>,
        ///Build.
        pub build: ::std::option::Option<::std::string::String>,
        ///URL of its enterprise.
        pub enterprise_href: ::std::option::Option<::std::string::String>,
        pub plugins: ::std::option::Option<FreeObject>,
        ///URL of its region.
        pub region_href: ::std::option::Option<::std::string::String>,
        ///Code name of the release.
        pub release: ::std::option::Option<::std::string::String>,
        ///URL of the server.
        pub server_href: ::std::option::Option<::std::string::String>,
        ///Clock of the server.
        pub time: ::std::option::Option<::std::string::String>,
        ///Version of ManageIQ.
        pub version: ::std::option::Option<::std::string::String>,
        ///URL of its zone.
        pub zone_href: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        ServerInfo { appliance build enterprise_href plugins region_href release
        server_href time version zone_href }
    }
    crate::fields::write_fields! {
        ServerInfo { appliance[optional] build[optional] enterprise_href[optional]
        plugins[optional] region_href[optional] release[optional] server_href[optional]
        time[optional] version[optional] zone_href[optional] }
    }
    /**A snapshot of a machine. Nothing is required, since no key is in every form: an entry of a list that was not
expanded contains only `href`, records embedded by `attributes` lack `href`, and `attributes` restricts the
rest. A full record has every column, `null` where unset.

There is no status: a snapshot in progress has no record yet. On oVirt the list also contains a pseudo snapshot,
"Active Image", whose `current` is 1: it is the running state, not a snapshot.*/
    #[derive(Clone, Debug, Default)]
    pub struct Snapshot {
        /**What the role of the caller may do with this record. Absent if nothing is allowed, and if `attributes`
requested only plain columns.*/
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        ///When the provider created it.
        pub create_time: ::std::option::Option<::std::string::String>,
        ///When ManageIQ recorded it.
        pub created_on: ::std::option::Option<::std::string::String>,
        /**1 if the machine runs on top of this snapshot, otherwise 0: a number, not a boolean. `null` on OpenStack and
vCloud.*/
        pub current: ::std::option::Option<i64>,
        ///Free text.
        pub description: ::std::option::Option<::std::string::String>,
        /**Disks, in an unknown format; practically always empty. (The schema file shipped with the server calls this a
string; the server sends an array.)*/
        pub disks: ::std::option::Option<::std::vec::Vec<FreeObject>>,
        ///Reference on the provider.
        pub ems_ref: ::std::option::Option<::std::string::String>,
        ///Type of that reference; since 2019.
        pub ems_ref_type: ::std::option::Option<::std::string::String>,
        ///File on the provider, if known.
        pub filename: ::std::option::Option<::std::string::String>,
        ///Absolute URL of this record, built from the host and the path of the request.
        pub href: ::std::option::Option<::std::string::String>,
        ///Path of the record below the entry point; only if requested in `attributes`.
        pub href_slug: ::std::option::Option<::std::string::String>,
        ///ID.
        pub id: ::std::option::Option<::std::string::String>,
        ///Name. On oVirt the description or "Active Image"; on vCloud generated by the inventory refresh.
        pub name: ::std::option::Option<::std::string::String>,
        ///ID of the snapshot that this one builds on.
        pub parent_id: ::std::option::Option<::std::string::String>,
        ///`uid` of the snapshot that this one builds on.
        pub parent_uid: ::std::option::Option<::std::string::String>,
        ///Description of the region; only if requested.
        pub region_description: ::std::option::Option<::std::string::String>,
        ///Number of the region; only if requested.
        pub region_number: ::std::option::Option<i64>,
        ///Size in bytes. Often `null`; VMware fills it only after a scan.
        pub total_size: ::std::option::Option<i64>,
        ///Ruby class of the record; since 2022.
        pub type_: ::std::option::Option<::std::string::String>,
        /**Identity on the provider. VMware: time of creation with six fractional digits; oVirt and OpenStack: a UUID;
vCloud: composed of machine and time.*/
        pub uid: ::std::option::Option<::std::string::String>,
        ///Identity on the provider, as for `uid`.
        pub uid_ems: ::std::option::Option<::std::string::String>,
        ///When ManageIQ last modified its record.
        pub updated_on: ::std::option::Option<::std::string::String>,
        ///ID of the machine. Compare it with the machine you mean; reading and acting by ID do not.
        pub vm_or_template_id: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        Snapshot { actions create_time created_on current description disks ems_ref
        ems_ref_type filename href href_slug id name parent_id parent_uid
        region_description region_number total_size type_ "type" uid uid_ems updated_on
        vm_or_template_id }
    }
    crate::fields::write_fields! {
        Snapshot { actions[optional] create_time[optional] created_on[optional]
        current[optional] description[optional] disks[optional] ems_ref[optional]
        ems_ref_type[optional] filename[optional] href[optional] href_slug[optional]
        id[optional] name[optional] parent_id[optional] parent_uid[optional]
        region_description[optional] region_number[optional] total_size[optional] type_
        "type"[optional] uid[optional] uid_ems[optional] updated_on[optional]
        vm_or_template_id[optional] }
    }
    ///A page of the snapshots of a machine.
    #[derive(Clone, Debug)]
    pub struct SnapshotCollection {
        ///What the role of the caller may do with the collection. Absent if nothing is allowed.
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        /**All records of this class in the whole system that are visible to the caller, regardless of parent and
filter. Do not paginate by it.*/
        pub count: i64,
        pub links: ::std::option::Option<CollectionLinks>,
        ///Name of the collection.
        pub name: ::std::string::String,
        ///Number of pages, computed from `subquery_count` if present, otherwise from `count`.
        pub pages: ::std::option::Option<i64>,
        ///The entries. Absent with `hide=resources`.
        pub resources: ::std::option::Option<::std::vec::Vec<Snapshot>>,
        ///Number of entries on this page.
        pub subcount: i64,
        /**Number of entries that match the filter within this parent, before pagination. Only sent if `filter[]` was
given.*/
        pub subquery_count: ::std::option::Option<i64>,
    }
    crate::fields::read_fields! {
        SnapshotCollection { actions count links name pages resources subcount
        subquery_count }
    }
    crate::fields::write_fields! {
        SnapshotCollection { actions[optional] count links[optional] name pages[optional]
        resources[optional] subcount subquery_count[optional] }
    }
    /**A snapshot to create (`name`, `description`, `memory`) or to delete (`href` or `id`). Other keys are silently
ignored (`quiesce` is sometimes tried); `id` or `href` in a create is an error.*/
    #[derive(Clone, Debug, Default)]
    pub struct SnapshotEntry {
        ///Free text. On oVirt and RHV it serves as the snapshot's name.
        pub description: ::std::option::Option<::std::string::String>,
        /**URL of the snapshot to delete. Only its end is used, the name of the collection and the digits; host,
version and parent are not compared.*/
        pub href: ::std::option::Option<::std::string::String>,
        /**ID of the snapshot to delete. The server accepts a JSON number as well; send a string, since IDs can exceed
the precision of a double.*/
        pub id: ::std::option::Option<::std::string::String>,
        /**Whether to include the memory of a running machine. Default `false`. Passed on unchecked; OpenStack ignores
it.*/
        pub memory: ::std::option::Option<bool>,
        /**Name. Required by the server unless the provider makes it optional (oVirt and RHV do, and ignore it). vCloud
replaces it with a name of its own, and keeps one snapshot per machine: what a second create does to the
first is not known.*/
        pub name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        SnapshotEntry { description href id memory name }
    }
    crate::fields::write_fields! {
        SnapshotEntry { description[optional] href[optional] id[optional]
        memory[optional] name[optional] }
    }
    impl SnapshotEntry {
        #[inline]
        pub fn builder() -> builder::SnapshotEntry {
            Default::default()
        }
    }
    ///Form for a new snapshot, as the provider of the machine defines it.
    #[derive(Clone, Debug, Default)]
    pub struct SnapshotForm {
        ///Fields of the form.
        pub fields: ::std::option::Option<::std::vec::Vec<FormField>>,
    }
    crate::fields::read_fields! {
        SnapshotForm { fields }
    }
    crate::fields::write_fields! {
        SnapshotForm { fields[optional] }
    }
    ///Metadata of the machine model (four lists of names) and the form for a new snapshot.
    #[derive(Clone, Debug)]
    pub struct SnapshotFormAnswer {
        ///Columns of the machine model.
        pub attributes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        pub data: SnapshotFormData,
        ///Relations of the machine model.
        pub relationships: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Subcollections of the machine.
        pub subcollections: ::std::option::Option<
            ::std::vec::Vec<::std::string::String>,
        >,
        ///Computed attributes of the machine model.
        pub virtual_attributes: ::std::option::Option<
            ::std::vec::Vec<::std::string::String>,
        >,
    }
    crate::fields::read_fields! {
        SnapshotFormAnswer { attributes data relationships subcollections
        virtual_attributes }
    }
    crate::fields::write_fields! {
        SnapshotFormAnswer { attributes[optional] data relationships[optional]
        subcollections[optional] virtual_attributes[optional] }
    }
    ///Metadata of the subcollection.
    #[derive(Clone, Debug)]
    pub struct SnapshotFormData {
        pub snapshot_form_schema: SnapshotForm,
    }
    crate::fields::read_fields! {
        SnapshotFormData { snapshot_form_schema }
    }
    crate::fields::write_fields! {
        SnapshotFormData { snapshot_form_schema }
    }
    ///What to do with snapshots through their collection.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum SnapshotsAction {
        #[serde(rename = "create")]
        Create,
        #[serde(rename = "delete")]
        Delete,
    }
    impl ::std::fmt::Display for SnapshotsAction {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Create => f.write_str("create"),
                Self::Delete => f.write_str("delete"),
            }
        }
    }
    impl ::std::str::FromStr for SnapshotsAction {
        type Err = self::error::ConversionError;
        #[inline]
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "create" => Ok(Self::Create),
                "delete" => Ok(Self::Delete),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for SnapshotsAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for SnapshotsAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    /**What to create or delete. `x-variants` lists the forms; a body that mixes them is refused. Create one: `action`
and `resource`, or the fields at the top level, with or without `action`. Create or delete several: `action` and
`resources`; the status is always 200, so check each `success`. Delete one: `action` and `resource`. A single
refusal has status 400. One unknown ID among several makes the whole request fail with 404, while the entries
before it stay queued.*/
    #[derive(Clone, Debug, Default)]
    pub struct SnapshotsChange {
        pub action: ::std::option::Option<SnapshotsAction>,
        ///Free text for the new snapshot, in the short form. On oVirt and RHV it serves as its name.
        pub description: ::std::option::Option<::std::string::String>,
        ///Whether to include the memory of a running machine, in the short form. Default `false`.
        pub memory: ::std::option::Option<bool>,
        /**Name of the new snapshot, in the short form. Required by the server unless the provider makes it optional
(oVirt and RHV do, and ignore it).*/
        pub name: ::std::option::Option<::std::string::String>,
        pub resource: ::std::option::Option<SnapshotEntry>,
        ///The snapshots to create or delete, one task each.
        pub resources: ::std::option::Option<::std::vec::Vec<SnapshotEntry>>,
    }
    crate::fields::read_fields! {
        SnapshotsChange { action description memory name resource resources }
    }
    crate::fields::write_fields! {
        SnapshotsChange { action[optional] description[optional] memory[optional]
        name[optional] resource[optional] resources[optional] }
    }
    impl SnapshotsChange {
        #[inline]
        pub fn builder() -> builder::SnapshotsChange {
            Default::default()
        }
    }
    /**Work that the server queued. It is finished when `state` is `Finished`, and only then is `status` meaningful
(initially it is `Ok`). Compare both case-insensitively.

In the code that was read, the task of a create covers only the policy check: `Finished` with `Ok` does not say
that the snapshot exists. The tasks of delete and revert cover the request to the provider, but the record of
the snapshot appears or disappears with a later refresh of the inventory.*/
    #[derive(Clone, Debug)]
    pub struct Task {
        /**What the role of the caller may do with this record. Absent if nothing is allowed, and if `attributes`
requested only plain columns.*/
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        ///What the work left for its caller: any JSON, or `null`. A serialized column without a type.
        pub context_data: ::std::option::Option<::serde_json::Value>,
        ///When it was created.
        pub created_on: ::std::option::Option<::std::string::String>,
        ///Absolute URL of this record, built from the host and the path of the request.
        pub href: ::std::string::String,
        ///ID.
        pub id: ::std::option::Option<::std::string::String>,
        ///Meaning unknown; seen only as `null`.
        pub identifier: ::std::option::Option<::std::string::String>,
        ///Text for humans; after a failure, the text of the exception.
        pub message: ::std::option::Option<::std::string::String>,
        ///Server that is working on it; `null` before.
        pub miq_server_id: ::std::option::Option<::std::string::String>,
        ///Name of the action that queued it.
        pub name: ::std::option::Option<::std::string::String>,
        ///Progress in percent; practically always `null`.
        pub pct_complete: ::std::option::Option<i64>,
        ///Deprecated by the vendor.
        pub results: ::std::option::Option<::std::string::String>,
        ///When it became active; `null` until then.
        pub started_on: ::std::option::Option<::std::string::String>,
        ///Its current state.
        pub state: ::std::option::Option<::std::string::String>,
        ///Computed; only if requested.
        pub state_or_status: ::std::option::Option<::std::string::String>,
        ///Its outcome; only meaningful once `state` is `Finished`.
        pub status: ::std::option::Option<::std::string::String>,
        /**Computed; only if requested. Any JSON: the return value of the method that the task ran, a report or a
string.*/
        pub task_results: ::std::option::Option<::serde_json::Value>,
        ///When it was last modified.
        pub updated_on: ::std::option::Option<::std::string::String>,
        ///Login of the user for whom it runs.
        pub userid: ::std::option::Option<::std::string::String>,
        ///Zone; seen only as `null`.
        pub zone: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        Task { actions context_data created_on href id identifier message miq_server_id
        name pct_complete results started_on state state_or_status status task_results
        updated_on userid zone }
    }
    crate::fields::write_fields! {
        Task { actions[optional] context_data[optional] created_on[optional] href
        id[optional] identifier[optional] message[optional] miq_server_id[optional]
        name[optional] pct_complete[optional] results[optional] started_on[optional]
        state[optional] state_or_status[optional] status[optional] task_results[optional]
        updated_on[optional] userid[optional] zone[optional] }
    }
    ///A page of tasks.
    #[derive(Clone, Debug)]
    pub struct TaskCollection {
        ///What the role of the caller may do with the collection. Absent if nothing is allowed.
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        /**All records of this class in the whole system that are visible to the caller, regardless of parent and
filter. Do not paginate by it.*/
        pub count: i64,
        pub links: ::std::option::Option<CollectionLinks>,
        ///Name of the collection.
        pub name: ::std::string::String,
        ///Number of pages, computed from `subquery_count` if present, otherwise from `count`.
        pub pages: ::std::option::Option<i64>,
        ///The entries. Absent with `hide=resources`.
        pub resources: ::std::option::Option<::std::vec::Vec<Task>>,
        ///Number of entries on this page.
        pub subcount: i64,
        /**Number of entries that match the filter within this parent, before pagination. Only sent if `filter[]` was
given.*/
        pub subquery_count: ::std::option::Option<i64>,
    }
    crate::fields::read_fields! {
        TaskCollection { actions count links name pages resources subcount subquery_count
        }
    }
    crate::fields::write_fields! {
        TaskCollection { actions[optional] count links[optional] name pages[optional]
        resources[optional] subcount subquery_count[optional] }
    }
    ///Get several tasks at once. Changes nothing.
    #[derive(Clone, Debug)]
    pub struct TaskQuery {
        pub action: QueryAction,
        ///The tasks to read.
        pub resources: ::std::vec::Vec<ResourceReference>,
    }
    crate::fields::read_fields! {
        TaskQuery { action resources }
    }
    crate::fields::write_fields! {
        TaskQuery { action resources }
    }
    impl TaskQuery {
        #[inline]
        pub fn builder() -> builder::TaskQuery {
            Default::default()
        }
    }
    ///The requested tasks.
    #[derive(Clone, Debug)]
    pub struct TaskQueryAnswer {
        ///Full records.
        pub results: ::std::vec::Vec<Task>,
    }
    crate::fields::read_fields! {
        TaskQueryAnswer { results }
    }
    crate::fields::write_fields! {
        TaskQueryAnswer { results }
    }
    ///A token for the header `X-Auth-Token`. It is a secret.
    #[derive(Clone, Debug)]
    pub struct Token {
        pub auth_token: crate::spec::SecretText,
        ///When it expires if it is not used.
        pub expires_on: ::std::string::String,
        ///The purpose of the token; absent for `api`.
        pub requester_type: ::std::option::Option<::std::string::String>,
        /**Lifetime in seconds from the last use: 600 for `api`; for `ui` and `ws` the session timeout (3600 unless
configured).*/
        pub token_ttl: i64,
    }
    crate::fields::read_fields! {
        Token { auth_token expires_on requester_type token_ttl }
    }
    crate::fields::write_fields! {
        Token { auth_token expires_on requester_type[optional] token_ttl }
    }
    ///The purpose of a token.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum TokenUse {
        #[serde(rename = "api")]
        Api,
        #[serde(rename = "ui")]
        Ui,
        #[serde(rename = "ws")]
        Ws,
    }
    impl ::std::fmt::Display for TokenUse {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Api => f.write_str("api"),
                Self::Ui => f.write_str("ui"),
                Self::Ws => f.write_str("ws"),
            }
        }
    }
    impl ::std::str::FromStr for TokenUse {
        type Err = self::error::ConversionError;
        #[inline]
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "api" => Ok(Self::Api),
                "ui" => Ok(Self::Ui),
                "ws" => Ok(Self::Ws),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for TokenUse {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for TokenUse {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    /**A machine: a virtual machine of an infrastructure provider or an instance of a cloud. Both are kept in one table
with one ID, of about 75 columns; only the relevant ones are described. Nothing is required: an entry of a list
that was not expanded contains only `href`, and `attributes` restricts the rest.*/
    #[derive(Clone, Debug, Default)]
    pub struct Vm {
        /**What the role of the caller may do with this record. Absent if nothing is allowed, and if `attributes`
requested only plain columns.*/
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        ///Computed: has neither provider nor storage; only if requested.
        pub archived: ::std::option::Option<bool>,
        ///Whether it is a cloud instance.
        pub cloud: ::std::option::Option<bool>,
        ///State of the connection.
        pub connection_state: ::std::option::Option<::std::string::String>,
        ///When ManageIQ recorded it.
        pub created_on: ::std::option::Option<::std::string::String>,
        ///Free text.
        pub description: ::std::option::Option<::std::string::String>,
        ///When the provider created it, if known.
        pub ems_created_on: ::std::option::Option<::std::string::String>,
        ///Provider (management system). `null` for an archived or orphaned machine.
        pub ems_id: ::std::option::Option<::std::string::String>,
        ///Reference on the provider.
        pub ems_ref: ::std::option::Option<::std::string::String>,
        ///UUID assigned by ManageIQ.
        pub guid: ::std::option::Option<::std::string::String>,
        ///Host that runs it.
        pub host_id: ::std::option::Option<::std::string::String>,
        ///Absolute URL of this record, built from the host and the path of the request.
        pub href: ::std::option::Option<::std::string::String>,
        ///Path of the record below the entry point; only if requested.
        pub href_slug: ::std::option::Option<::std::string::String>,
        ///ID, the same under `/vms` and `/instances`.
        pub id: ::std::option::Option<::std::string::String>,
        ///Location of its files on the provider.
        pub location: ::std::option::Option<::std::string::String>,
        ///Name.
        pub name: ::std::option::Option<::std::string::String>,
        ///Computed: has storage but no provider; only if requested.
        pub orphaned: ::std::option::Option<bool>,
        ///State as named by ManageIQ, lower case.
        pub power_state: ::std::option::Option<::std::string::String>,
        ///State as named by the provider.
        pub raw_power_state: ::std::option::Option<::std::string::String>,
        ///Whether it is retired. A retired machine refuses snapshots.
        pub retired: ::std::option::Option<bool>,
        /**All of its snapshots, not paginated; with `expand=snapshots` each has an `href`, with `attributes=snapshots`
none has. Requesting both is an error. The key may be missing if there are none.*/
        pub snapshots: ::std::option::Option<::std::vec::Vec<Snapshot>>,
        ///Storage that holds it.
        pub storage_id: ::std::option::Option<::std::string::String>,
        ///Whether it is a template. Templates have no snapshots here.
        pub template: ::std::option::Option<bool>,
        ///Ruby class of the record.
        pub type_: ::std::option::Option<::std::string::String>,
        ///Identity on the provider.
        pub uid_ems: ::std::option::Option<::std::string::String>,
        ///When ManageIQ last modified its record.
        pub updated_on: ::std::option::Option<::std::string::String>,
        ///Description of the newest snapshot; only if requested.
        pub v_snapshot_newest_description: ::std::option::Option<::std::string::String>,
        ///Name of the newest snapshot; only if requested.
        pub v_snapshot_newest_name: ::std::option::Option<::std::string::String>,
        ///Time of the newest snapshot; only if requested. Its format was not seen.
        pub v_snapshot_newest_timestamp: ::std::option::Option<::std::string::String>,
        ///Size of the newest snapshot in bytes; only if requested.
        pub v_snapshot_newest_total_size: ::std::option::Option<i64>,
        ///Description of the oldest snapshot; only if requested.
        pub v_snapshot_oldest_description: ::std::option::Option<::std::string::String>,
        ///Name of the oldest snapshot; only if requested.
        pub v_snapshot_oldest_name: ::std::option::Option<::std::string::String>,
        ///Time of the oldest snapshot; only if requested. Its format was not seen.
        pub v_snapshot_oldest_timestamp: ::std::option::Option<::std::string::String>,
        ///Size of the oldest snapshot in bytes; only if requested.
        pub v_snapshot_oldest_total_size: ::std::option::Option<i64>,
        ///Number of its snapshots; only if requested.
        pub v_total_snapshots: ::std::option::Option<i64>,
        ///Type of provider, lower case.
        pub vendor: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        Vm { actions archived cloud connection_state created_on description
        ems_created_on ems_id ems_ref guid host_id href href_slug id location name
        orphaned power_state raw_power_state retired snapshots storage_id template type_
        "type" uid_ems updated_on v_snapshot_newest_description v_snapshot_newest_name
        v_snapshot_newest_timestamp v_snapshot_newest_total_size
        v_snapshot_oldest_description v_snapshot_oldest_name v_snapshot_oldest_timestamp
        v_snapshot_oldest_total_size v_total_snapshots vendor }
    }
    crate::fields::write_fields! {
        Vm { actions[optional] archived[optional] cloud[optional]
        connection_state[optional] created_on[optional] description[optional]
        ems_created_on[optional] ems_id[optional] ems_ref[optional] guid[optional]
        host_id[optional] href[optional] href_slug[optional] id[optional]
        location[optional] name[optional] orphaned[optional] power_state[optional]
        raw_power_state[optional] retired[optional] snapshots[optional]
        storage_id[optional] template[optional] type_ "type"[optional] uid_ems[optional]
        updated_on[optional] v_snapshot_newest_description[optional]
        v_snapshot_newest_name[optional] v_snapshot_newest_timestamp[optional]
        v_snapshot_newest_total_size[optional] v_snapshot_oldest_description[optional]
        v_snapshot_oldest_name[optional] v_snapshot_oldest_timestamp[optional]
        v_snapshot_oldest_total_size[optional] v_total_snapshots[optional]
        vendor[optional] }
    }
    ///A page of machines. The server always sends `name`, `count` and `subcount`.
    #[derive(Clone, Debug, Default)]
    pub struct VmCollection {
        ///What the role of the caller may do with the collection. Absent if nothing is allowed.
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        /**All records of this class in the whole system that are visible to the caller, regardless of parent and
filter. Do not paginate by it.*/
        pub count: ::std::option::Option<i64>,
        pub links: ::std::option::Option<CollectionLinks>,
        ///Name of the collection.
        pub name: ::std::option::Option<::std::string::String>,
        ///Number of pages, computed from `subquery_count` if present, otherwise from `count`.
        pub pages: ::std::option::Option<i64>,
        ///The entries. Absent with `hide=resources`.
        pub resources: ::std::option::Option<::std::vec::Vec<Vm>>,
        ///Number of entries on this page.
        pub subcount: ::std::option::Option<i64>,
        /**Number of entries that match the filter within this parent, before pagination. Only sent if `filter[]` was
given.*/
        pub subquery_count: ::std::option::Option<i64>,
    }
    crate::fields::read_fields! {
        VmCollection { actions count links name pages resources subcount subquery_count }
    }
    crate::fields::write_fields! {
        VmCollection { actions[optional] count[optional] links[optional] name[optional]
        pages[optional] resources[optional] subcount[optional] subquery_count[optional] }
    }
    ///What to do with a snapshot of a machine.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum VmSnapshotAction {
        #[serde(rename = "revert")]
        Revert,
        #[serde(rename = "delete")]
        Delete,
    }
    impl ::std::fmt::Display for VmSnapshotAction {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Revert => f.write_str("revert"),
                Self::Delete => f.write_str("delete"),
            }
        }
    }
    impl ::std::str::FromStr for VmSnapshotAction {
        type Err = self::error::ConversionError;
        #[inline]
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "revert" => Ok(Self::Revert),
                "delete" => Ok(Self::Delete),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for VmSnapshotAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for VmSnapshotAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///Revert to the snapshot, or delete it.
    #[derive(Clone, Debug)]
    pub struct VmSnapshotChange {
        pub action: VmSnapshotAction,
    }
    crate::fields::read_fields! {
        VmSnapshotChange { action }
    }
    crate::fields::write_fields! {
        VmSnapshotChange { action }
    }
    impl VmSnapshotChange {
        #[inline]
        pub fn builder() -> builder::VmSnapshotChange {
            Default::default()
        }
    }
    ///A volume of a cloud. An entry of a list that was not expanded contains only `href`.
    #[derive(Clone, Debug)]
    pub struct Volume {
        /**What the role of the caller may do with this record. Absent if nothing is allowed, and if `attributes`
requested only plain columns.*/
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        ///Availability zone.
        pub availability_zone_id: ::std::option::Option<::std::string::String>,
        ///Whether a machine can boot from it.
        pub bootable: ::std::option::Option<bool>,
        ///Tenant on the provider.
        pub cloud_tenant_id: ::std::option::Option<::std::string::String>,
        ///Its backups; only with `attributes=cloud_volume_backups`.
        pub cloud_volume_backups: ::std::option::Option<::std::vec::Vec<VolumeBackup>>,
        ///Snapshot that it was created from.
        pub cloud_volume_snapshot_id: ::std::option::Option<::std::string::String>,
        ///When the provider created it.
        pub creation_time: ::std::option::Option<::std::string::String>,
        ///Free text.
        pub description: ::std::option::Option<::std::string::String>,
        ///Provider.
        pub ems_id: ::std::option::Option<::std::string::String>,
        ///Reference on the provider.
        pub ems_ref: ::std::option::Option<::std::string::String>,
        ///Whether it is encrypted; `null` where unknown.
        pub encrypted: ::std::option::Option<bool>,
        ///Health as named by the provider.
        pub health_state: ::std::option::Option<::std::string::String>,
        ///Absolute URL of this record, built from the host and the path of the request.
        pub href: ::std::string::String,
        ///ID.
        pub id: ::std::option::Option<::std::string::String>,
        ///Provisioned operations per second.
        pub iops: ::std::option::Option<i64>,
        ///Whether it can be attached to several machines.
        pub multi_attachment: ::std::option::Option<bool>,
        ///Name.
        pub name: ::std::option::Option<::std::string::String>,
        ///Size in bytes.
        pub size: ::std::option::Option<i64>,
        ///Status as named by the provider. An open set.
        pub status: ::std::option::Option<::std::string::String>,
        ///Storage resource.
        pub storage_resource_id: ::std::option::Option<::std::string::String>,
        ///Storage service.
        pub storage_service_id: ::std::option::Option<::std::string::String>,
        ///Ruby class of the record.
        pub type_: ::std::option::Option<::std::string::String>,
        ///Type of storage as named by the provider.
        pub volume_type: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        Volume { actions availability_zone_id bootable cloud_tenant_id
        cloud_volume_backups cloud_volume_snapshot_id creation_time description ems_id
        ems_ref encrypted health_state href id iops multi_attachment name size status
        storage_resource_id storage_service_id type_ "type" volume_type }
    }
    crate::fields::write_fields! {
        Volume { actions[optional] availability_zone_id[optional] bootable[optional]
        cloud_tenant_id[optional] cloud_volume_backups[optional]
        cloud_volume_snapshot_id[optional] creation_time[optional] description[optional]
        ems_id[optional] ems_ref[optional] encrypted[optional] health_state[optional]
        href id[optional] iops[optional] multi_attachment[optional] name[optional]
        size[optional] status[optional] storage_resource_id[optional]
        storage_service_id[optional] type_ "type"[optional] volume_type[optional] }
    }
    ///What to do with a volume.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum VolumeAction {
        #[serde(rename = "create_backup")]
        CreateBackup,
        #[serde(rename = "restore_backup")]
        RestoreBackup,
        #[serde(rename = "attach")]
        Attach,
        #[serde(rename = "detach")]
        Detach,
        #[serde(rename = "delete")]
        Delete,
    }
    impl ::std::fmt::Display for VolumeAction {
        #[inline]
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::CreateBackup => f.write_str("create_backup"),
                Self::RestoreBackup => f.write_str("restore_backup"),
                Self::Attach => f.write_str("attach"),
                Self::Detach => f.write_str("detach"),
                Self::Delete => f.write_str("delete"),
            }
        }
    }
    impl ::std::str::FromStr for VolumeAction {
        type Err = self::error::ConversionError;
        #[inline]
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "create_backup" => Ok(Self::CreateBackup),
                "restore_backup" => Ok(Self::RestoreBackup),
                "attach" => Ok(Self::Attach),
                "detach" => Ok(Self::Detach),
                "delete" => Ok(Self::Delete),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for VolumeAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for VolumeAction {
        type Error = self::error::ConversionError;
        #[inline]
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    /**Options of the action, passed to the provider unchanged. Only OpenStack Cinder is known to support backups
through this API; the names for `create_backup` are those of Cinder and were not seen in a response of a live
server. To the API, all of them are optional.*/
    #[derive(Clone, Debug, Default)]
    pub struct VolumeActionOptions {
        ///For `restore_backup`, the ID that ManageIQ assigned to the backup. It must be a backup of this volume.
        pub backup_id: ::std::option::Option<::std::string::String>,
        ///Object store container to write the backup to.
        pub container: ::std::option::Option<::std::string::String>,
        ///Free text for the backup to create.
        pub description: ::std::option::Option<::std::string::String>,
        ///Whether to back up a volume that is attached.
        pub force: ::std::option::Option<bool>,
        ///Whether to store only what changed since the last backup.
        pub incremental: ::std::option::Option<bool>,
        ///Name of the backup to create.
        pub name: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        VolumeActionOptions { backup_id container description force incremental name }
    }
    crate::fields::write_fields! {
        VolumeActionOptions { backup_id[optional] container[optional]
        description[optional] force[optional] incremental[optional] name[optional] }
    }
    impl VolumeActionOptions {
        #[inline]
        pub fn builder() -> builder::VolumeActionOptions {
            Default::default()
        }
    }
    ///The machine to attach the volume to, or to detach it from.
    #[derive(Clone, Debug)]
    pub struct VolumeAttachment {
        ///Device name of the volume on the machine. By default, the provider chooses one.
        pub device: ::std::option::Option<::std::string::String>,
        ///ID of the machine; it must be in the same cloud.
        pub vm_id: ::std::string::String,
    }
    crate::fields::read_fields! {
        VolumeAttachment { device vm_id }
    }
    crate::fields::write_fields! {
        VolumeAttachment { device[optional] vm_id }
    }
    impl VolumeAttachment {
        #[inline]
        pub fn builder() -> builder::VolumeAttachment {
            Default::default()
        }
    }
    ///A backup of a volume, as embedded in the volume. It has no path of its own: backups are not a collection.
    #[derive(Clone, Debug)]
    pub struct VolumeBackup {
        ///Availability zone.
        pub availability_zone_id: ::std::option::Option<::std::string::String>,
        ///The volume.
        pub cloud_volume_id: ::std::option::Option<::std::string::String>,
        ///When the provider created it; always `null` for OpenStack.
        pub creation_time: ::std::option::Option<::std::string::String>,
        ///Free text.
        pub description: ::std::option::Option<::std::string::String>,
        ///Provider.
        pub ems_id: ::std::option::Option<::std::string::String>,
        ///Reference on the provider.
        pub ems_ref: ::std::option::Option<::std::string::String>,
        ///Whether other backups depend on it.
        pub has_dependent_backups: ::std::option::Option<bool>,
        ///ID; accepted in `backup_id`.
        pub id: ::std::string::String,
        ///Whether it contains only changes.
        pub is_incremental: ::std::option::Option<bool>,
        ///Name.
        pub name: ::std::option::Option<::std::string::String>,
        ///Number of objects in the object store.
        pub object_count: ::std::option::Option<i64>,
        ///Size; assumed to be in bytes, as for the other volume records.
        pub size: ::std::option::Option<i64>,
        ///Status as named by the provider. An open set.
        pub status: ::std::option::Option<::std::string::String>,
        ///Ruby class of the record.
        pub type_: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        VolumeBackup { availability_zone_id cloud_volume_id creation_time description
        ems_id ems_ref has_dependent_backups id is_incremental name object_count size
        status type_ "type" }
    }
    crate::fields::write_fields! {
        VolumeBackup { availability_zone_id[optional] cloud_volume_id[optional]
        creation_time[optional] description[optional] ems_id[optional] ems_ref[optional]
        has_dependent_backups[optional] id is_incremental[optional] name[optional]
        object_count[optional] size[optional] status[optional] type_ "type"[optional] }
    }
    /**Create a backup of the volume, or write one back to it, in which case the volume's content is lost. Attach it to
a machine, detach it, or delete it. Note that `resources` is an object here: with flat keys the options of a
backup get lost and the task fails later. The machine goes under `resource`: the code reads it there, and not
under `resources`. `x-variants` says which key goes with which action.*/
    #[derive(Clone, Debug)]
    pub struct VolumeChange {
        pub action: VolumeAction,
        pub resource: ::std::option::Option<VolumeAttachment>,
        pub resources: ::std::option::Option<VolumeActionOptions>,
    }
    crate::fields::read_fields! {
        VolumeChange { action resource resources }
    }
    crate::fields::write_fields! {
        VolumeChange { action resource[optional] resources[optional] }
    }
    impl VolumeChange {
        #[inline]
        pub fn builder() -> builder::VolumeChange {
            Default::default()
        }
    }
    ///A page of volumes.
    #[derive(Clone, Debug)]
    pub struct VolumeCollection {
        ///What the role of the caller may do with the collection. Absent if nothing is allowed.
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        /**All records of this class in the whole system that are visible to the caller, regardless of parent and
filter. Do not paginate by it.*/
        pub count: i64,
        pub links: ::std::option::Option<CollectionLinks>,
        ///Name of the collection.
        pub name: ::std::string::String,
        ///Number of pages, computed from `subquery_count` if present, otherwise from `count`.
        pub pages: ::std::option::Option<i64>,
        ///The entries. Absent with `hide=resources`.
        pub resources: ::std::option::Option<::std::vec::Vec<Volume>>,
        ///Number of entries on this page.
        pub subcount: i64,
        /**Number of entries that match the filter within this parent, before pagination. Only sent if `filter[]` was
given.*/
        pub subquery_count: ::std::option::Option<i64>,
    }
    crate::fields::read_fields! {
        VolumeCollection { actions count links name pages resources subcount
        subquery_count }
    }
    crate::fields::write_fields! {
        VolumeCollection { actions[optional] count links[optional] name pages[optional]
        resources[optional] subcount subquery_count[optional] }
    }
    /**A new volume. In addition to the provider, the name and the size, each provider takes keys of its own, which are
passed on to it; the form lists them (`OPTIONS /cloud_volumes`). The keys listed here are those of OpenStack and
the snapshot key in Amazon's form.*/
    #[derive(Clone, Debug)]
    pub struct VolumeCreation {
        ///The zone, as a value offered by the form.
        pub availability_zone_id: ::std::option::Option<::std::string::String>,
        ///ID of the tenant; required by OpenStack's form.
        pub cloud_tenant_id: ::std::option::Option<::std::string::String>,
        /**The snapshot to create the volume from, by the ID that ManageIQ assigned to it: for providers whose form has
this field (Amazon). OpenStack ignores it.*/
        pub cloud_volume_snapshot_id: ::std::option::Option<::std::string::String>,
        ///Free text; not in the forms, passed on to Cinder.
        pub description: ::std::option::Option<::std::string::String>,
        ///ID of the provider that will hold the volume, as in `ems_id` of its volumes.
        pub ems_id: ::std::string::String,
        ///Name.
        pub name: ::std::string::String,
        /**Size. OpenStack's form says bytes, in steps of one gibibyte; the code passes the number on unchanged, and
Cinder counts gibibytes. Not less than the size of the snapshot.*/
        pub size: i64,
        /**On OpenStack, the snapshot to create the volume from: Cinder's own ID, `ems_ref` of the volume snapshot. Not
in the form; found in the library that the code passes it to.*/
        pub snapshot_id: ::std::option::Option<::std::string::String>,
        ///Type of the volume, as a name offered by the form.
        pub volume_type: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        VolumeCreation { availability_zone_id cloud_tenant_id cloud_volume_snapshot_id
        description ems_id name size snapshot_id volume_type }
    }
    crate::fields::write_fields! {
        VolumeCreation { availability_zone_id[optional] cloud_tenant_id[optional]
        cloud_volume_snapshot_id[optional] description[optional] ems_id name size
        snapshot_id[optional] volume_type[optional] }
    }
    impl VolumeCreation {
        #[inline]
        pub fn builder() -> builder::VolumeCreation {
            Default::default()
        }
    }
    ///Form for a new volume, as the provider defines it.
    #[derive(Clone, Debug, Default)]
    pub struct VolumeForm {
        ///Fields of the form.
        pub fields: ::std::option::Option<::std::vec::Vec<FormField>>,
    }
    crate::fields::read_fields! {
        VolumeForm { fields }
    }
    crate::fields::write_fields! {
        VolumeForm { fields[optional] }
    }
    ///Metadata of the volume model (four lists of names) and the form for a new volume.
    #[derive(Clone, Debug)]
    pub struct VolumeFormAnswer {
        ///Columns of the volume model.
        pub attributes: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        pub data: VolumeFormData,
        ///Relations of the volume model.
        pub relationships: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Subcollections of a volume.
        pub subcollections: ::std::option::Option<
            ::std::vec::Vec<::std::string::String>,
        >,
        ///Computed attributes of the volume model.
        pub virtual_attributes: ::std::option::Option<
            ::std::vec::Vec<::std::string::String>,
        >,
    }
    crate::fields::read_fields! {
        VolumeFormAnswer { attributes data relationships subcollections
        virtual_attributes }
    }
    crate::fields::write_fields! {
        VolumeFormAnswer { attributes[optional] data relationships[optional]
        subcollections[optional] virtual_attributes[optional] }
    }
    ///The form, if a provider was named; otherwise empty.
    #[derive(Clone, Debug, Default)]
    pub struct VolumeFormData {
        pub form_schema: ::std::option::Option<VolumeForm>,
    }
    crate::fields::read_fields! {
        VolumeFormData { form_schema }
    }
    crate::fields::write_fields! {
        VolumeFormData { form_schema[optional] }
    }
    ///A snapshot of a volume. An entry of a list that was not expanded contains only `href`.
    #[derive(Clone, Debug)]
    pub struct VolumeSnapshot {
        /**What the role of the caller may do with this record. Absent if nothing is allowed, and if `attributes`
requested only plain columns.*/
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        ///Tenant on the provider.
        pub cloud_tenant_id: ::std::option::Option<::std::string::String>,
        ///The volume.
        pub cloud_volume_id: ::std::option::Option<::std::string::String>,
        ///When the provider created it.
        pub creation_time: ::std::option::Option<::std::string::String>,
        ///Free text.
        pub description: ::std::option::Option<::std::string::String>,
        ///Provider.
        pub ems_id: ::std::option::Option<::std::string::String>,
        ///Reference on the provider.
        pub ems_ref: ::std::option::Option<::std::string::String>,
        ///Whether it is encrypted; `null` where unknown.
        pub encrypted: ::std::option::Option<bool>,
        ///Absolute URL of this record, built from the host and the path of the request.
        pub href: ::std::string::String,
        ///ID.
        pub id: ::std::option::Option<::std::string::String>,
        ///Name.
        pub name: ::std::option::Option<::std::string::String>,
        ///Size in bytes.
        pub size: ::std::option::Option<i64>,
        ///Status as named by the provider. An open set.
        pub status: ::std::option::Option<::std::string::String>,
        ///Ruby class of the record.
        pub type_: ::std::option::Option<::std::string::String>,
    }
    crate::fields::read_fields! {
        VolumeSnapshot { actions cloud_tenant_id cloud_volume_id creation_time
        description ems_id ems_ref encrypted href id name size status type_ "type" }
    }
    crate::fields::write_fields! {
        VolumeSnapshot { actions[optional] cloud_tenant_id[optional]
        cloud_volume_id[optional] creation_time[optional] description[optional]
        ems_id[optional] ems_ref[optional] encrypted[optional] href id[optional]
        name[optional] size[optional] status[optional] type_ "type"[optional] }
    }
    ///A page of volume snapshots.
    #[derive(Clone, Debug)]
    pub struct VolumeSnapshotCollection {
        ///What the role of the caller may do with the collection. Absent if nothing is allowed.
        pub actions: ::std::option::Option<::std::vec::Vec<ActionLink>>,
        /**All records of this class in the whole system that are visible to the caller, regardless of parent and
filter. Do not paginate by it.*/
        pub count: i64,
        pub links: ::std::option::Option<CollectionLinks>,
        ///Name of the collection.
        pub name: ::std::string::String,
        ///Number of pages, computed from `subquery_count` if present, otherwise from `count`.
        pub pages: ::std::option::Option<i64>,
        ///The entries. Absent with `hide=resources`.
        pub resources: ::std::option::Option<::std::vec::Vec<VolumeSnapshot>>,
        ///Number of entries on this page.
        pub subcount: i64,
        /**Number of entries that match the filter within this parent, before pagination. Only sent if `filter[]` was
given.*/
        pub subquery_count: ::std::option::Option<i64>,
    }
    crate::fields::read_fields! {
        VolumeSnapshotCollection { actions count links name pages resources subcount
        subquery_count }
    }
    crate::fields::write_fields! {
        VolumeSnapshotCollection { actions[optional] count links[optional] name
        pages[optional] resources[optional] subcount subquery_count[optional] }
    }
    /**A new snapshot of a volume. Providers may take further keys, which are passed on; the forms with `resource` and
`resources` are accepted too but not described here.*/
    #[derive(Clone, Debug)]
    pub struct VolumeSnapshotCreation {
        pub action: ::std::option::Option<CreateAction>,
        ///Free text.
        pub description: ::std::option::Option<::std::string::String>,
        ///Name.
        pub name: ::std::string::String,
    }
    crate::fields::read_fields! {
        VolumeSnapshotCreation { action description name }
    }
    crate::fields::write_fields! {
        VolumeSnapshotCreation { action[optional] description[optional] name }
    }
    impl VolumeSnapshotCreation {
        #[inline]
        pub fn builder() -> builder::VolumeSnapshotCreation {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct Deletion {
            action: ::std::result::Result<super::DeleteAction, ::std::string::String>,
        }
        impl ::std::default::Default for Deletion {
            #[inline]
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                }
            }
        }
        impl Deletion {
            #[inline]
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::DeleteAction>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Deletion> for super::Deletion {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Deletion,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { action: value.action? })
            }
        }
        impl ::std::convert::From<super::Deletion> for Deletion {
            #[inline]
            fn from(value: super::Deletion) -> Self {
                Self { action: Ok(value.action) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct DeletionOfSeveral {
            action: ::std::result::Result<super::DeleteAction, ::std::string::String>,
            resources: ::std::result::Result<
                ::std::vec::Vec<super::ResourceReference>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for DeletionOfSeveral {
            #[inline]
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    resources: Err("no value supplied for resources".to_string()),
                }
            }
        }
        impl DeletionOfSeveral {
            #[inline]
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::DeleteAction>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            #[inline]
            pub fn resources<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ResourceReference>>,
                T::Error: ::std::fmt::Display,
            {
                self.resources = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resources: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<DeletionOfSeveral> for super::DeletionOfSeveral {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: DeletionOfSeveral,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    resources: value.resources?,
                })
            }
        }
        impl ::std::convert::From<super::DeletionOfSeveral> for DeletionOfSeveral {
            #[inline]
            fn from(value: super::DeletionOfSeveral) -> Self {
                Self {
                    action: Ok(value.action),
                    resources: Ok(value.resources),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ResourceReference {
            href: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ResourceReference {
            #[inline]
            fn default() -> Self {
                Self {
                    href: Ok(Default::default()),
                    id: Ok(Default::default()),
                }
            }
        }
        impl ResourceReference {
            #[inline]
            pub fn href<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.href = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for href: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<ResourceReference> for super::ResourceReference {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ResourceReference,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    href: value.href?,
                    id: value.id?,
                })
            }
        }
        impl ::std::convert::From<super::ResourceReference> for ResourceReference {
            #[inline]
            fn from(value: super::ResourceReference) -> Self {
                Self {
                    href: Ok(value.href),
                    id: Ok(value.id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotEntry {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            href: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            memory: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotEntry {
            #[inline]
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    href: Ok(Default::default()),
                    id: Ok(Default::default()),
                    memory: Ok(Default::default()),
                    name: Ok(Default::default()),
                }
            }
        }
        impl SnapshotEntry {
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
            pub fn href<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.href = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for href: {e}")
                    });
                self
            }
            #[inline]
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            #[inline]
            pub fn memory<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.memory = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for memory: {e}")
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
        }
        impl ::std::convert::TryFrom<SnapshotEntry> for super::SnapshotEntry {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotEntry,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    href: value.href?,
                    id: value.id?,
                    memory: value.memory?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotEntry> for SnapshotEntry {
            #[inline]
            fn from(value: super::SnapshotEntry) -> Self {
                Self {
                    description: Ok(value.description),
                    href: Ok(value.href),
                    id: Ok(value.id),
                    memory: Ok(value.memory),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SnapshotsChange {
            action: ::std::result::Result<
                ::std::option::Option<super::SnapshotsAction>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            memory: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            resource: ::std::result::Result<
                ::std::option::Option<super::SnapshotEntry>,
                ::std::string::String,
            >,
            resources: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<super::SnapshotEntry>>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SnapshotsChange {
            #[inline]
            fn default() -> Self {
                Self {
                    action: Ok(Default::default()),
                    description: Ok(Default::default()),
                    memory: Ok(Default::default()),
                    name: Ok(Default::default()),
                    resource: Ok(Default::default()),
                    resources: Ok(Default::default()),
                }
            }
        }
        impl SnapshotsChange {
            #[inline]
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::SnapshotsAction>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
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
            pub fn memory<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.memory = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for memory: {e}")
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
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::SnapshotEntry>>,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource: {e}")
                    });
                self
            }
            #[inline]
            pub fn resources<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<super::SnapshotEntry>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.resources = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resources: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SnapshotsChange> for super::SnapshotsChange {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SnapshotsChange,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    description: value.description?,
                    memory: value.memory?,
                    name: value.name?,
                    resource: value.resource?,
                    resources: value.resources?,
                })
            }
        }
        impl ::std::convert::From<super::SnapshotsChange> for SnapshotsChange {
            #[inline]
            fn from(value: super::SnapshotsChange) -> Self {
                Self {
                    action: Ok(value.action),
                    description: Ok(value.description),
                    memory: Ok(value.memory),
                    name: Ok(value.name),
                    resource: Ok(value.resource),
                    resources: Ok(value.resources),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TaskQuery {
            action: ::std::result::Result<super::QueryAction, ::std::string::String>,
            resources: ::std::result::Result<
                ::std::vec::Vec<super::ResourceReference>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TaskQuery {
            #[inline]
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    resources: Err("no value supplied for resources".to_string()),
                }
            }
        }
        impl TaskQuery {
            #[inline]
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::QueryAction>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            #[inline]
            pub fn resources<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ResourceReference>>,
                T::Error: ::std::fmt::Display,
            {
                self.resources = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resources: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TaskQuery> for super::TaskQuery {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: TaskQuery,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    resources: value.resources?,
                })
            }
        }
        impl ::std::convert::From<super::TaskQuery> for TaskQuery {
            #[inline]
            fn from(value: super::TaskQuery) -> Self {
                Self {
                    action: Ok(value.action),
                    resources: Ok(value.resources),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VmSnapshotChange {
            action: ::std::result::Result<
                super::VmSnapshotAction,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VmSnapshotChange {
            #[inline]
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                }
            }
        }
        impl VmSnapshotChange {
            #[inline]
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::VmSnapshotAction>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VmSnapshotChange> for super::VmSnapshotChange {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VmSnapshotChange,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { action: value.action? })
            }
        }
        impl ::std::convert::From<super::VmSnapshotChange> for VmSnapshotChange {
            #[inline]
            fn from(value: super::VmSnapshotChange) -> Self {
                Self { action: Ok(value.action) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VolumeActionOptions {
            backup_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            container: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            force: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            incremental: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VolumeActionOptions {
            #[inline]
            fn default() -> Self {
                Self {
                    backup_id: Ok(Default::default()),
                    container: Ok(Default::default()),
                    description: Ok(Default::default()),
                    force: Ok(Default::default()),
                    incremental: Ok(Default::default()),
                    name: Ok(Default::default()),
                }
            }
        }
        impl VolumeActionOptions {
            #[inline]
            pub fn backup_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.backup_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for backup_id: {e}")
                    });
                self
            }
            #[inline]
            pub fn container<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.container = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for container: {e}")
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
            pub fn force<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.force = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for force: {e}")
                    });
                self
            }
            #[inline]
            pub fn incremental<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.incremental = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for incremental: {e}")
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
        }
        impl ::std::convert::TryFrom<VolumeActionOptions>
        for super::VolumeActionOptions {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VolumeActionOptions,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    backup_id: value.backup_id?,
                    container: value.container?,
                    description: value.description?,
                    force: value.force?,
                    incremental: value.incremental?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::VolumeActionOptions> for VolumeActionOptions {
            #[inline]
            fn from(value: super::VolumeActionOptions) -> Self {
                Self {
                    backup_id: Ok(value.backup_id),
                    container: Ok(value.container),
                    description: Ok(value.description),
                    force: Ok(value.force),
                    incremental: Ok(value.incremental),
                    name: Ok(value.name),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VolumeAttachment {
            device: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            vm_id: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for VolumeAttachment {
            #[inline]
            fn default() -> Self {
                Self {
                    device: Ok(Default::default()),
                    vm_id: Err("no value supplied for vm_id".to_string()),
                }
            }
        }
        impl VolumeAttachment {
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
            pub fn vm_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.vm_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for vm_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VolumeAttachment> for super::VolumeAttachment {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VolumeAttachment,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    device: value.device?,
                    vm_id: value.vm_id?,
                })
            }
        }
        impl ::std::convert::From<super::VolumeAttachment> for VolumeAttachment {
            #[inline]
            fn from(value: super::VolumeAttachment) -> Self {
                Self {
                    device: Ok(value.device),
                    vm_id: Ok(value.vm_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VolumeChange {
            action: ::std::result::Result<super::VolumeAction, ::std::string::String>,
            resource: ::std::result::Result<
                ::std::option::Option<super::VolumeAttachment>,
                ::std::string::String,
            >,
            resources: ::std::result::Result<
                ::std::option::Option<super::VolumeActionOptions>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VolumeChange {
            #[inline]
            fn default() -> Self {
                Self {
                    action: Err("no value supplied for action".to_string()),
                    resource: Ok(Default::default()),
                    resources: Ok(Default::default()),
                }
            }
        }
        impl VolumeChange {
            #[inline]
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::VolumeAction>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
                    });
                self
            }
            #[inline]
            pub fn resource<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::VolumeAttachment>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.resource = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resource: {e}")
                    });
                self
            }
            #[inline]
            pub fn resources<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::VolumeActionOptions>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.resources = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for resources: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<VolumeChange> for super::VolumeChange {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VolumeChange,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    resource: value.resource?,
                    resources: value.resources?,
                })
            }
        }
        impl ::std::convert::From<super::VolumeChange> for VolumeChange {
            #[inline]
            fn from(value: super::VolumeChange) -> Self {
                Self {
                    action: Ok(value.action),
                    resource: Ok(value.resource),
                    resources: Ok(value.resources),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VolumeCreation {
            availability_zone_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            cloud_tenant_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            cloud_volume_snapshot_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            ems_id: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            size: ::std::result::Result<i64, ::std::string::String>,
            snapshot_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            volume_type: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for VolumeCreation {
            #[inline]
            fn default() -> Self {
                Self {
                    availability_zone_id: Ok(Default::default()),
                    cloud_tenant_id: Ok(Default::default()),
                    cloud_volume_snapshot_id: Ok(Default::default()),
                    description: Ok(Default::default()),
                    ems_id: Err("no value supplied for ems_id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    size: Err("no value supplied for size".to_string()),
                    snapshot_id: Ok(Default::default()),
                    volume_type: Ok(Default::default()),
                }
            }
        }
        impl VolumeCreation {
            #[inline]
            pub fn availability_zone_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.availability_zone_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for availability_zone_id: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn cloud_tenant_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.cloud_tenant_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for cloud_tenant_id: {e}"
                        )
                    });
                self
            }
            #[inline]
            pub fn cloud_volume_snapshot_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.cloud_volume_snapshot_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for cloud_volume_snapshot_id: {e}"
                        )
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
            pub fn ems_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.ems_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ems_id: {e}")
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
            pub fn snapshot_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
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
        impl ::std::convert::TryFrom<VolumeCreation> for super::VolumeCreation {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VolumeCreation,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    availability_zone_id: value.availability_zone_id?,
                    cloud_tenant_id: value.cloud_tenant_id?,
                    cloud_volume_snapshot_id: value.cloud_volume_snapshot_id?,
                    description: value.description?,
                    ems_id: value.ems_id?,
                    name: value.name?,
                    size: value.size?,
                    snapshot_id: value.snapshot_id?,
                    volume_type: value.volume_type?,
                })
            }
        }
        impl ::std::convert::From<super::VolumeCreation> for VolumeCreation {
            #[inline]
            fn from(value: super::VolumeCreation) -> Self {
                Self {
                    availability_zone_id: Ok(value.availability_zone_id),
                    cloud_tenant_id: Ok(value.cloud_tenant_id),
                    cloud_volume_snapshot_id: Ok(value.cloud_volume_snapshot_id),
                    description: Ok(value.description),
                    ems_id: Ok(value.ems_id),
                    name: Ok(value.name),
                    size: Ok(value.size),
                    snapshot_id: Ok(value.snapshot_id),
                    volume_type: Ok(value.volume_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct VolumeSnapshotCreation {
            action: ::std::result::Result<
                ::std::option::Option<super::CreateAction>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for VolumeSnapshotCreation {
            #[inline]
            fn default() -> Self {
                Self {
                    action: Ok(Default::default()),
                    description: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl VolumeSnapshotCreation {
            #[inline]
            pub fn action<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::CreateAction>>,
                T::Error: ::std::fmt::Display,
            {
                self.action = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for action: {e}")
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
        impl ::std::convert::TryFrom<VolumeSnapshotCreation>
        for super::VolumeSnapshotCreation {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: VolumeSnapshotCreation,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    action: value.action?,
                    description: value.description?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::VolumeSnapshotCreation>
        for VolumeSnapshotCreation {
            #[inline]
            fn from(value: super::VolumeSnapshotCreation) -> Self {
                Self {
                    action: Ok(value.action),
                    description: Ok(value.description),
                    name: Ok(value.name),
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
/**Client for ManageIQ snapshots and backups (unofficial)

Snapshots and volume backups of ManageIQ. Unofficial: not affiliated with or endorsed by the ManageIQ project. See the tag "Guide" for usage.

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
    /**Get the entry point

Information on the server, on the caller and their group, and on the available collections. Requires a login,
but no product feature: a cheap check of credentials.

Sends a `GET` request to `/`

Arguments:
- `attributes`: Additional parts of the response, separated by commas. `authorization` adds the features of the role.
```text
let response = client.get_entry_point()
    .attributes(attributes)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_entry_point(&self) -> builder::GetEntryPoint<'_> {
        builder::GetEntryPoint::new(self)
    }
    /**Get a token

Exchanges the credentials of this request for a token to send as `X-Auth-Token`. Each use extends its lifetime,
unless the header `X-Auth-Skip-Token-Renewal: true` is sent.

Marked as safe and idempotent although each request creates another token: nothing that a user owns is changed,
unused tokens expire on their own after ten minutes, and any request with a token touches the same store. The
response is a secret: keep it out of logs.

Sends a `GET` request to `/auth`

Arguments:
- `requester_type`: What the token is for. `api` is the default; a `ws` token (web sockets) is refused by the API
itself. Anything else is a 400.
```text
let response = client.get_token()
    .requester_type(requester_type)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_token(&self) -> builder::GetToken<'_> {
        builder::GetToken::new(self)
    }
    /**Revoke the token

Invalidates the token in `X-Auth-Token`. Without that header there is nothing to revoke; the response in that
case was not seen.

Sends a `DELETE` request to `/auth`

```text
let response = client.delete_token()
    .send()
    .await;
```*/
    #[inline]
    pub fn delete_token(&self) -> builder::DeleteToken<'_> {
        builder::DeleteToken::new(self)
    }
    /**List machines

Machines of both infrastructure providers and clouds. Archived and orphaned machines are included:
`filter[]=archived=false` excludes them. With `expand=resources,snapshots` each machine contains its snapshots.
Needs `vm_show_list` or `sui_vm_details_view`.

Sends a `GET` request to `/vms`

Arguments:
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
- `by_tag`: Tags that an entry must have, separated by commas, without the leading `/managed`.
- `collection_class`: Ruby class, to restrict the collection to its records. A class that does not match is a 400.
- `expand`: Names, separated by commas. `resources` expands the references in a list into records; on machines the name of a
subcollection embeds it (`snapshots`). Unknown names are ignored.
- `filter`: One condition, `attribute operator value`; repeatable. Conditions are joined by AND; one that starts with `or `
is an alternative to all the others together. The brackets are part of the name: `filter=` without them is a
500.

- Operators: `=` `!=` `<` `<=` `>` `>=`; `==` `!==` compare without wildcards; `=~` `!~` take a regular
  expression between slashes; `=[a,b]` is any of.
- `NULL` or `nil` after `=` or `!=` tests whether the value is unset.
- `*` and `%` are wildcards only after `=` or `!=` and only in a quoted value, `name='web*'`. Unquoted they are
  compared literally and match nothing.
- Times, unquoted, support only `=`, `<` and `>`.
- The attribute may belong to a relation, one level deep: `host.name`.
- `hide`: Omits a key from the response. Only `resources` is supported, which leaves just the counts.
- `limit`: Entries per page. Default 1000, which is also the maximum: a larger value is reduced silently (a server setting,
`max_results_per_page`). 0 is a 400.
- `offset`: Number of entries to skip. Default 0.
- `sort_by`: Columns to sort by, separated by commas. There is no order without it: sort (for example by `id`) when
paginating. A name that the database cannot sort by is a 400.
- `sort_options`: Sort options, separated by commas. Only `ignore_case` is known; it affects only entries of `sort_by` that have a
`sort_order`.
- `sort_order`: Sort orders, separated by commas, one for each entry of `sort_by`. `desc` and `descending` sort in descending
order, anything else in ascending order.
```text
let response = client.list_vms()
    .attributes(attributes)
    .by_tag(by_tag)
    .collection_class(collection_class)
    .expand(expand)
    .filter(filter)
    .hide(hide)
    .limit(limit)
    .offset(offset)
    .sort_by(sort_by)
    .sort_options(sort_options)
    .sort_order(sort_order)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_vms(&self) -> builder::ListVms<'_> {
        builder::ListVms::new(self)
    }
    /**Get the metadata of machines

Names of columns, computed attributes, relations and subcollections of the machine model: a generic client can
use it to find `snapshots`. Works without a login.

Sends a `OPTIONS` request to `/vms`

```text
let response = client.describe_vms()
    .send()
    .await;
```*/
    #[inline]
    pub fn describe_vms(&self) -> builder::DescribeVms<'_> {
        builder::DescribeVms::new(self)
    }
    /**Get one machine

`expand=snapshots` embeds all its snapshots. A template is not found here. Needs `vm_show` or
`sui_vm_details_view`.

Sends a `GET` request to `/vms/{vm_id}`

Arguments:
- `vm_id`: ID of the machine. Cloud instances are available here too.
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
- `expand`: Names, separated by commas. `resources` expands the references in a list into records; on machines the name of a
subcollection embeds it (`snapshots`). Unknown names are ignored.
```text
let response = client.get_vm()
    .vm_id(vm_id)
    .attributes(attributes)
    .expand(expand)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_vm(&self) -> builder::GetVm<'_> {
        builder::GetVm::new(self)
    }
    /**List the snapshots of a VM

Unless expanded, the entries contain only `href`; `expand=resources` returns full records.

To read all of them, do not rely on `count`, `pages` or `links.next`, which count the snapshots of every
machine. Sort by `id`, send `filter[]=id>0`, and continue until `subquery_count` entries have been read; or
continue until a page is empty.

Needs `vm_snapshot_view` or `sui_vm_snapshots_view`.

Sends a `GET` request to `/vms/{vm_id}/snapshots`

Arguments:
- `vm_id`: ID of the machine. Cloud instances are available here too.
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
- `expand`: Names, separated by commas. `resources` expands the references in a list into records; on machines the name of a
subcollection embeds it (`snapshots`). Unknown names are ignored.
- `filter`: One condition, `attribute operator value`; repeatable. Conditions are joined by AND; one that starts with `or `
is an alternative to all the others together. The brackets are part of the name: `filter=` without them is a
500.

- Operators: `=` `!=` `<` `<=` `>` `>=`; `==` `!==` compare without wildcards; `=~` `!~` take a regular
  expression between slashes; `=[a,b]` is any of.
- `NULL` or `nil` after `=` or `!=` tests whether the value is unset.
- `*` and `%` are wildcards only after `=` or `!=` and only in a quoted value, `name='web*'`. Unquoted they are
  compared literally and match nothing.
- Times, unquoted, support only `=`, `<` and `>`.
- The attribute may belong to a relation, one level deep: `host.name`.
- `hide`: Omits a key from the response. Only `resources` is supported, which leaves just the counts.
- `limit`: Entries per page. Default 1000, which is also the maximum: a larger value is reduced silently (a server setting,
`max_results_per_page`). 0 is a 400.
- `offset`: Number of entries to skip. Default 0.
- `sort_by`: Columns to sort by, separated by commas. There is no order without it: sort (for example by `id`) when
paginating. A name that the database cannot sort by is a 400.
- `sort_options`: Sort options, separated by commas. Only `ignore_case` is known; it affects only entries of `sort_by` that have a
`sort_order`.
- `sort_order`: Sort orders, separated by commas, one for each entry of `sort_by`. `desc` and `descending` sort in descending
order, anything else in ascending order.
```text
let response = client.list_vm_snapshots()
    .vm_id(vm_id)
    .attributes(attributes)
    .expand(expand)
    .filter(filter)
    .hide(hide)
    .limit(limit)
    .offset(offset)
    .sort_by(sort_by)
    .sort_options(sort_options)
    .sort_order(sort_order)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_vm_snapshots(&self) -> builder::ListVmSnapshots<'_> {
        builder::ListVmSnapshots::new(self)
    }
    /**Create or delete snapshots of a VM

One path for several operations, distinguished by the body: create one, create several, delete several, delete
one. Reverting is not possible here.

- Create one: the fields of the snapshot, alone or together with `"action": "create"`, or `action` with a
  `resource`. Always one entry in `results`; 400 if refused.
- Create or delete several: `action` with `resources`. Always 200: **check each `success`**. Blank entries are
  returned as `null`.
- Delete one: `action` with a `resource`. One entry in `results`; 400 if refused.

The response contains tasks, never the ID of a new snapshot; it is 200, not 201 or 202. The task of a create may
succeed although no snapshot is created (a policy can veto it, the provider can fail): look for the new record,
and check `/notifications`. There is no idempotency key: a repeated create creates a second snapshot.

Creating needs `vm_snapshot_add` or `sui_vm_snapshot_create`, deleting `vm_snapshot_delete` or
`sui_vm_snapshot_delete`.

Sends a `POST` request to `/vms/{vm_id}/snapshots`

Arguments:
- `vm_id`: ID of the machine. Cloud instances are available here too.
- `body`
```text
let response = client.change_vm_snapshots()
    .vm_id(vm_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn change_vm_snapshots(&self) -> builder::ChangeVmSnapshots<'_> {
        builder::ChangeVmSnapshots::new(self)
    }
    /**Get the form for a snapshot of a VM

Says which fields a new snapshot takes on the provider of this VM: whether a name is expected, whether memory
can be included. Works without a login, but the machine must exist. A provider without a form is a 400. The
lists returned with the form describe the machine model.

Sends a `OPTIONS` request to `/vms/{vm_id}/snapshots`

Arguments:
- `vm_id`: ID of the machine. Cloud instances are available here too.
```text
let response = client.describe_vm_snapshots()
    .vm_id(vm_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn describe_vm_snapshots(&self) -> builder::DescribeVmSnapshots<'_> {
        builder::DescribeVmSnapshots::new(self)
    }
    /**Get one snapshot of a VM

**The machine in the path is not compared**: a snapshot of another machine is found too, with an `href` built
from the path. Compare `vm_or_template_id`.

Needs `vm_snapshot_view` or `sui_vm_snapshots_view`.

Sends a `GET` request to `/vms/{vm_id}/snapshots/{snapshot_id}`

Arguments:
- `vm_id`: ID of the machine. Cloud instances are available here too.
- `snapshot_id`: ID of the snapshot. The server does not check that it belongs to the machine in the path.
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
```text
let response = client.get_vm_snapshot()
    .vm_id(vm_id)
    .snapshot_id(snapshot_id)
    .attributes(attributes)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_vm_snapshot(&self) -> builder::GetVmSnapshot<'_> {
        builder::GetVmSnapshot::new(self)
    }
    /**Revert to or delete a snapshot of a VM

`revert` restores the machine to the snapshot: everything since then is lost. `delete` removes the snapshot.

Both respond with 200 and a task if accepted, and with 400 if the machine or its provider refuses. An unknown
snapshot is a 404 for `delete` but a 400 (`success: false`) for `revert`. OpenStack cannot revert; oVirt only
with the machine powered off; vCloud cannot delete. The machine in the path is not compared with that of the
snapshot: check first.

Reverting needs `vm_snapshot_revert`, deleting `vm_snapshot_delete` or `sui_vm_snapshot_delete`.

On releases before spassky-1 the tasks of these actions could stay `Active` without ever reaching the provider.

Sends a `POST` request to `/vms/{vm_id}/snapshots/{snapshot_id}`

Arguments:
- `vm_id`: ID of the machine. Cloud instances are available here too.
- `snapshot_id`: ID of the snapshot. The server does not check that it belongs to the machine in the path.
- `body`
```text
let response = client.act_on_vm_snapshot()
    .vm_id(vm_id)
    .snapshot_id(snapshot_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn act_on_vm_snapshot(&self) -> builder::ActOnVmSnapshot<'_> {
        builder::ActOnVmSnapshot::new(self)
    }
    /**Delete a VM snapshot (no result reported)

**204 does not mean that anything will happen**: a refusal by the machine or its provider is discarded, and no
task is named. The action `delete` of the POST method reports the actual outcome; prefer it.

Needs `vm_snapshot_delete` or `sui_vm_snapshot_delete`.

Sends a `DELETE` request to `/vms/{vm_id}/snapshots/{snapshot_id}`

Arguments:
- `vm_id`: ID of the machine. Cloud instances are available here too.
- `snapshot_id`: ID of the snapshot. The server does not check that it belongs to the machine in the path.
```text
let response = client.delete_vm_snapshot()
    .vm_id(vm_id)
    .snapshot_id(snapshot_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn delete_vm_snapshot(&self) -> builder::DeleteVmSnapshot<'_> {
        builder::DeleteVmSnapshot::new(self)
    }
    /**List cloud instances

Machines of clouds only; they are also available under `/vms`, with the same ID. Needs `instance_show_list`.

Sends a `GET` request to `/instances`

Arguments:
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
- `by_tag`: Tags that an entry must have, separated by commas, without the leading `/managed`.
- `collection_class`: Ruby class, to restrict the collection to its records. A class that does not match is a 400.
- `expand`: Names, separated by commas. `resources` expands the references in a list into records; on machines the name of a
subcollection embeds it (`snapshots`). Unknown names are ignored.
- `filter`: One condition, `attribute operator value`; repeatable. Conditions are joined by AND; one that starts with `or `
is an alternative to all the others together. The brackets are part of the name: `filter=` without them is a
500.

- Operators: `=` `!=` `<` `<=` `>` `>=`; `==` `!==` compare without wildcards; `=~` `!~` take a regular
  expression between slashes; `=[a,b]` is any of.
- `NULL` or `nil` after `=` or `!=` tests whether the value is unset.
- `*` and `%` are wildcards only after `=` or `!=` and only in a quoted value, `name='web*'`. Unquoted they are
  compared literally and match nothing.
- Times, unquoted, support only `=`, `<` and `>`.
- The attribute may belong to a relation, one level deep: `host.name`.
- `hide`: Omits a key from the response. Only `resources` is supported, which leaves just the counts.
- `limit`: Entries per page. Default 1000, which is also the maximum: a larger value is reduced silently (a server setting,
`max_results_per_page`). 0 is a 400.
- `offset`: Number of entries to skip. Default 0.
- `sort_by`: Columns to sort by, separated by commas. There is no order without it: sort (for example by `id`) when
paginating. A name that the database cannot sort by is a 400.
- `sort_options`: Sort options, separated by commas. Only `ignore_case` is known; it affects only entries of `sort_by` that have a
`sort_order`.
- `sort_order`: Sort orders, separated by commas, one for each entry of `sort_by`. `desc` and `descending` sort in descending
order, anything else in ascending order.
```text
let response = client.list_instances()
    .attributes(attributes)
    .by_tag(by_tag)
    .collection_class(collection_class)
    .expand(expand)
    .filter(filter)
    .hide(hide)
    .limit(limit)
    .offset(offset)
    .sort_by(sort_by)
    .sort_options(sort_options)
    .sort_order(sort_order)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_instances(&self) -> builder::ListInstances<'_> {
        builder::ListInstances::new(self)
    }
    /**Get the metadata of cloud instances

Names of columns, computed attributes, relations and subcollections of the machine model: a generic client can
use it to find `snapshots`. Works without a login.

Sends a `OPTIONS` request to `/instances`

```text
let response = client.describe_instances()
    .send()
    .await;
```*/
    #[inline]
    pub fn describe_instances(&self) -> builder::DescribeInstances<'_> {
        builder::DescribeInstances::new(self)
    }
    /**Get one cloud instance

`expand=snapshots` embeds all its snapshots. Needs `instance_show`.

Sends a `GET` request to `/instances/{instance_id}`

Arguments:
- `instance_id`: ID of the cloud instance, the same as under `/vms`.
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
- `expand`: Names, separated by commas. `resources` expands the references in a list into records; on machines the name of a
subcollection embeds it (`snapshots`). Unknown names are ignored.
```text
let response = client.get_instance()
    .instance_id(instance_id)
    .attributes(attributes)
    .expand(expand)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_instance(&self) -> builder::GetInstance<'_> {
        builder::GetInstance::new(self)
    }
    /**List the snapshots of an instance

Unless expanded, the entries contain only `href`; `expand=resources` returns full records.

To read all of them, do not rely on `count`, `pages` or `links.next`, which count the snapshots of every
machine. Sort by `id`, send `filter[]=id>0`, and continue until `subquery_count` entries have been read; or
continue until a page is empty.

Needs `cloud_volume_snapshot_view`.

Sends a `GET` request to `/instances/{instance_id}/snapshots`

Arguments:
- `instance_id`: ID of the cloud instance, the same as under `/vms`.
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
- `expand`: Names, separated by commas. `resources` expands the references in a list into records; on machines the name of a
subcollection embeds it (`snapshots`). Unknown names are ignored.
- `filter`: One condition, `attribute operator value`; repeatable. Conditions are joined by AND; one that starts with `or `
is an alternative to all the others together. The brackets are part of the name: `filter=` without them is a
500.

- Operators: `=` `!=` `<` `<=` `>` `>=`; `==` `!==` compare without wildcards; `=~` `!~` take a regular
  expression between slashes; `=[a,b]` is any of.
- `NULL` or `nil` after `=` or `!=` tests whether the value is unset.
- `*` and `%` are wildcards only after `=` or `!=` and only in a quoted value, `name='web*'`. Unquoted they are
  compared literally and match nothing.
- Times, unquoted, support only `=`, `<` and `>`.
- The attribute may belong to a relation, one level deep: `host.name`.
- `hide`: Omits a key from the response. Only `resources` is supported, which leaves just the counts.
- `limit`: Entries per page. Default 1000, which is also the maximum: a larger value is reduced silently (a server setting,
`max_results_per_page`). 0 is a 400.
- `offset`: Number of entries to skip. Default 0.
- `sort_by`: Columns to sort by, separated by commas. There is no order without it: sort (for example by `id`) when
paginating. A name that the database cannot sort by is a 400.
- `sort_options`: Sort options, separated by commas. Only `ignore_case` is known; it affects only entries of `sort_by` that have a
`sort_order`.
- `sort_order`: Sort orders, separated by commas, one for each entry of `sort_by`. `desc` and `descending` sort in descending
order, anything else in ascending order.
```text
let response = client.list_instance_snapshots()
    .instance_id(instance_id)
    .attributes(attributes)
    .expand(expand)
    .filter(filter)
    .hide(hide)
    .limit(limit)
    .offset(offset)
    .sort_by(sort_by)
    .sort_options(sort_options)
    .sort_order(sort_order)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_instance_snapshots(&self) -> builder::ListInstanceSnapshots<'_> {
        builder::ListInstanceSnapshots::new(self)
    }
    /**Create or delete snapshots of an instance

One path for several operations, distinguished by the body: create one, create several, delete several, delete
one. Reverting is not possible here.

- Create one: the fields of the snapshot, alone or together with `"action": "create"`, or `action` with a
  `resource`. Always one entry in `results`; 400 if refused.
- Create or delete several: `action` with `resources`. Always 200: **check each `success`**. Blank entries are
  returned as `null`.
- Delete one: `action` with a `resource`. One entry in `results`; 400 if refused.

The response contains tasks, never the ID of a new snapshot; it is 200, not 201 or 202. The task of a create may
succeed although no snapshot is created (a policy can veto it, the provider can fail): look for the new record,
and check `/notifications`. There is no idempotency key: a repeated create creates a second snapshot.

Creating needs `cloud_volume_snapshot_create`, deleting `cloud_volume_snapshot_delete`.

Sends a `POST` request to `/instances/{instance_id}/snapshots`

Arguments:
- `instance_id`: ID of the cloud instance, the same as under `/vms`.
- `body`
```text
let response = client.change_instance_snapshots()
    .instance_id(instance_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn change_instance_snapshots(&self) -> builder::ChangeInstanceSnapshots<'_> {
        builder::ChangeInstanceSnapshots::new(self)
    }
    /**Get the form for a snapshot of an instance

Says which fields a new snapshot takes on the provider of this instance: whether a name is expected, whether
memory can be included. Works without a login, but the machine must exist. A provider without a form is a 400.
The lists returned with the form describe the machine model.

Sends a `OPTIONS` request to `/instances/{instance_id}/snapshots`

Arguments:
- `instance_id`: ID of the cloud instance, the same as under `/vms`.
```text
let response = client.describe_instance_snapshots()
    .instance_id(instance_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn describe_instance_snapshots(&self) -> builder::DescribeInstanceSnapshots<'_> {
        builder::DescribeInstanceSnapshots::new(self)
    }
    /**Get one snapshot of an instance

**The machine in the path is not compared**: a snapshot of another machine is found too, with an `href` built
from the path. Compare `vm_or_template_id`.

Needs `cloud_volume_snapshot_view`.

Sends a `GET` request to `/instances/{instance_id}/snapshots/{snapshot_id}`

Arguments:
- `instance_id`: ID of the cloud instance, the same as under `/vms`.
- `snapshot_id`: ID of the snapshot. The server does not check that it belongs to the machine in the path.
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
```text
let response = client.get_instance_snapshot()
    .instance_id(instance_id)
    .snapshot_id(snapshot_id)
    .attributes(attributes)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_instance_snapshot(&self) -> builder::GetInstanceSnapshot<'_> {
        builder::GetInstanceSnapshot::new(self)
    }
    /**Delete a snapshot of an instance

`delete` removes the snapshot: 200 with a task if accepted, 400 if the machine or its provider refuses, 404 for
an unknown snapshot. Instances do not support `revert`; it is a 400 here, although the same machine under `/vms`
has it, where the provider decides. The machine in the path is not compared with that of the snapshot: check
first.

Needs `cloud_volume_snapshot_delete`.

On releases before spassky-1 the tasks of these actions could stay `Active` without ever reaching the provider.

Sends a `POST` request to `/instances/{instance_id}/snapshots/{snapshot_id}`

Arguments:
- `instance_id`: ID of the cloud instance, the same as under `/vms`.
- `snapshot_id`: ID of the snapshot. The server does not check that it belongs to the machine in the path.
- `body`
```text
let response = client.act_on_instance_snapshot()
    .instance_id(instance_id)
    .snapshot_id(snapshot_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn act_on_instance_snapshot(&self) -> builder::ActOnInstanceSnapshot<'_> {
        builder::ActOnInstanceSnapshot::new(self)
    }
    /**Delete an instance snapshot (no result reported)

**204 does not mean that anything will happen**: a refusal by the machine or its provider is discarded, and no
task is named. The action `delete` of the POST method reports the actual outcome; prefer it.

Needs `cloud_volume_snapshot_delete`.

Sends a `DELETE` request to `/instances/{instance_id}/snapshots/{snapshot_id}`

Arguments:
- `instance_id`: ID of the cloud instance, the same as under `/vms`.
- `snapshot_id`: ID of the snapshot. The server does not check that it belongs to the machine in the path.
```text
let response = client.delete_instance_snapshot()
    .instance_id(instance_id)
    .snapshot_id(snapshot_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn delete_instance_snapshot(&self) -> builder::DeleteInstanceSnapshot<'_> {
        builder::DeleteInstanceSnapshot::new(self)
    }
    /**List tasks

Finished tasks are kept for a week. Needs `miq_task_all_ui`, or `miq_task_my_ui` for the caller's own tasks; a
role limited to snapshots gets a 403 for its own tasks.

Sends a `GET` request to `/tasks`

Arguments:
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
- `expand`: Names, separated by commas. `resources` expands the references in a list into records; on machines the name of a
subcollection embeds it (`snapshots`). Unknown names are ignored.
- `filter`: One condition, `attribute operator value`; repeatable. Conditions are joined by AND; one that starts with `or `
is an alternative to all the others together. The brackets are part of the name: `filter=` without them is a
500.

- Operators: `=` `!=` `<` `<=` `>` `>=`; `==` `!==` compare without wildcards; `=~` `!~` take a regular
  expression between slashes; `=[a,b]` is any of.
- `NULL` or `nil` after `=` or `!=` tests whether the value is unset.
- `*` and `%` are wildcards only after `=` or `!=` and only in a quoted value, `name='web*'`. Unquoted they are
  compared literally and match nothing.
- Times, unquoted, support only `=`, `<` and `>`.
- The attribute may belong to a relation, one level deep: `host.name`.
- `hide`: Omits a key from the response. Only `resources` is supported, which leaves just the counts.
- `limit`: Entries per page. Default 1000, which is also the maximum: a larger value is reduced silently (a server setting,
`max_results_per_page`). 0 is a 400.
- `offset`: Number of entries to skip. Default 0.
- `sort_by`: Columns to sort by, separated by commas. There is no order without it: sort (for example by `id`) when
paginating. A name that the database cannot sort by is a 400.
- `sort_options`: Sort options, separated by commas. Only `ignore_case` is known; it affects only entries of `sort_by` that have a
`sort_order`.
- `sort_order`: Sort orders, separated by commas, one for each entry of `sort_by`. `desc` and `descending` sort in descending
order, anything else in ascending order.
```text
let response = client.list_tasks()
    .attributes(attributes)
    .expand(expand)
    .filter(filter)
    .hide(hide)
    .limit(limit)
    .offset(offset)
    .sort_by(sort_by)
    .sort_options(sort_options)
    .sort_order(sort_order)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_tasks(&self) -> builder::ListTasks<'_> {
        builder::ListTasks::new(self)
    }
    /**Get several tasks at once

Only reads: safe and repeatable despite the method. A task that does not exist, or that is not visible to the
caller, most likely makes the whole request fail with 404. The same path also takes `delete` for several tasks;
that is not described here. Needs `miq_task_all_ui`, or `miq_task_my_ui` for the caller's own tasks; a role
limited to snapshots gets a 403 for its own tasks.

Sends a `POST` request to `/tasks`

```text
let response = client.query_tasks()
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn query_tasks(&self) -> builder::QueryTasks<'_> {
        builder::QueryTasks::new(self)
    }
    /**Get a task

A failed task is a 200 too: check `status` once `state` is `Finished`. Active tasks are ended with an error
after six hours. Needs `miq_task_all_ui`, or `miq_task_my_ui` for the caller's own tasks; a role limited to
snapshots gets a 403 for its own tasks.

Sends a `GET` request to `/tasks/{task_id}`

Arguments:
- `task_id`: ID of the task.
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
```text
let response = client.get_task()
    .task_id(task_id)
    .attributes(attributes)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_task(&self) -> builder::GetTask<'_> {
        builder::GetTask::new(self)
    }
    /**Delete a task by action

Removes the record of the task, not the work. Deleting it again is a 404, so a retry does no harm. Needs
`miq_task_all_ui`, or `miq_task_my_ui` for the caller's own tasks; a role limited to snapshots gets a 403 for
its own tasks.

Sends a `POST` request to `/tasks/{task_id}`

Arguments:
- `task_id`: ID of the task.
- `body`
```text
let response = client.act_on_task()
    .task_id(task_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn act_on_task(&self) -> builder::ActOnTask<'_> {
        builder::ActOnTask::new(self)
    }
    /**Delete a task

204 even if the task is active and remains. Needs `miq_task_all_ui`, or `miq_task_my_ui` for the caller's own
tasks; a role limited to snapshots gets a 403 for its own tasks.

Sends a `DELETE` request to `/tasks/{task_id}`

Arguments:
- `task_id`: ID of the task.
```text
let response = client.delete_task()
    .task_id(task_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn delete_task(&self) -> builder::DeleteTask<'_> {
        builder::DeleteTask::new(self)
    }
    /**List the notifications of the caller

Shows failures that no task reports: after a failed create the provider code leaves one of the type "failed to
create snapshot", whose `bindings` name the machine (`subject`), the operation (`snapshot_op`) and the reason
(`error`). Not every provider does, and in the code that was read a policy veto only goes to the server's log:
the absence of a notification proves nothing.

Query with `expand=resources&attributes=details`, and sort by `id` to find new ones. Those on snapshots are kept
for a day. No product feature is needed.

Sends a `GET` request to `/notifications`

Arguments:
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
- `expand`: Names, separated by commas. `resources` expands the references in a list into records; on machines the name of a
subcollection embeds it (`snapshots`). Unknown names are ignored.
- `filter`: One condition, `attribute operator value`; repeatable. Conditions are joined by AND; one that starts with `or `
is an alternative to all the others together. The brackets are part of the name: `filter=` without them is a
500.

- Operators: `=` `!=` `<` `<=` `>` `>=`; `==` `!==` compare without wildcards; `=~` `!~` take a regular
  expression between slashes; `=[a,b]` is any of.
- `NULL` or `nil` after `=` or `!=` tests whether the value is unset.
- `*` and `%` are wildcards only after `=` or `!=` and only in a quoted value, `name='web*'`. Unquoted they are
  compared literally and match nothing.
- Times, unquoted, support only `=`, `<` and `>`.
- The attribute may belong to a relation, one level deep: `host.name`.
- `hide`: Omits a key from the response. Only `resources` is supported, which leaves just the counts.
- `limit`: Entries per page. Default 1000, which is also the maximum: a larger value is reduced silently (a server setting,
`max_results_per_page`). 0 is a 400.
- `offset`: Number of entries to skip. Default 0.
- `sort_by`: Columns to sort by, separated by commas. There is no order without it: sort (for example by `id`) when
paginating. A name that the database cannot sort by is a 400.
- `sort_options`: Sort options, separated by commas. Only `ignore_case` is known; it affects only entries of `sort_by` that have a
`sort_order`.
- `sort_order`: Sort orders, separated by commas, one for each entry of `sort_by`. `desc` and `descending` sort in descending
order, anything else in ascending order.
```text
let response = client.list_notifications()
    .attributes(attributes)
    .expand(expand)
    .filter(filter)
    .hide(hide)
    .limit(limit)
    .offset(offset)
    .sort_by(sort_by)
    .sort_options(sort_options)
    .sort_order(sort_order)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_notifications(&self) -> builder::ListNotifications<'_> {
        builder::ListNotifications::new(self)
    }
    /**List volumes

Needs `cloud_volume_show_list`.

Sends a `GET` request to `/cloud_volumes`

Arguments:
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
- `expand`: Names, separated by commas. `resources` expands the references in a list into records; on machines the name of a
subcollection embeds it (`snapshots`). Unknown names are ignored.
- `filter`: One condition, `attribute operator value`; repeatable. Conditions are joined by AND; one that starts with `or `
is an alternative to all the others together. The brackets are part of the name: `filter=` without them is a
500.

- Operators: `=` `!=` `<` `<=` `>` `>=`; `==` `!==` compare without wildcards; `=~` `!~` take a regular
  expression between slashes; `=[a,b]` is any of.
- `NULL` or `nil` after `=` or `!=` tests whether the value is unset.
- `*` and `%` are wildcards only after `=` or `!=` and only in a quoted value, `name='web*'`. Unquoted they are
  compared literally and match nothing.
- Times, unquoted, support only `=`, `<` and `>`.
- The attribute may belong to a relation, one level deep: `host.name`.
- `hide`: Omits a key from the response. Only `resources` is supported, which leaves just the counts.
- `limit`: Entries per page. Default 1000, which is also the maximum: a larger value is reduced silently (a server setting,
`max_results_per_page`). 0 is a 400.
- `offset`: Number of entries to skip. Default 0.
- `sort_by`: Columns to sort by, separated by commas. There is no order without it: sort (for example by `id`) when
paginating. A name that the database cannot sort by is a 400.
- `sort_options`: Sort options, separated by commas. Only `ignore_case` is known; it affects only entries of `sort_by` that have a
`sort_order`.
- `sort_order`: Sort orders, separated by commas, one for each entry of `sort_by`. `desc` and `descending` sort in descending
order, anything else in ascending order.
```text
let response = client.list_volumes()
    .attributes(attributes)
    .expand(expand)
    .filter(filter)
    .hide(hide)
    .limit(limit)
    .offset(offset)
    .sort_by(sort_by)
    .sort_options(sort_options)
    .sort_order(sort_order)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_volumes(&self) -> builder::ListVolumes<'_> {
        builder::ListVolumes::new(self)
    }
    /**Create a volume, optionally from a volume snapshot

Queues the create. To create a volume from a snapshot, name the snapshot with the key that the provider takes:
`snapshot_id` for OpenStack, `cloud_volume_snapshot_id` where the form has that field (Amazon). This is how a
volume snapshot is restored: nothing writes one back to its volume.

The `href` in the response ends without an ID: look for the new record. The task covers the request to the
provider; the record appears with the next inventory. An unknown provider is a 404, one that cannot do it a 400
with `error`, a body without a provider a 400 with `results`. Needs `cloud_volume_new`.

Sends a `POST` request to `/cloud_volumes`

```text
let response = client.create_volume()
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn create_volume(&self) -> builder::CreateVolume<'_> {
        builder::CreateVolume::new(self)
    }
    /**Get the metadata of volumes and the form for a new one

With `ems_id` the response contains the form that this provider uses for a new volume; without it only the lists
of names. Works without a login. A provider that cannot create volumes is a 400.

Sends a `OPTIONS` request to `/cloud_volumes`

Arguments:
- `ems_id`: ID of the provider that will hold the volume, as in `ems_id` of its volumes.
```text
let response = client.describe_volumes()
    .ems_id(ems_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn describe_volumes(&self) -> builder::DescribeVolumes<'_> {
        builder::DescribeVolumes::new(self)
    }
    /**Get one volume

Backups have no path of their own: `attributes=name,cloud_volume_backups` is the only way to see them. Needs
`cloud_volume_show`.

Sends a `GET` request to `/cloud_volumes/{volume_id}`

Arguments:
- `volume_id`: ID of the cloud volume.
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
```text
let response = client.get_volume()
    .volume_id(volume_id)
    .attributes(attributes)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_volume(&self) -> builder::GetVolume<'_> {
        builder::GetVolume::new(self)
    }
    /**Back up, restore, attach, detach or delete a volume

`create_backup` creates a backup; `restore_backup` writes one back to the volume, whose current content is lost.
Only OpenStack Cinder is known to support it. `attach` and `detach` attach the volume to a machine and detach
it; `delete` deletes it. Their tasks cover the request to the provider.

**200 does not mean accepted** for backups: since the body has a key `resources`, refusals have status 200 as
well, with `success: false`; an ID that is not a backup of this volume is reported with the text of a Ruby
error. OpenStack only starts the backup when the task ends: watch its `status`. According to the code, nesting
the options again, `"resource": {"resources": {...}}`, gives a 400 for refusals; it is not described here.

`attach` and `detach` report any failure, including an unknown volume or machine, with a 400 and `success:
false`. `delete` is queued without checking the volume: that it is attached is only reported when the task ends.

Needs `cloud_volume_backup_create`, `cloud_volume_backup_restore`, `cloud_volume_attach`, `cloud_volume_detach`
or `cloud_volume_delete`.

Sends a `POST` request to `/cloud_volumes/{volume_id}`

Arguments:
- `volume_id`: ID of the cloud volume.
- `body`
```text
let response = client.act_on_volume()
    .volume_id(volume_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn act_on_volume(&self) -> builder::ActOnVolume<'_> {
        builder::ActOnVolume::new(self)
    }
    /**Delete a volume (no result reported)

204 without a task, regardless of the outcome: the action reports how it ended. An attached volume cannot be
deleted. Needs `cloud_volume_delete`.

Sends a `DELETE` request to `/cloud_volumes/{volume_id}`

Arguments:
- `volume_id`: ID of the cloud volume.
```text
let response = client.delete_volume()
    .volume_id(volume_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn delete_volume(&self) -> builder::DeleteVolume<'_> {
        builder::DeleteVolume::new(self)
    }
    /**List the snapshots of a volume

As for snapshots of machines, `count` and the links ignore the volume. Needs `cloud_volume_snapshot_view`.

Sends a `GET` request to `/cloud_volumes/{volume_id}/cloud_volume_snapshots`

Arguments:
- `volume_id`: ID of the cloud volume.
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
- `expand`: Names, separated by commas. `resources` expands the references in a list into records; on machines the name of a
subcollection embeds it (`snapshots`). Unknown names are ignored.
- `filter`: One condition, `attribute operator value`; repeatable. Conditions are joined by AND; one that starts with `or `
is an alternative to all the others together. The brackets are part of the name: `filter=` without them is a
500.

- Operators: `=` `!=` `<` `<=` `>` `>=`; `==` `!==` compare without wildcards; `=~` `!~` take a regular
  expression between slashes; `=[a,b]` is any of.
- `NULL` or `nil` after `=` or `!=` tests whether the value is unset.
- `*` and `%` are wildcards only after `=` or `!=` and only in a quoted value, `name='web*'`. Unquoted they are
  compared literally and match nothing.
- Times, unquoted, support only `=`, `<` and `>`.
- The attribute may belong to a relation, one level deep: `host.name`.
- `hide`: Omits a key from the response. Only `resources` is supported, which leaves just the counts.
- `limit`: Entries per page. Default 1000, which is also the maximum: a larger value is reduced silently (a server setting,
`max_results_per_page`). 0 is a 400.
- `offset`: Number of entries to skip. Default 0.
- `sort_by`: Columns to sort by, separated by commas. There is no order without it: sort (for example by `id`) when
paginating. A name that the database cannot sort by is a 400.
- `sort_options`: Sort options, separated by commas. Only `ignore_case` is known; it affects only entries of `sort_by` that have a
`sort_order`.
- `sort_order`: Sort orders, separated by commas, one for each entry of `sort_by`. `desc` and `descending` sort in descending
order, anything else in ascending order.
```text
let response = client.list_snapshots_of_volume()
    .volume_id(volume_id)
    .attributes(attributes)
    .expand(expand)
    .filter(filter)
    .hide(hide)
    .limit(limit)
    .offset(offset)
    .sort_by(sort_by)
    .sort_options(sort_options)
    .sort_order(sort_order)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_snapshots_of_volume(&self) -> builder::ListSnapshotsOfVolume<'_> {
        builder::ListSnapshotsOfVolume::new(self)
    }
    /**Create a snapshot of a volume

Queues the create. The `href` in the response ends without an ID: look for the new record. A provider that
cannot do it responds with 400, in newer code with `error`, in older code with `results`. Needs
`cloud_volume_snapshot_create`.

Sends a `POST` request to `/cloud_volumes/{volume_id}/cloud_volume_snapshots`

Arguments:
- `volume_id`: ID of the cloud volume.
- `body`
```text
let response = client.create_volume_snapshot()
    .volume_id(volume_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn create_volume_snapshot(&self) -> builder::CreateVolumeSnapshot<'_> {
        builder::CreateVolumeSnapshot::new(self)
    }
    /**Get one snapshot of a volume

Whether the volume in the path is compared is not known. Deleting does not work at this path (it calls code that
does not exist): use `/cloud_volume_snapshots`. Needs `cloud_volume_snapshot_view`.

Sends a `GET` request to `/cloud_volumes/{volume_id}/cloud_volume_snapshots/{volume_snapshot_id}`

Arguments:
- `volume_id`: ID of the cloud volume.
- `volume_snapshot_id`: ID of the volume snapshot.
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
```text
let response = client.get_snapshot_of_volume()
    .volume_id(volume_id)
    .volume_snapshot_id(volume_snapshot_id)
    .attributes(attributes)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_snapshot_of_volume(&self) -> builder::GetSnapshotOfVolume<'_> {
        builder::GetSnapshotOfVolume::new(self)
    }
    /**List the snapshots of all volumes

Needs `cloud_volume_snapshot_view`.

Sends a `GET` request to `/cloud_volume_snapshots`

Arguments:
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
- `expand`: Names, separated by commas. `resources` expands the references in a list into records; on machines the name of a
subcollection embeds it (`snapshots`). Unknown names are ignored.
- `filter`: One condition, `attribute operator value`; repeatable. Conditions are joined by AND; one that starts with `or `
is an alternative to all the others together. The brackets are part of the name: `filter=` without them is a
500.

- Operators: `=` `!=` `<` `<=` `>` `>=`; `==` `!==` compare without wildcards; `=~` `!~` take a regular
  expression between slashes; `=[a,b]` is any of.
- `NULL` or `nil` after `=` or `!=` tests whether the value is unset.
- `*` and `%` are wildcards only after `=` or `!=` and only in a quoted value, `name='web*'`. Unquoted they are
  compared literally and match nothing.
- Times, unquoted, support only `=`, `<` and `>`.
- The attribute may belong to a relation, one level deep: `host.name`.
- `hide`: Omits a key from the response. Only `resources` is supported, which leaves just the counts.
- `limit`: Entries per page. Default 1000, which is also the maximum: a larger value is reduced silently (a server setting,
`max_results_per_page`). 0 is a 400.
- `offset`: Number of entries to skip. Default 0.
- `sort_by`: Columns to sort by, separated by commas. There is no order without it: sort (for example by `id`) when
paginating. A name that the database cannot sort by is a 400.
- `sort_options`: Sort options, separated by commas. Only `ignore_case` is known; it affects only entries of `sort_by` that have a
`sort_order`.
- `sort_order`: Sort orders, separated by commas, one for each entry of `sort_by`. `desc` and `descending` sort in descending
order, anything else in ascending order.
```text
let response = client.list_volume_snapshots()
    .attributes(attributes)
    .expand(expand)
    .filter(filter)
    .hide(hide)
    .limit(limit)
    .offset(offset)
    .sort_by(sort_by)
    .sort_options(sort_options)
    .sort_order(sort_order)
    .send()
    .await;
```*/
    #[inline]
    pub fn list_volume_snapshots(&self) -> builder::ListVolumeSnapshots<'_> {
        builder::ListVolumeSnapshots::new(self)
    }
    /**Delete several volume snapshots

Refusals have status 200: check each `success`. Needs `cloud_volume_snapshot_delete`.

Sends a `POST` request to `/cloud_volume_snapshots`

```text
let response = client.delete_volume_snapshots()
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn delete_volume_snapshots(&self) -> builder::DeleteVolumeSnapshots<'_> {
        builder::DeleteVolumeSnapshots::new(self)
    }
    /**Get one volume snapshot

Needs `cloud_volume_snapshot_view`.

Sends a `GET` request to `/cloud_volume_snapshots/{volume_snapshot_id}`

Arguments:
- `volume_snapshot_id`: ID of the volume snapshot.
- `attributes`: Columns, computed attributes and relations to return, separated by commas, in addition to `href` and `id`.
Attributes of relations are written with a dot (`host.name`). Naming plain columns restricts the record to them
and drops `actions` unless that is named too; naming only computed attributes or relations adds them to all
columns. An unknown name is a 400, including on lists that are not expanded. On lists it takes effect only with
`expand=resources`.
```text
let response = client.get_volume_snapshot()
    .volume_snapshot_id(volume_snapshot_id)
    .attributes(attributes)
    .send()
    .await;
```*/
    #[inline]
    pub fn get_volume_snapshot(&self) -> builder::GetVolumeSnapshot<'_> {
        builder::GetVolumeSnapshot::new(self)
    }
    /**Delete a volume snapshot by action

Responds with a task. Needs `cloud_volume_snapshot_delete`.

Sends a `POST` request to `/cloud_volume_snapshots/{volume_snapshot_id}`

Arguments:
- `volume_snapshot_id`: ID of the volume snapshot.
- `body`
```text
let response = client.act_on_volume_snapshot()
    .volume_snapshot_id(volume_snapshot_id)
    .body(body)
    .send()
    .await;
```*/
    #[inline]
    pub fn act_on_volume_snapshot(&self) -> builder::ActOnVolumeSnapshot<'_> {
        builder::ActOnVolumeSnapshot::new(self)
    }
    /**Delete a volume snapshot (no result reported)

204 without a task, and probably also if the provider refuses. Prefer the action. Needs
`cloud_volume_snapshot_delete`.

Sends a `DELETE` request to `/cloud_volume_snapshots/{volume_snapshot_id}`

Arguments:
- `volume_snapshot_id`: ID of the volume snapshot.
```text
let response = client.delete_volume_snapshot()
    .volume_snapshot_id(volume_snapshot_id)
    .send()
    .await;
```*/
    #[inline]
    pub fn delete_volume_snapshot(&self) -> builder::DeleteVolumeSnapshot<'_> {
        builder::DeleteVolumeSnapshot::new(self)
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
    /**Builder for [`Client::get_entry_point`]

[`Client::get_entry_point`]: super::Client::get_entry_point*/
    #[derive(Debug, Clone)]
    pub struct GetEntryPoint<'a> {
        client: &'a super::Client,
        attributes: Result<Option<::std::string::String>, String>,
    }
    impl<'a> GetEntryPoint<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                attributes: Ok(None),
            }
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<types::EntryPoint>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, attributes } = self;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let url = format!("{}/", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .build()?;
            let info = OperationInfo {
                operation_id: "get_entry_point",
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
    /**Builder for [`Client::get_token`]

[`Client::get_token`]: super::Client::get_token*/
    #[derive(Debug, Clone)]
    pub struct GetToken<'a> {
        client: &'a super::Client,
        requester_type: Result<Option<types::TokenUse>, String>,
    }
    impl<'a> GetToken<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                requester_type: Ok(None),
            }
        }
        #[inline]
        pub fn requester_type<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::TokenUse>,
        {
            self.requester_type = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `TokenUse` for requester_type failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/auth`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<types::Token>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, requester_type } = self;
            let requester_type = requester_type.map_err(Error::InvalidRequest)?;
            let url = format!("{}/auth", client.baseurl,);
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
                        "requester_type",
                        &requester_type,
                    ),
                )
                .build()?;
            let info = OperationInfo {
                operation_id: "get_token",
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
    /**Builder for [`Client::delete_token`]

[`Client::delete_token`]: super::Client::delete_token*/
    #[derive(Debug, Clone)]
    pub struct DeleteToken<'a> {
        client: &'a super::Client,
    }
    impl<'a> DeleteToken<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `DELETE` request to `/auth`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/auth", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).build()?;
            let info = OperationInfo {
                operation_id: "delete_token",
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
    /**Builder for [`Client::list_vms`]

[`Client::list_vms`]: super::Client::list_vms*/
    #[derive(Debug, Clone)]
    pub struct ListVms<'a> {
        client: &'a super::Client,
        attributes: Result<Option<::std::string::String>, String>,
        by_tag: Result<Option<::std::string::String>, String>,
        collection_class: Result<Option<::std::string::String>, String>,
        expand: Result<Option<::std::string::String>, String>,
        filter: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        hide: Result<Option<types::HiddenPart>, String>,
        limit: Result<Option<i64>, String>,
        offset: Result<Option<i64>, String>,
        sort_by: Result<Option<::std::string::String>, String>,
        sort_options: Result<Option<::std::string::String>, String>,
        sort_order: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListVms<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                attributes: Ok(None),
                by_tag: Ok(None),
                collection_class: Ok(None),
                expand: Ok(None),
                filter: Ok(None),
                hide: Ok(None),
                limit: Ok(None),
                offset: Ok(None),
                sort_by: Ok(None),
                sort_options: Ok(None),
                sort_order: Ok(None),
            }
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn by_tag<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.by_tag = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for by_tag failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn collection_class<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.collection_class = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for collection_class failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for expand failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.filter = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for filter failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn hide<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HiddenPart>,
        {
            self.hide = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `HiddenPart` for hide failed".to_string());
            self
        }
        #[inline]
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        #[inline]
        pub fn offset<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.offset = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for offset failed".to_string());
            self
        }
        #[inline]
        pub fn sort_by<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_by = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_by failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_options<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_options = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_options failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_order<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_order = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_order failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/vms`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::VmCollection>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self {
                client,
                attributes,
                by_tag,
                collection_class,
                expand,
                filter,
                hide,
                limit,
                offset,
                sort_by,
                sort_options,
                sort_order,
            } = self;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let by_tag = by_tag.map_err(Error::InvalidRequest)?;
            let collection_class = collection_class.map_err(Error::InvalidRequest)?;
            let expand = expand.map_err(Error::InvalidRequest)?;
            let filter = filter.map_err(Error::InvalidRequest)?;
            let hide = hide.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let offset = offset.map_err(Error::InvalidRequest)?;
            let sort_by = sort_by.map_err(Error::InvalidRequest)?;
            let sort_options = sort_options.map_err(Error::InvalidRequest)?;
            let sort_order = sort_order.map_err(Error::InvalidRequest)?;
            let url = format!("{}/vms", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .query(&progenitor_client::QueryParam::new("by_tag", &by_tag))
                .query(
                    &progenitor_client::QueryParam::new(
                        "collection_class",
                        &collection_class,
                    ),
                )
                .query(&progenitor_client::QueryParam::new("expand", &expand))
                .query(&progenitor_client::QueryParam::new("filter[]", &filter))
                .query(&progenitor_client::QueryParam::new("hide", &hide))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("offset", &offset))
                .query(&progenitor_client::QueryParam::new("sort_by", &sort_by))
                .query(
                    &progenitor_client::QueryParam::new("sort_options", &sort_options),
                )
                .query(&progenitor_client::QueryParam::new("sort_order", &sort_order))
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
    /**Builder for [`Client::describe_vms`]

[`Client::describe_vms`]: super::Client::describe_vms*/
    #[derive(Debug, Clone)]
    pub struct DescribeVms<'a> {
        client: &'a super::Client,
    }
    impl<'a> DescribeVms<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `OPTIONS` request to `/vms`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::CollectionMetadata>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/vms", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .request(::reqwest::Method::OPTIONS, url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let info = OperationInfo {
                operation_id: "describe_vms",
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
        vm_id: Result<crate::spec::PathSegment, String>,
        attributes: Result<Option<::std::string::String>, String>,
        expand: Result<Option<::std::string::String>, String>,
    }
    impl<'a> GetVm<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                vm_id: Err("vm_id was not initialized".to_string()),
                attributes: Ok(None),
                expand: Ok(None),
            }
        }
        #[inline]
        pub fn vm_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for vm_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for expand failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/vms/{vm_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<types::Vm>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, vm_id, attributes, expand } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let expand = expand.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/vms/{}", client.baseurl, encode_path(& vm_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .query(&progenitor_client::QueryParam::new("expand", &expand))
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
    /**Builder for [`Client::list_vm_snapshots`]

[`Client::list_vm_snapshots`]: super::Client::list_vm_snapshots*/
    #[derive(Debug, Clone)]
    pub struct ListVmSnapshots<'a> {
        client: &'a super::Client,
        vm_id: Result<crate::spec::PathSegment, String>,
        attributes: Result<Option<::std::string::String>, String>,
        expand: Result<Option<::std::string::String>, String>,
        filter: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        hide: Result<Option<types::HiddenPart>, String>,
        limit: Result<Option<i64>, String>,
        offset: Result<Option<i64>, String>,
        sort_by: Result<Option<::std::string::String>, String>,
        sort_options: Result<Option<::std::string::String>, String>,
        sort_order: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListVmSnapshots<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                vm_id: Err("vm_id was not initialized".to_string()),
                attributes: Ok(None),
                expand: Ok(None),
                filter: Ok(None),
                hide: Ok(None),
                limit: Ok(None),
                offset: Ok(None),
                sort_by: Ok(None),
                sort_options: Ok(None),
                sort_order: Ok(None),
            }
        }
        #[inline]
        pub fn vm_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for vm_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for expand failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.filter = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for filter failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn hide<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HiddenPart>,
        {
            self.hide = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `HiddenPart` for hide failed".to_string());
            self
        }
        #[inline]
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        #[inline]
        pub fn offset<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.offset = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for offset failed".to_string());
            self
        }
        #[inline]
        pub fn sort_by<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_by = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_by failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_options<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_options = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_options failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_order<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_order = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_order failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/vms/{vm_id}/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotCollection>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self {
                client,
                vm_id,
                attributes,
                expand,
                filter,
                hide,
                limit,
                offset,
                sort_by,
                sort_options,
                sort_order,
            } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let expand = expand.map_err(Error::InvalidRequest)?;
            let filter = filter.map_err(Error::InvalidRequest)?;
            let hide = hide.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let offset = offset.map_err(Error::InvalidRequest)?;
            let sort_by = sort_by.map_err(Error::InvalidRequest)?;
            let sort_options = sort_options.map_err(Error::InvalidRequest)?;
            let sort_order = sort_order.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/vms/{}/snapshots", client.baseurl, encode_path(& vm_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .query(&progenitor_client::QueryParam::new("expand", &expand))
                .query(&progenitor_client::QueryParam::new("filter[]", &filter))
                .query(&progenitor_client::QueryParam::new("hide", &hide))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("offset", &offset))
                .query(&progenitor_client::QueryParam::new("sort_by", &sort_by))
                .query(
                    &progenitor_client::QueryParam::new("sort_options", &sort_options),
                )
                .query(&progenitor_client::QueryParam::new("sort_order", &sort_order))
                .build()?;
            let info = OperationInfo {
                operation_id: "list_vm_snapshots",
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
    /**Builder for [`Client::change_vm_snapshots`]

[`Client::change_vm_snapshots`]: super::Client::change_vm_snapshots*/
    #[derive(Debug, Clone)]
    pub struct ChangeVmSnapshots<'a> {
        client: &'a super::Client,
        vm_id: Result<crate::spec::PathSegment, String>,
        body: Result<types::builder::SnapshotsChange, String>,
    }
    impl<'a> ChangeVmSnapshots<'a> {
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
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for vm_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SnapshotsChange>,
            <V as std::convert::TryInto<
                types::SnapshotsChange,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SnapshotsChange` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SnapshotsChange,
            ) -> types::builder::SnapshotsChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/vms/{vm_id}/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ActionResults>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, vm_id, body } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::SnapshotsChange::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/vms/{}/snapshots", client.baseurl, encode_path(& vm_id.to_string()),
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
                operation_id: "change_vm_snapshots",
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
    /**Builder for [`Client::describe_vm_snapshots`]

[`Client::describe_vm_snapshots`]: super::Client::describe_vm_snapshots*/
    #[derive(Debug, Clone)]
    pub struct DescribeVmSnapshots<'a> {
        client: &'a super::Client,
        vm_id: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> DescribeVmSnapshots<'a> {
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
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for vm_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `OPTIONS` request to `/vms/{vm_id}/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotFormAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, vm_id } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/vms/{}/snapshots", client.baseurl, encode_path(& vm_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .request(::reqwest::Method::OPTIONS, url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let info = OperationInfo {
                operation_id: "describe_vm_snapshots",
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
    /**Builder for [`Client::get_vm_snapshot`]

[`Client::get_vm_snapshot`]: super::Client::get_vm_snapshot*/
    #[derive(Debug, Clone)]
    pub struct GetVmSnapshot<'a> {
        client: &'a super::Client,
        vm_id: Result<crate::spec::PathSegment, String>,
        snapshot_id: Result<crate::spec::PathSegment, String>,
        attributes: Result<Option<::std::string::String>, String>,
    }
    impl<'a> GetVmSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                vm_id: Err("vm_id was not initialized".to_string()),
                snapshot_id: Err("snapshot_id was not initialized".to_string()),
                attributes: Ok(None),
            }
        }
        #[inline]
        pub fn vm_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for vm_id failed"
                        .to_string()
                });
            self
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
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/vms/{vm_id}/snapshots/{snapshot_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<types::Snapshot>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, vm_id, snapshot_id, attributes } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/vms/{}/snapshots/{}", client.baseurl, encode_path(& vm_id
                .to_string()), encode_path(& snapshot_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .build()?;
            let info = OperationInfo {
                operation_id: "get_vm_snapshot",
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
    /**Builder for [`Client::act_on_vm_snapshot`]

[`Client::act_on_vm_snapshot`]: super::Client::act_on_vm_snapshot*/
    #[derive(Debug, Clone)]
    pub struct ActOnVmSnapshot<'a> {
        client: &'a super::Client,
        vm_id: Result<crate::spec::PathSegment, String>,
        snapshot_id: Result<crate::spec::PathSegment, String>,
        body: Result<types::builder::VmSnapshotChange, String>,
    }
    impl<'a> ActOnVmSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                vm_id: Err("vm_id was not initialized".to_string()),
                snapshot_id: Err("snapshot_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        #[inline]
        pub fn vm_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for vm_id failed"
                        .to_string()
                });
            self
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
            V: std::convert::TryInto<types::VmSnapshotChange>,
            <V as std::convert::TryInto<
                types::VmSnapshotChange,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `VmSnapshotChange` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::VmSnapshotChange,
            ) -> types::builder::VmSnapshotChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/vms/{vm_id}/snapshots/{snapshot_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ActionResult>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, vm_id, snapshot_id, body } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::VmSnapshotChange::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/vms/{}/snapshots/{}", client.baseurl, encode_path(& vm_id
                .to_string()), encode_path(& snapshot_id.to_string()),
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
                operation_id: "act_on_vm_snapshot",
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
    /**Builder for [`Client::delete_vm_snapshot`]

[`Client::delete_vm_snapshot`]: super::Client::delete_vm_snapshot*/
    #[derive(Debug, Clone)]
    pub struct DeleteVmSnapshot<'a> {
        client: &'a super::Client,
        vm_id: Result<crate::spec::PathSegment, String>,
        snapshot_id: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> DeleteVmSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                vm_id: Err("vm_id was not initialized".to_string()),
                snapshot_id: Err("snapshot_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn vm_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.vm_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for vm_id failed"
                        .to_string()
                });
            self
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
        ///Sends a `DELETE` request to `/vms/{vm_id}/snapshots/{snapshot_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, vm_id, snapshot_id } = self;
            let vm_id = vm_id.map_err(Error::InvalidRequest)?;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/vms/{}/snapshots/{}", client.baseurl, encode_path(& vm_id
                .to_string()), encode_path(& snapshot_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).build()?;
            let info = OperationInfo {
                operation_id: "delete_vm_snapshot",
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
    /**Builder for [`Client::list_instances`]

[`Client::list_instances`]: super::Client::list_instances*/
    #[derive(Debug, Clone)]
    pub struct ListInstances<'a> {
        client: &'a super::Client,
        attributes: Result<Option<::std::string::String>, String>,
        by_tag: Result<Option<::std::string::String>, String>,
        collection_class: Result<Option<::std::string::String>, String>,
        expand: Result<Option<::std::string::String>, String>,
        filter: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        hide: Result<Option<types::HiddenPart>, String>,
        limit: Result<Option<i64>, String>,
        offset: Result<Option<i64>, String>,
        sort_by: Result<Option<::std::string::String>, String>,
        sort_options: Result<Option<::std::string::String>, String>,
        sort_order: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListInstances<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                attributes: Ok(None),
                by_tag: Ok(None),
                collection_class: Ok(None),
                expand: Ok(None),
                filter: Ok(None),
                hide: Ok(None),
                limit: Ok(None),
                offset: Ok(None),
                sort_by: Ok(None),
                sort_options: Ok(None),
                sort_order: Ok(None),
            }
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn by_tag<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.by_tag = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for by_tag failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn collection_class<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.collection_class = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for collection_class failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for expand failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.filter = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for filter failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn hide<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HiddenPart>,
        {
            self.hide = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `HiddenPart` for hide failed".to_string());
            self
        }
        #[inline]
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        #[inline]
        pub fn offset<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.offset = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for offset failed".to_string());
            self
        }
        #[inline]
        pub fn sort_by<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_by = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_by failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_options<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_options = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_options failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_order<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_order = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_order failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/instances`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::VmCollection>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self {
                client,
                attributes,
                by_tag,
                collection_class,
                expand,
                filter,
                hide,
                limit,
                offset,
                sort_by,
                sort_options,
                sort_order,
            } = self;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let by_tag = by_tag.map_err(Error::InvalidRequest)?;
            let collection_class = collection_class.map_err(Error::InvalidRequest)?;
            let expand = expand.map_err(Error::InvalidRequest)?;
            let filter = filter.map_err(Error::InvalidRequest)?;
            let hide = hide.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let offset = offset.map_err(Error::InvalidRequest)?;
            let sort_by = sort_by.map_err(Error::InvalidRequest)?;
            let sort_options = sort_options.map_err(Error::InvalidRequest)?;
            let sort_order = sort_order.map_err(Error::InvalidRequest)?;
            let url = format!("{}/instances", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .query(&progenitor_client::QueryParam::new("by_tag", &by_tag))
                .query(
                    &progenitor_client::QueryParam::new(
                        "collection_class",
                        &collection_class,
                    ),
                )
                .query(&progenitor_client::QueryParam::new("expand", &expand))
                .query(&progenitor_client::QueryParam::new("filter[]", &filter))
                .query(&progenitor_client::QueryParam::new("hide", &hide))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("offset", &offset))
                .query(&progenitor_client::QueryParam::new("sort_by", &sort_by))
                .query(
                    &progenitor_client::QueryParam::new("sort_options", &sort_options),
                )
                .query(&progenitor_client::QueryParam::new("sort_order", &sort_order))
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
    /**Builder for [`Client::describe_instances`]

[`Client::describe_instances`]: super::Client::describe_instances*/
    #[derive(Debug, Clone)]
    pub struct DescribeInstances<'a> {
        client: &'a super::Client,
    }
    impl<'a> DescribeInstances<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `OPTIONS` request to `/instances`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::CollectionMetadata>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client } = self;
            let url = format!("{}/instances", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .request(::reqwest::Method::OPTIONS, url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let info = OperationInfo {
                operation_id: "describe_instances",
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
    /**Builder for [`Client::get_instance`]

[`Client::get_instance`]: super::Client::get_instance*/
    #[derive(Debug, Clone)]
    pub struct GetInstance<'a> {
        client: &'a super::Client,
        instance_id: Result<crate::spec::PathSegment, String>,
        attributes: Result<Option<::std::string::String>, String>,
        expand: Result<Option<::std::string::String>, String>,
    }
    impl<'a> GetInstance<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                instance_id: Err("instance_id was not initialized".to_string()),
                attributes: Ok(None),
                expand: Ok(None),
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
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for expand failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/instances/{instance_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<types::Vm>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, instance_id, attributes, expand } = self;
            let instance_id = instance_id.map_err(Error::InvalidRequest)?;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let expand = expand.map_err(Error::InvalidRequest)?;
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
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .query(&progenitor_client::QueryParam::new("expand", &expand))
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
    /**Builder for [`Client::list_instance_snapshots`]

[`Client::list_instance_snapshots`]: super::Client::list_instance_snapshots*/
    #[derive(Debug, Clone)]
    pub struct ListInstanceSnapshots<'a> {
        client: &'a super::Client,
        instance_id: Result<crate::spec::PathSegment, String>,
        attributes: Result<Option<::std::string::String>, String>,
        expand: Result<Option<::std::string::String>, String>,
        filter: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        hide: Result<Option<types::HiddenPart>, String>,
        limit: Result<Option<i64>, String>,
        offset: Result<Option<i64>, String>,
        sort_by: Result<Option<::std::string::String>, String>,
        sort_options: Result<Option<::std::string::String>, String>,
        sort_order: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListInstanceSnapshots<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                instance_id: Err("instance_id was not initialized".to_string()),
                attributes: Ok(None),
                expand: Ok(None),
                filter: Ok(None),
                hide: Ok(None),
                limit: Ok(None),
                offset: Ok(None),
                sort_by: Ok(None),
                sort_options: Ok(None),
                sort_order: Ok(None),
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
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for expand failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.filter = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for filter failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn hide<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HiddenPart>,
        {
            self.hide = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `HiddenPart` for hide failed".to_string());
            self
        }
        #[inline]
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        #[inline]
        pub fn offset<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.offset = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for offset failed".to_string());
            self
        }
        #[inline]
        pub fn sort_by<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_by = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_by failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_options<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_options = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_options failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_order<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_order = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_order failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/instances/{instance_id}/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotCollection>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self {
                client,
                instance_id,
                attributes,
                expand,
                filter,
                hide,
                limit,
                offset,
                sort_by,
                sort_options,
                sort_order,
            } = self;
            let instance_id = instance_id.map_err(Error::InvalidRequest)?;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let expand = expand.map_err(Error::InvalidRequest)?;
            let filter = filter.map_err(Error::InvalidRequest)?;
            let hide = hide.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let offset = offset.map_err(Error::InvalidRequest)?;
            let sort_by = sort_by.map_err(Error::InvalidRequest)?;
            let sort_options = sort_options.map_err(Error::InvalidRequest)?;
            let sort_order = sort_order.map_err(Error::InvalidRequest)?;
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
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .query(&progenitor_client::QueryParam::new("expand", &expand))
                .query(&progenitor_client::QueryParam::new("filter[]", &filter))
                .query(&progenitor_client::QueryParam::new("hide", &hide))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("offset", &offset))
                .query(&progenitor_client::QueryParam::new("sort_by", &sort_by))
                .query(
                    &progenitor_client::QueryParam::new("sort_options", &sort_options),
                )
                .query(&progenitor_client::QueryParam::new("sort_order", &sort_order))
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
    /**Builder for [`Client::change_instance_snapshots`]

[`Client::change_instance_snapshots`]: super::Client::change_instance_snapshots*/
    #[derive(Debug, Clone)]
    pub struct ChangeInstanceSnapshots<'a> {
        client: &'a super::Client,
        instance_id: Result<crate::spec::PathSegment, String>,
        body: Result<types::builder::SnapshotsChange, String>,
    }
    impl<'a> ChangeInstanceSnapshots<'a> {
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
            V: std::convert::TryInto<types::SnapshotsChange>,
            <V as std::convert::TryInto<
                types::SnapshotsChange,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SnapshotsChange` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SnapshotsChange,
            ) -> types::builder::SnapshotsChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/instances/{instance_id}/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ActionResults>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, instance_id, body } = self;
            let instance_id = instance_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::SnapshotsChange::try_from(v).map_err(|e| e.to_string())
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
                operation_id: "change_instance_snapshots",
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
    /**Builder for [`Client::describe_instance_snapshots`]

[`Client::describe_instance_snapshots`]: super::Client::describe_instance_snapshots*/
    #[derive(Debug, Clone)]
    pub struct DescribeInstanceSnapshots<'a> {
        client: &'a super::Client,
        instance_id: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> DescribeInstanceSnapshots<'a> {
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
        ///Sends a `OPTIONS` request to `/instances/{instance_id}/snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SnapshotFormAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, instance_id } = self;
            let instance_id = instance_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/instances/{}/snapshots", client.baseurl, encode_path(& instance_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .request(::reqwest::Method::OPTIONS, url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()?;
            let info = OperationInfo {
                operation_id: "describe_instance_snapshots",
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
    /**Builder for [`Client::get_instance_snapshot`]

[`Client::get_instance_snapshot`]: super::Client::get_instance_snapshot*/
    #[derive(Debug, Clone)]
    pub struct GetInstanceSnapshot<'a> {
        client: &'a super::Client,
        instance_id: Result<crate::spec::PathSegment, String>,
        snapshot_id: Result<crate::spec::PathSegment, String>,
        attributes: Result<Option<::std::string::String>, String>,
    }
    impl<'a> GetInstanceSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                instance_id: Err("instance_id was not initialized".to_string()),
                snapshot_id: Err("snapshot_id was not initialized".to_string()),
                attributes: Ok(None),
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
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/instances/{instance_id}/snapshots/{snapshot_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<types::Snapshot>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, instance_id, snapshot_id, attributes } = self;
            let instance_id = instance_id.map_err(Error::InvalidRequest)?;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/instances/{}/snapshots/{}", client.baseurl, encode_path(& instance_id
                .to_string()), encode_path(& snapshot_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .build()?;
            let info = OperationInfo {
                operation_id: "get_instance_snapshot",
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
    /**Builder for [`Client::act_on_instance_snapshot`]

[`Client::act_on_instance_snapshot`]: super::Client::act_on_instance_snapshot*/
    #[derive(Debug, Clone)]
    pub struct ActOnInstanceSnapshot<'a> {
        client: &'a super::Client,
        instance_id: Result<crate::spec::PathSegment, String>,
        snapshot_id: Result<crate::spec::PathSegment, String>,
        body: Result<types::builder::Deletion, String>,
    }
    impl<'a> ActOnInstanceSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                instance_id: Err("instance_id was not initialized".to_string()),
                snapshot_id: Err("snapshot_id was not initialized".to_string()),
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
            V: std::convert::TryInto<types::Deletion>,
            <V as std::convert::TryInto<types::Deletion>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Deletion` for body failed: {}", s));
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Deletion) -> types::builder::Deletion,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/instances/{instance_id}/snapshots/{snapshot_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ActionResult>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, instance_id, snapshot_id, body } = self;
            let instance_id = instance_id.map_err(Error::InvalidRequest)?;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Deletion::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/instances/{}/snapshots/{}", client.baseurl, encode_path(& instance_id
                .to_string()), encode_path(& snapshot_id.to_string()),
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
                operation_id: "act_on_instance_snapshot",
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
    /**Builder for [`Client::delete_instance_snapshot`]

[`Client::delete_instance_snapshot`]: super::Client::delete_instance_snapshot*/
    #[derive(Debug, Clone)]
    pub struct DeleteInstanceSnapshot<'a> {
        client: &'a super::Client,
        instance_id: Result<crate::spec::PathSegment, String>,
        snapshot_id: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> DeleteInstanceSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                instance_id: Err("instance_id was not initialized".to_string()),
                snapshot_id: Err("snapshot_id was not initialized".to_string()),
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
        ///Sends a `DELETE` request to `/instances/{instance_id}/snapshots/{snapshot_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, instance_id, snapshot_id } = self;
            let instance_id = instance_id.map_err(Error::InvalidRequest)?;
            let snapshot_id = snapshot_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/instances/{}/snapshots/{}", client.baseurl, encode_path(& instance_id
                .to_string()), encode_path(& snapshot_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).build()?;
            let info = OperationInfo {
                operation_id: "delete_instance_snapshot",
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
    /**Builder for [`Client::list_tasks`]

[`Client::list_tasks`]: super::Client::list_tasks*/
    #[derive(Debug, Clone)]
    pub struct ListTasks<'a> {
        client: &'a super::Client,
        attributes: Result<Option<::std::string::String>, String>,
        expand: Result<Option<::std::string::String>, String>,
        filter: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        hide: Result<Option<types::HiddenPart>, String>,
        limit: Result<Option<i64>, String>,
        offset: Result<Option<i64>, String>,
        sort_by: Result<Option<::std::string::String>, String>,
        sort_options: Result<Option<::std::string::String>, String>,
        sort_order: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListTasks<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                attributes: Ok(None),
                expand: Ok(None),
                filter: Ok(None),
                hide: Ok(None),
                limit: Ok(None),
                offset: Ok(None),
                sort_by: Ok(None),
                sort_options: Ok(None),
                sort_order: Ok(None),
            }
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for expand failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.filter = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for filter failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn hide<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HiddenPart>,
        {
            self.hide = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `HiddenPart` for hide failed".to_string());
            self
        }
        #[inline]
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        #[inline]
        pub fn offset<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.offset = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for offset failed".to_string());
            self
        }
        #[inline]
        pub fn sort_by<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_by = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_by failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_options<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_options = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_options failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_order<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_order = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_order failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/tasks`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::TaskCollection>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self {
                client,
                attributes,
                expand,
                filter,
                hide,
                limit,
                offset,
                sort_by,
                sort_options,
                sort_order,
            } = self;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let expand = expand.map_err(Error::InvalidRequest)?;
            let filter = filter.map_err(Error::InvalidRequest)?;
            let hide = hide.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let offset = offset.map_err(Error::InvalidRequest)?;
            let sort_by = sort_by.map_err(Error::InvalidRequest)?;
            let sort_options = sort_options.map_err(Error::InvalidRequest)?;
            let sort_order = sort_order.map_err(Error::InvalidRequest)?;
            let url = format!("{}/tasks", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .query(&progenitor_client::QueryParam::new("expand", &expand))
                .query(&progenitor_client::QueryParam::new("filter[]", &filter))
                .query(&progenitor_client::QueryParam::new("hide", &hide))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("offset", &offset))
                .query(&progenitor_client::QueryParam::new("sort_by", &sort_by))
                .query(
                    &progenitor_client::QueryParam::new("sort_options", &sort_options),
                )
                .query(&progenitor_client::QueryParam::new("sort_order", &sort_order))
                .build()?;
            let info = OperationInfo {
                operation_id: "list_tasks",
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
    /**Builder for [`Client::query_tasks`]

[`Client::query_tasks`]: super::Client::query_tasks*/
    #[derive(Debug, Clone)]
    pub struct QueryTasks<'a> {
        client: &'a super::Client,
        body: Result<types::builder::TaskQuery, String>,
    }
    impl<'a> QueryTasks<'a> {
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
            V: std::convert::TryInto<types::TaskQuery>,
            <V as std::convert::TryInto<types::TaskQuery>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `TaskQuery` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::TaskQuery) -> types::builder::TaskQuery,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/tasks`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::TaskQueryAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::TaskQuery::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/tasks", client.baseurl,);
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
                operation_id: "query_tasks",
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
    /**Builder for [`Client::get_task`]

[`Client::get_task`]: super::Client::get_task*/
    #[derive(Debug, Clone)]
    pub struct GetTask<'a> {
        client: &'a super::Client,
        task_id: Result<crate::spec::PathSegment, String>,
        attributes: Result<Option<::std::string::String>, String>,
    }
    impl<'a> GetTask<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                attributes: Ok(None),
            }
        }
        #[inline]
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for task_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/tasks/{task_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<types::Task>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, task_id, attributes } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}", client.baseurl, encode_path(& task_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .build()?;
            let info = OperationInfo {
                operation_id: "get_task",
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
    /**Builder for [`Client::act_on_task`]

[`Client::act_on_task`]: super::Client::act_on_task*/
    #[derive(Debug, Clone)]
    pub struct ActOnTask<'a> {
        client: &'a super::Client,
        task_id: Result<crate::spec::PathSegment, String>,
        body: Result<types::builder::Deletion, String>,
    }
    impl<'a> ActOnTask<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        #[inline]
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for task_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Deletion>,
            <V as std::convert::TryInto<types::Deletion>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Deletion` for body failed: {}", s));
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Deletion) -> types::builder::Deletion,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/tasks/{task_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ActionResult>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, task_id, body } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Deletion::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}", client.baseurl, encode_path(& task_id.to_string()),
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
                operation_id: "act_on_task",
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
    /**Builder for [`Client::delete_task`]

[`Client::delete_task`]: super::Client::delete_task*/
    #[derive(Debug, Clone)]
    pub struct DeleteTask<'a> {
        client: &'a super::Client,
        task_id: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> DeleteTask<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                task_id: Err("task_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn task_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.task_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for task_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/tasks/{task_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, task_id } = self;
            let task_id = task_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/tasks/{}", client.baseurl, encode_path(& task_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).build()?;
            let info = OperationInfo {
                operation_id: "delete_task",
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
    /**Builder for [`Client::list_notifications`]

[`Client::list_notifications`]: super::Client::list_notifications*/
    #[derive(Debug, Clone)]
    pub struct ListNotifications<'a> {
        client: &'a super::Client,
        attributes: Result<Option<::std::string::String>, String>,
        expand: Result<Option<::std::string::String>, String>,
        filter: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        hide: Result<Option<types::HiddenPart>, String>,
        limit: Result<Option<i64>, String>,
        offset: Result<Option<i64>, String>,
        sort_by: Result<Option<::std::string::String>, String>,
        sort_options: Result<Option<::std::string::String>, String>,
        sort_order: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListNotifications<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                attributes: Ok(None),
                expand: Ok(None),
                filter: Ok(None),
                hide: Ok(None),
                limit: Ok(None),
                offset: Ok(None),
                sort_by: Ok(None),
                sort_options: Ok(None),
                sort_order: Ok(None),
            }
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for expand failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.filter = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for filter failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn hide<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HiddenPart>,
        {
            self.hide = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `HiddenPart` for hide failed".to_string());
            self
        }
        #[inline]
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        #[inline]
        pub fn offset<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.offset = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for offset failed".to_string());
            self
        }
        #[inline]
        pub fn sort_by<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_by = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_by failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_options<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_options = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_options failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_order<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_order = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_order failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/notifications`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::NotificationCollection>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self {
                client,
                attributes,
                expand,
                filter,
                hide,
                limit,
                offset,
                sort_by,
                sort_options,
                sort_order,
            } = self;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let expand = expand.map_err(Error::InvalidRequest)?;
            let filter = filter.map_err(Error::InvalidRequest)?;
            let hide = hide.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let offset = offset.map_err(Error::InvalidRequest)?;
            let sort_by = sort_by.map_err(Error::InvalidRequest)?;
            let sort_options = sort_options.map_err(Error::InvalidRequest)?;
            let sort_order = sort_order.map_err(Error::InvalidRequest)?;
            let url = format!("{}/notifications", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .query(&progenitor_client::QueryParam::new("expand", &expand))
                .query(&progenitor_client::QueryParam::new("filter[]", &filter))
                .query(&progenitor_client::QueryParam::new("hide", &hide))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("offset", &offset))
                .query(&progenitor_client::QueryParam::new("sort_by", &sort_by))
                .query(
                    &progenitor_client::QueryParam::new("sort_options", &sort_options),
                )
                .query(&progenitor_client::QueryParam::new("sort_order", &sort_order))
                .build()?;
            let info = OperationInfo {
                operation_id: "list_notifications",
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
    /**Builder for [`Client::list_volumes`]

[`Client::list_volumes`]: super::Client::list_volumes*/
    #[derive(Debug, Clone)]
    pub struct ListVolumes<'a> {
        client: &'a super::Client,
        attributes: Result<Option<::std::string::String>, String>,
        expand: Result<Option<::std::string::String>, String>,
        filter: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        hide: Result<Option<types::HiddenPart>, String>,
        limit: Result<Option<i64>, String>,
        offset: Result<Option<i64>, String>,
        sort_by: Result<Option<::std::string::String>, String>,
        sort_options: Result<Option<::std::string::String>, String>,
        sort_order: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListVolumes<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                attributes: Ok(None),
                expand: Ok(None),
                filter: Ok(None),
                hide: Ok(None),
                limit: Ok(None),
                offset: Ok(None),
                sort_by: Ok(None),
                sort_options: Ok(None),
                sort_order: Ok(None),
            }
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for expand failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.filter = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for filter failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn hide<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HiddenPart>,
        {
            self.hide = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `HiddenPart` for hide failed".to_string());
            self
        }
        #[inline]
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        #[inline]
        pub fn offset<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.offset = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for offset failed".to_string());
            self
        }
        #[inline]
        pub fn sort_by<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_by = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_by failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_options<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_options = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_options failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_order<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_order = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_order failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/cloud_volumes`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::VolumeCollection>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self {
                client,
                attributes,
                expand,
                filter,
                hide,
                limit,
                offset,
                sort_by,
                sort_options,
                sort_order,
            } = self;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let expand = expand.map_err(Error::InvalidRequest)?;
            let filter = filter.map_err(Error::InvalidRequest)?;
            let hide = hide.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let offset = offset.map_err(Error::InvalidRequest)?;
            let sort_by = sort_by.map_err(Error::InvalidRequest)?;
            let sort_options = sort_options.map_err(Error::InvalidRequest)?;
            let sort_order = sort_order.map_err(Error::InvalidRequest)?;
            let url = format!("{}/cloud_volumes", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .query(&progenitor_client::QueryParam::new("expand", &expand))
                .query(&progenitor_client::QueryParam::new("filter[]", &filter))
                .query(&progenitor_client::QueryParam::new("hide", &hide))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("offset", &offset))
                .query(&progenitor_client::QueryParam::new("sort_by", &sort_by))
                .query(
                    &progenitor_client::QueryParam::new("sort_options", &sort_options),
                )
                .query(&progenitor_client::QueryParam::new("sort_order", &sort_order))
                .build()?;
            let info = OperationInfo {
                operation_id: "list_volumes",
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
    /**Builder for [`Client::create_volume`]

[`Client::create_volume`]: super::Client::create_volume*/
    #[derive(Debug, Clone)]
    pub struct CreateVolume<'a> {
        client: &'a super::Client,
        body: Result<types::builder::VolumeCreation, String>,
    }
    impl<'a> CreateVolume<'a> {
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
            V: std::convert::TryInto<types::VolumeCreation>,
            <V as std::convert::TryInto<
                types::VolumeCreation,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `VolumeCreation` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::VolumeCreation,
            ) -> types::builder::VolumeCreation,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/cloud_volumes`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ActionResults>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::VolumeCreation::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/cloud_volumes", client.baseurl,);
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
                operation_id: "create_volume",
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
    /**Builder for [`Client::describe_volumes`]

[`Client::describe_volumes`]: super::Client::describe_volumes*/
    #[derive(Debug, Clone)]
    pub struct DescribeVolumes<'a> {
        client: &'a super::Client,
        ems_id: Result<Option<::std::string::String>, String>,
    }
    impl<'a> DescribeVolumes<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                ems_id: Ok(None),
            }
        }
        #[inline]
        pub fn ems_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.ems_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for ems_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `OPTIONS` request to `/cloud_volumes`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::VolumeFormAnswer>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, ems_id } = self;
            let ems_id = ems_id.map_err(Error::InvalidRequest)?;
            let url = format!("{}/cloud_volumes", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .request(::reqwest::Method::OPTIONS, url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("ems_id", &ems_id))
                .build()?;
            let info = OperationInfo {
                operation_id: "describe_volumes",
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
    /**Builder for [`Client::get_volume`]

[`Client::get_volume`]: super::Client::get_volume*/
    #[derive(Debug, Clone)]
    pub struct GetVolume<'a> {
        client: &'a super::Client,
        volume_id: Result<crate::spec::PathSegment, String>,
        attributes: Result<Option<::std::string::String>, String>,
    }
    impl<'a> GetVolume<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                volume_id: Err("volume_id was not initialized".to_string()),
                attributes: Ok(None),
            }
        }
        #[inline]
        pub fn volume_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.volume_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for volume_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/cloud_volumes/{volume_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<types::Volume>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, volume_id, attributes } = self;
            let volume_id = volume_id.map_err(Error::InvalidRequest)?;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/cloud_volumes/{}", client.baseurl, encode_path(& volume_id
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
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .build()?;
            let info = OperationInfo {
                operation_id: "get_volume",
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
    /**Builder for [`Client::act_on_volume`]

[`Client::act_on_volume`]: super::Client::act_on_volume*/
    #[derive(Debug, Clone)]
    pub struct ActOnVolume<'a> {
        client: &'a super::Client,
        volume_id: Result<crate::spec::PathSegment, String>,
        body: Result<types::builder::VolumeChange, String>,
    }
    impl<'a> ActOnVolume<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                volume_id: Err("volume_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        #[inline]
        pub fn volume_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.volume_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for volume_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::VolumeChange>,
            <V as std::convert::TryInto<types::VolumeChange>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `VolumeChange` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::VolumeChange,
            ) -> types::builder::VolumeChange,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/cloud_volumes/{volume_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ActionResult>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, volume_id, body } = self;
            let volume_id = volume_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::VolumeChange::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/cloud_volumes/{}", client.baseurl, encode_path(& volume_id
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
                operation_id: "act_on_volume",
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
    /**Builder for [`Client::delete_volume`]

[`Client::delete_volume`]: super::Client::delete_volume*/
    #[derive(Debug, Clone)]
    pub struct DeleteVolume<'a> {
        client: &'a super::Client,
        volume_id: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> DeleteVolume<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                volume_id: Err("volume_id was not initialized".to_string()),
            }
        }
        #[inline]
        pub fn volume_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.volume_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for volume_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/cloud_volumes/{volume_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, volume_id } = self;
            let volume_id = volume_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/cloud_volumes/{}", client.baseurl, encode_path(& volume_id
                .to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).build()?;
            let info = OperationInfo {
                operation_id: "delete_volume",
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
    /**Builder for [`Client::list_snapshots_of_volume`]

[`Client::list_snapshots_of_volume`]: super::Client::list_snapshots_of_volume*/
    #[derive(Debug, Clone)]
    pub struct ListSnapshotsOfVolume<'a> {
        client: &'a super::Client,
        volume_id: Result<crate::spec::PathSegment, String>,
        attributes: Result<Option<::std::string::String>, String>,
        expand: Result<Option<::std::string::String>, String>,
        filter: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        hide: Result<Option<types::HiddenPart>, String>,
        limit: Result<Option<i64>, String>,
        offset: Result<Option<i64>, String>,
        sort_by: Result<Option<::std::string::String>, String>,
        sort_options: Result<Option<::std::string::String>, String>,
        sort_order: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListSnapshotsOfVolume<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                volume_id: Err("volume_id was not initialized".to_string()),
                attributes: Ok(None),
                expand: Ok(None),
                filter: Ok(None),
                hide: Ok(None),
                limit: Ok(None),
                offset: Ok(None),
                sort_by: Ok(None),
                sort_options: Ok(None),
                sort_order: Ok(None),
            }
        }
        #[inline]
        pub fn volume_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.volume_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for volume_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for expand failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.filter = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for filter failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn hide<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HiddenPart>,
        {
            self.hide = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `HiddenPart` for hide failed".to_string());
            self
        }
        #[inline]
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        #[inline]
        pub fn offset<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.offset = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for offset failed".to_string());
            self
        }
        #[inline]
        pub fn sort_by<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_by = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_by failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_options<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_options = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_options failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_order<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_order = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_order failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/cloud_volumes/{volume_id}/cloud_volume_snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::VolumeSnapshotCollection>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self {
                client,
                volume_id,
                attributes,
                expand,
                filter,
                hide,
                limit,
                offset,
                sort_by,
                sort_options,
                sort_order,
            } = self;
            let volume_id = volume_id.map_err(Error::InvalidRequest)?;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let expand = expand.map_err(Error::InvalidRequest)?;
            let filter = filter.map_err(Error::InvalidRequest)?;
            let hide = hide.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let offset = offset.map_err(Error::InvalidRequest)?;
            let sort_by = sort_by.map_err(Error::InvalidRequest)?;
            let sort_options = sort_options.map_err(Error::InvalidRequest)?;
            let sort_order = sort_order.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/cloud_volumes/{}/cloud_volume_snapshots", client.baseurl,
                encode_path(& volume_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .query(&progenitor_client::QueryParam::new("expand", &expand))
                .query(&progenitor_client::QueryParam::new("filter[]", &filter))
                .query(&progenitor_client::QueryParam::new("hide", &hide))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("offset", &offset))
                .query(&progenitor_client::QueryParam::new("sort_by", &sort_by))
                .query(
                    &progenitor_client::QueryParam::new("sort_options", &sort_options),
                )
                .query(&progenitor_client::QueryParam::new("sort_order", &sort_order))
                .build()?;
            let info = OperationInfo {
                operation_id: "list_snapshots_of_volume",
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
    /**Builder for [`Client::create_volume_snapshot`]

[`Client::create_volume_snapshot`]: super::Client::create_volume_snapshot*/
    #[derive(Debug, Clone)]
    pub struct CreateVolumeSnapshot<'a> {
        client: &'a super::Client,
        volume_id: Result<crate::spec::PathSegment, String>,
        body: Result<types::builder::VolumeSnapshotCreation, String>,
    }
    impl<'a> CreateVolumeSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                volume_id: Err("volume_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        #[inline]
        pub fn volume_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.volume_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for volume_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::VolumeSnapshotCreation>,
            <V as std::convert::TryInto<
                types::VolumeSnapshotCreation,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!(
                        "conversion to `VolumeSnapshotCreation` for body failed: {}", s
                    )
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::VolumeSnapshotCreation,
            ) -> types::builder::VolumeSnapshotCreation,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/cloud_volumes/{volume_id}/cloud_volume_snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ActionResults>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, volume_id, body } = self;
            let volume_id = volume_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::VolumeSnapshotCreation::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/cloud_volumes/{}/cloud_volume_snapshots", client.baseurl,
                encode_path(& volume_id.to_string()),
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
                operation_id: "create_volume_snapshot",
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
    /**Builder for [`Client::get_snapshot_of_volume`]

[`Client::get_snapshot_of_volume`]: super::Client::get_snapshot_of_volume*/
    #[derive(Debug, Clone)]
    pub struct GetSnapshotOfVolume<'a> {
        client: &'a super::Client,
        volume_id: Result<crate::spec::PathSegment, String>,
        volume_snapshot_id: Result<crate::spec::PathSegment, String>,
        attributes: Result<Option<::std::string::String>, String>,
    }
    impl<'a> GetSnapshotOfVolume<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                volume_id: Err("volume_id was not initialized".to_string()),
                volume_snapshot_id: Err(
                    "volume_snapshot_id was not initialized".to_string(),
                ),
                attributes: Ok(None),
            }
        }
        #[inline]
        pub fn volume_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.volume_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for volume_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn volume_snapshot_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.volume_snapshot_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for volume_snapshot_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/cloud_volumes/{volume_id}/cloud_volume_snapshots/{volume_snapshot_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::VolumeSnapshot>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, volume_id, volume_snapshot_id, attributes } = self;
            let volume_id = volume_id.map_err(Error::InvalidRequest)?;
            let volume_snapshot_id = volume_snapshot_id.map_err(Error::InvalidRequest)?;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/cloud_volumes/{}/cloud_volume_snapshots/{}", client.baseurl,
                encode_path(& volume_id.to_string()), encode_path(& volume_snapshot_id
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
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .build()?;
            let info = OperationInfo {
                operation_id: "get_snapshot_of_volume",
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
    /**Builder for [`Client::list_volume_snapshots`]

[`Client::list_volume_snapshots`]: super::Client::list_volume_snapshots*/
    #[derive(Debug, Clone)]
    pub struct ListVolumeSnapshots<'a> {
        client: &'a super::Client,
        attributes: Result<Option<::std::string::String>, String>,
        expand: Result<Option<::std::string::String>, String>,
        filter: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        hide: Result<Option<types::HiddenPart>, String>,
        limit: Result<Option<i64>, String>,
        offset: Result<Option<i64>, String>,
        sort_by: Result<Option<::std::string::String>, String>,
        sort_options: Result<Option<::std::string::String>, String>,
        sort_order: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListVolumeSnapshots<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                attributes: Ok(None),
                expand: Ok(None),
                filter: Ok(None),
                hide: Ok(None),
                limit: Ok(None),
                offset: Ok(None),
                sort_by: Ok(None),
                sort_options: Ok(None),
                sort_order: Ok(None),
            }
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for expand failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.filter = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: vec :: Vec < :: std :: string :: String >` for filter failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn hide<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::HiddenPart>,
        {
            self.hide = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `HiddenPart` for hide failed".to_string());
            self
        }
        #[inline]
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for limit failed".to_string());
            self
        }
        #[inline]
        pub fn offset<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.offset = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for offset failed".to_string());
            self
        }
        #[inline]
        pub fn sort_by<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_by = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_by failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_options<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_options = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_options failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn sort_order<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sort_order = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for sort_order failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/cloud_volume_snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::VolumeSnapshotCollection>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self {
                client,
                attributes,
                expand,
                filter,
                hide,
                limit,
                offset,
                sort_by,
                sort_options,
                sort_order,
            } = self;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let expand = expand.map_err(Error::InvalidRequest)?;
            let filter = filter.map_err(Error::InvalidRequest)?;
            let hide = hide.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let offset = offset.map_err(Error::InvalidRequest)?;
            let sort_by = sort_by.map_err(Error::InvalidRequest)?;
            let sort_options = sort_options.map_err(Error::InvalidRequest)?;
            let sort_order = sort_order.map_err(Error::InvalidRequest)?;
            let url = format!("{}/cloud_volume_snapshots", client.baseurl,);
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .query(&progenitor_client::QueryParam::new("expand", &expand))
                .query(&progenitor_client::QueryParam::new("filter[]", &filter))
                .query(&progenitor_client::QueryParam::new("hide", &hide))
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("offset", &offset))
                .query(&progenitor_client::QueryParam::new("sort_by", &sort_by))
                .query(
                    &progenitor_client::QueryParam::new("sort_options", &sort_options),
                )
                .query(&progenitor_client::QueryParam::new("sort_order", &sort_order))
                .build()?;
            let info = OperationInfo {
                operation_id: "list_volume_snapshots",
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
    /**Builder for [`Client::delete_volume_snapshots`]

[`Client::delete_volume_snapshots`]: super::Client::delete_volume_snapshots*/
    #[derive(Debug, Clone)]
    pub struct DeleteVolumeSnapshots<'a> {
        client: &'a super::Client,
        body: Result<types::builder::DeletionOfSeveral, String>,
    }
    impl<'a> DeleteVolumeSnapshots<'a> {
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
            V: std::convert::TryInto<types::DeletionOfSeveral>,
            <V as std::convert::TryInto<
                types::DeletionOfSeveral,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `DeletionOfSeveral` for body failed: {}", s)
                });
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::DeletionOfSeveral,
            ) -> types::builder::DeletionOfSeveral,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/cloud_volume_snapshots`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ActionResults>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::DeletionOfSeveral::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/cloud_volume_snapshots", client.baseurl,);
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
                operation_id: "delete_volume_snapshots",
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
    /**Builder for [`Client::get_volume_snapshot`]

[`Client::get_volume_snapshot`]: super::Client::get_volume_snapshot*/
    #[derive(Debug, Clone)]
    pub struct GetVolumeSnapshot<'a> {
        client: &'a super::Client,
        volume_snapshot_id: Result<crate::spec::PathSegment, String>,
        attributes: Result<Option<::std::string::String>, String>,
    }
    impl<'a> GetVolumeSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                volume_snapshot_id: Err(
                    "volume_snapshot_id was not initialized".to_string(),
                ),
                attributes: Ok(None),
            }
        }
        #[inline]
        pub fn volume_snapshot_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.volume_snapshot_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for volume_snapshot_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn attributes<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.attributes = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for attributes failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/cloud_volume_snapshots/{volume_snapshot_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::VolumeSnapshot>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, volume_snapshot_id, attributes } = self;
            let volume_snapshot_id = volume_snapshot_id.map_err(Error::InvalidRequest)?;
            let attributes = attributes.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/cloud_volume_snapshots/{}", client.baseurl, encode_path(&
                volume_snapshot_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("attributes", &attributes))
                .build()?;
            let info = OperationInfo {
                operation_id: "get_volume_snapshot",
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
    /**Builder for [`Client::act_on_volume_snapshot`]

[`Client::act_on_volume_snapshot`]: super::Client::act_on_volume_snapshot*/
    #[derive(Debug, Clone)]
    pub struct ActOnVolumeSnapshot<'a> {
        client: &'a super::Client,
        volume_snapshot_id: Result<crate::spec::PathSegment, String>,
        body: Result<types::builder::Deletion, String>,
    }
    impl<'a> ActOnVolumeSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                volume_snapshot_id: Err(
                    "volume_snapshot_id was not initialized".to_string(),
                ),
                body: Ok(::std::default::Default::default()),
            }
        }
        #[inline]
        pub fn volume_snapshot_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.volume_snapshot_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for volume_snapshot_id failed"
                        .to_string()
                });
            self
        }
        #[inline]
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Deletion>,
            <V as std::convert::TryInto<types::Deletion>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Deletion` for body failed: {}", s));
            self
        }
        #[inline]
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Deletion) -> types::builder::Deletion,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/cloud_volume_snapshots/{volume_snapshot_id}`
        #[inline]
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ActionResult>, Error<()>> {
            crate::generated::decoded(self.response().await?)
        }
        /// The response itself, if it is the documented success.
        #[inline]
        pub(crate) async fn response(self) -> Result<::reqwest::Response, Error<()>> {
            let Self { client, volume_snapshot_id, body } = self;
            let volume_snapshot_id = volume_snapshot_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::Deletion::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/cloud_volume_snapshots/{}", client.baseurl, encode_path(&
                volume_snapshot_id.to_string()),
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
                operation_id: "act_on_volume_snapshot",
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
    /**Builder for [`Client::delete_volume_snapshot`]

[`Client::delete_volume_snapshot`]: super::Client::delete_volume_snapshot*/
    #[derive(Debug, Clone)]
    pub struct DeleteVolumeSnapshot<'a> {
        client: &'a super::Client,
        volume_snapshot_id: Result<crate::spec::PathSegment, String>,
    }
    impl<'a> DeleteVolumeSnapshot<'a> {
        #[inline]
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                volume_snapshot_id: Err(
                    "volume_snapshot_id was not initialized".to_string(),
                ),
            }
        }
        #[inline]
        pub fn volume_snapshot_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<crate::spec::PathSegment>,
        {
            self.volume_snapshot_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `crate :: spec :: PathSegment` for volume_snapshot_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/cloud_volume_snapshots/{volume_snapshot_id}`
        #[inline]
        pub async fn send(self) -> Result<ResponseValue<()>, Error<()>> {
            let Self { client, volume_snapshot_id } = self;
            let volume_snapshot_id = volume_snapshot_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/cloud_volume_snapshots/{}", client.baseurl, encode_path(&
                volume_snapshot_id.to_string()),
            );
            #[allow(unused_mut)]
            let mut request = client.client.delete(url).build()?;
            let info = OperationInfo {
                operation_id: "delete_volume_snapshot",
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
