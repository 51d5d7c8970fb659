//! The handshake: who the client is, what it opts into, and who this server is.

use std::sync::Arc;

use app_server_analytics::LONGEST_NAME;
use app_server_protocol::v1::{InitializeParams, InitializeResponse};
use app_server_protocol::{ServerNotification, methods, v2::AbsolutePathBuf};
use methodic::{MethodSet, RpcError, Surface};

use super::App;
use super::invalid::invalid;
use crate::serve::{Opened, Peer};

pub(super) fn accept(
    app: &Arc<App>,
    _: &Peer,
    params: InitializeParams,
) -> Result<(InitializeResponse, Opened), RpcError> {
    let client = params.client_info;
    // The name is sent on as a header with each request to the model's server.
    if !is_header_value(&client.name) || client.name.len() > LONGEST_NAME {
        let detail = format!(
            "expected the value of an HTTP header: printable ASCII characters, at least one and at most {LONGEST_NAME}"
        );
        return Err(invalid::<methods::Initialize>("/params/clientInfo/name", detail));
    }
    let capabilities = params.capabilities.unwrap_or_default();
    let surface = if capabilities.experimental_api { Surface::Experimental } else { Surface::Stable };
    let response = InitializeResponse {
        user_agent: user_agent(&client.name, &client.version),
        codex_home: absolute(&app.data),
        platform_family: std::env::consts::FAMILY.to_owned(),
        platform_os: std::env::consts::OS.to_owned(),
    };
    // What is not sent anyway need not be remembered.
    let is_sent = |name: &String| ServerNotification::METHODS.iter().any(|row| row.method == name);
    let opted_out = capabilities.opt_out_notification_methods.into_iter().flatten().filter(is_sent).collect();
    Ok((response, Opened { client: client.name, surface, opted_out }))
}

/// A version that cannot stand in a header is no reason to refuse a client; it is left out.
fn user_agent(name: &str, version: &str) -> String {
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    let server = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
    let version =
        if is_header_value(version) && version.len() <= LONGEST_NAME { format!("/{version}") } else { String::new() };
    format!("{server} ({os}; {arch}) {name}{version}")
}

/// Narrower than the grammar, which still allows what is beyond ASCII and means nothing certain there.
fn is_header_value(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
}

pub(super) fn absolute(path: &std::path::Path) -> AbsolutePathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    AbsolutePathBuf(path.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::user_agent;

    #[test]
    fn a_user_agent_can_always_stand_in_a_header() {
        assert!(user_agent("editor", "1.2").ends_with(") editor/1.2"));
        for bad in ["", "1\n2", "¹", &"1".repeat(257)] {
            assert!(user_agent("editor", bad).ends_with(") editor"), "{bad:?}");
        }
    }
}
