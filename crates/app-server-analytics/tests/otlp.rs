//! What a Collector gets, read back with the messages of its own protocol.
#![cfg(feature = "otlp")]

mod backend;

use std::time::Duration;

use app_server_analytics::Delivery;
use backend::{Backend, OK, Reply, event, quick, status};
use opentelemetry_proto::tonic::collector::logs::v1::{
    ExportLogsPartialSuccess, ExportLogsServiceRequest, ExportLogsServiceResponse,
};
use opentelemetry_proto::tonic::common::v1::any_value::Value;
use opentelemetry_proto::tonic::common::v1::{AnyValue, KeyValue};
use opentelemetry_proto::tonic::logs::v1::LogRecord;
use prost::Message;

const SOON: Duration = Duration::from_secs(10);

fn open(folder: &tempfile::TempDir, backend: &Backend) -> Delivery {
    let target = format!("otlp=http://{}", backend.address).parse().expect("a target");
    Delivery::open(quick(folder.path(), target)).expect("opens")
}

fn text(value: &str) -> Option<AnyValue> {
    Some(AnyValue { value: Some(Value::StringValue(value.into())) })
}

fn of<'a>(values: &'a [KeyValue], key: &str) -> &'a Option<AnyValue> {
    &values.iter().find(|value| value.key == key).unwrap_or_else(|| panic!("no {key}")).value
}

/// The records of a request, whose frame must be right.
fn records(request: &backend::Request) -> Vec<LogRecord> {
    let message = ExportLogsServiceRequest::decode(&request.body[..]).expect("a request to export logs");
    let [resource] = &message.resource_logs[..] else { panic!("one resource") };
    assert_eq!(*of(&resource.resource.as_ref().expect("it").attributes, "service.name"), text("app-server"));
    let [scope] = &resource.scope_logs[..] else { panic!("one scope") };
    assert_eq!(scope.scope.as_ref().expect("it").name, "app-server-analytics");
    scope.log_records.clone()
}

#[test]
fn an_event_is_a_log_record_with_its_id_time_and_content() {
    let folder = tempfile::tempdir().expect("a folder");
    let backend = Backend::start(|n, _| if n == 0 { status(503) } else { OK });
    let delivery = open(&folder, &backend);
    delivery.record(&event(7)).expect("recorded");
    assert_eq!(delivery.flush(SOON), 0);
    let requests = backend.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[1].line, "POST /v1/logs HTTP/1.1");
    assert_eq!(requests[1].headers["content-type"], "application/x-protobuf");
    assert_eq!(requests[0].body, requests[1].body, "what comes again is the same");
    let records = records(&requests[1]);
    let [record] = &records[..] else { panic!("one record") };
    assert_eq!((record.event_name.as_str(), record.severity_text.as_str()), ("skill_invocation", "INFO"));
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_nanos();
    assert!(now - u128::from(record.time_unix_nano) < 60_000_000_000);
    let Some(AnyValue { value: Some(Value::StringValue(id)) }) = of(&record.attributes, "log.record.uid") else {
        panic!("no id")
    };
    assert_eq!(id.len(), 36);
    let Some(AnyValue { value: Some(Value::KvlistValue(body)) }) = &record.body else { panic!("no body") };
    assert_eq!(*of(&body.values, "skill_id"), text("7"));
    let Some(AnyValue { value: Some(Value::KvlistValue(params)) }) = of(&body.values, "event_params") else {
        panic!("no event_params")
    };
    assert_eq!(*of(&params.values, "repo_url"), Some(AnyValue { value: None }), "what is null is there");
}

#[test]
fn a_partial_success_is_counted_and_never_repeated() {
    let folder = tempfile::tempdir().expect("a folder");
    let partial = ExportLogsPartialSuccess { rejected_log_records: 2, error_message: "too old".into() };
    let answer = ExportLogsServiceResponse { partial_success: Some(partial) }.encode_to_vec();
    let backend = Backend::start(move |_, _| Reply::Answer(200, "", answer.clone()));
    let delivery = open(&folder, &backend);
    delivery.record_all(&[event(0), event(1), event(2)]).expect("recorded");
    assert_eq!(delivery.flush(SOON), 0);
    let metrics = delivery.metrics();
    assert_eq!((metrics.delivered, metrics.dropped.refused, metrics.retries), (1, 2, 0));
    assert_eq!(backend.requests().len(), 1);
}

#[test]
fn what_a_collector_cannot_ever_take_is_not_sent_for_ever() {
    let folder = tempfile::tempdir().expect("a folder");
    let backend = Backend::start(|_, request| {
        let bad = records(request).iter().any(|record| {
            let Some(AnyValue { value: Some(Value::KvlistValue(body)) }) = &record.body else { panic!("no body") };
            *of(&body.values, "skill_id") == text("3")
        });
        if bad { status(500) } else { OK }
    });
    let delivery = open(&folder, &backend);
    delivery.record_all(&[event(1), event(2), event(3), event(4)]).expect("recorded");
    assert_eq!(delivery.flush(SOON), 0);
    assert_eq!((delivery.metrics().delivered, delivery.metrics().dropped.refused), (3, 1));
}
