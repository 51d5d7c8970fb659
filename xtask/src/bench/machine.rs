//! On what was measured: the class of the machine and the compiler, for the line above a published table.

use std::fs;
use std::process::Command;
use std::thread;

/// `2 cores (AMD EPYC, linux x86_64), Rust 1.95.0`, with what can be found out here.
pub(crate) fn describe() -> String {
    let cores = thread::available_parallelism().map_or(0, usize::from);
    let model = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| cpu_model(&text));
    let rust = Command::new("rustc").arg("--version").output().ok();
    let rust = rust.and_then(|output| rust_version(&String::from_utf8_lossy(&output.stdout)));
    sentence(cores, model.as_deref(), rust.as_deref())
}

fn sentence(cores: usize, model: Option<&str>, rust: Option<&str>) -> String {
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let cores = match cores {
        0 => "cores unknown".to_owned(),
        1 => "1 core".to_owned(),
        number => format!("{number} cores"),
    };
    let model = model.map(|model| format!("{model}, ")).unwrap_or_default();
    let rust = rust.map(|rust| format!(", Rust {rust}")).unwrap_or_default();
    format!("{cores} ({model}{system}){rust}")
}

/// The first `model name` of Linux's list of processors.
fn cpu_model(cpuinfo: &str) -> Option<String> {
    let (_, model) =
        cpuinfo.lines().find_map(|line| line.split_once(':').filter(|(key, _)| key.trim() == "model name"))?;
    let model = model.trim();
    (!model.is_empty()).then(|| model.to_owned())
}

/// The number of `rustc 1.95.0 (…)`; what follows it has a date.
fn rust_version(text: &str) -> Option<String> {
    text.strip_prefix("rustc ")?.split_whitespace().next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{cpu_model, rust_version, sentence};

    #[test]
    fn what_is_not_known_is_left_out() {
        let text = sentence(2, Some("AMD EPYC"), Some("1.95.0"));
        assert!(text.starts_with("2 cores (AMD EPYC, ") && text.ends_with("), Rust 1.95.0"), "{text}");
        let text = sentence(1, None, None);
        assert!(text.starts_with("1 core (") && !text.contains("Rust"), "{text}");
        assert!(sentence(0, None, None).starts_with("cores unknown ("));
    }

    #[test]
    fn the_model_is_the_first_processors() {
        let text =
            "processor\t: 0\nvendor_id\t: AuthenticAMD\nmodel\t\t: 17\nmodel name\t: AMD EPYC 7R13\n\nprocessor\t: 1\n";
        assert_eq!(cpu_model(text).as_deref(), Some("AMD EPYC 7R13"));
        assert_eq!(cpu_model("model name\t: \n"), None);
        assert_eq!(cpu_model("Hardware\t: BCM2835\n"), None);
    }

    #[test]
    fn the_compilers_version_has_no_date() {
        assert_eq!(rust_version("rustc 1.95.0 (59807616e 2026-04-14)\n").as_deref(), Some("1.95.0"));
        assert_eq!(rust_version("something else"), None);
    }
}
