//! Authentication and authorization: tokens, users, groups and roles.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::{SignedDuration, Timestamp};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::{Refused, ReplyResult, error, time};
use crate::sandbox::context::Context;
use crate::sandbox::store::later;
use crate::sandbox::wire::{Reply, Request};
use crate::spec::Operation;

pub(super) const USER: &str = "admin";
pub(super) const GROUPS: [&str; 3] = ["EvmGroup-super_administrator", "night-crew", "Prüfer"];

/// The lifetime in seconds of an API token, counted from its last use.
const API_TTL: i64 = 600;
/// The lifetime of a user interface token.
const UI_TTL: i64 = 3600;

/// The first kind of credentials present is decisive. OPTIONS needs none.
pub(super) fn authenticate(operation: &Operation, request: &Request, ctx: &mut Context<'_>) -> Result<(), Refused> {
    if operation.method == "OPTIONS" {
        return Ok(());
    }
    if ctx.fault("end-token").is_some() {
        ctx.state.extra.remove("tokens");
    }
    let secret = ctx.settings.token.as_str();
    if let Some(token) = request.header("x-auth-token") {
        use_token(token, request, ctx)?;
    } else if let Some(token) = request.bearer() {
        if token != secret {
            return Err(error(401, "Authentication failed"));
        }
    } else if let Some(encoded) = request.authorization("basic") {
        let known = format!("{USER}:{secret}");
        if STANDARD.decode(encoded).ok().as_deref() != Some(known.as_bytes()) {
            return Err(error(401, "Authentication failed"));
        }
    } else {
        return Err(error(401, "Api::BaseController::Authentication::AuthenticationError"));
    }
    if let Some(group) = request.header("x-miq-group").filter(|group| !group.is_empty()) {
        let group = percent_decode_str(&group.replace('+', " ")).decode_utf8_lossy().into_owned();
        if !GROUPS.contains(&group.as_str()) {
            return Err(error(401, format!("Invalid Authorization Group {group} specified")));
        }
    }
    Ok(())
}

fn use_token(token: &str, request: &Request, ctx: &mut Context<'_>) -> Result<(), Refused> {
    if token.is_empty() {
        return Err(error(401, "Empty Authentication Token (HTTP_X_AUTH_TOKEN)"));
    }
    let now = ctx.now;
    let invalid = || error(401, format!("Invalid Authentication Token {token} specified"));
    let mut known = known(token, ctx).ok_or_else(invalid)?;
    let ends = known["expires"].as_str().and_then(|ends| ends.parse::<Timestamp>().ok());
    // A web socket token is not valid for anything else.
    if ends.is_none_or(|ends| ends <= now) || known["requester_type"] == "ws" {
        return Err(invalid());
    }
    if request.header("x-auth-skip-token-renewal") != Some("true") {
        let ttl = known["ttl"].as_i64().unwrap_or(API_TTL);
        known["expires"] = json!(later(now, SignedDuration::from_secs(ttl)));
        keep(token, known, ctx);
    }
    Ok(())
}

/// The issued tokens. Tokens are removed and stored again when they change.
fn known(token: &str, ctx: &Context<'_>) -> Option<Value> {
    ctx.state.extra.get("tokens")?.get(token).cloned()
}

fn keep(token: &str, kept: Value, ctx: &mut Context<'_>) {
    let slot = ctx.state.extra.entry("tokens").or_insert_with(|| json!({}));
    slot[token] = kept;
}

pub(super) fn get_token(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let requester = request.query("requester_type").unwrap_or("api");
    if !["api", "ui", "ws"].contains(&requester) {
        let why = format!("Invalid requester_type {requester} specified, valid types are: api, ui, ws");
        return Err(error(400, why));
    }
    let ttl = if requester == "api" { API_TTL } else { UI_TTL };
    let ttl = ctx.fault("token-ttl").and_then(|seconds| seconds.parse().ok()).unwrap_or(ttl);
    let token = format!("{:032x}", ctx.rng().u128(..));
    ctx.next_id();
    let (requester, expires) = (requester.to_owned(), later(ctx.now, SignedDuration::from_secs(ttl)));
    let kept = json!({ "expires": expires, "ttl": ttl, "requester_type": requester });
    keep(&token, kept, ctx);
    let mut reply = json!({ "auth_token": token, "token_ttl": ttl, "expires_on": time(expires) });
    if requester != "api" {
        reply["requester_type"] = requester.into();
    }
    Ok(Reply::json(200, reply))
}

pub(super) fn delete_token(request: &Request, ctx: &mut Context<'_>) -> ReplyResult {
    let tokens = ctx.state.extra.get_mut("tokens").and_then(Value::as_object_mut);
    if let (Some(token), Some(tokens)) = (request.header("x-auth-token"), tokens) {
        tokens.remove(token);
    }
    Ok(Reply::empty(204))
}

// ---- roles ----

/// Whether the role has any of these product features. Without a list in the state, it has all of them.
pub(super) fn allows(ctx: &Context<'_>, features: &[&str]) -> bool {
    let listed = ctx.state.extra.get("features").and_then(Value::as_array);
    let has = |feature: &&str| listed.is_none_or(|list| list.iter().any(|known| known == feature));
    features.is_empty() || features.iter().any(has)
}

/// Returns 403 unless the role has one of the features. The error depends on the method and precedes any lookup.
pub(super) fn require(request: &Request, ctx: &Context<'_>, features: &[&str], action: &str) -> Result<(), Refused> {
    if allows(ctx, features) { Ok(()) } else { Err(forbidden(request, action)) }
}

pub(super) fn forbidden(request: &Request, action: &str) -> Refused {
    match request.method.as_str() {
        "GET" => error(403, "Use of the read action is forbidden"),
        "DELETE" => error(403, "Use of the delete action is forbidden"),
        _ => error(403, format!("Use of Action {action} is forbidden")),
    }
}

/// The features required for an action on the snapshots of a kind of machine.
pub(super) fn snapshot_features(kind: &str, action: &str) -> &'static [&'static str] {
    match (kind, action) {
        ("instances", "read") => &["cloud_volume_snapshot_view"],
        ("instances", "create") => &["cloud_volume_snapshot_create"],
        ("instances", "delete") => &["cloud_volume_snapshot_delete"],
        (_, "read") => &["vm_snapshot_view", "sui_vm_snapshots_view"],
        (_, "create") => &["vm_snapshot_add", "sui_vm_snapshot_create"],
        (_, "delete") => &["vm_snapshot_delete", "sui_vm_snapshot_delete"],
        _ => &["vm_snapshot_revert"],
    }
}
