//! Compares literals with the words of a text, and says where expressions can begin.

use foldhash::HashMap;
use pyo3::prelude::*;

use crate::index::{Cells, Entry, Near, Phrase, Reader, Run, Start};
use crate::text::is_space;

/// A text by its code points.
pub trait Chars {
    fn count(&self) -> usize;
    /// The character at a place that is there.
    fn at(&self, place: usize) -> u32;
}

impl Chars for [u8] {
    fn count(&self) -> usize {
        self.len()
    }
    fn at(&self, place: usize) -> u32 {
        self[place].into()
    }
}

impl Chars for [u32] {
    fn count(&self) -> usize {
        self.len()
    }
    fn at(&self, place: usize) -> u32 {
        self[place]
    }
}

/// A word: where it starts, how many code points it has, as it is written and as the index has it.
pub struct Token<'a> {
    pub start: usize,
    pub length: usize,
    pub exact: &'a str,
    pub folded: &'a str,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.length
    }
}

pub enum Places {
    Anywhere,
    At(Vec<usize>),
}

/// Pattern, start and end of those that were found.
pub type Literals = Vec<(usize, usize, usize)>;

/// By the numbers of expressions, in the order in which they came up.
pub type Tries = Vec<(usize, Places)>;

/// A text, its words, and what was found.
pub struct Look<'a, 'py, C: ?Sized> {
    text: &'a C,
    words: &'a [Token<'a>],
    reader: Reader<'a, 'py>,
    ends: HashMap<usize, usize>,
    numbers: HashMap<usize, usize>,
    pub hits: Literals,
    pub tries: Tries,
}

impl<'a, 'py, C: Chars + ?Sized> Look<'a, 'py, C> {
    pub fn new(text: &'a C, words: &'a [Token<'a>], reader: Reader<'a, 'py>) -> Self {
        let (ends, numbers, hits, tries) = Default::default();
        Self { text, words, reader, ends, numbers, hits, tries }
    }

    /// Look at what hangs on word i.
    pub fn at(&mut self, i: usize, entries: &[Entry]) -> PyResult<()> {
        let words = self.words;
        for entry in entries {
            self.take(i, &entry.cells)?;
            if let Some(next) = words.get(i + 1)
                && let Some(later) = entry.afters.get(next.folded)
            {
                self.take(i, later.get(&self.reader)?)?;
            }
            if i > 0
                && let Some(later) = entry.befores.get(words[i - 1].folded)
            {
                self.take(i, later.get(&self.reader)?)?;
            }
        }
        Ok(())
    }

    fn take(&mut self, i: usize, cells: &Cells) -> PyResult<()> {
        let word = &self.words[i];
        for whole in &cells.wholes {
            if whole.exact.is_empty() || *whole.exact == *word.exact {
                self.hits.push((whole.pattern, word.start, word.end()));
            }
        }
        for phrase in &cells.phrases {
            if let Some((start, end)) = self.phrase(phrase, i) {
                let last = self.ends.entry(phrase.pattern).or_default();
                if start >= *last {
                    *last = end;
                    self.hits.push((phrase.pattern, start, end));
                }
            }
        }
        cells.starts.iter().try_for_each(|start| self.begin(i, start))
    }

    /// Where a literal stands that hangs on word i, if it stands there.
    fn phrase(&self, phrase: &Phrase, i: usize) -> Option<(usize, usize)> {
        let first = i.checked_sub(phrase.at)?;
        let words = self.words.get(first..first + phrase.words.len())?;
        for (word, wanted) in words.iter().zip(&phrase.words) {
            if (if phrase.ignore_case { word.folded } else { word.exact }) != &**wanted {
                return None;
            }
        }
        for (pair, gap) in words.windows(2).zip(&phrase.between) {
            if !self.is_plainly(pair[0].end(), pair[1].start, gap) {
                return None;
            }
        }
        let (mut start, mut end) = (words.first()?.start, words.last()?.end());
        if !phrase.before.is_empty() {
            let low = start.checked_sub(phrase.before.len())?;
            if !self.is_plainly(low, start, &phrase.before) {
                return None;
            }
            start = low;
        }
        if !phrase.after.is_empty() {
            let high = end + phrase.after.len();
            if !self.is_plainly(end, high.min(self.text.count()), &phrase.after) {
                return None;
            }
            end = high;
        }
        Some((start, end))
    }

    /// Whether a range of the text is this, when apostrophes and hyphens are the plain ones and any white space is one
    /// space.
    fn is_plainly(&self, start: usize, end: usize, wanted: &[u32]) -> bool {
        let mut wanted = wanted.iter();
        let mut blank = false;
        for place in start..end {
            let character = match self.text.at(place) {
                0x2019 => 0x27,
                0x2010 | 0x2011 => 0x2d,
                other if char::from_u32(other).is_some_and(is_space) => 0x20,
                other => other,
            };
            if character == 0x20 && blank {
                continue;
            }
            blank = character == 0x20;
            if wanted.next() != Some(&character) {
                return false;
            }
        }
        wanted.next().is_none()
    }

    fn begin(&mut self, i: usize, start: &Start) -> PyResult<()> {
        let word = &self.words[i];
        let mut base = i;
        if let Some(near) = &start.near {
            if !self.is_near(i, near) {
                return Ok(());
            }
            match i.checked_sub(near.back) {
                Some(before) => base = before,
                None => return Ok(()),
            }
        }
        let tries = &mut self.tries;
        let number = *self.numbers.entry(start.pattern).or_insert_with(|| {
            tries.push((start.pattern, Places::At(Vec::new())));
            tries.len() - 1
        });
        let Places::At(places) = &mut tries[number].1 else { return Ok(()) };
        if start.high < 0 {
            tries[number].1 = Places::Anywhere;
            return Ok(());
        }
        let mut place = self.words[base].start as isize;
        if start.tail > 0 {
            place += word.length as isize - start.tail as isize;
        }
        let (low, high) = (place - start.high, place - start.low);
        if let Some(run) = &start.run {
            let first = along(self.text, run, low.max(0), &self.reader)?;
            places.extend((first..=high).map(|place| place as usize));
        } else if low == high {
            if low >= 0 {
                places.push(low as usize);
            }
        } else {
            places.extend((low.max(0)..=high).map(|place| place as usize));
        }
        Ok(())
    }

    /// Whether what is needed beside word i is there.
    fn is_near(&self, i: usize, near: &Near) -> bool {
        let word = &self.words[i];
        let next = self.words.get(i + 1).map_or("", |next| next.folded);
        next.starts_with(&*near.begins)
            && next.ends_with(&*near.ends)
            && self.has(word.end(), &near.right)
            && word.start.checked_sub(near.left.len()).is_some_and(|place| self.has(place, &near.left))
    }

    /// Whether a text stands at a place.
    fn has(&self, place: usize, wanted: &[u32]) -> bool {
        place + wanted.len() <= self.text.count()
            && wanted.iter().zip(place..).all(|(&character, place)| self.text.at(place) == character)
    }
}

/// The first of the characters under the mask right before a place, or the place.
fn along<C: Chars + ?Sized>(text: &C, run: &Run, place: isize, reader: &Reader<'_, '_>) -> PyResult<isize> {
    let mut first = place as usize;
    while first > 0 {
        let character = text.at(first - 1);
        let within = match character {
            0..128 => run.ascii >> character & 1 == 1,
            _ => {
                let py = reader.members.py();
                let character = crate::text::character(py, character)?;
                run.members.bind(py).get_item(character)?.is_truthy()?
            }
        };
        if !within {
            break;
        }
        first -= 1;
    }
    Ok(first as isize)
}
