pub mod operations {
    //! [`When`](::httpmock::When) and [`Then`](::httpmock::Then)
    //! wrappers for each operation. Each can be converted to
    //! its inner type with a call to `into_inner()`. This can
    //! be used to explicitly deviate from permitted values.
    use crate::generated::hyperstack::*;
    pub struct ListVmsWhen(::httpmock::When);
    impl ListVmsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/core/virtual-machines$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn environment<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("environment", value.to_string()))
            } else {
                Self(self.0.query_param_missing("environment"))
            }
        }
        pub fn exact_environment_match<T>(self, value: T) -> Self
        where
            T: Into<Option<bool>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("exact_environment_match", value.to_string()))
            } else {
                Self(self.0.query_param_missing("exact_environment_match"))
            }
        }
        pub fn page<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("page", value.to_string()))
            } else {
                Self(self.0.query_param_missing("page"))
            }
        }
        pub fn page_size<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("pageSize", value.to_string()))
            } else {
                Self(self.0.query_param_missing("pageSize"))
            }
        }
        pub fn search<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("search", value.to_string()))
            } else {
                Self(self.0.query_param_missing("search"))
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
        pub fn ok(self, value: &types::VmListAnswer) -> Self {
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
                    .path_matches(
                        regex::Regex::new("^/core/virtual-machines/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/core/virtual-machines/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
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
        pub fn ok(self, value: &types::VmAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteVmWhen(::httpmock::When);
    impl DeleteVmWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(
                        regex::Regex::new("^/core/virtual-machines/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/core/virtual-machines/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct DeleteVmThen(::httpmock::Then);
    impl DeleteVmThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::MessageAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct CheckVmNameWhen(::httpmock::When);
    impl CheckVmNameWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new(
                                "^/core/virtual-machines/name-availability/[^/]*$",
                            )
                            .unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn name(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/core/virtual-machines/name-availability/{}$", crate
                        ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct CheckVmNameThen(::httpmock::Then);
    impl CheckVmNameThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::NameAvailability) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ListVmEventsWhen(::httpmock::When);
    impl ListVmEventsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/core/virtual-machines/[^/]*/events$")
                            .unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/core/virtual-machines/{}/events$", crate
                        ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct ListVmEventsThen(::httpmock::Then);
    impl ListVmEventsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::VmEventsAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct StartVmWhen(::httpmock::When);
    impl StartVmWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/core/virtual-machines/[^/]*/start$")
                            .unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/core/virtual-machines/{}/start$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct StartVmThen(::httpmock::Then);
    impl StartVmThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::MessageAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct StopVmWhen(::httpmock::When);
    impl StopVmWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/core/virtual-machines/[^/]*/stop$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/core/virtual-machines/{}/stop$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct StopVmThen(::httpmock::Then);
    impl StopVmThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::MessageAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct CreateSnapshotWhen(::httpmock::When);
    impl CreateSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/core/virtual-machines/[^/]*/snapshots$")
                            .unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn vm_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/core/virtual-machines/{}/snapshots$", crate
                        ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::SnapshotCreation) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct CreateSnapshotThen(::httpmock::Then);
    impl CreateSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn created(self, value: &types::SnapshotAnswer) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ListSnapshotsWhen(::httpmock::When);
    impl ListSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/core/snapshots$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn page<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("page", value.to_string()))
            } else {
                Self(self.0.query_param_missing("page"))
            }
        }
        pub fn page_size<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("pageSize", value.to_string()))
            } else {
                Self(self.0.query_param_missing("pageSize"))
            }
        }
        pub fn search<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("search", value.to_string()))
            } else {
                Self(self.0.query_param_missing("search"))
            }
        }
    }
    pub struct ListSnapshotsThen(::httpmock::Then);
    impl ListSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::SnapshotListAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct CheckSnapshotNameWhen(::httpmock::When);
    impl CheckSnapshotNameWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/core/snapshots/name-availability/[^/]*$")
                            .unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn name(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/core/snapshots/name-availability/{}$", crate
                        ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct CheckSnapshotNameThen(::httpmock::Then);
    impl CheckSnapshotNameThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::NameAvailability) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct GetSnapshotWhen(::httpmock::When);
    impl GetSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/core/snapshots/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/core/snapshots/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct GetSnapshotThen(::httpmock::Then);
    impl GetSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::SnapshotAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteSnapshotWhen(::httpmock::When);
    impl DeleteSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(regex::Regex::new("^/core/snapshots/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/core/snapshots/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct DeleteSnapshotThen(::httpmock::Then);
    impl DeleteSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::MessageAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct RestoreSnapshotWhen(::httpmock::When);
    impl RestoreSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/core/snapshots/[^/]*/restore$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/core/snapshots/{}/restore$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::SnapshotRestoration) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct RestoreSnapshotThen(::httpmock::Then);
    impl RestoreSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::RestoreSnapshotAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ListSnapshotEventsWhen(::httpmock::When);
    impl ListSnapshotEventsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/core/snapshots/[^/]*/events$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/core/snapshots/{}/events$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct ListSnapshotEventsThen(::httpmock::Then);
    impl ListSnapshotEventsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::SnapshotEventsAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct CreateImageWhen(::httpmock::When);
    impl CreateImageWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/core/snapshots/[^/]*/image$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/core/snapshots/{}/image$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::ImageCreation) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct CreateImageThen(::httpmock::Then);
    impl CreateImageThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::CreateImageAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ListImagesWhen(::httpmock::When);
    impl ListImagesWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/core/images$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn include_public<T>(self, value: T) -> Self
        where
            T: Into<Option<bool>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("include_public", value.to_string()))
            } else {
                Self(self.0.query_param_missing("include_public"))
            }
        }
        pub fn page<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("page", value.to_string()))
            } else {
                Self(self.0.query_param_missing("page"))
            }
        }
        pub fn per_page<T>(self, value: T) -> Self
        where
            T: Into<Option<i64>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("per_page", value.to_string()))
            } else {
                Self(self.0.query_param_missing("per_page"))
            }
        }
        pub fn region<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("region", value.to_string()))
            } else {
                Self(self.0.query_param_missing("region"))
            }
        }
        pub fn search<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("search", value.to_string()))
            } else {
                Self(self.0.query_param_missing("search"))
            }
        }
    }
    pub struct ListImagesThen(::httpmock::Then);
    impl ListImagesThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ImageListAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct CheckImageNameWhen(::httpmock::When);
    impl CheckImageNameWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/core/image/name-availability/[^/]*$")
                            .unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn name(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/core/image/name-availability/{}$", crate
                        ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct CheckImageNameThen(::httpmock::Then);
    impl CheckImageNameThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::NameAvailability) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct GetImageWhen(::httpmock::When);
    impl GetImageWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/core/images/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn image_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/core/images/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct GetImageThen(::httpmock::Then);
    impl GetImageThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::ImageAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteImageWhen(::httpmock::When);
    impl DeleteImageWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(regex::Regex::new("^/core/images/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn image_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/core/images/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct DeleteImageThen(::httpmock::Then);
    impl DeleteImageThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::MessageAnswer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
}
/// An extension trait for [`MockServer`](::httpmock::MockServer) that
/// adds a method for each operation. These are the equivalent of
/// type-checked [`mock()`](::httpmock::MockServer::mock) calls.
pub trait MockServerExt {
    fn list_vms<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListVmsWhen, operations::ListVmsThen);
    fn get_vm<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetVmWhen, operations::GetVmThen);
    fn delete_vm<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteVmWhen, operations::DeleteVmThen);
    fn check_vm_name<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CheckVmNameWhen, operations::CheckVmNameThen);
    fn list_vm_events<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListVmEventsWhen, operations::ListVmEventsThen);
    fn start_vm<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::StartVmWhen, operations::StartVmThen);
    fn stop_vm<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::StopVmWhen, operations::StopVmThen);
    fn create_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateSnapshotWhen, operations::CreateSnapshotThen);
    fn list_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListSnapshotsWhen, operations::ListSnapshotsThen);
    fn check_snapshot_name<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CheckSnapshotNameWhen, operations::CheckSnapshotNameThen);
    fn get_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetSnapshotWhen, operations::GetSnapshotThen);
    fn delete_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteSnapshotWhen, operations::DeleteSnapshotThen);
    fn restore_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RestoreSnapshotWhen, operations::RestoreSnapshotThen);
    fn list_snapshot_events<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListSnapshotEventsWhen,
            operations::ListSnapshotEventsThen,
        );
    fn create_image<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateImageWhen, operations::CreateImageThen);
    fn list_images<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListImagesWhen, operations::ListImagesThen);
    fn check_image_name<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CheckImageNameWhen, operations::CheckImageNameThen);
    fn get_image<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetImageWhen, operations::GetImageThen);
    fn delete_image<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteImageWhen, operations::DeleteImageThen);
}
impl MockServerExt for ::httpmock::MockServer {
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
    fn get_vm<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetVmWhen, operations::GetVmThen),
    {
        self.mock(|when, then| {
            config_fn(operations::GetVmWhen::new(when), operations::GetVmThen::new(then))
        })
    }
    fn delete_vm<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteVmWhen, operations::DeleteVmThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteVmWhen::new(when),
                operations::DeleteVmThen::new(then),
            )
        })
    }
    fn check_vm_name<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CheckVmNameWhen, operations::CheckVmNameThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CheckVmNameWhen::new(when),
                operations::CheckVmNameThen::new(then),
            )
        })
    }
    fn list_vm_events<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListVmEventsWhen, operations::ListVmEventsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListVmEventsWhen::new(when),
                operations::ListVmEventsThen::new(then),
            )
        })
    }
    fn start_vm<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::StartVmWhen, operations::StartVmThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::StartVmWhen::new(when),
                operations::StartVmThen::new(then),
            )
        })
    }
    fn stop_vm<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::StopVmWhen, operations::StopVmThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::StopVmWhen::new(when),
                operations::StopVmThen::new(then),
            )
        })
    }
    fn create_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateSnapshotWhen, operations::CreateSnapshotThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateSnapshotWhen::new(when),
                operations::CreateSnapshotThen::new(then),
            )
        })
    }
    fn list_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListSnapshotsWhen, operations::ListSnapshotsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListSnapshotsWhen::new(when),
                operations::ListSnapshotsThen::new(then),
            )
        })
    }
    fn check_snapshot_name<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CheckSnapshotNameWhen, operations::CheckSnapshotNameThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CheckSnapshotNameWhen::new(when),
                operations::CheckSnapshotNameThen::new(then),
            )
        })
    }
    fn get_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetSnapshotWhen, operations::GetSnapshotThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetSnapshotWhen::new(when),
                operations::GetSnapshotThen::new(then),
            )
        })
    }
    fn delete_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteSnapshotWhen, operations::DeleteSnapshotThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteSnapshotWhen::new(when),
                operations::DeleteSnapshotThen::new(then),
            )
        })
    }
    fn restore_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RestoreSnapshotWhen, operations::RestoreSnapshotThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RestoreSnapshotWhen::new(when),
                operations::RestoreSnapshotThen::new(then),
            )
        })
    }
    fn list_snapshot_events<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListSnapshotEventsWhen,
            operations::ListSnapshotEventsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListSnapshotEventsWhen::new(when),
                operations::ListSnapshotEventsThen::new(then),
            )
        })
    }
    fn create_image<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateImageWhen, operations::CreateImageThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateImageWhen::new(when),
                operations::CreateImageThen::new(then),
            )
        })
    }
    fn list_images<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListImagesWhen, operations::ListImagesThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListImagesWhen::new(when),
                operations::ListImagesThen::new(then),
            )
        })
    }
    fn check_image_name<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CheckImageNameWhen, operations::CheckImageNameThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CheckImageNameWhen::new(when),
                operations::CheckImageNameThen::new(then),
            )
        })
    }
    fn get_image<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetImageWhen, operations::GetImageThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetImageWhen::new(when),
                operations::GetImageThen::new(then),
            )
        })
    }
    fn delete_image<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteImageWhen, operations::DeleteImageThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteImageWhen::new(when),
                operations::DeleteImageThen::new(then),
            )
        })
    }
}
