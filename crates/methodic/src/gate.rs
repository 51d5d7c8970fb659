//! The experimental gate: whether a value uses a part of the protocol that its peer must opt into.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A value that knows its experimental parts. `#[wire]` implements it; a type of another crate gets it by a newtype.
///
/// A type that merely contains marked ones needs no mark: the question goes down to every field.
///
/// ```
/// use methodic::{Gate, wire};
///
/// #[wire(rename_all = "kebab-case")]
/// enum Approval {
///     Never,
///     #[experimental("approval.granular")]
///     Granular { rules: bool },
/// }
///
/// #[wire]
/// struct Params {
///     approval: Option<Approval>,
/// }
///
/// assert_eq!(Params { approval: Some(Approval::Never) }.experimental(), None);
/// let granular = Params { approval: Some(Approval::Granular { rules: true }) };
/// assert_eq!(granular.experimental(), Some("approval.granular"));
/// ```
pub trait Gate {
    /// The reason of the first experimental part in use, in the order of declaration.
    fn experimental(&self) -> Option<&'static str> {
        None
    }

    /// Whether a marked field with this value counts as used: not when it is what leaving it out would give.
    fn is_set(&self) -> bool {
        true
    }
}

macro_rules! plain {
    ($($ty:ty),*) => { $(impl Gate for $ty {})* };
}
plain!(
    i8,
    i16,
    i32,
    i64,
    u8,
    u16,
    u32,
    u64,
    usize,
    isize,
    f32,
    f64,
    char,
    String,
    serde_json::Value,
    std::num::NonZeroU16,
    std::num::NonZeroU32,
    std::num::NonZeroU64,
    std::num::NonZeroUsize,
    std::path::PathBuf
);

impl Gate for bool {
    fn is_set(&self) -> bool {
        *self
    }
}

impl<T: Gate> Gate for Option<T> {
    fn experimental(&self) -> Option<&'static str> {
        self.as_ref().and_then(T::experimental)
    }

    fn is_set(&self) -> bool {
        self.is_some()
    }
}

impl<T: Gate> Gate for Box<T> {
    fn experimental(&self) -> Option<&'static str> {
        (**self).experimental()
    }

    fn is_set(&self) -> bool {
        (**self).is_set()
    }
}

macro_rules! collection {
    ($([$($params:tt)*] $ty:ty, $items:ident);* $(;)?) => {
        $(impl<$($params)*> Gate for $ty {
            fn experimental(&self) -> Option<&'static str> {
                self.$items().find_map(Gate::experimental)
            }

            fn is_set(&self) -> bool {
                !self.is_empty()
            }
        })*
    };
}
collection! {
    [T: Gate] Vec<T>, iter;
    [T: Gate] BTreeSet<T>, iter;
    [K, T: Gate] BTreeMap<K, T>, values;
    [K, T: Gate, S] HashMap<K, T, S>, values;
}

impl<A: Gate, B: Gate> Gate for (A, B) {
    fn experimental(&self) -> Option<&'static str> {
        self.0.experimental().or_else(|| self.1.experimental())
    }
}
