//! Reports of users: kept in the data folder, bounded in size, each in a folder of its own.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app_server_protocol::methods;
use app_server_protocol::v2::{FeedbackUploadParams, FeedbackUploadResponse};
use methodic::{RpcError, code};
use serde::Serialize;
use tokio::sync::Mutex;
use tracing::{error, info};

use super::invalid::invalid;
use super::{App, Ctx, unix_now};

/// What reports may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeedbackLimits {
    /// Bytes of one report with its files.
    pub report_bytes: u64,
    /// Bytes of all reports that are kept; beyond it, new ones are refused.
    pub total_bytes: u64,
    /// Reports that are kept; beyond it, new ones are refused. The smallest take a block of the disk too, and all are
    /// looked through for each new one.
    pub reports: usize,
    /// Files that may be sent along with a report.
    pub files: usize,
}

impl Default for FeedbackLimits {
    fn default() -> Self {
        Self { report_bytes: 16 << 20, total_bytes: 512 << 20, reports: 1000, files: 32 }
    }
}

/// The folder of reports.
#[derive(Clone)]
pub(super) struct Feedback {
    folder: PathBuf,
    limits: FeedbackLimits,
    /// One at a time: many at once must not all find the room that is left for one.
    turn: Arc<Mutex<()>>,
    log: Option<Arc<dyn Fn() -> Vec<u8> + Send + Sync>>,
}

/// What is kept of a report beside its files.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    classification: &'a str,
    reason: &'a Option<String>,
    thread_id: &'a str,
    tags: &'a Option<BTreeMap<String, String>>,
    client: &'a str,
    server_version: &'static str,
    at: i64,
    /// The names under which the files are kept, with the paths they came from.
    files: BTreeMap<String, &'a str>,
}

/// Why a report was not kept.
enum Refused {
    /// For something in the params.
    Params { pointer: String, detail: String },
    /// For want of room.
    Full,
    /// By the system.
    Io(io::Error),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Feedback {
    pub(super) fn new(folder: PathBuf, limits: FeedbackLimits) -> Self {
        Self { folder, limits, turn: Arc::default(), log: None }
    }

    pub(super) fn set_log(&mut self, log: impl Fn() -> Vec<u8> + Send + Sync + 'static) {
        self.log = Some(Arc::new(log));
    }

    /// Keeps a report, and gives back its folder.
    fn keep(&self, params: &FeedbackUploadParams, thread_id: &str, client: &str) -> Result<PathBuf, Refused> {
        let paths = params.extra_log_files.as_deref().unwrap_or_default();
        if paths.len() > self.limits.files {
            let detail = format!("expected at most {} files, found {}", self.limits.files, paths.len());
            return Err(Refused::Params { pointer: "/params/extraLogFiles".into(), detail });
        }
        let (reports, bytes) = stored(&self.folder)?;
        if reports >= self.limits.reports || bytes >= self.limits.total_bytes {
            return Err(Refused::Full);
        }
        // What a client says never becomes part of a path but as the end of a name that begins with a number.
        let folder = self.folder.join(uuid::Uuid::now_v7().to_string());
        fs::create_dir_all(&folder)?;
        let kept = self.fill(&folder, params, paths, thread_id, client);
        if kept.is_err() {
            // Half a report is none.
            let _ = fs::remove_dir_all(&folder);
        }
        kept.map(|()| folder)
    }

    fn fill(
        &self,
        folder: &Path,
        params: &FeedbackUploadParams,
        paths: &[String],
        thread_id: &str,
        client: &str,
    ) -> Result<(), Refused> {
        let mut left = self.limits.report_bytes;
        let mut files = BTreeMap::new();
        for (at, path) in paths.iter().enumerate() {
            let pointer = format!("/params/extraLogFiles/{at}");
            let name = format!("{}-{}", at + 1, safe_name(path));
            match copy(Path::new(path), &folder.join(&name), left) {
                Ok(Some(bytes)) => left -= bytes,
                Ok(None) => {
                    let detail =
                        format!("with this file, the report is longer than {} bytes", self.limits.report_bytes);
                    return Err(Refused::Params { pointer, detail });
                }
                Err(error) => return Err(Refused::Params { pointer, detail: format!("cannot be read: {error}") }),
            }
            files.insert(name, path.as_str());
        }
        if params.include_logs
            && let Some(log) = &self.log
        {
            let log = log();
            left = left.saturating_sub(log.len() as u64);
            File::create_new(folder.join("server.log"))?.write_all(&log)?;
        }
        let FeedbackUploadParams { classification, reason, tags, .. } = params;
        let (at, server_version) = (unix_now(), env!("CARGO_PKG_VERSION"));
        let report = Report { classification, reason, thread_id, tags, client, server_version, at, files };
        let text = serde_json::to_vec_pretty(&report).map_err(io::Error::from)?;
        if text.len() as u64 > left {
            let detail = format!("the report is longer than {} bytes", self.limits.report_bytes);
            return Err(Refused::Params { pointer: "/params".into(), detail });
        }
        let mut file = File::create_new(folder.join("report.json"))?;
        file.write_all(&text)?;
        file.sync_all()?;
        Ok(())
    }
}

/// The last part of a path, as far as it can stand in any file system's names.
fn safe_name(path: &str) -> String {
    let last = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let safe = last.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' });
    safe.take(64).collect()
}

/// Copies a file of at most `limit` bytes; none if it is longer. Anything but a plain file is refused before it is opened:
/// a pipe would make the server wait, a device might never end.
fn copy(from: &Path, to: &Path, limit: u64) -> io::Result<Option<u64>> {
    if !from.is_absolute() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "expected an absolute path"));
    }
    let is_plain = |metadata: fs::Metadata| {
        let other = || io::Error::new(io::ErrorKind::InvalidInput, "expected a plain file");
        metadata.is_file().then_some(()).ok_or_else(other)
    };
    is_plain(fs::metadata(from)?)?;
    let file = File::open(from)?;
    // What stood there a moment ago may have been put aside for something else.
    is_plain(file.metadata()?)?;
    let bytes = io::copy(&mut file.take(limit.saturating_add(1)), &mut File::create_new(to)?)?;
    Ok((bytes <= limit).then_some(bytes))
}

/// How many reports there are, and their bytes. Their folders hold files alone.
fn stored(folder: &Path) -> io::Result<(usize, u64)> {
    let reports = match fs::read_dir(folder) {
        Ok(reports) => reports,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((0, 0)),
        Err(error) => return Err(error),
    };
    let (mut count, mut total) = (0, 0);
    for report in reports {
        let report = report?;
        if report.file_type()?.is_dir() {
            count += 1;
            for file in fs::read_dir(report.path())? {
                total += file?.metadata()?.len();
            }
        }
    }
    Ok((count, total))
}

pub(super) async fn upload(
    app: Arc<App>,
    context: Ctx,
    params: FeedbackUploadParams,
) -> Result<FeedbackUploadResponse, RpcError> {
    // A report about no thread is found again under an identifier of its own.
    let thread_id = params.thread_id.clone().unwrap_or_else(|| uuid::Uuid::now_v7().to_string());
    let (feedback, client) = (app.feedback.clone(), context.client().name().to_owned());
    let turn = app.feedback.turn.clone().lock_owned().await;
    let kept = tokio::task::spawn_blocking({
        let thread_id = thread_id.clone();
        move || {
            let _turn = turn;
            feedback.keep(&params, &thread_id, &client)
        }
    });
    match kept.await.map_err(|error| Refused::Io(io::Error::other(error))).flatten() {
        Ok(folder) => {
            info!(folder = %folder.display(), "report kept");
            Ok(FeedbackUploadResponse { thread_id })
        }
        Err(Refused::Params { pointer, detail }) => Err(invalid::<methods::FeedbackUpload>(&pointer, detail)),
        Err(Refused::Full) => {
            error!(folder = %app.feedback.folder.display(), limits = ?app.feedback.limits, "no room for reports");
            Err(RpcError::new(
                code::INTERNAL_ERROR,
                "the server has no room for more reports; its operator has to clear some",
            ))
        }
        Err(Refused::Io(error)) => {
            error!(%error, folder = %app.feedback.folder.display(), "a report could not be kept");
            Err(RpcError::internal("the report could not be kept; the server's log says why"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(files: &[&Path]) -> FeedbackUploadParams {
        FeedbackUploadParams {
            classification: "../../bug".into(),
            reason: Some("it broke".into()),
            thread_id: None,
            include_logs: true,
            extra_log_files: Some(files.iter().map(|path| path.to_string_lossy().into_owned()).collect()),
            tags: None,
        }
    }

    fn refusal(result: Result<PathBuf, Refused>) -> String {
        match result {
            Ok(folder) => panic!("kept in {}", folder.display()),
            Err(Refused::Params { pointer, detail }) => format!("{pointer}: {detail}"),
            Err(Refused::Full) => "full".into(),
            Err(Refused::Io(error)) => format!("io: {error}"),
        }
    }

    #[test]
    fn a_report_is_kept_with_its_files_and_the_log() {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("ä b.log");
        fs::write(&log, "lines").expect("writable");
        let mut feedback = Feedback::new(folder.path().join("feedback"), FeedbackLimits::default());
        feedback.set_log(|| b"the log".to_vec());
        let kept = feedback.keep(&params(&[&log, &log]), "../t", "editor").ok().expect("kept");
        let mut names: Vec<_> = fs::read_dir(&kept)
            .expect("there")
            .map(|file| file.expect("a file").file_name().into_string().expect("text"))
            .collect();
        names.sort();
        assert_eq!(names, ["1-__b.log", "2-__b.log", "report.json", "server.log"]);
        let report: serde_json::Value =
            serde_json::from_slice(&fs::read(kept.join("report.json")).expect("there")).expect("JSON");
        assert_eq!((&report["threadId"], &report["classification"]), (&"../t".into(), &"../../bug".into()));
        assert_eq!(kept.parent().expect("has one"), folder.path().join("feedback"));
    }

    #[test]
    fn what_is_too_much_or_no_plain_file_is_refused_and_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let (small, big) = (folder.path().join("small"), folder.path().join("big"));
        fs::write(&small, vec![b'x'; 400]).expect("writable");
        fs::write(&big, vec![b'x'; 1001]).expect("writable");
        let limits = FeedbackLimits { report_bytes: 1000, total_bytes: 1200, reports: 9, files: 2 };
        let feedback = Feedback::new(folder.path().join("feedback"), limits);
        let keep = |files: &[&Path]| feedback.keep(&params(files), "t", "editor");
        assert_eq!(
            refusal(keep(&[&big])),
            "/params/extraLogFiles/0: with this file, the report is longer than 1000 bytes"
        );
        assert_eq!(refusal(keep(&[small.as_path(); 3])), "/params/extraLogFiles: expected at most 2 files, found 3");
        assert_eq!(
            refusal(keep(&[Path::new("small")])),
            "/params/extraLogFiles/0: cannot be read: expected an absolute path"
        );
        assert_eq!(
            refusal(keep(&[&small, folder.path()])),
            "/params/extraLogFiles/1: cannot be read: expected a plain file"
        );
        assert!(refusal(keep(&[&folder.path().join("none")])).contains("cannot be read: No such file"));
        #[cfg(unix)]
        assert_eq!(
            refusal(keep(&[Path::new("/dev/zero")])),
            "/params/extraLogFiles/0: cannot be read: expected a plain file"
        );
        assert_eq!(stored(&feedback.folder).ok(), Some((0, 0)));
        for _ in 0..2 {
            assert!(keep(&[&small]).is_ok());
        }
        assert_eq!(refusal(keep(&[&small])), "full");
        let few = FeedbackLimits { reports: 2, ..FeedbackLimits::default() };
        assert_eq!(refusal(Feedback::new(feedback.folder, few).keep(&params(&[]), "t", "editor")), "full");
    }
}
