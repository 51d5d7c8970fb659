//! `cargo xtask`: the project's own tasks. This file parses the command line and calls; each task has its own file.

mod bench;
mod check;
mod codegen;
mod compat;
mod drift;
mod failure;
mod fixtures;
mod generate;
mod judge;
mod process;
mod profile;
mod report;
mod structure;
mod test;
mod third_party;
mod tidy;
mod tools;
mod typescript;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::{Outcome, Verdict};
use workspace::Workspace;

/// The project's own tasks.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    disable_help_subcommand = true,
    after_help = "Exit codes: 0 clean, 1 findings, 2 could not run.",
    after_long_help = "\
EXAMPLES:
  cargo xtask codegen            write what is stale in schema/, generated-ts/ and docs/reference/
  cargo xtask check              say what is stale or wrong, without writing
  cargo xtask compat             say whom the changes of schema/ break
  cargo xtask test               everything CI runs
  cargo xtask bench decode       the decoder's benchmarks, as a table

Exit codes: 0 clean, 1 findings, 2 could not run."
)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    Codegen(codegen::Codegen),
    Check(check::Check),
    Compat(compat::Compat),
    Test(test::Test),
    Bench(bench::Bench),
    Tidy(tidy::Tidy),
}

fn run(task: &Task) -> Outcome {
    let workspace = Workspace::find()?;
    match task {
        Task::Codegen(codegen) => codegen.run(&workspace),
        Task::Check(check) => check.run(&workspace),
        Task::Compat(compat) => compat.run(&workspace),
        Task::Test(test) => test.run(&workspace),
        Task::Bench(bench) => bench.run(&workspace),
        Task::Tidy(tidy) => tidy.run(&workspace),
    }
}

fn main() -> ExitCode {
    match run(&Cli::parse().task) {
        Ok(Verdict::Clean) => ExitCode::SUCCESS,
        Ok(Verdict::Findings) => ExitCode::from(1),
        Err(failure) => {
            report::complain(&failure);
            ExitCode::from(2)
        }
    }
}
