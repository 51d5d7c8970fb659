//! Where params come from: the open stream, a kept text, or nowhere.

use serde::de::{Error, MapAccess};
use serde_json::value::RawValue;

use super::failure::{Fault, State, refused};
use crate::{Method, MethodInfo, Surface};

/// Something that the params of a method can be read from, once the method is known.
pub trait Source<'de>: Sized {
    /// What reading may fail with.
    type Error;

    /// Reads the params of `M`.
    ///
    /// # Errors
    /// If they do not fit, or if the peer may not call `M` at all.
    fn params<M: Method>(self) -> Result<M::Params, Self::Error>;
}

/// The value that the open stream is about to give.
pub(super) struct Live<'a, A> {
    pub(super) map: &'a mut A,
    pub(super) state: &'a mut State,
}

impl<'de, A: MapAccess<'de>> Source<'de> for Live<'_, A> {
    type Error = A::Error;

    fn params<M: Method>(self) -> Result<M::Params, A::Error> {
        self.state.enter::<M, A::Error>()?;
        self.state.fault = Some(Fault::Params(const { &M::INFO }));
        let params = self.map.next_value()?;
        self.state.fault = None;
        Ok(params)
    }
}

/// The text of params that came before their method.
pub(super) struct Kept<'a, E> {
    pub(super) raw: &'a RawValue,
    pub(super) state: &'a mut State,
    pub(super) error: std::marker::PhantomData<E>,
}

impl<'de, E: Error> Source<'de> for Kept<'_, E> {
    type Error = E;

    fn params<M: Method>(self) -> Result<M::Params, E> {
        self.state.enter::<M, E>()?;
        match serde_json::from_str(self.raw.get()) {
            Ok(params) => Ok(params),
            Err(error) => Err(self.state.misfit(const { &M::INFO }, self.raw, error)),
        }
    }
}

/// A message without a `params` member.
pub(super) struct Absent<'a, E> {
    pub(super) state: &'a mut State,
    pub(super) error: std::marker::PhantomData<E>,
}

impl<'de, E: Error> Source<'de> for Absent<'_, E> {
    type Error = E;

    fn params<M: Method>(self) -> Result<M::Params, E> {
        self.state.enter::<M, E>()?;
        M::without_params().ok_or_else(|| {
            self.state.fault = Some(Fault::NoParams(const { &M::INFO }));
            refused()
        })
    }
}

impl State {
    /// Params that were kept do not fit. Apart from the reading, which is compiled for each method.
    #[cold]
    fn misfit<E: Error>(&mut self, info: &'static MethodInfo, raw: &RawValue, error: serde_json::Error) -> E {
        let pointer = super::pointer::within("/params", raw.get(), &error);
        self.fault = Some(Fault::EarlyParams { info, pointer, error });
        refused()
    }

    /// Refuses an experimental method before its params are read, so that nothing of them can leak into an error.
    fn enter<M: Method, E: Error>(&mut self) -> Result<(), E> {
        match M::INFO.stability.experimental() {
            Some(reason) if self.surface == Surface::Stable => {
                self.fault = Some(Fault::Experimental { reason });
                Err(refused())
            }
            _ => Ok(()),
        }
    }
}
