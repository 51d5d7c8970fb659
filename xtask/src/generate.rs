//! From the protocol's Rust types to all generated files, in memory.

use app_server_protocol::AppServer;
use methodic_codegen::{Model, Outputs, Surface, Tree};

use crate::codegen::SurfaceName;
use crate::failure::Failure;

/// Generates what is committed, or one surface alone.
pub(crate) fn generate(surface: Option<SurfaceName>) -> Result<Tree, Failure> {
    let outputs = match surface {
        None => Outputs::Committed,
        Some(SurfaceName::Stable) => Outputs::Only(Surface::Stable),
        Some(SurfaceName::Experimental) => Outputs::Only(Surface::Experimental),
    };
    let model = Model::collect::<AppServer>().map_err(|errors| {
        Failure::new(errors).mend("correct the types above in crates/app-server-protocol, then run again")
    })?;
    Ok(methodic_codegen::generate(&model, outputs)?)
}
