//! Looks at the words of a text that have entries: `newslint/matching/anchored.py` has the same in Python.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use foldhash::HashMap;
use pyo3::buffer::PyBuffer;
use pyo3::exceptions::PyValueError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString, PyTuple};

use crate::hits::Matches;
use crate::index::{Entry, Reader};
use crate::look::{Chars, Literals, Look, Places, Token, Tries};
use crate::text;

/// Words that are remembered; then all are forgotten.
const MOST: usize = 100_000;

/// Letters of a word's beginning or end that are looked up, as in `newslint/matching/index.py`.
const AFFIX: usize = 3;

type Entries = Option<Arc<[Entry]>>;

/// The words of all texts with what hangs on them. Can be shared between threads.
#[pyclass(frozen, module = "newslint_native")]
pub struct Words {
    look_up: Py<PyAny>,
    filter: Filter,
    members: Py<PyAny>,
    anywhere: Py<PyAny>,
    matches: Py<Matches>,
    known: Mutex<HashMap<Box<str>, Entries>>,
}

#[pymethods]
impl Words {
    /// look_up: gives the entries of a folded word. rows, prefixes, suffixes: see Filter. members: gives the characters under a mask. anywhere: stands for
    /// all places of a text. matches: makes hits.
    #[new]
    fn new(
        look_up: Py<PyAny>,
        rows: &Bound<'_, PyAny>,
        prefixes: HashSet<String>,
        suffixes: HashSet<String>,
        members: Py<PyAny>,
        anywhere: Py<PyAny>,
        matches: Py<Matches>,
    ) -> PyResult<Self> {
        let filter = Filter::new(rows, prefixes, suffixes)?;
        Ok(Self { look_up, filter, members, anywhere, matches, known: Mutex::default() })
    }

    /// Hits in a text, by start and pattern, and by the numbers of further expressions the places where they are to be tried.
    ///
    /// tokens, folded: the words of a text, and these as the index has them; not looked at if the text is ASCII.
    /// plain: expressions that can be tried here, by number: their own `match`, and what a hit takes over of it.
    /// wanted: see the matcher.
    fn look<'py>(
        &self,
        text: &Bound<'py, PyString>,
        tokens: &Bound<'py, PyAny>,
        folded: &Bound<'py, PyAny>,
        plain: &Bound<'py, PyDict>,
        wanted: &Bound<'py, PyAny>,
    ) -> PyResult<(Bound<'py, PyList>, Bound<'py, PyDict>)> {
        let py = text.py();
        let (literals, tries) = self.found(text, tokens, folded)?;
        let matches = self.matches.get();
        let mut hits = Vec::with_capacity(literals.len());
        for (pattern, start, end) in literals {
            hits.push((start, pattern, matches.hit(pattern, start, end, PyTuple::empty(py))?.into_any()));
        }
        let later = PyDict::new(py);
        for (pattern, places) in tries {
            let Places::At(mut places) = places else {
                later.set_item(pattern, self.anywhere.bind(py))?;
                continue;
            };
            match plain.get_item(pattern)? {
                Some(expression) => {
                    if places.is_empty() || !(wanted.is_none() || wanted.get_item(pattern)?.is_truthy()?) {
                        continue;
                    }
                    let (find, shape) = expression.extract::<(Bound<'py, PyAny>, usize)>()?;
                    matches.add(pattern, &find, shape, text, &mut places, &mut hits)?;
                }
                None => later.set_item(pattern, places)?,
            }
        }
        hits.sort_by_key(|(start, pattern, _)| (*start, *pattern));
        Ok((PyList::new(py, hits.into_iter().map(|(.., hit)| hit))?, later))
    }
}

impl Words {
    fn found<'py>(
        &self,
        text: &Bound<'py, PyString>,
        tokens: &Bound<'py, PyAny>,
        folded: &Bound<'py, PyAny>,
    ) -> PyResult<(Literals, Tries)> {
        let py = text.py();
        if let Ok(plain) = text.to_str()
            && plain.is_ascii()
        {
            let lower = plain.to_ascii_lowercase();
            return self.looked(py, plain.as_bytes(), &ascii_tokens(plain, &lower));
        }
        let exact = strings(&tokens.getattr(intern!(py, "texts"))?)?;
        let folded = strings(folded)?;
        let starts: Vec<usize> = tokens.getattr(intern!(py, "starts"))?.extract()?;
        if folded.len() != exact.len() || starts.len() != exact.len() {
            return Err(PyValueError::new_err("the words and their places are not as many"));
        }
        let mut words = Vec::with_capacity(exact.len());
        for ((exact, folded), start) in exact.iter().zip(&folded).zip(starts) {
            let length = text::length(exact);
            if start + length > text::length(text) {
                return Err(PyValueError::new_err("the words are not the text's own"));
            }
            words.push(Token { start, length, exact: exact.to_str()?, folded: folded.to_str()? });
        }
        self.looked(py, text::code_points(text)?.as_slice(), &words)
    }

    fn looked<C: Chars + ?Sized>(&self, py: Python<'_>, text: &C, words: &[Token<'_>]) -> PyResult<(Literals, Tries)> {
        let reader = Reader { members: self.members.bind(py) };
        let hot = self.hot(&reader, words)?;
        let mut look = Look::new(text, words, reader);
        for (i, entries) in &hot {
            look.at(*i, entries)?;
        }
        Ok((look.hits, look.tries))
    }

    /// The words that have entries, by number.
    fn hot(&self, reader: &Reader<'_, '_>, words: &[Token<'_>]) -> PyResult<Vec<(usize, Arc<[Entry]>)>> {
        let (mut hot, mut unknown) = (Vec::new(), Vec::new());
        {
            // No Python runs while this is held.
            let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            for (i, word) in words.iter().enumerate() {
                match known.get(word.folded) {
                    Some(Some(entries)) => hot.push((i, entries.clone())),
                    Some(None) => (),
                    None => unknown.push(i),
                }
            }
        }
        if unknown.is_empty() {
            return Ok(hot);
        }
        let mut new: HashMap<&str, Entries> = HashMap::default();
        for i in unknown {
            let word = words[i].folded;
            if !new.contains_key(word) {
                new.insert(word, self.entries(reader, word)?);
            }
            if let Some(Some(entries)) = new.get(word) {
                hot.push((i, entries.clone()));
            }
        }
        hot.sort_by_key(|(i, _)| *i);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let forgotten = if known.len() > MOST { std::mem::take(&mut *known) } else { HashMap::default() };
        known.extend(new.into_iter().map(|(word, entries)| (word.into(), entries)));
        drop(known);
        drop(forgotten);
        Ok(hot)
    }

    fn entries(&self, reader: &Reader<'_, '_>, word: &str) -> PyResult<Entries> {
        if !self.filter.passes(word) {
            return Ok(None);
        }
        let py = reader.members.py();
        let found = self.look_up.bind(py).call1((word,))?;
        let entries: Vec<Entry> = found.try_iter()?.map(|entry| reader.entry(&entry?)).collect::<PyResult<_>>()?;
        Ok(if entries.is_empty() { None } else { Some(entries.into()) })
    }
}

/// Which words may have entries: those whose row of the table holds something (all, if there is no table), and those
/// with the first or last letters of a word's beginning or end.
struct Filter {
    filled: Vec<bool>,
    prefixes: HashSet<String>,
    suffixes: HashSet<String>,
}

impl Filter {
    /// rows: bytes of the offsets of the table's rows, four each, as `newslint/storage/file.py` has them, or None.
    fn new(rows: &Bound<'_, PyAny>, prefixes: HashSet<String>, suffixes: HashSet<String>) -> PyResult<Self> {
        let mut filled = Vec::new();
        if !rows.is_none() {
            let bytes = PyBuffer::<u8>::get(rows)?.to_vec(rows.py())?;
            let offsets: Vec<_> = bytes.chunks_exact(4).collect();
            filled = offsets.windows(2).map(|pair| pair[0] != pair[1]).collect();
        }
        Ok(Self { filled, prefixes, suffixes })
    }

    fn passes(&self, word: &str) -> bool {
        if self.filled.is_empty() || self.filled[crc32fast::hash(word.as_bytes()) as usize % self.filled.len()] {
            return true;
        }
        let after = word.char_indices().nth(AFFIX).map_or(word.len(), |(at, _)| at);
        let before = word.char_indices().nth_back(AFFIX - 1).map_or(0, |(at, _)| at);
        self.prefixes.contains(&word[..after]) || self.suffixes.contains(&word[before..])
    }
}

fn ascii_tokens<'a>(exact: &'a str, lower: &'a str) -> Vec<Token<'a>> {
    let mut words = Vec::with_capacity(exact.len() / 5);
    let bytes = exact.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || bytes[at] == b'_') {
            at += 1;
        }
        if at > start {
            words.push(Token { start, length: at - start, exact: &exact[start..at], folded: &lower[start..at] });
        }
        at += 1;
    }
    words
}

fn strings<'py>(list: &Bound<'py, PyAny>) -> PyResult<Vec<Bound<'py, PyString>>> {
    list.try_iter()?.map(|one| Ok(one?.cast_into::<PyString>()?)).collect()
}

/// Numbers of the words of an ASCII text that are followed by the same word, whatever the case. None for other texts.
#[pyfunction]
pub fn doubled(text: &Bound<'_, PyString>) -> Option<Vec<usize>> {
    let text = text.to_str().ok().filter(|text| text.is_ascii())?;
    let words = ascii_tokens(text, text);
    let pairs = words.windows(2).enumerate();
    Some(pairs.filter(|(_, pair)| pair[0].exact.eq_ignore_ascii_case(pair[1].exact)).map(|(i, _)| i).collect())
}
