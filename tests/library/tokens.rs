//! Page tokens that leave the process as text.

use cloudsnap::{Advice, Client, ErrorKind, ListSnapshots, PageToken, Provider};

use crate::{builder, fixture};

/// A client as another process would create it.
fn new_client(sandbox: &cloudsnap::sandbox::Sandbox, provider: Provider) -> Client {
    builder(sandbox, provider).build().unwrap()
}

#[tokio::test]
async fn a_token_continues_the_list_after_a_round_trip_as_text() {
    let mut went_on = 0;
    for provider in Provider::ALL.iter().copied() {
        let (sandbox, builder) = fixture(provider, |it| it.snapshots(250).page_size(10)).await;
        let client = builder.build().unwrap();
        let list = ListSnapshots::default();
        let first = client.snapshots_page(&list, None).await.unwrap();
        let Some(token) = first.next else { continue };
        let text = token.to_string();
        assert!(text.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c)), "{text}");
        let json = serde_json::to_string(&token).unwrap();
        assert_eq!(serde_json::from_str::<PageToken>(&json).unwrap(), token);
        let second = new_client(&sandbox, provider).snapshots_page(&list, Some(text.parse().unwrap())).await.unwrap();
        let here = client.snapshots_page(&list, Some(token)).await.unwrap();
        assert_eq!((second.items, second.next), (here.items, here.next), "{provider}");
        went_on += 1;
    }
    assert!(went_on > 2, "{went_on}");
}

#[tokio::test]
async fn a_token_of_another_list_is_rejected() {
    let provider = Provider::Hyperstack;
    let (sandbox, builder) = fixture(provider, |it| it.snapshots(25).page_size(10)).await;
    let client = builder.build().unwrap();
    let token = client.snapshots_page(&ListSnapshots::default(), None).await.unwrap().next.unwrap();
    // From another account of the same provider, whose list has the same name.
    let (_other, foreign) = fixture(provider, |it| it.snapshots(25).page_size(10)).await;
    let foreign = foreign.build().unwrap();
    for refused in [
        foreign.snapshots_page(&ListSnapshots::default(), Some(token.clone())).await.map(drop),
        // From another list.
        new_client(&sandbox, provider).vms_page(Some(token.clone())).await.map(drop),
        "pt1.x".parse::<PageToken>().map(drop),
        "".parse::<PageToken>().map(drop),
        token.to_string().replace("pt1.", "pt2.").parse::<PageToken>().map(drop),
    ] {
        // The last three are not tokens; if one decodes, the list rejects it.
        match refused {
            Err(error) => {
                assert_eq!(
                    (error.kind(), error.advice()),
                    (ErrorKind::Invalid, Some(&Advice::SamePageToken)),
                    "{error}"
                );
            }
            Ok(()) => panic!("a foreign token was taken"),
        }
    }
    let made_up: PageToken = serde_json::from_str("\"pt1.YWJj\"").unwrap();
    let error = client.snapshots_page(&ListSnapshots::default(), Some(made_up)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
}
