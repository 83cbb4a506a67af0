//! Page tokens outside the process.

use cloudsnap::{Advice, Client, ErrorKind, ListSnapshots, PageToken, Provider};

use crate::{builder, fixture};

/// A client as another process would make it.
fn again(sandbox: &cloudsnap::sandbox::Sandbox, provider: Provider) -> Client {
    builder(sandbox, provider).build().unwrap()
}

#[tokio::test]
async fn a_token_comes_back_as_text_and_goes_on_where_it_was() {
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
        let second = again(&sandbox, provider).snapshots_page(&list, Some(text.parse().unwrap())).await.unwrap();
        let here = client.snapshots_page(&list, Some(token)).await.unwrap();
        assert_eq!((second.items, second.next), (here.items, here.next), "{provider}");
        went_on += 1;
    }
    assert!(went_on > 2, "{went_on}");
}

#[tokio::test]
async fn a_foreign_token_is_refused() {
    let provider = Provider::Hyperstack;
    let (sandbox, builder) = fixture(provider, |it| it.snapshots(25).page_size(10)).await;
    let client = builder.build().unwrap();
    let token = client.snapshots_page(&ListSnapshots::default(), None).await.unwrap().next.unwrap();
    // Of another account of the same provider, though its list bears the same name.
    let (_other, foreign) = fixture(provider, |it| it.snapshots(25).page_size(10)).await;
    let foreign = foreign.build().unwrap();
    for refused in [
        foreign.snapshots_page(&ListSnapshots::default(), Some(token.clone())).await.map(drop),
        // Of another list.
        again(&sandbox, provider).vms_page(Some(token.clone())).await.map(drop),
        "pt1.x".parse::<PageToken>().map(drop),
        "".parse::<PageToken>().map(drop),
        token.to_string().replace("pt1.", "pt2.").parse::<PageToken>().map(drop),
    ] {
        // The last three are no tokens at all, and one that decodes to something is refused by the list.
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
