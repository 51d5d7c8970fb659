//! The command `app-server`: reads its flags, opens its doors, and ends in good order.

mod command;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = command::Args::parse();
    match command::run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
