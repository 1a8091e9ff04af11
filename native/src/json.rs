//! Findings as JSON: `newslint/reporters/json.py` has the same in Python.

use pyo3::exceptions::PyValueError;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString, PyTuple};

/// Diagnostics as the members of a JSON array.
///
/// starts: of the source's lines. known: texts of the rules and the program as JSON. related, more: write the other
/// places of a finding, and the fields that few have.
#[pyfunction]
pub fn listed<'py>(
    diagnostics: &Bound<'py, PyTuple>,
    starts: Vec<usize>,
    known: &Bound<'py, PyDict>,
    related: &Bound<'py, PyAny>,
    more: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyString>> {
    if starts.is_empty() {
        return Err(PyValueError::new_err("a text has a first line"));
    }
    let mut out = Writer { out: Vec::with_capacity(diagnostics.len() * 512), known };
    let python_starts = std::cell::OnceCell::new();
    for (number, diagnostic) in diagnostics.iter().enumerate() {
        if number > 0 {
            out.plain(", ");
        }
        let diagnostic = diagnostic.cast::<PyTuple>()?;
        let item = |number: usize| diagnostic.get_item(number);
        out.plain("{\"rule\": ").known(&item(0)?)?.plain(", \"severity\": ").known(&item(1)?)?;
        out.plain(", \"message\": ").quoted(item(2)?.cast()?)?;
        out.plain(", \"zone\": ").known(&item(5)?)?;
        out.plain(", \"match\": ").quoted(item(4)?.cast()?)?;
        let (start, end) = pair(&item(3)?)?;
        let (line, last) = (line(&starts, start), line(&starts, end));
        out.plain(", \"line\": ").number(line).plain(", \"column\": ").number(start - starts[line - 1] + 1);
        out.plain(", \"end_line\": ").number(last).plain(", \"end_column\": ").number(end - starts[last - 1] + 1);
        out.plain(", \"offset\": ").number(start).plain(", \"end_offset\": ").number(end);
        out.plain(", \"fixes\": [");
        for (number, fix) in item(6)?.cast::<PyTuple>()?.iter().enumerate() {
            out.comma(number).fix(fix.cast()?)?;
        }
        out.plain("], \"related\": [");
        let places = item(7)?;
        if places.is_truthy()? {
            let starts = python_starts.get_or_init(|| PyList::new(diagnostics.py(), &starts));
            let starts = starts.as_ref().map_err(|error| error.clone_ref(diagnostics.py()))?;
            out.python(&related.call1((places, starts.clone()))?)?;
        }
        out.plain("], \"fingerprint\": \"").python(&item(8)?)?.plain("\", \"url\": ").known(&item(9)?)?;
        let (part, origin) = (item(10)?, item(12)?);
        if part.is_truthy()? || origin.is_truthy()? {
            out.python(&more.call1((part, item(11)?, origin))?)?;
        }
        out.plain("}");
    }
    // SAFETY: all that was written is ASCII, or comes from a Rust string.
    Ok(PyString::new(diagnostics.py(), unsafe { std::str::from_utf8_unchecked(&out.out) }))
}

/// Number of the line that an offset lies in, from 1.
fn line(starts: &[usize], offset: usize) -> usize {
    starts.partition_point(|&start| start <= offset).max(1)
}

fn pair(values: &Bound<'_, PyAny>) -> PyResult<(usize, usize)> {
    let values = values.cast::<PyTuple>()?;
    Ok((values.get_item(0)?.extract()?, values.get_item(1)?.extract()?))
}

struct Writer<'a, 'py> {
    out: Vec<u8>,
    known: &'a Bound<'py, PyDict>,
}

impl Writer<'_, '_> {
    fn plain(&mut self, text: &str) -> &mut Self {
        self.out.extend_from_slice(text.as_bytes());
        self
    }

    fn comma(&mut self, number: usize) -> &mut Self {
        if number > 0 { self.plain(", ") } else { self }
    }

    fn number(&mut self, number: usize) -> &mut Self {
        let mut digits = [0; 20];
        let (mut at, mut rest) = (digits.len(), number);
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.out.extend_from_slice(&digits[at..]);
        self
    }

    /// Text that is JSON already.
    fn python(&mut self, text: &Bound<'_, PyAny>) -> PyResult<&mut Self> {
        let text = text.cast::<PyString>()?.to_str()?;
        Ok(self.plain(text))
    }

    /// A text of the rules or the program.
    fn known(&mut self, text: &Bound<'_, PyAny>) -> PyResult<&mut Self> {
        // As an object: a dictionary's own look-up knows no __missing__.
        let written = self.known.as_any().get_item(text)?;
        self.python(&written)
    }

    /// A text as `json.dumps` writes it.
    fn quoted(&mut self, text: &Bound<'_, PyString>) -> PyResult<&mut Self> {
        self.out.push(b'"');
        match text.to_str() {
            Ok(text) => {
                let bytes = text.as_bytes();
                if bytes.iter().all(|&byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\') {
                    self.out.extend_from_slice(bytes);
                } else {
                    text.chars().for_each(|character| self.escaped(character as u32));
                }
            }
            Err(_) => {
                for at in 0..crate::text::length(text) {
                    // SAFETY: the object is a string, and the index lies in it.
                    self.escaped(unsafe { ffi::PyUnicode_ReadChar(text.as_ptr(), at as isize) });
                }
            }
        }
        self.out.push(b'"');
        Ok(self)
    }

    fn escaped(&mut self, character: u32) {
        let short = match character {
            0x22 | 0x5c => character as u8,
            0x08 => b'b',
            0x09 => b't',
            0x0a => b'n',
            0x0c => b'f',
            0x0d => b'r',
            0x20..=0x7e => return self.out.push(character as u8),
            0x1_0000.. => {
                let rest = character - 0x1_0000;
                self.unit(0xd800 + (rest >> 10));
                return self.unit(0xdc00 + (rest & 0x3ff));
            }
            _ => return self.unit(character),
        };
        self.out.extend_from_slice(&[b'\\', short]);
    }

    fn unit(&mut self, unit: u32) {
        self.out.extend_from_slice(format!("\\u{unit:04x}").as_bytes());
    }

    fn fix(&mut self, fix: &Bound<'_, PyTuple>) -> PyResult<&mut Self> {
        self.plain("{\"title\": ").quoted(fix.get_item(0)?.cast()?)?;
        self.plain(", \"applicability\": ").known(&fix.get_item(2)?)?.plain(", \"edits\": [");
        for (number, edit) in fix.get_item(1)?.cast::<PyTuple>()?.iter().enumerate() {
            let edit = edit.cast::<PyTuple>()?;
            let (start, end) = pair(&edit.get_item(0)?)?;
            self.comma(number).plain("{\"offset\": ").number(start).plain(", \"end_offset\": ").number(end);
            self.plain(", \"text\": ").quoted(edit.get_item(1)?.cast()?)?.plain("}");
        }
        Ok(self.plain("]}"))
    }
}
