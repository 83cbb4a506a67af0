use proptest::prelude::*;
use serde_json::Value;

use super::*;

/// The result of serde_json, unless a key is duplicated.
fn expected(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().filter(|_| crate::body::doubled(text.as_bytes()).is_empty())
}

#[test]
fn results_match_serde_json() {
    for text in [
        "{}",
        "[]",
        " [ ] ",
        "0",
        "-0",
        "-1",
        "1.5",
        "1e3",
        "18446744073709551615",
        "-9223372036854775808",
        "1e400",
        "01",
        "+1",
        "1.",
        ".5",
        "-",
        "1e",
        "nul",
        "null",
        "true ",
        "tru",
        "\"a\"",
        "\"a\\u00e9\\n\"",
        "\"\\ud83d\"",
        "\"\\ud83d\\udcbe\"",
        "\"\\x\"",
        "\"tab\there\"",
        "{\"a\":1}",
        "{\"a\" : [1 , {\"b\":null}]}",
        "{\"a\":1,}",
        "[1,]",
        "[,1]",
        "{,}",
        "{\"a\"}",
        "{a:1}",
        "[1 2]",
        "{} x",
        "",
        " ",
        "[[[[]]]]",
        "{\"a\":{\"a\":{\"a\":1}}}",
        "{\"a\\u0062\":1,\"b\":2}",
        "123456789012345678901234567890",
    ] {
        assert_eq!(read::<Value>(text).ok(), expected(text), "{text}");
        assert_eq!(read::<de::IgnoredAny>(text).is_ok(), expected(text).is_some() || text == "1e400", "{text}");
    }
    for depth in [126, 127, 128, 129] {
        let text = "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(read::<Value>(&text).is_ok(), expected(&text).is_some(), "{depth}");
    }
}

#[test]
fn duplicate_keys_are_detected_everywhere() {
    for text in [
        r#"{"a":1,"a":2}"#,
        r#"{"x":[{"b":{"a":1,"c":2,"a":1}}]}"#,
        r#"{"a":1,"\u0061":2}"#,
        r#"{"\u0061":1,"a":2}"#,
        r#"{"":1,"":2}"#,
    ] {
        assert!(read::<Value>(text).unwrap_err().is_doubled(), "{text}");
        assert!(read::<de::IgnoredAny>(text).unwrap_err().is_doubled(), "{text}");
    }
    assert!(read::<Value>(r#"[{"a":1},{"a":{"a":2}}]"#).is_ok(), "each object has its own keys");
    let many =
        |last: &str| format!("{{{}\"{last}\":0}}", (0..5000).map(|n| format!("\"key-{n}\":0,")).collect::<String>());
    assert!(read::<de::IgnoredAny>(&many("key-17")).unwrap_err().is_doubled());
    assert!(read::<de::IgnoredAny>(&many("key-5000")).is_ok());
}

#[test]
fn values_carry_their_byte_ranges() {
    #[derive(Deserialize)]
    struct List<'a> {
        #[serde(borrow)]
        rows: Vec<Placed<Row<'a>>>,
    }
    #[derive(Deserialize)]
    struct Row<'a> {
        #[serde(borrow)]
        name: std::borrow::Cow<'a, str>,
    }
    let text = r#"{"n": 2, "rows": [ {"name": "a"},{"x":[1],"name":"b\n"} ], "more": {}}"#;
    let list: List<'_> = read(text).unwrap();
    let found: Vec<_> = list.rows.iter().map(|row| (&*row.value.name, &text[row.place.clone()])).collect();
    assert_eq!(found, [("a", r#"{"name": "a"}"#), ("b\n", r#"{"x":[1],"name":"b\n"}"#)]);
}

/// Arrays whose objects differ from the first one in each of the ways that matter.
#[test]
fn each_object_of_an_array_is_checked() {
    let first = r#"{"a":1,"b":{"x":1,"y":2},"c":[{"p":1,"q":2}],"d":4,"e":5,"f":6,"g":7,"h":8}"#;
    for (next, doubled) in [
        (first, false),
        ("{}", false),
        (r#"{"b":2,"a":1}"#, false),
        (r#"{"a":1,"d":4,"b":2}"#, false),
        (r#"{"a":1,"h":8}"#, false),
        (r#"{"a":1 , "b" : 2,"c":3}"#, false),
        (r#"{"a":1,"n":0,"b":2,"h":8}"#, false),
        (r#"{"a":{"a":1},"b":{"a":1},"c":{"b":2}}"#, false),
        (r#"{"a":1,"a":1}"#, true),
        (r#"{"a":1,"b":2,"a":1}"#, true),
        (r#"{"a":1,"c":2,"b":2,"c":2}"#, true),
        (r#"{"a":1,"n":0,"b":2,"n":0}"#, true),
        (r#"{"a":1,"b":2,"\u0061":1}"#, true),
        (r#"{"a":1,"b":{"x":1,"y":2,"x":1}}"#, true),
        (r#"{"a":1,"b":{"x":1},"c":[{"p":1},{"p":1,"q":2,"p":1}]}"#, true),
        (r#"{"a":1,"b":2,"h":8,"h":8}"#, true),
    ] {
        for text in
            [format!("[{first},{next}]"), format!("[{first},{next},{first}]"), format!("[{next},{first},{next}]")]
        {
            let doubling = |read: Result<_, Odd>| read.map_err(|odd| odd.is_doubled());
            assert_eq!(
                doubling(read::<Value>(&text)),
                serde_json::from_str(&text).map_err(|_| doubled).and_then(|value| if doubled {
                    Err(true)
                } else {
                    Ok(value)
                }),
                "{text}"
            );
            assert_eq!(read::<de::IgnoredAny>(&text).is_err(), doubled, "{text}");
        }
    }
    for next in
        [r#"{,"b":2}"#, r#"{"a":1 "b":2}"#, r#"{"a":1,,"b":2}"#, r#"{"a":1,}"#, r#"{"a":1,"b"}"#, r#"{"a":1,"b":}"#]
    {
        let text = format!("[{first},{next}]");
        assert!(read::<Value>(&text).is_err_and(|odd| !odd.is_doubled()), "{text}");
    }
}

/// Keys beyond those that are remembered are compared all the same.
#[test]
fn large_objects_of_an_array_are_checked() {
    let object = |more: &str| format!("{{{}{more}}}", (0..5000).map(|n| format!("\"key-{n}\":0,")).collect::<String>());
    let list = |last: &str| format!("[{},{}]", object("\"z\":0"), object(&format!("\"{last}\":0")));
    assert!(read::<de::IgnoredAny>(&list("z")).is_ok());
    for twice in ["key-17", "key-4999"] {
        assert!(read::<de::IgnoredAny>(&list(twice)).unwrap_err().is_doubled(), "{twice}");
    }
}

fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        any::<i64>().prop_map(|n| n.to_string()),
        any::<u64>().prop_map(|n| n.to_string()),
        (-1_000_000_i64..1_000_000, 0_u32..9).prop_map(|(n, e)| format!("{n}.5e{e}")),
        any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap()),
    ];
    leaf.prop_recursive(4, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec(("[a-f\\\\\"]{0,3}", inner), 0..6).prop_map(|members| {
                let members =
                    members.iter().map(|(key, value)| format!("{}:{value}", serde_json::to_string(key).unwrap()));
                format!("{{{}}}", members.collect::<Vec<_>>().join(" ,"))
            }),
        ]
    })
}

/// An array of objects with few different keys, in any order, any number of them twice.
fn rows() -> impl Strategy<Value = String> {
    let separators = || prop_oneof![4 => Just((",", ":")), 1 => Just((", ", " : "))];
    let object = |value: BoxedStrategy<String>| {
        let members = prop::collection::vec((prop_oneof![4 => "[a-h]", 1 => Just("\\u0061".to_owned())], value), 0..7);
        (members, any::<bool>(), separators()).prop_map(|(mut members, sorted, (comma, colon))| {
            if sorted {
                members.sort();
                members.dedup_by(|one, other| one.0 == other.0);
            }
            let members = members.iter().map(|(key, value)| format!("\"{key}\"{colon}{value}"));
            format!("{{{}}}", members.collect::<Vec<_>>().join(comma))
        })
    };
    let list = |object: BoxedStrategy<String>| {
        prop::collection::vec(object, 0..5).prop_map(|items| format!("[{}]", items.join(",")))
    };
    let inner = object(Just("1".to_owned()).boxed()).boxed();
    let value = prop_oneof![4 => Just("1".to_owned()), 1 => inner.clone(), 1 => list(inner)];
    list(object(value.boxed()).boxed())
}

proptest! {
    #[test]
    fn arrays_of_similar_objects_give_the_result_of_serde_json(text in rows()) {
        prop_assert_eq!(read::<Value>(&text).ok(), expected(&text));
        prop_assert_eq!(read::<de::IgnoredAny>(&text).is_ok(), expected(&text).is_some());
    }

    /// Also for texts with one changed byte.
    #[test]
    fn any_text_gives_the_result_of_serde_json(text in json(), at in any::<prop::sample::Index>(), byte in "[ -~]") {
        prop_assert_eq!(read::<Value>(&text).ok(), expected(&text));
        let at = at.index(text.len());
        if text.is_char_boundary(at) && text.is_char_boundary(at + 1) {
            let mut odd = text.clone();
            odd.replace_range(at..=at, &byte);
            prop_assert_eq!(read::<Value>(&odd).ok(), expected(&odd), "{}", odd);
        }
    }
}
