//! What a spool's files look like, byte by byte: pure functions, so that every way in which a file can be torn or
//! damaged is tested without a disk.
//!
//! A segment is [`HEADER`] and then records, each `length u32 · crc32 u32 · id [16] · JSON text`. The length counts the id
//! and the text; the checksum covers the length too. Numbers are little-endian. Reading goes on behind a damaged stretch,
//! with the next bytes that are a record: no JSON text can look like one, since a length always has a byte below 0x20.

use uuid::Uuid;

/// How each segment begins: what it is, and the version of this format.
pub(crate) const HEADER: [u8; 8] = *b"EVSPOOL\x01";
/// How many bytes a record has besides its text.
pub(crate) const OVERHEAD: usize = PREFIX + ID;
/// The longest text of a record. A length beyond it is damage, so that no length makes a reader wait for more.
pub(crate) const MAX_TEXT: usize = 256 * 1024;
/// The bytes of a cursor.
pub(crate) const CURSOR: usize = 20;

const PREFIX: usize = 8;
const ID: usize = 16;

/// An event with its identity, as it lies in the spool and goes to a sink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spooled {
    /// The same for every attempt to deliver it, in whichever process.
    pub id: Uuid,
    /// The event as JSON.
    pub json: String,
}

impl Spooled {
    /// When it was recorded, in milliseconds since 1970: the id says so.
    pub fn recorded_at(&self) -> u64 {
        self.id.as_u64_pair().0 >> 16
    }

    /// How many bytes it takes in a segment.
    pub(crate) fn size(&self) -> usize {
        OVERHEAD + self.json.len()
    }
}

/// Appends a record to `out`. The text is at most [`MAX_TEXT`] long.
pub(crate) fn encode(event: &Spooled, out: &mut Vec<u8>) {
    let length = ((ID + event.json.len()) as u32).to_le_bytes();
    let checksum = checksum(&length, event.id.as_bytes(), event.json.as_bytes());
    for part in [&length[..], &checksum.to_le_bytes(), event.id.as_bytes(), event.json.as_bytes()] {
        out.extend_from_slice(part);
    }
}

fn checksum(length: &[u8], id: &[u8], text: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    [length, id, text].into_iter().for_each(|part| hasher.update(part));
    hasher.finalize()
}

/// What a stretch of a segment holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// Its records, in order.
    pub(crate) records: Vec<Spooled>,
    /// How far it was read; what follows begins there.
    pub(crate) consumed: usize,
    /// How many of these bytes are no record.
    pub(crate) damaged: usize,
}

/// What stands at one place.
enum Step {
    Record(Spooled, usize),
    Damage,
    /// It may be a record that goes on behind the stretch.
    Longer,
}

/// Reads at most `most` records. `whole`: nothing comes behind these bytes, and what looks unfinished is damage.
pub(crate) fn decode(bytes: &[u8], most: usize, whole: bool) -> Decoded {
    let mut decoded = Decoded::default();
    while decoded.consumed < bytes.len() && decoded.records.len() < most {
        match step(&bytes[decoded.consumed..]) {
            Step::Record(record, size) => {
                decoded.records.push(record);
                decoded.consumed += size;
            }
            Step::Longer if !whole => break,
            Step::Damage | Step::Longer => {
                decoded.consumed += 1;
                decoded.damaged += 1;
            }
        }
    }
    decoded
}

fn step(bytes: &[u8]) -> Step {
    let Some((length, rest)) = bytes.split_first_chunk::<4>() else { return Step::Longer };
    let size = u32::from_le_bytes(*length) as usize;
    // An empty text is no JSON, and a stretch of zeros no record.
    if size <= ID || size > ID + MAX_TEXT {
        return Step::Damage;
    }
    let Some((expected, rest)) = rest.split_first_chunk::<4>() else { return Step::Longer };
    let Some((id, text)) = rest.get(..size).and_then(|content| content.split_first_chunk::<ID>()) else {
        return Step::Longer;
    };
    if checksum(length, id, text) != u32::from_le_bytes(*expected) {
        return Step::Damage;
    }
    match std::str::from_utf8(text) {
        Ok(json) => Step::Record(Spooled { id: Uuid::from_bytes(*id), json: json.to_owned() }, PREFIX + size),
        Err(_) => Step::Damage,
    }
}

/// A place in the spool: what lies before it was delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) segment: u64,
    pub(crate) offset: u64,
}

impl Position {
    /// As the cursor's file holds it: both numbers and their checksum.
    pub(crate) fn to_bytes(self) -> [u8; CURSOR] {
        let mut bytes = [0; CURSOR];
        bytes[..8].copy_from_slice(&self.segment.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.offset.to_le_bytes());
        let checksum = crc32fast::hash(&bytes[..16]);
        bytes[16..].copy_from_slice(&checksum.to_le_bytes());
        bytes
    }

    /// Nothing if the bytes are torn: then what is there is delivered again, rather than lost.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (numbers, checksum) = bytes.split_at_checked(16)?;
        let (segment, offset) = numbers.split_first_chunk::<8>()?;
        (checksum == crc32fast::hash(numbers).to_le_bytes()).then_some(Self {
            segment: u64::from_le_bytes(*segment),
            offset: u64::from_le_bytes(offset.try_into().ok()?),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn records() -> impl Strategy<Value = Vec<Spooled>> {
        let text = prop_oneof![8 => "\\{\"a\":\"[a-zäß ]{0,40}\"\\}", 1 => Just(format!("\"{}\"", "x".repeat(5000)))];
        let record = (any::<u128>(), text).prop_map(|(id, json)| Spooled { id: Uuid::from_u128(id), json });
        prop::collection::vec(record, 0..12)
    }

    /// The bytes of records, and where each ends.
    fn written(records: &[Spooled]) -> (Vec<u8>, Vec<usize>) {
        let mut bytes = Vec::new();
        let mut ends = Vec::new();
        for record in records {
            encode(record, &mut bytes);
            ends.push(bytes.len());
        }
        (bytes, ends)
    }

    proptest! {
        #[test]
        fn any_prefix_holds_the_records_that_end_in_it(records in records(), cut in any::<prop::sample::Index>()) {
            let (bytes, ends) = written(&records);
            let cut = cut.index(bytes.len() + 1);
            let decoded = decode(&bytes[..cut], usize::MAX, true);
            let whole = ends.iter().filter(|end| **end <= cut).count();
            prop_assert_eq!(&decoded.records[..], &records[..whole]);
            prop_assert_eq!(decoded.consumed, cut);
            prop_assert_eq!(decoded.damaged, cut - whole.checked_sub(1).map_or(0, |last| ends[last]));
        }

        #[test]
        fn a_damaged_byte_costs_its_own_record_alone(
            records in records(), at in any::<prop::sample::Index>(), flip in 1_u8..,
        ) {
            prop_assume!(!records.is_empty());
            let (mut bytes, ends) = written(&records);
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
            let hit = ends.iter().position(|end| at < *end).expect("inside");
            let others: Vec<_> = records.iter().enumerate().filter(|(i, _)| *i != hit).map(|(_, r)| r.clone()).collect();
            prop_assert_eq!(decode(&bytes, usize::MAX, true).records, others);
        }

        #[test]
        fn no_bytes_make_it_panic_or_stand_still(bytes in prop::collection::vec(any::<u8>(), 0..600), whole: bool) {
            let decoded = decode(&bytes, usize::MAX, whole);
            prop_assert!(decoded.consumed <= bytes.len());
            prop_assert!(!whole || decoded.consumed == bytes.len());
        }

        #[test]
        fn reading_in_pieces_is_reading_at_once(records in records(), most in 1_usize..4, junk in any::<[u8; 7]>()) {
            let (mut bytes, _) = written(&records);
            bytes.splice(0..0, junk);
            let at_once = decode(&bytes, usize::MAX, true);
            let (mut pieces, mut window, mut from) = (Decoded::default(), 64, 0);
            while from < bytes.len() {
                let to = bytes.len().min(from + window);
                let piece = decode(&bytes[from..to], most, to == bytes.len());
                // A window that holds less than a record has to grow.
                window = if piece.consumed == 0 { window * 2 } else { 64 };
                from += piece.consumed;
                pieces.records.extend(piece.records);
                pieces.damaged += piece.damaged;
            }
            prop_assert_eq!(pieces.records, at_once.records);
            prop_assert_eq!(pieces.damaged, at_once.damaged);
        }

        #[test]
        fn a_cursor_is_read_as_written_or_not_at_all(segment: u64, offset: u64, at in 0..CURSOR, flip: u8) {
            let position = Position { segment, offset };
            let mut bytes = position.to_bytes();
            prop_assert_eq!(Position::from_bytes(&bytes), Some(position));
            bytes[at] ^= flip;
            prop_assert_eq!(Position::from_bytes(&bytes), (flip == 0).then_some(position));
            prop_assert_eq!(Position::from_bytes(&bytes[..at]), None);
        }
    }

    #[test]
    fn a_record_is_told_from_a_text_that_quotes_one() {
        let inner = Spooled { id: Uuid::from_u128(7), json: "{}".into() };
        let mut quoted = Vec::new();
        encode(&inner, &mut quoted);
        let json = serde_json::to_string(&String::from_utf8_lossy(&quoted)).expect("text");
        let outer = Spooled { id: Uuid::from_u128(8), json };
        let mut bytes = Vec::new();
        encode(&outer, &mut bytes);
        bytes[4] ^= 1;
        assert_eq!(decode(&bytes, usize::MAX, true).records, []);
    }
}
