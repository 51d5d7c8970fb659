//! Collects the model of a declared protocol from its Rust types.

use methodic::Protocol;
use methodic::schema::{Documented, TypeSchema};
use schemars::generate::{Contract, SchemaSettings};
use serde_json::{Map, Value};

use super::build::{Parts, RawMethod, RawType};
use super::{Model, ModelErrors};
use crate::parallel::both;

impl Model {
    /// The model of `P`, the whole of it.
    ///
    /// # Errors
    /// All that is wrong with its types: names that collide, schemas that no output can carry, marks that contradict.
    pub fn collect<P: Documented>() -> Result<Self, ModelErrors> {
        Self::from_parts(parts::<P>())
    }
}

fn parts<P: Documented>() -> Parts {
    let raw = |of: TypeSchema| RawType { name: (of.name)(), rust: (of.rust)().to_owned() };
    let methods = P::rows().into_iter().map(|row| RawMethod {
        info: row.info,
        docs: row.docs.to_owned(),
        params: row.params.map(raw),
        result: row.result.map(raw),
    });
    let (input, output) = both(|| definitions::<P>(Contract::Deserialize), || definitions::<P>(Contract::Serialize));
    Parts {
        name: P::NAME.to_owned(),
        title: P::TITLE.to_owned(),
        package_version: P::PACKAGE_VERSION.to_owned(),
        license: P::PACKAGE_LICENSE.to_owned(),
        docs: P::DOCS.to_owned(),
        methods: methods.collect(),
        envelopes: without_method::<P>().map(raw).collect(),
        messages: [
            short::<P::ClientRequest>(),
            short::<<P as Protocol>::ServerRequest>(),
            short::<P::ClientNotification>(),
            short::<P::ServerNotification>(),
        ],
        input,
        output,
    }
}

fn definitions<P: Documented>(contract: Contract) -> Map<String, Value> {
    let mut generator = SchemaSettings::draft07().with(|settings| settings.contract = contract).into_generator();
    let payloads = P::rows().into_iter().flat_map(|row| [row.params, row.result]).flatten();
    for of in payloads.chain(without_method::<P>()) {
        (of.schema)(&mut generator);
    }
    generator.take_definitions(false)
}

/// What is published without a method of its own. Where there is no method at all, no message needs an envelope.
fn without_method<P: Documented>() -> impl Iterator<Item = TypeSchema> {
    let envelopes = if P::rows().is_empty() { Vec::new() } else { methodic::schema::envelopes() };
    envelopes.into_iter().chain(P::types())
}

/// The last segment of a type's path.
fn short<T>() -> String {
    let path = std::any::type_name::<T>();
    path.rsplit("::").next().unwrap_or(path).to_owned()
}
