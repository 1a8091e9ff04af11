//! Hits of expressions, and what the hits become for the rules that asked for them.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString, PyTuple, PyType};

use crate::text::{self, Named};

/// What a hit takes over of a match, as `newslint/matching/hit.py` numbers it.
const LITERAL: usize = 0;
const PLAIN: usize = 1;

/// Makes the hits of matches.
#[pyclass(frozen, module = "newslint_native")]
pub struct Matches {
    hit: Named,
    hit_of: Py<PyAny>,
}

#[pymethods]
impl Matches {
    /// hit: the class of hits. hit_of: makes one of a pattern, a match and its shape.
    #[new]
    fn new(hit: &Bound<'_, PyType>, hit_of: Py<PyAny>) -> PyResult<Self> {
        Ok(Self { hit: Named::new(hit)?, hit_of })
    }

    /// Add the hits of an expression's matches in a text. shape: what a hit takes over of a match.
    fn all<'py>(
        &self,
        pattern: usize,
        found: &Bound<'py, PyAny>,
        shape: usize,
        text: &Bound<'py, PyString>,
        hits: &Bound<'py, PyList>,
    ) -> PyResult<()> {
        for found in found.try_iter()? {
            let found = found?;
            let (start, end) = found.call_method0(intern!(text.py(), "span"))?.extract()?;
            hits.append(self.hit_of_match(pattern, found, shape, text, start, end)?)?;
        }
        Ok(())
    }
}

impl Matches {
    /// Add the matches that begin at the places, as a search of the whole text would find them: start, pattern, hit.
    ///
    /// find: the expression's own `match`. shape: what a hit takes over of it.
    pub fn add<'py>(
        &self,
        pattern: usize,
        find: &Bound<'py, PyAny>,
        shape: usize,
        text: &Bound<'py, PyString>,
        places: &mut Vec<usize>,
        hits: &mut Vec<(usize, usize, Bound<'py, PyAny>)>,
    ) -> PyResult<()> {
        let py = text.py();
        places.sort_unstable();
        places.dedup();
        let mut end = 0;
        for &place in places.iter() {
            if place < end {
                continue;
            }
            let found = find.call1((text, place))?;
            if found.is_none() {
                continue;
            }
            end = found.call_method0(intern!(py, "end"))?.extract()?;
            hits.push((place, pattern, self.hit_of_match(pattern, found, shape, text, place, end)?));
        }
        Ok(())
    }

    /// The hit of a match that stands at a range of the text.
    pub fn hit_of_match<'py>(
        &self,
        pattern: usize,
        found: Bound<'py, PyAny>,
        shape: usize,
        text: &Bound<'py, PyString>,
        start: usize,
        end: usize,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = text.py();
        let groups = match shape {
            PLAIN => PyTuple::new(py, [text::slice(text, start, end)?])?,
            LITERAL => PyTuple::empty(py),
            _ => return self.hit_of.bind(py).call1((pattern, found, shape)),
        };
        Ok(self.hit(pattern, start, end, groups)?.into_any())
    }

    pub fn hit<'py>(
        &self,
        pattern: usize,
        start: usize,
        end: usize,
        groups: Bound<'py, PyTuple>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let py = groups.py();
        let values = [
            pattern.into_pyobject(py)?.into_any(),
            start.into_pyobject(py)?.into_any(),
            end.into_pyobject(py)?.into_any(),
            groups.into_any(),
            py.None().into_bound(py),
        ];
        self.hit.make(py, PyTuple::new(py, values)?)
    }
}

/// Makes of hits what the rules get that asked for them.
#[pyclass(frozen, module = "newslint_native")]
pub struct Rows {
    block_hit: Named,
    finding: Named,
    certain: Py<PyAny>,
    nothing: Py<PyDict>,
}

#[pymethods]
impl Rows {
    /// block_hit, finding: the classes. certain: the confidence of a finding that is sure.
    #[new]
    fn new(block_hit: &Bound<'_, PyType>, finding: &Bound<'_, PyType>, certain: Py<PyAny>) -> PyResult<Self> {
        let nothing = PyDict::new(block_hit.py()).unbind();
        Ok(Self { block_hit: Named::new(block_hit)?, finding: Named::new(finding)?, certain, nothing })
    }

    /// Add the hits of a block to those of the rules, by number.
    ///
    /// looks: by pattern, the rules that look for it in the block, the pattern's number among the rule's own, and
    /// whether the rule takes quotations. quoted: whether a range of the block is one.
    fn spread<'py>(
        &self,
        block: &Bound<'py, PyAny>,
        looks: &Bound<'py, PyDict>,
        found: &Bound<'py, PyList>,
        hits: &Bound<'py, PyAny>,
        quoted: &Bound<'py, PyAny>,
    ) -> PyResult<()> {
        let py = block.py();
        for hit in found.iter() {
            let hit = hit.cast_into::<PyTuple>()?;
            let mut within = None;
            for look in looks.as_any().get_item(hit.get_item(0)?)?.cast::<PyTuple>()?.iter() {
                let look = look.cast_into::<PyTuple>()?;
                if !look.get_item(2)?.is_truthy()? {
                    let within = match within {
                        Some(known) => known,
                        None => {
                            let known = quoted.call1((block, hit.get_item(1)?, hit.get_item(2)?))?.is_truthy()?;
                            *within.insert(known)
                        }
                    };
                    if within {
                        continue;
                    }
                }
                let values = PyTuple::new(
                    py,
                    [
                        block,
                        &look.get_item(1)?,
                        &hit.get_item(1)?,
                        &hit.get_item(2)?,
                        &hit.get_item(3)?,
                        &hit.get_item(4)?,
                    ],
                )?;
                let row = hits.get_item(look.get_item(0)?)?;
                row.cast::<PyList>()?.append(self.block_hit.make(py, values)?)?;
            }
        }
        Ok(())
    }

    /// A finding for each of a rule's hits, None if it is not as simple: if exceptions stand among them, some overlap,
    /// are not in order, or are to be replaced.
    ///
    /// entries: what each of the rule's patterns is for.
    fn findings<'py>(
        &self,
        hits: &Bound<'py, PyAny>,
        entries: &Bound<'py, PyAny>,
    ) -> PyResult<Option<Bound<'py, PyList>>> {
        let py = hits.py();
        let nothing = PyTuple::empty(py);
        let (mut within, mut first, mut last) = (-1, -1, 0);
        let mut block: Option<Bound<'py, PyAny>> = None;
        let found = PyList::empty(py);
        for hit in hits.try_iter()? {
            let hit = hit?.cast_into::<PyTuple>()?;
            let entry = entries.get_item(hit.get_item(1)?)?;
            let Ok(entry) = entry.cast_into::<PyTuple>() else { return Ok(None) };
            if entry.get_item(1)?.len()? > 0 {
                return Ok(None);
            }
            let (here, start, end) = (hit.get_item(0)?, hit.get_item(2)?, hit.get_item(3)?);
            if block.as_ref().is_none_or(|block| !block.is(&here)) {
                let index: isize = here.getattr(intern!(py, "index"))?.extract()?;
                if index < within {
                    return Ok(None);
                }
                if index > within {
                    (within, first, last) = (index, -1, 0);
                }
                block = Some(here.clone());
            }
            let (low, high): (isize, isize) = (start.extract()?, end.extract()?);
            if low < last || low == first {
                return Ok(None);
            }
            (first, last) = (low, high);
            let values = PyTuple::new(
                py,
                [
                    &here,
                    &start,
                    &end,
                    self.values(&hit)?.as_any(),
                    nothing.as_any(),
                    self.certain.bind(py),
                    intern!(py, "").as_any(),
                    nothing.as_any(),
                    py.None().bind(py),
                    nothing.as_any(),
                    &entry.get_item(3)?,
                    py.None().bind(py),
                ],
            )?;
            found.append(self.finding.make(py, values)?)?;
        }
        Ok(Some(found))
    }
}

impl Rows {
    /// The groups of a hit by number and name; none where there is but group 0.
    fn values<'py>(&self, hit: &Bound<'py, PyTuple>) -> PyResult<Bound<'py, PyDict>> {
        let groups = hit.get_item(4)?.cast_into::<PyTuple>()?;
        if groups.len() < 2 {
            return Ok(self.nothing.bind(hit.py()).clone());
        }
        let values = PyDict::new(hit.py());
        for (number, group) in groups.iter().enumerate() {
            values.set_item(number.to_string(), group)?;
        }
        if let Ok(names) = hit.get_item(5)?.cast::<PyDict>() {
            values.update(names.as_mapping())?;
        }
        Ok(values)
    }
}
