//! `snapshots rename`, `clone`, `import` and `image`: they overwrite nothing, so there is no confirmation.

use super::{Clone, Image, Import, Rename};
use crate::cli::change::{self, Change};
use crate::cli::connect::{Need, connect};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::shapes::ResourceId;
use crate::cli::subject::Subject;
use crate::handle::Verb;
use crate::model::{CloneSnapshot, CreateImage, ImportSnapshot, RenameSnapshot};

pub(super) async fn rename(context: &Context, arguments: Rename) -> Result<Exit, Failure> {
    context.begin(Subject::one(Verb::RenameSnapshot, ResourceId::new("snapshot", Some(&arguments.one.snapshot))));
    let connection = connect(context, Need::Change).await?;
    let snapshot = arguments.one.reference(&connection.client, |it| it.rename_snapshot).await?;
    let request = RenameSnapshot::new(snapshot, arguments.name);
    change::run(Change::prepare(context, &connection, request, false).await?, false).await
}

pub(super) async fn clone(context: &Context, arguments: Clone) -> Result<Exit, Failure> {
    context.begin(Subject::one(Verb::CloneSnapshot, ResourceId::new("snapshot", None)));
    let connection = connect(context, Need::Change).await?;
    let snapshot = arguments.one.reference(&connection.client, |it| it.clone_snapshot).await?;
    let request = CloneSnapshot::new(snapshot, arguments.name, arguments.region);
    change::run(Change::prepare(context, &connection, request, false).await?, arguments.wait).await
}

pub(super) async fn import(context: &Context, arguments: Import) -> Result<Exit, Failure> {
    context.begin(Subject::one(Verb::ImportSnapshot, ResourceId::new("snapshot", None)));
    let connection = connect(context, Need::Change).await?;
    let Import { name, url, size, region, os_type, wait } = arguments;
    let mut request = ImportSnapshot::new(name, url, size, region);
    request.os_type = os_type;
    change::run(Change::prepare(context, &connection, request, false).await?, wait).await
}

pub(super) async fn image(context: &Context, arguments: Image) -> Result<Exit, Failure> {
    context.begin(Subject::one(Verb::CreateImage, ResourceId::new("image", None)));
    let connection = connect(context, Need::Change).await?;
    let snapshot = arguments.one.reference(&connection.client, |it| it.create_image).await?;
    let request = CreateImage::new(snapshot, arguments.name).labels(arguments.labels);
    change::run(Change::prepare(context, &connection, request, false).await?, arguments.wait).await
}
