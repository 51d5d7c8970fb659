//! Events to an OpenTelemetry Collector, as logs over HTTP with protobuf: `POST ENDPOINT/v1/logs`.
//!
//! A record's `event_name` is the event's type, its body the event, its time that of recording, and its attribute
//! `log.record.uid` the id by which duplicates are told.

use std::time::Duration;

use opentelemetry_proto::tonic::collector::logs::v1::{ExportLogsServiceRequest, ExportLogsServiceResponse};
use opentelemetry_proto::tonic::common::v1::InstrumentationScope;
use opentelemetry_proto::tonic::logs::v1::{LogRecord, ResourceLogs, ScopeLogs, SeverityNumber};
use opentelemetry_proto::tonic::resource::v1::Resource;
use prost::Message;
use serde_json::Value;

use super::any_value::{any_value, key_value};
use super::post::{Meaning, Poster};
use super::{BaseUrl, Refusal, Sink, Spooled};

/// Posts batches to a Collector.
pub(crate) struct Otlp {
    poster: Poster,
    service: String,
}

impl Otlp {
    pub(crate) fn new(endpoint: &BaseUrl, service: &str, timeout: Duration) -> Self {
        let poster = Poster::new(endpoint.join("/v1/logs"), "application/x-protobuf", meaning, timeout);
        Self { poster, service: service.to_owned() }
    }
}

impl Sink for Otlp {
    fn deliver(&mut self, events: &[Spooled]) -> Result<(), Refusal> {
        let answer = self.poster.post(&request(events, &self.service).encode_to_vec(), &[])?;
        let partial = ExportLogsServiceResponse::decode(&answer[..]).ok().and_then(|answer| answer.partial_success);
        match partial {
            // The protocol forbids to send any of these again.
            Some(partial) if partial.rejected_log_records > 0 => Err(Refusal::Partly {
                why: format!("the collector took a part: {}", partial.error_message),
                rejected: partial.rejected_log_records.unsigned_abs(),
            }),
            _ => Ok(()),
        }
    }
}

/// As the protocol has it: what a Collector may take later it answers with these four, and nothing else comes again.
fn meaning(status: u16) -> Meaning {
    match status {
        429 | 502 | 503 | 504 => Meaning::Later,
        401 | 403 | 404 => Meaning::Never,
        _ => Meaning::Content,
    }
}

/// The message for a batch.
fn request(events: &[Spooled], service: &str) -> ExportLogsServiceRequest {
    let scope = InstrumentationScope {
        name: env!("CARGO_PKG_NAME").into(),
        version: env!("CARGO_PKG_VERSION").into(),
        ..InstrumentationScope::default()
    };
    let log_records = events.iter().map(record).collect();
    let attributes = vec![key_value("service.name", any_value(service.into()))];
    ExportLogsServiceRequest {
        resource_logs: vec![ResourceLogs {
            resource: Some(Resource { attributes, ..Resource::default() }),
            scope_logs: vec![ScopeLogs { scope: Some(scope), log_records, ..ScopeLogs::default() }],
            ..ResourceLogs::default()
        }],
    }
}

fn record(event: &Spooled) -> LogRecord {
    // What is no JSON arrives as the text it is.
    let body = serde_json::from_str(&event.json).unwrap_or_else(|_| Value::String(event.json.clone()));
    let time_unix_nano = event.recorded_at() * 1_000_000;
    LogRecord {
        time_unix_nano,
        observed_time_unix_nano: time_unix_nano,
        severity_number: SeverityNumber::Info.into(),
        severity_text: "INFO".into(),
        event_name: body["event_type"].as_str().unwrap_or_default().to_owned(),
        attributes: vec![key_value("log.record.uid", any_value(event.id.to_string().into()))],
        body: Some(any_value(body)),
        ..LogRecord::default()
    }
}
