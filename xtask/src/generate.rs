//! From the Rust types of the protocol and of the analytics events to all generated files, in memory.

use std::path::Path;

use app_server_analytics::AnalyticsEvents;
use app_server_protocol::AppServer;
use methodic_codegen::{Examples, Model, Outputs, Surface, Tree, both, documents};
use methodic_validator::fixtures::{self, Scan};

use crate::codegen::SurfaceName;
use crate::failure::Failure;
use crate::fixtures::PROTOCOL;
use crate::workspace::Workspace;

/// Where the schema of the analytics events lies.
const ANALYTICS: &str = "schema/analytics";

/// Generates what is committed, or one surface alone. What is committed includes the method reference and the schema of
/// the analytics events, which have no surfaces.
pub(crate) fn generate(workspace: &Workspace, surface: Option<SurfaceName>) -> Result<Tree, Failure> {
    let outputs = match surface {
        None => Outputs::Committed,
        Some(SurfaceName::Stable) => Outputs::Only(Surface::Stable),
        Some(SurfaceName::Experimental) => Outputs::Only(Surface::Experimental),
    };
    if outputs != Outputs::Committed {
        return Ok(methodic_codegen::generate(&model()?, outputs)?);
    }
    // Over a thousand small files are read while the types are described, and the reference is written beside the rest.
    let folder = workspace.root().join(PROTOCOL.fixtures);
    let (scan, model) = both(|| fixtures::scan(&folder), model);
    let (scan, model) = (scan.map_err(Failure::new)?, model?);
    let (reference, tree) = both(
        || methodic_codegen::reference(&model, &examples(&model, &scan)),
        || methodic_codegen::generate(&model, outputs),
    );
    let mut tree = tree?;
    tree.merge(reference?)?;
    tree.merge(documents(&analytics()?, "Event", ANALYTICS)?)?;
    Ok(tree)
}

/// The model of the analytics events.
fn analytics() -> Result<Model, Failure> {
    Model::collect::<AnalyticsEvents>().map_err(|errors| {
        Failure::new(errors).mend("correct the types above in crates/app-server-analytics, then run again")
    })
}

/// The model of the protocol.
pub(crate) fn model() -> Result<Model, Failure> {
    Model::collect::<AppServer>().map_err(|errors| {
        Failure::new(errors).mend("correct the types above in crates/app-server-protocol, then run again")
    })
}

/// The messages that fixtures call valid. A file that is no fixture is left out here: `cargo xtask check` names it.
fn examples(model: &Model, scan: &Scan) -> Examples {
    let mut examples = Examples::new();
    for method in &model.methods {
        let folder = fixtures::folder_of(&method.method);
        let of_method = scan.fixtures.iter().filter(|fixture| fixture.folder == folder && fixture.is_accept());
        for fixture in of_method {
            let name = Path::new(&fixture.path).file_stem().unwrap_or_default().to_string_lossy();
            examples.insert(&method.method, &name, &fixture.text);
        }
    }
    examples
}
