//! `methodic compat` as a process: sides of every kind, git revisions, policy, profile, and the exit code for each outcome.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

fn write(dir: &Path, relative: &str, text: &str) {
    let path = dir.join(relative);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// The schema of a protocol with two methods, in a folder; `required` are the members that `ping` must have.
fn schema(dir: &Path, folder: &str, required: &[&str]) {
    let row = |method: &str, name: &str, stability: &str| {
        json!({ "method": method, "kind": "request", "direction": "client-to-server", "stability": stability,
            "params": format!("v2/{name}Params"), "result": format!("v2/{name}Response") })
    };
    let table = |rows: Vec<Value>| json!({ "protocol": { "name": "desk", "title": "Desk" }, "surface": "stable", "methods": rows });
    let bundle = json!({ "definitions": { "v2": {
        "PingParams": { "type": "object", "required": required,
            "properties": { "text": { "type": "string" }, "loud": { "type": "boolean" } } },
        "PingResponse": { "type": "object" },
        "StopParams": { "type": "object" },
        "StopResponse": { "type": "object" },
        "TrialParams": { "type": "object" },
        "TrialResponse": { "type": "object" },
    } } });
    let stable = || vec![row("ping", "Ping", "stable"), row("stop", "Stop", "stable")];
    let whole = [stable(), vec![row("trial", "Trial", "experimental")]].concat();
    write(dir, &format!("{folder}/methods.json"), &table(stable()).to_string());
    write(dir, &format!("{folder}/desk.schemas.json"), &bundle.to_string());
    write(dir, &format!("{folder}/experimental/methods.json"), &table(whole).to_string());
    write(dir, &format!("{folder}/experimental/desk.schemas.json"), &bundle.to_string());
}

/// Two folders, `old` and `new`; the new one requires `loud`.
fn folders() -> TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    schema(dir.path(), "old", &["text"]);
    schema(dir.path(), "new", &["loud", "text"]);
    dir
}

fn git(dir: &Path, args: &[&str]) -> String {
    let who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
    let output = Command::new("git")
        .current_dir(dir)
        .args(who)
        .args(args)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .expect("git runs");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}

fn commit(dir: &Path, message: &str) -> String {
    git(dir, &["add", "--all"]);
    git(dir, &["commit", "--quiet", "--message", message]);
    git(dir, &["rev-parse", "--short=10", "HEAD"])
}

/// A repository: on `main` an empty commit and a release, then a branch `work` whose schema requires `loud`.
fn repository() -> (TempDir, String) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    git(dir.path(), &["init", "--quiet", "--initial-branch=main"]);
    write(dir.path(), "README.md", "A protocol.");
    commit(dir.path(), "Begin");
    schema(dir.path(), "api/schema", &["text"]);
    let release = commit(dir.path(), "Release");
    git(dir.path(), &["tag", "v1"]);
    git(dir.path(), &["checkout", "--quiet", "-b", "work"]);
    schema(dir.path(), "api/schema", &["loud", "text"]);
    commit(dir.path(), "Require loud");
    (dir, release)
}

/// Runs `methodic compat`: exit code, standard output, standard error.
fn run(dir: &Path, args: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_methodic"))
        .current_dir(dir)
        .arg("compat")
        .args(args)
        // What lies around the temporary folder is not part of the test.
        .env("GIT_CEILING_DIRECTORIES", std::env::temp_dir())
        .output()
        .expect("the binary runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

/// The last line of the report, and the exit code.
fn verdict(dir: &Path, args: &[&str]) -> (i32, String) {
    let (code, out, err) = run(dir, args);
    assert_eq!(err, "");
    (code, out.lines().last().unwrap_or_default().to_owned())
}

/// What is said when it cannot run.
fn refusal(dir: &Path, args: &[&str]) -> String {
    let (code, out, err) = run(dir, args);
    assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
    err
}

const BREAKS: &str = "new breaks old: 1 break on the wire";

#[test]
fn folders_and_files_are_compared() {
    let dir = folders();
    assert_eq!(verdict(dir.path(), &["old", "new"]), (1, BREAKS.into()));
    let (code, line) = verdict(dir.path(), &["new", "old"]);
    assert_eq!((code, line.as_str()), (0, "old is compatible with new: 1 change without harm"));
    let same = "old is compatible with old: nothing changed in 2 methods";
    assert_eq!(verdict(dir.path(), &["old", "old"]), (0, same.into()));
    let (code, line) = verdict(dir.path(), &["old/desk.schemas.json", "new/desk.schemas.json"]);
    assert_eq!((code, line.as_str()), (1, "new/desk.schemas.json breaks old/desk.schemas.json: 1 break on the wire"));
}

#[test]
fn each_format_is_printed_and_points_into_the_current_file() {
    let dir = folders();
    for (format, part) in [
        (
            "human",
            "a baseline client may send this, and the current server refuses it: \"loud\" is a required property",
        ),
        ("json", "\"file\": \"new/desk.schemas.json\""),
        ("github", "::error file=new/desk.schemas.json,line=1,title=property-became-required (wire)::"),
        ("sarif", "\"uri\": \"new/desk.schemas.json\""),
        ("markdown", "### Breaking"),
    ] {
        let (code, out, err) = run(dir.path(), &["old", "new", "--format", format]);
        assert_eq!((code, err.as_str()), (1, ""), "{format}");
        assert!(out.contains(part) && out.ends_with('\n'), "{format}: {out}");
    }
    let (_, out, _) = run(dir.path(), &["old", "new", "--no-witnesses"]);
    assert!(out.contains("unproven") && !out.contains("^^"), "{out}");
}

#[test]
fn one_side_is_compared_with_where_the_work_left_the_main_branch() {
    let (dir, release) = repository();
    let line = format!("api/schema breaks api/schema at {release} (the merge base with main): 1 break on the wire");
    assert_eq!(verdict(dir.path(), &["api/schema"]), (1, line));
    // From another folder, and for a single file.
    let line = format!("schema breaks schema at {release} (the merge base with main): 1 break on the wire");
    assert_eq!(verdict(&dir.path().join("api"), &["schema"]), (1, line));
    assert_eq!(verdict(&dir.path().join("api/schema"), &["desk.schemas.json"]).0, 1);
    // On the main branch itself it is the working tree against what is committed.
    git(dir.path(), &["checkout", "--quiet", "main"]);
    assert_eq!(verdict(dir.path(), &["api/schema"]).0, 0);
    schema(dir.path(), "api/schema", &["loud"]);
    assert_eq!(verdict(dir.path(), &["api/schema"]).0, 1);
}

#[test]
fn revisions_are_named() {
    let (dir, _) = repository();
    assert_eq!(verdict(dir.path(), &["--against", "v1", "api/schema"]).0, 1);
    assert_eq!(verdict(dir.path(), &["--against", "HEAD", "api/schema"]).0, 0);
    assert_eq!(
        verdict(dir.path(), &["v1:api/schema", "git:work:api/schema"]),
        (1, "work:api/schema breaks v1:api/schema: 1 break on the wire".into())
    );
    assert_eq!(verdict(dir.path(), &["--against", "v1", "work:api/schema/desk.schemas.json"]).0, 1);
    // As for git, `./` is where the command runs.
    assert_eq!(verdict(&dir.path().join("api"), &["v1:./schema", "schema"]).0, 1);
}

#[test]
fn what_git_cannot_give_is_said_with_what_helps() {
    let (dir, _) = repository();
    assert_eq!(
        refusal(dir.path(), &["--against", "v9", "api/schema"]),
        "error: git knows no revision `v9`\nhelp: name a branch, a tag or a commit of this repository; `git fetch` may bring it\n"
    );
    let base = git(dir.path(), &["rev-parse", "--short=10", "v1~1"]);
    assert_eq!(
        refusal(dir.path(), &["--against", "v1~1", "api/schema"]),
        format!(
            "error: `api/schema` is not in v1~1 ({base})\nhelp: name a revision that has it: --against REV; paths in REV:path \
             begin at the root of the repository\n"
        )
    );
    git(dir.path(), &["branch", "--quiet", "-m", "main", "trunk"]);
    let none = "error: no branch to compare with: none of origin/main, main, origin/master, master exists\n\
                help: name the revision: --against REV\n";
    assert_eq!(refusal(dir.path(), &["api/schema"]), none);
    git(dir.path(), &["checkout", "--quiet", "--orphan", "main"]);
    commit(dir.path(), "Begin again");
    git(dir.path(), &["checkout", "--quiet", "work"]);
    let unrelated = "error: no merge base of HEAD and main: they have no commit in common\nhelp: name the revision: --against REV\n";
    assert_eq!(refusal(dir.path(), &["api/schema"]), unrelated);

    let plain = folders();
    assert!(refusal(plain.path(), &["old"]).starts_with("error: `old` is in no git repository"));
}

#[test]
fn a_shallow_clone_is_told_from_a_missing_revision() {
    let (origin, _) = repository();
    write(origin.path(), "later", "");
    git(origin.path(), &["checkout", "--quiet", "main"]);
    write(origin.path(), "main-goes-on", "");
    commit(origin.path(), "Go on");
    let home = tempfile::tempdir().expect("a temporary folder");
    let url = format!("file://{}", origin.path().display());
    git(home.path(), &["clone", "--quiet", "--depth=1", "--no-single-branch", "--branch=work", &url, "clone"]);
    let clone = home.path().join("clone");
    let said = refusal(&clone, &["api/schema"]);
    assert_eq!(
        said,
        "error: no merge base of HEAD and origin/main: this clone is shallow, and where both parted is not in it\n\
         help: git fetch --unshallow (in a GitHub workflow: fetch-depth: 0), or name the revision: --against REV\n"
    );
    let said = refusal(&clone, &["--against", "work~1", "api/schema"]);
    assert!(said.contains("this clone is shallow and may lack it"), "{said}");

    let skipped = "nothing compared: no merge base of HEAD and origin/main: this clone is shallow, and where both parted is not in it";
    assert_eq!(verdict(&clone, &["api/schema", "--skip-without-base"]), (0, skipped.into()));
    let (code, out, _) = run(&clone, &["api/schema", "--skip-without-base", "--format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, report["skipped"].as_str().map(|text| text.contains("shallow"))), (0, Some(true)));
    // What is wrong with the current side is wrong with any base.
    fs::write(clone.join("api/schema/desk.schemas.json"), "{").expect("writable");
    git(&clone, &["fetch", "--quiet", "--unshallow"]);
    assert!(refusal(&clone, &["api/schema", "--skip-without-base"]).contains("is no JSON"));
}

#[test]
fn without_git_the_way_out_is_named() {
    let (dir, _) = repository();
    let output = Command::new(env!("CARGO_BIN_EXE_methodic"))
        .current_dir(dir.path())
        .args(["compat", "api/schema"])
        .env("PATH", dir.path())
        .stdin(Stdio::null())
        .output()
        .expect("the binary runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.starts_with("error: git could not be started") && said.contains("help: install git"), "{said}");
}

#[test]
fn the_policy_beside_the_schema_is_found() {
    let dir = folders();
    write(dir.path(), "compat.toml", "[rules]\nproperty-became-required = { input = 'source' }\n");
    assert_eq!(verdict(dir.path(), &["old", "new"]), (0, "new is compatible with old: 1 break in source code".into()));
    write(dir.path(), "strict.toml", "fail-on = 'source'\n[rules]\nproperty-became-required = 'source'\n");
    assert_eq!(verdict(dir.path(), &["old", "new", "--policy", "strict.toml"]).0, 1);

    write(dir.path(), "compat.toml", "\n[rule]\n");
    assert_eq!(
        refusal(dir.path(), &["old", "new"]),
        "error: compat.toml:2: unknown key `rule`; did you mean `rules`?\nhelp: methodic compat --help shows a policy with each key\n"
    );
    assert!(
        refusal(dir.path(), &["old", "new", "--policy", "none.toml"]).starts_with("error: could not read `none.toml`")
    );
}

#[test]
fn the_waiver_that_is_shown_accepts_the_finding_until_it_expires() {
    let dir = folders();
    let (_, out, _) = run(dir.path(), &["old", "new", "--show-waivers"]);
    let waiver: String = out
        .lines()
        .skip_while(|line| line.trim() != "[[waiver]]")
        .take_while(|line| !line.is_empty())
        .map(|l| format!("{l}\n"))
        .collect();
    write(dir.path(), "compat.toml", &format!("{waiver}expires = 2027-01-31\n"));
    let at = |day: &str| run(dir.path(), &["old", "new", "--today", day]);
    let (code, out, _) = at("2027-01-31");
    assert_eq!((code, out.contains("waived: …")), (0, true), "{out}");
    let (code, out, _) = at("2027-02-01");
    assert_eq!(code, 1);
    assert!(
        out.contains(
            "compat.toml:1: the waiver for property-became-required at ping params /loud expired on 2027-01-31"
        ),
        "{out}"
    );
    assert!(refusal(dir.path(), &["old", "new", "--today", "soon"]).contains("expected a day, such as 2027-01-31"));
}

#[test]
fn a_profile_limits_the_verdict_to_its_methods() {
    let dir = folders();
    write(dir.path(), "ping.toml", "methods = ['pi*']");
    write(dir.path(), "stop.toml", "methods = ['stop']");
    assert_eq!(verdict(dir.path(), &["old", "new", "--profile", "ping.toml"]).0, 1);
    let line = "new for stop.toml is compatible with old: nothing changed in 1 method";
    assert_eq!(verdict(dir.path(), &["old", "new", "--profile", "stop.toml"]), (0, line.into()));

    write(dir.path(), "typo.toml", "methods = ['stopp']");
    assert_eq!(
        refusal(dir.path(), &["old", "new", "--profile", "typo.toml"]),
        "error: typo.toml: `stopp` chooses no method; did you mean `stop`? (in old)\n\
         help: a profile is judged by the methods that the baseline has\n"
    );
    write(dir.path(), "trial.toml", "methods = ['trial']");
    let said = refusal(dir.path(), &["old", "new", "--profile", "trial.toml"]);
    assert!(said.contains("`trial` is experimental; set surface = \"experimental\" to have it"), "{said}");
    write(dir.path(), "trial.toml", "methods = ['trial']\nsurface = 'experimental'");
    assert_eq!(verdict(dir.path(), &["old", "new", "--profile", "trial.toml"]).0, 0);
}

#[test]
fn sides_that_are_no_sides_are_refused() {
    let dir = folders();
    for (args, said) in [
        (&[][..], "error: no side to compare is named\n"),
        (&["old", "nowhere"], "error: `nowhere` does not exist\nhelp: name a folder of generated schema"),
        (&["git:HEAD", "new"], "error: `git:HEAD` names no path; expected git:REV:path"),
        (&["old", "new", "--against", "v1"], "error: --against names a second baseline\n"),
        (&["--explain", "method-remove"], "error: there is no rule `method-remove`; did you mean `method-removed`?\n"),
    ] {
        let found = refusal(dir.path(), args);
        assert!(found.starts_with(said), "{found}");
    }
}

#[test]
fn rules_are_listed_and_explained() {
    let dir = folders();
    let (code, out, _) = run(dir.path(), &["--list-rules"]);
    assert_eq!(code, 0);
    assert!(out.lines().any(|line| line.starts_with("enum-value-added ") && line.contains(" info ")), "{out}");
    let (_, out, _) = run(dir.path(), &["--explain", "enum-value-added"]);
    assert!(out.contains("Baseline") && out.contains("\"enum\""), "{out}");
    let (_, out, _) = run(dir.path(), &["--catalogue"]);
    assert!(out.starts_with("# ") && out.contains("## enum-value-added"), "{out}");
}
