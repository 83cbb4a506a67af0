pub mod operations {
    //! [`When`](::httpmock::When) and [`Then`](::httpmock::Then)
    //! wrappers for each operation. Each can be converted to
    //! its inner type with a call to `into_inner()`. This can
    //! be used to explicitly deviate from permitted values.
    use crate::generated::genesiscloud::*;
    pub struct ListSnapshotsWhen(::httpmock::When);
    impl ListSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/snapshots$").unwrap()),
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
    }
    pub struct ListSnapshotsThen(::httpmock::Then);
    impl ListSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::SnapshotList) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ImportSnapshotWhen(::httpmock::When);
    impl ImportSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/snapshots$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn body(self, value: &types::SnapshotImport) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct ImportSnapshotThen(::httpmock::Then);
    impl ImportSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn created(self, value: &types::SnapshotResponse) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
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
                    .path_matches(regex::Regex::new("^/snapshots/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/snapshots/{}$", crate ::mock::segment(value)),
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
        pub fn ok(self, value: &types::SnapshotResponse) -> Self {
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
                    .path_matches(regex::Regex::new("^/snapshots/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/snapshots/{}$", crate ::mock::segment(value)),
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
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }
    }
    pub struct RenameSnapshotWhen(::httpmock::When);
    impl RenameSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::PATCH)
                    .path_matches(regex::Regex::new("^/snapshots/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/snapshots/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::SnapshotRenaming) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct RenameSnapshotThen(::httpmock::Then);
    impl RenameSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::SnapshotResponse) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct CloneSnapshotWhen(::httpmock::When);
    impl CloneSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/snapshots/[^/]*/clone$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: &crate::spec::PathSegment) -> Self {
            let re = regex::Regex::new(
                    &format!("^/snapshots/{}/clone$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::SnapshotClone) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct CloneSnapshotThen(::httpmock::Then);
    impl CloneSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn created(self, value: &types::SnapshotResponse) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
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
    }
    pub struct ListInstanceSnapshotsThen(::httpmock::Then);
    impl ListInstanceSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::SnapshotList) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct CreateInstanceSnapshotWhen(::httpmock::When);
    impl CreateInstanceSnapshotWhen {
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
        pub fn body(self, value: &types::SnapshotCreation) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct CreateInstanceSnapshotThen(::httpmock::Then);
    impl CreateInstanceSnapshotThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn created(self, value: &types::SnapshotResponse) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
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
    }
    pub struct ListInstancesThen(::httpmock::Then);
    impl ListInstancesThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::InstanceList) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct CreateInstanceWhen(::httpmock::When);
    impl CreateInstanceWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/instances$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn body(self, value: &types::InstanceCreation) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }
    pub struct CreateInstanceThen(::httpmock::Then);
    impl CreateInstanceThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn created(self, value: &types::InstanceResponse) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
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
    }
    pub struct GetInstanceThen(::httpmock::Then);
    impl GetInstanceThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::InstanceResponse) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct DeleteInstanceWhen(::httpmock::When);
    impl DeleteInstanceWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
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
    }
    pub struct DeleteInstanceThen(::httpmock::Then);
    impl DeleteInstanceThen {
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
    fn list_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListSnapshotsWhen, operations::ListSnapshotsThen);
    fn import_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ImportSnapshotWhen, operations::ImportSnapshotThen);
    fn get_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetSnapshotWhen, operations::GetSnapshotThen);
    fn delete_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteSnapshotWhen, operations::DeleteSnapshotThen);
    fn rename_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RenameSnapshotWhen, operations::RenameSnapshotThen);
    fn clone_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CloneSnapshotWhen, operations::CloneSnapshotThen);
    fn list_instance_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListInstanceSnapshotsWhen,
            operations::ListInstanceSnapshotsThen,
        );
    fn create_instance_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateInstanceSnapshotWhen,
            operations::CreateInstanceSnapshotThen,
        );
    fn list_instances<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListInstancesWhen, operations::ListInstancesThen);
    fn create_instance<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateInstanceWhen, operations::CreateInstanceThen);
    fn get_instance<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetInstanceWhen, operations::GetInstanceThen);
    fn delete_instance<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteInstanceWhen, operations::DeleteInstanceThen);
}
impl MockServerExt for ::httpmock::MockServer {
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
    fn import_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ImportSnapshotWhen, operations::ImportSnapshotThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ImportSnapshotWhen::new(when),
                operations::ImportSnapshotThen::new(then),
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
    fn rename_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RenameSnapshotWhen, operations::RenameSnapshotThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RenameSnapshotWhen::new(when),
                operations::RenameSnapshotThen::new(then),
            )
        })
    }
    fn clone_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CloneSnapshotWhen, operations::CloneSnapshotThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CloneSnapshotWhen::new(when),
                operations::CloneSnapshotThen::new(then),
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
    fn create_instance_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateInstanceSnapshotWhen,
            operations::CreateInstanceSnapshotThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateInstanceSnapshotWhen::new(when),
                operations::CreateInstanceSnapshotThen::new(then),
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
    fn create_instance<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateInstanceWhen, operations::CreateInstanceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateInstanceWhen::new(when),
                operations::CreateInstanceThen::new(then),
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
    fn delete_instance<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteInstanceWhen, operations::DeleteInstanceThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteInstanceWhen::new(when),
                operations::DeleteInstanceThen::new(then),
            )
        })
    }
}
