//! `methodic`: the command line for those who consume a protocol. It reads generated files alone, never Rust sources.

mod bundle;
mod compat;
mod fixtures;
mod report;
mod transcript;
mod validate;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Checks messages and changes against a protocol's generated files.
#[derive(Parser)]
#[command(name = "methodic", version, arg_required_else_help = true)]
#[command(after_help = "Exit codes: 0 clean, 1 findings, 2 could not run.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Validate(validate::Args),
    Bundle(bundle::Args),
    Fixtures(fixtures::Args),
    Transcript(transcript::Args),
    Compat(compat::Args),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Validate(args) => validate::run(&args),
        Command::Bundle(args) => bundle::run(&args),
        Command::Fixtures(args) => fixtures::run(&args),
        Command::Transcript(args) => transcript::run(&args),
        Command::Compat(args) => compat::run(&args),
    };
    outcome.unwrap_or_else(|error| report::could_not_run(&*error))
}
