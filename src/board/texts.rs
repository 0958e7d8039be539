//! Short runs of bytes, one after another in large chunks. What is released leaves a gap; a chunk with nothing
//! in it is used again, and one with little in it can be emptied by moving that.

/// How many bytes a chunk holds; a longer run has a chunk of its own.
const CHUNK: usize = 1 << 16;

/// Short runs of bytes by their address.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    chunks: Vec<Chunk>,
    /// The chunk to which runs are added.
    open: usize,
    /// Chunks with nothing in them.
    empty: Vec<usize>,
}

#[derive(Clone, Debug, Default)]
struct Chunk {
    bytes: Vec<u8>,
    /// How many of them are still needed.
    live: usize,
}

impl Texts {
    /// Adds a run; gives its address.
    pub(super) fn add(&mut self, run: &[u8]) -> u32 {
        let fits = |chunk: &Chunk| chunk.bytes.len() + run.len() <= CHUNK;
        if !self.chunks.get(self.open).is_some_and(fits) {
            self.turn(run.len());
        }
        let open = self.open;
        let Some(chunk) = self.chunks.get_mut(open) else {
            return u32::MAX;
        };
        let start = chunk.bytes.len();
        chunk.bytes.extend_from_slice(run);
        chunk.live += run.len();
        u32::try_from(open * CHUNK + start).unwrap_or(u32::MAX)
    }

    /// Opens a chunk into which so many bytes fit.
    fn turn(&mut self, length: usize) {
        let room = length.max(CHUNK);
        if self
            .chunks
            .get(self.open)
            .is_some_and(|chunk| chunk.live == 0)
        {
            self.empty.push(self.open);
        }
        match self.empty.pop() {
            Some(place) => self.open = place,
            None => {
                self.open = self.chunks.len();
                self.chunks.push(Chunk::default());
            }
        }
        if let Some(chunk) = self.chunks.get_mut(self.open) {
            chunk.bytes.reserve_exact(room);
        }
    }

    /// What begins at `address`, up to the end of its chunk; its reader knows where it ends.
    pub(super) fn at(&self, address: u32) -> &[u8] {
        let (place, start) = split(address);
        let chunk = self.chunks.get(place);
        chunk
            .and_then(|chunk| chunk.bytes.get(start..))
            .unwrap_or_default()
    }

    /// Gives up the run of `length` bytes at `address`.
    pub(super) fn release(&mut self, address: u32, length: usize) {
        let (place, _) = split(address);
        let Some(chunk) = self.chunks.get_mut(place) else {
            return;
        };
        chunk.live = chunk.live.saturating_sub(length);
        if chunk.live > 0 {
            return;
        }
        if chunk.bytes.capacity() > CHUNK {
            chunk.bytes = Vec::new();
        }
        chunk.bytes.clear();
        if place != self.open {
            self.empty.push(place);
        }
    }

    /// A chunk of which less than half is needed, worth to be emptied.
    pub(super) fn sparse(&self) -> Option<usize> {
        let sparse = |(place, chunk): &(usize, &Chunk)| {
            *place != self.open && chunk.live > 0 && chunk.live * 2 < chunk.bytes.len()
        };
        let mut chunks = self.chunks.iter().enumerate();
        chunks.find(sparse).map(|(place, _)| place)
    }

    /// Whether `address` lies in the chunk at `place`.
    pub(super) const fn is_in(address: u32, place: usize) -> bool {
        split(address).0 == place
    }

    /// How many bytes it holds.
    pub(super) fn size(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.bytes.capacity()).sum()
    }
}

const fn split(address: u32) -> (usize, usize) {
    (address as usize / CHUNK, address as usize % CHUNK)
}

#[cfg(test)]
mod tests {
    use super::{CHUNK, Texts};

    #[test]
    fn runs_are_found_at_their_addresses() {
        let mut texts = Texts::default();
        let runs: Vec<Vec<u8>> = [3, CHUNK - 4, 2, 3 * CHUNK, 1, CHUNK, 5]
            .iter()
            .zip(1..)
            .map(|(length, byte)| vec![byte; *length])
            .collect();
        let addresses: Vec<u32> = runs.iter().map(|run| texts.add(run)).collect();
        for (run, address) in runs.iter().zip(&addresses) {
            assert_eq!(texts.at(*address).get(..run.len()), Some(run.as_slice()));
        }
    }

    #[test]
    fn what_is_released_is_used_again() {
        let mut texts = Texts::default();
        let run = vec![1; CHUNK / 4];
        for _ in 0..3 {
            let addresses: Vec<u32> = (0..40).map(|_| texts.add(&run)).collect();
            for address in addresses {
                texts.release(address, run.len());
            }
        }
        assert!(texts.size() <= 11 * CHUNK, "{}", texts.size());
        let long = texts.add(&vec![2; 9 * CHUNK]);
        texts.release(long, 9 * CHUNK);
        assert!(texts.size() <= 12 * CHUNK, "{}", texts.size());
    }

    #[test]
    fn a_chunk_with_little_in_it_is_found() {
        let mut texts = Texts::default();
        let addresses: Vec<u32> = (0..12).map(|_| texts.add(&[1; CHUNK / 4])).collect();
        assert_eq!(texts.sparse(), None);
        for address in &addresses[4..7] {
            texts.release(*address, CHUNK / 4);
        }
        assert_eq!(texts.sparse(), Some(1));
        assert!(Texts::is_in(addresses[7], 1) && !Texts::is_in(addresses[8], 1));
        texts.release(addresses[7], CHUNK / 4);
        assert_eq!(texts.sparse(), None);
    }
}
