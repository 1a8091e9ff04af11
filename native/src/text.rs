//! What is needed of Python's strings and tuples.

use pyo3::exceptions::PyTypeError;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple, PyType};

/// Whether `str.isspace` holds of a character.
pub fn is_space(character: char) -> bool {
    matches!(character,
        '\t'..='\r' | '\x1c'..=' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}'
        | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Code points of a string.
pub fn length(text: &Bound<'_, PyString>) -> usize {
    // SAFETY: the argument is a string, so that the call can't fail.
    unsafe { ffi::PyUnicode_GetLength(text.as_ptr()) as usize }
}

/// `text[start:end]`, by code points.
pub fn slice<'py>(text: &Bound<'py, PyString>, start: usize, end: usize) -> PyResult<Bound<'py, PyString>> {
    // SAFETY: the argument is a string; the result is a new reference to a string, or null with an exception set.
    unsafe {
        let found = ffi::PyUnicode_Substring(text.as_ptr(), start as isize, end as isize);
        Bound::from_owned_ptr_or_err(text.py(), found).map(|found| found.cast_into_unchecked())
    }
}

/// The class of a named tuple, and how to make one of its values without its own constructor.
pub struct Named {
    class: Py<PyType>,
    make: ffi::newfunc,
}

impl Named {
    pub fn new(class: &Bound<'_, PyType>) -> PyResult<Self> {
        let tuple = class.py().get_type::<PyTuple>();
        if !class.is_subclass(&tuple)? {
            return Err(PyTypeError::new_err("not a class of tuples"));
        }
        // SAFETY: every type of CPython that can be called has the slot, and it holds a function of this type.
        let make = unsafe {
            let slot = ffi::PyType_GetSlot(tuple.as_type_ptr(), ffi::Py_tp_new);
            if slot.is_null() {
                return Err(PyTypeError::new_err("tuples can't be made"));
            }
            std::mem::transmute::<*mut std::ffi::c_void, ffi::newfunc>(slot)
        };
        Ok(Self { class: class.clone().unbind(), make })
    }

    /// `tuple.__new__(class, values)`.
    pub fn make<'py>(&self, py: Python<'py>, values: Bound<'py, PyTuple>) -> PyResult<Bound<'py, PyTuple>> {
        let arguments = PyTuple::new(py, [values])?;
        // SAFETY: `make` is tuple.__new__, its arguments are a class of tuples, a tuple and no keywords.
        unsafe {
            let made = (self.make)(self.class.as_ptr().cast(), arguments.as_ptr(), std::ptr::null_mut());
            Bound::from_owned_ptr_or_err(py, made).map(|made| made.cast_into_unchecked())
        }
    }
}

/// The code points of a string, lone surrogates too.
pub fn code_points(text: &Bound<'_, PyString>) -> PyResult<Vec<u32>> {
    let mut found = vec![0; length(text)];
    // SAFETY: the argument is a string, and the buffer has room for all of its characters.
    let filled = unsafe { ffi::PyUnicode_AsUCS4(text.as_ptr(), found.as_mut_ptr(), found.len() as isize, 0) };
    if filled.is_null() { Err(PyErr::fetch(text.py())) } else { Ok(found) }
}

/// `chr(code)`.
pub fn character(py: Python<'_>, code: u32) -> PyResult<Bound<'_, PyAny>> {
    // SAFETY: the format asks for one int, and one is given; the result is a new reference, or null with an exception.
    unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyUnicode_FromFormat(c"%c".as_ptr(), code as std::ffi::c_int)) }
}
