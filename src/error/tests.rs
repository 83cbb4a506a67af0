use super::*;

const KINDS: [ErrorKind; 18] = [
    ErrorKind::Unauthorized,
    ErrorKind::Forbidden,
    ErrorKind::NotFound,
    ErrorKind::Conflict,
    ErrorKind::Invalid,
    ErrorKind::QuotaExceeded,
    ErrorKind::RateLimited,
    ErrorKind::Unavailable,
    ErrorKind::Timeout,
    ErrorKind::OutcomeUnknown,
    ErrorKind::Unsupported,
    ErrorKind::OperationFailed,
    ErrorKind::Contract,
    ErrorKind::Decode,
    ErrorKind::Config,
    ErrorKind::State,
    ErrorKind::Transport,
    ErrorKind::DryRun,
];

fn error(kind: ErrorKind) -> Error {
    Error::new(kind, "why")
}

#[test]
fn only_transient_errors_without_an_effect_are_retryable() {
    let retryable: Vec<_> = KINDS.into_iter().filter(|kind| error(*kind).is_retryable()).collect();
    let transient =
        [ErrorKind::Conflict, ErrorKind::RateLimited, ErrorKind::Unavailable, ErrorKind::Timeout, ErrorKind::Transport];
    assert_eq!(retryable, transient);
    for kind in KINDS {
        assert!(!error(kind).after_effect().is_retryable(), "{kind}: it may have been applied");
        assert!(!error(kind).lasting().is_retryable(), "{kind}: retrying cannot fix it");
    }
}

#[test]
fn kinds_have_distinct_names_which_are_also_serialized() {
    let names: std::collections::BTreeSet<_> = KINDS.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(names.len(), KINDS.len());
    for kind in KINDS {
        // `NotFound` is `not_found`.
        let parts = format!("{kind:?}").chars().fold(String::new(), |name, c| match c.is_uppercase() {
            true if name.is_empty() => c.to_lowercase().collect(),
            true => format!("{name}_{}", c.to_lowercase()),
            false => format!("{name}{c}"),
        });
        assert_eq!((kind.as_str(), kind.to_string()), (&*parts, parts.clone()));
        assert_eq!(serde_json::to_value(kind).unwrap(), parts);
    }
}

#[test]
fn display_is_one_line_of_what_failed_and_why() {
    let plain = error(ErrorKind::Invalid);
    assert_eq!(plain.to_string(), "why");
    assert_eq!(plain.clone().on(Provider::ManageIq).to_string(), "ManageIQ: why");
    let mut whole = plain.on(Provider::ManageIq).on(Provider::Syminet).trying("first").trying("delete snapshot 7");
    whole.0.operation = Some("delete_snapshot".to_owned());
    assert_eq!(whole.to_string(), "ManageIQ: delete snapshot 7: why", "the first provider, the last attempt");
    let inner = &mut *whole.0;
    (inner.status, inner.attempts, inner.code) = (Some(503), 1, Some("E7".to_owned()));
    (inner.retry_after, inner.request_id) = (Some(Duration::from_secs(9)), Some("r-1".to_owned()));
    let start = "ManageIQ: delete snapshot 7: 503 Service Unavailable: why [E7]";
    assert_eq!(whole.to_string(), format!("{start} (retry after 9 s) (request r-1)"));
    whole.0.attempts = 3;
    assert_eq!(whole.to_string(), format!("{start} (after 3 attempts) (retry after 9 s) (request r-1)"));
    whole.0.tried = None;
    assert!(whole.to_string().starts_with("ManageIQ: delete_snapshot: "), "{whole}");
}

#[test]
fn text_of_the_server_cannot_control_a_terminal() {
    let error = Error::new(ErrorKind::Invalid, "a\u{1b}[2Jb").trying("get snapshot \u{202e}7");
    assert!(!format!("{error} {error:?}").contains(['\u{1b}', '\u{202e}']), "{error:?}");
    assert_eq!(error.message(), "a\u{fffd}[2Jb");
}

#[test]
fn an_error_carries_its_cause() {
    use std::error::Error as _;
    let mut cause = error(ErrorKind::Unavailable);
    (cause.0.status, cause.0.attempts) = (Some(502), 4);
    let unknown = Error::new(ErrorKind::OutcomeUnknown, "outcome unknown").because(&cause);
    assert_eq!(unknown.message(), "outcome unknown; the request failed with: why");
    assert_eq!((unknown.status(), unknown.attempts()), (Some(502), 4));
    let source = unknown.source().and_then(|source| source.downcast_ref::<Error>());
    assert_eq!(source.map(Error::kind), Some(ErrorKind::Unavailable));
}
