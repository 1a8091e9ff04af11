//! The inner loops of newslint: words of a text to hits, hits to findings, findings to JSON.
//!
//! Each function does what a function of newslint in Python does, and newslint runs without any of them. What they
//! can't do as Python does it they leave to Python: a caller is told so, or a Python function is called.

mod diagnose;
mod hits;
mod index;
mod json;
mod look;
mod order;
mod sentences;
mod text;
mod words;

use pyo3::prelude::*;

/// Of the functions below and what they take; newslint uses no other than its own.
const VERSION: u32 = 1;

#[pymodule]
fn newslint_native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("VERSION", VERSION)?;
    module.add_class::<diagnose::Speaker>()?;
    module.add_class::<words::Words>()?;
    module.add_function(wrap_pyfunction!(sentences::sentences, module)?)?;
    module.add_function(wrap_pyfunction!(words::doubled, module)?)?;
    module.add_class::<hits::Matches>()?;
    module.add_class::<hits::Rows>()?;
    module.add_function(wrap_pyfunction!(order::ordered, module)?)?;
    module.add_function(wrap_pyfunction!(json::listed, module)?)
}
