pub mod operations {
    //! [`When`](::httpmock::When) and [`Then`](::httpmock::Then)
    //! wrappers for each operation. Each can be converted to
    //! its inner type with a call to `into_inner()`. This can
    //! be used to explicitly deviate from permitted values.
    use crate::generated::syminet::*;
    pub struct ListSnapshotsWhen(::httpmock::When);
    impl ListSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/images$").unwrap()),
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
        pub fn query<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("query", value.to_string()))
            } else {
                Self(self.0.query_param_missing("query"))
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
        pub fn ok(self, value: &types::SnapshotPage) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct ListSliceSnapshotsWhen(::httpmock::When);
    impl ListSliceSnapshotsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/images/snapshots/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn slice_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/images/snapshots/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct ListSliceSnapshotsThen(::httpmock::Then);
    impl ListSliceSnapshotsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::SliceSnapshotList) -> Self {
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
                        regex::Regex::new("^/images/snapshots/[^/]*/create$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn slice_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/images/snapshots/{}/create$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::SnapshotNameRequest) -> Self {
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
        pub fn accepted(self) -> Self {
            Self(self.0.status(202u16))
        }
    }
    pub struct RestoreSnapshotWhen(::httpmock::When);
    impl RestoreSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/images/snapshots/[^/]*/restore/[^/]*$")
                            .unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/images/snapshots/{}/restore/.*$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn slice_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/images/snapshots/.*/restore/{}$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
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
        pub fn accepted(self) -> Self {
            Self(self.0.status(202u16))
        }
    }
    pub struct RenameSnapshotWhen(::httpmock::When);
    impl RenameSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/images/snapshots/[^/]*/rename$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/images/snapshots/{}/rename$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn body(self, value: &types::SnapshotNameRequest) -> Self {
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
        pub fn accepted(self) -> Self {
            Self(self.0.status(202u16))
        }
    }
    pub struct DeleteSnapshotWhen(::httpmock::When);
    impl DeleteSnapshotWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(
                        regex::Regex::new("^/images/snapshots/[^/]*/delete$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn snapshot_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/images/snapshots/{}/delete$", crate ::mock::segment(value)
                    ),
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
        pub fn accepted(self) -> Self {
            Self(self.0.status(202u16))
        }
    }
    pub struct ListBackupsWhen(::httpmock::When);
    impl ListBackupsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/backups/[^/]*$").unwrap()),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn slice_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/backups/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct ListBackupsThen(::httpmock::Then);
    impl ListBackupsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn ok(self, value: &types::BackupList) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }
    }
    pub struct RestoreBackupWhen(::httpmock::When);
    impl RestoreBackupWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/backups/[^/]*/restore/[^/]*$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn slice_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/backups/{}/restore/.*$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
        pub fn backup_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!("^/backups/.*/restore/{}$", crate ::mock::segment(value)),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct RestoreBackupThen(::httpmock::Then);
    impl RestoreBackupThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn accepted(self) -> Self {
            Self(self.0.status(202u16))
        }
    }
    pub struct EnableBackupsWhen(::httpmock::When);
    impl EnableBackupsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/backups/[^/]*/backups/enable$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn slice_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/backups/{}/backups/enable$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct EnableBackupsThen(::httpmock::Then);
    impl EnableBackupsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn accepted(self) -> Self {
            Self(self.0.status(202u16))
        }
    }
    pub struct DisableBackupsWhen(::httpmock::When);
    impl DisableBackupsWhen {
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/backups/[^/]*/backups/disable$").unwrap(),
                    ),
            )
        }
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
        pub fn slice_id(self, value: i64) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/backups/{}/backups/disable$", crate ::mock::segment(value)
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }
    pub struct DisableBackupsThen(::httpmock::Then);
    impl DisableBackupsThen {
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }
        pub fn accepted(self) -> Self {
            Self(self.0.status(202u16))
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
    fn list_slice_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListSliceSnapshotsWhen,
            operations::ListSliceSnapshotsThen,
        );
    fn create_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateSnapshotWhen, operations::CreateSnapshotThen);
    fn restore_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RestoreSnapshotWhen, operations::RestoreSnapshotThen);
    fn rename_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RenameSnapshotWhen, operations::RenameSnapshotThen);
    fn delete_snapshot<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteSnapshotWhen, operations::DeleteSnapshotThen);
    fn list_backups<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListBackupsWhen, operations::ListBackupsThen);
    fn restore_backup<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RestoreBackupWhen, operations::RestoreBackupThen);
    fn enable_backups<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::EnableBackupsWhen, operations::EnableBackupsThen);
    fn disable_backups<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DisableBackupsWhen, operations::DisableBackupsThen);
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
    fn list_slice_snapshots<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::ListSliceSnapshotsWhen,
            operations::ListSliceSnapshotsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListSliceSnapshotsWhen::new(when),
                operations::ListSliceSnapshotsThen::new(then),
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
    fn list_backups<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListBackupsWhen, operations::ListBackupsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListBackupsWhen::new(when),
                operations::ListBackupsThen::new(then),
            )
        })
    }
    fn restore_backup<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RestoreBackupWhen, operations::RestoreBackupThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RestoreBackupWhen::new(when),
                operations::RestoreBackupThen::new(then),
            )
        })
    }
    fn enable_backups<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::EnableBackupsWhen, operations::EnableBackupsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::EnableBackupsWhen::new(when),
                operations::EnableBackupsThen::new(then),
            )
        })
    }
    fn disable_backups<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DisableBackupsWhen, operations::DisableBackupsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DisableBackupsWhen::new(when),
                operations::DisableBackupsThen::new(then),
            )
        })
    }
}
