//! `profile.lock.json`: what a vendored copy was cut from, so that its next owner can tell whether it is of today's protocol.

use methodic::{Direction, Kind};
use methodic_profile::{ImportExt, Layout, Profile};
use serde_json::{Value, json};

use crate::json_text;
use crate::model::Model;

/// The text of the file. `hash` of the protocol is that of the surface it was cut from; the profile's own changes only with
/// what its methods reach.
pub(super) fn file((whole, whole_hash): (&Model, &str), (cut, cut_hash): (&Model, &str), profile: &Profile) -> String {
    let section = |direction, kind| -> Value {
        let mut methods: Vec<&str> = cut.section(direction, kind).map(|method| method.method.as_str()).collect();
        methods.sort_unstable();
        methods.into()
    };
    json_text::table(&json!({
        "protocol": {
            "name": whole.name, "title": whole.title, "version": whole.package_version, "hash": whole_hash,
        },
        "surface": super::surface(profile).as_str(),
        "profile": {
            "hash": cut_hash,
            "layout": match profile.layout {
                Layout::Flat => "flat",
                Layout::PerType => "per-type",
            },
            "importExt": match profile.import_ext {
                ImportExt::Js => "js",
                ImportExt::Ts => "ts",
                ImportExt::None => "none",
            },
            "definitions": cut.definitions.len(),
        },
        "methods": {
            "clientRequests": section(Direction::ClientToServer, Kind::Request),
            "serverRequests": section(Direction::ServerToClient, Kind::Request),
            "clientNotifications": section(Direction::ClientToServer, Kind::Notification),
            "serverNotifications": section(Direction::ServerToClient, Kind::Notification),
        },
    }))
}
