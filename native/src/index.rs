//! What hangs on a word: `newslint/matching/index.py` says what the values are.

use foldhash::HashMap;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString};

pub type Word = Box<str>;
/// Code points.
pub type Text = Box<[u32]>;

pub struct Whole {
    pub pattern: usize,
    pub exact: Word,
}

pub struct Phrase {
    pub pattern: usize,
    pub at: usize,
    pub words: Vec<Word>,
    pub between: Vec<Text>,
    pub before: Text,
    pub after: Text,
    pub ignore_case: bool,
}

pub struct Start {
    pub pattern: usize,
    pub low: isize,
    pub high: isize,
    pub tail: usize,
    pub run: Option<Run>,
    pub near: Option<Near>,
}

pub struct Near {
    pub back: usize,
    pub left: Text,
    pub right: Text,
    pub begins: Word,
    pub ends: Word,
}

/// Characters under a mask: those of ASCII, and what knows the others.
pub struct Run {
    pub ascii: u128,
    pub members: Py<PyAny>,
}

#[derive(Default)]
pub struct Cells {
    pub wholes: Vec<Whole>,
    pub phrases: Vec<Phrase>,
    pub starts: Vec<Start>,
}

/// Cells that are read when they are first wanted: a common word has thousands of words beside it.
pub struct Later {
    value: Py<PyAny>,
    cells: PyOnceLock<Cells>,
}

#[derive(Default)]
pub struct Entry {
    pub cells: Cells,
    pub afters: HashMap<Word, Later>,
    pub befores: HashMap<Word, Later>,
}

/// Reads entries; `members` gives the characters under a mask.
pub struct Reader<'a, 'py> {
    pub members: &'a Bound<'py, PyAny>,
}

impl Later {
    pub fn get<'a>(&'a self, reader: &Reader<'_, '_>) -> PyResult<&'a Cells> {
        let py = reader.members.py();
        self.cells.get_or_try_init(py, || reader.cells(self.value.bind(py)))
    }
}

impl<'py> Reader<'_, 'py> {
    pub fn entry(&self, value: &Bound<'py, PyAny>) -> PyResult<Entry> {
        Ok(Entry {
            cells: self.cells(&value.get_item(0)?)?,
            afters: beside(&value.get_item(1)?)?,
            befores: beside(&value.get_item(2)?)?,
        })
    }

    fn cells(&self, value: &Bound<'py, PyAny>) -> PyResult<Cells> {
        if value.len()? == 0 {
            return Ok(Cells::default());
        }
        Ok(Cells {
            wholes: all(&value.get_item(0)?, |one| {
                Ok(Whole { pattern: one.get_item(0)?.extract()?, exact: word(&one.get_item(1)?)? })
            })?,
            phrases: all(&value.get_item(1)?, |one| {
                Ok(Phrase {
                    pattern: one.get_item(0)?.extract()?,
                    at: one.get_item(1)?.extract()?,
                    words: all(&one.get_item(2)?, word)?,
                    between: all(&one.get_item(3)?, text)?,
                    before: text(&one.get_item(4)?)?,
                    after: text(&one.get_item(5)?)?,
                    ignore_case: one.get_item(6)?.is_truthy()?,
                })
            })?,
            starts: all(&value.get_item(2)?, |one| self.start(one))?,
        })
    }

    fn start(&self, one: &Bound<'py, PyAny>) -> PyResult<Start> {
        let (run, near) = (one.get_item(4)?, one.get_item(5)?);
        let run = if run.is_truthy()? {
            Some(Run { ascii: run.bitand(u128::MAX)?.extract()?, members: self.members.call1((&run,))?.unbind() })
        } else {
            None
        };
        let near = if near.len()? > 0 {
            Some(Near {
                back: near.get_item(0)?.extract()?,
                left: text(&near.get_item(1)?)?,
                right: text(&near.get_item(2)?)?,
                begins: word(&near.get_item(3)?)?,
                ends: word(&near.get_item(4)?)?,
            })
        } else {
            None
        };
        Ok(Start {
            pattern: one.get_item(0)?.extract()?,
            low: one.get_item(1)?.extract()?,
            high: one.get_item(2)?.extract()?,
            tail: one.get_item(3)?.extract()?,
            run,
            near,
        })
    }
}

fn beside(value: &Bound<'_, PyAny>) -> PyResult<HashMap<Word, Later>> {
    value
        .cast::<PyDict>()?
        .iter()
        .map(|(key, cells)| Ok((word(&key)?, Later { value: cells.unbind(), cells: PyOnceLock::new() })))
        .collect()
}

fn all<'py, T>(value: &Bound<'py, PyAny>, read: impl Fn(&Bound<'py, PyAny>) -> PyResult<T>) -> PyResult<Vec<T>> {
    value.try_iter()?.map(|one| read(&one?)).collect()
}

fn word(value: &Bound<'_, PyAny>) -> PyResult<Word> {
    Ok(value.cast::<PyString>()?.to_str()?.into())
}

fn text(value: &Bound<'_, PyAny>) -> PyResult<Text> {
    Ok(crate::text::code_points(value.cast::<PyString>()?)?.into())
}
