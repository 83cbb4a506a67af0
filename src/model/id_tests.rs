use super::*;

const INVALID: [&str; 22] = [
    "", ".", "..", "a/b", "a\\b", "..\\x", "%2e%2e", "%2F", "a%00", "a\0b", "a\nb", "a\tb", "\u{7f}", "a?b", "a#b",
    " a", "a ", "a b", "\u{85}", "/", "../..", "vms/",
];

#[test]
fn invalid_ids_are_rejected() {
    for text in INVALID {
        assert!(SnapshotId::new(text).is_err(), "{text:?}");
        assert!(BackupId::new(text).is_err(), "{text:?}");
        assert!(VmId::new(text).is_err(), "{text:?}");
        assert!(VmId::new(format!("instances/{text}")).is_err(), "{text:?}");
    }
    assert!(SnapshotId::new("a".repeat(256)).is_err());
    assert!(SnapshotId::new("a".repeat(255)).is_ok());
}

#[test]
fn numbers_are_canonical_and_in_range() {
    let number = |text: &str| SnapshotId::new(text).unwrap().number();
    assert_eq!(number("14901").unwrap(), 14901);
    assert_eq!(number("9223372036854775807").unwrap(), i64::MAX);
    for text in ["0", "007", "+7", "-7", "1e3", "0x7", "9223372036854775808", "७", "7.0", "abc"] {
        let error = number(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{text:?}");
    }
}

#[test]
fn ids_compare_with_text_and_are_created_from_it() {
    let snapshot = SnapshotId::try_from("7").unwrap();
    assert!(snapshot == "7" && snapshot != "8" && snapshot.as_ref() == "7");
    for text in ["7", "vms/7", "instances/7"] {
        let vm = VmId::try_from(text).unwrap();
        assert!(vm == text && vm != "8", "{text}");
    }
    assert!(VmId::new("vms/7").unwrap() != "7" && VmId::new("vms/7").unwrap() != "instances/7");
    // Comparing, hashing, borrowing and printing use the same text.
    let names = std::collections::HashMap::from([(VmId::new("vms/7").unwrap(), "web-1")]);
    assert_eq!((names.get("vms/7"), names.get("7")), (Some(&"web-1"), None));
    assert_eq!((VmId::from(7).as_str(), SnapshotId::from(7).as_str(), BackupId::from(7).as_str()), ("7", "7", "7"));
    assert!(SnapshotId::try_from("a/b").is_err() && VmId::try_from("x/7").is_err());
}

#[test]
fn ids_are_validated_when_they_are_deserialized() {
    fn round_trip<T: Serialize + for<'de> Deserialize<'de>>(text: &str) -> Option<String> {
        let id: T = serde_json::from_value(text.into()).ok()?;
        serde_json::to_value(id).ok()?.as_str().map(str::to_owned)
    }
    for text in ["7", "3b0c7c1e-5d64"] {
        assert_eq!(round_trip::<SnapshotId>(text).as_deref(), Some(text));
        assert_eq!(round_trip::<BackupId>(text).as_deref(), Some(text));
        assert_eq!(round_trip::<VmId>(text).as_deref(), Some(text));
    }
    assert_eq!(round_trip::<VmId>("instances/7").as_deref(), Some("instances/7"));
    for text in INVALID {
        assert_eq!(round_trip::<SnapshotId>(text), None, "{text:?}");
        assert_eq!(round_trip::<BackupId>(text), None, "{text:?}");
        assert_eq!(round_trip::<VmId>(text), None, "{text:?}");
    }
}

#[test]
fn a_machine_keeps_its_kind() {
    for text in ["7", "vms/7", "instances/7"] {
        let vm = VmId::new(text).unwrap();
        assert_eq!((vm.to_string().as_str(), vm.as_str(), vm.as_ref(), vm.id()), (text, text, text, "7"));
        assert_eq!(vm.with_kind(VmKind::Instance), "instances/7");
    }
    assert!(VmId::new("instances/7").unwrap().number().is_err());
}
