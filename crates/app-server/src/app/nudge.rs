//! Reminders to a workspace's owner that a member has run out of something: one for each thing, and then a pause.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use app_server_protocol::v2::{
    AddCreditsNudgeCreditType, AddCreditsNudgeEmailStatus, SendAddCreditsNudgeEmailParams,
    SendAddCreditsNudgeEmailResponse,
};
use methodic::RpcError;
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use tracing::{error, info};

use super::{App, Ctx, unix_now};

/// A reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mail {
    /// What the member has run out of, as on the wire.
    pub credit_type: AddCreditsNudgeCreditType,
    /// The program that asked for it.
    pub client: String,
    /// Its subject.
    pub subject: &'static str,
    /// Its text.
    pub text: &'static str,
    /// When it was written, in Unix seconds.
    pub at: i64,
}

/// Where mail leaves.
pub trait Outbox: Send + Sync + 'static {
    /// Takes a mail over, durably. It may block.
    ///
    /// # Errors
    /// If it could not; the mail counts as not sent.
    fn send(&self, mail: &Mail) -> io::Result<()>;
}

/// An outbox that keeps each mail as a file, for another program to send.
#[derive(Debug, Clone)]
pub struct FileOutbox(PathBuf);

impl FileOutbox {
    /// An outbox in this folder, which is made when it is first needed.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }
}

impl Outbox for FileOutbox {
    fn send(&self, mail: &Mail) -> io::Result<()> {
        std::fs::create_dir_all(&self.0)?;
        write_whole(&self.0.join(format!("{}.json", uuid::Uuid::now_v7())), &serde_json::to_vec_pretty(mail)?)
    }
}

/// Writes a file so that it is there whole or not at all, also after a power failure.
fn write_whole(path: &std::path::Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = path.with_extension("tmp");
    let mut file = std::fs::File::create(&temporary)?;
    let written = io::Write::write_all(&mut file, bytes).and_then(|()| file.sync_all());
    written.and_then(|()| std::fs::rename(&temporary, path)).inspect_err(|_| {
        let _ = std::fs::remove_file(&temporary);
    })
}

/// When a reminder was last sent, for each thing; in a file, since a restart must not forget it.
#[derive(Clone)]
pub(super) struct Nudge {
    file: PathBuf,
    cooldown: Duration,
    outbox: Arc<dyn Outbox>,
    /// One at a time: two requests at once must not both find that none was sent.
    turn: Arc<Mutex<()>>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Sent {
    /// By wire name, in Unix seconds.
    last_sent: BTreeMap<String, i64>,
}

impl Nudge {
    pub(super) fn new(file: PathBuf, cooldown: Duration, outbox: Arc<dyn Outbox>) -> Self {
        Self { file, cooldown, outbox, turn: Arc::default() }
    }

    fn send(
        &self,
        credit_type: AddCreditsNudgeCreditType,
        client: String,
        at: i64,
    ) -> io::Result<AddCreditsNudgeEmailStatus> {
        if let Some(folder) = self.file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        // Servers may share the folder. The system releases the lock, also when its holder dies.
        let lock = std::fs::File::create(self.file.with_extension("lock"))?;
        lock.lock()?;
        let key = match credit_type {
            AddCreditsNudgeCreditType::Credits => "credits",
            AddCreditsNudgeCreditType::UsageLimit => "usage_limit",
        };
        let mut sent: Sent = match std::fs::read(&self.file) {
            Ok(text) => serde_json::from_slice(&text).map_err(|error| {
                io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("{}: {error}; remove the file to start anew", self.file.display()),
                )
            })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Sent::default(),
            Err(error) => return Err(error),
        };
        let cooldown = i64::try_from(self.cooldown.as_secs()).unwrap_or(i64::MAX);
        // A time in the future comes of a clock that was set back; it holds as long as one that is just past.
        if sent.last_sent.get(key).is_some_and(|last| at.abs_diff(*last) < cooldown.unsigned_abs()) {
            return Ok(AddCreditsNudgeEmailStatus::CooldownActive);
        }
        let (subject, text) = match credit_type {
            AddCreditsNudgeCreditType::Credits => (
                "A member of your workspace has run out of credits",
                "A member of your workspace cannot go on, because the workspace has no credits left. Please add some.",
            ),
            AddCreditsNudgeCreditType::UsageLimit => (
                "A member of your workspace has reached the usage limit",
                "A member of your workspace cannot go on before the limit is reset. Please consider a higher limit.",
            ),
        };
        self.outbox.send(&Mail { credit_type, client, subject, text, at })?;
        // After the mail: should this fail, one mail too many is better than none.
        sent.last_sent.insert(key.to_owned(), at);
        write_whole(&self.file, &serde_json::to_vec(&sent)?)?;
        Ok(AddCreditsNudgeEmailStatus::Sent)
    }
}

pub(super) async fn send(
    app: Arc<App>,
    context: Ctx,
    params: SendAddCreditsNudgeEmailParams,
) -> Result<SendAddCreditsNudgeEmailResponse, RpcError> {
    let turn = app.nudge.turn.clone().lock_owned().await;
    let (nudge, client) = (app.nudge.clone(), context.client().name().to_owned());
    let sending = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        nudge.send(params.credit_type, client, unix_now())
    });
    let status = sending.await.map_err(io::Error::other).flatten().map_err(|error| {
        error!(%error, "the reminder could not be sent");
        RpcError::internal("the reminder could not be sent; the server's log says why")
    })?;
    info!(?status, credit_type = ?params.credit_type, "reminder");
    Ok(SendAddCreditsNudgeEmailResponse { status })
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use AddCreditsNudgeCreditType::{Credits, UsageLimit};
    use AddCreditsNudgeEmailStatus::{CooldownActive, Sent};

    #[derive(Default)]
    struct Box(Mutex<Vec<Mail>>, Mutex<bool>);

    impl Outbox for Box {
        fn send(&self, mail: &Mail) -> io::Result<()> {
            if *self.1.lock().expect("not poisoned") {
                return Err(io::Error::other("full"));
            }
            self.0.lock().expect("not poisoned").push(mail.clone());
            Ok(())
        }
    }

    #[test]
    fn each_thing_has_its_own_pause_which_survives_a_restart() {
        let folder = tempfile::tempdir().expect("a folder");
        let outbox = Arc::new(Box::default());
        let nudge = || Nudge::new(folder.path().join("new/nudge.json"), Duration::from_secs(100), outbox.clone());
        let send = |nudge: &Nudge, what, at| nudge.send(what, "editor".into(), at).expect("works");
        let first = nudge();
        assert_eq!(
            [send(&first, Credits, 1000), send(&first, Credits, 1099), send(&first, UsageLimit, 1050)],
            [Sent, CooldownActive, Sent]
        );
        let again = nudge();
        assert_eq!(
            [send(&again, Credits, 1099), send(&again, Credits, 1100), send(&again, UsageLimit, 960)],
            [CooldownActive, Sent, CooldownActive]
        );
        let mails = outbox.0.lock().expect("not poisoned");
        assert_eq!(
            mails.iter().map(|mail| (mail.credit_type, mail.at)).collect::<Vec<_>>(),
            [(Credits, 1000), (UsageLimit, 1050), (Credits, 1100)]
        );
    }

    #[test]
    fn servers_that_share_the_folder_send_one_together() {
        let folder = tempfile::tempdir().expect("a folder");
        let outbox = Arc::new(Box::default());
        let servers = || (0..8).map(|_| Nudge::new(folder.path().join("nudge.json"), Duration::MAX, outbox.clone()));
        for _ in 0..20 {
            let _ = std::fs::remove_file(folder.path().join("nudge.json"));
            std::thread::scope(|scope| {
                for server in servers() {
                    scope.spawn(move || server.send(Credits, "editor".into(), 1000).expect("works"));
                }
            });
        }
        assert_eq!(outbox.0.lock().expect("not poisoned").len(), 20);
    }

    #[test]
    fn a_mail_that_did_not_leave_does_not_start_the_pause() {
        let folder = tempfile::tempdir().expect("a folder");
        let outbox = Arc::new(Box::default());
        let nudge = Nudge::new(folder.path().join("nudge.json"), Duration::from_secs(100), outbox.clone());
        *outbox.1.lock().expect("not poisoned") = true;
        assert!(nudge.send(Credits, String::new(), 1).is_err());
        *outbox.1.lock().expect("not poisoned") = false;
        assert_eq!(nudge.send(Credits, String::new(), 2).expect("works"), Sent);
        std::fs::write(folder.path().join("nudge.json"), "{").expect("writable");
        let error = nudge.send(Credits, String::new(), 3).expect_err("broken file").to_string();
        assert!(error.contains("nudge.json") && error.contains("remove the file"), "{error}");
    }

    #[test]
    fn the_file_outbox_keeps_each_mail() {
        let folder = tempfile::tempdir().expect("a folder");
        let outbox = FileOutbox::new(folder.path().join("outbox"));
        let mail = Mail { credit_type: Credits, client: "c".into(), subject: "s", text: "t", at: 7 };
        outbox.send(&mail).expect("works");
        outbox.send(&mail).expect("works");
        let files: Vec<_> = std::fs::read_dir(folder.path().join("outbox")).expect("there").collect();
        assert_eq!(files.len(), 2);
        let text = std::fs::read_to_string(files[0].as_ref().expect("a file").path()).expect("text");
        assert!(text.contains(r#""credit_type": "credits""#), "{text}");
    }
}
