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

/// Comparing, hashing, borrowing and printing use the same text, with the kind of a machine.
#[test]
fn ids_compare_with_text_and_are_created_from_it() {
    macro_rules! same_text {
        ($($id:ident $($text:literal)*;)*) => {$($(
            let id = $id::try_from($text).unwrap();
            assert!(id == $text && id == *$text && id != "8" && id != *"8", "{id}");
            assert_eq!((id.as_ref(), id.as_str(), id.to_string().as_str()), ($text, $text, $text));
            assert_eq!((&$text.parse::<$id>().unwrap(), &$id::try_from($text.to_owned()).unwrap()), (&id, &id));
            let names = std::collections::HashMap::from([(id.clone(), "name")]);
            assert_eq!((names.get($text), names.get("8")), (Some(&"name"), None));
            assert_eq!(String::from(id), $text);
        )*
            assert_eq!($id::from(7), "7");
            assert!($id::try_from("a//b").is_err() && $id::try_from("a//b".to_owned()).is_err());
            assert!("a//b".parse::<$id>().is_err());
        )*};
    }
    same_text! {
        SnapshotId "7" "a-b";
        BackupId "7" "a-b";
        VmId "7" "vms/7" "instances/7";
    }
    let vm = VmId::new("vms/7").unwrap();
    assert!(vm != "7" && vm != *"7" && vm != "instances/7");
    assert_eq!(std::collections::HashMap::from([(vm, "name")]).get("7"), None);
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
