//! What a suite without criterion measured last, kept in the target folder for `--last`.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::Failure;

/// Keeps what a suite has measured.
pub(crate) fn keep(target: &Path, suite: &str, measured: &impl Serialize) -> Result<(), Failure> {
    let file = file(target, suite);
    let text = serde_json::to_vec_pretty(measured).map_err(Failure::new)?;
    let folder = file.parent().unwrap_or(target);
    let kept = fs::create_dir_all(folder).and_then(|()| fs::write(&file, text));
    kept.map_err(|error| Failure::new(format_args!("could not write `{}`: {error}", file.display())))
}

/// What was kept; nothing where the suite never ran.
pub(crate) fn last<T: DeserializeOwned + Default>(target: &Path, suite: &str) -> Result<T, Failure> {
    let file = file(target, suite);
    let fail = |why: String| {
        Failure::new(format_args!("could not read `{}`: {why}", file.display())).mend("remove it and measure again")
    };
    match fs::read(&file) {
        Ok(text) => serde_json::from_slice(&text).map_err(|error| fail(error.to_string())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(T::default()),
        Err(error) => Err(fail(error.to_string())),
    }
}

fn file(target: &Path, suite: &str) -> PathBuf {
    target.join("xtask").join(format!("{suite}.json"))
}

#[cfg(test)]
mod tests {
    use super::{file, keep, last};

    #[test]
    fn what_is_kept_is_there_again_and_what_is_broken_is_named() {
        let target = tempfile::tempdir().expect("a temporary folder");
        assert!(last::<Vec<u8>>(target.path(), "x").expect("nothing yet").is_empty());
        keep(target.path(), "x", &[1, 2]).expect("writable");
        assert_eq!(last::<Vec<u8>>(target.path(), "x").expect("readable"), [1, 2]);
        std::fs::write(file(target.path(), "x"), "{").expect("writable");
        assert!(last::<Vec<u8>>(target.path(), "x").expect_err("broken").what.contains("x.json"));
    }
}
