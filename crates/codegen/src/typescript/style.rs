//! How the modules of types are spread over files, and how others import them.

use methodic_profile::{ImportExt, Layout};

/// What the package has, unless a profile asks for something else.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    pub(super) layout: Layout,
    pub(super) imports: ImportExt,
}

impl Style {
    /// What an import of a module of types says.
    pub(super) fn import(self, module: &str) -> String {
        match self.imports {
            ImportExt::Js => format!("{module}.js"),
            ImportExt::Ts => format!("{module}.ts"),
            ImportExt::None => module.to_owned(),
        }
    }

    /// The file of a module of types. Where its imports end in `.ts` it is a source like its importer's others.
    pub(super) fn file(self, module: &str) -> String {
        match self.imports {
            ImportExt::Ts => format!("{module}.ts"),
            ImportExt::Js | ImportExt::None => format!("{module}.d.ts"),
        }
    }
}
