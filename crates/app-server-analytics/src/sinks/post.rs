//! Posting, as the sinks that speak HTTP have it in common: which answers mean what.

use std::time::Duration;

use ureq::http::{Response, header};
use ureq::{Agent, Body};

use super::Refusal;

/// As much of an answer is read as is worth logging.
const ANSWER: u64 = 64 * 1024;
const QUOTED: usize = 200;

/// What a status other than success says of the events that were sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Another attempt may succeed.
    Later,
    /// It is about what was sent, and perhaps not about all of it.
    #[cfg(feature = "otlp")]
    Content,
    /// No attempt will succeed.
    Never,
}

/// Posts to one address.
pub(crate) struct Poster {
    url: String,
    content_type: &'static str,
    meaning: fn(u16) -> Meaning,
    agent: Agent,
}

impl Poster {
    pub(crate) fn new(url: String, content_type: &'static str, meaning: fn(u16) -> Meaning, timeout: Duration) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(timeout))
            .http_status_as_error(false)
            // An address that redirects is not the one that was given: a person should hear of it.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { url, content_type, meaning, agent: config.into() }
    }

    /// Posts, and gives the answer's body if the receiver took it.
    pub(crate) fn post(&self, body: &[u8], headers: &[(&str, String)]) -> Result<Vec<u8>, Refusal> {
        let later = |why: String| Refusal::Later { why, after: None };
        let mut request = self.agent.post(&self.url).header(header::CONTENT_TYPE, self.content_type);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let mut response = request.send(body).map_err(|error| later(format!("{}: {error}", self.url)))?;
        let status = response.status();
        let after = retry_after(&response);
        let answer = response.body_mut().with_config().limit(ANSWER).read_to_vec();
        if status.is_success() {
            // The receiver has decided; that its words did not arrive does not change it.
            return Ok(answer.unwrap_or_default());
        }
        let answer = answer.unwrap_or_default();
        let quoted = String::from_utf8_lossy(&answer[..answer.len().min(QUOTED)]);
        let why = format!("{}: {status} {}", self.url, quoted.trim()).trim_end().to_owned();
        Err(match (self.meaning)(status.as_u16()) {
            Meaning::Later => Refusal::Later { why, after },
            #[cfg(feature = "otlp")]
            Meaning::Content => Refusal::Content { why },
            Meaning::Never => Refusal::Never { why },
        })
    }
}

fn retry_after(response: &Response<Body>) -> Option<Duration> {
    response.headers().get(header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok().map(Duration::from_secs)
}
