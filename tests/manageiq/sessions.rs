//! Credentials: preemptive username and password, tokens that are requested and renewed, groups; and nothing of it is printed.

use std::time::Duration;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{Auth, Client, ErrorKind, ListSnapshots, Provider};
use futures_util::TryStreamExt;

use crate::support::{MIQ, builder, client, fixture, inject, quick, secret};

/// The statuses in the responses to an operation.
fn seen(sandbox: &Sandbox, operation: &str) -> Vec<u16> {
    let requests = sandbox.requests();
    requests.iter().filter(|seen| seen.operation == Some(operation)).filter_map(|seen| seen.status).collect()
}

fn refused(sandbox: &Sandbox) -> usize {
    sandbox.requests().iter().filter(|seen| seen.status == Some(401)).count()
}

async fn list(client: &Client) -> Result<usize, cloudsnap::Error> {
    Ok(client.snapshots(ListSnapshots::default()).try_collect::<Vec<_>>().await?.len())
}

#[tokio::test]
async fn username_and_password_are_sent_preemptively() {
    let (sandbox, client) = fixture().await;
    assert_eq!(list(&client).await.unwrap(), 8);
    assert_eq!((refused(&sandbox), seen(&sandbox, "get_token").len()), (0, 0));
    client.sign_out().await.unwrap();
    assert!(seen(&sandbox, "delete_token").is_empty(), "there is nothing to revoke");
}

#[tokio::test]
async fn a_session_requests_one_token_and_revokes_it() {
    let (sandbox, _) = fixture().await;
    let client = builder(&sandbox).session(true).build().unwrap();
    for _ in 0..3 {
        assert_eq!(list(&client).await.unwrap(), 8);
    }
    assert_eq!((refused(&sandbox), seen(&sandbox, "get_token")), (0, vec![200]));
    client.sign_out().await.unwrap();
    assert_eq!(seen(&sandbox, "delete_token"), [204]);
    client.sign_out().await.unwrap();
    assert_eq!(seen(&sandbox, "delete_token").len(), 1);
    assert_eq!(list(&client).await.unwrap(), 8);
    assert_eq!(seen(&sandbox, "get_token").len(), 2);
    assert!(sandbox.violations().is_empty(), "{:#?}", sandbox.violations());
}

/// Many calls whose token expires at the same time: one requests the next, the others wait for it.
#[tokio::test]
async fn one_renewal_at_a_time() {
    let (sandbox, _) = fixture().await;
    let client = builder(&sandbox).session(true).build().unwrap();
    let first = (0..8).map(|_| list(&client));
    for counted in futures_util::future::join_all(first).await {
        assert_eq!(counted.unwrap(), 8);
    }
    assert_eq!(seen(&sandbox, "get_token").len(), 1);
    // The server's clock jumps: it no longer accepts the token, which is still valid by the local clock.
    sandbox.advance(Duration::from_secs(3600));
    for counted in futures_util::future::join_all((0..8).map(|_| list(&client))).await {
        assert_eq!(counted.unwrap(), 8);
    }
    assert_eq!(seen(&sandbox, "get_token").len(), 2);
    assert!(refused(&sandbox) >= 1);
}

#[tokio::test]
async fn a_token_is_renewed_before_it_ends() {
    let (sandbox, _) = fixture().await;
    let client = builder(&sandbox).session(true).build().unwrap();
    inject(&sandbox, "custom:token-ttl=2*1");
    inject(&sandbox, "custom:token-ttl=6*1");
    list(&client).await.unwrap();
    list(&client).await.unwrap();
    assert_eq!(seen(&sandbox, "get_token").len(), 1);
    tokio::time::sleep(Duration::from_millis(1600)).await;
    list(&client).await.unwrap();
    assert_eq!((seen(&sandbox, "get_token").len(), refused(&sandbox)), (2, 0));
    // It is renewed early: while this fails, the old one is still used.
    tokio::time::sleep(Duration::from_millis(4600)).await;
    inject(&sandbox, "hang@get_token");
    list(&client).await.unwrap();
    assert!(seen(&sandbox, "get_token").len() == 2 && refused(&sandbox) == 0);
}

#[tokio::test]
async fn a_token_that_is_always_rejected_ends_in_an_error_without_it() {
    let (sandbox, _) = fixture().await;
    let client = builder(&sandbox).session(true).build().unwrap();
    list(&client).await.unwrap();
    inject(&sandbox, "custom:end-token@list_instances*2");
    let error = list(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Unauthorized, 2), "{error}");
    // The server echoes it.
    assert!(error.to_string().contains("Invalid Authentication Token *** specified"), "{error}");
    assert!(!format!("{error:?}").contains(&secret(&sandbox)));

    let fixed = |token: &str| {
        let builder = Client::builder(MIQ).base_url(sandbox.base_url(MIQ)).options(quick());
        builder.auth(Auth::XAuthToken(token.into())).build().unwrap()
    };
    let error = list(&fixed("0123456789abcdef")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert!(!format!("{error} {error:?}").contains("0123456789abcdef"), "{error:?}");
}

#[tokio::test]
async fn failures_to_sign_in_have_the_right_kind() {
    let (sandbox, _) = fixture().await;
    let wrong = Client::builder(MIQ).base_url(sandbox.base_url(MIQ)).auth(Auth::basic("admin", "not-the-password"));
    let wrong = wrong.session(true).options(quick()).build().unwrap();
    let error = list(&wrong).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized, "{error}");
    assert!(error.to_string().contains("could not sign in"), "{error}");
    assert!(!format!("{error} {error:?}").contains("not-the-password"));

    let client = builder(&sandbox).session(true).build().unwrap();
    inject(&sandbox, "503@get_token");
    let error = list(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable, "{error}");
    assert!(!error.may_have_taken_effect());
    assert!(seen(&sandbox, "list_instances").is_empty(), "nothing is sent without a token");
}

#[tokio::test]
async fn tokens_and_bearer_tokens_of_the_caller() {
    let (sandbox, basic) = fixture().await;
    let given = basic.as_manageiq().unwrap().get_token().send().await.unwrap().into_inner();
    for auth in [
        Auth::token(given.auth_token.expose()),
        Auth::XAuthToken(given.auth_token.expose().into()),
        // The sandbox accepts its secret in place of a token from an identity provider.
        Auth::Bearer(secret(&sandbox).into()),
    ] {
        let client = Client::builder(MIQ).base_url(sandbox.base_url(MIQ)).auth(auth).build().unwrap();
        assert_eq!(list(&client).await.unwrap(), 8);
        client.sign_out().await.unwrap();
    }
    assert!(seen(&sandbox, "delete_token").is_empty(), "a token from the caller is not revoked");
}

#[tokio::test]
async fn the_group_is_sent_and_escaped_if_necessary() {
    let (sandbox, _) = fixture().await;
    for session in [false, true] {
        for group in ["night-crew", "Prüfer"] {
            let client = builder(&sandbox).group(group).session(session).build().unwrap();
            let entry = client.as_manageiq().unwrap().get_entry_point().send().await.unwrap().into_inner();
            assert_eq!(entry.identity.group.as_deref(), Some(group));
        }
        let client = builder(&sandbox).group("day-crew").session(session).build().unwrap();
        let error = list(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthorized);
        assert!(error.to_string().contains("Invalid Authorization Group day-crew"), "{error}");
    }
}

#[test]
fn invalid_settings_are_reported_before_anything_is_sent() {
    let basic = || Auth::basic("dana", "pw-for-tests");
    let https = || Client::builder(MIQ).base_url("https://appliance.example/api").auth(basic());
    assert!(https().build().is_ok());
    for (builder, why) in [
        (Client::builder(MIQ).auth(basic()), "missing base URL"),
        (https().base_url("http://appliance.example/api"), "plain HTTP"),
        (https().auth(Auth::token("t-for-tests")).session(true), "sessions require"),
        (https().auth(Auth::basic("", "pw")), "the username is missing"),
        (https().auth(Auth::basic("a:b", "pw")), "colon"),
        (https().auth(Auth::basic("dana", "")), "the password is missing"),
        (https().group(" "), "the group is empty"),
        (Client::builder(Provider::ManageIq).base_url("https://appliance.example/api"), "missing credentials"),
    ] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{error}");
        assert!(error.to_string().contains(why), "{error}");
    }
    assert!(https().base_url("http://appliance.example/api").allow_http(true).build().is_ok());
}

/// Plain http is allowed for loopback; a client for it uses no proxy.
#[tokio::test]
async fn a_whole_client_on_loopback() {
    let (sandbox, _) = fixture().await;
    assert!(list(&client(&sandbox)).await.is_ok());
}
