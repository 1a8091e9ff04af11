//! From a finding to its diagnostic: `newslint/engine/diagnose.py` has the same in Python.

use std::time::Instant;

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString, PyTuple, PyType};

use crate::text::{self, Named};

/// Code points on each side that a fingerprint holds.
const CONTEXT: usize = 24;

/// Gives the findings of one rule its level and words.
#[pyclass(frozen, module = "newslint_native")]
pub struct Speaker {
    rule: Py<PyString>,
    levels: Py<PyDict>,
    reference: Py<PyAny>,
    start: Vec<u8>,
    around: Option<(String, String)>,
    message: Py<PyAny>,
    fixes: Py<PyAny>,
    other: Py<PyAny>,
    clock: Py<PyAny>,
    applicability: Py<PyAny>,
    diagnostic: Named,
    span: Named,
    fix: Named,
}

#[pymethods]
impl Speaker {
    /// around: what stands before and behind the find in the rule's message, None if it is not as simple.
    /// message, fixes: give those of a finding in all other cases. other: makes the whole diagnostic. clock: the time.
    #[new]
    #[pyo3(signature = (rule, levels, reference, around, message, fixes, other, clock, applicability, diagnostic, span, fix))]
    #[allow(clippy::too_many_arguments)]
    fn new(
        rule: Bound<'_, PyString>,
        levels: Py<PyDict>,
        reference: Py<PyAny>,
        around: Option<(String, String)>,
        message: Py<PyAny>,
        fixes: Py<PyAny>,
        other: Py<PyAny>,
        clock: Py<PyAny>,
        applicability: Py<PyAny>,
        diagnostic: &Bound<'_, PyType>,
        span: &Bound<'_, PyType>,
        fix: &Bound<'_, PyType>,
    ) -> PyResult<Self> {
        let start = [rule.to_str()?.as_bytes(), b"\0"].concat();
        let (diagnostic, span, fix) = (Named::new(diagnostic)?, Named::new(span)?, Named::new(fix)?);
        Ok(Self {
            rule: rule.unbind(),
            levels,
            reference,
            start,
            around,
            message,
            fixes,
            other,
            clock,
            applicability,
            diagnostic,
            span,
            fix,
        })
    }

    /// Add the diagnostics of findings to those taken; whether it was stopped, as `clock` had come past the limit.
    fn take<'py>(
        &self,
        findings: &Bound<'py, PyAny>,
        document: &Bound<'py, PyAny>,
        taken: &Bound<'py, PyList>,
        limit: f64,
    ) -> PyResult<bool> {
        let py = findings.py();
        let parts = document.getattr(intern!(py, "parts"))?.is_truthy()?;
        let left = limit - self.clock.bind(py).call0()?.extract::<f64>()?;
        let began = Instant::now();
        let mut last: Option<Facts<'py>> = None;
        for finding in findings.try_iter()? {
            let finding = finding?.cast_into::<PyTuple>()?;
            let plain = if parts { None } else { self.plain(&finding, document, &mut last)? };
            match plain {
                Some(found) => taken.append(found)?,
                None => taken.append(self.other.bind(py).call1((finding, document))?)?,
            }
            if began.elapsed().as_secs_f64() > left {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// What is needed of the block that a finding lies in.
struct Facts<'py> {
    block: Bound<'py, PyAny>,
    text: Bound<'py, PyString>,
    length: usize,
    map: Bound<'py, PyAny>,
    shift: Option<isize>,
    zone: Bound<'py, PyAny>,
    tidy: bool,
}

impl<'py> Facts<'py> {
    fn of(block: Bound<'py, PyAny>) -> PyResult<Self> {
        let py = block.py();
        let text = block.getattr(intern!(py, "text"))?.cast_into::<PyString>()?;
        let map = block.getattr(intern!(py, "map"))?;
        Ok(Self {
            length: text::length(&text),
            text,
            shift: map.getattr(intern!(py, "_shift"))?.extract()?,
            map,
            zone: block.getattr(intern!(py, "zone"))?,
            tidy: block.getattr(intern!(py, "tidy"))?.is_truthy()?,
            block,
        })
    }
}

impl Speaker {
    /// None for a finding that Python has to see to.
    fn plain<'py>(
        &self,
        finding: &Bound<'py, PyTuple>,
        document: &Bound<'py, PyAny>,
        last: &mut Option<Facts<'py>>,
    ) -> PyResult<Option<Bound<'py, PyTuple>>> {
        let py = finding.py();
        let item = |number: usize| finding.get_item(number);
        let (block, related) = (item(0)?, item(7)?);
        if block.is_none() || related.len()? > 0 {
            return Ok(None);
        }
        let (start, end): (usize, usize) = match (item(1)?.extract(), item(2)?.extract()) {
            (Ok(start), Ok(end)) => (start, end),
            _ => return Ok(None),
        };
        let facts = match last {
            Some(facts) if facts.block.is(&block) => facts,
            _ => last.insert(Facts::of(block)?),
        };
        if start > end || end > facts.length {
            return Ok(None);
        }
        let found = text::slice(&facts.text, start, end)?;
        let Some(mark) = self.fingerprint(facts, &found, start, end)? else { return Ok(None) };
        let span = match facts.shift {
            Some(shift) => {
                let place = [start as isize + shift, end as isize + shift];
                self.span.make(py, PyTuple::new(py, place)?)?.into_any()
            }
            None => facts.map.call_method1(intern!(py, "span"), (start, end))?,
        };
        let variant = item(6)?;
        let message = match (&self.around, found.to_str()) {
            (Some((before, behind)), Ok(found)) if variant.len()? == 0 => {
                PyString::new(py, &[before, found, behind].concat()).into_any()
            }
            _ => self.message.bind(py).call1((finding, &found))?,
        };
        let fixes = self.fixes_of(finding, document, facts, start, end)?;
        let level = self.levels.bind(py).as_any().get_item(item(5)?)?;
        let reference = item(10)?;
        let reference = if reference.len()? > 0 { reference } else { self.reference.bind(py).clone() };
        let values = PyTuple::new(
            py,
            [
                self.rule.bind(py).as_any(),
                &level,
                &message,
                &span,
                found.as_any(),
                &facts.zone,
                &fixes,
                PyTuple::empty(py).as_any(),
                PyString::new(py, &mark).as_any(),
                &reference,
                intern!(py, "").as_any(),
                py.None().bind(py),
                &item(11)?,
            ],
        )?;
        self.diagnostic.make(py, values).map(Some)
    }

    fn fixes_of<'py>(
        &self,
        finding: &Bound<'py, PyTuple>,
        document: &Bound<'py, PyAny>,
        facts: &Facts<'py>,
        start: usize,
        end: usize,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = finding.py();
        let replacements = finding.get_item(4)?.cast_into::<PyTuple>()?;
        if replacements.is_empty() {
            return Ok(PyTuple::empty(py).into_any());
        }
        if replacements.len() == 1 && finding.get_item(8)?.is_none() && finding.get_item(9)?.len()? == 0 {
            let new = replacements.get_item(0)?.cast_into::<PyString>()?;
            // What can't be seen has a title of its own, and to delete a text takes more than its range.
            if let Ok(shown) = new.to_str()
                && start < end
                && !shown.chars().all(text::is_space)
            {
                let edit = facts.map.call_method1(intern!(py, "edit"), (start, end, &new))?;
                if edit.is_none() {
                    return Ok(PyTuple::empty(py).into_any());
                }
                let title = format!("Replace with '{shown}'").into_pyobject(py)?.into_any();
                let edits = PyTuple::new(py, [edit])?.into_any();
                let fix = [title, edits, self.applicability.bind(py).clone()];
                let fix = self.fix.make(py, PyTuple::new(py, fix)?)?;
                return Ok(PyTuple::new(py, [fix])?.into_any());
            }
        }
        self.fixes.bind(py).call1((finding, document))
    }

    /// None for a text with lone surrogates.
    fn fingerprint(
        &self,
        facts: &Facts<'_>,
        found: &Bound<'_, PyString>,
        start: usize,
        end: usize,
    ) -> PyResult<Option<String>> {
        let low = start.saturating_sub(CONTEXT);
        let within;
        let context = match facts.text.to_str() {
            Ok(text) if text.len() == facts.length => &text[low..(end + CONTEXT).min(facts.length)],
            Ok(_) => {
                within = text::slice(&facts.text, low, end + CONTEXT)?;
                within.to_str()?
            }
            Err(_) => return Ok(None),
        };
        let Ok(found) = found.to_str() else { return Ok(None) };
        let mut data = Vec::with_capacity(self.start.len() + context.len() + found.len() + 1);
        data.extend_from_slice(&self.start);
        data.extend_from_slice(found.as_bytes());
        data.push(0);
        if facts.tidy {
            data.extend_from_slice(context.trim_matches(' ').as_bytes());
        } else {
            let words = context.split(text::is_space).filter(|word| !word.is_empty());
            for (number, word) in words.enumerate() {
                if number > 0 {
                    data.push(b' ');
                }
                data.extend_from_slice(word.as_bytes());
            }
        }
        let forwards = crc32fast::hash(&data);
        data.reverse();
        Ok(Some(hex(u64::from(forwards) << 32 | u64::from(crc32fast::hash(&data)))))
    }
}

/// A number in 16 digits.
fn hex(number: u64) -> String {
    (0..16).rev().map(|digit| char::from(b"0123456789abcdef"[(number >> (4 * digit) & 15) as usize])).collect()
}
