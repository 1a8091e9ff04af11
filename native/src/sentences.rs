//! Where the sentences of a text end: `newslint/text/sentences.py` decides all that isn't plain.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};

/// Characters of a word of which Python sees all.
const LONGEST: usize = 28;
/// Characters of a sentence from which it is no number of a list.
const SHORTEST: usize = 4;

/// Half-open spans of the sentences of an ASCII text, None for another.
///
/// known: the words with a full stop that may not end a sentence. breaks: whether a sentence that began at the first
/// number ends with the marks from the second to the third.
#[pyfunction]
pub fn sentences(
    text: &Bound<'_, PyString>,
    known: &Bound<'_, PyDict>,
    breaks: &Bound<'_, PyAny>,
) -> PyResult<Option<Vec<(usize, usize)>>> {
    let Some(plain) = text.to_str().ok().filter(|text| text.is_ascii()) else { return Ok(None) };
    let bytes = plain.as_bytes();
    let mut spans = Vec::new();
    let mut start = skip(bytes, 0);
    let mut at = 0;
    while at < bytes.len() {
        if !is_mark(bytes[at]) || (at > 0 && is_mark(bytes[at - 1])) {
            at += 1;
            continue;
        }
        let marks = bytes[at..].iter().take_while(|&&byte| is_mark(byte)).count();
        let mut end = at + marks;
        while end < bytes.len() && matches!(bytes[end], b'"' | b'\'' | b')' | b']' | b'}') {
            end += 1;
        }
        if bytes.get(end).is_none_or(|&byte| !is_blank(byte)) {
            at += 1;
            continue;
        }
        if end > start && (is_plain(plain, start, at, end, known)? || breaks.call1((start, at, end))?.is_truthy()?) {
            spans.push((start, end));
            start = skip(bytes, end);
        }
        at = end;
    }
    let end = bytes.iter().rposition(|&byte| !is_blank(byte)).map_or(0, |last| last + 1);
    if start < end {
        spans.push((start, end));
    }
    Ok(Some(spans))
}

/// Whether it is beyond doubt that the sentence ends: a word that is no abbreviation, one full stop, and a capital after
/// it, whatever brackets and quotation marks stand between.
fn is_plain(text: &str, start: usize, mark: usize, end: usize, known: &Bound<'_, PyDict>) -> PyResult<bool> {
    let bytes = text.as_bytes();
    if bytes[mark] != b'.' || is_mark(bytes[mark + 1]) || mark - start < SHORTEST {
        return Ok(false);
    }
    let mut next = skip(bytes, end);
    while next < bytes.len() && matches!(bytes[next], b'"' | b'\'' | b'(' | b'[' | b'{' | b'*' | b'-') {
        next += 1;
    }
    if !bytes.get(skip(bytes, next)).is_some_and(u8::is_ascii_uppercase) {
        return Ok(false);
    }
    let within = |&&byte: &&u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let length = bytes[start..mark].iter().rev().take(LONGEST).take_while(within).count();
    let first = mark - length;
    if !(2..LONGEST).contains(&length) || (first > start && !is_blank(bytes[first - 1])) {
        return Ok(false);
    }
    Ok(!known.contains(&text[first..=mark])?)
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?')
}

/// Whether `str.isspace` holds of a character of ASCII.
fn is_blank(byte: u8) -> bool {
    crate::text::is_space(byte.into())
}

fn skip(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|&&byte| is_blank(byte)).count()
}
