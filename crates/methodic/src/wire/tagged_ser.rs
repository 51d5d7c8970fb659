//! The writing side of an internally tagged enum: the tag first, so that whoever reads it needs no buffer.

use serde::ser::{Error, Impossible, Serialize, SerializeMap, SerializeStruct, SerializeStructVariant, Serializer};

use super::Tagged;
use super::write::{write_inside, write_tag};

/// What serde's derived code for an externally tagged enum calls on this serializer: the four kinds of variant.
impl<S: Serializer> Serializer for Tagged<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Impossible<S::Ok, S::Error>;
    type SerializeTuple = Impossible<S::Ok, S::Error>;
    type SerializeTupleStruct = Impossible<S::Ok, S::Error>;
    type SerializeTupleVariant = Impossible<S::Ok, S::Error>;
    type SerializeMap = Impossible<S::Ok, S::Error>;
    type SerializeStruct = Impossible<S::Ok, S::Error>;
    type SerializeStructVariant = Fields<S::SerializeStruct>;

    fn serialize_unit_variant(self, name: &'static str, _: u32, variant: &'static str) -> Result<S::Ok, S::Error> {
        write_tag(self.inner, name, self.tag, variant)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        write_inside(self.inner, self.tag, variant, value)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Fields<S::SerializeStruct>, S::Error> {
        let mut object = self.inner.serialize_struct(name, len + 1)?;
        object.serialize_field(self.tag, variant)?;
        Ok(Fields(object))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        Err(positional(variant))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeStruct, S::Error> {
        Err(positional(name))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        Err(positional("a map"))
    }

    refuse_scalars!(S);
}

/// Writes a newtype variant's struct with the tag in front of its fields.
pub(super) struct Inject<S> {
    pub(super) tag: &'static str,
    pub(super) variant: &'static str,
    pub(super) inner: S,
}

impl<S: Serializer> Serializer for Inject<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Impossible<S::Ok, S::Error>;
    type SerializeTuple = Impossible<S::Ok, S::Error>;
    type SerializeTupleStruct = Impossible<S::Ok, S::Error>;
    type SerializeTupleVariant = Impossible<S::Ok, S::Error>;
    type SerializeMap = S::SerializeMap;
    type SerializeStruct = S::SerializeStruct;
    type SerializeStructVariant = Impossible<S::Ok, S::Error>;

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<S::SerializeStruct, S::Error> {
        let mut object = self.inner.serialize_struct(name, len + 1)?;
        object.serialize_field(self.tag, self.variant)?;
        Ok(object)
    }

    fn serialize_map(self, len: Option<usize>) -> Result<S::SerializeMap, S::Error> {
        let mut object = self.inner.serialize_map(len.map(|len| len + 1))?;
        object.serialize_entry(self.tag, self.variant)?;
        Ok(object)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<S::Ok, S::Error> {
        Err(positional(variant))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<S::Ok, S::Error> {
        Err(positional(variant))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        Err(positional(variant))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        Err(positional(variant))
    }

    refuse_scalars!(S);
}

/// The fields of a struct variant, which land beside the tag.
pub struct Fields<S>(S);

impl<S: SerializeStruct> SerializeStructVariant for Fields<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), S::Error> {
        self.0.serialize_field(key, value)
    }

    fn skip_field(&mut self, key: &'static str) -> Result<(), S::Error> {
        self.0.skip_field(key)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.0.end()
    }
}

fn positional<E: Error>(what: &str) -> E {
    E::custom(format_args!("a tagged variant holds an object, and {what} is none"))
}

/// Everything that is not an object cannot carry a tag.
macro_rules! refuse_scalars {
    ($S:ident) => {
        refuse_scalars!(@value $S serialize_bool bool, serialize_i8 i8, serialize_i16 i16, serialize_i32 i32,
            serialize_i64 i64, serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64,
            serialize_f32 f32, serialize_f64 f64, serialize_char char, serialize_str &str, serialize_bytes &[u8]);

        fn serialize_none(self) -> Result<$S::Ok, $S::Error> {
            Err(positional("nothing"))
        }

        fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<$S::Ok, $S::Error> {
            value.serialize(self)
        }

        fn serialize_unit(self) -> Result<$S::Ok, $S::Error> {
            Err(positional("a unit"))
        }

        fn serialize_unit_struct(self, name: &'static str) -> Result<$S::Ok, $S::Error> {
            Err(positional(name))
        }

        fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<$S::Ok, $S::Error> {
            value.serialize(self)
        }

        fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, $S::Error> {
            Err(positional("a list"))
        }

        fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, $S::Error> {
            Err(positional("a tuple"))
        }

        fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, $S::Error> {
            Err(positional(name))
        }
    };
    (@value $S:ident $($name:ident $ty:ty),*) => {
        $(fn $name(self, _: $ty) -> Result<$S::Ok, $S::Error> {
            Err(positional(stringify!($ty)))
        })*
    };
}
use refuse_scalars;
