//! Credentials: user and password at once, tokens that are asked for and renewed, groups; and none of it told.

use std::time::Duration;

use cloudsnap::sandbox::Sandbox;
use cloudsnap::{Auth, Client, ErrorKind, ListSnapshots, Provider};
use futures_util::TryStreamExt;

use crate::support::{MIQ, builder, client, fixture, inject, quick, secret};

/// The statuses that an operation was answered with.
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
async fn user_and_password_go_out_at_once() {
    let (sandbox, client) = fixture().await;
    assert_eq!(list(&client).await.unwrap(), 8);
    assert_eq!((refused(&sandbox), seen(&sandbox, "get_token").len()), (0, 0));
    client.sign_out().await.unwrap();
    assert!(seen(&sandbox, "delete_token").is_empty(), "there is nothing to drop");
}

#[tokio::test]
async fn a_session_asks_for_one_token_and_drops_it() {
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

/// Many calls whose token ended at once: one asks for the next, the others wait for it.
#[tokio::test]
async fn one_renewal_at_a_time() {
    let (sandbox, _) = fixture().await;
    let client = builder(&sandbox).session(true).build().unwrap();
    let first = (0..8).map(|_| list(&client));
    for counted in futures_util::future::join_all(first).await {
        assert_eq!(counted.unwrap(), 8);
    }
    assert_eq!(seen(&sandbox, "get_token").len(), 1);
    // The server's clock jumps: it knows the token no more, while ours says that it is good.
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
    // It is renewed early: while it cannot be, the old one still does.
    tokio::time::sleep(Duration::from_millis(4600)).await;
    inject(&sandbox, "hang@get_token");
    list(&client).await.unwrap();
    assert!(seen(&sandbox, "get_token").len() == 2 && refused(&sandbox) == 0);
}

#[tokio::test]
async fn a_token_that_is_never_taken_ends_in_an_error_that_does_not_tell_it() {
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
async fn signing_in_fails_for_what_it_is() {
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
async fn tokens_and_bearers_of_the_callers_own() {
    let (sandbox, basic) = fixture().await;
    let given = basic.as_manageiq().unwrap().get_token().send().await.unwrap().into_inner();
    for auth in [
        Auth::token(given.auth_token.expose()),
        Auth::XAuthToken(given.auth_token.expose().into()),
        // The sandbox takes its secret as what an identity provider would have signed.
        Auth::Bearer(secret(&sandbox).into()),
    ] {
        let client = Client::builder(MIQ).base_url(sandbox.base_url(MIQ)).auth(auth).build().unwrap();
        assert_eq!(list(&client).await.unwrap(), 8);
        client.sign_out().await.unwrap();
    }
    assert!(seen(&sandbox, "delete_token").is_empty(), "what the caller gave is the caller's to drop");
}

#[tokio::test]
async fn the_group_goes_along_escaped_where_it_must_be() {
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
fn what_does_not_fit_is_told_before_anything_is_sent() {
    let basic = || Auth::basic("dana", "pw-for-tests");
    let https = || Client::builder(MIQ).base_url("https://appliance.example/api").auth(basic());
    assert!(https().build().is_ok());
    for (builder, why) in [
        (Client::builder(MIQ).auth(basic()), "missing base URL"),
        (https().base_url("http://appliance.example/api"), "plain HTTP"),
        (https().auth(Auth::token("t-for-tests")).session(true), "a session begins with"),
        (https().auth(Auth::basic("", "pw")), "the user name is missing"),
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

/// Loopback is plain http without asking; a client made for it sees no proxy.
#[tokio::test]
async fn a_whole_client_on_loopback() {
    let (sandbox, _) = fixture().await;
    assert!(list(&client(&sandbox)).await.is_ok());
}
