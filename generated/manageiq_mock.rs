pub mod operations {
    //! [`When`](::httpmock::When) and [`Then`](::httpmock::Then)
    //! wrappers for each operation. Each can be converted to
    //! its inner type with a call to `into_inner()`. This can
    //! be used to explicitly deviate from permitted values.
    use crate::generated::manageiq::*;
    pub struct GetEntryPointWhen(::httpmock::When);
    impl GetEntryPointWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
    }
    pub struct GetEntryPointThen(::httpmock::Then);
    impl GetEntryPointThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::EntryPoint) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct GetTokenWhen(::httpmock::When);
    impl GetTokenWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/auth$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn requester_type<T>(self, value: T) -> Self
        where
            T: Into<Option<types::TokenUse>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("requester_type", value.to_string()))
            } else {
                Self(self.0.query_param_missing("requester_type"))
            }
        }
    }
    pub struct GetTokenThen(::httpmock::Then);
    impl GetTokenThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::Token) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteTokenWhen(::httpmock::When);
    impl DeleteTokenWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(regex::Regex::new("^/auth$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
    }
    pub struct DeleteTokenThen(::httpmock::Then);
    impl DeleteTokenThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
    }
    pub struct ListVmsWhen(::httpmock::When);
    impl ListVmsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/vms$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
        pub fn by_tag<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("by_tag", value.to_string()))
            } else {
                Self(self.0.query_param_missing("by_tag"))
            }
        }
        pub fn collection_class<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("collection_class", value.to_string()))
            } else {
                Self(self.0.query_param_missing("collection_class"))
            }
        }
        pub fn expand<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("expand", value.to_string()))
            } else {
                Self(self.0.query_param_missing("expand"))
            }
        }
        pub fn filter<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("filter[]", value.to_string()))
            } else {
                Self(self.0.query_param_missing("filter[]"))
            }
        }
        pub fn hide<T>(self, value: T) -> Self
        where
            T: Into<Option<types::HiddenPart>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("hide", value.to_string()))
            } else {
                Self(self.0.query_param_missing("hide"))
            }
        }
        pub fn limit<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("limit", value.to_string()))
            } else {
                Self(self.0.query_param_missing("limit"))
            }
        }
        pub fn offset<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("offset", value.to_string()))
            } else {
                Self(self.0.query_param_missing("offset"))
            }
        }
        pub fn sort_by<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_by", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_by"))
            }
        }
        pub fn sort_options<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_options", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_options"))
            }
        }
        pub fn sort_order<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_order", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_order"))
            }
        }
    }
    pub struct ListVmsThen(::httpmock::Then);
    impl ListVmsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::VmCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DescribeVmsWhen(::httpmock::When);
    impl DescribeVmsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::OPTIONS)
                    .path_matches(regex::Regex::new("^/vms$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
    }
    pub struct DescribeVmsThen(::httpmock::Then);
    impl DescribeVmsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::CollectionMetadata) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct GetVmWhen(::httpmock::When);
    impl GetVmWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/vms/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/vms/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
        pub fn expand<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("expand", value.to_string()))
            } else {
                Self(self.0.query_param_missing("expand"))
            }
        }
    }
    pub struct GetVmThen(::httpmock::Then);
    impl GetVmThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::Vm) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ListVmSnapshotsWhen(::httpmock::When);
    impl ListVmSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/vms/[^/]*/snapshots$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/vms/{}/snapshots$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
        pub fn expand<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("expand", value.to_string()))
            } else {
                Self(self.0.query_param_missing("expand"))
            }
        }
        pub fn filter<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("filter[]", value.to_string()))
            } else {
                Self(self.0.query_param_missing("filter[]"))
            }
        }
        pub fn hide<T>(self, value: T) -> Self
        where
            T: Into<Option<types::HiddenPart>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("hide", value.to_string()))
            } else {
                Self(self.0.query_param_missing("hide"))
            }
        }
        pub fn limit<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("limit", value.to_string()))
            } else {
                Self(self.0.query_param_missing("limit"))
            }
        }
        pub fn offset<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("offset", value.to_string()))
            } else {
                Self(self.0.query_param_missing("offset"))
            }
        }
        pub fn sort_by<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_by", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_by"))
            }
        }
        pub fn sort_options<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_options", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_options"))
            }
        }
        pub fn sort_order<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_order", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_order"))
            }
        }
    }
    pub struct ListVmSnapshotsThen(::httpmock::Then);
    impl ListVmSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::SnapshotCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ChangeVmSnapshotsWhen(::httpmock::When);
    impl ChangeVmSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/vms/[^/]*/snapshots$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/vms/{}/snapshots$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::SnapshotsChange) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct ChangeVmSnapshotsThen(::httpmock::Then);
    impl ChangeVmSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ActionResults) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DescribeVmSnapshotsWhen(::httpmock::When);
    impl DescribeVmSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::OPTIONS)
                    .path_matches(regex::Regex::new("^/vms/[^/]*/snapshots$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/vms/{}/snapshots$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct DescribeVmSnapshotsThen(::httpmock::Then);
    impl DescribeVmSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::SnapshotFormAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct GetVmSnapshotWhen(::httpmock::When);
    impl GetVmSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/vms/[^/]*/snapshots/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/vms/{}/snapshots/.*$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/vms/.*/snapshots/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
    }
    pub struct GetVmSnapshotThen(::httpmock::Then);
    impl GetVmSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::Snapshot) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ActOnVmSnapshotWhen(::httpmock::When);
    impl ActOnVmSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/vms/[^/]*/snapshots/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/vms/{}/snapshots/.*$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/vms/.*/snapshots/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::VmSnapshotChange) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct ActOnVmSnapshotThen(::httpmock::Then);
    impl ActOnVmSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ActionResult) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteVmSnapshotWhen(::httpmock::When);
    impl DeleteVmSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(
                        regex::Regex::new("^/vms/[^/]*/snapshots/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/vms/{}/snapshots/.*$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/vms/.*/snapshots/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct DeleteVmSnapshotThen(::httpmock::Then);
    impl DeleteVmSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
    }
    pub struct ListInstancesWhen(::httpmock::When);
    impl ListInstancesWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/instances$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
        pub fn by_tag<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("by_tag", value.to_string()))
            } else {
                Self(self.0.query_param_missing("by_tag"))
            }
        }
        pub fn collection_class<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("collection_class", value.to_string()))
            } else {
                Self(self.0.query_param_missing("collection_class"))
            }
        }
        pub fn expand<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("expand", value.to_string()))
            } else {
                Self(self.0.query_param_missing("expand"))
            }
        }
        pub fn filter<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("filter[]", value.to_string()))
            } else {
                Self(self.0.query_param_missing("filter[]"))
            }
        }
        pub fn hide<T>(self, value: T) -> Self
        where
            T: Into<Option<types::HiddenPart>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("hide", value.to_string()))
            } else {
                Self(self.0.query_param_missing("hide"))
            }
        }
        pub fn limit<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("limit", value.to_string()))
            } else {
                Self(self.0.query_param_missing("limit"))
            }
        }
        pub fn offset<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("offset", value.to_string()))
            } else {
                Self(self.0.query_param_missing("offset"))
            }
        }
        pub fn sort_by<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_by", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_by"))
            }
        }
        pub fn sort_options<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_options", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_options"))
            }
        }
        pub fn sort_order<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_order", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_order"))
            }
        }
    }
    pub struct ListInstancesThen(::httpmock::Then);
    impl ListInstancesThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::VmCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DescribeInstancesWhen(::httpmock::When);
    impl DescribeInstancesWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::OPTIONS)
                    .path_matches(regex::Regex::new("^/instances$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
    }
    pub struct DescribeInstancesThen(::httpmock::Then);
    impl DescribeInstancesThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::CollectionMetadata) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct GetInstanceWhen(::httpmock::When);
    impl GetInstanceWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/instances/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn instance_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/instances/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
        pub fn expand<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("expand", value.to_string()))
            } else {
                Self(self.0.query_param_missing("expand"))
            }
        }
    }
    pub struct GetInstanceThen(::httpmock::Then);
    impl GetInstanceThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::Vm) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ListInstanceSnapshotsWhen(::httpmock::When);
    impl ListInstanceSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/instances/[^/]*/snapshots$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn instance_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/instances/{}/snapshots$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
        pub fn expand<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("expand", value.to_string()))
            } else {
                Self(self.0.query_param_missing("expand"))
            }
        }
        pub fn filter<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("filter[]", value.to_string()))
            } else {
                Self(self.0.query_param_missing("filter[]"))
            }
        }
        pub fn hide<T>(self, value: T) -> Self
        where
            T: Into<Option<types::HiddenPart>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("hide", value.to_string()))
            } else {
                Self(self.0.query_param_missing("hide"))
            }
        }
        pub fn limit<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("limit", value.to_string()))
            } else {
                Self(self.0.query_param_missing("limit"))
            }
        }
        pub fn offset<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("offset", value.to_string()))
            } else {
                Self(self.0.query_param_missing("offset"))
            }
        }
        pub fn sort_by<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_by", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_by"))
            }
        }
        pub fn sort_options<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_options", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_options"))
            }
        }
        pub fn sort_order<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_order", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_order"))
            }
        }
    }
    pub struct ListInstanceSnapshotsThen(::httpmock::Then);
    impl ListInstanceSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::SnapshotCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ChangeInstanceSnapshotsWhen(::httpmock::When);
    impl ChangeInstanceSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/instances/[^/]*/snapshots$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn instance_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/instances/{}/snapshots$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::SnapshotsChange) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct ChangeInstanceSnapshotsThen(::httpmock::Then);
    impl ChangeInstanceSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ActionResults) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DescribeInstanceSnapshotsWhen(::httpmock::When);
    impl DescribeInstanceSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::OPTIONS)
                    .path_matches(
                        regex::Regex::new("^/instances/[^/]*/snapshots$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn instance_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/instances/{}/snapshots$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct DescribeInstanceSnapshotsThen(::httpmock::Then);
    impl DescribeInstanceSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::SnapshotFormAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct GetInstanceSnapshotWhen(::httpmock::When);
    impl GetInstanceSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/instances/[^/]*/snapshots/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn instance_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/instances/{}/snapshots/.*$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/instances/.*/snapshots/{}$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
    }
    pub struct GetInstanceSnapshotThen(::httpmock::Then);
    impl GetInstanceSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::Snapshot) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ActOnInstanceSnapshotWhen(::httpmock::When);
    impl ActOnInstanceSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/instances/[^/]*/snapshots/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn instance_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/instances/{}/snapshots/.*$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/instances/.*/snapshots/{}$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::Deletion) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct ActOnInstanceSnapshotThen(::httpmock::Then);
    impl ActOnInstanceSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ActionResult) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteInstanceSnapshotWhen(::httpmock::When);
    impl DeleteInstanceSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(
                        regex::Regex::new("^/instances/[^/]*/snapshots/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn instance_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/instances/{}/snapshots/.*$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/instances/.*/snapshots/{}$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct DeleteInstanceSnapshotThen(::httpmock::Then);
    impl DeleteInstanceSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
    }
    pub struct ListTasksWhen(::httpmock::When);
    impl ListTasksWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/tasks$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
        pub fn expand<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("expand", value.to_string()))
            } else {
                Self(self.0.query_param_missing("expand"))
            }
        }
        pub fn filter<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("filter[]", value.to_string()))
            } else {
                Self(self.0.query_param_missing("filter[]"))
            }
        }
        pub fn hide<T>(self, value: T) -> Self
        where
            T: Into<Option<types::HiddenPart>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("hide", value.to_string()))
            } else {
                Self(self.0.query_param_missing("hide"))
            }
        }
        pub fn limit<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("limit", value.to_string()))
            } else {
                Self(self.0.query_param_missing("limit"))
            }
        }
        pub fn offset<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("offset", value.to_string()))
            } else {
                Self(self.0.query_param_missing("offset"))
            }
        }
        pub fn sort_by<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_by", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_by"))
            }
        }
        pub fn sort_options<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_options", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_options"))
            }
        }
        pub fn sort_order<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_order", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_order"))
            }
        }
    }
    pub struct ListTasksThen(::httpmock::Then);
    impl ListTasksThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::TaskCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct QueryTasksWhen(::httpmock::When);
    impl QueryTasksWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/tasks$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn body(self, value: &types::TaskQuery) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct QueryTasksThen(::httpmock::Then);
    impl QueryTasksThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::TaskQueryAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct GetTaskWhen(::httpmock::When);
    impl GetTaskWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/tasks/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn task_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/tasks/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
    }
    pub struct GetTaskThen(::httpmock::Then);
    impl GetTaskThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::Task) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ActOnTaskWhen(::httpmock::When);
    impl ActOnTaskWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/tasks/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn task_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/tasks/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::Deletion) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct ActOnTaskThen(::httpmock::Then);
    impl ActOnTaskThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ActionResult) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteTaskWhen(::httpmock::When);
    impl DeleteTaskWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(regex::Regex::new("^/tasks/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn task_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/tasks/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct DeleteTaskThen(::httpmock::Then);
    impl DeleteTaskThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
    }
    pub struct ListNotificationsWhen(::httpmock::When);
    impl ListNotificationsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/notifications$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
        pub fn expand<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("expand", value.to_string()))
            } else {
                Self(self.0.query_param_missing("expand"))
            }
        }
        pub fn filter<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("filter[]", value.to_string()))
            } else {
                Self(self.0.query_param_missing("filter[]"))
            }
        }
        pub fn hide<T>(self, value: T) -> Self
        where
            T: Into<Option<types::HiddenPart>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("hide", value.to_string()))
            } else {
                Self(self.0.query_param_missing("hide"))
            }
        }
        pub fn limit<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("limit", value.to_string()))
            } else {
                Self(self.0.query_param_missing("limit"))
            }
        }
        pub fn offset<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("offset", value.to_string()))
            } else {
                Self(self.0.query_param_missing("offset"))
            }
        }
        pub fn sort_by<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_by", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_by"))
            }
        }
        pub fn sort_options<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_options", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_options"))
            }
        }
        pub fn sort_order<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_order", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_order"))
            }
        }
    }
    pub struct ListNotificationsThen(::httpmock::Then);
    impl ListNotificationsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::NotificationCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ListVolumesWhen(::httpmock::When);
    impl ListVolumesWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/cloud_volumes$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
        pub fn expand<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("expand", value.to_string()))
            } else {
                Self(self.0.query_param_missing("expand"))
            }
        }
        pub fn filter<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("filter[]", value.to_string()))
            } else {
                Self(self.0.query_param_missing("filter[]"))
            }
        }
        pub fn hide<T>(self, value: T) -> Self
        where
            T: Into<Option<types::HiddenPart>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("hide", value.to_string()))
            } else {
                Self(self.0.query_param_missing("hide"))
            }
        }
        pub fn limit<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("limit", value.to_string()))
            } else {
                Self(self.0.query_param_missing("limit"))
            }
        }
        pub fn offset<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("offset", value.to_string()))
            } else {
                Self(self.0.query_param_missing("offset"))
            }
        }
        pub fn sort_by<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_by", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_by"))
            }
        }
        pub fn sort_options<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_options", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_options"))
            }
        }
        pub fn sort_order<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_order", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_order"))
            }
        }
    }
    pub struct ListVolumesThen(::httpmock::Then);
    impl ListVolumesThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::VolumeCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct CreateVolumeWhen(::httpmock::When);
    impl CreateVolumeWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/cloud_volumes$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn body(self, value: &types::VolumeCreation) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct CreateVolumeThen(::httpmock::Then);
    impl CreateVolumeThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ActionResults) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DescribeVolumesWhen(::httpmock::When);
    impl DescribeVolumesWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::OPTIONS)
                    .path_matches(regex::Regex::new("^/cloud_volumes$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn ems_id<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("ems_id", value.to_string()))
            } else {
                Self(self.0.query_param_missing("ems_id"))
            }
        }
    }
    pub struct DescribeVolumesThen(::httpmock::Then);
    impl DescribeVolumesThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::VolumeFormAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct GetVolumeWhen(::httpmock::When);
    impl GetVolumeWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/cloud_volumes/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn volume_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/cloud_volumes/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
    }
    pub struct GetVolumeThen(::httpmock::Then);
    impl GetVolumeThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::Volume) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ActOnVolumeWhen(::httpmock::When);
    impl ActOnVolumeWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/cloud_volumes/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn volume_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/cloud_volumes/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::VolumeChange) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct ActOnVolumeThen(::httpmock::Then);
    impl ActOnVolumeThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ActionResult) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteVolumeWhen(::httpmock::When);
    impl DeleteVolumeWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(regex::Regex::new("^/cloud_volumes/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn volume_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/cloud_volumes/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct DeleteVolumeThen(::httpmock::Then);
    impl DeleteVolumeThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
    }
    pub struct ListSnapshotsOfVolumeWhen(::httpmock::When);
    impl ListSnapshotsOfVolumeWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new(
                                "^/cloud_volumes/[^/]*/cloud_volume_snapshots$",
                            )
                            .unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn volume_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/cloud_volumes/{}/cloud_volume_snapshots$", crate
                        ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
        pub fn expand<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("expand", value.to_string()))
            } else {
                Self(self.0.query_param_missing("expand"))
            }
        }
        pub fn filter<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("filter[]", value.to_string()))
            } else {
                Self(self.0.query_param_missing("filter[]"))
            }
        }
        pub fn hide<T>(self, value: T) -> Self
        where
            T: Into<Option<types::HiddenPart>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("hide", value.to_string()))
            } else {
                Self(self.0.query_param_missing("hide"))
            }
        }
        pub fn limit<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("limit", value.to_string()))
            } else {
                Self(self.0.query_param_missing("limit"))
            }
        }
        pub fn offset<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("offset", value.to_string()))
            } else {
                Self(self.0.query_param_missing("offset"))
            }
        }
        pub fn sort_by<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_by", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_by"))
            }
        }
        pub fn sort_options<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_options", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_options"))
            }
        }
        pub fn sort_order<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_order", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_order"))
            }
        }
    }
    pub struct ListSnapshotsOfVolumeThen(::httpmock::Then);
    impl ListSnapshotsOfVolumeThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::VolumeSnapshotCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct CreateVolumeSnapshotWhen(::httpmock::When);
    impl CreateVolumeSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new(
                                "^/cloud_volumes/[^/]*/cloud_volume_snapshots$",
                            )
                            .unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn volume_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/cloud_volumes/{}/cloud_volume_snapshots$", crate
                        ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::VolumeSnapshotCreation) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct CreateVolumeSnapshotThen(::httpmock::Then);
    impl CreateVolumeSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ActionResults) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct GetSnapshotOfVolumeWhen(::httpmock::When);
    impl GetSnapshotOfVolumeWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new(
                                "^/cloud_volumes/[^/]*/cloud_volume_snapshots/[^/]*$",
                            )
                            .unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn volume_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/cloud_volumes/{}/cloud_volume_snapshots/.*$", crate
                        ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn volume_snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/cloud_volumes/.*/cloud_volume_snapshots/{}$", crate
                        ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
    }
    pub struct GetSnapshotOfVolumeThen(::httpmock::Then);
    impl GetSnapshotOfVolumeThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::VolumeSnapshot) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ListVolumeSnapshotsWhen(::httpmock::When);
    impl ListVolumeSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/cloud_volume_snapshots$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
        pub fn expand<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("expand", value.to_string()))
            } else {
                Self(self.0.query_param_missing("expand"))
            }
        }
        pub fn filter<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("filter[]", value.to_string()))
            } else {
                Self(self.0.query_param_missing("filter[]"))
            }
        }
        pub fn hide<T>(self, value: T) -> Self
        where
            T: Into<Option<types::HiddenPart>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("hide", value.to_string()))
            } else {
                Self(self.0.query_param_missing("hide"))
            }
        }
        pub fn limit<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("limit", value.to_string()))
            } else {
                Self(self.0.query_param_missing("limit"))
            }
        }
        pub fn offset<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("offset", value.to_string()))
            } else {
                Self(self.0.query_param_missing("offset"))
            }
        }
        pub fn sort_by<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_by", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_by"))
            }
        }
        pub fn sort_options<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_options", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_options"))
            }
        }
        pub fn sort_order<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("sort_order", value.to_string()))
            } else {
                Self(self.0.query_param_missing("sort_order"))
            }
        }
    }
    pub struct ListVolumeSnapshotsThen(::httpmock::Then);
    impl ListVolumeSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::VolumeSnapshotCollection) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteVolumeSnapshotsWhen(::httpmock::When);
    impl DeleteVolumeSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/cloud_volume_snapshots$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn body(self, value: &types::DeletionOfSeveral) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct DeleteVolumeSnapshotsThen(::httpmock::Then);
    impl DeleteVolumeSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ActionResults) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct GetVolumeSnapshotWhen(::httpmock::When);
    impl GetVolumeSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/cloud_volume_snapshots/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn volume_snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/cloud_volume_snapshots/{}$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn attributes<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("attributes", value.to_string()))
            } else {
                Self(self.0.query_param_missing("attributes"))
            }
        }
    }
    pub struct GetVolumeSnapshotThen(::httpmock::Then);
    impl GetVolumeSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::VolumeSnapshot) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ActOnVolumeSnapshotWhen(::httpmock::When);
    impl ActOnVolumeSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/cloud_volume_snapshots/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn volume_snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/cloud_volume_snapshots/{}$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::Deletion) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct ActOnVolumeSnapshotThen(::httpmock::Then);
    impl ActOnVolumeSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ActionResult) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteVolumeSnapshotWhen(::httpmock::When);
    impl DeleteVolumeSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(
                        regex::Regex::new("^/cloud_volume_snapshots/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn volume_snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/cloud_volume_snapshots/{}$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct DeleteVolumeSnapshotThen(::httpmock::Then);
    impl DeleteVolumeSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
    }
}
/// An extension trait for [`MockServer`](::httpmock::MockServer) that
/// adds a method for each operation. These are the equivalent of
/// type-checked [`mock()`](::httpmock::MockServer::mock) calls.
pub trait MockServerExt {
    fn get_entry_point<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetEntryPointWhen, operations::GetEntryPointThen);
    fn get_token<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetTokenWhen, operations::GetTokenThen);
    fn delete_token<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteTokenWhen, operations::DeleteTokenThen);
    fn list_vms<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListVmsWhen, operations::ListVmsThen);
    fn describe_vms<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DescribeVmsWhen, operations::DescribeVmsThen);
    fn get_vm<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetVmWhen, operations::GetVmThen);
    fn list_vm_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListVmSnapshotsWhen, operations::ListVmSnapshotsThen);
    fn change_vm_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ChangeVmSnapshotsWhen, operations::ChangeVmSnapshotsThen);
    fn describe_vm_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DescribeVmSnapshotsWhen,
            operations::DescribeVmSnapshotsThen,
        );
    fn get_vm_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetVmSnapshotWhen, operations::GetVmSnapshotThen);
    fn act_on_vm_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ActOnVmSnapshotWhen, operations::ActOnVmSnapshotThen);
    fn delete_vm_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteVmSnapshotWhen, operations::DeleteVmSnapshotThen);
    fn list_instances<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListInstancesWhen, operations::ListInstancesThen);
    fn describe_instances<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DescribeInstancesWhen, operations::DescribeInstancesThen);
    fn get_instance<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetInstanceWhen, operations::GetInstanceThen);
    fn list_instance_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListInstanceSnapshotsWhen,
            operations::ListInstanceSnapshotsThen,
        );
    fn change_instance_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ChangeInstanceSnapshotsWhen,
            operations::ChangeInstanceSnapshotsThen,
        );
    fn describe_instance_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DescribeInstanceSnapshotsWhen,
            operations::DescribeInstanceSnapshotsThen,
        );
    fn get_instance_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetInstanceSnapshotWhen,
            operations::GetInstanceSnapshotThen,
        );
    fn act_on_instance_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ActOnInstanceSnapshotWhen,
            operations::ActOnInstanceSnapshotThen,
        );
    fn delete_instance_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteInstanceSnapshotWhen,
            operations::DeleteInstanceSnapshotThen,
        );
    fn list_tasks<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListTasksWhen, operations::ListTasksThen);
    fn query_tasks<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::QueryTasksWhen, operations::QueryTasksThen);
    fn get_task<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetTaskWhen, operations::GetTaskThen);
    fn act_on_task<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ActOnTaskWhen, operations::ActOnTaskThen);
    fn delete_task<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteTaskWhen, operations::DeleteTaskThen);
    fn list_notifications<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListNotificationsWhen, operations::ListNotificationsThen);
    fn list_volumes<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListVolumesWhen, operations::ListVolumesThen);
    fn create_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateVolumeWhen, operations::CreateVolumeThen);
    fn describe_volumes<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DescribeVolumesWhen, operations::DescribeVolumesThen);
    fn get_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetVolumeWhen, operations::GetVolumeThen);
    fn act_on_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ActOnVolumeWhen, operations::ActOnVolumeThen);
    fn delete_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteVolumeWhen, operations::DeleteVolumeThen);
    fn list_snapshots_of_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListSnapshotsOfVolumeWhen,
            operations::ListSnapshotsOfVolumeThen,
        );
    fn create_volume_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateVolumeSnapshotWhen,
            operations::CreateVolumeSnapshotThen,
        );
    fn get_snapshot_of_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetSnapshotOfVolumeWhen,
            operations::GetSnapshotOfVolumeThen,
        );
    fn list_volume_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListVolumeSnapshotsWhen,
            operations::ListVolumeSnapshotsThen,
        );
    fn delete_volume_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteVolumeSnapshotsWhen,
            operations::DeleteVolumeSnapshotsThen,
        );
    fn get_volume_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetVolumeSnapshotWhen, operations::GetVolumeSnapshotThen);
    fn act_on_volume_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ActOnVolumeSnapshotWhen,
            operations::ActOnVolumeSnapshotThen,
        );
    fn delete_volume_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteVolumeSnapshotWhen,
            operations::DeleteVolumeSnapshotThen,
        );
}
impl MockServerExt for ::httpmock::MockServer {
    fn get_entry_point<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetEntryPointWhen, operations::GetEntryPointThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetEntryPointWhen::new(when),
                operations::GetEntryPointThen::new(then),
            )
        })
    }
    fn get_token<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetTokenWhen, operations::GetTokenThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetTokenWhen::new(when),
                operations::GetTokenThen::new(then),
            )
        })
    }
    fn delete_token<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteTokenWhen, operations::DeleteTokenThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteTokenWhen::new(when),
                operations::DeleteTokenThen::new(then),
            )
        })
    }
    fn list_vms<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListVmsWhen, operations::ListVmsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListVmsWhen::new(when),
                operations::ListVmsThen::new(then),
            )
        })
    }
    fn describe_vms<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DescribeVmsWhen, operations::DescribeVmsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DescribeVmsWhen::new(when),
                operations::DescribeVmsThen::new(then),
            )
        })
    }
    fn get_vm<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetVmWhen, operations::GetVmThen),
    {
        self.mock(|when, then| {
            config_fn(operations::GetVmWhen::new(when), operations::GetVmThen::new(then))
        })
    }
    fn list_vm_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListVmSnapshotsWhen, operations::ListVmSnapshotsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListVmSnapshotsWhen::new(when),
                operations::ListVmSnapshotsThen::new(then),
            )
        })
    }
    fn change_vm_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ChangeVmSnapshotsWhen, operations::ChangeVmSnapshotsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ChangeVmSnapshotsWhen::new(when),
                operations::ChangeVmSnapshotsThen::new(then),
            )
        })
    }
    fn describe_vm_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DescribeVmSnapshotsWhen,
            operations::DescribeVmSnapshotsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DescribeVmSnapshotsWhen::new(when),
                operations::DescribeVmSnapshotsThen::new(then),
            )
        })
    }
    fn get_vm_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetVmSnapshotWhen, operations::GetVmSnapshotThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetVmSnapshotWhen::new(when),
                operations::GetVmSnapshotThen::new(then),
            )
        })
    }
    fn act_on_vm_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ActOnVmSnapshotWhen, operations::ActOnVmSnapshotThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ActOnVmSnapshotWhen::new(when),
                operations::ActOnVmSnapshotThen::new(then),
            )
        })
    }
    fn delete_vm_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteVmSnapshotWhen, operations::DeleteVmSnapshotThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteVmSnapshotWhen::new(when),
                operations::DeleteVmSnapshotThen::new(then),
            )
        })
    }
    fn list_instances<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListInstancesWhen, operations::ListInstancesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListInstancesWhen::new(when),
                operations::ListInstancesThen::new(then),
            )
        })
    }
    fn describe_instances<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DescribeInstancesWhen, operations::DescribeInstancesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DescribeInstancesWhen::new(when),
                operations::DescribeInstancesThen::new(then),
            )
        })
    }
    fn get_instance<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetInstanceWhen, operations::GetInstanceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetInstanceWhen::new(when),
                operations::GetInstanceThen::new(then),
            )
        })
    }
    fn list_instance_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListInstanceSnapshotsWhen,
            operations::ListInstanceSnapshotsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListInstanceSnapshotsWhen::new(when),
                operations::ListInstanceSnapshotsThen::new(then),
            )
        })
    }
    fn change_instance_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ChangeInstanceSnapshotsWhen,
            operations::ChangeInstanceSnapshotsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ChangeInstanceSnapshotsWhen::new(when),
                operations::ChangeInstanceSnapshotsThen::new(then),
            )
        })
    }
    fn describe_instance_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DescribeInstanceSnapshotsWhen,
            operations::DescribeInstanceSnapshotsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DescribeInstanceSnapshotsWhen::new(when),
                operations::DescribeInstanceSnapshotsThen::new(then),
            )
        })
    }
    fn get_instance_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetInstanceSnapshotWhen,
            operations::GetInstanceSnapshotThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetInstanceSnapshotWhen::new(when),
                operations::GetInstanceSnapshotThen::new(then),
            )
        })
    }
    fn act_on_instance_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ActOnInstanceSnapshotWhen,
            operations::ActOnInstanceSnapshotThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ActOnInstanceSnapshotWhen::new(when),
                operations::ActOnInstanceSnapshotThen::new(then),
            )
        })
    }
    fn delete_instance_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteInstanceSnapshotWhen,
            operations::DeleteInstanceSnapshotThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteInstanceSnapshotWhen::new(when),
                operations::DeleteInstanceSnapshotThen::new(then),
            )
        })
    }
    fn list_tasks<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListTasksWhen, operations::ListTasksThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListTasksWhen::new(when),
                operations::ListTasksThen::new(then),
            )
        })
    }
    fn query_tasks<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::QueryTasksWhen, operations::QueryTasksThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::QueryTasksWhen::new(when),
                operations::QueryTasksThen::new(then),
            )
        })
    }
    fn get_task<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetTaskWhen, operations::GetTaskThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetTaskWhen::new(when),
                operations::GetTaskThen::new(then),
            )
        })
    }
    fn act_on_task<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ActOnTaskWhen, operations::ActOnTaskThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ActOnTaskWhen::new(when),
                operations::ActOnTaskThen::new(then),
            )
        })
    }
    fn delete_task<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteTaskWhen, operations::DeleteTaskThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteTaskWhen::new(when),
                operations::DeleteTaskThen::new(then),
            )
        })
    }
    fn list_notifications<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListNotificationsWhen, operations::ListNotificationsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListNotificationsWhen::new(when),
                operations::ListNotificationsThen::new(then),
            )
        })
    }
    fn list_volumes<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListVolumesWhen, operations::ListVolumesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListVolumesWhen::new(when),
                operations::ListVolumesThen::new(then),
            )
        })
    }
    fn create_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateVolumeWhen, operations::CreateVolumeThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateVolumeWhen::new(when),
                operations::CreateVolumeThen::new(then),
            )
        })
    }
    fn describe_volumes<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DescribeVolumesWhen, operations::DescribeVolumesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DescribeVolumesWhen::new(when),
                operations::DescribeVolumesThen::new(then),
            )
        })
    }
    fn get_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetVolumeWhen, operations::GetVolumeThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetVolumeWhen::new(when),
                operations::GetVolumeThen::new(then),
            )
        })
    }
    fn act_on_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ActOnVolumeWhen, operations::ActOnVolumeThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ActOnVolumeWhen::new(when),
                operations::ActOnVolumeThen::new(then),
            )
        })
    }
    fn delete_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteVolumeWhen, operations::DeleteVolumeThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteVolumeWhen::new(when),
                operations::DeleteVolumeThen::new(then),
            )
        })
    }
    fn list_snapshots_of_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListSnapshotsOfVolumeWhen,
            operations::ListSnapshotsOfVolumeThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListSnapshotsOfVolumeWhen::new(when),
                operations::ListSnapshotsOfVolumeThen::new(then),
            )
        })
    }
    fn create_volume_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateVolumeSnapshotWhen,
            operations::CreateVolumeSnapshotThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateVolumeSnapshotWhen::new(when),
                operations::CreateVolumeSnapshotThen::new(then),
            )
        })
    }
    fn get_snapshot_of_volume<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetSnapshotOfVolumeWhen,
            operations::GetSnapshotOfVolumeThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetSnapshotOfVolumeWhen::new(when),
                operations::GetSnapshotOfVolumeThen::new(then),
            )
        })
    }
    fn list_volume_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListVolumeSnapshotsWhen,
            operations::ListVolumeSnapshotsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListVolumeSnapshotsWhen::new(when),
                operations::ListVolumeSnapshotsThen::new(then),
            )
        })
    }
    fn delete_volume_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteVolumeSnapshotsWhen,
            operations::DeleteVolumeSnapshotsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteVolumeSnapshotsWhen::new(when),
                operations::DeleteVolumeSnapshotsThen::new(then),
            )
        })
    }
    fn get_volume_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetVolumeSnapshotWhen, operations::GetVolumeSnapshotThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetVolumeSnapshotWhen::new(when),
                operations::GetVolumeSnapshotThen::new(then),
            )
        })
    }
    fn act_on_volume_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ActOnVolumeSnapshotWhen,
            operations::ActOnVolumeSnapshotThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ActOnVolumeSnapshotWhen::new(when),
                operations::ActOnVolumeSnapshotThen::new(then),
            )
        })
    }
    fn delete_volume_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::DeleteVolumeSnapshotWhen,
            operations::DeleteVolumeSnapshotThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteVolumeSnapshotWhen::new(when),
                operations::DeleteVolumeSnapshotThen::new(then),
            )
        })
    }
}
