//! Windows: what the sandbox needs on that operating system alone.

use crate::v2::AbsolutePathBuf;
use methodic::wire;

/// Begins to set up the sandbox on Windows.
#[wire(omit_none)]
#[derive(Eq)]
pub struct WindowsSandboxSetupStartParams {
    /// With which rights the sandbox is set up.
    pub mode: WindowsSandboxSetupMode,
    /// The folder whose configuration decides what the sandbox has to allow. Absent or null means the server's own.
    pub cwd: Option<AbsolutePathBuf>,
}

/// With which rights the sandbox on Windows can be set up.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum WindowsSandboxSetupMode {
    /// With those of an administrator, which Windows asks the user for. The sandbox is the stronger one.
    Elevated,
    /// With those of the user, unasked. The sandbox is the weaker one.
    Unelevated,
}

/// Says whether the setup has begun.
#[wire]
#[derive(Copy, Eq)]
pub struct WindowsSandboxSetupStartResponse {
    /// Whether it has; its end is then told by `windowsSandbox/setupCompleted`.
    pub started: bool,
}

/// Says how setting up the sandbox on Windows has ended.
#[wire]
#[derive(Eq)]
pub struct WindowsSandboxSetupCompletedNotification {
    /// With which rights it was set up.
    pub mode: WindowsSandboxSetupMode,
    /// Whether the sandbox can be used now.
    pub success: bool,
    /// Why not. Null when it can.
    pub error: Option<String>,
}

/// Warns of folders that every user of the machine may write to: the sandbox on Windows cannot protect them.
#[wire]
#[derive(Eq)]
pub struct WindowsWorldWritableWarningNotification {
    /// Some of the folders, for the user to see.
    pub sample_paths: Vec<String>,
    /// How many there are beyond those in `samplePaths`.
    pub extra_count: usize,
    /// Whether looking for such folders failed, so that there may be others.
    pub failed_scan: bool,
}
