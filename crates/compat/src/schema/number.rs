//! Bounds of numbers, with integers exact: a 64-bit range does not fit into a float.

use std::cmp::Ordering;

use serde_json::{Number, Value};

/// A number that compares exactly where it is an integer.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Num {
    Int(i128),
    Float(f64),
}

impl Num {
    pub(crate) fn of(number: &Number) -> Self {
        if let Some(value) = number.as_i64() {
            return Self::Int(value.into());
        }
        if let Some(value) = number.as_u64() {
            return Self::Int(value.into());
        }
        let value = number.as_f64().unwrap_or(f64::NAN);
        // `0.0` is the integer 0 to a validator, and schemars writes bounds that way.
        if value.fract() == 0.0 && value.abs() < 1e30 { Self::Int(value as i128) } else { Self::Float(value) }
    }

    pub(crate) fn float(self) -> f64 {
        match self {
            Self::Int(value) => value as f64,
            Self::Float(value) => value,
        }
    }

    pub(crate) fn value(self) -> Option<Value> {
        match self {
            Self::Int(value) => {
                i64::try_from(value).map(Value::from).or_else(|_| u64::try_from(value).map(Value::from)).ok()
            }
            Self::Float(value) => Number::from_f64(value).map(Value::Number),
        }
    }

    fn is_integer(self) -> bool {
        matches!(self, Self::Int(_))
    }

    /// Whether this is a whole number of `divisor`s.
    pub(crate) fn is_multiple_of(self, divisor: Self) -> bool {
        match (self, divisor) {
            (_, Self::Int(0)) => false,
            (Self::Int(value), Self::Int(divisor)) => value % divisor == 0,
            _ => {
                let times = self.float() / divisor.float();
                (times - times.round()).abs() < 1e-9
            }
        }
    }
}

impl PartialEq for Num {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd for Num {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => Some(a.cmp(b)),
            _ => self.float().partial_cmp(&other.float()),
        }
    }
}

impl std::fmt::Display for Num {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Int(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value}"),
        }
    }
}

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bound {
    pub(crate) at: Num,
    pub(crate) open: bool,
}

/// The numbers that a schema admits.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Numbers {
    pub(crate) integer: bool,
    pub(crate) low: Option<Bound>,
    pub(crate) high: Option<Bound>,
    pub(crate) multiple: Vec<Num>,
    /// A `format` that says nothing about the range.
    pub(crate) format: Option<String>,
}

impl Numbers {
    /// Narrows the lower end.
    pub(crate) fn at_least(&mut self, bound: Bound) {
        let tighter = self.low.is_none_or(|low| bound.at > low.at || (bound.at == low.at && bound.open));
        if tighter {
            self.low = Some(bound);
        }
    }

    /// Narrows the upper end.
    pub(crate) fn at_most(&mut self, bound: Bound) {
        let tighter = self.high.is_none_or(|high| bound.at < high.at || (bound.at == high.at && bound.open));
        if tighter {
            self.high = Some(bound);
        }
    }

    /// Brings ends of integers to whole numbers that are included, so that `> 0` and `>= 1` are the same.
    pub(crate) fn settle(&mut self) {
        if !self.integer {
            return;
        }
        self.low = self.low.map(|low| match low.at {
            Num::Int(value) => Bound { at: Num::Int(value + i128::from(low.open)), open: false },
            Num::Float(value) => Bound { at: Num::Int(value.ceil() as i128), open: false },
        });
        self.high = self.high.map(|high| match high.at {
            Num::Int(value) => Bound { at: Num::Int(value - i128::from(high.open)), open: false },
            Num::Float(value) => Bound { at: Num::Int(value.floor() as i128), open: false },
        });
        self.multiple.retain(|multiple| *multiple != Num::Int(1));
    }

    /// What both admit.
    pub(crate) fn meet(&self, other: &Self) -> Self {
        let mut met = self.clone();
        met.integer |= other.integer;
        if let Some(low) = other.low {
            met.at_least(low);
        }
        if let Some(high) = other.high {
            met.at_most(high);
        }
        for multiple in &other.multiple {
            if !met.multiple.contains(multiple) {
                met.multiple.push(*multiple);
            }
        }
        met.format = met.format.or_else(|| other.format.clone());
        met.settle();
        met
    }

    pub(crate) fn admits(&self, number: &Number) -> bool {
        let value = Num::of(number);
        (!self.integer || value.is_integer())
            && self.low.is_none_or(|low| value > low.at || (!low.open && value == low.at))
            && self.high.is_none_or(|high| value < high.at || (!high.open && value == high.at))
            && self.multiple.iter().all(|multiple| value.is_multiple_of(*multiple))
    }
}

/// The smallest and the largest value of an integer format; none for any other format.
///
/// `int` and `uint` are pointer-sized where they are declared; 64 bits is what every peer of today has.
pub(crate) fn range(format: &str) -> Option<(i128, i128)> {
    let signed = |bits: u32| (-(1_i128 << (bits - 1)), (1_i128 << (bits - 1)) - 1);
    let unsigned = |bits: u32| (0, (1_i128 << bits) - 1);
    Some(match format {
        "int8" => signed(8),
        "int16" => signed(16),
        "int32" => signed(32),
        "int64" | "int" => signed(64),
        "uint8" => unsigned(8),
        "uint16" => unsigned(16),
        "uint32" => unsigned(32),
        "uint64" | "uint" => unsigned(64),
        _ => return None,
    })
}
