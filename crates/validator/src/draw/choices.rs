//! The sequence of choices that a drawn value is a function of.

/// Choices yet to be made. Where the sequence ends, every further choice is the simplest.
#[derive(Debug, Clone)]
pub struct Choices<'c> {
    rest: std::slice::Iter<'c, u64>,
}

impl<'c> Choices<'c> {
    /// All choices of a sequence.
    pub fn new(sequence: &'c [u64]) -> Self {
        Self { rest: sequence.iter() }
    }

    /// The next choice as it is; 0 behind the end.
    pub fn raw(&mut self) -> u64 {
        self.rest.next().copied().unwrap_or(0)
    }

    /// One of `count` alternatives, the first of which is the simplest. A smaller choice never gives a later alternative,
    /// which lets a shrinking sequence shrink the value.
    /// Where there is one alternative nothing is chosen.
    pub fn below(&mut self, count: usize) -> usize {
        if count < 2 {
            return 0;
        }
        let scaled = (u128::from(self.raw()) * count as u128) >> 64;
        // Less than `count`, which is a usize.
        scaled as usize
    }

    /// Yes or no; no is simpler.
    pub fn yes(&mut self) -> bool {
        self.below(2) == 1
    }

    /// Yes twice in three times; no is simpler.
    pub fn likely(&mut self) -> bool {
        self.below(3) > 0
    }

    /// One of these.
    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> Option<&'t T> {
        let at = self.below(from.len());
        from.get(at)
    }
}
