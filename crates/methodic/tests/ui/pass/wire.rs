//! Every argument of `#[wire]` in a form that means something.

use methodic::wire;

/// A name.
#[wire(transparent)]
pub struct Name(pub String);

/// A name in a struct.
#[wire(transparent)]
pub struct Named {
    /// The name.
    pub name: Name,
}

/// A closed struct under another name.
#[wire(deny_unknown, omit_none, rename_all = "snake_case", name = "Salutation")]
#[derive(Default)]
pub struct Greeting {
    /// What is said.
    pub text: Option<String>,
}

/// A union told apart by its tag.
#[wire(tag = "kind", rename_all = "none", rename_all_fields = "snake_case")]
pub enum Tagged {
    /// Nothing.
    Nothing,
    /// A struct.
    Greeting(Greeting),
    /// Fields.
    #[experimental("tagged.fields")]
    Fields {
        /// Who.
        #[experimental("tagged.fields.who")]
        who: Option<Name>,
    },
}

/// A union told apart by shape.
#[wire(untagged)]
pub enum Either {
    /// A name.
    Name(Name),
    /// A greeting.
    Greeting(Greeting),
}

/// Nothing at all.
#[wire]
#[derive(Copy, Eq)]
pub struct Empty {}

fn main() {
    let _ = (Named { name: Name("n".into()) }, Tagged::Nothing, Either::Name(Name("n".into())), Empty {});
}
