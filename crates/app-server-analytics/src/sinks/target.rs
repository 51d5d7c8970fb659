//! Where events are to go, as a person says it on the command line.

use std::fmt;
use std::str::FromStr;

use ureq::http::Uri;

/// Where events are to go: `off`, `jsonl`, `http=BASE` or `otlp=ENDPOINT`.
///
/// ```
/// use app_server_analytics::Target;
///
/// assert_eq!("jsonl".parse::<Target>()?, Target::Jsonl);
/// assert_eq!("http=http://localhost:8080/api/".parse::<Target>()?.to_string(), "http=http://localhost:8080/api");
/// let error = "htp=http://localhost".parse::<Target>().unwrap_err();
/// assert!(error.to_string().starts_with("`htp=http://localhost` is no place for events; expected: "));
/// # Ok::<(), app_server_analytics::TargetError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Target {
    /// Nowhere. Nothing is kept, and what an earlier run left undelivered is removed.
    Off,
    /// Into a file in the data folder.
    #[default]
    Jsonl,
    /// To the product's backend, below this address.
    Http(BaseUrl),
    /// To an OpenTelemetry Collector at this address, as logs.
    #[cfg(feature = "otlp")]
    Otlp(BaseUrl),
}

/// An address below which a service lies: `http` (or `https`, with the feature `tls`), a host, and no query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The address with a path below it.
    pub(crate) fn join(&self, path: &str) -> String {
        // An address that names the whole already is taken as it is.
        if self.0.ends_with(path) { self.0.clone() } else { format!("{}{path}", self.0) }
    }
}

/// Why a text names no place for events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetError(String);

impl std::error::Error for TargetError {}

impl fmt::Display for TargetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Off => f.write_str("off"),
            Self::Jsonl => f.write_str("jsonl"),
            Self::Http(base) => write!(f, "http={base}"),
            #[cfg(feature = "otlp")]
            Self::Otlp(endpoint) => write!(f, "otlp={endpoint}"),
        }
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        match text.split_once('=') {
            None if text == "off" => Ok(Self::Off),
            None if text == "jsonl" => Ok(Self::Jsonl),
            Some(("http", base)) => Ok(Self::Http(base.parse()?)),
            #[cfg(feature = "otlp")]
            Some(("otlp", endpoint)) => Ok(Self::Otlp(endpoint.parse()?)),
            #[cfg(not(feature = "otlp"))]
            Some(("otlp", _)) => Err(TargetError(format!(
                "`{text}`: this build sends nothing to a Collector; expected: `off`, `jsonl` or `http=BASE`, \
                 or a build with the feature `otlp` of app-server-analytics"
            ))),
            _ => Err(TargetError(format!(
                "`{text}` is no place for events; expected: `off`, `jsonl`, `http=BASE` or `otlp=ENDPOINT`, \
                 for instance `http=http://127.0.0.1:8080`"
            ))),
        }
    }
}

impl FromStr for BaseUrl {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        let refused = |why: &str| Err(TargetError(format!("`{text}` is no base of a service: {why}")));
        let Ok(uri) = text.parse::<Uri>() else {
            return refused("it is no address; expected: one like `http://127.0.0.1:8080/api`");
        };
        match uri.scheme_str() {
            Some("http") => {}
            Some("https") if cfg!(feature = "tls") => {}
            Some("https") => {
                return refused(
                    "this build speaks no TLS; expected: `http://`, or a build with the feature `tls` of \
                     app-server-analytics",
                );
            }
            _ => return refused("expected: it begins with `http://` or `https://`"),
        }
        match uri.authority() {
            Some(authority) if authority.host().is_empty() => return refused("it names no host"),
            // It would be seen in the logs, and by whoever lists processes.
            Some(authority) if authority.as_str().contains('@') => {
                return Err(TargetError("a base of a service has no user or password in it; expected: none".into()));
            }
            _ => {}
        }
        if uri.query().is_some() || text.contains('#') {
            return refused("a path is added to it; expected: no `?` and no `#`");
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_parsed_and_shown_alike() {
        for text in ["off", "jsonl", "http=http://127.0.0.1:8080", "http=http://[::1]:9/a/b"] {
            assert_eq!(text.parse::<Target>().expect(text).to_string(), text);
        }
    }

    #[test]
    fn what_cannot_work_is_refused_with_what_is_expected() {
        for (text, expected) in [
            ("", "expected: `off`, `jsonl`, `http=BASE` or `otlp=ENDPOINT`"),
            ("OFF", "expected: `off`, `jsonl`"),
            ("jsonl=x", "expected: `off`, `jsonl`"),
            ("http=", "it is no address"),
            ("http=localhost:80", "expected: it begins with `http://`"),
            ("http=/api", "expected: it begins with `http://`"),
            ("http=ftp://host", "expected: it begins with `http://`"),
            ("http=http://host?x=1", "expected: no `?`"),
            ("http=http://user:secret@host", "expected: none"),
            #[cfg(not(feature = "tls"))]
            ("http=https://host", "the feature `tls`"),
            #[cfg(feature = "tls")]
            ("http=https://", "it is no address"),
            #[cfg(not(feature = "otlp"))]
            ("otlp=http://host", "the feature `otlp`"),
        ] {
            let error = text.parse::<Target>().expect_err(text).to_string();
            assert!(error.contains(expected), "{text}: {error}");
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn a_path_is_added_once() {
        let base: BaseUrl = "http://host/v1/logs".parse().expect("valid");
        assert_eq!(base.join("/v1/logs"), "http://host/v1/logs");
        assert_eq!("http://host/".parse::<BaseUrl>().expect("valid").join("/v1/logs"), "http://host/v1/logs");
    }
}
