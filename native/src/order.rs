//! The findings of an article in order: `newslint/engine/linter.py` has the same in Python.

use foldhash::HashMap;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString, PyTuple};

/// What diagnostics are ordered by: place, rule, message.
type Key<'a> = (usize, usize, &'a str, &'a str);

/// Diagnostics by place, rule and message, without repeats, equal fingerprints told apart. None where a text can't be
/// compared here.
#[pyfunction]
pub fn ordered<'py>(found: &Bound<'py, PyList>) -> PyResult<Option<Bound<'py, PyTuple>>> {
    let mut rows = Vec::with_capacity(found.len());
    for diagnostic in found.iter() {
        let diagnostic = diagnostic.cast_into::<PyTuple>()?;
        let span = diagnostic.get_item(3)?.cast_into::<PyTuple>()?;
        let text = |number| -> PyResult<_> { Ok(diagnostic.get_item(number)?.cast_into::<PyString>()?) };
        let row = (span.get_item(0)?.extract()?, span.get_item(1)?.extract()?, text(0)?, text(2)?, text(8)?);
        rows.push((row, diagnostic));
    }
    let mut keys: Vec<(Key<'_>, usize)> = Vec::with_capacity(rows.len());
    for (number, ((start, end, rule, message, _), _)) in rows.iter().enumerate() {
        let (Ok(rule), Ok(message)) = (rule.to_str(), message.to_str()) else { return Ok(None) };
        keys.push(((*start, *end, rule, message), number));
    }
    keys.sort(); // by number too, so that equal ones stay as they came
    let mut seen: HashMap<&str, usize> = HashMap::default();
    let mut out = Vec::with_capacity(rows.len());
    let mut last: Option<(Key<'_>, usize)> = None;
    for (key, number) in keys {
        let ((.., mark), diagnostic) = &rows[number];
        if let Some((before, other)) = last
            && before == key
            && rows[other].1.get_item(1)?.eq(diagnostic.get_item(1)?)?
        {
            continue;
        }
        last = Some((key, number));
        let Ok(text) = mark.to_str() else { return Ok(None) };
        let times = seen.entry(text).or_default();
        *times += 1;
        if *times == 1 {
            out.push(diagnostic.clone().into_any());
        } else {
            let changes = pyo3::types::PyDict::new(found.py());
            changes.set_item(intern!(found.py(), "fingerprint"), format!("{text}-{times}"))?;
            out.push(diagnostic.call_method(intern!(found.py(), "_replace"), (), Some(&changes))?);
        }
    }
    Ok(Some(PyTuple::new(found.py(), out)?))
}
