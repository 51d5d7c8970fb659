//! No bytes make the decoder panic; whatever it answers is an answer; and what it writes, it reads.

#[path = "common/mod.rs"]
mod common;

use std::collections::BTreeMap;

use common::{
    Board, ClientNotification, ClientRequest, Corner, DrawParams, EraseParams, FromClient, Layout, MovedNotification,
    Shape, Square, opted_in, stable, well_formed,
};
use methodic::{Message, NoParams, Protocol, Rejected, RequestId, Surface};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value};

/// Decodes in every way; checks whatever is refused.
fn survives(bytes: &[u8]) {
    for surface in [Surface::Stable, Surface::Experimental] {
        if let Err(rejected) = Board::from_client(bytes, surface) {
            answer(bytes, &rejected);
        }
        if let Err(rejected) = Board::from_server(bytes, surface) {
            answer(bytes, &rejected);
        }
    }
    // The same through serde, which gives its own errors.
    let _ = serde_json::from_slice::<ClientRequest>(bytes);
    let _ = serde_json::from_slice::<ClientNotification>(bytes);
    let _ = serde_json::from_slice::<methodic::JsonRpcMessage>(bytes);
}

/// The answer is one, and carries the id of the message if that can be read.
fn answer(bytes: &[u8], rejected: &Rejected) {
    well_formed(rejected);
    if let Ok(Value::Object(members)) = serde_json::from_slice(bytes)
        && let Some(id) = members.get("id")
        && let Ok(id) = serde_json::from_value::<RequestId>(id.clone())
        && String::from_utf8_lossy(bytes).matches("id").count() == 1
    {
        assert_eq!(rejected.id.as_ref(), Some(&id), "{rejected}");
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-z]{1,8}", any::<String>()]
}

const NAMES: &[&str] = &[
    "id",
    "method",
    "params",
    "result",
    "error",
    "code",
    "message",
    "shapes",
    "type",
    "kind",
    "radius",
    "side",
    "corner",
    "parts",
    "layout",
    "width",
    "extra",
    "counts",
    "layer",
    "preview",
    "stamps",
    "x",
    "y",
    "rounded",
    "named",
    "fancy",
    "sharp-edge",
];

const METHODS: &[&str] = &["board/draw", "board/clear", "board/erase", "ready", "pointer/moved", "pointer/rested"];

const VARIANTS: &[&str] = &["circle", "square", "group", "dot", "blob", "grid", "free_form"];

/// Any JSON, with the names that mean something among its keys and its strings.
fn json() -> impl Strategy<Value = Value> {
    let key = prop_oneof![4 => select(NAMES).prop_map(str::to_owned), 1 => text()];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (0..300_i64).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        select(NAMES).prop_map(Value::from),
        select(METHODS).prop_map(Value::from),
        select(VARIANTS).prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 48, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((key.clone(), inner), 0..6).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn corner() -> impl Strategy<Value = Corner> {
    prop_oneof![
        Just(Corner::SharpEdge),
        any::<u32>().prop_map(|radius| Corner::Rounded { radius }),
        text().prop_map(Corner::Named),
        Just(Corner::Fancy),
    ]
}

fn layout() -> impl Strategy<Value = Layout> {
    prop_oneof![Just(Layout::FreeForm), any::<u8>().prop_map(|columns| Layout::Grid { columns })]
}

fn shape() -> impl Strategy<Value = Shape> {
    let leaf = prop_oneof![
        (any::<u32>(), option::of(text())).prop_map(|(radius, label)| Shape::Circle { radius, label }),
        (any::<u32>(), option::of(corner())).prop_map(|(side, corner)| Shape::Square(Square { side, corner })),
        Just(Shape::Dot),
        any::<u32>().prop_map(|corners| Shape::Blob { corners }),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        (layout(), vec(inner, 0..3)).prop_map(|(layout, parts)| Shape::Group { layout, parts })
    })
}

fn draw() -> impl Strategy<Value = DrawParams> {
    // A free-form null is the same as none; free-form numbers are kept to integers, which every reader keeps.
    let extra = option::of(prop_oneof![any::<i64>().prop_map(Value::from), text().prop_map(|t| Value::from(vec![t]))]);
    let named = (btree_map(text(), any::<u32>(), 0..3), option::of(text()), any::<bool>(), vec(text(), 0..3));
    (vec(shape(), 0..4), option::of(any::<u8>()), option::of(corner()), extra, named).prop_map(
        |(shapes, width, corner, extra, (counts, layer, preview, stamps))| DrawParams {
            shapes,
            width,
            corner,
            extra,
            counts,
            layer,
            preview,
            stamps,
        },
    )
}

fn request_id() -> impl Strategy<Value = RequestId> {
    prop_oneof![any::<i64>().prop_map(RequestId::Integer), text().prop_map(RequestId::String)]
}

fn request() -> impl Strategy<Value = ClientRequest> {
    prop_oneof![
        4 => (request_id(), draw()).prop_map(|(request_id, params)| ClientRequest::Draw { request_id, params }),
        1 => request_id().prop_map(|request_id| ClientRequest::Clear { request_id, params: NoParams }),
        1 => (request_id(), text())
            .prop_map(|(request_id, area)| ClientRequest::Erase { request_id, params: EraseParams { area } }),
    ]
}

fn notification() -> impl Strategy<Value = ClientNotification> {
    let moved = || (any::<i64>(), any::<i64>()).prop_map(|(x, y)| MovedNotification { x, y });
    prop_oneof![
        Just(ClientNotification::Ready(NoParams)),
        moved().prop_map(ClientNotification::Moved),
        moved().prop_map(ClientNotification::Rested),
    ]
}

/// Writes JSON with the members of every object, the envelope among them, in the order that `order` gives.
fn shuffled(value: &Value, order: &mut impl Iterator<Item = Index>) -> String {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            for at in (1..members.len()).rev() {
                if let Some(index) = order.next() {
                    members.swap(at, index.index(at + 1));
                }
            }
            let member =
                |(key, item): (&String, &Value)| format!("{}:{}", Value::from(key.as_str()), shuffled(item, order));
            format!("{{{}}}", members.into_iter().map(member).collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(|item| shuffled(item, order)).collect::<Vec<_>>().join(","))
        }
        leaf => leaf.to_string(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..200)) {
        survives(&bytes);
    }

    #[test]
    fn any_json(value in json()) {
        survives(value.to_string().as_bytes());
    }

    #[test]
    fn any_members_of_an_envelope(
        method in prop_oneof![4 => select(METHODS).prop_map(Value::from), 1 => json()],
        params in json(),
        id in prop_oneof![any::<i64>().prop_map(Value::from), json()],
        more in option::of(json()),
        order in vec(any::<Index>(), 8),
    ) {
        let mut members = Map::from_iter([("method".to_owned(), method), ("params".to_owned(), params), ("id".to_owned(), id)]);
        if let Some(Value::Object(more)) = more {
            members.extend(more);
        }
        let text = shuffled(&Value::Object(members), &mut order.into_iter());
        survives(text.as_bytes());
    }

    #[test]
    fn good_messages_that_were_cut_flipped_or_doubled(
        request in request(),
        cut in any::<Index>(),
        flips in vec((any::<Index>(), any::<u8>()), 0..4),
        doubled in option::of((any::<Index>(), any::<Index>())),
    ) {
        let good = serde_json::to_vec(&request).expect("serializable");
        survives(&good[..cut.index(good.len())]);
        let mut bad = good.clone();
        if let Some((one, other)) = doubled {
            let (one, other) = (one.index(bad.len()), other.index(bad.len()));
            let slice = bad[one.min(other)..one.max(other)].to_vec();
            bad.splice(one..one, slice);
        }
        for (at, byte) in flips {
            let at = at.index(bad.len());
            bad[at] = byte;
        }
        survives(&bad);
    }

    #[test]
    fn a_request_is_read_back_in_any_order(request in request(), order in vec(any::<Index>(), 32)) {
        let text = serde_json::to_string(&request).expect("serializable");
        same(&text, &request)?;
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let other = shuffled(&value, &mut order.into_iter());
        same(&other, &request)?;
        prop_assert_eq!(&serde_json::from_value::<ClientRequest>(value).expect("readable from memory"), &request);
    }

    #[test]
    fn a_notification_is_read_back(notification in notification(), order in vec(any::<Index>(), 8)) {
        let value = serde_json::to_value(&notification).expect("serializable");
        let text = shuffled(&value, &mut order.into_iter());
        match opted_in(&text) {
            Ok(Message::Notification(found)) => prop_assert_eq!(found, notification),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn the_gate_lets_through_what_is_not_experimental(request in request()) {
        let bytes = serde_json::to_vec(&request).expect("serializable");
        let reason = methodic::Gate::experimental(&request);
        match (stable(&bytes), reason) {
            (Ok(Message::Request(found)), None) => prop_assert_eq!(found, request),
            (Err(rejected), Some(reason)) => {
                prop_assert_eq!(rejected.error, methodic::RpcError::experimental(reason));
                prop_assert_eq!(rejected.id.as_ref(), Some(request.id()));
            }
            (found, reason) => prop_assert!(false, "{:?} with the reason {:?}", found, reason),
        }
    }
}

/// The text is read as the request by those who opted in.
fn same(text: &str, request: &ClientRequest) -> Result<(), TestCaseError> {
    let found: Result<FromClient, _> = opted_in(text);
    match found {
        Ok(Message::Request(found)) => prop_assert_eq!(&found, request, "{}", text),
        other => prop_assert!(false, "{:?} from {}", other, text),
    }
    Ok(())
}

/// What the strategies above cannot leave out by chance.
#[test]
fn the_strategies_reach_every_part() {
    let params = DrawParams {
        shapes: vec![Shape::Group { layout: Layout::FreeForm, parts: vec![Shape::Dot] }],
        width: Some(1),
        corner: Some(Corner::Fancy),
        extra: Some(Value::from(vec![1])),
        counts: BTreeMap::from([("a".into(), 1)]),
        layer: Some("l".into()),
        preview: true,
        stamps: vec!["s".into()],
    };
    let request = ClientRequest::Draw { request_id: 1.into(), params };
    let text = serde_json::to_string(&request).expect("serializable");
    same(&text, &request).expect("read back");
    for end in 0..text.len() {
        survives(&text.as_bytes()[..end]);
    }
    for at in 0..text.len() {
        for byte in [0, b'"', b'{', b'}', b'[', b',', b'\\', b'9', 0xff] {
            let mut bad = text.clone().into_bytes();
            bad[at] = byte;
            survives(&bad);
        }
    }
}
